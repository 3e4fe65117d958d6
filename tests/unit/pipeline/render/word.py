"""Small Word templates built in a test, and what their documents say."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape

from docx import Document
from docx.text.paragraph import Paragraph

from pipeline.render import compile_template
from pipeline.render.package.members import Member, member, write_members

_DOCUMENT = "word/document.xml"
#: What python-docx writes as elements of their own.
_BROKEN = re.compile(r"[\n\r\t\x00-\x1f\ud800-\udfff\ufffe\uffff]")


def template(*paragraphs: str, header: str | None = None, heading: str | None = None) -> bytes:
    """Return a .docx with these paragraphs, under a first-level heading if one is given."""
    if header is None and heading is None and not _BROKEN.search("".join(paragraphs)):
        return _plain(paragraphs)
    document = Document()
    if heading is not None:
        document.add_heading(heading, 1)
    for text in paragraphs:
        document.add_paragraph(text)
    if header is not None:
        document.sections[0].header.paragraphs[0].text = header
    return saved(document)


def _plain(paragraphs: tuple[str, ...]) -> bytes:
    """Return what python-docx would make of paragraphs, in a twentieth of its time."""
    before, after, others = _blank()
    body = "".join(_paragraph(text) for text in paragraphs)
    document = f"{before}{body}{after}".encode()
    members = (member(_DOCUMENT, document) if each is None else each for each in others)
    return write_members(members)


def _paragraph(text: str) -> str:
    if not text:
        return "<w:p/>"
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:p><w:r><w:t{space}>{escape(text, quote=False)}</w:t></w:r></w:p>"


@cache
def _blank() -> tuple[str, str, tuple[Member | None, ...]]:
    """Return what stands before and after the paragraphs, and the packed members but for these."""
    content = saved(Document())
    before, sections, after = part(content, _DOCUMENT).partition("<w:sectPr")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = tuple(
            None if name == _DOCUMENT else member(name, archive.read(name))
            for name in archive.namelist()
        )
    return before, sections + after, members


def table_template(*rows: Iterable[str]) -> bytes:
    """Return a .docx with one table of these rows."""
    document = Document()
    cells = [list(row) for row in rows]
    table = document.add_table(rows=len(cells), cols=len(cells[0]))
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return saved(document)


def saved(document: object) -> bytes:
    """Return the bytes of a python-docx document."""
    target = io.BytesIO()
    document.save(target)  # type: ignore[attr-defined]  # python-docx keeps its class private
    return target.getvalue()


def rendered(content: bytes, context: Mapping[str, object]) -> bytes:
    """Return the document of a template and a context."""
    return compile_template(content).render(context)


def paragraphs(content: bytes) -> list[Paragraph]:
    """Return the body's paragraphs."""
    return list(Document(io.BytesIO(content)).paragraphs)


def texts(content: bytes) -> list[str]:
    """Return the texts of the body's paragraphs."""
    return [each.text for each in paragraphs(content)]


def cells(content: bytes) -> list[list[str]]:
    """Return the texts of the first table."""
    return [
        [cell.text for cell in row.cells] for row in Document(io.BytesIO(content)).tables[0].rows
    ]


def part(content: bytes, name: str) -> str:
    """Return a part's XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def with_part(content: bytes, name: str, data: bytes) -> bytes:
    """Return the package with one part replaced or added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result,
    ):
        for member in source.namelist():
            if member != name:
                result.writestr(member, source.read(member))
        result.writestr(name, data)
    return target.getvalue()


def replaced(content: bytes, name: str, pattern: str, new: str) -> bytes:
    """Return the package with a pattern replaced once in a part."""
    return with_part(content, name, re.sub(pattern, new, part(content, name), count=1).encode())


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return the package of the parts, as the engine writes it."""
    return write_members(member(name, content) for name, content in parts.items())
