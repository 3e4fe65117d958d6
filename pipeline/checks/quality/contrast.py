"""Text that hardly differs from what it stands on: the contrast that WCAG asks for."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.checks.package import Package, Paragraph, W
from pipeline.checks.quality.finding import quality_finding
from pipeline.checks.quality.looks import Look, Looks, paragraph_look, run_look
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text

CONTRAST: Final = "TE-35"
#: What WCAG 2.1 asks for (1.4.3): https://www.w3.org/TR/WCAG21/#contrast-minimum
_LEAST: Final = 4.5
_LEAST_LARGE: Final = 3.0
#: Large text is 18 points, or 14 if it is bold; sizes are half points.
_LARGE: Final = 36
_LARGE_BOLD: Final = 28
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")
_COLOURED: Final = (b"<w:color ", b"<w:shd ")
_COLOUR: Final = f"{W}color"
_COLOURING: Final = (_COLOUR, f"{W}rStyle")
_RUN: Final = f"{W}r"
_TEXT: Final = f"{W}t"
_OWN: Final = (*_COLOURED, b"<w:rStyle ", b"<w:tblStyle ")
_CELL_COLOUR: Final = "cellbg"


def contrast(package: Package) -> Iterator[Finding]:
    """Yield the paragraphs with text that is hard to read on its background."""
    if not any(sign in package.parts.get("word/styles.xml", b"") for sign in _COLOURED) and not any(
        sign in package.parts[name] for name in package.contents() for sign in _COLOURED
    ):
        return
    looks = Looks(package)
    for name in package.contents():
        plain = not any(sign in package.parts[name] for sign in _OWN)
        seen: set[str] = set()
        for paragraph in package.paragraphs(name):
            if not paragraph.text.strip() or (plain and paragraph.style in seen):
                # Paragraphs of one style look alike where nothing else has a say.
                continue
            seen.add(paragraph.style)
            if _is_coloured(paragraph, looks):
                yield from _of_paragraph(name, paragraph, looks)


def _is_coloured(paragraph: Paragraph, looks: Looks) -> bool:
    """Tell that its style or something in a paragraph gives text in it a colour of its own."""
    return _is_colour(looks.paragraph_style(paragraph.style).colour) or any(
        _is_colour(_named_colour(each, looks)) for each in paragraph.element.iter(*_COLOURING)
    )


def _named_colour(element: etree._Element, looks: Looks) -> str | None:
    """Return the colour that an element is, or that the style it names has."""
    value = element.get(f"{W}val", "")
    return value if element.tag == _COLOUR else looks.style(value).colour


def _is_colour(value: str | None) -> bool:
    """Tell that a colour is one, and not one that Word chooses to differ by itself."""
    return value is not None and _HEX.fullmatch(value) is not None


def _of_paragraph(part: str, paragraph: Paragraph, looks: Looks) -> Iterator[Finding]:
    around = paragraph_look(paragraph.element, paragraph.style, looks)
    for run in paragraph.element.iterdescendants(_RUN):
        text = "".join([node.text or "" for node in run.iterchildren(_TEXT)]).strip()
        look = run_look(run, looks, around) if text else Look()
        found = _ratio_if_low(look)
        if found is not None and _CELL_COLOUR not in paragraph.text:
            yield quality_finding(
                CONTRAST,
                Text("The text “{text}” is hard to read: its contrast is {ratio}, and {least} is"
                     " needed (#{colour} on #{fill}).",
                     text=text[:40], ratio=f"{found[0]:.1f}", least=f"{found[1]:.1f}",
                     colour=look.colour or "", fill=look.fill or ""),
                Location(part=part, paragraph=paragraph.number),
                Text("Choose a darker or lighter colour for the text or for its background."),
            )  # fmt: skip
            return


def _ratio_if_low(look: Look) -> tuple[float, float] | None:
    """Return the contrast of a look and the one that it needs, if it is too low."""
    if not (_is_colour(look.colour) and _is_colour(look.fill)):
        return None
    ratio = contrast_ratio(look.colour or "", look.fill or "")
    large = (look.size or 0) >= (_LARGE_BOLD if look.bold else _LARGE)
    least = _LEAST_LARGE if large else _LEAST
    return (ratio, least) if ratio < least else None


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two colours RRGGBB, from 1 to 21, as WCAG 2.1 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
