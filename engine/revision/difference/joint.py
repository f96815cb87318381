"""Two policies on their days in one space: the decision diagrams of both over their common cells.

What a list leaves open is the same unknown on both sides: an occupation that neither names is no difference, whatever
is ruled of it, and one that a side names alone is a difference unless the other rules it equivalent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from engine.decision.cells import cells_of
from engine.decision.meaning import Diagrams
from engine.decision.program import Clause, GroupProgram, Program, build, domains
from engine.language.condition import RULING, AllOf, AnyOf, Core, Leaf, NotThis, Words
from engine.language.library import Library
from engine.language.policy import Criterion, Group, Months, Policy
from engine.revision.sense import grounds_of
from engine.revision.space import NODES, fitting

VILLAGE = "kelurahan"
THEIR_VILLAGE = "kelurahan (kota kedua)"
"""The village of the same person in the second city, where each city's own people stand for each other."""


@dataclass(frozen=True, slots=True)
class Side:
    """A policy as read on a day."""

    policy: Policy
    day: date


@dataclass(frozen=True, slots=True)
class Payer:
    """The first source that pays. `provider` counts within one city only; `monthly_idr` in rupiah, None: no tariff."""

    source: str
    provider: str | None
    months: Months
    monthly_idr: int | None


Rule = tuple[int, int]
"""A group and one of its funding rules, by position; UNPAID: covered, and no source in effect pays."""
UNPAID: Rule = (-1, -1)


@dataclass(frozen=True, slots=True)
class Half:
    """One side's diagrams over the common cells."""

    covered: int
    firmly: int
    """Whom it covers by what is stated or interpreted, every assumed criterion left out."""
    paying: int
    """Ends in the `Rule` that pays, or in None where nobody is covered."""
    payers: Mapping[Rule, Payer | None]
    criteria: tuple[tuple[int, ...], ...]
    """By group and criterion."""


@dataclass(frozen=True, slots=True)
class Joint:
    old: Half
    new: Half
    diagrams: Diagrams
    possible: int
    """Where facts fit together: a village lies in one city."""
    ruling: tuple[int, ...]

    def both(self, *parts: int) -> int:
        return self.diagrams.every((self.possible, *parts))

    def without(self, part: int, taken: int) -> int:
        return self.diagrams.choose(taken, self.diagrams.false, part)

    def only(self, here: int, there: int) -> int:
        """Those who are here and not there; where it depends on a ruling, the diagram asks it."""
        return self.both(self.without(here, there))

    def settled(self, people: int) -> int:
        """Those who are among the people whatever is ruled."""
        return self.diagrams.regardless_of(people, self.ruling, True)

    def unsettled(self, people: int) -> int:
        """Those who are among the people by one ruling at least, and not by every one."""
        return self.without(self.diagrams.regardless_of(people, self.ruling, False), self.settled(people))


def joint(library: Library, old: Side, new: Side, *, at_home: bool = False) -> Joint:
    """Both sides over their common cells. Raises NationalMissing, TooLarge.

    `at_home`: each city's own people stand for each other, so that the second policy is asked about somebody who lives
    there as the other lives here.
    """
    vocabulary = library.vocabulary
    one, two = old.policy.city, new.policy.city

    def moved(city: str) -> str:
        return {one: two, two: one}.get(city, city)

    first = build(old.policy, vocabulary, library.national, old.day).groups
    second = build(new.policy, vocabulary, library.national, new.day).groups
    read = domains((*first, *second), vocabulary.facts)
    if at_home and one != two:
        second = tuple(_through(group, lambda leaf: _at_home(leaf, moved)) for group in second)
        if VILLAGE in read:
            read[THEIR_VILLAGE] = read[VILLAGE]
    cells = cells_of(Program("", "", (*first, *second), read))
    diagrams = Diagrams(cells, NODES)
    here = fitting(diagrams, vocabulary.city_of_region)
    there = fitting(diagrams, lambda code: moved(vocabulary.city_of_region(code)), THEIR_VILLAGE)
    position = {partition.fact: level for level, partition in enumerate(cells)}
    return Joint(
        _half(diagrams, library, old, first, with_provider=one == two),
        _half(diagrams, library, new, second, with_provider=one == two),
        diagrams,
        diagrams.every((here, there)),
        (position[RULING],) if RULING in position else (),
    )


def monthly(library: Library, side: Side, group: Group) -> int | None:
    """Contribution in rupiah per month: the regulation's own, else the national tariff of the day."""
    if group.monthly_idr is not None:
        return group.monthly_idr
    return library.national.monthly_idr(group.segment, side.policy.programs, side.day)


def _half(
    diagrams: Diagrams, library: Library, side: Side, groups: tuple[GroupProgram, ...], *, with_provider: bool
) -> Half:
    criteria = tuple(tuple(diagrams.of(clause.condition) for clause in group.criteria) for group in groups)
    firm = [
        diagrams.every([root for criterion, root in zip(group.criteria, roots, strict=True) if _firm(side, criterion)])
        for group, roots in zip(side.policy.groups, criteria, strict=True)
    ]
    paying = diagrams.terminal(None)
    payers: dict[Rule, Payer | None] = {UNPAID: None}
    for index in reversed(range(len(groups))):
        group, pays = side.policy.groups[index], diagrams.terminal(UNPAID)
        for number, clause in reversed(list(enumerate(groups[index].funding))):
            if clause.effective:
                rule = group.funding[number]
                provider = rule.provider if with_provider else None
                payers[index, number] = Payer(rule.source, provider, rule.months, monthly(library, side, group))
                pays = diagrams.choose(diagrams.of(clause.condition), diagrams.terminal((index, number)), pays)
        paying = diagrams.choose(diagrams.every(criteria[index]), pays, paying)
    covered = diagrams.either([diagrams.every(roots) for roots in criteria])
    return Half(covered, diagrams.either(firm), paying, payers, criteria)


def _firm(side: Side, criterion: Criterion) -> bool:
    return all(ground.basis != "assumed" for ground in grounds_of(criterion, side.policy))


def _at_home(leaf: Leaf, moved: Callable[[str], str]) -> Leaf:
    if leaf.fact == "kota" and isinstance(leaf.allowed, Words):
        names = frozenset(moved(str(name)) for name in leaf.allowed.names)
        return Leaf("kota", Words(names, leaf.allowed.inverted))
    return Leaf(THEIR_VILLAGE, leaf.allowed) if leaf.fact == VILLAGE else leaf


def _through(group: GroupProgram, change: Callable[[Leaf], Leaf]) -> GroupProgram:
    def clauses(found: tuple[Clause, ...]) -> tuple[Clause, ...]:
        return tuple(replace(clause, condition=_changed(clause.condition, change)) for clause in found)

    return replace(group, criteria=clauses(group.criteria), funding=clauses(group.funding))


def _changed(core: Core, change: Callable[[Leaf], Leaf]) -> Core:
    match core:
        case Leaf():
            return change(core)
        case AllOf(parts):
            return AllOf(tuple(_changed(part, change) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_changed(part, change) for part in parts))
        case NotThis(part):
            return NotThis(_changed(part, change))
        case _:
            assert_never(core)
