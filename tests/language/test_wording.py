"""Conditions in words: each kind in both languages, and something for whatever a policy may write."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest

from engine.language.library import Library
from engine.language.wording import Terms, grouped, in_words, listed, rupiah
from tests.random_policies import parse, random_policy

_GROUND = {"dasar": "asumsi", "catatan": "uji"}
LISTS = {
    "tertutup": {"daftar": "tertutup", "isi": ["pemulung"], **_GROUND},
    "terbuka": {"daftar": "terbuka", "isi": ["pemulung", "tukang_becak"], **_GROUND},
    "sebagian": {
        "daftar": "belum_lengkap", "jumlah": 11, "isi": ["pemulung"], "bukan": ["buruh_batik", "lebe"], **_GROUND
    },
    "entah": {"daftar": "belum_lengkap", "isi": ["pemulung"], **_GROUND},
    "kosong": {"daftar": "terbuka", "isi": [], **_GROUND},
}  # fmt: skip
DEFINITIONS = {
    "pengurus": {
        "bunyi": "pengurus RT atau RW",
        "syarat": {"salah_satu": [{"jabatan_rt": "ketua"}, {"jabatan_rw": "ketua"}]},
        **_GROUND,
    }
}


def said(library: Library, condition: Any, language: Any, day: date = date(2023, 6, 1)) -> str:
    criteria = [{"id": "satu", "bunyi": "satu", "syarat": condition, **_GROUND}]
    written = random_policy(Random(1))
    written["kelompok"] = [{**written["kelompok"][0], "kriteria": criteria, "pendanaan": []}]
    policy = parse({**written, "lampiran": LISTS, "definisi": DEFINITIONS}, library)
    terms = Terms(library.vocabulary, policy, library.national.on(day))
    return in_words(policy.groups[0].criteria[0].condition, terms, language)


@pytest.mark.parametrize(
    ("condition", "indonesian", "english"),
    [
        ("selalu", "selalu", "always"),
        ({"tulang_punggung": "ya"}, "tulang punggung keluarga: ya", "breadwinner of the family: yes"),
        ({"tidak": {"tulang_punggung": "ya"}}, "tulang punggung keluarga: tidak", "breadwinner of the family: no"),
        ({"kota": {"tidak_termasuk": ["tegal"]}}, "kota tempat tinggal: selain Kota Tegal",
         "city of residence: other than Tegal City"),
        ({"jabatan_rt": {"termasuk": ["bendahara", "ketua", "sekretaris"]}},
         "jabatan dalam RT: ketua, sekretaris, atau bendahara",
         "post in the neighbourhood association (RT): head, secretary or treasurer"),
        ({"jabatan_rt": {"tidak_termasuk": ["ketua", "anggota"]}}, "jabatan dalam RT: selain ketua atau anggota",
         "post in the neighbourhood association (RT): none of: head or member"),
        ({"kelurahan": "33.76.01.1001"}, "kelurahan atau desa: Pesurungan Kidul", "village: Pesurungan Kidul"),
        ({"usia": {"paling_rendah": 18}}, "usia: paling rendah 18 tahun", "age: at least 18 years"),
        ({"usia": {"kurang_dari": 65}}, "usia: paling tinggi 64 tahun", "age: at most 64 years"),
        ({"usia": 40}, "usia: 40 tahun", "age: 40 years"),
        ({"usia": {"paling_rendah": 18, "kurang_dari": "nasional.usia_pendaftaran_kurang_dari"}},
         "usia: 18 tahun sampai dengan 64 tahun (batas nasional)", "age: 18 years to 64 years (national limit)"),
        ({"desil": {"paling_tinggi": 4}}, "desil DTSEN: paling tinggi 4", "DTSEN decile: at most 4"),
        ({"pekerjaan": {"termasuk": "lampiran.tertutup"}}, "pekerjaan atau pekerjaan kedua: pemulung",
         "occupation or second occupation: waste picker"),
        ({"pekerjaan": {"termasuk": "lampiran.terbuka"}},
         "pekerjaan atau pekerjaan kedua: pemulung atau tukang becak, atau yang ditetapkan setara",
         "occupation or second occupation: waste picker or pedicab driver, or what is ruled equivalent"),
        ({"pekerjaan": {"termasuk": "lampiran.sebagian"}},
         "pekerjaan atau pekerjaan kedua: pemulung (1 dari 11 jenis diketahui); tidak termasuk buruh batik atau lebe",
         "occupation or second occupation: waste picker (1 of 11 kinds known); not batik worker or marriage helper"),
        ({"pekerjaan": {"termasuk": "lampiran.entah"}},
         "pekerjaan atau pekerjaan kedua: pemulung (daftar belum lengkap diketahui)",
         "occupation or second occupation: waste picker (list known in part)"),
        ({"pekerjaan": {"tidak_termasuk": "lampiran.tertutup"}},
         "tidak berlaku bahwa (pekerjaan atau pekerjaan kedua: pemulung)",
         "it does not hold that (occupation or second occupation: waste picker)"),
        ({"definisi": "pengurus"}, "jabatan dalam RT: ketua; atau jabatan dalam RW: ketua",
         "post in the neighbourhood association (RT): head; or post in the community association (RW): head"),
        ({"semua": [{"definisi": "pengurus"}, {"menerima_upah": "tidak"}]},
         "(jabatan dalam RT: ketua; atau jabatan dalam RW: ketua); dan menerima upah dari orang lain: tidak",
         "(post in the neighbourhood association (RT): head; or post in the community association (RW): head);"
         " and gets a wage from somebody else: no"),
    ],
)  # fmt: skip
def test_each_kind_of_condition_is_said(library: Library, condition: Any, indonesian: str, english: str) -> None:
    assert (said(library, condition, "id"), said(library, condition, "en")) == (indonesian, english)


def test_an_empty_list_says_so(library: Library) -> None:
    assert "(nothing named yet)" in said(library, {"pekerjaan": {"termasuk": "lampiran.kosong"}}, "en")


def test_a_national_limit_that_is_not_in_force_is_named_without_a_number(library: Library) -> None:
    condition = {"usia": {"kurang_dari": "nasional.usia_pendaftaran_kurang_dari"}}
    assert said(library, condition, "en", date(2000, 1, 1)) == "age: at most the national limit"


def test_whatever_a_policy_asks_is_said_in_both_languages(library: Library) -> None:
    for seed in range(200):
        policy = parse(random_policy(Random(seed)), library)
        terms = Terms(library.vocabulary, policy, library.national.on(date(2023, 6, 1)))
        for criterion in (criterion for group in policy.groups for criterion in group.criteria):
            assert in_words(criterion.condition, terms, "id").strip()
            assert in_words(criterion.condition, terms, "en").strip()


def test_amounts_and_lists_are_written_as_in_the_language() -> None:
    assert (rupiah(16800), grouped(1000, "id"), grouped(1000, "en")) == ("Rp16.800", "1.000", "1,000")
    assert (listed(["a"], "id"), listed(["a", "b"], "id"), listed("abc", "id")) == ("a", "a atau b", "a, b, atau c")
    assert (listed(["a", "b"], "en", "and"), listed("abc", "en", "and")) == ("a and b", "a, b and c")
