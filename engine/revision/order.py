"""Where a person stands among the others by the policy's priorities, as the rules engine finds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.decision.decide import Desk
from engine.decision.facts import Person
from engine.decision.judge import Result
from engine.language.policy import Policy
from engine.revision.space import priorities_alone

RANKS: dict[Result, int] = {"met": 0, "unknown": 1, "failed": 2}


def priority_key(desk: Desk, policy: Policy, applicant: Person, day: date) -> tuple[int, ...]:
    """Per priority 0 yes, 1 unknown, 2 no: whoever has the smaller key comes first. Raises Undecidable."""
    if not policy.priorities:
        return ()
    alone = priorities_alone(policy)
    decision = desk.decide(replace(alone, content=f"{alone.content}\n(prioritas)"), applicant, day)
    return tuple(RANKS[finding.result] for finding in decision.findings)
