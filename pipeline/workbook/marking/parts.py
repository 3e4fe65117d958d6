"""A workbook's package as named parts: changed here and there, all others copied as they are."""

import zlib
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from pipeline.core.errors import PajaError
from pipeline.core.text import Text

#: The earliest time that a zip archive can hold, for parts that are new.
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_FILE_MODE: Final = 0o644 << 16
_FAULTS: Final = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class CannotMarkError(PajaError):
    """The workbook is put together in a way that marks cannot be added to."""


def cannot_mark(part: str) -> CannotMarkError:
    """Return the error that names the part which stands in the way."""
    return CannotMarkError(
        Text("No marked copy could be made: the part {part} is not as expected.", part=part),
        hint=Text("Open the workbook in Excel, save it again, and run the command once more."),
    )


class Parts:
    """The parts of one package in their order, to be read, put, dropped and packed again.

    Raises:
        CannotMarkError: the package or one of its parts cannot be read.
    """

    def __init__(self, content: bytes) -> None:
        try:
            with ZipFile(BytesIO(content)) as archive:
                self._infos = {info.filename: info for info in archive.infolist()}
                self._contents = {name: archive.read(info) for name, info in self._infos.items()}
        except _FAULTS as fault:
            raise cannot_mark("zip") from fault

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the parts in their order."""
        return tuple(self._contents)

    def get(self, name: str) -> bytes | None:
        """Return the bytes of a part, None without it."""
        return self._contents.get(name)

    def xml(self, name: str) -> etree._Element:
        """Return the root of an XML part."""
        content = self._contents.get(name)
        if content is None:
            raise cannot_mark(name)
        # A comment among the elements that are numbered would count as one of them.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as fault:
            raise cannot_mark(name) from fault

    def xml_of(self, name: str, root: str) -> etree._Element:
        """Return the root of an XML part, which must be of this name."""
        found = self.xml(name)
        if etree.QName(found).localname != root:
            raise cannot_mark(name)
        return found

    def put(self, name: str, content: bytes) -> None:
        """Replace a part, or add one at the end."""
        self._contents[name] = content

    def put_xml(self, name: str, root: etree._Element) -> None:
        """Replace an XML part, or add one at the end."""
        tree = root.getroottree()
        self.put(name, etree.tostring(tree, encoding="UTF-8", standalone=True))

    def drop(self, name: str) -> None:
        """Leave a part out."""
        self._contents.pop(name, None)

    def free_name(self, pattern: str) -> str:
        """Return the first name of a pattern such as `xl/notes{}.xml` that no part has."""
        taken = {name.casefold() for name in self._contents}
        names = (pattern.format(number) for number in range(1, len(taken) + 2))
        return next(name for name in names if name.casefold() not in taken)

    def packed(self) -> bytes:
        """Return the package; each part has the time and attributes that it had."""
        result = BytesIO()
        with ZipFile(result, "w") as archive:
            for name, content in self._contents.items():
                archive.writestr(_member(name, self._infos.get(name)), content)
        return result.getvalue()


def _member(name: str, old: ZipInfo | None) -> ZipInfo:
    member = ZipInfo(name, old.date_time if old else _ZIP_TIME)
    member.compress_type = old.compress_type if old else ZIP_DEFLATED
    member.create_system = old.create_system if old else _UNIX
    member.external_attr = old.external_attr if old else _FILE_MODE
    return member
