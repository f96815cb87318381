"""`perwal donors` as a user runs it: files, words, exit codes, and nothing left behind where it fails."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from engine.registry.synth.numbers import nip
from tests.registry.donating import donor, worker, written

FILES = {
    "berakhir.csv",
    "ditolak.csv",
    "donatur.json",
    "hibah.parquet",
    "pasangan.csv",
    "pasangan.parquet",
    "peringkat.csv",
    "potongan.xlsx",
    "tanpa_donatur.csv",
    "tanpa_pekerja.csv",
}


def perwal(*arguments: object) -> Result:
    return CliRunner().invoke(app(), ["donors", *map(str, arguments)], env={"COLUMNS": "200"})


def nik(number: int) -> str:
    """A NIK that an intake takes: born 5 May 1985."""
    return f"332401050585{number:04d}"


def registry(workers: list[dict[str, Any]], path: Path) -> Path:
    """A list as an office keeps it."""
    words = {True: "ya", False: "tidak", None: ""}
    rows = [
        {name: words[value] if isinstance(value, bool) or value is None else str(value) for name, value in one.items()}
        for one in workers
    ]
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, names)
        lines.writeheader()
        lines.writerows(rows)
    return path


def people(city: str, number: int) -> list[dict[str, Any]]:
    return [{**worker(one, city), "nik": nik(one)} for one in range(1, number + 1)]


def test_a_year_of_deductions_is_written_and_told(tmp_path: Path) -> None:
    listed = registry(people("sukabumi", 3), tmp_path / "daftar.csv")
    donors = written([donor(1), donor(2), donor(3, nip="12"), donor(4, persetujuan="")], tmp_path / "donatur.csv")
    ended = perwal("sukabumi", listed, "--donors", donors, "--year", 2024, "-o", tmp_path / "hasil")
    assert ended.exit_code == 0, ended.output
    assert {path.name for path in (tmp_path / "hasil").iterdir()} == FILES | {"keliru.csv"}
    assert "sukabumi/2024-se, 2024: 2 pekerja dipasangkan dengan 2 donatur" in ended.output
    assert "potong TPP: Rp336.000 untuk 20 bulan-orang" in ended.output
    assert "imbauan: tidak mewajibkan siapa pun" in ended.output
    assert "donatur.csv:4:1: nip-not-18-digits" in ended.output
    account = json.loads((tmp_path / "hasil" / "donatur.json").read_text(encoding="utf-8"))
    assert account["from"] == "2024-03-18"
    assert {code: each["number"] for code, each in account["donors_without"].items()} == {"faulty": 1, "no_consent": 1}


def test_json_and_english(tmp_path: Path) -> None:
    listed = registry(people("kendal", 1), tmp_path / "daftar.csv")
    donors = written([donor(1, status="honorer", nip="3324010101800001")], tmp_path / "donatur.csv")
    ended = perwal(
        "kendal", listed, "--donors", donors, "--month", "2023-02", "-o", tmp_path / "hasil", "--json", "--lang", "en"
    )
    assert ended.exit_code == 0, ended.output
    told = json.loads(ended.stdout)
    assert (told["workers_paired"], told["amount_idr"], told["months"]) == (1, 16800, {"2023-02": 16800})
    assert set(told["files"]) == FILES
    assert "obliges nobody" in " ".join(note["message"] for note in told["based_on"])


def test_the_next_month_goes_on_with_the_same_pairs_until_the_three_months_are_over(tmp_path: Path) -> None:
    listed = registry(people("tegal", 4), tmp_path / "daftar.csv")
    donors = written([donor(1, dari="2023-01"), donor(2, dari="2023-01")], tmp_path / "donatur.csv")
    grants: list[pl.DataFrame] = []
    pairs: list[set[tuple[str, str]]] = []
    options: list[object] = []
    for month in range(1, 5):
        folder = tmp_path / f"bulan-{month}"
        ended = perwal(
            "tegal", listed, "--donors", donors, "--month", f"2023-{month:02}", "-o", folder, *options, "--json"
        )
        assert ended.exit_code == 0, ended.output
        grants.append(pl.read_parquet(folder / "hibah.parquet"))
        pairs.append(set(pl.read_parquet(folder / "pasangan.parquet").select("nip", "nik").iter_rows()))
        pl.concat(grants).write_parquet(tmp_path / "hibah.parquet")
        options = ["--granted", tmp_path / "hibah.parquet", "--pairs", folder / "pasangan.parquet"]
    assert pairs[0] == pairs[1] == pairs[2] and len(pairs[0]) == 2
    assert pairs[3] == set()
    assert pl.concat(grants).group_by("nik").len()["len"].to_list() == [3, 3]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("sukabumi", "--year", 2020), 1, "Tidak ada peraturan sukabumi yang berlaku dalam 2020"),
        (("pekalongan", "--year", 2023), 1, "donors-no-scheme"),
        (("sukabumi",), 2, "--month TAHUN-BULAN atau --year TAHUN"),
        (("sukabumi", "--year", 2024, "--month", "2024-04"), 2, "--month TAHUN-BULAN atau --year TAHUN"),
        (("sukabumi", "--month", "2024-13"), 2, "--month TAHUN-BULAN atau --year TAHUN"),
        (("solo", "--year", 2024), 2, "Kota solo tidak ada"),
        (("sukabumi", "--year", 2024, "--policy", "tegal/2023"), 2, "bukan kebijakan sukabumi"),
        (("sukabumi", "--year", 2024, "--granted", "tidak-ada.parquet"), 1, "cannot-read"),
    ],
)
def test_misuse_says_what_to_do_and_writes_nothing(
    arguments: tuple[object, ...], code: int, said: str, tmp_path: Path
) -> None:
    listed = registry(people("sukabumi", 1), tmp_path / "daftar.csv")
    donors = written([donor(1)], tmp_path / "donatur.csv")
    city, *options = arguments
    ended = perwal(city, listed, "--donors", donors, "-o", tmp_path / "hasil", *options)
    assert ended.exit_code == code
    assert said in ended.output
    assert "Traceback" not in ended.output
    assert {path.name for path in tmp_path.iterdir()} == {"daftar.csv", "donatur.csv"}


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    listed = registry(people("sukabumi", 1), tmp_path / "daftar.csv")
    donors = written([donor(1)], tmp_path / "donatur.csv")
    folder = tmp_path / "hasil"
    folder.mkdir()
    (folder / "surat.txt").write_text("penting", encoding="utf-8")
    ended = perwal("sukabumi", listed, "--donors", donors, "--year", 2024, "-o", folder)
    assert ended.exit_code == 2
    assert "bukan hasil `perwal donors`" in ended.output
    assert [path.name for path in folder.iterdir()] == ["surat.txt"]


def test_a_list_that_cannot_be_read_is_named_and_no_number_is_printed(tmp_path: Path) -> None:
    listed = registry(people("sukabumi", 1), tmp_path / "daftar.csv")
    donors = tmp_path / "donatur.csv"
    donors.write_text(f"NIP,Nama\n{nip(1)},Donatur Sintetis\n", encoding="utf-8")
    ended = perwal("sukabumi", listed, "--donors", donors, "--year", 2024, "-o", tmp_path / "hasil")
    assert ended.exit_code == 1
    assert "donor-heading-missing" in ended.output and nip(1) not in ended.output
    assert not (tmp_path / "hasil").exists()
