"""Findings about whole sheets: missing, unknown, or two with one name."""

from collections.abc import Iterable

from pipeline.core.finding import Finding, Severity
from pipeline.core.layout import Sheet
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.catalogue import translator
from pipeline.language.headers import sheet_title
from pipeline.sources.excel.headings import Vocabulary, nearest
from pipeline.sources.opening.excel.grid import Grid


def missing_sheet(file: str, sheet: Sheet, spare: Iterable[Grid], language: str) -> Finding:
    """Return the error of a sheet of the form that the workbook lacks."""
    title = sheet_title(sheet, translator(language))
    near = nearest(title, [grid.title for grid in spare])
    message = Text("The sheet “{sheet}” is missing.", sheet=title)
    if near is not None:
        hint = Text("Is it the sheet “{near}”? Rename it “{sheet}”.", near=near, sheet=title)
    else:
        hint = Text("Add it, or copy your rows into a fresh workbook.")
    return Finding("HE-01", Severity.ERROR, message, Location(file=file), hint, sheet.path)


def ambiguous_sheets(grids: tuple[Grid, ...]) -> Finding:
    """Return the error of sheets whose names differ by case or spaces only."""
    names = ", ".join(f"“{grid.title}”" for grid in grids)
    message = Text(
        "Several sheets have the same name but for case or spaces: {sheets}.", sheets=names
    )
    hint = Text("Leave one of them, or give the others another name.")
    return Finding("HE-04", Severity.ERROR, message, grids[-1].place, hint)


def unknown_sheet(grid: Grid, absent: Iterable[Vocabulary], language: str) -> Finding:
    """Return the warning of a sheet with data that is none of the form's."""
    words = translator(language)
    near = nearest(grid.title, [sheet_title(one.sheet, words) for one in absent])
    message = Text("The sheet “{sheet}” is not known; it is not read.", sheet=grid.title)
    if near is not None:
        hint = Text("Do you mean “{near}”?", near=near)
    else:
        hint = Text("Delete it if nothing on it belongs to the form.")
    return Finding("HE-06", Severity.WARNING, message, grid.place, hint)
