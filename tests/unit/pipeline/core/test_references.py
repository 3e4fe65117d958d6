"""What ids and names point to."""

import pytest

from pipeline.core.references import References
from schemas.academy import AcademySubmission

_PEOPLE = [
    {"id": "HLO1", "first_name": "Malli", "last_name": "Mallinen"},
    {"id": "HLO2", "first_name": "Testi", "last_name": "Testaaja"},
    {"id": "HLO3", "first_name": "Testi", "last_name": "Testaaja"},
    {"id": "HLO4"},
]
_POSTS = [{"id": "TEH1", "title": {"fi": "hankintajohtaja", "sv": "upphandlingsdirektör"}}]
_WHO = ("people", "posts")


def _references() -> References:
    return References.of(
        AcademySubmission.model_validate({
            "organisation": {"id": "esimerkkila"},
            "people": _PEOPLE,
            "posts": _POSTS,
            "impact_goals": [{"id": "V1", "text": "Ikäihmiset asuvat kotona."}],
        })
    )


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("HLO1", "HLO1"),
        ("hlo 01", "HLO1"),
        ("Malli Mallinen", "HLO1"),
        ("malli\u00a0 MALLINEN", "HLO1"),
        ("upphandlingsdirektör", "TEH1"),
    ],
)
def test_an_id_or_an_exact_name_points_to_its_row(text: str, identifier: str) -> None:
    target = _references().resolve(text, _WHO)

    assert target is not None
    assert target.id == identifier


@pytest.mark.parametrize("text", [None, "", "Mallinen", "HLO9", "Testi Testaaja", "V1"])
def test_nothing_else_points_to_one_row(text: str | None) -> None:
    assert _references().resolve(text, _WHO) is None


def test_a_name_on_two_rows_finds_both() -> None:
    found = _references().find("Testi Testaaja", _WHO)

    assert [target.label for target in found] == [
        "Testi Testaaja (HLO2)",
        "Testi Testaaja (HLO3)",
    ]


def test_an_id_on_two_rows_finds_the_first() -> None:
    model = AcademySubmission.model_validate({
        "organisation": {"id": "x"},
        "people": [{"id": "HLO1", "first_name": "Malli"}, {"id": "HLO1"}],
    })

    assert [target.index for target in References.of(model).find("HLO1", _WHO)] == [0]


@pytest.mark.parametrize("text", ["Mali Mallinen", "Mallinen, Malli", "malli mallinnen"])
def test_a_slip_is_near_the_name_that_was_meant(text: str) -> None:
    assert [target.id for target in _references().near(text, _WHO)] == ["HLO1"]


def test_nothing_is_near_a_name_of_another_kind() -> None:
    assert _references().near("Aivan Jotain Muuta", _WHO) == ()


def test_a_row_without_a_name_is_called_by_its_id() -> None:
    target = _references().resolve("HLO4", _WHO)

    assert target is not None
    assert target.label == "HLO4"


def test_only_collections_with_rows_have_rows() -> None:
    references = _references()

    assert references.has_rows(("posts", "measures"))
    assert not references.has_rows(("measures", "risks"))
