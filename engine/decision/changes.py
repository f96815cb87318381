"""The smallest changes of a person's facts that would flip the outcome: shortest ways through the diagram.

Only facts that a person can change are offered; age, family and place never are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from engine.decision.facts import Person
from engine.decision.meaning import Diagrams
from engine.decision.verdict import Decider
from engine.language.condition import Value
from engine.language.vocabulary import Language, Vocabulary
from engine.language.wording import value_text

STATED = 3
"""How many unknown facts a change may ask to be stated."""

_NEVER = 10**6

_Path = tuple[tuple[int, int], ...]
"""Facts to change, by level, each with its new cell."""


@dataclass(frozen=True, slots=True)
class Step:
    """One fact that would have to be otherwise: from a value (None: unknown) to any of these."""

    fact: str
    before: Value | None
    after: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Steps that together flip the outcome."""

    steps: tuple[Step, ...]


def smallest_changes(decider: Decider, person: Person, vocabulary: Vocabulary, limit: int = 5) -> tuple[Change, ...]:
    """Every smallest set of changes, at most `limit`; none where the outcome is open or nothing changeable flips it.

    What is unknown and not among the changes may turn out any way: the change flips the outcome regardless.
    """
    cells = decider.cells_for(person.facts)
    outcome = decider.verdict_of(decider.situation(cells)).outcome
    if outcome == "undetermined":
        return ()
    changeable = [vocabulary.facts[fact].changeable for fact in decider.facts]
    with decider.lock:
        paths = _fewest_first(decider, cells, changeable, wanted=outcome == "ineligible", limit=limit)
    return tuple(Change(tuple(_step(decider, person, *step) for step in path)) for path in paths[:limit])


def _fewest_first(
    decider: Decider, cells: Sequence[int], changeable: Sequence[bool], *, wanted: bool, limit: int
) -> list[_Path]:
    """Shortest paths, with as few unknown facts stated as it takes."""
    unknown = [level for level, cell in enumerate(cells) if cell < 0]
    open_to_say = [level for level in unknown if changeable[level]]
    best: list[_Path] = []
    for size in range(min(len(open_to_say), STATED) + 1):
        for stated in combinations(open_to_say, size):
            rest = [level for level in unknown if level not in stated]
            root = decider.diagrams.regardless_of(decider.coverage, rest, wanted)
            search = _Search(decider.diagrams, cells, changeable, wanted=wanted)
            for path in islice(search.shortest(root), limit):
                if not best or len(path) < len(best[0]):
                    best = [path]
                elif len(path) == len(best[0]) and path not in best:
                    best.append(path)
        if best and len(best[0]) <= size:
            break
    return best


def as_json(changes: tuple[Change, ...], vocabulary: Vocabulary, language: Language) -> list[dict[str, object]]:
    """Each change with what proves it, in the language asked."""
    return [
        {
            "facts": [
                {
                    "fact": step.fact,
                    "from": step.before,
                    "to": list(step.after),
                    "proof": vocabulary.facts[step.fact].proof(language),
                    "message": step_text(step, vocabulary, language),
                }
                for step in change.steps
            ]
        }
        for change in changes
    ]


def step_text(step: Step, vocabulary: Vocabulary, language: Language) -> str:
    """`hubungan kerja: bekerja di luar hubungan kerja atau ...`."""
    fact = vocabulary.facts[step.fact]
    either = {"id": " atau ", "en": " or "}[language]
    named = [value_text(fact, value, language) for value in step.after[:4]]
    more = "" if len(step.after) <= 4 else ", …"
    return f"{fact.label[language]}: {either.join(named)}{more}"


class _Search:
    """Paths to the wanted end with the fewest cells that differ from the person's."""

    def __init__(self, diagrams: Diagrams, cells: Sequence[int], changeable: Sequence[bool], *, wanted: bool) -> None:
        self.diagrams = diagrams
        self.cells = cells
        self.changeable = changeable
        self.wanted = wanted
        self.least: dict[int, int] = {}

    def shortest(self, root: int) -> Iterator[_Path]:
        if 0 < self._fewest(root) < _NEVER:
            yield from self._walk(root, ())

    def _cost(self, level: int, cell: int) -> int:
        if cell == self.cells[level]:
            return 0
        return 1 if self.changeable[level] else _NEVER

    def _fewest(self, node: int) -> int:
        found = self.least.get(node)
        if found is None:
            level = self.diagrams.level[node]
            if level == len(self.cells):
                found = 0 if self.diagrams.value[node] == self.wanted else _NEVER
            else:
                children = enumerate(self.diagrams.children[node])
                found = min(_NEVER, *(self._cost(level, cell) + self._fewest(child) for cell, child in children))
            self.least[node] = found
        return found

    def _walk(self, node: int, so_far: _Path) -> Iterator[_Path]:
        level = self.diagrams.level[node]
        if level == len(self.cells):
            yield so_far
            return
        for cell, child in enumerate(self.diagrams.children[node]):
            price = self._cost(level, cell)
            if price < _NEVER and price + self._fewest(child) == self._fewest(node):
                yield from self._walk(child, so_far if price == 0 else (*so_far, (level, cell)))


def _step(decider: Decider, person: Person, level: int, cell: int) -> Step:
    fact = decider.facts[level]
    return Step(fact, person.facts.get(fact), decider.cells[level].values(cell))
