"""A made-up registry as typed frames, in blocks: whatever is made later, the first rows stay the same."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from engine.language.reader import UNKNOWN
from engine.language.vocabulary import Fact, Vocabulary
from engine.registry.columns import FAULTY, HELD, ROW, SYNTHETIC, schema_of
from engine.registry.synth.city import City
from engine.registry.synth.draws import Bools, Draws
from engine.registry.synth.people import Made, Worded, make

MOST_ROWS = 100_000_000
"""For so many the serials of the numbers suffice in any city."""
_FIRST_BLOCKS = (1_000, 9_000, 90_000, 400_000)
_BLOCK = 500_000
"""Rows made at once; the first blocks are smaller, so that a small registry costs little."""


@dataclass(frozen=True, slots=True)
class Request:
    """What registry is wanted: a city slug, rows, the share of empty cells, the day of its ages, and which facts.

    `facts`: the facts to have besides identity, birth and village; None: all of the vocabulary.
    """

    city: str
    rows: int
    day: date
    seed: int = 1
    gaps: float = 0.03
    facts: Set[str] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive rows, twice: as they are, and as they were before cells went empty. `first` counts from 1."""

    first: int
    draws: Draws
    shown: pl.DataFrame
    whole: pl.DataFrame


ALWAYS = frozenset({"tanggal_lahir", "kota", "kelurahan", "nik", "nama", "no_kk", "waktu_daftar"})
"""Columns that every registry has."""


def schema(request: Request, vocabulary: Vocabulary) -> dict[str, pl.DataType]:
    """The columns of the registry, in order."""
    wanted = set(vocabulary.facts) if request.facts is None else request.facts | ALWAYS
    every = {ROW, *wanted, HELD, FAULTY, SYNTHETIC}
    return {name: kind for name, kind in schema_of(vocabulary).items() if name in every}


def blocks(request: Request, vocabulary: Vocabulary) -> Iterator[Block]:
    """The registry, block after block. Raises LookupError where the city has no region with villages."""
    word = vocabulary.facts["kota"].words[request.city]
    city = City(word.region or "", vocabulary, request.day)
    columns = schema(request, vocabulary)
    done = 0
    for number, size in _sizes():
        if done >= request.rows:
            return
        draws = Draws(request.seed, city.region, number)
        made = make(city, draws, done + 1, size)
        whole = _typed(made, request.city, vocabulary, columns, done + 1, size)
        shown = _with_gaps(whole, {*made, "kota"}, vocabulary, draws, request.gaps)
        kept = min(size, request.rows - done)
        yield (
            Block(done + 1, draws, shown, whole)
            if kept == size
            else Block(done + 1, draws, shown.head(kept), whole.head(kept))
        )
        done += size


def _sizes() -> Iterator[tuple[int, int]]:
    number = 0
    while True:
        yield number, _FIRST_BLOCKS[number] if number < len(_FIRST_BLOCKS) else _BLOCK
        number += 1


def _typed(
    made: dict[str, Made], city: str, vocabulary: Vocabulary, columns: dict[str, pl.DataType], first: int, count: int
) -> pl.DataFrame:
    """The people as columns of a registry; what nobody makes stays empty."""
    series = []
    for name, kind in columns.items():
        value = made.get(name)
        if name == ROW:
            column = pl.int_range(first, first + count, dtype=pl.Int64, eager=True)
        elif name == SYNTHETIC:
            column = pl.repeat(True, count, dtype=pl.Boolean(), eager=True)
        elif name == "kota":
            column = pl.repeat(city, count, dtype=pl.String, eager=True).cast(kind)
        elif value is None or not _fits(value, vocabulary.facts[name]):
            column = pl.repeat(None, count, dtype=kind, eager=True)
        else:
            column = _column(value, kind)
        series.append(column.alias(name))
    return pl.DataFrame(series)


def _fits(value: Made, fact: Fact) -> bool:
    """Whether the vocabulary means the same kind of fact as the assumptions do."""
    match fact.kind:
        case "yes_no":
            return not isinstance(value, pl.Series)
        case "word":
            return isinstance(value, Worded)
        case "number":
            return isinstance(value, np.ndarray) and value.dtype != np.bool_
        case "date":
            return isinstance(value, pl.Series) and value.dtype == pl.Date
        case "region" | "text":
            return isinstance(value, pl.Series) and value.dtype == pl.String


def _column(value: Made, kind: pl.DataType) -> pl.Series:
    if isinstance(value, Worded):
        return _words(value, kind)
    if isinstance(value, np.ndarray) and value.dtype == np.bool_ and isinstance(kind, pl.Enum):
        return _words(Worded(("tidak", "ya"), value.astype(np.uint8)), kind)
    return pl.Series(value).cast(kind)


def _words(value: Worded, kind: pl.DataType) -> pl.Series:
    """The words as the column has them: its own codes, or true for yes; a word that it lacks is null."""
    nothing = np.uint8(255)
    if isinstance(kind, pl.Enum):
        codes = {word: code for code, word in enumerate(kind.categories.to_list())}
        own = np.array([codes.get(word, nothing) for word in value.words], np.uint8)
    else:
        own = np.array([word == "ya" for word in value.words], np.uint8)
    found = own[value.codes]
    if value.stated is not None:
        found = np.where(value.stated, found, nothing)
    series = pl.Series(found)
    kept = pl.when(series != nothing).then(series)
    return pl.select(kept.cat.to(kind) if isinstance(kind, pl.Enum) else kept.cast(kind)).to_series()


def _with_gaps(whole: pl.DataFrame, made: Set[str], vocabulary: Vocabulary, draws: Draws, share: float) -> pl.DataFrame:
    """Each cell of a fact emptied in that share of the rows; identities stay.

    Where an empty cell would mean a presumed value, the gap says `tidak_diketahui`, so that a gap is always unknown.
    """
    if share <= 0:
        return whole
    emptied = []
    for name, kind in whole.schema.items():
        fact = vocabulary.facts.get(name)
        if fact is None or fact.role == "identity" or name not in made:
            continue
        gap: Bools = draws.happens(f"kosong {name}", whole.height, share)
        instead = pl.lit(UNKNOWN, dtype=kind) if fact.presumed is not None and isinstance(kind, pl.Enum) else None
        emptied.append(pl.when(pl.Series(gap)).then(instead).otherwise(pl.col(name)).alias(name))
    return whole.with_columns(emptied)
