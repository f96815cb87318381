"""`perwal test` as a user runs it: what is untested, what may change unnoticed, and the missing cases as a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.language.library import shipped
from tests.command.test_commands import perwal

FILES = (
    "kosakata.yaml", "sumber.yaml", "nasional/jkk-jkm.yaml", "pekalongan/2022-19b.yaml",
    "pekalongan/2022-19b.kasus.yaml",
)  # fmt: skip
POLICY = "pekalongan/2022-19b"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in FILES:
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        target.write_text((shipped() / name).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def without_seventeen(copy: Path) -> Path:
    """No case is about somebody of 17 years any more."""
    cases = copy / f"{POLICY}.kasus.yaml"
    kept = [
        each
        for each in cases.read_text("utf-8").split("  - nama: ")
        if "usia: 17" not in each and "tanggal_lahir: 200" not in each
    ]
    cases.write_text("  - nama: ".join(kept), encoding="utf-8")
    return copy


def test_a_policy_is_told_article_by_article() -> None:
    ended = perwal("test", POLICY)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "37 dari 37 hal sudah diuji" in ended.stdout
    (age,) = (each for each in ended.stdout.splitlines() if "3 ayat (1) huruf b" in each)
    assert age.split()[-2:] == ["2/2", "2/2"]
    assert "Belum diuji" not in ended.stdout
    assert "perubahan" not in ended.stdout


def test_all_policies_in_one_line_each_and_complete() -> None:
    ended = perwal("test", "--mutate", "--strict", "--lang", "en", COLUMNS="200")
    assert ended.returncode == 0
    heads = [each for each in ended.stdout.splitlines() if "cases passed" in each]
    assert len(heads) == len(list(shipped().glob("*/*.kasus.yaml")))
    for head in heads:
        for part in head.split(" · "):
            numbers = [word for word in part.split(":")[-1].split() if word.isdigit()]
            assert numbers[0] == numbers[1], head


def test_what_is_missing_is_a_sentence_with_its_article_and_no_fault(without_seventeen: Path) -> None:
    ended = perwal("test", "--policies", without_seventeen, COLUMNS="200")
    assert ended.returncode == 0
    assert 'Pasal 3 ayat (1) huruf b · usia "pada saat didaftarkan' in ended.stdout
    assert "belum ada kasus dengan usia: 17 tahun, tepat di bawah batas terendah 18 tahun" in ended.stdout
    assert perwal("test", "--policies", without_seventeen, "--strict").returncode == 1


def test_what_may_change_unnoticed_comes_with_somebody_who_would_tell(without_seventeen: Path) -> None:
    ended = perwal("test", "--mutate", "--policies", without_seventeen, "--lang", "en", COLUMNS="300")
    assert ended.returncode == 0
    assert "May change unnoticed" in ended.stdout
    assert 'no case fails if "age: 18 years to 64 years (national limit)"' in ended.stdout
    assert "age: 17 years (shown by: hasil" in ended.stdout
    assert "Beyond cases: 8 changes" in ended.stdout


def test_json_has_the_same_numbers(without_seventeen: Path) -> None:
    ended = perwal("test", "--mutate", "--json", "--policies", without_seventeen)
    report = json.loads(ended.stdout)[POLICY]
    assert report["coverage"]["reached"] == report["coverage"]["goals"] - 1
    (age,) = (each for each in report["coverage"]["sentences"] if each["about"] == "pekerja_informal.usia")
    assert age["article"] == "3 ayat (1) huruf b"
    assert age["goals"]["threshold"] == {"reached": 1, "of": 2}
    assert [each["kind"] for each in age["untested"]] == ["threshold"]
    mutation = report["mutation"]
    assert mutation["telling"] == mutation["caught"] + len(mutation["survivors"])
    survivor = mutation["survivors"][0]
    assert survivor["facts"]["usia"] == 17
    assert survivor["article"] == "3 ayat (1) huruf b"
    assert {each["kind"] for each in mutation["not_testable"]} == {"division", "transition"}


def test_missing_cases_are_written_and_refused_until_confirmed(without_seventeen: Path, tmp_path: Path) -> None:
    written = tmp_path / "kurang.yaml"
    named = ("test", POLICY, "--policies", without_seventeen)
    ended = perwal(*named, "--missing", written)
    assert ended.returncode == 0
    assert "1 kasus ditulis" in ended.stdout
    text = written.read_text("utf-8")
    assert "fakta: {usia: 17}" in text
    assert perwal(*named, "--missing", written).returncode == 2
    assert written.read_text("utf-8") == text
    cases = without_seventeen / f"{POLICY}.kasus.yaml"
    before = cases.read_text("utf-8").rstrip("\n") + "\n"
    draft = "".join(f"{each}\n" for each in text.partition("kasus:\n")[2].splitlines())
    cases.write_text(before + draft, encoding="utf-8")
    refused = perwal(*named, "--lang", "en")
    assert refused.returncode == 1
    line = next(n for n, each in enumerate(cases.read_text("utf-8").splitlines(), 1) if "belum_dipastikan" in each)
    assert f".kasus.yaml:{line}:" in refused.stdout
    assert "case-unconfirmed" in refused.stdout
    confirmed = draft.replace("hasil: belum_dipastikan", "hasil: tidak_berhak").replace(
        "{usia: belum_dipastikan}", "{usia: tidak_terpenuhi}"
    )
    cases.write_text(before + confirmed, encoding="utf-8")
    assert perwal(*named, "--strict", "--mutate").returncode == 0


def test_missing_needs_one_policy_and_a_place(copy: Path, tmp_path: Path) -> None:
    assert perwal("test", "--missing", tmp_path / "a.yaml").returncode == 2
    assert perwal("test", POLICY, "--policies", copy, "--missing", tmp_path / "tidak/ada.yaml").returncode == 2
