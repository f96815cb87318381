"""The numbers of an impact's tables, each with the block of rows that stands behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.decision.program import ONGOING
from engine.language.library import Library
from engine.language.messages.impact import DIMENSION_LABELS, IMPACT, KIND_LABELS
from engine.language.vocabulary import Language
from engine.language.wording import grouped
from engine.registry.allocation.months import mask_of, stretches
from engine.revision.impact import behind
from engine.revision.impact.displacement import MOVES, Displacement
from engine.revision.impact.impact import Because, Impact
from engine.revision.impact.kinds import KINDS, Kind
from engine.revision.impact.lines import CHANGES, lines, named
from engine.revision.impact.people import DIMENSIONS, KIND, NEW, OLD, SIDES
from engine.revision.impact.sections import Block, Section, Unaccounted, gather
from engine.revision.impact.showing import criteria_of
from engine.revision.impact.told import Amounts

LINES = 1_000
"""Values of a dimension that a table has a line for; the others share one."""
_PAID = [f"{name}_{side}" for side in SIDES for name in ("dana", "dari", "sampai", "iuran")]
_GRANTED = [behind.SOURCE, *(behind.granted(side, month) for side in SIDES for month in behind.MONTHS)]


@dataclass(frozen=True, slots=True)
class Line:
    """A source in a month: rupiah before, after and between, and the block behind each."""

    source: str
    month: int
    amounts: tuple[int, int, int]
    blocks: tuple[Block | None, Block | None, Block | None]


class Numbers:
    """An impact whose rows are kept, put into blocks."""

    def __init__(self, found: Impact, moved: Displacement | None, library: Library, language: Language) -> None:
        assert found.people
        self.found, self.moved, self.library, self.language = found, moved, library, language
        self.people = found.people
        self.say = {key: label[language] for key, label in IMPACT.items()}
        self.kinds = {kind: KIND_LABELS[kind][language] for kind in KINDS}
        self.sections: list[Section] = []
        self.of_kind = {kind: self._of_kind(kind) for kind in KINDS}
        self.of_side, self.ongoing = self._summary()
        self.of_reason = self._reasons()
        self.by = {name: self._by(name) for name in DIMENSIONS}
        section, amounts = self._section(self.say["money"], self.people, _PAID), (found.old.money(), found.new.money())
        self.money = self._money(section, amounts, behind.paid, behind.paid_otherwise, behind.amount)
        self.money_in_all = self._in_all(section, amounts, behind.amount_in_all)
        self.of_move: dict[str, Block | None] = {}
        self.budgeted: list[Line] = []
        self.budgeted_in_all: Line | None = None
        if moved:
            self._with_budget(moved)
        gather(self.sections)

    def _section(
        self, what: str, path: Path, reads: list[str], shape: str = "people", *, alone: bool = False
    ) -> Section:
        name = what if alone else self.say["rows_of"].format(what=what[0].lower() + what[1:])
        self.sections.append(Section(name[:31], name, path, shape, reads, alone=alone))  # type: ignore[arg-type]
        return self.sections[-1]

    def _of_kind(self, kind: Kind) -> Block | None:
        """A kind's own sheet; those whom nothing changes for are only said to be in the file."""
        if kind not in CHANGES or not self.found.kinds[kind]:
            return None
        section = self._section(self.kinds[kind], self.people, [KIND], alone=True)
        return section.add(self.kinds[kind], behind.of_kind(kind), self.found.kinds[kind])

    def _summary(self) -> tuple[dict[str, Block | None], Block | None]:
        section = self._section(self.say["summary"], self.people, [KIND, ONGOING, *(f"hasil_{side}" for side in SIDES)])
        ongoing = section.add(self.say["ongoing_out"], behind.ongoing_out(), self.found.ongoing_out)
        if self.found.kinds["same"]:
            where = behind.of_kind("same")
            self.of_kind["same"] = section.add(self.kinds["same"], where, self.found.kinds["same"], carried=False)
        of_side = {}
        for side, each in ((OLD, self.found.old), (NEW, self.found.new)):
            text = self.say["eligible_before"].format(policy=each.policy.id)
            where = behind.of_outcome(side, "eligible")
            of_side[side] = section.add(text, where, each.count("eligible"), carried=False)
        return of_side, ongoing

    def _reasons(self) -> list[tuple[Because, str, Block | None, Block | None]]:
        """Each reason in words, with the block of its people and of those for whom it is the only one."""
        reads = [KIND, *dict.fromkeys(behind.REASON.values())]
        section = self._section(self.say["because"], self.people, reads)
        sides = {"gain": criteria_of(self.found.old.outlines)}
        new = criteria_of(self.found.new.outlines)
        told = []
        for each in self.found.because:
            name = sides.get(each.kind, new)[f"{each.group}.{each.criterion}"][self.language]
            heading = f"{self.kinds[each.kind]} · {name}"
            people = section.add(heading, behind.for_reason(each, alone=False), each.people)
            alone = people
            if each.alone != each.people:
                heading = f"{self.kinds[each.kind]} · {self.say['alone_of'].format(criterion=name)}"
                alone = section.add(heading, behind.for_reason(each, alone=True), each.alone)
            told.append((each, name, people, alone))
        return told

    def _by(self, name: str) -> list[tuple[str, dict[Kind, int], dict[Kind, Block | None]]]:
        """The lines of a dimension, named, with people by kind and the block behind each."""
        label = DIMENSION_LABELS[name][self.language]
        section = self._section(label, self.people, [KIND, name])
        every = lines(self.found, name)
        told = [
            (named(name, value, self.library, self.language), counts, behind.equal(name, value))
            for value, counts in every
        ]
        if len(every) > LINES:
            rest = {kind: sum(counts[kind] for _, counts in every[LINES:]) for kind in KINDS}
            text = self.say["others"].format(count=grouped(len(every) - LINES, self.language))
            told = [*told[:LINES], (text, rest, behind.among_none(name, [value for value, _ in every[:LINES]]))]
        return [
            (
                text,
                counts,
                {
                    kind: section.add(
                        f"{self.kinds[kind]} · {label}: {text}",
                        behind.every([behind.of_kind(kind), where]),
                        counts[kind],
                        carried=kind in CHANGES,
                    )
                    for kind in KINDS
                },
            )
            for text, counts, where in told
        ]

    def _money(
        self,
        section: Section,
        amounts: tuple[Amounts, Amounts],
        paid: Callable[[str, str, int], str],
        otherwise: Callable[[str, int], str],
        amount: Callable[[str, str, int], str],
    ) -> list[Line]:
        """Lines by source and month; months whose rows are the same, with the same rupiah, share a block."""
        keys = sorted({*amounts[0], *amounts[1]})
        alike: dict[tuple[object, ...], list[int]] = {}
        asked: dict[tuple[str, int, int], tuple[object, ...]] = {}
        for source, month in keys:
            both = amount(OLD, source, month), amount(NEW, source, month)
            wheres = paid(OLD, source, month), paid(NEW, source, month), otherwise(source, month)
            wanted = [found.get((source, month), 0) for found in amounts]
            sums = [section.sum(where, each) for where, each in zip(wheres, both, strict=False)]
            between = section.sum(wheres[2], both[1]) - section.sum(wheres[2], both[0])
            if [*sums, between] != [*wanted, wanted[1] - wanted[0]]:
                raise Unaccounted(wheres[2])
            for view, where in enumerate(wheres):
                shown = both if view == 2 else (both[view], both[view])
                asked[source, month, view] = (source, view, section.sign(where, shown))
                alike.setdefault(asked[source, month, view], []).append(month)
        blocks: dict[tuple[object, ...], Block | None] = {}
        told = []
        for source, month in keys:
            behind_it = []
            for view in range(3):
                sign = asked[source, month, view]
                if sign not in blocks:
                    blocks[sign] = self._paid(section, source, alike[sign], view, paid, otherwise, amount)
                behind_it.append(blocks[sign])
            before, after = (found.get((source, month), 0) for found in amounts)
            told.append(
                Line(source, month, (before, after, after - before), (behind_it[0], behind_it[1], behind_it[2]))
            )
        return told

    def _in_all(self, section: Section, amounts: tuple[Amounts, Amounts], amount: Callable[[str], str]) -> Line:
        """The line of all sources and months: who stands behind it is counted and said, not carried."""
        both = amount(OLD), amount(NEW)
        wheres = behind.some(both[0]), behind.some(both[1]), behind.differing(both)
        before, after = (sum(each.values()) for each in amounts)
        sums = section.sum(wheres[0], both[0]), section.sum(wheres[1], both[1])
        between = section.sum(wheres[2], both[1]) - section.sum(wheres[2], both[0])
        if (*sums, between) != (before, after, after - before):
            raise Unaccounted(wheres[2])
        names = (self.say[key] for key in ("before", "after", "difference"))
        blocks = [
            section.add(f"{self.say['money']}, {self.say['count']}: {name}", where, carried=False)
            for name, where in zip(names, wheres, strict=True)
        ]
        return Line("", 0, (before, after, after - before), (blocks[0], blocks[1], blocks[2]))

    def _paid(
        self,
        section: Section,
        source: str,
        months: list[int],
        view: int,
        paid: Callable[[str, str, int], str],
        otherwise: Callable[[str, int], str],
        amount: Callable[[str, str, int], str],
    ) -> Block | None:
        name, month = self.library.vocabulary.sources[source].label[self.language], months[0]
        when = stretches(sum(mask_of(each, each) for each in months))
        if view == 2:
            heading = self.say["difference_of"].format(source=name, months=when)
            both = amount(OLD, source, month), amount(NEW, source, month)
            return section.add(heading, otherwise(source, month), amounts=both)
        side, key = ((OLD, "before"), (NEW, "after"))[view]
        heading = self.say["side_of"].format(side=self.say[key], source=name, months=when)
        return section.add(heading, paid(side, source, month), carried=False)

    def _with_budget(self, moved: Displacement) -> None:
        assert moved.moved and moved.granted
        section = self._section(self.say["move"], moved.moved, [behind.MOVE], "moved")
        self.of_move = {move: section.add(self.say[move], behind.moved(move), moved.people(move)) for move in MOVES}
        what = f"{self.say['money']} {self.say['with_budget_short']}"
        section = self._section(what, moved.granted, _GRANTED, "granted")
        amounts = moved.old, moved.new
        self.budgeted = self._money(
            section, amounts, behind.granted_to, behind.granted_otherwise,
            lambda side, _, month: behind.granted(side, month),
        )  # fmt: skip
        self.budgeted_in_all = self._in_all(section, amounts, behind.granted_in_all)
