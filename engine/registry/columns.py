"""Columns of a registry once it has been read: one a fact, typed by the vocabulary, whatever file they came from.

A null means that nobody stated the fact. What was stated as unknown, or could not be understood, is `tidak_diketahui`
in columns of words. The two differ only for facts that the vocabulary presumes; those hold words even for yes and no.
"""

from __future__ import annotations

import polars as pl

from engine.language.reader import UNKNOWN, YES_NO
from engine.language.vocabulary import Fact, Vocabulary

ROW = "baris"
"""The row's number as its file shows it: line of a text file, row of a sheet, record of a Parquet file (from 1)."""
HELD = "ditahan"
"""Why the row is not decided (a code of `messages.HELD`); null: it is."""
FAULTY = "isian_keliru"
"""Names of the columns whose cells could not be understood, joined by spaces; null: none."""
SYNTHETIC = "sintetis"
"""True on every row of a made-up registry."""


def type_of(fact: Fact) -> pl.DataType:
    """The type of a fact's column."""
    match fact.kind:
        case "yes_no" if fact.presumed is None:
            return pl.Boolean()
        case "yes_no":
            return pl.Enum([*YES_NO, UNKNOWN])
        case "word":
            return pl.Enum([*fact.words, UNKNOWN])
        case "number":
            return pl.Int32()
        case "date":
            return pl.Date()
        case "region" | "text":
            return pl.String()


def schema_of(vocabulary: Vocabulary) -> dict[str, pl.DataType]:
    """Every column that a registry may have: the row, the facts in the vocabulary's order, and the row's state."""
    facts = {name: type_of(fact) for name, fact in vocabulary.facts.items()}
    return {ROW: pl.Int64(), **facts, HELD: pl.String(), FAULTY: pl.String(), SYNTHETIC: pl.Boolean()}
