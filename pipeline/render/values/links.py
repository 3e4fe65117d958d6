"""Links with a text of their own: `{{ text|link(url) }}`."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import SplitResult, urlsplit

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined

from pipeline.core.text import Text
from pipeline.render.needs import Needs
from pipeline.render.package.reading import is_content
from pipeline.render.package.relations import link_relation
from pipeline.render.sandbox.filters import FilterTypeError
from pipeline.render.sandbox.unfit import UnfitValueError
from pipeline.render.values.styled import Styled
from schemas.contexts.gap import Gap

#: The character style that a link takes; its id is another in a Word of another language.
LINK_STYLE: Final = "Hyperlink"
_STYLES: Final = "word/styles.xml"
_ID: Final = re.compile(
    rb'<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="(?i:hyperlink)"\s*/>'
)
_USED: Final = re.compile(r"\|\s*link\s*\(")
_STYLE: Final = (
    b'<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    b'<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:color w:val="0563C1"/>'
    b'<w:u w:val="single"/></w:rPr></w:style></w:styles>'
)
#: Word itself opens no longer one.
_LONGEST: Final = 2048
_ODD: Final = re.compile(r'[\s<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})')
_MAIL: Final = re.compile(r"[^@,;?]+@[^@,;?]+(\?.*)?")
_PHONE: Final = re.compile(r"\+?[0-9][0-9().-]*")


@pass_context
def link(context: Context, value: object, url: object) -> object:
    """Return a text that leads to an address; a gap in the place of either is printed itself.

    Raises:
        FilterTypeError: text or address is no text.
        UnfitValueError: an empty text, or an address that a document may not lead to.
    """
    for each in (value, url):
        if isinstance(each, Undefined):
            # Fails with its own message, which names what is unknown.
            return str(each)
        if isinstance(each, Gap):
            return each
        if not isinstance(each, str):
            raise FilterTypeError("link", "str", each)
    needs, part, text = Needs.of(context), context.name or "", _words(str(value))
    relation = link_relation(_address(str(url)))
    if not is_content(part):
        # A property or a chart has no links: only the words remain.
        return text
    return Styled.linking(text, needs.relate(part, relation), needs.grounds.link_style)


def with_link_style(
    parts: Mapping[str, bytes], sources: tuple[str, ...]
) -> tuple[dict[str, bytes], str]:
    """Return the parts with a style for links if templates link, and the style's id."""
    styles = parts.get(_STYLES, b"")
    own = _ID.search(styles)
    if own is not None:
        return dict(parts), own[1].decode()
    if not any(_USED.search(source) for source in sources):
        return dict(parts), LINK_STYLE
    return {**parts, _STYLES: styles.replace(b"</w:styles>", _STYLE)}, LINK_STYLE


def _words(text: str) -> str:
    if not text.strip():
        raise UnfitValueError(
            Text("The link has no text."), Text("Give the link a text that says where it leads.")
        )
    return text


def _address(url: str) -> str:
    if len(url) > _LONGEST or not url.isprintable() or _ODD.search(url) or not _leads(url):
        raise UnfitValueError(
            Text("“{url}” is no address that a document may link to.", url=_shown(url)),
            Text("Write the whole address: https://…, http://…, mailto:… or tel:…, no blanks."),
        )
    return url


def _leads(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return _is_whole(parts) and parts.port != 0
    except ValueError:
        return False


def _is_whole(parts: SplitResult) -> bool:
    match parts.scheme:
        case "http" | "https":
            # A name before the host misleads the reader as to where the link leads.
            return bool(parts.hostname) and "@" not in parts.netloc
        case "mailto":
            return not parts.netloc and _MAIL.fullmatch(f"{parts.path}") is not None
        case "tel":
            return not parts.netloc and _PHONE.fullmatch(parts.path) is not None
        case _:
            return False


def _shown(url: str) -> str:
    return ascii(url[:80])[1:-1] if not url.isprintable() else url[:80]
