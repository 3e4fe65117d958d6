"""A made document: its name and its bytes, with the hashes that tell it from others."""

import zipfile
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Final

_ZIP_SIGNATURE: Final = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Document:
    """A file that is ready to be written."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Return the hash of the bytes, which another build of zlib may change."""
        return sha256(self.content).hexdigest()

    @property
    def parts_sha256(self) -> str:
        """Return the hash of the parts, which is the same on every machine."""
        return parts_sha256(self.content)


def parts_sha256(content: bytes) -> str:
    """Return the SHA-256 over the sorted names and contents of a zip package's parts.

    For content that is no sound zip package it is the SHA-256 of the bytes themselves.
    """
    parts = _parts(content)
    if parts is None:
        return sha256(content).hexdigest()
    whole = sha256()
    for name, part in sorted(parts):
        for piece in (name.encode("utf-8", "surrogatepass"), part):
            # The length before each piece keeps ("ab", "c") and ("a", "bc") apart.
            whole.update(len(piece).to_bytes(8, "big"))
            whole.update(piece)
    return whole.hexdigest()


def _parts(content: bytes) -> list[tuple[str, bytes]] | None:
    if not content.startswith(_ZIP_SIGNATURE):
        return None
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return [(info.filename, package.read(info)) for info in package.infolist()]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        return None
