"""What an examination of a policy found, as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from api.forms import fault_form
from api.terminal_test import person_text, reason_beyond
from engine.language.library import Library
from engine.language.vocabulary import Language
from engine.revision.coverage.coverage import Coverage, Line
from engine.revision.coverage.goals import KINDS
from engine.revision.examination import Examination
from engine.revision.mutation.judging import Judged, Mutation

Form = dict[str, object]


def examination_form(outcome: Examination, library: Library, language: Language) -> Form:
    return {
        "cases": len(outcome.results),
        "passed": outcome.passed,
        "faults": [fault_form(fault, language) for fault in outcome.faults],
        "coverage": outcome.coverage and _coverage(outcome.coverage, language),
        **({"mutation": _mutation(outcome, outcome.mutation, library, language)} if outcome.mutation else {}),
    }


def _coverage(coverage: Coverage, language: Language) -> Form:
    return {
        "reached": coverage.reached,
        "goals": coverage.goals,
        "sentences": [_sentence(line, language) for line in coverage.lines],
    }


def _sentence(line: Line, language: Language) -> Form:
    where = line.sentence.where
    kinds = {"result", *(goal.kind for goal in line.sentence.goals)}
    return {
        "part": line.sentence.part,
        "about": ".".join(map(str, line.sentence.about)),
        "article": where.article,
        "name": where.name[language],
        "line": where.place.line,
        "met": line.results.get("met", 0),
        "failed": line.results.get("failed", 0),
        "unknown": line.results.get("unknown", 0),
        "goals": {
            kind: dict(zip(("reached", "of"), line.counts(kind), strict=True)) for kind in KINDS if kind in kinds
        },
        "untested": list(_untested(line, language)),
    }


def _untested(line: Line, language: Language) -> Iterator[Form]:
    for goal, side in line.sentence.sides():
        if side.key not in line.shown:
            yield {"kind": goal.kind, "message": side.untested[language]}


def _mutation(outcome: Examination, mutation: Mutation, library: Library, language: Language) -> Form:
    return {
        "caught": mutation.caught,
        "telling": mutation.telling,
        "same": len(mutation.of("same")),
        "survivors": [_survivor(outcome, one, library, language) for one in mutation.of("survived")],
        "not_testable": [
            {**_mutant(one, language), "message": reason_beyond(language)} for one in mutation.of("beyond")
        ],
    }


def _mutant(one: Judged, language: Language) -> Form:
    where = one.mutant.where
    return {
        "kind": one.mutant.kind,
        "article": where.article,
        "name": where.name[language],
        "file": where.place.path,
        "line": where.place.line,
        "before": one.mutant.before[language],
        "after": one.mutant.after[language],
    }


def _survivor(outcome: Examination, one: Judged, library: Library, language: Language) -> Form:
    telling = one.telling
    assert telling
    return {
        **_mutant(one, language),
        "on": telling.day.isoformat(),
        "facts": dict(telling.facts),
        "other": telling.other and dict(telling.other),
        "shows": list(telling.shows),
        "person": person_text(outcome, telling.facts, library.vocabulary, language),
    }
