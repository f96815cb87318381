"""One block of made-up people: families first, then what each person does, by the assumptions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from engine.registry.synth import assumptions as like
from engine.registry.synth import numbers
from engine.registry.synth.city import City
from engine.registry.synth.draws import Bools, Codes, Draws, Whole


@dataclass(frozen=True, slots=True)
class Worded:
    """Words by number, as the numbers of `words`; None where a person has none."""

    words: tuple[str, ...]
    codes: Codes
    stated: Bools | None = None


Made = Bools | Whole | Worded | pl.Series
"""Yes or no, whole numbers, words, or dates and texts, for each person."""


@dataclass(frozen=True, slots=True)
class _Families:
    count: int
    family: Whole
    position: Whole
    village: Whole


def make(city: City, draws: Draws, first: int, count: int) -> dict[str, Made]:
    """The facts and identities of rows `first` (from 1) and on, by name. Blocks must be made in order."""
    families = _families(city, draws, count)
    woman, birth, age = _ages(city, draws, families, count)
    work = _work(city, draws, woman, age, count)
    household = _household(city, draws, families, work["pekerjaan"], count)
    posts = _posts(city, draws, age, count)
    return {
        "tanggal_lahir": pl.Series(city.births[birth]),
        **_identity(city, draws, families, woman, birth, first, count),
        **work,
        **household,
        **posts,
    }


def _families(city: City, draws: Draws, count: int) -> _Families:
    sizes = city.tables.size.alone(draws.halves("keluarga", count)).astype(np.int64) + 1
    ends = np.cumsum(sizes)
    number = int(np.searchsorted(ends, count)) + 1
    sizes, ends = sizes[:number], ends[:number]
    family = np.repeat(np.arange(number), sizes)[:count]
    position = np.arange(count) - (ends - sizes)[family]
    return _Families(number, family, position, draws.below("kelurahan", number, len(city.villages)))


def _ages(city: City, draws: Draws, families: _Families, count: int) -> tuple[Bools, Whole, Whole]:
    """Who is a woman, the number of the day of birth, and the age in years (to within days)."""
    band = city.tables.head.alone(draws.halves("usia kepala", families.count)).astype(np.int64)
    edges = np.array([*like.AGE_BANDS, like.OLDEST + 1], np.int64)
    width = np.diff(edges)[band]
    head_age = edges[band] + ((draws.words("usia", families.count).astype(np.int64) * width) >> 32)
    head_woman = ~draws.happens("kepala laki-laki", families.count, like.MALE_HEADS)
    head_age, head_woman = head_age[families.family], head_woman[families.family]
    head, second = families.position == 0, families.position == 1
    spouse = head_age - draws.below("pasangan", count, np.ptp(like.SPOUSE_YOUNGER)) - like.SPOUSE_YOUNGER[0]
    child = head_age - draws.below("anak", count, np.ptp(like.CHILD_YOUNGER)) - like.CHILD_YOUNGER[0]
    age = np.where(head, head_age, np.where(second, spouse, child))
    young, old = draws.below("anak muda", count, 15) + like.YOUNGEST, like.OLDEST - draws.below("lansia", count, 15)
    age = np.where(age < like.YOUNGEST, young, np.where(age > like.OLDEST, old, age))
    woman = np.where(head, head_woman, np.where(second, ~head_woman, draws.happens("perempuan", count, 0.5)))
    after = ((age - like.YOUNGEST) * 1461 + draws.below("hari lahir", count, 1461)) >> 2
    return woman, np.maximum(len(city.births) - 1 - after, 0), age


def _work(city: City, draws: Draws, woman: Bools, age: Whole, count: int) -> dict[str, Made]:
    tables = city.tables
    band = np.clip((age - like.YOUNGEST) // 10, 0, len(like.AGE_BANDS) - 1)
    trade = tables.trade.of(band * 2 + woman, draws.halves("pekerjaan", count))
    relation = tables.relation.of(trade, draws.halves("hubungan_kerja", count))
    second = tables.second.alone(draws.halves("pekerjaan_kedua", count))
    has = draws.happens("dua pekerjaan", count, like.SECOND_TRADE) & (second != trade) & ~tables.resting[trade]
    said = draws.happens("tanpa pekerjaan kedua", count, 0.5)
    active = tables.active.of(relation, draws.halves("peserta_aktif", count)).astype(np.bool_)
    now = np.where(
        active,
        draws.happens("penerima peserta", count, like.PAID_FOR_NOW[True]),
        draws.happens("penerima_berjalan", count, like.PAID_FOR_NOW[False]),
    )
    helper = tables.helper[trade] & (relation == like.RELATIONS.index(like.PERSON))
    tie = tables.tie.of(helper, draws.halves("hubungan_asn", count))
    ties = tuple(like.TIES[True])
    named = (tie != ties.index(like.NONE)) & draws.happens("nip_donatur", count, like.DONOR_NAMED)
    donors = city.donors.gather(draws.below("donatur", count, like.DONORS))
    return {
        "pekerjaan": Worded(city.trades, trade),
        "pekerjaan_kedua": Worded(
            (*city.trades, like.NONE), np.where(has, second, len(city.trades)).astype(np.uint8), has | said
        ),
        "hubungan_kerja": Worded(like.RELATIONS, relation),
        "status_kepegawaian": Worded(
            tuple(like.STATUS[like.STATE] | like.STATUS[like.OWN]),
            tables.status.of(relation, draws.halves("status_kepegawaian", count)),
        ),
        "menerima_upah": tables.wage.of(relation, draws.halves("menerima_upah", count)).astype(np.bool_),
        "usaha_sendiri": tables.own.of(relation, draws.halves("usaha_sendiri", count)).astype(np.bool_),
        "peserta_aktif": active,
        "penerima_berjalan": now,
        "hubungan_asn": Worded(ties, tie),
        "nip_donatur": _where(donors, named),
        "ditetapkan_setara": Worded(
            (like.NO, like.YES),
            draws.happens("setara", count, like.RULED_YES).astype(np.uint8),
            draws.happens("ditetapkan_setara", count, like.RULED),
        ),
    }


def _household(city: City, draws: Draws, families: _Families, trades: Made, count: int) -> dict[str, Made]:
    assert isinstance(trades, Worded)
    tables, number = city.tables, families.count
    heads = np.flatnonzero(families.position == 0)
    decile = tables.decile.of(tables.poverty[trades.codes[heads]], draws.halves("desil", number))
    dtsen = tables.dtsen.of(decile, draws.halves("terdaftar_dtsen", number)).astype(np.bool_)
    dtks = tables.dtks.of(decile + dtsen * np.uint8(10), draws.halves("terdaftar_dtks", number)).astype(np.bool_)
    extreme = tables.extreme.of(decile, draws.halves("miskin_ekstrem", number)).astype(np.bool_)
    by_head = draws.happens("tulang_punggung", number, like.BREADWINNERS)[families.family]
    also = draws.happens("dua tulang punggung", count, like.TWO_BREADWINNERS)
    position = families.position
    return {
        "tulang_punggung": ((position == 0) & by_head) | ((position == 1) & ~by_head) | also,
        "miskin_ekstrem": extreme[families.family],
        "terdaftar_dtks": dtks[families.family],
        "terdaftar_dtsen": dtsen[families.family],
        "desil": decile[families.family].astype(np.int64) + 1,
        "kelurahan": city.villages.gather(families.village[families.family]),
    }


def _posts(city: City, draws: Draws, age: Whole, count: int) -> dict[str, Made]:
    made: dict[str, Made] = {}
    for post, words in like.POSTS.items():
        codes = city.tables.posts[post].alone(draws.halves(post, count))
        none = list(words).index(like.NONE)
        made[post] = Worded(tuple(words), np.where(age < like.YOUNGEST_IN_POST, none, codes).astype(np.uint8))
    return made


def _identity(
    city: City, draws: Draws, families: _Families, woman: Bools, birth: Whole, first: int, count: int
) -> dict[str, Made]:
    home = city.district_of[families.village]
    other = draws.below("kecamatan", count, len(city.districts))
    issued = np.where(draws.happens("nik", count, like.NIK_OF_HOME), home[families.family], other)
    serial = city.people_serials.next((issued * len(city.births) + birth) * 2 + woman)
    nik = numbers.nik(city.districts[issued], city.birth_digits[birth], woman, serial)
    card = draws.below("no_kk", families.count, len(city.card_digits))
    card_serial = city.card_serials.next(home * len(city.card_digits) + card)
    no_kk = numbers.family_card(city.districts[home], city.card_digits[card], card_serial)
    came = city.registration_days.gather(draws.below("hari daftar", count, len(city.registration_days)))
    hour = city.office_hours.gather(draws.below("jam daftar", count, len(city.office_hours)))
    number = pl.Series(np.arange(first + 10**9, first + count + 10**9)).cast(pl.String).str.slice(1)
    return {
        "nik": pl.Series(nik).cast(pl.String),
        "nama": "Warga Sintetis " + number,
        "no_kk": pl.Series(no_kk).cast(pl.String).gather(families.family),
        "waktu_daftar": came + hour,
    }


def _where(series: pl.Series, kept: NDArray[np.bool_]) -> pl.Series:
    """The series, null where it is not kept."""
    return pl.select(pl.when(pl.Series(kept)).then(series)).to_series()
