"""All changes together, old and new: which go together, who is gone on a day, and the registry as it was then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from engine.language.diagnostic import Diagnostic, Place
from engine.language.vocabulary import Vocabulary
from engine.registry.columns import HELD, type_of
from engine.registry.intake.cell import Cell
from engine.registry.intake.cells import REGISTERED
from engine.registry.intake.column import Column
from engine.registry.intake.folding import folded
from engine.registry.intake.identity import NAME, NIK
from engine.registry.monthly.changes import Changes, Held
from engine.registry.monthly.events import DEATH, RETURN, WITHDRAWAL, Event, Pledge


@dataclass(frozen=True, slots=True)
class History:
    """Changes that are taken, by person in the order of their days."""

    events: Mapping[str, tuple[Event, ...]]
    pledges: tuple[Pledge, ...]

    def until(self, day: date) -> dict[str, tuple[Event, ...]]:
        """What happened up to and on that day."""
        cut = {nik: tuple(event for event in events if event.day <= day) for nik, events in self.events.items()}
        return {nik: events for nik, events in cut.items() if events}

    def all(self) -> list[Event]:
        return [event for nik in sorted(self.events) for event in self.events[nik]]


def settle(
    old: Changes, new: Changes, registry: pl.DataFrame, last_day: date
) -> tuple[History, list[Held], list[Diagnostic]]:
    """Earlier changes and new ones as one history; what does not go together is held, whatever row came first.

    Held: a person the registry does not have, a name that is another's, a day after `last_day`, two rows that say
    different things of one fact on one day, anything after a death. The same row twice counts once and is a warning.
    """
    held: list[Held] = []
    said: list[Diagnostic] = []
    named = _named(registry, {event.nik for event in new.events})
    kept: list[tuple[Event, Changes]] = []
    for event in new.events:
        codes = list(_misplaced(event, named, last_day))
        if codes:
            held.append(_held(event.row, new, codes))
        else:
            kept.append((event, new))
    seen = {_same(event) for event in old.events}
    fresh: list[tuple[Event, Changes]] = []
    for event, source in kept:
        if _same(event) in seen:
            said.append(Diagnostic("change-twice", Place(source.path, event.row), {}, "warning"))
        else:
            seen.add(_same(event))
            fresh.append((event, source))
    by_person: dict[str, list[tuple[Event, Changes]]] = {}
    for event, source in [*((event, old) for event in old.events), *fresh]:
        by_person.setdefault(event.nik, []).append((event, source))
    events: dict[str, tuple[Event, ...]] = {}
    for nik, mine in by_person.items():
        wrong = _at_odds([event for event, _ in mine])
        out = {n: code for n, code in wrong.items() if mine[n][1] is new}
        good = [event for number, (event, _) in enumerate(mine) if number not in out]
        held += [_held(mine[n][0].row, new, [code]) for n, code in out.items()]
        if good:
            events[nik] = tuple(sorted(good, key=_key))
    pledges, refused = _pledges(old, new, last_day)
    held += refused
    return History(events, pledges), sorted([*new.held, *held], key=lambda each: each.row), said


def gone(events: Iterable[Event]) -> Event | None:
    """The event by which somebody is out whatever the policy says: a death, or an own wish not taken back."""
    found: Event | None = None
    for event in events:
        if event.kind in (DEATH, WITHDRAWAL):
            found = event
        elif event.kind == RETURN and found is not None and found.kind == WITHDRAWAL:
            found = None
    return found


def as_of(
    registry: pl.DataFrame, events: Mapping[str, Sequence[Event]], vocabulary: Vocabulary, readers: Mapping[str, Column]
) -> pl.DataFrame:
    """The registry with these changes: facts as they are now; whoever is gone is held for that reason.

    Whoever comes back joins the line again on that day.
    """
    facts: dict[str, dict[str, Cell]] = {}
    held: dict[str, str] = {}
    back: dict[str, str] = {}
    for nik, mine in events.items():
        for event in mine:
            for name, cell in event.facts.items():
                facts.setdefault(name, {})[nik] = cell
            if event.kind == RETURN:
                back[nik] = event.day.isoformat()
        out = gone(mine)
        if out is not None:
            held[nik] = out.kind
    for name, cells in facts.items():
        if name in vocabulary.facts:
            kind = type_of(vocabulary.facts[name])
            registry = _overwritten(registry, name, list(cells), readers[name].typed(list(cells.values())), kind)
    if back:
        registry = _overwritten(registry, REGISTERED, list(back), pl.Series(list(back.values())), pl.String())
    if held:
        registry = _overwritten(registry, HELD, list(held), pl.Series(list(held.values())), pl.String())
    return registry


def _overwritten(
    registry: pl.DataFrame, name: str, people: list[str], values: pl.Series, kind: pl.DataType
) -> pl.DataFrame:
    """The column with these people's values; the others keep theirs."""
    if name not in registry.columns:
        registry = registry.with_columns(pl.lit(None, kind).alias(name))
    new = pl.DataFrame({NIK: pl.Series(people, dtype=pl.String), "_baru": values.cast(kind), "_ada": True})
    joined = registry.join(new, on=NIK, how="left", maintain_order="left")
    chosen = pl.when(pl.col("_ada")).then("_baru").otherwise(pl.col(name).cast(kind)).alias(name)
    return joined.with_columns(chosen).drop("_baru", "_ada")


def _named(registry: pl.DataFrame, people: set[str]) -> dict[str, str | None]:
    """Those of the people whom the registry has, and their names."""
    mine = registry.filter(pl.col(NIK).is_in(sorted(people)))
    names = mine[NAME] if NAME in mine.columns else pl.Series([None] * mine.height, dtype=pl.String)
    return dict(zip(mine[NIK], names, strict=True))


def _misplaced(event: Event, named: Mapping[str, str | None], last_day: date) -> Iterable[str]:
    if event.nik not in named:
        yield "change-nobody"
    elif event.name and named[event.nik] and folded(event.name) != folded(str(named[event.nik])):
        yield "change-name-differs"
    if event.day > last_day:
        yield "change-later"


def _at_odds(events: Sequence[Event]) -> dict[int, str]:
    """Positions of one person's events that cannot all be true, with the code of the fault."""
    wrong: dict[int, str] = {}
    on_a_day: dict[tuple[date, str], list[int]] = {}
    for number, event in enumerate(events):
        for name in event.facts:
            on_a_day.setdefault((event.day, name), []).append(number)
        if event.kind in (WITHDRAWAL, RETURN):
            on_a_day.setdefault((event.day, "*"), []).append(number)
    for (_, name), those in on_a_day.items():
        values = {events[n].kind if name == "*" else (events[n].facts[name].value, True) for n in those}
        if len(values) > 1:
            wrong |= dict.fromkeys(those, "change-conflict")
    deaths = [event.day for event in events if event.kind == DEATH]
    if len(set(deaths)) > 1:
        wrong |= {n: "change-conflict" for n, event in enumerate(events) if event.kind == DEATH}
    elif deaths:
        wrong |= {n: "change-after-death" for n, event in enumerate(events) if event.day > deaths[0]}
    return wrong


def _pledges(old: Changes, new: Changes, last_day: date) -> tuple[tuple[Pledge, ...], list[Held]]:
    """Pledges by pot; two that give one pot other money are both held."""
    held = [_held(pledge.row, new, ["change-later"]) for pledge in new.pledges if pledge.day > last_day]
    by_pot: dict[str, list[Pledge]] = {}
    before = {pledge.pot for pledge in old.pledges}
    for pledge in [*old.pledges, *(each for each in new.pledges if each.day <= last_day)]:
        by_pot.setdefault(pledge.pot, []).append(pledge)
    found: list[Pledge] = []
    for pot in sorted(by_pot):
        different = {replace(pledge, row=0) for pledge in by_pot[pot]}
        if len(different) == 1 or pot in before:
            found.append(by_pot[pot][0])
        if len(different) > 1:
            mine = [pledge for pledge in by_pot[pot] if pledge in new.pledges]
            held += [_held(pledge.row, new, ["pledge-conflict"]) for pledge in mine]
    return tuple(found), held


def _held(row: int, source: Changes, codes: Sequence[str]) -> Held:
    return Held(row, source.path, tuple(Diagnostic(code, Place(source.path, row)) for code in codes))


def _same(event: Event) -> tuple[object, ...]:
    return event.kind, event.nik, event.day, tuple(sorted((name, cell.value) for name, cell in event.facts.items()))


def _key(event: Event) -> tuple[date, str, str]:
    return event.day, event.kind, str(_same(event))
