"""A template's package as the checks read it: each part is parsed once, whoever asks for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.core.location import Location
from pipeline.render.package.parsing import PARSER
from pipeline.render.package.reading import is_content
from pipeline.render.source.positions import W, paragraph_text
from pipeline.render.source.positions import paragraph_style as style_of

__all__ = ["BODY", "Cell", "Package", "Paragraph", "W", "paragraph_text", "parsed", "style_of"]
_PARAGRAPH: Final = f"{W}p"
BODY: Final = "word/document.xml"
#: The cell, row and table of a paragraph, each from 1.
Cell = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a part: its number as places name it, its text and the id of its style."""

    element: etree._Element
    number: int
    text: str
    style: str


class Package:
    """The parts of a template by name; what is read of them is kept."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self._contents = tuple(filter(is_content, parts))
        self._roots: dict[str, etree._Element | None] = {}
        self._paragraphs: dict[str, tuple[Paragraph, ...]] = {}
        self._numbers: dict[str, dict[etree._Element, int]] = {}

    def root(self, name: str) -> etree._Element | None:
        """Return the root of a part, None for one that is damaged, no XML or not there."""
        if name not in self._roots:
            self._roots[name] = parsed(self.parts.get(name, b""))
        return self._roots[name]

    def contents(self) -> tuple[str, ...]:
        """Return the names of the parts that a reader reads: body, headers, notes and others."""
        return self._contents

    def paragraphs(self, name: str) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a part in their order."""
        if name not in self._paragraphs:
            root = self.root(name)
            self._paragraphs[name] = () if root is None else tuple(_paragraphs(root))
        return self._paragraphs[name]

    def place(self, name: str, element: etree._Element) -> Location:
        """Return the place of an element of a part: its paragraph, or the one that holds it."""
        if name not in self._numbers:
            self._numbers[name] = {each.element: each.number for each in self.paragraphs(name)}
        at = (element, *element.iterancestors(f"{W}p"))
        found = (self._numbers[name].get(each) for each in at)
        return Location(part=name, paragraph=next((each for each in found if each), None))

    def elements(self, tag: str) -> Iterator[tuple[str, etree._Element]]:
        """Yield the elements of a name of Word's in the parts that a reader reads, with the part.

        A part that does not hold the name as it is usually written is not looked through.
        """
        sign = f"<w:{tag}".encode()
        for name in self.contents():
            if sign in self.parts[name]:
                root = self.root(name)
                yield from () if root is None else ((name, each) for each in root.iter(W + tag))


def parsed(content: bytes) -> etree._Element | None:
    """Return the root of a part, None for one that is damaged or no XML."""
    try:
        return etree.fromstring(content, PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _paragraphs(root: etree._Element) -> Iterator[Paragraph]:
    for number, element in enumerate(root.iter(_PARAGRAPH), 1):
        yield Paragraph(element, number, paragraph_text(element), style_of(element))
