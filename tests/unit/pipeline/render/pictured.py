"""Small pictures made in a test, and templates with placeholder pictures for them."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.shared import Emu
from docx.text.paragraph import Paragraph
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.unit.pipeline.render.word import saved

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: The frame that placeholders have in these templates, in EMU: twice as wide as high.
FRAME = (2_000_000, 1_000_000)


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return a chunk of a PNG."""
    whole = kind + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


def png(width: int, height: int, shade: int = 80) -> bytes:
    """Return a sound grey PNG."""
    lines = (b"\0" + bytes([shade]) * width) * height
    return png_of(struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0), lines)


def png_of(header: bytes, lines: bytes) -> bytes:
    """Return a PNG of any header."""
    chunks = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(lines)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def segment(kind: int, content: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return bytes([0xFF, kind]) + struct.pack(">H", len(content) + 2) + content


def jpeg(width: int, height: int, *, before: bytes = b"", frame: int = 0xC0) -> bytes:
    """Return the frame of a JPEG with this size; what it shows is nothing that a test looks at."""
    size = struct.pack(">B2H", 8, height, width) + b"\1\1\x11\0"
    scan = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x3f"
    return b"\xff\xd8" + before + segment(frame, size) + scan + b"\xff\xd9"


def turned(order: str, orientation: int) -> bytes:
    """Return the segment in which a camera notes how it was held."""
    sign = {">": b"MM", "<": b"II"}[order]
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    notes = sign + struct.pack(f"{order}HIH", 42, 8, 1) + entry + b"\0\0\0\0"
    return segment(0xE1, b"Exif\0\0" + notes)


def svg(inner: str = '<path d="M0 0h2v1z"/>', *, before: str = "", attributes: str = "") -> bytes:
    """Return an SVG."""
    root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"{attributes}>{inner}</svg>'
    return f"{before}{root}".encode()


def place(paragraph: Paragraph, tag: str, *, shade: int = 1) -> None:
    """Put a placeholder picture with a tag into a paragraph."""
    shape = paragraph.add_run().add_picture(
        io.BytesIO(png(2, 1, shade)), Emu(FRAME[0]), Emu(FRAME[1])
    )
    shape._inline.docPr.set("descr", tag)


def pictured(*tags: str) -> bytes:
    """Return a .docx with a placeholder picture for each tag, in paragraphs of their own."""
    document: DocxDocument = Document()
    for tag in tags:
        place(document.add_paragraph("ennen "), tag)
    return saved(document)


def names(content: bytes) -> list[str]:
    """Return the names of a package's parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.namelist()


def data(content: bytes, name: str) -> bytes:
    """Return a part's bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def media(content: bytes) -> list[bytes]:
    """Return the media of a package."""
    return [data(content, name) for name in names(content) if name.startswith("word/media/")]


def relations(content: bytes, part: str = "document") -> dict[str, tuple[str, str | None]]:
    """Return the target and the mode of each relation of a part, by its id."""
    root = etree.fromstring(data(content, f"word/_rels/{part}.xml.rels"))
    found = {
        str(each.get("Id")): (str(each.get("Target")), each.get("TargetMode")) for each in root
    }
    assert len(found) == len(root)
    return found


def shown(content: bytes, part: str = "document") -> list[bytes]:
    """Return the bitmaps that the drawings of a part show, in their order."""
    root = etree.fromstring(data(content, f"word/{part}.xml"))
    known = relations(content, part)
    ids = [str(blip.get(f"{R}embed")) for blip in root.iter(f"{A}blip")]
    return [data(content, f"word/{known[each][0]}") for each in ids]


def drawings(content: bytes, part: str = "document") -> list[etree._Element]:
    """Return the frames of a part's drawings."""
    root = etree.fromstring(data(content, f"word/{part}.xml"))
    return [extent.getparent() for extent in root.iter(f"{WP}extent")]  # type: ignore[misc]  # never the root


def described(content: bytes, part: str = "document") -> list[str | None]:
    """Return the alternative texts of a part's drawings."""
    return [str(each.find(f"{WP}docPr").get("descr")) for each in drawings(content, part)]  # type: ignore[union-attr]  # each has one


def audited(content: bytes, file: Path) -> set[str]:
    """Return what openxml-audit finds in a document."""
    file.write_bytes(content)
    found = OpenXmlValidator(max_errors=0).validate(str(file)).errors
    # A copy of the styles for the Word of 2007, which python-docx brings and nothing else has.
    return {
        f"{each.part_uri} {each.description}"
        for each in found
        if each.part_uri != "/word/stylesWithEffects.xml"
    }
