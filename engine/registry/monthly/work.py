"""A month while it is worked out: who is promised what, what the pots have left, and who holds which place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl

from engine.decision.decide import Desk
from engine.decision.program import ONGOING
from engine.registry.allocation.allocate import NO_VILLAGE, Flags, Offer, Whole
from engine.registry.allocation.granted import SCHEMA as GRANT
from engine.registry.monthly import ledger as books
from engine.registry.monthly.dates import Month
from engine.registry.monthly.events import Event
from engine.registry.monthly.reasons import Reason, refusal
from engine.registry.monthly.roster import Last
from engine.registry.monthly.survey import Chosen, Survey

STAYS, STARTS, REPLACES, FUNDED, TRANSITION = "lanjut", "janji", "pengganti", "uang_tersedia", "peralihan"
"""Why somebody is on the roster (codes of `messages.monthly.JOINED`)."""
ON_TOP = "tambahan"

Months = dict[int, tuple[int, int]]
"""By month (1 to 12), position of the pot in the budget and rupiah."""


@dataclass(frozen=True, slots=True)
class Freed:
    """What somebody who left was promised: months, and the position of the pot of each."""

    nik: str
    village: str | None
    months: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """How somebody came to be paid in the month; `instead_of`: the person whose place it was."""

    why: str
    instead_of: str | None = None


@dataclass(slots=True)
class Work:
    """Grows step by step; people are named by their NIK, or by their position in the survey's line."""

    desk: Desk
    view: Survey
    last: Last
    events: Mapping[str, Sequence[Event]]
    """What has happened to people, as far as it counts in the month."""
    chosen: Chosen
    roster: Mapping[str, Mapping[str, Any]]
    """Last month's, by NIK."""
    paid: pl.DataFrame
    """Grants of the year before the month."""
    before: Mapping[str, Months]
    """What was promised when the month began."""
    homes: Mapping[str, str]
    """Code of the village where they live, of the same people."""
    position: dict[str, int]
    """Of the people of the roster and of all promises, where they are not held."""
    may: Flags
    """Who may be paid in the month."""
    counted: Flags
    """Whose place is one of the quota."""
    months: dict[str, Months] = field(default_factory=dict)
    """What is promised now, from the month on."""
    entries: dict[str, Entry] = field(default_factory=dict)
    reasons: dict[str, Reason] = field(default_factory=dict)
    freed: list[Freed] = field(default_factory=list)
    unfilled: list[Freed] = field(default_factory=list)
    room: list[int] = field(default_factory=list)
    """Rupiah that each pot has left."""
    offered: list[Offer] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The month, 1 to 12."""
        return self.view.month.number

    @property
    def quota(self) -> Whole | None:
        return self.view.year.queue.places

    def nik(self, person: int) -> str:
        return str(self.view.year.people["nik"][person])

    def village(self, person: int) -> int:
        """Number of the line of the village where the person lives."""
        return int(self.view.year.claims.village[person])

    def place(self, nik: str) -> str | None:
        """Code of the village whose place the person held when the month began."""
        stated = self.roster[nik]["kelurahan"] if nik in self.roster else None
        return stated or self.homes.get(nik)

    def number_of(self, code: str | None) -> int:
        """Number of the line of a village."""
        return self.view.year.queue.line_of.get(code or "", NO_VILLAGE)

    def held(self) -> Whole:
        """Places of the quota that are held now, by line."""
        found = np.zeros(len(self.view.year.queue.codes), np.int64)
        for nik in self.months:
            person = self.position.get(nik)
            if person is not None and not self.counted[person]:
                continue
            village = self.number_of(self.place(nik)) if person is None else self.village(person)
            if village != NO_VILLAGE:
                found[village] += 1
        return found

    def refused(self, nik: str) -> Reason | None:
        """Why the person may not be paid in the month; None: may be."""
        person = self.position.get(nik)
        if person is not None and self.may[person]:
            return None
        promised = self.number in self.before.get(nik, {})
        events = self.events.get(nik, ())
        return refusal(self.desk, self.view, self.chosen, events, person, self.roster.get(nik), promised)

    def promised(self) -> pl.DataFrame:
        """What is promised from the month on, as grants."""
        pots, year = self.view.year.budget.pots, self.view.month.year
        rows = [
            (nik, str(Month(year, month)), pots[pot].id, pots[pot].source, pots[pot].provider, amount)
            for nik, months in self.months.items()
            for month, (pot, amount) in months.items()
        ]
        return books.in_order(pl.DataFrame(rows, schema=GRANT, orient="row"))


def begin(
    desk: Desk,
    view: Survey,
    last: Last,
    events: Mapping[str, Sequence[Event]],
    chosen: Chosen,
    registry: pl.DataFrame,
    on_top: Sequence[str],
) -> Work:
    """The month as it begins. `registry` is that of the survey with those who are held; `on_top`: people who were
    paid for before the budget year, by NIK.
    """
    month = view.month
    pots = {pot.id: number for number, pot in enumerate(view.year.budget.pots)}
    of_year = books.of_year(last.ledger, month.year)
    before: dict[str, Months] = {}
    for nik, written, pot, amount in books.since(of_year, month).select("nik", "bulan", "uang", "rupiah").iter_rows():
        before.setdefault(nik, {})[int(written[5:])] = (pots[pot], amount)
    roster = {row["nik"]: row for row in last.roster.iter_rows(named=True)}
    niks = view.year.people["nik"]
    numbered = pl.DataFrame({"nik": niks, "n": np.arange(niks.len())})
    concerned = pl.col("nik").is_in(sorted({*roster, *before}))
    position = dict(numbered.filter(concerned).iter_rows())
    homes: dict[str, str] = {}
    if "kelurahan" in registry.columns:
        told = registry.filter(concerned & pl.col("kelurahan").is_not_null())
        homes = dict(told.select("nik", "kelurahan").iter_rows())
    ongoing = (view.year.people[ONGOING].cast(pl.String) == "ya").fill_null(False).to_numpy()
    bit = np.uint16(1 << (month.number - 1))
    may: Flags = ((view.payable & bit) != 0) & (((view.ongoing & bit) == 0) | ongoing)
    counted = np.ones(view.size, np.bool_)
    if view.year.budget["arti_kuota"] == ON_TOP:
        counted = ~niks.is_in(list(on_top)).to_numpy()
    return Work(
        desk=desk,
        view=view,
        last=last,
        events=events,
        chosen=chosen,
        roster=roster,
        paid=books.before(of_year, month),
        before=before,
        homes=homes,
        position=position,
        may=may,
        counted=counted,
    )
