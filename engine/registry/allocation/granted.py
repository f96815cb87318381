"""Months of the year that earlier runs have granted: nobody gets one of them twice, and their money is committed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import shown
from engine.registry.allocation.budget import Pot
from engine.registry.allocation.months import Masks

SCHEMA: dict[str, pl.DataType] = {
    "nik": pl.String(),
    "bulan": pl.String(),
    "uang": pl.String(),
    "sumber_dana": pl.String(),
    "penyedia": pl.String(),
    "rupiah": pl.Int64(),
}
"""A grant a row: identity, month YYYY-MM, pot, its source and provider, rupiah."""
_MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$"


@dataclass(frozen=True, slots=True)
class Granted:
    months: pl.DataFrame
    """`nik` and `mask`, the months of the year as bits."""
    money: dict[str, int]
    """Rupiah committed, by pot."""
    given: pl.DataFrame
    """`nik`, `sumber_dana`, `penyedia` and `n`: months that each source has given."""

    def months_of(self, identities: pl.Series) -> Masks:
        joined = identities.to_frame("nik").join(self.months, on="nik", how="left", maintain_order="left")
        return joined["mask"].fill_null(0).cast(pl.UInt16).to_numpy()

    def committed(self, pot: str) -> int:
        return self.money.get(pot, 0)

    def by_source(
        self, identities: pl.Series, source: str, provider: str | None
    ) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
        """Months that a rule's source has given to each person."""
        mine = self.given.filter(pl.col("sumber_dana") == source)
        if provider is not None:
            mine = mine.filter(pl.col("penyedia") == provider)
        counts = mine.group_by("nik").agg(pl.col("n").sum())
        joined = identities.to_frame("nik").join(counts, on="nik", how="left", maintain_order="left")
        return joined["n"].fill_null(0).cast(pl.UInt8).to_numpy()


def read_grants(path: Path, faults: list[Diagnostic]) -> pl.DataFrame | None:
    """Grants (SCHEMA) of a file that an earlier run wrote (Parquet or CSV); None with a fault."""
    place = Place(shown(path))
    try:
        frame = pl.read_parquet(path) if path.suffix == ".parquet" else pl.read_csv(path, infer_schema=False)
        frame = frame.select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
    except OSError as problem:
        faults.append(Diagnostic("cannot-read", place, {"problem": problem.strerror or str(problem)}))
        return None
    except pl.exceptions.PolarsError:
        faults.append(Diagnostic("granted-file", place))
        return None
    if not frame["bulan"].str.contains(_MONTH).fill_null(False).all():
        faults.append(Diagnostic("granted-file", place))
        return None
    return frame


def read_granted(path: Path, year: int, pots: Iterable[Pot], faults: list[Diagnostic]) -> Granted | None:
    """The grants of the year in a file that an earlier run wrote, which name these pots only; None with a fault that
    leaves nothing to go by.
    """
    frame = read_grants(path, faults)
    if frame is None:
        return None
    place, known = Place(shown(path)), {pot.id: pot for pot in pots}
    found = granted_of(frame, year)
    strangers = sorted(set(found.money) - set(known))
    if strangers:
        faults.append(Diagnostic("granted-unknown-pot", place, {"names": ", ".join(strangers)}))
        return None
    for name, committed in sorted(found.money.items()):
        if committed > known[name].received:
            values = {"name": name, "committed": committed, "received": known[name].received}
            faults.append(Diagnostic("granted-over-received", place, dict(values)))
    return found


def granted_of(grants: pl.DataFrame, year: int) -> Granted:
    """The grants (SCHEMA) of one year."""
    mine = grants.filter(pl.col("bulan").str.starts_with(f"{year:04d}-"))
    bits = mine.with_columns((2 ** (pl.col("bulan").str.slice(5, 2).cast(pl.Int64) - 1)).cast(pl.Int64).alias("bit"))
    months = bits.unique(["nik", "bit"]).group_by("nik").agg(pl.col("bit").sum().alias("mask"))
    given = mine.group_by("nik", "sumber_dana", "penyedia").agg(pl.len().alias("n"))
    money = {name: int(total) for name, total in mine.group_by("uang").agg(pl.col("rupiah").sum()).iter_rows()}
    return Granted(months, money, given)
