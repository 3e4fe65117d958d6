"""What an SVG picture may hold: shapes and text that refer to nothing outside and do nothing."""

import re
from typing import Final

from lxml import etree

from pipeline.core.text import Text
from pipeline.render.limits import Limits
from pipeline.render.sandbox.unfit import UnfitValueError

_SVG: Final = "{http://www.w3.org/2000/svg}"
_SHAPES: Final = (
    "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "path", "rect",
    "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
)  # fmt: skip
_ELEMENTS: Final = frozenset(f"{_SVG}{name}" for name in _SHAPES)
_STYLE: Final = f"{_SVG}style"
_USE: Final = f"{_SVG}use"
#: What drawing programs write of themselves; inside of metadata only.
_NOTES: Final = (
    "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}",
    "{http://purl.org/dc/elements/1.1/}",
    "{http://creativecommons.org/ns#}",
    "{http://web.resource.org/cc/}",
)
_DECLARATION: Final = re.compile(
    r"^<\?xml\s+version\s*=\s*[\"']1\.[01][\"']"
    r"(?:\s+encoding\s*=\s*[\"'](?P<encoding>[^\"'<>]*)[\"'])?[^<>]*\?>"
)
_UTF_8: Final = (None, "utf-8", "UTF-8")
_LINKS: Final = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})
_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
#: What of a style reaches outside: imports, addresses but of the picture's own parts, and escapes,
#: which may spell either.
_OUTSIDE: Final = re.compile(
    r"@import|\\|url\s*\((?!\s*['\"]?\s*#)|image-set|javascript:", re.IGNORECASE
)


def check_svg(content: bytes, limits: Limits) -> None:
    """Refuse an SVG that is damaged, too large, refers to something outside, or runs something.

    Raises:
        UnfitValueError: with the reason.
    """
    if len(content) > limits.picture:
        raise _unfit(Text("it is larger than {limit} bytes", limit=limits.picture))
    root = _root(content)
    if root.tag != f"{_SVG}svg":
        raise _unfit(Text("it is no SVG"))
    for node in root.iter("*"):
        _check_node(node)
    _refuse_nested_uses(root)


def _root(content: bytes) -> etree._Element:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise _unfit(Text("it is not written in UTF-8")) from fault
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise _unfit(Text("it declares a document type"))
    declaration = _DECLARATION.match(text)
    if declaration is not None and declaration["encoding"] not in _UTF_8:
        raise _unfit(Text("it is not written in UTF-8"))
    if "<?" in _DECLARATION.sub("", text):
        raise _unfit(Text("it holds instructions to programs"))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as fault:
        raise _unfit(Text("it is damaged: {reason}", reason=str(fault))) from fault
    return root


def _check_node(node: etree._Element) -> None:
    if node.tag not in _ELEMENTS and not _is_note(node):
        name = etree.QName(node.tag).localname
        raise _unfit(Text("<{name}> is not allowed in it", name=name))
    if node.tag == _STYLE:
        _refuse_outside("".join(map(str, node.itertext())))
    for key, value in node.attrib.items():
        _check_attribute(str(key), str(value))


def _is_note(node: etree._Element) -> bool:
    return str(node.tag).startswith(_NOTES) and any(
        above.tag == f"{_SVG}metadata" for above in node.iterancestors()
    )


def _check_attribute(name: str, value: str) -> None:
    if name.lower().startswith("on"):
        raise _unfit(Text("it holds a script in {name}", name=name))
    if name == _BASE or (name in _LINKS and not value.strip().startswith("#")):
        raise _outside(value)
    _refuse_outside(value)


def _refuse_outside(style: str) -> None:
    if _OUTSIDE.search(style) is not None:
        raise _outside(style)


def _refuse_nested_uses(root: etree._Element) -> None:
    """Refuse copies of copies: ten steps of ten make more shapes than any program can draw."""
    copying: set[str] = set()
    for use in root.iter(_USE):
        copying.update(
            above.get("id", "") for above in (use, *use.iterancestors()) if above.get("id")
        )
    for use in root.iter(_USE):
        for link in _LINKS:
            if use.get(link, "").strip().removeprefix("#") in copying:
                raise _unfit(Text("its shapes copy copies of each other"))


def _outside(target: str) -> UnfitValueError:
    shown = " ".join(target.split())[:80]
    return _unfit(Text("it refers to something outside of itself: {target}", target=shown))


def _unfit(reason: Text) -> UnfitValueError:
    return UnfitValueError(
        Text("The SVG picture is refused: {reason}.", reason=reason),
        Text("Save it as a plain SVG, or leave the SVG out and give the PNG alone."),
    )
