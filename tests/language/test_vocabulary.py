"""The shipped vocabulary keeps the names that policies, tables, cases and programs rely on."""

from __future__ import annotations

from collections import Counter

import pytest

from engine.language.library import Library
from engine.language.vocabulary import ESSENTIAL, Fact

YES_NO = (
    "menerima_upah",
    "usaha_sendiri",
    "tulang_punggung",
    "miskin_ekstrem",
    "terdaftar_dtks",
    "terdaftar_dtsen",
    "peserta_aktif",
    "penerima_berjalan",
    "ditetapkan_setara",
)
POSTS = (
    "ketua",
    "sekretaris",
    "bendahara",
    "anggota",
    "tidak_ada",
)
WORDS = {
    "kota": ("tegal", "pekalongan", "sukabumi", "kab_tegal", "kab_pekalongan", "kab_sukabumi", "kendal"),
    "hubungan_kerja": (
        "perusahaan",
        "orang_perseorangan",
        "penyelenggara_negara",
        "luar_hubungan_kerja",
        "tidak_bekerja",
    ),
    "jabatan_rt": POSTS,
    "jabatan_rw": POSTS,
    "jabatan_lpmk": POSTS,
    "status_kepegawaian": ("asn", "tni_polri", "non_asn_pemda", "bukan_pegawai"),
    "hubungan_asn": ("pekerja_rumah_tangga", "keluarga", "tetangga", "tidak_ada"),
}
OCCUPATIONS = (
    "tukang_becak",
    "sopir_angkot",
    "sopir_pribadi",
    "kuli_bangunan",
    "kuli_panggul",
    "buruh_batik",
    "buruh_harian_lepas",
    "buruh_tani",
    "petani",
    "nelayan",
    "marbot_musala",
    "marbot_masjid",
    "tokoh_agama",
    "guru_ngaji",
    "lebe",
    "asisten_rumah_tangga",
    "tukang_kebun",
    "tukang_cuci",
    "ojek_pangkalan",
    "ojek_daring",
    "kusir_delman",
    "pemulung",
    "tukang_sampah",
    "penggali_kubur",
    "tukang_pijat",
    "juru_parkir",
    "pengatur_lalu_lintas",
    "tukang_tambal_ban",
    "pedagang_asongan",
    "pedagang_keliling",
    "pedagang_kaki_lima",
    "karyawan_swasta",
    "tidak_bekerja",
    "lainnya",
)
IDENTITY = (
    "nik",
    "nama",
    "no_kk",
    "waktu_daftar",
    "nip_donatur",
)
REGIONS = {
    "tegal": "33.76",
    "kab_tegal": "33.28",
    "pekalongan": "33.75",
    "kab_pekalongan": "33.26",
    "sukabumi": "32.72",
    "kab_sukabumi": "32.02",
    "kendal": "33.24",
}


@pytest.mark.parametrize("name", YES_NO)
def test_a_fact_of_yes_or_no_keeps_its_name(name: str, library: Library) -> None:
    assert library.vocabulary.facts[name].kind == "yes_no"


@pytest.mark.parametrize("name", WORDS)
def test_a_fact_of_words_keeps_its_name_and_words(name: str, library: Library) -> None:
    fact = library.vocabulary.facts[name]
    assert fact.kind == "word"
    assert set(WORDS[name]) <= fact.words.keys()


@pytest.mark.parametrize("name", ["pekerjaan", "pekerjaan_kedua"])
def test_every_occupation_keeps_its_slug(name: str, library: Library) -> None:
    assert set(OCCUPATIONS) <= library.vocabulary.facts[name].words.keys()


def test_numbers_dates_and_villages_keep_their_names(library: Library) -> None:
    facts = library.vocabulary.facts
    assert (facts["usia"].kind, facts["usia"].low, facts["usia"].high) == ("number", 0, 130)
    assert (facts["desil"].kind, facts["desil"].low, facts["desil"].high) == ("number", 1, 10)
    assert (facts["tanggal_lahir"].kind, facts["tanggal_lahir"].role) == ("date", "origin")
    assert (facts["kelurahan"].kind, facts["kelurahan"].role) == ("region", "rule")
    assert facts["ditetapkan_setara"].role == "ruling"


@pytest.mark.parametrize("name", IDENTITY)
def test_identity_keeps_its_name_and_no_rule_may_ask_it(name: str, library: Library) -> None:
    assert library.vocabulary.facts[name].role == "identity"
    assert name not in library.vocabulary.askable()


def test_the_facts_that_the_engine_reads_are_there(library: Library) -> None:
    assert set(ESSENTIAL) <= library.vocabulary.facts.keys()


def test_sources_of_money_keep_their_slugs(library: Library) -> None:
    assert {"apbd", "tjsl", "asn", "masyarakat", "dbhcht", "provinsi"} <= library.vocabulary.sources.keys()


def test_programmes_and_segments_keep_their_slugs(library: Library) -> None:
    assert {"jkk", "jkm", "jht"} <= library.vocabulary.programs.keys()
    assert {"bpu", "pu_perseorangan", "pu_penyelenggara_negara"} <= library.vocabulary.segments.keys()


@pytest.mark.parametrize("city", REGIONS)
def test_a_village_code_gives_its_city(city: str, library: Library) -> None:
    assert library.vocabulary.city_of_region(f"{REGIONS[city]}.01.1001") == city


def test_a_village_of_no_city_here_lies_elsewhere(library: Library) -> None:
    assert library.vocabulary.city_of_region("33.74.01.1001") == "lainnya"


def test_every_fact_that_a_rule_may_ask_has_label_and_evidence_in_both_languages(library: Library) -> None:
    for fact in library.vocabulary.facts.values():
        assert fact.label.id and fact.label.en
        if fact.role in ("rule", "ruling", "origin"):
            assert _both(fact), fact.name


def test_every_word_has_a_label_in_both_languages(library: Library) -> None:
    vocabulary = library.vocabulary
    lists = [fact.words for fact in vocabulary.facts.values()]
    for words in [*lists, vocabulary.sources, vocabulary.programs, vocabulary.segments]:
        for word in words.values():
            assert word.label.id and word.label.en


def test_no_two_occupations_share_a_label_or_a_synonym(library: Library) -> None:
    words = library.vocabulary.facts["pekerjaan"].words.values()
    names = [name.casefold() for word in words for name in (word.label.id, *word.synonyms)]
    slugs = [word.slug.replace("_", " ") for word in words if word.slug.replace("_", " ") != word.label.id]
    assert [name for name, times in Counter([*names, *slugs]).items() if times > 1] == []


def test_what_is_presumed_of_an_unstated_fact_is_a_value_it_can_have(library: Library) -> None:
    presumed = {name: fact for name, fact in library.vocabulary.facts.items() if fact.presumed is not None}
    assert {name: fact.presumed for name, fact in presumed.items()} == {
        "pekerjaan_kedua": "tidak_ada",
        "penerima_berjalan": False,
    }
    assert "tidak_ada" in presumed["pekerjaan_kedua"].words


def _both(fact: Fact) -> bool:
    evidence, attested = fact.evidence, fact.attested_by
    return bool(evidence and evidence.id and evidence.en and attested and attested.id and attested.en)
