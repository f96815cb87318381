"""The exact meaning of a program: reduced decision diagrams over the cells of its facts.

A node asks one fact and has a child for each of its cells; equal nodes are one node, and a node whose
children are all the same is not there. So two conditions mean the same when their diagrams are the
same number, and the facts that occur in what is left after the known ones are exactly those that
still decide. (Multi-valued form of R. Bryant's diagrams, IEEE Transactions on Computers, 1986.)
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import assert_never

from engine.decision.cells import Cells
from engine.language.condition import AllOf, AnyOf, Core, Leaf, NotThis


class TooLarge(Exception):
    """The diagrams of a program grew past the bound."""


class Diagrams:
    """A store of shared diagrams. Nodes and terminals are numbers of this store."""

    def __init__(self, cells: Sequence[Cells], limit: int = 500_000) -> None:
        self.cells = tuple(cells)
        self.limit = limit
        self.level: list[int] = []
        self.children: list[tuple[int, ...]] = []
        self.value: list[Hashable] = []
        self._nodes: dict[tuple[int, tuple[int, ...]], int] = {}
        self._terminals: dict[Hashable, int] = {}
        self._choices: dict[tuple[int, int, int], int] = {}
        self._supports: dict[int, int] = {}
        self._ends: dict[int, frozenset[Hashable]] = {}
        self._position = {partition.fact: level for level, partition in enumerate(self.cells)}
        self.false = self.terminal(False)
        self.true = self.terminal(True)

    def terminal(self, value: Hashable) -> int:
        key = (type(value), value)
        if key not in self._terminals:
            self._terminals[key] = self._add(len(self.cells), (), value)
        return self._terminals[key]

    def node(self, level: int, children: tuple[int, ...]) -> int:
        if children.count(children[0]) == len(children):
            return children[0]
        key = (level, children)
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = self._add(level, children, None)
        return found

    def of(self, core: Core) -> int:
        """The diagram of a condition."""
        match core:
            case Leaf(fact, allowed):
                level = self._position[fact]
                answers = (value in allowed for value in self.cells[level].samples)
                return self.node(level, tuple(self.true if answer else self.false for answer in answers))
            case AllOf(parts):
                return self.every([self.of(part) for part in parts])
            case AnyOf(parts):
                return self.either([self.of(part) for part in parts])
            case NotThis(part):
                return self.choose(self.of(part), self.false, self.true)
            case _:
                assert_never(core)

    def every(self, parts: Sequence[int]) -> int:
        whole = self.true
        for part in parts:
            whole = self.choose(whole, part, self.false)
        return whole

    def either(self, parts: Sequence[int]) -> int:
        whole = self.false
        for part in parts:
            whole = self.choose(whole, self.true, part)
        return whole

    def choose(self, condition: int, then: int, otherwise: int) -> int:
        """`then` where the condition holds, else `otherwise`; those two may end in any values."""
        if condition == self.true or then == otherwise:
            return then
        if condition == self.false:
            return otherwise
        key = (condition, then, otherwise)
        found = self._choices.get(key)
        if found is None:
            level = min(self.level[condition], self.level[then], self.level[otherwise])
            width = len(self.cells[level].samples)
            true, false = self.true, self.false
            parts = zip(*[self._at(node, level, width) for node in key], strict=True)
            children = [
                t if c == true or t == o else o if c == false else self.choose(c, t, o)
                for c, t, o in parts
            ]  # fmt: skip
            found = self._choices[key] = self.node(level, tuple(children))
        return found

    def restrict(self, node: int, known: Sequence[int]) -> int:
        """What is left of the diagram once the known cells (-1: unknown) are filled in."""
        done: dict[int, int] = {}

        def left(current: int) -> int:
            level = self.level[current]
            while level < len(self.cells) and known[level] >= 0:
                current = self.children[current][known[level]]
                level = self.level[current]
            if level == len(self.cells):
                return current
            if current not in done:
                done[current] = self.node(level, tuple(left(child) for child in self.children[current]))
            return done[current]

        return left(node)

    def regardless_of(self, node: int, levels: Sequence[int], wanted: bool) -> int:
        """True (or False, if that is wanted) only where the diagram is so whatever these facts turn out to be."""
        done: dict[int, int] = {}

        def settled(current: int) -> int:
            if self.level[current] == len(self.cells):
                return current
            if current not in done:
                children = tuple(settled(child) for child in self.children[current])
                if self.level[current] not in levels:
                    done[current] = self.node(self.level[current], children)
                else:
                    done[current] = self.every(children) if wanted else self.either(children)
            return done[current]

        return settled(node) if levels else node

    def relabel(self, node: int, change: Callable[[Hashable], Hashable], known: dict[int, int] | None = None) -> int:
        """The same diagram with other values at its ends; `known` remembers nodes for the next call."""
        done = {} if known is None else known

        def changed(current: int) -> int:
            if current not in done:
                if self.level[current] == len(self.cells):
                    done[current] = self.terminal(change(self.value[current]))
                else:
                    parts = tuple(changed(child) for child in self.children[current])
                    done[current] = self.node(self.level[current], parts)
            return done[current]

        return changed(node)

    def support(self, node: int) -> frozenset[int]:
        """Levels of the facts that decide the diagram's value in at least one way to fill in the rest."""
        return frozenset(levels_of(self.support_bits(node)))

    def support_bits(self, node: int) -> int:
        """The same as a number: bit n for level n."""
        found = self._supports.get(node)
        if found is None:
            level = self.level[node]
            found = 0
            if level != len(self.cells):
                found = 1 << level
                for child in self.children[node]:
                    found |= self.support_bits(child)
            self._supports[node] = found
        return found

    def ends(self, node: int) -> frozenset[Hashable]:
        """Every value that the diagram can end in."""
        found = self._ends.get(node)
        if found is None:
            if self.level[node] == len(self.cells):
                found = frozenset((self.value[node],))
            else:
                found = frozenset().union(*map(self.ends, set(self.children[node])))
            self._ends[node] = found
        return found

    def path(self, node: int, wanted: Hashable) -> Mapping[str, int] | None:
        """Cells that lead to the wanted value, asking as few facts as the diagram allows; None: there are none."""
        best: dict[int, dict[str, int] | None] = {}

        def shortest(current: int) -> dict[str, int] | None:
            if current not in best:
                best[current] = None
                if self.level[current] == len(self.cells):
                    best[current] = {} if self.value[current] == wanted else None
                else:
                    fact = self.cells[self.level[current]].fact
                    for cell, child in enumerate(self.children[current]):
                        rest = shortest(child)
                        known = best[current]
                        if rest is not None and (known is None or len(rest) + 1 < len(known)):
                            best[current] = {fact: cell, **rest}
            return best[current]

        return shortest(node)

    def __len__(self) -> int:
        return len(self.level)

    def _at(self, node: int, level: int, width: int) -> tuple[int, ...]:
        return self.children[node] if self.level[node] == level else (node,) * width

    def _add(self, level: int, children: tuple[int, ...], value: Hashable) -> int:
        if len(self.level) >= self.limit:
            raise TooLarge(f"more than {self.limit} nodes")
        self.level.append(level)
        self.children.append(children)
        self.value.append(value)
        return len(self.level) - 1


def levels_of(bits: int) -> list[int]:
    """The levels that a number of `Diagrams.support_bits` stands for, in order."""
    return [level for level in range(bits.bit_length()) if bits >> level & 1]
