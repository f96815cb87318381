"""Reads delimited text (CSV) block by block: any usual delimiter, encoding and line end, and no row lost.

Lines without quotes are split all at once; the others one by one, by Python's csv module in strict mode.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import polars as pl

from engine.language.diagnostic import Diagnostic, Place
from engine.registry.columns import ROW
from engine.registry.intake.encoding import ESCAPED, mended, survey
from engine.registry.intake.header_row import LOOKED_AT, find_header, is_data, is_numbering
from engine.registry.intake.table import Table, batched, fault_frame, unreadable

DELIMITERS = (",", ";", "\t", "|")
BLOCK = 1 << 22
"""Characters read at a time."""
LONGEST = 1 << 20
"""Characters of a line, or of a record over several lines; what is longer is cut off and counts as faulty."""
MOST_LINES = 100
"""Lines that one quoted record may take; beyond, its quote is taken for one that was never closed."""
_DECLARED = (*DELIMITERS, ":", "^", "~")
"""Delimiters that a first line such as `sep=;` may name."""
_BINARY = 20
"""A file of which more than one character in so many is NUL is no text."""
_LINE = "text"
_AT_ONCE, _QUOTED, _ONE_BY_ONE = (pl.lit(way, pl.Int8()) for way in range(3))

Fault = tuple[int, str | None, int | None, str]


@dataclass(frozen=True, slots=True)
class _Form:
    """How the file is laid out."""

    path: Path
    name: str
    encoding: str
    delimiter: str
    columns: tuple[str, ...]
    width: int
    """Cells of the heading line, those without a heading at its end included."""
    heading_row: int
    """The line of the headings, from 1."""
    start: int
    """Index of the first line below the headings."""


@dataclass(frozen=True, slots=True)
class _Record:
    at: int
    """Index of its first line."""
    lines: int
    """How many it takes; 0: it goes on below the lines that are there."""
    cells: list[str]
    fault: str | None = None
    """Code of TABLE_FAULTS."""


def open_delimited(path: Path, name: str, header_row: int | None, batch: int) -> Table:
    """The table in a text file; `header_row` is the line of its headings, which are looked for where it is not given.

    Raises Unreadable and OSError.
    """
    found = survey(path)
    form = _form(path, name, found.encoding, header_row)
    notices: tuple[Diagnostic, ...] = ()
    if found.encoding == "cp1252":
        notices = (Diagnostic("read-as-windows-1252", Place(name), severity="warning"),)
    faults: list[pl.DataFrame] = []
    batches = batched(_frames(form, faults), batch)
    rows = max(found.lines - form.start, 0)
    return Table(name, form.columns, batches, faults, rows, notices, heading_row=form.heading_row)


def _form(path: Path, name: str, encoding: str, header_row: int | None) -> _Form:
    with path.open(encoding=encoding, errors="surrogateescape", newline=None) as stream:
        try:
            head = stream.read(BLOCK)
        except UnicodeError as error:
            raise unreadable("table-not-text", name) from error
    if not head.strip():
        raise unreadable("table-empty", name)
    if head.count("\0") * _BINARY > len(head):
        raise unreadable("table-not-text", name)
    lines = [mended(line[:LONGEST]) for line in head.split("\n")[: 3 * LOOKED_AT]]
    declared = lines[0][4:] if lines[0].lower().startswith("sep=") and lines[0][4:] in _DECLARED else None
    first = 0 if declared is None else 1
    delimiter = declared or max(DELIMITERS, key=lambda choice: _agreement(_head(lines, first, choice)))
    records = _head(lines, first, delimiter)
    if header_row is None:
        index = find_header([record.cells for record in records])
        if index is not None and is_data(records[index].cells):
            raise unreadable("header-is-data", name, records[index].at + 1)
    else:
        index = next((i for i, record in enumerate(records) if record.at + 1 == header_row), None)
    if index is None:
        raise unreadable("header-missing", name, header_row or 1)
    header, below = records[index], records[index + 1 :]
    columns = header.cells
    while not columns[-1].strip():
        columns = columns[:-1]
    last = below[0] if below and is_numbering(below[0].cells) else header
    start = last.at + last.lines
    return _Form(path, name, encoding, delimiter, tuple(columns), len(header.cells), header.at + 1, start)


def _head(lines: Sequence[str], first: int, delimiter: str) -> list[_Record]:
    """The first records that hold anything."""
    wanted = (index for index in range(first, len(lines)) if lines[index].strip())
    records = _records(lines, wanted, delimiter, None, at_end=True)
    return list(islice((record for record in records if any(cell.strip() for cell in record.cells)), LOOKED_AT))


def _agreement(records: Sequence[_Record]) -> tuple[int, int]:
    """How many of the records have as many cells as the heading line, and how many cells that are."""
    index = find_header([record.cells for record in records])
    width = len(records[index].cells) if index is not None else 0
    return (sum(len(record.cells) == width for record in records), width) if width > 1 else (0, width)


def _frames(form: _Form, faults: list[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The rows in frames of a block each; `faults` grows before the frame that they belong to is given."""
    with form.path.open(encoding=form.encoding, errors="surrogateescape", newline=None) as stream:
        kept: list[str] = []
        tail, line, skip, at_end = "", 1, form.start, False
        while not at_end:
            try:
                text = stream.read(BLOCK)
            except UnicodeError as error:
                raise unreadable("table-not-text", form.name, line) from error
            at_end = not text
            if not at_end and "\n" not in text:
                tail = (tail + text)[: LONGEST + 1]
                continue
            lines = [*kept, *(tail + text).split("\n")]
            tail = "" if at_end else lines.pop()
            used, frame, found = _rows(form, lines, skip, line, at_end=at_end)
            if found:
                faults.append(fault_frame(found))
            if frame.height:
                yield frame
            kept = lines[used:]
            line, skip = line + used, max(skip - used, 0)


def _rows(form: _Form, raw: list[str], skip: int, line: int, *, at_end: bool) -> tuple[int, pl.DataFrame, list[Fault]]:
    """How many lines were used, their rows and faults; the first `skip` hold no rows, the first of all is `line`."""
    strange = [index for index, text in enumerate(raw) if not text.isascii() and ESCAPED.search(text)]
    lines = raw.copy() if strange else raw
    for index in strange:
        lines[index] = mended(lines[index])
    marked = pl.DataFrame({_LINE: lines}, schema={_LINE: pl.String()}).with_row_index(ROW).slice(skip)
    marked = marked.filter(pl.col(_LINE) != "").with_columns(_way(form).alias("way"))
    used, inside, singles, faults = len(lines), dict[int, int](), list[_Record](), list[Fault]()
    one_by_one = marked.filter(pl.col("way") == _ONE_BY_ONE)[ROW]
    for record in _records(lines, one_by_one, form.delimiter, form.width, at_end=at_end):
        if record.lines == 0:
            used = record.at
            break
        if record.lines > 1:
            inside.update((index, record.at) for index in range(record.at + 1, record.at + record.lines))
        singles.append(record)
    rest = marked.filter(pl.col(ROW) < used)
    if inside:
        rest = rest.filter(~pl.col(ROW).is_in(list(inside)))
    parts = [_split(rest.filter(pl.col("way") == _AT_ONCE), form), _of_records(singles, form)]
    parts.append(_unquoted(rest.filter(pl.col("way") == _QUOTED), form))
    cells = pl.exclude(ROW)
    frame = pl.concat([part for part in parts if part.height] or parts[:1])
    frame = frame.sort(ROW).with_columns(pl.col(ROW) + line, pl.when(cells != "").then(cells))
    faults.extend((line + inside.get(index, index), None, None, "row-not-utf8") for index in strange if index < used)
    faults.extend((line + record.at, None, None, record.fault) for record in singles if record.fault)
    beyond = [str(index) for index in range(len(form.columns), form.width)]
    if beyond:
        told, last = {fault[0] for fault in faults}, str(len(form.columns) - 1)
        rows = frame.filter(pl.any_horizontal(pl.col(beyond).is_not_null()))[ROW]
        faults.extend((row, None, None, "row-too-long") for row in rows if row not in told)
        joined = pl.concat_str(last, *beyond, separator=form.delimiter, ignore_nulls=True)
        frame = frame.with_columns(
            pl.when(pl.any_horizontal(pl.col(beyond).is_not_null())).then(joined).otherwise(last).alias(last)
        )
    frame = frame.select(ROW, *(str(index) for index in range(len(form.columns))))
    if any("\0" in text for text in lines):
        for index, heading in enumerate(form.columns):
            rows = frame.filter(pl.col(str(index)).str.contains("\0", literal=True))[ROW]
            faults.extend((row, heading, index + 1, "nul-in-cell") for row in rows)
    faulty = pl.col(ROW).is_in([fault[0] for fault in faults])
    return used, frame.filter(faulty | pl.any_horizontal(cells.is_not_null())), faults


def _way(form: _Form) -> pl.Expr:
    """How to read each line: without quotes or with plain ones all at once, everything else one by one."""
    text, split = pl.col(_LINE), re.escape(form.delimiter)
    cell = f'(?:[^"{split}]*|"[^"]*")'
    plain_quotes = text.str.contains(f"^{cell}(?:{split}{cell})*$")
    too_many = text.str.count_matches(form.delimiter, literal=True) > form.width - 1
    return (
        pl.when(too_many | (text.str.len_bytes() > LONGEST))
        .then(_ONE_BY_ONE)
        .when(~text.str.contains('"', literal=True))
        .then(_AT_ONCE)
        .when(plain_quotes)
        .then(_QUOTED)
        .otherwise(_ONE_BY_ONE)
    )


def _split(lines: pl.DataFrame, form: _Form) -> pl.DataFrame:
    """Lines without quotes, split at every delimiter."""
    fields = pl.col(_LINE).str.split_exact(form.delimiter, form.width - 1)
    return lines.select(pl.col(ROW).cast(pl.Int64), fields.struct.rename_fields(_names(form)).struct.unnest())


def _unquoted(lines: pl.DataFrame, form: _Form) -> pl.DataFrame:
    """Lines whose quotes enclose whole cells and hold no others."""
    content = "\n".join(lines[_LINE]).encode()
    schema = dict.fromkeys(_names(form), pl.String())
    if not content:
        return pl.DataFrame(schema={ROW: pl.Int64(), **schema})
    cells = pl.read_csv(content, has_header=False, separator=form.delimiter, schema=schema, missing_columns="insert")
    return cells.insert_column(0, lines[ROW].cast(pl.Int64))


def _of_records(records: Sequence[_Record], form: _Form) -> pl.DataFrame:
    """Records as rows; of too many cells the last one holds all that are left, so that none is lost."""
    rows: list[list[str | None]] = []
    for record in records:
        cells = record.cells[: form.width]
        if record.fault and len(record.cells) > form.width:
            cells[-1] = form.delimiter.join(record.cells[form.width - 1 :])
        rows.append([*cells, *[None] * (form.width - len(cells))])
    columns = zip(*rows, strict=True) if rows else [()] * form.width
    series = [pl.Series(name, cells, pl.String()) for name, cells in zip(_names(form), columns, strict=True)]
    return pl.DataFrame([pl.Series(ROW, [record.at for record in records], pl.Int64()), *series])


def _names(form: _Form) -> list[str]:
    return [str(index) for index in range(form.width)]


def _records(
    lines: Sequence[str], wanted: Iterable[int], delimiter: str, width: int | None, *, at_end: bool
) -> Iterator[_Record]:
    """The records that begin at the wanted lines; one whose quotes are broken is its first line alone, cut at every
    delimiter. A record over several lines must have `width` cells, else its quote was never closed."""
    first = at = size = 0

    def feed() -> Iterator[str]:
        nonlocal at, size
        while at < len(lines) and at - first < MOST_LINES and size <= LONGEST:
            at += 1
            size += len(lines[at - 1])
            yield lines[at - 1] + "\n"

    reader = csv.reader(feed(), delimiter=delimiter, strict=True)
    for index in wanted:
        if index < at:
            continue
        first = at = index
        size = 0
        if len(lines[index]) > LONGEST:
            at += 1
            yield _Record(index, 1, [], "line-too-long")
            continue
        try:
            cells = next(reader)
            broken = at - index > 1 and width is not None and len(cells) != width
        except csv.Error:
            if at == len(lines) and not at_end and at - index < MOST_LINES and size <= LONGEST:
                yield _Record(index, 0, [])
                return
            cells, broken = [], True
        if broken:
            reader = csv.reader(feed(), delimiter=delimiter, strict=True)
            at = index + 1
            cells = lines[index].split(delimiter)
        fault = "quote-broken" if broken else None
        if not fault and width is not None and any(cell.strip() for cell in cells[width:]):
            fault = "row-too-long"
        yield _Record(index, at - index, cells, fault)
