"""Made-up numbers in the form of NIK, family card and NIP: unique in a registry, and never mistaken for issued ones.

No range of serials is reserved for tests. Issued serials count up from 0001 for each district, day and sex; these count
*down from 9999*, which no office reaches. That a number is made up is told by `sintetis`, the serial is a second mark.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from engine.registry.synth.draws import Bools, Whole

LAST = 9_999
WOMEN = 40
"""Added to the day of birth of a woman (PP 40/2019)."""
_ROW_BITS = 20
"""A block has at most 2²⁰ rows."""


class Exhausted(Exception):
    """All 9,999 serials of a district, day and sex are taken."""


@dataclass(slots=True)
class Serials:
    """Hands out serials, from 9999 down, for each of `keys` kinds of number."""

    keys: int
    taken: NDArray[np.int16] = field(init=False)

    def __post_init__(self) -> None:
        self.taken = np.zeros(self.keys, np.int16)

    def next(self, keys: Whole) -> Whole:
        """A serial for each key, in the order of the rows. Raises Exhausted."""
        if not len(keys):
            return keys
        packed = np.sort((keys << _ROW_BITS) | np.arange(len(keys)))
        ordered, rows = packed >> _ROW_BITS, packed & ((1 << _ROW_BITS) - 1)
        starts = np.flatnonzero(np.diff(ordered, prepend=-1))
        counts = np.diff(starts, append=len(ordered))
        before = np.arange(len(ordered)) - np.repeat(starts, counts) + self.taken[ordered]
        if int(before.max()) >= LAST:
            raise Exhausted
        self.taken[ordered[starts]] += counts.astype(np.int16)
        serials = np.empty(len(keys), np.int64)
        serials[rows] = LAST - before
        return serials


def days(first: date, last: date) -> NDArray[np.datetime64]:
    """Every day from first to last."""
    return np.arange(np.datetime64(first), np.datetime64(last) + 1)


def ddmmyy(calendar: NDArray[np.datetime64]) -> Whole:
    """The six digits by which NIK and family card name a day."""
    months = calendar.astype("datetime64[M]")
    day = (calendar - months).astype(np.int64) + 1
    month = months.astype(np.int64) % 12 + 1
    year = (calendar.astype("datetime64[Y]").astype(np.int64) + 1970) % 100
    digits: Whole = (day * 100 + month) * 100 + year
    return digits


def nik(district: Whole, birth: Whole, women: Bools, serial: Whole) -> Whole:
    """16 digits: district of registration, day (women + 40), month and year of birth, serial."""
    return (district * 10**6 + birth + women * (WOMEN * 10**4)) * 10**4 + serial


def family_card(district: Whole, issued: Whole, serial: Whole) -> Whole:
    """16 digits: district, day of issue, serial."""
    return (district * 10**6 + issued) * 10**4 + serial


def nip(donor: int) -> str:
    """18 digits of a made-up civil servant: birth, appointment, sex, serial from 999 down (by number of the donor)."""
    year, month, day = 1964 + donor * 7 % 35, donor * 5 % 12 + 1, donor * 11 % 28 + 1
    return f"{year}{month:02}{day:02}{year + 25}{donor // 400 % 12 + 1:02}{donor % 2 + 1}{999 - donor % 400:03}"
