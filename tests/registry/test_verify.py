"""`perwal verify` on real runs: the receipt holds, or the command says what is different, and ends accordingly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from engine.language.library import Library
from engine.registry.job import RECEIPT
from tests.registry.deciding_runs import DAY, synthetic

MAPPING = b"kolom: {golongan: pekerjaan}\ntetap: {jabatan_lpmk: tidak_ada}\n"


@dataclass(frozen=True, slots=True)
class Ran:
    folder: Path
    listed: Path
    receipt: Path
    mapping: Path


def written(people: pl.DataFrame) -> pl.DataFrame:
    """The people as an office keeps its list, with a heading of its own."""
    said = people.drop("baris", "ditahan", "isian_keliru", "jabatan_lpmk")
    yes = pl.col(pl.Boolean)
    plain = said.with_columns(pl.when(yes).then(pl.lit("ya")).when(~yes).then(pl.lit("tidak")).name.keep())
    return plain.rename({"pekerjaan": "golongan"})


@pytest.fixture
def ran(library: Library, tmp_path: Path) -> Ran:
    """A list decided by `perwal run`, with a mapping file and one more attested fact."""
    listed, mapping, results = tmp_path / "daftar.csv", tmp_path / "pemetaan.yaml", tmp_path / "hasil"
    written(synthetic(library, "tegal", 300)).write_csv(listed)
    mapping.write_bytes(MAPPING)
    asked = ["--mapping", mapping, "--attest", "jabatan_rw=tidak_ada", "--on", DAY, "--birth", "lanjut"]
    ended = perwal("run", "tegal", listed, "-o", results, *asked)
    assert ended.exit_code == 0, ended.output
    return Ran(tmp_path, listed, results / RECEIPT, mapping)


def perwal(*arguments: object) -> Result:
    return CliRunner().invoke(app(), list(map(str, arguments)), env={"COLUMNS": "200"})


def verify(*arguments: object) -> Result:
    return perwal("verify", *arguments)


def checked(ran: Ran, *arguments: object) -> tuple[int, dict[str, Any]]:
    ended = verify(ran.receipt, ran.listed, "--mapping", ran.mapping, "--json", *arguments)
    return ended.exit_code, json.loads(ended.stdout)


def test_a_receipt_holds_when_nothing_changed(ran: Ran) -> None:
    code, found = checked(ran)
    assert (code, found["agrees"]) == (0, True)
    assert {line["standing"] for line in found["checked"]} == {"agrees"}
    said = verify(ran.receipt, ran.listed, "--mapping", ran.mapping, "--lang", "en")
    assert said.exit_code == 0
    assert "300 decisions are the same" in said.stdout and "The receipt holds" in said.stdout
    assert sorted(path.name for path in ran.folder.iterdir()) == ["daftar.csv", "hasil", "pemetaan.yaml"]


def test_the_same_people_in_another_order_or_kind_of_file_still_hold(ran: Ran) -> None:
    people = pl.read_csv(ran.listed, infer_schema=False)
    people.reverse().write_csv(ran.listed, separator=";")
    code, found = checked(ran)
    assert code == 0
    assert [line["subject"] for line in found["checked"] if line["standing"] != "agrees"] == ["input"]


def test_one_changed_cell_is_found(ran: Ran) -> None:
    text = ran.listed.read_text("utf-8")
    ran.listed.write_text(text.replace("buruh_batik", "tukang_becak", 1), "utf-8")
    code, found = checked(ran)
    assert (code, found["agrees"]) == (1, False)
    different = {line["subject"] for line in found["checked"] if line["standing"] == "differs"}
    assert {"input", "rows", "decisions"} <= different
    said = verify(ran.receipt, ran.listed, "--mapping", ran.mapping)
    assert said.exit_code == 1 and "daftar telah diubah" in said.stdout and "tidak cocok" in said.stdout


def test_an_altered_receipt_does_not_hold(ran: Ran) -> None:
    then = json.loads(ran.receipt.read_bytes())
    then["totals"]["outcomes"]["eligible"] += 1
    ran.receipt.write_text(json.dumps(then), "utf-8")
    code, found = checked(ran)
    assert code == 1
    assert [line["subject"] for line in found["checked"] if line["standing"] == "differs"] == ["totals"]


def test_the_mapping_file_is_asked_for_and_compared(ran: Ran) -> None:
    ended = verify(ran.receipt, ran.listed)
    assert ended.exit_code == 1 and "--mapping" in ended.stdout
    ran.mapping.write_bytes(MAPPING.replace(b"tetap", b"# lain\ntetap"))
    code, found = checked(ran)
    assert code == 0
    assert [line["subject"] for line in found["checked"] if line["standing"] == "noted"] == ["asked"]
    ran.mapping.write_bytes(MAPPING + b'nilai: {pekerjaan: {"xx": tukang_becak}}\n')
    ran.listed.write_text(ran.listed.read_text("utf-8").replace("buruh_batik", "xx", 1), "utf-8")
    code, found = checked(ran)
    assert code == 1
    assert "asked" in [line["subject"] for line in found["checked"] if line["standing"] == "differs"]


def test_attested_facts_are_taken_from_the_receipt(ran: Ran) -> None:
    then = json.loads(ran.receipt.read_bytes())
    assert then["attested"]["jabatan_rw"] == "tidak_ada"
    then["attested"]["jabatan_rw"] = "ketua"
    ran.receipt.write_text(json.dumps(then), "utf-8")
    code, found = checked(ran)
    assert code == 1
    assert {"rows", "decisions"} <= {line["subject"] for line in found["checked"] if line["standing"] == "differs"}


def test_what_cannot_be_repeated_is_said(ran: Ran, tmp_path: Path) -> None:
    assert verify(ran.listed, ran.listed).exit_code == 1
    assert "bukan tanda terima" in verify(ran.listed, ran.listed).stdout
    without_list = verify(ran.receipt, tmp_path / "tiada.csv", "--mapping", ran.mapping)
    assert without_list.exit_code == 1 and "tiada.csv" in without_list.stdout
    assert verify(tmp_path / "tiada.json", ran.listed).exit_code == 2
    then = json.loads(ran.receipt.read_bytes())
    for change, said in (
        ({"policy": "tegal/1900"}, "tegal/1900"),
        ({"on": "kemarin"}, "bukan tanda terima"),
        ({"options": {**then["options"], "header_row": "satu"}}, "bukan tanda terima"),
        ({"options": {**then["options"], "lain": 1}}, "bukan tanda terima"),
        ({"attested": {"nik": "1"}}, "nik"),
        ({"receipt": 99}, "99"),
    ):
        ran.receipt.write_text(json.dumps({**then, **change}), "utf-8")
        ended = verify(ran.receipt, ran.listed, "--mapping", ran.mapping)
        assert ended.exit_code == 1, change
        assert said in ended.stdout
