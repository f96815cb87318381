"""Places in a condition: each part by the way to it, and the condition with one part replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from engine.decision.program import ONGOING
from engine.language.condition import Among, Between, Condition, Defined, Either, Every, Listed, Not
from engine.language.policy import Criterion, Policy

Way = tuple[int, ...]
"""Positions of parts, from the whole down."""


def parts(condition: Condition) -> Iterator[tuple[Way, Condition]]:
    """The condition and every part of it as written, from the whole down."""
    yield (), condition
    for position, part in enumerate(inside(condition)):
        for way, below in parts(part):
            yield (position, *way), below


def put(condition: Condition, way: Way, part: Condition) -> Condition:
    """The condition with the part at that place replaced."""
    if not way:
        return part
    position, *rest = way
    changed = tuple(
        put(old, tuple(rest), part) if index == position else old for index, old in enumerate(inside(condition))
    )
    return rebuilt(condition, changed)


def inside(condition: Condition) -> tuple[Condition, ...]:
    """The parts right below."""
    match condition:
        case Every(below) | Either(below):
            return below
        case Not(part):
            return (part,)
        case Among() | Between() | Listed() | Defined():
            return ()
        case _:
            assert_never(condition)


def rebuilt(condition: Condition, below: tuple[Condition, ...]) -> Condition:
    """The same kind of condition with other parts right below."""
    match condition:
        case Every():
            return Every(below)
        case Either():
            return Either(below)
        case Not():
            return Not(*below)
        case Among() | Between() | Listed() | Defined():
            return condition
        case _:
            assert_never(condition)


def spelled_out(condition: Condition, policy: Policy) -> Condition:
    """With definitions written out, and a list that several facts may be in asked of each fact."""
    match condition:
        case Defined(name):
            return spelled_out(policy.definitions[name], policy)
        case Listed(facts, listing) if len(facts) > 1:
            return Either(tuple(Listed((fact,), listing) for fact in facts))
        case _:
            return rebuilt(condition, tuple(spelled_out(part, policy) for part in inside(condition)))


def of_criterion(criterion: Criterion, policy: Policy) -> Condition:
    """What the criterion asks, spelled out; one of registration is met by whoever is already paid for."""
    asked = spelled_out(criterion.condition, policy)
    return Either((Among(ONGOING, frozenset({True})), asked)) if criterion.at_registration else asked
