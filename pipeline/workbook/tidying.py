"""Parts of a saved workbook as Excel itself would write them: shared texts, fonts in order."""

from collections.abc import Mapping
from typing import Final

from lxml import etree
from openpyxl.xml.constants import (
    ARC_CONTENT_TYPES,
    ARC_SHARED_STRINGS,
    ARC_STYLE,
    ARC_WORKBOOK_RELS,
    CONTYPES_NS,
    PKG_REL_NS,
    REL_NS,
    SHARED_STRINGS,
    SHEET_MAIN_NS,
    XML_NS,
)

_SHEETS: Final = "xl/worksheets/"
_RELATIONSHIP: Final = (
    f'<Relationship xmlns="{PKG_REL_NS}" Id="rIdTexts" Type="{REL_NS}/sharedStrings"'
    ' Target="sharedStrings.xml"/>'
)
_CONTENT_TYPE: Final = (
    f'<Override xmlns="{CONTYPES_NS}" PartName="/{ARC_SHARED_STRINGS}"'
    f' ContentType="{SHARED_STRINGS}"/>'
)
_SPACE: Final = f"{{{XML_NS}}}space"
#: The order that the format's schema demands within a font; openpyxl has one of its own.
_FONT_ORDER: Final = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)


def tidied(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a workbook's parts by name with what openpyxl writes in its own way put right.

    Texts inside cells move to the table of shared texts, as Excel would move them on its next
    save, the properties of fonts come into the order of the schema, and heights of rows stay
    free to grow.
    """
    texts: dict[str, int] = {}
    result: dict[str, bytes] = {}
    for name, content in parts.items():
        result[name] = _shared(content, texts) if _is_sheet(name) else content
    result[ARC_STYLE] = _ordered_fonts(parts[ARC_STYLE])
    result[ARC_SHARED_STRINGS] = _table(texts)
    result[ARC_WORKBOOK_RELS] = _grown(parts[ARC_WORKBOOK_RELS], _RELATIONSHIP)
    result[ARC_CONTENT_TYPES] = _grown(parts[ARC_CONTENT_TYPES], _CONTENT_TYPE)
    return result


def _is_sheet(name: str) -> bool:
    return name.startswith(_SHEETS) and name.endswith(".xml")


def _shared(content: bytes, texts: dict[str, int]) -> bytes:
    """Return a sheet whose cells refer to `texts`, which grows by those that are new."""
    root = etree.fromstring(content)
    for row in root.iter(_tag("row")):
        # The height is ours, but it grows with what is typed: only a person's own choice is fixed.
        row.attrib.pop("customHeight", "")
    for cell in root.iter(_tag("c")):
        inline = cell.find(_tag("is"))
        if inline is None:
            continue
        text = "".join(part.text or "" for part in inline.iter(_tag("t")))
        cell.remove(inline)
        cell.set("t", "s")
        etree.SubElement(cell, _tag("v")).text = str(texts.setdefault(text, len(texts)))
    return _bytes(root)


def _table(texts: Mapping[str, int]) -> bytes:
    root = etree.Element(_tag("sst"), nsmap={None: SHEET_MAIN_NS})  # type: ignore[dict-item] # stubs
    root.set("uniqueCount", str(len(texts)))
    for text in texts:
        part = etree.SubElement(etree.SubElement(root, _tag("si")), _tag("t"))
        part.text = text
        if text != text.strip():
            part.set(_SPACE, "preserve")
    return _bytes(root)


def _grown(content: bytes, child: str) -> bytes:
    """Return a list of relationships or content types with one more."""
    root = etree.fromstring(content)
    root.append(etree.fromstring(child))
    return _bytes(root)


def _ordered_fonts(content: bytes) -> bytes:
    root = etree.fromstring(content)
    for font in root.iter(_tag("font")):
        font[:] = sorted(font, key=_font_rank)
    return _bytes(root)


def _font_rank(part: etree._Element) -> int:
    return _FONT_ORDER.index(etree.QName(part).localname)


def _tag(name: str) -> str:
    return f"{{{SHEET_MAIN_NS}}}{name}"


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
