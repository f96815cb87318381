"""Last month's roster, changes and pledges, wrong and right, with the files that stand beside them."""

from __future__ import annotations

from collections.abc import Mapping

from engine.language.samples.money import HEAD as GRANTED
from engine.language.samples.sample import Sample, by_code

MONTH = "2023-04"
"""The month that is worked out."""
_ROSTER = "nik;nama;uang;bulan_terakhir_dibayar;sintetis"
_PAID = "3376010304809999;Warga Sintetis 1;apbd;2023-03;ya"
_CHANGES = "jenis;tanggal;nik;nama;sintetis"
_DEATH = "meninggal;2023-04-02;3376010304809999;Warga Sintetis 1;ya"
_PLEDGES = "jenis;tanggal;uang;sumber_dana;penyedia;diterima"
_PLEDGE = "ikrar_baru;2023-04-03;csr_sintetis;tjsl;PT Sintetis;1000000"

FILES: Mapping[str, tuple[str, ...]] = {
    "daftar.csv": (
        "nik;nama;sintetis;kelurahan;tanggal_lahir;pekerjaan",
        "3376010304809999;Warga Sintetis 1;ya;33.76.01.1005;1980-04-03;tukang becak",
        "3376010304809998;Warga Sintetis 2;ya;33.76.01.1005;1980-04-03;tukang becak",
    ),
    "anggaran.yaml": (
        "kota: tegal",
        "tahun: 2023",
        "sintetis: ya",
        "benih: contoh",
        "uang:",
        "  - {id: apbd, sumber_dana: apbd, diterima: 604800}",
    ),
    "hibah.csv": (GRANTED, "3376010304809999,2023-03,apbd,apbd,,16800,ya"),
    "daftar-bulan-lalu.csv": (_ROSTER, _PAID),
    "perubahan.csv": (_CHANGES, _DEATH),
}
"""A month without a fault."""
_OTHERS = (FILES["daftar.csv"][0], FILES["daftar.csv"][2])


def _roster(code: str, wrong: tuple[str, ...], **values: object) -> Sample:
    return Sample(code, "month", "daftar-bulan-lalu.csv", wrong, (_ROSTER, _PAID), values)


def _changes(code: str, wrong: tuple[str, ...], right: tuple[str, ...], **values: object) -> Sample:
    return Sample(code, "month", "perubahan.csv", wrong, right, values)


def _change(code: str, wrong: str, right: str = _DEATH, **values: object) -> Sample:
    return _changes(code, (_CHANGES, wrong), (_CHANGES, right), **values)


def _pledge(code: str, wrong: str, right: str = _PLEDGE, **values: object) -> Sample:
    return _changes(code, (_PLEDGES, wrong), (_PLEDGES, right), **values)


ROSTER_SAMPLES = by_code(
    _roster(
        "roster-without-column",
        ("nik;nama;uang;sintetis", "3376010304809999;Warga Sintetis 1;apbd;ya"),
        name="bulan_terakhir_dibayar",
    ),
    _roster("roster-person-twice", (_ROSTER, _PAID, _PAID)),
    _roster("roster-unknown-pot", (_ROSTER, _PAID.replace("apbd", "kas_kota"))),
    _roster("roster-paid-already", (_ROSTER, _PAID.replace("2023-03", "2023-04"))),
    _roster("not-a-month", (_ROSTER, _PAID.replace("2023-03", "Maret 2023"))),
    Sample(
        "month-over-committed",
        "month",
        "anggaran.yaml",
        (*FILES["anggaran.yaml"][:-1], FILES["anggaran.yaml"][-1].replace("604800", "10000")),
        FILES["anggaran.yaml"],
        {"name": "apbd", "committed": 16_800, "received": 10_000},
    ),
    Sample("month-strangers", "month", "daftar.csv", _OTHERS, FILES["daftar.csv"], {"count": 1}),
    Sample(
        "month-paid-twice",
        "month",
        "hibah.csv",
        (*FILES["hibah.csv"], FILES["hibah.csv"][1]),
        FILES["hibah.csv"],
    ),
)

CHANGE_SAMPLES = by_code(
    _changes(
        "changes-without-column",
        ("jenis;nik;nama;sintetis", "meninggal;3376010304809999;Warga Sintetis 1;ya"),
        (_CHANGES, _DEATH),
        name="tanggal",
    ),
    _change("change-without-kind", _DEATH.removeprefix("meninggal")),
    _change("change-unknown-kind", _DEATH.replace("meninggal", "meningal"), suggestion="meninggal"),
    _change("change-without-day", _DEATH.replace("2023-04-02", "")),
    _changes(
        "change-says-nothing",
        (f"{_CHANGES};kelurahan", "pindah;2023-04-02;3376010304809999;Warga Sintetis 1;ya;"),
        (f"{_CHANGES};kelurahan", "pindah;2023-04-02;3376010304809999;Warga Sintetis 1;ya;33.76.01.1006"),
        kind="pindah",
        names="kelurahan, kota",
    ),
    _changes(
        "change-contradicts",
        (f"{_CHANGES};peserta_aktif", "peserta_lain;2023-04-02;3376010304809999;Warga Sintetis 1;ya;tidak"),
        (f"{_CHANGES};peserta_aktif", "peserta_lain;2023-04-02;3376010304809999;Warga Sintetis 1;ya;ya"),
        kind="peserta_lain",
        name="peserta_aktif",
    ),
    _change("change-nobody", _DEATH.replace("9999;", "9989;")),
    _change("change-name-differs", _DEATH.replace("9999;", "9998;")),
    _change("change-later", _DEATH.replace("2023-04-02", "2023-05-02"), _DEATH),
    _changes("change-conflict", (_CHANGES, _DEATH, _DEATH.replace("2023-04-02", "2023-04-12")), (_CHANGES, _DEATH)),
    _changes(
        "change-after-death",
        (_CHANGES, _DEATH, _DEATH.replace("meninggal;2023-04-02", "mengundurkan_diri;2023-04-12")),
        (_CHANGES, _DEATH),
    ),
    _changes("change-twice", (_CHANGES, _DEATH, _DEATH), (_CHANGES, _DEATH)),
    _pledge("pledge-without-pot", _PLEDGE.replace("csr_sintetis", "CSR Sintetis")),
    _pledge("pledge-without-source", _PLEDGE.replace("tjsl", "hadiah")),
    _changes(
        "pledge-for-a-person",
        (f"{_PLEDGES};nik;sintetis", f"{_PLEDGE};3376010304809998;ya"),
        (f"{_PLEDGES};nik;sintetis", f"{_PLEDGE};;ya"),
    ),
    _changes("pledge-conflict", (_PLEDGES, _PLEDGE, _PLEDGE.replace("1000000", "2000000")), (_PLEDGES, _PLEDGE)),
    _pledge("pledge-in-budget", _PLEDGE.replace("csr_sintetis;tjsl", "apbd;apbd"), _PLEDGE, name="apbd"),
)
