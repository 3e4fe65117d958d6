"""The lines of one part: its paragraphs, tables and sections in their order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from pipeline.checks.package import W, paragraph_text
from pipeline.checks.wording.inline import Links, paragraph_words
from pipeline.checks.wording.line import Kind, Line, Words
from pipeline.checks.wording.marks import Marks
from pipeline.checks.wording.sections import section_words
from pipeline.checks.wording.styles import StyleBook
from pipeline.checks.wording.tables import (
    cell_marks,
    is_header,
    row_marks,
    table_style,
    table_words,
)
from pipeline.core.location import Location

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Elements that stand around blocks, rows and cells without being any.
_AROUND: Final = frozenset(
    {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
    | {f"{_MC}AlternateContent", f"{_MC}Choice"}
)
_BLOCKS: Final = frozenset(f"{W}{name}" for name in ("p", "tbl", "sectPr", "altChunk"))
_TEXT_BOX: Final = f"{W}txbxContent"
_FALLBACK: Final = f"{_MC}Fallback"
_INDENT: Final = "  "


@dataclass(slots=True)
class PartReader:
    """Reads the lines of a part; `addresses` are those of its links."""

    part: str
    root: etree._Element
    styles: StyleBook
    addresses: Mapping[str, str]
    _marks: Marks = field(default_factory=Marks)
    _heading: str | None = None
    _numbers: dict[etree._Element, int] = field(init=False)
    _tables: dict[etree._Element, int] = field(init=False)
    _links: Links = field(init=False)

    def __post_init__(self) -> None:
        """Count paragraphs and tables as findings count them, and note where bookmarks are."""
        self._numbers = {each: at for at, each in enumerate(self.root.iter(f"{W}p"), 1)}
        self._tables = {each: at for at, each in enumerate(self.root.iter(f"{W}tbl"), 1)}
        self._links = Links(self.addresses, _bookmarks(self.root))

    def lines(self, parent: etree._Element, prefix: str = "") -> Iterator[Line]:
        """Yield the lines of an element's blocks; `prefix` stands before each."""
        for block in _inside(parent, _BLOCKS):
            match str(block.tag).removeprefix(W):
                case "p":
                    yield from self._paragraph(block, prefix)
                case "tbl":
                    yield from self._table(block, prefix)
                case "sectPr":
                    yield from self._section(block, prefix)
                case _:
                    yield Line(Kind.SECTION, f"{prefix}[inserted file]", Location(part=self.part))

    def _paragraph(self, paragraph: etree._Element, prefix: str) -> Iterator[Line]:
        words, text = self._read(paragraph, Location(part=self.part))
        level = self.styles.style(paragraph).heading
        kind = Kind.PARAGRAPH if self.styles.item(paragraph) is None else Kind.ITEM
        if level:
            kind = Kind.HEADING
            self._heading = words.text
            words = replace(words, place=replace(words.place, heading=words.text))
        yield Line(kind, f"{prefix}{text}", words.place, (words,), level)
        yield from self._boxes(paragraph, prefix)
        section = paragraph.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            yield from self._section(section, prefix)

    def _read(self, paragraph: etree._Element, place: Location) -> tuple[Words, str]:
        """Return a paragraph's words, and the same with the marks of their kind."""
        style = self.styles.style(paragraph)
        text = paragraph_words(paragraph, self._links)
        place = replace(place, heading=self._heading, paragraph=self._numbers[paragraph])
        named = place.table is None
        marked = self._marks.marked(style, self.styles.item(paragraph), text, named=named)
        return Words(text, style.name, place), marked

    def _boxes(self, paragraph: etree._Element, prefix: str) -> Iterator[Line]:
        for box in _boxes_of(paragraph):
            yield from self.lines(box, f"{prefix}[text box] ")

    def _section(self, section: etree._Element, prefix: str) -> Iterator[Line]:
        words = section_words(section)
        if words:
            place = Location(part=self.part, heading=self._heading)
            yield Line(Kind.SECTION, f"{prefix}{words}", place)

    def _table(self, table: etree._Element, prefix: str) -> Iterator[Line]:
        place = Location(part=self.part, heading=self._heading, table=self._tables[table])
        # A row is read for its words: the styles of its cells are told once for the table.
        used = {self.styles.style(each) for each in table.iter(f"{W}p")}
        styles = sorted(style.name for style in used if style.name and not style.default)
        words = Words(table_words(table), table_style(table), place)
        told = (f"[table {words.style}]".replace(" ]", "]"), words.text, _listed(styles))
        text = " ".join(each for each in told if each)
        yield Line(Kind.TABLE, f"{prefix}{text}", place, (words,))
        for at, row in enumerate(_inside(table, frozenset({f"{W}tr"})), 1):
            yield from self._row(row, replace(place, row=at), prefix)

    def _row(self, row: etree._Element, place: Location, prefix: str) -> Iterator[Line]:
        cells, paragraphs = [], []
        elements = tuple(_inside(row, frozenset({f"{W}tc"})))
        for at, cell in enumerate(elements, 1):
            text, words = self._cell(cell, replace(place, table_column=at))
            cells.append(text)
            paragraphs += words
        bar = "||" if is_header(row) else "|"
        text = f"{row_marks(row)}{bar} {f' {bar} '.join(cells)} {bar}"
        first = paragraphs[0].place.paragraph if paragraphs else None
        place = replace(place, heading=self._heading, paragraph=first)
        yield Line(Kind.ROW, f"{prefix}{text}", place, tuple(paragraphs))
        for cell in elements:
            for block in _inside(cell, _BLOCKS):
                if block.tag == f"{W}tbl":
                    yield from self._table(block, f"{prefix}{_INDENT}")
                else:
                    yield from self._boxes(block, f"{prefix}{_INDENT}")

    def _cell(self, cell: etree._Element, place: Location) -> tuple[str, list[Words]]:
        texts, paragraphs = [], []
        for block in _inside(cell, _BLOCKS):
            if block.tag == f"{W}p":
                words, text = self._read(block, place)
                paragraphs.append(words)
                texts.append("" if not words.text else text.replace(" | ", " \\| "))
            elif block.tag == f"{W}tbl":
                texts.append("[table]")
        return f"{cell_marks(cell)}{' / '.join(each for each in texts if each)}", paragraphs


def _inside(parent: etree._Element, wanted: frozenset[str]) -> Iterator[etree._Element]:
    """Yield the wanted elements in a parent, looking through those that only stand around."""
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in _AROUND:
            yield from _inside(child, wanted)


def _listed(names: list[str]) -> str:
    return f"[{', '.join(names)}]" if names else ""


def _boxes_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes of a paragraph; not those inside of them, nor copies for old Word."""
    for box in paragraph.iter(_TEXT_BOX):
        above = box.iterancestors()
        stop = next(
            each for each in above if each.tag in {_TEXT_BOX, _FALLBACK} or each is paragraph
        )
        if stop is paragraph:
            yield box


def _bookmarks(root: etree._Element) -> dict[str, str]:
    """Return the words of the paragraph at each bookmark."""
    found: dict[str, str] = {}
    for each in root.iter(f"{W}bookmarkStart"):
        paragraph = next(each.iterancestors(f"{W}p"), None)
        words = "" if paragraph is None else paragraph_text(paragraph)
        found.setdefault(each.get(f"{W}name", ""), words)
    return found
