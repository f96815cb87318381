"""The values at which a sentence turns: both sides of each bound, and each value that it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.language.condition import (
    NO_OCCUPATION,
    Among,
    AnyOf,
    Between,
    Condition,
    Core,
    Leaf,
    Listed,
    Numbers,
    Setting,
    Value,
    Words,
    resolve,
)
from engine.language.messages.testing import TESTING
from engine.language.vocabulary import Label
from engine.language.wording import Terms, filled, value_text
from engine.revision.coverage.goals import Key, Kind
from engine.revision.tree import Way, parts


@dataclass(frozen=True, slots=True)
class Question:
    """Who shows one side of a goal, as a condition on the person."""

    key: Key
    core: Core
    title: Label
    untested: Label


def questions(tree: Condition, terms: Terms, setting: Setting) -> Iterator[tuple[Kind, tuple[Question, ...]]]:
    """The goals about values, each with its sides. Raises UnknownNational."""
    lists: dict[str, tuple[str, ...]] = {}
    for way, part in parts(tree):
        match part:
            case Between(fact):
                for sides in _thresholds(part, way, setting):
                    yield "threshold", tuple(_at(terms, fact, *side) for side in sides)
            case Among(fact, values) if len(values) > 1:
                for value in sorted(values, key=str):
                    leaf = Leaf(fact, Words(frozenset({value})))
                    yield "entry", (_entry(terms, ("entry", way, value), leaf, fact, value),)
            case Listed(facts, listing):
                lists[listing] = (*lists.get(listing, ()), *facts)
            case _:
                pass
    for listing, facts in lists.items():
        for question in _listed(listing, facts, terms):
            yield "entry", (question,)


_Side = tuple[Key, int, str, int]
"""Key, value, on which side it lies, and the bound."""


def _thresholds(part: Between, way: Way, setting: Setting) -> Iterator[tuple[_Side, _Side]]:
    """The last value within and the first beyond, for each bound that leaves anything beyond."""
    core = resolve(part, setting)
    assert isinstance(core, Leaf) and isinstance(core.allowed, Numbers)
    low, high = setting.limits[part.fact]
    for first, last in core.allowed.ranges:
        if first > low:
            yield (
                (("low", way, True), first, "at_low", first),
                (("low", way, False), first - 1, "below_low", first),
            )
        if last < high:
            yield (
                (("high", way, True), last, "at_high", last),
                (("high", way, False), last + 1, "above_high", last),
            )


def _at(terms: Terms, fact: str, key: Key, value: int, place: str, bound: int) -> Question:
    values = {"fact": terms.vocabulary.facts[fact].label, "value": _said(terms, fact, value)}
    said = filled(TESTING[place], **values, bound=_said(terms, fact, bound))
    return Question(key, Leaf(fact, Numbers(((value, value),))), filled(TESTING["title_value"], **values), said)


def _listed(name: str, facts: tuple[str, ...], terms: Terms) -> Iterator[Question]:
    """Each value that the list says is in it or is not, and one of which it says nothing; in any of the facts."""
    listing = terms.policy.listings[name]
    named = frozenset[Value]((*listing.entries, *listing.excluded))
    for value in (*listing.entries, *listing.excluded):
        words = Words(frozenset({value}))
        yield _entry(terms, ("entry", name, value), _in_any(facts, words), facts[0], value)
    stand_in = _in_any(facts, Words(named | NO_OCCUPATION, inverted=True))
    yield _entry(terms, ("entry", name, None), stand_in, facts[0], None)


def _in_any(facts: tuple[str, ...], words: Words) -> Core:
    return AnyOf(tuple(Leaf(fact, words) for fact in facts))


def _entry(terms: Terms, key: Key, core: Core, fact: str, value: Value | None) -> Question:
    text = TESTING["not_in_list"] if value is None else _said(terms, fact, value)
    values = {"fact": terms.vocabulary.facts[fact].label, "value": text}
    return Question(key, core, filled(TESTING["title_value"], **values), filled(TESTING["entry"], **values))


def _said(terms: Terms, fact: str, value: Value) -> Label:
    entry = terms.vocabulary.facts[fact]
    return Label(value_text(entry, value, "id"), value_text(entry, value, "en"))
