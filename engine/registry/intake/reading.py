"""The batches of a list, read: every cell typed, or unknown and named; rows whose identity is faulty are held."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from engine.language.vocabulary import Vocabulary
from engine.registry.columns import FAULTY, HELD, ROW
from engine.registry.intake.attested import Attested
from engine.registry.intake.cell import State
from engine.registry.intake.column import ODD, Column, Read, placed
from engine.registry.intake.faults import AT, FACT, NO_FAULTS, faults_of
from engine.registry.intake.identity import FAMILY, HELD_FOR, NIK, read_family, read_nik
from engine.registry.intake.places import CITY, VILLAGE, settle
from engine.registry.intake.table import FAULT_COLUMNS, SHIFTED, Table

SHIFTED_ROW = "baris_bergeser"
"""Why a row is held whose cells may stand under wrong headings."""
_IDENTITIES: Mapping[str, Callable[[pl.Series], Read]] = {NIK: read_nik, FAMILY: read_family}


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of the registry and all that is wrong with them."""

    rows: pl.DataFrame
    faults: pl.DataFrame
    """FAULT_COLUMNS; by row, then column. Those of the file itself are among them."""
    blank: int
    """Rows left out because none of the columns that are read says anything."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How one list is read."""

    table: Table
    vocabulary: Vocabulary
    readers: Mapping[str, Column]
    positions: Mapping[str, int]
    attested: Mapping[str, Attested]
    schema: Mapping[str, pl.DataType]

    def batches(self) -> Iterator[Batch]:
        """Each batch of the file; what the file says of rows it has not shown yet waits for them."""
        waiting = pl.DataFrame(schema=FAULT_COLUMNS)
        for frame in self.table.batches:
            if not frame.height:
                continue
            waiting = pl.concat([waiting, *self.table.faults])
            self.table.faults.clear()
            last = frame[ROW].max()
            here = waiting.filter(pl.col(ROW) <= last)
            waiting = waiting.filter(pl.col(ROW) > last)
            yield self._batch(frame, here)
        waiting = pl.concat([waiting, *self.table.faults])
        if waiting.height:
            yield Batch(pl.DataFrame(schema=self.schema), waiting, 0)

    def _batch(self, frame: pl.DataFrame, told: pl.DataFrame) -> Batch:
        """The rows of one batch; `told` is what the file says of them."""
        rows = self._stated(frame, told)
        shifted = rows[ROW].is_in(told.filter(pl.col("kode").is_in(SHIFTED))[ROW].implode())
        columns = {name: rows[str(position)] for name, position in self.positions.items()}
        if shifted.any():
            columns = {name: pl.select(pl.when(~shifted).then(cells)).to_series() for name, cells in columns.items()}
        reads = {name: self._read(name, cells) for name, cells in columns.items()}
        for name, position in self.positions.items():
            lost = shifted | rows[ROW].is_in(told.filter(pl.col("urutan") == position + 1)[ROW].implode())
            reads[name] = reads[name].unknown(lost, None)
        for name, attested in self.attested.items():
            reads[name] = attested.beside(reads[name], columns[name]) if name in reads else attested.alone(rows.height)
        self._settle(reads, rows.height)
        found = [
            faults_of(reads[name], name, rows[ROW], self.table.columns[position], position)
            for name, position in self.positions.items()
        ]
        faults = pl.concat([NO_FAULTS, *found])
        state = {ROW: rows[ROW], HELD: self._held(faults, shifted), FAULTY: _faulty(faults, told, rows, self.positions)}
        typed = pl.DataFrame({name: state[name] if name in state else reads[name].values for name in self.schema})
        listed = pl.concat([told, faults.select(FAULT_COLUMNS.keys())]).sort(ROW, "urutan", maintain_order=True)
        return Batch(typed, listed, frame.height - rows.height)

    def _stated(self, frame: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
        """Without the rows of which the columns that are read say nothing, nor the file."""
        read = [pl.col(str(position)).is_not_null() for position in self.positions.values()]
        if not read:
            return frame.clear()
        return frame.filter(pl.any_horizontal(read) | pl.col(ROW).is_in(told[ROW].implode()))

    def _read(self, name: str, cells: pl.Series) -> Read:
        return _IDENTITIES[name](cells) if name in _IDENTITIES else self.readers[name].read(cells)

    def _settle(self, reads: dict[str, Read], rows: int) -> None:
        """City and village held against each other; the fault stands at the village, or at the city if it has none."""
        if VILLAGE not in reads:
            return
        village = reads[VILLAGE]
        city = reads.get(CITY) or Read(
            pl.repeat(None, rows, dtype=self.schema[CITY], eager=True), pl.DataFrame(schema=ODD)
        )
        by_name = village.where(State.NAMED)
        if VILLAGE in self.attested and self.attested[VILLAGE].cell.state == State.NAMED:
            by_name |= True
        cities = city.odd.filter(pl.col("kota").is_not_null())
        nothing = pl.repeat(None, rows, dtype=pl.String, eager=True)
        shared = placed(nothing, cities["at"], cities["kota"])
        settled = settle(city.values, village.values, by_name, shared, self.vocabulary)
        at = settled.named.arg_true().cast(pl.UInt32)
        reads[CITY] = Read(settled.city, city.odd.filter(~pl.col("at").is_in(at.implode())))
        reads[VILLAGE] = Read(settled.village, village.odd)
        accused = VILLAGE if VILLAGE in self.positions else CITY
        for code in settled.fault.drop_nulls().unique().sort():
            told = reads[accused]
            kept = reads[accused].values
            apart = (settled.fault == code).fill_null(False)
            reads[accused] = Read(kept, told.unknown(apart, code).odd)

    def _held(self, faults: pl.DataFrame, shifted: pl.Series) -> pl.Series:
        """Why each row is held, or null."""
        numbers = faults.filter(pl.col(FACT) == NIK)
        reasons = numbers["kode"].replace_strict(HELD_FOR, return_dtype=pl.String)
        held = placed(pl.repeat(None, shifted.len(), dtype=pl.String, eager=True), numbers[AT], reasons)
        return pl.select(pl.when(shifted).then(pl.lit(SHIFTED_ROW)).otherwise(held)).to_series()


def _faulty(faults: pl.DataFrame, told: pl.DataFrame, rows: pl.DataFrame, positions: Mapping[str, int]) -> pl.Series:
    """The facts of each row's faulty cells, in the order of the vocabulary, or null."""
    facts = {position + 1: name for name, position in positions.items()}
    damaged = told.filter(pl.col("urutan").is_in(list(facts))).with_columns(
        pl.col("urutan").replace_strict(facts, return_dtype=pl.String).alias(FACT)
    )
    order = {name: place for place, name in enumerate(positions)}
    named = (
        pl.concat([faults.select(ROW, FACT), damaged.select(ROW, FACT)])
        .unique()
        .sort(pl.col(FACT).replace_strict(order, return_dtype=pl.Int32))
        .group_by(ROW, maintain_order=True)
        .agg(pl.col(FACT).str.join(" "))
    )
    if not named.height:
        return pl.repeat(None, rows.height, dtype=pl.String, eager=True)
    return rows.select(ROW).join(named, on=ROW, how="left", maintain_order="left")[FACT]
