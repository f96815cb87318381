"""Who comes first: priorities, time of registration, then a lot that anybody can draw again.

The lot is a mix of the identity under a published seed, in whole numbers only, so that every engine and every language
draws the same one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

PRIME = 2**31 - 1
ROUNDS = 4
_RANKS, _SECONDS = 2**20, 2**38
"""Ranks of priorities that one number has room for beside the time of registration; seconds in 8,700 years."""
LAST = np.iinfo(np.int64).max
"""Time of registration of those who have none: after everybody who has."""

Whole = npt.NDArray[np.int64]


def lot(identities: Whole, seed: str) -> Whole:
    """A number for each 16-digit identity, 0 to 2^62 - 1: rounds of y = (y + k)^5 mod (2^31 - 1) over both halves."""
    keys = np.frombuffer(hashlib.sha256(seed.encode()).digest(), ">u4").astype(np.int64) % PRIME
    high, low = identities // 10**8, identities % 10**8
    for key in keys[:ROUNDS].tolist():
        high, low = low, (high + _fifth(low + key)) % PRIME
    return high * 2**31 + low


def _fifth(numbers: Whole) -> Whole:
    """The fifth power modulo the prime: one to one, since 5 does not divide the prime less one."""
    base = numbers % PRIME
    square = base * base % PRIME
    return square * square % PRIME * base % PRIME


def order(priorities: Sequence[npt.NDArray[np.int8]], registered: Whole, identities: Whole, seed: str) -> Whole:
    """Positions of the people, first to last: by priorities (0 yes, 1 unknown, 2 no), registration, lot, identity."""
    rank = np.zeros(len(identities), np.int64)
    for priority in priorities:
        rank = rank * 3 + priority
        if 3 ** len(priorities) >= _RANKS:
            rank = np.unique(rank, return_inverse=True)[1]
    key = rank * (2 * _SECONDS + 1) + np.clip(registered, -_SECONDS, _SECONDS) + _SECONDS
    line = pl.Series(key).arg_sort().to_numpy().astype(np.int64)
    ahead = key[line]
    same = ahead[1:] == ahead[:-1]
    tied = np.flatnonzero(np.append(same, False) | np.insert(same, 0, False))
    mine = line[tied]
    line[tied] = mine[np.lexsort((identities[mine], lot(identities[mine], seed), key[mine]))]
    return line
