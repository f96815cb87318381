"""What a month costs: by the group that decides, the version and the month; nothing is known where no tariff is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from engine.language.national import NationalLayer
from engine.registry.allocation.allocate import Whole
from engine.registry.allocation.eligibility import Period
from engine.registry.allocation.months import ALL, MONTHS, Masks

BITS = (np.arange(ALL + 1) >> np.arange(MONTHS)[:, None]) & 1
"""BITS[month, mask]: whether the month, counted from 0, is of the mask."""

FEW, LIMIT = 2**20, 2**53
"""Codes below the one are counted in a table rather than sorted; below the other they are exact whole numbers."""


class Tariffs:
    """`costs` is rupiah by tariff and mask of months, `of` each person's tariff, `modelled` the months with one."""

    def __init__(self, national: NationalLayer, periods: Sequence[Period], year: int, people: int) -> None:
        code = np.zeros(people, np.int64)
        kinds_of: list[Whole] = []
        for period in periods:
            kind, kinds = _groups(period)
            code = code * len(kinds) + kind
            kinds_of.append(kinds)
        codes, self.of = _met(code)
        self.monthly: Whole = np.zeros((len(codes), MONTHS), np.int64)
        known = np.zeros(len(codes), np.uint16)
        for period, kinds in reversed(list(zip(periods, kinds_of, strict=True))):
            codes, kind = np.divmod(codes, len(kinds))
            for column, month in enumerate(period.months):
                amounts = [
                    _amount(national, period, number, date(year, month, 1))
                    for number in range(-1, len(period.policy.groups))
                ]
                for tariff, group in enumerate(kinds[kind, column].tolist()):
                    amount = amounts[group]
                    if amount is not None:
                        self.monthly[tariff, month - 1] = amount
                        known[tariff] |= np.uint16(1 << (month - 1))
        self.costs: Whole = self.monthly @ BITS
        self.modelled: Masks = known[self.of]


def _met(code: Whole) -> tuple[Whole, Whole]:
    """The different codes in ascending order, and the position of each person's among them."""
    if len(code) == 0 or code.max() > FEW:
        return np.unique(code, return_inverse=True)
    met = np.bincount(code) > 0
    return np.flatnonzero(met), (np.cumsum(met) - 1)[code]


def _groups(period: Period) -> tuple[Whole, Whole]:
    """Each person's kind, and the deciding group of each kind in each month: 0 nobody's, n + 1 the policy's group n."""
    group = np.array([0 if v.group is None else v.group + 1 for v in period.verdicts] + [0], np.int64)
    constant = np.arange(len(period.policy.groups) + 1)[:, None] + np.zeros(len(period.months), np.int64)
    kind = group[period.same]
    if not len(period.changing):
        return kind, constant
    by_month = group[period.by_month]
    digits = len(constant) ** np.arange(by_month.shape[1], dtype=np.float64)
    if digits[-1] * len(constant) < LIMIT:
        _, first, where = np.unique(by_month @ digits.astype(np.int64), return_index=True, return_inverse=True)
        changing = by_month[first]
    else:
        changing, where = np.unique(by_month, axis=0, return_inverse=True)
    kind[period.changing] = len(constant) + where
    return kind, np.concatenate([constant, changing])


def _amount(national: NationalLayer, period: Period, number: int, day: date) -> int | None:
    """Rupiah a month of a group; -1: of nobody's."""
    if number < 0:
        return None
    group = period.policy.groups[number]
    return group.monthly_idr or national.monthly_idr(group.segment, period.policy.programs, day)
