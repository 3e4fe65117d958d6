"""Blocks that open in one place of Word's and close in another: in a cell and outside of it."""

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from pipeline.checks.package import W
from pipeline.checks.quality.finding import quality_finding
from pipeline.checks.tags.standing import Standing
from pipeline.core.finding import Finding
from pipeline.core.text import Text

CROSSED: Final = "TE-04"
_ENDS: Final = {"endif": "if", "endfor": "for"}
_MIDDLES: Final = frozenset({"elif", "else"})
_CELL: Final = f"{W}tc"
_STANDS: Final = {
    "tr": Text("table rows"),
    "tc": Text("table cells"),
    "p": Text("whole paragraphs"),
    "": Text("text within a paragraph"),
}
#: What the two ends of a block must share, by what its tags stand for.
_SHARED: Final = {"tr": "tbl", "tc": "tr"}


def crossings(tags: Sequence[Standing]) -> Iterator[Finding]:
    """Yield the blocks whose ends stand where they do not fit each other.

    Blocks that are not closed, or closed in the wrong order, are told with the syntax.
    """
    opened: list[Standing] = []
    for each in tags:
        if each.word in _ENDS.values():
            opened.append(each)
        elif each.word in _MIDDLES and opened:
            yield from _pair(opened[-1], each)
        elif each.word in _ENDS:
            if not opened or opened[-1].word != _ENDS[each.word]:
                return
            yield from _pair(opened.pop(), each)


def _pair(opening: Standing, closing: Standing) -> Iterator[Finding]:
    scopes = tuple(each.scope.replace("r", "") if each.scope == "r" else each.scope
                   for each in (opening, closing))  # fmt: skip
    if scopes[0] != scopes[1]:
        yield quality_finding(
            CROSSED,
            Text("This tag stands for {scope}, and the one that goes with it, {tag}, for {other}.",
                 scope=_STANDS[scopes[0]], tag=closing.text, other=_STANDS[scopes[1]]),
            opening.location,
            Text("Write both in the same way: {tag}", tag=_alike(opening, closing)),
        )  # fmt: skip
    elif _place(opening) is not _place(closing):
        yield quality_finding(
            CROSSED, _message(opening, closing), opening.location, _hint(scopes[0])
        )


def _place(tag: Standing) -> etree._Element | None:
    shared = _SHARED.get(tag.scope)
    return tag.holder if shared is None else tag.within(shared)


def _message(opening: Standing, closing: Standing) -> Text:
    if opening.scope in _SHARED:
        return Text("This tag opens in one table or row, and {tag} closes it in another one.",
                    tag=closing.text)  # fmt: skip
    holder = opening.holder
    if holder is not None and holder.tag == _CELL:
        return Text("This tag opens in a table cell, and {tag} closes it outside of the cell.",
                    tag=closing.text)  # fmt: skip
    return Text("This tag opens outside of the cell or box in which {tag} closes it.",
                tag=closing.text)  # fmt: skip


def _hint(scope: str) -> Text:
    if scope in _SHARED:
        return Text("Move one of the two into the table or row of the other.")
    return Text("Keep both in one cell; for whole rows write {tag}.", tag="{%tr … %}")


def _alike(opening: Standing, closing: Standing) -> str:
    bare = closing.text.replace(f"{{%{closing.scope} ", "{% ") if closing.scope else closing.text
    return bare.replace("{%", f"{{%{opening.scope}", 1) if opening.scope else bare
