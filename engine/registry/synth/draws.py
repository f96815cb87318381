"""Random draws that stay the same for good: raw bits of PCG64, one stream for each seed, region, block and purpose.

numpy promises that the bits of a bit generator never change (NEP 19); its distributions it may change.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Halves = NDArray[np.uint16]
Words32 = NDArray[np.uint32]
Bools = NDArray[np.bool_]
Codes = NDArray[np.uint8]
Whole = NDArray[np.int64]

LEVELS = 1 << 16
"""Shares are rounded to this many parts."""


@dataclass(frozen=True, slots=True)
class Draws:
    """The streams of one block of rows: what is drawn for one purpose does not depend on the others."""

    seed: int
    region: int
    block: int

    def halves(self, purpose: str, count: int) -> Halves:
        """Numbers from 0 to 65,535."""
        return self._raw(purpose, -(-count // 4)).view("<u2")[:count]

    def words(self, purpose: str, count: int) -> Words32:
        """Numbers from 0 to 2³² - 1."""
        return self._raw(purpose, -(-count // 2)).view("<u4")[:count]

    def below(self, purpose: str, count: int, bound: int) -> Whole:
        """Whole numbers from 0 up to and without the bound (at most 2³⁰), all alike but for 1 part in a thousand."""
        return (self.words(purpose, count).astype(np.int64) * bound) >> 32

    def happens(self, purpose: str, count: int, share: float) -> Bools:
        """True in that share of the draws (0 to 1, to 2⁻³²)."""
        found: Bools = self.words(purpose, count) < round(share * 2**32)
        return found

    def _raw(self, purpose: str, count: int) -> NDArray[np.uint64]:
        key = (self.block, zlib.crc32(purpose.encode()))
        source = np.random.PCG64(np.random.SeedSequence((self.seed, self.region), spawn_key=key))
        return source.random_raw(count).astype("<u8", copy=False)


@dataclass(frozen=True, slots=True)
class Table:
    """What follows from what, by weight: a row for each cause, in it the effect for each of `LEVELS` draws."""

    effects: Codes

    def of(self, cause: NDArray[np.generic], draws: Halves) -> Codes:
        """An effect for each cause (row of the table)."""
        return self.effects.take((cause.astype(np.int32) * LEVELS) + draws)

    def alone(self, draws: Halves) -> Codes:
        """An effect for each draw, of a table with one row."""
        return self.effects.take(draws)


def table(rows: Sequence[Sequence[float]]) -> Table:
    """From weights (at most 255 effects), one sequence for each cause, none of them all nothing."""
    made = []
    for row in rows:
        edges = np.rint(np.cumsum(row) / np.sum(row) * LEVELS).astype(np.int64)
        made.append(np.repeat(np.arange(len(row)), np.diff(edges, prepend=0)))
    return Table(np.concatenate(made).astype(np.uint8))


def shares(values: Sequence[float]) -> Table:
    """Yes (1) in the given share of the draws, for each cause."""
    return table([(1 - value, value) for value in values])
