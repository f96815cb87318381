"""Other conditions in the place of a condition: one bound, value, word or part of it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from engine.language.condition import (
    Among,
    Between,
    Bound,
    Condition,
    Defined,
    Either,
    Every,
    Listed,
    National,
    Not,
    Value,
    written,
)
from engine.language.policy import Policy
from engine.language.vocabulary import Vocabulary
from engine.revision.mutation.mutant import Kind
from engine.revision.tree import parts, put

Values = frozenset[Value]
Outside = Callable[[str, Values], tuple[Values, ...]]
"""Values of a fact that are not among some values, in classes that are added together."""


def variants(condition: Condition, outside: Outside) -> Iterator[tuple[Kind, Condition, Condition, Condition]]:
    """Kind of change, the part changed, what it became, and the whole condition with that part.

    A part that is denied is told with its denial, as the regulation says it.
    """
    found = dict(parts(condition))
    for way, part in found.items():
        denied = bool(way) and isinstance(found[way[:-1]], Not)
        for kind, after in _changed(part, outside):
            told = (Not(part), Not(after)) if denied else (part, after)
            yield kind, *told, put(condition, way, after)


def classes(policy: Policy, vocabulary: Vocabulary) -> Outside:
    """Words that the policy names anywhere stand alone; all those that it does not name stand together."""
    named = _named(policy)

    def outside(fact: str, values: Values) -> tuple[Values, ...]:
        if vocabulary.facts[fact].kind != "word":
            return ()
        rest = [word for word in vocabulary.facts[fact].words if word not in values]
        alone = [frozenset[Value]({word}) for word in rest if word in named.get(fact, ())]
        together = frozenset[Value](word for word in rest if word not in named.get(fact, ()))
        return (*alone, together) if together else tuple(alone)

    return outside


def _changed(part: Condition, outside: Outside) -> Iterator[tuple[Kind, Condition]]:
    match part:
        case Between(_, low, high):
            for step in (-1, 1):
                if low is not None:
                    yield "threshold", replace(part, low=_moved(low, step))
                if high is not None:
                    yield "threshold", replace(part, high=_moved(high, step))
            if low is not None and high is not None:
                yield "bound", replace(part, low=None)
                yield "bound", replace(part, high=None)
            yield "negation", Not(part)
        case Among(fact, values):
            for value in sorted(values, key=str) if len(values) > 1 else ():
                yield "value", Among(fact, values - {value})
            for others in outside(fact, values):
                yield "value", Among(fact, values | others)
            yield "negation", Not(part)
        case Listed(facts, listing):
            for fact in facts if len(facts) > 1 else ():
                yield "value", Listed(tuple(other for other in facts if other != fact), listing)
            yield "negation", Not(part)
        case Every(below) | Either(below):
            if len(below) > 1:
                yield "junction", Either(below) if isinstance(part, Every) else Every(below)
                for position in range(len(below)):
                    yield "dropped", replace(part, parts=below[:position] + below[position + 1 :])
                yield "negation", Not(part)
        case Defined():
            yield "negation", Not(part)
        case Not():
            pass  # the negation of what is inside takes it away
        case _:
            assert_never(part)


def _moved(bound: Bound, step: int) -> Bound:
    return National(bound.name, bound.offset + step) if isinstance(bound, National) else bound + step


def _named(policy: Policy) -> Mapping[str, set[Value]]:
    """The values of each fact that some condition or list of the policy names."""
    found: dict[str, set[Value]] = {}

    def note(part: Condition) -> None:
        if isinstance(part, Among):
            found.setdefault(part.fact, set()).update(part.values)
        elif isinstance(part, Listed):
            listing = policy.listings[part.listing]
            for fact in part.facts:
                found.setdefault(fact, set()).update((*listing.entries, *listing.excluded))

    conditions = [*policy.definitions.values(), *(priority.condition for priority in policy.priorities)]
    for group in policy.groups:
        conditions += [rule.condition for rule in group.funding]
        for criterion in group.criteria:
            conditions += [criterion.condition, *(r.condition for r in criterion.readings if r.condition)]
    for condition in conditions:
        written(condition, note)
    return found
