"""A template, compiled once, rendered many times."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.language.locales import LANGUAGE_TAGS
from pipeline.render.compiling import compile_parts, part_sources, refuse_unfilled
from pipeline.render.finishing.numbering import Numbering, number_lists, numbering_of
from pipeline.render.finishing.text_styles import with_text_styles
from pipeline.render.limits import DEFAULT, Limits
from pipeline.render.needs import NEEDS, Grounds, Needs
from pipeline.render.package.plain_parts import PlainParts, plain_parts
from pipeline.render.package.plain_texts import PlainTexts
from pipeline.render.package.reading import read_parts
from pipeline.render.package.sealed import SealedParts, seal
from pipeline.render.package.template_package import package_for
from pipeline.render.printing import TaggedPart
from pipeline.render.sandbox.budget import with_budget
from pipeline.render.sandbox.environment import TemplateEnvironment
from pipeline.render.source.dialect import BlockStyles, PartSource
from pipeline.render.values.blocks import BlockStyle

EnvironmentMaker = Callable[[str, tuple[BlockStyle, ...], Limits], TemplateEnvironment]
HOUSE_ACCENT: Final = "1F4E79"
_STYLE_ID: Final = re.compile(rb'<w:style [^>]*w:styleId="([^"]+)"')
_LANGUAGE: Final = re.compile(rb'(<w:lang [^>]*?w:val=")[^"]*(")')


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template that renders contexts of plain values to Word documents.

    It may serve many threads at once. Code does not pickle: what is sent to another process is the
    source, which is compiled anew there.
    """

    _source: tuple[bytes, str, str | None, Limits]
    _sealed: SealedParts
    _tagged: tuple[TaggedPart, ...]
    _styles: tuple[BlockStyle, ...]
    _numbering: Numbering
    _plain: PlainParts
    _plain_texts: tuple[TaggedPart, ...]
    _grounds: Grounds
    _limits: Limits

    def __reduce__(self) -> tuple[object, ...]:
        """Return how another process comes by the same template."""
        return _compiled_again, self._source

    def part(self, name: str) -> PartSource | None:
        """Return the source of a part with tags, by its name; None if there is no such."""
        tagged = (each.part for each in (*self._tagged, *self._plain_texts))
        return next((each for each in tagged if each.name == name), None)

    def render(
        self, context: Mapping[str, object], *, properties: Mapping[str, str] | None = None
    ) -> bytes:
        """Return the finished .docx; the same context gives the same bytes.

        `context` holds plain values as `schemas.contexts` declares them; `properties` are the
        document's core properties (title, author, language, created, modified, …), and under any
        other name its custom properties; where there are such, `paja.content` joins them, the hash
        of what the document says. A tag in the template's own properties wins over what is given,
        as `template_properties` tells.

        Raises:
            TemplateError: an unknown name, a value that cannot be printed, or output that Word
                could not open; with the place in the template.
        """
        spending = with_budget(context, self._limits)
        needs = spending[NEEDS] = Needs(self._grounds, self._limits)
        printed = {
            each.part.name: each.printed(spending, self._styles, self._limits)
            for each in self._tagged
        }
        numbered = number_lists(printed, self._numbering)
        values = self._plain.values(self._plain_texts, spending, self._limits)
        told = self._plain.document_properties(properties or {}, values)
        filled = {**numbered, **self._plain.printed(values), **needs.extra()}
        return self._sealed.document(filled, told)


def compile_template(
    content: bytes, *, language: str = "fi", accent: str | None = None, limits: Limits = DEFAULT
) -> CompiledTemplate:
    """Compile the .docx of a template.

    `language` chooses the formats of filters and marks the document's language; `accent`, as
    "#RRGGBB", replaces the house style's accent colour.

    Raises:
        TemplateError: no sound Word document, or a tag that cannot be read or is not allowed.
    """
    return compile_in(TemplateEnvironment, content, language=language, accent=accent, limits=limits)


def compile_in(
    make_environment: EnvironmentMaker,
    content: bytes,
    *,
    language: str,
    accent: str | None = None,
    limits: Limits = DEFAULT,
) -> CompiledTemplate:
    """Compile a template as `compile_template` does, in an environment of the caller's making."""
    parts = _dressed(with_text_styles(read_parts(content, limits)), language, accent)
    refuse_unfilled(parts)
    numbering = numbering_of(parts)
    styles = BlockStyles(frozenset(style_ids(parts)), numbering)
    sources = tuple(part_sources(parts, styles))
    environment = make_environment(language, styles.all(), limits)
    texts = PlainTexts()
    plain = plain_parts(parts, texts)
    compiled = compile_parts(environment, (*sources, *texts.all()))
    tagged, plain_texts = compiled[: len(sources)], compiled[len(sources) :]
    parts, grounds = package_for(parts, sources)
    sealed = seal(parts, frozenset(each.part.name for each in tagged))
    source = (content, language, accent, limits)
    return CompiledTemplate(
        source, sealed, tagged, styles.all(), numbering, plain, plain_texts, grounds, limits
    )


def _compiled_again(
    content: bytes, language: str, accent: str | None, limits: Limits
) -> CompiledTemplate:
    return compile_template(content, language=language, accent=accent, limits=limits)


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


def style_ids(parts: Mapping[str, bytes]) -> list[str]:
    """Return the ids of the styles that a template declares."""
    return [found.decode() for found in _STYLE_ID.findall(parts.get("word/styles.xml", b""))]
