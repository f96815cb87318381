"""What a block or a clause tells apart of a person: the cells of the facts it reads, as one number in mixed radix.

Digit 0 of a fact is *unknown*, digit n + 1 is its cell n.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.decision.cells import Cells
from engine.decision.program import Clause, Program
from engine.language.condition import Core, leaves

LIMIT = 2**62
UNKNOWN = -1
UNSEEN = -1
TABLE = 2**20
"""Up to so many situations a table of all of them is kept."""
SPARSE = 16
"""Numbers are sorted, not counted off, where there could be so many times more of them."""
REMEMBERED = 200_000
"""Situations of a block, and verdicts of a program, that are kept."""

Column = npt.NDArray[np.int64]


class TooManySituations(Exception):
    """A block tells more situations apart than an integer column can number."""

    def __init__(self, block: str) -> None:
        super().__init__(block)
        self.block = block


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts that are read, as `levels`: positions among the program's facts."""

    levels: tuple[int, ...]
    radices: tuple[int, ...]
    weights: tuple[int, ...]
    size: int
    """How many situations there are."""

    @classmethod
    def of(cls, conditions: Iterable[Core], cells: Sequence[Cells]) -> Reading:
        """What these conditions read together."""
        position = {partition.fact: level for level, partition in enumerate(cells)}
        levels = sorted({position[leaf.fact] for condition in conditions for leaf in leaves(condition)})
        radices = tuple(len(cells[level].samples) + 1 for level in levels)
        weights, size = [], 1
        for radix in radices:
            weights.append(size)
            size *= radix
        return cls(tuple(levels), radices, tuple(weights), size)

    def number(self, cells: Sequence[int]) -> int:
        """The situation of a person whose facts have these cells (-1: unknown)."""
        total = 0
        for level, weight in zip(self.levels, self.weights, strict=True):
            total += (cells[level] + 1) * weight
        return total

    def cells(self, number: int, facts: int) -> list[int]:
        """The cells that make this situation, for all facts of the program (-1 where nothing is read)."""
        found = [UNKNOWN] * facts
        for level, weight in zip(reversed(self.levels), reversed(self.weights), strict=True):
            digit, number = divmod(number, weight)
            found[level] = digit - 1
        return found

    def numbers(self, digits: dict[int, Column], rows: int) -> Column:
        """The situations of so many people, from a column of digits for each level."""
        total = np.zeros(rows, np.int64)
        for level, weight in zip(self.levels, self.weights, strict=True):
            total += digits[level] * weight
        return total

    def digits(self, numbers: Column) -> dict[int, Column]:
        """A column of digits for each level."""
        return {
            level: numbers // weight % radix
            for level, radix, weight in zip(self.levels, self.radices, self.weights, strict=True)
        }


@dataclass(frozen=True, slots=True)
class Block:
    """One group's criteria, or its funding rules."""

    name: str
    clauses: tuple[Clause, ...]
    reading: Reading


def different(numbers: Column, size: int) -> tuple[Column, Column, Column]:
    """The different numbers (all below `size`) ascending, a place where each stands, and which of them stands where."""
    if size > SPARSE * len(numbers):
        return np.unique(numbers, return_index=True, return_inverse=True)
    place = np.full(size, UNSEEN)
    place[numbers] = np.arange(len(numbers))
    found = np.flatnonzero(place != UNSEEN)
    first = place[found]
    place[found] = np.arange(len(found))
    return found, first, place[numbers]


class Seen:
    """Something about each situation that was seen before, as a whole number."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._table: Column | None = None
        self._few: dict[int, int] = {}

    def one(self, situation: int) -> int:
        """UNSEEN where nothing is known."""
        return self._few.get(situation, UNSEEN) if self._table is None else int(self._table[situation])

    def many(self, situations: Column) -> Column:
        """The same for many situations."""
        if self._table is None and self._size <= TABLE:
            self._table = np.full(self._size, UNSEEN)
            self._table[list(self._few)] = list(self._few.values())
            self._few = {}
        if self._table is not None:
            return self._table[situations]
        different, where = np.unique(situations, return_inverse=True)
        return np.array([self._few.get(each, UNSEEN) for each in different.tolist()], np.int64)[where]

    def remember(self, situations: Sequence[int], about: Sequence[int]) -> None:
        if self._table is not None:
            self._table[situations] = about
            return
        if len(self._few) > REMEMBERED:
            self._few.clear()
        self._few.update(zip(situations, about, strict=True))


def blocks_of(program: Program, cells: Sequence[Cells]) -> tuple[Block, ...]:
    """Two blocks a group, in order: criteria, funding. Raises TooManySituations."""
    found = []
    for group in program.groups:
        for name, clauses in (("kriteria", group.criteria), ("pendanaan", group.funding)):
            reading = Reading.of([clause.condition for clause in clauses], cells)
            if reading.size > LIMIT:
                raise TooManySituations(f"{group.id}.{name}")
            found.append(Block(f"{group.id}.{name}", clauses, reading))
    return tuple(found)
