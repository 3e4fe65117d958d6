"""Made-up contexts: each text in them is found nowhere else."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from pydantic import BaseModel

from pipeline.checks.names.annotations import fields_of
from pipeline.checks.names.shapes import Chosen, Grouped, Keyed, Kind, Listed, Shape, Type
from pipeline.checks.proof.variants import LONG, Variant
from schemas.contexts.gap import Gap
from schemas.contexts.picture import Picture
from schemas.fields import Precision

#: How a made-up text looks, in small letters.
SENTINEL: Final = r"zq\d+z"
_FIRST_DAY: Final = dt.date(2031, 1, 1)
_PIXEL: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
_TIMING: Final = frozenset({"start", "end", "precision"})
#: What texts must look like by their fields' names, for the filters that print them.
_FORMS: Final = (
    ("email", "{text}@esimerkki.example"),
    ("address", "{text}@esimerkki.example"),
    ("link", "https://esimerkki.example/{text}"),
    ("url", "https://esimerkki.example/{text}"),
    ("form", "https://esimerkki.example/{text}"),
    ("colour", "DDEEFF"),
)
_LANGUAGE: Final = "language"
_NUMBERED: Final[Mapping[Shape, Callable[[int], object]]] = {
    Kind.WHOLE: lambda number: number,
    Kind.DECIMAL: lambda number: number + Decimal("0.5"),
    Kind.FLOAT: lambda number: number + 0.5,
    Kind.DATE: lambda number: _FIRST_DAY + dt.timedelta(days=number),
    Kind.TIME: lambda number: dt.time(number % 24, number % 60),
}


class _AnyKey(dict[str, object]):
    """A group of values that has every key."""

    def __init__(self, value: object) -> None:
        super().__init__(a=value, b=value)
        self._value = value

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str)

    def __missing__(self, key: str) -> object:
        return self._value


def factors_of(model: type[BaseModel]) -> dict[tuple[type[BaseModel], str], int]:
    """Return the fields of a model and its parts, numbered as factors."""
    numbered: dict[tuple[type[BaseModel], str], int] = {}
    waiting, seen = [model], {model}
    while waiting:
        each = waiting.pop()
        for name, kind in fields_of(each).items():
            numbered[each, name] = len(numbered)
            new = set(_models(kind)) - seen
            seen |= new
            waiting += sorted(new, key=lambda found: found.__qualname__)
    return numbered


def _models(kind: Type) -> Iterator[type[BaseModel]]:
    for shape in kind:
        match shape:
            case Grouped(model=model):
                yield model
            case Listed(item=inner) | Keyed(value=inner):
                yield from _models(inner)
            case _:
                pass


@dataclass(slots=True)
class Maker:
    """Makes one context of a model in one way of filling in."""

    variant: Variant
    factors: dict[tuple[type[BaseModel], str], int]
    language: str
    _count: int = 0
    _depth: int = 0
    _within: list[type[BaseModel]] = field(default_factory=list)

    def context(self, model: type[BaseModel]) -> dict[str, object]:
        """Return the plain values of a model."""
        fields = fields_of(model)
        if fields.keys() >= _TIMING:
            return self._timing(list(fields))
        self._within.append(model)
        made = {name: self._field(model, name, kind) for name, kind in fields.items()}
        self._within.pop()
        return made

    def _field(self, model: type[BaseModel], name: str, kind: Type) -> object:
        is_there = self.variant.has(self.factors[model, name])
        if not is_there:
            for lacking, value in ((Kind.NOTHING, None), (Kind.GAP, Gap(self._text()))):
                if lacking in kind:
                    return value
        shapes = sorted(kind - {Kind.NOTHING, Kind.GAP}, key=str)
        if not shapes:
            return Gap(self._text())
        return self._value(shapes[0], name, is_there=is_there)

    def _value(self, shape: Shape, name: str, *, is_there: bool) -> object:
        match shape:
            case Listed():
                return self._rows(shape, name, is_there=is_there)
            case Grouped(model=model):
                return self.context(model)
            case Keyed(value=kind):
                inner = sorted(kind, key=str)
                return _AnyKey(self._value(inner[0], name, is_there=is_there))
            case Chosen(values=values):
                return values[self._next() % len(values)]
            case Kind.TRUTH:
                return is_there
            case _:
                return self._simple(shape, name)

    def _rows(self, listed: Listed, name: str, *, is_there: bool) -> list[object]:
        shapes = sorted(listed.item - {Kind.NOTHING, Kind.GAP}, key=str) or [Kind.TEXT]
        if any(isinstance(each, Grouped) and each.model in self._within for each in shapes):
            return []
        self._depth += 1
        # Long lists of short ones and short ones of long ones: their product stays small.
        rows = self.variant.rows if self._depth % 2 else LONG + 1 - self.variant.rows
        count = rows if is_there else int(listed.is_filled)
        made = [self._value(shapes[0], name, is_there=is_there) for _ in range(count)]
        self._depth -= 1
        return made

    def _simple(self, shape: Shape, name: str) -> object:
        if shape is Kind.PICTURE:
            return Picture(_PIXEL, alt=self._text())
        made = _NUMBERED.get(shape)
        return self._formed(name) if made is None else made(self._next())

    def _formed(self, name: str) -> str:
        if name == _LANGUAGE:
            return self.language
        form = next((form for part, form in _FORMS if part in name), "{text}")
        return form.format(text=self._text())

    def _timing(self, fields: list[str]) -> dict[str, object]:
        day = _FIRST_DAY + dt.timedelta(days=self._next())
        return {
            **{name: self._text() for name in fields},
            "start": day,
            "end": day,
            "precision": Precision.DAY.value,
        }

    def _text(self) -> str:
        return f"Zq{self._next()}z"

    def _next(self) -> int:
        self._count += 1
        return self._count
