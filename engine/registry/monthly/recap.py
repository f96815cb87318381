"""What each payer owes for the month: people by tariff, rupiah, the day it is due, and the budget account."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from engine.registry.monthly.dates import Calendar
from engine.registry.monthly.month import Turn

SCHEMA: dict[str, pl.DataType] = {
    "uang": pl.String(),
    "sumber_dana": pl.String(),
    "penyedia": pl.String(),
    "segmen": pl.String(),
    "orang": pl.Int64(),
    "tarif": pl.Int64(),
    "rupiah": pl.Int64(),
    "jatuh_tempo": pl.Date(),
    "kode_rekening": pl.String(),
}
"""A payer and tariff a row: people × rupiah a month each, and the last day to pay."""
BALANCE: dict[str, pl.DataType] = {
    "uang": pl.String(),
    "sumber_dana": pl.String(),
    "penyedia": pl.String(),
    "diterima": pl.Int64(),
    "terbayar": pl.Int64(),
    "bulan_ini": pl.Int64(),
    "dijanjikan_kemudian": pl.Int64(),
    "sisa": pl.Int64(),
}
"""A pot a row, in rupiah: received, paid before this month, paid in it, promised for later months, left."""


def recap(turn: Turn, calendar: Calendar, accounts: Mapping[str, str]) -> pl.DataFrame:
    """The payments of the month (SCHEMA), pots as the budget lists them. `accounts`: budget account by pot."""
    order = {pot.id: number for number, pot in enumerate(turn.budget.pots)}
    lines = turn.roster.group_by("uang", "sumber_dana", "penyedia", "segmen", "rupiah").agg(pl.len().alias("orang"))
    rows = [
        {
            "uang": pot,
            "sumber_dana": source,
            "penyedia": provider,
            "segmen": segment,
            "orang": people,
            "tarif": tariff,
            "rupiah": people * tariff,
            "jatuh_tempo": calendar.due(turn.month, segment),
            "kode_rekening": accounts.get(pot),
        }
        for pot, source, provider, segment, tariff, people in lines.iter_rows()
    ]
    rows.sort(key=lambda row: (order[row["uang"]], row["segmen"] or "", row["tarif"]))
    return pl.DataFrame(rows, schema=SCHEMA)


def balance(turn: Turn) -> pl.DataFrame:
    """What each pot has been used for (BALANCE)."""
    now = str(turn.month)
    when = pl.col("bulan")
    sums = turn.ledger.group_by("uang").agg(
        pl.col("rupiah").filter(when < now).sum().alias("terbayar"),
        pl.col("rupiah").filter(when == now).sum().alias("bulan_ini"),
        pl.col("rupiah").filter(when > now).sum().alias("dijanjikan_kemudian"),
    )
    by_pot = {row["uang"]: row for row in sums.iter_rows(named=True)}
    rows = []
    for pot in turn.budget.pots:
        used = by_pot.get(pot.id, {"terbayar": 0, "bulan_ini": 0, "dijanjikan_kemudian": 0})
        spent = {name: used[name] for name in ("terbayar", "bulan_ini", "dijanjikan_kemudian")}
        told = {"uang": pot.id, "sumber_dana": pot.source, "penyedia": pot.provider, "diterima": pot.received}
        rows.append({**told, **spent, "sisa": pot.received - sum(spent.values())})
    return pl.DataFrame(rows, schema=BALANCE)
