"""Files made to exhaust whoever opens them, or broken on the way: refused with a reason, and this process lives on."""

from __future__ import annotations

import os
import tempfile
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from engine.language.messages import fault_text
from engine.registry.intake import sheets
from engine.registry.intake.files import open_table
from engine.registry.intake.table import Unreadable


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        list(open_table(path).batches)
    fault = caught.value.fault
    assert fault.place.path.endswith(path.name)
    assert all(fault_text(fault, "id")) and all(fault_text(fault, "en"))
    return fault.code


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "daftar.xlsx"
    made = xlsxwriter.Workbook(path)
    made.add_worksheet().write_row(0, 0, ["nik", "nama"])
    made.close()
    return path


def replaced(book: Path, part: str, chunks: list[bytes]) -> Path:
    """The workbook with one part written anew, compressed."""
    other = book.with_name("bom.xlsx")
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        with new.open(part, "w", force_zip64=True) as content:
            for chunk in chunks:
                content.write(chunk)
    return other


SHEET = "xl/worksheets/sheet1.xml"
START = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
END = b"</sheetData></worksheet>"
ROW = (
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>nik</t></is></c><c r="B1" t="inlineStr"><is><t>nama</t></is></c></row>'
)


def test_megabytes_that_unpack_to_gigabytes_are_refused_before_they_are_unpacked(book: Path) -> None:
    bomb = replaced(book, SHEET, [START, *[b" " * (1 << 24)] * 80, END])
    assert bomb.stat().st_size < 16 << 20
    assert refusal(bomb) == "workbook-too-large"


def test_a_sheet_with_one_cell_in_its_last_corner_dies_in_its_own_process(book: Path) -> None:
    """The reader wants a grid of seventeen milliards of cells."""
    corner = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refusal(replaced(book, SHEET, [START, ROW, corner, END])) == "workbook-too-heavy"


def test_shared_strings_that_fill_the_memory_die_in_their_own_process(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MEMORY", 600 << 20)
    strings = [
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        *[b"<si><t>x</t></si>" * 100_000] * 200,
    ]
    assert refusal(replaced(book, "xl/sharedStrings.xml", [*strings, b"</sst>"])) == "workbook-too-heavy"


def test_a_workbook_that_takes_too_long_is_given_up(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "SECONDS", 0.01)
    assert refusal(book) == "workbook-too-slow"


def test_entities_that_multiply_are_refused(book: Path) -> None:
    entities = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "xxxxxxxxxx">%s]><workbook>&e11;</workbook>' % entities
    assert refusal(replaced(book, "xl/workbook.xml", [bomb])) in ("workbook-damaged", "sheet-empty")


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.99])
def test_a_truncated_workbook_is_damaged(book: Path, kept: float) -> None:
    content = book.read_bytes()
    book.write_bytes(content[: int(len(content) * kept)])
    assert refusal(book) == "workbook-damaged"


def test_a_workbook_with_scrambled_parts_is_damaged(book: Path) -> None:
    content = bytearray(book.read_bytes())
    with zipfile.ZipFile(book) as archive:
        start = archive.getinfo(SHEET).header_offset + 30 + len(SHEET)
    content[start : start + 40] = os.urandom(40)
    book.write_bytes(content)
    assert refusal(book) == "workbook-damaged"


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"])
def test_a_workbook_whose_parts_are_no_xml_is_damaged(book: Path, part: str) -> None:
    assert refusal(replaced(book, part, [b"<<<not xml"])) in ("workbook-damaged", "sheet-empty")


def test_a_workbook_with_a_password_is_named_as_such(tmp_path: Path) -> None:
    """Office wraps an encrypted workbook in an OLE file that has a stream of this name."""
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    )
    assert refusal(path) == "workbook-locked"


def test_old_and_foreign_files_are_named_as_such_whatever_they_are_called(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    assert refusal(path) == "workbook-old"
    path.write_bytes(b"%PDF-1.4\n")
    assert refusal(path) == "table-wrong-kind"
    for part, code in (
        ("content.xml", "workbook-old"),
        ("word/document.xml", "table-wrong-kind"),
        ("a.csv", "table-wrong-kind"),
    ):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(part, "x")
        assert refusal(path) == code


def test_a_line_of_a_hundred_megabytes_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    with path.open("w") as file:
        file.write("nik,nama\n1,Ani\n2,")
        for _ in range(100):
            file.write("x" * (1 << 20))
        file.write("\n3,Cici\n")
    table = open_table(path)
    assert [row for batch in table.batches for row in batch.iter_rows()] == [
        (2, "1", "Ani"),
        (3, None, None),
        (4, "3", "Cici"),
    ]
    assert [frame["kode"].to_list() for frame in table.faults] == [["line-too-long"]]


def test_a_quote_open_over_a_hundred_thousand_lines_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    lines = [f"{number},Warga {number}" for number in range(100_000)]
    path.write_text("\n".join(["nik,nama", '"x,y', *lines, '9,"z']))
    table = open_table(path)
    assert sum(batch.height for batch in table.batches) == 100_002
    assert [row for frame in table.faults for row in frame["baris"]] == [2, 100_003]


def test_nothing_of_a_workbook_stays_behind(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "sementara"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    table = open_table(book)
    del table
    list(open_table(book).batches)
    assert list(place.iterdir()) == []
