"""How whom each city covers relates to whom the others cover, as JSON."""

from __future__ import annotations

from engine.language.messages.revision import RELATIONS, REVISION
from engine.language.vocabulary import Language
from engine.revision.comparison import Column, Comparison
from engine.revision.difference.joint import Side
from engine.revision.difference.matrix import Matrix


def sides_of(comparison: Comparison) -> list[Side]:
    """The versions that stand in the comparison, in the order of its columns."""
    return [Side(column.view.policy, column.view.day) for column in comparison.columns if column.view]


def relation_forms(comparison: Comparison, matrix: Matrix, language: Language) -> list[dict[str, object]]:
    """Each pair once each way: what `new` is to `old`."""
    columns = asked(comparison)
    return [
        {
            "old": columns[row].id,
            "new": columns[column].id,
            "relation": found,
            "relation_label": relation_word(matrix, row, column, language),
        }
        for (row, column), found in sorted(matrix.items())
        if row != column
    ]


def asked(comparison: Comparison) -> list[Column]:
    """The columns that have a version."""
    return [column for column in comparison.columns if column.view]


def relation_word(matrix: Matrix, row: int, column: int, language: Language) -> str:
    found = matrix[row, column]
    return RELATIONS[found][language] if found else REVISION["undecided"][language]
