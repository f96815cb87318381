"""A year's allocation as files: grants, everybody with the reason, accounts of money and villages, and a workbook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from engine.language.messages.money import CHOICES, MONEY, OPTIONS, UNPAID
from engine.language.vocabulary import Language
from engine.registry.allocation import statement
from engine.registry.allocation.budget import OF_A_QUOTA, OF_SHARING
from engine.registry.allocation.months import COUNT
from engine.registry.allocation.year import Year
from engine.registry.report.decisions import Format, write_decisions
from engine.registry.workbooks.style import Looks, fitting, new_book, print_wide

GRANTS, PEOPLE, ACCOUNTS, WORKBOOK = "hibah.parquet", "alokasi", "uang.json", "uang.xlsx"
SHOWN = 50_000
"""People in one sheet of the workbook; the file of all people has everybody."""
_AMOUNTS = frozenset({"dijanjikan", "diterima", "terpakai_sebelumnya", "diberikan", "sisa", "rupiah"})


def write_allocation(year: Year, folder: Path, form: Format, language: Language) -> dict[str, Any]:
    """Writes the files into the folder; the accounts as JSON values, rupiah as whole numbers. Raises TooManyRows."""
    grants, people = statement.grants(year), statement.people(year)
    grants.write_parquet(folder / GRANTS)
    everybody = folder / f".{PEOPLE}.parquet"
    people.write_parquet(everybody)
    write_decisions(everybody, folder / f"{PEOPLE}.{form}", form)
    everybody.unlink()
    told = accounts(year, grants, people, language)
    (folder / ACCOUNTS).write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
    _write_workbook(folder / WORKBOOK, year, people, language)
    return told


def accounts(year: Year, grants: pl.DataFrame, people: pl.DataFrame, language: Language) -> dict[str, Any]:
    """What was given, what is left, and why the rest is not paid; months are counted as person-months."""
    return {
        "city": year.budget.city,
        "year": year.budget.year,
        "from": year.start.isoformat(),
        "policies": [policy.id for policy in year.policies],
        "budget": year.budget.path,
        "seed": year.budget.seed,
        "options": [
            {
                "option": name,
                "label": OPTIONS[name][language],
                "choice": choice,
                "choice_label": CHOICES[choice][language],
                "assumed": name in year.budget.assumed,
            }
            for name, choice in _options(year)
        ],
        "quota": year.quota.amount if year.quota else None,
        "people_paid": int((people["bulan_dibayar"] > 0).sum()),
        "months_paid": grants.height,
        "amount_idr": int(grants["rupiah"].sum()),
        "waiting": {
            reason: {
                "label": UNPAID[reason][language],
                "people": int((months != 0).sum()),
                "months": int(COUNT[months].sum()),
            }
            for reason, months in year.unpaid.items()
            if months.any()
        },
        "undetermined": int(year.undetermined.sum()),
        "money": statement.pots(year).to_dicts(),
        "villages": statement.villages(year).to_dicts(),
        "grants_digest": digest_of(grants),
    }


def digest_of(frame: pl.DataFrame) -> str:
    """Of a table in canonical order, such as that of grants: equal for equal rows."""
    rows = ("\t".join("" if value is None else str(value) for value in row) for row in frame.iter_rows())
    return "sha256:" + hashlib.sha256("\n".join(rows).encode()).hexdigest()


def reasons_in_words(text: str | None, language: Language) -> str:
    """`quota: 2023-01–2023-12` as people read it."""
    parts = [part.partition(": ") for part in (text or "").split("; ") if part]
    return "; ".join(f"{UNPAID[code][language]} ({months})" for code, _, months in parts)


def _write_workbook(path: Path, year: Year, people: pl.DataFrame, language: Language) -> None:
    """Money, villages, people who are paid and people who wait, a sheet each."""
    with new_book(path) as (book, looks):
        _about(book.add_worksheet(MONEY["sheet_about"][language]), looks, year, people, language)
        amount = book.add_format({"num_format": "#,##0", "valign": "top"})
        _table(book, looks, amount, "sheet_money", statement.pots(year), language)
        _table(book, looks, amount, "sheet_villages", statement.villages(year), language)
        paid = people.filter(pl.col("bulan_dibayar") > 0)
        _table(book, looks, amount, "sheet_paid", _readable(year, paid, language), language, drop=("belum_pasti",))
        waiting = people.filter(pl.col("tidak_dibayar").is_not_null() | pl.col("belum_pasti"))
        _table(book, looks, amount, "sheet_waiting", _readable(year, waiting, language), language)


def _options(year: Year) -> list[tuple[str, str]]:
    """The options that matter in the year, and what was chosen."""
    idle = OF_A_QUOTA if year.quota is None else frozenset() if year.by_village else OF_SHARING
    return sorted((name, choice) for name, choice in year.budget.options.items() if name not in idle)


def _readable(year: Year, people: pl.DataFrame, language: Language) -> pl.DataFrame:
    """The first of them in the order of their lines, with reasons in words."""
    by_line = ["urutan", "nik"]
    if year.by_village and "kelurahan" in people.columns:
        by_line = ["kelurahan", *by_line]
    shown = people.sort(by_line, nulls_last=True).head(SHOWN)
    words = [reasons_in_words(text, language) or None for text in shown["tidak_dibayar"]]
    return shown.with_columns(pl.Series("tidak_dibayar", words, dtype=pl.String))


def _about(sheet: Any, looks: Looks, year: Year, people: pl.DataFrame, language: Language) -> None:
    sheet.set_column(0, 0, 44, looks.wrapped)
    sheet.set_column(1, 1, 70, looks.wrapped)
    sheet.write_string(0, 0, MONEY["title"][language].format(year=year.budget.year), looks.title)
    for row, (name, value) in enumerate(_facts(year, people, language), start=2):
        sheet.write_string(row, 0, name, looks.wrapped)
        sheet.write_string(row, 1, value, looks.wrapped)
    print_wide(sheet, 0)


def _facts(year: Year, people: pl.DataFrame, language: Language) -> Iterator[tuple[str, str]]:
    yield MONEY["policies"][language], ", ".join(policy.id for policy in year.policies)
    yield MONEY["from"][language], year.start.isoformat()
    yield MONEY["seed"][language], year.budget.seed
    if year.quota:
        yield MONEY["quota"][language], str(year.quota.amount)
    for name, choice in _options(year):
        assumed = f" ({MONEY['assumed'][language]})" if name in year.budget.assumed else ""
        yield OPTIONS[name][language], CHOICES[choice][language] + assumed
    yield MONEY["people_paid"][language], str(int((people["bulan_dibayar"] > 0).sum()))
    for reason, months in year.unpaid.items():
        if months.any():
            yield MONEY["unpaid"][language].format(reason=UNPAID[reason][language]), str(int(np.count_nonzero(months)))


def _table(
    book: Any,
    looks: Looks,
    amount: Any,
    name: str,
    frame: pl.DataFrame,
    language: Language,
    drop: tuple[str, ...] = (),
) -> None:
    sheet = book.add_worksheet(MONEY[name][language])
    shown = frame.drop(drop)
    for column, heading in enumerate(shown.columns):
        wide = shown.schema[heading] == pl.String
        sheet.set_column(column, column, 24 if wide else 14, looks.text if wide else looks.number)
        sheet.write_string(0, column, MONEY[heading][language] if heading in MONEY else heading, looks.heading)
    for row, values in enumerate(shown.iter_rows(), start=1):
        for column, value in enumerate(values):
            if isinstance(value, bool):
                sheet.write_string(row, column, CHOICES["ya" if value else "tidak"][language], looks.text)
            elif isinstance(value, int):
                sheet.write_number(row, column, value, amount if shown.columns[column] in _AMOUNTS else looks.number)
            elif value is not None:
                sheet.write_string(row, column, fitting(str(value)), looks.text)
    sheet.freeze_panes(1, 1)
    if shown.width:
        sheet.autofilter(0, 0, max(shown.height, 1), shown.width - 1)
    print_wide(sheet, 1)
