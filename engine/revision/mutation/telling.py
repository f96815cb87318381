"""Whether two forms of a policy mean the same, and if not, a person about whom they decide otherwise.

Conditions are compared by their diagrams over the cells of both; what stands beside them (months, dates, status,
amounts) by the decisions about one person of each kind on the days around every date. What is found is confirmed by
deciding both.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from engine.decision.cells import cells_of
from engine.decision.decide import Desk, default_day
from engine.decision.decision import Decision
from engine.decision.meaning import Diagrams
from engine.decision.program import GroupProgram, NationalMissing, Program, build, domains
from engine.language.condition import Value
from engine.language.policy import FundingRule, Policy
from engine.language.vocabulary import Vocabulary
from engine.revision.cases import OBSERVED
from engine.revision.days import later
from engine.revision.deciding import decided
from engine.revision.nearby import fully_known, nearby
from engine.revision.order import priority_key
from engine.revision.space import NODES, Form, fitting, form_of, priorities_alone

Person = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Telling:
    """Who would tell: facts on a day, and the fields of a case in which the two decisions differ."""

    day: date
    facts: Person
    shows: tuple[str, ...]
    """Fields of a case; a criterion as `group.criterion`."""
    other: Person | None = None
    """Somebody else whom the person comes before in one form only."""


@dataclass(frozen=True, slots=True)
class _Both:
    """Two forms of a policy on a day over common cells."""

    policies: tuple[Policy, Policy]
    diagrams: Diagrams
    possible: int
    forms: tuple[Form, Form]
    orders: tuple[tuple[int, ...], tuple[int, ...]]

    def differing(self, one: int, other: int) -> int:
        diagrams = self.diagrams
        return diagrams.choose(one, diagrams.choose(other, diagrams.false, diagrams.true), other)


def who_tells(desk: Desk, policy: Policy, changed: Policy, near: Person) -> Telling | None:
    """The nearest person who tells the two apart, or None if nobody does. Raises TooLarge."""
    days = _days(policy)
    for day in days:
        try:
            both = _both(desk, policy, changed, day)
        except NationalMissing:
            continue
        for people in _regions(both):
            found = nearby(both.diagrams, both.possible, people, near, desk.library.vocabulary)
            if found is not None:
                whole = fully_known(both.diagrams, both.possible, people, found, desk.library.vocabulary)
                telling = _least(desk, policy, changed, day, whole, near)
                assert telling, f"{policy.id}: two diagrams differ about a person whose decisions are alike"
                return telling
        pair = _pair(both, near, desk.library.vocabulary)
        if pair:
            return _confirmed_order(desk, policy, changed, day, near, *pair)
    return _beside(desk, policy, changed, near, days)


# by diagrams


def _both(desk: Desk, policy: Policy, changed: Policy, day: date) -> _Both:
    library = desk.library

    def groups(form: Policy) -> tuple[GroupProgram, ...]:
        return build(form, library.vocabulary, library.national, day).groups

    forms = [groups(form) for form in (policy, changed)]
    orders = [groups(priorities_alone(form)) for form in (policy, changed)]
    every = tuple(group for form in (*forms, *orders) for group in form)
    diagrams = Diagrams(cells_of(Program(policy.id, "", every, domains(every, library.vocabulary.facts))), NODES)
    possible = fitting(diagrams, library.vocabulary.city_of_region)
    keys = [tuple(diagrams.of(clause.condition) for group in form for clause in group.criteria) for form in orders]
    first, then = (form_of(diagrams, possible, form) for form in forms)
    return _Both((policy, changed), diagrams, possible, (first, then), (keys[0], keys[1]))


def _regions(both: _Both) -> Iterator[int]:
    """People about whom the two differ, the weightiest difference first: outcome, group and money, then reasons."""
    diagrams, (first, then) = both.diagrams, both.forms
    yield both.differing(diagrams.either(first.covered), diagrams.either(then.covered))
    ends = [_ends(both, form, policy) for form, policy in zip(both.forms, both.policies, strict=True)]
    for end in sorted(diagrams.ends(ends[0]) | diagrams.ends(ends[1]), key=str):
        one, other = (diagrams.relabel(whole, lambda value, end=end: value == end) for whole in ends)  # type: ignore[misc]
        yield both.differing(one, other)
    by_name = {group.id: index for index, group in enumerate(both.policies[1].groups)}
    for index, group in enumerate(both.policies[0].groups):
        same = by_name[group.id]
        whom = diagrams.every((first.reached[index], then.reached[same]))
        yield from _in_list(both, whom, index, same)
        for one, other in zip(first.criteria[index], then.criteria[same], strict=True):
            yield diagrams.every((both.possible, both.differing(one, other)))


def _ends(both: _Both, form: Form, policy: Policy) -> int:
    """Diagram of who pays for a person: group and source; None where nobody covers the person."""
    diagrams = both.diagrams
    whole = diagrams.terminal(None)
    for index, group in enumerate(policy.groups):
        payer = diagrams.terminal((group.id, None))
        for rule, root in reversed(list(zip(group.funding, form.funding[index], strict=True))):
            if rule.status != "draft":
                payer = diagrams.choose(root, diagrams.terminal((group.id, _shown(rule))), payer)
        whole = diagrams.choose(form.reached[index], payer, whole)
    return whole


def _in_list(both: _Both, whom: int, index: int, same: int) -> Iterator[int]:
    """People of a group whose list of sources differs."""
    diagrams, (first, then) = both.diagrams, both.forms
    before, after = (both.policies[form].groups[position].funding for form, position in enumerate((index, same)))
    if [_shown(rule) for rule in before] != [_shown(rule) for rule in after]:
        yield whom
        return
    for one, other in zip(first.funding[index], then.funding[same], strict=True):
        yield diagrams.every((whom, both.differing(one, other)))


def _shown(rule: FundingRule) -> Hashable:
    return rule.source, rule.provider, str(rule.months), rule.status


def _pair(both: _Both, near: Person, vocabulary: Vocabulary) -> tuple[Person, Person] | None:
    """Two covered people, the first of whom comes before the second in one of the forms only."""
    covered = both.diagrams.either(both.forms[0].covered)
    classes = list(_classes(both, covered))
    for first, old, new in classes:
        for then, older, newer in classes:
            if (old < older) != (new < newer):
                one, other = (_known(both, part, near, vocabulary) for part in (first, then))
                return one, other
    return None


def _known(both: _Both, people: int, near: Person, vocabulary: Vocabulary) -> Person:
    """The nearest of the people, of whom there are some, with everything known."""
    found = nearby(both.diagrams, both.possible, people, near, vocabulary)
    assert found is not None
    return fully_known(both.diagrams, both.possible, people, found, vocabulary)


def _classes(both: _Both, people: int) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """People alike in every priority of both forms, with their keys in each."""
    diagrams = both.diagrams
    old, new = both.orders

    def split(part: int, left: Sequence[int], key: tuple[int, ...]) -> Iterator[tuple[int, tuple[int, ...]]]:
        if part == diagrams.false:
            return
        if not left:
            yield part, key
            return
        yield from split(diagrams.every((part, left[0])), left[1:], (*key, 0))
        yield from split(diagrams.choose(left[0], diagrams.false, part), left[1:], (*key, 2))

    for part, key in split(people, (*old, *new), ()):
        yield part, key[: len(old)], key[len(old) :]


# by decisions


def _beside(desk: Desk, policy: Policy, changed: Policy, near: Person, days: Sequence[date]) -> Telling | None:
    """By one person of each kind, on the days around every date of both forms and at another time of the year."""
    kinds = _kinds(desk, policy, near, days)
    for day in _days_around(policy, changed):
        for whole in kinds:
            telling = _least(desk, policy, changed, day, whole, near)
            if telling:
                return telling
    return None


def _kinds(desk: Desk, policy: Policy, near: Person, days: Sequence[date]) -> list[Person]:
    """Somebody whom each group covers first, and somebody whom none covers, of whom everything is known."""
    for day in days:
        try:
            both = _both(desk, policy, policy, day)
        except NationalMissing:
            continue
        diagrams, form = both.diagrams, both.forms[0]
        nobody = diagrams.choose(diagrams.either(form.covered), diagrams.false, both.possible)
        found: list[Person] = []
        for people in (*form.reached, nobody):
            facts = nearby(diagrams, both.possible, people, near, desk.library.vocabulary)
            if facts is not None:
                found.append(fully_known(diagrams, both.possible, people, facts, desk.library.vocabulary))
        return found
    return [near]


def _days(policy: Policy) -> list[date]:
    """The last known day, then the first and the last."""
    last = default_day(policy)
    return list(dict.fromkeys((last, policy.effective.since or last, policy.effective.until or last)))


def _days_around(policy: Policy, changed: Policy) -> list[date]:
    dates = {
        day
        for effective in (policy.effective, changed.effective)
        for day in (effective.since, effective.until, effective.known_until)
        if day
    }
    around = {beside for day in dates for step in (-1, 0, 1) if (beside := later(day, step))}
    years = {quota.year for form in (policy, changed) for quota in form.quotas} | {default_day(policy).year}
    around |= {date(year, month, 15) for year in years if MINYEAR <= year <= MAXYEAR for month in (2, 11)}
    return [default_day(policy), *sorted(around)]


def _confirmed(desk: Desk, policy: Policy, changed: Policy, day: date, facts: Person) -> Telling | None:
    """The person, if the decisions about it really differ in something that a case can say."""
    try:
        before, after = (observed(decided(desk, form, day, facts)) for form in (policy, changed))
    except NationalMissing:
        return None
    shows = tuple(name for name, value in before.items() if after.get(name) != value)
    return Telling(day, facts, shows) if shows else None


def _least(desk: Desk, policy: Policy, changed: Policy, day: date, whole: Person, near: Person) -> Telling | None:
    """The person without the facts that it takes neither to be near nor to show the weightiest difference."""
    found = _confirmed(desk, policy, changed, day, whole)
    for fact in whole if found else ():
        assert found
        if fact not in near:
            less = {name: value for name, value in found.facts.items() if name != fact}
            other = _confirmed(desk, policy, changed, day, less)
            found = other if other and found.shows[0] in other.shows else found
    return found


def _confirmed_order(
    desk: Desk, policy: Policy, changed: Policy, day: date, near: Person, first: Person, then: Person
) -> Telling:
    """The two with as few facts as keep their order, in both forms."""
    forms = (policy, changed)

    def keys(people: tuple[Person, Person]) -> list[list[tuple[int, ...]]]:
        return [
            [priority_key(desk, form, decided(desk, form, day, one).person, day) for one in people] for form in forms
        ]

    (old, older), (new, newer) = whole = keys((first, then))
    assert (old < older) != (new < newer), f"{policy.id}: the order was said to differ"
    for fact in [fact for fact in first if fact not in near]:
        less = tuple({name: value for name, value in one.items() if name != fact} for one in (first, then))
        if keys((less[0], less[1])) == whole:
            first, then = less[0], less[1]
    return Telling(day, first, ("mendahului" if old < older else "tidak_mendahului",), then)


def observed(decision: Decision) -> dict[str, object]:
    """Everything that a case can say of a decision: its fields, and each criterion's result."""
    found = {name: look(decision) for name, look in OBSERVED.items()}
    return found | {f"{f.group.id}.{f.criterion.id}": f.result for f in decision.findings}


def distinct(policy: Policy, number: int) -> Policy:
    """The policy with a text of its own, so that a desk does not take it for another of the same file."""
    return replace(policy, content=f"{policy.content}\n({number})")
