"""The deductions of donors as a workbook: what it rests on, departments by month, and the list to work through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import polars as pl

from engine.language.messages.donors import DONORS, STATUSES
from engine.language.vocabulary import Language
from engine.language.wording import rupiah
from engine.registry.workbooks.style import Looks, fitting, new_book, print_wide

_WIDTHS = {"bulan": 10, "perangkat_daerah": 40, "nip": 22, "nama_donatur": 32, "status": 10, "cara": 20}
_NARROW = 13
INITIALS = "paraf"
"""An empty column for the initials of whoever works through the list."""


def write_deductions(
    path: Path,
    owed: pl.DataFrame,
    period: str,
    policy: str,
    notes: Sequence[Mapping[str, str]],
    voluntary: bool,
    day: date,
    language: Language,
) -> None:
    """Writes `tables.deductions`; the same table gives the same bytes. Raises OSError."""
    kind = "voluntary" if voluntary else "allowance"
    with new_book(path) as (book, looks):
        book.set_properties({"created": datetime.combine(day, time())})
        about = book.add_worksheet(DONORS["sheet_about"][language])
        _about(about, looks, DONORS[f"title_{kind}"][language].format(period=period), policy, owed, notes, language)
        _departments(book.add_worksheet(DONORS["sheet_departments"][language]), looks, owed, language)
        _list(book.add_worksheet(DONORS[f"sheet_list_{kind}"][language]), looks, owed, language)


def _about(
    sheet: Any,
    looks: Looks,
    title: str,
    policy: str,
    owed: pl.DataFrame,
    notes: Sequence[Mapping[str, str]],
    language: Language,
) -> None:
    sheet.set_column(0, 0, 34, looks.wrapped)
    sheet.set_column(1, 1, 90, looks.wrapped)
    sheet.write_string(0, 0, title, looks.title)
    months = owed.group_by("bulan").agg(pl.col("pekerja").sum())["pekerja"].max()
    facts = [
        (DONORS["policy"][language], policy),
        (DONORS["about_donors"][language], str(owed["nip"].n_unique())),
        (DONORS["about_workers"][language], str(months or 0)),
        (DONORS["about_amount"][language], rupiah(int(owed["rupiah"].sum()))),
    ]
    for row, (name, value) in enumerate(facts, start=2):
        sheet.write_string(row, 0, name, looks.wrapped)
        sheet.write_string(row, 1, value, looks.wrapped)
    for row, note in enumerate(notes, start=3 + len(facts)):
        sheet.write_string(row, 1, note["message"], looks.note)
    print_wide(sheet, 0)


def _departments(sheet: Any, looks: Looks, owed: pl.DataFrame, language: Language) -> None:
    """Rupiah of each department in each month, with sums both ways."""
    months = owed["bulan"].unique().sort().to_list()
    sums = {
        (name, month): paid
        for name, month, paid in owed.group_by("perangkat_daerah", "bulan").agg(pl.col("rupiah").sum()).iter_rows()
    }
    names = owed["perangkat_daerah"].unique().sort().to_list()
    headings = [DONORS["heading_perangkat_daerah"][language], *months, DONORS["total"][language]]
    sheet.set_column(0, 0, _WIDTHS["perangkat_daerah"], looks.text)
    sheet.set_column(1, len(headings) - 1, _NARROW, looks.amount)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, looks.heading)
    for row, name in enumerate(names, start=1):
        sheet.write_string(row, 0, fitting(name), looks.text)
        paid = [sums.get((name, month), 0) for month in months]
        for column, value in enumerate([*paid, sum(paid)], start=1):
            sheet.write_number(row, column, value, looks.amount)
    last = len(names) + 1
    sheet.write_string(last, 0, DONORS["total"][language], looks.total)
    of_months = [sum(sums.get((name, month), 0) for name in names) for month in months]
    for column, value in enumerate([*of_months, sum(of_months)], start=1):
        sheet.write_number(last, column, value, looks.total)
    sheet.freeze_panes(1, 1)
    print_wide(sheet, 1)


def _list(sheet: Any, looks: Looks, owed: pl.DataFrame, language: Language) -> None:
    """Each donor of each month, a department a page when printed."""
    ordered = owed.sort("perangkat_daerah", "bulan", "nip")
    columns = [*ordered.columns, INITIALS]
    for column, name in enumerate(columns):
        sheet.set_column(column, column, _WIDTHS.get(name, _NARROW))
        sheet.write_string(0, column, DONORS[f"heading_{name}"][language], looks.heading)
    breaks = []
    department = None
    for row, values in enumerate(ordered.iter_rows(named=True), start=1):
        if department is not None and values["perangkat_daerah"] != department:
            breaks.append(row)
        department = values["perangkat_daerah"]
        for column, name in enumerate(ordered.columns):
            _cell(sheet, row, column, name, values[name], looks, language)
    sheet.set_h_pagebreaks(breaks)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(ordered.height, 1), len(columns) - 1)
    print_wide(sheet, 1)


def _cell(sheet: Any, row: int, column: int, name: str, value: object, looks: Looks, language: Language) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, looks.day)
    elif isinstance(value, int):
        sheet.write_number(row, column, value, looks.amount)
    elif value is not None:
        text = str(value)
        if name == "status" and text in STATUSES:
            text = STATUSES[text][language]
        elif name == "cara":
            text = DONORS[text][language]
        sheet.write_string(row, column, fitting(text), looks.text)
