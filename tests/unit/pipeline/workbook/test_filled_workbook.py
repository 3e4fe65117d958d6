import io
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Annotated

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openxml_audit import OpenXmlValidator

from pipeline.core.errors import UsageError
from pipeline.core.finding import Path
from pipeline.core.location import Location
from pipeline.core.record import RawRecord, RawValue, ValueKind
from pipeline.language.labels import choice_labels
from pipeline.sources.binding import bind
from pipeline.sources.excel import read_workbook
from pipeline.sources.yaml import read_yaml
from pipeline.workbook import record_values, write_workbook
from schemas.academy import AcademySubmission
from schemas.blank import empty_to_none
from schemas.fields import (
    ClockTime,
    Day,
    Identifier,
    Money,
    Months,
    Number,
    PlainText,
    ReferenceList,
    Timing,
    TitleText,
    WholeNumber,
    YesNo,
)
from schemas.filled import Filled, item
from schemas.objectives import ObjectiveLevel

WINDOW = (date(2021, 8, 31), date(2022, 3, 31))


class Line(Filled):
    id: Annotated[str, Identifier("P")] = item("Line id", "P and a number.", default=...)
    when: Timing | None = item("When", "As exactly as it is known.")
    day: Day | None = item("Day", "One day.")
    clock: ClockTime | None = item("Clock", "The clock time.")
    number: Number | None = item("Number", "Of anything.")
    count: Annotated[int, WholeNumber(0, 5000)] | None = item("Count", "Of things.")
    money: Money | None = item("Money", "In euros.")
    text: PlainText | None = item("Text", "Any.")
    level: ObjectiveLevel | None = item("Level", "Choose from the list.")
    agreed: YesNo | None = item("Agreed", "Yes or no.")
    after: ReferenceList = item("After", "Other lines.", default=())
    months: Months = item("Months", "Of the year.", default=())


class Facts(Filled):
    name: TitleText | None = item("Name", "Of the order.")
    summary: PlainText | None = item("Summary", "In ten lines.")


class Order(Filled):
    facts: Facts = item("Facts", "About the order.", default=Facts())
    lines: tuple[Line, ...] = item("Lines", "Of the order.", default=())


def written(values: dict[Path, object], language: str = "en") -> bytes:
    return write_workbook(Order, programme="innovaatio-akatemia", language=language, values=values)


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def cell(field: str, value: object, language: str = "en") -> Cell:
    """Return the cell in which a field of the first line stands."""
    workbook = opened(written({("lines", 0, field): value}, language))
    _, address = workbook.defined_names[f"paja.lines.{field}"].attr_text.split("!")
    found = workbook.worksheets[1][address.replace("$", "")].offset(row=2)
    assert isinstance(found, Cell)
    return found


@pytest.mark.parametrize(
    ("field", "value", "held", "shown"),
    [
        ("day", "19.10.2021", datetime(2021, 10, 19), "d\\.m\\.yyyy"),  # noqa: DTZ001
        ("day", date(2021, 10, 19), datetime(2021, 10, 19), "d\\.m\\.yyyy"),  # noqa: DTZ001
        ("when", "1.3.2022", datetime(2022, 3, 1), "d\\.m\\.yyyy"),  # noqa: DTZ001
        ("clock", "9.00", time(9), "h\\.mm"),
        ("clock", "14:30", time(14, 30), "h\\.mm"),
        ("clock", time(8, 15), time(8, 15), "h\\.mm"),
        ("count", "2022", 2022, "General"),
        ("number", "91,2", 91.2, "General"),
        ("number", "12 500", 12500, "General"),
        ("number", "-3", -3, "General"),
        ("number", Decimal("0.5"), 0.5, "General"),
        ("money", "12 500 €", 12500, '#,##0 "€"'),
        ("money", "12\u00a0500,50\u00a0€", 12500.5, '#,##0.00 "€"'),
        ("money", Decimal(7), 7, '#,##0 "€"'),
        ("agreed", True, True, "General"),
        ("agreed", "Kyllä", "yes", "@"),
    ],
)
def test_what_means_a_date_a_time_or_a_number_is_one(
    field: str, value: object, held: object, shown: str
) -> None:
    found = cell(field, value)

    assert found.value == held
    assert type(found.value) is type(held)
    assert found.number_format == shown


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("when", "marraskuu 2021"),
        ("when", "01/03/2022"),
        ("when", "05.10.2021"),
        ("when", "30.2.2022"),
        ("when", "19.10."),
        ("clock", "klo 9"),
        ("clock", "25.00"),
        ("number", "1.234"),
        ("number", "1,20"),
        ("number", "007"),
        ("number", "n. 40"),
        ("money", "68.000"),
        ("money", "12,5"),
        ("money", "12 50 €"),
        ("money", "12 t€"),
        ("text", "040 000 0001"),
        ("text", "0.5"),
        ("text", "1/2"),
        ("text", "=SUM(A1:A9)"),
        ("text", "yksi\n- kaksi\n\n  kolme "),
        ("level", "yhteiskuntaa"),
        ("agreed", "kyllä, osin"),
    ],
)
def test_every_other_text_stays_as_it_was_written(field: str, text: str) -> None:
    found = cell(field, text)

    assert found.value == text
    assert found.data_type == "s"
    assert found.number_format == "@"


def test_blanks_at_the_edges_of_a_text_are_marked_to_be_kept() -> None:
    content = written({("facts", "summary"): "  kolme "})

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        texts = package.read("xl/sharedStrings.xml").decode()
    assert '<t xml:space="preserve">  kolme </t>' in texts


def test_a_choice_is_written_in_the_language_of_the_workbook() -> None:
    assert cell("level", "Organisation", "en").value == "organisation"
    assert cell("level", "organisation", "fi").value == "organisaatio"


def test_lists_stand_in_one_cell() -> None:
    parts: dict[Path, object] = {
        ("lines", 0, "after", 1): "P2",
        ("lines", 0, "after", 0): "P1",
        ("lines", 0, "months"): ("tammikuu", "2"),
        ("lines", 1, "after"): "P2, P3",
    }

    sheet = opened(written(parts)).worksheets[1]

    assert [c.value for c in sheet[4]][-2:] == ["P1; P2", "tammikuu; 2"]
    assert [c.value for c in sheet[5]][-2:] == ["P2, P3", None]


def test_rows_follow_each_other_whatever_their_numbers() -> None:
    values: dict[Path, object] = {("lines", n, "id"): f"P{n}" for n in (12, 3, 7)}

    column = [c.value for c in opened(written(values)).worksheets[1]["A"]]

    assert column[3:] == ["P3", "P7", "P12"]


def test_drop_downs_reach_over_all_rows_that_have_values() -> None:
    values: dict[Path, object] = {("lines", n, "id"): f"P{n}" for n in range(150)}

    rules = opened(written(values)).worksheets[1].data_validations.dataValidation

    lists = {str(rule.sqref)[1:] for rule in rules if rule.type == "list"}
    assert lists == {"4:I153", "4:J153"}


@pytest.mark.parametrize("path", [("facts", "xyzzy"), ("xyzzy",), ("lines", 0, "xyzzy", 0)])
def test_a_value_without_a_cell_is_never_dropped_in_silence(path: Path) -> None:
    with pytest.raises(UsageError, match="xyzzy"):
        written({path: "a"})


def test_the_audit_finds_nothing_in_a_filled_workbook(tmp_path: FilePath) -> None:
    values: dict[Path, object] = {
        ("facts", "summary"): " a\n\x07<&>\ud800 b ",
        ("lines", 0, "money"): "12 500 €",
        ("lines", 0, "day"): "1.3.2022",
    }
    (tmp_path / "ours.xlsx").write_bytes(written(values))

    assert OpenXmlValidator().validate(tmp_path / "ours.xlsx").errors == []


def read_both(text: str) -> tuple[RawRecord, RawRecord]:
    """Return the record of a YAML text, and that of the workbook written from it."""
    first = read_yaml(text.encode(), "a.yaml", AcademySubmission)
    content = write_workbook(
        AcademySubmission,
        programme="innovaatio-akatemia",
        language="fi",
        values=record_values(first),
    )
    return first, read_workbook(content, "a.xlsx", AcademySubmission)


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


_DIGITS = st.text("0123456789., €-", min_size=1, max_size=12)
_DAYS = st.builds(
    "{}.{}.{}".format, st.integers(0, 32), st.integers(0, 13), st.integers(1999, 2101)
)
_TEXTS = _DIGITS | _DAYS | st.text(max_size=9)
_FIELDS = st.sampled_from(["when", "day", "clock", "number", "count", "money", "text", "level"])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.dictionaries(_FIELDS, _TEXTS), min_size=1, max_size=8))
def test_no_text_means_anything_else_in_a_workbook(lines: list[dict[str, str]]) -> None:
    texts: dict[Path, object] = {
        ("lines", number, field): text
        for number, line in enumerate(lines)
        for field, text in (line | {"id": f"P{number + 1}"}).items()
        if empty_to_none(text) is not None
    }

    record = read_workbook(written(texts), "a.xlsx", Order)

    as_text = {
        path: RawValue(str(text), ValueKind.TEXT, Location()) for path, text in texts.items()
    }
    expected = bind(RawRecord("a", as_text, {}), Order, window=WINDOW)
    assert bind(record, Order, window=WINDOW).model == expected.model
    assert set(record.values) == set(texts)
