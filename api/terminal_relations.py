"""How whom each city covers relates to whom the others cover: a table, and its JSON form."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from engine.language.messages.revision import RELATIONS, REVISION
from engine.language.vocabulary import Language
from engine.revision.comparison import Column, Comparison
from engine.revision.difference.joint import Side
from engine.revision.difference.matrix import Matrix


def sides_of(comparison: Comparison) -> list[Side]:
    """The versions that stand in the comparison, in the order of its columns."""
    return [Side(column.view.policy, column.view.day) for column in comparison.columns if column.view]


def show_relations(console: Console, comparison: Comparison, matrix: Matrix, language: Language) -> None:
    """A line for each pair of versions; nothing where there is none."""
    columns = _asked(comparison)
    if len(columns) < 2:
        return
    names = [comparison.name(column, language) for column in columns]
    table = Table.grid(padding=(0, 2, 0, 0))
    for row, column in sorted(matrix):
        if row < column:
            pair = REVISION["beside"][language].format(new=names[column], old=names[row])
            table.add_row(Text(pair), Text(_word(matrix, row, column, language), style="bold"))
    console.print(Text(REVISION["relations"][language], style="bold"))
    console.print(Text(REVISION["relations_legend"][language], style="dim"))
    console.print(Padding(table, (0, 0, 1, 1)))


def relation_table(comparison: Comparison, matrix: Matrix, language: Language) -> list[list[str]]:
    """The relation of each column's version to each row's, in words."""
    size = range(len(_asked(comparison)))
    return [["–" if row == column else _word(matrix, row, column, language) for column in size] for row in size]


def relation_forms(comparison: Comparison, matrix: Matrix, language: Language) -> list[dict[str, object]]:
    """Each pair once each way: what `new` is to `old`."""
    columns = _asked(comparison)
    return [
        {
            "old": columns[row].id,
            "new": columns[column].id,
            "relation": found,
            "relation_label": _word(matrix, row, column, language),
        }
        for (row, column), found in sorted(matrix.items())
        if row != column
    ]


def _asked(comparison: Comparison) -> list[Column]:
    return [column for column in comparison.columns if column.view]


def _word(matrix: Matrix, row: int, column: int, language: Language) -> str:
    found = matrix[row, column]
    return RELATIONS[found][language] if found else REVISION["undecided"][language]
