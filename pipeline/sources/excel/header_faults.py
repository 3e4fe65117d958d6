"""Findings about headers and labels: missing, double, unknown, or none at all."""

from collections.abc import Iterable, Iterator

from pipeline.core.finding import Finding, Severity
from pipeline.core.layout import Column
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.sources.excel.headings import Vocabulary, nearest, shown_header
from pipeline.sources.opening.excel.cell_range import Address, cell_name, column_name
from pipeline.sources.opening.excel.grid import Grid


def missing_fields(
    words: Vocabulary,
    found: Iterable[str],
    place: Location,
    *,
    seen: tuple[str, ...],
    language: str,
) -> Iterator[Finding]:
    """Yield an error for each field without a header or label; `seen` are unknown ones there."""
    for column in absent_columns(words, found):
        title = shown_header(column, language)
        near = nearest(title, seen)
        hint = (
            Text("Write “{title}” there; do you mean it with “{near}”?", title=title, near=near)
            if near
            else Text("Add “{title}”, or copy your rows into a fresh workbook.", title=title)
        )
        message = Text("“{title}” is missing from the sheet.", title=title)
        yield Finding("HE-02", Severity.ERROR, message, place, hint, words.sheet.path)


def absent_columns(words: Vocabulary, found: Iterable[str]) -> tuple[Column, ...]:
    """Return the fields that need a header or label and have none among the keys found."""
    keys = frozenset(found)
    return tuple(
        column
        for column in words.sheet.columns
        if column.key not in keys and not _other_language_found(column, words, keys)
    )


def doubled_field(
    grid: Grid, column: Column, cells: tuple[Address, Address], language: str
) -> Finding:
    """Return the error of a header or label that stands twice."""
    first, second = cells
    message = Text(
        "Both {first} and {second} are headed “{title}”.",
        first=cell_name(*first),
        second=cell_name(*second),
        title=shown_header(column, language),
    )
    hint = Text("Delete or rename one of them.")
    return Finding("HE-03", Severity.ERROR, message, grid.location(second), hint)


def unknown_field(grid: Grid, address: Address, free: Iterable[Column], language: str) -> Finding:
    """Return the warning of a header or label with data that means nothing here."""
    text = grid.text(address) or str(grid.cells[address])
    near = nearest(text, [shown_header(column, language) for column in free])
    message = Text("“{title}” is not known; what stands under it is not read.", title=text)
    if near is not None:
        hint = Text("Do you mean “{near}”?", near=near)
    else:
        hint = Text("Delete it, or move what it says to a field of the form.")
    return Finding("HE-05", Severity.WARNING, message, grid.location(address), hint)


def no_header_row(grid: Grid, words: Vocabulary, language: str) -> Finding:
    """Return the error of a sheet in which no header row is found."""
    titles = [shown_header(column, language) for column in words.sheet.columns[:3]]
    message = Text("No header row is found on the sheet.")
    hint = Text("Its headers are: {titles} and so on.", titles=", ".join(titles))
    return Finding("HE-07", Severity.ERROR, message, grid.place, hint, words.sheet.path)


def outside_values(grid: Grid, addresses: Iterable[Address]) -> Iterator[Finding]:
    """Yield one warning for each column with values that have no header."""
    told: set[int] = set()
    for address in sorted(addresses):
        if address[1] in told:
            continue
        told.add(address[1])
        message = Text(
            "The column {column} holds values but has no header; they are not read.",
            column=column_name(address[1]),
        )
        hint = Text("Delete them, or move them to a field of the form.")
        yield Finding("HE-08", Severity.WARNING, message, grid.location(address), hint)


def beside_the_value(grid: Grid, column: Column, address: Address, language: str) -> Finding:
    """Return the warning of a text that stands where the help of an empty field stood."""
    message = Text(
        "The cell {cell} is the place of the help; what is written there is not read.",
        cell=cell_name(*address),
    )
    hint = Text(
        "If it is the value of “{title}”, move it one cell to the left.",
        title=shown_header(column, language),
    )
    return Finding("HE-08", Severity.WARNING, message, grid.location(address), hint)


def _other_language_found(column: Column, words: Vocabulary, found: frozenset[str]) -> bool:
    """Tell whether the text can be given in another language, which is all that a form needs."""
    if column.leaf.language is None:
        return False
    return any(
        other.key in found and other.leaf.language and other.path[:-1] == column.path[:-1]
        for other in words.sheet.columns
    )
