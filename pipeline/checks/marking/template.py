"""The marked copy of a template: each finding as a comment where it stands."""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from pipeline.checks.marking.comments import BODY, Comments
from pipeline.checks.marking.words import comment_lines, more_lines
from pipeline.checks.places import W, parsed
from pipeline.checks.repacking import repacked
from pipeline.core.errors import TemplateError
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.catalogue import translator
from pipeline.render.limits import DEFAULT
from pipeline.render.package.reading import read_parts

#: More would make Word slow, and nobody reads them.
_MOST: Final = 500


def mark_template(content: bytes, findings: Sequence[Finding], *, language: str) -> bytes:
    """Return a copy of a template with a comment for each finding, in a language.

    Word has no comments in headers, footers, notes and text boxes: what is wrong there is told at
    the paragraph that the text box hangs on, or at the first paragraph, with its place.

    Raises:
        TemplateError: the package is damaged, or holds what may not be in a template.
    """
    package = read_parts(content, DEFAULT)
    body = parsed(package[BODY])
    if body is None:
        raise TemplateError(
            Text("The text of the template cannot be read."), location=Location(part=BODY)
        )
    words = translator(language)
    paragraphs = list(body.iter(f"{W}p")) or [_first_paragraph(body)]
    comments = Comments(package, body)
    for each in findings[:_MOST]:
        paragraph, is_exact = _anchor(each.location, paragraphs)
        comments.add(paragraph, comment_lines(each, words, apart=not is_exact))
    if len(findings) > _MOST:
        comments.add(paragraphs[0], more_lines(len(findings) - _MOST, words))
    return repacked(content, comments.changed())


def _anchor(place: Location, paragraphs: list[etree._Element]) -> tuple[etree._Element, bool]:
    """Return the paragraph for a comment, and whether the finding stands in it."""
    number = place.paragraph
    if place.part != BODY or number is None or not 0 < number <= len(paragraphs):
        return _outermost(paragraphs[0]), False
    paragraph = paragraphs[number - 1]
    outermost = _outermost(paragraph)
    return outermost, outermost is paragraph


def _outermost(paragraph: etree._Element) -> etree._Element:
    *_, found = (paragraph, *paragraph.iterancestors(f"{W}p"))
    return found


def _first_paragraph(body: etree._Element) -> etree._Element:
    """Put an empty paragraph into a text that has none."""
    paragraph = etree.Element(f"{W}p")
    holder = body.find(f"{W}body")
    (body if holder is None else holder).insert(0, paragraph)
    return paragraph
