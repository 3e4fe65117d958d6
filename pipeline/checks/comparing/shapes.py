"""What differs in the form of two lines: kind, level, style, columns, marks; not their words."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from pipeline.checks.wording.line import Kind, Line
from pipeline.core.text import Text
from schemas.msgid import msgid

_HEADER: Final = "||"

#: What a line is called, where its kind has changed.
KINDS: Final = {
    Kind.PROPERTY: msgid("property"),
    Kind.PART: msgid("part of the document"),
    Kind.SECTION: msgid("section"),
    Kind.HEADING: msgid("heading"),
    Kind.PARAGRAPH: msgid("paragraph"),
    Kind.ITEM: msgid("list item"),
    Kind.TABLE: msgid("table"),
    Kind.ROW: msgid("table row"),
}


def shape_changes(before: Line, after: Line) -> Iterator[Text]:
    """Yield what has changed in the form of a line, in words."""
    kinds = tuple(_kinds(before, after))
    yield from kinds
    yield from _rows(before, after)
    if not kinds:
        # A style that makes another kind of line of it has been told by that.
        yield from _styles(before, after)


def _kinds(before: Line, after: Line) -> Iterator[Text]:
    if before.kind is not after.kind:
        yield Text("{before} → {after}", before=Text(KINDS[before.kind]),
                   after=Text(KINDS[after.kind]))  # fmt: skip
    elif before.level != after.level:
        yield Text("The level of the heading: {before} → {after}",
                   before=before.level or 0, after=after.level or 0)  # fmt: skip


def _rows(before: Line, after: Line) -> Iterator[Text]:
    if before.kind is not Kind.ROW or after.kind is not Kind.ROW:
        return
    one, other = _columns(before), _columns(after)
    if one != other:
        yield Text("Columns: {before} → {after}", before=one, after=other)
    if _is_header(before) and not _is_header(after):
        yield Text("The row is no longer marked as a header row.")
    if not _is_header(before) and _is_header(after):
        yield Text("The row is now marked as a header row.")


def _styles(before: Line, after: Line) -> Iterator[Text]:
    """Yield each change of style once; of paragraphs that are new or gone there is none."""
    known = set()
    for one, other in zip_longest(before.paragraphs, after.paragraphs):
        if one is None or other is None or one.style == other.style:
            continue
        if (one.style, other.style) not in known:
            known.add((one.style, other.style))
            yield Text("Style: {before} → {after}", before=one.style or "–",
                       after=other.style or "–")  # fmt: skip


def _columns(line: Line) -> int:
    return max((each.place.table_column or 0 for each in line.paragraphs), default=0)


def _is_header(line: Line) -> bool:
    return line.text.lstrip().removeprefix("[deleted] ").startswith(_HEADER)
