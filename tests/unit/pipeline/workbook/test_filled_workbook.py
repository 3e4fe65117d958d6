import io
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path as FilePath

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openxml_audit import OpenXmlValidator

from pipeline.core.errors import UsageError
from pipeline.core.finding import Path
from pipeline.core.record import RawRecord
from pipeline.language.labels import choice_labels
from pipeline.sources.binding import bind
from pipeline.sources.excel import read_workbook
from pipeline.sources.yaml import read_yaml
from pipeline.workbook import record_values, write_workbook
from schemas.academy import AcademySubmission

WINDOW = (date(2021, 8, 31), date(2022, 3, 31))


def written(values: dict[Path, object], language: str = "fi") -> bytes:
    return write_workbook(
        AcademySubmission, programme="innovaatio-akatemia", language=language, values=values
    )


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def cell(path: Path, value: object, language: str = "fi") -> Cell:
    """Return the cell in which a value of the first row of a table, or of a form, stands."""
    workbook = opened(written({path: value}, language))
    names = ".".join(str(step) for step in (path[0], path[-1]))
    sheet, address = workbook.defined_names[f"paja.{names}"].attr_text.split("!")
    named = workbook[sheet.strip("'")][address.replace("$", "")]
    return named.offset(row=2) if isinstance(path[1], int) else named


@pytest.mark.parametrize(
    ("path", "value", "held", "shown"),
    [
        (("versions", 0, "date"), "19.10.2021", datetime(2021, 10, 19), "d\\.m\\.yyyy"),  # noqa: DTZ001
        (("versions", 0, "date"), date(2021, 10, 19), datetime(2021, 10, 19), "d\\.m\\.yyyy"),  # noqa: DTZ001
        (("measures", 0, "timing"), "1.3.2022", datetime(2022, 3, 1), "d\\.m\\.yyyy"),  # noqa: DTZ001
        (("sparrings", 0, "starts"), "9.00", time(9), "h\\.mm"),
        (("sparrings", 0, "starts"), "14:30", time(14, 30), "h\\.mm"),
        (("sparrings", 0, "starts"), time(8, 15), time(8, 15), "h\\.mm"),
        (("costs", 0, "year"), "2022", 2022, "General"),
        (("indicators", 0, "baseline"), "91,2", 91.2, "General"),
        (("indicators", 0, "baseline"), "12 500", 12500, "General"),
        (("indicators", 0, "baseline"), "-3", -3, "General"),
        (("indicators", 0, "baseline"), Decimal("0.5"), 0.5, "General"),
        (("costs", 0, "amount"), "12 500 €", 12500, '#,##0 "€"'),
        (("costs", 0, "amount"), "12\u00a0500,50\u00a0€", 12500.5, '#,##0.00 "€"'),
        (("costs", 0, "amount"), Decimal(7), 7, '#,##0 "€"'),
        (("team", 0, "contact_person"), True, True, "General"),
    ],
)
def test_what_means_a_date_a_time_or_a_number_is_one(
    path: Path, value: object, held: object, shown: str
) -> None:
    found = cell(path, value)

    assert found.value == held
    assert type(found.value) is type(held)
    assert found.number_format == shown


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("measures", 0, "timing"), "marraskuu 2021"),
        (("measures", 0, "timing"), "01/03/2022"),
        (("measures", 0, "timing"), "05.10.2021"),
        (("measures", 0, "timing"), "30.2.2022"),
        (("measures", 0, "timing"), "19.10."),
        (("sparrings", 0, "starts"), "klo 9"),
        (("sparrings", 0, "starts"), "25.00"),
        (("indicators", 0, "baseline"), "1.234"),
        (("indicators", 0, "baseline"), "1,20"),
        (("indicators", 0, "baseline"), "007"),
        (("indicators", 0, "baseline"), "n. 40"),
        (("costs", 0, "amount"), "68.000"),
        (("costs", 0, "amount"), "12,5"),
        (("costs", 0, "amount"), "12 50 €"),
        (("costs", 0, "amount"), "12 t€"),
        (("people", 0, "phone"), "040 000 0001"),
        (("versions", 0, "number"), "0.5"),
        (("organisation", "case_number"), "1/2"),
        (("plan", "summary"), "=SUM(A1:A9)"),
        (("plan", "summary"), "yksi\n- kaksi\n\n  kolme "),
        (("challenges", 0, "renewal_kind"), "digitalisatio"),
        (("team", 0, "contact_person"), "kyllä"),
    ],
)
def test_every_other_text_stays_as_it_was_written(path: Path, text: str) -> None:
    found = cell(path, text)

    assert found.value == text
    assert found.data_type == "s"
    assert found.number_format == "@"


def test_a_choice_is_written_in_the_language_of_the_workbook() -> None:
    path: Path = ("objectives", 0, "level")

    assert cell(path, "society", "en").value == "society"
    assert cell(path, "organisation", "fi").value == "organisaatio"


def test_lists_stand_in_one_cell() -> None:
    parts: dict[Path, object] = {
        ("measures", 0, "objectives", 1): "T2",
        ("measures", 0, "objectives", 0): "T1",
        ("measures", 0, "depends_on"): "P2, P3",
        ("management_links", 0, "months"): ("tammikuu", "2"),
    }

    workbook = opened(written(parts, "en"))

    measures = {str(c.value).rstrip(" *"): c.offset(row=2).value for c in workbook["Measures"][2]}
    assert (measures["Objectives"], measures["Depends on"]) == ("T1; T2", "P2, P3")
    links = [c.value for c in workbook["Management system"][4]]
    assert links == [None, None, "tammikuu; 2"] + [None] * (len(links) - 3)


def test_rows_follow_each_other_whatever_their_numbers() -> None:
    values: dict[Path, object] = {("risks", n, "id"): f"R{n}" for n in (12, 3, 7)}

    column = [c.value for c in opened(written(values, "en"))["Risks"]["A"]]

    assert column[3:] == ["R3", "R7", "R12"]


def test_drop_downs_reach_over_all_rows_that_have_values() -> None:
    values: dict[Path, object] = {("team", n, "person"): f"HLO{n}" for n in range(150)}

    rules = opened(written(values, "en"))["Team"].data_validations.dataValidation

    assert {str(rule.sqref)[1:] for rule in rules} == {"4:B153", "4:C153"}


@pytest.mark.parametrize("path", [("plan", "xyzzy"), ("xyzzy",), ("measures", 0, "xyzzy", 0)])
def test_a_value_without_a_cell_is_never_dropped_in_silence(path: Path) -> None:
    with pytest.raises(UsageError, match="xyzzy"):
        written({path: "a"})


def test_the_audit_finds_nothing_in_a_filled_workbook(tmp_path: FilePath) -> None:
    values: dict[Path, object] = {
        ("plan", "summary"): " a\n\x07<&>\ud800 b ",
        ("costs", 0, "amount"): "12 500 €",
        ("versions", 0, "date"): "1.3.2022",
    }
    (tmp_path / "ours.xlsx").write_bytes(written(values))

    assert OpenXmlValidator().validate(tmp_path / "ours.xlsx").errors == []


def read_both(text: str) -> tuple[RawRecord, RawRecord]:
    """Return the record of a YAML text, and that of the workbook written from it."""
    first = read_yaml(text.encode(), "a.yaml", AcademySubmission)
    return first, reread(record_values(first))


def reread(values: dict[Path, object]) -> RawRecord:
    return read_workbook(written(values), "a.xlsx", AcademySubmission)


def test_a_yaml_file_and_its_workbook_are_the_same_model() -> None:
    first, second = read_both("""\
organisation:
  id: esimerkkila
  name: {fi: Esimerkkilän kaupunki, sv: Exempelstad}
  type: city
people:
- {id: HLO1, first_name: Malli, last_name: Mallinen, phone: 040 000 0001}
measures:
- id: P1
  name: "=Vuoropuhelu: kotihoito"
  timing: 1.–22.3.2022
  objectives: [T1, T2]
  responsibility: {accountable: HLO1, informed: HLO1; HLO2}
  person_days: 12,5
  state: not_started
- {id: P2, timing: 19.10., person_days: '1 200'}
- {id: P3, timing: 19.10.2021}
management_links:
- {instrument: budget_cycle, months: [syys–marraskuu, 1], not_applicable: ei}
costs:
- {name: Työ, year: 2022, amount: 12 500 €, funding: in_budget}
- {name: Matkat, year: 2022, amount: '1 250,50'}
sparrings:
- {number: 1, timing: ti 16.11.2021, starts: klo 9.00, duration: 2 h}
- {number: 2, timing: joulukuu 2021, starts: 12.30}
versions:
- {number: 0.5, date: 1.12.2021, state: sparred}
""")

    models = [
        bind(record, AcademySubmission, window=WINDOW, labels=choice_labels())
        for record in (first, second)
    ]

    assert [bound.findings for bound in models] == [(), ()]
    assert models[0].model is not None
    assert models[0].model == models[1].model


def test_faulty_values_survive_the_way_through_a_workbook() -> None:
    first, second = read_both("""\
organisation: {id: a, type: kaupunkki, business_id: 1234567-0}
measures:
- {id: P1, timing: 01/03/2022, person_days: 1.234, state: kesken}
costs:
- {amount: 12 t€, year: 1822}
plan: {title: "a\\x07b", summary: "\\ud800"}
""")

    found = [
        {(f.code, f.path, str(f.message)) for f in bind(record, AcademySubmission).findings}
        for record in (first, second)
    ]

    assert len(found[0]) == 9
    assert found[0] == found[1]


_PATHS: list[Path] = [
    ("measures", 0, "timing"),
    ("measures", 0, "person_days"),
    ("costs", 0, "amount"),
    ("costs", 0, "year"),
    ("versions", 0, "date"),
    ("sparrings", 0, "starts"),
    ("plan", "summary"),
    ("organisation", "type"),
]
_DIGITS = st.text("0123456789., €-", min_size=1, max_size=12)
_DAYS = st.builds(
    "{}.{}.{}".format, st.integers(0, 32), st.integers(0, 13), st.integers(1999, 2101)
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(_PATHS), _DIGITS | _DAYS | st.text(max_size=9), max_size=4))
def test_no_text_means_anything_else_in_a_workbook(texts: dict[Path, str]) -> None:
    sound: dict[Path, object] = {
        ("organisation", "id"): "a",
        ("measures", 0, "id"): "P1",
        ("sparrings", 0, "number"): "1",
        ("versions", 0, "number"): "0.5",
    }
    values = sound | {path: text for path, text in texts.items() if text.strip(" \n\r\t\u00a0")}

    model = bind(reread(values), AcademySubmission, window=WINDOW).model

    expected = bind(reread_as_text(values), AcademySubmission, window=WINDOW).model
    assert model == expected


def reread_as_text(values: dict[Path, object]) -> RawRecord:
    """Return the record in which every value is the text that it was."""
    record = reread(dict.fromkeys(values, "x"))
    raw = {
        path: type(value)(str(values[path]), value.kind, value.location)
        for path, value in record.values.items()
    }
    return RawRecord(record.file, raw, record.places)
