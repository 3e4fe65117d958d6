"""Brackets that look like a tag's and are none: they would be printed as they are."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.package import Package
from pipeline.checks.quality.finding import quality_finding
from pipeline.checks.tags.standing import own_text
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.source.positions import TAG, opened

BRACKETS: Final = "TE-05"
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
#: What an author writes to have these signs printed.
_SIGNS: Final = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")
_APART: Final = re.compile(r"\{\s+[{%][^{}]*[}%]\s*\}|\{[{%][^{}]*[}%]\s+\}")
_STRAY: Final = re.compile(r"[^\s{}%]*\s*(?:\}\}|%\})")


def brackets(package: Package) -> Iterator[Finding]:
    """Yield brackets with a space between them, and ends of tags that were never opened."""
    for part in package.contents():
        if b"}" in package.parts[part]:
            yield from _of_part(package, part)


def _of_part(package: Package, part: str) -> Iterator[Finding]:
    is_open = False
    for paragraph in package.paragraphs(part):
        if "{" not in paragraph.text and "}" not in paragraph.text:
            continue
        rest = _SIGNS.sub(" ", _COMMENT.sub(" ", TAG.sub(" ", own_text(paragraph))))
        place = Location(part=part, paragraph=paragraph.number)
        apart = _APART.search(rest)
        stray = None if is_open else _STRAY.search(rest)
        if apart is not None:
            yield _finding(
                Text("There is a space between the brackets of this tag."),
                (place, apart[0]),
                Text("Write them together: {tag}", tag=_together(apart[0])),
            )
        elif stray is not None and opened(rest) is None:
            yield _finding(
                Text("A tag is closed here that was not opened."),
                (place, stray[0]),
                Text("Write its beginning, such as {tag}.", tag=_whole(stray[0])),
            )
        # A tag may go on in the next paragraph; that it does not is told elsewhere.
        is_open = opened(rest) is not None or (is_open and stray is None)


def _finding(message: Text, at: tuple[Location, str], hint: Text) -> Finding:
    place, tag = at
    found = Location(part=place.part, paragraph=place.paragraph, tag=tag.strip())
    return quality_finding(BRACKETS, message, found, hint)


def _together(tag: str) -> str:
    return re.sub(r"([}%])\s+\}", r"\1}", re.sub(r"\{\s+([{%])", r"{\1", tag)).strip()


def _whole(tag: str) -> str:
    opening, words = ("{%" if tag.endswith("%}") else "{{"), tag[:-2].strip()
    return f"{opening} {words or '…'} {tag[-2:]}"
