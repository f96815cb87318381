"""A small table of the monthly cycle as it was written: its own columns beside those of facts, every cell a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from engine.language import source
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import shown
from engine.language.reader import scalar
from engine.language.vocabulary import Vocabulary
from engine.registry.columns import ROW
from engine.registry.intake.column import as_text
from engine.registry.intake.files import open_table
from engine.registry.intake.folding import folded, index, stripped
from engine.registry.intake.headings import match_headings
from engine.registry.intake.table import FAULT_COLUMNS, Table

Own = Mapping[str, Sequence[str]]
"""Columns that are no facts: other headings by name."""
YAML = (".yaml", ".yml")
_KEY = "perubahan"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number as the file shows it, its texts by column (none is empty), what the file says of it."""

    row: int
    cells: Mapping[str, str]
    damaged: tuple[str, ...]
    """Codes of TABLE_FAULTS about the row as a whole."""


@dataclass(frozen=True, slots=True)
class Sheet:
    path: str
    lines: tuple[Line, ...]
    positions: Mapping[str, int]
    """Where each column stands, from 0."""

    def place(self, line: Line, column: str | None = None) -> Place:
        return Place(self.path, line.row, self.positions.get(column or "", 0) + 1)


def read_sheet(path: Path, vocabulary: Vocabulary, own: Own, faults: list[Diagnostic]) -> Sheet:
    """The table of a CSV, XLSX or Parquet file, or of a YAML file `perubahan: [...]`; `faults` grows in place.

    Raises Unreadable.
    """
    table = _from_yaml(path, faults) if path.suffix.lower() in YAML else open_table(path)
    mine = _own(table, own, faults)
    left_alone: dict[str, str | None] = {table.columns[position]: None for position in mine.values()}
    matched = match_headings(table.columns, vocabulary, table.path, left_alone, attested=True)
    faults += [fault for fault in matched.faults if fault.code != "heading-no-nik"]
    faults += table.notices
    positions = {**matched.positions, **mine}
    frames = [frame for frame in table.batches if frame.height]
    told = pl.concat([pl.DataFrame(schema=FAULT_COLUMNS), *table.faults])
    damaged: dict[int, list[str]] = {}
    for row, code in told.select(ROW, "kode").sort(ROW, "kode").iter_rows():
        damaged.setdefault(row, []).append(code)
    lines = []
    for frame in frames:
        texts = {name: as_text(frame[str(position)]).to_list() for name, position in positions.items()}
        for number, row in enumerate(frame[ROW]):
            cells = {name: text for name, column in texts.items() if (text := stripped(column[number] or ""))}
            if cells or row in damaged:
                lines.append(Line(row, cells, tuple(damaged.get(row, ()))))
    return Sheet(table.path, tuple(lines), positions)


def _own(table: Table, own: Own, faults: list[Diagnostic]) -> dict[str, int]:
    known = index((heading, name) for name, others in own.items() for heading in (name, *others))
    found: dict[str, int] = {}
    for position, heading in enumerate(table.columns):
        name = known.get(folded(heading))
        if name in found:
            values = {"name": name, "first": found[name] + 1, "second": position + 1}
            faults.append(Diagnostic("heading-twice", Place(table.path, 1, position + 1), dict(values)))
        elif name is not None:
            found[name] = position
    return found


def _from_yaml(path: Path, faults: list[Diagnostic]) -> Table:
    """A list of mappings as a table; the row's number is the line on which it begins."""
    name = shown(path)
    try:
        node, found = source.read(path.read_bytes(), name)
    except OSError as problem:
        node, found = None, [Diagnostic("cannot-read", Place(name), {"problem": problem.strerror or str(problem)})]
    faults += found
    entries = _entries(node, faults)
    columns = tuple(dict.fromkeys(key for _, cells in entries for key in cells))
    rows = {
        ROW: pl.Series([line for line, _ in entries], dtype=pl.Int64),
        **{
            str(position): pl.Series([cells.get(key) for _, cells in entries], dtype=pl.String)
            for position, key in enumerate(columns)
        },
    }
    return Table(name, columns, iter([pl.DataFrame(rows)]), [], len(entries))


def _entries(node: source.Node | None, faults: list[Diagnostic]) -> list[tuple[int, dict[str, str]]]:
    if isinstance(node, source.Mapping):
        node = next((value for key, value in node.entries if key.text == _KEY), node)
    if node is None:
        return []
    if not isinstance(node, source.Sequence):
        faults.append(Diagnostic("expected-list", node.place, {"name": _KEY}))
        return []
    found = []
    for item in node.items:
        if not isinstance(item, source.Mapping):
            faults.append(Diagnostic("expected-mapping", item.place))
            continue
        texts = {key.text: scalar(value, faults) for key, value in item.entries}
        found.append((item.place.line, {key: text for key, text in texts.items() if text is not None}))
    return found
