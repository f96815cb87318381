"""The decisions as a file that people open: Parquet, CSV that no spreadsheet takes for formulas, or XLSX."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import polars as pl

from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import shown
from engine.registry.report.totals import scan
from engine.registry.run import parts, rows_of
from engine.registry.workbooks.style import fitting, new_book

Format = Literal["parquet", "csv", "xlsx"]
SHEET_ROWS = 1_048_575
"""Rows that fit under the heading of an XLSX sheet."""

_FORMULA = r"^[=+\-@\t\r]"
"""Beginnings that a spreadsheet takes for a formula: compare `rows.safe_cell`."""
_BATCH = 200_000
_WIDTHS = {"nik": 18, "nama": 28, "no_kk": 18, "waktu_daftar": 20, "kelurahan": 16, "pekerjaan": 22}
_WIDE, _NARROW = 30, 10
_NUMBERS = ("baris", "putusan", "bulan", "iuran_per_bulan")
_AMOUNTS = ("iuran_per_bulan",)
_SHEET = "Keputusan"


class TooManyRows(Exception):
    """More rows than an XLSX sheet holds; nothing was written."""

    def __init__(self, fault: Diagnostic) -> None:
        super().__init__(fault.code)
        self.fault = fault


def write_decisions(decisions: Path, target: Path, format: Format) -> None:
    """Writes the decisions in that format; the target appears when it is whole. Raises TooManyRows."""
    with _beside(target) as partial:
        match format:
            case "parquet":
                _parquet(decisions, partial)
            case "csv":
                _csv(decisions, partial)
            case "xlsx":
                _fits(decisions, target)
                _xlsx(decisions, partial)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A name beside the target that takes its place at the end, or goes."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield partial
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _parquet(decisions: Path, target: Path) -> None:
    if decisions.is_file():
        shutil.copyfile(decisions, target)
    else:
        scan(decisions).sink_parquet(target, compression="zstd", engine="streaming")


def _csv(decisions: Path, target: Path) -> None:
    """Part by part, in memory that does not grow with the rows."""
    with target.open("wb") as file:
        for number, batch in enumerate(parts(decisions, _BATCH)):
            _harmless(batch).write_csv(file, include_header=number == 0)


def _harmless(frame: pl.DataFrame) -> pl.DataFrame:
    """Words and texts that cannot be taken for a formula: an apostrophe stands before those that could."""
    words = frame.with_columns(pl.col(pl.Categorical, pl.Enum).cast(pl.String))
    text = pl.col(pl.String)
    return words.with_columns(pl.when(text.str.contains(_FORMULA)).then(pl.lit("'") + text).otherwise(text).name.keep())


def _fits(decisions: Path, target: Path) -> None:
    rows = rows_of(decisions)
    if rows > SHEET_ROWS:
        values: dict[str, object] = {"rows": rows, "limit": SHEET_ROWS}
        raise TooManyRows(Diagnostic("xlsx-too-many-rows", Place(shown(target)), values))


def _xlsx(decisions: Path, target: Path) -> None:
    """Row after row in constant memory; identities are text, and nothing is taken for a formula or a link."""
    frame = scan(decisions)
    names = frame.collect_schema().names()
    with new_book(target, streamed=True) as (book, looks):
        sheet = book.add_worksheet(_SHEET)
        number = book.add_format({"num_format": "#,##0"})
        for column, name in enumerate(names):
            kind = looks.text if name not in _NUMBERS else number if name in _AMOUNTS else looks.number
            sheet.set_column(column, column, _WIDTHS.get(name, _NARROW if name in _NUMBERS else _WIDE), kind)
        sheet.freeze_panes(1, 0)
        for column, name in enumerate(names):
            sheet.write_string(0, column, name, looks.heading)
        last = 0
        for batch in parts(decisions, _BATCH):
            for values in batch.iter_rows():
                last += 1
                for column, value in enumerate(values):
                    if isinstance(value, int):
                        sheet.write_number(last, column, value)
                    elif value is not None:
                        sheet.write_string(last, column, fitting(value))
        sheet.autofilter(0, 0, last, len(names) - 1)
