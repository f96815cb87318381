"""A month of the cycle: last month's roster, what has happened since, and the money give this month's roster.

Promises made before are kept for whoever is still eligible; what a leaver was promised goes to the next in
the same line, by the same pot; what is left goes by the legal order of sources, within the quota.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from engine.decision.decide import Desk
from engine.decision.program import ONGOING
from engine.language.policy import Policy
from engine.registry.allocation.budget import Budget
from engine.registry.intake.column import Column
from engine.registry.monthly import ledger as books
from engine.registry.monthly.dates import Month
from engine.registry.monthly.events import Event
from engine.registry.monthly.giving import give
from engine.registry.monthly.history import History, as_of
from engine.registry.monthly.keeping import keep
from engine.registry.monthly.reasons import USED_UP, Reason
from engine.registry.monthly.replacing import replace
from engine.registry.monthly.roster import SCHEMA, Last
from engine.registry.monthly.survey import Chosen, Survey, survey
from engine.registry.monthly.work import Entry, Freed, Work, begin


class Strangers(Exception):
    """People of the roster whom the registry does not have at all."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


@dataclass(frozen=True, slots=True)
class Turn:
    """A month as it came out."""

    month: Month
    budget: Budget
    last: Last
    """With names, villages and groups as far as they are known."""
    ledger: pl.DataFrame
    """`granted.SCHEMA`: the year's months, up to this one as paid and later ones as promised."""
    roster: pl.DataFrame
    """`roster.SCHEMA`: everybody who is paid for in this month, by identity."""
    entries: Mapping[str, Entry]
    """How each of them came to be paid."""
    left: Mapping[str, Reason]
    """Everybody who was paid for last month and is not now."""
    cancelled: Mapping[str, Reason]
    """Everybody to whom this month was promised as the first, and who is not paid for it."""
    view: Survey
    registry: pl.DataFrame
    """With all changes up to the month's end."""
    history: History
    waiting: pl.DataFrame
    """`nik`, `nama`, `kelurahan` and `urutan` (place in the own line) of who may be paid and is not."""
    unfilled: tuple[Freed, ...]
    """What nobody of the line and the pot was waiting for."""


def turn(
    desk: Desk,
    registry: pl.DataFrame,
    budget: Budget,
    chosen: Chosen,
    last: Last,
    history: History,
    readers: Mapping[str, Column],
    month: Month,
) -> Turn:
    """This month's roster. `registry` has every applicant once, or held; `readers` type what the changes say.

    A change counts from the month after its day for people who are paid for, and at once for those who wait. Raises
    Undecidable, Strangers and OverCommitted.
    """
    niks = last.roster["nik"].to_list()
    known = set(registry["nik"].drop_nulls())
    strangers = sum(nik not in known for nik in niks)
    if strangers:
        raise Strangers(strangers)
    words = desk.library.vocabulary
    earlier = history.until(month.plus(-1).last)
    begun = as_of(registry, earlier, words, readers)
    after = as_of(registry, history.until(month.last), words, readers)
    paid = pl.col("nik").is_in(niks).fill_null(False)
    mixed = pl.concat([begun.filter(paid), after.filter(~paid)], how="diagonal")
    view = survey(desk, mixed, niks, budget, chosen, month)
    last = _completed(last, registry, chosen(month.plus(-1).first))
    counting = {**history.until(month.last), **dict.fromkeys(niks, ()), **_of(earlier, niks)}
    work = begin(desk, view, last, counting, chosen, mixed, _paid_before(registry))
    keep(work)
    replace(work)
    give(work)
    return Turn(
        month=month,
        budget=budget,
        last=last,
        ledger=books.together([work.paid, work.promised()]),
        roster=_roster(work.months, work.entries, view, last),
        entries=dict(sorted(work.entries.items())),
        left={nik: work.reasons.get(nik) or Reason(USED_UP) for nik in niks if nik not in work.entries},
        cancelled=dict(sorted(_cancelled(work))),
        view=view,
        registry=after,
        history=history,
        waiting=_waiting(view, work.may, work.entries),
        unfilled=tuple(work.unfilled),
    )


def _of(events: Mapping[str, Sequence[Event]], people: Sequence[str]) -> dict[str, Sequence[Event]]:
    return {nik: events[nik] for nik in people if nik in events}


def _cancelled(work: Work) -> Iterator[tuple[str, Reason]]:
    for nik, promised in work.before.items():
        if work.number in promised and nik not in work.roster and nik not in work.entries:
            yield nik, work.reasons.get(nik) or Reason(USED_UP)


def _completed(last: Last, registry: pl.DataFrame, policy: Policy | None) -> Last:
    """Last month's roster with the names, villages and segments that it lacks, as a run's has none."""
    names = [name for name in ("nama", "kelurahan") if name in registry.columns]
    told = registry.filter(pl.col("nik").is_not_null()).unique("nik", keep="first", maintain_order=True)
    joined = last.roster.join(told.select("nik", *names), on="nik", how="left", suffix="_baru", maintain_order="left")
    told_now = joined.with_columns(pl.coalesce(name, f"{name}_baru").alias(name) for name in names)
    segments = {group.id: group.segment for group in policy.groups} if policy else {}
    of_group = pl.col("kelompok").replace_strict(segments, default=None, return_dtype=pl.String)
    roster = told_now.with_columns(pl.coalesce("segmen", of_group).alias("segmen")).select(SCHEMA.keys())
    return Last(roster, last.ledger, last.events)


def _paid_before(registry: pl.DataFrame) -> list[str]:
    """Whom the registry itself calls paid for: before the budget year."""
    if ONGOING not in registry.columns:
        return []
    said = registry.filter(pl.col(ONGOING).cast(pl.String).is_in(["ya", "true"]) & pl.col("nik").is_not_null())
    return said["nik"].unique().to_list()


def _roster(
    months: Mapping[str, Mapping[int, tuple[int, int]]],
    entries: Mapping[str, Entry],
    view: Survey,
    last: Last,
) -> pl.DataFrame:
    month, pots = view.month, view.year.budget.pots
    before = {row["nik"]: row for row in last.roster.iter_rows(named=True)}
    niks = sorted(entries)
    position = dict(
        pl.DataFrame({"nik": view.year.people["nik"], "n": np.arange(view.size)})
        .filter(pl.col("nik").is_in(niks))
        .iter_rows()
    )
    names = _column(view.year.people, "nama", position)
    villages = _column(view.year.people, "kelurahan", position)
    rows = []
    for nik in niks:
        pot, amount = months[nik][month.number]
        group = view.group_of(position[nik])
        earlier = before.get(nik)
        if group is None and earlier:
            group = (earlier["kelompok"], earlier["segmen"])
        until = month.number
        while months[nik].get(until + 1, (None, 0))[0] == pot:
            until += 1
        rows.append(
            {
                "nik": nik,
                "nama": names.get(nik),
                "kelurahan": villages.get(nik),
                "kelompok": group and group[0],
                "segmen": group and group[1],
                "uang": pots[pot].id,
                "sumber_dana": pots[pot].source,
                "penyedia": pots[pot].provider,
                "rupiah": amount,
                "sejak": (earlier and earlier["sejak"]) or str(month),
                "sampai_bulan": None if until == 12 else str(Month(month.year, until)),
                "bulan_terakhir_dibayar": str(month),
            }
        )
    return pl.DataFrame(rows, schema=SCHEMA).sort("nik")


def _column(people: pl.DataFrame, name: str, position: Mapping[str, int]) -> dict[str, str | None]:
    if name not in people.columns:
        return {}
    return dict(zip(position, people[name].gather(list(position.values())), strict=True))


def _waiting(
    view: Survey, may: np.ndarray[tuple[int], np.dtype[np.bool_]], entries: Mapping[str, Entry]
) -> pl.DataFrame:
    people = view.year.people
    columns = [name for name in ("nik", "nama", "kelurahan") if name in people.columns]
    line = people.select(columns).with_columns(pl.Series("boleh", may), pl.Series("urutan", view.year.rank))
    waiting = line.filter(pl.col("boleh") & ~pl.col("nik").is_in(list(entries))).drop("boleh")
    by_line = ["kelurahan"] if view.year.by_village and "kelurahan" in columns else []
    return waiting.sort([*by_line, "urutan", "nik"], nulls_last=True)
