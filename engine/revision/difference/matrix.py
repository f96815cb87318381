"""How whom each of several versions covers relates to whom each other one covers, pair by pair."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from engine.decision.meaning import TooLarge
from engine.decision.program import NationalMissing
from engine.language.library import Library
from engine.revision.difference.contrast import Relation, relation_of
from engine.revision.difference.joint import Side, joint

_TURNED: dict[Relation, Relation] = {"wider": "narrower", "narrower": "wider"}

Matrix = dict[tuple[int, int], Relation | None]
"""By positions, row and column: what the column's version is to the row's. None: too large to say."""


def relations(library: Library, sides: Sequence[Side]) -> Matrix:
    """Every pair of versions; between two cities each one's own people stand for each other."""
    found: Matrix = {(index, index): "equivalent" for index in range(len(sides))}
    for row, column in combinations(range(len(sides)), 2):
        known = _relation(library, sides[row], sides[column])
        found[row, column] = known
        found[column, row] = known and _TURNED.get(known, known)
    return found


def _relation(library: Library, old: Side, new: Side) -> Relation | None:
    try:
        shared = joint(library, old, new, at_home=True)
    except (NationalMissing, TooLarge):
        return None
    return relation_of(shared, shared.old.covered, shared.new.covered)
