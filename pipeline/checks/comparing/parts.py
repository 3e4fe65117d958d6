"""Which parts of two packages differ, whatever another program does to how they are written."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from pipeline.checks.package import parsed

#: Holds what paja notes of a document's making, the hash of the template among it.
_ORIGIN: Final = "docProps/custom.xml"
#: Parts that list things in no order of meaning.
_LISTS: Final = ("[Content_Types].xml", ".rels")


def differing_parts(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the names of the parts that say something else, leaving out how a document was made.

    Quotes, declarations and the order of lists are no difference.
    """
    names = sorted({*before, *after} - {_ORIGIN})
    return tuple(name for name in names if _differs(name, before.get(name), after.get(name)))


def _differs(name: str, before: bytes | None, after: bytes | None) -> bool:
    if before == after:
        return False
    if before is None or after is None:
        return True
    return _meaning(name, before) != _meaning(name, after)


def _meaning(name: str, content: bytes) -> object:
    """Return what a part says, in one form for all ways of writing it."""
    root = parsed(content)
    if root is None:
        return content
    if name.endswith(_LISTS):
        return sorted(
            tuple(sorted((str(key), value) for key, value in each.items())) for each in root
        )
    return etree.tostring(root, method="c14n")
