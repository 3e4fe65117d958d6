"""The character styles that paja's own runs are in, for templates that do not have them."""

import re
from collections.abc import Mapping
from typing import Final

from pipeline.render.values.marks import GAP_STYLE

_STYLES_PART: Final = "word/styles.xml"
_END: Final = b"</w:styles>"
#: What each looks like where a template says nothing.
_LOOKS: Final[Mapping[str, str]] = {
    GAP_STYLE: '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>',
    "Strong": "<w:b/><w:bCs/>",
    "Emphasis": "<w:i/><w:iCs/>",
}


def with_text_styles(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a template's parts with each of these styles that it lacks; its own stay its own."""
    styles = parts.get(_STYLES_PART)
    if styles is None:
        return dict(parts)
    missing = "".join(
        _style(style, look, styles)
        for style, look in _LOOKS.items()
        if f'w:styleId="{style}"'.encode() not in styles
    )
    return {**parts, _STYLES_PART: styles.replace(_END, missing.encode() + _END)}


def _style(style: str, look: str, styles: bytes) -> str:
    same = re.search(
        rb'<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="%b"\s*/>' % style.encode(),
        styles,
    )
    opening = f'<w:style w:type="character" w:customStyle="1" w:styleId="{style}">'
    if same is None:
        return f'{opening}<w:name w:val="{style}"/><w:rPr>{look}</w:rPr></w:style>'
    # In a Word of another language the style has its English name, but an id of that language.
    based = f'<w:name w:val="{style} (paja)"/><w:basedOn w:val="{same[1].decode()}"/>'
    return f"{opening}{based}</w:style>"
