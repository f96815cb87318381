"""The record of a month's changes: who joined, who left, whose payer is another; each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from engine.language.messages.monthly import JOINED, KIND_LABELS, LEFT, MONTHLY
from engine.language.messages.words import BASES
from engine.language.policy import Policy
from engine.language.regions import village_name
from engine.language.vocabulary import Language, Vocabulary
from engine.registry.monthly import ledger as books
from engine.registry.monthly.dates import of_day
from engine.registry.monthly.month import Turn
from engine.registry.monthly.reasons import Reason

ADDED, REMOVED, OTHER_PAYER, CANCELLED = "masuk", "keluar", "ganti_pembayar", "janji_batal"
_ORDER = {REMOVED: 0, ADDED: 1, CANCELLED: 2, OTHER_PAYER: 3}
SCHEMA: dict[str, pl.DataType] = {
    "arah": pl.String(),
    "nik": pl.String(),
    "nama": pl.String(),
    "kelurahan": pl.String(),
    "uang": pl.String(),
    "penyedia": pl.String(),
    "mulai": pl.Date(),
    "berakhir": pl.Date(),
    "alasan": pl.String(),
    "keterangan": pl.String(),
    "pasal": pl.String(),
    "dasar": pl.String(),
    "peristiwa": pl.String(),
    "tanggal_peristiwa": pl.Date(),
    "menggantikan": pl.String(),
    "digantikan": pl.String(),
    "bulan_lebih": pl.Int64(),
    "rupiah_lebih": pl.Int64(),
}
"""A change a row: direction, person, pot, first day (who joins) or last day (who leaves), reason as code and words,
articles, ground, event and its day, NIK of whose place it was and of who took it, and months and rupiah that were
paid after the month of the event."""


def record(turn: Turn, policy: Policy | None, vocabulary: Vocabulary, language: Language) -> pl.DataFrame:
    """Everybody who joined, left or changed payer (SCHEMA); by direction, village and identity."""
    before = {row["nik"]: row for row in turn.last.roster.iter_rows(named=True)}
    now = {row["nik"]: row for row in turn.roster.iter_rows(named=True)}
    instead = {entry.instead_of: nik for nik, entry in turn.entries.items() if entry.instead_of}
    rows: list[dict[str, Any]] = []
    for nik, row in now.items():
        entry = turn.entries[nik]
        old = before.get(nik)
        if old is not None and old["uang"] == row["uang"]:
            continue
        said = JOINED[entry.why][language] if old is None else MONTHLY["other_payer"][language].format(pot=old["uang"])
        rows.append(
            {
                **_person(row, ADDED if old is None else OTHER_PAYER),
                "mulai": turn.month.first,
                "alasan": entry.why,
                "keterangan": said,
                "menggantikan": entry.instead_of,
            }
        )
    for nik, reason in turn.left.items():
        last_day = turn.month.plus(-1).last
        months, amount = _overpaid(turn, nik, reason)
        rows.append(
            {
                **_person(before[nik], REMOVED),
                "berakhir": last_day,
                **_why(reason, policy, vocabulary, language),
                "digantikan": instead.get(nik),
                "bulan_lebih": months or None,
                "rupiah_lebih": amount or None,
            }
        )
    rows += _cancelled(turn, policy, vocabulary, instead, language)
    order = pl.col("arah").replace_strict(_ORDER, return_dtype=pl.Int8)
    return pl.DataFrame(rows, schema=SCHEMA).sort(order, "kelurahan", "nik", nulls_last=True)


def _cancelled(
    turn: Turn, policy: Policy | None, vocabulary: Vocabulary, instead: Mapping[str, str], language: Language
) -> Iterator[dict[str, Any]]:
    """People to whom this month was promised as the first, and who are not paid for it."""
    registry = turn.registry.filter(pl.col("nik").is_in(list(turn.cancelled))).unique("nik", keep="first")
    people = {row["nik"]: row for row in registry.iter_rows(named=True)}
    promised = turn.last.ledger.filter(pl.col("bulan") == str(turn.month))
    pots = {row["nik"]: row for row in promised.iter_rows(named=True)}
    for nik, reason in turn.cancelled.items():
        known = people.get(nik, {})
        told = {name: known.get(name) for name in ("nama", "kelurahan")}
        row = {"nik": nik, **told, "uang": pots[nik]["uang"], "penyedia": pots[nik]["penyedia"]}
        why = _why(reason, policy, vocabulary, language)
        yield {**_person(row, CANCELLED), **why, "digantikan": instead.get(nik)}


def _why(reason: Reason, policy: Policy | None, vocabulary: Vocabulary, language: Language) -> dict[str, Any]:
    articles = dict.fromkeys(finding.criterion.article for finding in reason.failed if finding.criterion.article)
    return {
        "alasan": reason.code,
        "keterangan": sentence(reason, policy, vocabulary, language),
        "pasal": "; ".join(articles) or None,
        "dasar": reason.basis and BASES[reason.basis][language],
        "peristiwa": reason.event and reason.event.kind,
        "tanggal_peristiwa": reason.event and reason.event.day,
    }


def sentence(reason: Reason, policy: Policy | None, vocabulary: Vocabulary, language: Language) -> str:
    """Why somebody left, in words: the criterion as the regulation says it, what happened, or what is missing."""
    parts = [LEFT[reason.code][language]]
    if reason.village:
        parts.append(village_name(reason.village) or reason.village)
    if reason.failed:
        parts.append("; ".join(_criterion(reason, number, language) for number in range(len(reason.failed))))
    if reason.missing:
        words = vocabulary.facts
        names = (words[name].label[language] if name in words else name for name in reason.missing)
        parts.append(", ".join(names))
    if reason.event is not None:
        when = reason.event.day.isoformat()
        parts.append(MONTHLY["event"][language].format(kind=KIND_LABELS[reason.event.kind][language], day=when))
    if reason.code == "peralihan" and policy is not None:
        parts.append(policy.id)
    return ": ".join(parts[:2]) + "".join(f" ({part})" for part in parts[2:])


def _criterion(reason: Reason, number: int, language: Language) -> str:
    criterion = reason.failed[number].criterion
    article = f"{MONTHLY['article'][language]} {criterion.article}, " if criterion.article else ""
    return f"{criterion.text} ({article}{BASES[criterion.ground.basis][language]})"


def _person(row: dict[str, Any], direction: str) -> dict[str, Any]:
    named = {name: row[name] for name in ("nik", "nama", "kelurahan", "uang", "penyedia")}
    return {**dict.fromkeys(SCHEMA), "arah": direction, **named}


def _overpaid(turn: Turn, nik: str, reason: Reason) -> tuple[int, int]:
    """Months and rupiah that were paid after the month of the event."""
    if reason.event is None:
        return 0, 0
    ended = of_day(reason.event.day)
    paid = books.before(turn.ledger, turn.month).filter((pl.col("nik") == nik) & (pl.col("bulan") > str(ended)))
    return paid.height, int(paid["rupiah"].sum())
