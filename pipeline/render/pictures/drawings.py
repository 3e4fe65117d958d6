"""A drawing as set in Word, with another picture in it: fitted into the frame, never distorted."""

from typing import Final

from lxml import etree

from pipeline.render.pictures.placeholders import PIC, WP, A, Placeholder, R

_DECORATIVE: Final = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_URI: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def drawing_xml(
    placeholder: Placeholder, *, alt: str | None, size: tuple[int, int], ids: tuple[str, str | None]
) -> str:
    """Return the XML of a placeholder's drawing with a picture in it.

    `alt` is None for a decorative picture; `size` is its width and height in any unit; `ids` are
    the relations to its bitmap and its SVG.
    """
    drawing = etree.fromstring(placeholder.xml)
    for properties in drawing.iter(f"{WP}docPr"):
        _describe(properties, alt)
    for named in drawing.iter(f"{PIC}cNvPr"):
        # The frame's text counts; a second one would be another tag's, or read out twice.
        named.attrib.pop("descr", "")
    for blip in drawing.iter(f"{A}blip"):
        _embed(blip, *ids)
    _fit(drawing, size)
    xml = etree.tostring(drawing, encoding="unicode")
    opening, end, rest = xml.partition(">")
    for declaration in placeholder.declared:
        opening = opening.replace(declaration, "")
    return f"{opening}{end}{rest}"


def _describe(properties: etree._Element, alt: str | None) -> None:
    properties.set("descr", alt or "")
    for extension in list(properties.iter(f"{A}ext")):
        parent = extension.getparent()
        if parent is not None and extension.get("uri") == _DECORATIVE_URI:
            parent.remove(extension)
    extensions = properties.find(f"{A}extLst")
    if extensions is None:
        extensions = etree.SubElement(properties, f"{A}extLst")
    if alt is None:
        properties.attrib.pop("title", "")
        extension = etree.SubElement(extensions, f"{A}ext", {"uri": _DECORATIVE_URI})
        tag = f"{{{_DECORATIVE}}}decorative"
        etree.SubElement(extension, tag, {"val": "1"}, nsmap={"adec": _DECORATIVE})
    elif len(extensions) == 0:
        properties.remove(extensions)


def _embed(blip: etree._Element, bitmap: str, svg: str | None) -> None:
    blip.set(f"{R}embed", bitmap)
    if svg is None:
        return
    extensions = etree.SubElement(blip, f"{A}extLst")
    extension = etree.SubElement(extensions, f"{A}ext", {"uri": _SVG_URI})
    etree.SubElement(extension, f"{{{_SVG}}}svgBlip", {f"{R}embed": svg}, nsmap={"asvg": _SVG})


def _fit(drawing: etree._Element, size: tuple[int, int]) -> None:
    """Make the frame narrower or lower, whichever gives it the picture's own proportions."""
    extent = drawing.find(f"*/{WP}extent")
    for frame in (extent, drawing.find(f".//{PIC}spPr/{A}xfrm/{A}ext")):
        if frame is None:
            continue
        width, height = int(frame.get("cx", "0")), int(frame.get("cy", "0"))
        fitted = fitted_size((width, height), size)
        frame.set("cx", str(fitted[0]))
        frame.set("cy", str(fitted[1]))


def fitted_size(frame: tuple[int, int], size: tuple[int, int]) -> tuple[int, int]:
    """Return the largest size with the proportions of `size` that the frame holds."""
    (width, height), (own_width, own_height) = frame, size
    # Whole numbers only: the same on every machine.
    if width * own_height <= height * own_width:
        return width, max(1, _rounded(width * own_height, own_width)) if height else height
    return max(1, _rounded(height * own_width, own_height)) if width else width, height


def _rounded(amount: int, parts: int) -> int:
    return (2 * amount + parts) // (2 * parts)
