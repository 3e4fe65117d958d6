"""Small Word documents as Word would leave them: with names, marks of saving and curly quotes."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping

from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn

from pipeline.render.package.members import member, write_members

_RSIDS = re.compile(rb' w:rsid\w*="[^"]*"|<w:rsid [^>]*/>')


def document(*paragraphs: str, author: str = "", title: str = "Pohja") -> Word:
    """Return a document in Finnish that tells nothing of its maker, unless an author is given."""
    made = Document()
    made.core_properties.author = author
    made.core_properties.title = title
    made.core_properties.revision = 1
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "fi-FI")
    rsids = made.settings.element.find(qn("w:rsids"))
    if rsids is not None:
        made.settings.element.remove(rsids)
    for text in paragraphs:
        made.add_paragraph(text)
    return made


def table(made: Word, *rows: Iterable[str]) -> None:
    """Add a table of these rows, no row of which is marked as a header."""
    cells = [list(row) for row in rows]
    added = made.add_table(rows=len(cells), cols=len(cells[0]))
    for row, texts in zip(added.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def saved(made: Word) -> bytes:
    """Return the bytes of a document, without what python-docx's own template tells of itself."""
    target = io.BytesIO()
    made.save(target)
    return packed({
        name: _RSIDS.sub(b"", data) for name, data in parts_of(target.getvalue()).items()
    })


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the package of some parts."""
    return write_members(member(name, content) for name, content in parts.items())


def changed(content: bytes, **parts: tuple[str, str]) -> bytes:
    """Return a package with texts replaced in parts, which are named without folder and ending."""
    own = parts_of(content)
    for short, (old, new) in parts.items():
        name = next(each for each in own if each.rsplit("/", 1)[-1] == f"{short}.xml")
        assert old.encode() in own[name], (name, old)
        own[name] = own[name].replace(old.encode(), new.encode(), 1)
    return packed(own)
