from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BeforeValidator, model_validator

from pipeline.core.finding import Finding, Path, Severity
from pipeline.core.location import Location
from pipeline.core.record import RawRecord, RawValue, Scalar, ValueKind
from pipeline.core.text import Text
from pipeline.sources.binding import Bound, bind
from schemas.academy import AcademySubmission
from schemas.challenges import RenewalNeed
from schemas.fields import Money
from schemas.filled import Filled, item
from schemas.objectives import ObjectiveLevel
from schemas.programme import Language, Programme, ProgrammeModel

SOUND: dict[Path, Scalar] = {("organisation", "id"): "esimerkkila"}
WINDOW = (date(2021, 8, 31), date(2022, 3, 31))


class Inner(Filled):
    number: int | None = item("Number", "A number.")


class Outer(Filled):
    inner: Inner = item("Inner", "A part.", default=Inner())
    either: Annotated[int, BeforeValidator(int)] | bool | None = item("Either", "One or other.")

    @model_validator(mode="after")
    def _never_seven(self) -> "Outer":
        if self.inner.number == 7:
            raise ValueError(self.inner.number)
        return self


class WithRows(Filled):
    inner: Inner = item("Inner", "A part of it.", default=...)
    rows: tuple[Inner, ...] = item("Rows", "Of it.", default=...)
    name: str = item("Name", "Of it.", default=...)


class Whole(Filled):
    outer: WithRows = item("Outer", "A part.", default=...)
    note: str | None = item("Note", "A text.")


def record(
    values: Mapping[Path, Scalar],
    *,
    findings: tuple[Finding, ...] = (),
    unreadable: frozenset[Path] = frozenset(),
) -> RawRecord:
    """Give every value a cell of its own: row = its number in the mapping, from 1."""
    places = {path: Location("a.xlsx", "S", f"A{n}") for n, path in enumerate(values, start=1)}
    raw = {path: RawValue(value, ValueKind.TEXT, places[path]) for path, value in values.items()}
    return RawRecord("a.xlsx", raw, places, findings, unreadable=unreadable)


def submitted(values: Mapping[Path, Scalar]) -> Bound[AcademySubmission]:
    return bind(record(SOUND | dict(values)), AcademySubmission, window=WINDOW)


def model_of(bound: Bound[AcademySubmission]) -> AcademySubmission:
    assert bound.model is not None
    return bound.model


def said(bound: Bound[AcademySubmission]) -> list[tuple[str, Path, str | None]]:
    return [(finding.code, finding.path, finding.location.cell) for finding in bound.findings]


def test_values_by_path_become_a_model() -> None:
    bound = submitted({
        ("organisation", "name", "fi"): "Esimerkkilä",
        ("measures", 0, "id"): "P1",
        ("measures", 0, "responsibility", "accountable"): "TEH1",
        ("measures", 1, "id"): "p 2",
        ("measures", 1, "objectives", 0): "T1",
        ("measures", 1, "objectives", 1): "T2",
        ("measures", 1, "depends_on"): "P1; P3",
        ("costs", 0, "amount"): Decimal("12500.5"),
        ("versions", 0, "number"): "0.5",
        ("versions", 0, "date"): date(2021, 12, 1),
    })

    model = model_of(bound)
    assert bound.findings == ()
    assert bound.unreadable == frozenset()
    assert model.organisation.name is not None
    assert model.organisation.name.fi == "Esimerkkilä"
    assert [measure.id for measure in model.measures] == ["P1", "P2"]
    assert model.measures[0].responsibility.accountable == "TEH1"
    assert model.measures[1].objectives == ("T1", "T2")
    assert model.measures[1].depends_on == ("P1", "P3")
    assert model.costs[0].amount == Money(1250050)
    assert model.versions[0].date == date(2021, 12, 1)


def test_a_date_without_a_year_lies_in_the_window() -> None:
    values: dict[Path, Scalar] = {("measures", 0, "id"): "P1", ("measures", 0, "timing"): "19.10."}

    within = model_of(submitted(values)).measures[0].timing
    without_window = bind(record(SOUND | values), AcademySubmission)

    assert within is not None
    assert within.start == date(2021, 10, 19)
    assert [finding.code for finding in without_window.findings] == ["YL-05"]


def test_labels_of_choices_are_known() -> None:
    values = SOUND | {("objectives", 0, "id"): "T1", ("objectives", 0, "level"): "Yhteiskunta"}
    labels = {"ObjectiveLevel": {"yhteiskunta": "society"}}

    bound = bind(record(values), AcademySubmission, labels=labels)

    assert model_of(bound).objectives[0].level is ObjectiveLevel.SOCIETY


def test_a_faulty_value_is_a_finding_at_its_place_and_left_out() -> None:
    bound = submitted({
        ("measures", 0, "id"): "P1",
        ("measures", 0, "timing"): "01/03/2022",
        ("measures", 0, "name"): "Vuoropuhelu",
    })

    finding = bound.findings[0]
    assert said(bound) == [("YL-05", ("measures", 0, "timing"), "A3")]
    assert finding.severity is Severity.ERROR
    assert str(finding.message) == "Timing: “01/03/2022” has two readings: 1.3.2022 and 3.1.2022."
    assert str(finding.hint) == "Write the date as day.month.year: 1.3.2022 or 3.1.2022."
    assert bound.unreadable == {("measures", 0, "timing")}
    assert model_of(bound).measures[0].timing is None
    assert model_of(bound).measures[0].name == "Vuoropuhelu"


def test_the_title_of_the_field_is_a_text_of_its_own_to_be_translated() -> None:
    bound = submitted({("measures", 0, "id"): "P1", ("measures", 0, "state"): "kesken"})

    assert dict(bound.findings[0].message.parameters)["field"] == Text("State")


def test_all_faults_of_a_record_are_found_in_one_run() -> None:
    bound = submitted({
        ("organisation", "business_id"): "1",
        ("people", 0, "id"): "HLO1",
        ("people", 0, "email"): "ei",
        ("risks", 0, "id"): "R1",
        ("risks", 0, "impact"): "9",
        ("plan", "title"): "a\x07",
    })

    assert said(bound) == [
        ("YL-15", ("organisation", "business_id"), "A2"),
        ("YL-15", ("people", 0, "email"), "A4"),
        ("CE-01", ("plan", "title"), "A7"),
        ("CE-03", ("risks", 0, "impact"), "A6"),
    ]
    assert model_of(bound).people[0].id == "HLO1"


def test_a_row_without_a_compulsory_value_is_left_out() -> None:
    bound = submitted({
        ("people", 0, "first_name"): "Malli",
        ("people", 1, "id"): "HLO2",
        ("people", 1, "email"): "ei",
        ("people", 2, "id"): "HLO3",
    })

    assert said(bound) == [
        ("CE-06", ("people", 0, "id"), None),
        ("YL-15", ("people", 1, "email"), "A4"),
    ]
    assert str(bound.findings[0].message) == "Person id is missing."
    assert [person.id for person in model_of(bound).people] == ["HLO2", "HLO3"]
    assert bound.unreadable == {("people",), ("people", 0, "email")}


def test_the_record_has_the_rows_of_the_model() -> None:
    bound = submitted({
        ("people", 0, "first_name"): "Malli",
        ("people", 1, "id"): "HLO2",
        ("people", 1, "email"): "ei",
    })

    assert ("people", 1, "id") not in bound.record.values
    assert bound.record.values["people", 0, "id"].value == "HLO2"
    assert bound.record.location(("people", 0, "id")).cell == "A3"
    assert bound.record.location(("people", 0, "email")).cell == "A4"


def test_a_row_whose_compulsory_value_is_faulty_is_left_out_with_one_finding() -> None:
    bound = submitted({("measures", 0, "id"): "Q1", ("measures", 1, "id"): "P2"})

    assert said(bound) == [("YL-05", ("measures", 0, "id"), "A2")]
    assert [measure.id for measure in model_of(bound).measures] == ["P2"]
    assert bound.unreadable == {("measures",)}


def test_a_compulsory_value_that_could_not_be_read_is_not_said_to_be_missing_too() -> None:
    path: Path = ("people", 0, "id")
    values = SOUND | {("people", 0, "first_name"): "Malli"}
    known = Finding("CE-10", Severity.ERROR, Text("No value."), path=path)

    bound = bind(record(values, findings=(known,), unreadable=frozenset({path})), AcademySubmission)

    assert bound.findings == (known,)
    assert model_of(bound).people == ()
    assert bound.unreadable == {("people",)}


def test_a_fault_in_a_list_leaves_the_list_out() -> None:
    bound = submitted({
        ("measures", 0, "id"): "P1",
        ("measures", 0, "objectives", 0): "T1",
        ("measures", 0, "objectives", 1): "T\x07",
    })

    assert said(bound) == [("CE-01", ("measures", 0, "objectives", 1), "A4")]
    assert bound.unreadable == {("measures", 0, "objectives")}
    assert model_of(bound).measures[0].objectives == ()


def test_a_fault_in_a_text_that_lists_values_is_at_the_text() -> None:
    bound = submitted({("measures", 0, "id"): "P1", ("measures", 0, "objectives"): "T1; T\x07"})

    assert said(bound) == [("CE-01", ("measures", 0, "objectives"), "A3")]


def test_rows_may_be_numbered_with_gaps() -> None:
    bound = submitted({("measures", 4, "id"): "P4", ("measures", 2, "id"): "P2"})

    assert [measure.id for measure in model_of(bound).measures] == ["P2", "P4"]
    assert bound.record.location(("measures", 1, "id")).cell == "A2"


def test_collections_within_a_group_have_rows_too() -> None:
    values: dict[Path, Scalar] = {
        ("programme", "id"): "a",
        ("programme", "model"): "innovaatio-akatemia",
        ("programme", "name", "sv"): "Akademin",
        ("programme", "languages"): "fi; sv",
        ("kick_off", "blocks", 0, "name"): "Avaus",
        ("kick_off", "blocks", 1, "name"): "Tauko",
        ("kick_off", "blocks", 1, "duration"): "15 min",
        ("kick_off", "blocks", 1, "type"): "break",
    }

    bound = bind(record(values), Programme)

    assert [finding.path for finding in bound.findings] == [
        ("kick_off", "blocks", 0, "duration"),
        ("kick_off", "blocks", 0, "type"),
    ]
    assert bound.model is not None
    assert bound.model.programme.model is ProgrammeModel.ACADEMY
    assert bound.model.programme.languages == (Language.FI, Language.SV)
    assert [block.name for block in bound.model.kick_off.blocks] == ["Tauko"]
    assert bound.unreadable == {("kick_off", "blocks")}


def test_a_missing_text_of_several_languages_is_one_finding_at_its_finnish_part() -> None:
    values: dict[Path, Scalar] = {
        ("programme", "id"): "a",
        ("programme", "model"): "innovaatio-akatemia",
    }
    place = Location("p.xlsx", "Ohjelma", "B4")
    raw = record(values)
    with_place = RawRecord("p.xlsx", raw.values, {("programme", "name", "fi"): place})

    bound = bind(with_place, Programme)

    assert bound.model is None
    assert [(f.code, f.path, f.location) for f in bound.findings] == [
        ("CE-06", ("programme", "name"), place)
    ]


def test_a_faulty_text_of_one_language_leaves_the_others() -> None:
    bound = submitted({
        ("organisation", "name", "fi"): "\x07",
        ("organisation", "name", "sv"): "Exempelstad",
    })

    name = model_of(bound).organisation.name
    assert name is not None
    assert (name.fi, name.sv) == (None, "Exempelstad")
    assert said(bound) == [("CE-01", ("organisation", "name", "fi"), "A2")]


def test_without_a_compulsory_group_there_is_no_model() -> None:
    bound = bind(record({("people", 0, "id"): "HLO1"}), AcademySubmission)

    assert bound.model is None
    assert said(bound) == [("CE-06", ("organisation", "id"), None)]


def test_all_compulsory_fields_of_a_missing_group_are_named() -> None:
    bound = bind(record({("versions", 0, "number"): "1.0"}), Programme)

    assert [finding.path for finding in bound.findings] == [
        ("programme", "id"),
        ("programme", "model"),
        ("programme", "name"),
        ("versions", 0, "date"),
    ]


def test_fields_within_a_missing_group_that_are_not_compulsory_are_not_named() -> None:
    bound: Bound[Whole] = bind(record({("note",): "a"}), Whole)

    assert [str(finding.message) for finding in bound.findings] == ["Name is missing."]


def test_without_a_compulsory_value_of_the_top_there_is_no_model() -> None:
    bound = bind(record({("organisation", "id"): "a\x07"}), AcademySubmission)

    assert bound.model is None
    assert said(bound) == [("CE-01", ("organisation", "id"), "A1")]


def test_a_file_that_could_not_be_read_has_no_model_and_no_further_findings() -> None:
    refused = Finding("FI-01", Severity.ERROR, Text("Damaged."))

    bound = bind(record(SOUND, findings=(refused,)), AcademySubmission)

    assert bound.model is None
    assert bound.findings == (refused,)


def test_a_warning_about_the_file_does_not_stop_it() -> None:
    warning = Finding("FI-09", Severity.WARNING, Text("It has macros."))

    bound = bind(record(SOUND, findings=(warning,)), AcademySubmission)

    assert bound.model is not None
    assert bound.findings == (warning,)


def test_a_record_without_values_says_that_nothing_is_filled_in() -> None:
    bound = bind(record({}), AcademySubmission)

    assert bound.model is None
    assert [(f.code, f.location.file) for f in bound.findings] == [("FI-30", "a.xlsx")]


def test_a_record_without_values_because_of_faults_says_only_these() -> None:
    fault = Finding("HE-20", Severity.ERROR, Text("There is no such key."))

    assert bind(record({}, findings=(fault,)), AcademySubmission).findings == (fault,)


@pytest.mark.parametrize(
    ("path", "title"),
    [(("inner", "number"), "Number"), (("either",), "Either"), (("inner",), "Inner")],
)
def test_errors_of_pydantic_itself_quote_the_value(path: Path, title: str) -> None:
    bound: Bound[Outer] = bind(record({path: "seitsemän"}), Outer)

    finding = bound.findings[0]
    assert (finding.code, finding.path) == ("CE-07", path)
    assert str(finding.message) == f"{title}: “seitsemän” cannot be used here."
    assert bound.model == Outer()


def test_a_model_that_refuses_itself_as_a_whole_is_none() -> None:
    bound: Bound[Outer] = bind(record({("inner", "number"): "7"}), Outer)

    assert bound.model is None
    assert [(f.code, f.path) for f in bound.findings] == [("CE-07", ())]


_PATHS = st.sampled_from([
    ("organisation", "id"),
    ("organisation", "name", "sv"),
    ("people", 0, "id"),
    ("people", 1, "id"),
    ("people", 1, "email"),
    ("measures", 0, "id"),
    ("measures", 0, "timing"),
    ("measures", 3, "responsibility", "accountable"),
    ("challenges", 0, "renewal_kind"),
    ("costs", 0, "amount"),
])
_TEXTS = st.sampled_from(["P1", "HLO1", "1.3.2022", "12 500", RenewalNeed.OTHER.value]) | st.text(
    min_size=1, max_size=20
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_PATHS, _TEXTS, min_size=1))
def test_whatever_is_left_out_is_told(values: dict[Path, Scalar]) -> None:
    bound = bind(record(values), AcademySubmission, window=WINDOW)

    assert bound.model is not None or bound.findings
    assert bool(bound.unreadable) <= bool(bound.findings)
    kept = {raw.location.cell for raw in bound.record.values.values()}
    assert bound.findings or len(kept) == len(values)
