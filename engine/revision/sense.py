"""What a condition asks, in a form that two cities' files share: equal only where they ask the same thing.

Names of lists and definitions, the order of writing and the city's own name make no difference. A list that we know
only in part has no such form (None): nobody can say that it equals another.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import assert_never

from engine.language.condition import (
    Among,
    Between,
    Condition,
    Defined,
    Either,
    Every,
    Listed,
    Not,
    Value,
    written,
)
from engine.language.ground import Ground
from engine.language.policy import Criterion, Listing, Policy
from engine.language.vocabulary import Vocabulary

_OWN_CITY = ("own city",)


def sense(condition: Condition, policy: Policy, vocabulary: Vocabulary) -> Hashable | None:
    """The shared form of a policy's condition; None where a list known in part leaves it open."""
    match condition:
        case Among(fact, values):
            return "among", fact, _values(fact, values, policy)
        case Between(fact, low, high):
            return "between", fact, low, high
        case Listed(facts, name):
            return _listing(facts, policy.listings[name])
        case Defined(name):
            return sense(policy.definitions[name], policy, vocabulary)
        case Every(parts):
            return _joined("all", parts, policy, vocabulary)
        case Either(parts):
            return _joined("any", parts, policy, vocabulary)
        case Not(Among(fact, values)) if _choices(fact, vocabulary):
            return "among", fact, _values(fact, _choices(fact, vocabulary) - values, policy)
        case Not(Not(part)):
            return sense(part, policy, vocabulary)
        case Not(part):
            inner = sense(part, policy, vocabulary)
            return None if inner is None else ("not", inner)
        case _:
            assert_never(condition)


def facts_of(condition: Condition, policy: Policy) -> frozenset[str]:
    """Names of the facts a condition reads, definitions written out."""
    found: set[str] = set()
    for part in _parts(condition, policy):
        match part:
            case Among(fact) | Between(fact):
                found.add(fact)
            case Listed(facts):
                found.update(facts)
            case _:
                pass
    return frozenset(found)


def names_in(condition: Condition, policy: Policy) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lists and the definitions that a condition rests on."""
    parts = _parts(condition, policy)
    lists = {part.listing: None for part in parts if isinstance(part, Listed)}
    definitions = {part.name: None for part in parts if isinstance(part, Defined)}
    return tuple(lists), tuple(definitions)


def grounds_of(criterion: Criterion, policy: Policy) -> list[Ground]:
    """Of the criterion, and of the lists and definitions it rests on."""
    lists, definitions = names_in(criterion.condition, policy)
    return [
        criterion.ground,
        *(policy.listings[name].ground for name in lists),
        *(policy.definition_grounds[name] for name in definitions),
    ]


def _parts(condition: Condition, policy: Policy) -> list[Condition]:
    """Every part of a condition, and of the definitions it uses."""
    found: list[Condition] = []

    def note(part: Condition) -> None:
        found.append(part)
        if isinstance(part, Defined):
            written(policy.definitions[part.name], note)

    written(condition, note)
    return found


def _joined(kind: str, parts: tuple[Condition, ...], policy: Policy, vocabulary: Vocabulary) -> Hashable | None:
    senses = [sense(part, policy, vocabulary) for part in parts]
    if None in senses:
        return None
    return senses[0] if len(senses) == 1 else (kind, frozenset(senses))


def _values(fact: str, values: frozenset[Value], policy: Policy) -> frozenset[Hashable]:
    return frozenset(_OWN_CITY if fact == "kota" and value == policy.city else value for value in values)


def _choices(fact: str, vocabulary: Vocabulary) -> frozenset[Value]:
    """Every value a fact can have, where they can be named one by one."""
    entry = vocabulary.facts[fact]
    return frozenset({True, False}) if entry.kind == "yes_no" else frozenset(entry.words)


def _listing(facts: tuple[str, ...], listing: Listing) -> Hashable | None:
    if listing.completeness == "partial":
        return None
    return "listed", facts, listing.completeness, frozenset(listing.entries), frozenset(listing.excluded)
