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


REMEMBERED = 10_000
"""Verdicts of a clause, and wholes of a block, that are kept."""


class Disagreement(Exception):
    """Rules and meaning contradict each other: a fault of the engine, so the decision is withheld."""


@dataclass(frozen=True, slots=True)
class ClauseVerdict:
    """One clause, for whoever has these cells of the facts it reads."""

    result: Result
    exact: Result
    rest: int
    """Diagram that is left of the clause."""


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
        self._clauses: list[dict[tuple[int, ...], ClauseVerdict]] = [{} for _ in conditions]
        self._wholes: dict[tuple[int, ...], tuple[int, int]] = {}
        self._meant: dict[int, Answer] = {diagrams.true: True, diagrams.false: False}

    def coverage(self) -> int:
        """Diagram of whom the block's criteria cover."""
        return self.diagrams.every(self.roots)

    def decide(self, cells: Sequence[int]) -> BlockVerdict:
        """Raises Disagreement, or RulesFault from the library."""
        parts = []
        for known, read in zip(self._clauses, self.reads, strict=True):
            part = known.get(tuple([cells[level] for level in read]))
            if part is None:
                self._ask(cells)
                part = known[tuple([cells[level] for level in read])]
            parts.append(part)
        rests = tuple([part.rest for part in parts])
        whole = self._wholes.get(rests)
        if whole is None:
            if len(self._wholes) > REMEMBERED:
                self._wholes.clear()
            whole = self._wholes[rests] = self._whole(rests)
        return BlockVerdict(tuple([part.result for part in parts]), tuple([part.exact for part in parts]), *whole)

    def _ask(self, cells: Sequence[int]) -> None:
        """Asks rules and diagrams about every clause, and remembers each by the cells of the facts it reads."""
        answers: list[Answer] = [
            answer[0] if level < 0 else answer[cells[level]] if cells[level] >= 0 else None
            for level, answer in self.questions
        ]
        given = self.session.decide(answers)
        for index, (clause, read, found) in enumerate(zip(self.block.clauses, self.reads, given, strict=True)):
            rest = self.diagrams.restrict(self.roots[index], cells)
            meant = self._meant.get(rest)
            if found is not None and found != meant:
                raise Disagreement(f"{clause.id}: rules say {found}, meaning says {meant}")
            if found is None and all(cells[level] >= 0 for level in read):
                raise Disagreement(f"{clause.id}: every fact is known, yet no rule fired")
            known = self._clauses[index]
            if len(known) > REMEMBERED:
                known.clear()
            known[tuple([cells[level] for level in read])] = ClauseVerdict(RESULT[found], RESULT[meant], rest)

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
