"""The command as a user runs it: what it prints, in which language, and with which exit code."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BATIK = {
    "kota": "pekalongan",
    "tanggal_lahir": "1985-03-02",
    "pekerjaan": "buruh_batik",
    "hubungan_kerja": "luar_hubungan_kerja",
    "peserta_aktif": False,
}


def perwal(*arguments: object, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "api", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "100", **environment},
        check=False,
    )


def test_check_of_the_shipped_policies_is_clean() -> None:
    ended = perwal("check")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "tidak ada kesalahan" in ended.stdout
    assert json.loads(perwal("check", "--json").stdout) == {"faults": []}


def test_check_names_file_line_column_code_and_way_out(tmp_path: Path) -> None:
    good = Path("policies/tegal/2023.yaml").read_text(encoding="utf-8")
    folder = tmp_path / "tegal"
    folder.mkdir()
    bad = folder / "2023.yaml"
    bad.write_text(good.replace("peserta_aktif: tidak", "pesrta_aktif: tidak"), encoding="utf-8")
    ended = perwal("check", bad)
    assert ended.returncode == 1
    assert f"{bad}:" in ended.stdout
    assert "unknown-fact" in ended.stdout
    assert "maksud Anda `peserta_aktif`?" in ended.stdout
    english = json.loads(perwal("check", bad, "--json", "--lang", "en").stdout)["faults"]
    assert english[0]["code"] == "unknown-fact"
    assert good.splitlines()[english[0]["line"] - 1].find("peserta_aktif") == english[0]["column"] - 1
    assert english[0]["hint"] == "did you mean `peserta_aktif`?"


def test_cases_of_all_policies_pass() -> None:
    ended = perwal("test", "--json")
    assert ended.returncode == 0
    report = json.loads(ended.stdout)
    assert all(entry["cases"] == entry["passed"] > 20 for entry in report.values())


def test_a_failing_case_is_shown_with_both_sides_and_exit_1(tmp_path: Path) -> None:
    for name in ("kosakata.yaml", "sumber.yaml", "nasional/jkk-jkm.yaml", "tegal/2023.yaml", "tegal/2023.kasus.yaml"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        target.write_text((Path("policies") / name).read_text(encoding="utf-8"), encoding="utf-8")
    cases = tmp_path / "tegal/2023.kasus.yaml"
    cases.write_text(cases.read_text(encoding="utf-8").replace("hasil: berhak", "hasil: tidak_berhak", 1), "utf-8")
    ended = perwal("test", "--policies", tmp_path)
    assert ended.returncode == 1
    assert "hasil seharusnya tidak berhak, ternyata berhak" in ended.stdout


def test_decide_reads_standard_input_and_prints_the_fixed_json() -> None:
    ended = perwal("decide", "pekalongan", "--on", "2022-12-01", "--json", stdin=json.dumps(BATIK))
    assert ended.returncode == 0
    decision = json.loads(ended.stdout)
    assert (decision["outcome"], decision["policy"]) == ("ineligible", "pekalongan/2022-19b")


def test_decide_explains_in_both_languages(tmp_path: Path) -> None:
    facts = tmp_path / "orang.yaml"
    facts.write_text("\n".join(f"{k}: {str(v).lower()}" for k, v in BATIK.items()))
    named = ("decide", "--policy", "pekalongan/2023-usulan", "--facts", facts)
    indonesian, english = perwal(*named).stdout, perwal(*named, "--lang", "en").stdout
    assert "BELUM PASTI" in indonesian
    assert "tulang punggung keluarga (menentukan hasil)" in indonesian
    assert "UNDETERMINED" in english
    assert "breadwinner of the family (decides the outcome)" in english


def test_every_city_is_asked_with_all() -> None:
    decisions = json.loads(perwal("decide", "--all", "--on", "2023-06-01", "--json", stdin=json.dumps(BATIK)).stdout)
    assert {"tegal", "pekalongan"} <= {decision["city"] for decision in decisions}


def test_a_city_without_a_regulation_that_day_says_which_there_are() -> None:
    ended = perwal("decide", "tegal", "--on", "2021-01-01", stdin="{}")
    assert ended.returncode == 1
    assert "tegal/2022-apbd-perubahan" in ended.stderr
    assert "2022-10-01" in ended.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("decide",),
        ("decide", "solo"),
        ("decide", "tegal", "--policy", "pekalongan/2022-19b"),
        ("decide", "--policy", "tegal/1999"),
        ("decide", "tegal", "--all"),
        ("decide", "tegal", "--on", "01-06-2023"),
        ("decide", "tegal", "--facts", "tidak-ada.json"),
        ("policies", "solo"),
        ("policies", "--lang", "fr"),
        ("check", "--policies", "tidak-ada"),
        ("tidak-ada",),
    ],
)
def test_misuse_is_exit_2_with_a_message_and_no_trace(arguments: tuple[str, ...]) -> None:
    ended = perwal(*arguments, stdin="{}")
    assert ended.returncode == 2
    assert ended.stderr.strip()
    assert "Traceback" not in ended.stderr


def test_faulty_facts_are_all_named_and_nothing_is_decided() -> None:
    ended = perwal("decide", "tegal", stdin='{"jabatan_rt": "sekretarus",\n "umur": 3, "nik": "3376011104790001"}')
    assert ended.returncode == 1
    assert "<stdin>:1:16: fact-unknown-code" in ended.stdout
    assert "<stdin>:2:10: fact-unknown-name" in ended.stdout
    assert "3376011104790001" not in ended.stdout


def test_a_draft_file_is_decided_in_a_process_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "pekalongan"
    folder.mkdir()
    draft = folder / "rancangan-saya.yaml"
    draft.write_text(Path("policies/pekalongan/2023-usulan.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    ended = perwal("decide", "--policy", draft, "--json", stdin=json.dumps({**BATIK, "tulang_punggung": True}))
    decision = json.loads(ended.stdout)
    assert (decision["policy"], decision["outcome"]) == ("pekalongan/rancangan-saya", "eligible")
    draft.write_text(draft.read_text(encoding="utf-8").replace("usia:", "umur:"), encoding="utf-8")
    broken = perwal("decide", "--policy", draft, stdin="{}")
    assert broken.returncode == 1
    assert "unknown-fact" in broken.stdout


def test_policies_are_listed_with_dates_and_effect() -> None:
    listed = json.loads(perwal("policies", "--json").stdout)
    ids = {entry["policy"] for entry in listed}
    assert {
        "tegal/rintisan",
        "tegal/2022-apbd-perubahan",
        "tegal/2023",
        "pekalongan/2022-19b",
        "pekalongan/2023-usulan",
    } <= ids
    assert "pekalongan/2023-usulan" in perwal("policies", "pekalongan", "--lang", "en").stdout


def test_the_demonstration_writes_every_decision(tmp_path: Path) -> None:
    ended = perwal("demo", "-o", tmp_path / "hasil")
    assert ended.returncode == 0
    assert "sintetis" in ended.stdout
    with (tmp_path / "hasil" / "keputusan.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with Path("api/sample/pemohon-sintetis.csv").open(encoding="utf-8", newline="") as file:
        sample = list(csv.DictReader(file))
    assert len(rows) == len(sample)
    assert {row["sintetis"] for row in sample} == {"ya"}
    typo = next(row for row in rows if row["keterangan"] == "jabatan salah ketik")
    assert typo["hasil"] == "undetermined"
    assert "fact-unknown-code" in typo["isian_keliru"]


def test_a_closed_pipe_is_no_traceback() -> None:
    command = f"{sys.executable} -m api demo -o /dev/null/x 2>&1 | head -1; {sys.executable} -m api policies | true"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in ended.stderr
