"""A year's money given out by hand-written Polars: windows over the people in their order, one pot after the other.

Written for one policy and one kind of budget, and only for registries of which everything is known: pots that may pay
any month, and criteria of which only age changes within the year. So everybody's months are a row without gaps, and
counting them is enough. Identities are numbers, villages and occupations codes, and what decides the order is packed
into one number, because Polars sorts one number several times faster than six columns.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl
from polars import col

from engine.language.regions import villages_of
from yardsticks.answer import POSTS
from yardsticks.tuned import OUTSIDE

PRIME = 2**31 - 1
MONTHLY, MONTHS = 16_800, 12
VILLAGES = pl.Enum([code for code, _ in villages_of("33.76")])
OFFICERS = ["ketua", "sekretaris", "bendahara"]
FACTS = (
    "nik", "kelurahan", "waktu_daftar", "tanggal_lahir", "pekerjaan", "hubungan_kerja", *POSTS, "status_kepegawaian",
    "peserta_aktif", "penerima_berjalan", "miskin_ekstrem", "tulang_punggung",
)  # fmt: skip
"""What is read; the city is everybody's, and every occupation is ruled to be of the kind that the list means."""


@dataclass(frozen=True, slots=True)
class Purse:
    """Rupiah of one source, for people of some villages or occupations, so many months each; officers only by APBD."""

    name: str
    source: str
    money: int
    officers: bool
    most: int = MONTHS
    villages: Sequence[str] = ()
    occupations: Sequence[str] = ()


def read(registry: Path) -> pl.LazyFrame:
    return pl.scan_parquet(registry).select(FACTS)


def decided(people: pl.LazyFrame, year: int) -> pl.LazyFrame:
    """Those who may be paid from January on, with the first month in which they may and how many there are."""
    adult = pl.sum_horizontal([col.tanggal_lahir > date(year - 18, month, 1) for month in range(1, MONTHS + 1)])
    officer = pl.any_horizontal([col(post).is_in(OFFICERS) for post in POSTS])
    staff = ~officer & (col.status_kepegawaian == "non_asn_pemda")
    fits = (
        ~col.peserta_aktif
        & ~col.hubungan_kerja.is_in(OUTSIDE)
        & (col.pekerjaan != "tidak_bekerja")
        & ~(officer | staff)
    )
    going = col.penerima_berjalan == "ya"
    first = pl.when(officer | going).then(0).otherwise(adult)
    young_enough = officer | going | (col.tanggal_lahir > date(year - 65, 1, 1))
    return people.select(
        col.nik.cast(pl.Int64),
        col.kelurahan.cast(VILLAGES),
        "pekerjaan",
        officer=officer,
        going=going,
        first=first.cast(pl.Int8),
        months=pl.when(((fits & young_enough) | officer) & (first < MONTHS)).then(MONTHS - first).otherwise(0),
        rank=_number(~going) * 4 + _number(~col.miskin_ekstrem) * 2 + _number(~col.tulang_punggung),
        came=col.waktu_daftar,
    ).filter(col.months > 0)


def in_line(people: pl.LazyFrame, seed: str) -> pl.LazyFrame:
    """The people in the order in which they come; the lot is drawn only by those who tie before it."""
    came = col.came.str.to_datetime("%Y-%m-%dT%H:%M:%S", time_unit="ms").cast(pl.Int64) // 1000
    people = people.with_columns(key=col.rank * 2**40 + came).drop("rank", "came").sort("key")
    tied = (col.key == col.key.shift(1)) | (col.key == col.key.shift(-1))
    people = people.with_row_index("place").with_columns(tied=tied.fill_null(False))
    drawn = people.filter("tied").select("place", "key", "nik", high=col.nik // 10**8, low=col.nik % 10**8)
    digest = hashlib.sha256(seed.encode()).digest()
    for number in range(4):
        key = int.from_bytes(digest[4 * number : 4 * number + 4], "big") % PRIME
        drawn = drawn.with_columns(base=(col.low + key) % PRIME).with_columns(square=col.base * col.base % PRIME)
        fifth = col.square * col.square % PRIME * col.base % PRIME
        drawn = drawn.with_columns(high="low", low=(col.high + fifth) % PRIME)
    lots = drawn.select("place", "key", "nik", lot=col.high * 2**31 + col.low)
    ordered = lots.select(was=col.place.sort_by("key", "lot", "nik"), place="place")
    moved = ordered.sort("was").select("place")
    rest = people.filter(~col.tied)
    placed = pl.concat([people.filter("tied").drop("place"), moved], how="horizontal")
    return pl.concat([rest, placed.select(rest.collect_schema().names())]).sort("place").drop("place", "tied", "key")


def paid(people: pl.LazyFrame, places: Mapping[str, int], purses: Sequence[Purse]) -> pl.LazyFrame:
    """People in their order, with a column of months for each purse; people paid for now hold their places."""
    free = pl.Series([places[code] for code in VILLAGES.categories])
    people = people.with_columns(
        free=pl.lit(free).gather(col.kelurahan.to_physical()), place=col.going, left=col.months.cast(pl.Int64)
    )
    for purse in purses:
        meant = pl.lit(True) if purse.officers else ~col.officer
        if purse.villages:
            meant &= col.kelurahan.is_in(list(purse.villages))
        if purse.occupations:
            meant &= col.pekerjaan.is_in(list(purse.occupations))
        people = people.with_columns(want=pl.when(meant).then(pl.min_horizontal("left", purse.most)).otherwise(0))
        asks = (col.want > 0) & ~col.place
        rank = asks.cast(pl.Int32).cum_sum().over("kelurahan")
        people = people.with_columns(want=pl.when(col.place | (asks & (rank <= col.free))).then("want").otherwise(0))
        people = people.with_columns(upto=(col.want * MONTHLY).cum_sum())
        rest = purse.money - (col.upto - col.want * MONTHLY)
        got = pl.when(col.upto <= purse.money).then("want").when(rest > 0).then(rest // MONTHLY).otherwise(0)
        people = people.with_columns(got.alias(purse.name))
        new = (col(purse.name) > 0) & ~col.place
        people = people.with_columns(
            left=col.left - col(purse.name),
            place=col.place | new,
            free=col.free - new.cast(pl.Int32).sum().over("kelurahan"),
        )
    return people


def grants(people: pl.DataFrame, purses: Sequence[Purse], year: int) -> pl.DataFrame:
    """A row for each person and month, in the order of identities."""
    upto = [pl.sum_horizontal([purse.name for purse in purses[: number + 1]]) for number in range(len(purses))]
    rows = (
        people.lazy()
        .select("nik", col.first.cast(pl.Int64), *(each.alias(f"upto{number}") for number, each in enumerate(upto)))
        .filter(col(f"upto{len(purses) - 1}") > 0)
        .sort("nik")
        .with_columns(col.nik.cast(pl.String), bulan=pl.int_ranges(0, f"upto{len(purses) - 1}"))
        .explode("bulan")
    )
    by = pl.lit(len(purses) - 1, pl.Int64)
    for number in reversed(range(len(purses) - 1)):
        by = pl.when(col.bulan < col(f"upto{number}")).then(number).otherwise(by)
    return rows.select(
        "nik",
        bulan=pl.lit(pl.Series([f"{year}-{month:02d}" for month in range(1, MONTHS + 1)])).gather(
            col.first + col.bulan
        ),
        uang=pl.lit(pl.Series([purse.name for purse in purses])).gather(by),
        sumber_dana=pl.lit(pl.Series([purse.source for purse in purses])).gather(by),
        penyedia=pl.lit(None, pl.String),
        rupiah=pl.lit(MONTHLY, pl.Int64),
    ).collect()


def whole(
    registry: Path, target: Path, year: int, seed: str, places: Mapping[str, int], purses: Sequence[Purse]
) -> None:
    """From the registry's file to the file of grants."""
    people = paid(in_line(decided(read(registry), year), seed), places, purses).collect()
    grants(people, purses, year).write_parquet(target)


def _number(truth: pl.Expr) -> pl.Expr:
    return truth.cast(pl.Int64)
