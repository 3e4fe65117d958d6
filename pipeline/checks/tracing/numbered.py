"""Templates whose paragraphs carry their number into the document, so that each is found again."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.checks.places import W, parsed
from pipeline.checks.repacking import repacked
from pipeline.render.inspecting import package_parts

#: Word counts its own savings in it; nobody sees it, and rendering leaves it as it is.
_MARK: Final = f"{W}rsidR"
_STYLE: Final = f"{W}pPr/{W}pStyle"
_HEXADECIMAL: Final = 16


def numbered_template(content: bytes) -> bytes:
    """Return a template in which every paragraph says which one of its part it is.

    Raises:
        TemplateError: no Word document, damaged, protected, or too large.
    """
    return repacked(content, dict(_numbered(package_parts(content))))


def source_number(paragraph: etree._Element) -> int | None:
    """Return the number of the template's paragraph that a document's was made from.

    The paragraphs of a longer text have it in their style; None where neither says it.
    """
    style = paragraph.find(_STYLE)
    own = paragraph.get(_MARK) or ("" if style is None else style.get(_MARK, ""))
    return int(own, _HEXADECIMAL) if own else None


def _numbered(parts: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in parts.items():
        root = parsed(content) if name.startswith("word/") and name.endswith(".xml") else None
        if root is None:
            continue
        paragraphs = list(root.iter(f"{W}p"))
        for number, paragraph in enumerate(paragraphs, 1):
            style = paragraph.find(_STYLE)
            for element in (paragraph, *(() if style is None else (style,))):
                element.set(_MARK, f"{number:08X}")
        if paragraphs:
            yield name, etree.tostring(root, encoding="UTF-8", xml_declaration=True)
