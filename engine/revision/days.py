"""Days beside a day, as far as there is a calendar: a file may say `9999-12-31` and mean no end."""

from __future__ import annotations

from datetime import date, timedelta


def later(day: date, days: int) -> date | None:
    """The day so many days later, or earlier where below zero; None before the year 1 and after the year 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
