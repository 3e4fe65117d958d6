"""The filters that template authors may use, each strict about the type it takes."""

import datetime as dt
import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from jinja2.runtime import Undefined
from markupsafe import Markup

from pipeline.language import formats
from pipeline.language.locales import LANGUAGE_TAGS
from pipeline.render.source.cell_marks import colour
from pipeline.render.values.blocks import Block, BlockStyle, block_xml
from pipeline.render.values.marks import on_new_page
from pipeline.render.values.styled import STYLES, Styled
from schemas.contexts.gap import Gap

Filter = Callable[..., object]


class FilterTypeError(TypeError):
    """A filter was given a value of another type; the message names filter, expected and given."""

    def __init__(self, name: str, expected: str, value: object) -> None:
        if isinstance(value, Undefined):
            # Fails with its own message, which names what is unknown and what is like it.
            str(value)
        super().__init__(f"{name}\0{expected}\0{type(value).__name__}")


def filters(language: str, styles: tuple[BlockStyle, ...]) -> dict[str, Filter]:
    """Return the filters of a template in a language; there are no others."""
    return {
        **_dates(language),
        **_numbers(language),
        **_texts(language),
        **_rich_texts(),
        "_colour": colour,
        "_block": lambda block, number: _block(block, styles[number]),
    }


def _dates(language: str) -> dict[str, Filter]:
    return {
        "date": _of("date", dt.date, lambda value: formats.date(value, language)),
        "long_date": _of("long_date", dt.date, lambda value: formats.long_date(value, language)),
        "weekday_date": _of(
            "weekday_date", dt.date, lambda value: formats.weekday_date(value, language)
        ),
        "date_range": _range(
            "date_range", dt.date, lambda start, end: formats.date_range(start, end, language)
        ),
        "clock_range": _range(
            "clock_range", dt.time, lambda start, end: formats.clock_range(start, end, language)
        ),
        "clock": _of("clock", dt.time, lambda value: formats.clock(value, language)),
        "duration": _of("duration", int, formats.duration),
        "timing": lambda value, case="nominative": _timing(value, case, language),
    }


def _numbers(language: str) -> dict[str, Filter]:
    return {
        "money": _of("money", (Decimal, int), lambda value: formats.money(value, language)),
        "number": _of("number", (Decimal, int), lambda value: formats.number(value, language)),
    }


def _texts(language: str) -> dict[str, Filter]:
    return {
        "join_and": _of(
            "join_and", list, lambda names: formats.join_and(_strings(names), language)
        ),
        "join_comma": _of("join_comma", list, lambda names: formats.join_comma(_strings(names))),
        "paragraphs": _paragraphs,
        "on_new_page": _on_new_page,
        "length": _of("length", (list, str), len),
        "first": _of("first", list, operator.itemgetter(0)),
        "last": _of("last", list, operator.itemgetter(-1)),
        "upper": _of("upper", str, str.upper),
        "lower": _of("lower", str, str.lower),
        "capitalize": _of("capitalize", str, _capital),
    }


def _rich_texts() -> dict[str, Filter]:
    named = {name: _of(name, str, partial(Styled.in_style, name=name)) for name in STYLES}
    return {**named, "in_language": _in_language}


def _in_language(value: object, language: str) -> object:
    if language not in LANGUAGE_TAGS:
        raise FilterTypeError("in_language", " / ".join(LANGUAGE_TAGS), language)
    return _of("in_language", str, partial(Styled.in_language, language=language))(value)


def _of(name: str, kind: type | tuple[type, ...], act: Filter) -> Callable[[object], object]:
    """Return a filter that lets a gap through and refuses values of another type."""
    usual = frozenset(kind if isinstance(kind, tuple) else (kind,))

    def apply(value: object) -> object:
        if type(value) in usual:
            return act(value)
        return value if isinstance(value, Gap) else act(_checked(name, kind, value))

    return apply


def _range(name: str, kind: type, act: Filter) -> Callable[[object, object], object]:
    """Return a filter of two values of a type; a gap in the place of either is printed itself."""

    def apply(start: object, end: object) -> object:
        gap = next((value for value in (start, end) if isinstance(value, Gap)), None)
        return gap or act(_checked(name, kind, start), _checked(name, kind, end))

    return apply


def _checked(name: str, kind: type | tuple[type, ...], value: object) -> object:
    # A truth value is an int to Python, but no number to a reader.
    if isinstance(value, bool) or not isinstance(value, kind):
        kinds = kind if isinstance(kind, tuple) else (kind,)
        raise FilterTypeError(name, " / ".join(each.__name__ for each in kinds), value)
    return value


def _timing(value: object, case: str, language: str) -> object:
    if isinstance(value, Gap):
        return value
    if not isinstance(value, Mapping) or "precision" not in value:
        raise FilterTypeError("timing", "timing", value)
    if case == "inessive":
        return formats.timing(value, language, "inessive")
    return formats.timing(value, language)


def _strings(values: Sequence[object]) -> list[str]:
    for value in values:
        if type(value) is not str and (not isinstance(value, str) or isinstance(value, Markup)):
            raise FilterTypeError("join", "str", value)
    return [str(value) for value in values]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _paragraphs(value: object) -> Block:
    if not isinstance(value, str | Gap):
        raise FilterTypeError("paragraphs", "str", value)
    return Block(value)


def _on_new_page(value: object) -> Block | Styled:
    if isinstance(value, Block):
        return value.on_new_page()
    if not isinstance(value, str | Gap | Styled):
        raise FilterTypeError("on_new_page", "str", value)
    return on_new_page(value)


def _block(block: object, style: BlockStyle) -> Markup:
    if not isinstance(block, Block):
        raise FilterTypeError("paragraphs", "str", block)
    return block_xml(block, style)
