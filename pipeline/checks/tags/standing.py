"""Each tag with the paragraph, cell, row and table that it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.checks.package import Package, Paragraph, W
from pipeline.core.location import Location
from pipeline.render.source.positions import TAG

#: What a tag stands for as a whole: its row, cell, paragraph or run; empty within text.
_SCOPE: Final = re.compile(r"\{[{%](tr|tc|p|r) ")
_WORD: Final = re.compile(r"\{%[-+]?(?:tr |tc |p |r )?\s*(\w+)")
#: What a block must not reach out of.
_HOLDERS: Final = tuple(
    W + name
    for name in ("tc", "txbxContent", "footnote", "endnote", "comment", "body", "hdr", "ftr")
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A tag: its text, its statement's first word, what it stands for, and its paragraph."""

    text: str
    word: str
    scope: str
    part: str
    paragraph: Paragraph

    @property
    def location(self) -> Location:
        """Return the place of the tag."""
        return Location(part=self.part, paragraph=self.paragraph.number, tag=self.text)

    def within(self, name: str) -> etree._Element | None:
        """Return the nearest element of a name of Word's that holds the tag."""
        return next(self.paragraph.element.iterancestors(W + name), None)

    @property
    def holder(self) -> etree._Element | None:
        """Return the cell, text box, note or part that the tag stands in."""
        return next(self.paragraph.element.iterancestors(*_HOLDERS), None)


def standing_tags(package: Package) -> Iterator[tuple[str, tuple[Standing, ...]]]:
    """Yield the parts that a reader reads and the tags of each, in their order."""
    for name in package.contents():
        if b"{" in package.parts[name]:
            yield name, tuple(_of_part(package, name))


def own_text(paragraph: Paragraph) -> str:
    """Return a paragraph's text without that of text boxes in it."""
    element = paragraph.element
    if next(element.iterdescendants(W + "p"), None) is None:
        return paragraph.text
    return "".join(
        node.text or ""
        for node in element.iter(W + "t")
        if next(node.iterancestors(W + "p")) is element
    )


def _of_part(package: Package, name: str) -> Iterator[Standing]:
    for paragraph in package.paragraphs(name):
        if "{" not in paragraph.text:
            continue
        for tag in TAG.findall(own_text(paragraph)):
            scope, word = _SCOPE.match(tag), _WORD.match(tag)
            yield Standing(tag, word[1] if word else "", scope[1] if scope else "", name, paragraph)
