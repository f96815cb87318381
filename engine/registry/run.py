"""A run: a registry that has been read is decided row by row of its file, and every decision is written.

Polars goes through the registry part by part, in memory that does not grow with it; DuckDB and Spark plan the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import narwhals as nw
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from engine.decision.decide import Desk
from engine.decision.decision import Outline
from engine.decision.outline import terms_of
from engine.language.library import Library
from engine.language.policy import Policy
from engine.registry.asking import Columns, Dialect
from engine.registry.columns import HELD, ROW
from engine.registry.deciding import VERDICT, Ledger
from engine.registry.decoding import Decoding
from engine.registry.engines import EngineFailed, LazyEngine, pattern_of

BATCH = 100_000
"""Rows decided at a time."""
OWN = (ROW, "nik", "nama", "no_kk", "waktu_daftar")
"""Columns in which hardly two rows are alike: a dictionary of them takes time and space."""

Frame = TypeVar("Frame", pl.DataFrame, nw.LazyFrame[Any])
Step = Callable[[int], None]
"""Told how many more rows are done."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A registry and its decisions, both Parquet: one row an applicant, named by `baris`."""

    policy: Policy
    day: date
    digest: str
    """Of the program that decided."""
    outlines: tuple[Outline, ...]
    """What is said of each verdict, by its number in the column `putusan`."""
    registry: Path
    decisions: Path
    rows: int
    situations: int
    """Different situations among the rows, all facts of the program taken together."""


def decide_registry(
    library: Library,
    policy: Policy,
    day: date,
    registry: Path,
    decisions: Path,
    *,
    engine: LazyEngine | None = None,
    step: Step = lambda _: None,
) -> Decided:
    """Decides a registry (a Parquet file, or a folder of parts) into `decisions`; `engine` None is Polars.

    Raises Undecidable, and WrongColumns where the registry was not read by intake.
    """
    ledger = Ledger(Desk(library).decider(policy, day), library.vocabulary, day)
    decoding = Decoding(terms_of(library, policy, day))
    if engine is None:
        rows = _by_parts(ledger, decoding, registry, decisions, step)
    else:
        rows = _whole(ledger, decoding, registry, decisions, engine)
        step(rows)
    digest = ledger.decider.program.digest
    return Decided(policy, day, digest, decoding.outlines, registry, decisions, rows, ledger.situations)


def _by_parts(ledger: Ledger, decoding: Decoding, registry: Path, decisions: Path, step: Step) -> int:
    """Decides a part while the one before is being written."""
    rows = 0
    writer: pq.ParquetWriter | None = None
    before: Future[None] | None = None
    pen = ThreadPoolExecutor(1)
    pen.submit(int).result()  # its thread is known to it from here on, so that an interrupt finds it
    try:
        for batch in parts(registry):
            told = _told(ledger, decoding, batch)
            if before:
                before.result()
            writer = writer or _writer(decisions, told.schema)
            before = pen.submit(writer.write_table, told)
            rows += batch.height
            step(batch.height)
        if before:
            before.result()
    except BaseException:
        pen.shutdown()  # nobody may close what is being written
        if writer:
            with suppress(OSError, pa.ArrowException):
                writer.close()
        raise
    pen.shutdown()
    if writer:
        writer.close()
    return rows


def _writer(decisions: Path, schema: pa.Schema) -> pq.ParquetWriter:
    alike = [name for name in schema.names if name not in OWN]
    return pq.ParquetWriter(
        decisions, schema, compression="zstd", use_dictionary=alike, write_statistics=[ROW, VERDICT]
    )


def _told(ledger: Ledger, decoding: Decoding, batch: pl.DataFrame) -> pa.Table:
    """The decisions of these rows, in their order."""
    numbers = ledger.decide(batch)
    decoding.follow(ledger)
    numbered = _held_back(batch.with_columns(numbers), pl)
    joined = numbered.join(decoding.table, on=VERDICT, how="left", maintain_order="left")
    return decoding.polars(joined).to_arrow(compat_level=pl.CompatLevel.oldest())


def _whole(ledger: Ledger, decoding: Decoding, registry: Path, decisions: Path, engine: LazyEngine) -> int:
    frame = engine.read(registry)
    numbered = ledger.decide_lazily(frame, engine.given)
    decoding.follow(ledger)
    joined = _held_back(numbered, nw).join(engine.given(decoding.table.to_arrow()), on=VERDICT, how="left")
    engine.write(joined.select(decoding.columns(Columns(joined.collect_schema(), nw))), decisions)
    rows = rows_of(decisions)
    if rows != rows_of(registry):
        raise EngineFailed("engine-incomplete", "", rows=rows, of=rows_of(registry))
    return rows


def _held_back(numbered: Frame, dialect: Dialect) -> Frame:
    """Rows that are held get no verdict."""
    if HELD not in numbered.collect_schema():
        return numbered
    held_back = dialect.when(dialect.col(HELD).is_null()).then(dialect.col(VERDICT)).alias(VERDICT)
    return numbered.with_columns(held_back)


def parts(registry: Path, most: int = BATCH) -> Iterator[pl.DataFrame]:
    """The rows of a Parquet file or folder, so many at a time; at least one part, if it be empty."""
    frame = pl.scan_parquet(pattern_of(registry))
    total = rows_of(registry)
    for start in range(0, max(total, 1), most):
        yield frame.slice(start, most).collect(engine="streaming")


def rows_of(registry: Path) -> int:
    return int(pl.scan_parquet(pattern_of(registry)).select(pl.len()).collect().item())
