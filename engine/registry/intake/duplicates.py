"""People who stand in a registry more than once, identities that disagree with it, and families: over all its rows."""

from __future__ import annotations

from typing import Literal

import polars as pl

from engine.registry.columns import ROW
from engine.registry.intake.identity import FAMILY, NAME, NIK, born_digits

TWIN, OTHER_DATA, BIRTH, ONE_FAMILY = "kembar", "identitas_sama_data_lain", "nik_dan_tanggal_lahir", "satu_keluarga"
BORN = "tanggal_lahir"
KINDS = pl.Enum([TWIN, OTHER_DATA, BIRTH, ONE_FAMILY])
COLUMNS = pl.Schema(
    {
        ROW: pl.Int64(),
        "kode": KINDS,
        "kelompok": pl.Int64(),
        "diputuskan": pl.Boolean(),
    }
)
"""A row of the registry in a cluster (numbered from 1 by identity within each kind), and whether it is decided."""
AT_ONCE = 10_000_000
"""Rows whose identities are compared in one pass."""

Disagreement = Literal["tahan", "lanjut"]


def duplicates(registry: pl.LazyFrame, *, birth_disagreement: Disagreement = "tahan") -> pl.DataFrame:
    """What must be ruled about identities, as COLUMNS. Reads the registry more than once; rows held before stay so.

    One identity with the same data throughout: the first row is decided, the others are held (`kembar`). With other
    data: all are held, for no row is the right one by coming first. A NIK is for life, so one whose birth digits are
    not the date of birth is held (`tahan`) or listed only (`lanjut`). Families are listed; the allocation decides.
    """
    names = registry.collect_schema().names()
    if NIK not in names:
        found = pl.DataFrame(schema=COLUMNS)
    else:
        found = pl.concat([*_same_identity(registry, names), _born_otherwise(registry, names, birth_disagreement)])
    twins = found.filter(~pl.col("diputuskan") & (pl.col("kode") == TWIN))[ROW]
    families = _families(registry, names, twins) if FAMILY in names else pl.DataFrame(schema=COLUMNS)
    return pl.concat([found, families]).sort(ROW, "kode")


def _same_identity(registry: pl.LazyFrame, names: list[str]) -> list[pl.DataFrame]:
    number = pl.col(NIK).cast(pl.Int64, strict=False)
    repeated = _repeated(registry.filter(pl.col(NIK).is_not_null()), number)
    if not repeated.len():
        return []
    rows = registry.filter(number.is_in(repeated.implode())).collect(engine="streaming")
    data = [name for name in names if name != ROW]
    spelling = [pl.col(NAME).str.to_lowercase()] if NAME in names else []
    same = rows.with_columns(spelling).with_columns(
        alike=pl.struct(data).n_unique().over(NIK) == 1, first=pl.col(ROW).min().over(NIK)
    )
    listed = same.select(
        ROW,
        kode=pl.when("alike").then(pl.lit(TWIN)).otherwise(pl.lit(OTHER_DATA)),
        kelompok=pl.col(NIK).rank("dense").over("alike"),
        diputuskan=pl.col("alike") & (pl.col(ROW) == pl.col("first")),
    )
    return [listed.cast(COLUMNS)]


def _born_otherwise(registry: pl.LazyFrame, names: list[str], disagreement: Disagreement) -> pl.DataFrame:
    if BORN not in names:
        return pl.DataFrame(schema=COLUMNS)
    born = pl.col(BORN)
    written = born.dt.day().cast(pl.Int64) * 10_000 + born.dt.month().cast(pl.Int64) * 100 + born.dt.year() % 100
    rows = registry.filter(born_digits(pl.col(NIK)) != written).select(ROW, NIK).collect(engine="streaming")
    listed = rows.select(
        ROW,
        kode=pl.lit(BIRTH),
        kelompok=pl.col(NIK).rank("dense"),
        diputuskan=pl.lit(disagreement == "lanjut"),
    )
    return listed.cast(COLUMNS)


def _families(registry: pl.LazyFrame, names: list[str], twins: pl.Series) -> pl.DataFrame:
    """Rows of families with several applicants; a person listed twice is one."""
    number = pl.col(FAMILY).cast(pl.Int64, strict=False)
    members = registry.filter(pl.col(FAMILY).is_not_null() & ~pl.col(ROW).is_in(twins.implode()))
    repeated = _repeated(members, number)
    who = pl.coalesce(pl.col(NIK).cast(pl.Int64, strict=False), -pl.col(ROW)) if NIK in names else -pl.col(ROW)
    rows = members.filter(number.is_in(repeated.implode())).select(ROW, number, who=who).collect(engine="streaming")
    persons = rows.lazy().select(FAMILY, "who").unique().group_by(FAMILY).len().filter(pl.col("len") > 1)
    several = persons.sort(FAMILY).select(FAMILY, kelompok=pl.int_range(1, pl.len() + 1, dtype=pl.Int64))
    listed = (
        rows.lazy()
        .join(several, on=FAMILY)
        .select(ROW, kode=pl.lit(ONE_FAMILY, KINDS), kelompok="kelompok", diputuskan=pl.lit(True))
    )
    return listed.collect(engine="streaming").cast(COLUMNS)


def _repeated(rows: pl.LazyFrame, number: pl.Expr) -> pl.Series:
    """Numbers that occur more than once; counted in as many passes as keep the count small."""
    total = rows.select(pl.len()).collect(engine="streaming").item()
    passes = -(-total // AT_ONCE)
    found = [pl.Series([], dtype=pl.Int64)]
    for rest in range(passes):
        counted = rows.select(number.alias("n")).filter(pl.col("n") % passes == rest).group_by("n").len()
        found.append(counted.filter(pl.col("len") > 1).select("n").collect(engine="streaming").to_series())
    return pl.concat(found)
