"""A template, compiled once, rendered many times."""

import re
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from io import StringIO
from time import process_time
from typing import Final, cast
from xml.parsers import expat

from jinja2 import Template, TemplateSyntaxError

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.locales import LANGUAGE_TAGS
from pipeline.render.allowed import guard_joined, refused
from pipeline.render.blocks import BlockStyle
from pipeline.render.contents import fill_contents
from pipeline.render.dialect import BlockStyles, PartSource, has_tags, part_source
from pipeline.render.environment import TemplateEnvironment
from pipeline.render.faults import (
    RENDER_FAULTS,
    nesting_fault,
    refusal_fault,
    render_fault,
    syntax_fault,
)
from pipeline.render.limits import DEFAULT, Limits
from pipeline.render.marks import expand_marks
from pipeline.render.package import read_parts, write_parts
from pipeline.render.properties import with_core_properties
from pipeline.render.structure import structure_of
from pipeline.render.syntax import syntax_faults

HOUSE_ACCENT: Final = "1F4E79"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAG_PARTS: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_MARKUP: Final = re.compile(rb"<[^>]*>")
_OPENED: Final = re.compile(rb"\{\{|\{%")
_STYLE_ID: Final = re.compile(rb'<w:style [^>]*w:styleId="([^"]+)"')
_LANGUAGE: Final = re.compile(rb'(<w:lang [^>]*?w:val=")[^"]*(")')


@dataclass(frozen=True, slots=True)
class _TaggedPart:
    """A part with its compiled Jinja template."""

    part: PartSource
    template: Template


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template that renders contexts of plain values to Word documents."""

    _parts: Mapping[str, bytes]
    _tagged: tuple[_TaggedPart, ...]
    _styles: tuple[BlockStyle, ...]
    _limits: Limits

    def render(
        self, context: Mapping[str, object], *, properties: Mapping[str, str] | None = None
    ) -> bytes:
        """Return the finished .docx; the same context gives the same bytes.

        `context` holds plain values as `schemas.contexts` declares them; `properties` are the
        document's core properties (title, author, language, created, modified, …).

        Raises:
            TemplateError: an unknown name, a value that cannot be printed, or output that Word
                could not open; with the place in the template.
        """
        parts = dict(self._parts)
        for tagged in self._tagged:
            parts[tagged.part.name] = self._render_part(tagged, context)
        return write_parts(with_core_properties(parts, properties or {}))

    def _render_part(self, tagged: _TaggedPart, context: Mapping[str, object]) -> bytes:
        try:
            printed = _printed(tagged, context, self._limits)
        except RENDER_FAULTS as fault:
            raise render_fault(fault, tagged.part, context) from fault
        xml = fill_contents(expand_marks(printed), self._styles)
        content = f"{_DECLARATION}{xml}".encode()
        _check(tagged.part.name, content, self._limits)
        return content


def compile_template(
    content: bytes, *, language: str = "fi", accent: str | None = None, limits: Limits = DEFAULT
) -> CompiledTemplate:
    """Compile the .docx of a template.

    `language` chooses the formats of filters and marks the document's language; `accent`, as
    "#RRGGBB", replaces the house style's accent colour.

    Raises:
        TemplateError: no sound Word document, or a tag that cannot be read or is not allowed.
    """
    parts = _dressed(read_parts(content, limits), language, accent)
    _refuse_unfilled(parts)
    styles = BlockStyles(frozenset(_style_ids(parts)))
    sources = [
        source
        for name in parts
        if _TAG_PARTS.fullmatch(name)
        for source in (part_source(name, parts[name], styles),)
        if has_tags(parts[name])
    ]
    environment = TemplateEnvironment(language, styles.all(), limits)
    return CompiledTemplate(parts, _compile_all(environment, sources), styles.all(), limits)


def _compile_all(
    environment: TemplateEnvironment, sources: list[PartSource]
) -> tuple[_TaggedPart, ...]:
    """Compile the parts; what is wrong with any of them is raised together."""
    tagged: list[_TaggedPart] = []
    faults: list[TemplateError] = []
    for source in sources:
        try:
            tagged.append(_TaggedPart(source, _compile(environment, source)))
        except TemplateError as fault:
            faults += [fault, *fault.others]
    if faults:
        raise TemplateError.first_of(tuple(faults))
    return tuple(tagged)


def _refuse_unfilled(parts: Mapping[str, bytes]) -> None:
    """Refuse tags in parts that are copied as they are, where readers would see the tag itself."""
    for name, content in parts.items():
        if not name.startswith("word/") or not name.endswith(".xml") or _TAG_PARTS.fullmatch(name):
            continue
        if _OPENED.search(_MARKUP.sub(b"", content)):
            raise TemplateError(
                Text("The template's part {part} holds a tag, but is not filled in.", part=name),
                hint=Text("Move the tag to the text, a header, a footer or a note."),
                location=Location(part=name),
            )


def _printed(tagged: _TaggedPart, context: Mapping[str, object], limits: Limits) -> str:
    """Return what a template prints, stopped where it grows or lasts beyond its limits."""
    printed = StringIO()
    pieces = cast("Generator[str, None, None]", tagged.template.generate(context))
    until = process_time() + limits.seconds
    for piece in pieces:
        printed.write(piece)
        if printed.tell() > limits.output:
            raise _too_large(tagged.part.name)
        if process_time() > until:
            # Thrown into the template itself, so that the place of the loop is known.
            pieces.throw(OverflowError(limits.seconds))
    return printed.getvalue()


def _too_large(part: str) -> TemplateError:
    return TemplateError(Text("The document grows too large."), location=Location(part=part))


def _compile(environment: TemplateEnvironment, part: PartSource) -> Template:
    try:
        tree = environment.parse(part.source)
        found = dict.fromkeys(refused(tree))
        refusals = tuple(refusal_fault(line, construct, part) for line, construct in found)
        if refusals:
            raise TemplateError.first_of(refusals)
        guard_joined(tree)
        code = environment.compile(tree, name=part.name, filename=part.name)
    except TemplateSyntaxError as fault:
        faults = syntax_faults(environment, part) or (syntax_fault(fault, part),)
        raise TemplateError.first_of(faults) from fault
    except (RecursionError, SyntaxError) as fault:
        # Python's own bounds of nesting, in the parser or in the code that Jinja makes.
        raise nesting_fault(part) from fault
    return Template.from_code(environment, code, environment.globals)


def _dressed(parts: dict[str, bytes], language: str, accent: str | None) -> dict[str, bytes]:
    """Return the parts in the programme's colour and the document's language."""
    if accent is not None and accent.lstrip("#").upper() != HOUSE_ACCENT:
        old, new = f'="{HOUSE_ACCENT}"'.encode(), f'="{accent.lstrip("#").upper()}"'.encode()
        parts = {name: data.replace(old, new) for name, data in parts.items()}
    styles = parts.get("word/styles.xml")
    if styles is None:
        return parts
    tag = LANGUAGE_TAGS.get(language, language)
    marked = _LANGUAGE.sub(rf"\g<1>{tag}\g<2>".encode(), styles, count=1)
    return {**parts, "word/styles.xml": marked}


def _style_ids(parts: Mapping[str, bytes]) -> list[str]:
    return [found.decode() for found in _STYLE_ID.findall(parts.get("word/styles.xml", b""))]


def _check(name: str, content: bytes, limits: Limits) -> None:
    """Refuse a part that Word could not open; a document is never sent out broken."""
    location = Location(part=name)
    if len(content) > limits.output:
        raise _too_large(name)
    try:
        structure = structure_of(content)
    except expat.ExpatError as fault:
        raise TemplateError(
            Text("The document is not whole after rendering: {reason}", reason=str(fault)),
            hint=Text("Check that tags open and close in the same paragraph, row or cell."),
            location=location,
        ) from fault
    if structure.emptied:
        raise TemplateError(
            Text("A table or a cell is left empty."),
            hint=Text("Keep a paragraph in every cell, and put an if around a table without rows."),
            location=location,
        )
    if structure.stray is not None:
        raise TemplateError(
            Text("“{text}” would stand outside of every paragraph and be lost.",
                 text=structure.stray),
            hint=Text("Write {short}, or {block} alone in a paragraph.",
                      short="{{ x }}", block="{{p x|paragraphs }}"),
            location=location,
        )  # fmt: skip
