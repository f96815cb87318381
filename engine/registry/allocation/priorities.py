"""How each priority of a policy puts each person: 0 it holds, 1 unknown, 2 it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

from engine.decision.decide import Desk
from engine.language.policy import Criterion, Policy
from engine.registry.deciding import Ledger

Ranks = npt.NDArray[np.int8]
_RANK = {"met": 0, "unknown": 1, "failed": 2}


def priorities(desk: Desk, people: pl.DataFrame, policy: Policy, day: date) -> list[Ranks]:
    """One array a priority, in the policy's order. Raises Undecidable."""
    if not policy.priorities:
        return []
    ledger = Ledger(desk.decider(as_criteria(policy), day), desk.library.vocabulary, day)
    numbers = ledger.decide(people).to_numpy()
    tables = np.array(
        [[_RANK[result] for result in verdict.findings[0]] for verdict in ledger.verdicts], np.int8
    ).reshape(-1, len(policy.priorities))
    return [tables[numbers, index] for index in range(len(policy.priorities))]


def as_criteria(policy: Policy) -> Policy:
    """A policy of one group whose criteria are the priorities, so that the same engine answers them."""
    criteria = tuple(Criterion(p.id, None, "", p.condition, p.ground, False, (), p.place) for p in policy.priorities)
    group = replace(policy.groups[0], criteria=criteria, funding=())
    return replace(policy, groups=(group,), content=policy.content + "#prioritas")
