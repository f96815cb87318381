"""A copy of a policy in which one thing is otherwise, and what that thing is in the regulation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.language.policy import Policy
from engine.language.vocabulary import Label
from engine.revision.where import Where

Kind = Literal[
    "threshold",
    "bound",
    "junction",
    "negation",
    "value",
    "dropped",
    "entry",
    "completeness",
    "registration",
    "ground",
    "order",
    "months",
    "amount",
    "programme",
    "date",
    "effect",
    "quota",
    "division",
    "donor",
    "transition",
]

BEYOND: frozenset[Kind] = frozenset({"division", "donor", "transition"})
"""What no decision about one person shows: it is used where quota and money are divided among people."""


@dataclass(frozen=True, slots=True)
class Mutant:
    kind: Kind
    policy: Policy
    where: Where
    before: Label
    after: Label
    """What stands in the place of `before`, in words."""
