"""The people file of an impact: everybody who is compared, masked, with what either policy says of them.

Every number of an impact is a condition over this file; `behind` has them.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

import polars as pl
import pyarrow.parquet as pq

from engine.decision.decision import Outline
from engine.decision.program import ONGOING
from engine.registry.asking import birth_limit
from engine.registry.columns import ROW
from engine.registry.decoding import SEPARATOR
from engine.revision.impact.kinds import opening, paid_for, paying, refusing

PEOPLE = "dampak.parquet"
BANDS = (0, 18, 30, 45, 60, 65)
"""First ages of the bands that people are counted in; the last is open."""
DIMENSIONS = ("kelurahan", "pekerjaan", "usia", "desil")
SIDES = OLD, NEW = ("lama", "baru")
KIND = "perubahan"
UNSTATED = "(tidak disebut)"
DESCRIBED = (ROW, "nik", *DIMENSIONS, ONGOING)
"""What people are shown and counted by: row of the list, masked NIK, dimensions, whether they are paid for now."""
SAID = {
    "hasil": pl.String(),
    "menolak": pl.String(),
    "belum_diketahui": pl.String(),
    "dana": pl.String(),
    "penyedia": pl.String(),
    "dari": pl.Int32(),
    "sampai": pl.Int32(),
    "iuran": pl.Int32(),
}
"""What a policy says, each followed by `_lama` or `_baru`: outcome; of the refused the criteria that refuse, of the
undetermined those left open, joined by `SEPARATOR`; of the eligible source, provider, first and last month of payment
and rupiah a month, before quota and budget."""


def described(batch: pl.DataFrame, day: date) -> pl.DataFrame:
    """The columns DESCRIBED of rows of a registry; ages are those of the day."""
    nothing = pl.lit(None, pl.String)
    columns = {name: pl.col(name).cast(pl.String) if name in batch.columns else nothing for name in DIMENSIONS}
    columns["usia"] = _band(batch, day)
    ongoing = pl.lit(False)
    if ONGOING in batch.columns:
        ongoing = pl.col(ONGOING) if batch.schema[ONGOING] == pl.Boolean else pl.col(ONGOING) == "ya"
    masked = pl.concat_str(pl.lit("…"), pl.col("nik").str.tail(4)) if "nik" in batch.columns else nothing
    row = pl.col(ROW) if ROW in batch.columns else pl.lit(None, pl.Int64)
    told = {name: each.fill_null(UNSTATED).alias(name) for name, each in columns.items()}
    return batch.select(row.alias(ROW), masked.alias("nik"), *told.values(), ongoing.fill_null(False).alias(ONGOING))


def _band(batch: pl.DataFrame, day: date) -> pl.Expr:
    """The band of each person's age on the day, as `18–29`."""
    names = [f"{low}–{high - 1}" for low, high in itertools.pairwise(BANDS)] + [f"{BANDS[-1]}+"]
    found = pl.lit(None, pl.String)
    for low, name in zip(BANDS, names, strict=True):
        at_least = pl.lit(False)
        if "usia" in batch.columns:
            at_least = pl.col("usia") >= low
        if "tanggal_lahir" in batch.columns:
            born = pl.col("tanggal_lahir")
            at_least = pl.when(born.is_not_null()).then(born <= birth_limit(day, low)).otherwise(at_least)
        found = pl.when(at_least).then(pl.lit(name)).otherwise(found)
    return found


class PeopleFile:
    """The file while it is written, part by part; `path` None: nothing is written."""

    def __init__(self, path: Path | None, first_months: tuple[int, int]) -> None:
        self.path, self.first_months = path, first_months
        self.writer: pq.ParquetWriter | None = None
        self.tables: list[pl.DataFrame] = [pl.DataFrame(), pl.DataFrame()]

    def __enter__(self) -> PeopleFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.writer:
            self.writer.close()

    def add(self, marked: pl.DataFrame, outlines: Sequence[tuple[Outline, ...]]) -> None:
        """People described, with their KIND and the numbers of their outlines in the columns OLD and NEW."""
        if self.path is None:
            return
        for index, (side, known, first) in enumerate(zip(SIDES, outlines, self.first_months, strict=True)):
            if self.tables[index].height != len(known):
                self.tables[index] = _said(side, known, first)
            marked = marked.join(self.tables[index], on=side, how="left", maintain_order="left")
        written = marked.drop(SIDES).with_columns(pl.col(KIND).cast(pl.String))
        self.writer = write_part(self.path, self.writer, written)


def write_part(path: Path, writer: pq.ParquetWriter | None, rows: pl.DataFrame) -> pq.ParquetWriter:
    """Adds rows to a Parquet file, which the first part opens; the caller closes the writer."""
    table = rows.to_arrow(compat_level=pl.CompatLevel.oldest())
    writer = writer or pq.ParquetWriter(path, table.schema, compression="zstd")
    writer.write_table(table)
    return writer


def _said(side: str, outlines: Sequence[Outline], first: int) -> pl.DataFrame:
    """One row an outline, by its number in the column of the side."""
    rows = [{side: number, **_of(outline, side, first)} for number, outline in enumerate(outlines)]
    schema = {side: pl.Int32(), **{f"{name}_{side}": kind for name, kind in SAID.items()}}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _of(outline: Outline, side: str, first: int) -> dict[str, Any]:
    found: dict[str, Any] = {"hasil": outline.outcome}
    match outline.outcome:
        case "ineligible":
            found["menolak"] = _joined(refusing(outline))
        case "undetermined":
            found["belum_diketahui"] = _joined(opening(outline))
        case "eligible":
            payer = paying(outline)
            if payer:
                found["dana"], found["penyedia"], months, found["iuran"] = payer
                found["dari"], found["sampai"] = paid_for(months, first)
    return {f"{name}_{side}": found.get(name) for name in SAID}


def _joined(criteria: Sequence[tuple[str, str]]) -> str | None:
    return SEPARATOR.join(".".join(key) for key in criteria) or None
