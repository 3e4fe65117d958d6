"""Texts outside of Word's paragraphs, in charts and in properties: each a template of its own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from xml.sax.saxutils import escape

from lxml import etree
from markupsafe import Markup

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.limits import Limits
from pipeline.render.printing import TaggedPart
from pipeline.render.source.dialect import PartSource, has_tags, one_tag_a_line, print_signs
from pipeline.render.source.positions import (
    TAG,
    Position,
    core_text,
    locate_lines,
    opened,
    straight_quotes,
)
from pipeline.render.values.marks import without_marks

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAME: Final = "paja-text"
_PLACE: Final = re.compile(rf"<\?{_NAME} (\d+)\?>")
_OPENED: Final = re.compile(r"\{\{|\{%")
_MARKUP: Final = re.compile(r"<[^>]*>")


class PlainTexts:
    """The texts with tags that stand outside of paragraphs, numbered as patterns name them."""

    def __init__(self) -> None:
        self._sources: list[PartSource] = []

    def add(self, text: str, place: Location) -> int:
        """Keep a text and return its number; `place` tells the part and where in it."""
        self._sources.append(_source(text, place))
        return len(self._sources) - 1

    def put(self, element: etree._Element, text: str, place: Location) -> None:
        """Keep a text and put its number in the place of an element's text."""
        number = self.add(text, place)
        element.text = None
        element.insert(0, etree.PI(_NAME, str(number)))

    def all(self) -> tuple[PartSource, ...]:
        """Return the texts as sources, in the order of their numbers."""
        return tuple(self._sources)


@dataclass(frozen=True, slots=True)
class Pattern:
    """XML with places for texts: one piece more than there are numbers of texts."""

    pieces: tuple[str, ...]
    numbers: tuple[int, ...]

    def filled(self, values: Sequence[str]) -> str:
        """Return the XML with these values, escaped once."""
        filled = [self.pieces[0]]
        for number, piece in zip(self.numbers, self.pieces[1:], strict=True):
            filled += (escape(values[number]), piece)
        return "".join(filled)

    def part(self, values: Sequence[str]) -> bytes:
        """Return the XML with these values as a part."""
        return f"{_DECLARATION}{self.filled(values)}".encode()


def pattern(element: etree._Element, hint: Text, place: Location) -> Pattern:
    """Return the pattern of an element whose texts are put.

    Raises:
        TemplateError: there are tags in it where nothing is filled in; with the hint.
    """
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    # A tag may be split over elements, too.
    if _OPENED.search(xml) or _OPENED.search(_MARKUP.sub("", xml)):
        raise TemplateError(
            Text("The template's part {part} holds a tag, but is not filled in.",
                 part=place.part or ""),
            hint=hint,
            location=place,
        )  # fmt: skip
    pieces = _PLACE.split(xml)
    return Pattern(tuple(pieces[::2]), tuple(map(int, pieces[1::2])))


def is_tagged(text: str) -> bool:
    """Tell that a text has tags, or signs that stand for those of tags."""
    return has_tags(text.encode())


def plain_value(tagged: TaggedPart, context: Mapping[str, object], limits: Limits) -> str:
    """Return what a text says, in one line and without any look.

    Raises:
        TemplateError: an unknown name or a value that cannot be printed; with the place.
    """
    return Markup(without_marks(tagged.text(context, limits))).unescape()  # noqa: S704 - escaped


def _source(text: str, place: Location) -> PartSource:
    known = tuple(Position(core_text(tag), replace(place, tag=tag)) for tag in TAG.findall(text))
    source = one_tag_a_line(_escaped(text))
    rest = opened(text)
    unclosed = () if rest is None else (replace(place, tag=rest),)
    places = locate_lines(source, known)
    return PartSource(place.part or "", print_signs(source), places, unclosed)


def _escaped(text: str) -> str:
    """Return a text whose words are escaped, and whose tags are as Jinja reads them."""
    pieces: list[str] = []
    end = 0
    for tag in TAG.finditer(text):
        pieces += (escape(text[end : tag.start()]), straight_quotes(tag[0]))
        end = tag.end()
    return "".join([*pieces, escape(text[end:])])
