"""A month's files: roster, changes, recap, the work list for BPJS, the ledger, and the state for the next month."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from engine.decision.decide import Desk
from engine.language.library import Library
from engine.language.messages import fault_text
from engine.language.messages.monthly import ASSUMPTIONS, JOINED, LEFT, MONTHLY
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.registry.allocation.results import digest_of
from engine.registry.columns import SYNTHETIC
from engine.registry.monthly import bpjs, record, warnings
from engine.registry.monthly import ledger as books
from engine.registry.monthly.changes import Held, written
from engine.registry.monthly.dates import Calendar
from engine.registry.monthly.month import Turn
from engine.registry.monthly.recap import balance, recap
from engine.registry.monthly.roster import EVENTS, ROSTER, STATE
from engine.registry.monthly.survey import Chosen
from engine.registry.monthly.work import REPLACES
from engine.registry.report.decisions import write_decisions
from engine.registry.workbooks.monthly import Tables, write_month

CHANGES, WORK_LIST, WORKBOOK, HELD = "perubahan.csv", "bpjs.csv", "rekap.xlsx", "perubahan-tertahan.csv"
"""Names of the results beside those of `roster` and `ledger`."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    summary: Mapping[str, Any]
    recap: pl.DataFrame
    record: pl.DataFrame
    files: tuple[str, ...]


def write_results(
    library: Library,
    turn: Turn,
    chosen: Chosen,
    calendar: Calendar,
    accounts: Mapping[str, str],
    held: Sequence[Held],
    folder: Path,
    language: Language,
) -> Written:
    """Writes everything into the folder. The same inputs, in whatever order their rows come, give the same bytes;
    only the list of rows held names rows. Raises OSError.
    """
    policy = chosen(turn.month.first)
    changes = record.record(turn, policy, library.vocabulary, language)
    payments, pots = recap(turn, calendar, accounts), balance(turn)
    work_list = bpjs.work_list(turn, policy, calendar, language)
    soon, owing = warnings.ending(turn, calendar), warnings.arrears(turn, calendar)
    leaving = warnings.leaving(turn, Desk(library), chosen)
    counts = _counts(turn, changes)
    summary = _summary(turn, policy, changes, payments, pots, soon, owing, leaving, len(held), counts, language)
    turn.roster.write_parquet(folder / f"{ROSTER}.parquet")
    turn.ledger.write_parquet(folder / books.LEDGER)
    written(turn.history.all(), turn.history.pledges).write_parquet(folder / EVENTS)
    for name, frame in ((f"{ROSTER}.csv", turn.roster), (CHANGES, changes), (WORK_LIST, work_list)):
        _csv(folder, name, frame)
    if held:
        _csv(folder, HELD, _held(held, language))
    notes = [MONTHLY["recommendation"][language]]
    if _synthetic(turn):
        notes.append(MONTHLY["synthetic"][language])
    tables = Tables(
        title=MONTHLY["title"][language].format(city=_city(library, turn)[language], month=turn.month),
        month=turn.month.first,
        counts=counts,
        notes=notes,
        recap=payments,
        balance=pots,
        roster=turn.roster,
        changes=changes,
        bpjs=work_list,
        ending=soon,
        leaving=leaving,
        arrears=owing,
        waiting=turn.waiting,
    )
    write_month(folder / WORKBOOK, tables, language)
    (folder / STATE).write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return Written(summary, payments, changes, tuple(sorted(path.name for path in folder.iterdir())))


def _counts(turn: Turn, changes: pl.DataFrame) -> list[tuple[str, int]]:
    joined = int((changes["arah"] == record.ADDED).sum())
    return [
        ("last_month", turn.last.roster.height),
        ("left", len(turn.left)),
        ("joined", joined),
        ("replacements", sum(entry.why == REPLACES for entry in turn.entries.values())),
        ("this_month", turn.roster.height),
        ("cancelled", len(turn.cancelled)),
        ("unfilled", len(turn.unfilled)),
        ("waiting", turn.waiting.height),
    ]


def _summary(
    turn: Turn,
    policy: Policy | None,
    changes: pl.DataFrame,
    payments: pl.DataFrame,
    pots: pl.DataFrame,
    soon: pl.DataFrame,
    owing: pl.DataFrame,
    leaving: pl.DataFrame,
    held: int,
    counts: Sequence[tuple[str, int]],
    language: Language,
) -> dict[str, Any]:
    """Fixed English keys, slugs with their labels beside them; rupiah as whole numbers."""
    left = Counter(reason.code for reason in turn.left.values())
    added = changes.filter(pl.col("arah") == record.ADDED)["alasan"]
    joined = Counter(added.to_list())
    over = changes.filter(pl.col("rupiah_lebih").is_not_null())
    lost = owing["hak_hilang_sesudah"] <= turn.month.last
    next_loss = owing.filter(~lost)["hak_hilang_sesudah"].min()
    return {
        "month": str(turn.month),
        "city": turn.budget.city,
        "policy": policy.id if policy else None,
        "budget": turn.budget.path,
        "synthetic": _synthetic(turn),
        "people": dict(counts),
        "left": {code: {"label": LEFT[code][language], "people": left[code]} for code in sorted(left)},
        "joined": {code: {"label": JOINED[code][language], "people": joined[code]} for code in sorted(joined)},
        "payments": [_plain(row) for row in payments.iter_rows(named=True)],
        "amount_idr": int(payments["rupiah"].sum()),
        "money": pots.to_dicts(),
        "ending": {"people": soon.height, "without_payer": int(soon["dilanjutkan"].is_null().sum())},
        "leaving_next_month": leaving.height,
        "arrears": {
            "people": owing.height,
            "right_lost": int(lost.sum()),
            "next_loss_after": str(next_loss) if next_loss else None,
        },
        "overpaid": {"people": over.height, "idr": int(over["rupiah_lebih"].sum())},
        "changes": {"taken": len(turn.history.all()) + len(turn.history.pledges), "held": held},
        "roster_digest": digest_of(turn.roster),
        "ledger_digest": digest_of(turn.ledger),
        "assumptions": [label[language] for label in ASSUMPTIONS.values()],
    }


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "jatuh_tempo": row["jatuh_tempo"].isoformat()}


def _held(held: Sequence[Held], language: Language) -> pl.DataFrame:
    """Rows of changes that do not count yet, and what to do; nothing that was written in them."""
    rows = []
    for each in held:
        for fault in each.faults:
            text, hint = fault_text(fault, language)
            place = fault.place
            rows.append((each.row, place.column, fault.code, text, hint))
    schema = {"baris": pl.Int64, "kolom": pl.Int64, "kode": pl.String, "kesalahan": pl.String, "saran": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").sort("baris", "kolom", "kode")


def _csv(folder: Path, name: str, frame: pl.DataFrame) -> None:
    """A CSV file that no spreadsheet takes for formulas."""
    typed = folder / f".{name}.parquet"
    frame.write_parquet(typed)
    write_decisions(typed, folder / name, "csv")
    typed.unlink()


def _city(library: Library, turn: Turn) -> Any:
    return library.vocabulary.facts["kota"].words[turn.budget.city].label


def _synthetic(turn: Turn) -> bool:
    return SYNTHETIC in turn.registry.columns and bool(turn.registry[SYNTHETIC].any())
