"""A year's allocation as tables, in canonical order: the same people and money give the same bytes in whatever order
their rows came.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from engine.language.regions import village_name
from engine.registry.allocation.granted import SCHEMA
from engine.registry.allocation.months import ALL, COUNT, MONTHS, Masks, in_words, stretches
from engine.registry.allocation.year import Year

NOBODY = -1
"""Number of the pot of a month that nobody pays."""


def grants(year: Year) -> pl.DataFrame:
    """A grant a row (`granted.SCHEMA`), by identity and month: what this run gives, not what earlier ones gave."""
    rows = _by_identity(year)
    rows = rows[(year.paid.months & ~year.before)[rows] != 0]
    payer = np.full((len(rows), MONTHS), NOBODY, np.int16)
    bits = np.left_shift(np.uint16(1), np.arange(MONTHS, dtype=np.uint16))
    for number, given in year.paid.by:
        payer[(given[rows, None] & bits) != 0] = number
    where, month = np.nonzero(payer != NOBODY)
    whose, pots = rows[where], year.budget.pots
    at = {"orang": whose, "bulan_ke": month, "pot": payer[where, month]}
    found = pl.DataFrame({name: numbers.astype(np.uint32) for name, numbers in at.items()}).lazy()

    def said(values: Sequence[str | None] | pl.Series, by: str) -> pl.Expr:
        return pl.lit(pl.Series(values, dtype=pl.String)).gather(pl.col(by))

    return found.select(
        nik=said(year.people["nik"], "orang"),
        bulan=said(in_words(ALL, year.budget.year), "bulan_ke"),
        uang=said([pot.id for pot in pots], "pot"),
        sumber_dana=said([pot.source for pot in pots], "pot"),
        penyedia=said([pot.provider for pot in pots], "pot"),
        rupiah=pl.lit(pl.Series(year.tariffs.monthly[year.claims.tariff[whose], month], dtype=SCHEMA["rupiah"])),
    ).collect()


def people(year: Year) -> pl.DataFrame:
    """Everybody, by identity: line, months and rupiah paid now and before, who pays, and why months are not paid."""
    paid = year.paid.months & ~year.before
    spent = np.zeros(len(paid), np.int64)
    for _, given in year.paid.by:
        spent += year.tariffs.costs[year.claims.tariff, given]
    columns: dict[str, object] = {
        "nik": year.people["nik"],
        **{name: year.people[name] for name in ("nama", "kelurahan", "no_kk") if name in year.people.columns},
        "urutan": year.rank,
        "memegang_tempat": year.paid.place,
        "bulan_dibayar": COUNT[paid],
        "bulan_sebelumnya": COUNT[year.before],
        "rupiah": spent,
        "dibayar": _told(paid, year),
        "uang": _pots(year),
        "tidak_dibayar": _reasons(year),
        "belum_pasti": year.undetermined,
    }
    frame = pl.DataFrame(columns)
    return frame.select(pl.all().gather(_by_identity(year))).with_columns(pl.when(pl.col("urutan") > 0).then("urutan"))


def pots(year: Year) -> pl.DataFrame:
    """Each pot: promised, received, committed before, granted now, left, people."""
    rows = []
    for number, pot in enumerate(year.budget.pots):
        mine = [given for by, given in year.paid.by if by == number]
        whom = np.logical_or.reduce([given != 0 for given in mine]) if mine else np.zeros(0, np.bool_)
        rows.append(
            {
                "uang": pot.id,
                "sumber_dana": pot.source,
                "penyedia": pot.provider,
                "dijanjikan": pot.promised,
                "diterima": pot.received,
                "terpakai_sebelumnya": year.committed[number],
                "diberikan": max(pot.received - year.committed[number], 0) - year.left[number],
                "sisa": year.left[number],
                "orang": int(whom.sum()),
                "bulan_orang": sum(int(COUNT[given].sum()) for given in mine),
            }
        )
    return pl.DataFrame(rows, schema_overrides={"penyedia": pl.String})


def villages(year: Year) -> pl.DataFrame:
    """Each line, a village's or the city's: quota, places moved, held from before, granted, left; people who claim
    and who are paid.
    """
    queue = year.queue
    village = year.claims.village
    number = len(queue.codes)

    def count(flags: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return np.bincount(village[flags & (village >= 0)], minlength=number)

    paid = (year.paid.months & ~year.before) != 0
    none = [None] * number
    return pl.DataFrame(
        {
            "kelurahan": queue.codes,
            "nama": [village_name(code) for code in queue.codes],
            "kuota": none if queue.places is None else queue.places,
            "dipindah": none if queue.places is None else queue.moved,
            "sudah_memegang": count(queue.holding),
            "tempat_baru": count(year.paid.place & ~queue.holding),
            "sisa": none if queue.free is None else queue.free,
            "mengajukan": count(year.rank > 0),
            "dibayar": count(paid),
        }
    )


def _by_identity(year: Year) -> npt.NDArray[np.int64]:
    """Positions of the people by identity, all of them of 16 digits."""
    return np.argsort(year.people["nik"].cast(pl.Int64).to_numpy())


def _told(masks: Masks, year: Year) -> pl.Series:
    """Months in words, as stretches: `2023-01–2023-03, 2023-07`."""
    met = np.bincount(masks, minlength=ALL + 1) > 0
    told = [stretches(mask, year.budget.year) or None if met[mask] else None for mask in range(ALL + 1)]
    return pl.Series(told, dtype=pl.String).gather(masks)


def _pots(year: Year) -> pl.Series:
    """The pots that pay for each person, in the order in which they pay."""
    key = np.zeros(len(year.before), np.int64)
    named: dict[tuple[str, ...], int] = {(): 0}
    for number, given in year.paid.by:
        rows = np.flatnonzero(given)
        kinds, where = np.unique(key[rows], return_inverse=True)
        names = list(named)
        longer = [tuple(dict.fromkeys((*names[kind], year.budget.pots[number].id))) for kind in kinds.tolist()]
        key[rows] = np.array([named.setdefault(name, len(named)) for name in longer], np.int64)[where]
    return pl.Series(["; ".join(name) or None for name in named], dtype=pl.String).gather(key)


def _reasons(year: Year) -> pl.Series:
    """Why eligible months are not paid: `quota: 2023-01–2023-12; ...`."""
    parts = [pl.repeat(None, year.people.height, dtype=pl.String)]
    for reason, months in year.unpaid.items():
        if months.any():
            told = _told(months, year)
            parts.append(pl.when(told.is_not_null()).then(pl.format(f"{reason}: {{}}", told)))
    frame = pl.select(pl.concat_str(parts, separator="; ", ignore_nulls=True).alias("r"))
    return frame.select(pl.when(pl.col("r") != "").then("r")).to_series()
