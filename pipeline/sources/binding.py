"""From a record to a model: validation, and what can still be used where it fails."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from pipeline.core.finding import Finding, Path, has_errors
from pipeline.core.location import Location
from pipeline.core.record import RawRecord
from pipeline.sources.emptiness import nothing_filled_in
from pipeline.sources.findings_of_errors import mistakes
from pipeline.sources.nesting import LeftOut, nested, without

M = TypeVar("M", bound=BaseModel)

#: Codes of findings that leave nothing of a file to be used.
_FILE_STAGE = "FI-"


@dataclass(frozen=True, slots=True)
class Bound(Generic[M]):
    """What a record says as a model.

    `model` is None when nothing usable is left; otherwise it holds what could be read, and
    `record` holds the same values with their places, its rows numbered as the model's are.
    `findings` are those of reading and of validation. `unreadable` holds, by the model's row
    numbers, the paths of values that were left out, and the path of a collection that lost a
    row: what a rule says of these paths follows from what was already said.
    """

    model: M | None
    record: RawRecord
    findings: tuple[Finding, ...]
    unreadable: frozenset[Path]


def bind(
    record: RawRecord,
    model: type[M],
    *,
    window: tuple[date, date] | None = None,
    labels: Mapping[str, Mapping[str, str]] | None = None,
) -> Bound[M]:
    """Validate a record's values as a model, and leave out what is faulty until it passes.

    `window` is the period in which a date without a year lies; `labels` are the labels of
    choices as `pipeline.language.labels` gives them.
    """
    if any(finding.code.startswith(_FILE_STAGE) for finding in _errors(record.findings)):
        return _none(record, record.findings)
    if not record.values:
        nothing = () if has_errors(record.findings) else (_nothing(record),)
        return _none(record, (*record.findings, *nothing))
    context: dict[str, object] = {"labels": {} if labels is None else labels}
    if window is not None:
        context["window"] = window
    return _bind(without(record), model, context)


def _bind(record: RawRecord, model: type[M], context: Mapping[str, object]) -> Bound[M]:
    """Validate, leave out what is faulty, and validate again while anything can be left out."""
    findings = list(record.findings)
    while True:
        try:
            bound = model.model_validate(nested(record.values), context=dict(context))
        except ValidationError as exc:
            found = tuple(mistakes(exc, record, model))
        else:
            return Bound(bound, record, tuple(findings), record.unreadable)
        known = LeftOut.of(record.unreadable)
        findings += [mistake.finding for mistake in found if not known.concerns(mistake.path)]
        left_out = [mistake.left_out for mistake in found]
        smaller = without(record, left_out)
        if () in left_out or len(smaller.values) == len(record.values):
            return _none(record, tuple(findings))
        record = smaller


def _none(record: RawRecord, findings: tuple[Finding, ...]) -> Bound[M]:
    return Bound(None, record, findings, record.unreadable)


def _nothing(record: RawRecord) -> Finding:
    return nothing_filled_in(Location(file=record.file))


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if has_errors((finding,))]
