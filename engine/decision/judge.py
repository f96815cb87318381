"""One block decided twice: by rules (durable-rules) for the findings, by diagrams for the exact answer.

Both are computed for every new situation and must agree; where they do not, there is no verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.decision import rules
from engine.decision.meaning import Diagrams
from engine.decision.program import Clause
from engine.decision.rules import Answer
from engine.decision.situations import UNSEEN, Block, Column, Reading, Seen, different

Result = Literal["met", "failed", "unknown"]

RESULT: dict[Answer, Result] = {True: "met", False: "failed", None: "unknown"}


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
    refuses_firmly: bool
    """Whether the criteria refuse the person also without those that are assumptions."""


class Judge:
    """Decides the situations of one block. `group` is the block's group, by position.

    What it says is remembered: of each clause by the cells of the facts it reads, of the block by its clauses.
    """

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
        self.kinds: list[BlockVerdict] = []
        """The different things that the block has said so far."""
        self.rests: list[int] = []
        self.results: list[tuple[Result, ...]] = []
        """`rest` and `results` of each kind."""
        self.pays = block.name.endswith(".pendanaan")
        self._reads = [Reading.of([condition], diagrams.cells) for condition in conditions]
        self._said: list[dict[int, int]] = [{} for _ in conditions]
        self._parts: list[ClauseVerdict] = []
        self._part_numbers: dict[ClauseVerdict, int] = {}
        self._kind_numbers: dict[BlockVerdict, int] = {}
        self._kind_of: dict[tuple[int, ...], int] = {}
        self._wholes: dict[tuple[int, ...], tuple[int, bool]] = {}
        self._meant: dict[int, Answer] = {diagrams.true: True, diagrams.false: False}
        self._seen = Seen(block.reading.size)
        self._asked = 0

    def coverage(self) -> int:
        """Diagram of whom the block's criteria cover."""
        return self.diagrams.every(self.roots)

    @property
    def remembered(self) -> int:
        """How much is remembered: situations asked about, or different answers of all clauses together."""
        return max(self._asked, len(self._kind_of))

    def forget(self) -> None:
        """Lets go of everything said; positions in `kinds` lose their meaning."""
        for said in self._said:
            said.clear()
        self._parts.clear()
        self._part_numbers.clear()
        for about in (self.kinds, self.rests, self.results):
            about.clear()
        self._kind_numbers.clear()
        self._kind_of.clear()
        self._wholes.clear()
        self._asked = 0
        self._seen = Seen(self.block.reading.size)

    def kind(self, situation: int) -> int:
        """Position in `kinds` of what the block says of a situation. Raises Disagreement."""
        found = self._seen.one(situation)
        if found == UNSEEN:
            cells = self.block.reading.cells(situation, len(self.diagrams.cells))
            found = self._kind(
                tuple([self._part(index, read.number(cells), situation) for index, read in enumerate(self._reads)])
            )
            self._seen.remember([situation], [found])
        return found

    def kinds_of(self, situations: Column) -> Column:
        """The same for many situations at once."""
        found = self._seen.many(situations)
        unseen = found == UNSEEN
        if unseen.any():
            new, _, where = different(situations[unseen], self.block.reading.size)
            kinds = self._kinds(new)
            self._seen.remember(new.tolist(), kinds.tolist())
            found[unseen] = kinds[where]
        return found

    def _kinds(self, situations: Column) -> Column:
        """Of different situations: every clause is asked once for the cells that it reads."""
        digits = self.block.reading.digits(situations)
        columns: list[list[int]] = []
        for index, read in enumerate(self._reads):
            numbers, first, where = different(read.numbers(digits, len(situations)), read.size)
            asked = zip(numbers.tolist(), situations[first].tolist(), strict=True)
            parts = [self._part(index, number, situation) for number, situation in asked]
            columns.append(np.array(parts)[where].tolist())
        rows = zip(*columns, strict=True) if columns else [()] * len(situations)
        known = self._kind_of
        return np.array([known[row] if row in known else self._kind(row) for row in rows], np.int64)

    def _kind(self, parts: tuple[int, ...]) -> int:
        """Position of what the block says whose clauses say this."""
        found = self._kind_of.get(parts)
        if found is None:
            said = [self._parts[part] for part in parts]
            rests = tuple([part.rest for part in said])
            whole = self._wholes.get(rests)
            if whole is None:
                whole = self._wholes[rests] = self._whole(rests)
            block = BlockVerdict(tuple([part.result for part in said]), tuple([part.exact for part in said]), *whole)
            found = self._kind_of[parts] = self._kind_numbers.setdefault(block, len(self.kinds))
            if found == len(self.kinds):
                self.kinds.append(block)
                self.rests.append(block.rest)
                self.results.append(block.results)
        return found

    def _part(self, index: int, number: int, situation: int) -> int:
        """Position of what a clause says of whoever has these cells of the facts it reads."""
        said = self._said[index]
        if number not in said:
            self._ask(situation)
        return said[number]

    def _ask(self, situation: int) -> None:
        """Asks rules and diagrams about every clause, and remembers each by the cells of the facts it reads."""
        self._asked += 1
        cells = self.block.reading.cells(situation, len(self.diagrams.cells))
        answers: list[Answer] = [
            answer[0] if level < 0 else answer[cells[level]] if cells[level] >= 0 else None
            for level, answer in self.questions
        ]
        try:
            for index, found in enumerate(self.session.decide(answers)):
                part = self._agreed(index, found, cells)
                number = self._part_numbers.setdefault(part, len(self._parts))
                if number == len(self._parts):
                    self._parts.append(part)
                self._said[index][self._reads[index].number(cells)] = number
        except (Disagreement, rules.RulesFault) as fault:
            raise Disagreement(f"{self.block.name}, situation {situation}: {fault}") from fault

    def _agreed(self, index: int, found: Answer, cells: Sequence[int]) -> ClauseVerdict:
        """What rules and diagrams say of a clause. Raises Disagreement."""
        clause = self.block.clauses[index]
        rest = self.diagrams.restrict(self.roots[index], cells)
        meant = self._meant.get(rest)
        if found is not None and found != meant:
            raise Disagreement(f"{clause.id}: rules say {found}, meaning says {meant}")
        if found is None and all(cells[level] >= 0 for level in self._reads[index].levels):
            raise Disagreement(f"{clause.id}: every fact is known, yet no rule fired")
        return ClauseVerdict(RESULT[found], RESULT[meant], rest)

    def _whole(self, rests: Sequence[int]) -> tuple[int, bool]:
        """What is left of the block, from what is left of its clauses, and whether the firm clauses alone refuse."""
        if self.pays:
            return _payer(self.diagrams, rests, self.block.clauses, self.group), False
        whole, never = self.diagrams.every(rests), self.diagrams.false
        if whole != never:
            return whole, False
        firm = [rest for rest, clause in zip(rests, self.block.clauses, strict=True) if clause.firm]
        return whole, self.diagrams.every(firm) == never


def _payer(diagrams: Diagrams, rests: Sequence[int], clauses: Sequence[Clause], group: int) -> int:
    """Diagram of the first rule that is in effect and met, as (group, position); -1 where there is none."""
    whole = diagrams.terminal((group, -1))
    for index in reversed(range(len(rests))):
        if clauses[index].effective:
            whole = diagrams.choose(rests[index], diagrams.terminal((group, index)), whole)
    return whole
