"""What filters and tests take and give."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.checks.names.annotations import fields_of
from pipeline.checks.names.shapes import (
    TEXT,
    WHOLE,
    Chosen,
    Grouped,
    Kind,
    Listed,
    Shape,
    Type,
    is_number,
    is_text,
    items_of,
)
from pipeline.core.text import Text

Accepts = Callable[[Shape], bool]


@dataclass(frozen=True, slots=True)
class Signature:
    """A filter or test: which shapes it takes, what it is to be given, and what comes of it.

    A gap goes through every filter unchanged. `arguments` are what it takes in brackets;
    `needs_items` says that an empty list has no answer.
    """

    accepts: Accepts
    wanted: Text
    gives: Callable[[Type], Type]
    arguments: tuple[Accepts, ...] = ()
    needs_items: bool = False
    words: frozenset[str] = frozenset()


def is_whole(shape: Shape) -> bool:
    """Tell that a shape is a whole number, written out or not."""
    return shape is Kind.WHOLE or (isinstance(shape, Chosen) and is_number(shape))


def _is(*kinds: Kind) -> Accepts:
    numbers = Kind.WHOLE in kinds
    allowed = frozenset(kinds)
    return lambda shape: shape in allowed or (numbers and is_whole(shape))


def _is_styled_or_text(shape: Shape) -> bool:
    return is_text(shape) or shape in {Kind.STYLED, Kind.BLOCK}


def _is_text_or_list(shape: Shape) -> bool:
    return is_text(shape) or isinstance(shape, Listed)


def _is_texts(shape: Shape) -> bool:
    """Tell that a shape is a list of texts; of what cannot be known it may be one."""
    return isinstance(shape, Listed) and all(
        is_text(item) or item is Kind.ANYTHING for item in shape.item
    )


def _is_list(shape: Shape) -> bool:
    return isinstance(shape, Listed)


def _is_timing(shape: Shape) -> bool:
    return isinstance(shape, Grouped) and "precision" in fields_of(shape.model)


def _gives(kind: Type) -> Callable[[Type], Type]:
    return lambda _given: kind


def _new_page(given: Type) -> Type:
    return frozenset({Kind.BLOCK if Kind.BLOCK in given else Kind.STYLED})


_STYLED: Final[Type] = frozenset({Kind.STYLED})
_BLOCK: Final[Type] = frozenset({Kind.BLOCK})
_A_DATE: Final = Text("a date")
_A_TIME: Final = Text("a clock time")
_A_TEXT: Final = Text("a text")
_A_WHOLE: Final = Text("a whole number")
_DATE: Final = Signature(_is(Kind.DATE), _A_DATE, _gives(TEXT))
_NUMBER: Final = Signature(_is(Kind.WHOLE, Kind.DECIMAL), Text("a number"), _gives(TEXT))
_NAMES: Final = Signature(_is_texts, Text("a list of texts"), _gives(TEXT))
_ITEM: Final = Signature(_is_list, Text("a list"), items_of, needs_items=True)
_WORDS: Final = Signature(is_text, _A_TEXT, _gives(TEXT))
_LOOKS: Final = Signature(is_text, _A_TEXT, _gives(_STYLED))

FILTERS: Final[Mapping[str, Signature]] = {
    "date": _DATE,
    "long_date": _DATE,
    "weekday_date": _DATE,
    "date_range": Signature(_DATE.accepts, _A_DATE, _gives(TEXT), (_DATE.accepts,)),
    "clock": Signature(_is(Kind.TIME), _A_TIME, _gives(TEXT)),
    "clock_range": Signature(_is(Kind.TIME), _A_TIME, _gives(TEXT), (_is(Kind.TIME),)),
    "duration": Signature(_is(Kind.WHOLE), _A_WHOLE, _gives(TEXT)),
    "timing": Signature(
        _is_timing,
        Text("a time such as timing"),
        _gives(TEXT),
        (is_text,),
        words=frozenset({"nominative", "inessive"}),
    ),
    "money": _NUMBER,
    "number": _NUMBER,
    "join_and": _NAMES,
    "join_comma": _NAMES,
    "paragraphs": Signature(is_text, _A_TEXT, _gives(_BLOCK)),
    "on_new_page": Signature(_is_styled_or_text, _A_TEXT, _new_page),
    "length": Signature(_is_text_or_list, Text("a list"), _gives(WHOLE)),
    "first": _ITEM,
    "last": _ITEM,
    "upper": _WORDS,
    "lower": _WORDS,
    "capitalize": _WORDS,
    "strong": _LOOKS,
    "emphasis": _LOOKS,
    "in_language": Signature(
        is_text, _A_TEXT, _gives(_STYLED), (is_text,), words=frozenset({"fi", "sv", "en"})
    ),
    "link": Signature(is_text, _A_TEXT, _gives(_STYLED), (is_text,)),
    "_picture": Signature(_is(Kind.PICTURE), Text("a picture"), _gives(_STYLED)),
    "_block": Signature(_is(Kind.BLOCK), Text("text of several lines"), _gives(_STYLED)),
    "_colour": Signature(
        lambda shape: is_text(shape) or shape is Kind.WHOLE, _A_TEXT, _gives(TEXT)
    ),
}

#: The filter that prints a kind of value, as a hint names it.
PRINTING: Final[Mapping[Kind, str]] = {
    Kind.DATE: "date",
    Kind.TIME: "clock",
    Kind.DECIMAL: "number",
}
#: Tests of whole numbers; the others take anything.
COUNTING_TESTS: Final = frozenset({"odd", "even", "divisibleby"})


def filter_for(shape: Shape) -> str | None:
    """Return the filter that makes a text of a shape, None where there is none."""
    if isinstance(shape, Kind):
        return PRINTING.get(shape)
    if _is_texts(shape):
        return "join_comma"
    return "timing" if _is_timing(shape) else None
