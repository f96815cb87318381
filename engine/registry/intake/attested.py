"""What somebody attests for all rows of a list, and how it goes with what the rows say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from engine.language.diagnostic import Diagnostic
from engine.language.reader import UNKNOWN
from engine.language.vocabulary import Vocabulary
from engine.registry.intake.cell import Cell, State
from engine.registry.intake.column import ODD, Column, Read, mask, placed
from engine.registry.intake.mapping import MappingFile
from engine.registry.intake.places import CITY, VILLAGE
from engine.registry.intake.readers import not_understood

CONTRADICTED = "cell-not-as-attested"


@dataclass(frozen=True, slots=True)
class Attested:
    """A fact's value for every row that does not state it."""

    column: Column
    cell: Cell

    @property
    def value(self) -> pl.Series:
        """As one element of the fact's column."""
        return self.column.typed([self.cell])

    def alone(self, rows: int) -> Read:
        """The column of a fact that the list does not have."""
        return Read(self.value.new_from_index(0, rows), pl.DataFrame(schema=ODD))

    def beside(self, read: Read, cells: pl.Series) -> Read:
        """The column filled where nothing is stated.

        A cell that says otherwise is a fault and becomes unknown; one that is faulty or says unknown stays unknown.
        A city's name that several share is settled where the attested city is one of them.
        """
        attested = self.value
        filled = ~read.stated(cells)
        odd = read.odd
        if self.cell.value is not None:
            shared = pl.format(" {} ", pl.col("kota")).str.contains(f" {self.cell.value} ", literal=True)
            settled = pl.col("keadaan") == State.SHARED.value
            named = odd.filter(settled & shared)["at"]
            filled |= mask(named, cells.len())
            odd = odd.filter(~pl.col("at").is_in(named.implode()))
        known = read.values.is_not_null()
        if isinstance(attested.dtype, pl.Enum):
            known &= read.values != UNKNOWN
        other = known & ~filled & (read.values != attested[0]) if self.cell.value is not None else known & ~known
        at = filled.arg_true()
        values = placed(read.values, at, attested.new_from_index(0, at.len()))
        return Read(values, odd).unknown(other, CONTRADICTED)


def attested_of(
    mapping: MappingFile, readers: Mapping[str, Column], vocabulary: Vocabulary, faults: list[Diagnostic]
) -> dict[str, Attested]:
    """The attested values, read as cells are; what is none, or does not go together, is added to `faults`."""
    attested = {}
    for name, written in mapping.attested.items():
        cell = readers[name].meaning(written.text)
        if cell.fault is not None or cell.state == State.UNSTATED:
            faults.append(not_understood("attested-not-understood", vocabulary.facts[name], cell, written.place))
        else:
            attested[name] = Attested(readers[name], cell)
    if CITY in attested and VILLAGE in attested:
        city, village = attested[CITY].cell.value, attested[VILLAGE].cell.value
        if city and village and vocabulary.city_of_region(str(village)) != city:
            faults.append(Diagnostic("attested-disagree", mapping.attested[VILLAGE].place))
    return attested
