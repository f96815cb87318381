"""Dates as people write them. Day and month are never guessed: the month is named, or the order declared."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import Literal, get_args

from engine.language.reader import as_date
from engine.registry.intake.folding import foreign_digit, stripped

DateOrder = Literal["hari-bulan-tahun", "bulan-hari-tahun", "tahun-bulan-hari"]
ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)
UNORDERED, SHORT_YEAR, IMPOSSIBLE = "cell-date-order", "cell-date-short-year", "cell-date-impossible"
BARE, NO_DATE = "cell-date-bare-number", "cell-not-a-date"

_NAMES = (
    "januari january jan",
    "februari pebruari february feb peb",
    "maret march mar mrt",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agust agus agst agu agt ags aug",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)
_MONTHS = {name: str(month) for month, names in enumerate(_NAMES, start=1) for name in names.split()}
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0{1,9})?)?")
_NUMBERS = re.compile(r"([0-9]{1,4})\s?[-/. ]\s?([0-9]{1,2})\s?[-/. ]\s?([0-9]{1,4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]*([a-z]{3,10})[-/., ]*([0-9]{1,4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,10})[-/. ]*([0-9]{1,2})[-/., ]+([0-9]{1,4})")
_BARE = re.compile(r"[0-9]{1,9}(?:[.,][0-9]*)?")
_BEFORE = re.compile(r"[^0-9]*[^0-9\s,/][\s,]*[,/]\s*(?=[0-9])")
"""A weekday or the place of birth before the date."""
_CLOCK = re.compile(
    r"([01][0-9]|2[0-3])[:.]([0-5][0-9])(?:[:.]([0-5][0-9])(?:\.([0-9]{1,6})[0-9]{0,3})?)?"
    r"\s?(?:(Z)|([+-])(0[0-9]|1[0-4]):?([0-5][0-9])|WIB)?"
)
_WIB = timezone(timedelta(hours=7))


def day_of(text: str, order: DateOrder | None) -> date | str:
    """The date, or the code of what is wrong with it. YYYY-MM-DD and a named month need no declared order."""
    text = stripped(text)
    if foreign_digit(text):
        return "cell-foreign-digits"
    found = _day(text, order)
    if found == NO_DATE and (before := _BEFORE.match(text)):
        return _day(text[before.end() :], order)
    return found


def moment_of(text: str, order: DateOrder | None) -> tuple[str | None, str | None]:
    """Day and time of a registration as text that sorts by time (`2023-01-02`, `2023-01-02T08:30:00`), or the fault.

    A time with a zone is brought to West Indonesian Time (UTC+7), where all the cities here lie.
    """
    text = stripped(text)
    clock = next((found for found in _CLOCK.finditer(text) if found.end() == len(text)), None)
    written = text[: clock.start()].rstrip(" T,") if clock else text
    day = day_of(written, order) if written else NO_DATE
    if clock is None or isinstance(day, str):
        return (None, day) if isinstance(day, str) else (day.isoformat(), None)
    hour, minute, second, part, utc, sign, hours, minutes = clock.groups()
    moment = datetime(
        day.year, day.month, day.day, int(hour), int(minute), int(second or 0), int((part or "0").ljust(6, "0"))
    )
    if utc or sign:
        away = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        try:
            moment = (
                moment.replace(tzinfo=timezone(-away if sign == "-" else away)).astimezone(_WIB).replace(tzinfo=None)
            )
        except OverflowError:
            return None, IMPOSSIBLE
    return moment.isoformat(), None


def _day(text: str, order: DateOrder | None) -> date | str:
    if _ISO.match(text) and (len(text) == 10 or _MIDNIGHT.fullmatch(text[10:])):
        return as_date(text[:10]) or IMPOSSIBLE
    if parts := _NUMBERS.fullmatch(text):
        return _numeric(parts[1], parts[2], parts[3], order)
    text = text.casefold()
    if parts := _DAY_FIRST.fullmatch(text):
        return _named(parts[3], parts[2], parts[1])
    if parts := _MONTH_FIRST.fullmatch(text):
        return _named(parts[3], parts[1], parts[2])
    return BARE if _BARE.fullmatch(text) else NO_DATE


def _numeric(first: str, second: str, third: str, order: DateOrder | None) -> date | str:
    if len(first) == 4 and len(third) <= 2:
        return _real(first, second, third) if order == "tahun-bulan-hari" else UNORDERED
    if len(third) == 4 and len(first) <= 2:
        if order == "hari-bulan-tahun":
            return _real(third, second, first)
        return _real(third, first, second) if order == "bulan-hari-tahun" else UNORDERED
    return SHORT_YEAR if len(first) <= 2 and len(third) <= 2 else NO_DATE


def _named(year: str, month: str, day: str) -> date | str:
    if month not in _MONTHS:
        return NO_DATE
    if len(year) != 4:
        return SHORT_YEAR if len(year) == 2 else NO_DATE
    return _real(year, _MONTHS[month], day)


def _real(year: str, month: str, day: str) -> date | str:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return IMPOSSIBLE
