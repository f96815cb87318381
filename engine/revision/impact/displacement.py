"""What a change of policy does once quota and money are given out: who is displaced, apart from who loses the right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from engine.decision.decide import Desk
from engine.language.library import Library
from engine.registry.allocation.budget import Budget
from engine.registry.allocation.invariants import assert_sound
from engine.registry.allocation.year import Year, allocate_year
from engine.revision.impact.impact import Version


@dataclass(frozen=True, slots=True)
class Displacement:
    """People, by what the same budget does for them under either policy, and rupiah by source and month."""

    budget: Budget
    displaced: int
    """Eligible under both, paid under the old one only."""
    let_in: int
    """Eligible under both, paid under the new one only."""
    paid_lost: int
    """Paid under the old one, not eligible under the new."""
    paid_gained: int
    """Paid under the new one, not eligible under the old."""
    old: dict[tuple[str, int], int]
    new: dict[tuple[str, int], int]


def displacement(library: Library, people: pl.DataFrame, old: Version, new: Version, budget: Budget) -> Displacement:
    """Allocates the same year under both policies; `people` as `allocate_year` takes them. Raises Undecidable."""
    desk = Desk(library)
    years = []
    for policy, day in (old, new):
        year = allocate_year(desk, people, budget, lambda _, policy=policy: policy, day)  # type: ignore[misc]
        assert_sound(year)
        years.append(year)
    sides = [_side(year, name) for year, name in zip(years, ("lama", "baru"), strict=True)]
    both = sides[0].join(sides[1], on="nik")

    def count(condition: pl.Expr) -> int:
        return int(both.select(condition.sum()).item())

    paid_old, paid_new = pl.col("dibayar_lama"), pl.col("dibayar_baru")
    right_old, right_new = pl.col("berhak_lama"), pl.col("berhak_baru")
    return Displacement(
        budget,
        count(right_old & right_new & paid_old & ~paid_new),
        count(right_old & right_new & ~paid_old & paid_new),
        count(paid_old & ~right_new),
        count(paid_new & ~right_old),
        _money(years[0]),
        _money(years[1]),
    )


def _side(year: Year, name: str) -> pl.DataFrame:
    paid = (year.paid.months & ~year.before) != 0
    return pl.DataFrame(
        {"nik": year.people["nik"], f"berhak_{name}": year.eligible != 0, f"dibayar_{name}": paid},
    )


def _money(year: Year) -> dict[tuple[str, int], int]:
    found: dict[tuple[str, int], int] = {}
    for number, given in year.paid.by:
        source = year.budget.pots[number].source
        for month in range(12):
            rows = np.flatnonzero(given >> month & 1)
            if len(rows):
                key = (source, month + 1)
                found[key] = found.get(key, 0) + int(year.tariffs.monthly[year.claims.tariff[rows], month].sum())
    return found
