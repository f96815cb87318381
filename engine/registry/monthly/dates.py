"""Months, the days contributions are due, and when arrears cost somebody the cover."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from lokal.holidays import HOLIDAY_YEARS, is_working_day

DUE = 15
"""Day of the month on which contributions are due (PP 44/2015 article 24 (3), article 21 (2))."""
GRACE = 3
"""Consecutive months of arrears after which no right is left (PP 44/2015 articles 39 (2) and 42 (2))."""
OWN_PAYERS = frozenset({"bpu"})
"""Segments that pay by the 15th of the month itself; employers pay for theirs by the 15th of the next."""

_WRITTEN = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; written YYYY-MM."""

    year: int
    number: int
    """From 1."""

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def plus(self, months: int) -> Month:
        """So many months later; earlier where `months` is negative."""
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)

    def since(self, other: Month) -> int:
        """Months from the other to this one."""
        return (self.year - other.year) * 12 + self.number - other.number


def month_of(text: str) -> Month | None:
    """The month written YYYY-MM; None where it is none."""
    found = _WRITTEN.fullmatch(text)
    return Month(int(found[1]), int(found[2])) if found and int(found[1]) > 0 else None


def of_day(day: date) -> Month:
    return Month(day.year, day.month)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off: weekends, the official holidays and joint leave of the years known, and those named besides."""

    named: frozenset[date] = frozenset()

    def works(self, day: date) -> bool:
        if day in self.named:
            return False
        return is_working_day(day) if day.year in HOLIDAY_YEARS else day.weekday() < 5

    def knows(self, month: Month) -> bool:
        """Whether the official holidays of the month's year are known."""
        return month.year in HOLIDAY_YEARS

    def due(self, month: Month, segment: str | None) -> date:
        """The day by which the month's contribution must be paid: the 15th, or the next working day."""
        paid_in = month if segment is None or segment in OWN_PAYERS else month.plus(1)
        day = paid_in.first.replace(day=DUE)
        while not self.works(day):
            day += timedelta(days=1)
        return day

    def lost_after(self, unpaid: Month, segment: str | None) -> date:
        """The last day of a right: arrears since `unpaid` become more than three consecutive months after it."""
        return self.due(unpaid.plus(GRACE), segment)
