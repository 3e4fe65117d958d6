"""Finnish public holidays and weekends, computed for any year."""

from datetime import date, timedelta
from functools import cache
from typing import Final

from schemas.msgid import msgid

_SATURDAY, _SUNDAY = 5, 6
_FIXED: Final = {
    (1, 1): msgid("New Year's Day"),
    (1, 6): msgid("Epiphany"),
    (5, 1): msgid("May Day"),
    (12, 6): msgid("Independence Day"),
    (12, 24): msgid("Christmas Eve"),
    (12, 25): msgid("Christmas Day"),
    (12, 26): msgid("St Stephen's Day"),
}
_FROM_EASTER: Final = {
    -2: msgid("Good Friday"),
    0: msgid("Easter Sunday"),
    1: msgid("Easter Monday"),
    39: msgid("Ascension Day"),
    49: msgid("Whit Sunday"),
}
_MIDSUMMER_EVE: Final = msgid("Midsummer Eve")
_MIDSUMMER_DAY: Final = msgid("Midsummer Day")
_ALL_SAINTS: Final = msgid("All Saints' Day")
_WEEKEND: Final = {_SATURDAY: msgid("a Saturday"), _SUNDAY: msgid("a Sunday")}


def day_off(day: date) -> str | None:
    """Return what keeps people from work on a day, as a msgid: a holiday before a weekend."""
    return _holidays(day.year).get(day) or _WEEKEND.get(day.weekday())


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    century, rest = divmod(year, 100)
    leaps, odd = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + century - leaps - shift + 15) % 30
    quarters, last = divmod(rest, 4)
    weekday = (32 + 2 * odd + 2 * quarters - moon - last) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def _holidays(year: int) -> dict[date, str]:
    midsummer = _saturday_from(date(year, 6, 20))
    return {
        **{date(year, month, day): name for (month, day), name in _FIXED.items()},
        **{easter(year) + timedelta(days): name for days, name in _FROM_EASTER.items()},
        midsummer - timedelta(1): _MIDSUMMER_EVE,
        midsummer: _MIDSUMMER_DAY,
        _saturday_from(date(year, 10, 31)): _ALL_SAINTS,
    }


def _saturday_from(day: date) -> date:
    return day + timedelta((_SATURDAY - day.weekday()) % 7)
