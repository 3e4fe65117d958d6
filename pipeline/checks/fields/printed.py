"""How a value is written into a template, and what it looks like in a document."""

import datetime as dt
from decimal import Decimal
from typing import Final

from pipeline.checks.fields.tree import Named, is_timing
from pipeline.checks.names.shapes import Grouped, Kind, Listed, Shape
from pipeline.checks.names.signatures import filter_for
from pipeline.core.shape import FieldKind
from pipeline.language import formats
from pipeline.language.catalogue import Translator

_LINES: Final = "paragraphs"
_MINUTES: Final = frozenset({"minutes", "spare"})


def shape_of(named: Named) -> Shape:
    """Return the one shape that a value has when it is there; that of a mark is a gap."""
    present = named.kind - {Kind.NOTHING, Kind.GAP} or {Kind.GAP}
    return min(present, key=str)


def is_money(named: Named) -> bool:
    """Tell whether a number is a sum of money."""
    return any(leaf.kind is FieldKind.MONEY for leaf in named.leaves)


def is_length(named: Named) -> bool:
    """Tell whether a whole number counts minutes."""
    kinds = {leaf.kind for leaf in named.leaves}
    return kinds == {FieldKind.DURATION} or named.name in _MINUTES


def has_lines(named: Named) -> bool:
    """Tell whether a text is one that is written in lines, and so becomes paragraphs."""
    lines = [leaf.several_lines for leaf in named.leaves]
    return lines == [True] or (isinstance(shape_of(named), Listed) and any(lines))


def filter_of(named: Named) -> str | None:
    """Return the filter that a value is printed through, None where it is printed as it is."""
    shape = shape_of(named)
    if shape is Kind.TEXT:
        return _LINES if has_lines(named) else None
    if shape is Kind.DECIMAL and is_money(named):
        return "money"
    if shape is Kind.WHOLE:
        return "duration" if is_length(named) else None
    return filter_for(shape)


def printed(named: Named) -> str:
    """Return the tag that prints a value; "" for a group that is always there, with no look."""
    shape = shape_of(named)
    if named.row is not None:
        return f"{{%tr for {named.row} in {named.tag} %}} … {{%tr endfor %}}"
    match shape:
        case Kind.TRUTH:
            return f"{{% if {named.tag} %}} … {{% endif %}}"
        case Listed() if filter_for(shape) is None:
            return f"{{% for number in {named.tag} %}}{{{{ number }}}} {{% endfor %}}"
        case Grouped(model=model) if not is_timing(model):
            is_optional = Kind.NOTHING in named.kind
            return f"{{% if {named.tag} %}} … {{% endif %}}" if is_optional else ""
    through = filter_of(named)
    if through == _LINES:
        return f"{{{{p {named.tag}|{through} }}}}"
    return f"{{{{ {named.tag}|{through} }}}}" if through else f"{{{{ {named.tag} }}}}"


def example(named: Named, words: Translator) -> str:
    """Return what a value looks like in a document, "" where there is nothing to show."""
    value = named.example
    source = named.source
    if isinstance(value, str) and source is not None and _is_only_named(named):
        return ""
    return _shown(value, named, words)


def _is_only_named(named: Named) -> bool:
    """Tell whether a text's example is only what its field is called."""
    leaf = named.source
    if leaf is None or leaf.kind is not FieldKind.TEXT or leaf.references:
        return False
    return leaf.example in {"", "…"} and len(named.origins) == 1 and "@" not in str(named.example)


def _shown(value: object, named: Named, words: Translator) -> str:
    match value:
        case None:
            return ""
        case bool():
            return words.text("yes" if value else "no")
        case list():
            return formats.join_comma([_shown(each, named, words) for each in value])
        case int() | Decimal():
            return _shown_number(value, named, words.language)
        case _:
            return _shown_time(value, words.language) or str(value)


def _shown_number(value: int | Decimal, named: Named, language: str) -> str:
    if isinstance(value, int):
        return formats.duration(value) if is_length(named) else str(value)
    return (formats.money if is_money(named) else formats.number)(value, language)


def _shown_time(value: object, language: str) -> str | None:
    match value:
        case dict():
            return formats.timing(value, language)
        case dt.date():
            return formats.date(value, language)
        case dt.time():
            return formats.clock(value, language)
        case _:
            return None
