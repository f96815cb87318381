"""The child that reads a workbook: the sheet, the row of its headings, every cell as text.

Request on standard input (JSON); on standard output frames as Arrow streams, each after its length in 8 bytes.
"""

from __future__ import annotations

import json
import posixpath
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import polars as pl
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from engine.registry.columns import ROW
from engine.registry.intake.header_row import LOOKED_AT, find_header, is_data, is_numbering
from engine.registry.intake.numbers import LIKE_THOUSANDS
from engine.registry.intake.table import HELPERS, ORIGINAL, fault_frame

HELP_SHEET = "Petunjuk"
"""The sheet of a template that explains its columns: no list of people."""
DAMAGED, TOO_HEAVY = 65, 66
"""Exit codes: the file is not a whole workbook; memory ran out."""
_AT_ONCE = 20_000
_WHOLE = 2**53
"""Whole numbers below are exact in a cell."""
_EXACT = 10**15
"""Excel keeps 15 digits; of longer numbers it made the rest zeros."""
_BLOCK = 1 << 20
_UNCOMPUTED = "="
"""Stands for the value of a formula without its result."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WITHOUT_VALUE = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*)>\s*
    (<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*)?
    (?:<(?:\w+:)?v>(\#[^<]{1,20})</|(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>)""",
    re.VERBOSE,
)
"""A cell whose value is an error such as #REF!, or a formula that nobody has computed."""
_SUSPECT = re.compile(rb"""\bt=["']e["']|<(?:\w+:)?f[\s/>]""")
"""What a stretch of a sheet must hold for such a cell to be in it."""
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_KIND = re.compile(rb"""\bt=["'](\w+)["']""")


class Faulty(Exception):
    """What the parent tells the user: a code of TABLE_FAULTS, the row, the values of its sentence."""

    def __init__(self, code: str, line: int = 1, **values: object) -> None:
        super().__init__(code)
        self.form = {"fault": code, "line": line, "values": values}


@dataclass(frozen=True, slots=True)
class _Headings:
    """Row (from 0) of the headings, the first row below them, the headings."""

    row: int
    below: int
    columns: tuple[str, ...]


def frames(path: Path, sheet: str | None, header_row: int | None) -> Iterator[pl.DataFrame]:
    """A cell of JSON (sheet, headings and their row, about how many rows), then faults and rows. Raises Faulty."""
    with zipfile.ZipFile(path) as archive, load_workbook(path) as book:
        name, grid, headings, others = _chosen(book, archive, sheet, header_row)
        first = (grid.start or (0, 0))[1]
        head = {
            "sheet": name,
            "others": others,
            "row": headings.row + 1,
            "columns": headings.columns,
            "rows": _last(grid) + 1 - headings.below,
        }
        yield pl.DataFrame({"head": [json.dumps(head)]})
        broken = _broken(archive, _parts(archive)[name], headings.below, first, len(headings.columns))
        faults = [
            (
                row + 1,
                headings.columns[column],
                column + 1,
                "cell-not-computed" if text == _UNCOMPUTED else "cell-error",
            )
            for row, cells in sorted(broken.items())
            for column, text in sorted(cells.items())
        ]
        if faults:
            yield fault_frame(faults)
        yield from _rows(grid, headings, first, broken)


def _chosen(
    book: CalamineWorkbook, archive: zipfile.ZipFile, sheet: str | None, header_row: int | None
) -> tuple[str, CalamineSheet, _Headings, list[str]]:
    """The sheet to read with its headings, and the other visible sheets that hold something."""
    sheets = [found for found in book.sheets_metadata if found.typ is SheetTypeEnum.WorkSheet]
    visible = [found.name for found in sheets if found.visible is SheetVisibleEnum.Visible]
    names = [found.name for found in sheets]
    if sheet is not None and sheet not in names:
        raise Faulty("sheet-unknown", choices=", ".join(names))
    problem = Faulty("sheet-empty")
    for name in visible if sheet is None else [sheet]:
        grid = book.get_sheet_by_name(name)
        try:
            headings = _headings(grid, header_row)
        except Faulty as fault:
            problem = fault
            continue
        if headings is not None:
            parts = _parts(archive)
            others = [
                o for o in visible if o not in (name, HELP_SHEET) and sheet is None and _filled(archive, parts[o])
            ]
            return name, grid, headings, others
    raise problem


def _headings(grid: CalamineSheet, header_row: int | None) -> _Headings | None:
    """Where the headings are; None where the sheet is empty. A heading over several rows is put together."""
    filled = ((index, [_text(cell) for cell in row]) for index, row in enumerate(grid.iter_rows()))
    top = list(islice(((index, row) for index, row in filled if any(row)), LOOKED_AT))
    if header_row is None:
        found = find_header([row for _, row in top])
        if found is not None and is_data(top[found][1]):
            raise Faulty("header-is-data", top[found][0] + 1)
    else:
        found = next((i for i, (index, _) in enumerate(top) if index + 1 == header_row), None)
        if found is None and top:
            raise Faulty("header-missing", header_row)
    if found is None:
        return None
    row, columns = top[found]
    first = (grid.start or (0, 0))[1]
    merged = [area for area in grid.merged_cell_ranges or [] if area[0][0] == row]
    last = min(max([bottom for _, (bottom, _) in merged], default=row), row + 3)
    upper = list(columns)
    for (_, left), (_, right) in merged:
        upper[left - first : right - first + 1] = [columns[left - first]] * len(upper[left - first : right - first + 1])
    lower = [cells for index, cells in top if row < index <= last]
    if lower:
        columns = [" ".join(dict.fromkeys(filter(None, cells))) for cells in zip(upper, *lower, strict=True)]
    below = last + 1
    if any(index == below and is_numbering(cells) for index, cells in top):
        below += 1
    return _Headings(row, below, tuple(columns))


def _rows(
    grid: CalamineSheet, headings: _Headings, first: int, broken: Mapping[int, Mapping[int, str]]
) -> Iterator[pl.DataFrame]:
    """The rows below the headings that hold anything; a merged cell's value stands in every cell that it covers."""
    areas: dict[int, list[tuple[range, slice]]] = {}
    for (top, left), (bottom, right) in grid.merged_cell_ranges or []:
        if top >= headings.below:
            area = range(top + 1, min(bottom, _last(grid)) + 1), slice(left - first, right - first + 1)
            areas.setdefault(top, []).append(area)
    covered: dict[int, list[tuple[slice, Any]]] = {}
    rows = islice(enumerate(grid.iter_rows()), headings.below, None)
    names = [str(index) for index in range(len(headings.columns))]
    named = list(zip(names, headings.columns, strict=True))
    counted = pl.any_horizontal(pl.col([name for name, heading in named if heading not in HELPERS]).is_not_null())
    original = pl.any_horizontal(pl.col([name for name, heading in named if heading == ORIGINAL]).is_not_null())
    while taken := list(islice(rows, _AT_ONCE)):
        for index, cells in taken:
            for span, value in covered.pop(index, ()):
                cells[span] = [value] * len(cells[span])
            for below, span in areas.get(index, ()):
                value = cells[span.start]
                cells[span] = [value] * len(cells[span])
                for row in below:
                    covered.setdefault(row, []).append((span, value))
            for column, text in broken.get(index, {}).items():
                cells[column] = text
        columns = zip(*(cells for _, cells in taken), strict=True)
        series = [
            pl.Series(name, [cell if type(cell) is str else _text(cell) for cell in cells], pl.String())
            for name, cells in zip(names, columns, strict=True)
        ]
        frame = pl.DataFrame([pl.Series(ROW, [index + 1 for index, _ in taken], pl.Int64()), *series])
        frame = frame.with_columns(pl.when(pl.col(names) != "").then(pl.col(names)))
        untouched = frame.filter(original & ~counted)[ROW].to_list()
        if untouched:
            yield fault_frame([(row, None, None, "row-uncorrected") for row in untouched])
        yield frame.filter(counted | original)


def _last(grid: CalamineSheet) -> int:
    """The last row (from 0) that holds anything."""
    return grid.end[0] if grid.end else -1


def _text(cell: object) -> str:
    """A cell as text: dates as YYYY-MM-DD, yes and no in words, whole numbers without a point.

    A number of more than 15 digits keeps its digits only where they are certain, else it is written 1.2E+15. A fraction
    of three digits gets a zero behind it, lest it be read as thousands.
    """
    match cell:
        case str():
            return cell
        case bool():
            return "ya" if cell else "tidak"
        case int() | float():
            whole = int(cell)
            if whole != cell:
                return f"{cell!r}0" if re.match(LIKE_THOUSANDS, repr(cell)) else repr(cell)
            certain = abs(whole) < _EXACT or (abs(whole) < _WHOLE and whole % 10)
            return str(whole) if certain else f"{cell:.14E}"
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the sheet's name."""
    try:
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        return {
            sheet.get("name", ""): posixpath.normpath(posixpath.join("/xl", targets[sheet.get(_RELATION)])).lstrip("/")
            for sheet in book.iter()
            if sheet.tag.rpartition("}")[2] == "sheet"
        }
    except (KeyError, ElementTree.ParseError) as error:
        raise Faulty("workbook-damaged") from error


def _filled(archive: zipfile.ZipFile, part: str) -> bool:
    """Whether a sheet holds a value near its top."""
    with archive.open(part) as content:
        return re.search(rb"<(?:\w+:)?(?:v|is)>", content.read(_BLOCK)) is not None


def _broken(archive: zipfile.ZipFile, part: str, below: int, first: int, width: int) -> dict[int, dict[int, str]]:
    """Cells with an error or a formula without its result, by row (from 0) and column; the reader drops them silently.

    Raises Faulty where such a cell does not say where it stands.
    """
    found: dict[int, dict[int, str]] = {}
    rest = b""
    with archive.open(part) as content:
        while block := content.read(_BLOCK):
            block = rest + block
            cut = max(block.rfind(end) + len(end) if end in block else 0 for end in (b"</c>", b":c>"))
            rest = block[cut:] if len(block) - cut <= _BLOCK else b""
            for match in _WITHOUT_VALUE.finditer(block[:cut]) if _SUSPECT.search(block) else ():
                kind = _KIND.search(match[1])
                error = match[3] if kind and kind[1] == b"e" else None
                if error is None and (match[2] is None or match[3] is not None or (kind and kind[1] == b"str")):
                    continue
                place = _PLACE.search(match[1])
                if place is None:
                    raise Faulty("cell-error-nowhere")
                row, column = int(place[2]) - 1, _number(place[1]) - first
                if row >= below and 0 <= column < width:
                    found.setdefault(row, {})[column] = error.decode("utf-8", "replace") if error else _UNCOMPUTED
    return found


def _number(letters: bytes) -> int:
    """The position of a column from 0: A is 0, AA is 26."""
    position = 0
    for letter in letters:
        position = position * 26 + letter - 64
    return position - 1


def _limit(memory: int) -> None:
    """Bounds the address space of this process, where the system can."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _send(frame: pl.DataFrame) -> None:
    content = BytesIO()
    frame.write_ipc_stream(content)
    sys.stdout.buffer.write(content.tell().to_bytes(8, "big") + content.getvalue())


def main() -> None:
    request = json.loads(sys.stdin.buffer.read())
    _limit(request["memory"])
    try:
        for frame in frames(Path(request["path"]), request["sheet"], request["header_row"]):
            _send(frame)
    except Faulty as fault:
        _send(pl.DataFrame({"head": [json.dumps(fault.form)]}))
    except (CalamineError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise SystemExit(DAMAGED) from error
    except MemoryError as error:
        raise SystemExit(TOO_HEAVY) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # calamine gave up on something it did not expect
            raise SystemExit(DAMAGED) from error
        raise


if __name__ == "__main__":
    main()
