"""The text of a whole document: its properties, its body, then headers, notes and charts."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from pipeline.checks.package import W, parsed
from pipeline.checks.wording.blocks import PartReader
from pipeline.checks.wording.line import Kind, Line, Words
from pipeline.checks.wording.properties import property_lines
from pipeline.checks.wording.styles import StyleBook
from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.core.visible import visible

_BODY: Final = "word/document.xml"
_AFTER: Final = re.compile(
    r"word/(header|footer|footnotes|endnotes|comments|charts/chart)(\d*)\.xml"
)
_ORDER: Final = ("header", "footer", "footnotes", "endnotes", "comments", "charts/chart")
_NOTES: Final = {f"{W}footnote": "^", f"{W}endnote": "^^", f"{W}comment": "comment "}
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART_TEXTS: Final = (f"{_A}p", "{http://schemas.openxmlformats.org/drawingml/2006/chart}v")


def document_text(parts: Mapping[str, bytes]) -> str:
    """Return the text of a document's parts, a line for each paragraph and row.

    Raises:
        TemplateError: a part with words in it is damaged.
    """
    return "".join(f"{line.text}\n" for line in document_lines(parts))


def document_lines(parts: Mapping[str, bytes]) -> tuple[Line, ...]:
    """Return the lines of a document, given its parts by name.

    Raises:
        TemplateError: a part with words in it is damaged.
    """
    styles = StyleBook(parts)
    names = sorted((name for name in parts if _AFTER.fullmatch(name)), key=_place)
    lines = [*property_lines(parts), *_part_lines(_BODY, parts, styles)]
    for name in names:
        words = tuple(_part_lines(name, parts, styles))
        if words:
            title = name.removeprefix("word/").removesuffix(".xml")
            lines += (Line(Kind.PART, f"=== {title}", Location(part=name)), *words)
    return tuple(lines)


def _place(name: str) -> tuple[int, int]:
    found = _AFTER.fullmatch(name)
    kind, number = found.groups() if found else ("", "")
    return _ORDER.index(kind), int(number or 0)


def _part_lines(name: str, parts: Mapping[str, bytes], styles: StyleBook) -> Iterator[Line]:
    root = parsed(parts.get(name, b""))
    if root is None:
        raise TemplateError(
            Text("The part {part} of the document is damaged.", part=name),
            hint=Text("Open it in Word and save it again as a Word document (.docx)."),
            location=Location(part=name),
        )
    if name.startswith("word/charts/"):
        yield from _chart_lines(name, root)
        return
    reader = PartReader(name, root, styles, _addresses(name, parts))
    if name == _BODY:
        for body in root.iterchildren(f"{W}body"):
            yield from reader.lines(body)
    elif any(True for _ in root.iterchildren(*_NOTES)):
        for note in root.iterchildren(*_NOTES):
            # Those with a type are the lines that Word draws above notes.
            if note.get(f"{W}type", "normal") == "normal":
                sign = f"[{_NOTES[str(note.tag)]}{note.get(f'{W}id', '')}] "
                yield from reader.lines(note, sign)
    else:
        yield from reader.lines(root)


def _chart_lines(name: str, root: etree._Element) -> Iterator[Line]:
    for number, each in enumerate(root.iter(*_CHART_TEXTS), 1):
        text = visible(" ".join("".join(str(part) for part in each.itertext()).split()))
        if text:
            place = Location(part=name, paragraph=number)
            yield Line(Kind.PARAGRAPH, text, place, (Words(text, place=place),))


def _addresses(name: str, parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the addresses that a part's links lead to, by the ids of their relationships."""
    folder, _, file = name.rpartition("/")
    root = parsed(parts.get(f"{folder}/_rels/{file}.rels", b""))
    if root is None:
        return {}
    return {
        each.get("Id", ""): visible(each.get("Target", ""))
        for each in root.iter("{*}Relationship")
        if each.get("TargetMode") == "External"
    }
