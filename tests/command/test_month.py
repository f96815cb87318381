"""`perwal month` as a user runs it: from a run's folder through several months, files in and files out."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from tests.command.test_commands import perwal

BUDGET = """
kota: tegal
tahun: 2023
benih: benih uji
sintetis: ya
uang:
  - {id: apbd, sumber_dana: apbd, diterima: 604800}
  - {id: csr, sumber_dana: tjsl, penyedia: PT Contoh Sintetis, diterima: 100800, bulan: {sampai: 6}}
"""
FACTS = {
    "tanggal_lahir": "1980-01-02",
    "pekerjaan": "tukang_becak",
    "hubungan_kerja": "luar_hubungan_kerja",
    "jabatan_rt": "tidak_ada",
    "jabatan_rw": "tidak_ada",
    "jabatan_lpmk": "tidak_ada",
    "status_kepegawaian": "bukan_pegawai",
    "peserta_aktif": "tidak",
}
HEAD = ",".join(("sintetis", "nik", "nama", "waktu_daftar", "kelurahan", *FACTS))
ROW = ",".join(("ya", "{nik}", "Warga Sintetis {n}", "2022-11-{n:02d}", "{village}", *FACTS.values()))


def nik(number: int) -> str:
    return f"337601020180{number:04d}"


class Office:
    """A folder with the files of a labour office."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.people = [
            ROW.format(nik=nik(n), n=n, village="33.76.01.1002" if n in (2, 5) else "33.76.01.1001")
            for n in range(1, 8)
        ]
        self.write("anggaran.yaml", BUDGET)
        self.write("daftar.csv", "\n".join([HEAD, *self.people]) + "\n")
        ended = perwal(
            "run", "tegal", folder / "daftar.csv", "-o", folder / "jalan", "--on", "2023-01-01",
            "--budget", folder / "anggaran.yaml",
        )  # fmt: skip
        assert ended.returncode == 0, ended.stderr

    def write(self, name: str, text: str) -> Path:
        (self.folder / name).write_text(text, "utf-8")
        return self.folder / name

    def month(self, roster: str, month: str, output: str, *more: object) -> Any:
        return perwal(
            "month", self.folder / roster, "--month", month, "-o", self.folder / output,
            "--registry", self.folder / "daftar.csv", "--budget", self.folder / "anggaran.yaml", *more,
        )  # fmt: skip

    def rows(self, *path: str) -> list[dict[str, str]]:
        with self.folder.joinpath(*path).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """January as the run promised it; in February somebody died and a row was wrong."""
    office = Office(tmp_path_factory.mktemp("dinas"))
    ended = office.month("jalan", "2023-01", "2023-01", "--account", "apbd=5.1.02.02.01")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    changes = (
        "jenis,nik,nama,tanggal\n"
        f"meninggal,{nik(2)},Warga Sintetis 2,2023-01-20\n"
        f"mengundurkan_diri,{nik(1)},,2023-02-11\n"
        f"meninggal,{nik(99)},,2023-01-20\n"
        "ikrar_baru,,,2023-02-01\n"
    )
    ended = office.month("2023-01", "2023-02", "2023-02", "--changes", office.write("februari.csv", changes))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return office


def test_two_months_after_a_run(office: Office) -> None:
    assert [row["nik"] for row in office.rows("2023-01", "daftar.csv")] == [nik(n) for n in (1, 2, 3, 4)]
    assert [row["nik"] for row in office.rows("2023-02", "daftar.csv")] == [nik(n) for n in (1, 3, 4, 5)]
    changes = {row["nik"]: row for row in office.rows("2023-02", "perubahan.csv")}
    assert (changes[nik(2)]["arah"], changes[nik(2)]["alasan"]) == ("keluar", "meninggal")
    assert changes[nik(2)]["digantikan"] == nik(5)
    assert (changes[nik(5)]["arah"], changes[nik(5)]["menggantikan"]) == ("masuk", nik(2))
    tasks = {(row["kegiatan"], row["nik"]): row for row in office.rows("2023-02", "bpjs.csv")}
    assert set(tasks) == {("daftarkan", nik(5)), ("hentikan", nik(2))}
    assert tasks["hentikan", nik(2)]["berakhir"] == "2023-01-31"
    assert tasks["daftarkan", nik(5)]["segmen"] == tasks["hentikan", nik(2)]["segmen"] == "bpu"


def test_the_summary_counts_people_money_and_what_is_held(office: Office) -> None:
    january = json.loads((office.folder / "2023-01" / "bulan.json").read_text("utf-8"))
    assert january["payments"][0]["kode_rekening"] == "5.1.02.02.01"
    assert january["payments"][0]["jatuh_tempo"] == "2023-01-16", "15 January 2023 is a Sunday"
    assert (january["payments"][0]["orang"], january["payments"][0]["rupiah"]) == (3, 50_400)
    february = json.loads((office.folder / "2023-02" / "bulan.json").read_text("utf-8"))
    people = february["people"]
    assert people["last_month"] - people["left"] + people["joined"] == people["this_month"] == 4
    assert (february["leaving_next_month"], february["changes"]["held"]) == (1, 2)
    held = office.rows("2023-02", "perubahan-tertahan.csv")
    assert {row["kode"] for row in held} >= {"change-nobody", "pledge-without-pot"}
    assert not any(nik(99) in cell for row in held for cell in row.values())


def test_a_later_run_takes_the_ledger_and_pays_no_month_twice(office: Office) -> None:
    ended = perwal(
        "run", "tegal", office.folder / "daftar.csv", "-o", office.folder / "lagi", "--on", "2023-03-01",
        "--budget", office.folder / "anggaran.yaml", "--granted", office.folder / "2023-02" / "hibah.parquet", "--json",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    ledger = pl.concat([pl.read_parquet(office.folder / name / "hibah.parquet") for name in ("2023-02", "lagi")])
    assert not ledger.select("nik", "bulan").is_duplicated().any()


def test_the_workbook_has_a_sheet_for_each_matter(office: Office) -> None:
    book = CalamineWorkbook.from_path(office.folder / "2023-02" / "rekap.xlsx")
    assert book.sheet_names == [
        "Rekap", "Daftar", "Perubahan", "BPJS", "Akan berakhir", "Keluar bulan depan", "Tunggakan", "Menunggu", "Dasar",
    ]  # fmt: skip
    front = [[str(cell) for cell in row] for row in book.get_sheet_by_name("Rekap").to_python()]
    assert any("Data sintetis" in cell for row in front for cell in row)
    assert any(row[0] == "Jumlah" and "67200.0" in row for row in front)


def test_the_same_rows_in_another_order_give_the_same_bytes(office: Office) -> None:
    head, *rows = (office.folder / "februari.csv").read_text("utf-8").splitlines()
    other = office.write("februari-lain.csv", "\n".join([head, *rows[::-1]]) + "\n")
    office.write("daftar-lain.csv", "\n".join([HEAD, *office.people[::-1]]) + "\n")
    ended = perwal(
        "month", office.folder / "2023-01", "--month", "2023-02", "-o", office.folder / "2023-02-lain",
        "--registry", office.folder / "daftar-lain.csv", "--budget", office.folder / "anggaran.yaml",
        "--changes", other,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    digests = [
        {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in (office.folder / name).iterdir()
            if path.name != "perubahan-tertahan.csv"
        }
        for name in ("2023-02", "2023-02-lain")
    ]
    assert len(digests[0]) == 8
    assert digests[0] == digests[1]


def test_a_roster_kept_as_a_table_gives_the_next_month_too(office: Office) -> None:
    ended = office.month(
        "2023-01/daftar.csv", "2023-02", "dari-berkas", "--changes", office.folder / "februari.csv", "--json",
        "--granted", office.folder / "2023-01" / "hibah.parquet",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
    told = json.loads(ended.stdout)
    there = json.loads((office.folder / "2023-02" / "bulan.json").read_text("utf-8"))
    assert told["roster_digest"] == there["roster_digest"]
    assert told["ledger_digest"] == there["ledger_digest"]


@pytest.mark.parametrize(
    ("roster", "month", "more", "code", "said"),
    [
        ("2023-01", "2023-04", (), 1, "month-not-next"),
        ("2023-01", "2024-02", (), 1, "budget-of-another-year"),
        ("2023-01", "Februari", (), 2, "YEAR-MONTH"),
        ("2023-01", "2023-02", ("--account", "lain=1"), 1, "unknown-account"),
        ("2023-01", "2023-02", ("--policy", "tegal/tidak-ada"), 2, "tegal/tidak-ada"),
    ],
)
def test_misuse_is_answered_and_nothing_is_written(
    roster: str, month: str, more: tuple[str, ...], code: int, said: str, office: Office
) -> None:
    ended = office.month(roster, month, "salah", "--lang", "en", *more)
    assert ended.returncode == code
    assert said in ended.stdout + ended.stderr
    assert not (office.folder / "salah").exists()
    assert not list(office.folder.glob(".*.sementara"))


def test_a_folder_of_something_else_is_left_alone(office: Office) -> None:
    ended = office.month("2023-01", "2023-02", "jalan")
    assert ended.returncode == 2
    assert "bukan hasil `perwal month`" in ended.stderr
    assert (office.folder / "jalan" / "tanda-terima.json").is_file()
