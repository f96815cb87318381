"""Checks of a policy as a whole, beyond the form of each field. A plain tuple of functions.

What needs the meaning of its conditions (does this criterion ever decide?) is told by `engine.revision.proofs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from engine.language import checks_money, checks_national
from engine.language.condition import Among, Between, Condition, Defined, Either, Every, Listed, Not, written
from engine.language.diagnostic import Diagnostic, Place
from engine.language.national import NationalLayer
from engine.language.policy import Policy

MAX_QUESTIONS = 5_000
"""Parts of all conditions of a policy, with definitions written out at each use."""
MAX_LEVELS = 200
"""Conditions inside conditions, with definitions written out."""


def check(policy: Policy, national: NationalLayer) -> list[Diagnostic]:
    """Faults and doubts about one policy; `national` is the layer its values are held against."""
    too_much = list(_too_much(policy))
    if too_much:  # definitions are not written out further
        return too_much
    faults = [fault for rule in RULES for fault in rule(policy)]
    return faults + [fault for beside in BESIDE_NATIONAL for fault in beside(policy, national)]


def check_versions(policies: tuple[Policy, ...]) -> list[Diagnostic]:
    """Versions of one city that are in effect on the same day, or that leave days between them."""
    return [*_together(policies), *_gaps(policies)]


def _together(policies: tuple[Policy, ...]) -> list[Diagnostic]:
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


def _gaps(policies: tuple[Policy, ...]) -> Iterator[Diagnostic]:
    """Days on which a city that had a version has none, until the next one starts."""
    for city in sorted({policy.city for policy in policies}):
        mine = [policy for policy in policies if policy.city == city and policy.status != "draft"]
        last: date | None = None
        for policy in sorted(mine, key=lambda p: (p.effective.since or date.min, p.id)):
            since, until = policy.effective.since, policy.effective.until
            if last and since and since > last + timedelta(days=1):
                values = {"city": city, "last": last, "since": since}
                yield Diagnostic("gap-between-versions", policy.effective.place, dict(values), "warning")
            last = max(last or date.min, until or date.max - timedelta(days=1))


def _list_against_count(policy: Policy) -> Iterator[Diagnostic]:
    """A list whose kind does not fit how many entries the source counts and the file names."""
    for listing in policy.listings.values():
        if listing.count is None or listing.completeness == "open":
            continue
        named = len(listing.entries)
        values = {"name": listing.id, "count": listing.count, "found": named}
        if listing.completeness == "closed" and named < listing.count:
            yield Diagnostic("list-too-short", listing.place, dict(values), "warning")
        if listing.completeness == "partial" and named == listing.count:
            yield Diagnostic("list-complete", listing.place, dict(values), "warning")


def _same_name_other_question(policy: Policy) -> Iterator[Diagnostic]:
    """A criterion's name that stands for questions about other facts in another group."""
    first: dict[str, tuple[str, frozenset[str]]] = {}
    for group in policy.groups:
        for criterion in group.criteria:
            asked = _facts_asked(criterion.condition, policy)
            other, before = first.setdefault(criterion.id, (group.id, asked))
            if asked != before:
                values = {"name": criterion.id, "group": other}
                yield Diagnostic("same-id-other-facts", criterion.place, dict(values), "warning")


def _facts_asked(condition: Condition, policy: Policy) -> frozenset[str]:
    found: set[str] = set()

    def note(part: Condition) -> None:
        match part:
            case Among(fact) | Between(fact):
                found.add(fact)
            case Listed(facts):
                found.update(facts)
            case Defined(name):
                found.update(_facts_asked(policy.definitions[name], policy))
            case Every() | Either() | Not():
                pass

    written(condition, note)
    return frozenset(found)


def _force(policy: Policy) -> Iterator[Diagnostic]:
    """A circular or a practice can appeal and record pledges; it binds nobody."""
    if policy.binding and policy.title.kind in ("surat_edaran", "praktik"):
        yield Diagnostic("circular-binds", policy.place, {"kind": policy.title.kind.replace("_", " ")}, "warning")
    for donor in policy.donors:
        if donor.nature == "task" and not policy.binding:
            yield Diagnostic("duty-without-force", donor.place, {"name": donor.source}, "warning")


def _in_force_before_its_year(policy: Policy) -> Iterator[Diagnostic]:
    since, year = policy.effective.since, policy.title.year
    if since and year and since.year < year:
        yield Diagnostic("starts-before-its-year", policy.effective.place, {"since": since, "year": year}, "warning")


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
    yield from ((priority.condition, priority.place) for priority in policy.priorities)


Check = Callable[[Policy], Iterator[Diagnostic]]
CheckBesideNational = Callable[[Policy, NationalLayer], Iterator[Diagnostic]]

RULES: tuple[Check, ...] = (
    *checks_money.RULES,
    _list_against_count,
    _dead_names,
    _same_name_other_question,
    _residence_elsewhere,
    _force,
    _knowledge_before_start,
    _in_force_before_its_year,
)
BESIDE_NATIONAL: tuple[CheckBesideNational, ...] = checks_national.RULES
