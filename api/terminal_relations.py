"""How whom each city covers relates to whom the others cover: a table."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.forms.relations import asked, relation_word
from engine.language.messages.revision import REVISION
from engine.language.vocabulary import Language
from engine.revision.comparison import Comparison
from engine.revision.difference.matrix import Matrix


def show_relations(console: Console, comparison: Comparison, matrix: Matrix, language: Language) -> None:
    """A line for each pair of versions; nothing where there is none."""
    columns = asked(comparison)
    if len(columns) < 2:
        return
    names = [comparison.name(column, language) for column in columns]
    table = Table.grid(padding=(0, 2, 0, 0))
    for row, column in sorted(matrix):
        if row < column:
            pair = REVISION["beside"][language].format(new=names[column], old=names[row])
            table.add_row(Text(pair), Text(relation_word(matrix, row, column, language), style="bold"))
    console.print(Text(REVISION["relations"][language], style="bold"))
    console.print(Text(REVISION["relations_legend"][language], style="dim"))
    console.print(Padding(table, (0, 0, 1, 1)))


def relation_table(comparison: Comparison, matrix: Matrix, language: Language) -> list[list[str]]:
    """The relation of each column's version to each row's, in words."""
    size = range(len(asked(comparison)))
    return [["–" if row == column else relation_word(matrix, row, column, language) for column in size] for row in size]
