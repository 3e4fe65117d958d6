"""The check of a workbook before a library opens it, and what that library would hide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final
from zipfile import ZipInfo

from pipeline.core.finding import Finding, Severity
from pipeline.core.limits import DEFAULT, Limits
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.sources.opening.excel.container import Package, open_package
from pipeline.sources.opening.excel.contents import ListedSheet, listed_sheets
from pipeline.sources.opening.excel.markup import Visitor, scan
from pipeline.sources.opening.excel.part_visitors import PlainVisitor, TextsVisitor
from pipeline.sources.opening.excel.refusal import RefusedError, damaged
from pipeline.sources.opening.excel.sheet_scan import SheetScan
from pipeline.sources.opening.excel.sheet_visitor import SheetVisitor
from pipeline.sources.opening.excel.tally import Tally

_XML_NAMES: Final = (".xml", ".rels")
_XML_BLANKS: Final = b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"
_TEXTS_PART: Final = "sharedstrings"


@dataclass(frozen=True, slots=True)
class Preflight:
    """What is known of a sound file before it is opened: its sheets in order, each scanned."""

    sheets: tuple[ListedSheet, ...]
    scans: Mapping[str, SheetScan]
    findings: tuple[Finding, ...]


def preflight(content: bytes, file: str, limits: Limits) -> Preflight:
    """Check every part of a workbook, unpacking piece by piece and keeping none of it.

    Raises:
        RefusedError: the file cannot or must not be read; it says why.
    """
    package = open_package(content, limits)
    sheets = listed_sheets(package)
    titles = {sheet.part: sheet.title for sheet in sheets}
    scans = _scan_parts(package, titles, Tally(limits))
    return Preflight(sheets, scans, tuple(_notices(package.names, file)))


def is_sound(content: bytes, limits: Limits = DEFAULT) -> bool:
    """Tell whether a workbook passes the check, so that its parts may be unpacked and parsed."""
    try:
        preflight(content, "", limits)
    except RefusedError:
        return False
    return True


def _scan_parts(package: Package, titles: Mapping[str, str], tally: Tally) -> dict[str, SheetScan]:
    scans: dict[str, SheetScan] = {}
    for info in package.infos:
        title = titles.get(info.filename)
        if title is None:
            _check_part(package, info, tally)
        else:
            visitor = SheetVisitor(info.filename, title, tally)
            scan(package.pieces(info), info.filename, visitor)
            scans[info.filename] = visitor.scan
    return scans


def _check_part(package: Package, info: ZipInfo, tally: Tally) -> None:
    pieces = package.pieces(info)
    first = next(pieces, b"")
    must_parse = info.filename.lower().endswith(_XML_NAMES)
    if must_parse or first.lstrip(_XML_BLANKS).startswith(b"<"):
        _check_markup(chain([first], pieces), info.filename, tally, must_parse=must_parse)
    for _ in pieces:
        continue


def _check_markup(pieces: Iterator[bytes], part: str, tally: Tally, *, must_parse: bool) -> None:
    texts = _TEXTS_PART in part.lower()
    visitor: Visitor = TextsVisitor(part, tally) if texts else PlainVisitor(part, tally)
    try:
        scan(pieces, part, visitor)
    except RefusedError as refusal:
        # Excel's own drawings of notes (.vml) are not always well-formed, and nothing reads them.
        if must_parse or refusal.code != damaged(part).code:
            raise


def _notices(names: frozenset[str], file: str) -> Iterator[Finding]:
    lowered = [name.lower() for name in names]
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in lowered):
        yield Finding(
            "IN-01",
            Severity.WARNING,
            Text("The workbook contains macros. They were not run; only its values were read."),
            Location(file=file),
            Text("Save it as an Excel Workbook (.xlsx), which leaves the macros out."),
        )
    if any(name.startswith("xl/externallinks/") for name in lowered):
        yield Finding(
            "IN-02",
            Severity.WARNING,
            Text(
                "The workbook refers to other workbooks. They were not opened; the values that "
                "Excel stored last were read."
            ),
            Location(file=file),
            Text("Check those values, and paste them as plain values if you can."),
        )
