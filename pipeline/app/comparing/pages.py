"""Pages of changed documents side by side: a few of them, one of each deliverable first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from pipeline.app.comparing.documents import Pictured
from pipeline.core.text import Text
from pipeline.output.page_pictures import page_pictures, page_tools
from pipeline.report.template_diff import DocumentChange, PagePair

_DOCUMENTS: Final = 6
#: Pages that are looked at in a document, and those of them that are shown.
_LOOKED: Final = 12
_SHOWN: Final = 4
_BYTES: Final = 6_000_000


def with_pages(
    seen: Sequence[Pictured], *, pictures: bool
) -> tuple[list[DocumentChange], list[Text]]:
    """Return the documents, some with pages if `pictures` are wanted, and what to say of it."""
    documents = [each.change for each in seen]
    chosen = _chosen(seen) if pictures else []
    if not chosen:
        return documents, []
    tools = page_tools()
    if tools is None:
        told = Text("There are no pictures of pages: LibreOffice or pdftoppm is not installed.")
        return documents, [told]
    both = [content for at in chosen for content in (seen[at].before, seen[at].after) if content]
    painted = page_pictures(both, tools, most=_LOOKED)
    room = _BYTES
    for order, at in enumerate(chosen):
        pages = _differing(painted[2 * order], painted[2 * order + 1])
        room -= sum(len(page.before or b"") + len(page.after or b"") for page in pages)
        if room > 0:
            documents[at] = replace(documents[at], pages=pages)
    return documents, _notes(seen, chosen, painted)


def _chosen(seen: Sequence[Pictured]) -> list[int]:
    """Return the places of the documents to show: the first of each deliverable, then others."""
    counts: Counter[str] = Counter()
    order: list[tuple[int, int]] = []
    for at, each in enumerate(seen):
        if each.before is not None and each.after is not None:
            order.append((counts[each.change.deliverable], at))
            counts[each.change.deliverable] += 1
    return [at for _, at in sorted(order)[:_DOCUMENTS]]


def _differing(before: tuple[bytes, ...], after: tuple[bytes, ...]) -> tuple[PagePair, ...]:
    """Return the first pages that differ; none where one of the two could not be laid out."""
    if not before or not after:
        return ()
    pairs = (
        PagePair(number, one, other)
        for number, (one, other) in enumerate(zip_longest(before, after), 1)
        if one != other
    )
    return tuple(pairs)[:_SHOWN]


def _notes(
    seen: Sequence[Pictured], chosen: Sequence[int], painted: Sequence[tuple[bytes, ...]]
) -> list[Text]:
    changed = sum(1 for each in seen if each.before is not None and each.after is not None)
    notes = []
    if changed > len(chosen):
        notes.append(Text("Pages are shown of {shown} of the {changed} documents that change.",
                          shown=len(chosen), changed=changed))  # fmt: skip
    if not all(painted):
        notes.append(Text("LibreOffice could not lay out some of the documents."))
    return notes
