"""Every mutant of a policy: its conditions, lists, order, money, months, dates and numbers, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, TypeVar

from engine.decision.decide import default_day
from engine.language.condition import ALWAYS, NO_OCCUPATION, Condition
from engine.language.diagnostic import Place
from engine.language.ground import Basis
from engine.language.library import Library
from engine.language.messages.testing import TESTING
from engine.language.messages.words import BASES, EFFECTS, TRANSITIONS, WORDING
from engine.language.policy import (
    Criterion,
    DonorScheme,
    Effective,
    FundingRule,
    Group,
    Listing,
    Months,
    Policy,
    Quota,
    Status,
)
from engine.language.schema import MONTHS
from engine.language.vocabulary import Label, Vocabulary
from engine.language.wording import Terms, filled, in_a_row, in_both, value_text
from engine.revision.days import later
from engine.revision.mutation.conditions import Outside, classes, variants
from engine.revision.mutation.mutant import Kind, Mutant
from engine.revision.where import Where, of_criterion, of_priority, of_rule, plain, source_text

T = TypeVar("T")

_STATUSES: dict[Status | None, Label] = {
    None: TESTING["as_the_policy"],
    "in_force": EFFECTS["in_force"],
    "draft": EFFECTS["proposed"],
    "unverified": EFFECTS["unverified"],
}


def mutants(library: Library, policy: Policy) -> Iterator[Mutant]:
    """Every copy of the policy with one thing otherwise, in the order of the file. Some mean the same as it does."""
    named = _Names(
        policy, library.vocabulary, Terms(library.vocabulary, policy, library.national.on(default_day(policy)))
    )
    outside = classes(policy, library.vocabulary)
    yield from _effect(named)
    yield from _dates(named)
    yield from _programmes(named)
    yield from _lists(named)
    yield from _definitions(named, outside)
    for index in range(len(policy.groups)):
        yield from _group(named, index)
        yield from _criteria(named, index, outside)
        yield from _funding(named, index, outside)
    yield from _priorities(named, outside)
    yield from _quotas(named)
    yield from _donors(named)
    yield from _transition(named)


@dataclass(frozen=True, slots=True)
class _Names:
    """The policy with what it takes to say its parts in words."""

    policy: Policy
    vocabulary: Vocabulary
    terms: Terms

    def source(self, rule: FundingRule) -> Label:
        return source_text(rule, self.vocabulary)

    def of_group(self, group: Group) -> Where:
        return Where(None, group.label, None, group.place)

    def of_list(self, listing: Listing) -> Where:
        return Where(listing.article, plain(listing.id), None, listing.place)

    def at(self, key: str, place: Place) -> Where:
        return Where(None, TESTING[key], None, place)

    def value(self, fact: str, value: object) -> Label:
        entry = self.vocabulary.facts[fact]
        return Label(value_text(entry, value, "id"), value_text(entry, value, "en"))

    def changed(self, where: Where, kind: Kind, before: Label, after: Label, **parts: Any) -> Mutant:
        """The policy with some of its own parts replaced."""
        return Mutant(kind, replace(self.policy, **parts), where, before, after)

    def conditions(
        self, where: Where, condition: Condition, outside: Outside, whole: Callable[[Condition], Policy]
    ) -> Iterator[Mutant]:
        for kind, before, after, other in variants(condition, outside):
            yield Mutant(kind, whole(other), where, in_both(before, self.terms), in_both(after, self.terms))


# the instrument and its time


def _effect(names: _Names) -> Iterator[Mutant]:
    policy = names.policy
    where = names.at("instrument", policy.place)
    binding = {True: TESTING["binding"], False: EFFECTS["not_binding"]}
    yield names.changed(
        where, "effect", binding[policy.binding], binding[not policy.binding], binding=not policy.binding
    )
    for status in _others(policy.status, ("in_force", "draft", "unverified")):
        yield names.changed(where, "effect", _STATUSES[policy.status], _STATUSES[status], status=status)


def _dates(names: _Names) -> Iterator[Mutant]:
    effective = names.policy.effective
    moves: tuple[tuple[str, date | None, Callable[[date], Effective]], ...] = (
        ("since", effective.since, lambda day: replace(effective, since=day)),
        ("until", effective.until, lambda day: replace(effective, until=day)),
        ("known_until", effective.known_until, lambda day: replace(effective, known_until=day)),
    )
    for name, day, moved in moves:
        for other in (later(day, -1), later(day, 1)) if day else ():
            if other:
                where = names.at(name, effective.place)
                yield names.changed(where, "date", plain(day), plain(other), effective=moved(other))


def _programmes(names: _Names) -> Iterator[Mutant]:
    programs = names.policy.programs
    for program in programs if len(programs) > 1 else ():
        label = names.vocabulary.programs[program].label
        rest = tuple(other for other in programs if other != program)
        where = names.at("programmes", names.policy.place)
        yield names.changed(where, "programme", label, TESTING["nothing"], programs=rest)


# lists and definitions


def _lists(names: _Names) -> Iterator[Mutant]:
    for listing in names.policy.listings.values():
        for kind, before, after, other in _other_lists(names, listing):
            listings = {**names.policy.listings, listing.id: other}
            yield names.changed(names.of_list(listing), kind, before, after, listings=listings)


def _other_lists(names: _Names, listing: Listing) -> Iterator[tuple[Kind, Label, Label, Listing]]:
    def said(values: Sequence[str]) -> Label:
        return in_a_row(names.value(listing.fact, value) for value in values)

    for entry in listing.entries:
        rest = tuple(other for other in listing.entries if other != entry)
        yield "entry", said([entry]), TESTING["not_listed"], replace(listing, entries=rest)
    for entry in listing.excluded:
        rest = tuple(other for other in listing.excluded if other != entry)
        unsettled = replace(listing, excluded=rest)
        yield "entry", filled(TESTING["outside"], entry=said([entry])), TESTING["not_listed"], unsettled
        added = replace(unsettled, entries=(*listing.entries, entry))
        yield "entry", filled(TESTING["outside"], entry=said([entry])), said([entry]), added
    words = names.vocabulary.facts[listing.fact].words
    rest = tuple(word for word in words if word not in {*listing.entries, *listing.excluded})
    for more in (
        tuple(word for word in rest if word not in NO_OCCUPATION),
        *((word,) for word in rest if word in NO_OCCUPATION),
    ):
        if more:
            added = replace(listing, entries=(*listing.entries, *more))
            newly = said(more) if len(more) == 1 else TESTING["every_other"]
            yield "entry", TESTING["not_listed"], newly, added
    closed, open_ = TESTING["closed"], TESTING["open"]
    if listing.completeness == "closed":
        yield "completeness", closed, open_, replace(listing, completeness="open")
    else:
        yield "completeness", open_, closed, replace(listing, completeness="closed", excluded=())


def _definitions(names: _Names, outside: Outside) -> Iterator[Mutant]:
    policy = names.policy
    for name, condition in policy.definitions.items():
        where = Where(None, plain(name), None, policy.defined_at[name])

        def whole(other: Condition, name: str = name) -> Policy:
            return replace(policy, definitions={**policy.definitions, name: other})

        yield from names.conditions(where, condition, outside, whole)


# groups: criteria and money


def _group(names: _Names, index: int) -> Iterator[Mutant]:
    group, groups = names.policy.groups[index], names.policy.groups
    where = names.of_group(group)
    if group.monthly_idr is not None:
        for amount in (group.monthly_idr - 1, group.monthly_idr + 1):
            changed = replace(group, monthly_idr=amount)
            yield names.changed(
                where, "amount", plain(group.monthly_idr), plain(amount), groups=_put(groups, index, changed)
            )
    for status in _others(group.status, (None, "unverified", "draft")):
        changed = replace(group, status=status)
        yield names.changed(
            where, "effect", _STATUSES[group.status], _STATUSES[status], groups=_put(groups, index, changed)
        )
    if index + 1 < len(groups):
        labels = in_a_row((group.label, groups[index + 1].label)), in_a_row((groups[index + 1].label, group.label))
        yield names.changed(where, "order", *labels, groups=_swapped(groups, index))


def _criteria(names: _Names, index: int, outside: Outside) -> Iterator[Mutant]:
    group, groups = names.policy.groups[index], names.policy.groups
    for position, criterion in enumerate(group.criteria):
        where = of_criterion(criterion)

        def whole(condition: Condition, position: int = position) -> Policy:
            changed = replace(group.criteria[position], condition=condition)
            criteria = _put(group.criteria, position, changed)
            return replace(names.policy, groups=_put(groups, index, replace(group, criteria=criteria)))

        said = in_both(criterion.condition, names.terms)
        if criterion.condition != ALWAYS:
            yield Mutant("dropped", whole(ALWAYS), where, said, TESTING["nothing"])
        yield from names.conditions(where, criterion.condition, outside, whole)
        for kind, before, after, other in _beside(criterion):
            criteria = _put(group.criteria, position, other)
            changed = _put(groups, index, replace(group, criteria=criteria))
            yield names.changed(where, kind, before, after, groups=changed)


def _beside(criterion: Criterion) -> Iterator[tuple[Kind, Label, Label, Criterion]]:
    """Whom it binds, and whether it is a mere assumption: a refusal for that alone is none."""
    labels = (TESTING["at_registration"], TESTING["every_month"])
    before, after = labels if criterion.at_registration else labels[::-1]
    yield "registration", before, after, replace(criterion, at_registration=not criterion.at_registration)
    basis = criterion.ground.basis
    other: Basis = "stated" if basis == "assumed" else "assumed"
    yield "ground", BASES[basis], BASES[other], replace(criterion, ground=replace(criterion.ground, basis=other))


def _funding(names: _Names, index: int, outside: Outside) -> Iterator[Mutant]:
    group, groups = names.policy.groups[index], names.policy.groups

    def paid_by(rules: tuple[FundingRule, ...]) -> Policy:
        return replace(names.policy, groups=_put(groups, index, replace(group, funding=rules)))

    for position, rule in enumerate(group.funding):
        where, source = of_rule(rule, names.vocabulary), names.source(rule)

        def other(changed: FundingRule, position: int = position) -> Policy:
            return paid_by(_put(group.funding, position, changed))

        def whole(condition: Condition, rule: FundingRule = rule, put: Callable[..., Policy] = other) -> Policy:
            return put(replace(rule, condition=condition))

        yield Mutant(
            "dropped",
            paid_by(group.funding[:position] + group.funding[position + 1 :]),
            where,
            source,
            TESTING["nothing"],
        )
        if rule.condition != ALWAYS:
            yield Mutant("dropped", whole(ALWAYS), where, in_both(rule.condition, names.terms), WORDING["always"])
        yield from names.conditions(where, rule.condition, outside, whole)
        for months in _other_months(rule.months):
            changed = replace(rule, months=months)
            yield Mutant("months", other(changed), where, _months(rule.months), _months(months))
        for status in _others(rule.status, (None, "draft")):
            changed = replace(rule, status=status)
            yield Mutant("effect", other(changed), where, _STATUSES[rule.status], _STATUSES[status])
    for position, (first, second) in enumerate(pairwise(group.funding)):
        before, after = (in_a_row(map(names.source, pair)) for pair in ((first, second), (second, first)))
        yield Mutant(
            "order", paid_by(_swapped(group.funding, position)), of_rule(first, names.vocabulary), before, after
        )


def _other_months(months: Months) -> tuple[Months, ...]:
    if isinstance(months, int):
        return (*(other for other in (months - 1, months + 1) if MONTHS[0] <= other <= MONTHS[1]), None)
    return (None,) if months == "year_end" else ("year_end",)


def _months(months: Months) -> Label:
    if months is None:
        return TESTING["not_regulated"]
    return WORDING["year_end"] if months == "year_end" else filled(TESTING["months"], months=months)


# who comes first, how many, by whom


def _priorities(names: _Names, outside: Outside) -> Iterator[Mutant]:
    every = names.policy.priorities
    for position, priority in enumerate(every):
        where = of_priority(priority)
        said = in_both(priority.condition, names.terms)

        def whole(condition: Condition, position: int = position) -> Policy:
            changed = replace(every[position], condition=condition)
            return replace(names.policy, priorities=_put(every, position, changed))

        rest = every[:position] + every[position + 1 :]
        yield names.changed(where, "dropped", said, TESTING["nothing"], priorities=rest)
        yield from names.conditions(where, priority.condition, outside, whole)
    for position, (first, second) in enumerate(pairwise(every)):
        before, after = (in_a_row(plain(one.id) for one in pair) for pair in ((first, second), (second, first)))
        swapped = _swapped(every, position)
        yield names.changed(of_priority(first), "order", before, after, priorities=swapped)


def _quotas(names: _Names) -> Iterator[Mutant]:
    every = names.policy.quotas
    for position, quota in enumerate(every):
        where = Where(None, filled(TESTING["quota"], year=quota.year), None, quota.place)
        for kind, before, after, other in _other_quotas(quota):
            yield names.changed(where, kind, before, after, quotas=_put(every, position, other))
        rest = every[:position] + every[position + 1 :]
        yield names.changed(where, "quota", plain(quota.amount), TESTING["nothing"], quotas=rest)


def _other_quotas(quota: Quota) -> Iterator[tuple[Kind, Label, Label, Quota]]:
    for step in (-1, 1):
        yield "quota", plain(quota.amount), plain(quota.amount + step), replace(quota, amount=quota.amount + step)
        yield "quota", plain(quota.year), plain(quota.year + step), replace(quota, year=quota.year + step)
    meanings = TESTING["in_all"], TESTING["in_addition"]
    if quota.meaning == "total":
        yield "division", *meanings, replace(quota, meaning="addition")
    else:
        yield "division", *meanings[::-1], replace(quota, meaning="total")
    if quota.per:
        yield "division", plain(quota.per), TESTING["nothing"], replace(quota, per=None)
    for index, (name, weight) in enumerate(quota.weights):
        weights = _put(quota.weights, index, (name, weight + 1))
        yield "division", plain(f"{name}: {weight}"), plain(f"{name}: {weight + 1}"), replace(quota, weights=weights)


def _donors(names: _Names) -> Iterator[Mutant]:
    every = names.policy.donors
    for position, scheme in enumerate(every):
        where = Where(
            None, filled(TESTING["donors"], source=names.vocabulary.sources[scheme.source].label), None, scheme.place
        )
        for before, after, other in _other_donors(scheme):
            yield names.changed(where, "donor", before, after, donors=_put(every, position, other))


def _other_donors(scheme: DonorScheme) -> Iterator[tuple[Label, Label, DonorScheme]]:
    if scheme.at_least is not None:
        for count in (scheme.at_least - 1, scheme.at_least + 1):
            labels = (filled(WORDING["workers_each"], count=number) for number in (scheme.at_least, count))
            yield *labels, replace(scheme, at_least=count)  # type: ignore[misc]
    for months in _other_months(scheme.months):
        if months != "year_end":
            yield _months(scheme.months), _months(months), replace(scheme, months=months)
    repeats = {True: WORDING["repeats"], False: WORDING["once"], None: TESTING["not_regulated"]}
    other = not scheme.repeats
    yield repeats[scheme.repeats], repeats[other], replace(scheme, repeats=other)


def _transition(names: _Names) -> Iterator[Mutant]:
    if names.policy.transition:
        rule, ground = names.policy.transition
        for other in _others(rule, tuple(TRANSITIONS)):
            yield names.changed(
                names.at("transition", names.policy.place),
                "transition",
                TRANSITIONS[rule],
                TRANSITIONS[other],
                transition=(other, ground),
            )


# small parts


def _others(value: T, choices: Sequence[T]) -> tuple[T, ...]:
    return tuple(choice for choice in choices if choice != value)


def _put(items: tuple[T, ...], position: int, item: T) -> tuple[T, ...]:
    return (*items[:position], item, *items[position + 1 :])


def _swapped(items: tuple[T, ...], position: int) -> tuple[T, ...]:
    """Two neighbours in each other's place."""
    return (*items[:position], items[position + 1], items[position], *items[position + 2 :])
