"""Who is about to lose a payer, who has none already, and until when arrears leave them a right."""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from engine.decision.decide import Desk
from engine.decision.program import ONGOING
from engine.registry.monthly import ledger as books
from engine.registry.monthly.dates import Calendar, Month, month_of
from engine.registry.monthly.history import gone
from engine.registry.monthly.month import Turn
from engine.registry.monthly.reasons import about
from engine.registry.monthly.survey import Chosen

AHEAD = timedelta(days=30)
"""How long after the month's end a payer's last month is announced."""

ENDING: dict[str, pl.DataType] = {
    "nik": pl.String(),
    "nama": pl.String(),
    "kelurahan": pl.String(),
    "uang": pl.String(),
    "sumber_dana": pl.String(),
    "penyedia": pl.String(),
    "bulan_terakhir": pl.String(),
    "berakhir": pl.Date(),
    "dilanjutkan": pl.String(),
    "menunggak_sejak": pl.String(),
    "jatuh_tempo": pl.Date(),
    "hak_hilang_sesudah": pl.Date(),
}
"""Somebody whose payer's months end: last month and its last day, the pot that pays next; where there is none, the
first month unpaid, the day on which it falls due, and the day after which arrears are more than three months."""
ARREARS: dict[str, pl.DataType] = {
    "nik": pl.String(),
    "nama": pl.String(),
    "kelurahan": pl.String(),
    "uang_terakhir": pl.String(),
    "bulan_terakhir_dibayar": pl.String(),
    "menunggak_sejak": pl.String(),
    "bulan_menunggak": pl.Int64(),
    "hak_hilang_sesudah": pl.Date(),
}
"""Somebody who was paid for this year, may still be, and is not: months in arrears, this one taken in."""


def ending(turn: Turn, calendar: Calendar) -> pl.DataFrame:
    """People of the roster whose payer's months end within 30 days of the month's end (ENDING)."""
    later: dict[str, dict[int, str]] = {}
    for nik, written, pot in books.since(turn.ledger, turn.month).select("nik", "bulan", "uang").iter_rows():
        later.setdefault(nik, {})[int(written[5:])] = pot
    rows = []
    for row in turn.roster.iter_rows(named=True):
        last = turn.month
        while later[row["nik"]].get(last.number + 1) == row["uang"]:
            last = last.plus(1)
        if last.last > turn.month.last + AHEAD:
            continue
        follows = later[row["nik"]].get(last.number + 1)
        told = {name: row[name] for name in ("nik", "nama", "kelurahan", "uang", "sumber_dana", "penyedia")}
        unpaid = last.plus(1)
        rows.append(
            {
                **told,
                "bulan_terakhir": str(last),
                "berakhir": last.last,
                "dilanjutkan": follows,
                "menunggak_sejak": None if follows else str(unpaid),
                "jatuh_tempo": None if follows else calendar.due(unpaid, row["segmen"]),
                "hak_hilang_sesudah": None if follows else calendar.lost_after(unpaid, row["segmen"]),
            }
        )
    return pl.DataFrame(rows, schema=ENDING).sort("bulan_terakhir", "uang", "nik")


def arrears(turn: Turn, calendar: Calendar) -> pl.DataFrame:
    """People who have lost their payer and not their right to one (ARREARS), the longest unpaid first."""
    waiting = dict.fromkeys(turn.waiting["nik"], True)
    waiting |= {nik: True for nik, reason in turn.left.items() if reason.open}
    paid = books.before(turn.ledger, turn.month).sort("bulan").unique("nik", keep="last", maintain_order=True)
    last: dict[str, tuple[Month | None, str, str | None]] = {
        nik: (month_of(month), pot, None) for nik, month, pot in paid.select("nik", "bulan", "uang").iter_rows()
    }
    for row in turn.last.roster.iter_rows(named=True):
        last[row["nik"]] = (month_of(row["bulan_terakhir_dibayar"]), row["uang"], row["segmen"])
    people = turn.registry.filter(pl.col("nik").is_in(sorted(set(last) & set(waiting))))
    rows = []
    for one in people.iter_rows(named=True):
        month, pot, segment = last[one["nik"]]
        if month is None:
            continue
        unpaid = month.plus(1)
        rows.append(
            {
                "nik": one["nik"],
                "nama": one.get("nama"),
                "kelurahan": one.get("kelurahan"),
                "uang_terakhir": pot,
                "bulan_terakhir_dibayar": str(month),
                "menunggak_sejak": str(unpaid),
                "bulan_menunggak": turn.month.since(month),
                "hak_hilang_sesudah": calendar.lost_after(unpaid, segment),
            }
        )
    return pl.DataFrame(rows, schema=ARREARS).unique("nik").sort("menunggak_sejak", "nik")


LEAVING: dict[str, pl.DataType] = {
    "nik": pl.String(),
    "nama": pl.String(),
    "kelurahan": pl.String(),
    "uang": pl.String(),
    "peristiwa": pl.String(),
    "tanggal_peristiwa": pl.Date(),
}
"""Somebody on the roster who will not be on the next one, for what happened within the month."""


def leaving(turn: Turn, desk: Desk, chosen: Chosen) -> pl.DataFrame:
    """People of the roster who lose their support at the month's end, by what happened in it (LEAVING)."""
    following = turn.month.plus(1)
    policy = chosen(following.first)
    events = turn.history.until(turn.month.last)
    recent = {nik: mine for nik, mine in events.items() if mine[-1].day >= turn.month.first}
    facts = {row["nik"]: row for row in turn.registry.filter(pl.col("nik").is_in(sorted(recent))).iter_rows(named=True)}
    rows = []
    for row in turn.roster.filter(pl.col("nik").is_in(sorted(recent))).iter_rows(named=True):
        nik = row["nik"]
        event = gone(recent[nik])
        if event is None and policy is not None:
            outcome = about(desk, policy, {**facts[nik], ONGOING: "ya"}, following).outcome
            event = recent[nik][-1] if outcome == "ineligible" else None
        if event is not None:
            told = {name: row[name] for name in ("nik", "nama", "kelurahan", "uang")}
            rows.append({**told, "peristiwa": event.kind, "tanggal_peristiwa": event.day})
    return pl.DataFrame(rows, schema=LEAVING).sort("nik")
