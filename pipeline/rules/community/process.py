"""YI-02, YI-03 and YI-08: the process: its clients, its length, its documenter."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.community.subject import CommunitySubject
from pipeline.rules.rule import Example, Hit, Rule, levels
from schemas.msgid import msgid


def _clients(subject: CommunitySubject) -> Iterator[Hit]:
    count = len(list(subject.clients))
    least = subject.limits.clients_least
    if subject.crosses_borders and count < least:
        message = Text(
            "The process crosses the borders of organisations and needs at least {least} clients,"
            " but has only {count}.",
            count=count,
            least=least,
        )
        hint = Text("Add the clients to the organisations, or change the mode of the process.")
        yield Hit(message, ("organisations",), hint)


def _length(subject: CommunitySubject) -> Iterator[Hit]:
    period = subject.submission.process.period
    if period is None or period.start is None or period.end is None:
        return
    months = subject.limits.months_least
    if period.end + dt.timedelta(days=1) < _months_later(period.start, months):
        message = Text(
            "The process lasts less than {months} months: {period}.",
            months=months,
            period=period.text,
        )
        hint = Text("Check the period; people need time between the workshops.")
        yield Hit(message, ("process", "period"), hint)


def _months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later, or the first of the next if that month has none."""
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return dt.date(day.year + years, month + 1, day.day)
    except ValueError:
        return dt.date(day.year + years, month + 2, 1)


def _documenter(subject: CommunitySubject) -> Iterator[Hit]:
    if not subject.submission.process.documenter:
        message = Text("Nobody has been named to document the workshops.")
        hint = Text("Write the id or exact name of one person; it may be a facilitator.")
        yield Hit(message, ("process", "documenter"), hint)


CLIENTS: Final[Rule[CommunitySubject]] = Rule(
    id="YI-02",
    about=msgid(
        "A process that crosses the borders of organisations has at least two clients, typically a"
        " municipality and a parish."
    ),
    severities=levels(error="P0"),
    check=_clients,
    example=Example(
        wrong=msgid("Mode: across organisations; clients: one municipality"),
        right=msgid("Mode: across organisations; clients: a municipality and a parish"),
    ),
)
LENGTH: Final[Rule[CommunitySubject]] = Rule(
    id="YI-03",
    about=msgid("A process takes at least three months, so that ideas can be tried out."),
    severities=levels(warning="P0"),
    check=_length,
    example=Example(wrong=msgid("Period: 1.2.–31.3.2022"), right=msgid("Period: 1.2.–15.6.2022")),
    may_be_acknowledged=True,
)
DOCUMENTER: Final[Rule[CommunitySubject]] = Rule(
    id="YI-08",
    about=msgid(
        "Somebody has been named to document the workshops, because the next one rests on what was"
        " written down."
    ),
    severities=levels(warning="P0", error="P1"),
    check=_documenter,
    example=Example(wrong=msgid("Documenter: empty"), right=msgid("Documenter: HLO2")),
)
