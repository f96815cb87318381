"""Asks a whole table what `Decider.cells_for` asks one person: each row's cells, as one or few whole numbers.

The expressions are written in what Narwhals and Polars have in common: as Narwhals' they run on DuckDB and Spark, as
Polars' own on Polars, which saves turning some 150 of them at every use. Columns are those of `columns.schema_of`,
with `kota` and `kelurahan` settled; a column that is absent says nothing of anybody.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from engine.decision.cells import Cells, NumberCells, WordCells
from engine.decision.situations import LIMIT, UNKNOWN
from engine.decision.verdict import Decider
from engine.language.condition import Value
from engine.language.reader import YES_NO
from engine.language.regions import CODE
from engine.language.vocabulary import Fact, Vocabulary

BORN, AGE = "tanggal_lahir", "usia"
BYTE = 256
SMALL = 2**31
"""Below this many situations their number takes half the memory."""

Dialect = Any
"""The module `narwhals` or `polars`."""
Expression = Any
"""What is written in a dialect."""
Kind = Any
"""The type of a column, in a dialect."""
Keys = npt.NDArray[np.int64]
Test = tuple[Expression | None, int]
"""A question of a row (None: yes), and the digit of its fact where the answer is yes: 0 unknown, n + 1 cell n."""


class WrongColumns(Exception):
    """Columns whose type is not that of their fact; intake makes them so."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)


@dataclass(frozen=True, slots=True)
class Digits:
    """A column of numbers: the digits of some facts in mixed radix, the first fact the lowest digit."""

    name: str
    levels: tuple[int, ...]
    radices: tuple[int, ...]
    expression: Expression

    @property
    def size(self) -> int:
        return _product(self.radices)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, and the dialect that it is asked in."""

    kinds: Mapping[str, Kind]
    dialect: Dialect

    def __contains__(self, name: str) -> bool:
        return name in self.kinds

    def col(self, name: str) -> Expression:
        return self.dialect.col(name)

    def is_yes_no(self, name: str) -> bool:
        return bool(self.kinds[name] == self.dialect.Boolean)

    def words(self, name: str) -> tuple[str, ...] | None:
        """The words among which a column must choose; it may not be asked for another. None: any text."""
        kind = self.kinds[name]
        return tuple(kind.categories) if kind == self.dialect.Enum else None

    def askable(self, name: str, words: Iterable[str]) -> list[str]:
        """Those of the words that the column can be asked for."""
        has = self.words(name)
        return [word for word in words if has is None or word in has]


class Asking:
    """What a table with these columns is asked for a program on a day."""

    def __init__(self, decider: Decider, vocabulary: Vocabulary, day: date, columns: Columns) -> None:
        """Raises WrongColumns."""
        dialect = columns.dialect
        byte, small = (dialect.UInt8(), dialect.UInt32()) if dialect is pl else (dialect.Int32(), dialect.Int32())
        _fitting(decider, vocabulary, columns)
        tests = [list(_tests(cells, vocabulary.facts[cells.fact], columns, day)) for cells in decider.cells]
        radices = [len(cells.samples) + 1 for cells in decider.cells]
        self.bytes = tuple(_bytes(tests, radices, byte, dialect))
        """Columns that fit a byte, asked of the table."""
        self.keys = tuple(_keys(self.bytes, small, dialect))
        """Columns of situation numbers, made of the bytes."""
        self._blocks = decider.blocks

    @property
    def names(self) -> list[str]:
        return [key.name for key in self.keys]

    def asked(self, frame: Any) -> Any:
        """The frame, lazy and of the dialect, with its keys."""
        with_bytes = frame.with_columns(_columns(self.bytes)).with_columns(_columns(self.keys))
        return with_bytes.drop([digits.name for digits in self.bytes])

    def situations(self, numbers: Sequence[Keys]) -> list[Keys]:
        """The situations in each block, from the columns of keys."""
        cells: dict[int, Keys] = {}
        for key, column in zip(self.keys, numbers, strict=True):
            rest = column.astype(np.int64)
            for level, radix in zip(key.levels, key.radices, strict=True):
                rest, cells[level] = np.divmod(rest, radix)
        return [block.reading.numbers(cells, len(numbers[0])) for block in self._blocks]


def birth_limit(day: date, age: int) -> date:
    """The last date of birth of those who are at least so many years old on the day."""
    try:
        return day.replace(year=day.year - age)
    except ValueError:  # 29 February
        return date(day.year - age, 2, 28)


def _bytes(tests: Sequence[list[Test]], radices: Sequence[int], byte: Kind, dialect: Dialect) -> Iterator[Digits]:
    """As few columns as hold all facts, each of them below 256 where no single fact needs more."""
    for number, levels in enumerate(_packed(radices, BYTE)):
        weight, total = 1, dialect.lit(0, byte)
        wide = byte if _product(radices[level] for level in levels) <= BYTE else dialect.Int64()
        for level in levels:
            digit = dialect.lit(0, wide)
            for asked, answer in reversed(tests[level]):
                then = dialect.lit(answer * weight, wide)
                digit = then if asked is None else dialect.when(asked).then(then).otherwise(digit)
            total = total + digit if weight > 1 else digit
            weight *= radices[level]
        yield Digits(f"_bita_{number}", levels, tuple(radices[level] for level in levels), total)


def _keys(parts: Sequence[Digits], small: Kind, dialect: Dialect) -> Iterator[Digits]:
    """As few keys as hold all the bytes, none of them over the limit of a whole-number column."""
    for number, group in enumerate(_packed([part.size for part in parts], LIMIT)):
        chosen = [parts[index] for index in group]
        kind = small if _product(part.size for part in chosen) < SMALL else dialect.Int64()
        weight, terms = 1, []
        for part in chosen:
            terms.append(dialect.col(part.name).cast(kind) * dialect.lit(weight, kind))
            weight *= part.size
        yield Digits(
            f"situasi_{number}",
            tuple(level for part in chosen for level in part.levels),
            tuple(radix for part in chosen for radix in part.radices),
            functools.reduce(operator.add, terms),
        )


def _packed(sizes: Sequence[int], limit: int) -> list[tuple[int, ...]]:
    """Positions in their order, grouped so that the sizes of a group multiply to no more than the limit."""
    groups: list[tuple[int, ...]] = [()]
    for position, size in enumerate(sizes):
        if groups[-1] and _product(sizes[other] for other in groups[-1]) * size > limit:
            groups.append(())
        groups[-1] = (*groups[-1], position)
    return groups


def _columns(parts: Sequence[Digits]) -> list[Expression]:
    return [part.expression.alias(part.name) for part in parts]


def _tests(cells: Cells, fact: Fact, columns: Columns, day: date) -> Iterator[Test]:
    """In order: the first yes gives the digit, no yes at all is unknown."""
    if fact.presumed is not None:
        presumed = cells.cell(fact.presumed) + 1
        if fact.name not in columns:
            yield None, presumed
            return
        yield columns.col(fact.name).is_null(), presumed
    if isinstance(cells, NumberCells):
        if fact.name == AGE and BORN in columns:
            yield from _by_birth(cells, fact, columns, day)
        if fact.name in columns:
            yield from _by_number(columns.col(fact.name), cells, fact)
    elif fact.name in columns:
        yield from _by_word(cells, fact, columns)


def _by_birth(cells: NumberCells, fact: Fact, columns: Columns, day: date) -> Iterator[Test]:
    born = columns.col(BORN)
    if AGE in columns:
        age = (day.year * 10_000 + day.month * 100 + day.day - _ymd(born, columns.dialect.Int32())) // 10_000
        yield (born <= day) & (columns.col(AGE) != age), UNKNOWN + 1
    yield born <= birth_limit(day, fact.high + 1), UNKNOWN + 1
    for cell, start in reversed(list(enumerate(cells.starts))):
        yield born <= birth_limit(day, start), cell + 1


def _ymd(column: Expression, kind: Kind) -> Expression:
    return column.dt.year().cast(kind) * 10_000 + column.dt.month().cast(kind) * 100 + column.dt.day().cast(kind)


def _by_number(column: Expression, cells: NumberCells, fact: Fact) -> Iterator[Test]:
    yield column > fact.high, UNKNOWN + 1
    for cell, start in reversed(list(enumerate(cells.starts))):
        yield column >= start, cell + 1


def _by_word(cells: WordCells, fact: Fact, columns: Columns) -> Iterator[Test]:
    column = columns.col(fact.name)
    if columns.is_yes_no(fact.name):
        yield column.is_null(), UNKNOWN + 1
        if True in cells.index:
            yield column, cells.index[True] + 1
        yield None, cells.index[False] + 1 if False in cells.index else UNKNOWN + 1
        return
    named = {
        cell: [_written(value) for value in cells.values(cell)]
        for cell in range(len(cells.samples))
        if cell != cells.default
    }
    if columns.words(fact.name) is not None and cells.default < 0 and named:
        yield from _by_category(fact.name, named, columns)
        return
    for cell, names in named.items():
        yield from _among(fact.name, names, columns, cell)
    if cells.default >= 0:
        yield (column.str.contains(CODE) if fact.kind == "region" else ~column.is_null()), cells.default + 1


def _by_category(name: str, named: Mapping[int, Sequence[str]], columns: Columns) -> Iterator[Test]:
    """Of words among which a column must choose; the cell that has most is what is left, where that asks less."""
    most = max(named, key=lambda cell: len(named[cell]))
    known = {word for words in named.values() for word in words}
    others = [word for word in columns.words(name) or () if word not in known]
    left = len(named[most]) > len(others) + 1
    for cell, words in named.items():
        if not left or cell != most:
            yield from _among(name, words, columns, cell)
    if left:
        yield from _among(name, others, columns, UNKNOWN)
        yield ~columns.col(name).is_null(), most + 1


def _among(name: str, words: Iterable[str], columns: Columns, cell: int) -> Iterator[Test]:
    known = columns.askable(name, words)
    if len(known) == 1:
        yield columns.col(name) == known[0], cell + 1
    elif known:
        yield columns.col(name).is_in(known), cell + 1


def _written(value: Value) -> str:
    """The value as a column of words holds it."""
    return next(word for word, meant in YES_NO.items() if meant == value) if isinstance(value, bool) else str(value)


def _fits(fact: Fact, kind: Kind, dialect: Dialect) -> bool:
    match fact.kind:
        case "number":
            return bool(kind.is_integer())
        case "date":
            return bool(kind == dialect.Date)
        case "yes_no" if kind == dialect.Boolean:
            return True
        case _:
            return any(kind == text for text in (dialect.String, dialect.Enum, dialect.Categorical))


def _fitting(decider: Decider, vocabulary: Vocabulary, columns: Columns) -> None:
    """Raises WrongColumns."""
    asked = [cells.fact for cells in decider.cells]
    asked += [BORN] if AGE in asked else []
    wrong = [
        name
        for name in asked
        if name in columns and not _fits(vocabulary.facts[name], columns.kinds[name], columns.dialect)
    ]
    if wrong:
        raise WrongColumns(wrong)


def _product(numbers: Iterable[int]) -> int:
    total = 1
    for number in numbers:
        total *= number
    return total
