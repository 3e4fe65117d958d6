"""The lines of a plain text, such as a description or a calendar file, to be compared as others."""

from pipeline.checks.wording.line import Kind, Line, Words
from pipeline.core.location import Location
from pipeline.core.visible import visible


def plain_lines(content: bytes) -> tuple[Line, ...]:
    """Return the lines of a text in UTF-8, those with nothing on them left out."""
    texts = content.decode("utf-8", "replace").splitlines()
    return tuple(
        _line(visible(text), number) for number, text in enumerate(texts, 1) if text.strip()
    )


def _line(text: str, number: int) -> Line:
    place = Location(line=number)
    return Line(Kind.PARAGRAPH, text, place, (Words(text, place=place),))
