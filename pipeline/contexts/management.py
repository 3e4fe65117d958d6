"""Ties to the management system, and the annual clock that follows from them."""

import datetime as dt
from collections.abc import Iterable

from pipeline.contexts.directory import Directory
from pipeline.contexts.gaps import Gaps
from pipeline.language.dates import month_name
from schemas.contexts.action_plan import ClockEntry, ClockMonth, LinkView
from schemas.management_links import ManagementLink


def link_view(link: ManagementLink, directory: Directory, gaps: Gaps, language: str) -> LinkView:
    """Return a tie to one instrument."""
    return LinkView(
        instrument=gaps.shown(link, "instrument"),
        applies=not link.not_applicable,
        content=gaps.shown(link, "content"),
        months=[month_title(month, language) for month in link.months],
        body=link.body,
        preparer=directory.name(link.preparer),
        document=link.document,
        reason=gaps.shown(link, "reason"),
    )


def annual_clock(links: Iterable[ManagementLink], gaps: Gaps, language: str) -> list[ClockMonth]:
    """Return the months in which something is handled, from January on."""
    applying = [link for link in links if not link.not_applicable]
    return [
        ClockMonth(month=month_title(month, language), entries=entries)
        for month in range(1, 13)
        if (entries := [_entry(link, gaps) for link in applying if month in link.months])
    ]


def month_title(month: int, language: str) -> str:
    """Return the name of a month, from 1."""
    return month_name(dt.date(2000, month, 1), language)


def _entry(link: ManagementLink, gaps: Gaps) -> ClockEntry:
    return ClockEntry(
        instrument=gaps.shown(link, "instrument"),
        content=gaps.shown(link, "content"),
        body=link.body,
    )
