"""The workbook of an impact: tables whose numbers lead to the rows behind them, and the sheets of those rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from engine.language.library import Library
from engine.language.messages.impact import IMPACT
from engine.language.vocabulary import Language
from engine.language.wording import grouped
from engine.registry.columns import ROW
from engine.registry.workbooks.paper import Book, Column, Linked, Sheet
from engine.registry.workbooks.style import fitting
from engine.revision.impact.impact import Impact
from engine.revision.impact.sections import Block, Section
from engine.revision.impact.showing import AFTER, BEFORE, Showing

_TABLES, _ROWS = "#1F3A4D", "#B7C3CC"
"""Colours of the sheets' tabs."""
_HEAD = 3
"""Rows of a sheet of rows before its first: title, explanation, headings."""


class Leading:
    """Where the blocks of rows stand, known before they are written, and which number leads to each."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.targets: dict[int, str] = {}
        self.backs: dict[int, str] = {}
        for section in sections:
            row = _HEAD
            for block in section.blocks:
                if section.alone:
                    first, row = 0, _HEAD + bool(_cut(block)) + block.rows.height
                else:
                    first, row = row + 1, row + 2 + bool(_cut(block)) + block.rows.height
                columns = _width(section) - 1
                self.targets[id(block)] = address(section.name, xl_range(first, 0, row - 1, columns))

    def to(self, block: Block | None, value: int, sheet: Sheet, column: int, below: int = 0) -> int | Linked:
        """The number for a cell of the sheet's next row, or so many `below`, leading to its block if it has one."""
        if block is None:
            return value
        cell = xl_rowcol_to_cell(sheet.row + below, column)
        self.backs.setdefault(id(block), address(sheet.sheet.name, cell))
        return Linked(value, self.targets[id(block)])


def address(sheet: str, cells: str) -> str:
    """Of cells of the same workbook."""
    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!{cells}"


def table_sheet(book: Book, name: str, columns: Sequence[Column], title: str, said: Sequence[str]) -> Sheet:
    sheet = Sheet(book, name, columns, title, said)
    sheet.sheet.set_tab_color(_TABLES)
    return sheet


def rows_sheets(
    book: Book, sections: Sequence[Section], leading: Leading, found: Impact, library: Library, language: Language
) -> None:
    """Writes every sheet of rows that has blocks."""
    showing = Showing(found, library, language)
    for section in sections:
        if section.blocks:
            _write(book, section, leading, showing, language)


def _write(book: Book, section: Section, leading: Leading, showing: Showing, language: Language) -> None:
    columns = showing.columns(section.shape, amounts=_with_amounts(section))
    said = [IMPACT["in_list_order"][language]]
    if section.alone:
        said += [_told(block, section, language) for block in section.blocks if _cut(block)]
    sheet = Sheet(book, section.name, columns, section.title, said)
    sheet.sheet.set_tab_color(_ROWS)
    if section.alone:
        (block,) = section.blocks
        sheet.table(_shown(block, section, showing))
        return
    sheet.head()
    sheet.sheet.freeze_panes(sheet.row, 0)
    sheet.sheet.repeat_rows(sheet.row - 1)
    looks = [column.look for column in columns]
    for block in section.blocks:
        heading = IMPACT["block"][language].format(what=block.heading, people=grouped(block.people, language))
        sheet.part(heading, leading.backs.get(id(block)))
        if _cut(block):
            sheet.sheet.write_string(sheet.row, 1, _told(block, section, language), book.looks["said"])
            sheet.row += 1
        for values in _shown(block, section, showing):
            sheet.cells(values, looks)


def _shown(block: Block, section: Section, showing: Showing) -> Sequence[Sequence[object]]:
    rows = block.rows
    if not rows.height:
        return []
    if block.amounts:
        sums = zip((BEFORE, AFTER), block.amounts, strict=True)
        rows = rows.with_columns(pl.sql_expr(amount).cast(pl.Int64).alias(name) for name, amount in sums)
    if section.alone:
        rows = rows.sort("kelurahan", ROW, maintain_order=True)
    return showing.rows(rows, section.shape).rows()


def _with_amounts(section: Section) -> bool:
    return any(block.amounts for block in section.blocks)


def _width(section: Section) -> int:
    return {"people": 14, "moved": 13, "granted": 8}[section.shape] + 2 * _with_amounts(section)


def _cut(block: Block) -> bool:
    """Whether the file has more of its rows than the workbook."""
    return block.rows.height < block.people


def _told(block: Block, section: Section, language: Language) -> str:
    """How many rows there are, and the command that shows them all."""
    key = "cut" if block.rows.height else "elsewhere"
    people, shown = grouped(block.people, language), grouped(block.rows.height, language)
    return fitting(IMPACT[key][language].format(shown=shown, people=people, command=command(section.path, block.where)))


def command(path: Path, where: str) -> str:
    """What shows all rows of a file for which a condition holds."""
    return f'perwal rows {path.name} "{where}" -o baris.xlsx'
