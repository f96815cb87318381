"""A city whose year goes on month by month, as the product sees it and as the slow bookkeeping does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from engine.decision.decide import Desk
from engine.language.library import Library
from engine.language.policy import Policy
from engine.registry.allocation import statement
from engine.registry.allocation.budget import Budget
from engine.registry.allocation.year import allocate_year
from engine.registry.intake.cell import Cell, State
from engine.registry.intake.mapping import MappingFile
from engine.registry.intake.readers import readers_of
from engine.registry.monthly.changes import Changes
from engine.registry.monthly.dates import Month
from engine.registry.monthly.events import Event
from engine.registry.monthly.history import settle
from engine.registry.monthly.invariants import assert_sound
from engine.registry.monthly.month import Turn, turn
from engine.registry.monthly.roster import Last, empty
from tests.registry.people import VILLAGES, budget_of, driver, frame_of
from tests.registry.slow_month import Book, Happened, slow_month

A, B = "33.76.01.1001", "33.76.01.1002"
BUDGET = """
kota: tegal
tahun: 2023
benih: benih uji
uang:
  - {id: apbd, sumber_dana: apbd, diterima: 604800}
  - {id: csr, sumber_dana: tjsl, penyedia: PT Contoh, diterima: 100800, bulan: {sampai: 6}}
"""
"""Twelve months for three people, and six for one."""


def nik(number: int) -> str:
    return f"33760{number:011d}"


def worker(number: int, village: str = A, **facts: Any) -> dict[str, Any]:
    """A made-up pedicab driver of Tegal who is eligible, in the line by number."""
    told = {"nama": f"Warga Sintetis {number}", "waktu_daftar": f"2022-11-{number:02d}", "penerima_berjalan": False}
    return driver(nik(number), "tegal", village, **{**told, **facts})


def as_event(one: Happened) -> Event:
    facts = {name: Cell(value) if value is not None else Cell(state=State.UNKNOWN) for name, value in one.facts.items()}
    return Event(0, one.kind, one.nik, one.day, facts, None)


class City:
    """A city while its year goes on, as the product sees it and as the slow bookkeeping does."""

    def __init__(self, name: str, people: list[dict[str, Any]], budget: Budget, library: Library) -> None:
        self.library, self.budget = library, budget
        self.policy = library.policies[name]
        self.desk = Desk(library)
        self.people = {one["nik"]: one for one in people}
        self.registry = frame_of(library, people)
        self.readers = readers_of(library.vocabulary, None, MappingFile(), [])
        self.events: list[Happened] = []
        self.chosen: Callable[[date], Policy | None] = lambda _: self.policy
        year = allocate_year(self.desk, self.registry, budget, lambda _: self.policy, date(2023, 1, 1))
        self.last = Last(empty(), statement.grants(year), None)

    def month(self, number: int, new: list[Happened]) -> Turn:
        """The month by the product; changes that do not go together are left out, as they are held."""
        old = Changes("", tuple(as_event(one) for one in self.events))
        fresh = Changes("", tuple(as_event(one) for one in new))
        month = Month(2023, number)
        history, held, _ = settle(old, fresh, self.registry, month.last)
        self.events += [one for one in new if as_event(one) in history.all() and one not in self.events]
        assert len(held) + len(history.all()) >= len(new)
        found = turn(
            self.desk,
            self.registry.sample(fraction=1, shuffle=True, seed=number),
            self.budget,
            self.chosen,
            self.last,
            history,
            self.readers,
            month,
        )
        assert_sound(found)
        return found

    def slowly(self, number: int) -> Any:
        pots = {pot.id: n for n, pot in enumerate(self.budget.pots)}
        book: Book = {
            (nik, int(month[5:])): pots[pot]
            for nik, month, pot in self.last.ledger.select("nik", "bulan", "uang").iter_rows()
        }
        roster = dict(self.last.roster.select("nik", "kelurahan").iter_rows())
        codes = VILLAGES[self.policy.city]
        return slow_month(self.desk, self.people, self.budget, self.policy, codes, roster, book, self.events, number)

    def go_on(self, found: Turn) -> None:
        self.last = Last(found.roster, found.ledger, None)


def seven(library: Library, tmp_path: Path) -> City:
    """Seven people: 1 to 3 are paid by the city for the year, 4 by a company up to June, 5 (of B), 6 and 7 wait."""
    drivers = [worker(n, B if n in (2, 5) else A) for n in range(1, 8)]
    return City("tegal/2023", drivers, budget_of(BUDGET, library, tmp_path), library)
