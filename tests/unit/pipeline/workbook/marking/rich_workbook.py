"""A workbook with all that a library would lose when it saves: built here, part by part."""

import base64
import io
import zipfile
from typing import Final

from lxml import etree
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.core.duty import Answerer, Duty
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text

#: One red dot.
PICTURE: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
MACROS: Final = b"not really macros, but bytes that must not change"
X14: Final = (
    '<extLst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    ' uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">'
    '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
    '<x14:dataValidation type="list" allowBlank="1" showErrorMessage="1">'
    "<x14:formula1><xm:f>Muut!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>D4:D40</xm:sqref>"
    "</x14:dataValidation></x14:dataValidations></ext></extLst>"
)
#: Where a person has written notes of their own, and what is filled in.
NOTED: Final = "B5"
YELLOW: Final = "FFFFFF00"


def rich_workbook() -> bytes:
    """Return an .xlsm: the sheet Työt is faulty, the sheet Muut has nothing to mark."""
    workbook = Workbook()
    tasks = workbook.worksheets[0]
    tasks.title = "Työt"
    _fill_tasks(tasks)
    others = workbook.create_sheet("Muut")
    for row, text in enumerate(("yksi", "kaksi", "kolme"), start=1):
        others.cell(row, 1, text)
    others["B1"].comment = Comment("Vain tämän lehden huomautus", "Malli Mallinen")
    for sheet in (tasks, others):
        chart = BarChart()
        chart.add_data(Reference(others, 1, 1, 1, 3))
        sheet.add_chart(chart, "J3")
    workbook.defined_names["paja.tasks.name"] = DefinedName(
        "paja.tasks.name", attr_text="'Työt'!$B$2"
    )
    tasks.print_title_rows = "1:2"
    stream = io.BytesIO()
    workbook.save(stream)
    return _with_extras(stream.getvalue())


def _fill_tasks(sheet: Worksheet) -> None:
    sheet.append(["Ohje"])
    sheet.append(["Tunnus", "Nimi", "Päivä", "Laji", "Summa"])
    sheet.append(["P0", "Esimerkki"])
    for row in range(4, 8):
        sheet.append([f"P{row}", f"Työ {row}", "19.10.2021", "yksi", None])
    sheet["E4"] = "=SUM(A1:A3)"
    sheet["C6"].fill = PatternFill("solid", fgColor=YELLOW)
    sheet["C6"].font = Font(bold=True)
    sheet[NOTED].comment = Comment("Kysyn tätä vielä.", "Testi Testaaja")
    sheet["B4"].protection = Protection(locked=False)
    sheet.merge_cells("D6:D7")
    green = PatternFill(bgColor="FF00FF00")
    equal = CellIsRule(operator="equal", formula=['"x"'], fill=green)  # type: ignore[no-untyped-call] # the stubs lack it
    sheet.conditional_formatting.add("C4:C9", equal)
    rule = DataValidation(type="list", formula1='"yksi,kaksi"', allow_blank=True)
    rule.add("D4:D9")
    sheet.add_data_validation(rule)
    sheet.protection.sheet = True
    sheet.protection.objects = True


def _with_extras(content: bytes) -> bytes:
    found = parts_of(content)
    sheet = "xl/worksheets/sheet1.xml"
    found[sheet] = found[sheet].replace(b"</worksheet>", X14.encode() + b"</worksheet>")
    found["xl/vbaProject.bin"] = MACROS
    found["xl/media/image1.png"] = PICTURE
    drawing = "xl/drawings/_rels/drawing1.xml.rels"
    found[drawing] = found[drawing].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdPicture" Target="../media/image1.png"'
        b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
        b"</Relationships>",
    )
    types = "[Content_Types].xml"
    found[types] = (
        found[types]
        .replace(
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
        .replace(
            b"</Types>",
            b'<Override PartName="/xl/vbaProject.bin"'
            b' ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        )
    )
    relations = "xl/_rels/workbook.xml.rels"
    found[relations] = found[relations].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdVba" Target="vbaProject.bin"'
        b' Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
        b"</Relationships>",
    )
    return packed(found)


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a package of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def same_parts(left: bytes, right: bytes) -> list[str]:
    """Return the names of the parts in which two packages differ; XML is compared as XML."""
    first, second = parts_of(left), parts_of(right)
    return sorted(
        name
        for name in first.keys() | second.keys()
        if _canonical(first.get(name)) != _canonical(second.get(name))
    )


def _canonical(content: bytes | None) -> bytes | None:
    if content is None or not content.lstrip().startswith(b"<"):
        return content
    return etree.tostring(etree.fromstring(content), method="c14n")


def duty(
    cell: str | None,
    *,
    sheet: str | None = "Työt",
    severity: Severity = Severity.ERROR,
    message: str = "Väärin",
    name: str | None = None,
) -> Duty:
    """Return what someone must mend in a cell."""
    place = Location(file="a.xlsm", sheet=sheet, cell=cell)
    finding = Finding("IA-12", severity, Text("{it}", it=message), place, Text("Mend it."))
    return Duty(finding, Answerer(name) if name else None)
