"""Columns of lists as villages make them find their facts; what could be two facts is said, not guessed."""

from __future__ import annotations

from collections import Counter

import pytest

from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.messages import fault_text
from engine.registry.intake.folding import folded
from engine.registry.intake.headings import match_headings
from engine.registry.intake.mapping import MappingFile, attesting, read_mapping


def matched(library: Library, *headings: str, **mapped: str | None) -> tuple[dict[str, int], list[Diagnostic]]:
    found = match_headings(headings, library.vocabulary, "daftar.csv", mapped)
    for fault in found.faults:
        for language in ("id", "en"):
            text, hint = fault_text(fault, language)
            assert "{" not in text + (hint or "")
    return dict(found.positions), list(found.faults)


def codes(faults: list[Diagnostic]) -> list[str]:
    return [fault.code for fault in faults]


@pytest.mark.parametrize(
    ("heading", "fact"),
    [
        ("NIK", "nik"),
        ("No. KTP", "nik"),
        ("No KTP", "nik"),
        ("NOMOR INDUK KEPENDUDUKAN", "nik"),
        ("NIK/No. KTP", "nik"),
        ("Nama Lengkap", "nama"),
        ("No. KK", "no_kk"),
        ("NoKK", "no_kk"),
        ("No. Kartu Keluarga", "no_kk"),
        ("Tgl. Lahir", "tanggal_lahir"),
        ("TGL LAHIR", "tanggal_lahir"),
        ("Tanggal Lahir (DD/MM/YYYY)", "tanggal_lahir"),
        ("Tempat, Tgl. Lahir", "tanggal_lahir"),
        ("tanggal_lahir", "tanggal_lahir"),
        ("Umur (tahun)", "usia"),
        ("Pekerjaan *", "pekerjaan"),
        ("Kelurahan/Desa", "kelurahan"),
        ("Desa / Kelurahan", "kelurahan"),
        ("Jabatan RT", "jabatan_rt"),
        ("jabatan dalam RT", "jabatan_rt"),
        ("Terdaftar DTKS (ya/tidak)", "terdaftar_dtks"),
        ("date of birth", "tanggal_lahir"),
        ("  Pékerjaan\u00a0", "pekerjaan"),
        ("sintetis", "sintetis"),
    ],
)
def test_a_heading_means_its_fact_however_it_is_written(library: Library, heading: str, fact: str) -> None:
    positions, _ = matched(library, "x", heading)
    assert positions == {fact: 1}


def test_no_two_facts_share_a_name_a_label_or_a_heading(library: Library) -> None:
    names = {
        (folded(name), fact.name)
        for fact in library.vocabulary.facts.values()
        for name in (fact.name, fact.label.id, fact.label.en, *fact.headings)
    }
    assert [name for name, times in Counter(name for name, _ in names).items() if times > 1] == []


@pytest.mark.parametrize("heading", ["RT", "RW", "Jabatan", "Status", "Alamat", "Kepala Keluarga", "BPJS", "Ket."])
def test_a_heading_that_may_mean_something_else_is_left_alone_and_listed(library: Library, heading: str) -> None:
    positions, faults = matched(library, heading, "NIK", "pekerjaan")
    assert positions == {"nik": 1, "pekerjaan": 2}
    assert codes(faults) == ["heading-unknown"]
    assert faults[0].severity == "warning"
    assert heading in fault_text(faults[0], "id")[0]


def test_a_misspelt_heading_is_listed_with_the_fact_it_may_be(library: Library) -> None:
    _, faults = matched(library, "NIK", "Pekerjan", "usia")
    assert "`Pekerjan` (`pekerjaan`?)" in fault_text(faults[0], "id")[0]


def test_row_numbers_and_the_columns_of_a_fault_workbook_are_no_news(library: Library) -> None:
    positions, faults = matched(library, "No.", "baris_asal", "alasan", "saran", "", "ditahan", "NIK", "usia")
    assert positions == {"nik": 6, "usia": 7}
    assert not faults


def test_a_list_without_nik_is_read_with_a_warning(library: Library) -> None:
    positions, faults = matched(library, "pekerjaan")
    assert positions == {"pekerjaan": 0}
    assert [(fault.code, fault.severity) for fault in faults] == [("heading-no-nik", "warning")]


@pytest.mark.parametrize("headings", [("a", "b"), (), ("NIK", "Nama"), ("3376010203800001", "Warga Sintetis", "40")])
def test_a_list_without_a_known_fact_is_an_error_that_shows_no_heading(
    library: Library, headings: tuple[str, ...]
) -> None:
    """A list without headings has a person in its first row."""
    _, faults = matched(library, *headings)
    errors = [fault for fault in faults if fault.severity == "error"]
    assert codes(errors) == ["heading-none"]
    assert not any("3376010203800001" in str(part) for fault in faults for part in fault_text(fault, "id"))


def test_of_two_headings_for_a_fact_its_own_name_has_it(library: Library) -> None:
    positions, faults = matched(library, "NIK", "Kode Kelurahan", "Kelurahan", "usia")
    assert positions["kelurahan"] == 2
    assert [(fault.code, fault.place.column, fault.severity) for fault in faults] == [
        ("heading-superseded", 2, "warning")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("pekerjaan", "Pekerjaan"), ("Tgl Lahir", "TTL"), ("usia", "age"), ("jenis pekerjaan", "profesi")],
)
def test_two_headings_that_mean_a_fact_equally_are_an_error_and_neither_is_read(
    library: Library, first: str, second: str
) -> None:
    positions, faults = matched(library, "NIK", first, "desil", second)
    assert positions == {"nik": 0, "desil": 2}
    assert [(fault.code, fault.place.column, fault.values["first"]) for fault in faults] == [("heading-twice", 4, 2)]


def test_a_mapping_settles_what_headings_leave_open(library: Library) -> None:
    positions, faults = matched(
        library, "NIK", "Pekerjaan", "pekerjaan", "Ket", **{"Pekerjaan": None, "Ket": "pekerjaan_kedua"}
    )
    assert positions == {"nik": 0, "pekerjaan": 2, "pekerjaan_kedua": 3}
    assert not faults


def test_of_two_texts_of_a_mapping_that_differ_in_spelling_each_means_the_heading_spelt_so(library: Library) -> None:
    positions, faults = matched(library, "NIK", "KET.", "usia", **{"Ket": "pekerjaan", "KET.": "pekerjaan_kedua"})
    assert positions == {"nik": 0, "pekerjaan_kedua": 1, "usia": 2}
    assert not faults


MAPPING = b"""
kolom: {"Tgl. Lahir": tanggal_lahir, "Ket": abaikan}
tanggal: hari-bulan-tahun
nilai: {pekerjaan: {"mbecak": tukang_becak}}
tetap: {jabatan_rt: tidak_ada}
"""


def test_a_mapping_file_says_columns_order_of_dates_words_and_attested_facts(library: Library) -> None:
    faults: list[Diagnostic] = []
    mapping = read_mapping(MAPPING, "peta.yaml", library.vocabulary, faults)
    assert not faults
    assert mapping.columns == {"Tgl. Lahir": "tanggal_lahir", "Ket": None}
    assert mapping.dates == "hari-bulan-tahun"
    assert mapping.words["pekerjaan"]["mbecak"].text == "tukang_becak"
    assert (mapping.attested["jabatan_rt"].text, mapping.attested["jabatan_rt"].place.line) == ("tidak_ada", 5)


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"kolom: {NIK: nikk}", "unknown-word", 1),
        (b"\ntanggal: dd/mm/yyyy", "unknown-word", 2),
        (b"tanggal:\n  hari-bulan-thn", "unknown-word", 2),
        (b"nilai:\n  pekerjan: {a: petani}", "mapping-unknown-fact", 2),
        (b"tetap: {nik: '3376010203800001'}", "mapping-identity", 1),
        (b"tetap: {jabatan_rt: [ketua]}", "expected-text", 1),
        (b"tetapp: {jabatan_rt: ketua}", "unknown-field", 1),
        (b"- kolom", "expected-mapping", 1),
        (b"kolom: {a: &x nik}", "anchor", 1),
    ],
)
def test_a_fault_in_a_mapping_file_has_a_place(library: Library, content: bytes, code: str, line: int) -> None:
    faults: list[Diagnostic] = []
    read_mapping(content, "peta.yaml", library.vocabulary, faults)
    assert [(fault.code, fault.place.line) for fault in faults] == [(code, line)]
    assert "3376" not in str([fault_text(fault, "en") for fault in faults])


def test_the_command_line_attests_more_but_contradicts_no_mapping_file(library: Library) -> None:
    faults: list[Diagnostic] = []
    mapping = read_mapping(MAPPING, "peta.yaml", library.vocabulary, faults)
    more = attesting(mapping, {"jabatan_rw": "ketua", "jabatan_rt": "tidak_ada"}, library.vocabulary, "--tetap", faults)
    assert not faults
    assert {name: written.text for name, written in more.attested.items()} == {
        "jabatan_rt": "tidak_ada",
        "jabatan_rw": "ketua",
    }
    attesting(MappingFile(), {"nik": "1", "jabatan": "ketua"}, library.vocabulary, "--tetap", faults)
    attesting(mapping, {"jabatan_rt": "ketua"}, library.vocabulary, "--tetap", faults)
    assert codes(faults) == ["mapping-identity", "mapping-unknown-fact", "attested-twice"]
