"""Asks a whole table what `Decider.cells_for` asks one person: each row's cells, as one or few whole numbers.

The expressions are Narwhals', so the same run on Polars, DuckDB and Spark. Columns are those of `columns.schema_of`,
with `kota` and `kelurahan` settled; a column that is absent says nothing of anybody.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw
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

Keys = npt.NDArray[np.int64]
Test = tuple[nw.Expr | None, int]
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
    expression: nw.Expr

    @property
    def size(self) -> int:
        return _product(self.radices)


class Asking:
    """What a table with these columns is asked for a program on a day."""

    def __init__(
        self,
        decider: Decider,
        vocabulary: Vocabulary,
        day: date,
        schema: Mapping[str, nw.dtypes.DType],
        byte: nw.dtypes.DType,
        small: nw.dtypes.DType,
    ) -> None:
        """`byte` and `small` are the table engine's best types for numbers below 256 and 2^31. Raises WrongColumns."""
        _fitting(decider, vocabulary, schema)
        facts = [vocabulary.facts[cells.fact] for cells in decider.cells]
        tests = [list(_tests(cells, fact, schema, day)) for cells, fact in zip(decider.cells, facts, strict=True)]
        radices = [len(cells.samples) + 1 for cells in decider.cells]
        self.bytes = tuple(_bytes(tests, radices, byte))
        """Columns that fit a byte, asked of the table."""
        self.keys = tuple(_keys(self.bytes, small))
        """Columns of situation numbers, made of the bytes."""
        self._blocks = decider.blocks

    @property
    def names(self) -> list[str]:
        return [key.name for key in self.keys]

    @functools.cached_property
    def polars(self) -> tuple[list[pl.Expr], list[pl.Expr]]:
        """The bytes, and the keys made of them, as Polars' own expressions."""
        return in_polars(_columns(self.bytes)), in_polars(_columns(self.keys))

    def asked(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """The frame with its keys."""
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


def in_polars(expressions: Iterable[nw.Expr]) -> list[pl.Expr]:
    """Polars' own expressions. Narwhals makes them at every use, which takes longer than asking 100,000 rows."""
    namespace = nw.from_native(pl.LazyFrame()).__narwhals_namespace__()
    turned: list[Any] = [expression._to_compliant_expr(namespace) for expression in expressions]
    return [each.native for each in turned]


def birth_limit(day: date, age: int) -> date:
    """The last date of birth of those who are at least so many years old on the day."""
    try:
        return day.replace(year=day.year - age)
    except ValueError:  # 29 February
        return date(day.year - age, 2, 28)


def _bytes(tests: Sequence[list[Test]], radices: Sequence[int], byte: nw.dtypes.DType) -> Iterator[Digits]:
    """As few columns as hold all facts, each of them below 256 where no single fact needs more."""
    for number, levels in enumerate(_packed(radices, BYTE)):
        weight, total = 1, nw.lit(0, byte)
        wide = byte if _product(radices[level] for level in levels) <= BYTE else nw.Int64()
        for level in levels:
            digit = nw.lit(0, wide)
            for asked, answer in reversed(tests[level]):
                then = nw.lit(answer * weight, wide)
                digit = then if asked is None else nw.when(asked).then(then).otherwise(digit)
            total = total + digit if weight > 1 else digit
            weight *= radices[level]
        yield Digits(f"_bita_{number}", levels, tuple(radices[level] for level in levels), total)


def _keys(parts: Sequence[Digits], small: nw.dtypes.DType) -> Iterator[Digits]:
    """As few keys as hold all the bytes, none of them over the limit of a whole-number column."""
    for number, group in enumerate(_packed([part.size for part in parts], LIMIT)):
        chosen = [parts[index] for index in group]
        kind = small if _product(part.size for part in chosen) < SMALL else nw.Int64()
        weight, terms = 1, []
        for part in chosen:
            terms.append(nw.col(part.name).cast(kind) * nw.lit(weight, kind))
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


def _columns(parts: Sequence[Digits]) -> list[nw.Expr]:
    return [part.expression.alias(part.name) for part in parts]


def _tests(cells: Cells, fact: Fact, schema: Mapping[str, nw.dtypes.DType], day: date) -> Iterator[Test]:
    """In order: the first yes gives the digit, no yes at all is unknown."""
    if fact.presumed is not None:
        presumed = cells.cell(fact.presumed) + 1
        if fact.name not in schema:
            yield None, presumed
            return
        yield nw.col(fact.name).is_null(), presumed
    if isinstance(cells, NumberCells):
        if fact.name == AGE and BORN in schema:
            yield from _by_birth(cells, fact, schema, day)
        if fact.name in schema:
            yield from _by_number(nw.col(fact.name), cells, fact)
    elif fact.name in schema:
        yield from _by_word(nw.col(fact.name), cells, fact, schema[fact.name])


def _by_birth(cells: NumberCells, fact: Fact, schema: Mapping[str, nw.dtypes.DType], day: date) -> Iterator[Test]:
    born = nw.col(BORN)
    if AGE in schema:
        age = (day.year * 10_000 + day.month * 100 + day.day - _ymd(born)) // 10_000
        yield (born <= day) & (nw.col(AGE) != age), UNKNOWN + 1
    yield born <= birth_limit(day, fact.high + 1), UNKNOWN + 1
    for cell, start in reversed(list(enumerate(cells.starts))):
        yield born <= birth_limit(day, start), cell + 1


def _ymd(column: nw.Expr) -> nw.Expr:
    return (
        column.dt.year().cast(nw.Int32()) * 10_000
        + column.dt.month().cast(nw.Int32()) * 100
        + column.dt.day().cast(nw.Int32())
    )


def _by_number(column: nw.Expr, cells: NumberCells, fact: Fact) -> Iterator[Test]:
    yield column > fact.high, UNKNOWN + 1
    for cell, start in reversed(list(enumerate(cells.starts))):
        yield column >= start, cell + 1


def _by_word(column: nw.Expr, cells: WordCells, fact: Fact, kind: nw.dtypes.DType) -> Iterator[Test]:
    if kind == nw.Boolean:
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
    if isinstance(kind, nw.Enum) and cells.default < 0 and named:
        yield from _by_category(column, named, kind)
        return
    for cell, names in named.items():
        yield from _among(column, names, kind, cell)
    if cells.default >= 0:
        yield (column.str.contains(CODE) if fact.kind == "region" else ~column.is_null()), cells.default + 1


def _by_category(column: nw.Expr, named: Mapping[int, Sequence[str]], kind: nw.Enum) -> Iterator[Test]:
    """Of words among which a column must choose; the cell that has most is what is left, where that asks less."""
    most = max(named, key=lambda cell: len(named[cell]))
    known = {name for names in named.values() for name in names}
    others = [name for name in kind.categories if name not in known]
    left = len(named[most]) > len(others) + 1
    for cell, names in named.items():
        if not left or cell != most:
            yield from _among(column, names, kind, cell)
    if left:
        yield from _among(column, others, kind, UNKNOWN)
        yield ~column.is_null(), most + 1


def _among(column: nw.Expr, names: Iterable[str], kind: nw.dtypes.DType, cell: int) -> Iterator[Test]:
    known = askable(names, kind)
    if len(known) == 1:
        yield column == known[0], cell + 1
    elif known:
        yield column.is_in(known), cell + 1


def askable(words: Iterable[str], kind: nw.dtypes.DType) -> list[str]:
    """An enumeration may not be asked for a word it does not have, and is asked itself faster than its text."""
    return [word for word in words if not isinstance(kind, nw.Enum) or word in kind.categories]


def _written(value: Value) -> str:
    """The value as a column of words holds it."""
    return next(word for word, meant in YES_NO.items() if meant == value) if isinstance(value, bool) else str(value)


_FITS: Mapping[str, Callable[[nw.dtypes.DType], bool]] = {
    "yes_no": lambda kind: kind == nw.Boolean or _is_text(kind),
    "word": lambda kind: _is_text(kind),
    "region": lambda kind: _is_text(kind),
    "number": lambda kind: kind.is_integer(),
    "date": lambda kind: kind == nw.Date,
}


def _is_text(kind: nw.dtypes.DType) -> bool:
    return isinstance(kind, (nw.String, nw.Enum, nw.Categorical))


def _fitting(decider: Decider, vocabulary: Vocabulary, schema: Mapping[str, nw.dtypes.DType]) -> None:
    """Raises WrongColumns."""
    asked = [cells.fact for cells in decider.cells]
    asked += [BORN] if AGE in asked else []
    wrong = [name for name in asked if name in schema and not _FITS[vocabulary.facts[name].kind](schema[name])]
    if wrong:
        raise WrongColumns(wrong)


def _product(numbers: Iterable[int]) -> int:
    total = 1
    for number in numbers:
        total *= number
    return total
