"""A list of applicants to the columns of a registry, batch by batch; memory is that of a batch.

A faulty cell is unknown and named; the row goes on. A faulty identity holds the row. Age and date of birth depend on
the day and are held against each other when the table is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from engine.language.diagnostic import Diagnostic
from engine.language.vocabulary import Vocabulary
from engine.registry.columns import FAULTY, HELD, ROW, schema_of
from engine.registry.intake.attested import attested_of
from engine.registry.intake.cell import Cell
from engine.registry.intake.headings import match_headings
from engine.registry.intake.mapping import MappingFile, missing_headings
from engine.registry.intake.places import CITY, VILLAGE
from engine.registry.intake.readers import readers_of
from engine.registry.intake.reading import Batch, Reading
from engine.registry.intake.table import Table


@dataclass(frozen=True, slots=True)
class Intake:
    """A list being read. With an error among `faults` it should not be."""

    positions: Mapping[str, int]
    """Where each fact stands in the list, from 0."""
    attested: Mapping[str, Cell]
    """What holds for every row that does not state it."""
    schema: Mapping[str, pl.DataType]
    """The columns of every batch's rows."""
    faults: tuple[Diagnostic, ...]
    """Of headings and mapping."""
    batches: Iterator[Batch]


def take_in(
    table: Table, vocabulary: Vocabulary, city: str | None = None, mapping: MappingFile | None = None
) -> Intake:
    """The typed rows of an open file. `city` is the slug of the city asked; its villages are known by name."""
    mapping = mapping or MappingFile()
    attests, row = bool(mapping.attested), table.heading_row
    matched = match_headings(table.columns, vocabulary, table.path, mapping.columns, attests, row)
    faults = [*matched.faults, *missing_headings(mapping, table.columns)]
    readers = readers_of(vocabulary, vocabulary.facts[CITY].words[city].region if city else None, mapping, faults)
    attested = attested_of(mapping, readers, vocabulary, faults)
    present = {ROW, HELD, FAULTY, *matched.positions, *attested}
    if VILLAGE in present:
        present.add(CITY)
    schema = {name: kind for name, kind in schema_of(vocabulary).items() if name in present}
    reading = Reading(table, vocabulary, readers, matched.positions, attested, schema)
    cells = {name: found.cell for name, found in attested.items()}
    return Intake(matched.positions, cells, schema, tuple(faults), reading.batches())
