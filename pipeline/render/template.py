"""A template, compiled once, rendered many times."""

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from time import monotonic, process_time
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
from pipeline.render.dialect import BlockStyles, PartSource, has_tags, parse_xml, part_source
from pipeline.render.drawing_ids import number_drawings
from pipeline.render.environment import TemplateEnvironment
from pipeline.render.faults import (
    RENDER_FAULTS,
    nesting_fault,
    refusal_fault,
    render_fault,
    syntax_fault,
)
from pipeline.render.grids import fix_grids
from pipeline.render.limits import DEFAULT, Limits
from pipeline.render.marks import expand_marks
from pipeline.render.package import is_content, read_parts
from pipeline.render.sealed import SealedParts, seal
from pipeline.render.structure import declares_at_root, structure_of
from pipeline.render.syntax import syntax_faults

HOUSE_ACCENT: Final = "1F4E79"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: Parts that a reader sees; what Word itself writes down of headings in app.xml is none of them.
_COPIED: Final = re.compile(r"word/.*\.xml|docProps/(core|custom)\.xml")
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

    _sealed: SealedParts
    _tagged: tuple[_TaggedPart, ...]
    _styles: tuple[BlockStyle, ...]
    _limits: Limits

    def render(
        self, context: Mapping[str, object], *, properties: Mapping[str, str] | None = None
    ) -> bytes:
        """Return the finished .docx; the same context gives the same bytes.

        `context` holds plain values as `schemas.contexts` declares them; `properties` are the
        document's core properties (title, author, language, created, modified, …), and under any
        other name its custom properties; where there are such, `paja.content` joins them, the hash
        of what the document says.

        Raises:
            TemplateError: an unknown name, a value that cannot be printed, or output that Word
                could not open; with the place in the template.
        """
        printed = {each.part.name: self._render_part(each, context) for each in self._tagged}
        return self._sealed.document(printed, properties or {})

    def _render_part(self, tagged: _TaggedPart, context: Mapping[str, object]) -> bytes:
        try:
            printed = _printed(tagged, context, self._limits)
        except RENDER_FAULTS as fault:
            raise render_fault(fault, tagged.part, context) from fault
        xml = fill_contents(expand_marks(printed), self._styles)
        xml = number_drawings(fix_grids(xml, tagged.part.name), tagged.part.name)
        content = f"{_DECLARATION}{xml}".encode()
        _check(tagged.part, content, self._limits)
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
    sources = tuple(_sources(parts, styles))
    environment = TemplateEnvironment(language, styles.all(), limits)
    tagged = _compile_all(environment, sources)
    sealed = seal(parts, frozenset(each.part.name for each in tagged))
    return CompiledTemplate(sealed, tagged, styles.all(), limits)


def _sources(parts: Mapping[str, bytes], styles: BlockStyles) -> Iterator[PartSource]:
    """Yield the parts that carry tags as sources; the others need only be sound."""
    for name in filter(is_content, parts):
        if has_tags(parts[name]):
            yield part_source(name, parts[name], styles)
        else:
            parse_xml(name, parts[name])


def _compile_all(
    environment: TemplateEnvironment, sources: tuple[PartSource, ...]
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
        if not _COPIED.fullmatch(name) or is_content(name):
            continue
        if _OPENED.search(_MARKUP.sub(b"", content)):
            raise TemplateError(
                Text("The template's part {part} holds a tag, but is not filled in.", part=name),
                hint=Text("Take the tag out in File, Info, Properties; paja sets them itself.")
                if name.startswith("docProps/")
                else Text("Move the tag to the text, a header, a footer or a note."),
                location=Location(part=name),
            )


def _printed(tagged: _TaggedPart, context: Mapping[str, object], limits: Limits) -> str:
    """Return what a template prints, stopped where it grows or lasts beyond its limits."""
    printed: list[str] = []
    size = 0
    pieces = cast("Generator[str, None, None]", tagged.template.generate(context))
    until = process_time() + limits.seconds
    # The clock on the wall is read far faster; work never takes less of it.
    earliest = monotonic() + limits.seconds
    for piece in pieces:
        printed.append(piece)
        size += len(piece)
        if size > limits.output:
            raise _too_large(tagged.part.name)
        if monotonic() > earliest and process_time() > until:
            # Thrown into the template itself, so that the place of the loop is known.
            pieces.throw(OverflowError(limits.seconds))
    return "".join(printed)


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


def _check(part: PartSource, content: bytes, limits: Limits) -> None:
    """Refuse a part that Word could not open; a document is never sent out broken."""
    location = Location(part=part.name)
    if len(content) > limits.output:
        raise _too_large(part.name)
    try:
        structure = structure_of(content, prefixes_declared=declares_at_root(part.source))
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
