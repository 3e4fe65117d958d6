"""A form of version 1 read as version 2: fields renamed and moved, an enumeration narrowed."""

from dataclasses import replace
from typing import Annotated

import pytest

from pipeline.core.finding import Path
from pipeline.language.catalogue import translator
from pipeline.sources.binding import bind
from pipeline.sources.excel import read_workbook
from pipeline.sources.migration import (
    HISTORIES,
    Edition,
    History,
    Moved,
    NarrowedChoice,
    changes,
    left_out,
)
from pipeline.workbook import record_values, write_workbook
from schemas.fields import Choice, Identifier, ReferenceList, TitleText
from schemas.filled import Filled, item
from schemas.programme import Programme, ProgrammeModel
from schemas.submissions import SUBMISSIONS


class OldState(Choice):
    OPEN = "open", "open"
    PAUSED = "paused", "waiting"
    CLOSED = "closed", "closed"


class State(Choice):
    OPEN = "open", "open"
    CLOSED = "closed", "closed"


class OldDeed(Filled):
    id: Annotated[str, Identifier("P")] = item("Deed id", "P.", default=..., example="P9")
    owner: TitleText | None = item("Owner", "Who.", example="Old example")
    state: OldState | None = item("State", "Choose.", example="waiting")
    after: ReferenceList = item("After", "Ids.", default=())


class OldFacts(Filled):
    name: TitleText | None = item("Name", "What it is called.")
    reviewed: TitleText | None = item("Reviewed", "By whom.")


class OldForm(Filled):
    facts: OldFacts = item("Facts", "About it.", default=OldFacts())
    deeds: tuple[OldDeed, ...] = item("Deeds", "What is done.", default=())


class Roles(Filled):
    accountable: TitleText | None = item("Accountable", "Who.", example="New example")
    # The older form's word for another field: only the version tells which one is meant.
    reviewer: TitleText | None = item("Owner", "Who looks at it.")


class Deed(Filled):
    id: Annotated[str, Identifier("P")] = item("Measure id", "P.", default=..., example="P1")
    roles: Roles = item("Roles", "Who.", default=Roles())
    state: State | None = item("State", "Choose.", example="open")
    after: ReferenceList = item("After", "Ids.", default=())
    cost: TitleText | None = item("Cost", "How much.")


class Review(Filled):
    by: TitleText | None = item("Reviewed by", "Who.")


class Facts(Filled):
    name: TitleText | None = item("Name", "What it is called.")


class Form(Filled):
    facts: Facts = item("Facts", "About it.", default=Facts())
    review: Review = item("Review", "Who looked at it.", default=Review())
    measures: tuple[Deed, ...] = item("Measures", "What is done.", default=())


STEPS = (
    NarrowedChoice("deeds.state", OldState, {"paused": "open"}),
    Moved("deeds.owner", "deeds.roles.accountable"),
    Moved("deeds", "measures"),
    Moved("facts.reviewed", "review.by"),
)
FIRST = Edition("1", OldForm, STEPS)
HISTORY = History("2", (FIRST,))

ANSWERS: dict[Path, object] = {
    ("facts", "name"): "Malli",
    ("facts", "reviewed"): "Testi",
    ("deeds", 0, "id"): "P1",
    ("deeds", 0, "owner"): "HLO1",
    ("deeds", 0, "state"): "waiting",
    ("deeds", 1, "id"): "P2",
    ("deeds", 1, "state"): "something else",
    ("deeds", 1, "after"): "P1; P3",
}


def old_workbook(version: str = "1") -> bytes:
    return write_workbook(OldForm, programme="p", language="en", values=ANSWERS, version=version)


def test_an_older_workbook_is_read_as_the_present_form() -> None:
    record = read_workbook(old_workbook(), "old.xlsx", Form, programme="p", history=HISTORY)

    assert record.findings == ()
    assert record_values(record) == {
        ("facts", "name"): "Malli",
        ("review", "by"): "Testi",
        ("measures", 0, "id"): "P1",
        ("measures", 0, "roles", "accountable"): "HLO1",
        ("measures", 0, "state"): "open",
        ("measures", 1, "id"): "P2",
        ("measures", 1, "state"): "something else",
        ("measures", 1, "after"): "P1; P3",
    }
    place = record.values["measures", 0, "roles", "accountable"].location
    assert (place.sheet, place.cell) == ("Deeds", "B4")
    bound = bind(record, Form)
    assert [(str(each.location), each.path) for each in bound.findings] == [
        ("old.xlsx[Deeds!C5]", ("measures", 1, "state"))
    ]


def test_the_answers_go_into_a_new_workbook_unchanged() -> None:
    older = read_workbook(old_workbook(), "old.xlsx", Form, programme="p", history=HISTORY)
    content = write_workbook(
        Form, programme="p", language="en", values=record_values(older), version="2"
    )

    newer = read_workbook(content, "new.xlsx", Form, programme="p", history=HISTORY)

    assert newer.findings == ()
    assert record_values(newer) == record_values(older)
    assert newer.identity == "p;2;en"


def test_what_is_new_renamed_or_narrowed_is_told() -> None:
    words = translator("en")

    told = {words.text(each) for each in changes(HISTORY, "1", Form, "en")}

    assert told == {
        "New: “Owner” on the sheet “Measures”.",
        "New: “Cost” on the sheet “Measures”.",
        "Renamed: “Deed id” on the sheet “Deeds” is now “Measure id” on the sheet “Measures”.",
        "Renamed: “Owner” on the sheet “Deeds” is now “Accountable” on the sheet “Measures”.",
        "Renamed: “State” on the sheet “Deeds” is now “State” on the sheet “Measures”.",
        "Renamed: “After” on the sheet “Deeds” is now “After” on the sheet “Measures”.",
        "Renamed: “Reviewed” on the sheet “Facts” is now “Reviewed by” on the sheet “Review”.",
        "Narrowed: “waiting” of “State” on the sheet “Measures” is now “open”.",
    }
    assert changes(HISTORY, "2", Form, "en") == ()


def test_a_field_that_no_step_brings_along_is_noticed() -> None:
    forgetful = replace(FIRST, steps=STEPS[:-1])

    assert left_out(HISTORY, FIRST, Form) == ()
    assert left_out(History("2", (forgetful,)), forgetful, Form) == ("facts.reviewed",)


def test_steps_of_several_versions_follow_each_other() -> None:
    second = Edition("2", Form, (Moved("review.by", "facts.looked_at"),))
    history = History("3", (FIRST, second))

    record = read_workbook(old_workbook(), "old.xlsx", Form, programme="p", history=history)

    assert record.values["facts", "looked_at"].value == "Testi"
    assert history.versions == ("1", "2", "3")


@pytest.mark.parametrize("version", ["0", "3"])
def test_a_version_that_nobody_knows_is_refused(version: str) -> None:
    content = old_workbook(version)

    record = read_workbook(content, "old.xlsx", Form, programme="p", history=HISTORY)

    assert [each.code for each in record.findings] == ["YL-01"]
    assert "1, 2" in str(record.findings[0].message)


def test_every_form_has_a_history_that_loses_no_answer() -> None:
    models = {"programme": Programme, **{key.value: model for key, model in SUBMISSIONS.items()}}

    assert HISTORIES.keys() == {"programme", *(model.value for model in ProgrammeModel)}
    for form, history in HISTORIES.items():
        for edition in history.editions:
            assert left_out(history, edition, models[form]) == ()


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        (
            Moved("kick_off.blocks", "blocks"),
            ("kick_off", "blocks", 2, "name", "fi"),
            ("blocks", 2, "name", "fi"),
        ),
        (Moved("blocks", "kick_off.blocks"), ("blocks", 2), ("kick_off", "blocks", 2)),
        (
            Moved("deeds.after", "deeds.order.after"),
            ("deeds", 1, "after", 0),
            ("deeds", 1, "order", "after", 0),
        ),
        (Moved("deeds", "measures"), ("deedsmen", 0), ("deedsmen", 0)),
    ],
)
def test_rows_and_parts_of_lists_keep_their_numbers(step: Moved, before: Path, after: Path) -> None:
    assert step.path(before) == after
