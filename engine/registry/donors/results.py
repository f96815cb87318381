"""A plan of donors as files: pairs, deductions, ranking, who is left on both sides, and an account."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from engine.language.diagnostic import Diagnostic, Place
from engine.language.messages import donors as words
from engine.language.messages import fault_text
from engine.language.vocabulary import Label, Language
from engine.registry.allocation.results import digest_of
from engine.registry.columns import ROW
from engine.registry.donors import tables
from engine.registry.donors.notes import notes
from engine.registry.donors.plan import Plan
from engine.registry.report.decisions import write_decisions
from engine.registry.workbooks.donors import write_deductions

PAIRS, GRANTS, DEDUCTIONS, ACCOUNT = "pasangan", "hibah.parquet", "potongan.xlsx", "donatur.json"
RANKING, IDLE, ALONE = "peringkat.csv", "tanpa_pekerja.csv", "tanpa_donatur.csv"
REFUSED, ENDING, FAULTS = "ditolak.csv", "berakhir.csv", "keliru.csv"
"""Names of the results; FAULTS only where a cell could not be read."""


def write_plan(plan: Plan, folder: Path, period: str, language: Language) -> dict[str, Any]:
    """Writes the files into the folder; the account as JSON values, rupiah as whole numbers. Raises OSError."""
    found, owed = tables.pairs(plan), tables.deductions(plan)
    found.write_parquet(folder / f"{PAIRS}.parquet")
    _write_csv(found, folder / f"{PAIRS}.csv")
    tables.grants(plan).write_parquet(folder / GRANTS)
    based_on = notes(plan, language)
    voluntary = plan.asked.scheme.manner != "allowance"
    write_deductions(
        folder / DEDUCTIONS, owed, period, plan.asked.policy.id, based_on, voluntary, plan.asked.start, language
    )
    ranked = tables.ranking(plan)
    _write_csv(ranked, folder / RANKING)
    left = {
        IDLE: (tables.idle(plan), words.IDLE),
        ALONE: (tables.alone(plan), words.ALONE),
        REFUSED: (tables.refused(plan), words.REFUSED),
    }
    for name, (frame, labels) in left.items():
        _write_csv(_told(frame, labels, language), folder / name)
    ends = tables.ending(plan)
    _write_csv(ends, folder / ENDING)
    if plan.listed.faults.height:
        _write_csv(_faults(plan, language), folder / FAULTS)
    account = {
        "city": plan.asked.policy.city,
        "policy": plan.asked.policy.id,
        "period": period,
        "from": plan.asked.start.isoformat(),
        "as_of": plan.asked.as_of.isoformat(),
        "source": plan.asked.scheme.source,
        "manner": "voluntary" if voluntary else "allowance",
        "only_own": plan.asked.only_own,
        "seed": plan.asked.seed,
        "donors": len(plan.listed.donors) + len(plan.listed.rejected),
        "donors_paired": found["nip"].n_unique(),
        "workers_paired": found.height,
        "pairs_by_basis": _counted(found["dasar"], words.BASES, language),
        "person_months": int(owed["pekerja"].sum()),
        "amount_idr": int(owed["rupiah"].sum()),
        "months": dict(owed.group_by("bulan").agg(pl.col("rupiah").sum()).sort("bulan").iter_rows()),
        "donors_without": _counted(left[IDLE][0]["alasan"], words.IDLE, language),
        "workers_without": _counted(left[ALONE][0]["alasan"], words.ALONE, language),
        "refused": _counted(left[REFUSED][0]["alasan"], words.REFUSED, language),
        "ending": ends.height,
        "departments": ranked.to_dicts(),
        "faults": plan.listed.faults.height,
        "based_on": based_on,
        "pairs_digest": digest_of(found),
    }
    (folder / ACCOUNT).write_text(json.dumps(account, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return account


def _counted(codes: pl.Series, labels: Mapping[str, Label], language: Language) -> dict[str, Any]:
    """How many of each code, in the order of the labels."""
    count = dict(codes.value_counts().iter_rows())
    return {code: {"label": label[language], "number": count[code]} for code, label in labels.items() if code in count}


def _told(frame: pl.DataFrame, labels: Mapping[str, Label], language: Language) -> pl.DataFrame:
    """With the reason in words beside its code."""
    said = {code: label[language] for code, label in labels.items()}
    return frame.with_columns(
        pl.col("alasan").replace_strict(said, default=None, return_dtype=pl.String).alias("keterangan")
    )


def _faults(plan: Plan, language: Language) -> pl.DataFrame:
    """Every faulty cell by row and column, and what to do; never what was written there."""
    rows = []
    for row, heading, column, code, near in plan.listed.faults.select(
        ROW, "kolom", "urutan", "kode", "saran"
    ).iter_rows():
        place = Place(plan.listed.path, row, column or 1)
        say, hint = fault_text(Diagnostic(code, place, {"suggestion": near} if near else {}), language)
        rows.append({"tempat": str(place), "kolom": heading, "kode": code, "kesalahan": say, "saran": hint})
    return pl.DataFrame(rows, schema=dict.fromkeys(("tempat", "kolom", "kode", "kesalahan", "saran"), pl.String))


def _write_csv(frame: pl.DataFrame, path: Path) -> None:
    """No cell can be taken for a formula."""
    whole = path.with_name(f".{path.name}.parquet")
    frame.write_parquet(whole)
    write_decisions(whole, path, "csv")
    whole.unlink()
