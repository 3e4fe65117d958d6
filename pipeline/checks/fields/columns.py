"""What a table of a first template shows of each row: some of the values, in columns."""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.fields.printed import filter_of, has_lines, shape_of
from pipeline.checks.fields.tree import Named, Presence
from pipeline.checks.names.shapes import Grouped, Kind, Listed
from pipeline.checks.names.signatures import filter_for
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.render.starting import Column, Paragraph, Run

_TEXT: Final = "TableText"
_ITEM: Final = "TableTextBullet"
_ID: Final = "id"
#: More columns, or wider ones together, make narrow ones.
_MOST: Final = 5
_WIDEST: Final = 20
_DASH: Final = "–"
_SHARES: Final = {Kind.TEXT: 4, Kind.DATE: 3, Kind.TIME: 2, Kind.WHOLE: 2, Kind.DECIMAL: 2}
_LINES_SHARE: Final = 6
_ID_SHARE: Final = 2


def columns_of(owner: Named, words: Translator) -> tuple[Column, ...]:
    """Return the columns for the values of a row: what is always there goes before the rest."""
    possible = [each for each in owner.inner if is_printable(each)]
    best = list(_best(sorted(possible, key=lambda each: each.presence is Presence.OPTIONAL)))
    return tuple(
        Column(_head(each, words), _cell(each), _share(each)) for each in possible if each in best
    )


def _best(named: list[Named]) -> Iterator[Named]:
    """Yield the first of some values that have room beside each other."""
    width = 0
    for each in named[:_MOST]:
        width += _share(each)
        if width <= _WIDEST:
            yield each


def _head(named: Named, words: Translator) -> str:
    return words.text(Text("Id") if named.name == _ID else named.title)


def is_printable(named: Named) -> bool:
    """Tell whether a value is printed by one tag: a text, number or time, or a list of texts."""
    shape = shape_of(named)
    if named.presence is Presence.NEVER or named.row is not None or shape is Kind.TRUTH:
        return False
    if isinstance(shape, Listed | Grouped):
        return filter_for(shape) is not None
    return shape not in {Kind.GAP, Kind.PICTURE}


def tag_of(named: Named) -> str:
    """Return the tag that prints a value within a line."""
    through = filter_of(named)
    return f"{{{{ {named.tag}{f'|{through}' if through else ''} }}}}"


def may_be_empty(named: Named) -> bool:
    """Tell whether there may be nothing to print."""
    return named.presence is Presence.OPTIONAL or isinstance(shape_of(named), Listed)


def _cell(named: Named) -> tuple[Paragraph, ...]:
    if has_lines(named):
        return _cell_of_lines(named) if shape_of(named) is Kind.TEXT else _cell_of_items(named)
    tag = tag_of(named)
    if may_be_empty(named):
        tag = f"{{% if {named.tag} %}}{tag}{{% else %}}{_DASH}{{% endif %}}"
    return (_paragraph(tag),)


def _cell_of_lines(named: Named) -> tuple[Paragraph, ...]:
    tag = _paragraph(f"{{{{p {named.tag}|paragraphs }}}}")
    if not may_be_empty(named):
        return (tag,)
    before, between, after = f"{{%p if {named.tag} %}}", "{%p else %}", "{%p endif %}"
    return _paragraph(before), tag, _paragraph(between), _paragraph(_DASH), _paragraph(after)


def _cell_of_items(named: Named) -> tuple[Paragraph, ...]:
    """Return a list with a paragraph for each item; a cell is never without a paragraph."""
    loop = f"{{%p for item in {named.tag} %}}"
    lines = (f"{{%p if {named.tag} %}}", loop, "{{ item }}", "{%p endfor %}")
    return (*map(_paragraph, lines[:2]), Paragraph(_ITEM, (Run(lines[2]),)),
            *map(_paragraph, (lines[3], "{%p else %}", _DASH, "{%p endif %}")))  # fmt: skip


def _paragraph(text: str) -> Paragraph:
    return Paragraph(_TEXT, (Run(text),))


def _share(named: Named) -> int:
    if has_lines(named):
        return _LINES_SHARE
    if named.name == _ID:
        return _ID_SHARE
    shape = shape_of(named)
    return _SHARES.get(shape, 3) if isinstance(shape, Kind) else 3
