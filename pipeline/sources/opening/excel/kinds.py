"""What a file really is, by its first bytes, whatever its name says."""

from typing import Final

from pipeline.core.text import Text
from pipeline.sources.opening.excel.refusal import RefusedError
from schemas.msgid import msgid

ZIP_START: Final = b"PK\x03\x04"
_OLE_START: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_BLANKS: Final = b"\xef\xbb\xbf \t\r\n"

_SAVE_AS: Final = Text("Open the file in Excel and save it as an Excel Workbook (.xlsx).")
_GIVE_WORKBOOK: Final = Text("Give the filled-in workbook itself, saved as Excel Workbook (.xlsx).")

#: The first bytes of a text, in small letters, and what such a file is.
_TEXT_STARTS: Final = (
    (b"%pdf", msgid("This is a PDF file, not an Excel workbook.")),
    (b"{\\rtf", msgid("This is a text document (RTF), not an Excel workbook.")),
    (b"<!doctype html", msgid("This is a web page (HTML), not an Excel workbook.")),
    (b"<html", msgid("This is a web page (HTML), not an Excel workbook.")),
    (b"<table", msgid("This is a web page (HTML), not an Excel workbook.")),
    (b"<?xml", msgid("This is an XML file, not an Excel workbook.")),
    (b"mime-version:", msgid("This is a web page (MHTML), not an Excel workbook.")),
)
#: A member of a zip archive, and what an archive with it is.
_MEMBERS: Final = (
    ("word/document.xml", msgid("This is a Word document, not an Excel workbook.")),
    ("ppt/presentation.xml", msgid("This is a PowerPoint presentation, not an Excel workbook.")),
    ("xl/workbook.bin", msgid("This is a binary Excel workbook (.xlsb), which cannot be read.")),
    ("content.xml", msgid("This is an OpenDocument file (.ods), not an Excel workbook.")),
)


def refuse_other_kinds(content: bytes) -> None:
    """Check that a file begins as a workbook does.

    Raises:
        RefusedError: the file is empty or of another kind; the kind is named.
    """
    if not content.strip(b"\x00"):
        raise RefusedError(
            "FI-02",
            Text("The file is empty."),
            Text("The file may not have been copied wholly; copy or send it again."),
        )
    if content.startswith(_OLE_START):
        raise _old_container(content)
    if not content.startswith(ZIP_START):
        raise RefusedError("FI-03", Text(_named(content)), _SAVE_AS)


def refuse_other_archives(names: frozenset[str]) -> None:
    """Check that a zip archive holds no other kind of document.

    Raises:
        RefusedError: it does; the kind is named.
    """
    for member, message in _MEMBERS:
        if member in names:
            raise RefusedError("FI-03", Text(message), _SAVE_AS)
    if "[Content_Types].xml" not in names:
        raise RefusedError(
            "FI-03", Text("This is a zip archive, not an Excel workbook."), _GIVE_WORKBOOK
        )


def _old_container(content: bytes) -> RefusedError:
    if _ENCRYPTED in content:
        return RefusedError(
            "FI-04",
            Text("The workbook is protected by a password."),
            Text("Open it in Excel, remove the password (File, Info, Protect Workbook) and save."),
        )
    if _WORD_STREAM in content:
        return RefusedError(
            "FI-03", Text("This is an old Word document (.doc), not a workbook."), _GIVE_WORKBOOK
        )
    return RefusedError("FI-03", Text("This is an old Excel workbook (.xls)."), _SAVE_AS)


def _named(content: bytes) -> str:
    start = content[:400].lstrip(_BLANKS).lower()
    for signature, message in _TEXT_STARTS:
        if start.startswith(signature):
            return message
    if b"\x00" not in content[:4000] or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return msgid("This is a text file (such as CSV), not an Excel workbook.")
    return msgid("This is not an Excel workbook.")
