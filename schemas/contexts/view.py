"""The base of the types that templates see, and the pieces that all documents share.

A required value is there or a `Gap`; an optional one may be None and must be guarded.
"""

import datetime as dt
from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field

from schemas.contexts.gap import Gap
from schemas.msgid import msgid

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

    name: Shown = Field(title=msgid("Contact"))
    email: Shown = Field(title=msgid("E-mail of the contact"))
    phone: str | None = Field(title=msgid("Phone of the contact"))


class DocumentView(View):
    """What identifies the document itself."""

    kind: str = Field(title=msgid("Kind of document"))
    title: Shown = Field(title=msgid("Title of the document"))
    organisation: Shown = Field(title=msgid("Organisation of the document"))
    unit: str | None = Field(title=msgid("Unit"))
    programme: str = Field(title=msgid("Name of the programme"))
    organiser: Shown
    language: str = Field(title=msgid("Language of the document"))
    date: dt.date | Gap
    version: Shown
    state: Shown
    draft: bool = Field(title=msgid("Is it a draft"))
    author: Shown
    case_number: str | None = Field(title=msgid("Case number"))
    contact: ContactView = Field(title=msgid("Contact"))
    feedback: Shown
    privacy_url: str | None


class EventView(View):
    """An event that people are invited to."""

    name: str = Field(title=msgid("Name of the event"))
    date: dt.date | Gap = Field(title=msgid("Day of the event"))
    starts: dt.time | Gap
    ends: dt.time | Gap = Field(title=msgid("Ends at"))
    minutes: int | Gap = Field(title=msgid("Length"))
    attendance: str | None
    place: Shown = Field(title=msgid("Place"))
    link: str | None = Field(title=msgid("Link for joining"))
    registration_link: str | None = Field(title=msgid("Link for registering"))
    registration_email: str | None = Field(title=msgid("Address for registering"))
    registration_by: dt.date | None = Field(title=msgid("Last day for registering"))


class RunRow(View):
    """One block of a programme with its computed clock times; `minutes` is its length."""

    starts: dt.time | Gap
    ends: dt.time | Gap = Field(title=msgid("Ends at"))
    minutes: int = Field(title=msgid("Length"))
    name: str
    quiet: bool = Field(title=msgid("Is it a break"))
    lead: str | None
    materials: str | None


class StageView(View):
    """One stage of the programme."""

    number: int
    name: str
    timing: TimingView | None


class MemberView(View):
    """One member of the team."""

    name: Shown = Field(title=msgid("Team member"))
    post: str | None = Field(title=msgid("Post of the member"))
    function: Shown
    contact_person: bool


class Amounts(View):
    """Money of one year by where it comes from, in euros."""

    year: int
    in_budget: Decimal = Field(title=msgid("Costs in the budget"))
    proposed: Decimal = Field(title=msgid("Proposed costs"))
    external: Decimal = Field(title=msgid("Costs with outside funding"))
    total: Decimal = Field(title=msgid("Costs in all"))


class DocumentContext(View):
    """What every document's context begins with."""

    document: DocumentView = Field(title=msgid("The document itself"))
