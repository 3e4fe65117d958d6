"""Each programme model has its form and its gates."""

import pytest

from schemas.academy import AcademySubmission
from schemas.community import CommunitySubmission
from schemas.fields import Gate
from schemas.programme import Programme, ProgrammeModel
from schemas.submissions import SUBMISSIONS, owner_field, owner_of
from schemas.workshops import WORKING_NAMES, Workshop


def _programme(model: str, **settings: str) -> Programme:
    facts = {"id": "p", "model": model, "name": "Ohjelma"}
    return Programme.model_validate({"programme": facts, "settings": settings})


def test_every_model_has_a_form() -> None:
    assert set(SUBMISSIONS) == set(ProgrammeModel)


@pytest.mark.parametrize(
    ("model", "gates"),
    [
        (ProgrammeModel.ACADEMY, ["G0", "G1", "G2", "G3", "G4", "G5"]),
        (ProgrammeModel.COMMUNITY, ["P0", "P1", "P2", "P3", "P4", "P5", "P6"]),
    ],
)
def test_every_model_has_its_own_gates(model: ProgrammeModel, gates: list[str]) -> None:
    assert [gate.value for gate in model.gates] == gates


@pytest.mark.parametrize(
    ("model", "settings", "gate"),
    [
        ("innovaatio-akatemia", {}, Gate.G1),
        ("innovaatio-akatemia", {"gate": "G3"}, Gate.G3),
        ("yhteisollinen-innovointi", {}, Gate.P0),
        ("yhteisollinen-innovointi", {"gate": "P4"}, Gate.P4),
        ("yhteisollinen-innovointi", {"gate": "G4"}, Gate.P0),
    ],
)
def test_a_programme_has_a_gate_of_its_model(
    model: str, settings: dict[str, str], gate: Gate
) -> None:
    assert _programme(model, **settings).gate is gate


def test_a_submission_belongs_to_its_organisation() -> None:
    academy = AcademySubmission.model_validate({"organisation": {"id": "kaupunki"}})

    assert owner_of(academy).id == "kaupunki"
    assert owner_field(AcademySubmission) == "organisation"


def test_a_submission_belongs_to_its_process() -> None:
    process = CommunitySubmission.model_validate({"process": {"id": "prosessi"}})

    assert owner_of(process).id == "prosessi"
    assert owner_field(CommunitySubmission) == "process"


def test_the_names_of_workshops_are_working_names_until_they_are_confirmed() -> None:
    process = CommunitySubmission.model_validate({"process": {"id": "prosessi"}})

    assert process.process.names_confirmed is False
    assert len(WORKING_NAMES) == 5
    assert all(name.fi and name.sv for name in WORKING_NAMES)


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"number": "2"}, "Samansuuntaiset tehtävät ja yhteinen suunta"),
        ({"number": "2", "name": "Oma nimi"}, "Oma nimi"),
        ({"number": "7"}, "7"),
    ],
)
def test_a_workshop_without_a_name_has_its_working_name(values: dict[str, str], shown: str) -> None:
    assert Workshop.model_validate(values).shown_name.fi == shown
