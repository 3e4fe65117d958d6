"""Which sheet of a workbook is which sheet of the form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.core.finding import Finding
from pipeline.core.own_names import MARKS_NAME
from pipeline.language.headers import INSTRUCTIONS_SHEET, LISTS_SHEET
from pipeline.sources.excel.headings import Vocabulary, plain, translators_of
from pipeline.sources.excel.sheet_faults import ambiguous_sheets, missing_sheet, unknown_sheet
from pipeline.sources.opening.excel.claims import Claims
from pipeline.sources.opening.excel.grid import Grid


@dataclass(frozen=True, slots=True)
class FoundSheets:
    """The grid of each sheet of the form, by the sheet's key, and what was odd.

    `ours` tells whether the workbook is one of the form: more of its filled sheets are known
    than not.
    """

    grids: Mapping[str, Grid]
    findings: tuple[Finding, ...]
    ours: bool


def find_sheets(
    grids: tuple[Grid, ...], words: tuple[Vocabulary, ...], claims: Claims, language: str
) -> FoundSheets:
    """Match the sheets of a workbook to those of the form, by defined names, then by title."""
    named = [(plain(grid.title), grid) for grid in grids]
    titled = {
        one.sheet.key: tuple(grid for name, grid in named if name in one.titles) for one in words
    }
    doubled = [pair for pair in titled.values() if len(pair) > 1]
    found = _matched(grids, words, claims, titled)
    settled = {id(grid) for grid in found.values()}
    settled |= {id(grid) for pair in doubled for grid in pair}
    spare = [
        grid for grid in grids if id(grid) not in settled and not _ours(grid, claims, language)
    ]
    absent = [one for one in words if one.sheet.key not in found and len(titled[one.sheet.key]) < 2]
    scribbled = [grid for grid in spare if grid.taken]
    findings = [
        *map(ambiguous_sheets, doubled),
        *(
            missing_sheet(grids[0].file, one.sheet, spare, language)
            for one in absent
            if not one.sheet.optional
        ),
        *(unknown_sheet(grid, absent, language) for grid in scribbled),
    ]
    known = len(found) + len(doubled)
    return FoundSheets(found, tuple(findings), ours=known > 0 and known >= len(scribbled))


def _matched(
    grids: tuple[Grid, ...],
    words: tuple[Vocabulary, ...],
    claims: Claims,
    titled: Mapping[str, tuple[Grid, ...]],
) -> dict[str, Grid]:
    found: dict[str, Grid] = {}
    for one in words:
        named = titled[one.sheet.key]
        grid = _claimed(grids, one, claims) or (named[0] if len(named) == 1 else None)
        if grid is not None and all(grid is not taken for taken in found.values()):
            found[one.sheet.key] = grid
    return found


def _claimed(grids: tuple[Grid, ...], words: Vocabulary, claims: Claims) -> Grid | None:
    """Return the sheet that most of the form sheet's defined names point into."""
    names = {words.sheet.defined_name(column).casefold() for column in words.sheet.columns}
    counts = [len(names & claims.get(grid.title, {}).keys()) for grid in grids]
    most = max(counts)
    return grids[counts.index(most)] if most else None


def _ours(grid: Grid, claims: Claims, language: str) -> bool:
    """Tell whether a sheet is one that we write and nobody fills in."""
    marks = MARKS_NAME in claims.get(grid.title, {})
    return marks or plain(grid.title) in set(_own_titles(language))


def _own_titles(language: str) -> Iterator[str]:
    yield plain(LISTS_SHEET)
    for translator in translators_of(language):
        yield plain(translator.text(INSTRUCTIONS_SHEET))
