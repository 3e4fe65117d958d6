"""The parts of a package while they are mended: read when asked for, written when changed."""

from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.checks.places import parsed


class OpenParts:
    """Parts by name; what was changed is told with `touch` and collected with `changed`."""

    def __init__(self, package: Mapping[str, bytes]) -> None:
        self._package = package
        self._roots: dict[str, etree._Element | None] = {}
        self._touched: set[str] = set()

    def __iter__(self) -> Iterator[str]:
        return iter(self._package)

    def holds(self, name: str, *signs: bytes) -> bool:
        """Tell that a part's bytes hold one of these signs, so that it is worth reading."""
        content = self._package.get(name, b"")
        return any(sign in content for sign in signs)

    def root(self, name: str) -> etree._Element | None:
        """Return the root of a part; None where there is none, or it is damaged."""
        if name not in self._roots:
            content = self._package.get(name)
            self._roots[name] = None if content is None else parsed(content)
        return self._roots[name]

    def touch(self, name: str) -> None:
        """Note that a part has changed."""
        self._touched.add(name)

    def changed(self) -> dict[str, bytes]:
        """Return the changed parts as they are to be written."""
        roots = ((name, self._roots.get(name)) for name in self._package if name in self._touched)
        return {name: written(root) for name, root in roots if root is not None}


def written(root: etree._Element) -> bytes:
    """Return a part as bytes."""
    tree = root.getroottree()
    content: bytes = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
    return content


def remove(element: etree._Element) -> None:
    """Take an element out of its parent; the blanks behind it stay."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
