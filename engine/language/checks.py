"""Checks of a policy as a whole, beyond the form of each field. A plain tuple of functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from engine.language.condition import ALWAYS, Among, Condition, Defined, Listed, written
from engine.language.diagnostic import Diagnostic
from engine.language.policy import Policy


def check(policy: Policy) -> list[Diagnostic]:
    return [fault for rule in RULES for fault in rule(policy)]


def check_versions(policies: tuple[Policy, ...]) -> list[Diagnostic]:
    """Two versions of one city that are in effect on the same day."""
    faults = []
    for one, other in combinations(policies, 2):
        if one.city != other.city or "draft" in (one.status, other.status):
            continue
        if one.effective.since is None or other.effective.since is None:
            continue
        first, second = sorted((one, other), key=lambda p: (p.effective.since, p.id))
        assert second.effective.since
        if first.effective.until is None or second.effective.since <= first.effective.until:
            values = {"first": first.id, "second": second.id, "day": second.effective.since}
            faults.append(Diagnostic("two-in-force", second.place, dict(values)))
    return faults


def _source_twice(policy: Policy) -> Iterator[Diagnostic]:
    """A source that already pays always, further up."""
    for group in policy.groups:
        always: set[tuple[str, str | None]] = set()
        for rule in group.funding:
            if (rule.source, rule.provider) in always:
                yield Diagnostic("source-twice", rule.place, {"name": rule.source}, "warning")
            elif rule.condition == ALWAYS:
                always.add((rule.source, rule.provider))


def _no_money(policy: Policy) -> Iterator[Diagnostic]:
    for group in policy.groups:
        if not group.funding:
            yield Diagnostic("nobody-pays", group.place, {"name": group.id}, "warning")


def _dead_names(policy: Policy) -> Iterator[Diagnostic]:
    """Lists and definitions that no condition uses."""
    used: set[str] = set()

    def note(condition: Condition) -> None:
        if isinstance(condition, Listed):
            used.add(condition.listing)
        elif isinstance(condition, Defined):
            used.add(condition.name)

    for condition in _conditions(policy):
        written(condition, note)
    for name, listing in policy.listings.items():
        if name not in used:
            yield Diagnostic("unused-list", listing.place, {"name": name}, "warning")
    for name in policy.definitions:
        if name not in used:
            yield Diagnostic("unused-definition", policy.place, {"name": name}, "warning")


def _residence_elsewhere(policy: Policy) -> Iterator[Diagnostic]:
    """A residence criterion that names another city than the one whose regulation it is."""
    for group in policy.groups:
        for criterion in group.criteria:
            condition = criterion.condition
            if isinstance(condition, Among) and condition.fact == "kota" and policy.city not in condition.values:
                yield Diagnostic("residence-elsewhere", criterion.place, {"city": policy.city}, "warning")


def _knowledge_before_start(policy: Policy) -> Iterator[Diagnostic]:
    since = policy.effective.since
    if since and policy.effective.known_until < since and policy.status != "draft":
        yield Diagnostic("known-before-start", policy.place, {"known": policy.effective.known_until, "since": since})


def _conditions(policy: Policy) -> Iterator[Condition]:
    yield from policy.definitions.values()
    for group in policy.groups:
        for criterion in group.criteria:
            yield criterion.condition
            yield from (r.condition for r in criterion.readings if r.condition is not None)
        yield from (rule.condition for rule in group.funding)
    yield from (priority.condition for priority in policy.priorities)


Check = Callable[[Policy], Iterator[Diagnostic]]

RULES: tuple[Check, ...] = (
    _source_twice,
    _no_money,
    _dead_names,
    _residence_elsewhere,
    _knowledge_before_start,
)
