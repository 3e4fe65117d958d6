"""Documents: the hash of the bytes, and the hash of the parts that zlib cannot change."""

import zipfile
from hashlib import sha256
from io import BytesIO

import pytest

from pipeline.core.document import Document, parts_sha256


def package(
    parts: list[tuple[str, bytes]], *, compression: int = zipfile.ZIP_DEFLATED, year: int = 2021
) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        for name, content in parts:
            info = zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0))
            written.writestr(info, content, compress_type=compression)
    return stream.getvalue()


PARTS = [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>" * 100)]


def test_the_parts_decide_not_their_order_time_or_compression() -> None:
    one = Document("a.docx", package(PARTS))
    other = Document("a.docx", package(PARTS[::-1], compression=zipfile.ZIP_STORED, year=1999))
    assert one.sha256 != other.sha256
    assert one.parts_sha256 == other.parts_sha256


@pytest.mark.parametrize(
    "changed",
    [
        [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>" * 99)],
        [("[Content_Types].xml", b"<Types/>"), ("word/Document.xml", b"<w/>" * 100)],
        [*PARTS, ("word/styles.xml", b"")],
    ],
)
def test_a_changed_part_changes_the_hash(changed: list[tuple[str, bytes]]) -> None:
    assert parts_sha256(package(changed)) != parts_sha256(package(PARTS))


def test_names_and_contents_do_not_run_together() -> None:
    assert parts_sha256(package([("ab", b"c")])) != parts_sha256(package([("a", b"bc")]))


@pytest.mark.parametrize(
    "content", [b"", b"BEGIN:VCALENDAR", b"PK\x03\x04 torn", package(PARTS)[:-30]]
)
def test_what_is_no_package_is_hashed_as_it_is(content: bytes) -> None:
    document = Document("x", content)
    assert document.parts_sha256 == document.sha256 == sha256(content).hexdigest()


def test_a_package_with_flipped_bytes_is_hashed_as_it_is() -> None:
    sound = package(PARTS, compression=zipfile.ZIP_STORED)
    flipped = sound.replace(b"<Types/>", b"<Tapes/>")
    assert parts_sha256(flipped) == sha256(flipped).hexdigest()
