"""Rows made hostile: what lists really hold instead of facts, one cell a row, and a record of what was done.

What a reader should make of each (`Effect`) is the promise of the intake: a cell that becomes unknown and is named, a
row that is held, or nothing at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import polars as pl

from engine.language.regions import villages_of
from engine.language.vocabulary import Vocabulary
from engine.registry.columns import ROW
from engine.registry.synth.registry import Block
from engine.registry.synth.written import written

Effect = Literal["sel_keliru", "baris_ditahan", "tetap"]
"""The cell becomes unknown and is named; the row is held; the cell reads as if it were well written."""
TRUTH = {"baris": pl.Int64(), "kolom": pl.String(), "keliru": pl.String(), "akibat": pl.String(), "asli": pl.String()}
"""Columns of the record: row, column, what was done, what a reader should make of it, and what the cell held before.

Until the file is written, `baris` is the row's number in the registry, from 1.
"""
LONG = 2_000
"""Characters of an over-long cell."""
MULTILINE = "baris_baru"
"""The kind that puts a line break in a cell."""

Cells = dict[str, str | None]
Spoil = Callable[[Cells, int], Cells]
"""From a row as it should be, and a random number, the cells to write instead."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to spoil a row. `column` is the cell to name; a copy takes the named columns (`*`: all) of another row."""

    name: str
    column: str
    effect: Effect
    spoil: Spoil
    needs: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


def hostile(block: Block, columns: list[str], share: float, kinds: Sequence[Kind]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The block as texts with that share of its rows spoilt, and the record of it (`TRUTH`).

    A copy is always of the nearest earlier row that is not spoilt; where there is none, the first kind stands in.
    """
    text = written(block.shown, columns)
    chosen = block.draws.happens("keliru", text.height, share)
    rows = np.flatnonzero(chosen)
    if not len(rows) or not kinds:
        return text, pl.DataFrame(schema=TRUTH)
    pick = block.draws.below("macam keliru", text.height, len(kinds))[rows]
    luck = block.draws.words("ragam keliru", text.height)[rows]
    earlier = np.maximum.accumulate(np.where(chosen, -1, np.arange(text.height)))[rows]
    plain = written(block.whole[rows], columns).to_dicts()
    copied: list[Cells | None] = [None] * len(rows)
    known = np.flatnonzero(earlier >= 0)
    for place, found in zip(known.tolist(), text[earlier[known]].to_dicts(), strict=True):
        copied[place] = found
    new: dict[str, dict[int, str | None]] = {}
    record: list[tuple[int, str, str, str, str | None]] = []
    for index, row in enumerate(rows.tolist()):
        kind, source = kinds[pick[index]], copied[index]
        if kind.copies and source is None:
            kind = kinds[0]
        if kind.copies and source is not None:
            cells = {name: source[name] for name in (columns if "*" in kind.copies else kind.copies) if name in source}
            if kind.name == SAME_NIK:
                record.append(
                    (block.first + int(earlier[index]), kind.column, kind.name, kind.effect, source[kind.column])
                )
        else:
            cells = kind.spoil(plain[index], int(luck[index]))
        for name, value in cells.items():
            new.setdefault(name, {})[row] = value
        record.append((block.first + row, kind.column, kind.name, kind.effect, plain[index][kind.column]))
    spoilt = text.with_columns(
        text[name].scatter(list(cells), pl.Series(list(cells.values()), dtype=pl.String)) for name, cells in new.items()
    )
    truth = pl.DataFrame(record, schema=TRUTH, orient="row").unique(maintain_order=True)
    return spoilt, truth.sort(ROW, maintain_order=True)


SAME_NIK = "nik_sama_data_lain"


def kinds_for(vocabulary: Vocabulary, city: str, columns: list[str]) -> tuple[Kind, ...]:
    """Every kind of hostile row that the columns and the city allow; the first needs no other row."""
    have = set(columns)
    every = (*_of_words(vocabulary, city), *_of_dates(), *_of_identity(), *_of_values(vocabulary))
    return tuple(kind for kind in every if {kind.column, *kind.needs} <= have)


def _of_words(vocabulary: Vocabulary, city: str) -> tuple[Kind, ...]:
    trades = vocabulary.facts["pekerjaan"].words
    labels = {slug: word.label.id for slug, word in trades.items()}
    typos = _typos(vocabulary)

    def spaced(row: Cells, luck: int) -> Cells:
        return {"pekerjaan": "  " + labels[row["pekerjaan"] or ""].title().replace(" ", "   ") + " " * (luck % 3)}

    def mistyped(row: Cells, luck: int) -> Cells:
        choices = typos[row["pekerjaan"] or ""]
        return {"pekerjaan": choices[luck % len(choices)]}

    found = [
        Kind("salah_ketik", "pekerjaan", "sel_keliru", mistyped),
        Kind("spasi", "pekerjaan", "tetap", spaced),
        Kind(
            "terlalu_panjang",
            "pekerjaan",
            "sel_keliru",
            lambda row, _: {"pekerjaan": (labels[row["pekerjaan"] or ""] + " ") * (LONG // 2)},
        ),
    ]
    words = vocabulary.facts["kota"].words
    elsewhere = [
        code for slug, word in words.items() if slug != city and word.region for code, _ in villages_of(word.region)
    ]
    if elsewhere:
        found.append(
            Kind(
                "kelurahan_kota_lain",
                "kelurahan",
                "sel_keliru",
                lambda row, luck: {"kota": row["kota"], "kelurahan": elsewhere[luck % len(elsewhere)]},
                ("kota",),
            )
        )
    bare = words[city].label.id.split(maxsplit=1)[-1]
    if sum(word.label.id.split(maxsplit=1)[-1] == bare for word in words.values()) > 1:
        found.append(
            Kind("kota_polos", "kota", "sel_keliru", lambda *_: {"kota": bare, "kelurahan": None}, ("kelurahan",))
        )
    return tuple(found)


def _of_dates() -> tuple[Kind, ...]:
    def born(form: Callable[[date, int], str]) -> Spoil:
        return lambda row, luck: {"tanggal_lahir": form(date.fromisoformat(row["tanggal_lahir"] or ""), luck)}

    def another_year(day: date, luck: int) -> str:
        return day.replace(year=day.year - 1 - luck % 3, day=min(day.day, 28)).isoformat()

    foreign = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    column = "tanggal_lahir"
    return (
        Kind("hari_di_depan", column, "sel_keliru", born(lambda day, _: f"{day:%d/%m/%Y}")),
        Kind("tahun_dua_angka", column, "sel_keliru", born(lambda day, _: f"{day:%d-%m-%y}")),
        Kind("tanggal_mustahil", column, "sel_keliru", born(lambda day, luck: f"{day.year}-02-{30 + luck % 2}")),
        Kind("nomor_seri", column, "sel_keliru", born(lambda day, _: str((day - date(1899, 12, 30)).days))),
        Kind("angka_asing", column, "sel_keliru", born(lambda day, _: day.isoformat().translate(foreign))),
        Kind("nik_dan_tanggal_lahir", column, "baris_ditahan", born(another_year)),
    )


def _of_identity() -> tuple[Kind, ...]:
    def nik(form: Callable[[str], str]) -> Spoil:
        return lambda row, _: {"nik": form(row["nik"] or "")}

    def formula(_: Cells, luck: int) -> Cells:
        return {"nama": ("=1+1", "+1+1", "-1+1", "@SUM(1+1)")[luck % 4]}

    def broken(row: Cells, _: int) -> Cells:
        return {"nama": (row["nama"] or "").replace(" ", "\n", 1)}

    return (
        Kind("nik_15_angka", "nik", "baris_ditahan", nik(lambda text: text[:-1])),
        Kind("nik_ilmiah", "nik", "baris_ditahan", nik(lambda text: f"{int(text):.5E}".replace(".", ","))),
        Kind("nik_berspasi", "nik", "tetap", nik(lambda text: f"{text[:4]} {text[4:8]} {text[8:12]} {text[12:]}")),
        Kind("nama_rumus", "nama", "tetap", formula),
        Kind(MULTILINE, "nama", "tetap", broken),
        Kind("baris_kembar", "nik", "baris_ditahan", _nothing, copies=("*",)),
        Kind(SAME_NIK, "nik", "baris_ditahan", _nothing, copies=("nik", "tanggal_lahir")),
    )


def _nothing(_: Cells, __: int) -> Cells:
    return {}


def _of_values(vocabulary: Vocabulary) -> tuple[Kind, ...]:
    fact = vocabulary.facts.get("desil")
    beyond = (str(fact.high + 1), str(fact.low - 1), str(-fact.high)) if fact else ()
    return (
        Kind("bukan_bilangan", "desil", "sel_keliru", lambda _, luck: {"desil": ("NaN", "inf", "1e0x")[luck % 3]}),
        Kind("luar_rentang", "desil", "sel_keliru", lambda _, luck: {"desil": beyond[luck % 3]}),
        Kind(
            "ya_tidak_lain",
            "menerima_upah",
            "sel_keliru",
            lambda _, luck: {"menerima_upah": ("kadang-kadang", "2", "belum tentu")[luck % 3]},
        ),
    )


def _typos(vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """Slips of the pen for each occupation's label, none of which is a name of any occupation."""
    words = vocabulary.facts["pekerjaan"].words
    names = {
        _letters(name) for word in words.values() for name in (word.slug, word.label.id, word.label.en, *word.synonyms)
    }
    found = {}
    for slug, word in words.items():
        name = word.label.id
        slips = [name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(1, len(name) - 1)]
        slips += [name[:at] + name[at + 1 :] for at in range(1, len(name))]
        slips += [name[:at] + name[at] + name[at:] for at in range(1, len(name))]
        found[slug] = tuple(dict.fromkeys(slip for slip in slips if _letters(slip) not in names)) or (f"{name}x",)
    return found


def _letters(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())
