"""Donors and workers put together.

Claims come first: pairs of before, workers who name a donor, workers whom a donor chose. A worker goes to the donor of
before, else to the one the worker names, else to the first of those who chose the worker. A donor takes those of
before, then those who are named on both sides, then the chosen ones, then those who name the donor, as many as were
offered. Nobody has two donors. The room that is left is filled from the line of the other workers, one a donor in turn.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.registry.allocation.allocate import Whole
from engine.registry.allocation.order import lot
from engine.registry.donors.donor import Donor, Promise, month_of
from engine.registry.donors.workers import Workers

Basis = Literal["lanjutan", "rumah_tangga", "pilihan", "usulan"]


@dataclass(frozen=True, slots=True)
class Offering:
    """A donor from whom something may be taken."""

    donor: Donor
    promise: Promise
    room: int
    """Workers offered."""


@dataclass(frozen=True, slots=True)
class Pair:
    offering: int
    worker: int
    """Row of the workers."""
    basis: Basis
    months: int
    """Mask of the months paid."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A worker whom a donor chose and does not get."""

    offering: int
    nik: str
    reason: str
    """A code of `messages.donors.REFUSED`."""


@dataclass(frozen=True, slots=True)
class Matching:
    offerings: tuple[Offering, ...]
    pairs: tuple[Pair, ...]
    """By donor's number, then NIK."""
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    worker: int
    basis: Basis
    rank: int
    """How the worker puts the donor: the lowest first."""


def in_line(offerings: Sequence[Offering], seed: str) -> tuple[Offering, ...]:
    """The donors by day of consent, then by lot, then by number."""
    if not offerings:
        return ()
    numbers = np.array([int(one.donor.number) for one in offerings], np.int64)
    days = np.array([_day(one) for one in offerings], np.int64)
    return tuple(offerings[index] for index in np.lexsort((numbers, lot(numbers, seed), days)))


def _day(offering: Offering) -> int:
    consented = offering.donor.consented
    assert consented is not None
    return month_of(consented) * 31 + consented.day


def match(
    offerings: Sequence[Offering],
    workers: Workers,
    reasons: Mapping[str, str],
    before: frozenset[tuple[str, str]] = frozenset(),
    only_own: bool = False,
) -> Matching:
    """Pairs donors, first to last in line, with workers in their order.

    `reasons` says why people who are no workers here cannot be chosen; `before` are pairs (donor's number, NIK) of an
    earlier run. `only_own` proposes nobody.
    """
    claims, refused = _claims(offerings, workers, reasons, before)
    held, turned_away = _settle(offerings, workers, claims)
    refused += turned_away
    pairs = [_pair(offerings, workers, offering, claim) for offering, claim in held]
    if not only_own:
        pairs += _proposed(offerings, workers, pairs)
    niks = workers.people["nik"]
    pairs.sort(key=lambda pair: (offerings[pair.offering].donor.number, niks[pair.worker]))
    refused.sort(key=lambda one: (offerings[one.offering].donor.number, one.nik))
    return Matching(tuple(offerings), tuple(pairs), tuple(refused))


def _claims(
    offerings: Sequence[Offering],
    workers: Workers,
    reasons: Mapping[str, str],
    before: frozenset[tuple[str, str]],
) -> tuple[list[list[_Claim]], list[Refused]]:
    """Each donor's claims in the order in which the donor takes them, and the choices that are nobody's to have."""
    earlier: dict[str, list[int]] = {}
    for number, nik in sorted(before):
        if nik in workers.row_of:
            earlier.setdefault(number, []).append(workers.row_of[nik])
    claims: list[list[_Claim]] = []
    refused = []
    for place, offering in enumerate(offerings):
        donor = offering.donor
        gone_on = sorted(earlier.get(donor.number, ()))
        naming = workers.named.get(donor.number, ())
        chosen = [workers.row_of[nik] for nik in donor.chosen if nik in workers.row_of]
        refused += [Refused(place, nik, reasons[nik]) for nik in donor.chosen if nik not in workers.row_of]
        both = [row for row in chosen if row in naming]
        mine: dict[int, _Claim] = {}
        for rows, basis, rank in (
            (gone_on, "lanjutan", -2),
            (both, "rumah_tangga", -1),
            (chosen, "pilihan", place),
            (naming, "rumah_tangga", -1),
        ):
            for row in rows:
                mine.setdefault(row, _Claim(row, basis, rank))  # type: ignore[arg-type]
        claims.append(list(mine.values()))
    return claims, refused


def _settle(
    offerings: Sequence[Offering], workers: Workers, claims: Sequence[Sequence[_Claim]]
) -> tuple[list[tuple[int, _Claim]], list[Refused]]:
    """Who gets whom: donors ask in their order, a worker stays with the best donor who asked; the outcome does not
    depend on who asks first."""
    niks = workers.people["nik"]
    asking = [deque(mine) for mine in claims]
    room = [offering.room for offering in offerings]
    holder: dict[int, tuple[int, _Claim]] = {}
    lost: list[tuple[int, _Claim]] = []
    refused = []
    open_ = deque(range(len(offerings)))
    while open_:
        place = open_.popleft()
        while room[place] and asking[place]:
            claim = asking[place].popleft()
            if not workers.payable(offerings[place].promise.months)[claim.worker]:
                refused.append(Refused(place, niks[claim.worker], "no_months"))
                continue
            rival = holder.get(claim.worker)
            if rival and (rival[1].rank, rival[0]) < (claim.rank, place):
                lost.append((place, claim))
                continue
            holder[claim.worker] = (place, claim)
            room[place] -= 1
            if rival:
                lost.append(rival)
                room[rival[0]] += 1
                open_.append(rival[0])
    for place, claim in lost:
        winner = holder[claim.worker][1]
        refused.append(Refused(place, niks[claim.worker], "own_donor" if winner.basis == "rumah_tangga" else "taken"))
    for place, rest in enumerate(asking):
        refused += [Refused(place, niks[claim.worker], "full") for claim in rest]
    said = [one for one in refused if one.nik in offerings[one.offering].donor.chosen]
    return list(holder.values()), said


def _pair(offerings: Sequence[Offering], workers: Workers, place: int, claim: _Claim) -> Pair:
    months = workers.payable(offerings[place].promise.months)[claim.worker]
    return Pair(place, claim.worker, claim.basis, int(months))


def _proposed(offerings: Sequence[Offering], workers: Workers, pairs: Sequence[Pair]) -> list[Pair]:
    """The rest of the room filled from the line: in each round every donor gets the first worker whose months fit."""
    free = np.ones(workers.people.height, np.bool_)
    free[[pair.worker for pair in pairs]] = False
    room = [offering.room for offering in offerings]
    for pair in pairs:
        room[pair.offering] -= 1
    lines: dict[int, Whole] = {}
    reached: dict[int, int] = {}
    found = []
    asking = [place for place in range(len(offerings)) if room[place] > 0]
    while asking:
        still = []
        for place in asking:
            months = offerings[place].promise.months
            if months not in lines:
                lines[months] = np.flatnonzero(workers.payable(months))
                reached[months] = 0
            line, at = lines[months], reached[months]
            while at < len(line) and not free[line[at]]:
                at += 1
            reached[months] = at
            if at == len(line):
                continue
            worker = int(line[at])
            free[worker] = False
            found.append(Pair(place, worker, "usulan", int(workers.payable(months)[worker])))
            room[place] -= 1
            if room[place]:
                still.append(place)
        asking = still
    return found
