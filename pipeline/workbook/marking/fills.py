"""The fills of faulty cells: formats made from a cell's own, and the way back to it."""

import copy
from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Final

from lxml import etree

from pipeline.core.finding import Severity
from pipeline.workbook.marking.styles import Styles
from pipeline.workbook.marking.xml import child_of, new, root_of, tag

#: The colours begin here; the last digits of green and blue number them.
_BASES: Final = {Severity.ERROR: (0xC0, 0xB0), Severity.WARNING: (0xE0, 0x90)}
_STEPS: Final = 16
#: More shades than a workbook has fills, should it have ours already.
_REDS: Final = range(0xFF, 0, -1)
#: A fill of a cell is longer than this only if somebody has written over the record.
_LONGEST: Final = 10_000


class Fills:
    """Makes marked formats in one workbook's styles.

    `colours` tells which of our colours stands for which fill of the cell's own ("" for none),
    `origins` from which format each of ours was made.
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._taken = {colour_of(fill) for fill in styles.fills}
        self._marked: dict[tuple[int, Severity], int] = {}
        self._by_fill: dict[tuple[str, Severity], tuple[str, int]] = {}
        self.colours: dict[str, str] = {}
        self.origins: dict[str, int] = {}

    def marked(self, style: int, severity: Severity) -> int:
        """Return the format that is like another but filled as a fault of this severity is."""
        key = style, severity
        if key not in self._marked:
            self._marked[key] = self._derive(style, severity)
        return self._marked[key]

    def _derive(self, style: int, severity: Severity) -> int:
        styles = self._styles
        origin = style if style < len(styles.formats) else 0
        made = copy.deepcopy(styles.formats[origin])
        made.set("fillId", str(self._fill(made, severity)))
        made.set("applyFill", "1")
        number = styles.add_format(made)
        self.origins[str(number)] = style
        return number

    def _fill(self, form: etree._Element, severity: Severity) -> int:
        own = self._styles.fill_of(form)
        text = "" if own is None or is_empty(own) else etree.tostring(own, encoding="unicode")
        if (text, severity) not in self._by_fill:
            colour = next(each for each in _colours(severity) if each not in self._taken)
            self._taken.add(colour)
            self.colours[colour] = text
            self._by_fill[text, severity] = colour, self._styles.add_fill(_solid(colour))
        return self._by_fill[text, severity][1]


def restore_fills(styles: Styles, colours: Mapping[str, str]) -> bool:
    """Give every format that has one of our colours its own fill back; tell whether any had."""
    found = False
    ours = {colour: "" for severity in _BASES for colour in islice(_colours(severity), _STEPS**2)}
    originals = dict(colours) or ours
    numbers: dict[str, int] = {}
    for form in styles.formats:
        own = styles.fill_of(form)
        colour = None if own is None else colour_of(own)
        if colour in originals:
            if colour not in numbers:
                numbers[colour] = _restored(styles, originals[colour])
            form.set("fillId", str(numbers[colour]))
            found = True
    return found


def colour_of(fill: etree._Element) -> str | None:
    """Return the colour of a solid fill, None for any other."""
    pattern = child_of(fill, "patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return None
    colour = child_of(pattern, "fgColor")
    return (colour.get("rgb") or "").upper() if colour is not None else None


def is_empty(fill: etree._Element) -> bool:
    """Tell whether a fill shows nothing."""
    pattern = child_of(fill, "patternFill")
    return pattern is not None and pattern.get("patternType", "none") == "none"


def _restored(styles: Styles, text: str) -> int:
    if not text or len(text) > _LONGEST:
        return 0
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        fill = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError):  # somebody has written over the record
        return 0
    is_fill = fill.tag == tag("fill") and "<!DOCTYPE" not in text
    return styles.add_fill(fill) if is_fill else 0


def _colours(severity: Severity) -> Iterator[str]:
    green, blue = _BASES[severity]
    for red, high, low in product(_REDS, range(_STEPS), range(_STEPS)):
        yield f"FF{red:02X}{green + high:02X}{blue + low:02X}"


def _solid(colour: str) -> etree._Element:
    fill = root_of("fill")
    pattern = new(fill, "patternFill", patternType="solid")
    new(pattern, "fgColor", rgb=colour)
    new(pattern, "bgColor", indexed="64")
    return fill
