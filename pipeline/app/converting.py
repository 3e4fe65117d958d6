"""The use case of `paja convert`: a workbook as YAML or YAML as a workbook, with every value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from pipeline.app.form_files import check_target, is_yaml, write_form
from pipeline.app.forms import Form, usable
from pipeline.app.inputs import PROGRAMME_NAMES, programme_file
from pipeline.app.opening import read_bytes
from pipeline.app.programmes import load_programme
from pipeline.app.reading import ReadFile, read_file
from pipeline.core.errors import PajaError, UsageError
from pipeline.core.finding import Finding, Severity, has_errors
from pipeline.core.finding import Path as FieldPath
from pipeline.core.location import Location
from pipeline.core.record import RawRecord
from pipeline.core.text import Text
from pipeline.core.values import gathered, leaf_at
from pipeline.core.yaml_text import Written
from pipeline.language.written import meaning, written_values
from pipeline.output.atomic import write_atomic
from pipeline.sources.migration import form_name
from pipeline.sources.yaml import read_yaml
from pipeline.sources.yaml.updating import updated_yaml
from pipeline.workbook import record_values
from schemas.programme import Programme
from schemas.submissions import SUBMISSIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionRequest:
    """What is converted to what; `update` brings an existing YAML file up to date.

    `language` is that of the new file, `messages` that of what is said of it.
    """

    source: Path
    target: Path
    programme: Path | None = None
    update: bool = False
    language: str | None = None
    messages: str = "fi"


@dataclass(frozen=True, slots=True)
class Conversion:
    """What came of it: how many values the new file holds, and what was written anew.

    `changed` is None for a file that is new; `made` is false where findings kept it from being.
    """

    made: bool
    values: int = 0
    changed: int | None = None
    findings: tuple[Finding, ...] = ()


def convert(request: ConversionRequest) -> Conversion:
    """Write the values of a file in the other form.

    Raises:
        UsageError: the target exists already and is not to be updated, or is no such file.
        EnvironmentFailedError: a file cannot be opened or written.
    """
    update = request.update and is_yaml(request.target) and request.target.exists()
    if not update:
        _check_new(request)
    form = _form(request)
    read, model = _read(request, form)
    if has_errors(read.record.findings):
        return Conversion(made=False, findings=read.record.findings)
    values = record_values(read.record)
    if update:
        return _updated(request, model, read.record)
    language = request.language or (form.language if form else "fi")
    write_form(
        request.target,
        model,
        values,
        programme=form_name(model),
        language=language,
        guide=None if form is None or is_yaml(request.target) else form.guide(language),
        blank=False,
    )
    return Conversion(True, len(gathered(values)), findings=read.record.findings)


def _check_new(request: ConversionRequest) -> None:
    if request.target.exists() and is_yaml(request.target):
        raise UsageError(
            Text("There is already such a file; it is left as it is."),
            hint=Text("Give another name, or --update to change in it only what is different."),
            location=Location(file=str(request.target)),
        )
    check_target(request.target)


def _form(request: ConversionRequest) -> Form | None:
    """Return the form of the programme that the file belongs to, None where none is found."""
    paths = (request.source, request.target)
    for path in paths:
        try:
            file = programme_file((path,), request.programme)
            return Form(usable(load_programme(file, gate=None, language=request.messages)))
        except PajaError:
            if request.programme is not None:
                raise
    return None


def _read(request: ConversionRequest, form: Form | None) -> tuple[ReadFile, type[BaseModel]]:
    """Return the file's record and its model; without a programme, the one that suits best."""
    if {request.source.name, request.target.name} & {*PROGRAMME_NAMES}:
        models: Iterable[type[BaseModel]] = (Programme,)
    else:
        models = SUBMISSIONS.values() if form is None else (form.model,)
    tried = [
        (read_file(request.source, model, language=request.messages), model) for model in models
    ]
    return min(tried, key=lambda each: _faults(each[0].record))


def _faults(record: RawRecord) -> tuple[bool, int]:
    errors = [each for each in record.findings if each.severity is Severity.ERROR]
    return not record.values, len(errors)


def _updated(request: ConversionRequest, model: type[BaseModel], record: RawRecord) -> Conversion:
    content = read_bytes(request.target)
    present = read_yaml(content, request.target.name, model)
    if any(each.code.startswith("FI-") and each.code != "FI-30" for each in present.findings):
        return Conversion(made=False, findings=present.findings)
    wanted = written_values(model, record_values(record), request.messages)
    updated = updated_yaml(content, model, wanted, language=request.messages)
    _check_same(updated.content, request, model, wanted)
    if updated.changed:
        write_atomic(request.target, updated.content)
    count = len(gathered(record_values(record)))
    return Conversion(True, count, len(updated.changed), record.findings)


def _check_same(
    content: bytes,
    request: ConversionRequest,
    model: type[BaseModel],
    wanted: Mapping[FieldPath, Written],
) -> None:
    """Check that the updated text says what it is to say, before the old one is replaced.

    Raises:
        PajaError: it does not; nothing is written.
    """
    read = read_yaml(content, request.target.name, model)
    now = written_values(model, record_values(read), request.messages)
    if _meanings(model, now, request.messages) != _meanings(model, wanted, request.messages):
        raise PajaError(
            Text("The YAML file is laid out so that it cannot be updated with its comments kept."),
            hint=Text("Give a new file name instead, and copy the comments into it."),
            location=Location(file=str(request.target)),
        )


def _meanings(
    model: type[BaseModel], values: Mapping[FieldPath, Written], language: str
) -> dict[FieldPath, object]:
    found: dict[FieldPath, object] = {}
    for path, value in values.items():
        leaf = leaf_at(model, path)
        found[path] = value if leaf is None else meaning(leaf, value, language)
    return found
