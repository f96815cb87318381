"""The list of changes: what its rows may say, which rows are held, and how it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.language.diagnostic import Diagnostic, has_errors
from engine.language.library import Library
from engine.language.messages import fault_text
from engine.language.regions import villages_of
from engine.language.vocabulary import Language
from engine.registry.monthly.changes import Changes, read_changes, written
from engine.registry.monthly.history import settle
from tests.registry.month_by_month import City, as_event, nik, seven
from tests.registry.slow_month import Happened

LANGUAGES: tuple[Language, Language] = ("id", "en")
TEGALSARI = next(code for code, name in villages_of("33.76") if name == "Tegalsari")


@pytest.fixture
def city(library: Library, tmp_path: Path) -> City:
    return seven(library, tmp_path)


def changes_of(text: str, library: Library, tmp_path: Path, name: str = "perubahan.csv") -> Changes:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    faults: list[Diagnostic] = []
    found = read_changes(path, library.vocabulary, "33.76", None, faults)
    assert not has_errors(faults), faults
    return found


def test_headings_and_kinds_are_known_by_other_names(library: Library, tmp_path: Path) -> None:
    found = changes_of(
        "No,Jenis Perubahan,NIK,Nama Lengkap,Tgl Peristiwa,Kelurahan/Desa,Jenis Pekerjaan\n"
        "1,Meninggal Dunia,3376010201800001,Warga Sintetis 1,2 Maret 2023,,\n"
        "2,pindah alamat,'3376010201800002,,2023-03-05,Kel. Tegalsari,\n"
        "3,ganti pekerjaan,3376 0102 0180 0003,,2023-03-06,,pengayuh becak\n",
        library,
        tmp_path,
    )
    assert not found.held
    told = [(e.kind, e.nik, e.day, {n: c.value for n, c in e.facts.items()}) for e in found.events]
    assert told == [
        ("meninggal", "3376010201800001", date(2023, 3, 2), {}),
        ("pindah", "3376010201800002", date(2023, 3, 5), {"kelurahan": TEGALSARI, "kota": "tegal"}),
        ("pekerjaan_baru", "3376010201800003", date(2023, 3, 6), {"pekerjaan": "tukang_becak"}),
    ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("meninggal,,2023-03-01,,,", "nik-empty"),
        ("meninggal,12345,2023-03-01,,,", "nik-not-16-digits"),
        ("meninggal,3376010201800001,,,,", "change-without-day"),
        ("meninggal,3376010201800001,01/03/2023,,,", "cell-date-order"),
        ("hilang,3376010201800001,2023-03-01,,,", "change-unknown-kind"),
        (",3376010201800001,2023-03-01,,,", "change-without-kind"),
        ("pindah,3376010201800001,2023-03-01,,,", "change-says-nothing"),
        ("pindah,3376010201800001,2023-03-01,Antah Berantah,,", "cell-unknown-village"),
        ("pekerjaan_baru,3376010201800001,2023-03-01,,astronaut,", "cell-unknown-word"),
        ("peserta_lain,3376010201800001,2023-03-01,,,tidak", "change-contradicts"),
        ("ikrar_baru,,2023-03-01,,,", "pledge-without-pot"),
    ],
)
def test_a_faulty_row_is_held_and_named_and_the_others_count(
    row: str, code: str, library: Library, tmp_path: Path
) -> None:
    head = "jenis,nik,tanggal,kelurahan,pekerjaan,peserta_aktif\n"
    found = changes_of(f"{head}meninggal,3376010201800009,2023-03-01,,,\n{row}\n", library, tmp_path)
    assert [event.nik for event in found.events] == ["3376010201800009"]
    assert [each.row for each in found.held] == [3]
    codes = [fault.code for fault in found.held[0].faults]
    assert code in codes
    for fault in found.held[0].faults:
        for language in LANGUAGES:
            text = " ".join(part or "" for part in fault_text(fault, language))
            assert "12345" not in text and "3376010201800001" not in text and "astronaut" not in text


def test_changes_may_be_yaml(library: Library, tmp_path: Path) -> None:
    text = (
        "perubahan:\n"
        "  - {jenis: upah, nik: '3376010201800001', tanggal: 2023-03-01}\n"
        "  - jenis: ikrar_baru\n    tanggal: 2023-03-01\n    uang: csr\n    sumber_dana: tjsl\n"
        "    donatur: PT Contoh\n    diterima: 'Rp 1.000.000'\n    bulan: 3\n"
        "  - {jenis: pindah, nik: '3376010201800002', tanggal: 2023-03-01}\n"
    )
    found = changes_of(text, library, tmp_path, "perubahan.yaml")
    assert [(e.kind, e.facts["menerima_upah"].value) for e in found.events] == [("upah", True)]
    assert [(p.pot, p.provider, p.received, p.months) for p in found.pledges] == [("csr", "PT Contoh", 1_000_000, 3)]
    assert [(each.row, each.faults[0].code) for each in found.held] == [(10, "change-says-nothing")]


def test_changes_that_cannot_all_be_true_are_held_whatever_row_comes_first(city: City) -> None:
    both = [
        Happened(nik(1), "pekerjaan_baru", date(2023, 1, 5), {"pekerjaan": "pemulung"}),
        Happened(nik(1), "pekerjaan_baru", date(2023, 1, 5), {"pekerjaan": "tukang_becak"}),
        Happened(nik(2), "meninggal", date(2023, 1, 5)),
        Happened(nik(2), "pindah", date(2023, 1, 9), {"kota": "kab_tegal", "kelurahan": None}),
        Happened(nik(99), "meninggal", date(2023, 1, 5)),
        Happened(nik(3), "meninggal", date(2023, 2, 5)),
    ]
    found = []
    for rows in (both, both[::-1]):
        events = tuple(replace(as_event(one), row=both.index(one) + 2) for one in rows)
        history, held, _ = settle(Changes(""), Changes("", events), city.registry, date(2023, 1, 31))
        found.append(([(e.nik, e.kind) for e in history.all()], [(h.row, h.faults[0].code) for h in held]))
    assert found[0] == found[1]
    assert found[0][0] == [(nik(2), "meninggal")]
    assert found[0][1] == [
        (2, "change-conflict"),
        (3, "change-conflict"),
        (5, "change-after-death"),
        (6, "change-nobody"),
        (7, "change-later"),
    ]


def test_a_change_under_another_persons_name_is_held(city: City) -> None:
    event = replace(as_event(Happened(nik(1), "meninggal", date(2023, 1, 5))), name="Orang Lain")
    _, held, _ = settle(Changes(""), Changes("", (event,)), city.registry, date(2023, 1, 31))
    assert [h.faults[0].code for h in held] == ["change-name-differs"]
    same = replace(event, name="WARGA  SINTETIS 1")
    assert not settle(Changes(""), Changes("", (same,)), city.registry, date(2023, 1, 31))[1]


def test_kept_changes_are_read_as_they_were(library: Library, tmp_path: Path) -> None:
    text = (
        "jenis,nik,tanggal,kelurahan,kota,hubungan_kerja,peserta_aktif,uang,sumber_dana,donatur,dijanjikan\n"
        "pindah,3376010201800001,2023-03-01,33.76.01.1002,,,,,,,\n"
        "pindah,3376010201800002,2023-03-01,,Kab. Tegal,,,,,,\n"
        "pembetulan,3376010201800003,2023-03-01,,,tidak diketahui,ya,,,,\n"
        "ikrar_baru,,2023-03-02,,,,,csr,TJSL perusahaan,=PT Contoh,500000\n"
    )
    first = changes_of(text, library, tmp_path)
    assert not first.held
    path = tmp_path / "peristiwa.parquet"
    written(first.events, first.pledges).write_parquet(path)
    faults: list[Diagnostic] = []
    again = read_changes(path, library.vocabulary, "33.76", None, faults)
    assert not faults and not again.held
    assert [replace(e, row=0) for e in again.events] == [
        replace(e, row=0) for e in sorted(first.events, key=lambda e: (e.kind, e.nik))
    ]
    assert [replace(p, row=0) for p in again.pledges] == [replace(p, row=0) for p in first.pledges]
