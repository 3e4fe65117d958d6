"""Calendar files (.ics) of invitations, the same bytes for the same event."""

import re
from datetime import UTC, date, datetime, time
from typing import Final

from icalendar import Calendar, Component, Event, vCalAddress, vDDDTypes, vText

from pipeline.core.errors import PajaError
from pipeline.core.helsinki import TIME_ZONE, change_message, clock_change, to_utc
from pipeline.core.text import Text
from pipeline.output.calendar_event import CalendarEvent
from pipeline.output.calendar_zone import helsinki

_PRODUCER: Final = "-//paja//paja//EN"
_REFUSED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END: Final = re.compile("\r\n?|[\u2028\u2029]")
_ADDRESS: Final = re.compile(r"[^\s@<>\"\\,;:]+@[^\s@<>\"\\,;:]+")
_LINK: Final = re.compile(r"https?://\S+")


class _ExactText(vText):
    r"""A text whose escapes are those of RFC 5545 alone: icalendar's own make a break of `\N`."""

    def to_ical(self) -> bytes:
        escaped = re.sub(r"[\\;,]", lambda mark: f"\\{mark[0]}", str(self))
        return escaped.replace("\n", r"\n").encode()


def calendar_file(event: CalendarEvent) -> bytes:
    """Return the .ics of one event, read back to see that nothing was lost.

    Raises:
        PajaError: the times are not two moments in order, or a text cannot stand in a calendar.
    """
    _check_times(event)
    wanted = _event(event)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCER)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(helsinki())
    calendar.add_component(wanted)
    content = bytes(calendar.to_ical())
    _check_read_back(content, wanted, event)
    return content


def _event(event: CalendarEvent) -> Event:
    made = Event()
    zone = {"TZID": TIME_ZONE}
    made.add("uid", _one_line(event.uid))
    made.add("dtstamp", _stamp(event.stamp))
    made.add("dtstart", event.start, parameters=zone)
    made.add("dtend", event.end, parameters=zone)
    words = {"LANGUAGE": _one_line(event.language)}
    made["summary"] = _ExactText(_one_line(event.title), params=words)
    if event.place:
        made["location"] = _ExactText(_one_line(event.place), params=words)
    if description := _description(event):
        made["description"] = _ExactText(description, params=words)
    if event.link:
        made.add("url", _matching(_LINK, event.link).replace("\\", "%5C"))
    if event.organiser_email:
        made["organizer"] = _organiser(event.organiser_email, event.organiser)
    return made


def _description(event: CalendarEvent) -> str:
    description = _lines(event.description or "")
    link = _lines(event.link or "")
    if link in description:
        return description
    # Outlook shows no URL property: the reader finds the link only in the text.
    return f"{description}\n\n{link}" if description else link


def _organiser(address: str, name: str | None) -> vCalAddress:
    made = vCalAddress(f"mailto:{_matching(_ADDRESS, address)}")
    # Readers drop the blanks at the edges of a parameter and disagree on what a backslash means.
    shown = _one_line(name or "").translate({ord("\t"): " ", ord("\\"): "/"}).strip()
    if shown:
        made.params["CN"] = shown
    return made


def _stamp(stamp: date) -> datetime:
    if not isinstance(stamp, datetime):
        return datetime.combine(stamp, time(), tzinfo=UTC)
    return to_utc(stamp) if stamp.tzinfo is None else stamp.astimezone(UTC)


def _check_times(event: CalendarEvent) -> None:
    for moment in (event.start, event.end):
        change = clock_change(moment)
        if change is not None:
            raise PajaError(
                change_message(change, moment), hint=Text("Choose another time of day.")
            )
    if event.end <= event.start:
        raise PajaError(
            Text("“{title}” ends before it starts.", title=event.title),
            hint=Text("Check the times and the lengths of the event."),
        )


def _one_line(text: str) -> str:
    return " ".join(_lines(text).split("\n"))


def _matching(form: re.Pattern[str], text: str) -> str:
    if not form.fullmatch(_lines(text)):
        raise PajaError(
            Text("“{text}” cannot stand in a calendar file as an address.", text=text),
            hint=Text("Write an e-mail address or a link that begins with https://."),
        )
    return text


def _lines(text: str) -> str:
    # A byte order mark before a text shows nothing, and readers of UTF-8 take it away.
    plain = _LINE_END.sub("\n", text).lstrip("\ufeff")
    found = _REFUSED.search(plain)
    if found is not None:
        raise PajaError(
            Text(
                "The character {character} at position {position} cannot be stored in a calendar"
                " file.",
                character=f"U+{ord(found[0]):04X}",
                position=found.start() + 1,
            ),
            hint=Text("Delete the character; it is usually invisible and came along when copying."),
        )
    return plain


def _check_read_back(content: bytes, wanted: Event, event: CalendarEvent) -> None:
    read = Component.from_ical(content).walk("VEVENT")
    if len(read) != 1 or _written(read[0]) != _written(wanted):
        raise PajaError(
            Text("The calendar file of “{title}” does not read back as written.", title=event.title)
        )


def _written(event: Component) -> dict[str, tuple[str, bytes]]:
    return {name: (_plain(value), value.params.to_ical()) for name, value in event.items()}


def _plain(value: vDDDTypes | vText) -> str:
    return str(value) if isinstance(value, str) else value.to_ical().decode()
