"""A template, compiled once, rendered many times."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.language.locales import LANGUAGE_TAGS
from pipeline.render.blocks import BlockStyle
from pipeline.render.compiling import compile_parts, part_sources, refuse_unfilled
from pipeline.render.dialect import BlockStyles
from pipeline.render.environment import TemplateEnvironment
from pipeline.render.limits import DEFAULT, Limits
from pipeline.render.package import read_parts
from pipeline.render.printing import TaggedPart
from pipeline.render.sealed import SealedParts, seal

HOUSE_ACCENT: Final = "1F4E79"
_STYLE_ID: Final = re.compile(rb'<w:style [^>]*w:styleId="([^"]+)"')
_LANGUAGE: Final = re.compile(rb'(<w:lang [^>]*?w:val=")[^"]*(")')


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template that renders contexts of plain values to Word documents."""

    _sealed: SealedParts
    _tagged: tuple[TaggedPart, ...]
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
        printed = {
            each.part.name: each.printed(context, self._styles, self._limits)
            for each in self._tagged
        }
        return self._sealed.document(printed, properties or {})


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
    refuse_unfilled(parts)
    styles = BlockStyles(frozenset(_style_ids(parts)))
    sources = tuple(part_sources(parts, styles))
    environment = TemplateEnvironment(language, styles.all(), limits)
    tagged = compile_parts(environment, sources)
    sealed = seal(parts, frozenset(each.part.name for each in tagged))
    return CompiledTemplate(sealed, tagged, styles.all(), limits)


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
