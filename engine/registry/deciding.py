"""Decides a whole table: every situation once, its verdict given back to all the rows that share it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import narwhals as nw
import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from engine.decision.verdict import Decider, Verdict
from engine.language.vocabulary import Vocabulary
from engine.registry.asking import Asking, Keys

VERDICT = "putusan"
"""Column of verdict numbers, positions in `Ledger.verdicts`."""
DENSE = 2**23
"""Up to so many possible situations a table of all of them is kept, one verdict number each."""
UNSEEN = -1

Numbers = npt.NDArray[np.int32]


class Ledger:
    """The verdicts of one run, each with a number in the order in which they were first met."""

    def __init__(self, decider: Decider, vocabulary: Vocabulary, day: date) -> None:
        self.decider = decider
        self.vocabulary = vocabulary
        self.day = day
        self.situations = 0
        """Different situations met so far, all facts of the program taken together."""
        self._numbers: dict[Verdict, int] = {}
        self._dense: Numbers | None = None
        self._sparse: pl.DataFrame | None = None

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        return tuple(self._numbers)

    def decide(self, batch: pl.DataFrame) -> pl.Series:
        """The verdict number of every row, in the order of the rows. Raises WrongColumns and Undecidable."""
        frame = nw.from_native(batch.lazy())
        asking = self._asking(frame)
        asked = frame.select(asking.expressions).collect(engine="streaming").to_native()
        if len(asking.keys) == 1 and asking.keys[0].size <= DENSE:
            return pl.Series(VERDICT, self._by_position(asking, asked.to_series().to_numpy()))
        return self._by_join(asking, asked)

    def decide_lazily(
        self, frame: nw.LazyFrame[Any], given: Callable[[pa.Table], nw.LazyFrame[Any]]
    ) -> nw.LazyFrame[Any]:
        """The frame with a column of verdict numbers; `given` hands a small table to the frame's engine.

        The situations are collected and decided here, so the frame is read twice. Raises like `decide`.
        """
        asking = self._asking(frame)
        names = [key.name for key in asking.keys]
        asked = frame.with_columns(asking.expressions)
        met = asked.select(names).unique().collect("pyarrow").to_native()
        numbers = self._decided(asking, [met[name].to_numpy() for name in names])
        return asked.join(given(met.append_column(VERDICT, pa.array(numbers))), on=names, how="left").drop(names)

    def _asking(self, frame: nw.LazyFrame[Any]) -> Asking:
        return Asking(self.decider, self.vocabulary, self.day, frame.collect_schema())

    def _decided(self, asking: Asking, keys: Sequence[Keys]) -> Numbers:
        """The verdict numbers of these different situations."""
        verdicts, rows = self.decider.verdicts(asking.situations(keys))
        numbers = [self._numbers.setdefault(verdict, len(self._numbers)) for verdict in verdicts]
        self.situations += len(rows)
        return np.array(numbers, np.int32)[rows]

    def _by_position(self, asking: Asking, key: Keys) -> Numbers:
        if self._dense is None:
            self._dense = np.full(asking.keys[0].size, UNSEEN, np.int32)
        found = self._dense[key]
        if found.size and found.min() == UNSEEN:
            met = np.zeros(self._dense.size, np.bool_)
            met[key] = True
            new = np.flatnonzero(met & (self._dense == UNSEEN))
            self._dense[new] = self._decided(asking, [new])
            found = self._dense[key]
        return found

    def _by_join(self, asking: Asking, asked: pl.DataFrame) -> pl.Series:
        names = asked.columns
        if self._sparse is None:
            self._sparse = asked.clear().with_columns(pl.lit(0, pl.Int32).alias(VERDICT))
        new = asked.unique().join(self._sparse, on=names, how="anti")
        numbers = self._decided(asking, [new[name].to_numpy() for name in names])
        self._sparse = pl.concat([self._sparse, new.with_columns(pl.Series(VERDICT, numbers))])
        return asked.join(self._sparse, on=names, how="left", maintain_order="left")[VERDICT]
