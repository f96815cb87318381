"""Months granted before, and a list by which money is to be given out, wrong and right; budgets are files."""

from __future__ import annotations

from engine.language.samples.cells import LIST
from engine.language.samples.sample import Sample, by_code

HEAD = "nik,bulan,uang,sumber_dana,penyedia,rupiah,sintetis"


def _granted(code: str, wrong: tuple[str, str], right: tuple[str, str], **values: object) -> Sample:
    return Sample(code, "granted", "hibah.csv", wrong, right, values)


MONEY_SAMPLES = by_code(
    _granted(
        "granted-unknown-pot",
        (HEAD, "3376010304809999,2023-01,apbd_lama,apbd,,16800,ya"),
        (HEAD, "3376010304809999,2023-01,apbd,apbd,,16800,ya"),
        names="apbd_lama",
    ),
    _granted(
        "granted-over-received",
        (HEAD, "3376010304809999,2023-01,apbd,apbd,,16800000,ya"),
        (HEAD, "3376010304809999,2023-01,apbd,apbd,,16800,ya"),
        name="apbd",
        committed=16_800_000,
        received=604_800,
    ),
    _granted(
        "granted-file",
        (HEAD, "3376010304809999,Januari 2023,apbd,apbd,,16800,ya"),
        (HEAD, "3376010304809999,2023-01,apbd,apbd,,16800,ya"),
    ),
    Sample(
        "allocation-without-nik",
        "claims",
        LIST,
        ("nama;sintetis;pekerjaan", "Warga Sintetis;ya;tukang becak"),
        ("nik;nama;sintetis;pekerjaan", "3376010304809999;Warga Sintetis;ya;tukang becak"),
    ),
)
