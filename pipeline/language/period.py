"""A time of honest precision, as the wordings of the languages see it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.language.locales import DASH
from schemas.precision import Precision


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day of a time, and how exactly they are known."""

    start: date
    end: date
    precision: Precision

    @property
    def same_year(self) -> bool:
        """Tell whether both ends stand in one year."""
        return self.start.year == self.end.year

    @property
    def same_month(self) -> bool:
        """Tell whether both ends stand in one month of one year."""
        return self.same_year and self.start.month == self.end.month

    @property
    def quarter(self) -> int:
        """Return the number of the quarter that the time begins in, from 1."""
        return (self.start.month + 2) // 3

    @property
    def third_of_month(self) -> int:
        """Return 0, 1 or 2: the beginning, the middle or the end of the month."""
        return min((self.start.day - 1) // 10, 2)

    @property
    def late_in_year(self) -> bool:
        """Tell whether the time is the end of a year rather than its beginning."""
        return self.start.month > 6

    @property
    def season(self) -> int:
        """Return 0 for winter, 1 for spring, 2 for summer, 3 for autumn; `end` has its year."""
        return self.end.month % 12 // 3

    @property
    def one_week(self) -> bool:
        """Tell whether both ends stand in one ISO week."""
        return self.start.isocalendar()[:2] == self.end.isocalendar()[:2]

    @property
    def weeks(self) -> str:
        """Return the ISO weeks as 42/2021, 42–44/2021 or 51/2021 – 2/2022."""
        first, last = self.start.isocalendar(), self.end.isocalendar()
        ending = f"{last.week}/{last.year}"
        if self.one_week:
            return ending
        if first.year == last.year:
            return f"{first.week}{DASH}{ending}"
        return f"{first.week}/{first.year} {DASH} {ending}"

    @property
    def years(self) -> str:
        """Return the years as 2022 or 2022–2023."""
        return f"{self.end.year}" if self.same_year else f"{self.start.year}{DASH}{self.end.year}"


#: How one language words each precision.
Wording = Mapping[Precision, Callable[[Period], str]]
