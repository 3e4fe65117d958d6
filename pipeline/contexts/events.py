"""The events that people are invited to: the kick-off and an organisation's sparrings."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.contexts.gaps import Gaps
from pipeline.contexts.scene import Scene
from pipeline.contexts.times import optional_timing
from pipeline.core.helsinki import clock_change
from pipeline.core.text import Text
from schemas.contexts.gap import Gap
from schemas.contexts.view import EventView, StageView
from schemas.fields import ClockTime, Duration, LocalizedText, Timing
from schemas.msgid import msgid
from schemas.programme import Programme
from schemas.sparrings import Sparring
from schemas.stages import Attendance, Place, Stage, StageType

if TYPE_CHECKING:
    from schemas.workshops import Workshop


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where an event is held, as far as it is known."""

    name: str
    timing: Timing | None
    starts: ClockTime | None
    duration: Duration | None
    attendance: Attendance | None
    place: str | None
    link: str | None
    registration: "Stage | Workshop | None" = None

    @property
    def is_fixed(self) -> bool:
        """Tell whether people can be invited: day, time, length and place or link are known.

        A time that the day does not have, or has twice when the clock is moved, is not known.
        """
        timed = self.timing is not None and self.timing.is_day and self.starts is not None
        known = timed and self.duration is not None and bool(self.place or self.link)
        return known and not any(map(clock_change, self.bounds))

    @property
    def bounds(self) -> tuple[dt.datetime, dt.datetime]:
        """Return start and end as local times of a fixed occasion.

        Raises:
            ValueError: the occasion is not fixed.
        """
        day = self.timing.start if self.timing else None
        if day is None or self.starts is None or self.duration is None:
            raise ValueError(self.name)
        start = dt.datetime.combine(day, self.starts.as_time)
        return start, start + dt.timedelta(minutes=self.duration.minutes)


def kick_off_stage(programme: Programme) -> Stage | None:
    """Return the stage of the kick-off."""
    return next((each for each in programme.stages if each.type is StageType.KICK_OFF), None)


def occasion_of(scene: Scene) -> Occasion | None:
    """Return the event that a document is about: its workshop, its sparring, else the kick-off."""
    if scene.workshop is not None:
        return workshop_occasion(scene.workshop, scene.language)
    if scene.sparring is not None:
        return sparring_occasion(scene.sparring, scene.programme, scene.language)
    return kick_off_occasion(scene.programme, scene.language)


def kick_off_occasion(programme: Programme, language: str) -> Occasion | None:
    """Return the kick-off, None while the programme has no such stage."""
    stage = kick_off_stage(programme)
    return None if stage is None else _of_stage(stage, language)


def _of_stage(stage: Stage, language: str) -> Occasion:
    return _held(stage, stage.name, language)


def _held(event: "Stage | Workshop", name: LocalizedText, language: str) -> Occasion:
    return Occasion(
        name=name.first((language, "fi")) or "",
        timing=event.timing,
        starts=event.starts,
        duration=event.duration,
        attendance=event.attendance,
        place=_place_text(event.place),
        link=event.link,
        registration=event,
    )


def sparring_occasion(own: Sparring, programme: Programme, language: str) -> Occasion:
    """Return an organisation's sparring; a length or form that it leaves out is the stage's.

    Day, clock time and place are its own alone: the stage says only when all of them are held.
    """
    stage = programme.sparring_stage(own.number)
    common = None if stage is None else _of_stage(stage, language)
    return Occasion(
        name=common.name if common else "",
        timing=own.timing,
        starts=own.starts,
        duration=own.duration or (common.duration if common else None),
        attendance=own.attendance or (common.attendance if common else None),
        place=own.place,
        link=own.link,
    )


def workshop_occasion(workshop: "Workshop", language: str) -> Occasion:
    """Return a workshop of a process as an event."""
    return _held(workshop, workshop.shown_name, language)


def event_view(occasion: Occasion | None, gaps: Gaps) -> EventView:
    """Return an event as invitations print it; what is not known to the day is a gap."""
    known = occasion or Occasion("", None, None, None, None, None, None)
    starts, duration = known.starts, known.duration
    ends = starts.plus(duration) if starts and duration else None
    stage = known.registration
    return EventView(
        name=known.name,
        date=known.timing.start
        if known.timing and known.timing.is_day and known.timing.start
        else gaps.named(msgid("Date")),
        starts=starts.as_time if starts else gaps.of(Stage, "starts"),
        ends=ends.as_time if ends else gaps.of(Stage, "duration"),
        minutes=duration.minutes if duration else gaps.of(Stage, "duration"),
        attendance=gaps.word(known.attendance.label) if known.attendance else None,
        place=_place(known, gaps),
        link=known.link,
        registration_link=stage.registration_link if stage else None,
        registration_email=stage.registration_email if stage else None,
        registration_by=stage.registration_by if stage else None,
    )


def _place(occasion: Occasion, gaps: Gaps) -> str | Gap:
    if occasion.place:
        return occasion.place
    if occasion.attendance is Attendance.ONLINE:
        return gaps.word(Text("online"))
    return gaps.of(Stage, "place")


def _place_text(place: Place | None) -> str | None:
    if place is None:
        return None
    parts = (place.name, place.room, place.street, place.town)
    return ", ".join(part for part in parts if part) or None


def next_stages(programme: Programme, after: int, language: str) -> list[StageView]:
    """Return the stages that follow the stage of a number."""
    return [
        StageView(
            number=stage.number,
            name=stage.name.first((language, "fi")) or "",
            timing=optional_timing(stage.timing),
        )
        for stage in programme.stages
        if stage.number > after
    ]
