"""What the cases of a policy have shown of it, sentence by sentence, in whole numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from engine.decision.decide import Desk, Undecidable, default_day
from engine.decision.decision import Decision
from engine.decision.judge import Result
from engine.language.condition import Value
from engine.language.library import Library
from engine.language.messages.testing import TESTING
from engine.language.policy import Policy
from engine.language.vocabulary import Label
from engine.language.wording import filled
from engine.revision.cases import CaseResult
from engine.revision.coverage.goals import Goal, Key, Kind, Sentence, Side
from engine.revision.coverage.survey import Survey, survey
from engine.revision.days import later
from engine.revision.nearby import sure
from engine.revision.order import RANKS, priority_key
from engine.revision.where import Where, plain

Shown = tuple[Key, Key]
"""A sentence, and a side of one of its goals."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the sides that were shown, and how many cases found which result of it."""

    sentence: Sentence
    shown: frozenset[Key]
    results: Mapping[Result, int]

    def reached(self, goal: Goal) -> bool:
        return all(side.key in self.shown for side in goal.sides)

    def counts(self, kind: Kind) -> tuple[int, int]:
        """Goals of the kind that were reached, and all of them."""
        goals = [goal for goal in self.sentence.goals if goal.kind == kind]
        return sum(map(self.reached, goals)), len(goals)

    def untested(self) -> Iterator[Side]:
        for _, side in self.sentence.sides():
            if side.key not in self.shown:
                yield side


@dataclass(frozen=True, slots=True)
class Coverage:
    survey: Survey
    """Of the last known day: the goals."""
    lines: tuple[Line, ...]

    @property
    def reached(self) -> int:
        return sum(line.reached(goal) for line in self.lines for goal in line.sentence.goals)

    @property
    def goals(self) -> int:
        return sum(len(line.sentence.goals) for line in self.lines)


def measure(library: Library, policy: Policy, results: Sequence[CaseResult]) -> Coverage:
    """What the decided cases have shown, whatever they expect. Raises NationalMissing, TooLarge."""
    desk = Desk(library)
    whole = survey(library, policy, default_day(policy))
    decisions = [result.decision for result in results if result.decision]
    shown: set[Shown] = {(("berlaku",), ("date", decision.on)) for decision in decisions}
    counts: dict[Key, Counter[Result]] = {}
    surveys: dict[tuple[tuple[str, int], ...], Survey] = {}
    for decision in decisions:
        national = tuple(sorted(library.national.on(decision.on).items()))
        if national not in surveys:
            surveys[national] = survey(library, policy, decision.on)
        shown.update(shown_by(surveys[national], decision.person.facts, shown))
        for about, result in found_in(desk, decision):
            shown.add((about, ("result", result)))
            counts.setdefault(about, Counter())[result] += 1
    sentences = (*whole.sentences, *_dates(policy, whole))
    return Coverage(
        whole,
        tuple(
            Line(
                sentence,
                frozenset(key for about, key in shown if about == sentence.about),
                counts.get(sentence.about, Counter()),
            )
            for sentence in sentences
        ),
    )


def shown_by(survey_: Survey, person: Mapping[str, Value], shown: Set[Shown]) -> list[Shown]:
    """Sides that the person shows for certain, without those that were shown before."""
    return [
        (sentence.about, side.key)
        for sentence in survey_.sentences
        for _, side in sentence.sides()
        if side.people is not None and (sentence.about, side.key) not in shown and side.result is None
        if sure(survey_.diagrams, survey_.possible, side.people, person)
    ]


def found_in(desk: Desk, decision: Decision) -> Iterator[tuple[Key, Result]]:
    """The result of each sentence that the decision tells, and of the priorities if the person is covered."""
    for finding in decision.findings:
        yield (finding.group.id, finding.criterion.id), finding.result
    for group in decision.policy.groups:
        for number, rule in enumerate(group.funding):
            for payment in decision.funding:
                if payment.rule is rule:
                    yield (group.id, number), payment.result
    if decision.outcome == "eligible" and decision.policy.priorities:
        ranks = {rank: result for result, rank in RANKS.items()}
        try:
            key = priority_key(desk, decision.policy, decision.person, decision.on)
        except Undecidable:
            return
        for priority, rank in zip(decision.policy.priorities, key, strict=True):
            yield (priority.id,), ranks[rank]


def _dates(policy: Policy, survey_: Survey) -> Iterator[Sentence]:
    """The days on which the answer turns: the first, the last and the last known one, each with its neighbour."""
    effective = policy.effective
    turns: list[tuple[str, date, date | None]] = []
    if effective.since:
        turns.append(("since", effective.since, later(effective.since, -1)))
    if effective.until:
        turns.append(("until", effective.until, later(effective.until, 1)))
    if effective.until is None or effective.known_until < effective.until:
        turns.append(("known_until", effective.known_until, later(effective.known_until, 1)))
    goals = tuple(
        Goal("date", tuple(_on(day, TESTING[f"{at}_{name}"]) for at, day in (("at", within), ("past", beyond)) if day))
        for name, within, beyond in turns
    )
    place = Where(None, TESTING["time"], None, effective.place)
    yield Sentence("time", ("berlaku",), place, goals, survey_.covered, survey_.covered)


def _on(day: date, what: Label) -> Side:
    values = {"day": plain(day), "what": what}
    return Side(("date", day), filled(TESTING["title_day"], **values), filled(TESTING["day"], **values))
