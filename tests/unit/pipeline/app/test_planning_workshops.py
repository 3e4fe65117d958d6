"""Documents of workshops: one for each, and invitations only to those that have their day."""

from pathlib import Path

import pytest

from pipeline.app.deliverables import FoundDeliverable
from pipeline.app.planning import organisation_jobs
from pipeline.app.submissions import CheckedSubmission
from pipeline.contexts import Scene
from pipeline.contexts.document import current_version
from pipeline.contexts.events import occasion_of
from schemas.community import CommunitySubmission
from schemas.deliverable import Deliverable
from schemas.fields import Gate
from schemas.programme import Programme

PROGRAMME = Programme.model_validate({
    "programme": {"id": "p", "model": "yhteisollinen-innovointi", "name": "Ohjelma"},
    "organisations": [{"id": "esimerkkila", "name": "Esimerkkilä yhdessä"}],
    "versions": [{"number": "9.9", "date": "1.1.2022"}],
})
_FIXED = {
    "timing": "10.2.2022",
    "starts": "9.00",
    "duration": "4 h",
    "place": {"name": "Mallitalo", "town": "Esimerkkilä"},
}
PROCESS = CommunitySubmission.model_validate({
    "process": {"id": "esimerkkila"},
    "workshops": [
        {"number": "1", **_FIXED},
        {"number": "2", **_FIXED, "timing": "maaliskuu 2022"},
        {"number": "2", **_FIXED},
    ],
    "versions": [{"number": "0.5", "date": "1.2.2022"}, {"number": "1.0", "date": "1.3.2022"}],
})
CHECKED = CheckedSubmission(
    Path("esimerkkila.xlsx"),
    Gate.P1,
    submission=PROCESS,
    participant=PROGRAMME.organisations[0],
    blocked=False,
)


def deliverable(**values: str) -> Deliverable:
    words = {"fi": "kutsu"}
    return Deliverable.model_validate({
        "id": "kutsu",
        "context": "workshop_invitation",
        "titles": words,
        "slugs": words,
        "scope": "workshop",
        "gate": "P1",
        **values,
    })


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        ({}, [1, 2]),
        ({"calendar": "workshop"}, [1]),
        ({"scope": "sparring"}, []),
        ({"scope": "organisation"}, [None]),
    ],
)
def test_each_workshop_has_its_document(
    tmp_path: Path, values: dict[str, str], numbers: list[int | None]
) -> None:
    (tmp_path / "fi.docx").touch()
    found = FoundDeliverable(deliverable(**values), tmp_path)

    jobs = organisation_jobs(CHECKED, [found], PROGRAMME)

    assert [(job.organisation, job.number) for job in jobs] == [
        ("esimerkkila", number) for number in numbers
    ]


def test_a_document_of_a_workshop_is_about_it_and_carries_a_version_of_its_process() -> None:
    scene = Scene(
        programme=PROGRAMME,
        deliverable=deliverable(),
        language="fi",
        draft=False,
        submission=PROCESS,
        participant=PROGRAMME.organisations[0],
        workshop=PROCESS.workshops[0],
    )

    occasion = occasion_of(scene)
    version = current_version(scene, occasion.bounds[0].date() if occasion else None)

    assert occasion is not None
    assert occasion.name == "Arjen kokemukset ja avoin vuoropuhelu"
    assert occasion.place == "Mallitalo, Esimerkkilä"
    assert version is PROCESS.versions[0]
