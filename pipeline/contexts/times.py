"""Times for templates: timings, and the clock times of blocks one after another."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from pipeline.contexts.gaps import Gaps
from schemas.blocks import Block, BlockType
from schemas.contexts import Gap
from schemas.contexts.view import RunRow, TimingView
from schemas.fields import ClockTime, Duration, Timing


def timing_view(timing: Timing) -> TimingView:
    """Return a timing as a template sees it."""
    return TimingView(
        start=timing.start, end=timing.end, precision=timing.precision.value, text=timing.text
    )


def optional_timing(timing: Timing | None) -> TimingView | None:
    """Return a timing that may be missing."""
    return None if timing is None else timing_view(timing)


def run_rows(blocks: Iterable[Block], starts: ClockTime | None, gaps: Gaps) -> Iterator[RunRow]:
    """Yield the blocks with the clock times that follow from their lengths."""
    unknown = gaps.named("Starts at")
    elapsed = Duration(0)
    for block in blocks:
        begin = unknown if starts is None else starts.plus(elapsed).as_time
        elapsed += block.duration
        yield run_row(block, begin, unknown if starts is None else starts.plus(elapsed).as_time)


def public_rows(blocks: Sequence[Block], starts: ClockTime | None, gaps: Gaps) -> list[RunRow]:
    """Return the rows that participants see; the hidden blocks take their time all the same."""
    rows = run_rows(blocks, starts, gaps)
    return [row for block, row in zip(blocks, rows, strict=True) if block.public is not False]


def run_row(block: Block, starts: dt.time | Gap, ends: dt.time | Gap) -> RunRow:
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
