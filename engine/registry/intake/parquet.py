"""Reads a Parquet file, or a folder of them whose subfolders `name=value` are columns of text, with its own types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import polars as pl
from polars.exceptions import PolarsError

from engine.registry.columns import ROW
from engine.registry.intake.table import Table, batched, unreadable

_NOTHING = "__HIVE_DEFAULT_PARTITION__"


def open_parquet(path: Path, name: str, batch: int) -> Table:
    """The table in a Parquet file or folder. Raises Unreadable and OSError."""
    files = _files(path) if path.is_dir() else [path]
    if not files:
        raise unreadable("folder-without-parquet", name)
    columns: tuple[tuple[str, pl.DataType], ...] | None = None
    rows = 0
    for file in files:
        inside = _shown(file, path, name)
        try:
            part = _part(file, path)
            found = tuple(part.collect_schema().items())
            rows += part.select(pl.len()).collect().item()
        except PolarsError as error:
            raise unreadable("parquet-damaged", inside) from error
        if columns is not None and found != columns:
            raise unreadable("parquet-schemas-differ", inside)
        columns = found
    headings = tuple(heading for heading, _ in columns or ())
    return Table(name, headings, batched(_frames(files, path, name, batch), batch), [], rows)


def _files(folder: Path) -> list[Path]:
    """The Parquet files under a folder, in the order of their paths, without what begins with a dot or underscore."""
    found = folder.rglob("*.parquet")
    hidden = (".", "_")
    return sorted(f for f in found if not any(part.startswith(hidden) for part in f.relative_to(folder).parts))


def _part(file: Path, root: Path) -> pl.LazyFrame:
    """One file with the columns that its subfolders name. Raises PolarsError."""
    part = pl.scan_parquet(file, hive_partitioning=False, glob=False)
    own = part.collect_schema()
    folders = file.relative_to(root).parts[:-1] if file != root else ()
    named = dict(folder.split("=", 1) for folder in folders if "=" in folder)
    values = {key: None if value == _NOTHING else unquote(value) for key, value in named.items() if key not in own}
    return part.with_columns(pl.lit(value, pl.String()).alias(key) for key, value in values.items())


def _frames(files: list[Path], root: Path, name: str, size: int) -> Iterator[pl.DataFrame]:
    """The rows, so many at a time: reading ahead would take the memory of several groups of rows."""
    row = 1
    for file in files:
        try:
            part = _part(file, root)
            rows = part.select(pl.len()).collect().item()
            for start in range(0, rows, size):
                frame = part.slice(start, size).collect()
                frame.columns = [str(index) for index in range(frame.width)]
                numbers = pl.int_range(row, row + frame.height, dtype=pl.Int64, eager=True)
                yield frame.insert_column(0, numbers.alias(ROW))
                row += frame.height
        except PolarsError as error:
            raise unreadable("parquet-damaged", _shown(file, root, name)) from error


def _shown(file: Path, root: Path, name: str) -> str:
    return name if file == root else f"{name}/{file.relative_to(root).as_posix()}"
