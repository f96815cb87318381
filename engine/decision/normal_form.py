"""Conditions in the form the rules engine takes: no negation, nothing nested alike, one question a fact.

Every step keeps the meaning in three values: what was unknown stays unknown.
"""

from __future__ import annotations

from typing import assert_never

from engine.language.condition import AllOf, AnyOf, Core, Leaf, NotThis, Numbers, ValueSet, Words

ALWAYS = Leaf("", Words(frozenset({True})))
"""The question that everybody answers with yes; `selalu` asks it."""

_FAR = 10**9


def positive(condition: Core) -> Core:
    """The same condition without negations, nested alike composites, or two leaves of one composite on one fact."""
    return _merged(_without_negation(condition, negated=False))


def _without_negation(condition: Core, *, negated: bool) -> Core:
    match condition:
        case Leaf(fact, allowed):
            return Leaf(fact, complement(allowed)) if negated else condition
        case AllOf(parts) | AnyOf(parts):
            inner = tuple(_without_negation(part, negated=negated) for part in parts)
            return AllOf(inner) if isinstance(condition, AllOf) != negated else AnyOf(inner)
        case NotThis(part):
            return _without_negation(part, negated=not negated)
        case _:
            assert_never(condition)


def _merged(condition: Core) -> Core:
    match condition:
        case AllOf(parts):
            return _join(True, parts)
        case AnyOf(parts):
            return _join(False, parts)
        case Leaf() | NotThis():
            return condition
        case _:
            assert_never(condition)


def _join(every: bool, parts: tuple[Core, ...]) -> Core:
    kind = AllOf if every else AnyOf
    flat: list[Core] = []
    for part in map(_merged, parts):
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    whole: dict[Core, None] = {}
    by_fact: dict[str, Leaf] = {}
    for part in flat:
        if isinstance(part, Leaf):
            before = by_fact.get(part.fact)
            if before is not None:
                whole.pop(before)
                part = Leaf(part.fact, combined(before.allowed, part.allowed, every=every))
            by_fact[part.fact] = part
        whole[part] = None
    if not whole:
        return ALWAYS if every else Leaf("", Words(frozenset({False})))
    return next(iter(whole)) if len(whole) == 1 else kind(tuple(whole))


def complement(allowed: ValueSet) -> ValueSet:
    """The values outside the set; whole numbers without bounds on either side."""
    match allowed:
        case Words(names, inverted):
            return Words(names, not inverted)
        case Numbers(ranges):
            edges = [-_FAR, *(edge for low, high in ranges for edge in (low - 1, high + 1)), _FAR]
            pairs = zip(edges[::2], edges[1::2], strict=True)
            return Numbers(tuple((low, high) for low, high in pairs if low <= high))
        case _:
            assert_never(allowed)


def combined(first: ValueSet, second: ValueSet, *, every: bool) -> ValueSet:
    """Values in both sets (`every`), or in at least one."""
    if isinstance(first, Words) and isinstance(second, Words):
        if not every:
            return complement(combined(complement(first), complement(second), every=True))
        if first.inverted and second.inverted:
            return Words(first.names | second.names, inverted=True)
        if first.inverted or second.inverted:
            named, other = (second, first) if first.inverted else (first, second)
            return Words(named.names - other.names)
        return Words(first.names & second.names)
    assert isinstance(first, Numbers) and isinstance(second, Numbers)
    if not every:
        return complement(combined(complement(first), complement(second), every=True))
    both = [(max(a, c), min(b, d)) for a, b in first.ranges for c, d in second.ranges if max(a, c) <= min(b, d)]
    return Numbers(tuple(sorted(both)))
