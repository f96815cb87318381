"""`perwal explain` and `perwal schema` as a drafter runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.language.explanation import examples
from engine.language.library import shipped
from engine.language.messages.faults import FAULTS
from tests.command.test_commands import perwal


def test_without_a_code_every_fault_stands_on_a_line() -> None:
    listed = perwal("explain").stdout.splitlines()
    assert [line.split()[0] for line in listed] == sorted(FAULTS)
    assert all(len(line.split(maxsplit=1)) == 2 for line in listed)
    briefly = json.loads(perwal("explain", "--json", "--lang", "en").stdout)
    assert [entry["code"] for entry in briefly] == sorted(FAULTS)
    assert {entry["severity"] for entry in briefly} == {"error", "warning"}


def test_a_fault_is_explained_with_a_bad_and_a_good_example_in_both_languages() -> None:
    indonesian = perwal("explain", "unknown-fact").stdout
    assert "kosakata tidak mempunyai" in indonesian or "tidak ada dalam kosakata" in indonesian
    assert "mengapa: Hanya fakta dalam kosakata" in indonesian
    assert "syarat: {peserta_akti: tidak}" in indonesian
    assert "syarat: {peserta_aktif: tidak}" in indonesian
    english = perwal("explain", "unknown-fact", "--lang", "en").stdout
    assert "why it matters: Applicants are asked" in english
    assert "wrong: the vocabulary has no fact `peserta_akti`" in english


def test_the_lines_shown_carry_their_numbers() -> None:
    (line,) = [
        line for line in perwal("explain", "duplicate-key").stdout.splitlines() if "segmen: pu_perseorangan" in line
    ]
    assert line.split("│")[0].strip() == "32"


@pytest.mark.parametrize("code", ["fact-unknown-code", "rules-disagree", "cannot-read"])
def test_a_fault_without_an_example_still_says_why_it_matters(code: str) -> None:
    told = json.loads(perwal("explain", code, "--json").stdout)
    assert told["why"]
    assert told["examples"] == []


def test_every_example_shows_a_difference() -> None:
    for several in examples().values():
        for example in several:
            assert example.bad().lines != example.good().lines, example.name
            assert example.bad().lines


def test_an_unknown_code_is_misuse_with_a_suggestion() -> None:
    ended = perwal("explain", "unknown-fakt")
    assert ended.returncode == 2
    assert "unknown-fact?" in ended.stderr


def test_the_schemas_are_written_where_they_are_wanted(tmp_path: Path) -> None:
    ended = perwal("schema", "-o", tmp_path)
    assert ended.returncode == 0
    for name in ("kebijakan.schema.json", "kasus.schema.json"):
        assert (tmp_path / name).read_bytes() == (shipped() / name).read_bytes()
        assert str(tmp_path / name) in ended.stdout
    both = json.loads(perwal("schema", "--json").stdout)
    assert set(both) == {"kebijakan.schema.json", "kasus.schema.json"}


def test_a_folder_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    ended = perwal("schema", "-o", tmp_path / "tidak-ada")
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


def test_check_warns_of_what_never_decides_and_still_ends_well(tmp_path: Path) -> None:
    example = examples()["criterion-never-decides"][0]
    folder = tmp_path / "pekalongan"
    folder.mkdir()
    (folder / "coba.yaml").write_text(example.content, encoding="utf-8")
    ended = perwal("check", folder / "coba.yaml", "--json")
    assert ended.returncode == 0
    assert "criterion-never-decides" in {fault["code"] for fault in json.loads(ended.stdout)["faults"]}
