"""What one cell says, once it has been read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from engine.language.condition import Value

Typed = Value | date | None


class State(IntEnum):
    """How a cell stands to its fact."""

    STATED = 0
    UNSTATED = 1
    """Nothing, or a dash."""
    UNKNOWN = 2
    """Said to be unknown, or faulty."""
    NAMED = 3
    """A village by its name only, looked up in the city asked."""
    SHARED = 4
    """A name that several cities have; `cities` are they."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A typed value, or why there is none: a code of TABLE_FAULTS, with a word of the vocabulary that is near."""

    value: Typed = None
    state: State = State.STATED
    fault: str | None = None
    suggestion: str | None = None
    cities: str | None = None


Judge = Callable[[str], Cell]
"""Reads the text of a cell. Called once for each different text."""

UNSTATED = Cell(state=State.UNSTATED)
UNKNOWN = Cell(state=State.UNKNOWN)


def faulty(code: str, suggestion: str | None = None) -> Cell:
    return Cell(None, State.UNKNOWN, code, suggestion)
