"""A policy on a day as decision diagrams over all its facts: whom each criterion, group and funding rule is about.

With it stand the same policy's other forms (another reading applied, a list without one entry), over the same cells,
so that two of them can be compared by their numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.decision.cells import Cells, NumberCells, cells_of
from engine.decision.meaning import Diagrams, TooLarge
from engine.decision.program import GroupProgram, Program, build, domains
from engine.language.library import Library
from engine.language.messages.words import WORDING
from engine.language.policy import Criterion, Listing, Policy, Reading
from engine.language.vocabulary import Fact, Label, Language, Vocabulary
from engine.language.wording import value_text
from engine.revision.whatif import readings, with_criteria

NODES = 200_000
"""Diagram nodes a policy may need before its proofs are given up."""
LARGEST = 300
"""Most criteria and funding rules, and most other forms, that are looked into."""
FURTHER = 20
"""How many times these bounds a search goes that was asked for: minutes, and a few gigabytes at most."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the policy: per group its criteria and funding rules, whom it covers, and whom it covers first."""

    criteria: tuple[tuple[int, ...], ...]
    funding: tuple[tuple[int, ...], ...]
    covered: tuple[int, ...]
    reached: tuple[int, ...]
    """Covered by the group and by none above it: the people its funding rules are for."""


@dataclass(frozen=True, slots=True)
class Other:
    """A reading applied to every criterion of the group that has one of that name."""

    group: int
    first: Reading
    covered: int


@dataclass(frozen=True, slots=True)
class Space:
    policy: Policy
    vocabulary: Vocabulary
    diagrams: Diagrams
    possible: int
    """Where facts fit together: a village lies in one city."""
    form: Form
    new: Form
    """The policy for people who are not paid for yet: criteria of registration bind."""
    priorities: tuple[int, ...]
    readings: tuple[Other, ...]
    without: tuple[tuple[Listing, str, Form], ...]
    """Lists with one entry taken out."""
    times: int
    """How many times the usual bounds a search goes."""

    def within(self, part: int, whole: int) -> bool:
        """Whether everybody in the part is in the whole."""
        return self.diagrams.choose(part, whole, self.diagrams.true) == self.diagrams.true

    def both(self, *parts: int) -> int:
        return self.diagrams.every(parts)

    def beyond(self, part: int, taken: Sequence[int]) -> int:
        """The part without those in any of the taken."""
        return self.diagrams.choose(self.diagrams.either(taken), self.diagrams.false, part)


def space(policy: Policy, library: Library, day: date, times: int = 1, *, others_too: bool = True) -> Space:
    """The policy's space that day, within so many times the bounds. Raises NationalMissing, TooLarge.

    Without `others_too` only as it is written: no other readings and no shorter lists.
    """

    def groups(form: Policy) -> tuple[GroupProgram, ...]:
        return build(form, library.vocabulary, library.national, day).groups

    clauses = sum(len(group.criteria) + len(group.funding) for group in policy.groups) + len(policy.priorities)
    others = sum(len(listing.entries) for listing in policy.listings.values())
    others += sum(len(criterion.readings) for group in policy.groups for criterion in group.criteria)
    if clauses > LARGEST * times or (others_too and others > LARGEST * times):
        raise TooLarge(f"{clauses} criteria and sources, {others} other forms")
    others_read = readings(policy) if others_too else ()
    shorter = _shorter(policy) if others_too else []
    forms = [groups(policy), groups(_for_new(policy)), groups(priorities_alone(policy))]
    forms += [groups(other.policy) for other in others_read] + [groups(form) for _, _, form in shorter]
    every = tuple(group for form in forms for group in form)
    cells = cells_of(Program(policy.id, "", every, domains(every, library.vocabulary.facts)))
    diagrams = Diagrams(cells, NODES * times)
    possible = fitting(diagrams, library.vocabulary.city_of_region)
    base, new, priorities, *rest = forms
    applied, lessened = rest[: len(others_read)], rest[len(others_read) :]
    return Space(
        policy,
        library.vocabulary,
        diagrams,
        possible,
        form_of(diagrams, possible, base),
        form_of(diagrams, possible, new),
        tuple(diagrams.of(clause.condition) for group in priorities for clause in group.criteria),
        tuple(
            Other(other.group, other.reading, _covered(diagrams, possible, form[other.group]))
            for other, form in zip(others_read, applied, strict=True)
        ),
        tuple(
            (listing, entry, form_of(diagrams, possible, form))
            for (listing, entry, _), form in zip(shorter, lessened, strict=True)
        ),
        times,
    )


def somebody(space_: Space, people: int) -> Label | None:
    """The fewest facts that put a person among these people, in words; None: there is nobody."""
    path = space_.diagrams.path(people, True)
    if path is None:
        return None
    cells = {partition.fact: partition for partition in space_.diagrams.cells}
    values = {fact: _value(cells[fact], cell) for fact, cell in path.items()}
    if values.get("kelurahan") and "kota" in values:
        village = _village(cells, path, space_.vocabulary)
        values |= {"kota": space_.vocabulary.city_of_region(village), "kelurahan": village}
    facts = space_.vocabulary.facts

    def told(language: Language) -> str:
        parts = [
            f"{facts[fact].label[language]}: {_in_words(facts[fact], value, language)}"
            for fact, value in values.items()
        ]
        return "; ".join(parts) or WORDING["anybody"][language]

    return Label(told("id"), told("en"))


def _in_words(fact: Fact, value: object, language: Language) -> str:
    return WORDING["another"][language] if value is None else value_text(fact, value, language)


def _value(cells: Cells, cell: int) -> object:
    """A value of the cell; None where it holds only what no question names."""
    return next(iter(cells.values(cell)), None)


def _village(cells: Mapping[str, Cells], path: Mapping[str, int], vocabulary: Vocabulary) -> str:
    """A village of the cell that lies in a city of the other cell."""
    named = cells["kelurahan"].values(path["kelurahan"])
    city = cells["kota"]
    fitting = (code for code in named if city.cell(vocabulary.city_of_region(str(code))) == path["kota"])
    return str(next(fitting, named[0]))


def form_of(diagrams: Diagrams, possible: int, groups: Sequence[GroupProgram]) -> Form:
    criteria = tuple(tuple(diagrams.of(clause.condition) for clause in group.criteria) for group in groups)
    funding = tuple(tuple(diagrams.of(clause.condition) for clause in group.funding) for group in groups)
    covered = tuple(_covered(diagrams, possible, group) for group in groups)
    reached, before = [], diagrams.false
    for whom in covered:
        reached.append(diagrams.choose(before, diagrams.false, whom))
        before = diagrams.either((before, whom))
    return Form(criteria, funding, covered, tuple(reached))


def _covered(diagrams: Diagrams, possible: int, group: GroupProgram) -> int:
    return diagrams.every([possible, *(diagrams.of(clause.condition) for clause in group.criteria)])


def fitting(diagrams: Diagrams, city_of: Callable[[str], str], village: str = "kelurahan") -> int:
    """Where facts fit together: a village that a question names lies in its own city."""
    position = {partition.fact: level for level, partition in enumerate(diagrams.cells)}
    if village not in position or "kota" not in position:
        return diagrams.true
    villages, cities = (diagrams.cells[position[fact]] for fact in (village, "kota"))
    assert not isinstance(villages, NumberCells)
    fits = []
    for cell in range(len(villages.samples)):
        named = {cities.cell(city_of(str(code))) for code in villages.values(cell)}
        if cell == villages.default:
            named = set(range(len(cities.samples)))
        fits.append(_is_one_of(diagrams, position["kota"], named))
    chosen = [_is_one_of(diagrams, position[village], {cell}) for cell in range(len(villages.samples))]
    return diagrams.either([diagrams.every(pair) for pair in zip(chosen, fits, strict=True)])


def _is_one_of(diagrams: Diagrams, level: int, wanted: set[int]) -> int:
    cells = range(len(diagrams.cells[level].samples))
    return diagrams.node(level, tuple(diagrams.true if cell in wanted else diagrams.false for cell in cells))


# other forms of the policy


def _for_new(policy: Policy) -> Policy:
    """Nobody is paid for yet."""
    return with_criteria(policy, lambda _, criterion: replace(criterion, at_registration=False))


def priorities_alone(policy: Policy) -> Policy:
    """One group whose criteria are the priorities."""
    criteria = tuple(Criterion(p.id, None, "", p.condition, p.ground, False, (), p.place) for p in policy.priorities)
    return replace(policy, groups=(replace(policy.groups[0], criteria=criteria, funding=()),))


def _shorter(policy: Policy) -> list[tuple[Listing, str, Policy]]:
    """The policy with each entry of each list taken out."""
    found = []
    for name, listing in policy.listings.items():
        for entry in listing.entries:
            rest = tuple(other for other in listing.entries if other != entry)
            outside = listing.excluded if listing.completeness == "closed" else (*listing.excluded, entry)
            less = replace(listing, entries=rest, excluded=outside)
            found.append((listing, entry, replace(policy, listings={**policy.listings, name: less})))
    return found
