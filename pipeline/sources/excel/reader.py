"""The door: a workbook, opened or not, to a record of values that know their sheets and cells."""

from dataclasses import dataclass

from pydantic import BaseModel

from pipeline.core.finding import Finding
from pipeline.core.layout import SheetShape
from pipeline.core.limits import DEFAULT, Limits
from pipeline.core.record import RawRecord
from pipeline.core.text import Text
from pipeline.sources.excel.collecting import Collected
from pipeline.sources.excel.form_version import (
    check_identity,
    language_of,
    version_of,
)
from pipeline.sources.excel.forms import read_form
from pipeline.sources.excel.headings import vocabularies
from pipeline.sources.excel.sheet_finding import find_sheets
from pipeline.sources.excel.sheet_reading import SheetReading
from pipeline.sources.excel.tables import read_table
from pipeline.sources.migration.forms import form_name, history_of
from pipeline.sources.migration.history import History, migrated
from pipeline.sources.opening.excel.refusal import RefusedError
from pipeline.sources.opening.opened import OpenedWorkbook


@dataclass(frozen=True, slots=True)
class _Settings:
    """How a workbook is read: the language of messages, what it must call itself, its versions."""

    language: str
    programme: str
    history: History


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
    # Who has a file opened elsewhere does not load what opens it.
    from pipeline.sources.opening.excel.opening import open_workbook

    form = programme or form_name(model)
    settings = _Settings(language, form, history or history_of(form))
    return _record(open_workbook(content, file, limits), model, settings)


def workbook_record(
    opened: OpenedWorkbook, model: type[BaseModel], *, language: str = "fi"
) -> RawRecord:
    """Return the record of a workbook that was opened, as `read_workbook` does."""
    form = form_name(model)
    return _record(opened, model, _Settings(language, form, history_of(form)))


def _record(opened: OpenedWorkbook, model: type[BaseModel], settings: _Settings) -> RawRecord:
    if opened.refusal is not None:
        return _refused(opened.file, opened.refusal)
    try:
        return _read(opened, model, settings)
    except RefusedError as refusal:
        return _refused(opened.file, refusal.finding(opened.file))


def _refused(file: str, finding: Finding) -> RawRecord:
    return RawRecord(file, {}, {}, (finding,))


def _read(opened: OpenedWorkbook, model: type[BaseModel], settings: _Settings) -> RawRecord:
    history, identity = settings.history, opened.identity
    if identity is not None:
        check_identity(identity, settings.programme, history.versions)
    older = history.edition(version_of(identity))
    language = language_of(identity, settings.language)
    into = Collected(findings=list(opened.findings))
    _read_sheets(opened, (older.model if older else model, language), into)
    record = RawRecord(
        opened.file,
        values=into.values,
        places=into.places,
        findings=tuple(into.findings),
        identity=identity,
        unreadable=frozenset(into.unreadable),
    )
    return migrated(record, history.steps_from(older.version)) if older else record


def _read_sheets(
    opened: OpenedWorkbook, form: tuple[type[BaseModel], str], into: Collected
) -> None:
    model, language = form
    words = vocabularies(model, language)
    found = find_sheets(opened.grids, words, opened.claims, language)
    if not found.ours:
        raise _not_ours()
    into.findings.extend(found.findings)
    for one in words:
        grid = found.grids.get(one.sheet.key)
        if grid is None:
            if not one.sheet.optional:
                into.unreadable.add(one.sheet.path)
            continue
        reading = SheetReading(grid, one, opened.claims.get(grid.title, {}), language)
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
