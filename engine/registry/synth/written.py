"""Rows as a list from a village writes them: every cell a text, identity first."""

from __future__ import annotations

import polars as pl

from engine.language.vocabulary import Vocabulary
from engine.registry.columns import FAULTY, HELD, ROW, SYNTHETIC


def headings(columns: list[str], vocabulary: Vocabulary) -> list[str]:
    """The columns of a written registry: the mark, identity, then the facts."""
    names = [name for name in columns if name not in (ROW, HELD, FAULTY, SYNTHETIC)]
    return [SYNTHETIC, *sorted(names, key=lambda name: vocabulary.facts[name].role != "identity")]


def written(rows: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    """The columns as texts: `ya` and `tidak`, words by name, days as YEAR-MONTH-DAY; null where a cell is empty."""
    return rows.select(
        pl.when(pl.col(name)).then(pl.lit("ya")).when(~pl.col(name)).then(pl.lit("tidak")).alias(name)
        if rows.schema[name] == pl.Boolean
        else pl.col(name).cast(pl.String)
        for name in columns
    )
