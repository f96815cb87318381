"""The most that pots of money can pay: a maximum flow from pots through classes of people, solved as a linear program.

A plain flow counts months only; here rupiah of several tariffs, months of a rule and places of villages count too. What
comes out is a bound: people are divided as if they were many, and nobody who is paid now loses a month by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from engine.registry.advice.classes import Class, Way, months_in
from engine.registry.allocation.months import COUNT

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Aim = Literal["months", "people"]
"""Person-months; or people who are not paid now, each counted by the part of the own months that is paid."""
_CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Terms:
    """What binds the money, by pot and village."""

    money: tuple[int, ...]
    """Rupiah."""
    months: tuple[int, ...]
    """Masks of the months that the pots may pay."""
    earmarked: frozenset[int]
    """Pots that pay only those whom their earmark means."""
    free: tuple[int, ...] | None
    """Places left in each village; None: no quota."""


@dataclass(slots=True)
class _Program:
    """Rows of a linear program while they are written."""

    gains: list[float] = field(default_factory=list)
    highest: list[float | None] = field(default_factory=list)
    below: list[tuple[dict[int, float], float]] = field(default_factory=list)
    equal: list[tuple[dict[int, float], float]] = field(default_factory=list)

    def variable(self, gain: float = 0, highest: float | None = None) -> int:
        self.gains.append(gain)
        self.highest.append(highest)
        return len(self.gains) - 1

    def solved(self) -> float:
        """The highest total gain."""
        if not self.gains:
            return 0.0
        from scipy.optimize import linprog  # takes half a second, which only those pay who ask

        width = len(self.gains)
        found = linprog(
            -np.array(self.gains),
            A_ub=_matrix(self.below, width),
            b_ub=[bound for _, bound in self.below] or None,
            A_eq=_matrix(self.equal, width),
            b_eq=[bound for _, bound in self.equal] or None,
            bounds=[(0, highest) for highest in self.highest],
            method="highs",
        )
        if found.status != 0:
            raise ArithmeticError(found.message)
        return -float(found.fun)


def most(ways: Sequence[Way], classes: Sequence[Class], terms: Terms, aim: Aim) -> int:
    """A bound from above on what the money can pay within the terms; with one tariff and no quota it is exact in
    months. What people have got they keep, from whichever pot.
    """
    program = _Program()
    spent: defaultdict[int, dict[int, float]] = defaultdict(dict)
    placed: defaultdict[int, dict[int, float]] = defaultdict(dict)
    tariffs: set[int] = set()
    for each in classes:
        gain = 1.0 if aim == "months" else 0.0 if each.got else 1 / int(COUNT[each.wanted])
        place = None
        if terms.free is not None and each.village >= 0:
            place = program.variable(highest=each.people)
            placed[each.village][place] = 1
        by_rule: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for (allowed, tariff, got), number in _groups(ways, each, terms).items():
            paying = {program.variable(gain): way for way in allowed}
            tariffs.add(tariff)
            for variable, way in paying.items():
                spent[ways[way].pot][variable] = tariff
                by_rule[ways[way].rule][variable] = 1
            row: dict[int, float] = dict.fromkeys(paying, 1.0)
            if got:
                program.equal.append((row, number * each.people))
            elif place is None:
                program.below.append((row, number * each.people))
            else:
                program.below.append(({**row, place: -number}, 0))
        _limits(program, ways, each, by_rule, place)
    unit = tariffs.pop() if len(tariffs) == 1 else None
    for pot, costs in spent.items():
        whole = terms.money[pot] // unit * unit if unit else terms.money[pot]
        program.below.append((costs, whole))
    for village, takers in placed.items():
        assert terms.free is not None
        program.below.append((takers, terms.free[village]))
    return int(program.solved() + _CLOSE)


def _groups(ways: Sequence[Way], each: Class, terms: Terms) -> dict[tuple[tuple[int, ...], int, bool], int]:
    """How many months of the class the same ways may pay at the same tariff, those it has got apart."""
    found: dict[tuple[tuple[int, ...], int, bool], int] = {}
    for month in months_in(each.wanted):
        allowed = tuple(
            number
            for number, way in enumerate(ways)
            if each.reach[number] >> month & 1
            and terms.months[way.pot] >> month & 1
            and (each.meant[way.pot] or way.pot not in terms.earmarked)
        )
        if allowed:
            key = allowed, each.monthly[month], bool(each.got >> month & 1)
            found[key] = found.get(key, 0) + 1
    return found


def _limits(
    program: _Program,
    ways: Sequence[Way],
    each: Class,
    by_rule: dict[int, dict[int, float]],
    place: int | None,
) -> None:
    """Months that a rule pays for each person."""
    for rule, row in by_rule.items():
        mine = [number for number, way in enumerate(ways) if way.rule == rule]
        limit = max(each.most[number] for number in mine)
        reach = 0
        for number in mine:
            reach |= each.reach[number]
        if limit >= int(COUNT[reach]):
            continue
        if place is None:
            program.below.append((row, limit * each.people))
        else:
            program.below.append(({**row, place: -limit}, 0))


def _matrix(rows: Sequence[tuple[dict[int, float], float]], width: int) -> csr_matrix | None:
    from scipy.sparse import csr_matrix

    if not rows:
        return None
    entries = [(number, variable, value) for number, (row, _) in enumerate(rows) for variable, value in row.items()]
    where, which, values = zip(*entries, strict=True)
    return csr_matrix((values, (where, which)), shape=(len(rows), width))
