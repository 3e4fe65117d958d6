"""What the tags of table cells need: cellbg, colspan, vm and hm put properties in their order."""

import re
from typing import Final

from lxml import etree

from pipeline.render.source.positions import W
from schemas.contexts.gap import Gap

_CELL_TAG: Final = re.compile(r"\{%\s*(?:cellbg\s|colspan\s|vm\s*%|hm\s*%)")
_PROPERTIES: Final = re.compile(r"(<w:tcPr>)(.*?)(</w:tcPr>)", re.DOTALL)
#: An opening tag, whose attributes may hold tags of the template with ">" in them.
_OPENING: Final = re.compile(r"\s*<([\w:]+)(?:\{\{.*?\}\}|\{%.*?%\}|[^>{])*+>", re.DOTALL)
_FILL: Final = re.compile(r'(w:fill="\{\{)(.*?)(-?\}\}")', re.DOTALL)
_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}|auto")
#: The order of a cell's properties in the schema; Word may refuse a document with another one.
_ORDER: Final = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
    "textDirection", "tcFitText", "vAlign", "hideMark",
)  # fmt: skip
_PLACES: Final = {f"w:{name}": place for place, name in enumerate(_ORDER)}


def prepare_cells(root: etree._Element) -> None:
    """Give each cell with such a tag properties of its own, which docxtpl fills but never makes."""
    for cell in root.iter(f"{W}tc"):
        if _CELL_TAG.search(_own_text(cell)) is None:
            continue
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            properties = etree.Element(f"{W}tcPr")
            cell.insert(0, properties)
        for former in properties.findall(f"{W}tcPrChange"):
            # A tracked change holds the former properties, which docxtpl would take for these.
            properties.remove(former)
        if len(properties) == 0:
            # Else written as one empty element, behind which docxtpl would put the rest.
            properties.text = ""


def order_cells(source: str) -> str:
    """Return patched source in which the properties of each cell with tags are in valid order."""
    return _PROPERTIES.sub(_ordered, source)


def guard_colours(source: str) -> str:
    """Return patched source whose cellbg tags print colours only."""
    return _FILL.sub(r"\1(\2)|_colour\3", source)


def colour(value: object) -> object:
    """Return a cell's colour, "auto" for a gap or an empty text.

    Raises:
        ValueError: a text or number that is no colour of the form RRGGBB.
    """
    match value:
        case Gap() | "":
            return "auto"
        case str() | int() if not _COLOUR.fullmatch(str(value)):
            raise ValueError(f"cellbg: “{value}” ≠ RRGGBB")
        case _:
            return value


def _own_text(cell: etree._Element) -> str:
    return "".join(
        node.text or "" for node in cell.iter(f"{W}t") if next(node.iterancestors(f"{W}tc")) is cell
    )


def _ordered(found: re.Match[str]) -> str:
    children = _children(found[2].strip()) if "{" in found[2] else None
    if children is None:
        return found[0]
    ordered = sorted(children, key=lambda name: _PLACES.get(name, len(_PLACES)))
    return f"{found[1]}{''.join(children[name] for name in ordered)}{found[3]}"


def _children(inner: str) -> dict[str, str] | None:
    """Return the XML of each property by name, the last one of a name; None if they are mixed."""
    children: dict[str, str] = {}
    at = 0
    while at < len(inner):
        opening = _OPENING.match(inner, at)
        if opening is None:
            return None
        end = opening.end()
        if not opening[0].endswith("/>"):
            closing = f"</{opening[1]}>"
            close = inner.find(closing, end)
            if close < 0:
                return None
            end = close + len(closing)
        children[opening[1]] = inner[at:end]
        at = end
    return children
