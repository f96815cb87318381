"""`perwal diff`, what-ifs on commands, and `perwal new`, as a user runs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.command.test_commands import perwal
from tests.revision.test_whatif import AGE, YOUNG

OLD, NEW = "pekalongan/2022-19b", "pekalongan/2023-usulan"


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    return Path(shutil.copytree("policies", tmp_path / "policies"))


def test_who_gains_and_who_loses_with_the_articles_of_both_sides() -> None:
    ended = perwal("diff", OLD, NEW)
    assert (ended.returncode, ended.stderr) == (0, "")
    for text in (
        "TIDAK LEBIH LUAS, TIDAK LEBIH SEMPIT",
        "buruh batik",
        "marbot musala",
        "Pasal 3 ayat (1) huruf c",
        "tidak mensyaratkan tulang punggung keluarga",
        "Pasal 3 ayat (1) huruf f, tafsir",
        "tidak dihitung sebagai perubahan",
        "+buruh batik",
        "kedua sisi sama",
    ):
        assert text in " ".join(ended.stdout.split())


def test_it_speaks_english_and_json() -> None:
    english = perwal("diff", OLD, NEW, "--lang", "en").stdout
    assert "NEITHER WIDER NOR NARROWER" in english and "batik worker" in english
    form = json.loads(perwal("diff", OLD, NEW, "--json").stdout)
    assert form["eligibility"]["relation"] == "neither" and form["funding"]["relation"] == "equivalent"
    assert form["eligibility"]["gained"]["witnesses"][0]["facts"]["pekerjaan"] == "buruh_batik"


def test_a_difference_is_no_fault_unless_asked_for() -> None:
    assert perwal("diff", OLD, NEW, "--fail-on-change").returncode == 1
    same = perwal("diff", OLD, OLD, "--fail-on-change")
    assert same.returncode == 0 and "SAMA" in same.stdout
    assert perwal("diff", OLD).returncode == 2
    assert perwal("diff", OLD, "atlantis/1").returncode == 2


def test_what_ifs_need_no_second_file() -> None:
    ended = perwal("diff", OLD, "--set", f"{AGE}=17", "--set", "kuota.2023.jumlah=1500")
    assert ended.returncode == 0
    assert "LEBIH LUAS" in ended.stdout and "usia: 17 tahun" in ended.stdout and "1.000 → 1.500" in ended.stdout
    assert f"Pengandaian, bukan peraturan: {AGE}=17; kuota.2023.jumlah=1500" in ended.stdout
    wrong = perwal("diff", OLD, "--set", "kuota.jumlah=1500")
    assert wrong.returncode == 1 and "kuota.2022, kuota.2023" in wrong.stdout
    assert perwal("diff", OLD, "--set", "kuota.jumlah").returncode == 2


def test_another_reading_is_a_what_if() -> None:
    ended = perwal("diff", NEW, "--reading", "prioritas")
    assert ended.returncode == 0 and "LEBIH LUAS" in ended.stdout
    none = perwal("diff", NEW, "--reading", "tak_ada")
    assert none.returncode == 2 and "marbot_masjid_termasuk" in none.stderr


def test_a_file_under_the_pen_is_held_against_the_shipped_one(policies: Path) -> None:
    file = policies / "pekalongan" / "2022-19b.yaml"
    file.write_text(file.read_text("utf-8").replace("paling_rendah: 18", "paling_rendah: 17"), encoding="utf-8")
    ended = perwal("diff", OLD, file)
    assert ended.returncode == 0
    assert "LEBIH LUAS" in ended.stdout and str(file) in ended.stdout


def test_a_decision_may_be_asked_what_if() -> None:
    facts = json.dumps(YOUNG)
    law = json.loads(perwal("decide", "--policy", OLD, "--json", stdin=facts).stdout)
    what_if = json.loads(perwal("decide", "--policy", OLD, "--json", "--set", f"{AGE}=17", stdin=facts).stdout)
    assert (law["outcome"], what_if["outcome"]) == ("ineligible", "eligible")
    assert what_if["legal_effect"] == "proposed"
    shown = perwal("decide", "--policy", OLD, "--set", f"{AGE}=17", stdin=facts).stdout
    assert "pengandaian, bukan peraturan" in " ".join(shown.split())


def test_cities_are_related_pair_by_pair() -> None:
    form = json.loads(perwal("compare", "tegal/2022-apbd-perubahan", "tegal/2023", "--json").stdout)
    assert [(pair["old"], pair["new"], pair["relation"]) for pair in form["relations"]] == [
        ("tegal/2022-apbd-perubahan", "tegal/2023", "wider"),
        ("tegal/2023", "tegal/2022-apbd-perubahan", "narrower"),
    ]
    assert "Siapa yang berhak, kota demi kota" in perwal("compare", "tegal", "pekalongan").stdout


def test_a_new_city_opens_with_a_passing_check_and_its_own_cases(policies: Path) -> None:
    ended = perwal("new", "surakarta", "--from", "tegal/2023", "--policies", policies, "--on", "2026-01-15")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Yang harus diputuskan Kota Surakarta" in ended.stdout and "☐" in ended.stdout
    file = policies / "surakarta" / "2026-rancangan.yaml"
    assert "PUTUSKAN" in file.read_text("utf-8")
    assert perwal("check", policies).returncode == 0
    assert perwal("test", "surakarta/2026-rancangan", "--policies", policies).returncode == 0
    compared = perwal("diff", "tegal/2023", "surakarta/2026-rancangan", "--policies", policies)
    assert compared.returncode == 0 and "Kota Surakarta" in compared.stdout
    again = perwal("new", "surakarta", "--from", "tegal/2023", "--policies", policies, "--on", "2026-01-15")
    assert again.returncode == 2 and "sudah ada" in again.stderr


def test_a_city_or_source_that_is_not_there_is_told(policies: Path) -> None:
    near = perwal("new", "surakata", "--from", "tegal/2023", "--policies", policies)
    assert near.returncode == 2 and "surakarta" in near.stderr
    assert perwal("new", "solo", "--from", "tegal/1900", "--policies", policies).returncode == 2
    bad = perwal("new", "surakarta", "--from", "tegal/2023", "--policies", policies, "--version", "../x")
    assert bad.returncode == 2 and not (policies / "surakarta").exists()


def test_a_new_city_in_json_lists_what_to_decide(policies: Path) -> None:
    ended = perwal("new", "solok", "--from", OLD, "--policies", policies, "--json", "--lang", "en")
    form = json.loads(ended.stdout)
    assert form["region"] == "13.72" and form["cases"] > 20
    assert {"kind", "where", "text"} == set(form["to_decide"][0])
