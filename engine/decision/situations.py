"""A person's situation in a block: the cells of the facts the block reads, as one number in mixed radix.

Digit 0 of a fact is *unknown*, digit n + 1 is its cell n.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.decision.cells import Cells
from engine.decision.program import Clause, Program
from engine.language.condition import leaves

LIMIT = 2**62
UNKNOWN = -1


class TooManySituations(Exception):
    """A block tells more situations apart than an integer column can number."""

    def __init__(self, block: str) -> None:
        super().__init__(block)
        self.block = block


@dataclass(frozen=True, slots=True)
class Block:
    """One group's criteria, or its funding rules; `levels` are positions among the program's facts."""

    name: str
    clauses: tuple[Clause, ...]
    levels: tuple[int, ...]
    weights: tuple[int, ...]

    def number(self, cells: Sequence[int]) -> int:
        """The situation of a person whose facts have these cells (-1: unknown)."""
        total = 0
        for level, weight in zip(self.levels, self.weights, strict=True):
            total += (cells[level] + 1) * weight
        return total

    def cells(self, number: int, facts: int) -> list[int]:
        """The cells that make this situation, for all facts of the program (-1 where the block reads nothing)."""
        found = [UNKNOWN] * facts
        for level, weight in zip(reversed(self.levels), reversed(self.weights), strict=True):
            digit, number = divmod(number, weight)
            found[level] = digit - 1
        return found


def blocks_of(program: Program, cells: Sequence[Cells]) -> tuple[Block, ...]:
    """Two blocks a group, in order: criteria, funding. Raises TooManySituations."""
    position = {fact: level for level, fact in enumerate(program.domains)}
    found = []
    for group in program.groups:
        for name, clauses in (("kriteria", group.criteria), ("pendanaan", group.funding)):
            read = sorted({position[leaf.fact] for clause in clauses for leaf in leaves(clause.condition)})
            weights, size = [], 1
            for level in read:
                weights.append(size)
                size *= len(cells[level].samples) + 1
            if size > LIMIT:
                raise TooManySituations(f"{group.id}.{name}")
            found.append(Block(f"{group.id}.{name}", clauses, tuple(read), tuple(weights)))
    return tuple(found)
