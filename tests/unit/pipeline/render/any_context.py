"""Any context of a document's types, a template that prints all of it, and what that says."""

import datetime as dt
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Union, cast, get_args, get_origin

from annotated_types import MinLen
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pipeline.contexts import plain
from pipeline.language import formats
from schemas.contexts.gap import Gap
from schemas.contexts.view import TimingView, View
from schemas.fields import Precision

#: What a value must not be taken for: markup, tags, entities, and signs of another direction.
HOSTILE = (
    "&", "&amp;", "<w:p>", "</w:t></w:r></w:p>", "<!--", "<![CDATA[", "]]>", "{{ 7*7 }}",
    "{%p x %}", "{# x #}", "{_{", "%_}", "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{NO-BREAK SPACE}", "\n",
    "\t", "\"'",
)  # fmt: skip
_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
TEXTS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(_CHARACTERS, max_size=8)), max_size=4)
_DAYS = st.dates(dt.date(2000, 1, 3), dt.date(2099, 12, 31))
_FILTERS: Mapping[type, str] = {
    dt.date: "date", dt.time: "clock", Decimal: "number", TimingView: "timing",
}  # fmt: skip


@cache
def contexts(model: type[View]) -> st.SearchStrategy[dict[str, object]]:
    """Return what makes contexts of a model's types, with any values."""
    return _values(model).map(lambda view: plain(cast("View", view)))


@cache
def _values(kind: object) -> st.SearchStrategy[object]:
    simple: dict[object, st.SearchStrategy[object]] = {
        str: TEXTS.map("".join),
        Gap: st.builds(Gap, st.text(_CHARACTERS, min_size=1, max_size=20)),
        bool: st.booleans(),
        int: st.integers(-999_999, 999_999),
        Decimal: st.decimals(-999_999, 999_999, places=2),
        dt.date: _DAYS,
        dt.time: st.times().map(lambda time: time.replace(second=0, microsecond=0)),
        types.NoneType: st.none(),
        TimingView: _timings(),
    }
    if kind in simple:
        return simple[kind]
    if get_origin(kind) in {Union, types.UnionType}:
        return st.one_of(*map(_values, get_args(kind)))
    if get_origin(kind) is list:
        return st.lists(_values(get_args(kind)[0]), max_size=2)
    view = cast("type[View]", kind)
    return st.builds(
        view,
        **{name: _of_field(each) for name, each in view.model_fields.items()},
    )


def _of_field(each: FieldInfo) -> st.SearchStrategy[object]:
    if any(isinstance(rule, MinLen) for rule in each.metadata):
        return st.lists(_values(get_args(each.annotation)[0]), min_size=1, max_size=2)
    return _values(cast("type", each.annotation))


def _timings() -> st.SearchStrategy[object]:
    return st.one_of(
        st.builds(lambda day: _timing(Precision.DAY, day, day), _DAYS),
        st.builds(
            lambda days: _timing(Precision.RANGE, min(days), max(days)), st.tuples(_DAYS, _DAYS)
        ),
        st.just(_timing(Precision.OPEN, None, None)),
    )


def _timing(precision: Precision, start: dt.date | None, end: dt.date | None) -> TimingView:
    if precision is Precision.RANGE and start == end:
        precision = Precision.DAY
    return TimingView(start=start, end=end, precision=precision.value, text="")


@dataclass(slots=True)
class Printing:
    """The paragraphs of a template that prints a model whole, and the same for one context."""

    paragraphs: list[str] = field(default_factory=list)
    _loops: int = 0

    def view(self, kind: type[BaseModel], path: str) -> "Printing":
        """Print each field of a group of values."""
        for name, each in kind.model_fields.items():
            self._field(each.annotation, f"{path}.{name}" if path else name)
        return self

    def _field(self, annotation: object, path: str) -> None:
        parts = _parts(annotation)
        kind = next((each for each in parts if each not in {types.NoneType, Gap}), Gap)
        if types.NoneType in parts:
            self._around("if", path, kind)
        else:
            self._inner(kind, path)

    def _around(self, word: str, path: str, kind: object) -> None:
        self.paragraphs.append(f"{{%p {word} {path} %}}")
        self._inner(kind, path)
        self.paragraphs.append(f"{{%p end{word} %}}")

    def _inner(self, kind: object, path: str) -> None:
        if get_origin(kind) is list:
            item = get_args(kind)[0]
            if item is str:
                self.paragraphs.append(f"{{{{ {path}|join_comma }}}}")
                return
            self._loops += 1
            row = f"row{self._loops}"
            self._around("for", f"{row} in {path}", (row, item))
        elif isinstance(kind, tuple):
            self.view(kind[1], kind[0])
        elif kind is bool:
            self.paragraphs.append(f"{{% if {path} %}}yes{{% else %}}no{{% endif %}}")
        elif isinstance(kind, type) and issubclass(kind, View) and kind is not TimingView:
            self.view(kind, path)
        else:
            chosen = _FILTERS.get(cast("type", kind))
            self.paragraphs.append(f"{{{{ {path}{'|' + chosen if chosen else ''} }}}}")


def _parts(annotation: object) -> tuple[object, ...]:
    is_union = get_origin(annotation) in {Union, types.UnionType}
    return get_args(annotation) if is_union else (annotation,)


def expected(kind: type[BaseModel], values: Mapping[str, object]) -> Iterator[str]:
    """Yield the texts that the paragraphs of `Printing` say of a context, in their order."""
    for name, each in kind.model_fields.items():
        parts = _parts(each.annotation)
        value = values[name]
        if types.NoneType in parts and not value:
            continue
        yield from _texts(value, parts)


def _texts(value: object, parts: tuple[object, ...]) -> Iterator[str]:
    model = next(
        (each for each in parts if isinstance(each, type) and issubclass(each, View)), None
    )
    items = next((get_args(each)[0] for each in parts if get_origin(each) is list), View)
    match value:
        case Gap(text=text):
            yield text
        case list() if items is str:
            yield ", ".join(value)
        case list():
            for row in value:
                yield from expected(items, row)
        case dict() if model is TimingView:
            yield formats.timing(value, "fi")
        case dict():
            yield from expected(cast("type[View]", model), value)
        case _:
            yield _scalar(value)


def _scalar(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case dt.date():
            return formats.date(value, "fi")
        case dt.time():
            return formats.clock(value, "fi")
        case Decimal():
            return formats.number(value, "fi")
        case _:
            return str(value)
