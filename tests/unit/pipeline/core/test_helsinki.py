"""The clock of Finland, against the time zone database."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.helsinki import TIME_ZONE, ClockChange, clock_change, to_utc

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31))  # noqa: DTZ001  (local times)
CHANGES = st.sampled_from([
    datetime(year, month, day, hour, minute)  # noqa: DTZ001  (local times)
    for year in range(2000, 2038)
    for month in (3, 10)
    for day in range(24, 32)
    for hour in (2, 3, 4)
    for minute in (0, 59)
])


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2021-03-28T02:59", None),
        ("2021-03-28T03:00", ClockChange.SKIPPED),
        ("2021-03-28T03:30", ClockChange.SKIPPED),
        ("2021-03-28T03:59", ClockChange.SKIPPED),
        ("2021-03-28T04:00", None),
        ("2021-10-31T02:59", None),
        ("2021-10-31T03:30", ClockChange.REPEATED),
        ("2021-10-31T04:00", None),
        ("2021-10-19T03:30", None),
    ],
)
def test_hours_of_the_change(moment: str, expected: ClockChange | None) -> None:
    assert clock_change(datetime.fromisoformat(moment)) is expected


@settings(deadline=None)
@given(MOMENTS | CHANGES)
def test_agrees_with_the_time_zone_database(local: datetime) -> None:
    zone = ZoneInfo(TIME_ZONE)
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    gap = first.utcoffset() != second.utcoffset()
    summer_first = (first.utcoffset() or timedelta()) > (second.utcoffset() or timedelta())
    expected = ClockChange.REPEATED if summer_first else ClockChange.SKIPPED
    assert clock_change(local) is (expected if gap else None)
    if clock_change(local) is not ClockChange.SKIPPED:
        assert to_utc(local) == first.astimezone(UTC)
