"""How two sets of people relate, with the smallest person each way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from operator import eq
from typing import Literal

from engine.decision.decide import Desk
from engine.decision.decision import Decision
from engine.language.vocabulary import Language
from engine.revision.difference.joint import UNPAID, Half, Joint, Payer, Rule, Side
from engine.revision.difference.witnesses import Search, SideName, Told, Witness

Relation = Literal["equivalent", "wider", "narrower", "neither"]
"""Of the new to the old: covers the same people, more, fewer, or some more and some fewer."""

LIMIT = 3
"""Witnesses told each way, each with reasons of its own."""
PAIRS = 6
"""Changes of payer that are told."""


@dataclass(frozen=True, slots=True)
class Direction:
    """People on one side only. `more`: there are further reasons than the witnesses'.

    `unsettled`: where there is no witness, somebody who is on that side only unless the other rules otherwise.
    """

    witnesses: tuple[Witness, ...]
    more: bool
    unsettled: Witness | None

    def as_json(self, language: Language) -> dict[str, object]:
        return {
            "witnesses": [witness.as_json(language) for witness in self.witnesses],
            "more": self.more,
            "unsettled": self.unsettled and self.unsettled.as_json(language),
        }


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whom the new covers and the old does not, and the other way round.

    `settled`: the relation by those alone of whom no ruling is awaited. `firm`: by what is stated or interpreted,
    without the criteria that are assumptions on either side.
    """

    relation: Relation
    settled: Relation
    firm: Relation
    gained: Direction
    lost: Direction


@dataclass(frozen=True, slots=True)
class NewPayer:
    """People covered on both sides of whom another source pays, or for other months, or another amount."""

    old: Payer | None
    """None: covered, and nobody pays."""
    new: Payer | None
    witness: Witness


@dataclass(frozen=True, slots=True)
class Funding:
    """Whose money pays for people whom both sides cover; `more`: there are further changes than those told."""

    relation: Relation
    """Wider: some are paid for who were not; narrower: some no longer are; neither: both, or by somebody else."""
    changes: tuple[NewPayer, ...]
    more: bool
    both: bool
    """Whether there is anybody whom both sides cover."""


def relation_of(joint: Joint, old: int, new: int) -> Relation:
    """How two diagrams of people relate."""
    nobody = joint.diagrams.false
    return _named(joint.only(new, old) != nobody, joint.only(old, new) != nobody)


def _settled(joint: Joint, old: int, new: int) -> Relation:
    nobody = joint.diagrams.false
    return _named(joint.settled(joint.only(new, old)) != nobody, joint.settled(joint.only(old, new)) != nobody)


def coverage(desk: Desk, joint: Joint, old: Side, new: Side, *, at_home: bool, limit: int = LIMIT) -> Coverage:
    """Raises Disagreement where the engine does not confirm a witness."""
    search = Search(desk, joint, old, new, at_home=at_home)
    here, there = joint.old.covered, joint.new.covered
    return Coverage(
        relation_of(joint, here, there),
        _settled(joint, here, there),
        relation_of(joint, joint.old.firmly, joint.new.firmly),
        _direction(search, there, here, "old", _gains, limit),
        _direction(search, here, there, "new", _loses, limit),
    )


def funding(desk: Desk, joint: Joint, old: Side, new: Side, *, at_home: bool) -> Funding:
    """Raises Disagreement where the engine does not confirm a witness."""
    search = Search(desk, joint, old, new, at_home=at_home)
    both = joint.both(joint.old.covered, joint.new.covered)
    found: dict[tuple[Payer | None, Payer | None], NewPayer | None] = {}
    for before, mine in _by_rule(joint, joint.old, both):
        for after, people in _by_rule(joint, joint.new, mine):
            pair = joint.old.payers[before], joint.new.payers[after]
            if pair[0] == pair[1] or pair in found:
                continue
            found[pair] = None
            if len(found) <= PAIRS:
                witness = search.smallest(people, _pays(before, after))
                assert witness
                found[pair] = NewPayer(*pair, witness)
    more = any(not (before and after is None) for before, after in found)
    fewer = any(not (after and before is None) for before, after in found)
    told = tuple(change for change in found.values() if change)
    return Funding(_named(more, fewer), told, len(found) > len(told), both != joint.diagrams.false)


def _named(more: bool, fewer: bool) -> Relation:
    if more and fewer:
        return "neither"
    return "wider" if more else "narrower" if fewer else "equivalent"


def _direction(search: Search, here: int, there: int, refused: SideName, told: Told, limit: int) -> Direction:
    """People here and not there, where the side `refused` turns them away."""
    joint = search.joint
    people = joint.only(here, there)
    witnesses, more = search.several(joint.settled(people), told, refused, limit)
    return Direction(witnesses, more, None if witnesses else search.smallest(joint.unsettled(people), told))


def _gains(old: Decision, new: Decision) -> bool:
    return (old.outcome, new.outcome) == ("ineligible", "eligible")


def _loses(old: Decision, new: Decision) -> bool:
    return (old.outcome, new.outcome) == ("eligible", "ineligible")


def _pays(before: Rule, after: Rule) -> Told:
    """Both decide for the person, and these rules pay."""

    def told(old: Decision, new: Decision) -> bool:
        outcomes = old.outcome, new.outcome
        return outcomes == ("eligible", "eligible") and _paying(old) == before and _paying(new) == after

    return told


def _paying(decision: Decision) -> Rule:
    """The rule that the engine lets pay, by position."""
    if decision.payer is None or decision.group is None:
        return UNPAID
    groups = decision.policy.groups
    index = next(position for position, group in enumerate(groups) if group is decision.group)
    rules = decision.group.funding
    return index, next(position for position, rule in enumerate(rules) if rule is decision.payer.rule)


def _by_rule(joint: Joint, half: Half, people: int) -> Iterator[tuple[Rule, int]]:
    """Each rule that pays for some of the people, with those."""
    for rule in half.payers:
        ending = joint.diagrams.relabel(half.paying, partial(eq, rule))
        mine = joint.both(people, ending)
        if mine != joint.diagrams.false:
            yield rule, mine
