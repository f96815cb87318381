"""A list of applicants taken in whole: typed rows as Parquet parts, every fault, and what was ruled on identities."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from engine.language.diagnostic import Diagnostic, has_errors
from engine.language.vocabulary import Vocabulary
from engine.registry.columns import HELD, ROW
from engine.registry.disk import refused_by_the_system
from engine.registry.intake.duplicates import Disagreement, duplicates
from engine.registry.intake.files import open_table
from engine.registry.intake.intake import take_in
from engine.registry.intake.mapping import MappingFile
from engine.registry.intake.table import FAULT_COLUMNS

Step = Callable[[int, int | None], None]
"""Told how many more rows are done, of about how many."""


class Unfit(Exception):
    """A list whose headings or mapping do not let it be read; nothing was taken in."""

    def __init__(self, faults: tuple[Diagnostic, ...]) -> None:
        super().__init__(", ".join(fault.code for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Source:
    """The file or folder of applicants, and how it is to be read."""

    path: Path
    sheet: str | None = None
    header_row: int | None = None
    mapping: MappingFile = field(default_factory=MappingFile)
    """With the facts attested for all rows."""
    birth_disagreement: Disagreement = "tahan"


@dataclass(frozen=True, slots=True)
class Taken:
    path: str
    """Of the list, as shown in faults."""
    registry: Path
    """A folder of Parquet parts, with the columns of `columns.schema_of`."""
    faults: pl.LazyFrame
    """FAULT_COLUMNS, of all rows."""
    rulings: pl.DataFrame
    """`duplicates.COLUMNS`."""
    rows: int
    blank: int
    """Rows left out because they are empty."""
    notices: tuple[Diagnostic, ...]
    """What was chosen and noticed about file and headings."""


@refused_by_the_system()
def take(source: Source, vocabulary: Vocabulary, city: str, work: Path, step: Step = lambda *_: None) -> Taken:
    """Reads the whole list into `work`. Raises Unreadable, Unfit, and OSError where it cannot be written there."""
    table = open_table(source.path, sheet=source.sheet, header_row=source.header_row)
    intake = take_in(table, vocabulary, city, source.mapping)
    if has_errors(intake.faults):
        raise Unfit(intake.faults)
    registry, faults = work / "registri", work / "keliru"
    registry.mkdir()
    faults.mkdir()
    pl.DataFrame(schema=FAULT_COLUMNS).write_parquet(faults / "000000.parquet")
    rows = blank = number = 0
    for number, batch in enumerate(intake.batches, start=1):
        batch.rows.write_parquet(_part(registry, number))
        if batch.faults.height:
            batch.faults.write_parquet(_part(faults, number))
        rows += batch.rows.height
        blank += batch.blank
        step(batch.rows.height, table.rows)
    if not number:
        pl.DataFrame(schema=intake.schema).write_parquet(_part(registry, 0))
    rulings = duplicates(pl.scan_parquet(registry / "*.parquet"), birth_disagreement=source.birth_disagreement)
    _hold(registry, rulings)
    listed = pl.scan_parquet(faults / "*.parquet")
    return Taken(table.path, registry, listed, rulings, rows, blank, (*table.notices, *intake.faults))


def rows_to_correct(taken: Taken, source: Source) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """The faulty and held rows as they were written, and the headings; the list is read once more."""
    held = pl.scan_parquet(taken.registry / "*.parquet").filter(pl.col(HELD).is_not_null()).select(ROW)
    named = pl.concat([held, taken.faults.select(ROW)]).unique().collect()[ROW]
    table = open_table(source.path, sheet=source.sheet, header_row=source.header_row)
    kept = [batch.filter(pl.col(ROW).is_in(named.implode())) for batch in table.batches] if named.len() else []
    found = [batch for batch in kept if batch.height]
    return pl.concat(found) if found else pl.DataFrame(schema={ROW: pl.Int64()}), table.columns


def reasons_held(taken: Taken) -> dict[int, str]:
    """Why each held row is held (codes of `messages.registry.HELD`), by row."""
    held = pl.scan_parquet(taken.registry / "*.parquet").filter(pl.col(HELD).is_not_null()).select(ROW, HELD)
    return dict(held.collect().iter_rows())


def _hold(registry: Path, rulings: pl.DataFrame) -> None:
    """Writes into the rows which of them are held; a row that was held already keeps its reason."""
    held = rulings.filter(~pl.col("diputuskan")).unique(ROW, keep="first", maintain_order=True)
    if not held.height:
        return
    reasons = held.select(ROW, pl.col("kode").cast(pl.String).alias("_alasan"))
    for part in sorted(registry.glob("*.parquet")):
        frame = pl.read_parquet(part)
        ruled = frame.join(reasons, on=ROW, how="left", maintain_order="left")
        ruled.with_columns(pl.coalesce(HELD, "_alasan").alias(HELD)).drop("_alasan").write_parquet(part)


def _part(folder: Path, number: int) -> Path:
    return folder / f"{number:06d}.parquet"
