"""From a workbook's bytes to its sheets by cells."""

from pipeline.core.finding import Finding
from pipeline.core.limits import DEFAULT, Limits
from pipeline.sources.opening.excel.cell_reader import LoadedWorkbook
from pipeline.sources.opening.excel.claims import claims
from pipeline.sources.opening.excel.grid import Grid
from pipeline.sources.opening.excel.gridding import make_grid
from pipeline.sources.opening.excel.identity import read_identity
from pipeline.sources.opening.excel.loading import load
from pipeline.sources.opening.excel.preflight import Preflight, preflight
from pipeline.sources.opening.excel.refusal import RefusedError
from pipeline.sources.opening.opened import OpenedWorkbook


def open_workbook(content: bytes, file: str, limits: Limits = DEFAULT) -> OpenedWorkbook:
    """Open an .xlsx or .xlsm file; `file` is the name that places show.

    A file that cannot or must not be opened gives a refusal.
    """
    try:
        return _opened(content, file, limits)
    except RefusedError as refusal:
        return OpenedWorkbook(file, refusal=refusal.finding(file))


def _opened(content: bytes, file: str, limits: Limits) -> OpenedWorkbook:
    checked = preflight(content, file, limits)
    loaded = load(content, tuple(sheet.part for sheet in checked.sheets))
    grids, lost = _grids(loaded, checked, file)
    return OpenedWorkbook(
        file,
        grids=grids,
        claims=claims(loaded.workbook),
        identity=read_identity(loaded.workbook),
        findings=(*checked.findings, *lost),
    )


def _grids(
    loaded: LoadedWorkbook, checked: Preflight, file: str
) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    made = [
        make_grid(loaded.cells[listed.part], listed, checked.scans[listed.part], file)
        for listed in checked.sheets
    ]
    return tuple(grid for grid, _ in made), tuple(one for _, lost in made for one in lost)
