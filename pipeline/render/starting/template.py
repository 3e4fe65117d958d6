"""A first template as a package: the house style with an outline in the place of its text."""

from typing import Final

from lxml import etree

from pipeline.core.errors import TemplateError
from pipeline.core.text import Text
from pipeline.language.locales import LANGUAGE_TAGS
from pipeline.render.limits import DEFAULT
from pipeline.render.package.members import member, write_members
from pipeline.render.package.parsing import PARSER
from pipeline.render.package.reading import read_parts
from pipeline.render.starting.drawing import W, drawn
from pipeline.render.starting.outline import Outline

_BODY: Final = "word/document.xml"
_CORE: Final = "docProps/core.xml"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"


def first_template(house_style: bytes, outline: Outline) -> bytes:
    """Return a template with the styles, page and header of the house style.

    Raises:
        TemplateError: the house style is no sound Word document.
    """
    parts = read_parts(house_style, DEFAULT)
    changed = dict(parts)
    changed[_BODY] = _body(parts[_BODY], outline)
    for name in parts:
        if name.startswith("word/header"):
            changed[name] = _header(parts[name], outline.header)
        elif name in {"word/styles.xml", "word/settings.xml"}:
            changed[name] = _in_language(parts[name], LANGUAGE_TAGS[outline.language])
    if _CORE in parts:
        changed[_CORE] = _core(parts[_CORE], outline)
    return write_members(member(name, content) for name, content in changed.items())


def _body(content: bytes, outline: Outline) -> bytes:
    """Return the main part with new text; the last section's page and header stay."""
    root = _parsed(content)
    body = root.find(f"{{{W}}}body")
    if body is None:
        raise TemplateError(Text("The house style has no text."))
    for each in list(body):
        if each.tag != f"{{{W}}}sectPr":
            body.remove(each)
    for at, block in enumerate(outline.blocks):
        body.insert(at, drawn(block))
    return _written(root)


def _header(content: bytes, text: str) -> bytes:
    """Return a header whose first words, before the page number, are others."""
    root = _parsed(content)
    first = root.find(f".//{{{W}}}t")
    if first is not None:
        first.text = text
    return _written(root)


def _in_language(content: bytes, language: str) -> bytes:
    """Return styles or settings that say another language of the text."""
    root = _parsed(content)
    for each in root.iter(f"{{{W}}}lang", f"{{{W}}}themeFontLang"):
        each.set(f"{{{W}}}val", language)
    return _written(root)


def _core(content: bytes, outline: Outline) -> bytes:
    root = _parsed(content)
    for name, value in (("title", outline.title), ("language", LANGUAGE_TAGS[outline.language])):
        found = root.find(f"{_DC}{name}")
        if found is None:
            found = etree.SubElement(root, f"{_DC}{name}")
        found.text = value
    return _written(root)


def _parsed(content: bytes) -> etree._Element:
    """Return the root of a part; that it is sound XML, `read_parts` has seen to."""
    return etree.fromstring(content, PARSER)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
