"""The person nearest to a given one who is among some people: as few facts otherwise as it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.decision.cells import Cells, NumberCells
from engine.decision.meaning import Diagrams
from engine.language.condition import Value
from engine.language.regions import villages_of
from engine.language.vocabulary import Vocabulary

_NEVER = 10**6


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
    for level, cell in changed.items():
        partition = diagrams.cells[level]
        found[partition.fact] = _value(partition, cell, person, vocabulary)
    for fact in [fact for fact in found if fact not in person]:
        without = {name: value for name, value in found.items() if name != fact}
        if sure(diagrams, possible, people, without):
            found = without
    return _in_one_city(diagrams, found, {diagrams.cells[level].fact for level in changed}, vocabulary)


def filled(
    diagrams: Diagrams, possible: int, people: int, person: Mapping[str, Value], vocabulary: Vocabulary
) -> dict[str, Value]:
    """The person with every fact known, still among these people."""
    found, left = dict(person), diagrams.every((possible, people))
    for partition in diagrams.cells:
        if partition.fact not in found:
            for cell in range(len(partition.samples)):
                more = {**found, partition.fact: _value(partition, cell, found, vocabulary)}
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


def _value(partition: Cells, cell: int, person: Mapping[str, Value], vocabulary: Vocabulary) -> Value:
    """A value of the cell: of numbers the one nearest to the person's, of villages one that no question names."""
    fact = vocabulary.facts[partition.fact]
    if isinstance(partition, NumberCells):
        first = partition.starts[cell]
        last = partition.starts[cell + 1] - 1 if cell + 1 < len(partition.starts) else fact.high
        before = person.get(partition.fact, first)
        assert isinstance(before, int)
        return min(max(before, first), last)
    named = partition.values(cell)
    if named:
        return named[0]
    city = vocabulary.facts["kota"].words.get(str(person.get("kota")))
    others = (
        (code for code, _ in villages_of(city.region) if code not in partition.index) if city and city.region else ()
    )
    return next(iter(others), _anywhere(partition.index))


def _anywhere(named: Mapping[Value, int]) -> str:
    """A village of Kota Tegal that no question names."""
    return next(code for code, _ in villages_of("33.76") if code not in named)


def _in_one_city(
    diagrams: Diagrams, facts: dict[str, Value], changed: set[str], vocabulary: Vocabulary
) -> dict[str, Value]:
    """A village that is not in the person's city any more gives way, or brings its city along."""
    village = facts.get("kelurahan")
    if village is None or vocabulary.city_of_region(str(village)) == facts.get("kota"):
        return facts
    if "kelurahan" not in changed:
        return {fact: value for fact, value in facts.items() if fact != "kelurahan"}
    named = next((partition for partition in diagrams.cells if partition.fact == "kelurahan"), None)
    assert named is not None
    fitting = (
        code for code in named.values(named.cell(village)) if vocabulary.city_of_region(str(code)) == facts.get("kota")
    )
    chosen = str(next(fitting, village))
    return {**facts, "kelurahan": chosen, "kota": vocabulary.city_of_region(chosen)}
