"""Pages of a real document as pictures, by the real programs."""

import io
import shutil

import pytest
from docx import Document
from docx.enum.text import WD_BREAK

from pipeline.output.page_pictures import page_pictures, page_tools

NEEDS_PROGRAMS = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftoppm") is None,
    reason="LibreOffice and pdftoppm are not installed",
)


@NEEDS_PROGRAMS
def test_each_page_is_a_picture() -> None:
    tools = page_tools()
    document = Document()
    document.add_paragraph("Ensimmäinen sivu").add_run().add_break()
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Toinen sivu")
    stored = io.BytesIO()
    document.save(stored)

    assert tools is not None
    (pages,) = page_pictures([stored.getvalue()], tools, most=5)

    assert len(pages) == 2
    assert all(page.startswith(b"\x89PNG\r\n") for page in pages)
    assert pages[0] != pages[1]
