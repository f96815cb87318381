"""A whole month: roster, changes, applicants and budget in; a folder of results out, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from engine.decision.decide import Desk
from engine.language.diagnostic import Diagnostic, Place, has_errors
from engine.language.library import Library, shown
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.registry.allocation.budget import Budget, Earmark, Pot, fitting
from engine.registry.allocation.months import MONTHS, mask_of
from engine.registry.intake.dates import DateOrder
from engine.registry.intake.mapping import MappingFile
from engine.registry.intake.readers import readers_of
from engine.registry.monthly import ledger as books
from engine.registry.monthly.changes import Changes, Held, read_changes
from engine.registry.monthly.dates import Calendar, Month
from engine.registry.monthly.events import Pledge
from engine.registry.monthly.history import History, settle
from engine.registry.monthly.invariants import assert_sound
from engine.registry.monthly.keeping import OverCommitted
from engine.registry.monthly.month import Strangers, Turn, turn
from engine.registry.monthly.results import Written, write_results
from engine.registry.monthly.roster import EVENTS, STATE, Last, read_last
from engine.registry.monthly.survey import Chosen
from engine.registry.taking import Source, Step, Unfit, take
from engine.registry.target import results_folder


@dataclass(frozen=True, slots=True)
class Order:
    """What a month is asked."""

    roster: Path
    changes: Path | None
    month: Month
    source: Source
    """The list of applicants."""
    budget: Budget
    granted: Path | None
    chosen: Chosen
    """The version of a day."""
    policies: tuple[Policy, ...]
    """All versions that may be chosen."""
    calendar: Calendar
    accounts: Mapping[str, str]
    """Budget account by pot."""


@dataclass(frozen=True, slots=True)
class Done:
    turn: Turn
    written: Written
    held: tuple[Held, ...]
    notices: tuple[Diagnostic, ...]
    """Warnings about files, money and the calendar."""


def run_month(library: Library, order: Order, target: Path, language: Language, step: Step = lambda *_: None) -> Done:
    """Works out the month into the folder `target`, which appears when it is whole.

    Raises Unreadable, Unfit, Undecidable, Occupied and OSError.
    """
    with results_folder(target, STATE) as (results, work):
        notices: list[Diagnostic] = []
        registry = _registry(library, order, work, step)
        history, held = _history(library, order, registry, notices)
        budget = _with_pledges(order, history.pledges, notices)
        last = _last(library, order, budget, notices)
        readers = readers_of(library.vocabulary, None, MappingFile(), [])
        try:
            found = turn(Desk(library), registry, budget, order.chosen, last, history, readers, order.month)
        except Strangers as problem:
            place = Place(shown(order.roster))
            raise Unfit((Diagnostic("month-strangers", place, {"count": problem.count}),)) from problem
        except OverCommitted as problem:
            values = {"name": problem.pot, "committed": problem.committed, "received": problem.received}
            raise Unfit((Diagnostic("month-over-committed", Place(budget.path), dict(values)),)) from problem
        assert_sound(found)
        if not order.calendar.knows(order.month):
            place = Place(shown(order.roster))
            notices.append(Diagnostic("holidays-unknown", place, {"year": order.month.year}, "warning"))
        written = write_results(library, found, order.chosen, order.calendar, order.accounts, held, results, language)
    return Done(found, written, tuple(held), tuple(notices))


def _registry(library: Library, order: Order, work: Path, step: Step) -> pl.DataFrame:
    taken = take(order.source, library.vocabulary, order.budget.city, work, step)
    frame = pl.scan_parquet(taken.registry / "*.parquet")
    if "nik" not in frame.collect_schema():
        raise Unfit((Diagnostic("allocation-without-nik", Place(taken.path)),))
    return frame.collect()


def _history(
    library: Library, order: Order, registry: pl.DataFrame, notices: list[Diagnostic]
) -> tuple[History, list[Held]]:
    """Changes of earlier months and the new ones. Raises Unfit."""
    region = library.vocabulary.facts["kota"].words[order.budget.city].region
    dates: DateOrder | None = order.source.mapping.dates
    kept = order.roster / EVENTS
    old = read_changes(kept, library.vocabulary, region, None, notices) if kept.is_file() else Changes(shown(kept))
    new = Changes(shown(order.changes or order.roster))
    if order.changes is not None:
        new = read_changes(order.changes, library.vocabulary, region, dates, notices)
    if has_errors(notices):
        raise Unfit(tuple(notices))
    history, held, said = settle(old, new, registry, order.month.last)
    notices += said
    return history, held


def _with_pledges(order: Order, pledges: tuple[Pledge, ...], notices: list[Diagnostic]) -> Budget:
    """The budget with the money pledged; what the budget has itself counts as it stands there."""
    budget = order.budget
    known = {pot.id for pot in budget.pots}
    pots: list[Pot] = []
    for pledge in pledges:
        if pledge.pot in known:
            notices.append(Diagnostic("pledge-in-budget", Place(budget.path), {"name": pledge.pot}, "warning"))
            continue
        first = pledge.day.month if pledge.day.year == budget.year else 1
        last = MONTHS if pledge.months is None else min(first + pledge.months - 1, MONTHS)
        months = mask_of(first, last) if pledge.day.year == budget.year else 0
        nobody = Earmark(frozenset(), frozenset(), frozenset())
        place = Place(shown(order.changes or order.roster), pledge.row)
        pots.append(
            Pot(pledge.pot, pledge.source, pledge.provider, pledge.received, pledge.promised, months, nobody, place)
        )
    with_them = replace(budget, pots=(*budget.pots, *pots))
    notices += [
        fault
        for fault in fitting(with_them, order.policies, budget.city, order.month.year)
        if fault.place in {pot.place for pot in pots}
    ]
    return with_them


def _last(library: Library, order: Order, budget: Budget, notices: list[Diagnostic]) -> Last:
    """Last month's roster and the ledger. Raises Unfit where they do not fit the budget."""
    last = read_last(order.roster, order.month, library.vocabulary, budget.pots, order.granted, notices)
    strange = sorted(order.accounts.keys() - {pot.id for pot in budget.pots})
    notices += [Diagnostic("unknown-account", Place(budget.path), {"name": name}) for name in strange]
    if last is not None:
        named = set(books.of_year(last.ledger, order.month.year)["uang"]) - {pot.id for pot in budget.pots}
        if named:
            values = {"names": ", ".join(sorted(named))}
            notices.append(Diagnostic("granted-unknown-pot", Place(shown(order.roster)), dict(values)))
    if last is None or has_errors(notices):
        raise Unfit(tuple(notices))
    return last
