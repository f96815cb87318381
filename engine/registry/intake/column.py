"""One column of a list, batch by batch: what is plain by expressions, the rest by judging each different text once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from engine.language.reader import UNKNOWN, YES_NO
from engine.language.vocabulary import Fact
from engine.registry.columns import type_of
from engine.registry.intake.cell import Cell, Judge, State
from engine.registry.intake.cells import LONGEST, REGISTERED
from engine.registry.intake.numbers import LIKE_THOUSANDS

REMEMBERED = 200_000
"""Different texts of a column kept with their meaning."""
ODD = pl.Schema(
    {"at": pl.UInt32(), "keadaan": pl.UInt8(), "kode": pl.String(), "saran": pl.String(), "kota": pl.String()}
)
"""Columns of `Read.odd`: row in the batch, `State`, code of a fault, near word, cities that share a name."""
_UNREADABLE = "\0"
"""Stands for a cell of a type that no fact has."""
_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?$"


@dataclass(frozen=True, slots=True)
class Read:
    """A column of one batch: typed, and what there is to say of the cells that were not plain."""

    values: pl.Series
    odd: pl.DataFrame

    def stated(self, cells: pl.Series) -> pl.Series:
        """Whether something is written in each cell, be it faulty or `tidak_diketahui`."""
        return (cells.is_not_null() & ~self.where(State.UNSTATED)) | self.where(State.UNKNOWN)

    def where(self, state: State) -> pl.Series:
        """Which rows are in that state."""
        return mask(self.odd.filter(pl.col("keadaan") == state.value)["at"], self.values.len())

    def unknown(self, rows: pl.Series, code: str | None) -> Read:
        """The column with the cells of those rows (true or false for each) unknown, for the fault if there is one."""
        if not rows.any():
            return self
        at = rows.arg_true()
        word = UNKNOWN if isinstance(self.values.dtype, pl.Enum) else None
        values = placed(self.values, at, pl.repeat(word, at.len(), dtype=self.values.dtype, eager=True))
        said = pl.DataFrame({"at": at}).with_columns(
            keadaan=pl.lit(State.UNKNOWN.value), kode=pl.lit(code), saran=pl.lit(None), kota=pl.lit(None)
        )
        rest = self.odd.filter(~pl.col("at").is_in(at.cast(pl.UInt32).implode()))
        return Read(values, pl.concat([rest, said.cast(ODD)]))


class Column:
    """Reads the cells of one fact. Keeps at most REMEMBERED texts, so memory does not grow with the list."""

    def __init__(self, fact: Fact, judge: Judge) -> None:
        self.fact = fact
        self.kind = type_of(fact)
        self._judge = judge
        self._known: dict[str, Cell] = {}

    def read(self, cells: pl.Series) -> Read:
        values = plain(cells, self.fact)
        odd = cells.is_not_null() & values.is_null()
        if not odd.any():
            return Read(values, pl.DataFrame(schema=ODD))
        at = odd.arg_true()
        texts = as_text(cells.gather(at))
        distinct = texts.unique()
        found = [self.meaning(text) for text in distinct.to_list()]
        which = texts.replace_strict(distinct, pl.int_range(distinct.len(), dtype=pl.UInt32, eager=True))
        typed = self.typed(found)
        table = pl.DataFrame(
            {
                "keadaan": [cell.state.value for cell in found],
                "kode": [cell.fault for cell in found],
                "saran": [cell.suggestion for cell in found],
                "kota": [cell.cities for cell in found],
            },
            schema={name: kind for name, kind in ODD.items() if name != "at"},
        )
        return Read(placed(values, at, typed.gather(which)), table[which].insert_column(0, at.rename("at")))

    def meaning(self, text: str) -> Cell:
        """What a text says in this column."""
        cell = self._known.get(text)
        if cell is None:
            cell = Cell(state=State.UNKNOWN, fault="cell-wrong-type") if text == _UNREADABLE else self._judge(text)
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            if len(text) <= LONGEST:
                self._known[text] = cell
        return cell

    def typed(self, cells: Sequence[Cell]) -> pl.Series:
        """The values of cells as the fact's column holds them."""
        return pl.Series([self._value(cell) for cell in cells], dtype=self.kind)

    def _value(self, cell: Cell) -> object:
        """The value as its column holds it."""
        if not isinstance(self.kind, pl.Enum):
            return cell.value
        if cell.value is None:
            return None if cell.state == State.UNSTATED else UNKNOWN
        return cell.value if isinstance(cell.value, str) else _WORDS[bool(cell.value)]


def plain(cells: pl.Series, fact: Fact) -> pl.Series:
    """The cells that are of the fact's type as they stand; null where they are not."""
    kind, target = cells.dtype, type_of(fact)
    if kind == target and not isinstance(target, (pl.String, pl.Int32, pl.Date)):
        return cells
    words = isinstance(kind, (pl.String, pl.Categorical, pl.Enum))
    match fact.kind:
        case "yes_no" if kind == pl.Boolean:
            return (
                pl.select(pl.when(cells).then(pl.lit("ya")).when(~cells).then(pl.lit("tidak"))).to_series().cast(target)
            )
        case "yes_no" if words and target == pl.Boolean:
            return cells.cast(pl.Enum([*YES_NO]), strict=False) == "ya"
        case "yes_no" | "word" if words:
            return cells.cast(target, strict=False)
        case "number" if kind.is_integer():
            return pl.select(pl.when(cells.is_between(fact.low, fact.high)).then(cells)).to_series().cast(pl.Int32)
        case "number" if kind.is_float() or kind.is_decimal():
            number = cells.cast(pl.Float64)
            fits = number.is_between(fact.low, fact.high) & (number == number.round(0))
            return pl.select(pl.when(fits).then(number)).to_series().cast(pl.Int32)
        case "date" if kind in (pl.Date, pl.Datetime):
            days = _local(cells).cast(pl.Date)
            return pl.select(pl.when(days.dt.year().is_between(1, 9999)).then(days)).to_series()
        case "text" if fact.name == REGISTERED:
            return _moments(cells)
        case "text" if words:
            return _texts(cells.cast(pl.String))
        case _:
            return pl.repeat(None, cells.len(), dtype=target, eager=True)


def _moments(cells: pl.Series) -> pl.Series:
    """Days and times written as ISO 8601 has them, or typed, in the form of `moment_of`."""
    if cells.dtype == pl.Date:
        return cells.dt.strftime("%Y-%m-%d")
    if cells.dtype == pl.Datetime:
        whole, part = "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%.6f"
        local = _local(cells)
        exact = local.dt.microsecond() == 0
        return pl.select(pl.when(exact).then(local.dt.strftime(whole)).otherwise(local.dt.strftime(part))).to_series()
    if cells.dtype != pl.String:
        return pl.repeat(None, cells.len(), dtype=pl.String, eager=True)
    text = pl.lit(cells)
    day, clock = text.str.slice(0, 10), text.str.slice(11)
    real = day.str.to_date("%Y-%m-%d", strict=False).is_not_null() & text.str.contains(_MOMENT)
    seconds = pl.when(clock.str.len_bytes() == 5).then(pl.lit(":00")).otherwise(pl.lit(""))
    moment = pl.when(clock == "").then(day).otherwise(pl.concat_str(day, pl.lit("T"), clock, seconds))
    return pl.select(pl.when(real).then(moment)).to_series()


def _texts(cells: pl.Series) -> pl.Series:
    """Texts with single spaces; null where there is nothing that could be one."""
    tidy = (
        cells.str.replace_all(r"\s+", " ").str.strip_chars()
        if cells.str.contains(r"^\s|\s\s|[^\S ]|\s$").any()
        else cells
    )
    some = tidy.str.contains(r"[\p{L}\p{N}]") & (tidy.str.len_chars() <= LONGEST) & ~tidy.is_in([UNKNOWN, "null"])
    return pl.select(pl.when(some).then(tidy)).to_series()


def _local(cells: pl.Series) -> pl.Series:
    """Times without zone; those with one as the clock shows them in the west of Indonesia."""
    if isinstance(cells.dtype, pl.Datetime) and cells.dtype.time_zone:
        return cells.dt.convert_time_zone("Asia/Jakarta").dt.replace_time_zone(None)
    return cells


def as_text(cells: pl.Series) -> pl.Series:
    """The cells as somebody would have written them; NaN is a text like others, nested values are unreadable.

    A fraction of three digits gets a zero behind it, lest it be read as thousands.
    """
    kind = cells.dtype
    if kind == pl.String:
        return cells
    if kind.is_nested() or kind in (pl.Binary, pl.Object, pl.Duration, pl.Time):
        return pl.repeat(_UNREADABLE, cells.len(), dtype=pl.String, eager=True)
    text = cells.cast(pl.String)
    return text.str.replace(f"({LIKE_THOUSANDS})", "${1}0") if kind.is_float() or kind.is_decimal() else text


def placed(values: pl.Series, at: pl.Series, others: pl.Series) -> pl.Series:
    """The values with those others at those rows."""
    order = np.arange(values.len(), dtype=np.uint32)
    order[at.to_numpy()] = np.arange(values.len(), values.len() + at.len(), dtype=np.uint32)
    return pl.concat([values, others], rechunk=True).gather(pl.Series(order))


def mask(at: pl.Series, length: int) -> pl.Series:
    """True at those rows."""
    marks = np.zeros(length, dtype=np.bool_)
    marks[at.to_numpy()] = True
    return pl.Series(marks)


_WORDS: Mapping[bool, str] = {meant: word for word, meant in YES_NO.items()}
