"""A block of conditions as durable-rules rulesets: the rules engine that gives every finding.

The only module that touches durable-rules. It sees one fact of its own making: the answers true and
false to numbered questions, an unanswered question left out. Each condition has a rule for *met* and
one for *failed*; when neither fires it is unknown. Conditions inside conditions are answered in a pass
of their own and fed into the next, so that no rule multiplies its branches, and a ruleset stays within
the load that the library can hold. We drive the extension module itself, without the package's host
and its timer threads.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import assert_never

import durable_rules_engine as durable

from engine.decision.normal_form import ALWAYS, positive
from engine.language.condition import AllOf, AnyOf, Core, Leaf, NotThis

MAX_LOAD = 64
"""Questions of a ruleset, less one, plus the most conditions that share a question; beyond it error 303."""
MAX_PARTS = 32
"""Parts of one condition in one rule; longer ones are cut into parts of a further pass."""

Answer = bool | None

_NOT_HANDLED = 1
_serial = count()
_lock = threading.Lock()


class RulesFault(Exception):
    """durable-rules answered something that it must never answer."""


@dataclass(frozen=True, slots=True)
class _Composite:
    """A condition over earlier answers: `every` part holds, or at least one does."""

    every: bool
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Ruleset:
    """One ruleset: which answers it is fed (`questions`), and which answers it gives."""

    questions: tuple[int, ...]
    given: tuple[int, ...]
    definition: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask and in which order. Answers are numbered: first the leaves, then the composites."""

    leaves: tuple[Leaf, ...]
    """The questions to be answered from a person's cells. Question 0 is always true (see `ALWAYS`)."""
    rulesets: tuple[_Ruleset, ...]
    roots: tuple[int, ...]
    """The answers that stand for the conditions the plan was made of, in their order."""
    size: int


def plan(conditions: Sequence[Core]) -> Plan:
    """Compiles conditions to rulesets; each condition becomes a rule of its own, never a bare question."""
    return _Planner().plan(conditions)


class Session:
    """The plan loaded into durable-rules. Use as a context manager, or `close()` it."""

    def __init__(self, made: Plan) -> None:
        self.plan = made
        with _lock:
            self._handles = [
                durable.create_ruleset(f"perwal{next(_serial)}", ruleset.definition) for ruleset in made.rulesets
            ]
            self._fired: set[int] = set()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Frees the rulesets, and the state that the library keeps of one once a rule of it has fired."""
        with _lock:
            while self._handles:
                handle = self._handles.pop()
                if handle in self._fired:
                    durable.delete_state(handle, None)
                durable.delete_ruleset(handle)

    def decide(self, answers: Sequence[Answer]) -> tuple[Answer, ...]:
        """Results of the plan's conditions, given the answers to its leaves (question 0 included).

        Raises RulesFault when a rule fires for met and for failed, or the library refuses the fact.
        """
        values: list[Answer] = [*answers, *([None] * (self.plan.size - len(answers)))]
        with _lock:
            for handle, ruleset in zip(self._handles, self.plan.rulesets, strict=True):
                known = [
                    f'"q{name}":true' if values[question] else f'"q{name}":false'
                    for name, question in enumerate(ruleset.questions)
                    if values[question] is not None
                ]
                if not known:
                    continue
                fired = _fired(handle, '{"id":1,' + ",".join(known) + "}")
                if fired:
                    self._fired.add(handle)
                for rule in fired:
                    given = ruleset.given[int(rule[1:])]
                    met = rule[0] == "m"
                    if values[given] is not None and values[given] != met:
                        raise RulesFault("a condition is both met and failed")
                    values[given] = met
        return tuple(values[root] for root in self.plan.roots)


def _fired(handle: int, fact: str) -> list[str]:
    """Names of the rules that fire for the fact. It is always retracted; nothing stays behind."""
    code, state = durable.assert_fact(handle, fact)
    try:
        if code == _NOT_HANDLED:
            return []
        if code != 0:
            raise RulesFault(f"assert_fact answered {code}")
        names: list[str] = []
        started = durable.start_action_for_state(handle, state)
        message = started[1] if started else None
        while message:
            names.append(message[2 : message.index('"', 2)])
            message = durable.complete_and_start_action(handle, state)
        return names
    finally:
        durable.retract_fact(handle, fact)


class _Planner:
    def __init__(self) -> None:
        self.leaves: dict[Leaf, int] = {ALWAYS: 0}
        self.composites: dict[_Composite, int] = {}
        self.height: dict[int, int] = {}

    def plan(self, conditions: Sequence[Core]) -> Plan:
        simple = [positive(condition) for condition in conditions]
        for condition in simple:
            self._collect(condition)
        roots = [self._rule(self._answer(condition)) for condition in simple]
        passes: dict[int, list[tuple[int, _Composite]]] = {}
        for composite, number in self.composites.items():
            passes.setdefault(self.height[number], []).append((number, composite))
        rulesets = [ruleset for level in sorted(passes) for ruleset in _pack(passes[level])]
        size = len(self.leaves) + len(self.composites)
        return Plan(tuple(self.leaves), tuple(rulesets), tuple(roots), size)

    def _collect(self, condition: Core) -> None:
        match condition:
            case Leaf():
                self.leaves.setdefault(condition, len(self.leaves))
            case AllOf(parts) | AnyOf(parts):
                for part in parts:
                    self._collect(part)
            case NotThis():
                raise AssertionError("positive() leaves no negation")
            case _:
                assert_never(condition)

    def _answer(self, condition: Core) -> int:
        match condition:
            case Leaf():
                return self.leaves[condition]
            case AllOf(parts) | AnyOf(parts):
                return self._composite(isinstance(condition, AllOf), tuple(self._answer(part) for part in parts))
            case NotThis():
                raise AssertionError("positive() leaves no negation")
            case _:
                assert_never(condition)

    def _rule(self, answer: int) -> int:
        """A rule for a condition that is a bare question."""
        return answer if answer >= len(self.leaves) else self._composite(True, (answer,))

    def _composite(self, every: bool, parts: tuple[int, ...]) -> int:
        while len(parts) > MAX_PARTS:
            chunks = [parts[start : start + MAX_PARTS] for start in range(0, len(parts), MAX_PARTS)]
            parts = tuple(self._composite(every, chunk) for chunk in chunks)
        composite = _Composite(every, parts)
        if composite not in self.composites:
            number = len(self.leaves) + len(self.composites)
            self.composites[composite] = number
            self.height[number] = 1 + max(self.height.get(part, 0) for part in parts)
        return self.composites[composite]


def _pack(composites: list[tuple[int, _Composite]]) -> list[_Ruleset]:
    """Rulesets within MAX_LOAD for the composites of one pass."""
    packed: list[_Ruleset] = []
    asked: Counter[int] = Counter()
    inside: list[tuple[int, _Composite]] = []
    for number, composite in composites:
        more = asked + Counter(set(composite.parts))
        if inside and len(more) - 1 + max(more.values()) > MAX_LOAD:
            packed.append(_ruleset(tuple(asked), inside))
            more, inside = Counter(set(composite.parts)), []
        asked = more
        inside.append((number, composite))
    if inside:
        packed.append(_ruleset(tuple(asked), inside))
    return packed


def _ruleset(questions: tuple[int, ...], composites: list[tuple[int, _Composite]]) -> _Ruleset:
    name = {question: f"q{index}" for index, question in enumerate(questions)}
    rules: dict[str, object] = {}
    for index, (_, composite) in enumerate(composites):
        yes = [{name[part]: True} for part in composite.parts]
        no = [{name[part]: False} for part in composite.parts]
        rules[f"m{index}"] = {"all": [{"m": _joined("$and" if composite.every else "$or", yes)}]}
        rules[f"f{index}"] = {"all": [{"m": _joined("$or" if composite.every else "$and", no)}]}
    return _Ruleset(questions, tuple(number for number, _ in composites), json.dumps(rules))


def _joined(operator: str, tests: list[dict[str, bool]]) -> object:
    return tests[0] if len(tests) == 1 else {operator: tests}
