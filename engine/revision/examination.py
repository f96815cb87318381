"""A policy examined: its cases run, what they have shown, and on demand what they would not notice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.decision.decide import Desk, Undecidable, why_not
from engine.language.condition import Value
from engine.language.diagnostic import Diagnostic, has_errors
from engine.language.library import Library
from engine.language.policy import Policy
from engine.revision.cases import CaseResult, cases_path, load_cases, run_cases, supposed
from engine.revision.coverage.coverage import Coverage, measure
from engine.revision.deciding import usual_person
from engine.revision.drafts import Draft, missing_cases, telling_cases
from engine.revision.mutation.judging import Mutation, mutate
from engine.revision.written import as_file


@dataclass(frozen=True, slots=True)
class Examination:
    """`coverage` None: the policy cannot be decided, as `faults` say. `mutation` only where it was asked for."""

    policy: Policy
    results: tuple[CaseResult, ...]
    faults: tuple[Diagnostic, ...]
    coverage: Coverage | None
    mutation: Mutation | None
    usual: Mapping[str, Value]
    """The person whom the case file supposes."""

    @property
    def passed(self) -> int:
        return sum(result.passed for result in self.results)

    @property
    def failed(self) -> bool:
        return has_errors(self.faults)

    @property
    def complete(self) -> bool:
        """Whether nothing is untested, as far as was asked."""
        covered = self.coverage is not None and self.coverage.reached == self.coverage.goals
        return covered and (self.mutation is None or self.mutation.caught == self.mutation.telling)


def examine(
    library: Library, policy: Policy, *, mutating: bool = False, step: Callable[[int, int], None] = lambda *_: None
) -> Examination:
    """Cases that can be read are run although others cannot; cases that fail notice no mutant.

    `step` is told how many more mutants are tried, of how many.
    """
    faults: list[Diagnostic] = []
    cases = load_cases(policy, cases_path(policy), faults)
    results = tuple(run_cases(Desk(library), policy, cases))
    faults.extend(fault for result in results for fault in result.faults)
    usual = usual_person(library, policy)
    coverage = mutation = None
    try:
        coverage = measure(library, policy, results)
        mutation = mutate(library, policy, results, usual, step) if mutating else None
    except Undecidable as problem:
        faults.append(why_not(policy, problem))
    return Examination(policy, results, tuple(faults), coverage, mutation, usual)


def drafts_of(library: Library, outcome: Examination) -> tuple[Draft, ...]:
    """The cases that are missing: for what was not shown, and for every survivor."""
    missing = missing_cases(library, outcome.policy, outcome.coverage, outcome.usual) if outcome.coverage else ()
    survived = outcome.mutation.of("survived") if outcome.mutation else ()
    return (*missing, *telling_cases(outcome.policy, survived))


def missing_file(library: Library, outcome: Examination, drafts: tuple[Draft, ...]) -> str:
    """The drafts as a case file, to be confirmed."""
    written = supposed(cases_path(outcome.policy))
    return as_file(outcome.policy, written, outcome.usual, drafts, library.vocabulary)
