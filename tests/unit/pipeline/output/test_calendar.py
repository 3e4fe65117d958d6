"""Calendar files: the same bytes everywhere, texts that stay texts, the clock of Finland."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Component, Timezone

from pipeline.core.errors import PajaError
from pipeline.output.calendar import calendar_file
from pipeline.output.calendar_event import CalendarEvent, event_uid

EVENT = CalendarEvent(
    uid="0001@paja",
    title="Aloitustilaisuus",
    start=datetime(2021, 10, 19, 9),  # noqa: DTZ001  (local time)
    end=datetime(2021, 10, 19, 12, 30),  # noqa: DTZ001  (local time)
    stamp=date(2021, 9, 1),
    language="fi",
    place="Kokoushuone",
    description="Tervetuloa!",
    link="https://example.invalid/liity?id=1,2;3",
    organiser="Malli Mallinen",
    organiser_email="malli.mallinen@example.invalid",
)
# What a validated text may hold: see schemas.fields.text.
TEXTS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cs", "Cc"),
        include_characters="\n\t",
        exclude_characters="\ufffe\uffff",
    )
)


def unfolded(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def event_in(content: bytes) -> Component:
    (event,) = Component.from_ical(content).walk("VEVENT")
    return event


def test_the_whole_file() -> None:
    assert unfolded(calendar_file(EVENT)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//paja//paja//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Helsinki",
        "BEGIN:DAYLIGHT",
        "DTSTART:19970330T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:EEST",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0300",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T040000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:EET",
        "TZOFFSETFROM:+0300",
        "TZOFFSETTO:+0200",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "SUMMARY;LANGUAGE=fi:Aloitustilaisuus",
        "DTSTART;TZID=Europe/Helsinki:20211019T090000",
        "DTEND;TZID=Europe/Helsinki:20211019T123000",
        "DTSTAMP:20210901T000000Z",
        "UID:0001@paja",
        "DESCRIPTION;LANGUAGE=fi:Tervetuloa!\\n\\nhttps://example.invalid/liity?id=1\\,2\\;3",
        "LOCATION;LANGUAGE=fi:Kokoushuone",
        'ORGANIZER;CN="Malli Mallinen":mailto:malli.mallinen@example.invalid',
        "URL:https://example.invalid/liity?id=1,2;3",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(
        EVENT, place=None, description=None, link=None, organiser=None, organiser_email=None
    )
    assert set(event_in(calendar_file(bare))) == {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"
    }  # fmt: skip


def test_an_address_without_a_name_is_enough() -> None:
    lines = unfolded(calendar_file(replace(EVENT, organiser=None)))
    assert "ORGANIZER:mailto:malli.mallinen@example.invalid" in lines


def test_a_backslash_in_a_link_is_written_as_an_address_has_it() -> None:
    lines = unfolded(calendar_file(replace(EVENT, link="https://example.invalid/a\\;b")))
    assert "URL:https://example.invalid/a%5C;b" in lines


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        (None, "https://example.invalid/liity?id=1,2;3"),
        (
            "Liity: https://example.invalid/liity?id=1,2;3.",
            "Liity: https://example.invalid/liity?id=1,2;3.",
        ),
    ],
)
def test_the_link_stands_in_the_text_once(description: str | None, expected: str) -> None:
    read = event_in(calendar_file(replace(EVENT, description=description)))
    assert str(read["DESCRIPTION"]) == expected


@pytest.mark.parametrize("field", ["title", "place", "description", "organiser"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r", "\u2028"])
def test_a_line_break_cannot_add_a_line(field: str, line_end: str) -> None:
    text = f"Sparraus{line_end}ATTENDEE:mailto:vieras@example.invalid{line_end}END:VEVENT"
    lines = unfolded(calendar_file(changed(field, text)))
    assert [line.split(":")[0] for line in lines if line.startswith("END:VEVENT")] == ["END"]
    assert not any(line.startswith("ATTENDEE") for line in lines)
    assert any("ATTENDEE" in line for line in lines)


def changed(field: str, text: str) -> CalendarEvent:
    values = {field: text}
    return replace(EVENT, **values)  # type: ignore[arg-type]  # the field is chosen by the test


@example(title="\ufeff\ufeff", place="\ufeffa", description="\ufeff\ufeffb", organiser="\ufeff")
@example(title="C:\\Nimi \\n", place="\\;", description="\\N\\,", organiser="\\;^n %2C")
@settings(deadline=None)
@given(title=TEXTS, place=TEXTS, description=TEXTS, organiser=TEXTS)
def test_any_text_comes_out_as_itself(
    title: str, place: str, description: str, organiser: str
) -> None:
    event = replace(
        EVENT, title=title, place=place, description=description, organiser=organiser, link=None
    )
    content = calendar_file(event)
    read = event_in(content)
    assert str(read["SUMMARY"]) == on_one_line(title)
    assert str(read.get("LOCATION", "")) == on_one_line(place)
    lines = re.sub("[\u2028\u2029]", "\n", description).lstrip("\ufeff")
    assert str(read.get("DESCRIPTION", "")) == lines
    assert read["ORGANIZER"].params.get("CN", "") == shown_name(organiser)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")


def shown_name(name: str) -> str:
    return on_one_line(name).replace("\t", " ").replace("\\", "/").strip()


def on_one_line(text: str) -> str:
    return re.sub("[\n\u2028\u2029]", " ", text.lstrip("\ufeff"))


@pytest.mark.parametrize("text", ["ä" * 200, "x" + "ö" * 200, "👩\u200d🔬" * 60, "aä😀" * 70])
def test_long_lines_fold_between_whole_letters(text: str) -> None:
    content = calendar_file(replace(EVENT, title=text))
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert f"SUMMARY;LANGUAGE=fi:{text}" in unfolded(content)


@pytest.mark.parametrize("field", ["uid", "title", "place", "description", "organiser", "language"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a\x00", "U\\+0000"),
        ("a\x0b", "U\\+000B"),
        ("a\ud800", "U\\+D800"),
        ("a\ufffe", "U\\+FFFE"),
    ],
)
def test_characters_that_cannot_be_stored_are_refused(field: str, text: str, name: str) -> None:
    with pytest.raises(PajaError, match=f"{name} at position 2") as caught:
        calendar_file(changed(field, text))
    assert caught.value.hint is not None


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("link", "javascript:alert(1)"),
        ("link", "https://example.invalid/\nATTENDEE:x"),
        ("link", "https://"),
        ("organiser_email", "malli"),
        ("organiser_email", "a@b\r\nATTENDEE:x@y"),
        ("organiser_email", 'a@b";x="y'),
    ],
)
def test_addresses_of_another_form_are_refused(field: str, text: str) -> None:
    with pytest.raises(PajaError, match="address"):
        calendar_file(changed(field, text))


@pytest.mark.parametrize(
    ("stamp", "written"),
    [
        (date(2021, 9, 1), "20210901T000000Z"),
        (datetime(2021, 7, 1, 12), "20210701T090000Z"),  # noqa: DTZ001  (local time)
        (datetime(2021, 12, 1, 12), "20211201T100000Z"),  # noqa: DTZ001  (local time)
        (datetime(2021, 12, 1, 12, tzinfo=UTC), "20211201T120000Z"),
        (datetime(2021, 12, 1, 12, tzinfo=timezone(timedelta(hours=-5))), "20211201T170000Z"),
    ],
)
def test_the_stamp_is_in_utc(stamp: date, written: str) -> None:
    assert f"DTSTAMP:{written}" in unfolded(calendar_file(replace(EVENT, stamp=stamp)))


@pytest.mark.parametrize("year", [1998, 2021, 2026, 2037])
@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("day", [1, 24, 28])
def test_the_zone_agrees_with_the_database(year: int, month: int, day: int) -> None:
    (zone,) = Component.from_ical(calendar_file(EVENT)).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    local = datetime(year, month, day, 12)  # noqa: DTZ001  (local time)
    ours = zone.to_tz(lookup_tzid=False)
    expected = local.replace(tzinfo=ZoneInfo("Europe/Helsinki"))
    assert local.replace(tzinfo=ours).utcoffset() == expected.utcoffset()
    assert local.replace(tzinfo=ours).tzname() == expected.tzname()


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021-03-28T03:30", "2021-03-28T09:00", "3.30 does not exist on 28.3.2021"),
        ("2021-03-28T01:00", "2021-03-28T03:05", "3.05 does not exist on 28.3.2021"),
        ("2021-10-31T03:30", "2021-10-31T09:00", "3.30 comes twice on 31.10.2021"),
        ("2021-10-19T09:00", "2021-10-19T09:00", "ends before it starts"),
        ("2021-10-19T09:00", "2021-10-18T10:00", "ends before it starts"),
    ],
)
def test_times_that_are_not_moments_in_order_are_refused(start: str, end: str, words: str) -> None:
    event = replace(EVENT, start=datetime.fromisoformat(start), end=datetime.fromisoformat(end))
    with pytest.raises(PajaError, match=words) as caught:
        calendar_file(event)
    assert caught.value.hint is not None


def test_what_does_not_read_back_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = calendar_file(EVENT).replace(b"SUMMARY;LANGUAGE=fi:Alo", b"SUMMARY;LANGUAGE=fi:Blo")
    other = Component.from_ical(empty)
    monkeypatch.setattr(Component, "from_ical", lambda _: other)
    with pytest.raises(PajaError, match="read back"):
        calendar_file(EVENT)


def test_the_identity_depends_on_every_part_alone() -> None:
    def uid(programme: str = "p", organisation: str = "o", number: int = 1) -> str:
        return event_uid(
            programme=programme, organisation=organisation, deliverable="d", number=number
        )

    assert uid() == uid() == "d81c552f-9d5b-5482-9585-366a86ef98f7@paja"
    others = {uid("pp"), uid(organisation="oo"), uid(number=2), uid("p1:o", ""), uid("", "p1:o")}
    assert len(others | {uid()}) == 6
