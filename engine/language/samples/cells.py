"""Cells and identity numbers of a list of applicants, wrong and right."""

from __future__ import annotations

from engine.language.samples.sample import Sample, by_code

LIST = "daftar.csv"


def _cell(code: str, heading: str, wrong: str, right: str, near: str | None = None, **more: str) -> Sample:
    values = {"suggestion": near} if near else {}
    return Sample(code, "cell", LIST, (heading, wrong), (heading, right), values, **more)


def _computed(code: str, heading: str, wrong: str, right: str) -> Sample:
    lines = f"nik;sintetis;{heading}", "3376010304809999;ya;"
    return Sample(code, "workbook", "daftar.xlsx", (lines[0], lines[1] + wrong), (lines[0], lines[1] + right))


CELL_SAMPLES = by_code(
    _cell("cell-unknown-word", "pekerjaan", "tukang beca", "tukang becak", "tukang becak"),
    _cell("cell-not-yes-no", "peserta_aktif", "kadang-kadang", "tidak"),
    _cell("cell-letter-t", "peserta_aktif", "t", "tidak"),
    _cell("cell-not-a-number", "usia", "empat puluh", "40"),
    _cell("cell-not-whole", "usia", "40,5", "40"),
    _cell("cell-number-ambiguous", "usia", "40,000", "40"),
    _cell("cell-negative", "usia", "-40", "40"),
    _cell("cell-out-of-range", "usia", "1980", "40"),
    _cell("cell-foreign-digits", "usia", "４０", "40"),
    _cell("cell-not-a-date", "tanggal_lahir", "sekitar 1980", "3 April 1980"),
    _cell("cell-date-order", "tanggal_lahir", "3/4/1980", "1980-04-03"),
    _cell("cell-date-short-year", "tanggal_lahir", "3 April 80", "3 April 1980"),
    _cell("cell-date-impossible", "tanggal_lahir", "31 April 1980", "30 April 1980"),
    _cell("cell-date-bare-number", "tanggal_lahir", "29314", "1980-04-03"),
    _cell("cell-unknown-village-code", "kelurahan", "33.76.01.9999", "33.76.01.1005"),
    _cell("cell-village-differs", "kelurahan", "33.76.01.1004 Kraton", "33.76.01.1005 Kraton"),
    _cell("cell-unknown-village", "kelurahan", "Kratn", "Kraton", "Kraton"),
    _cell("cell-village-ambiguous", "kelurahan", "Purwosari", "33.24.14.2009", city="kendal"),
    _cell("cell-village-elsewhere", "kota;kelurahan", "Kota Pekalongan;Kraton", "Kota Tegal;Kraton"),
    _cell("cell-city-ambiguous", "kota", "Tegal", "Kota Tegal"),
    _cell("cell-place-disagrees", "kota;kelurahan", "Kota Pekalongan;33.76.01.1005", "Kota Tegal;33.76.01.1005"),
    _cell("cell-not-as-attested", "jabatan_rt", "ketua", "tidak ada", options="--attest jabatan_rt=tidak_ada"),
    _cell("cell-too-long", "pekerjaan", "kuli panggul " * 30, "kuli panggul"),
    _cell("nul-in-cell", "pekerjaan", "tukang\0becak", "tukang becak"),
    _computed("cell-error", "usia", "#REF!", "40"),
    _computed("cell-not-computed", "usia", "=2020-1980", "40"),
)

IDENTITY_SAMPLES = by_code(
    _cell("nik-empty", "nik;sintetis", ";ya", "3376010304809999;ya"),
    _cell("nik-not-16-digits", "nik;sintetis", "337601030480999;ya", "3376010304809999;ya"),
    _cell("nik-scientific", "nik;sintetis", "3,37601E+15;ya", "3376010304809999;ya"),
    _cell("nik-foreign-digits", "nik;sintetis", "３３７６０１０３０４８０９９９９;ya", "3376010304809999;ya"),
    _cell("nik-region", "nik;sintetis", "9976010304809999;ya", "3376010304809999;ya"),
    _cell("nik-birth-digits", "nik;sintetis", "3376013204809999;ya", "3376010304809999;ya"),
    _cell("nik-serial", "nik;sintetis", "3376010304800000;ya", "3376010304809999;ya"),
    _cell("kk-not-16-digits", "no_kk;sintetis", "337601101010999;ya", "3376011010109999;ya"),
)
