"""A plan of donors as tables, in canonical order: the same donors and people give the same bytes whatever the order
of their rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import polars as pl

from engine.registry.allocation.granted import SCHEMA
from engine.registry.allocation.months import COUNT, MONTHS, stretches
from engine.registry.donors.donor import Donor, month_of, month_text
from engine.registry.donors.matching import Pair
from engine.registry.donors.plan import Plan
from engine.registry.intake.folding import spaced

SOON = 30
"""Days before the end of a donor's months in which it is a warning."""
ARREARS = 3
"""Months of arrears after which the right is lost (PP 44/2015, articles 39 and 42)."""

_TEXT, _WHOLE = pl.String(), pl.Int64()
PAIRS: dict[str, pl.DataType] = {
    "nip": _TEXT,
    "nama_donatur": _TEXT,
    "perangkat_daerah": _TEXT,
    "status": _TEXT,
    "nik": _TEXT,
    "nama": _TEXT,
    "kelurahan": _TEXT,
    "urutan": _WHOLE,
    "dasar": _TEXT,
    "bulan": _TEXT,
    "banyak_bulan": _WHOLE,
    "rupiah": _WHOLE,
    "persetujuan": pl.Date(),
    "bulan_terakhir": _TEXT,
}
"""`bulan` are the months paid as stretches, `bulan_terakhir` the last of them where the donor's months end with it."""
DEDUCTIONS: dict[str, pl.DataType] = {
    "bulan": _TEXT,
    "perangkat_daerah": _TEXT,
    "nip": _TEXT,
    "nama_donatur": _TEXT,
    "status": _TEXT,
    "pekerja": _WHOLE,
    "rupiah": _WHOLE,
    "cara": _TEXT,
    "persetujuan": pl.Date(),
}
RANKING: dict[str, pl.DataType] = {
    "peringkat": _WHOLE,
    "perangkat_daerah": _TEXT,
    "pekerja": _WHOLE,
    "donatur": _WHOLE,
    "donatur_setuju": _WHOLE,
    "donatur_berpasangan": _WHOLE,
    "pekerja_per_donatur": pl.Float64(),
    "peringkat_per_donatur": _WHOLE,
}
"""Covered workers; workers a donor who consents. Equal departments share a rank."""
IDLE: dict[str, pl.DataType] = {
    "nip": _TEXT,
    "nama_donatur": _TEXT,
    "perangkat_daerah": _TEXT,
    "alasan": _TEXT,
    "ditawarkan": _WHOLE,
    "didapat": _WHOLE,
}
ALONE: dict[str, pl.DataType] = {
    "nik": _TEXT,
    "nama": _TEXT,
    "kelurahan": _TEXT,
    "urutan": _WHOLE,
    "bulan": _TEXT,
    "hubungan_asn": _TEXT,
    "nip_donatur": _TEXT,
    "alasan": _TEXT,
}
REFUSED: dict[str, pl.DataType] = {"nip": _TEXT, "nama_donatur": _TEXT, "nik": _TEXT, "alasan": _TEXT}
ENDING: dict[str, pl.DataType] = {
    "bulan_terakhir": _TEXT,
    "lanjutkan_sebelum": pl.Date(),
    "hak_hilang_mulai": _TEXT,
    "nip": _TEXT,
    "nama_donatur": _TEXT,
    "perangkat_daerah": _TEXT,
    "nik": _TEXT,
    "nama": _TEXT,
}
"""`lanjutkan_sebelum` is the first day without a donor, `hak_hilang_mulai` the month when arrears exceed ARREARS."""


def pairs(plan: Plan) -> pl.DataFrame:
    """Every pair (PAIRS), by donor and worker."""
    people = _people(plan, [pair.worker for pair in plan.matching.pairs])
    rows = []
    for pair, one in zip(plan.matching.pairs, people, strict=True):
        donor = plan.matching.offerings[pair.offering].donor
        last = ending_month(plan, pair)
        rows.append(
            {
                **_donor(donor),
                "nik": one["nik"],
                "nama": one.get("nama"),
                "kelurahan": one.get("kelurahan"),
                "urutan": one["urutan"],
                "dasar": pair.basis,
                "bulan": stretches(pair.months, plan.asked.start.year),
                "banyak_bulan": int(COUNT[pair.months]),
                "rupiah": plan.candidates.workers.cost(pair.worker, pair.months),
                "persetujuan": donor.consented,
                "bulan_terakhir": None if last is None else month_text(last),
            }
        )
    return _frame(rows, PAIRS)


def grants(plan: Plan) -> pl.DataFrame:
    """The months that are due as grants (`granted.SCHEMA`), as a run over money writes them."""
    workers, year = plan.candidates.workers, plan.asked.start.year
    niks = workers.people["nik"].to_list()
    rows = [
        {
            "nik": niks[pair.worker],
            "bulan": f"{year}-{month + 1:02d}",
            "uang": plan.asked.pot,
            "sumber_dana": plan.asked.scheme.source,
            "penyedia": None,
            "rupiah": workers.cost(pair.worker, 1 << month),
        }
        for pair in plan.matching.pairs
        for month in range(MONTHS)
        if pair.months & plan.asked.due & 1 << month
    ]
    return _frame(rows, SCHEMA).sort("nik", "bulan")


def people_paid(plan: Plan) -> dict[str, int]:
    """The months (a mask) that donors pay for each worker, by NIK: what an allocation may take as their earmark."""
    niks = plan.candidates.workers.people["nik"]
    return {niks[pair.worker]: pair.months for pair in plan.matching.pairs}


def deductions(plan: Plan) -> pl.DataFrame:
    """What each donor owes in each month that is due (DEDUCTIONS), by month, department and donor."""
    workers, year = plan.candidates.workers, plan.asked.start.year
    manner = "potong_tpp" if plan.asked.scheme.manner == "allowance" else "setoran_sukarela"
    owed: dict[tuple[int, int], list[int]] = {}
    for pair in plan.matching.pairs:
        for month in range(MONTHS):
            if pair.months & plan.asked.due & 1 << month:
                owed.setdefault((pair.offering, month), []).append(workers.cost(pair.worker, 1 << month))
    rows = []
    for (offering, month), amounts in owed.items():
        donor = plan.matching.offerings[offering].donor
        rows.append(
            {
                "bulan": f"{year}-{month + 1:02d}",
                **_donor(donor),
                "pekerja": len(amounts),
                "rupiah": sum(amounts),
                "cara": manner,
                "persetujuan": donor.consented,
            }
        )
    names = departments(plan)
    told = [{**row, "perangkat_daerah": names[spaced(row["perangkat_daerah"])]} for row in rows]
    return _frame(told, DEDUCTIONS).sort("bulan", "perangkat_daerah", "nip")


def departments(plan: Plan) -> dict[str, str]:
    """Each department by its letters and digits, spelt as most of its donors do."""
    spelt: dict[str, Counter[str]] = {}
    for donor in plan.listed.donors:
        spelt.setdefault(spaced(donor.department), Counter())[donor.department] += 1
    return {key: min(names, key=lambda name: (-names[name], name)) for key, names in spelt.items()}


def ranking(plan: Plan) -> pl.DataFrame:
    """The departments (RANKING), those with most covered workers first."""
    names = departments(plan)
    count: dict[str, Counter[str]] = {key: Counter() for key in names}
    for donor in plan.listed.donors:
        count[spaced(donor.department)]["donatur"] += 1
    for offering in plan.matching.offerings:
        count[spaced(offering.donor.department)]["setuju"] += 1
    for place in {pair.offering for pair in plan.matching.pairs}:
        count[spaced(plan.matching.offerings[place].donor.department)]["berpasangan"] += 1
    for pair in plan.matching.pairs:
        count[spaced(plan.matching.offerings[pair.offering].donor.department)]["pekerja"] += 1
    each = {key: Fraction(mine["pekerja"], mine["setuju"] or 1) for key, mine in count.items()}
    rows = [
        {
            "peringkat": 1 + sum(other["pekerja"] > mine["pekerja"] for other in count.values()),
            "perangkat_daerah": names[key],
            "pekerja": mine["pekerja"],
            "donatur": mine["donatur"],
            "donatur_setuju": mine["setuju"],
            "donatur_berpasangan": mine["berpasangan"],
            "pekerja_per_donatur": round(float(each[key]), 2),
            "peringkat_per_donatur": 1 + sum(other > each[key] for other in each.values()),
        }
        for key, mine in count.items()
    ]
    return _frame(rows, RANKING).sort("peringkat", "perangkat_daerah")


def idle(plan: Plan) -> pl.DataFrame:
    """Donors without a worker, or with fewer than they offered (IDLE), by number."""
    got = Counter(pair.offering for pair in plan.matching.pairs)
    rows: list[dict[str, Any]] = []
    for one, why in plan.idle:
        rows.append(
            {
                "nip": one.number,
                "nama_donatur": one.name,
                "perangkat_daerah": one.department,
                "alasan": why,
                "ditawarkan": one.workers if isinstance(one, Donor) else None,
                "didapat": 0,
            }
        )
    for place, offering in enumerate(plan.matching.offerings):
        if got[place] < offering.room:
            rows.append(
                {
                    **_donor(offering.donor),
                    "alasan": "fewer" if got[place] else "no_worker",
                    "ditawarkan": offering.room,
                    "didapat": got[place],
                }
            )
    return _frame(rows, IDLE).sort(list(IDLE), nulls_last=True)


def alone(plan: Plan) -> pl.DataFrame:
    """Workers without a donor (ALONE) in their order, then those who name a donor and are not determined."""
    workers, found = plan.candidates.workers, plan.candidates
    paired = {pair.worker for pair in plan.matching.pairs}
    left = [row for row in range(workers.people.height) if row not in paired]
    people = workers.people[pl.Series(left, dtype=pl.UInt32)]
    months = workers.payable(plan.asked.months)[left]
    listed = {donor.number for donor in plan.listed.donors}
    offering = {one.donor.number: one.promise.months for one in plan.matching.offerings}
    year = plan.asked.start.year
    reasons = []
    for row, number in zip(left, people["nip_donatur"], strict=True):
        if number is None:
            reasons.append("no_donor")
        elif number in offering:
            reasons.append("donor_full" if workers.payable(offering[number])[row] else "donor_months")
        else:
            reasons.append("donor_idle" if number in listed else "donor_unlisted")
    first = _shaped(people, ALONE).with_columns(
        pl.Series("alasan", reasons, dtype=pl.String),
        pl.Series("bulan", [stretches(int(mask), year) for mask in months], dtype=pl.String),
    )
    others = _shaped(found.undetermined, ALONE).with_columns(pl.lit("undetermined").alias("alasan")).sort("nik")
    return pl.concat([first.sort("urutan"), others])


def refused(plan: Plan) -> pl.DataFrame:
    """Choices of donors that cannot be had (REFUSED), by donor."""
    rows = [
        {**_donor(plan.matching.offerings[one.offering].donor), "nik": one.nik, "alasan": one.reason}
        for one in plan.matching.refused
    ]
    return _frame(rows, REFUSED).sort("nip", "nik")


def ending(plan: Plan) -> pl.DataFrame:
    """Pairs whose months end within SOON days of the day asked, or by the next month (ENDING)."""
    today = plan.asked.as_of
    people = _people(plan, [pair.worker for pair in plan.matching.pairs])
    rows = []
    for pair, one in zip(plan.matching.pairs, people, strict=True):
        last = ending_month(plan, pair)
        if last is None or last < month_of(today):
            continue
        without = date((last + 1) // MONTHS, (last + 1) % MONTHS + 1, 1)
        if last <= month_of(today) + 1 or without - timedelta(days=1) <= today + timedelta(days=SOON):
            rows.append(
                {
                    "bulan_terakhir": month_text(last),
                    "lanjutkan_sebelum": without,
                    "hak_hilang_mulai": month_text(last + ARREARS + 1),
                    **_donor(plan.matching.offerings[pair.offering].donor),
                    "nik": one["nik"],
                    "nama": one.get("nama"),
                }
            )
    return _frame(rows, ENDING).sort("bulan_terakhir", "nip", "nik")


def ending_month(plan: Plan, pair: Pair) -> int | None:
    """The last month paid, where nothing says that the donor goes on after it."""
    offering = plan.matching.offerings[pair.offering]
    last = plan.asked.start.year * MONTHS + pair.months.bit_length() - 1
    used_up = plan.asked.scheme.months is not None and COUNT[pair.months] >= plan.candidates.workers.most[pair.worker]
    over = offering.promise.last is not None and offering.promise.last <= last
    return last if used_up or over or pair.months.bit_length() < MONTHS else None


def _donor(donor: Donor) -> dict[str, Any]:
    return {
        "nip": donor.number,
        "nama_donatur": donor.name,
        "perangkat_daerah": donor.department,
        "status": donor.status,
    }


def _people(plan: Plan, rows: list[int]) -> Iterator[dict[str, Any]]:
    return plan.candidates.workers.people[pl.Series(rows, dtype=pl.UInt32)].iter_rows(named=True)


def _frame(rows: list[dict[str, Any]], schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=schema)


def _shaped(people: pl.DataFrame, schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """The columns that the people have, the others empty."""
    return people.select(
        (pl.col(name) if name in people.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in schema.items()
    )
