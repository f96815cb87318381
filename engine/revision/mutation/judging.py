"""Tries every mutant of a policy against its cases: who notices, and who would."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.decision.decide import Desk, Undecidable
from engine.decision.facts import Person
from engine.language.condition import Value
from engine.language.library import Library
from engine.language.policy import Policy
from engine.revision.cases import Case, CaseResult, differences
from engine.revision.mutation.mutant import BEYOND, Mutant
from engine.revision.mutation.mutants import mutants
from engine.revision.mutation.telling import Telling, distinct, who_tells

Fate = Literal["caught", "survived", "same", "beyond"]


@dataclass(frozen=True, slots=True)
class Judged:
    """`same`: decides everything as the policy does, so it is not counted. `beyond`: no decision could show it."""

    mutant: Mutant
    fate: Fate
    by: str | None = None
    """The case that noticed; None as well where the mutant cannot decide at all."""
    telling: Telling | None = None
    """Who would tell a survivor."""


@dataclass(frozen=True, slots=True)
class Mutation:
    judged: tuple[Judged, ...]

    def of(self, fate: Fate) -> tuple[Judged, ...]:
        return tuple(one for one in self.judged if one.fate == fate)

    @property
    def caught(self) -> int:
        return len(self.of("caught"))

    @property
    def telling(self) -> int:
        """How many mutants are counted: those that some case could notice."""
        return self.caught + len(self.of("survived"))


def mutate(
    library: Library,
    policy: Policy,
    results: Sequence[CaseResult],
    near: Mapping[str, Value],
    step: Callable[[int, int], None] = lambda *_: None,
) -> Mutation:
    """Every mutant's fate. `results` are of the policy's own cases; those that do not pass notice nothing.

    `near` is whom the people who would tell shall resemble; `step` is told how many more are tried, of how many.
    Raises TooLarge where two forms cannot be compared.
    """
    people = [(result.case, result.decision.person) for result in results if result.passed and result.decision]
    desk = Desk(library)
    every = list(mutants(library, policy))
    judged = []
    for number, mutant in enumerate(every):
        judged.append(_judged(desk, policy, distinct(mutant.policy, number), mutant, people, near))
        step(1, len(every))
    return Mutation(tuple(judged))


def _judged(
    desk: Desk,
    policy: Policy,
    changed: Policy,
    mutant: Mutant,
    people: list[tuple[Case, Person]],
    near: Mapping[str, Value],
) -> Judged:
    """The case that noticed goes to the front: it is likely to notice the next one too."""
    if mutant.kind in BEYOND:
        return Judged(mutant, "beyond")
    try:
        for position, (case, applicant) in enumerate(people):
            decision = desk.decide(changed, applicant, case.day)
            if any(differences(desk, case, decision)):
                people.insert(0, people.pop(position))
                return Judged(mutant, "caught", case.name)
    except Undecidable:
        return Judged(mutant, "caught")
    telling = who_tells(desk, policy, changed, near)
    return Judged(mutant, "survived", telling=telling) if telling else Judged(mutant, "same")
