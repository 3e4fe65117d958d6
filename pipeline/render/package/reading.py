"""A .docx read as its parts, with limits."""

import io
import re
import zipfile
import zlib
from functools import lru_cache
from typing import Final

from pipeline.core.errors import TemplateError
from pipeline.core.text import Text
from pipeline.render.limits import Limits
from pipeline.render.package.danger import dangers
from pipeline.render.package.soundness import flaws

CONTENT_TYPES: Final = "[Content_Types].xml"
RELATIONS: Final = "_rels/.rels"
#: Without these it is some other package, such as a workbook under another name.
_NEEDED: Final = (CONTENT_TYPES, RELATIONS, "word/document.xml")
_CONTENT: Final = re.compile(
    r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"
)
#: How files begin that are encrypted, or of Word before 2007.
_PROTECTED: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = 0x1
#: Names that lead out of a folder, or that another program may read as another name.
_ODD_NAME: Final = re.compile(r"^/|^\w:|\\|//|(?:^|/)\.{1,2}(?:/|$)|[\x00-\x1f]")
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def read_parts(content: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the parts of a package by name, in their order.

    Raises:
        TemplateError: no sound Word document, too large, or with parts that fetch or run.
    """
    parts = unpacked(content, limits)
    faults = tuple(dangers(parts)) or tuple(flaws(parts))
    if faults:
        raise TemplateError.first_of(faults)
    return parts


def unpacked(content: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the parts of a package by name, in their order, whatever they say.

    Raises:
        TemplateError: no Word document, damaged, protected, or too large.
    """
    if len(content) > limits.package:
        raise TemplateError(
            Text("The template is larger than {limit} bytes.", limit=limits.package)
        )
    if content.startswith(_PROTECTED):
        raise _protected()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _inflate(archive, limits)
    except _DAMAGED as fault:
        raise _no_document() from fault
    if not all(name in parts for name in _NEEDED):
        raise _no_document()
    return parts


@lru_cache(maxsize=512)
def is_content(name: str) -> bool:
    """Tell that a part carries what a reader reads: body, headers, footers, notes and comments."""
    return _CONTENT.fullmatch(name) is not None


def _no_document() -> TemplateError:
    return TemplateError(
        Text("The template is not a whole Word document."),
        hint=Text("Open it in Word and save it again as a Word document (.docx)."),
    )


def _protected() -> TemplateError:
    return TemplateError(
        Text("The template is protected by a password, or is an old Word document (.doc)."),
        hint=Text("Open it in Word and save it without a password as a Word document (.docx)."),
    )


def _inflate(archive: zipfile.ZipFile, limits: Limits) -> dict[str, bytes]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > limits.members or _has_doubles(members):
        raise TemplateError(Text("The template has too many parts, or two parts of one name."))
    parts: dict[str, bytes] = {}
    room = limits.unpacked
    for member in members:
        _check_member(member)
        with archive.open(member) as stream:
            parts[member.filename] = stream.read(room + 1)
        room -= len(parts[member.filename])
        if room < 0:
            raise TemplateError(Text("The template unpacks to more than it may hold."))
    return parts


def _has_doubles(members: list[zipfile.ZipInfo]) -> bool:
    """Tell that two members have one name, as Word reads names: in any case of letters."""
    return len({member.filename.lower() for member in members}) < len(members)


@lru_cache(maxsize=512)
def _is_odd(name: str) -> bool:
    """Tell that no part may have a name; most templates have parts of the same names."""
    return _ODD_NAME.search(name) is not None


def _check_member(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename
    if member.flag_bits & _ENCRYPTED:
        raise _protected()
    if _is_odd(name):
        raise TemplateError(
            Text("The template holds a part under the name “{name}”, which no part may have.",
                 name=name.replace("\0", "␀")),
            hint=Text("Open it in Word and save it again as a Word document (.docx)."),
        )  # fmt: skip
