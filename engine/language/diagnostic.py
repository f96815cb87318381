"""A fault in a file that somebody wrote: a value with its place, never an exception.

Faults are collected and printed together; their sentences stand in `messages`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file as named by the caller, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: a code of `messages.EVERY_FAULT`, its place, and the values its sentence needs."""

    code: str
    place: Place
    values: dict[str, object] = field(default_factory=dict)
    severity: Severity = "error"


def suggestion(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant, if one is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return near[0] if near else None


def has_errors(faults: Iterable[Diagnostic]) -> bool:
    return any(fault.severity == "error" for fault in faults)


def in_order(faults: Sequence[Diagnostic]) -> list[Diagnostic]:
    """By file, line and column, each fault once."""
    unique = {(f.place, f.code, str(sorted(f.values.items(), key=str))): f for f in faults}
    return [unique[key] for key in sorted(unique)]
