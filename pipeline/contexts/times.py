"""Times for templates: timings, and the clock times of blocks one after another."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from pipeline.contexts.gaps import Gaps
from schemas.blocks import BlockType
from schemas.contexts.gap import Gap
from schemas.contexts.view import RunRow, TimingView
from schemas.fields import ClockTime, Duration, Timing


class Timed(Protocol):
    """A block of a programme, of whatever event."""

    @property
    def name(self) -> str:
        """Return what participants see."""

    @property
    def duration(self) -> Duration:
        """Return how long it takes."""

    @property
    def type(self) -> BlockType:
        """Return what it is for."""

    @property
    def lead(self) -> str | None:
        """Return who leads it."""

    @property
    def materials(self) -> str | None:
        """Return what it needs."""

    @property
    def public(self) -> bool | None:
        """Tell whether participants see it; they do if nothing is said."""


def timing_view(timing: Timing) -> TimingView:
    """Return a timing as a template sees it."""
    return TimingView(
        start=timing.start, end=timing.end, precision=timing.precision.value, text=timing.text
    )


def optional_timing(timing: Timing | None) -> TimingView | None:
    """Return a timing that may be missing."""
    return None if timing is None else timing_view(timing)


def run_rows(blocks: Iterable[Timed], starts: ClockTime | None, gaps: Gaps) -> Iterator[RunRow]:
    """Yield the blocks with the clock times that follow from their lengths."""
    unknown = gaps.named("Starts at")
    elapsed = Duration(0)
    for block in blocks:
        begin = unknown if starts is None else starts.plus(elapsed).as_time
        elapsed += block.duration
        yield run_row(block, begin, unknown if starts is None else starts.plus(elapsed).as_time)


def public_rows(blocks: Sequence[Timed], starts: ClockTime | None, gaps: Gaps) -> list[RunRow]:
    """Return the rows that participants see; the hidden blocks take their time all the same."""
    rows = run_rows(blocks, starts, gaps)
    return [row for block, row in zip(blocks, rows, strict=True) if block.public is not False]


def run_row(block: Timed, starts: dt.time | Gap, ends: dt.time | Gap) -> RunRow:
    """Return one row of a run table; a break is a quiet row."""
    return RunRow(
        starts=starts,
        ends=ends,
        minutes=block.duration.minutes,
        name=block.name,
        quiet=block.type is BlockType.BREAK,
        lead=block.lead,
        materials=block.materials,
    )
