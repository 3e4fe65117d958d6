"""Parts deflated into members of a package; the same members give the same bytes.

zipfile deflates again at every writing. Most parts of a document are its template's own, so that
they are deflated once and copied as they are.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pipeline.render.package.reading import CONTENT_TYPES

#: Beyond this level zlib takes twice the time for a document a tenth smaller.
_LEVEL: Final = 3
#: zlib's window in powers of two: the least for raw content, and the widest.
_NARROW: Final = 9
_WIDE: Final = 15
_VERSION: Final = 20
#: Made by Unix, so that every system writes the same directory entry.
_UNIX: Final = 3
_DEFLATED: Final = 8
#: The first moment that a package can tell: 1 January 1980.
_TIME: Final = 0
_DATE: Final = (1 << 5) | 1
_UTF_8: Final = 0x800
_OWNER_ONLY: Final = 0o600 << 16
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s2B5H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Member:
    """A part as a package holds it: its name, checksum, size in bytes, and deflated content."""

    name: str
    checksum: int
    size: int
    deflated: bytes


def member(name: str, content: bytes) -> Member:
    """Deflate a part, in a window no wider than it is: to lay out a wide one takes longer."""
    window = min(max(len(content).bit_length(), _NARROW), _WIDE)
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, -window, min(window - 7, 8))
    deflated = compressor.compress(content) + compressor.flush()
    return Member(name, zlib.crc32(content), len(content), deflated)


def write_members(members: Iterable[Member]) -> bytes:
    """Return the package of the members: fixed times and order, content types first."""
    ordered = sorted(members, key=lambda each: each.name != CONTENT_TYPES)
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for each in ordered:
        name, flags = _encoded(each.name)
        shared = (flags, _DEFLATED, _TIME, _DATE, each.checksum, len(each.deflated), each.size)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *shared, len(name), 0)
        directory += (
            _CENTRAL.pack(
                b"PK\1\2", _VERSION, _UNIX, _VERSION, *shared,
                len(name), 0, 0, 0, 0, _OWNER_ONLY, offset,
            ),
            name,
        )  # fmt: skip
        pieces += (local, name, each.deflated)
        offset += len(local) + len(name) + len(each.deflated)
    listed = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(ordered), len(ordered), len(listed), offset, 0)
    return b"".join([*pieces, listed, end])


def _encoded(name: str) -> tuple[bytes, int]:
    return (name.encode(), 0) if name.isascii() else (name.encode(), _UTF_8)
