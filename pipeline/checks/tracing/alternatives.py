"""Other values for a field: of its kind, so that a document changes where it shows the field."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from pipeline.core.record import Scalar
from pipeline.core.shape import FieldKind, Leaf
from schemas.fields import ClockTime, Duration, Money, Number, Timing, VersionNumber
from schemas.fields.scalar import finnish_date

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_IDENTIFIER: Final = re.compile(r"([A-ZÅÄÖ]+)([0-9]{1,3})")
_STRANGE_ID: Final = 900
_DAY: Final = dt.date(2021, 10, 19)
_DAYS: Final = (1, 7, 365)
_MINUTES: Final = (5, 30, -5)
_MINUTES_OF_DAY: Final = 24 * 60
_TIMES: Final = ("lokakuu 2022", "19.10.2021", "syksy 2023")
#: What fields that take no free text take: a business id has to pass its own check.
_FORMED: Final = ("1234567-1", "7654321-2", "#2E5C3B", "2.7", "040 000 0098", "+358 40 000 0097")


def token(number: int) -> str:
    """Return a word that no document has of itself; no two numbers have one in the other."""
    return f"Zq{number}qZ"


def alternatives(
    leaf: Leaf, value: object, mark: str, others: Sequence[str] = ()
) -> tuple[Scalar, ...]:
    """Return other values to try in the place of a field's, the best first; some may be refused.

    `value` is the model's own, None where the field is empty; `mark` is the word that texts are
    marked with; `others` are ids that a reference may take.
    """
    return tuple(_alternatives(leaf, value, mark, others))


def _alternatives(leaf: Leaf, value: object, mark: str, others: Sequence[str]) -> Iterator[Scalar]:
    if leaf.references:
        yield from _references(value, mark, others)
    elif leaf.choice is not None:
        yield from (each.value for each in leaf.choice if each != value)
    elif leaf.kind is FieldKind.YES_NO:
        yield "no" if value is True else "yes"
    else:
        yield from _typed(leaf, value, mark)


def _references(value: object, mark: str, others: Sequence[str]) -> Iterator[Scalar]:
    now = value if isinstance(value, tuple) else (value,)
    yield from [each for each in others if each not in now][:2]
    yield mark


def _typed(leaf: Leaf, value: object, mark: str) -> Iterator[Scalar]:
    match value:
        case str() | None:
            yield from _texts(leaf, value or "", mark)
        case Timing():
            yield from _times(value)
        case dt.date():
            yield from (finnish_date(value + dt.timedelta(days=more)) for more in _DAYS)
        case int():
            yield from map(Decimal, _whole(leaf, value))
        case _:
            yield from _amounts(value, mark)


def _amounts(value: object, mark: str) -> Iterator[Scalar]:
    match value:
        case Number(value=number):
            yield from (number + 1, number * 2 + 10)
        case Money():
            yield from (value.euros + 1, value.euros * 2 + 1000)
        case ClockTime(minutes=minutes):
            yield from (str(ClockTime((minutes + more) % _MINUTES_OF_DAY)) for more in _MINUTES)
        case Duration(minutes=minutes):
            yield from (f"{minutes + more} min" for more in _MINUTES)
        case VersionNumber(major=major):
            yield f"{major + 7}.0"
        case _:
            yield mark


def _times(timing: Timing) -> Iterator[Scalar]:
    if timing.is_day and timing.start is not None:
        yield from (finnish_date(timing.start + dt.timedelta(days=more)) for more in _DAYS[:2])
    elif _YEAR.search(timing.text):
        yield _YEAR.sub(lambda year: str(int(year[0]) + 1), timing.text)
    yield from _TIMES


def _whole(leaf: Leaf, value: int) -> Iterator[int]:
    least, most = leaf.bounds or (0, value + 10)
    yield from (each for each in (value + 1, value - 1, value + 10) if least <= each <= most)


def _texts(leaf: Leaf, value: str, mark: str) -> Iterator[Scalar]:
    identifier = _IDENTIFIER.fullmatch(value)
    if leaf.name == "id" and identifier is not None:
        yield f"{identifier[1]}{_STRANGE_ID + int(identifier[2]) % 100}"
    if leaf.kind is not FieldKind.TEXT:
        yield from _samples(leaf)
    if "@" not in value and "://" not in value:
        yield "\n".join(f"{line} {mark}" if line.strip() else line for line in value.split("\n"))
    yield from (mark, f"{mark}@example.org", f"https://example.org/{mark}", *_FORMED)


def _samples(leaf: Leaf) -> Iterator[Scalar]:
    """Yield values for an empty field that takes no text."""
    yield Decimal(leaf.bounds[0] if leaf.bounds else 3)
    yield from (finnish_date(_DAY), "9.15", "35 min")
