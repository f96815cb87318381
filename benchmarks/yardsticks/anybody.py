"""People whose facts have nothing to do with each other: any word, unknown or nothing, any birth around the limits.

Registries hardly have the odd cases; answers are compared on these too.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import numpy as np
import polars as pl

from yardsticks.answer import ADULT, BEYOND, DAY, FACTS, TOO_OLD

LIMITS = (ADULT, TOO_OLD, BEYOND, DAY)


def anybody(rows: int, schema: Mapping[str, pl.DataType], seed: int = 1) -> pl.DataFrame:
    """So many rows with the facts as the schema types them."""
    random = np.random.default_rng(seed)
    values = {fact: _values(schema[fact]) for fact in FACTS}
    for fact in ("kota", "pekerjaan"):  # half have the first word, else hardly anybody would be eligible
        values[fact] = pl.concat([values[fact], *[values[fact].head(1)] * values[fact].len()])
    return pl.DataFrame([of.gather(random.integers(of.len(), size=rows)).alias(name) for name, of in values.items()])


def _values(kind: pl.DataType) -> pl.Series:
    """Everything a cell may hold."""
    if isinstance(kind, pl.Enum):
        return pl.Series([*kind.categories, None], dtype=kind)
    if kind == pl.Boolean:
        return pl.Series([True, False, None])
    births = [limit + timedelta(days) for limit in LIMITS for days in (-1, 0, 1)]
    return pl.Series([*births, *(DAY - timedelta(365 * age) for age in range(10, 80, 10)), None], dtype=kind)
