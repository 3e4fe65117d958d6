"""One made-up value for a field of a form, and other values that it could have instead."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from pipeline.core.layout import Column
from pipeline.core.shape import FieldKind, Leaf
from pipeline.language.catalogue import translator
from schemas.fields import Choice, Duration

#: An example that only says that something is to be written.
_NOTHING: Final = frozenset({"", "…"})
_DEFAULTS: Final = {
    FieldKind.YES_NO: "yes",
    FieldKind.NUMBER: "12",
    FieldKind.WHOLE_NUMBER: "2",
    FieldKind.MONEY: "12 500 €",
    FieldKind.DATE: "1.3.2022",
    FieldKind.TIMING: "15.3.2022",
    FieldKind.CLOCK: "9.00",
    FieldKind.DURATION: "45 min",
}
#: What texts without an example must look like, by a part of their fields' names.
_FORMS: Final = (
    ("email", "malli.mallinen@example.org"),
    ("feedback", "palaute@example.org"),
    ("phone", "+358 40 000 0000"),
    ("colour", "#1F4E79"),
    ("link", "https://example.org/x"),
    ("url", "https://example.org/x"),
    ("_form", "https://example.org/x"),
)
_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
#: A number that is at most this is tried at both its ends.
_FEW: Final = 30
_PERIOD: Final = "2.2.2022–30.6.2022"


def has_example(leaf: Leaf) -> bool:
    """Tell that the form shows what the field could hold."""
    return leaf.example not in _NOTHING


def made_value(column: Column, language: str) -> str:
    """Return what the form's example row says, else what a field of this kind could hold."""
    leaf = column.leaf
    words = translator(leaf.language or language)
    if leaf.kind is FieldKind.CHOICE and leaf.choice is not None:
        return _member(leaf.choice, leaf.example).value
    if has_example(leaf) and not leaf.many and leaf.kind is not FieldKind.YES_NO:
        return words.text(leaf.example)
    if leaf.kind is not FieldKind.TEXT:
        return _DEFAULTS[leaf.kind]
    return _form(leaf) or words.text(leaf.title)


def is_free(column: Column, value: str) -> bool:
    """Tell whether a field holds words, and not a code or an address that has a form of its own."""
    leaf = column.leaf
    is_code = not any(each.isalpha() for each in value) or "@" in value or "://" in value
    return leaf.kind is FieldKind.TEXT and not is_code and _form(leaf) is None


def of_row(column: Column, value: str, row: int) -> str:
    """Return a value that differs in each row where it is a text in words; `row` is from 0."""
    return f"{value} {row + 1}" if row and is_free(column, value) else value


def _form(leaf: Leaf) -> str | None:
    """Return a value of the form that a text must have, None where it may be any."""
    if leaf.several_lines:
        return None
    return next((form for part, form in _FORMS if part in leaf.name), None)


def _member(choice: type[Choice], label: str) -> Choice:
    return next((each for each in choice if each.label == label), next(iter(choice)))


def other_values(leaf: Leaf, value: str) -> Iterator[tuple[str, ...]]:
    """Yield values that the field could hold instead; of each group the first that is accepted."""
    if leaf.kind is FieldKind.TEXT:
        yield f"{value} 2", f"{value}2", f"x{value}", _next_digit(value)
    elif leaf.kind is FieldKind.CHOICE:
        yield from ((each.value,) for each in leaf.choice or () if each.value != value)
    elif leaf.many:
        yield ("; ".join(str(int(each) + 1) for each in value.split(";")),)
    elif leaf.kind in _NUMBERS:
        yield from ((each,) for each in _other_numbers(leaf, value))
    else:
        yield (_OTHER[leaf.kind](value),)


def _other_numbers(leaf: Leaf, value: str) -> Iterator[str]:
    least, most = leaf.bounds or (0, 10**6)
    number = Decimal(re.sub(r"[^\d,-]", "", value).replace(",", "."))
    ends = Decimal(least), Decimal(most) if most <= _FEW else number * 3
    for other in (number + 1, *ends):
        if least <= other <= most and other != number:
            yield str(other).replace(".", ",")


def _other_time(value: str) -> str:
    """Return the next day for a day, and another period for a period."""
    found = _DAY.fullmatch(value)
    if found is None:
        return _PERIOD
    day, month, year = map(int, found.groups())
    after = dt.date(year, month, day) + dt.timedelta(days=1)
    return f"{after.day}.{after.month}.{after.year}"


def _other_answer(value: str) -> str:
    return "no" if value == "yes" else "yes"


def _other_clock(value: str) -> str:
    return value.replace(".00", ".30")


def _longer(value: str) -> str:
    return f"{Duration.parse(value).minutes + 10} min"


def _next_digit(value: str) -> str:
    """Return a code or number with another last digit."""
    return re.sub(r"\d(?=\D*$)", lambda found: str((int(found[0]) + 1) % 10), value)


_NUMBERS: Final = frozenset({FieldKind.NUMBER, FieldKind.MONEY, FieldKind.WHOLE_NUMBER})
_OTHER: Final[Mapping[FieldKind, Callable[[str], str]]] = {
    FieldKind.YES_NO: _other_answer,
    FieldKind.DATE: _other_time,
    FieldKind.TIMING: _other_time,
    FieldKind.CLOCK: _other_clock,
    FieldKind.DURATION: _longer,
}
