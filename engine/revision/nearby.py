"""The person nearest to a given one who is among some people: as few facts otherwise as it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.decision.cells import Cells, NumberCells
from engine.decision.meaning import Diagrams
from engine.language.condition import Value
from engine.language.vocabulary import Vocabulary
from engine.revision.villages import village_in

_NEVER = 10**6
_VILLAGE = "kelurahan"


def nearby(
    diagrams: Diagrams, possible: int, people: int, person: Mapping[str, Value], vocabulary: Vocabulary
) -> dict[str, Value] | None:
    """Facts of somebody for certain among these people, who must be possible; None: there is nobody.

    The facts are those of `person` except where they must be otherwise; what stays unknown makes no difference.
    """
    cells = [_cell(partition, person) for partition in diagrams.cells]
    changed = _fewest(diagrams, people, cells)
    if changed is None:
        return None
    found = dict(person)
    for level in sorted(changed, key=lambda level: diagrams.cells[level].fact == _VILLAGE):
        partition = diagrams.cells[level]
        found[partition.fact] = _value(diagrams, partition, changed[level], found, vocabulary)
    for fact in [fact for fact in found if fact not in person]:
        without = {name: value for name, value in found.items() if name != fact}
        if sure(diagrams, possible, people, without):
            found = without
    return _in_one_city(found, {diagrams.cells[level].fact for level in changed}, vocabulary)


def fully_known(
    diagrams: Diagrams, possible: int, people: int, person: Mapping[str, Value], vocabulary: Vocabulary
) -> dict[str, Value]:
    """The person with every fact known, still among these people."""
    found, left = dict(person), diagrams.every((possible, people))
    for partition in sorted(diagrams.cells, key=lambda partition: partition.fact == _VILLAGE):
        if partition.fact not in found:
            for cell in range(len(partition.samples)):
                more = {**found, partition.fact: _value(diagrams, partition, cell, found, vocabulary)}
                if diagrams.restrict(left, [_cell(each, more) for each in diagrams.cells]) != diagrams.false:
                    found = more
                    break
    return found


def sure(diagrams: Diagrams, possible: int, people: int, person: Mapping[str, Value]) -> bool:
    """Whether the person is among these people whatever the unknown facts are, as far as facts fit together."""
    cells = [_cell(partition, person) for partition in diagrams.cells]
    return diagrams.restrict(diagrams.choose(possible, people, diagrams.true), cells) == diagrams.true


def _cell(partition: Cells, person: Mapping[str, Value]) -> int:
    value = person.get(partition.fact)
    return -1 if value is None else partition.cell(value)


def _fewest(diagrams: Diagrams, people: int, cells: Sequence[int]) -> dict[int, int] | None:
    """Cells that must be otherwise, by level, on a way to true that differs least from these."""
    best: dict[int, tuple[int, int]] = {}

    def cost(node: int) -> int:
        level = diagrams.level[node]
        if level == len(cells):
            return 0 if node == diagrams.true else _NEVER
        if node not in best:
            children = enumerate(diagrams.children[node])
            best[node] = min((cost(child) + (cell != cells[level]), cell) for cell, child in children)
        return best[node][0]

    if cost(people) >= _NEVER:
        return None
    found: dict[int, int] = {}
    node = people
    while diagrams.level[node] < len(cells):
        level, cell = diagrams.level[node], best[node][1]
        if cell != cells[level]:
            found[level] = cell
        node = diagrams.children[node][cell]
    return found


def _value(
    diagrams: Diagrams, partition: Cells, cell: int, person: Mapping[str, Value], vocabulary: Vocabulary
) -> Value:
    """A value of the cell: of numbers the one nearest to the person's, of villages one where the person lives."""
    if isinstance(partition, NumberCells):
        first = partition.starts[cell]
        last = (
            partition.starts[cell + 1] - 1
            if cell + 1 < len(partition.starts)
            else vocabulary.facts[partition.fact].high
        )
        before = person.get(partition.fact, first)
        assert isinstance(before, int)
        return min(max(before, first), last)
    if partition.fact != _VILLAGE:
        return partition.values(cell)[0]
    city = str(person.get("kota"))
    cities = next((other for other in diagrams.cells if other.fact == "kota"), None)
    there = cities.cell(city) if cities and "kota" in person else None
    code = village_in(partition, cell, vocabulary, city, cities, there) or village_in(partition, cell, vocabulary, city)
    assert code is not None, "no village is in this cell"
    return code


def _in_one_city(facts: dict[str, Value], changed: set[str], vocabulary: Vocabulary) -> dict[str, Value]:
    """A village that is not in the person's city any more gives way, or brings its city along."""
    village = facts.get(_VILLAGE)
    if village is None or vocabulary.city_of_region(str(village)) == facts.get("kota"):
        return facts
    if _VILLAGE not in changed:
        return {fact: value for fact, value in facts.items() if fact != _VILLAGE}
    return {**facts, "kota": vocabulary.city_of_region(str(village))}
