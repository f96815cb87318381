"""The ledger of a budget year: every month paid and promised, in the form in which runs write and read grants."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import shown
from engine.registry.allocation.granted import SCHEMA, read_grants
from engine.registry.monthly.dates import Month

LEDGER = "hibah.parquet"
"""Name of the file in the folder of a run, and of a month."""


def read_ledger(path: Path, faults: list[Diagnostic]) -> pl.DataFrame | None:
    """Grants (`granted.SCHEMA`) of a file that a run or a month wrote, by identity and month; None with a fault."""
    frame = read_grants(path, faults)
    if frame is None:
        return None
    if frame.select("nik", "bulan").is_duplicated().any():
        faults.append(Diagnostic("month-paid-twice", Place(shown(path))))
        return None
    return in_order(frame)


def of_year(ledger: pl.DataFrame, year: int) -> pl.DataFrame:
    return ledger.filter(pl.col("bulan").str.starts_with(f"{year:04d}-"))


def before(ledger: pl.DataFrame, month: Month) -> pl.DataFrame:
    """What is paid when the month begins."""
    return ledger.filter(pl.col("bulan") < str(month))


def since(ledger: pl.DataFrame, month: Month) -> pl.DataFrame:
    """What is promised for the month and later ones."""
    return ledger.filter(pl.col("bulan") >= str(month))


def in_order(ledger: pl.DataFrame) -> pl.DataFrame:
    return ledger.sort("nik", "bulan")


def spent(ledger: pl.DataFrame) -> dict[str, int]:
    """Rupiah by pot."""
    return {name: int(total) for name, total in ledger.group_by("uang").agg(pl.col("rupiah").sum()).iter_rows()}


def together(ledgers: Iterable[pl.DataFrame]) -> pl.DataFrame:
    return in_order(pl.concat([pl.DataFrame(schema=SCHEMA), *ledgers]))


def stretch_start(ledger: pl.DataFrame, month: Month) -> dict[str, Month]:
    """By identity, the first of the months in a row that end with this one."""
    found: dict[str, Month] = {}
    running = month
    people = set(ledger.filter(pl.col("bulan") == str(month))["nik"])
    while people:
        for nik in people:
            found[nik] = running
        running = running.plus(-1)
        people &= set(ledger.filter(pl.col("bulan") == str(running))["nik"])
    return found
