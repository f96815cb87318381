"""Decides a person's case under a policy on a day."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from engine.decision.decision import Decision, Outline
from engine.decision.facts import Person
from engine.decision.judge import Disagreement
from engine.decision.meaning import TooLarge
from engine.decision.outline import Terms, outline, terms_of
from engine.decision.program import NationalMissing, build, digest
from engine.decision.rules import RulesFault
from engine.decision.situations import REMEMBERED, TooManySituations
from engine.decision.verdict import Decider
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.policy import Policy

PROGRAMS = 256
"""Programs kept ready; the oldest is closed when another is needed."""
DAYS = 10_000
"""Days remembered for which a policy's program is known."""

Undecidable = (Disagreement, NationalMissing, RulesFault, TooLarge, TooManySituations)
"""Why a policy cannot decide a case: a fault of the engine, or a policy outside its bounds."""


def why_not(policy: Policy, problem: BaseException) -> Diagnostic:
    """An Undecidable as a fault of the policy."""
    match problem:
        case NationalMissing():
            return Diagnostic("national-not-in-force", policy.place, {"name": policy.id, "problem": problem})
        case TooManySituations(block=block):
            return Diagnostic("too-many-situations", policy.place, {"name": f"{policy.id} {block}"})
        case TooLarge():
            return Diagnostic("too-large", policy.place, {"name": policy.id})
        case _:
            return Diagnostic("rules-disagree", policy.place, {"name": policy.id, "problem": problem})


def at_fault(policies: Sequence[Policy], problem: BaseException) -> Policy:
    """The policy that an Undecidable names, else the last."""
    named = problem.policy if isinstance(problem, NationalMissing) else ""
    return next((policy for policy in policies if policy.id == named), policies[-1])


@dataclass(frozen=True, slots=True)
class _PolicyOnADay:
    decider: Decider
    terms: Terms
    outlines: dict[tuple[int, ...], Outline] = field(default_factory=dict)


class Desk:
    """A library made ready to decide: one decider per digest of a resolved program, outlines per policy and day."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._programs: dict[str, Decider] = {}
        self._days: dict[tuple[str, str, date], _PolicyOnADay] = {}
        self._lock = threading.Lock()

    def decider(self, policy: Policy, day: date) -> Decider:
        """The decider of the policy's program that day. Raises Undecidable."""
        return self._on(policy, day).decider

    def decide(self, policy: Policy, person: Person, day: date) -> Decision:
        """One decision. Raises Undecidable with the reason when there can be none."""
        today = self._days.get((policy.id, policy.content, day)) or self._on(policy, day)
        cells = today.decider.cells_for(person.facts)
        found = today.outlines.get(cells)
        if found is None:
            found = self._outline(today, cells)
        return Decision(found, person)

    def _outline(self, today: _PolicyOnADay, cells: tuple[int, ...]) -> Outline:
        decider = today.decider
        verdict = decider.verdict_of(decider.situation(cells))
        found = outline(today.terms, decider.program.digest, verdict)
        if len(today.outlines) >= REMEMBERED:
            today.outlines.clear()
        today.outlines[cells] = found
        return found

    def _on(self, policy: Policy, day: date) -> _PolicyOnADay:
        key = (policy.id, policy.content, day)
        with self._lock:
            found = self._days.get(key)
            if found is None:
                if len(self._days) >= DAYS:
                    self._days.clear()
                found = self._days[key] = _PolicyOnADay(self._program(policy, day), terms_of(self.library, policy, day))
            return found

    def _program(self, policy: Policy, day: date) -> Decider:
        key = digest(policy, self.library.vocabulary, self.library.national.on(day))
        found = self._programs.get(key)
        if found is None:
            if len(self._programs) >= PROGRAMS:
                self._forget()
            found = Decider(build(policy, self.library.vocabulary, self.library.national, day))
            self._programs[key] = found
        return found

    def _forget(self) -> None:
        """Lets the oldest program go; its rulesets are freed."""
        old = self._programs.pop(next(iter(self._programs)))
        self._days = {key: today for key, today in self._days.items() if today.decider is not old}
        old.close()


def default_day(policy: Policy) -> date:
    """The day a named version is asked about when none is given: the last one known."""
    until = policy.effective.until
    return min(until, policy.effective.known_until) if until else policy.effective.known_until
