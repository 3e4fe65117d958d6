"""The differences between two documents, told apart: wording, structure, tags."""

from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.checks.comparing.matching import blocks
from pipeline.checks.comparing.pairing import Pair, pairs
from pipeline.checks.comparing.sentences import changed_sentences
from pipeline.checks.comparing.shapes import KINDS, shape_changes
from pipeline.checks.comparing.tags import tags_of, without_tags
from pipeline.checks.wording.line import Kind, Line
from pipeline.core.difference import Act, Difference, Matter
from pipeline.core.text import Text

#: Lines that are told as parts of the structure when they are new or gone, with their words.
_STRUCTURAL: Final = frozenset({Kind.PART, Kind.SECTION, Kind.HEADING, Kind.TABLE, Kind.ROW})


def differences(before: Sequence[Line], after: Sequence[Line]) -> tuple[Difference, ...]:
    """Return what differs between two documents, in the order of the new one."""
    return tuple(each for pair in pairs(before, after) for each in _of(pair))


def _of(pair: Pair) -> Iterator[Difference]:
    before, after = pair.before, pair.after
    if before is None and after is not None:
        yield from _single(after, Act.ADDED)
    elif after is None and before is not None:
        yield from _single(before, Act.REMOVED)
    elif before is not None and after is not None:
        if pair.moved:
            yield _moved(before, after)
        if not pair.moved or before.text != after.text:
            yield from _changed(before, after)


def _single(line: Line, act: Act) -> Iterator[Difference]:
    """Yield what a line brings that is new, or takes with it."""
    kind = Text(KINDS[line.kind])
    if line.kind in _STRUCTURAL:
        yield _difference(Matter.STRUCTURE, act, line, words=line.text, what=kind)
    elif any(without_tags(each.text).strip() for each in line.paragraphs):
        yield _difference(Matter.WORDING, act, line, words=line.text)
    elif not any(each.text for each in line.paragraphs):
        yield _difference(
            Matter.STRUCTURE, act, line, words=line.text, what=Text("empty paragraph")
        )
    for tag in tags_of(line):
        yield _difference(Matter.TAGS, act, line, words=tag)


def _difference(
    matter: Matter, act: Act, line: Line, *, words: str, what: Text | None = None
) -> Difference:
    removed = act is Act.REMOVED
    return Difference(
        matter,
        act,
        before=words if removed else None,
        after=None if removed else words,
        what=what,
        place=line.place,
    )


def _moved(before: Line, after: Line) -> Difference:
    one, other = before.place, after.place
    what = Text("{kind} moved: {before} → {after}", kind=Text(KINDS[after.kind]),
                before=one.paragraph or 0, after=other.paragraph or 0)  # fmt: skip
    if after.kind is Kind.ROW and one.table == other.table and one.heading == other.heading:
        what = Text("{kind} moved: {before} → {after}", kind=Text(KINDS[after.kind]),
                    before=one.row or 0, after=other.row or 0)  # fmt: skip
    elif one.heading != other.heading:
        what = Text("{kind} moved from under “{before}” to under “{after}”",
                    kind=Text(KINDS[after.kind]), before=one.heading or "–",
                    after=other.heading or "–")  # fmt: skip
    return Difference(Matter.STRUCTURE, Act.MOVED, before.text, after.text, what, other)


def _changed(before: Line, after: Line) -> Iterator[Difference]:
    told = (*_wording(before, after), *_structure(before, after), *_tags(before, after))
    yield from told
    if not told:
        what = Text("The form has changed.")
        yield Difference(Matter.STRUCTURE, Act.CHANGED, before.text, after.text, what, after.place)


def _wording(before: Line, after: Line) -> Iterator[Difference]:
    for one, other in _counterparts(before, after):
        for old, new in changed_sentences(one, other):
            act = Act.CHANGED if old and new else Act.ADDED if new else Act.REMOVED
            if without_tags(f"{old}{new}").strip():
                yield Difference(Matter.WORDING, act, old or None, new or None, place=after.place)


def _counterparts(before: Line, after: Line) -> Iterator[tuple[str, str]]:
    """Yield the texts that stand for each other: paragraphs, also those in cells."""
    old, new = ([each.text for each in line.paragraphs] for line in (before, after))
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    for block in blocks(old, new):
        if not block.same:
            yield (
                " / ".join(old[at] for at in block.before),
                " / ".join(new[at] for at in block.after),
            )


def _structure(before: Line, after: Line) -> Iterator[Difference]:
    for what in shape_changes(before, after):
        yield Difference(Matter.STRUCTURE, Act.CHANGED, before.text, after.text, what, after.place)


def _tags(before: Line, after: Line) -> Iterator[Difference]:
    old, new = tuple(tags_of(before)), tuple(tags_of(after))
    for block in blocks(old, new):
        if block.same:
            continue
        both = min(len(block.before), len(block.after))
        for one, other in zip(block.before, block.after, strict=False):
            yield Difference(Matter.TAGS, Act.CHANGED, old[one], new[other], place=after.place)
        for one in block.before[both:]:
            yield Difference(Matter.TAGS, Act.REMOVED, before=old[one], place=before.place)
        for other in block.after[both:]:
            yield Difference(Matter.TAGS, Act.ADDED, after=new[other], place=after.place)
