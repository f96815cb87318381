"""What a change of policy does once quota and money are given out: who is displaced, apart from who loses the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from engine.decision.decide import Desk
from engine.language.library import Library
from engine.registry.allocation.allocate import Whole
from engine.registry.allocation.budget import Budget
from engine.registry.allocation.invariants import assert_sound
from engine.registry.allocation.months import Masks, stretches
from engine.registry.allocation.year import Year, allocate_year
from engine.registry.decoding import SEPARATOR
from engine.revision.impact.behind import MONTHS, MOVE, SOURCE, granted
from engine.revision.impact.impact import Version
from engine.revision.impact.people import NEW, OLD, SIDES, described, write_part

MOVES = ("displaced", "let_in", "paid_lost", "paid_gained")
MOVED, GRANTED = "dampak-pergeseran.parquet", "dampak-uang.parquet"
PART = 250_000
"""People written at a time."""


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
    moved: Path | None = None
    """Parquet: who is eligible or paid under either, one row a person, masked. None: not kept."""
    granted: Path | None = None
    """Parquet: rupiah by month, old and new, one row a person and source. None: not kept."""

    def people(self, move: str) -> int:
        """How many people make the move, one of MOVES."""
        return {
            "displaced": self.displaced,
            "let_in": self.let_in,
            "paid_lost": self.paid_lost,
            "paid_gained": self.paid_gained,
        }[move]


def displacement(
    library: Library,
    people: pl.DataFrame,
    old: Version,
    new: Version,
    budget: Budget,
    folder: Path | None = None,
) -> Displacement:
    """Allocates the same year under both policies; `people` as `allocate_year` takes them.

    The rows behind the numbers go into the folder (MOVED and GRANTED), where one is given. Raises Undecidable.
    """
    desk = Desk(library)
    years = []
    for policy, day in (old, new):
        year = allocate_year(desk, people, budget, lambda _, policy=policy: policy, day)  # type: ignore[misc]
        assert_sound(year)
        years.append(year)
    sides = [_side(year, name) for year, name in zip(years, SIDES, strict=True)]
    both = sides[0].join(sides[1], on="nik", maintain_order="left").with_columns(_move().alias(MOVE))
    counts = dict(both.group_by(MOVE).len().iter_rows())
    if folder:
        shown = described(people, new[1]).with_columns(_nik=people["nik"])
        _write_moved(folder / MOVED, shown, both)
        _write_granted(folder / GRANTED, shown, years)
    files = (folder / MOVED, folder / GRANTED) if folder else (None, None)
    displaced, let_in, paid_lost, paid_gained = (int(counts.get(move, 0)) for move in MOVES)
    spent = _money(years[0]), _money(years[1])
    return Displacement(budget, displaced, let_in, paid_lost, paid_gained, *spent, *files)


def _move() -> pl.Expr:
    """Which of MOVES a person makes; null: none."""
    paid_old, paid_new = pl.col(f"_dibayar_{OLD}"), pl.col(f"_dibayar_{NEW}")
    right_old, right_new = pl.col(f"_berhak_{OLD}"), pl.col(f"_berhak_{NEW}")
    conditions = (
        right_old & right_new & paid_old & ~paid_new,
        right_old & right_new & ~paid_old & paid_new,
        paid_old & ~right_new,
        paid_new & ~right_old,
    )
    return pl.coalesce(
        *(pl.when(each).then(pl.lit(move)) for each, move in zip(conditions, MOVES, strict=True)),
        pl.lit(None, pl.String),
    )


def _side(year: Year, side: str) -> pl.DataFrame:
    """By NIK: months of right and of payment, as text and whether there are any, and why months are not paid."""
    paid = year.paid.months & ~year.before
    return pl.DataFrame(
        {
            "nik": year.people["nik"],
            f"_berhak_{side}": year.eligible != 0,
            f"_dibayar_{side}": paid != 0,
            f"berhak_{side}": _texts(year.eligible),
            f"dibayar_{side}": _texts(paid),
            f"tidak_dibayar_{side}": _reasons(year.unpaid, year.people.height),
        },
    )


def _texts(masks: Masks) -> pl.Series:
    """Months of each mask in words: `2–7, 9`; null where there are none."""
    met, where = np.unique(masks, return_inverse=True)
    said = pl.Series([stretches(mask) or None for mask in met.tolist()])
    return said.cast(pl.String).gather(where)


def _reasons(unpaid: Mapping[str, Masks], people: int) -> pl.Series:
    """Why eligible months of each person are not paid, joined; null where there is no such month."""
    if not unpaid:
        return pl.Series([None] * people, dtype=pl.String)
    met = pl.DataFrame({code: months != 0 for code, months in unpaid.items()})
    said = [pl.when(pl.col(code)).then(pl.lit(code)) for code in unpaid]
    joined = pl.concat_str(said, separator=SEPARATOR, ignore_nulls=True)
    return met.select(pl.when(joined != "").then(joined)).to_series()


def _write_moved(path: Path, shown: pl.DataFrame, both: pl.DataFrame) -> None:
    """Who is eligible or paid under either policy, in the order of the list."""
    rows = shown.join(both, left_on="_nik", right_on="nik", how="left", maintain_order="left")
    met = pl.any_horizontal(pl.col(f"{what}_{side}").is_not_null() for what in ("berhak", "dibayar") for side in SIDES)
    rows.filter(met).drop("_nik", pl.selectors.starts_with("_")).write_parquet(path, compression="zstd")


def _write_granted(path: Path, shown: pl.DataFrame, years: list[Year]) -> None:
    """Rupiah by month under either policy, for each person and each source that pays for the person under one."""
    given = [_given(year, shown["_nik"]) for year in years]
    sources = sorted({source for masks, _ in given for source in masks})
    nothing = np.zeros(shown.height, np.uint16)
    people = shown.drop("_nik")
    writer = None
    try:
        for start in range(0, max(shown.height, 1), PART):
            part = slice(start, start + PART)
            for source in sources:
                rows = people[part].with_columns(pl.lit(source, pl.String).alias(SOURCE))
                paid = np.zeros(rows.height, np.bool_)
                for side, (masks, tariff), year in zip(SIDES, given, years, strict=True):
                    mask = masks.get(source, nothing)[part]
                    paid |= mask != 0
                    amounts = np.where(
                        mask[:, None] >> np.arange(len(MONTHS)) & 1, year.tariffs.monthly[tariff[part]], 0
                    )
                    rows = rows.with_columns(pl.Series(granted(side, m), amounts[:, m - 1]) for m in MONTHS)
                writer = write_part(path, writer, rows.filter(pl.Series(paid)))
        if writer is None:
            nobody = people.clear().with_columns(pl.lit(None, pl.String).alias(SOURCE))
            columns = [pl.lit(0, pl.Int64).alias(granted(side, month)) for side in SIDES for month in MONTHS]
            writer = write_part(path, writer, nobody.with_columns(columns))
    finally:
        if writer:
            writer.close()


def _given(year: Year, niks: pl.Series) -> tuple[dict[str, Masks], Whole]:
    """Months by source, and the tariff, of everybody in the order of the NIKs."""
    places = pl.DataFrame({"nik": niks}).with_row_index("n")
    at = year.people.select("nik").join(places, on="nik", how="left", maintain_order="left")["n"].to_numpy()
    masks: dict[str, Masks] = {}
    for number, given in year.paid.by:
        months = masks.setdefault(year.budget.pots[number].source, np.zeros(len(niks), np.uint16))
        months[at] |= given
    tariff = np.zeros(len(niks), np.int64)
    tariff[at] = year.claims.tariff
    return masks, tariff


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
