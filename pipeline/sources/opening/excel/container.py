"""The zip package around a workbook: opened, and its members unpacked in measured pieces."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pipeline.core.limits import Limits
from pipeline.core.text import Text
from pipeline.sources.opening.excel.kinds import refuse_other_archives, refuse_other_kinds
from pipeline.sources.opening.excel.refusal import cut_off, damaged, printable, too_much, unsafe

_PIECE: Final = 65_536
_ENCRYPTED_FLAG: Final = 0x1
#: Everything that zipfile lets out of a damaged archive.
_ZIP_FAULTS: Final = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    IndexError,
)


@dataclass(slots=True)
class Package:
    """An opened package; `unpacked` counts the bytes that have come out so far."""

    archive: ZipFile
    infos: tuple[ZipInfo, ...]
    limits: Limits
    unpacked: int = field(default=0)

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all members."""
        return frozenset(info.filename for info in self.infos)

    def pieces(self, info: ZipInfo) -> Iterator[bytes]:
        """Yield the bytes of a member, measured while they come out.

        Raises:
            RefusedError: the member is damaged, or more comes out than the limits allow.
        """
        size = 0
        try:
            with self.archive.open(info) as stream:
                while piece := stream.read(_PIECE):
                    size += len(piece)
                    self._measure(info, size, len(piece))
                    yield piece
        except _ZIP_FAULTS as fault:
            raise damaged(info.filename) from fault

    def _measure(self, info: ZipInfo, size: int, step: int) -> None:
        self.unpacked += step
        limits = self.limits
        bomb = size > limits.ratio_from and size > limits.ratio * max(info.compress_size, 1)
        if bomb or self.unpacked > limits.unpacked_bytes:
            raise too_much(
                Text(
                    "The file unpacks to far more than it should (part {part}): "
                    "at most {limit} MB are read.",
                    part=printable(info.filename),
                    limit=limits.unpacked_bytes // 1_000_000,
                ),
                part=printable(info.filename),
            )


def open_package(content: bytes, limits: Limits) -> Package:
    """Open a file as a package, with nothing unpacked yet.

    Raises:
        RefusedError: too large, of another kind, damaged, or built to deceive.
    """
    if len(content) > limits.file_bytes:
        raise too_much(
            Text("The file is larger than {limit} MB.", limit=limits.file_bytes // 1_000_000)
        )
    refuse_other_kinds(content)
    try:
        archive = ZipFile(BytesIO(content))
        infos = tuple(archive.infolist())
    except _ZIP_FAULTS as fault:
        raise cut_off() from fault
    _check_members(infos, limits)
    refuse_other_archives(frozenset(info.filename for info in infos))
    return Package(archive, infos, limits)


def _check_members(infos: tuple[ZipInfo, ...], limits: Limits) -> None:
    if len(infos) > limits.members:
        raise too_much(Text("The file has more than {limit} parts.", limit=limits.members))
    seen: set[str] = set()
    for info in infos:
        _check_member(info)
        if info.filename.casefold() in seen:
            message = Text("The file holds two parts named {part}.", part=printable(info.filename))
            raise unsafe(message, info.filename)
        seen.add(info.filename.casefold())


def _check_member(info: ZipInfo) -> None:
    name = info.filename
    if name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/"):
        message = Text("The file holds a part with a misleading path: {part}", part=printable(name))
        raise unsafe(message, name)
    if info.flag_bits & _ENCRYPTED_FLAG or info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise damaged(name)
