"""One document of each deliverable of both programmes: what it says, as text.

`make golden` writes the files anew; a change in them is then reviewed as text.
"""

from pathlib import Path

import pytest

from pipeline.api import InputRequest, Production, ProductionRequest, produce, validate
from pipeline.app.gap_lists import write_gap_lists
from tests.golden.texts import ROOT, differing, hashes_of, left_over, text_of

EXAMPLES = ROOT / "examples"
PROGRAMMES = ("innovaatio-akatemia", "yhteisollinen-innovointi")
#: The document whose other parts are watched too.
WATCHED = "action-plan"


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_every_deliverable_says_what_it_said(programme: str, tmp_path: Path) -> None:
    submission = EXAMPLES / programme / "submissions" / "esimerkkila.xlsx"
    inputs = InputRequest(paths=(submission,))
    production = produce(ProductionRequest(inputs=inputs, out=tmp_path, organisers=True))
    first = _first_of_each(production, tmp_path)

    texts = {f"documents/{programme}/{name}.txt": text_of(path) for name, path in first.items()}
    if WATCHED in first:
        texts[f"documents/{programme}/{WATCHED}.parts.txt"] = hashes_of(first[WATCHED])

    described = (ROOT / "templates" / programme).glob("*/deliverable.yaml")
    assert sorted(first) == sorted(file.parent.name for file in described)
    assert differing(texts) == [], "make golden renews them"
    assert left_over(f"documents/{programme}", texts) == []


def test_the_list_of_gaps_says_what_it_said(tmp_path: Path) -> None:
    submission = EXAMPLES / PROGRAMMES[0] / "submissions" / "nayteverkko.xlsx"
    validation = validate(InputRequest(paths=(submission,)))
    write_gap_lists(validation, tmp_path, "fi")

    (document,) = tmp_path.rglob("*.docx")
    texts = {"documents/common/gap-list.txt": text_of(document)}
    assert differing(texts) == [], "make golden renews it"


def _first_of_each(production: Production, folder: Path) -> dict[str, Path]:
    """Return the first document of each deliverable, by its deliverable's id."""
    found: dict[str, Path] = {}
    for each in production.documents:
        if each.path.suffix == ".docx":
            found.setdefault(each.deliverable, folder / each.path)
    return found
