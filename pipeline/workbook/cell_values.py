"""What stands in a cell for a value: a real date, time or number where the column holds such."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Final

from pydantic_core import PydanticCustomError

from pipeline.core.shape import FieldKind, Leaf
from pipeline.language.catalogue import INTERFACES, translator
from pipeline.language.labels import choice_labels, label

#: How Excel shows what a person types in a column of each kind; text stays as it was typed.
TEXT_FORMAT: Final = "@"
DATE_FORMAT: Final = "d\\.m\\.yyyy"
_TIME_FORMAT: Final = "h\\.mm"
_NUMBER_FORMAT: Final = "General"
_EUROS_FORMAT: Final = '#,##0 "€"'
_CENTS_FORMAT: Final = '#,##0.00 "€"'
_FORMATS: Final = {
    FieldKind.DATE: DATE_FORMAT,
    FieldKind.CLOCK: _TIME_FORMAT,
    FieldKind.NUMBER: _NUMBER_FORMAT,
    FieldKind.WHOLE_NUMBER: _NUMBER_FORMAT,
    FieldKind.MONEY: _EUROS_FORMAT,
}

_DAY: Final = re.compile(r"([1-9][0-9]?)\.([1-9][0-9]?)\.([0-9]{4})", re.ASCII)
_CLOCK: Final = re.compile(r"([0-9]{1,2})[.:]([0-5][0-9])", re.ASCII)
#: A number in one reading only; a zero at the end of its decimals would be lost in a cell.
_NUMBER: Final = re.compile(
    r"-?(?:0|[1-9][0-9]{0,2}(?:[ \u00a0][0-9]{3})+|[1-9][0-9]{0,11})(?:,[0-9]{0,5}[1-9])?",
    re.ASCII,
)
_MONEY: Final = re.compile(r"(?P<number>[0-9 \u00a0]+(?:,[0-9]{2})?)[ \u00a0]?€?", re.ASCII)
_UNSTORABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

Content = str | int | Decimal | date | time | bool


@dataclass(frozen=True, slots=True)
class CellValue:
    """What a cell holds and how it is shown."""

    content: Content
    number_format: str


def column_format(leaf: Leaf) -> str:
    """Return the format of a column's empty cells."""
    return TEXT_FORMAT if leaf.many else _FORMATS.get(leaf.kind, TEXT_FORMAT)


def cell_value(leaf: Leaf, value: object, language: str) -> CellValue:
    """Return what a cell of the field holds for a value; text that means no more stays text."""
    match value:
        case bool():
            return CellValue(value, _NUMBER_FORMAT)
        case int() | Decimal():
            return CellValue(value, _number_format(leaf, value))
        case date():
            return CellValue(value, DATE_FORMAT)
        case time():
            return CellValue(value, _TIME_FORMAT)
        case list() | tuple():
            return _text("; ".join(_label(leaf, str(part), language) for part in value))
        case _:
            return _from_text(leaf, str(value), language)


def _from_text(leaf: Leaf, text: str, language: str) -> CellValue:
    if leaf.many:
        return _text(_labels(leaf, text, language))
    typed: Content | None = None
    match leaf.kind:
        case FieldKind.CHOICE:
            return _text(_label(leaf, text, language))
        case FieldKind.YES_NO:
            return _text(_yes_or_no(text, language))
        case FieldKind.DATE | FieldKind.TIMING:
            typed = _day(text)
        case FieldKind.CLOCK:
            typed = _clock(text)
        case FieldKind.NUMBER | FieldKind.WHOLE_NUMBER:
            typed = _number(text)
        case FieldKind.MONEY:
            typed = _money(text)
        case _:
            pass
    return _text(text) if typed is None else cell_value(leaf, typed, language)


def _text(text: str) -> CellValue:
    """Return a text with what a sheet's XML cannot hold in Excel's own escapes."""
    escaped = _UNSTORABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return CellValue(escaped, TEXT_FORMAT)


def _label(leaf: Leaf, text: str, language: str) -> str:
    """Return the label of a choice that the text names in any language, other texts as they are."""
    if leaf.choice is not None:
        labels = choice_labels(language).get(leaf.choice.__name__)
        with suppress(PydanticCustomError):
            return label(leaf.choice.parse(text, labels), language)
    return text


def _labels(leaf: Leaf, text: str, language: str) -> str:
    if leaf.choice is None:
        return text
    return "; ".join(_label(leaf, part.strip(), language) for part in text.split(";"))


def _yes_or_no(text: str, language: str) -> str:
    for word in ("yes", "no"):
        if text.strip().casefold() in {translator(each).text(word) for each in INTERFACES}:
            return translator(language).text(word)
    return text


def _day(text: str) -> date | None:
    """Return the day of a text such as 19.10.2021, None for any other text."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    with suppress(ValueError):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return None


def _clock(text: str) -> time | None:
    found = _CLOCK.fullmatch(text)
    if found is None or int(found[1]) > 23:
        return None
    return time(int(found[1]), int(found[2]))


def _number(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    return Decimal(text.replace(" ", "").replace("\u00a0", "").replace(",", "."))


def _money(text: str) -> Decimal | None:
    found = _MONEY.fullmatch(text)
    if found is None:
        return None
    whole, _, cents = found["number"].strip().partition(",")
    number = _number(whole)
    return None if number is None else number + Decimal(f"0.{cents or 0}")


def _number_format(leaf: Leaf, value: int | Decimal) -> str:
    if leaf.kind is not FieldKind.MONEY:
        return _NUMBER_FORMAT
    return _EUROS_FORMAT if value == int(value) else _CENTS_FORMAT
