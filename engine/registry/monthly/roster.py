"""The roster: who is paid for in a month. Last month's is read from a run's or a month's folder, or from a file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from engine.language.diagnostic import Diagnostic, Place, has_errors
from engine.language.library import shown
from engine.language.regions import is_region_code
from engine.language.vocabulary import Vocabulary
from engine.registry.allocation.budget import Pot
from engine.registry.allocation.granted import SCHEMA as GRANT
from engine.registry.intake.identity import read_nik
from engine.registry.intake.numbers import whole_number
from engine.registry.monthly import ledger as books
from engine.registry.monthly.dates import Month, month_of
from engine.registry.monthly.tables import Own, read_sheet

ROSTER, STATE, EVENTS = "daftar", "bulan.json", "peristiwa.parquet"
"""Names of the files of a month; a folder that has STATE is a month's."""
DECISIONS = "keputusan.parquet"
"""Name of a run's decisions."""

SCHEMA: dict[str, pl.DataType] = {
    "nik": pl.String(),
    "nama": pl.String(),
    "kelurahan": pl.String(),
    "kelompok": pl.String(),
    "segmen": pl.String(),
    "uang": pl.String(),
    "sumber_dana": pl.String(),
    "penyedia": pl.String(),
    "rupiah": pl.Int64(),
    "sejak": pl.String(),
    "sampai_bulan": pl.String(),
    "bulan_terakhir_dibayar": pl.String(),
}
"""A person a row: identity, village whose place is held, group, segment, pot with source and provider, rupiah a month,
first month of this stretch, last month that the pot has promised (null: to the end of the budget year), last month
paid, this one taken in. Months are YYYY-MM."""

_OWN: Own = {
    "kelompok": (),
    "segmen": (),
    "uang": ("id uang",),
    "sumber_dana": ("source",),
    "penyedia": ("donatur", "provider"),
    "rupiah": ("iuran", "iuran per bulan"),
    "sejak": ("sejak bulan", "since"),
    "sampai_bulan": ("sampai", "until"),
    "bulan_terakhir_dibayar": ("bulan terakhir", "last month paid"),
}
_REQUIRED = ("nik", "uang", "bulan_terakhir_dibayar")


@dataclass(frozen=True, slots=True)
class Last:
    """What is known when a month begins."""

    roster: pl.DataFrame
    """Last month's (SCHEMA), by identity; empty where nobody was paid for."""
    ledger: pl.DataFrame
    """`granted.SCHEMA`: all months paid so far, and those promised from this month on."""
    events: Path | None
    """What happened in earlier months, where it was kept."""


def read_last(
    path: Path,
    month: Month,
    vocabulary: Vocabulary,
    pots: Iterable[Pot],
    granted: Path | None,
    faults: list[Diagnostic],
) -> Last | None:
    """What the month before `month` left: the folder of `perwal month` or `perwal run`, or a roster as a file.

    `granted` are the months of the year paid before, for a file that stands alone. None with a fault. Raises
    Unreadable.
    """
    if path.is_dir() and (path / STATE).is_file():
        return _of_month(path, month, faults)
    if path.is_dir():
        return _of_run(path, month, faults)
    return _of_file(path, month, vocabulary, {pot.id: pot for pot in pots}, granted, faults)


def empty() -> pl.DataFrame:
    return pl.DataFrame(schema=SCHEMA)


def _of_month(folder: Path, month: Month, faults: list[Diagnostic]) -> Last | None:
    place = Place(shown(folder / STATE))
    try:
        state = json.loads((folder / STATE).read_text("utf-8"))
        last = month_of(str(state["month"]))
        roster = pl.read_parquet(folder / f"{ROSTER}.parquet").select(SCHEMA.keys()).cast(SCHEMA)  # type: ignore[arg-type]
    except (OSError, ValueError, KeyError, TypeError, pl.exceptions.PolarsError):
        faults.append(Diagnostic("month-folder", place))
        return None
    if last is None or month.since(last) != 1:
        values = {"last": last, "next": last.plus(1) if last else "?", "asked": month}
        faults.append(Diagnostic("month-not-next", place, dict(values)))
        return None
    ledger = books.read_ledger(folder / books.LEDGER, faults)
    return None if ledger is None else Last(roster.sort("nik"), ledger, folder / EVENTS)


def _of_run(folder: Path, month: Month, faults: list[Diagnostic]) -> Last | None:
    """A run promises months; those before this one are taken as paid."""
    if not (folder / books.LEDGER).is_file():
        faults.append(Diagnostic("month-folder", Place(shown(folder))))
        return None
    ledger = books.read_ledger(folder / books.LEDGER, faults)
    if ledger is None:
        return None
    last = month.plus(-1)
    since = books.stretch_start(ledger, last)
    rows = ledger.filter(pl.col("bulan") == str(last))
    groups = _groups(folder / DECISIONS, rows["nik"])
    roster = rows.select(
        "nik",
        *(pl.lit(None, pl.String).alias(name) for name in ("nama", "kelurahan")),
        pl.Series("kelompok", [groups.get(nik) for nik in rows["nik"]], dtype=pl.String),
        pl.lit(None, pl.String).alias("segmen"),
        "uang",
        "sumber_dana",
        "penyedia",
        "rupiah",
        pl.Series("sejak", [str(since[nik]) for nik in rows["nik"]], dtype=pl.String),
        pl.lit(None, pl.String).alias("sampai_bulan"),
        pl.col("bulan").alias("bulan_terakhir_dibayar"),
    )
    return Last(roster.sort("nik"), ledger, None)


def _groups(decisions: Path, people: pl.Series) -> dict[str, str]:
    """The group by which a run decided each person, where it left its decisions as Parquet."""
    try:
        said = pl.scan_parquet(decisions).filter(pl.col("nik").is_in(people.implode())).select("nik", "kelompok")
        return {nik: group for nik, group in said.collect().iter_rows() if group}
    except (OSError, pl.exceptions.PolarsError):
        return {}


def _of_file(
    path: Path,
    month: Month,
    vocabulary: Vocabulary,
    pots: dict[str, Pot],
    granted: Path | None,
    faults: list[Diagnostic],
) -> Last | None:
    """A roster that somebody keeps as a table: what it promises follows from its months."""
    sheet = read_sheet(path, vocabulary, _OWN, faults)
    for name in _REQUIRED:
        if name not in sheet.positions:
            faults.append(Diagnostic("roster-without-column", Place(sheet.path), {"name": name}))
    if has_errors(faults):
        return None
    numbers = read_nik(pl.Series([line.cells.get("nik") for line in sheet.lines], dtype=pl.String))
    wrong = dict(numbers.odd.select("at", "kode").iter_rows())
    rows: list[dict[str, object]] = []
    grants: list[dict[str, object]] = []
    seen: set[str] = set()
    for at, (line, nik) in enumerate(zip(sheet.lines, numbers.values, strict=True)):
        cells = line.cells
        for code in line.damaged:
            faults.append(Diagnostic(code, sheet.place(line)))
        pot = pots.get(cells.get("uang", ""))
        paid = month_of(cells.get("bulan_terakhir_dibayar", ""))
        until = month_of(cells["sampai_bulan"]) if "sampai_bulan" in cells else None
        start = month_of(cells["sejak"]) if "sejak" in cells else paid
        amount = whole_number(cells["rupiah"], "rupiah") if "rupiah" in cells else 0
        if nik is None:
            faults.append(Diagnostic(wrong.get(at) or "nik-empty", sheet.place(line, "nik")))
        elif nik in seen:
            faults.append(Diagnostic("roster-person-twice", sheet.place(line, "nik")))
        if pot is None:
            faults.append(Diagnostic("roster-unknown-pot", sheet.place(line, "uang")))
        for name, found in (("bulan_terakhir_dibayar", paid), ("sejak", start)):
            if found is None:
                faults.append(Diagnostic("not-a-month", sheet.place(line, name)))
        if "sampai_bulan" in cells and until is None:
            faults.append(Diagnostic("not-a-month", sheet.place(line, "sampai_bulan")))
        if isinstance(amount, str):
            faults.append(Diagnostic(amount, sheet.place(line, "rupiah")))
        elif paid is not None and paid >= month:
            faults.append(Diagnostic("roster-paid-already", sheet.place(line, "bulan_terakhir_dibayar")))
        elif nik is not None and nik not in seen and pot is not None and paid is not None and start is not None:
            seen.add(nik)
            end = until or Month(paid.year, 12)
            told = {
                "uang": pot.id,
                "sumber_dana": pot.source,
                "penyedia": pot.provider,
                "rupiah": amount,
            }
            village = cells.get("kelurahan", "")
            identity = {name: cells.get(name) for name in ("nama", "kelompok", "segmen")}
            identity["kelurahan"] = village if is_region_code(village) else None
            months = {"sejak": str(start), "sampai_bulan": until and str(until), "bulan_terakhir_dibayar": str(paid)}
            if month.since(paid) == 1:
                rows.append({"nik": nik, **identity, **told, **months})
            stretch = [start.plus(n) for n in range(paid.since(start) + 1)]
            stretch += [month.plus(n) for n in range(end.since(month) + 1)]
            grants += [{"nik": nik, "bulan": str(each), **told} for each in stretch]
    if has_errors(faults):
        return None
    kept = pl.DataFrame(grants, schema=GRANT)
    if granted is not None:
        told_before = books.read_ledger(granted, faults)
        if told_before is None:
            return None
        kept = books.together([told_before, kept.join(told_before, on=["nik", "bulan"], how="anti")])
    else:
        faults.append(Diagnostic("roster-without-ledger", Place(sheet.path), {}, "warning"))
    return Last(pl.DataFrame(rows, schema=SCHEMA).sort("nik"), books.in_order(kept), None)
