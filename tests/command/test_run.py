"""`perwal run` as a user runs it, with money: what it writes, on which engine, what it refuses, and in which words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from tests.command.test_commands import perwal

BUDGET = Path(str(files("api"))) / "sample" / "anggaran" / "pekalongan-2023.yaml"
RESULTS = {"alokasi.parquet", "hibah.parquet", "uang.json", "uang.xlsx", "keputusan.parquet", "tanda-terima.json"}

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("daftar") / "daftar.csv"
    made = CliRunner().invoke(app(), ["synth", "pekalongan", "-n", "3000", "-o", str(path), "--on", "2023-01-02"])
    assert made.exit_code == 0, made.output
    return path


@pytest.fixture
def run(listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs in a folder of its own, beside the budget and the list; `--on` is the second of January."""
    monkeypatch.chdir(tmp_path)
    Path("anggaran.yaml").write_text(BUDGET.read_text("utf-8"), "utf-8")
    Path("daftar.csv").write_bytes(listed.read_bytes())

    def command(
        *arguments: object, output: str = "hasil", on: str = "2023-01-02", listing: str = "daftar.csv"
    ) -> Result:
        words = ["run", "pekalongan", listing, "-o", output, "--on", on, *map(str, arguments)]
        return CliRunner().invoke(app(), words, env={"COLUMNS": "200"})

    return command


def accounts(folder: str = "hasil") -> Any:
    return json.loads(Path(folder, "uang.json").read_text("utf-8"))


def changed(old: str, new: str, name: str = "anggaran.yaml") -> None:
    text = BUDGET.read_text("utf-8")
    assert old in text
    Path(name).write_text(text.replace(old, new), "utf-8")


def test_a_run_with_a_budget_says_who_is_paid_by_whom_and_what_was_assumed(run: Run) -> None:
    ended = run("--budget", "anggaran.yaml")
    assert ended.exit_code == 0, ended.output
    told = accounts()
    assert {path.name for path in Path("hasil").iterdir()} >= RESULTS
    assert re.search(rf"apbd\W+240\.000\.000.*{told['people_paid']}", ended.output)
    assert "diandaikan: " in ended.output and "satu peserta per keluarga: tidak" in ended.output
    assert told["people_paid"] == pl.read_parquet("hasil/hibah.parquet")["nik"].n_unique() > 100
    assert told["amount_idr"] == told["months_paid"] * 16_800
    english = run("--budget", "anggaran.yaml", "--lang", "en")
    assert english.exit_code == 0 and "quota full" in english.output
    identities = pl.read_csv("daftar.csv", columns="nik", infer_schema=False)["nik"]
    assert not set(re.findall(r"[0-9]{16}", ended.output + english.output)) & set(identities)


def test_the_accounts_are_printed_as_json_and_are_those_of_the_file(run: Run) -> None:
    ended = run("--budget", "anggaran.yaml", "--json")
    assert ended.exit_code == 0
    printed = json.loads(ended.stdout)["money"]
    assert {name: printed[name] for name in accounts()} == accounts()


@pytest.mark.parametrize("engine", ["duckdb", "spark"])
def test_engines_give_the_same_recipients_and_totals(run: Run, engine: str) -> None:
    assert run("--budget", "anggaran.yaml", output="polars").exit_code == 0
    words = ["run", "pekalongan", "daftar.csv", "-o", engine, "--on", "2023-01-02", "--budget", "anggaran.yaml"]
    master = ["--spark-master", "local[2]"] if engine == "spark" else []
    ended = subprocess.run(
        [sys.executable, "-m", "api", *words, "--engine", engine, *master],
        env={**os.environ, "PYTHONPATH": str(Path(str(files("api"))).parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    for name in ("hibah.parquet", "uang.json"):
        assert Path("polars", name).read_bytes() == Path(engine, name).read_bytes()
    assert pl.read_parquet("polars/alokasi.parquet").equals(pl.read_parquet(f"{engine}/alokasi.parquet"))


def test_rows_in_another_order_give_the_same_recipients_and_totals(run: Run) -> None:
    assert run("--budget", "anggaran.yaml").exit_code == 0
    people = pl.read_csv("daftar.csv", infer_schema=False)
    people.sample(fraction=1, shuffle=True, seed=5).write_csv("daftar.csv")
    assert run("--budget", "anggaran.yaml", output="lagi").exit_code == 0
    assert Path("hasil/hibah.parquet").read_bytes() == Path("lagi/hibah.parquet").read_bytes()
    assert accounts() == accounts("lagi")


def test_a_second_run_goes_on_where_the_first_one_ended(run: Run) -> None:
    changed("diterima: 240000000", "diterima: 20000000", "januari.yaml")
    assert run("--budget", "januari.yaml").exit_code == 0
    ended = run("--budget", "anggaran.yaml", "--granted", "hasil/hibah.parquet", output="juli", on="2023-07-01")
    assert ended.exit_code == 0, ended.output
    first, second = pl.read_parquet("hasil/hibah.parquet"), pl.read_parquet("juli/hibah.parquet")
    assert first.height and second.height
    assert pl.concat([first, second]).select("nik", "bulan").is_unique().all()
    (pot,) = accounts("juli")["money"]
    assert pot["terpakai_sebelumnya"] == first["rupiah"].sum()
    assert pot["diterima"] == pot["terpakai_sebelumnya"] + pot["diberikan"] + pot["sisa"]


def test_a_proposal_named_divides_its_quota_otherwise(run: Run) -> None:
    assert run("--budget", "anggaran.yaml").exit_code == 0
    assert run("--budget", "anggaran.yaml", "--policy", "pekalongan/2023-usulan", output="usulan").exit_code == 0
    now, proposed = accounts(), accounts("usulan")
    assert now["policies"] == ["pekalongan/2022-19b"] and proposed["policies"] == ["pekalongan/2023-usulan"]
    quotas = [[line["kuota"] for line in told["villages"]] for told in (now, proposed)]
    assert quotas[0] != quotas[1] and sum(quotas[0]) == sum(quotas[1]) == 1000


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kota: pekalongan", "kota: tegal", "budget-village"),
        ("tahun: 2023", "tahun: 2024", "budget-of-another-year"),
        ("    diterima: 240000000\n", "    dijanjikan: 240000000\n", "budget-received-unsaid"),
        ("diterima: 240000000", "diterima: 240000000\n    bulan: {dari: 9, sampai: 3}", "budget-months"),
        ("diterima: 240000000", "diterima: 240000000\n    untuk: {kelompok: [petani]}", "budget-group-unknown"),
        (", dtks: ", ", dtsen: ", "budget-weight-missing"),
        ("arti_kuota: total ", "arti_kuota: semua ", "unknown-word"),
        ("\nkelurahan:", "\n  - {id: apbd, sumber_dana: apbd, diterima: 1}\nkelurahan:", "budget-pot-twice"),
    ],
)
def test_a_faulty_budget_is_told_with_its_place_and_nothing_is_written(run: Run, old: str, new: str, code: str) -> None:
    changed(old, new)
    ended = run("--budget", "anggaran.yaml", "--json")
    assert ended.exit_code == 1
    faults = json.loads(ended.stdout)["faults"]
    assert code in {fault["code"] for fault in faults}, faults
    assert all(fault["file"] == "anggaran.yaml" for fault in faults)
    assert not Path("hasil").exists()


def test_rows_that_are_held_are_told_by_reason(run: Run) -> None:
    Path("ganda.csv").write_text(
        "nik,nama,kota,pekerjaan\n"
        "3375010101800001,Sintetis A,pekalongan,tukang_becak\n"
        "3375010101800001,Sintetis B,pekalongan,sopir_angkot\n"
        "33750,Sintetis C,pekalongan,tukang_becak\n",
        "utf-8",
    )
    ended = run(listing="ganda.csv")
    assert ended.exit_code == 0, ended.output
    assert re.search(r"ditahan +3\n", ended.output) and re.search(r"NIK bukan 16 angka +1\n", ended.output)
    assert re.search(r"NIK yang sama dengan data yang lain +2", ended.output)
    assert "Yang terbanyak" not in ended.output


def test_money_is_not_given_out_in_a_list_without_nik(run: Run) -> None:
    pl.read_csv("daftar.csv", infer_schema=False).drop("nik").write_csv("tanpa.csv")
    ended = run("--budget", "anggaran.yaml", listing="tanpa.csv")
    assert ended.exit_code == 1
    assert "allocation-without-nik" in ended.output
    assert not Path("hasil").exists()


def test_somebody_listed_twice_with_different_data_is_held_and_not_paid(run: Run) -> None:
    assert run("--budget", "anggaran.yaml").exit_code == 0
    nik = pl.read_parquet("hasil/hibah.parquet")["nik"][0]
    people = pl.read_csv("daftar.csv", infer_schema=False)
    again = people.filter(pl.col("nik") == nik).with_columns(pekerjaan=pl.lit("petani"))
    pl.concat([people, again]).write_csv("daftar.csv")
    assert run("--budget", "anggaran.yaml", output="lagi").exit_code == 0
    assert nik not in pl.read_parquet("lagi/hibah.parquet")["nik"]


@pytest.mark.parametrize(
    "arguments",
    [("--granted", "hasil/hibah.parquet"), ("--budget", "tidak-ada.yaml")],
)
def test_misuse_is_exit_2_and_writes_nothing(run: Run, arguments: tuple[str, ...]) -> None:
    ended = run(*arguments)
    assert ended.exit_code == 2
    assert "Traceback" not in ended.output
    assert not Path("hasil").exists()


def test_grants_of_money_that_the_budget_lacks_are_refused(run: Run) -> None:
    assert run("--budget", "anggaran.yaml").exit_code == 0
    changed("id: apbd", "id: apbd_lain")
    ended = run("--budget", "anggaran.yaml", "--granted", "hasil/hibah.parquet", output="lagi")
    assert ended.exit_code == 1
    assert "granted-unknown-pot" in ended.output and "apbd" in ended.output
    assert not Path("lagi").exists()


def test_a_folder_with_other_things_in_it_is_left_alone(run: Run) -> None:
    Path("hasil").mkdir()
    Path("hasil/surat.txt").write_text("penting", "utf-8")
    assert run("--budget", "anggaran.yaml").exit_code == 2
    assert [path.name for path in Path("hasil").iterdir()] == ["surat.txt"]


def test_a_run_may_be_asked_what_if_and_its_receipt_holds(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Path.cwd()
    ended = run("--budget", "anggaran.yaml", output="peraturan")
    assert ended.exit_code == 0, ended.output
    monkeypatch.chdir(Path(__file__).parents[2])
    budget = ["--budget", here / "anggaran.yaml"]
    asked = ["pekalongan", here / "daftar.csv", "--policy", "pekalongan/2022-19b", "--on", "2023-01-02", *budget]
    what_ifs = ["--set", "kuota.2023.jumlah=500", "--reading", "daftar_pers_2022"]
    told = perwal("run", *asked, *what_ifs, "-o", here / "hasil")
    assert told.returncode == 0, told.stderr
    assert "pengandaian, bukan peraturan: kuota.2023.jumlah=500; tafsir=daftar_pers_2022" in told.stdout
    assert accounts(f"{here}/peraturan")["people_paid"] != accounts(f"{here}/hasil")["people_paid"] <= 500
    receipt = here / "hasil" / "tanda-terima.json"
    then = json.loads(receipt.read_text("utf-8"))
    assert then["what_if"] == ["kuota.2023.jumlah=500", "tafsir=daftar_pers_2022"]
    assert perwal("verify", receipt, here / "daftar.csv", *budget).returncode == 0
    for what_if, said in ((["tafsir=tidak_ada"], "tidak ada di sini"), (["kuota.2023.jumlah=-1"], "kuota.2023.jumlah")):
        receipt.write_text(json.dumps({**then, "what_if": what_if}), "utf-8")
        refused = perwal("verify", receipt, here / "daftar.csv", *budget)
        assert refused.returncode == 1 and said in refused.stdout, refused.stdout
        assert "Traceback" not in refused.stderr
    several = perwal("run", *asked, "--set", "kuota.jumlah=500", "-o", here / "lain")
    assert several.returncode == 1 and "kuota.2023" in several.stdout
