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
    properties = run.find(f"{W}rPr")
    if properties is None:
        return around
    named = properties.find(f"{W}rStyle")
    style = Look() if named is None else looks.style(named.get(f"{W}val", ""))
    return _direct(properties).over(style).over(around)


def paragraph_look(paragraph: etree._Element, style: str, looks: Looks) -> Look:
    """Return the look of a paragraph: its own fill, its style's look, and its cell's fill."""
    fill = _fill(paragraph.find(f"{W}pPr/{W}shd"))
    look = Look(fill=fill).over(looks.paragraph_style(style))
    return look.over(Look("auto", _behind(paragraph, looks), _PLAIN_SIZE))


def _behind(paragraph: etree._Element, looks: Looks) -> str:
    """Return what a paragraph without a fill of its own stands on; "auto" if it is not known."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return _PAPER
    table = next(cell.iterancestors(f"{W}tbl"), None)
    style = None if table is None else table.find(f"{W}tblPr/{W}tblStyle")
    # A table's style may fill some of its rows and columns, by what the table says of them.
    is_filled = style is not None and looks.style(style.get(f"{W}val", "")).fill is not None
    return _fill(cell.find(f"{W}tcPr/{W}shd")) or ("auto" if is_filled else _PAPER)


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
    colour, size = properties.find(f"{W}color"), properties.find(f"{W}sz")
    bold = properties.find(f"{W}b")
    written = "" if size is None else size.get(f"{W}val", "")
    return Look(
        None if colour is None else colour.get(f"{W}val"),
        _fill(properties.find(f"{W}shd")),
        int(written) if written.isdecimal() else None,
        bold is not None and bold.get(f"{W}val") not in {"0", "false", "off"},
    )


def _fill(shading: etree._Element | None) -> str | None:
    fill = "" if shading is None else shading.get(f"{W}fill", "")
    return fill if _HEX.fullmatch(fill) else None
