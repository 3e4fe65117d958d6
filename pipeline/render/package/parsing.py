"""The parser for the parts of packages: it fetches nothing, and takes no entity's word."""

from typing import Final

from lxml import etree

#: One for all parts: a new one for each would learn the same names of elements every time.
PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
