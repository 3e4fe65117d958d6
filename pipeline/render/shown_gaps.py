"""Whether a finished document shows a gap to its reader."""

from typing import Final

from pipeline.render.limits import DEFAULT
from pipeline.render.package.reading import unpacked
from pipeline.render.values.marks import GAP_STYLE

_GAP_RUN: Final = f'<w:rStyle w:val="{GAP_STYLE}"/>'.encode()


def shows_gap(document: bytes) -> bool:
    """Tell whether a rendered .docx has a run in the style of gaps, in its body or its margins."""
    parts = unpacked(document, DEFAULT)
    return any(_GAP_RUN in content for name, content in parts.items() if name.startswith("word/"))
