"""What a program says of a situation, decided once and remembered: groups and money put together, exactly."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import getitem
from typing import Literal, TypeVar

import numpy as np

from engine.decision.cells import cells_of
from engine.decision.judge import Disagreement, Judge, Result
from engine.decision.meaning import Diagrams, TooLarge, levels_of
from engine.decision.program import Program
from engine.decision.situations import LIMIT, REMEMBERED, UNKNOWN, Column, blocks_of, different
from engine.language.condition import RULING, Facts

T = TypeVar("T")
Outcome = Literal["eligible", "ineligible", "undetermined"]
Purpose = Literal["outcome", "group", "funding"]

log = logging.getLogger("perwal.decision")


@dataclass(slots=True)
class Verdict:
    """The decision of a situation, without the person. Groups and clauses are positions in the program.

    Immutable by convention: freezing one costs as much as all the rest of making it, and thousands are made at once.
    """

    outcome: Outcome
    group: int | None
    """The deciding group; None unless eligible, and the same group however the unknown facts turn out."""
    findings: tuple[tuple[Result, ...], ...]
    """Per group, the result of each criterion."""
    funding: tuple[tuple[int, int, Result], ...]
    """Group, rule and result of the sources that would or could pay, in legal order."""
    missing: tuple[tuple[str, Purpose], ...]
    ruling_needed: bool
    """Whether somebody must rule on an open list before the rest can be decided."""
    on_assumption: bool
    """Ineligible, and without the criteria that are assumptions it would not be."""
    _hash: int = field(init=False, repr=False, compare=False)
    """Of everything above, which is asked for far more often than it is made."""

    def __post_init__(self) -> None:
        said = (self.outcome, self.group, self.findings, self.funding, self.missing)
        self._hash = hash((*said, self.ruling_needed, self.on_assumption))

    def __hash__(self) -> int:
        return self._hash


@dataclass(frozen=True, slots=True)
class _Ending:
    """What a combined diagram says, whoever has it: remembered, since few different ones occur."""

    outcome: Outcome
    groups: tuple[int, ...]
    """Groups that can turn out to decide, in order."""
    sure: bool
    """Whether the person is eligible, and through which group."""
    missing: tuple[tuple[str, Purpose], ...]
    ruling_needed: bool


class Decider:
    """A program made ready to decide. Verdicts are remembered; safe to use from several threads."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.cells = cells_of(program)
        self.facts = tuple(program.domains)
        self.blocks = blocks_of(program, self.cells)
        self.disagreements = 0
        self.lock = threading.RLock()
        self._verdicts: dict[tuple[int, ...], Verdict] = {}
        self._asks = tuple((partition.fact, partition.ask(), partition.default) for partition in self.cells)
        self._ruling = self.facts.index(RULING) if RULING in self.facts else -1

        self._compile()

    def _compile(self) -> None:
        """Makes diagrams and rulesets; again when the diagrams have grown past their bound."""
        self.diagrams = Diagrams(self.cells)
        self._judges = [Judge(self.diagrams, block, index // 2) for index, block in enumerate(self.blocks)]
        self._rests = [judge.rests for judge in self._judges]
        self._results = [judge.results for judge in self._judges[::2]]
        self._named: dict[int, tuple[str, ...]] = {}
        self._endings: dict[int, _Ending] = {}
        self._wholes: dict[tuple[int, ...], int] = {}
        self._combined: dict[tuple[int, ...], Verdict] = {}
        self._different: dict[Verdict, Verdict] = {}
        self._payers: dict[tuple[tuple[int, ...], bool, tuple[int, ...]], tuple[tuple[int, int, Result], ...]] = {}
        self._covered: dict[int, int] = {}
        self._by_group: dict[int, int] = {}
        self.coverage = self.diagrams.either([judge.coverage() for judge in self._judges[::2]])
        """Diagram of whom the policy covers, over all its facts."""

    def _forget(self) -> None:
        for known in (self._combined, self._different, self._payers, self._wholes):
            known.clear()
        for judge in self._judges:
            judge.forget()

    def _renew(self) -> None:
        self.close()
        self._compile()

    def close(self) -> None:
        """Frees the rulesets. The decider cannot decide new situations afterwards."""
        for judge in self._judges:
            judge.session.close()

    def cells_for(self, facts: Facts) -> tuple[int, ...]:
        """The cell of each of the program's facts; -1 where unknown."""
        cells = []
        for fact, ask, default in self._asks:
            value = facts.get(fact)
            cell = ask(value) if value is not None else UNKNOWN
            cells.append(default if cell is None else cell)
        return tuple(cells)

    def situation(self, cells: Sequence[int]) -> tuple[int, ...]:
        """The situation in each block of a person whose facts have these cells."""
        return tuple(block.reading.number(cells) for block in self.blocks)

    def verdict(self, facts: Facts) -> Verdict:
        """The verdict for these known facts (absent: unknown). Raises Disagreement."""
        return self.verdict_of(self.situation(self.cells_for(facts)))

    def verdict_of(self, situation: tuple[int, ...]) -> Verdict:
        found = self._verdicts.get(situation)
        if found is None:
            with self.lock:
                found = self._verdicts.get(situation) or self._decided(situation)
                while len(self._verdicts) >= REMEMBERED:
                    del self._verdicts[next(iter(self._verdicts))]
                self._verdicts[situation] = found
        return found

    def verdicts(self, blocks: Sequence[Column]) -> tuple[list[Verdict], Column]:
        """The verdicts of many situations, one column of numbers a block: different ones, and each row's position.

        Each situation of a block is decided once, and each combination of what the blocks say. Raises Disagreement.
        """
        with self.lock, _nothing_collected():
            return self._through(lambda: self._many(blocks))

    def _decided(self, situation: tuple[int, ...]) -> Verdict:
        return self._through(lambda: self._one(situation))

    def _one(self, situation: tuple[int, ...]) -> Verdict:
        kinds = tuple([judge.kind(at) for judge, at in zip(self._judges, situation, strict=True)])
        return self._combined.get(kinds) or self._combine(kinds)

    def _through(self, work: Callable[[], T]) -> T:
        """Diagrams that have grown past their bound are made anew, once. A disagreement is counted and logged."""
        if max(len(self._combined), len(self._wholes), *[judge.remembered for judge in self._judges]) > REMEMBERED:
            self._forget()
        try:
            try:
                return work()
            except TooLarge:
                self._renew()
                return work()
        except Disagreement as fault:
            self.disagreements += 1
            log.error("%s %s", self.program.digest, fault)
            raise

    def _many(self, blocks: Sequence[Column]) -> tuple[list[Verdict], Column]:
        kinds = [judge.kinds_of(column) for judge, column in zip(self._judges, blocks, strict=True)]
        row, size = np.zeros(len(blocks[0]), np.int64), 1
        for judge, column in zip(self._judges, kinds, strict=True):
            number = len(judge.kinds)
            if size * number > LIMIT:
                alike, _, row = different(row, size)
                size = len(alike)
            row, size = row * number + column, size * number
        _, first, row = different(row, size)
        together = zip(*[column[first].tolist() for column in kinds], strict=True)
        return [self._combined.get(alike) or self._combine(alike) for alike in together], row

    def _combine(self, kinds: tuple[int, ...]) -> Verdict:
        """The verdict of what the blocks say; criteria and funding take turns among them.

        Groups in their order: the first that covers the person decides, and its rules pay.
        """
        rests = tuple(map(getitem, self._rests, kinds))
        whole = self._wholes.get(rests)
        if whole is None:
            whole = self._wholes[rests] = self._whole(rests)
        ending = self._endings.get(whole)
        if ending is None:
            ending = self._endings[whole] = self._ending(whole)
        paying = (ending.groups, ending.sure, kinds[1::2])
        payers = self._payers.get(paying)
        if payers is None:
            payers = self._payers[paying] = self._paid(ending, kinds[1::2])
        verdict = Verdict(
            ending.outcome,
            ending.groups[0] if ending.sure else None,
            tuple(map(getitem, self._results, kinds[::2])),
            payers,
            ending.missing,
            ending.ruling_needed,
            ending.outcome == "ineligible" and not self._refuse_firmly(kinds[::2]),
        )
        found = self._combined[kinds] = self._different.setdefault(verdict, verdict)
        return found

    def _refuse_firmly(self, kinds: Sequence[int]) -> bool:
        """Whether the criteria of every group refuse also without those that are assumptions."""
        return all(judge.kinds[kind].refuses_firmly for judge, kind in zip(self._judges[::2], kinds, strict=True))

    def _paid(self, ending: _Ending, kinds: Sequence[int]) -> tuple[tuple[int, int, Result], ...]:
        """The sources of every group that can turn out to decide, in legal order."""
        funding = [judge.kinds[kind] for judge, kind in zip(self._judges[1::2], kinds, strict=True)]
        return tuple(
            [
                (group, rule, result if ending.sure else _at_most_unknown(result))
                for group in ending.groups
                for rule, result in enumerate(self._in_order(group, funding[group].exact))
            ]
        )

    def _whole(self, rests: Sequence[int]) -> int:
        """What is left of the groups as one diagram: who pays, as (group, position), or None for nobody covered."""
        whole = self.diagrams.terminal(None)
        for covers, pays in zip(rests[-2::-2], rests[::-2], strict=True):
            whole = self.diagrams.choose(covers, pays, whole)
        return whole

    def _ending(self, whole: int) -> _Ending:
        """What the ends of a combined diagram say. Diagrams whose ends differ one to one read the same facts."""
        diagrams = self.diagrams
        ends = diagrams.ends(whole)
        payers = [end for end in ends if isinstance(end, tuple)]
        groups = sorted({group for group, _ in payers})
        by_group = whole if len(groups) == len(payers) else diagrams.relabel(whole, _group_of, self._by_group)
        covered = by_group if len(groups) < 2 else diagrams.relabel(whole, lambda end: end is not None, self._covered)
        missing: list[tuple[str, Purpose]] = []
        asked = 1 << self._ruling if self._ruling >= 0 else 0
        purposes: tuple[tuple[Purpose, int], ...] = (("outcome", covered), ("group", by_group), ("funding", whole))
        for purpose, diagram in purposes:
            bits = diagrams.support_bits(diagram)
            new = bits & ~asked
            if new:
                missing += [(fact, purpose) for fact in self._facts(new)]
                asked |= new
        return _Ending(
            "undetermined" if groups and None in ends else "eligible" if groups else "ineligible",
            tuple(groups),
            len(groups) == 1 and None not in ends,
            tuple(missing),
            self._ruling >= 0 and bool(diagrams.support_bits(whole) >> self._ruling & 1),
        )

    def _facts(self, bits: int) -> tuple[str, ...]:
        found = self._named.get(bits)
        if found is None:
            found = self._named[bits] = tuple([self.facts[level] for level in levels_of(bits)])
        return found

    def _in_order(self, group: int, exact: tuple[Result, ...]) -> tuple[Result, ...]:
        """A source counts on being met only if no earlier one might still have to pay first; a draft never pays."""
        found: list[Result] = []
        settled = blocked = False
        for clause, result in zip(self.program.groups[group].funding, exact, strict=True):
            if not clause.effective:
                found.append(_at_most_unknown(result))
                continue
            found.append(_at_most_unknown(result) if blocked and not settled else result)
            settled = settled or (result == "met" and not blocked)
            blocked = blocked or result == "unknown"
        return tuple(found)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Thousands of verdicts are made that all stay; looking for garbage among them takes a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _group_of(end: Hashable) -> int | None:
    return end[0] if isinstance(end, tuple) else None


def _at_most_unknown(result: Result) -> Result:
    return "unknown" if result == "met" else result
