"""How the parts of a package belong together: relationships and content types."""

from posixpath import basename, dirname, join, normpath, relpath
from typing import Final

from lxml import etree

from pipeline.workbook.marking.parts import Parts, cannot_mark

RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART: Final = "[Content_Types].xml"


class Relations:
    """The relationships of one part, in the part `name`; `save` writes them back."""

    def __init__(self, parts: Parts, part: str) -> None:
        self._parts = parts
        self._folder = dirname(part)
        self.name = join(self._folder, "_rels", f"{basename(part)}.rels")
        known = parts.get(self.name) is not None
        self._changed = False
        self._root = parts.xml(self.name) if known else _element(_RELATIONS, "Relationships")

    def target(self, relation: str | None) -> str | None:
        """Return the part that a relationship leads to, None without it."""
        for one in self._root:
            if one.get("Id") == relation:
                return self._part(one)
        return None

    def of_kind(self, kind: str) -> str | None:
        """Return the first part whose relationship's type ends so, such as `/comments`."""
        for one in self._root:
            if (one.get("Type") or "").endswith(kind) and (part := self._part(one)) is not None:
                return part
        return None

    def add(self, kind: str, part: str) -> str:
        """Relate a part, and return the id of the relationship."""
        taken = {one.get("Id") for one in self._root}
        numbers = range(1, len(taken) + 2)
        free = next(each for number in numbers if (each := f"rIdPaja{number}") not in taken)
        attributes = {
            "Id": free,
            "Type": f"{RELATED}/{kind}",
            "Target": relpath(part, self._folder),
        }
        etree.SubElement(self._root, f"{{{_RELATIONS}}}Relationship", attributes)
        self._changed = True
        return free

    def remove(self, part: str) -> None:
        """Take out the relationships that lead to a part."""
        for one in list(self._root):
            if self._part(one) == part:
                self._root.remove(one)
                self._changed = True

    def save(self) -> None:
        """Write the relationships if they have changed; when none are left there is no part."""
        if self._changed and len(self._root):
            self._parts.put_xml(self.name, self._root)
        elif self._changed:
            self._parts.drop(self.name)

    def _part(self, relation: etree._Element) -> str | None:
        """Return the part that a relationship leads to, None for what lies outside."""
        target = relation.get("Target") or ""
        if relation.get("TargetMode") == "External" or ":" in target or "\\" in target:
            return None
        return normpath(join("/", self._folder, target)).lstrip("/")


class ContentTypes:
    """What kind of content each part has; `save` writes it back."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._root = parts.xml(_TYPES_PART)

    def add(self, part: str, kind: str) -> None:
        """Say what a part is."""
        attributes = {"PartName": f"/{part}", "ContentType": kind}
        etree.SubElement(self._root, f"{{{_TYPES}}}Override", attributes)

    def add_ending(self, ending: str, kind: str) -> bool:
        """Say what all parts with an ending are; return whether that had to be said."""
        known = (one.get("Extension") or "" for one in self._root)
        if ending in {each.casefold() for each in known}:
            return False
        one = _element(_TYPES, "Default")
        one.set("Extension", ending)
        one.set("ContentType", kind)
        self._root.insert(0, one)
        return True

    def remove(self, part: str) -> None:
        """Take out what is said of a part."""
        for one in list(self._root):
            if one.get("PartName") == f"/{part}":
                self._root.remove(one)

    def remove_ending(self, ending: str) -> None:
        """Take out what is said of an ending."""
        for one in list(self._root):
            if (one.get("Extension") or "").casefold() == ending:
                self._root.remove(one)

    def save(self) -> None:
        """Write the content types."""
        self._parts.put_xml(_TYPES_PART, self._root)


def workbook_part(parts: Parts) -> str:
    """Return the name of the part that lists the sheets."""
    found = Relations(parts, "").of_kind("/officeDocument")
    if found is None:
        raise cannot_mark("_rels/.rels")
    return found


def _element(namespace: str, name: str) -> etree._Element:
    return etree.Element(f"{{{namespace}}}{name}", nsmap={None: namespace})  # type: ignore[dict-item] # stubs
