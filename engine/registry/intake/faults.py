"""Faulty cells: they may be millions, so they are rows of a frame; a few of them become diagnostics to be printed."""

from __future__ import annotations

import polars as pl

from engine.language.diagnostic import Diagnostic, Place
from engine.registry.columns import ROW
from engine.registry.intake.column import Read
from engine.registry.intake.table import FAULT_COLUMNS

FACT, AT = "fakta", "at"
NO_FAULTS = pl.DataFrame(schema={AT: pl.UInt32(), FACT: pl.String(), **FAULT_COLUMNS})


def faults_of(read: Read, fact: str, rows: pl.Series, heading: str, position: int) -> pl.DataFrame:
    """The faulty cells of a column (position from 0), with the row in the batch and the fact beside FAULT_COLUMNS."""
    found = read.odd.lazy().filter(pl.col("kode").is_not_null())
    return (
        found.select(
            AT,
            pl.lit(fact).alias(FACT),
            pl.lit(rows).gather(pl.col(AT)).alias(ROW),
            pl.lit(heading).alias("kolom"),
            pl.lit(position + 1, pl.Int64).alias("urutan"),
            "kode",
            "saran",
        )
        .cast(NO_FAULTS.schema)
        .collect()
    )


def as_diagnostics(faults: pl.DataFrame, path: str, limit: int) -> list[Diagnostic]:
    """The first faults by row and column, at most `limit`, to be printed; a suggestion is never the cell's text."""
    first = faults.sort(ROW, "urutan", nulls_last=False).head(limit)
    return [
        Diagnostic(code, Place(path, row, column or 1), {"suggestion": near} if near else {})
        for row, column, code, near in first.select(ROW, "urutan", "kode", "saran").iter_rows()
    ]
