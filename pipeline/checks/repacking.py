"""A package with some of its parts changed: every other part keeps its bytes, also deflated."""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final

from pipeline.render.package.members import Member, member, write_members

#: The header before a member's bytes ends with the lengths of its name and of what follows that.
_HEADER: Final = 30
_LENGTHS: Final = struct.Struct("<2H")


def repacked(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return a sound package with these parts in place of its own; new ones come last."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        members = [*_kept(content, archive, infos, changed)]
    names = {info.filename for info in infos}
    members += (member(name, changed[name]) for name in changed if name not in names)
    return write_members(members)


def _kept(
    content: bytes,
    archive: zipfile.ZipFile,
    infos: list[zipfile.ZipInfo],
    changed: Mapping[str, bytes],
) -> Iterator[Member]:
    for info in infos:
        if info.filename in changed:
            yield member(info.filename, changed[info.filename])
        elif info.compress_type == zipfile.ZIP_DEFLATED:
            deflated = _deflated(content, info)
            yield Member(info.filename, info.CRC, info.file_size, deflated)
        else:
            yield member(info.filename, archive.read(info))


def _deflated(content: bytes, info: zipfile.ZipInfo) -> bytes:
    header = content[info.header_offset : info.header_offset + _HEADER]
    start = info.header_offset + _HEADER + sum(_LENGTHS.unpack(header[-_LENGTHS.size :]))
    return content[start : start + info.compress_size]
