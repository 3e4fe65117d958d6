"""The kind and the size of a picture, read from its bytes; no whole PNG or JPEG, no picture."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.core.text import Text
from pipeline.render.limits import Limits
from pipeline.render.sandbox.unfit import UnfitValueError

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNK: Final = struct.Struct(">I4s")
_PNG_HEADER: Final = struct.Struct(">2I5B")
#: The bits that a sample may have, by kind of colour.
_PNG_DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_JPEG: Final = b"\xff\xd8\xff"
_JPEG_END: Final = b"\xff\xd9"
_JPEG_FRAME: Final = struct.Struct(">B2H")
#: Baseline, extended and progressive frames: the kinds of JPEG that Word shows.
_JPEG_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
_JPEG_SCAN: Final = 0xDA
_JPEG_EXIF: Final = 0xE1
_EXIF: Final = b"Exif\0\0"
_ORIENTATION: Final = 0x0112
_UPRIGHT: Final = (0, 1)
#: No program shows a side that is longer, in pixels.
_LONGEST: Final = 30_000


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A sound picture: the ending of its file, its width and height in pixels."""

    ending: str
    width: int
    height: int


def bitmap_of(content: bytes, limits: Limits) -> Bitmap:
    """Return the kind and the size of a PNG or JPEG.

    Raises:
        UnfitValueError: something else, damaged, cut short, too large, or turned by its camera.
    """
    if len(content) > limits.picture:
        raise UnfitValueError(
            Text("The picture is larger than {limit} bytes.", limit=limits.picture),
            Text("Save it smaller: a document needs no more than 2000 pixels across."),
        )
    bitmap = _bitmap(content)
    width, height = bitmap.width, bitmap.height
    if not 0 < width <= _LONGEST or not 0 < height <= _LONGEST or width * height > limits.pixels:
        raise UnfitValueError(
            Text("The picture says it has {width} × {height} pixels, which is not allowed.",
                 width=width, height=height),
            Text("Save it smaller: a document needs no more than 2000 pixels across."),
        )  # fmt: skip
    return bitmap


def _bitmap(content: bytes) -> Bitmap:
    if content.startswith(_PNG):
        return _png(content)
    if content.startswith(_JPEG):
        return _jpeg(content)
    raise UnfitValueError(
        Text("The picture is neither PNG nor JPEG."), Text("Save it as PNG or JPEG.")
    )


def _png(content: bytes) -> Bitmap:
    chunks = list(_png_chunks(content))
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        raise _damaged()
    header = chunks[0][1]
    if len(header) != _PNG_HEADER.size:
        raise _damaged()
    width, height, depth, colour, *_ = _PNG_HEADER.unpack(header)
    if depth not in _PNG_DEPTHS.get(colour, ()):
        raise _damaged()
    return Bitmap("png", width, height)


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and the content of each chunk, up to the end of the picture."""
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        inner = at + _PNG_CHUNK.size
        if inner > len(content):
            raise _damaged()
        length, kind = _PNG_CHUNK.unpack_from(content, at)
        end = inner + length
        at = end + 4
        if at > len(content) or zlib.crc32(content[inner - 4 : end]) != _number(content[end:at]):
            raise _damaged()
        yield kind, content[inner:end]


def _jpeg(content: bytes) -> Bitmap:
    size: tuple[int, int] | None = None
    for kind, segment in _jpeg_segments(content):
        if kind == _JPEG_EXIF and segment.startswith(_EXIF):
            _refuse_turned(segment.removeprefix(_EXIF))
        elif kind in _JPEG_FRAMES and len(segment) >= _JPEG_FRAME.size:
            _, height, width = _JPEG_FRAME.unpack_from(segment)
            size = width, height
    if size is None:
        raise _damaged()
    return Bitmap("jpeg", *size)


def _jpeg_segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the mark and the content of each segment before the picture itself."""
    at, kind = 2, 0
    while kind != _JPEG_SCAN:
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        length = _number(content[at + 2 : at + 4])
        end = at + 2 + length
        if content[at : at + 1] != b"\xff" or length < 2 or end > len(content):
            raise _damaged()
        kind = content[at + 1]
        yield kind, content[at + 4 : end]
        at = end
    if content.find(_JPEG_END, at) < 0:
        raise _damaged()


def _refuse_turned(exif: bytes) -> None:
    """Refuse a picture that only some programs turn upright: others would show it on its side."""
    order = ">" if exif.startswith(b"MM") else "<"
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        for number in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, first + 2 + 12 * number)
            if tag == _ORIENTATION and value not in _UPRIGHT:
                raise UnfitValueError(
                    Text("The picture is a photo that its camera has turned."),
                    Text("Turn the photo upright in a photo program and save it."),
                )
    except struct.error:
        # What a camera notes beside the picture may be damaged; the picture is not.
        return


def _number(content: bytes) -> int:
    return int.from_bytes(content, "big")


def _damaged() -> UnfitValueError:
    return UnfitValueError(
        Text("The picture is damaged or cut short."), Text("Save it again as PNG or JPEG.")
    )
