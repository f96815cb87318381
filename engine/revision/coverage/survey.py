"""A policy on a day with the goals of every sentence, over cells fine enough to tell their sides apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.decision.cells import cells_of
from engine.decision.judge import Result
from engine.decision.meaning import Diagrams
from engine.decision.program import Clause, GroupProgram, NationalMissing, Program, domains, setting_of
from engine.language.condition import (
    ALWAYS,
    Among,
    Between,
    Condition,
    Either,
    Listed,
    Setting,
    UnknownNational,
    resolve,
)
from engine.language.library import Library
from engine.language.messages.testing import TESTING
from engine.language.policy import FundingRule, Policy
from engine.language.vocabulary import Label, Vocabulary
from engine.language.wording import Terms, filled, in_both
from engine.revision import tree, where
from engine.revision.coverage.goals import Goal, Key, Kind, Part, Sentence, Side
from engine.revision.coverage.questions import Question, questions
from engine.revision.space import NODES, fitting
from engine.revision.where import Where

NEVER = Either(())


@dataclass(frozen=True, slots=True)
class Survey:
    diagrams: Diagrams
    possible: int
    """Where facts fit together."""
    sentences: tuple[Sentence, ...]
    covered: int
    """Whom the policy covers."""


def survey(library: Library, policy: Policy, day: date) -> Survey:
    """Raises NationalMissing, TooLarge."""
    national = library.national.on(day)
    setting = setting_of(policy, library.vocabulary, national)
    terms = Terms(library.vocabulary, policy, national)
    try:
        clauses = [
            replace(clause, asked=tuple(questions(clause.tree, terms, setting)))
            for clause in _clauses(policy, library.vocabulary)
        ]
        return _Surveyor(terms, setting, clauses).survey()
    except UnknownNational as missing:
        raise NationalMissing(policy.id, missing.name, day) from missing


@dataclass(frozen=True, slots=True)
class _Clause:
    """A sentence before there are diagrams: its condition spelled out, and what is asked about its values."""

    part: Part
    about: Key
    where: Where
    tree: Condition
    group: int
    rule: FundingRule | None = None
    asked: tuple[tuple[Kind, tuple[Question, ...]], ...] = ()

    @property
    def draft(self) -> bool:
        return self.rule is not None and self.rule.status == "draft"


def _clauses(policy: Policy, vocabulary: Vocabulary) -> Iterator[_Clause]:
    for index, group in enumerate(policy.groups):
        for criterion in group.criteria:
            asked = tree.of_criterion(criterion, policy)
            yield _Clause("criterion", (group.id, criterion.id), where.of_criterion(criterion), asked, index)
        for number, rule in enumerate(group.funding):
            asked = tree.spelled_out(rule.condition, policy)
            yield _Clause("funding", (group.id, number), where.of_rule(rule, vocabulary), asked, index, rule)
    for priority in policy.priorities:
        asked = tree.spelled_out(priority.condition, policy)
        yield _Clause("priority", (priority.id,), where.of_priority(priority), asked, -1)


class _Surveyor:
    def __init__(self, terms: Terms, setting: Setting, clauses: Sequence[_Clause]) -> None:
        self.terms = terms
        self.setting = setting
        self.clauses = clauses
        cores = [resolve(clause.tree, setting) for clause in clauses]
        probes = [question.core for clause in clauses for _, sides in clause.asked for question in sides]
        asked = tuple(Clause(str(number), core) for number, core in enumerate((*cores, *probes)))
        groups = (GroupProgram("", asked, ()),)
        cells = cells_of(Program(terms.policy.id, "", groups, domains(groups, terms.vocabulary.facts)))
        self.diagrams = Diagrams(cells, NODES)
        self.possible = fitting(self.diagrams, terms.vocabulary.city_of_region)
        self.roots = [self.diagrams.of(core) for core in cores]
        self.covered = [self._covered(index) for index in range(len(terms.policy.groups))]

    def survey(self) -> Survey:
        found = tuple(self._sentence(number, clause) for number, clause in enumerate(self.clauses))
        return Survey(self.diagrams, self.possible, found, self.diagrams.either(self.covered))

    def _sentence(self, number: int, clause: _Clause) -> Sentence:
        whom = self._whom(number, clause)
        goals = [
            *self._results(number, clause, whom),
            *(self._of_values(kind, sides, whom) for kind, sides in clause.asked),
            *self._conditions(number, clause, whom),
            *self._pays(number, clause, whom),
        ]
        shown = tuple(goal for goal in goals if goal.sides)
        return Sentence(clause.part, clause.about, clause.where, shown, self.roots[number], whom)

    def _whom(self, number: int, clause: _Clause) -> int:
        """For whom the clause decides: who meets the group's other criteria; who is in the group; who is covered."""
        match clause.part:
            case "criterion":
                return self._covered(clause.group, without=number)
            case "funding":
                above = self.diagrams.either(self.covered[: clause.group])
                return self.diagrams.choose(above, self.diagrams.false, self.covered[clause.group])
            case _:
                return self.diagrams.either(self.covered)

    def _covered(self, group: int, without: int | None = None) -> int:
        """Whom the group covers, or would cover without one of its criteria."""
        criteria = [
            self.roots[number]
            for number, clause in enumerate(self.clauses)
            if clause.part == "criterion" and clause.group == group and number != without
        ]
        return self.diagrams.every([self.possible, *criteria])

    # each kind of goal

    def _results(self, number: int, clause: _Clause, whom: int) -> Iterator[Goal]:
        """A draft never pays, so it is only seen not to apply."""
        root, diagrams = self.roots[number], self.diagrams
        within = self.possible if clause.part == "criterion" else whom
        if not clause.draft:
            yield self._result(clause, "met", diagrams.every((within, root)), whom)
        yield self._result(clause, "failed", diagrams.choose(root, diagrams.false, within), whom)
        if not clause.draft and within != diagrams.false:
            yield from self._unknown(clause, root, whom)

    def _result(self, clause: _Clause, result: Result, people: int, whom: int) -> Goal:
        return self._goal("result", [replace(self._side(clause, result), people=people)], whom)

    def _unknown(self, clause: _Clause, root: int, whom: int) -> Iterator[Goal]:
        """Some fact leaves it open; whoever a priority puts first must be covered for certain."""
        diagrams, open_ = self.diagrams, []
        for level in sorted(diagrams.support(root)):
            either, both = (diagrams.regardless_of(root, [level], wanted) for wanted in (False, True))
            left = diagrams.every((self.possible, diagrams.choose(both, diagrams.false, either)))
            decides = diagrams.every((left, diagrams.regardless_of(whom, [level], True)))
            if decides == diagrams.false and clause.part == "priority":
                continue
            open_.append((decides == diagrams.false, level, left if decides == diagrams.false else decides))
        if open_:
            _, level, people = min(open_)
            side = replace(self._side(clause, "unknown"), best=people, hidden=diagrams.cells[level].fact)
            yield Goal("result", (side,))

    def _side(self, clause: _Clause, result: Result) -> Side:
        title = filled(TESTING[f"title_{clause.part}_{result}"], name=clause.where.name)
        return Side(("result", result), title, TESTING[f"{clause.part}_{result}"], result=result)

    def _of_values(self, kind: Kind, sides: Sequence[Question], whom: int) -> Goal:
        found = [Side(one.key, one.title, one.untested, self.diagrams.of(one.core)) for one in sides]
        return self._goal(kind, found, whom)

    def _conditions(self, number: int, clause: _Clause, whom: int) -> Iterator[Goal]:
        """Each question of the clause alone decides, either way; an only one is told as the clause itself."""
        diagrams = self.diagrams
        leaves = [(way, part) for way, part in tree.parts(clause.tree) if isinstance(part, Among | Between | Listed)]
        for way, leaf in leaves:
            met, unmet = (self._of(tree.put(clause.tree, way, other)) for other in (ALWAYS, NEVER))
            decides = diagrams.every(
                (whom, diagrams.choose(met, diagrams.choose(unmet, diagrams.false, diagrams.true), unmet))
            )
            itself = self._of(leaf)
            said = clause.where.name if len(leaves) == 1 else self._said(leaf)
            people = {True: diagrams.every((decides, itself)), False: diagrams.choose(itself, diagrams.false, decides)}
            sides = []
            for holds, part in people.items():
                met_by_it = diagrams.every((part, self.roots[number])) != diagrams.false
                told = met_by_it if len(leaves) == 1 else holds
                values = {"condition": said, "holds": TESTING["holds" if told else "holds_not"]}
                title, untested = (filled(TESTING[key], **values) for key in ("title_alone", "alone"))
                sides.append(Side(("condition", way, holds), title, untested, part))
            yield self._goal("condition", sides, whom)

    def _pays(self, number: int, clause: _Clause, whom: int) -> Iterator[Goal]:
        """The rule is the first of its group that pays."""
        if clause.rule is None or clause.draft:
            return
        above = [
            root
            for root, other in zip(self.roots[:number], self.clauses, strict=False)
            if other.rule and other.group == clause.group and not other.draft
        ]
        mine = self.diagrams.every((whom, self.roots[number]))
        people = self.diagrams.choose(self.diagrams.either(above), self.diagrams.false, mine)
        title = filled(TESTING["title_pays"], name=clause.where.name)
        yield self._goal("pays", [Side(("pays",), title, TESTING["pays"], people)], whom)

    def _goal(self, kind: Kind, sides: Sequence[Side], whom: int) -> Goal:
        """With those of the sides that some person can show."""
        found = []
        for side in sides:
            assert side.people is not None
            people = self.diagrams.every((self.possible, side.people))
            best = self.diagrams.every((people, whom))
            if people != self.diagrams.false:
                found.append(replace(side, people=people, best=None if best == self.diagrams.false else best))
        return Goal(kind, tuple(found))

    def _said(self, leaf: Condition) -> Label:
        """A question in words; a list by its name, for its entries are told one by one."""
        if not isinstance(leaf, Listed):
            return in_both(leaf, self.terms)
        (fact,) = leaf.facts
        return filled(TESTING["in_list"], fact=self.terms.vocabulary.facts[fact].label, list=where.plain(leaf.listing))

    def _of(self, condition: Condition) -> int:
        return self.diagrams.of(resolve(condition, self.setting))
