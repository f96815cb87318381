"""The smallest people by whom two policies differ, each decided in full under both before anybody hears of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from engine.decision.cells import NumberCells
from engine.decision.decide import Desk
from engine.decision.decision import Decision, Finding
from engine.decision.facts import person
from engine.decision.judge import Disagreement
from engine.language.condition import NO_OCCUPATION, RULING, Value
from engine.language.diagnostic import Diagnostic
from engine.language.messages.words import WORDING
from engine.language.vocabulary import Language
from engine.language.wording import value_text
from engine.revision.difference.joint import THEIR_VILLAGE, VILLAGE, Joint, Side
from engine.revision.villages import village_in

SideName = Literal["old", "new"]
Told = Callable[[Decision, Decision], bool]
"""Whether what the engine decides under both policies is what the diagrams say."""

_ORDINARY = frozenset({"tidak_ada", "bukan_pegawai", "luar_hubungan_kerja"})
"""Of values that make no difference, those of most people."""
_UNLIKELY = 2
"""What a witness without an occupation costs, in facts: others are told first."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One person, and the decisions of both sides. What is not among the facts does not matter.

    `there`: the facts that are otherwise for the same person in the second city. `alike`: other values of a fact by
    which both policies decide the same. `ruling`: the ruling by which the sides differ, where nobody has made one; the
    decisions are those without it.
    """

    facts: Mapping[str, Value]
    there: Mapping[str, Value]
    alike: Mapping[str, tuple[Value, ...]]
    old: Decision
    new: Decision
    ruling: bool | None

    @property
    def on_assumption(self) -> bool:
        """Whether a refusal on either side rests on assumptions alone."""
        notices = (*self.old.notices, *self.new.notices)
        return any(notice.code == "refusal_on_assumption" for notice in notices)

    def told(self, language: Language) -> str:
        """The person in words: `pekerjaan: buruh batik; usia: 18 tahun`."""
        facts = self.old.vocabulary.facts
        parts = [
            f"{facts[fact].label[language]}: {value_text(facts[fact], value, language)}" for fact, value in self._own()
        ]
        return "; ".join(parts) or WORDING["anybody"][language]

    def told_alike(self, language: Language, most: int = 6) -> str:
        """Who else stands for the same: `pekerjaan: marbot musala`."""
        facts = self.old.vocabulary.facts
        parts = []
        for fact, values in self.alike.items():
            named = [value_text(facts[fact], value, language) for value in values[:most]]
            more = f", … (+{len(values) - most})" if len(values) > most else ""
            parts.append(f"{facts[fact].label[language]}: {', '.join(named)}{more}")
        return "; ".join(parts)

    def _own(self) -> Iterator[tuple[str, Value]]:
        """Without the place, where the person lives in each city in turn."""
        return ((fact, value) for fact, value in self.facts.items() if not (self.there and fact in ("kota", VILLAGE)))

    def as_json(self, language: Language) -> dict[str, object]:
        return {
            "facts": dict(self.facts),
            "facts_new": {**self.facts, **self.there} if self.there else None,
            "person": self.told(language),
            "alike": {fact: list(values) for fact, values in self.alike.items()},
            "on_assumption": self.on_assumption,
            "ruling": self.ruling,
            "old": self.old.as_json(language),
            "new": self.new.as_json(language),
        }


class Search:
    """Looks for people in the joint space of two sides."""

    def __init__(self, desk: Desk, joint: Joint, old: Side, new: Side, *, at_home: bool) -> None:
        self.desk = desk
        self.joint = joint
        self.old = old
        self.new = new
        self.at_home = at_home and old.policy.city != new.policy.city
        presumed = desk.library.vocabulary.presumed
        self.cells = {partition.fact: partition for partition in joint.diagrams.cells}
        self.presumed = {fact: self.cells[fact].cell(value) for fact, value in presumed.items() if fact in self.cells}

    def smallest(self, people: int, told: Told) -> Witness | None:
        """The person with the fewest facts; None: there is nobody. Raises Disagreement where no decision confirms."""
        path = self._path(people)
        if path is None:
            return None
        facts, there = self._facts(path)
        for ruling in (None, False, True) if RULING not in path else (None,):
            ruled: dict[str, Value] = {} if ruling is None else {RULING: ruling}
            if told(*self._decided({**facts, **ruled}, there)):
                return Witness(facts, there, self._alike(path, facts), *self._decided(facts, there), ruling)
        raise Disagreement(f"{self.old.policy.id}, {self.new.policy.id}: no decision confirms what the diagrams say")

    def several(self, people: int, told: Told, refused: SideName, limit: int) -> tuple[tuple[Witness, ...], bool]:
        """Smallest people, each refused by the side `old` or `new` for other reasons; and whether there are more."""
        found: list[Witness] = []
        half = self.joint.old if refused == "old" else self.joint.new
        while len(found) < limit:
            witness = self.smallest(people, told)
            if witness is None:
                return tuple(found), False
            found.append(witness)
            decision = witness.old if refused == "old" else witness.new
            failed = [
                self.joint.diagrams.choose(root, self.joint.diagrams.false, self.joint.diagrams.true)
                for (group, criterion), root in _roots(half.criteria)
                if _position(decision, group, criterion).result == "failed"
            ]
            people = self.joint.without(people, self.joint.diagrams.every(failed))
        return tuple(found), people != self.joint.diagrams.false

    def _decided(self, facts: Mapping[str, Value], there: Mapping[str, Value]) -> tuple[Decision, Decision]:
        return self._by(self.old, facts), self._by(self.new, {**facts, **there})

    def _by(self, side: Side, facts: Mapping[str, Value]) -> Decision:
        faults: list[Diagnostic] = []
        applicant = person(dict(facts), self.desk.library.vocabulary, side.day, faults)
        assert not faults, [fault.code for fault in faults]
        return self.desk.decide(side.policy, applicant, side.day)

    def _path(self, people: int) -> Mapping[str, int] | None:
        """Cells that lead to the people, stating as few facts as it takes; what is presumed need not be stated."""
        diagrams = self.joint.diagrams
        best: dict[int, tuple[int, dict[str, int]] | None] = {}

        def shortest(node: int) -> tuple[int, dict[str, int]] | None:
            if node not in best:
                best[node] = None
                if diagrams.level[node] == len(diagrams.cells):
                    best[node] = (0, {}) if diagrams.value[node] is True else None
                else:
                    fact = diagrams.cells[diagrams.level[node]].fact
                    for cell, child in enumerate(diagrams.children[node]):
                        rest, known = shortest(child), best[node]
                        if rest is None:
                            continue
                        cost = rest[0] + self._cost(fact, cell)
                        if known is None or cost < known[0]:
                            best[node] = (cost, {fact: cell, **rest[1]})
            return best[node]

        found = shortest(people)
        return None if found is None else found[1]

    def _cost(self, fact: str, cell: int) -> int:
        """Facts to state for this cell."""
        if self.presumed.get(fact) == cell:
            return 0
        idle = fact == "pekerjaan" and NO_OCCUPATION.issuperset(map(str, self.cells[fact].values(cell)))
        return 1 + _UNLIKELY * idle

    def _facts(self, path: Mapping[str, int]) -> tuple[dict[str, Value], dict[str, Value]]:
        """The stated facts of the person, and what is otherwise in the second city."""
        facts = {
            fact: self._value(fact, cell)
            for fact, cell in path.items()
            if self.presumed.get(fact) != cell and fact not in (VILLAGE, THEIR_VILLAGE)
        }
        vocabulary = self.desk.library.vocabulary
        if VILLAGE in path:
            code = self._village(VILLAGE, path, lambda city: city)
            facts |= {"kota": vocabulary.city_of_region(code), VILLAGE: code}
        there: dict[str, Value] = {}
        if self.at_home and "kota" in facts:
            there["kota"] = self._moved(str(facts["kota"]))
        if self.at_home and VILLAGE in facts:
            there[VILLAGE] = "tidak_diketahui"
        if THEIR_VILLAGE in path:
            code = self._village(THEIR_VILLAGE, path, self._moved)
            there |= {"kota": vocabulary.city_of_region(code), VILLAGE: code}
        return facts, there

    def _moved(self, city: str) -> str:
        one, two = self.old.policy.city, self.new.policy.city
        return {one: two, two: one}.get(city, city)

    def _value(self, fact: str, cell: int) -> Value:
        """A value of the cell; of numbers the one next to the border that is told apart."""
        cells = self.cells[fact]
        if isinstance(cells, NumberCells) and cell == 0 and len(cells.starts) > 1:
            return cells.starts[1] - 1
        if fact == "kota":
            own = self.old.policy.city
            return own if cells.cell(own) == cell else cells.values(cell)[0]
        values = cells.values(cell)
        return next((value for value in values if value in _ORDINARY), values[0])

    def _village(self, fact: str, path: Mapping[str, int], moved: Callable[[str], str]) -> str:
        """A village of the cell, in a city of the other cell; `moved` tells where that city's people live here."""
        first = moved(self.old.policy.city)
        cities, city = self.cells.get("kota"), path.get("kota")
        code = village_in(self.cells[fact], path[fact], self.desk.library.vocabulary, first, cities, city, moved)
        if code is None:
            raise Disagreement(f"{fact}: no village where the diagrams put one")
        return code

    def _alike(self, path: Mapping[str, int], facts: Mapping[str, Value]) -> dict[str, tuple[Value, ...]]:
        found = {}
        for fact, chosen in facts.items():
            cells = self.cells.get(fact)
            if cells is None or isinstance(cells, NumberCells) or fact in (VILLAGE, "kota"):
                continue
            others = tuple(value for value in cells.values(path[fact]) if value != chosen)
            if others:
                found[fact] = others
        return found


def _roots(criteria: tuple[tuple[int, ...], ...]) -> Iterator[tuple[tuple[int, int], int]]:
    for group, roots in enumerate(criteria):
        for criterion, root in enumerate(roots):
            yield (group, criterion), root


def _position(decision: Decision, group: int, criterion: int) -> Finding:
    entry = decision.policy.groups[group]
    wanted = entry.criteria[criterion]
    return next(f for f in decision.findings if f.group is entry and f.criterion is wanted)
