"""Decides a whole table: every situation once, its verdict given back to all the rows that share it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

import narwhals as nw
import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from engine.decision.situations import UNSEEN
from engine.decision.verdict import Decider, Verdict
from engine.language.vocabulary import Vocabulary
from engine.registry.asking import Asking, Columns, Keys

VERDICT = "putusan"
"""Column of verdict numbers, positions in `Ledger.verdicts`."""
DENSE = 2**23
"""Up to so many possible situations a table of all of them is kept, one verdict number each."""
AT_ONCE = 500_000
"""Rows whose situations are looked up while those of the next rows are still being asked."""
FIRST_LOOK = 100_000
"""Rows whose situations are decided before the others are looked up: most of all there are."""

ASKED = 64
"""Days and kinds of table for which a program keeps what it asks."""

Numbers = npt.NDArray[np.int32]

_asked: WeakKeyDictionary[Decider, dict[Hashable, Asking]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class _Unseen:
    """Rows whose situations are seen for the first time."""

    numbers: pl.Series
    """Verdict numbers of all rows that were looked up together, UNSEEN for these."""
    rows: pl.Series
    keys: pl.Series


class Ledger:
    """The verdicts of one run, each with a number in the order in which they first came."""

    def __init__(self, decider: Decider, vocabulary: Vocabulary, day: date) -> None:
        self.decider = decider
        self.vocabulary = vocabulary
        self.day = day
        self.situations = 0
        """Different situations seen so far, all facts of the program taken together."""
        self._numbers: dict[Verdict, int] = {}
        self._dense: pl.Series | None = None
        self._sparse: pl.DataFrame | None = None

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        return tuple(self._numbers)

    def decide(self, batch: pl.DataFrame, day: date | None = None) -> pl.Series:
        """The verdict number of every row, in the rows' order; on another day of the same program if one is given.

        Raises WrongColumns and Undecidable.
        """
        asking = asking_of(self.decider, self.vocabulary, day or self.day, batch)
        asked: pl.LazyFrame = asking.asked(batch.lazy()).select(asking.names)
        if len(asking.keys) == 1 and asking.keys[0].size <= DENSE:
            keys = asked.collect_batches(chunk_size=AT_ONCE, maintain_order=True, engine="streaming")
            if self._dense is None:  # the keys are being asked meanwhile
                self._dense = pl.repeat(UNSEEN, asking.keys[0].size, dtype=pl.Int32(), eager=True)
                if batch.height > FIRST_LOOK:
                    self._learn(asking, asked.head(FIRST_LOOK).collect(engine="streaming").to_series())
            return self._by_position(asking, (key.to_series() for key in keys)).alias(VERDICT)
        return self._by_join(asking, asked.collect(engine="streaming"))

    def decide_lazily(
        self, frame: nw.LazyFrame[Any], given: Callable[[pa.Table], nw.LazyFrame[Any]]
    ) -> nw.LazyFrame[Any]:
        """The frame with a column of verdict numbers; `given` hands a small table to the frame's engine.

        The situations are collected and decided here, so the frame is read twice. Raises like `decide`.
        """
        asking = Asking(self.decider, self.vocabulary, self.day, Columns(frame.collect_schema(), nw))
        names = asking.names
        asked = asking.asked(frame)
        different = asked.group_by(names).agg(nw.len().alias("_banyak")).select(names)
        met = different.collect("pyarrow").to_native()
        numbers = self._decided(asking, [met[name].to_numpy() for name in names])
        told = given(met.append_column(VERDICT, pa.array(numbers)))
        decided: nw.LazyFrame[Any] = asked.join(told, on=names, how="left").drop(names)
        return decided

    def _decided(self, asking: Asking, keys: Sequence[Keys]) -> Numbers:
        """The verdict numbers of these different situations."""
        verdicts, rows = self.decider.verdicts(asking.situations(keys))
        numbers = [self._numbers.setdefault(verdict, len(self._numbers)) for verdict in verdicts]
        self.situations += len(rows)
        return np.array(numbers, np.int32)[rows]

    def _by_position(self, asking: Asking, keys: Iterable[pl.Series]) -> pl.Series:
        """Looks up all keys; what is seen for the first time is decided after the first of them, and after the last."""
        assert self._dense is not None
        found = [pl.Series(dtype=pl.Int32())]
        unseen: list[_Unseen] = []
        for key in keys:
            if not self._numbers:
                self._learn(asking, key)
            numbers = self._dense.gather(key)
            missing = numbers == UNSEEN
            if missing.any():
                rows = missing.arg_true()
                unseen.append(_Unseen(numbers, rows, key.gather(rows)))
            found.append(numbers)
            if len(found) == 2:
                self._settle(asking, unseen)
        self._settle(asking, unseen)
        return pl.concat(found, rechunk=False)

    def _settle(self, asking: Asking, unseen: list[_Unseen]) -> None:
        """Decides these situations and fills in their numbers; the list is empty afterwards."""
        if unseen:
            self._learn(asking, pl.concat([each.keys for each in unseen]))
        for each in unseen:
            assert self._dense is not None
            each.numbers.scatter(each.rows, self._dense.gather(each.keys))
        unseen.clear()

    def _learn(self, asking: Asking, keys: pl.Series) -> None:
        """Decides these situations, none of which has been seen."""
        assert self._dense is not None
        here = np.zeros(asking.keys[0].size, np.bool_)
        here[keys.to_numpy()] = True
        new = np.flatnonzero(here)
        numbers = self._decided(asking, [new])
        at, told = new.tolist(), numbers.tolist()  # the first series that a process makes of an array takes 10 ms
        self._dense.scatter(pl.Series(at, dtype=pl.UInt32()), pl.Series(told, dtype=pl.Int32()))

    def _by_join(self, asking: Asking, asked: pl.DataFrame) -> pl.Series:
        names = asked.columns
        if self._sparse is None:
            self._sparse = asked.clear().with_columns(pl.lit(0, pl.Int32).alias(VERDICT))
        new = asked.unique().join(self._sparse, on=names, how="anti")
        numbers = self._decided(asking, [new[name].to_numpy() for name in names])
        self._sparse = pl.concat([self._sparse, new.with_columns(pl.Series(VERDICT, numbers))])
        return asked.join(self._sparse, on=names, how="left", maintain_order="left")[VERDICT]


def asking_of(decider: Decider, vocabulary: Vocabulary, day: date, batch: pl.DataFrame) -> Asking:
    """What a table with these columns is asked, kept for the next one. Raises WrongColumns."""
    kept = _asked.setdefault(decider, {})
    key = day, tuple(batch.schema.items())
    if key not in kept:
        if len(kept) >= ASKED:
            kept.clear()
        kept[key] = Asking(decider, vocabulary, day, Columns(batch.schema, pl))
    return kept[key]
