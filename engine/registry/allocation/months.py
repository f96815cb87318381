"""The months of a year as bits of one number: January is the lowest. Shared by all who claim, pay and are paid."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

MONTHS = 12
ALL = (1 << MONTHS) - 1

Masks = npt.NDArray[np.uint16]

COUNT = np.array([number.bit_count() for number in range(ALL + 1)], np.uint8)
"""How many months a mask holds."""


def _first() -> Masks:
    table = np.zeros((MONTHS + 1, ALL + 1), np.uint16)
    masks = np.arange(ALL + 1)
    for most in range(1, MONTHS + 1):
        left = masks & ~table[most - 1].astype(np.int64)
        table[most] = table[most - 1] | (left & -left)
    return table


FIRST = _first()
"""FIRST[n, mask]: the first n months of a mask."""


def mask_of(first: int, last: int) -> int:
    """The months from one to another, both counted from 1 and taken in."""
    return sum(1 << (month - 1) for month in range(first, last + 1))


def stretches(mask: int, year: int | None = None) -> str:
    """The months of a mask in words: `2023-01–2023-03, 2023-07`, or without a year `1–3, 7`."""
    starts = in_words(mask & ~(mask << 1), year)
    ends = in_words(mask & ~(mask >> 1), year)
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in zip(starts, ends, strict=True))


def in_words(mask: int, year: int | None) -> list[str]:
    """The months of a mask as YYYY-MM, or without a year by their numbers."""
    months = [month for month in range(1, MONTHS + 1) if mask >> (month - 1) & 1]
    return [str(month) if year is None else f"{year}-{month:02d}" for month in months]
