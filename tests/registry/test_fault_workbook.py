"""Faulty rows handed back in a workbook: as they were written, marked, explained, and fit to be fed in again."""

from __future__ import annotations

import dataclasses
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import Library
from engine.language.messages import fault_text
from engine.language.messages.registry import HELD, TABLE_FAULTS
from engine.language.vocabulary import Language
from engine.registry.intake.files import open_table
from engine.registry.intake.intake import take_in
from engine.registry.intake.table import FAULT_COLUMNS
from engine.registry.workbooks import faults as workbook
from engine.registry.workbooks.faults import Written, write_fault_workbook
from engine.registry.workbooks.style import CELL

NO_FAULTS = pl.DataFrame(schema=FAULT_COLUMNS)
Cells = list[tuple[object, ...]]


def rows_of(*rows: tuple[object, ...]) -> pl.DataFrame:
    schema = {"baris": pl.Int64(), **{str(at): pl.String() for at in range(len(rows[0]) - 1)}}
    return pl.DataFrame(list(rows), schema=schema, orient="row")


def faults_of(*faults: tuple[object, ...]) -> pl.DataFrame:
    return pl.DataFrame(list(faults), schema=FAULT_COLUMNS, orient="row")


def read(path: Path) -> tuple[tuple[str, ...], Cells]:
    table = open_table(path)
    return table.columns, [row for batch in table.batches for row in batch.iter_rows()]


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def fed(path: Path, library: Library, target: Path | None = None) -> tuple[Cells, Cells, Written | None]:
    """What intake says of a file: faults (row, heading, code), held rows; and the workbook made of them."""
    table, batches = open_table(path), list[pl.DataFrame]()

    def kept() -> Iterator[pl.DataFrame]:
        for batch in table.batches:
            batches.append(batch)
            yield batch

    taken = take_in(dataclasses.replace(table, batches=kept()), library.vocabulary, "tegal")
    found = list(taken.batches)
    faults = pl.concat([NO_FAULTS, *(batch.faults for batch in found)])
    typed = pl.concat(batch.rows for batch in found)
    held = typed.filter(pl.col("ditahan").is_not_null()).select("baris", "ditahan")
    wanted = set(faults["baris"]) | set(held["baris"])
    rows = pl.concat(batches).filter(pl.col("baris").is_in(list(wanted)))
    why = {row: HELD[code]["id"] for row, code in held.iter_rows()}
    written = write_fault_workbook(target, table.path, faults, rows, table.columns, "id", why) if target else None
    return faults.select("baris", "kolom", "kode").rows(), held.rows(), written


@pytest.mark.parametrize("language", ["id", "en"])
def test_rows_come_back_as_written_with_reason_and_hint_in_front(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "perbaikan.xlsx"
    rows = rows_of((9, "0012", "=1+1", None), (4, "3.37601E+15", "@a", "tukang becek"))
    faults = faults_of((4, "nik", 1, "nik-scientific", None), (4, "Pekerjaan", 3, "cell-unknown-word", "tukang becak"))
    done = write_fault_workbook(
        path, "daftar.csv", faults, rows, ("nik", "Nama", "Pekerjaan"), language, {9: "NIK kosong"}
    )
    assert done == Written(2, 0, 0)
    columns, found = read(path)
    assert columns == ("baris_asal", "alasan", "saran", "nik", "Nama", "Pekerjaan")
    assert [row[4:] for row in found] == [("3.37601E+15", "@a", "tukang becek"), ("0012", "=1+1", None)]
    assert [row[1] for row in found] == ["4", "9"]
    first, second = (str(row[2]) for row in found)
    assert first == "\n".join(
        f"{heading}: {TABLE_FAULTS[code].say[language]}"
        for heading, code in (("nik", "nik-scientific"), ("Pekerjaan", "cell-unknown-word"))
    )
    assert "NIK kosong" in second
    assert "tukang becak" in str(found[0][3])


def test_faulty_cells_are_coloured_and_commented(tmp_path: Path) -> None:
    path = tmp_path / "perbaikan.xlsx"
    rows = rows_of((2, "x", None), (3, "y", "ya"))
    faults = faults_of((2, "lahir", 1, "cell-not-a-date", None), (2, "upah", 2, "cell-not-yes-no", None))
    write_fault_workbook(path, "daftar.csv", faults, rows, ("lahir", "upah"), "id", {})
    sheet = part(path, "xl/worksheets/sheet1.xml")
    style = dict(re.findall(r'<c r="([A-Z]+[0-9]+)" s="([0-9]+)"', sheet))
    assert style["D2"] == style["E2"] != style["D3"] == style["E3"]
    comments = part(path, "xl/comments1.xml")
    assert re.findall(r'<comment ref="([A-Z0-9]+)"', comments) == ["D2", "E2"]
    assert TABLE_FAULTS["cell-not-a-date"].say["id"] in comments


def test_no_text_becomes_a_formula_a_link_or_a_number(tmp_path: Path) -> None:
    path = tmp_path / "perbaikan.xlsx"
    texts = ["=1+1", "+62 812", "-5", "@SUM(A1)", "\tx", "https://contoh.example/", "0012", "{=1}", "TRUE", "_x0041_"]
    write_fault_workbook(
        path, "d.csv", NO_FAULTS, rows_of(*((at, "1", text) for at, text in enumerate(texts))), ("nik", "x"), "id", {}
    )
    assert [row[5] for row in read(path)[1]] == texts
    sheet = part(path, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet and "hyperlink" not in sheet
    assert 't="inlineStr"' in sheet


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.lists(
            st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), min_size=1),
            min_size=2,
            max_size=2,
        ),
        min_size=1,
        max_size=40,
    )
)
def test_whatever_a_cell_holds_is_read_back(tmp_path: Path, cells: list[list[str | None]]) -> None:
    path = tmp_path / "perbaikan.xlsx"
    rows = rows_of(*((at, *row) for at, row in enumerate(cells)))
    write_fault_workbook(path, "daftar.csv", NO_FAULTS, rows, ("nik", "nama"), "id", {})
    found = [row[4:] for row in read(path)[1]]
    assert found == [tuple(row) for row in cells if any(row)]


def test_a_file_mended_in_the_workbook_has_no_faults_left(tmp_path: Path, library: Library) -> None:
    source, target, again = tmp_path / "daftar.csv", tmp_path / "perbaikan.xlsx", tmp_path / "lagi.xlsx"
    source.write_text(
        "nik,nama,tanggal lahir,pekerjaan,menerima upah\n"
        "3376010101900001,Warga Sintetis 1,1990-01-01,tukang becek,ya\n"
        "3376010101900002,Warga Sintetis 2,1990-01-01,pemulung,tidak\n"
        "33760101019000,Warga Sintetis 3,1990-01-01,pemulung,mungkin\n"
        "3376010101900004,Warga Sintetis 4,01/02/1990,pemulung,ya\n"
    )
    faults, held, written = fed(source, library, target)
    assert [row[0] for row in faults] == [2, 4, 4, 5]
    assert held == [(4, "nik_bukan_16_angka")]
    assert written == Written(3, 0, 0)
    assert [code for _, _, code in fed(target, library, again)[0]] == [code for _, _, code in faults]
    assert read(again)[0] == read(target)[0], "the helper columns of a workbook are not carried into the next"
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode() if name.endswith("sheet1.xml") else old.read(name)
            if isinstance(content, str):
                for wrong, right in (
                    ("tukang becek", "tukang becak"), ("<t>33760101019000<", "<t>3376010101900003<"),
                    ("mungkin", "ya"), ("01/02/1990", "1990-02-01"),
                ):  # fmt: skip
                    assert content.count(wrong) == 1
                    content = content.replace(wrong, right)
            new.writestr(name, content)
    assert fed(again, library)[:2] == ([], [])


def test_a_shifted_row_is_held_again_until_its_values_are_put_in_their_columns(
    tmp_path: Path, library: Library
) -> None:
    """Fed in as it is, nothing in it may be read as if it stood under its heading."""
    source, target, again = tmp_path / "daftar.csv", tmp_path / "perbaikan.xlsx", tmp_path / "lagi.xlsx"
    source.write_text(
        "nik,nama,menerima upah,usaha sendiri\n"
        "3376010101900001,Warga, Sintetis,ya,tidak\n"
        '3376010101900002,"Warga Sintetis,ya,ya\n'
        "3376010101900003,Warga Sintetis 3,ya,tidak\n"
    )
    faults, held, _ = fed(source, library, target)
    assert faults == [(2, None, "row-too-long"), (3, None, "quote-broken")]
    assert [code for _, code in held] == ["baris_bergeser"] * 2
    columns, rows = read(target)
    assert columns[3:] == ("nik", "nama", "menerima upah", "usaha sendiri", "isi_asal")
    assert [row[4:] for row in rows] == [
        (None, None, None, None, "3376010101900001 | Warga |  Sintetis | ya,tidak"),
        (None, None, None, None, '3376010101900002 | "Warga Sintetis | ya | ya'),
    ]
    for path in (target, again):
        faults, held, _ = fed(path, library, tmp_path / "lagi.xlsx")
        assert [code for _, _, code in faults if code != "nik-empty"] == ["row-uncorrected"] * 2
        assert [code for _, code in held] == ["baris_bergeser"] * 2
        assert [row[4:] for row in read(again)[1]] == [row[4:] for row in rows]


def test_what_does_not_fit_is_counted_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_COMMENTS", 2)
    path = tmp_path / "perbaikan.xlsx"
    rows = rows_of(*((row, "x", "y" * (CELL + 1) if row == 3 else "y") for row in range(2, 12)))
    faults = faults_of(*((row, "nik", 1, "nik-not-16-digits", None) for row in range(2, 12)))
    done = write_fault_workbook(path, "daftar.csv", faults, rows, ("nik", "nama"), "id", {}, most_rows=6)
    assert done == Written(6, 4, 1)
    _, found = read(path)
    assert [row[1] for row in found] == ["2", "3", "4", "5", "6", "7"], "the last line tells of the rest and is no row"
    assert len(str(found[1][5])) == CELL
    assert "4 baris lain" in part(path, "xl/worksheets/sheet1.xml")
    guide = " ".join(
        str(row) for batch in open_table(path, sheet="Petunjuk", header_row=1).batches for row in batch.rows()
    )
    assert "6 baris di sini; 4 baris lain" in guide and "2 sel pertama" in guide and "1 isian" in guide
    assert len(re.findall("<comment ", part(path, "xl/comments1.xml"))) == 2


def test_typed_tables_come_back_as_text(tmp_path: Path) -> None:
    path = tmp_path / "perbaikan.xlsx"
    rows = pl.DataFrame(
        {"baris": [1], "0": [40.0], "1": [True], "2": ["2020-01-02"]}, schema_overrides={"2": pl.String}
    )
    rows = rows.with_columns(pl.col("2").str.to_date())
    write_fault_workbook(path, "daftar.parquet", NO_FAULTS, rows, ("usia", "wni", "lahir"), "id", {})
    assert read(path)[1] == [(2, "1", None, None, "40.0", "true", "2020-01-02")]


def test_every_fault_of_a_row_or_cell_can_be_said_without_more_than_a_suggestion(tmp_path: Path) -> None:
    whole = (
        "heading-",
        "mapping-",
        "attested-",
        "table-",
        "header-",
        "workbook-",
        "sheet-",
        "folder-",
        "parquet-",
        "spark-",
        "java-",
        "engine-",
        "read-",
    )
    codes = [code for code in TABLE_FAULTS if not code.startswith(whole) and code != "cell-error-nowhere"]
    assert "cell-unknown-word" in codes and "row-too-long" in codes
    faults = faults_of(*((2, "nik", 1, code, None) for code in codes))
    languages: tuple[Language, ...] = ("id", "en")
    for language in languages:
        write_fault_workbook(tmp_path / "x.xlsx", "d.csv", faults, rows_of((2, "x")), ("nik",), language, {})
        text = unescape(part(tmp_path / "x.xlsx", "xl/worksheets/sheet2.xml"))
        for code in codes:
            assert fault_text(Diagnostic(code, Place("d.csv")), language)[0] in text
