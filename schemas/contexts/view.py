"""The base of the types that templates see, and the pieces that all documents share.

A required value is there or a `Gap`; an optional one may be None and must be guarded.
"""

import datetime as dt
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from schemas.contexts.gap import Gap

#: A required text: there, or visibly missing.
Shown = str | Gap


class View(BaseModel):
    """One group of names that a template can use."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class TimingView(View):
    """A time of honest precision; print with `|timing`."""

    start: dt.date | None
    end: dt.date | None
    precision: str
    text: str


class ContactView(View):
    """Whom to ask."""

    name: Shown
    email: Shown
    phone: str | None


class DocumentView(View):
    """What identifies the document itself."""

    kind: str
    title: Shown
    organisation: Shown
    unit: str | None
    programme: str
    organiser: Shown
    language: str
    date: dt.date | Gap
    version: Shown
    state: Shown
    draft: bool
    author: Shown
    case_number: str | None
    contact: ContactView
    feedback: Shown
    privacy_url: str | None


class EventView(View):
    """An event that people are invited to."""

    name: str
    date: dt.date | Gap
    starts: dt.time | Gap
    ends: dt.time | Gap
    minutes: int | Gap
    attendance: str | None
    place: Shown
    link: str | None
    registration_link: str | None
    registration_email: str | None
    registration_by: dt.date | None


class RunRow(View):
    """One block of a programme with its computed clock times; `minutes` is its length."""

    starts: dt.time | Gap
    ends: dt.time | Gap
    minutes: int
    name: str
    quiet: bool
    lead: str | None
    materials: str | None


class StageView(View):
    """One stage of the programme."""

    number: int
    name: str
    timing: TimingView | None


class MemberView(View):
    """One member of the team."""

    name: Shown
    post: str | None
    function: Shown
    contact_person: bool


class Amounts(View):
    """Money of one year by where it comes from, in euros."""

    year: int
    in_budget: Decimal
    proposed: Decimal
    external: Decimal
    total: Decimal


class DocumentContext(View):
    """What every document's context begins with."""

    document: DocumentView
