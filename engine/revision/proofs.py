"""What is certain of a policy whoever the person is: criteria, groups, money, readings that never make a difference.

Each proof reads the decision diagrams of one day; a plain tuple of functions. What they find is told as a warning, for
a regulation may really say so; a policy too large to prove anything about is told to be so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from engine.decision.decide import default_day
from engine.decision.meaning import TooLarge
from engine.decision.program import NationalMissing
from engine.language.checks_money import always_before
from engine.language.condition import ALWAYS, Condition, Defined, Listed, written
from engine.language.diagnostic import Diagnostic, in_order
from engine.language.library import Library
from engine.language.messages.review import PROOFS
from engine.language.policy import Criterion, FundingRule, Policy
from engine.language.vocabulary import Label
from engine.language.wording import in_a_row
from engine.revision.space import FURTHER, Form, Space, somebody, space

CLASSES = 256
"""Kinds of people that the priorities above may tell apart before the next one is no longer judged."""


def prove(library: Library, policy: Policy, *, further: bool = False) -> list[Diagnostic]:
    """Everything the proofs find, on the version's first, last and last known day; each finding once.

    `further`: with FURTHER times the bounds, and what is beyond those is named proof by proof.
    """
    effective, last = policy.effective, default_day(policy)
    found: dict[tuple[object, str], Diagnostic] = {}
    for day in sorted({last, effective.since or last, effective.until or last}):
        try:
            told = _far(library, policy, day) if further else _usually(library, policy, day)
        except NationalMissing:
            continue
        for fault in told:
            found.setdefault((fault.place, fault.code), fault)
    return in_order(list(found.values()))


def _usually(library: Library, policy: Policy, day: date) -> list[Diagnostic]:
    """All that is found, or that nothing is decided. Raises NationalMissing."""
    try:
        shape = space(policy, library, day)
        told = _found(CRITERIA, shape) or _found(ENTRIES, shape)
        return told + _found(BESIDES, shape)
    except TooLarge:
        return [Diagnostic("proofs-not-decided", policy.place, {"name": policy.id}, "warning")]


def _far(library: Library, policy: Policy, day: date) -> list[Diagnostic]:
    """All that is found, and which proofs are still not decided. Raises NationalMissing."""
    left: list[Proof] = []
    told: list[Diagnostic] = []
    try:
        shape = space(policy, library, day, FURTHER)
    except TooLarge:
        left += OF_OTHERS
        try:
            shape = space(policy, library, day, FURTHER, others_too=False)
        except TooLarge:
            left = [*CRITERIA, *ENTRIES, *BESIDES]
    for proof in (*CRITERIA, *ENTRIES, *BESIDES):
        if proof in left or (proof in ENTRIES and told):
            continue
        try:
            told += list(proof(shape))
        except TooLarge:
            left.append(proof)
    if left:
        about = in_a_row(dict.fromkeys(PROOFS[proof.__name__.strip("_")] for proof in left))
        values = {"name": policy.id, "left": about, "times": FURTHER}
        told.append(Diagnostic("proofs-still-not-decided", policy.place, dict(values), "warning"))
    return told


def _found(proofs: Sequence[Proof], shape: Space) -> list[Diagnostic]:
    return [fault for proof in proofs for fault in proof(shape)]


def _criteria_alone(shape: Space) -> Iterator[Diagnostic]:
    """A criterion that nobody new can meet, or that everybody meets."""
    for group, roots in zip(shape.policy.groups, shape.new.criteria, strict=True):
        for criterion, root in zip(group.criteria, roots, strict=True):
            if shape.both(shape.possible, root) == shape.diagrams.false:
                yield _warning("criterion-never-met", criterion, name=_named(criterion))
            elif criterion.condition != ALWAYS and shape.within(shape.possible, root):
                yield _warning("criterion-always-met", criterion, name=_named(criterion))


def _criteria_together(shape: Space) -> Iterator[Diagnostic]:
    """Criteria that exclude one another; a criterion that the others of its group already imply."""
    for index, group in enumerate(shape.policy.groups):
        roots = shape.new.criteria[index]
        alone = [shape.both(shape.possible, root) for root in roots]
        if shape.diagrams.false in alone:
            continue
        if shape.new.covered[index] == shape.diagrams.false:
            clash = _fewest(roots, partial(_imply, shape, shape.diagrams.false))
            names = in_a_row(_named(group.criteria[number]) for number in clash)
            yield Diagnostic("group-empty", group.place, {"name": group.id, "criteria": names}, "warning")
        else:
            yield from _never_deciding(shape, index)


def _never_deciding(shape: Space, index: int) -> Iterator[Diagnostic]:
    """From the last criterion up, so that of two that say the same the later one is told."""
    criteria, roots = shape.policy.groups[index].criteria, shape.form.criteria[index]
    kept = [number for number, root in enumerate(roots) if not shape.within(shape.possible, root)]
    for number in reversed(kept[:]):
        others = [other for other in kept if other != number]
        if not _imply(shape, roots[number], [roots[other] for other in others]):
            continue
        kept = others
        implying = _fewest([roots[other] for other in others], partial(_imply, shape, roots[number]))
        names = in_a_row(_named(criteria[others[position]]) for position in implying)
        criterion = criteria[number]
        yield _warning("criterion-never-decides", criterion, name=_named(criterion), others=names)


def _groups(shape: Space) -> Iterator[Diagnostic]:
    """A group whose people are all covered by groups above it."""
    covered = shape.form.covered
    for index, group in enumerate(shape.policy.groups):
        if shape.form.reached[index] != shape.diagrams.false or covered[index] == shape.diagrams.false:
            continue
        above = _fewest(covered[:index], partial(_hold, shape, covered[index]))
        names = in_a_row(shape.policy.groups[number].label for number in above)
        yield Diagnostic("group-swallowed", group.place, {"name": group.id, "groups": names}, "warning")


def _funding(shape: Space) -> Iterator[Diagnostic]:
    """A funding rule that is for nobody, or whose own source already pays by a rule above it."""
    for index, group in enumerate(shape.policy.groups):
        whom, roots = shape.form.reached[index], shape.form.funding[index]
        for number, rule in enumerate(group.funding) if whom != shape.diagrams.false else ():
            mine = shape.both(whom, roots[number])
            above = [
                position for position, earlier in enumerate(group.funding[:number]) if always_before(earlier, rule)
            ]
            values = {"name": _paying(shape, rule), "group": group.label}
            if mine == shape.diagrams.false:
                yield Diagnostic("funding-never-applies", rule.place, dict(values), "warning")
            elif any(group.funding[position].condition == ALWAYS for position in above):
                continue
            elif above and shape.within(mine, shape.diagrams.either([roots[position] for position in above])):
                yield Diagnostic("funding-never-pays", rule.place, dict(values), "warning")


def _unpaid(shape: Space) -> Iterator[Diagnostic]:
    """Eligible people whom no rule in effect pays for, with one of them."""
    for index, group in enumerate(shape.policy.groups):
        roots = shape.form.funding[index]
        paying = [root for rule, root in zip(group.funding, roots, strict=True) if rule.status != "draft"]
        person = somebody(shape, shape.beyond(shape.form.reached[index], paying)) if group.funding else None
        if person is not None:
            values = {"group": group.label, "person": person}
            yield Diagnostic("eligible-unpaid", group.place, dict(values), "warning")


def _readings(shape: Space) -> Iterator[Diagnostic]:
    """Another reading under which the group covers exactly the same people."""
    for other in shape.readings:
        if other.covered == shape.form.covered[other.group]:
            yield Diagnostic("reading-changes-nothing", other.first.place, {"name": other.first.id}, "warning")


def _priorities(shape: Space) -> Iterator[Diagnostic]:
    """A priority that puts nobody before anybody, given those above it, by no reading of the file."""
    everybody, *otherwise = _populations(shape)
    idle = _idle(shape, everybody).intersection(*(_idle(shape, people) for people in otherwise))
    for number in sorted(idle) if everybody != shape.diagrams.false else ():
        priority, root = shape.policy.priorities[number], shape.priorities[number]
        code = "priority-repeats"
        if shape.both(everybody, root) == shape.diagrams.false:
            code = "priority-for-nobody"
        elif shape.within(everybody, root):
            code = "priority-for-all"
        yield Diagnostic(code, priority.place, {"name": priority.id}, "warning")


def _populations(shape: Space) -> list[int]:
    """Whom the policy covers; then whom it covers with each reading applied."""
    covered = shape.form.covered
    read = [(*covered[: other.group], other.covered, *covered[other.group + 1 :]) for other in shape.readings]
    return [shape.diagrams.either(groups) for groups in (covered, *read)]


def _idle(shape: Space, people: int) -> set[int]:
    """Priorities that tell none of these people apart beyond what the ones above them do. Raises TooLarge."""
    found: set[int] = set()
    classes = [people]
    for number, root in enumerate(shape.priorities):
        if len(classes) > CLASSES * shape.times:
            if shape.times > 1:
                raise TooLarge(f"more than {CLASSES * shape.times} kinds of people")
            break
        split = [part for one in classes for part in (shape.both(one, root), shape.beyond(one, [root]))]
        parts = [part for part in split if part != shape.diagrams.false]
        if len(parts) <= len(classes):
            found.add(number)
        classes = parts
    return found


def _entries(shape: Space) -> Iterator[Diagnostic]:
    """Entries of a list without which everybody is covered and paid as before."""
    idle: dict[str, list[Label]] = {}
    elsewhere = _lists_beside_the_rules(shape.policy)
    for listing, entry, form in shape.without:
        if listing.id not in elsewhere and _effect(shape, form) == _effect(shape, shape.form):
            label = shape.vocabulary.facts[listing.fact].words[entry].label
            idle.setdefault(listing.id, []).append(label)
    for name, labels in idle.items():
        values = {"name": name, "entries": in_a_row(labels)}
        yield Diagnostic("list-entry-idle", shape.policy.listings[name].place, dict(values), "warning")


def _effect(shape: Space, form: Form) -> tuple[tuple[int, ...], ...]:
    """Whom each group covers, and whom each funding rule pays for."""
    paid = tuple(
        shape.both(whom, root) for whom, roots in zip(form.reached, form.funding, strict=True) for root in roots
    )
    return form.covered, paid


def _lists_beside_the_rules(policy: Policy) -> set[str]:
    """Lists that a reading or a priority asks, and lists that nothing else asks."""
    beside, asked = set[str](), set[str]()

    def note(condition: Condition, found: set[str]) -> None:
        def each(part: Condition) -> None:
            if isinstance(part, Listed):
                found.add(part.listing)
            elif isinstance(part, Defined):
                note(policy.definitions[part.name], found)

        written(condition, each)

    for group in policy.groups:
        for criterion in group.criteria:
            note(criterion.condition, asked)
            for reading in criterion.readings:
                note(reading.condition or ALWAYS, beside)
        for rule in group.funding:
            note(rule.condition, asked)
    for priority in policy.priorities:
        note(priority.condition, beside)
    return beside | (set(policy.listings) - asked)


def _fewest(parts: Sequence[int], enough: Callable[[Sequence[int]], bool]) -> list[int]:
    """Positions of parts that are enough together, none of which can be left out."""
    chosen = list(range(len(parts)))
    for position in reversed(range(len(parts))):
        rest = [other for other in chosen if other != position]
        if enough([parts[other] for other in rest]):
            chosen = rest
    return chosen


def _imply(shape: Space, root: int, others: Sequence[int]) -> bool:
    """Whether whoever meets all the others meets this one."""
    return shape.within(shape.both(shape.possible, *others), root)


def _hold(shape: Space, people: int, others: Sequence[int]) -> bool:
    """Whether all these people are among the others."""
    return shape.within(people, shape.diagrams.either(others))


def _named(criterion: Criterion) -> Label:
    text = f"`{criterion.id}`" + (f" (pasal {criterion.article})" if criterion.article else "")
    return Label(text, text)


def _paying(shape: Space, rule: FundingRule) -> Label:
    source = shape.vocabulary.sources[rule.source].label
    more = ", ".join(part for part in (rule.provider, f"pasal {rule.article}" if rule.article else None) if part)
    return Label(*(f"{text} ({more})" if more else text for text in (source.id, source.en)))


def _warning(code: str, criterion: Criterion, **values: object) -> Diagnostic:
    return Diagnostic(code, criterion.place, values, "warning")


class Proof(Protocol):
    """Named, so that what is not decided can be told."""

    __name__: str

    def __call__(self, shape: Space) -> Iterator[Diagnostic]: ...


CRITERIA: tuple[Proof, ...] = (_criteria_alone, _criteria_together, _groups)
ENTRIES: tuple[Proof, ...] = (_entries,)
"""Asked only where the criteria are sound: what is wrong with them would be told again, entry by entry."""
BESIDES: tuple[Proof, ...] = (_funding, _unpaid, _readings, _priorities)
OF_OTHERS: tuple[Proof, ...] = (_entries, _readings, _priorities)
"""These look at the policy's other forms as well."""
