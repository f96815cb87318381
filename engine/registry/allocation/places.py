"""Places of the quota by line, a village's or the city's: shared out by the weights, and what is left shared again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from engine.language.diagnostic import Diagnostic, Place
from engine.language.policy import Quota
from engine.language.regions import village_name, villages_of
from engine.registry.allocation.allocate import Whole
from engine.registry.allocation.apportionment import apportion
from engine.registry.allocation.budget import Budget

NAMED = 5
"""Villages named in a fault; the rest are counted."""


def as_the_quota_says(budget: Budget, quota: Quota) -> Budget:
    """Where the budget does not choose what the quota's number means, what the policy says of it."""
    if "arti_kuota" not in budget.assumed:
        return budget
    options = {**budget.options, "arti_kuota": {"total": "total", "addition": "tambahan"}[quota.meaning]}
    assumed = budget.assumed if quota.ground.basis == "assumed" else budget.assumed - {"arti_kuota"}
    return replace(budget, options=options, assumed=assumed)


def lines(quota: Quota | None, region: str) -> dict[str, str]:
    """The line in which the people of each village of the city wait, both by code: the village's own; the city's, one
    for all, where the quota is not divided (`per`).
    """
    villages = [code for code, _ in villages_of(region)]
    return {code: code if quota is None or quota.per else region for code in villages}


def weights(quota: Quota, budget: Budget, codes: Sequence[str]) -> dict[str, Fraction]:
    """The share of each line: every measure counts by its weight, each as a part of the whole city's."""
    found = dict.fromkeys(codes, Fraction(0))
    for name, weight in quota.weights:
        numbers = {code: budget.measures.get(code, {}).get(name, 0) for code in codes}
        total = sum(numbers.values())
        for code in codes:
            found[code] += Fraction(weight * numbers[code], total) if total else Fraction(0)
    return found


def unmeasured(quota: Quota, budget: Budget, codes: Sequence[str]) -> list[Diagnostic]:
    """Villages of which the budget does not tell what the quota is shared by."""
    faults = []
    shared = quota.per is not None and budget["metode_kuota"] != "rata"
    for name, _ in quota.weights if shared else ():
        missing = [code for code in codes if name not in budget.measures.get(code, {})]
        if missing:
            shown = ", ".join(f"{village_name(code)} ({code})" for code in missing[:NAMED])
            values = {"weight": name, "count": len(missing), "villages": shown + ("…" if missing[NAMED:] else "")}
            faults.append(Diagnostic("budget-weight-missing", Place(budget.path), dict(values)))
    return faults


def quotas(quota: Quota, budget: Budget, codes: Sequence[str]) -> Whole:
    """The places of each line; one alone has them all."""
    shares = apportion(quota.amount, weights(quota, budget, codes), budget["metode_kuota"])  # type: ignore[arg-type]
    return np.array([shares[code] for code in codes], np.int64)


def free_places(full: Whole, taken: Whole, codes: Sequence[str]) -> Whole:
    """What is left of the quota once so many places of each village are taken.

    Where a village has more people than its share, the others have as many places less, in proportion to what they
    have left: so never more people than the quota has places, unless more hold one from before.
    """
    left: Whole = np.maximum(full - taken, 0)
    excess = int(left.sum()) - max(int(full.sum() - taken.sum()), 0)
    if excess > 0:
        less = apportion(excess, dict(zip(codes, left.tolist(), strict=True)))
        left -= np.array([less[code] for code in codes], np.int64)
    return left


def moved(free: Whole, waiting: Whole, shares: Mapping[str, Fraction], codes: Sequence[str]) -> Whole:
    """Places to move from villages where nobody waits for them to those where people do, by the quota's weights.

    Adds up to nothing; no village gets more than wait there, or gives what its own people wait for.
    """
    spare = np.where(waiting == 0, free, 0)
    asking = {
        code: int(number) for code, number in zip(codes, np.maximum(waiting - free, 0), strict=True) if number > 0
    }
    places = min(int(spare.sum()), sum(asking.values()))
    got = dict.fromkeys(codes, 0)
    left = places
    while left:
        for code, number in apportion(left, {code: shares[code] for code in asking}).items():
            given = min(number, asking[code])
            got[code] += given
            left -= given
            asking[code] -= given
        asking = {code: number for code, number in asking.items() if number}
    given_away = np.diff(np.minimum(np.cumsum(spare), places), prepend=0)
    move: Whole = np.array([got[code] for code in codes], np.int64) - given_away
    return move
