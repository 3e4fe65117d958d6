"""The use case of `paja workbook`: the form of a programme, blank or with what is known."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.app.form_files import check_target, write_form
from pipeline.app.forms import Form, form_of
from pipeline.app.reading import read_file
from pipeline.core.errors import UsageError
from pipeline.core.finding import Finding, has_errors
from pipeline.core.finding import Path as FieldPath
from pipeline.core.naming import folded
from pipeline.core.text import Text
from pipeline.core.values import gathered
from pipeline.sources.excel.form_version import version_of
from pipeline.sources.migration import changes, history_of
from pipeline.workbook import record_values
from schemas.submissions import owner_field


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookRequest:
    """Which form is made: `language` is the form's, `messages` that of what is said of it.

    `earlier` is a filled-in file whose answers go into the new form.
    """

    programme: Path
    out: Path
    language: str | None = None
    organisation: str | None = None
    earlier: Path | None = None
    messages: str = "fi"


@dataclass(frozen=True, slots=True)
class MadeForm:
    """A form that was made, or the findings that kept it from being made.

    `answers` counts the values taken from the earlier file; `changes` tell what is different.
    """

    path: Path
    made: bool
    answers: int = 0
    changes: tuple[Text, ...] = ()
    findings: tuple[Finding, ...] = ()


def make_form(request: WorkbookRequest) -> MadeForm:
    """Write the form of a programme to a new file.

    Raises:
        UsageError: the file exists already, there is no such programme or organisation, or the
            answers are another organisation's.
        EnvironmentFailedError: a file cannot be opened or written.
        PajaError: the programme file cannot be used.
    """
    check_target(request.out)
    form = form_of(request.programme, request.organisation, language=request.messages)
    language = request.language or form.language
    earlier = _earlier(request, form)
    if has_errors(earlier.findings):
        return MadeForm(request.out, made=False, findings=earlier.findings)
    _refuse_others(form, earlier.values)
    write_form(
        request.out,
        form.model,
        _with_known(form.known(), earlier.values),
        programme=form.name,
        language=language,
        guide=form.guide(language, earlier.changes),
    )
    answers = len(gathered(earlier.values))
    return MadeForm(request.out, True, answers, earlier.changes, earlier.findings)


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What an earlier file said."""

    values: dict[FieldPath, object]
    changes: tuple[Text, ...] = ()
    findings: tuple[Finding, ...] = ()


def _earlier(request: WorkbookRequest, form: Form) -> _Earlier:
    if request.earlier is None:
        return _Earlier({})
    read = read_file(request.earlier, form.model, language=request.messages).record
    language = request.language or form.language
    version = version_of(read.identity)
    said = changes(history_of(form.name), version, form.model, language)
    return _Earlier(record_values(read), said, read.findings)


def _refuse_others(form: Form, answers: dict[FieldPath, object]) -> None:
    """Refuse answers of another organisation than the one that the form is for."""
    theirs = str(answers.get((owner_field(form.model), "id")) or "")
    if form.participant and theirs and folded(theirs) != folded(form.participant.id):
        raise UsageError(
            Text("The answers are those of “{theirs}”, but the form is for “{id}”.",
                 theirs=theirs, id=form.participant.id),
            hint=Text("Give that organisation's own earlier file, or leave out --for."),
        )  # fmt: skip


def _with_known(
    known: dict[FieldPath, object], answers: dict[FieldPath, object]
) -> dict[FieldPath, object]:
    """Return the answers, and what is known of the parts of the form that they leave empty."""
    answered = {path[0] for path in answers}
    return {path: value for path, value in known.items() if path[0] not in answered} | answers
