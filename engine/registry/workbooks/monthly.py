"""A month as a workbook: payments with their due days, the roster, changes, the work list for BPJS, and warnings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from engine.language.messages.monthly import (
    ASSUMPTIONS,
    DIRECTIONS,
    HEADINGS,
    KIND_LABELS,
    MONTHLY,
)
from engine.language.regions import village_name
from engine.language.vocabulary import Language
from engine.registry.workbooks.style import Looks, fitting, height_for, new_book, print_wide

SHOWN = 50_000
"""Rows of one sheet; the files of the folder have all of them."""
_WIDTHS = {
    "nik": 18, "nama": 30, "kelurahan": 22, "kelompok": 22, "uang": 16, "sumber_dana": 12, "penyedia": 24, "no_kk": 18,
    "keterangan": 52, "pasal": 24, "catatan": 48, "kode_rekening": 22, "menggantikan": 18, "digantikan": 18,
    "peristiwa": 20, "segmen": 10, "program": 12, "arah": 14, "dilanjutkan": 16, "uang_terakhir": 16,
    "kegiatan": 18,
}  # fmt: skip
_WRAPPED = ("keterangan", "catatan")
_AMOUNTS = frozenset(
    (
        "orang",
        "rupiah",
        "tarif",
        "iuran",
        "diterima",
        "terbayar",
        "bulan_ini",
        "dijanjikan_kemudian",
        "sisa",
        "rupiah_lebih",
    )
)
_NUMBER = 13


@dataclass(frozen=True, slots=True)
class Tables:
    """What the workbook shows of a month."""

    title: str
    month: date
    counts: Sequence[tuple[str, int]]
    """Keys of `MONTHLY` and numbers, from last month's roster to this one's."""
    notes: Sequence[str]
    recap: pl.DataFrame
    balance: pl.DataFrame
    roster: pl.DataFrame
    changes: pl.DataFrame
    bpjs: pl.DataFrame
    ending: pl.DataFrame
    leaving: pl.DataFrame
    arrears: pl.DataFrame
    waiting: pl.DataFrame


def write_month(path: Path, tables: Tables, language: Language) -> None:
    """The workbook at that path; the same month gives the same bytes. Raises OSError."""
    with new_book(path) as (book, looks):
        book.set_properties({"created": datetime(tables.month.year, tables.month.month, 1)})
        kinds = _Kinds(
            looks,
            total_text=book.add_format({"bold": True, "top": 1}),
            part=book.add_format({"bold": True, "font_size": 12, "font_color": "#1F3A4D"}),
        )
        _front(book.add_worksheet(MONTHLY["sheet_recap"][language]), kinds, tables, language)
        for key, frame in (
            ("sheet_roster", tables.roster),
            ("sheet_changes", tables.changes.drop("alasan")),
            ("sheet_bpjs", tables.bpjs),
            ("sheet_ending", tables.ending),
            ("sheet_leaving", tables.leaving),
            ("sheet_arrears", tables.arrears),
            ("sheet_waiting", tables.waiting),
        ):
            _list(book.add_worksheet(MONTHLY[key][language]), kinds, frame, language)
        _grounds(book.add_worksheet(MONTHLY["sheet_notes"][language]), looks, language)


@dataclass(frozen=True, slots=True)
class _Kinds:
    looks: Looks
    total_text: Any
    part: Any


def _front(sheet: Any, kinds: _Kinds, tables: Tables, language: Language) -> None:
    """Title, payments with their sum, the pots, and how the roster came about."""
    for column, width in enumerate((24, 14, 26, 15, 15, 15, 19, 15, 24)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, tables.title, kinds.looks.title)
    row = 1
    for note in tables.notes:
        sheet.write_string(row, 0, note, kinds.looks.text)
        row += 1
    row = _part(sheet, kinds, row + 1, MONTHLY["payments"][language], tables.recap, language)
    people = int(tables.recap["orang"].sum())
    rupiah = int(tables.recap["rupiah"].sum())
    names = tables.recap.columns
    for column, name in enumerate(names):
        sheet.write_blank(row, column, None, kinds.total_text)
        if name in ("orang", "rupiah"):
            sheet.write_number(row, column, people if name == "orang" else rupiah, kinds.looks.total)
    sheet.write_string(row, 0, MONTHLY["total"][language], kinds.total_text)
    row = _part(sheet, kinds, row + 2, MONTHLY["money"][language], tables.balance, language)
    row += 1
    sheet.write_string(row, 0, MONTHLY["people"][language], kinds.part)
    for key, number in tables.counts:
        row += 1
        sheet.write_string(row, 0, MONTHLY[key][language], kinds.looks.text)
        sheet.write_number(row, 3, number, kinds.looks.amount)
    print_wide(sheet, 0)


def _part(sheet: Any, kinds: _Kinds, row: int, title: str, frame: pl.DataFrame, language: Language) -> int:
    """A table with its title; the row beneath it."""
    sheet.write_string(row, 0, title, kinds.part)
    sheet.set_row(row + 1, 32)
    for column, name in enumerate(frame.columns):
        sheet.write_string(row + 1, column, HEADINGS[name][language], kinds.looks.heading)
    row += 2
    for values in frame.iter_rows():
        _cells(sheet, kinds, row, frame.columns, values, language)
        row += 1
    return row


def _list(sheet: Any, kinds: _Kinds, frame: pl.DataFrame, language: Language) -> None:
    """A table over the whole sheet, its headings frozen."""
    shown = frame.head(SHOWN)
    for column, name in enumerate(frame.columns):
        sheet.set_column(column, column, _WIDTHS.get(name, _NUMBER))
        sheet.write_string(0, column, HEADINGS[name][language], kinds.looks.heading)
    sheet.set_row(0, 30)
    for row, values in enumerate(shown.iter_rows(), start=1):
        _cells(sheet, kinds, row, frame.columns, values, language)
    if not shown.height:
        sheet.write_string(1, 0, MONTHLY["none"][language], kinds.looks.text)
    if frame.height > SHOWN:
        rest = MONTHLY["rest"][language].format(count=frame.height - SHOWN)
        sheet.write_string(shown.height + 1, 0, rest, kinds.looks.text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(shown.height, 1), max(frame.width - 1, 0))
    print_wide(sheet, 1)


def _cells(
    sheet: Any, kinds: _Kinds, row: int, columns: Sequence[str], values: Sequence[object], language: Language
) -> None:
    looks = kinds.looks
    wrapped = [
        (_word(name, value, language), _WIDTHS[name])
        for name, value in zip(columns, values, strict=True)
        if name in _WRAPPED and value
    ]
    if wrapped:
        sheet.set_row(row, height_for([text for text, _ in wrapped], [width for _, width in wrapped]))
    for column, (name, value) in enumerate(zip(columns, values, strict=True)):
        if value is None:
            continue
        if isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), looks.day)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, kinds.looks.amount if name in _AMOUNTS else looks.number)
        else:
            text = fitting(_word(name, value, language))
            sheet.write_string(row, column, text, looks.wrapped if name in _WRAPPED else looks.text)


def _word(name: str, value: object, language: Language) -> str:
    """A code in words where it has any."""
    text = str(value)
    if name == "kelurahan":
        return village_name(text) or text
    labels = {"arah": DIRECTIONS, "peristiwa": KIND_LABELS}.get(name, {})
    return labels[text][language] if text in labels else text


def _grounds(sheet: Any, looks: Looks, language: Language) -> None:
    sheet.set_column(0, 0, 120, looks.wrapped)
    texts = [MONTHLY["recommendation"][language], *(label[language] for label in ASSUMPTIONS.values())]
    for row, text in enumerate(texts):
        sheet.set_row(row, height_for([text], [120]))
        sheet.write_string(row, 0, text, looks.wrapped)
    print_wide(sheet, 0)
