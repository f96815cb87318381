"""The work list for BPJS Ketenagakerjaan: who is to be registered and whose membership by this programme ends.

No source gives BPJS's own upload form, so this is not one.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from engine.language.messages.monthly import KIND_LABELS, LEFT, MONTHLY
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.registry.monthly import ledger as books
from engine.registry.monthly.dates import Calendar
from engine.registry.monthly.events import DEATH
from engine.registry.monthly.month import Turn
from engine.registry.monthly.reasons import ENDED, FULL, NOT_BY_POT, USED_UP

REGISTER, RESUME, END = "daftarkan", "aktifkan_kembali", "hentikan"
_IDENTITY = ("nama", "tanggal_lahir", "no_kk", "kelurahan", "pekerjaan")
_MONEY = (ENDED, USED_UP, NOT_BY_POT, FULL)
"""Reasons that leave the person eligible."""
SCHEMA: dict[str, pl.DataType] = {
    "kegiatan": pl.String(),
    "nik": pl.String(),
    "nama": pl.String(),
    "tanggal_lahir": pl.Date(),
    "no_kk": pl.String(),
    "kelurahan": pl.String(),
    "pekerjaan": pl.String(),
    "segmen": pl.String(),
    "program": pl.String(),
    "mulai": pl.Date(),
    "berakhir": pl.Date(),
    "jatuh_tempo": pl.Date(),
    "iuran": pl.Int64(),
    "uang": pl.String(),
    "penyedia": pl.String(),
    "catatan": pl.String(),
}
"""A person a row: what is to be done, identity, segment and programmes, first or last day, the day on which the first
contribution is due, rupiah a month, payer, and what to mind."""


def work_list(turn: Turn, policy: Policy | None, calendar: Calendar, language: Language) -> pl.DataFrame:
    """Registrations, people who come back, and terminations (SCHEMA), by identity within each."""
    before = {row["nik"]: row for row in turn.last.roster.iter_rows(named=True)}
    known = set(books.before(turn.ledger, turn.month)["nik"])
    joined = [row for row in turn.roster.iter_rows(named=True) if row["nik"] not in before]
    niks = sorted({row["nik"] for row in joined} | set(turn.left))
    people = turn.registry.filter(pl.col("nik").is_in(niks)).unique("nik", keep="first", maintain_order=True)
    identity = {row["nik"]: {name: row.get(name) for name in _IDENTITY} for row in people.iter_rows(named=True)}
    programs = ", ".join(policy.programs) if policy else None
    rows: list[dict[str, Any]] = []
    for row in joined:
        again = row["nik"] in known
        rows.append(
            {
                **_line(row, identity, programs),
                "kegiatan": RESUME if again else REGISTER,
                "mulai": turn.month.first,
                "jatuh_tempo": calendar.due(turn.month, row["segmen"]),
                "catatan": MONTHLY["after_first_payment"][language],
            }
        )
    for nik, reason in turn.left.items():
        note = LEFT[reason.code][language]
        if reason.event is not None:
            when = reason.event.day.isoformat()
            note = MONTHLY["event"][language].format(kind=KIND_LABELS[reason.event.kind][language], day=when)
        if reason.event is not None and reason.event.kind == DEATH:
            note = f"{note}; {MONTHLY['death_claim'][language]}"
        if reason.code in _MONEY:
            note = f"{note}; {MONTHLY['may_go_on'][language]}"
        rows.append(
            {
                **_line(before[nik], identity, programs),
                "kegiatan": END,
                "berakhir": turn.month.plus(-1).last,
                "catatan": note,
            }
        )
    return pl.DataFrame(rows, schema=SCHEMA).sort("kegiatan", "nik")


def _line(row: dict[str, Any], identity: dict[str, dict[str, Any]], programs: str | None) -> dict[str, Any]:
    told = identity.get(row["nik"], {})
    known = {name: told.get(name) if told.get(name) is not None else row.get(name) for name in _IDENTITY}
    paid = {"segmen": row["segmen"], "iuran": row["rupiah"], "uang": row["uang"], "penyedia": row["penyedia"]}
    return {**dict.fromkeys(SCHEMA), "nik": row["nik"], **known, **paid, "program": programs}
