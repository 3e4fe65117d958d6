"""The VTIMEZONE of Finland, the same on every machine whatever its time zone database says."""

from datetime import datetime, timedelta

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from pipeline.core.helsinki import TIME_ZONE

_WINTER = timedelta(hours=2)
_SUMMER = timedelta(hours=3)


def helsinki() -> Timezone:
    """Return the component: the European Union's rule as it has held in Finland since 1996."""
    zone = Timezone()
    zone.add("tzid", TIME_ZONE)
    zone.add_component(_summer())
    zone.add_component(_winter())
    return zone


def _summer() -> TimezoneDaylight:
    part = TimezoneDaylight()
    part.add("dtstart", datetime(1997, 3, 30, 3))  # noqa: DTZ001  (local time, as RFC 5545 wants)
    part.add("tzoffsetfrom", _WINTER)
    part.add("tzoffsetto", _SUMMER)
    part.add("tzname", "EEST")
    part.add("rrule", {"freq": "yearly", "bymonth": 3, "byday": "-1su"})
    return part


def _winter() -> TimezoneStandard:
    part = TimezoneStandard()
    part.add("dtstart", datetime(1996, 10, 27, 4))  # noqa: DTZ001  (local time, as RFC 5545 wants)
    part.add("tzoffsetfrom", _SUMMER)
    part.add("tzoffsetto", _WINTER)
    part.add("tzname", "EET")
    part.add("rrule", {"freq": "yearly", "bymonth": 10, "byday": "-1su"})
    return part
