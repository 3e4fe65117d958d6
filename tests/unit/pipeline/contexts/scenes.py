"""Scenes for tests: a small programme and submission, with what a test changes in them."""

from collections.abc import Mapping
from datetime import date

from pipeline.contexts.scene import Scene
from schemas.academy import AcademySubmission
from schemas.deliverable import Deliverable
from schemas.programme import Programme

WINDOW = (date(2021, 8, 31), date(2022, 3, 31))

PROGRAMME: Mapping[str, object] = {
    "programme": {
        "id": "akatemia",
        "model": "innovaatio-akatemia",
        "name": "Malliakatemia",
        "period": "31.8.2021–31.3.2022",
        "organiser": {"fi": "Mallikeskus", "sv": "Modellcentret"},
        "contact_name": "Koordi Naattori",
        "contact_email": "a@example.org",
        "feedback": "b@example.org",
    },
    "stages": [
        {
            "number": 1,
            "name": "Kick off",
            "type": "kick_off",
            "timing": "19.10.2021",
            "starts": "9.00",
            "duration": "1 h",
            "attendance": "online",
            "link": "https://example.org/x",
        },
        {
            "number": 2,
            "name": "Ensimmäinen sparraus",
            "type": "sparring",
            "timing": "marraskuu 2021",
            "duration": "2 h",
            "attendance": "online",
        },
    ],
    "organisations": [{"id": "malli", "name": "Malli", "mentor": "kummi-1"}],
    "mentors": [{"id": "kummi-1", "name": "Kummi Mallinen"}],
    "kick_off": {
        "expected": 31,
        "group_size": 6,
        "blocks": [
            {"name": "Avaus", "duration": "20 min", "type": "opening"},
            {"name": "Tauko", "duration": "10 min", "type": "break"},
            {"name": "Purku", "duration": "15 min", "type": "sharing", "public": "ei"},
            {"name": "Lopetus", "duration": "15 min", "type": "closing"},
        ],
        "checklist": [{"days": "-14", "task": "Kutsu"}, {"days": "3", "task": "Kooste"}],
    },
    "sparrings": [{"number": 1, "goal": "Rajaus"}],
    "versions": [
        {"number": "1.0", "date": "4.10.2021", "state": "approved"},
        {"number": "1.1", "date": "1.11.2021", "state": "approved"},
    ],
}

SUBMISSION: Mapping[str, object] = {
    "organisation": {"id": "malli", "name": {"fi": "Mallila", "sv": "Modellby"}},
    "people": [
        {"id": "HLO1", "first_name": "Malli", "last_name": "Mallinen"},
        {"id": "HLO2", "first_name": "Testi", "last_name": "Testaaja"},
    ],
    "posts": [
        {"id": "TEH1", "title": {"fi": "päällikkö", "sv": "chef"}, "holder": "HLO1"},
        {"id": "TEH2", "title": "asiantuntija"},
    ],
    "versions": [{"number": "0.9", "date": "17.12.2021", "state": "sparred", "author": "Malli M."}],
}


def programme(**changes: object) -> Programme:
    """Return the programme with some of its collections or groups replaced."""
    return Programme.model_validate({**PROGRAMME, **changes}, context={"window": WINDOW})


def submission(**changes: object) -> AcademySubmission:
    """Return the submission with some of its collections or groups replaced."""
    return AcademySubmission.model_validate({**SUBMISSION, **changes}, context={"window": WINDOW})


def deliverable(context: str, scope: str = "organisation") -> Deliverable:
    """Return a deliverable with this context."""
    return Deliverable.model_validate({
        "id": "x",
        "context": context,
        "titles": {"fi": "Asiakirja", "sv": "Dokument"},
        "slugs": {"fi": "x"},
        "scope": scope,
        "gate": "G1",
        "calendar": None if context == "action_plan" else "kick_off",
    })


def scene(context: str = "action_plan", **changes: object) -> Scene:
    """Return the scene of the small submission in Finnish, with its fields replaced."""
    given = programme()
    fields: dict[str, object] = {
        "programme": given,
        "deliverable": deliverable(context),
        "language": "fi",
        "draft": False,
        "submission": submission(),
        "participant": given.organisations[0],
        **changes,
    }
    return Scene(**fields)  # type: ignore[arg-type]  # the test names the fields it changes
