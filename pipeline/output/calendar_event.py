"""A meeting as calendars know it: its times, place and identity."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID, uuid5

_NAMESPACE: Final = UUID("8e6c2c0b-7d0f-5b0a-9d1e-5a2f6f1c4b73")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One meeting; `start` and `end` are local times of Finland without a zone.

    `stamp` is the day or moment of the document's version, never of the run.
    """

    uid: str
    title: str
    start: datetime
    end: datetime
    stamp: date
    language: str
    place: str | None = None
    description: str | None = None
    link: str | None = None
    organiser: str | None = None
    organiser_email: str | None = None


def event_uid(*, programme: str, organisation: str, deliverable: str, number: int) -> str:
    """Return the identity by which calendars recognise an event that has changed, from ids."""
    parts = (programme, organisation, deliverable, str(number))
    name = "".join(f"{len(part)}:{part}" for part in parts)
    return f"{uuid5(_NAMESPACE, name)}@paja"
