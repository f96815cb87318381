"""What cases should show of each sentence of a policy.

Every criterion, funding rule and priority met, failed and unknown; each threshold from both sides; each value of a
list, with one that it does not name; each condition deciding alone, either way (MC/DC); each source paying. Only what
some person can show is asked for.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from engine.decision.judge import Result
from engine.language.vocabulary import Label
from engine.revision.where import Where

Kind = Literal["result", "threshold", "entry", "condition", "pays", "date"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Part = Literal["criterion", "funding", "priority", "time"]
Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One thing to be shown by a case: by its person, by the result of the sentence, or by its day."""

    key: Key
    """The same on every day of a policy."""
    title: Label
    """What the case would be about."""
    untested: Label
    """What is said where no case shows it."""
    people: int | None = None
    """Diagram of those who show it; None: not shown by the person alone."""
    best: int | None = None
    """Where such a person is best looked for: where the sentence decides; None: anywhere."""
    result: Result | None = None
    hidden: str | None = None
    """A fact that must be unknown."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Reached when each of its sides is shown."""

    kind: Kind
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the policy with its goals. `about`: its group and position, or its name."""

    part: Part
    about: Key
    where: Where
    goals: tuple[Goal, ...]
    root: int
    """Diagram of who meets it."""
    whom: int
    """People for whom it decides."""

    def sides(self) -> Iterator[tuple[Goal, Side]]:
        for goal in self.goals:
            for side in goal.sides:
                yield goal, side
