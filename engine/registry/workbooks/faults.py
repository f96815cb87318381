"""The faulty and held rows of a list as they were written, to be corrected in a spreadsheet and fed in again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from xlsxwriter.worksheet import Worksheet

from engine.language.diagnostic import Diagnostic, Place
from engine.language.messages import fault_text
from engine.language.messages.workbooks import WORKBOOKS
from engine.language.vocabulary import Language
from engine.registry.columns import ROW
from engine.registry.intake.column import as_text
from engine.registry.intake.sheet_child import HELP_SHEET
from engine.registry.intake.table import EXPLAINING, HELPERS, ORIGINAL, SHIFTED
from engine.registry.workbooks.style import CELL, Looks, fitting, height_for, new_book, print_wide

SHEET = "Perbaikan"
MOST_ROWS = 100_000
"""Rows in one workbook; the first ones, for people correct by hand."""
MOST_COMMENTS = 5_000
"""Cells with a comment; more make Excel slow. The column of reasons always has all of them."""
_WIDTHS = (10, 54, 54)
_AT_ONCE = 5_000
_BETWEEN = " | "
"""Between the values of a row that has shifted."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows are in the workbook, how many are not, how many values were too long for a cell."""

    rows: int
    left_out: int
    cut: int


@dataclass(frozen=True, slots=True)
class _Fault:
    """A fault of a row: column from 1 (None: all of it), heading, what is wrong, what to do."""

    column: int | None
    heading: str | None
    text: str
    hint: str | None


def write_fault_workbook(
    path: Path,
    table_path: str,
    faults: pl.DataFrame,
    rows: pl.DataFrame,
    columns: Sequence[str],
    language: Language,
    held: Mapping[int, str],
    *,
    most_rows: int = MOST_ROWS,
) -> Written:
    """Writes the rows to correct, by row number, with their faults marked and explained.

    `faults` has FAULT_COLUMNS; `rows` has `baris` and the columns by position, as `Table.batches` give them;
    `columns` are the headings; `held` says why rows are held, in the reader's words, by row. Of more than `most_rows`
    the first are written and the others counted in the last line. Raises OSError.
    """
    chosen = rows.sort(ROW).unique(ROW, keep="first", maintain_order=True)
    left_out = max(chosen.height - most_rows, 0)
    chosen = chosen.head(most_rows)
    told = faults.filter(pl.col(ROW).is_in(chosen[ROW].implode())).sort(ROW, "urutan", maintain_order=True)
    shifted = frozenset(told.filter(pl.col("kode").is_in(SHIFTED))[ROW])
    with new_book(path, streamed=True) as (book, looks):
        sheet, guide = book.add_worksheet(SHEET), book.add_worksheet(HELP_SHEET)
        shown = _head(sheet, looks, columns, original=bool(shifted))
        before = [position for position, heading in enumerate(columns) if heading == ORIGINAL]
        cut = _fill(sheet, looks, shown, before, chosen, _by_row(told, table_path, language), shifted, held, language)
        if left_out:
            rest = WORKBOOKS["faults_rest"][language].format(left=left_out, path=table_path)
            sheet.write_string(chosen.height + 1, 1, fitting(rest), looks.wrapped)
        sheet.autofilter(0, 0, max(chosen.height, 1), len(EXPLAINING) + len(shown) - 1)
        print_wide(sheet, 1)
        written = Written(chosen.height, left_out, cut)
        _guide(guide, looks, table_path, told, written, language)
    return written


def _head(sheet: Worksheet, looks: Looks, columns: Sequence[str], *, original: bool) -> list[int]:
    """Writes the headings; the positions of the file's columns that are shown, without those of an earlier workbook."""
    sheet.freeze_panes(1, len(EXPLAINING))
    for at, (name, width) in enumerate(zip(EXPLAINING, _WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, name, looks.helper)
    shown = [position for position, heading in enumerate(columns) if heading not in HELPERS]
    for at, position in enumerate(shown, start=len(EXPLAINING)):
        sheet.set_column(at, at, 20, looks.text)
        sheet.write_string(0, at, fitting(columns[position]), looks.heading)
    if original or ORIGINAL in columns:
        at = len(EXPLAINING) + len(shown)
        sheet.set_column(at, at, 60, looks.text)
        sheet.write_string(0, at, ORIGINAL, looks.helper)
    return shown


def _fill(
    sheet: Worksheet,
    looks: Looks,
    shown: Sequence[int],
    original: Sequence[int],
    rows: pl.DataFrame,
    faults: Mapping[int, Sequence[_Fault]],
    shifted: Collection[int],
    held: Mapping[int, str],
    language: Language,
) -> int:
    """Writes the rows below the headings; how many values were cut.

    The values of a shifted row stand together behind its columns, which stay empty: fed in again as it is, it is held.
    `original` is where an earlier workbook has them.
    """
    cut = comments = 0
    for line, (number, *cells) in enumerate(_texts(rows), start=1):
        here = faults.get(number, ())
        marked = {fault.column: fault for fault in reversed(here) if fault.column is not None}
        said = fitting(_reasons(here, held.get(number), language)), fitting(_hints(here))
        sheet.set_row(line, height_for(said, _WIDTHS[1:]))
        sheet.write_number(line, 0, number, looks.number)
        sheet.write_string(line, 1, said[0], looks.wrapped)
        sheet.write_string(line, 2, said[1], looks.wrapped)
        if number in shifted:
            whole = _BETWEEN.join(cells[position] or "" for position in (*shown, *original)).strip(_BETWEEN)
            cut += fitting(whole) != whole
            sheet.write_string(line, len(EXPLAINING) + len(shown), fitting(whole), looks.faulty)
            continue
        for at, position in enumerate(shown, start=len(EXPLAINING)):
            text, fault = cells[position], marked.get(position + 1)
            look = looks.faulty if fault else looks.text
            if text is not None:
                cut += fitting(text) != text
                sheet.write_string(line, at, fitting(text), look)
            elif fault:
                sheet.write_blank(line, at, None, look)
            if fault and comments < MOST_COMMENTS:
                comments += 1
                comment = "\n".join(filter(None, (fault.text, fault.hint)))
                sheet.write_comment(line, at, fitting(comment), {"x_scale": 2, "y_scale": 1.2})
    return cut


def _texts(rows: pl.DataFrame) -> Iterator[tuple[int, *tuple[str | None, ...]]]:
    """Row number and cells as text; a NUL character, which no workbook holds, as U+FFFD."""
    for start in range(0, rows.height, _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        cells = part.select(
            as_text(part[name]).str.replace_all("\0", "\N{REPLACEMENT CHARACTER}") for name in part.columns
        )
        for number, row in zip(part[ROW], cells.drop(ROW).iter_rows(), strict=True):
            yield (number, *row)


def _by_row(faults: pl.DataFrame, path: str, language: Language) -> dict[int, list[_Fault]]:
    """The faults of each row in words."""
    said: dict[tuple[str, str | None], tuple[str, str | None]] = {}
    found: dict[int, list[_Fault]] = {}
    for number, heading, column, code, near in faults.select(ROW, "kolom", "urutan", "kode", "saran").iter_rows():
        if (code, near) not in said:
            values: dict[str, object] = {"suggestion": near} if near else {}
            said[code, near] = fault_text(Diagnostic(code, Place(path, number, column or 1), values), language)
        found.setdefault(number, []).append(_Fault(column, heading, *said[code, near]))
    return found


def _reasons(faults: Sequence[_Fault], why_held: str | None, language: Language) -> str:
    held = [WORKBOOKS["held"][language].format(why=why_held)] if why_held else []
    return "\n".join([*held, *(f"{fault.heading}: {fault.text}" if fault.heading else fault.text for fault in faults)])


def _hints(faults: Sequence[_Fault]) -> str:
    hints = (f"{fault.heading}: {fault.hint}" if fault.heading else fault.hint for fault in faults if fault.hint)
    return "\n".join(dict.fromkeys(hints))


def _guide(
    sheet: Worksheet, looks: Looks, path: str, faults: pl.DataFrame, written: Written, language: Language
) -> None:
    """What the workbook is and what to do with it, and how often each fault occurs in it."""
    says = {key: label[language] for key, label in WORKBOOKS.items()}
    widths = (12, 70, 70)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    count = says["faults_count" if written.left_out else "faults_all"].format(rows=written.rows, left=written.left_out)
    lines = [count, says["faults_how"], says["how_private"]]
    marked = faults.filter(pl.col("urutan").is_not_null()).select(ROW, "urutan").n_unique()
    if marked > MOST_COMMENTS:
        lines.append(says["faults_comments"].format(count=MOST_COMMENTS))
    if written.cut:
        lines.append(says["faults_cut"].format(count=written.cut, most=CELL))
    sheet.write_string(0, 0, says["faults_title"].format(path=path), looks.title)
    for row, line in enumerate(lines, start=1):
        sheet.write_string(row, 0, line)
    print_wide(sheet, 0)
    row = len(lines) + 2
    for at, heading in enumerate(("cells", "reason", "advice")):
        sheet.write_string(row, at, says[heading], looks.heading)
    for code, number in (
        faults["kode"].value_counts(sort=True).sort("count", "kode", descending=[True, False]).iter_rows()
    ):
        row += 1
        text, hint = fault_text(Diagnostic(code, Place(path)), language)
        sheet.set_row(row, height_for([text, hint or ""], widths[1:]))
        sheet.write_number(row, 0, number, looks.number)
        sheet.write_string(row, 1, text, looks.wrapped)
        sheet.write_string(row, 2, hint or "", looks.wrapped)
