"""Cells: the classes of a fact's values that a program tells apart.

Every question of the program has one answer for all values of a cell, so a person is known to the
program by cell numbers alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.decision.program import Domain, Program
from engine.language.condition import Leaf, Numbers, Value, ValueSet, Words, leaves

OTHER = "(lain)"
"""Stands for all texts that no question names."""


@dataclass(frozen=True, slots=True)
class WordCells:
    """Cell of each named value; `default` is the cell of values that are not named (-1: there are none)."""

    fact: str
    index: Mapping[Value, int]
    default: int
    samples: tuple[Value, ...]

    def cell(self, value: Value) -> int:
        return self.index.get(value, self.default)

    def ask(self) -> Callable[[Value], int | None]:
        """`cell` as one fast call; None stands for the default cell."""
        return self.index.get

    def values(self, cell: int) -> tuple[Value, ...]:
        """The named values of a cell."""
        return tuple(value for value, index in self.index.items() if index == cell)


@dataclass(frozen=True, slots=True)
class NumberCells:
    """Cells of whole numbers, by the first number of each, ascending."""

    fact: str
    starts: tuple[int, ...]
    samples: tuple[Value, ...]
    default: int = -1

    def cell(self, value: Value) -> int:
        return bisect_right(self.starts, value) - 1

    def ask(self) -> Callable[[Value], int | None]:
        """`cell` as one fast call."""
        starts = self.starts
        return lambda value: bisect_right(starts, value) - 1

    def values(self, cell: int) -> tuple[Value, ...]:
        """The first number of a cell."""
        return (self.starts[cell],)


Cells = WordCells | NumberCells


def cells_of(program: Program) -> tuple[Cells, ...]:
    """The cells of every fact the program reads, in its order."""
    questions: dict[str, list[ValueSet]] = {fact: [] for fact in program.domains}
    for leaf in all_leaves(program):
        questions[leaf.fact].append(leaf.allowed)
    return tuple(_partition(fact, domain, questions[fact]) for fact, domain in program.domains.items())


def all_leaves(program: Program) -> tuple[Leaf, ...]:
    """Every question of the program, once."""
    found: dict[Leaf, None] = {}
    for group in program.groups:
        for clause in (*group.criteria, *group.funding):
            found.update(dict.fromkeys(leaves(clause.condition)))
    return tuple(found)


def _partition(fact: str, domain: Domain, sets: list[ValueSet]) -> Cells:
    if domain.limits is not None:
        low, high = domain.limits
        cuts = {low}
        for allowed in sets:
            assert isinstance(allowed, Numbers)
            for first, last in allowed.ranges:
                cuts.update(cut for cut in (first, last + 1) if low < cut <= high)
        starts = tuple(sorted(cuts))
        return NumberCells(fact, starts, starts)
    named: list[Value] = list(domain.words or ())
    if domain.words is None:
        named = sorted({name for allowed in sets if isinstance(allowed, Words) for name in allowed.names}, key=str)
        named.append(OTHER)
    cell_of: dict[tuple[bool, ...], int] = {}
    index: dict[Value, int] = {}
    samples: list[Value] = []
    for value in named:
        signature = tuple(value in allowed for allowed in sets)
        if signature not in cell_of:
            cell_of[signature] = len(samples)
            samples.append(value)
        index[value] = cell_of[signature]
    default = index.pop(OTHER) if domain.words is None else -1
    return WordCells(fact, index, default, tuple(samples))
