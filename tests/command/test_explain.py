"""`perwal explain` and `perwal schema` as a drafter runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.language.explanation import examples
from engine.language.library import shipped
from engine.language.messages import EVERY_FAULT
from engine.language.reasons.topics import TOPICS
from engine.language.vocabulary import Language
from tests.command.test_commands import perwal


@pytest.mark.parametrize("language", ["id", "en"])
def test_without_a_code_every_fault_stands_on_a_line_under_its_topic(language: Language) -> None:
    listed = [line for line in perwal("explain", "--lang", language).stdout.splitlines() if line]
    headings = [line for line in listed if not line.startswith("  ")]
    assert headings == [topic.label[language] for topic in TOPICS]
    rows = [line for line in listed if line.startswith("  ")]
    assert [line.split()[0] for line in rows] == [code for topic in TOPICS for code in topic.codes]
    assert all(len(line.split(maxsplit=1)) == 2 for line in rows)


def test_as_json_every_fault_has_its_topic_and_severity() -> None:
    briefly = json.loads(perwal("explain", "--json", "--lang", "en").stdout)
    assert sorted(entry["code"] for entry in briefly) == sorted(EVERY_FAULT)
    assert {entry["severity"] for entry in briefly} == {"error", "warning"}
    told = {entry["code"]: (entry["topic"], entry["topic_label"]) for entry in briefly}
    assert told["cell-date-order"] == ("cells", "Lists of applicants: cells")
    assert told["nik-empty"][0] == "identities" and told["unknown-fact"][0] == "conditions"
    assert {topic for topic, _ in told.values()} == {topic.slug for topic in TOPICS}


def test_a_fault_is_explained_with_a_bad_and_a_good_example_in_both_languages() -> None:
    indonesian = perwal("explain", "unknown-fact").stdout
    assert "kosakata tidak mempunyai" in indonesian or "tidak ada dalam kosakata" in indonesian
    assert "mengapa: Hanya fakta dalam kosakata" in indonesian
    assert "syarat: {peserta_akti: tidak}" in indonesian
    assert "syarat: {peserta_aktif: tidak}" in indonesian
    english = perwal("explain", "unknown-fact", "--lang", "en").stdout
    assert "why it matters: Applicants are asked" in english
    assert "wrong: the vocabulary has no fact `peserta_akti`" in english


def test_a_faulty_cell_is_explained_with_the_cell_and_its_mending() -> None:
    indonesian = perwal("explain", "cell-date-order").stdout
    assert "mengapa: 3/4/1980 dapat berarti 3 April atau 4 Maret" in indonesian
    assert "keliru\n  daftar.csv\n    1 │ tanggal_lahir\n    2 │ 3/4/1980\n" in indonesian
    assert "benar\n    1 │ tanggal_lahir\n    2 │ 1980-04-03\n" in indonesian
    english = perwal("explain", "cell-unknown-village", "--lang", "en").stdout
    assert "why it matters: Without a certain village" in english and "    2 │ Kratn\n" in english


def test_what_is_typed_is_shown_without_the_number_of_a_line() -> None:
    told = json.loads(perwal("explain", "set-which-one", "--json").stdout)
    (example,) = told["examples"]
    assert (example["file"], example["line"]) == (None, None)
    assert example["good"] == ["perwal diff pekalongan/2022-19b --set kuota.2023.jumlah=1500"]
    assert "      │ perwal diff" in perwal("explain", "set-which-one").stdout


def test_what_is_only_a_warning_is_told_as_one() -> None:
    assert "heading-no-nik (peringatan): " in perwal("explain", "heading-no-nik").stdout
    assert "donor-twice (warning): " in perwal("explain", "donor-twice", "--lang", "en").stdout


def test_the_lines_shown_carry_their_numbers() -> None:
    (line,) = [
        line for line in perwal("explain", "duplicate-key").stdout.splitlines() if "segmen: pu_perseorangan" in line
    ]
    assert line.split("│")[0].strip() == "32"


@pytest.mark.parametrize(
    "code", ["fact-unknown-code", "rules-disagree", "cannot-read", "workbook-damaged", "spark-unreachable"]
)
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
    assert "nik-empty?" in perwal("explain", "nik-empti").stderr


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
