"""How text looks: its colour, size and what it stands on, by its run, its styles and its cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.checks.package import Package, W

_STYLES: Final = "word/styles.xml"
_BASED: Final = re.compile(rb"<w:basedOn w:val=\"([^\"]*)\"")
_COLOUR: Final = re.compile(rb"<w:color [^>]*?w:val=\"([0-9A-Fa-f]{6}|auto)\"")
_FILL: Final = re.compile(rb"<w:shd [^>]*?w:fill=\"([0-9A-Fa-f]{6}|auto)\"")
_SIZE: Final = re.compile(rb"<w:sz w:val=\"(\d+)\"")
_BOLD: Final = re.compile(rb"<w:b(?: w:val=\"(?:1|true|on)\")?\s*/>")
_DEFAULT: Final = re.compile(rb"<w:style\b(?=[^>]*w:type=\"paragraph\")(?=[^>]*w:default=\"1\")"
                             rb"[^>]*?w:styleId=\"([^\"]*)\"")  # fmt: skip
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")
_PLAIN_SIZE: Final = 22
_PAPER: Final = "FFFFFF"
_RUN_PROPERTIES: Final = f"{W}rPr"
_PARAGRAPH_PROPERTIES: Final = f"{W}pPr"
_CELL_PROPERTIES: Final = f"{W}tcPr"
_TABLE_PROPERTIES: Final = f"{W}tblPr"
_SHADING: Final = f"{W}shd"
_COLOURED: Final = f"{W}color"
_SIZED: Final = f"{W}sz"
_BOLDED: Final = f"{W}b"
_VALUE: Final = f"{W}val"


@dataclass(frozen=True, slots=True)
class Look:
    """What a run or style says of its text; None where it says nothing. Sizes are half points."""

    colour: str | None = None
    fill: str | None = None
    size: int | None = None
    bold: bool = False

    def over(self, below: "Look") -> "Look":
        """Return the look of what has this look, and another one where this one says nothing."""
        return Look(
            self.colour or below.colour,
            self.fill or below.fill,
            self.size or below.size,
            self.bold or below.bold,
        )


class Looks:
    """The looks of a package's styles, read when they are asked for."""

    def __init__(self, package: Package) -> None:
        self._content = package.parts.get(_STYLES, b"")
        default = _DEFAULT.search(self._content)
        self._default = "" if default is None else default[1].decode()
        self._known: dict[str, Look] = {}

    def paragraph_style(self, style: str) -> Look:
        """Return the look of a paragraph style, the default one for an empty id."""
        return self.style(style or self._default)

    def style(self, style: str) -> Look:
        """Return the look of a style with that of those it is based on."""
        if style not in self._known:
            look = Look()
            for each in self._chain(style):
                look = look.over(_look_of(each))
            self._known[style] = look
        return self._known[style]

    def _chain(self, style: str) -> Iterator[bytes]:
        """Yield the XML of a style, and of those it is based on."""
        seen = {""}
        while style not in seen:
            seen.add(style)
            written = self._written(style)
            yield written
            based = _BASED.search(written)
            style = "" if based is None else based[1].decode()

    def _written(self, style: str) -> bytes:
        """Return the XML of a style, which is not worth parsing with all the others."""
        at = self._content.find(f'w:styleId="{style}"'.encode())
        end = self._content.find(b"</w:style>", at)
        return self._content[at:end] if at >= 0 else b""


def run_look(run: etree._Element, looks: Looks, around: Look) -> Look:
    """Return the look of a run in a paragraph of some look."""
    properties = next(run.iterchildren(_RUN_PROPERTIES), None)
    if properties is None:
        return around
    named = next(properties.iterchildren(f"{W}rStyle"), None)
    style = Look() if named is None else looks.style(named.get(_VALUE, ""))
    return _direct(properties).over(style).over(around)


def paragraph_look(paragraph: etree._Element, style: str, looks: Looks) -> Look:
    """Return the look of a paragraph: its own fill, its style's look, and its cell's fill."""
    fill = _fill(_property(paragraph, _PARAGRAPH_PROPERTIES, _SHADING))
    look = Look(fill=fill).over(looks.paragraph_style(style))
    return look.over(Look("auto", _behind(paragraph, looks), _PLAIN_SIZE))


def _behind(paragraph: etree._Element, looks: Looks) -> str:
    """Return what a paragraph without a fill of its own stands on; "auto" if it is not known."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return _PAPER
    table = next(cell.iterancestors(f"{W}tbl"), None)
    style = None if table is None else _property(table, _TABLE_PROPERTIES, f"{W}tblStyle")
    # A table's style may fill some of its rows and columns, by what the table says of them.
    is_filled = style is not None and looks.style(style.get(_VALUE, "")).fill is not None
    shading = _property(cell, _CELL_PROPERTIES, _SHADING)
    return _fill(shading) or ("auto" if is_filled else _PAPER)


def _property(element: etree._Element, group: str, name: str) -> etree._Element | None:
    """Return a property of an element; a path of lxml's takes many times the time."""
    found = (each for held in element.iterchildren(group) for each in held.iterchildren(name))
    return next(found, None)


def _look_of(style: bytes) -> Look:
    colour, size = _COLOUR.search(style), _SIZE.search(style)
    fills = (each for each in _FILL.findall(style) if each != b"auto")
    return Look(
        None if colour is None else colour[1].decode(),
        next((each.decode() for each in fills), None),
        None if size is None else int(size[1]),
        _BOLD.search(style) is not None,
    )


def _direct(properties: etree._Element) -> Look:
    # Of several of a name, the first one counts.
    told = properties.iterchildren(_COLOURED, _SIZED, _BOLDED, _SHADING, reversed=True)
    said = {each.tag: each for each in told}
    colour, size, bold = said.get(_COLOURED), said.get(_SIZED), said.get(_BOLDED)
    written = "" if size is None else size.get(_VALUE, "")
    return Look(
        None if colour is None else colour.get(_VALUE),
        _fill(said.get(_SHADING)),
        int(written) if written.isdecimal() else None,
        bold is not None and bold.get(_VALUE) not in {"0", "false", "off"},
    )


def _fill(shading: etree._Element | None) -> str | None:
    fill = "" if shading is None else shading.get(f"{W}fill", "")
    return fill if _HEX.fullmatch(fill) else None
