"""Small lists of made-up applicants, as a table that has been opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from engine.language.vocabulary import Vocabulary
from engine.registry.intake.intake import Intake, take_in
from engine.registry.intake.mapping import MappingFile
from engine.registry.intake.table import FAULT_COLUMNS, Table, fault_frame

PATH = "daftar.csv"
Columns = Mapping[str, Any]
"""By heading, a sequence of texts or a series."""
Told = Sequence[tuple[int, str | None, int | None, str]]
"""What the file itself says: row, heading, column from 1, code."""


def listing(columns: Columns, *, batch: int = 10_000, faults: Told = ()) -> Table:
    """A table of these columns; plain sequences are texts. The first row is line 2, as in a file."""
    series = [
        (values if isinstance(values, pl.Series) else pl.Series(values, dtype=pl.String)).alias(str(position))
        for position, values in enumerate(columns.values())
    ]
    rows = series[0].len() if series else 0
    frame = pl.DataFrame([pl.int_range(2, rows + 2, dtype=pl.Int64, eager=True).alias("baris"), *series])
    frames = [frame.slice(start, batch) for start in range(0, rows, batch)]
    return Table(PATH, tuple(columns), iter(frames), [fault_frame(faults)], rows)


def read(
    vocabulary: Vocabulary,
    columns: Columns,
    *,
    city: str | None = "tegal",
    mapping: MappingFile | None = None,
    batch: int = 10_000,
    faults: Told = (),
) -> tuple[Intake, pl.DataFrame, pl.DataFrame]:
    """The intake of such a list, all its rows, and all faults of its cells."""
    intake = take_in(listing(columns, batch=batch, faults=faults), vocabulary, city, mapping)
    batches = list(intake.batches)
    rows = pl.concat([pl.DataFrame(schema=intake.schema), *(found.rows for found in batches)])
    return intake, rows, pl.concat([pl.DataFrame(schema=FAULT_COLUMNS), *(found.faults for found in batches)])


def nik(born: str, serial: int, *, woman: bool = False) -> str:
    """A synthetic NIK of the kecamatan Tegal Barat, for a date of birth YYYY-MM-DD."""
    year, month, day = born.split("-")
    return f"337601{int(day) + 40 * woman:02d}{month}{year[2:]}{serial:04d}"
