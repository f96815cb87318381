"""Checks of a policy as a whole, beyond the form of each field. A plain tuple of functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from engine.language.condition import ALWAYS, Among, Condition, Defined, Either, Every, Listed, Not, written
from engine.language.diagnostic import Diagnostic, Place
from engine.language.policy import Policy

MAX_QUESTIONS = 5_000
"""Parts of all conditions of a policy, with definitions written out at each use."""
MAX_LEVELS = 200
"""Conditions inside conditions, with definitions written out."""


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
            faults.append(Diagnostic("two-in-force", second.effective.place, dict(values)))
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

    for condition, _ in _conditions(policy):
        written(condition, note)
    for name, listing in policy.listings.items():
        if name not in used:
            yield Diagnostic("unused-list", listing.place, {"name": name}, "warning")
    for name in policy.definitions:
        if name not in used:
            yield Diagnostic("unused-definition", policy.defined_at[name], {"name": name}, "warning")


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
        values = {"known": policy.effective.known_until, "since": since}
        yield Diagnostic("known-before-start", policy.effective.place, dict(values))


def _too_much(policy: Policy) -> Iterator[Diagnostic]:
    """Definitions that use definitions can multiply beyond what can be written out."""
    measured: dict[str, tuple[int, int]] = {}
    for name, condition in policy.definitions.items():
        measured[name] = parts, levels = _measure(condition, measured)
        if levels > MAX_LEVELS:
            yield Diagnostic("too-deep", policy.defined_at[name], {"limit": MAX_LEVELS})
            return
        if parts > MAX_QUESTIONS:
            yield Diagnostic("too-many-questions", policy.defined_at[name], {"limit": MAX_QUESTIONS})
            return
    total = 0
    for condition, place in _conditions(policy):
        total += _measure(condition, measured)[0]
        if total > MAX_QUESTIONS:
            yield Diagnostic("too-many-questions", place, {"limit": MAX_QUESTIONS})
            return


def _measure(condition: Condition, definitions: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """Parts and levels of a condition."""
    match condition:
        case Defined(name):
            parts, levels = definitions[name]
            return parts + 1, levels + 1
        case Every(parts_of) | Either(parts_of):
            inside = [_measure(part, definitions) for part in parts_of]
            return 1 + sum(parts for parts, _ in inside), 1 + max((levels for _, levels in inside), default=0)
        case Not(part):
            parts, levels = _measure(part, definitions)
            return parts + 1, levels + 1
        case _:
            return 1, 1


def _conditions(policy: Policy) -> Iterator[tuple[Condition, Place]]:
    """Every condition as written, with the place of what it belongs to."""
    for name, definition in policy.definitions.items():
        yield definition, policy.defined_at[name]
    for group in policy.groups:
        for criterion in group.criteria:
            yield criterion.condition, criterion.place
            yield from ((r.condition, r.place) for r in criterion.readings if r.condition is not None)
        yield from ((rule.condition, rule.place) for rule in group.funding)
    yield from ((priority.condition, policy.place) for priority in policy.priorities)


Check = Callable[[Policy], Iterator[Diagnostic]]

RULES: tuple[Check, ...] = (
    _source_twice,
    _no_money,
    _dead_names,
    _residence_elsewhere,
    _knowledge_before_start,
    _too_much,
)
