"""Reads a workbook (XLSX) in a child process with bounds on memory and time, for a small file can unpack to a huge one.

What the child read comes back through a temporary file that has no name, so that nothing of it stays behind.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

import polars as pl

from engine.language.diagnostic import Diagnostic, Place
from engine.registry.intake.sheet_child import DAMAGED, TOO_HEAVY
from engine.registry.intake.table import FAULT_COLUMNS, Table, batched, unreadable

UNPACKED = 1 << 30
"""Bytes that the parts of a workbook may have together once they are unpacked."""
MEMORY = 4 << 30
"""Bytes of address space of the child."""
SECONDS = 300
"""How long the child may take."""
_CHILD = "engine.registry.intake.sheet_child"


def open_workbook(path: Path, name: str, sheet: str | None, header_row: int | None, batch: int) -> Table:
    """The table in a workbook: its first visible sheet that holds one, or the one named. Raises Unreadable."""
    with zipfile.ZipFile(path) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > UNPACKED:
        raise unreadable("workbook-too-large", name, size=size >> 20, limit=UNPACKED >> 20)
    frames = _from_child(name, {"path": str(path), "sheet": sheet, "header_row": header_row, "memory": MEMORY})
    head = json.loads(next(frames).item())
    if "fault" in head:
        raise unreadable(head["fault"], name, head["line"], **head["values"])
    notices: tuple[Diagnostic, ...] = ()
    if head["others"]:
        values = {"name": head["sheet"], "others": ", ".join(head["others"])}
        notices = (Diagnostic("sheet-taken", Place(name), values, "warning"),)
    faults: list[pl.DataFrame] = []
    rows = batched(_rows(frames, faults), batch)
    return Table(name, tuple(head["columns"]), rows, faults, head["rows"], notices, head["sheet"], head["row"])


def _rows(frames: Iterator[pl.DataFrame], faults: list[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The frames that hold rows; the others, which come before the rows they speak of, are added to the faults."""
    for frame in frames:
        if frame.columns == list(FAULT_COLUMNS):
            faults.append(frame)
        else:
            yield frame


def _from_child(name: str, request: dict[str, object]) -> Iterator[pl.DataFrame]:
    """What the child sends: a cell of JSON, then frames of faults and rows, unless it found that it cannot be read."""
    with tempfile.TemporaryFile() as sent:
        try:
            ended = subprocess.run(
                [sys.executable, "-m", _CHILD],
                input=json.dumps(request).encode(),
                stdout=sent,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "POLARS_MAX_THREADS": "1"},
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as expired:
            raise unreadable("workbook-too-slow", name, limit=SECONDS) from expired
        if ended.returncode == DAMAGED:
            raise unreadable("workbook-damaged", name)
        if ended.returncode < 0 or ended.returncode == TOO_HEAVY:  # the reader aborts where it gets no memory
            raise unreadable("workbook-too-heavy", name)
        ended.check_returncode()
        sent.seek(0)
        yield from _received(sent)


def _received(sent: IO[bytes]) -> Iterator[pl.DataFrame]:
    while size := sent.read(8):
        yield pl.read_ipc_stream(BytesIO(sent.read(int.from_bytes(size, "big"))))
