"""Names and codes of villages and cities as lists have them, and how the two settle each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from engine.language.reader import UNKNOWN
from engine.language.regions import is_region_code, regencies, village_name, villages_of
from engine.language.vocabulary import Vocabulary
from engine.registry.intake.cell import Cell, Judge, State, faulty
from engine.registry.intake.folding import foreign_digit, nearest, spaced

CITY, VILLAGE = "kota", "kelurahan"
ELSEWHERE = "lainnya"
_DOTLESS = re.compile(r"[0-9]{10}")
_CODE_IN = re.compile(r"(?<![0-9.])([0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4})(?![0-9.])")
_VILLAGE_KIND = re.compile(r"(?:kelurahan|kel|desa|ds) (?=.)")
_CITY_KIND = re.compile(r"(?:(kota)|kabupaten|kab)(?: administrasi| adm)? (?=.)")
_CITY_CODE = re.compile(r"([0-9]{2})\.?([0-9]{2})")


def village_judge(region: str | None) -> Judge:
    """Reads a Kemendagri code, with or without dots, or a name that one village of the city asked has.

    The code may stand with the village's own name. A name is looked up in the city asked and nowhere else.
    """
    villages = villages_of(region) if region else ()
    names: dict[str, list[str]] = {}
    for code, name in villages:
        names.setdefault(_compact(name), []).append(code)
    near = nearest(name for _, name in villages)

    def judge(text: str) -> Cell:
        if foreign_digit(text):
            return faulty("cell-foreign-digits")
        code = f"{text[:2]}.{text[2:4]}.{text[4:6]}.{text[6:]}" if _DOTLESS.fullmatch(text) else text
        if is_region_code(code):
            return faulty("cell-unknown-village-code") if village_name(code) is None else Cell(code)
        if found := _CODE_IN.search(text):
            name = village_name(found[1])
            rest = _VILLAGE_KIND.sub("", spaced(text[: found.start()] + " " + text[found.end() :]), count=1)
            if name is not None and _compact(rest) != _compact(name):
                return faulty("cell-village-differs")
            return Cell(found[1]) if name is not None else faulty("cell-unknown-village-code")
        words = spaced(text)
        bare = _VILLAGE_KIND.sub("", words, count=1)
        codes = names.get(_compact(words)) or names.get(_compact(bare)) or []
        if len(codes) == 1:
            return Cell(codes[0], State.NAMED)
        if codes:
            return faulty("cell-village-ambiguous")
        return faulty("cell-unknown-village", near(bare))

    return judge


def city_judge(vocabulary: Vocabulary, words: Judge) -> Judge:
    """Reads a city's name with its kind (`Kota Tegal`, `Kab. Brebes`), or its code; `words` reads what is left.

    A name that a Kota and a Kabupaten share is unknown unless the village settles it. Existing cities that the
    vocabulary does not name are `lainnya`.
    """
    slugs = {word.region: slug for slug, word in vocabulary.facts[CITY].words.items() if word.region}

    def judge(text: str) -> Cell:
        if text in vocabulary.facts[CITY].words:
            return Cell(text)
        if found := _CITY_CODE.fullmatch(text):
            code = f"{found[1]}.{found[2]}"
            known = code in _regency_codes()
            return Cell(slugs.get(code, ELSEWHERE)) if known else faulty("cell-unknown-word")
        written = spaced(text)
        kind = _CITY_KIND.match(written)
        codes = _regency_names().get(_key(written), ()) if kind else _bare_names().get(_compact(written), ())
        cities = sorted({slugs.get(code, ELSEWHERE) for code in codes})
        if len(cities) == 1:
            return Cell(cities[0])
        if cities:
            return Cell(None, State.SHARED, "cell-city-ambiguous", cities=" ".join(cities))
        return words(text)

    return judge


@dataclass(frozen=True, slots=True)
class Settled:
    """City and village after each has been held against the other."""

    city: pl.Series
    village: pl.Series
    fault: pl.Series
    """Code of the fault of the row's village cell, or null."""
    named: pl.Series
    """Whether the village has settled a city's name that several cities share."""


def settle(
    city: pl.Series, village: pl.Series, by_name: pl.Series, shared: pl.Series, vocabulary: Vocabulary
) -> Settled:
    """City from village; what disagrees becomes unknown, as it does of one person.

    A village known by its name alone (`by_name`) does not outweigh a city that is stated: there it becomes unknown
    by itself. `shared` holds the cities of a name such as "Tegal", joined by spaces, else null.
    """
    distinct = village.drop_nulls().unique()
    cities = pl.Series([vocabulary.city_of_region(code) for code in distinct], dtype=city.dtype)
    frame = pl.DataFrame({"own": city, "village": village, "by_name": by_name, "shared": shared}).with_columns(
        found=village.replace_strict(distinct, cities, default=None, return_dtype=city.dtype)
    )
    own, found, names = pl.col("own"), pl.col("found"), pl.col("shared")
    among = pl.format(" {} ", names).str.contains(pl.format(" {} ", found.cast(pl.String)), literal=True)
    stated = own.is_not_null() & (own != UNKNOWN)
    apart = stated & (own != found)
    if shared.null_count() < shared.len():
        apart = pl.when(names.is_not_null()).then(~among).otherwise(apart)
    result = frame.with_columns(apart=apart.fill_null(False)).select(
        city=pl.when(~pl.col("apart"))
        .then(pl.coalesce(found, own))
        .when("by_name")
        .then(own)
        .otherwise(pl.lit(UNKNOWN, city.dtype)),
        village=pl.when(~pl.col("apart")).then("village"),
        fault=pl.when(pl.col("apart")).then(
            pl.when("by_name").then(pl.lit("cell-village-elsewhere")).otherwise(pl.lit("cell-place-disagrees"))
        ),
        named=names.is_not_null() & found.is_not_null() & ~pl.col("apart"),
    )
    return Settled(result["city"], result["village"], result["fault"], result["named"])


@lru_cache(maxsize=1)
def _regency_names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for code, name in regencies():
        key = _key(spaced(name))
        names[key] = (*names.get(key, ()), code)
    return names


@lru_cache(maxsize=1)
def _bare_names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for code, name in regencies():
        key = _compact(_CITY_KIND.sub("", spaced(name), count=1))
        names[key] = (*names.get(key, ()), code)
    return names


@lru_cache(maxsize=1)
def _regency_codes() -> frozenset[str]:
    return frozenset(code for code, _ in regencies())


def _key(written: str) -> str:
    """Kind and name of a city in one form."""
    kind = _CITY_KIND.match(written)
    assert kind
    return f"{'kota' if kind[1] else 'kabupaten'} {_compact(written[kind.end() :])}"


def _compact(text: str) -> str:
    return spaced(text).replace(" ", "")
