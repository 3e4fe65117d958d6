"""Whatever is filled in, validation ends with findings and never with a crash.

A longer run: `PAJA_GENERATED=5000 python -m pytest tests/generated`.
"""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from pipeline.app.programme_files import window_of
from pipeline.core.finding import Finding
from pipeline.core.record import RawRecord
from pipeline.language.catalogue import translator
from pipeline.language.labels import choice_labels
from pipeline.report.findings_json import validation_json
from pipeline.report.findings_text import findings_text
from pipeline.rules.community.subject import CommunitySubject
from pipeline.rules.registry import check_programme, check_submission
from pipeline.rules.subject import ProgrammeSubject, Subject
from pipeline.sources.binding import bind
from schemas.academy import AcademySubmission
from schemas.community import CommunitySubmission
from schemas.fields import Gate
from schemas.programme import Programme
from tests.generated.strategies import changed_records, example, fields

EXAMPLES = Path(__file__).parents[2] / "examples"
ACADEMY = EXAMPLES / "innovaatio-akatemia"
COMMUNITY = EXAMPLES / "yhteisollinen-innovointi"
SUBMISSION = example(ACADEMY / "submissions" / "keskimaa.yaml", AcademySubmission)
PROGRAMME = example(ACADEMY / "programme.yaml", Programme)
PROCESS = example(COMMUNITY / "submissions" / "esimerkkila.xlsx", CommunitySubmission)
PROCESS_PROGRAMME = example(COMMUNITY / "programme.yaml", Programme)
COUNT = int(os.environ.get("PAJA_GENERATED", "60"))

generated = settings(
    max_examples=COUNT,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
_GATES = st.sampled_from([gate for gate in Gate if gate.process == "G"])
_PROCESS_GATES = st.sampled_from([gate for gate in Gate if gate.process == "P"])


def _sound(record: RawRecord) -> Programme:
    programme = bind(record, Programme, labels=choice_labels()).model
    assert programme is not None
    return programme


def _reported(findings: tuple[Finding, ...]) -> None:
    """Print the findings as people and programs get them; each must say where and what."""
    for language in ("fi", "en"):
        words = translator(language)
        assert findings_text(findings, words).endswith("\n")
        flat = json.loads(validation_json(findings, [], words))["findings"]
        assert len(flat) == len(findings)
        assert all(each["message"] and each["file"] for each in flat)


@generated
@given(changed_records(SUBMISSION, AcademySubmission), _GATES, st.booleans())
def test_no_submission_makes_validation_crash(
    record: RawRecord, gate: Gate, bilingual: bool
) -> None:
    programme = _sound(PROGRAMME)
    bound = bind(record, AcademySubmission, window=window_of(programme), labels=choice_labels("fi"))
    ruled: tuple[Finding, ...] = ()
    if bound.model is not None:
        languages = ("fi", "sv") if bilingual else ("fi",)
        ruled = check_submission(Subject(bound.model, programme, bound.record, languages), gate)

    _reported((*bound.findings, *ruled))


@generated
@given(changed_records(PROCESS, CommunitySubmission), _PROCESS_GATES)
def test_no_process_makes_validation_crash(record: RawRecord, gate: Gate) -> None:
    programme = _sound(PROCESS_PROGRAMME)
    bound = bind(
        record, CommunitySubmission, window=window_of(programme), labels=choice_labels("fi")
    )
    ruled: tuple[Finding, ...] = ()
    if bound.model is not None:
        subject = CommunitySubject(bound.model, programme, bound.record, ("fi",))
        ruled = check_submission(subject, gate)

    _reported((*bound.findings, *ruled))


@generated
@given(changed_records(PROGRAMME, Programme), _GATES)
def test_no_programme_file_makes_validation_crash(record: RawRecord, gate: Gate) -> None:
    bound = bind(record, Programme, labels=choice_labels("fi"))
    ruled: tuple[Finding, ...] = ()
    if bound.model is not None:
        subject = ProgrammeSubject(bound.model, bound.record)
        ruled = check_programme(subject, gate)

    _reported((*bound.findings, *ruled))


@pytest.mark.parametrize("model", [AcademySubmission, CommunitySubmission, Programme])
def test_every_field_of_the_forms_is_written_to(model: type[BaseModel]) -> None:
    written = {path[0] for path, _ in fields(model)}

    assert written == set(model.model_fields)
    assert len(fields(model)) > 250
