"""An element's XML, to stand in a part that declares the same prefixes at its root."""

import re
from typing import Final

from lxml import etree

_NAMESPACE: Final = re.compile(r'\sxmlns:\w+="[^"]*"')


def fragment(element: etree._Element | None) -> str:
    """Return the XML of an element without declarations; empty for none."""
    if element is None:
        return ""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return _NAMESPACE.sub("", text)
