"""The decision about somebody of whom exactly some facts are known, and whom a policy's cases suppose."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from engine.decision.decide import Desk, default_day
from engine.decision.decision import Decision
from engine.decision.facts import person
from engine.language.condition import Value
from engine.language.library import Library
from engine.language.policy import Policy
from engine.language.reader import UNKNOWN
from engine.revision.cases import cases_path, supposed


def decided(desk: Desk, policy: Policy, day: date, facts: Mapping[str, Value]) -> Decision:
    """Whatever is not among the facts is unknown, also what is presumed of others. Raises Undecidable."""
    vocabulary = desk.library.vocabulary
    written: dict[str, object] = {**dict.fromkeys(vocabulary.presumed, UNKNOWN), **facts}
    return desk.decide(policy, person(written, vocabulary, day, []), day)


def usual_person(library: Library, policy: Policy) -> Mapping[str, Value]:
    """The facts that the policy's case file supposes of everybody, with what is presumed."""
    written = dict(supposed(cases_path(policy)))
    return person(written, library.vocabulary, default_day(policy), []).facts
