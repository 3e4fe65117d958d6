"""Addresses and identity codes, answers of yes or no, version numbers, days and months."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from schemas.fields import (
    AccentColour,
    Blank,
    BusinessId,
    ClockTime,
    Day,
    Duration,
    Email,
    Gate,
    Identifier,
    LocalizedText,
    Money,
    Months,
    Number,
    Phone,
    ReferenceList,
    UrlText,
    VersionNumber,
    WholeNumber,
    YesNo,
)

Read = Callable[..., object]
Refused = Callable[..., tuple[str, str]]


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        (Email, " malli.mallinen@Example.ORG ", "malli.mallinen@example.org"),
        (Email, "Malli+a'b@ala.esimerkkilä.fi", "Malli+a'b@ala.esimerkkilä.fi"),
        (Phone, "040\u00a0000  0000", "040 000 0000"),
        (Phone, "+358 (0)40 000–0000", "+358 (0)40 000-0000"),
        (BusinessId, "1234567-1", "1234567-1"),
        (BusinessId, "0000000 – 0", "0000000-0"),
        (UrlText, "https://example.org", "https://example.org"),
        (UrlText, "HTTP://example.org:80/ä?x=1#y", "HTTP://example.org:80/ä?x=1#y"),
        (UrlText, "https://example.org/" + "x" * 400, "https://example.org/" + "x" * 400),
        (AccentColour, "#1f4e79", "#1F4E79"),
        (AccentColour, "1F4E79", "#1F4E79"),
    ],
)
def test_what_is_kept(read: Read, kind: object, value: str, kept: str) -> None:
    assert read(kind, value) == kept
    assert read(kind, kept) == kept


@pytest.mark.parametrize(
    ("kind", "value", "key"),
    [
        (Email, "malli.mallinen", "email_form"),
        (Email, "malli@mallinen", "email_form"),
        (Email, "malli..m@example.org", "email_form"),
        (Email, ".malli@example.org", "email_form"),
        (Email, "malli@-example.org", "email_form"),
        (Email, "malli@example..org", "email_form"),
        (Email, "a@example.org, b@example.org", "email_form"),
        (Email, "Malli <malli@example.org>", "email_form"),
        (Email, Decimal(1), "email_form"),
        (Phone, "1234", "phone_form"),
        (Phone, "1" * 21, "phone_form"),
        (Phone, "040 000 0000 / vaihde", "phone_form"),
        (Phone, "040+0000000", "phone_form"),
        (Phone, Decimal(400_000_000), "phone_number"),
        (BusinessId, "1234567-2", "business_id_check"),
        (BusinessId, "1034567-1", "business_id_check"),
        (BusinessId, "2000004-1", "business_id_check"),
        (BusinessId, "123456-7", "business_id_form"),
        (BusinessId, "FI12345671", "business_id_form"),
        (UrlText, "www.example.org", "url_form"),
        (UrlText, "ftp://example.org", "url_form"),
        (UrlText, "javascript:alert(1)", "url_form"),
        (UrlText, "https://", "url_form"),
        (UrlText, "https://user@example.org", "url_form"),
        (UrlText, "https://example.org/a b", "url_form"),
        (UrlText, "https://example.org/\u202ea", "url_form"),
        (UrlText, "https://example.org/" + "x" * 2000, "value_long"),
        (AccentColour, "#12345", "colour_form"),
        (AccentColour, "#12345G", "colour_form"),
        (AccentColour, "sininen", "colour_form"),
    ],
)
def test_what_is_refused(refused: Refused, kind: object, value: object, key: str) -> None:
    assert refused(kind, value)[0] == key


@settings(deadline=None)
@given(st.lists(st.integers(0, 9), min_size=7, max_size=7))
def test_at_most_one_check_digit_suits_a_business_id(digits: list[int]) -> None:
    adapter = TypeAdapter(BusinessId)
    weighted = sum(map(int.__mul__, digits, (7, 9, 10, 5, 8, 4, 2)))
    suiting = []
    for last in range(10):
        try:
            suiting.append(adapter.validate_python("".join(map(str, digits)) + f"-{last}")[-1])
        except ValidationError:
            continue
    expected = {0: ["0"], 1: []}.get(weighted % 11, [str(11 - weighted % 11)])
    assert suiting == expected


@pytest.mark.parametrize("value", ["kyllä", "K", "ja", "Yes", "x", "true", "1", 1, True])
def test_yes(read: Read, value: object) -> None:
    assert read(YesNo, value) is True


@pytest.mark.parametrize("value", ["ei", "E", "nej", "No", "false", "0", Decimal(0), False])
def test_no(read: Read, value: object) -> None:
    assert read(YesNo, value) is False


@pytest.mark.parametrize("value", ["ehkä", "", "2", 2, Decimal("sNaN"), ["x"]])
def test_neither_yes_nor_no(refused: Refused, value: object) -> None:
    assert refused(YesNo, value)[0] == "truth_unreadable"


@pytest.mark.parametrize(
    ("value", "version"),
    [("0.5", (0, 5)), ("1,0", (1, 0)), ("v1.2", (1, 2)), ("3", (3, 0)), (Decimal("0.5"), (0, 5))],
)
def test_versions(value: object, version: tuple[int, int]) -> None:
    read = VersionNumber.parse(value)
    assert read == VersionNumber(*version)
    assert TypeAdapter(VersionNumber).validate_python(str(read)) == read


@pytest.mark.parametrize("value", ["1.0.0", "luonnos", "", True, Decimal("1E+3")])
def test_refused_versions(refused: Refused, value: object) -> None:
    assert refused(VersionNumber, value)[0] == "version_form"


def test_versions_rise_by_number() -> None:
    assert VersionNumber(0, 9) < VersionNumber(0, 10) < VersionNumber(1, 0)
    assert TypeAdapter(VersionNumber).validate_python(VersionNumber(1, 0)) == VersionNumber(1, 0)


@pytest.mark.parametrize("value", ["1.12.2021", "ke 1.12.2021", "1.12.", date(2021, 12, 1)])
def test_days(read: Read, value: object) -> None:
    window = (date(2021, 9, 1), date(2022, 8, 31))
    assert read(Day, value, window=window) == date(2021, 12, 1)


@pytest.mark.parametrize("value", ["joulukuu 2021", "1.–2.12.2021", "avoin"])
def test_a_longer_time_is_not_a_day(refused: Refused, value: object) -> None:
    assert refused(Day, value)[0] == "day_unreadable"


def test_a_day_is_written_as_it_is_read() -> None:
    adapter = TypeAdapter(Day)
    assert adapter.dump_python(date(2021, 12, 1), mode="json") == "1.12.2021"
    assert adapter.dump_python(date(2021, 12, 1)) == date(2021, 12, 1)


@pytest.mark.parametrize(
    ("value", "months"),
    [
        ("syyskuu, lokakuu", (9, 10)),
        ("September; oktober", (9, 10)),
        ("1, 2, 2", (1, 2)),
        ("maalis–toukokuu; 9", (3, 4, 5, 9)),
        ("marraskuu - tammikuu", (11, 12, 1)),
        ("1–3", (1, 2, 3)),
        ("helmi.", (2,)),
        (["syyskuu", 10, " "], (9, 10)),
        (Decimal("9.0"), (9,)),
        ("", ()),
        (None, ()),
    ],
)
def test_months(read: Read, value: object, months: tuple[int, ...]) -> None:
    assert read(Months, value) == months


@pytest.mark.parametrize("value", ["13", "0", "syksy", "1–13", [True], Decimal("1.5")])
def test_refused_months(refused: Refused, value: object) -> None:
    assert refused(Months, value)[0] == "months_unreadable"


SCALARS = [
    AccentColour,
    BusinessId,
    ClockTime,
    Day,
    Duration,
    Email,
    Gate,
    LocalizedText,
    Money,
    Months,
    Number,
    Phone,
    ReferenceList,
    UrlText,
    VersionNumber,
    YesNo,
    Annotated[str, Identifier("P")],
    Annotated[int, WholeNumber(1, 5)],
]
NOT_A_NUMBER = st.sampled_from([Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity")])
VALUES = (
    st.text()
    | st.text(st.sampled_from("0123456789 .,:;-–€%htkP@/#x\u00a0"))
    | st.decimals()
    | NOT_A_NUMBER
    | st.datetimes()
    | st.times()
    | st.booleans()
    | st.integers()
    | st.lists(st.text())
)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(SCALARS), VALUES)
def test_no_value_breaks_a_type(kind: type[object], value: object) -> None:
    adapter = TypeAdapter(kind)
    try:
        kept = adapter.validate_python(value)
    except ValidationError:
        return
    assert adapter.validate_python(adapter.dump_python(kept, mode="json")) == kept


@pytest.mark.parametrize("kind", SCALARS)
def test_an_empty_cell_may_stay_empty(read: Read, kind: type[object]) -> None:
    assert read(Annotated[kind | None, Blank], "\u00a0 ") is None


@pytest.mark.parametrize("kind", [Email, Phone, BusinessId, UrlText, AccentColour, YesNo, Day])
def test_nothing_is_no_value(kind: type[object]) -> None:
    with pytest.raises(ValidationError, match=r"type=\w+_type"):
        TypeAdapter(kind).validate_python(None)


@pytest.mark.parametrize("kind", [Email, Phone, BusinessId, UrlText, AccentColour])
def test_the_examples_of_the_json_schema_are_good(read: Read, kind: type[object]) -> None:
    schema = TypeAdapter(kind).json_schema()
    assert schema["type"] == "string"
    assert [read(kind, example) for example in schema["examples"]] == schema["examples"]
