"""A made-up registry as a file: typed Parquet (one file or a folder of parts), CSV or XLSX, whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

import numpy as np
import polars as pl
import pyarrow.parquet as pq
import xlsxwriter

from engine.language.vocabulary import Vocabulary
from engine.registry.columns import ROW, SYNTHETIC
from engine.registry.synth.errors import MULTILINE, TRUTH, hostile, kinds_for
from engine.registry.synth.registry import Request, blocks, schema
from engine.registry.synth.written import headings
from engine.registry.workbooks.style import new_book

Form = Literal["parquet", "folder", "csv", "xlsx"]
Progress = Callable[[int], object]

EXCEL_ROWS = 1_048_575
"""Rows of a sheet below its heading."""
MARK = "perwal:sintetis"
"""Key in a Parquet file's own notes: what was asked for, as text."""
_ARROW = pl.CompatLevel.oldest()
_PART = 5_000_000
"""Rows of a part where nobody says how many parts."""
_EXCEL_DAY_0 = date(1899, 12, 30)
_MADE = datetime(2000, 1, 1)
"""When an XLSX file says it was made: always the same, so that the same request gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written; `spoilt` counts the rows that the record of hostile cells names."""

    rows: int
    files: tuple[Path, ...]
    spoilt: int


def form_of(target: str, parts: int | None) -> Form | None:
    """The form that a target's name asks for: by suffix, a folder if it ends in / or parts are wanted; else None."""
    if target.endswith(("/", os.sep)) or parts is not None:
        return "folder"
    suffix = Path(target).suffix.lower()
    known: dict[str, Form] = {".parquet": "parquet", ".csv": "csv", ".xlsx": "xlsx"}
    return known.get(suffix)


def is_free(folder: Path) -> bool:
    """Whether parts can be written there: nothing of that name, or an empty folder."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def write(
    request: Request,
    vocabulary: Vocabulary,
    target: Path,
    form: Form,
    *,
    parts: int | None = None,
    errors: float = 0.0,
    truth: Path | None = None,
    progress: Progress = lambda _: None,
) -> Written:
    """Writes the registry; `progress` hears how many rows are made. `errors`: share of rows spoilt, in text forms only.

    Raises OSError where the file cannot be written; nothing is left behind then.
    """
    if form in ("parquet", "folder"):
        if errors:
            raise ValueError("typed columns cannot hold hostile cells")
        record = pl.DataFrame(schema=TRUTH)
        with _whole(target) as place:
            files = _write_parquet(request, vocabulary, place, form, parts, progress)
            _write_truth(record, truth)
        return Written(request.rows, tuple(target / name.name if form == "folder" else target for name in files), 0)
    if form == "xlsx" and request.rows > EXCEL_ROWS:
        raise ValueError("more rows than a sheet has")
    columns = headings(list(schema(request, vocabulary)), vocabulary)
    records: list[pl.DataFrame] = []
    texts = _texts(request, vocabulary, columns, errors, records, progress)
    with _whole(target) as place:
        if form == "csv":
            _write_csv(texts, place)
        else:
            _write_xlsx(texts, columns, vocabulary, place)
        record = pl.concat(records) if records else pl.DataFrame(schema=TRUTH)
        spoilt = record.get_column(ROW).n_unique()
        _write_truth(_as_file_rows(record, form), truth)
    return Written(request.rows, (target,), spoilt)


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A place beside the target that takes its name at the end, or vanishes if anything goes wrong."""
    place = target.with_name(f".{target.name}.{os.getpid()}.sementara")
    try:
        yield place
        if place.is_dir() and target.is_dir():
            target.rmdir()
        place.replace(target)
    finally:
        if place.is_dir():
            shutil.rmtree(place, ignore_errors=True)
        else:
            place.unlink(missing_ok=True)


def _write_parquet(
    request: Request, vocabulary: Vocabulary, place: Path, form: Form, parts: int | None, progress: Progress
) -> list[Path]:
    rows = _Rows(block.shown for block in blocks(request, vocabulary))
    if form == "parquet":
        sizes, files = [request.rows], [place]
    else:
        number = min(parts or -(-request.rows // _PART), request.rows)
        sizes = [request.rows * (part + 1) // number - request.rows * part // number for part in range(number)]
        files = [place / f"bagian-{part + 1:05}.parquet" for part in range(number)]
        place.mkdir()
    columns = schema(request, vocabulary)
    few = [name for name, kind in columns.items() if isinstance(kind, pl.Enum) or name == "kelurahan"]
    notes = {MARK: f"{request.city} n={request.rows} seed={request.seed} gaps={request.gaps} day={request.day}"}
    form_of_rows = pl.DataFrame(schema=columns).to_arrow(compat_level=_ARROW).schema.with_metadata(notes)
    done = 0
    for size, file in zip(sizes, files, strict=True):
        with pq.ParquetWriter(
            file, form_of_rows, compression="zstd", compression_level=1, use_dictionary=few
        ) as writer:
            for frame in rows.take(size):
                writer.write_table(frame.to_arrow(compat_level=_ARROW).cast(form_of_rows))
                done += frame.height
                progress(done)
    return files


class _Rows:
    """Frames taken from a stream, so many rows at a time."""

    def __init__(self, frames: Iterator[pl.DataFrame]) -> None:
        self._frames = frames
        self._left: pl.DataFrame | None = None

    def take(self, count: int) -> Iterator[pl.DataFrame]:
        while count > 0:
            frame = self._left if self._left is not None else next(self._frames)
            self._left = frame[count:] if frame.height > count else None
            count -= min(count, frame.height)
            yield frame if self._left is None else frame[: frame.height - self._left.height]


def _texts(
    request: Request,
    vocabulary: Vocabulary,
    columns: list[str],
    errors: float,
    records: list[pl.DataFrame],
    progress: Progress,
) -> Iterator[pl.DataFrame]:
    """The registry as texts, block after block; what was spoilt is added to `records`."""
    kinds = kinds_for(vocabulary, request.city, columns) if errors else ()
    for block in blocks(request, vocabulary):
        text, record = hostile(block, columns, errors, kinds)
        records.append(record)
        yield text
        progress(block.first + text.height - 1)


def _write_csv(texts: Iterator[pl.DataFrame], place: Path) -> None:
    with place.open("wb") as file:
        for index, text in enumerate(texts):
            text.write_csv(file, include_header=index == 0)


def _write_xlsx(texts: Iterator[pl.DataFrame], columns: list[str], vocabulary: Vocabulary, place: Path) -> None:
    """Dates and numbers as Excel has them where the text is one; everything else as text, never as a formula."""
    with new_book(place, streamed=True) as (book, _):
        _fill(book, texts, columns, vocabulary)


def _fill(book: xlsxwriter.Workbook, texts: Iterator[pl.DataFrame], columns: list[str], vocabulary: Vocabulary) -> None:
    book.set_properties({"created": _MADE, "title": "Data sintetis", "comments": "bukan orang sebenarnya"})
    sheet = book.add_worksheet("Sintetis")
    head, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(columns):
        sheet.set_column(place, place, max(len(name), 12))
        sheet.write_string(0, place, name, head)
    kinds = [vocabulary.facts[name].kind if name != SYNTHETIC else "text" for name in columns]
    row = 0
    for text in texts:
        typed = text.select(_excel_value(name, kind) for name, kind in zip(columns, kinds, strict=True))
        for values, shown in zip(typed.iter_rows(), text.iter_rows(), strict=True):
            row += 1
            for place, (value, words) in enumerate(zip(values, shown, strict=True)):
                if words is None:
                    continue
                if value is None or isinstance(value, str):
                    sheet.write_string(row, place, words)
                elif kinds[place] == "date":
                    sheet.write_number(row, place, value, day)
                else:
                    sheet.write_number(row, place, value)


def _excel_value(name: str, kind: str) -> pl.Expr:
    """The number by which Excel would hold the text; null where it is none."""
    column = pl.col(name)
    if kind == "date":
        return (column.str.to_date("%Y-%m-%d", strict=False) - pl.lit(_EXCEL_DAY_0)).dt.total_days()
    if kind == "number":
        return column.cast(pl.Int64, strict=False)
    return column


def _as_file_rows(record: pl.DataFrame, form: Form) -> pl.DataFrame:
    """The record with rows as the file numbers them: the line on which a row begins, or the row of the sheet."""
    rows = record.get_column(ROW).to_numpy()
    broken = np.unique(record.filter(pl.col("keliru") == MULTILINE).get_column(ROW).to_numpy())
    before = np.searchsorted(broken, rows) if form == "csv" else 0
    return record.with_columns(pl.Series(ROW, rows + 1 + before, dtype=pl.Int64))


def _write_truth(record: pl.DataFrame, truth: Path | None) -> None:
    if truth is not None:
        with _whole(truth) as place:
            record.write_parquet(place)
