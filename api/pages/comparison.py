"""The page of a comparison: one self-contained HTML file, made from its JSON form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from api.forms import answer_form
from api.pages.render import render
from api.terminal import say
from api.terminal_compare import no_version
from api.terminal_relations import relation_table
from engine.decision.decision import Decision
from engine.language.messages.revision import REVISION
from engine.language.messages.words import NOTICES, STANDINGS
from engine.language.vocabulary import Language
from engine.revision.comparison import Comparison
from engine.revision.difference.matrix import Matrix


def comparison_page(
    comparison: Comparison, decisions: Sequence[Decision | None], matrix: Matrix, language: Language
) -> str:
    """`decisions`: the same person in each column, or none."""
    filled = [column for column in comparison.columns if column.view]
    names = {column.id: comparison.name(column, language) for column in comparison.columns}

    def named(ids: Sequence[str]) -> str:
        return ", ".join(names[id] for id in ids)

    official = all(column.view.policy.official_text for column in filled if column.view)
    return render(
        "comparison.html",
        language=language,
        say=partial(_say, language),
        comparison=comparison.as_json(language),
        names=names,
        named=named,
        asked=[column.id for column in filled],
        empty={column.id: no_version(comparison, column, language) for column in comparison.columns if not column.view},
        numbers={document.id: number for number, document in enumerate(comparison.documents(), start=1)},
        standings={standing: label[language] for standing, label in STANDINGS.items()},
        reconstructed=None if official else NOTICES["reconstructed_text"][language],
        relations=relation_table(comparison, matrix, language),
        relations_heading=REVISION["relations"][language],
        column_to_row=REVISION["column_to_row"][language],
        relations_legend=REVISION["relations_legend"][language],
        answers=[decision and answer_form(decision, language) for decision in decisions],
    )


def _say(language: Language, key: str, **values: object) -> str:
    return say(key, language, **values)
