"""Where the headings stand: lists from villages often have a title above them and a row of column numbers below."""

from __future__ import annotations

import re
from collections.abc import Sequence

LOOKED_AT = 30
"""Rows from the top among which the headings must stand."""
_DATA = re.compile(r"\D*(\d[ .-]?){16}\D*|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|-?[\d.,]+")
"""A long number such as a NIK, a date, a bare number: no heading."""
_NUMBERED = re.compile(r"\(?(\d{1,3})[.)]?")


def find_header(rows: Sequence[Sequence[str]]) -> int | None:
    """Index of the first row that fills more than half as many cells as the fullest of the rows; None: all empty."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[:LOOKED_AT]]
    most = max(filled, default=0)
    return next((index for index, count in enumerate(filled) if 2 * count > most), None)


def is_data(row: Sequence[str]) -> bool:
    """Whether the row holds what no heading is: a long number, a date, or nothing but numbers."""
    return any(_DATA.fullmatch(cell.strip()) for cell in row)


def is_numbering(row: Sequence[str]) -> bool:
    """Whether the row only counts the columns: 1, 2, 3 or (1), (2), (3), at least three of them."""
    found = [_NUMBERED.fullmatch(cell.strip()) for cell in row if cell.strip()]
    numbers = [int(match[1]) if match else 0 for match in found]
    return len(numbers) >= 3 and numbers == list(range(1, len(numbers) + 1))
