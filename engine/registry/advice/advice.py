"""How much more the money of an allocation could pay if it were assigned best, and which earmarks, months and quotas
stand in the way. Advice beside the allocation: the order of the law and of the people stays what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from engine.language.messages.advice import ADVICE, BARRIERS
from engine.language.regions import village_name
from engine.language.vocabulary import Language
from engine.registry.advice.best import Terms, most
from engine.registry.advice.classes import EVERYBODY, Class, Way, classes
from engine.registry.allocation.granted import Granted
from engine.registry.allocation.months import ALL, COUNT
from engine.registry.allocation.year import Year

Kind = Literal["earmark", "months", "quota", "village"]


@dataclass(frozen=True, slots=True)
class Gain:
    """At most so much more."""

    months: int
    """Person-months."""
    people: int
    """People who are not paid now, with all their months."""


@dataclass(frozen=True, slots=True)
class Barrier:
    """What more could be paid if this one thing were lifted, beyond the best within the rules."""

    kind: Kind
    name: str
    """Id of the pot, code of the village; "" for the quota as a whole."""
    gain: Gain


@dataclass(frozen=True, slots=True)
class Advice:
    paid_months: int
    """Person-months that the allocation pays."""
    more: Gain
    """With the same money, earmarks and quotas."""
    barriers: tuple[Barrier, ...]
    """Those that cost a month, the dearest first."""
    all_lifted: Gain
    """Beyond the best within the rules, if none of them were there."""
    classes: int
    """Kinds of people that were told apart."""


def advise(year: Year, granted: Granted | None = None) -> Advice:
    """What the money of a year's allocation could pay at most without taking a month from anybody.

    `granted` is what the allocation was given.
    """
    ways, kinds = classes(year, granted)
    terms = _terms(year)
    paid = int(COUNT[year.paid.months & ~year.before].sum())
    base = _reached(ways, kinds, terms)
    lifted = [
        (kind, name, _beyond(base, _reached(ways, kinds, other))) for kind, name, other in _without_one(year, terms)
    ]
    if year.by_village and any(kind == "quota" and gain.months for kind, _, gain in lifted):
        lifted += [
            ("village", name, _beyond(base, _reached(ways, kinds, other))) for name, other in _wider(year, terms, kinds)
        ]
    barriers = [Barrier(kind, name, gain) for kind, name, gain in lifted if gain.months]
    nothing = replace(terms, months=(ALL,) * len(terms.money), earmarked=frozenset(), free=None)
    return Advice(
        paid,
        Gain(base.months - paid, base.people),
        tuple(sorted(barriers, key=lambda barrier: (-barrier.gain.months, barrier.kind, barrier.name))),
        _beyond(base, _reached(ways, kinds, nothing)),
        len(kinds),
    )


def advice_form(advice: Advice, language: Language) -> dict[str, Any]:
    """As JSON values, called advice first of all."""
    return {
        "advice": ADVICE["never_the_order"][language],
        "bound": ADVICE["bound"][language],
        "paid_months": advice.paid_months,
        "more_months": advice.more.months,
        "more_people": advice.more.people,
        "message": ADVICE["more" if advice.more.months else "no_more"][language].format(
            months=advice.more.months, people=advice.more.people
        ),
        "in_the_way": [
            {
                "kind": barrier.kind,
                "name": barrier.name,
                "more_months": barrier.gain.months,
                "more_people": barrier.gain.people,
                "message": BARRIERS[barrier.kind][language].format(
                    name=village_name(barrier.name) or barrier.name,
                    months=barrier.gain.months,
                    people=barrier.gain.people,
                ),
            }
            for barrier in advice.barriers
        ],
        "all_lifted": {"more_months": advice.all_lifted.months, "more_people": advice.all_lifted.people},
        "classes": advice.classes,
    }


def _terms(year: Year) -> Terms:
    pots = year.budget.pots
    free = year.queue.free
    return Terms(
        tuple(max(pot.received - spent, 0) for pot, spent in zip(pots, year.committed, strict=True)),
        tuple(pot.months for pot in pots),
        frozenset(number for number, pot in enumerate(pots) if pot.earmark != EVERYBODY),
        None if free is None else tuple(free.tolist()),
    )


def _without_one(year: Year, terms: Terms) -> Iterator[tuple[Kind, str, Terms]]:
    """The terms with one earmark, one pot's months or the quota lifted."""
    for number, pot in enumerate(year.budget.pots):
        if number in terms.earmarked:
            yield "earmark", pot.id, replace(terms, earmarked=terms.earmarked - {number})
        if pot.months != ALL:
            months = (*terms.months[:number], ALL, *terms.months[number + 1 :])
            yield "months", pot.id, replace(terms, months=months)
    if terms.free is not None:
        yield "quota", "", replace(terms, free=None)


def _wider(year: Year, terms: Terms, kinds: Sequence[Class]) -> Iterator[tuple[str, Terms]]:
    """The terms with places for all in one village, for each where somebody waits."""
    assert terms.free is not None
    waiting = [0] * len(terms.free)
    for each in kinds:
        if each.village >= 0:
            waiting[each.village] += each.people
    for number, code in enumerate(year.queue.codes):
        if waiting[number] > terms.free[number]:
            free = (*terms.free[:number], waiting[number], *terms.free[number + 1 :])
            yield code, replace(terms, free=free)


def _reached(ways: Sequence[Way], kinds: Sequence[Class], terms: Terms) -> Gain:
    return Gain(most(ways, kinds, terms, "months"), most(ways, kinds, terms, "people"))


def _beyond(base: Gain, other: Gain) -> Gain:
    return Gain(other.months - base.months, other.people - base.people)
