"""The door: a workbook's bytes to a record of values that know their sheets and cells."""

from dataclasses import dataclass

from pydantic import BaseModel

from pipeline.core.finding import Finding
from pipeline.core.layout import SheetShape
from pipeline.core.limits import DEFAULT, Limits
from pipeline.core.record import RawRecord
from pipeline.core.text import Text
from pipeline.sources.excel.claims import Claims, claims
from pipeline.sources.excel.collecting import Collected
from pipeline.sources.excel.forms import read_form
from pipeline.sources.excel.grid import Grid, make_grid
from pipeline.sources.excel.headings import vocabularies
from pipeline.sources.excel.identity import (
    check_identity,
    language_of,
    read_identity,
    version_of,
)
from pipeline.sources.excel.loading import load
from pipeline.sources.excel.opened import Opened
from pipeline.sources.excel.preflight import Preflight, preflight
from pipeline.sources.excel.refusal import RefusedError
from pipeline.sources.excel.sheet_finding import find_sheets
from pipeline.sources.excel.sheet_reading import SheetReading
from pipeline.sources.excel.tables import read_table
from pipeline.sources.migration.forms import form_name, history_of
from pipeline.sources.migration.history import History, migrated


@dataclass(frozen=True, slots=True)
class _Settings:
    """How a workbook is read: the language of messages, what it must call itself, its versions."""

    language: str
    programme: str
    history: History
    limits: Limits


def read_workbook(
    content: bytes,
    file: str,
    model: type[BaseModel],
    *,
    language: str = "fi",
    programme: str | None = None,
    history: History | None = None,
    limits: Limits = DEFAULT,
) -> RawRecord:
    """Read the sheets of a model's form from the bytes of an .xlsx or .xlsm file.

    `file` is the name that places show, `language` that of the workbook when it does not say,
    `programme` what it calls its form and `history` the form's versions, both those of the model
    by default. A workbook of an older version is read as what it was, and its values are then
    brought to the present form. A file that cannot be read gives a record with no values and one
    error.
    """
    form = programme or form_name(model)
    settings = _Settings(language, form, history or history_of(form), limits)
    try:
        return _read(content, file, model, settings)
    except RefusedError as refusal:
        return RawRecord(file, {}, {}, (refusal.finding(file),))


def _read(content: bytes, file: str, model: type[BaseModel], settings: _Settings) -> RawRecord:
    history = settings.history
    checked = preflight(content, file, settings.limits)
    opened = load(content, tuple(sheet.part for sheet in checked.sheets))
    identity = read_identity(opened.workbook)
    if identity is not None:
        check_identity(identity, settings.programme, history.versions)
    older = history.edition(version_of(identity))
    language = language_of(identity, settings.language)
    grids, lost = _grids(opened, checked, file)
    into = Collected(findings=[*checked.findings, *lost])
    _read_sheets(grids, claims(opened.workbook), (older.model if older else model, language), into)
    record = RawRecord(
        file,
        values=into.values,
        places=into.places,
        findings=tuple(into.findings),
        identity=identity,
        unreadable=frozenset(into.unreadable),
    )
    return migrated(record, history.steps_from(older.version)) if older else record


def _grids(
    opened: Opened, checked: Preflight, file: str
) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    made = [
        make_grid(opened.cells[listed.part], listed, checked.scans[listed.part], file)
        for listed in checked.sheets
    ]
    return tuple(grid for grid, _ in made), tuple(one for _, lost in made for one in lost)


def _read_sheets(
    grids: tuple[Grid, ...],
    claimed: Claims,
    form: tuple[type[BaseModel], str],
    into: Collected,
) -> None:
    model, language = form
    words = vocabularies(model, language)
    found = find_sheets(grids, words, claimed, language)
    if not found.ours:
        raise _not_ours()
    into.findings.extend(found.findings)
    for one in words:
        grid = found.grids.get(one.sheet.key)
        if grid is None:
            if not one.sheet.optional:
                into.unreadable.add(one.sheet.path)
            continue
        reading = SheetReading(grid, one, claimed.get(grid.title, {}), language)
        if one.sheet.shape is SheetShape.FORM:
            read_form(reading, into)
        else:
            read_table(reading, into)


def _not_ours() -> RefusedError:
    return RefusedError(
        "FI-09",
        Text("This is not the workbook that is read here: most of its sheets are not known."),
        Text("Check that the file is the right one, and that its sheets have kept their names."),
    )
