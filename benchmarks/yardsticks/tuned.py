"""Hand-tuned Polars: one lazy query for the streaming engine, every finding, outcome, group and source exact.

What makes it fast: a word among a few is a comparison of bytes and gives a bitmap; every condition is two bitmaps
without nulls, met and failed, put together step by step, because Polars does not share what occurs twice inside one
expression; findings are chosen between byte literals; bytes are widened once, at the end.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from polars import col

from yardsticks.answer import ADULT, BEYOND, DAY, LISTED, OUTCOMES, POSTS, TOO_OLD, UNKNOWN

OFFICERS, OTHERS = ["ketua", "sekretaris", "bendahara"], ["anggota", "tidak_ada"]
OUTSIDE = ["perusahaan", "penyelenggara_negara", "tidak_bekerja"]


def decide(frame: pl.DataFrame) -> pl.Series:
    return tuned(frame.lazy()).collect(engine="streaming").to_series()


def tuned(frame: pl.LazyFrame) -> pl.LazyFrame:
    """One column of numbers in the form of `answer`."""
    return (
        settled(frame)
        .select(
            low=_finding("home", 0) + _finding("post", 2) + _finding("home", 4) + _finding("status", 6),
            middle=_finding("home", 0) + _finding("age", 2) + _finding("work", 4) + _finding("relation", 6),
            high=_finding("member", 0) + _ending(),
        )
        .select(
            answer=col.low.cast(pl.UInt32)
            + col.middle.cast(pl.UInt32) * pl.lit(1 << 8, pl.UInt32)
            + col.high.cast(pl.UInt32) * pl.lit(1 << 16, pl.UInt32)
        )
    )


def settled(frame: pl.LazyFrame) -> pl.LazyFrame:
    """For every criterion whether it is met and whether it failed; who is eligible, who is not, and as what."""
    return (
        frame.select(
            home_met=_among("kota", ["tegal"]),
            home_failed=~_among("kota", ["tegal", UNKNOWN, None]),
            post_met=pl.any_horizontal([_among(post, OFFICERS) for post in POSTS]),
            post_failed=pl.all_horizontal([_among(post, OTHERS) for post in POSTS]),
            status_met=_among("status_kepegawaian", ["non_asn_pemda"]),
            status_failed=_among("status_kepegawaian", ["asn", "tni_polri", "bukan_pegawai"]),
            ongoing=_among("penerima_berjalan", ["ya"]),
            new=_among("penerima_berjalan", ["tidak", None]),
            of_age=_yes((col.tanggal_lahir <= ADULT) & (col.tanggal_lahir > TOO_OLD)),
            born=_yes((col.tanggal_lahir <= DAY) & (col.tanggal_lahir > BEYOND)),
            listed=_among("pekerjaan", LISTED) | _among("pekerjaan_kedua", LISTED),
            known=~(_among("pekerjaan", [UNKNOWN, None]) | _among("pekerjaan_kedua", [UNKNOWN])),
            rulable=~_among("pekerjaan", [*LISTED, "tidak_bekerja", UNKNOWN, None])
            | ~_among("pekerjaan_kedua", [*LISTED, "tidak_bekerja", "tidak_ada", UNKNOWN, None]),
            ruled_in=_yes(col.ditetapkan_setara),
            ruled_out=_yes(~col.ditetapkan_setara),
            relation_met=_among("hubungan_kerja", ["orang_perseorangan", "luar_hubungan_kerja"]),
            relation_failed=_among("hubungan_kerja", OUTSIDE),
            member_met=_yes(~col.peserta_aktif),
            member_failed=_yes(col.peserta_aktif),
        )
        .with_columns(
            age_met=col.ongoing | col.of_age,
            age_failed=col.new & col.born & ~col.of_age,
            work_met=col.listed | (col.ruled_in & col.rulable),
            work_failed=col.known & ~col.listed & (col.ruled_out | ~col.rulable),
        )
        .with_columns(
            poor_met=col.age_met & col.work_met & col.relation_met & col.member_met,
            poor_failed=col.age_failed | col.work_failed | col.relation_failed | col.member_failed,
        )
        .with_columns(
            officer=col.home_met & col.post_met,
            staff=col.home_met & col.post_failed & col.status_met,
            poor=col.home_met & col.post_failed & col.status_failed & col.poor_met,
            eligible=col.home_met & (col.post_met | col.status_met | col.poor_met),
            ineligible=col.home_failed | (col.post_failed & col.status_failed & col.poor_failed),
        )
    )


def _among(fact: str, words: Sequence[str | None]) -> pl.Expr:
    """False for a null, unless the words have it."""
    return col(fact).is_in(words, nulls_equal=True)


def _yes(condition: pl.Expr) -> pl.Expr:
    return condition.fill_null(False)


def _finding(criterion: str, bit: int) -> pl.Expr:
    met, failed = _byte(2 << bit), _byte(1 << bit)
    return pl.when(col(f"{criterion}_met")).then(met).when(col(f"{criterion}_failed")).then(failed).otherwise(_byte(0))


def _ending() -> pl.Expr:
    """Outcome, group and source, from bit 2 of the last byte; the city pays for everybody whose group is certain."""
    eligible, ineligible = OUTCOMES["eligible"], OUTCOMES["ineligible"]
    paid = [_byte((eligible | group << 2 | 1 << 4) << 2) for group in (1, 2, 3)]
    return (
        pl.when(col.officer)
        .then(paid[0])
        .when(col.staff)
        .then(paid[1])
        .when(col.poor)
        .then(paid[2])
        .when(col.eligible)
        .then(_byte(eligible << 2))
        .when(col.ineligible)
        .then(_byte(ineligible << 2))
        .otherwise(_byte(0))
    )


def _byte(value: int) -> pl.Expr:
    return pl.lit(value, pl.UInt8)
