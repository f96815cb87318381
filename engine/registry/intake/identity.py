"""Identity numbers: 16 digits however a list spells them, and what the structure of a NIK rules out.

A NIK is PP KK CC DDMMYY SSSS for life: province, regency and district at registration, date of birth (women: day + 40),
serial number (PP 40/2019, article 31). It is no proof of residence, and no structure proves that it was issued.
"""

from __future__ import annotations

import polars as pl

from engine.language.regions import province_codes
from engine.registry.intake.cell import State
from engine.registry.intake.column import ODD, Read, as_text, placed

NIK, FAMILY, NAME = "nik", "no_kk", "nama"
HELD_FOR = {
    "nik-empty": "nik_kosong",
    "nik-not-16-digits": "nik_bukan_16_angka",
    "nik-scientific": "nik_notasi_ilmiah",
    "nik-foreign-digits": "nik_bukan_16_angka",
    "nik-region": "nik_wilayah",
    "nik-birth-digits": "nik_tanggal",
    "nik-serial": "nik_nomor_urut",
}
"""Why a row is held (a code of HELD), by the fault of its NIK."""

_DIGITS = "^[0-9]{16}$"
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_nik(cells: pl.Series) -> Read:
    """The 16 digits of each cell; null with a fault where there are none, or none that can be a NIK."""
    text, fault = _digits(cells, "nik-empty", "nik-not-16-digits", "nik-scientific", "nik-foreign-digits")
    return _read(text, pl.select(pl.coalesce(fault, _structure(text.cast(pl.Int64)))).to_series())


def read_family(cells: pl.Series) -> Read:
    """The 16 digits of a family card number; an empty cell is no fault."""
    text, fault = _digits(cells, None, "kk-not-16-digits", "nik-scientific", "nik-foreign-digits")
    return _read(text, fault)


def born_digits(nik: pl.Expr) -> pl.Expr:
    """Day, month and two-digit year in a NIK as DDMMYY, the day of women without its 40."""
    digits = nik.cast(pl.Int64, strict=False) // 10_000 % 1_000_000
    return pl.when(digits >= 400_000).then(digits - 400_000).otherwise(digits)


def _digits(
    cells: pl.Series, empty: str | None, wrong: str, scientific: str, foreign: str
) -> tuple[pl.Series, pl.Series]:
    """Sixteen ASCII digits or null, and the fault where there are none.

    Blanks, dots, dashes and an apostrophe between or around the digits do not count, nor does `.0` after them.
    """
    text = as_text(_whole(cells))
    good = text.str.contains(_DIGITS).fill_null(False)
    if not good.all():
        at = (~good).arg_true()
        frame = pl.select(raw=text.gather(at).str.strip_chars().fill_null(""))
        raw = pl.col("raw")
        bare = raw.str.replace(r"^(['’`]?[0-9]{16})[.,]0+$", "$1").str.replace_all(
            r"[\s.\-‐–'’`\u00a0\u200b\ufeff]", ""
        )
        bare = pl.when(~raw.is_in(["null", "~", "tidak_diketahui"])).then(bare).otherwise(pl.lit(""))
        result = frame.with_columns(bare=bare).select(
            text=pl.when(pl.col("bare").str.contains(_DIGITS)).then("bare"),
            fault=pl.when(pl.col("bare") == "")
            .then(pl.lit(empty, pl.String))
            .when(raw.str.contains(r"(?i)^['’]?[0-9]+([.,][0-9]+)?\s*e\s*\+?[0-9]+$"))
            .then(pl.lit(scientific))
            .when(raw.str.contains(r"[\p{N}--[0-9]]"))
            .then(pl.lit(foreign))
            .when(~pl.col("bare").str.contains(_DIGITS))
            .then(pl.lit(wrong)),
        )
        nothing = pl.repeat(None, text.len(), dtype=pl.String, eager=True)
        fault = placed(nothing, at, result["fault"])
        return placed(text, at, result["text"]), fault
    return text, pl.repeat(None, text.len(), dtype=pl.String, eager=True)


def _whole(cells: pl.Series) -> pl.Series:
    """Numbers without a fraction as whole numbers: a float holds sixteen digits exactly below 2^53."""
    if not cells.dtype.is_float():
        return cells
    number = cells.cast(pl.Float64)
    whole = pl.select(pl.when((number == number.round(0)) & (number.abs() < 2**53)).then(number)).to_series()
    texts = whole.cast(pl.Int64).cast(pl.String)
    return pl.select(pl.coalesce(texts, pl.lit(number).cast(pl.String))).to_series()


def _structure(number: pl.Series) -> pl.Series:
    """The fault in the structure of each NIK, or null."""
    nik = pl.lit(number)
    province, regency, district = nik // 10**14, nik // 10**12 % 100, nik // 10**10 % 100
    born = nik // 10_000 % 1_000_000
    day, month, year = born // 10_000, born // 100 % 100, born % 100
    day = pl.when(day > 40).then(day - 40).otherwise(day)
    length = month.replace_strict(range(1, 13), _MONTH_LENGTHS, default=0, return_dtype=pl.Int64)
    length = pl.when((month == 2) & (year % 4 != 0)).then(28).otherwise(length)
    return pl.select(
        pl.when(~province.is_in([int(code) for code in province_codes()]) | (regency == 0) | (district == 0))
        .then(pl.lit("nik-region"))
        .when((day < 1) | (day > length))
        .then(pl.lit("nik-birth-digits"))
        .when(nik % 10_000 == 0)
        .then(pl.lit("nik-serial"))
    ).to_series()


def _read(text: pl.Series, fault: pl.Series) -> Read:
    """Empty cells are unstated, whether that is a fault or not."""
    values = pl.select(pl.when(fault.is_null()).then(text)).to_series()
    none = values.is_null()
    codes = fault.filter(none)
    unstated = codes.is_null() | (codes == "nik-empty")
    state = pl.when(unstated).then(State.UNSTATED.value).otherwise(State.UNKNOWN.value)
    nothing = pl.lit(None, pl.String)
    odd = pl.select(at=none.arg_true(), keadaan=state.cast(pl.UInt8), kode=codes, saran=nothing, kota=nothing)
    return Read(values, odd.cast(ODD))
