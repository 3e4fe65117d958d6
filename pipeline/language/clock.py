"""Times of day and durations as each language writes them."""

from datetime import time

from pipeline.language.locales import DASH, NBSP

_MINUTES_OF_HOUR = 60


def clock(moment: time, language: str) -> str:
    """Return a time of day as 9.00 (fi, sv) or 9:00 (en); the template writes the "klo"."""
    sign = ":" if language == "en" else "."
    return f"{moment.hour}{sign}{moment.minute:02d}"


def clock_range(start: time, end: time, language: str) -> str:
    """Return two times of day as 9.00–12.00."""
    return f"{clock(start, language)}{DASH}{clock(end, language)}"


def duration(minutes: int) -> str:
    """Return a length as 45 min, 2 h or 1 h 30 min, alike in all languages.

    A no-break space stands between a number and its unit.
    """
    hours, rest = divmod(minutes, _MINUTES_OF_HOUR)
    parts = [f"{hours}{NBSP}h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}{NBSP}min")
    return " ".join(parts)
