"""A file of applicants once it is open: headings, batches of rows, and what is wrong with the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from engine.language.diagnostic import Diagnostic, Place
from engine.registry.columns import ROW

FAULT_COLUMNS: dict[str, pl.DataType] = {
    ROW: pl.Int64(),
    "kolom": pl.String(),
    "urutan": pl.Int64(),
    "kode": pl.String(),
    "saran": pl.String(),
}
"""A fault a row: row number, heading and column from 1 (null: the whole row), code of TABLE_FAULTS, suggestion."""
SHIFTED = ("row-too-long", "quote-broken", "line-too-long", "row-uncorrected")
"""Faults of a row whose cells may stand under wrong headings, or were lost: nothing in it can be relied on."""
EXPLAINING, ORIGINAL = ("baris_asal", "alasan", "saran"), "isi_asal"
"""Headings that a fault workbook puts before those of the file, and the one behind them that holds, of a row whose
cells may have shifted, all of them as they were."""
HELPERS = (*EXPLAINING, ORIGINAL)
"""Headings that are no facts."""


@dataclass(frozen=True, slots=True)
class Table:
    """An open file of applicants; the faults of a batch are there when it is."""

    path: str
    """As shown in faults."""
    columns: tuple[str, ...]
    """Headings as written; "" where there is none."""
    batches: Iterator[pl.DataFrame]
    """`baris`, then a column for each heading named by its position "0", "1", ...; raises Unreadable."""
    faults: list[pl.DataFrame]
    """Faulty rows and cells (FAULT_COLUMNS) of the batches read so far, for whoever reads to take out. A faulty row is
    in a batch too, perhaps a later one."""
    rows: int | None
    """About how many rows there are, for progress."""
    notices: tuple[Diagnostic, ...] = ()
    """What was chosen where the file left a choice: encoding, sheet."""
    sheet: str | None = None
    """The sheet that was read, of a workbook."""
    heading_row: int = 1
    """Where the headings stand, as the file shows it."""


class Unreadable(Exception):
    """A file that cannot be read as a table, or no further."""

    def __init__(self, fault: Diagnostic) -> None:
        super().__init__(fault.code)
        self.fault = fault


def unreadable(code: str, path: str, line: int = 1, **values: object) -> Unreadable:
    return Unreadable(Diagnostic(code, Place(path, line), values))


def fault_frame(faults: Sequence[tuple[int, str | None, int | None, str]]) -> pl.DataFrame:
    """Faults given as row, heading, column from 1, code."""
    return pl.DataFrame([(*fault, None) for fault in faults], schema=FAULT_COLUMNS, orient="row")


def batched(frames: Iterable[pl.DataFrame], size: int) -> Iterator[pl.DataFrame]:
    """The same rows in frames of `size` rows, the last one perhaps shorter; none is empty."""
    held: list[pl.DataFrame] = []
    for frame in frames:
        held.append(frame)
        if sum(part.height for part in held) >= size:
            whole = pl.concat(held)
            full = whole.height - whole.height % size
            for start in range(0, full, size):
                yield whole.slice(start, size)
            held = [whole.slice(full)]
    rest = pl.concat(held) if held else pl.DataFrame()
    if rest.height:
        yield rest
