"""A .docx read as its parts, with limits."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from pipeline.core.errors import TemplateError
from pipeline.core.text import Text
from pipeline.render.limits import Limits

CONTENT_TYPES: Final = "[Content_Types].xml"
RELATIONS: Final = "_rels/.rels"
#: Without these it is some other package, such as a workbook under another name.
_NEEDED: Final = (CONTENT_TYPES, RELATIONS, "word/document.xml")
_CONTENT: Final = re.compile(
    r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"
)
_EXTERNAL: Final = re.compile(rb'<Relationship\b[^>]*TargetMode="External"[^>]*>')
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def read_parts(content: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the parts of a package by name, in their order.

    Raises:
        TemplateError: no Word document, damaged, too large, or with parts that fetch or run.
    """
    if len(content) > limits.package:
        raise TemplateError(
            Text("The template is larger than {limit} bytes.", limit=limits.package)
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _inflate(archive, limits)
    except _DAMAGED as fault:
        raise _no_document() from fault
    if not all(name in parts for name in _NEEDED):
        raise _no_document()
    _refuse_dangerous(parts)
    return parts


def is_content(name: str) -> bool:
    """Tell that a part carries what a reader reads: body, headers, footers, notes and comments."""
    return _CONTENT.fullmatch(name) is not None


def _no_document() -> TemplateError:
    return TemplateError(
        Text("The template is not a whole Word document."),
        hint=Text("Open it in Word and save it again as a Word document (.docx)."),
    )


def _inflate(archive: zipfile.ZipFile, limits: Limits) -> dict[str, bytes]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > limits.members or len({member.filename for member in members}) < len(members):
        raise TemplateError(Text("The template has too many parts, or two parts of one name."))
    parts: dict[str, bytes] = {}
    room = limits.unpacked
    for member in members:
        with archive.open(member) as stream:
            parts[member.filename] = stream.read(room + 1)
        room -= len(parts[member.filename])
        if room < 0:
            raise TemplateError(Text("The template unpacks to more than it may hold."))
    return parts


def _refuse_dangerous(parts: Mapping[str, bytes]) -> None:
    for name, content in parts.items():
        if name.lower().endswith("vbaproject.bin"):
            raise TemplateError(
                Text("The template has macros."),
                hint=Text("Save it as a Word document without macros (.docx)."),
            )
        if name.endswith(".rels"):
            _refuse_external(name, content)


def _refuse_external(name: str, content: bytes) -> None:
    for found in _EXTERNAL.finditer(content):
        if b"/hyperlink" not in found[0]:
            target = found[0].decode("utf-8", "replace")
            raise TemplateError(
                Text("{part} fetches something from outside: {target}", part=name, target=target),
                hint=Text("Put the picture or text into the template itself."),
            )
