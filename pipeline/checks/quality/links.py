"""Links whose text does not tell where they lead."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.package import Package, paragraph_text
from pipeline.checks.quality.finding import quality_finding
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text

LINKS: Final = "TE-39"
#: Texts that say nothing when a screen reader lists the links of a document.
_EMPTY_WORDS: Final = frozenset(
    {"tästä", "täältä", "tässä", "täällä", "tänne", "linkki", "linkistä", "tästä linkistä"}
    | {"klikkaa", "klikkaa tästä", "klikkaa tästä linkistä", "lue lisää", "lisätietoja tästä"}
    | {"här", "klicka här", "länk", "länken", "läs mer", "via länken"}
    | {"here", "click here", "link", "this link", "read more", "more"}
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+")
_LONGEST_ADDRESS: Final = 40
_TAG: Final = re.compile(r"\{\{[^{}]*?[\"“”']([^\"“”']*)[\"“”']\s*\|\s*link\b[^{}]*\}\}")


def links(package: Package) -> Iterator[Finding]:
    """Yield the links that say “here” or the like, or that show a long address."""
    for part, link in package.elements("hyperlink"):
        yield from _of_text(paragraph_text(link), package.place(part, link))
    for part in package.contents():
        for paragraph in package.paragraphs(part) if b"link" in package.parts[part] else ():
            for tag in _TAG.finditer(paragraph.text):
                place = Location(part=part, paragraph=paragraph.number, tag=tag[0])
                yield from _of_text(tag[1], place)


def _of_text(text: str, place: Location) -> Iterator[Finding]:
    words = " ".join(text.split())
    hint = Text("Write what is found there, such as the name of the page or the document.")
    if words.strip(" .:!?>»→").casefold() in _EMPTY_WORDS:
        message = Text("The text of the link, “{text}”, does not tell where it leads.", text=words)
        yield quality_finding(LINKS, message, place, hint)
    elif _ADDRESS.fullmatch(words) and len(words) > _LONGEST_ADDRESS:
        message = Text("The link shows a long address: {text}", text=words)
        yield quality_finding(LINKS, message, place, hint)
