"""How the cells of the list of gaps look, in the terms of the workbook's own styles."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.workbook.marking.styles import Styles
from pipeline.workbook.marking.xml import new, root_of

#: How many fonts and formats `add_list_styles` adds.
FONTS, FORMATS = 5, 5
_FONT: Final = "Calibri"
_INK: Final = "FF1B1F24"
_ACCENT: Final = "FF1F4E79"
_MUTED: Final = "FF555F6B"


@dataclass(frozen=True, slots=True)
class ListStyles:
    """The numbers of the formats of the list's cells."""

    title: int
    help: int
    header: int
    text: int
    link: int


def add_list_styles(styles: Styles) -> ListStyles:
    """Add the formats of the list to a workbook's styles."""
    text = styles.add_font(_font(11, _INK))
    return ListStyles(
        title=_format(styles, styles.add_font(_font(16, _ACCENT, bold=True)), wrap=False),
        help=_format(styles, styles.add_font(_font(10, _MUTED)), wrap=False),
        header=_format(styles, styles.add_font(_font(11, _ACCENT, bold=True))),
        text=_format(styles, text),
        link=_format(styles, styles.add_font(_font(11, _ACCENT, underlined=True))),
    )


def _font(
    size: int, colour: str, *, bold: bool = False, underlined: bool = False
) -> etree._Element:
    font = root_of("font")
    if bold:
        new(font, "b")
    if underlined:
        new(font, "u")
    new(font, "sz", val=str(size))
    new(font, "color", rgb=colour)
    new(font, "name", val=_FONT)
    return font


def _format(styles: Styles, font: int, *, wrap: bool = True) -> int:
    form = root_of("xf")
    for name, value in (("numFmtId", "49"), ("fontId", str(font)), ("fillId", "0")):
        form.set(name, value)
    for name, value in (("borderId", "0"), ("xfId", "0"), ("applyNumberFormat", "1")):
        form.set(name, value)
    form.set("applyFont", "1")
    form.set("applyAlignment", "1")
    new(form, "alignment", vertical="top", **({"wrapText": "1"} if wrap else {}))
    return styles.add_format(form)
