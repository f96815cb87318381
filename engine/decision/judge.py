"""One block decided twice: by rules (durable-rules) for the findings, by diagrams for the exact answer.

Both are computed for every new situation and must agree; where they do not, there is no verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from engine.decision import rules
from engine.decision.meaning import Diagrams
from engine.decision.program import Clause
from engine.decision.rules import Answer
from engine.decision.situations import Block
from engine.language.condition import leaves

Result = Literal["met", "failed", "unknown"]

RESULT: dict[Answer, Result] = {True: "met", False: "failed", None: "unknown"}


class Disagreement(Exception):
    """Rules and meaning contradict each other: a fault of the engine, so the decision is withheld."""


@dataclass(frozen=True, slots=True)
class BlockVerdict:
    results: tuple[Result, ...]
    """What the rules found of each clause."""
    exact: tuple[Result, ...]
    """What the diagrams say of each clause."""
    rest: int
    """Diagram that is left: whether the group covers the person, or (group, position) of the payer (-1: nobody)."""
    firm_rest: int
    """The same without the clauses that are assumptions."""


class Judge:
    """Decides the situations of one block. `group` is the block's group, by position."""

    def __init__(self, diagrams: Diagrams, block: Block, group: int) -> None:
        self.block = block
        self.diagrams = diagrams
        self.group = group
        conditions = [clause.condition for clause in block.clauses]
        plan = rules.plan(conditions)
        self.session = rules.Session(plan)
        position = {partition.fact: level for level, partition in enumerate(diagrams.cells)}
        self.questions = [
            (
                position[leaf.fact],
                [value in leaf.allowed for value in diagrams.cells[position[leaf.fact]].samples],
            )
            if leaf.fact
            else (-1, [True in leaf.allowed])
            for leaf in plan.leaves
        ]
        self.roots = [diagrams.of(condition) for condition in conditions]
        self.reads = [sorted({position[leaf.fact] for leaf in leaves(condition)}) for condition in conditions]
        self.pays = block.name.endswith(".pendanaan")
        self._rests: list[dict[tuple[int, ...], int]] = [{} for _ in conditions]
        self._meant: dict[int, Answer] = {diagrams.true: True, diagrams.false: False}

    def coverage(self) -> int:
        """Diagram of whom the block's criteria cover."""
        return self.diagrams.every(self.roots)

    def decide(self, cells: Sequence[int]) -> BlockVerdict:
        """Raises Disagreement, or RulesFault from the library."""
        answers: list[Answer] = [
            answer[0] if level < 0 else answer[cells[level]] if cells[level] >= 0 else None
            for level, answer in self.questions
        ]
        given = self.session.decide(answers)
        rests = [self._rest(index, cells) for index in range(len(self.roots))]
        exact = [self._meant.get(rest) for rest in rests]
        for clause, read, found, meant in zip(self.block.clauses, self.reads, given, exact, strict=True):
            if found is not None and found != meant:
                raise Disagreement(f"{clause.id}: rules say {found}, meaning says {meant}")
            if found is None and all(cells[level] >= 0 for level in read):
                raise Disagreement(f"{clause.id}: every fact is known, yet no rule fired")
        return BlockVerdict(
            tuple([RESULT[found] for found in given]), tuple([RESULT[meant] for meant in exact]), *self._whole(rests)
        )

    def _rest(self, index: int, cells: Sequence[int]) -> int:
        """What is left of one clause; a clause reads few facts, so it is soon remembered for all their cells."""
        key = tuple([cells[level] for level in self.reads[index]])
        known = self._rests[index]
        if key not in known:
            if len(known) > 10_000:
                known.clear()
            known[key] = self.diagrams.restrict(self.roots[index], cells)
        return known[key]

    def _whole(self, rests: Sequence[int]) -> tuple[int, int]:
        """What is left of the block, from what is left of its clauses; all of it, and the firm clauses alone."""
        if self.pays:
            payer = _payer(self.diagrams, rests, self.block.clauses, self.group)
            return payer, payer
        firm = [rest for rest, clause in zip(rests, self.block.clauses, strict=True) if clause.firm]
        return self.diagrams.every(rests), self.diagrams.every(firm)


def _payer(diagrams: Diagrams, rests: Sequence[int], clauses: Sequence[Clause], group: int) -> int:
    """Diagram of the first rule that is in effect and met, as (group, position); -1 where there is none."""
    whole = diagrams.terminal((group, -1))
    for index in reversed(range(len(rests))):
        if clauses[index].effective:
            whole = diagrams.choose(rests[index], diagrams.terminal((group, index)), whole)
    return whole
