"""Files of applicants as they come: every delimiter, encoding and line end, and no row lost."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.language.messages import fault_text
from engine.language.messages.registry import TABLE_FAULTS
from engine.registry.intake import delimited, sheet_child
from engine.registry.intake.files import open_table
from engine.registry.intake.table import FAULT_COLUMNS, Table, Unreadable

Rows = list[tuple[object, ...]]
HEAD = "nik,nama,pekerjaan\n"


def read(table: Table) -> tuple[Rows, list[tuple[int, str | None, str]]]:
    """Rows, and faults as (row, heading, code)."""
    rows = [row for batch in table.batches for row in batch.iter_rows()]
    faults = [row for frame in table.faults for row in frame.select("baris", "kolom", "kode").iter_rows()]
    return rows, faults


def opened(tmp_path: Path, content: bytes, header_row: int | None = None) -> Table:
    path = tmp_path / "daftar.csv"
    path.write_bytes(content)
    return open_table(path, header_row=header_row)


def refusal(tmp_path: Path, content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(opened(tmp_path, content))
    fault = caught.value.fault
    assert all(fault_text(fault, "id")) and all(fault_text(fault, "en")), fault.code
    return fault.code


# text


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiter_and_line_end_are_found(tmp_path: Path, delimiter: str, end: str) -> None:
    lines = [
        delimiter.join(cells)
        for cells in (["nik", "nama", "kota"], ["1", "Ani, S.Pd; M.M" if delimiter == "\t" else "Ani", "tegal"])
    ]
    table = opened(tmp_path, (end.join(lines) + end * 3).encode())
    assert table.columns == ("nik", "nama", "kota")
    assert [row[0] for row in read(table)[0]] == [2]


def test_commas_in_headings_do_not_hide_the_semicolon(tmp_path: Path) -> None:
    content = b"nik;peserta aktif melalui pemberi kerja, bayar sendiri, atau program lain\n1;ya\n2;tidak\n"
    assert len(opened(tmp_path, content).columns) == 2


def test_the_first_line_of_excel_names_the_delimiter(tmp_path: Path) -> None:
    table = opened(tmp_path, b"sep=;\r\nnik;nama, gelar\r\n1;Ani, S.Pd\r\n")
    assert table.columns == ("nik", "nama, gelar")
    assert read(table)[0] == [(3, "1", "Ani, S.Pd")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_unicode_is_read_whatever_its_form(tmp_path: Path, encoding: str) -> None:
    text = "nik,nama\n1,Zoë Ñandú 陳\n"
    content = text.encode(encoding)
    table = opened(tmp_path, b"\xfe\xff" + content if encoding == "utf-16-be" else content)
    assert table.columns == ("nik", "nama")
    assert read(table) == ([(2, "1", "Zoë Ñandú 陳")], [])
    assert not table.notices


def test_windows_1252_is_read_and_said(tmp_path: Path) -> None:
    table = opened(tmp_path, "nik,nama\n1,André\n2,Zoë\n".encode("cp1252"))
    assert read(table) == ([(2, "1", "André"), (3, "2", "Zoë")], [])
    assert [notice.code for notice in table.notices] == ["read-as-windows-1252"]


def test_a_line_that_is_not_utf8_is_named_and_the_others_stay_utf8(tmp_path: Path) -> None:
    table = opened(tmp_path, "nik,nama\n1,André\n".encode() + "2,Zoë\n".encode("cp1252") + "3,Ñandú\n".encode())
    assert read(table) == (
        [(2, "1", "André"), (3, "2", "Zoë"), (4, "3", "Ñandú")],
        [(3, None, "row-not-utf8")],
    )


def test_a_row_with_too_few_cells_lacks_them_and_one_with_too_many_is_named(tmp_path: Path) -> None:
    table = opened(tmp_path, (HEAD + "1,Ani\n2,Budi, S.Pd,petani\n3,Cici,lebe,,\n4,Dedi,petani\n").encode())
    rows, faults = read(table)
    assert rows == [
        (2, "1", "Ani", None),
        (3, "2", "Budi", " S.Pd,petani"),
        (4, "3", "Cici", "lebe"),
        (5, "4", "Dedi", "petani"),
    ]
    assert faults == [(3, None, "row-too-long")]


def test_cells_right_of_the_last_heading_are_never_dropped_in_silence(tmp_path: Path) -> None:
    table = opened(tmp_path, b"nik,nama,,\n1,Ani,,\n2,Budi,x,\n")
    assert table.columns == ("nik", "nama")
    assert read(table) == ([(2, "1", "Ani"), (3, "2", "Budi,x")], [(3, None, "row-too-long")])


def test_rows_keep_the_line_they_start_on(tmp_path: Path) -> None:
    table = opened(tmp_path, (HEAD + '1,"Jalan A\r\nNomor 2",petani\n\n,,\n2,Budi,"lebe"\n').encode())
    assert read(table) == ([(2, "1", "Jalan A\nNomor 2", "petani"), (6, "2", "Budi", "lebe")], [])


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    lines = ["1,Ani,lebe", '2,"Budi,petani', "3,Cici,petani", '4,"Dedi, S.Pd",lebe', "5,Eko,lebe"]
    rows, faults = read(opened(tmp_path, (HEAD + "\n".join(lines)).encode()))
    assert [row[1] for row in rows] == ["1", "2", "3", "4", "5"]
    assert rows[3] == (5, "4", "Dedi, S.Pd", "lebe")
    assert faults == [(3, None, "quote-broken")]


def test_text_after_a_closing_quote_is_a_broken_quote(tmp_path: Path) -> None:
    rows, faults = read(opened(tmp_path, (HEAD + '1,"Ani" Sari,lebe\n2,"Budi",petani\n3,5" pipa,lebe\n').encode()))
    assert [row[1] for row in rows] == ["1", "2", "3"]
    assert rows[2] == (4, "3", '5" pipa', "lebe")
    assert faults == [(2, None, "quote-broken")]


def test_a_line_of_megabytes_is_cut_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "BLOCK", 1 << 12)
    monkeypatch.setattr(delimited, "LONGEST", 1 << 14)
    long = "x" * 300_000
    rows, faults = read(opened(tmp_path, f"{HEAD}1,Ani,lebe\n2,{long},petani\n3,Cici,lebe\n4,{long}".encode()))
    assert rows == [(2, "1", "Ani", "lebe"), (3, None, None, None), (4, "3", "Cici", "lebe"), (5, None, None, None)]
    assert faults == [(3, None, "line-too-long"), (5, None, "line-too-long")]


def test_a_nul_character_is_named_with_its_cell(tmp_path: Path) -> None:
    rows, faults = read(opened(tmp_path, f"{HEAD}1,Ani,petani\n2,Bu\0di,lebe\n".encode()))
    assert [row[1] for row in rows] == ["1", "2"]
    assert faults == [(3, "nama", "nul-in-cell")]


def test_title_rows_and_a_row_of_column_numbers_are_no_data(tmp_path: Path) -> None:
    content = (
        "DAFTAR PEKERJA RENTAN;;;\nKelurahan : Kraton;;;\n\nNo;NIK;Nama;Pekerjaan\n(1);(2);(3);(4)\n"
        "1;3376010101900001;Ani;lebe\n2;3376010101900002;Budi;petani\n"
    )
    table = opened(tmp_path, content.encode())
    assert (table.columns, table.heading_row) == (("No", "NIK", "Nama", "Pekerjaan"), 4)
    assert [row[0] for row in read(table)[0]] == [6, 7]


def test_the_row_of_the_headings_can_be_given(tmp_path: Path) -> None:
    content = b"a,b,c\nnik,nama,kota\n1,Ani,tegal\n"
    assert opened(tmp_path, content, header_row=2).columns == ("nik", "nama", "kota")
    with pytest.raises(Unreadable) as caught:
        opened(tmp_path, content, header_row=9)
    assert caught.value.fault.code == "header-missing"


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    table = opened(tmp_path, HEAD.encode())
    assert table.columns == ("nik", "nama", "pekerjaan")
    assert (table.rows, read(table)) == (0, ([], []))


def test_a_heading_that_begins_like_an_archive_is_a_heading(tmp_path: Path) -> None:
    assert opened(tmp_path, b"PKH,nik\nya,1\n").columns == ("PKH", "nik")


def test_one_column_is_a_table(tmp_path: Path) -> None:
    assert read(opened(tmp_path, b"nik\n3376010101900001\n"))[0] == [(2, "3376010101900001")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "table-empty"),
        (b"\xef\xbb\xbf", "table-empty"),
        (b" \r\n\r\n \n", "table-empty"),
        (b"3376010101900001,Ani,1990-01-01\n3376010101900002,Budi,1990-01-02\n", "header-is-data"),
        (b"\x00\x01\x02\x03 binary", "table-not-text"),
        (b"\xff\xfen\x00i\x00\x00\xd8k\x00", "table-not-text"),
        (b"%PDF-1.7 ...", "table-wrong-kind"),
        (b"\x1f\x8b\x08 gzip", "table-wrong-kind"),
        (b"<html><table>", "table-wrong-kind"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(tmp_path: Path, content: bytes, code: str) -> None:
    assert refusal(tmp_path, content) == code


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        open_table(tmp_path / "tidak-ada.csv")
    assert caught.value.fault.code == "cannot-read"


cell = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=8)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    rows=st.lists(
        st.lists(cell | st.sampled_from(['"', "\n", ",", ";", 'a"b', ""]), min_size=3, max_size=3), max_size=30
    ),
    delimiter=st.sampled_from(delimited.DELIMITERS),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    end=st.sampled_from(["\n", "\r\n"]),
    block=st.integers(1, 200),
    batch=st.integers(1, 7),
)
def test_whatever_the_csv_module_writes_is_read_back(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rows: list[list[str]],
    delimiter: str,
    quoting: int,
    end: str,
    block: int,
    batch: int,
) -> None:
    """Block and batch sizes cut the file anywhere."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=end)  # type: ignore[arg-type]
    writer.writerow(["nik", "nama", "pekerjaan"])
    writer.writerows(rows)
    path = tmp_path / "daftar.csv"
    path.write_bytes(text.getvalue().encode())
    table = open_table(path, header_row=1, batch=batch)
    with monkeypatch.context() as patch:
        patch.setattr(delimited, "BLOCK", block)
        batches = list(table.batches)
    found = [row[1:] for frame in batches for row in frame.iter_rows()]
    assert found == [tuple(value or None for value in row) for row in rows if any(row)]
    assert table.faults == []
    assert all(frame.height == batch for frame in batches[:-1])


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(body=st.text(st.sampled_from('ab1",;\n\r '), max_size=120), block=st.integers(1, 64))
def test_no_line_of_a_broken_file_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, block: int
) -> None:
    """Every letter of a line without faults is in some row, and it does not matter where blocks cut the file."""
    path = tmp_path / "daftar.csv"
    path.write_bytes(f"nik,nama,kota\n{body}".encode())
    rows, faults = read(open_table(path, header_row=1))
    table = open_table(path, header_row=1)
    with monkeypatch.context() as patch:
        patch.setattr(delimited, "BLOCK", block)
        assert read(table) == (rows, faults)
    named = {row for row, _, _ in faults}
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    letters = "".join(
        char for number, line in enumerate(lines, 2) if number not in named for char in line if char in "ab1"
    )
    kept = "".join(str(cell) for row, *cells in rows if row not in named for cell in cells)
    assert "".join(char for char in kept.replace("None", "") if char in "ab1") == letters
    assert named <= {row[0] for row in rows}


# workbooks


def workbook(path: Path, rows: list[list[object]], *, sheet: str = "Data") -> xlsxwriter.Workbook:
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet(sheet)
    day, moment = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for index, row in enumerate(rows):
        for column, value in enumerate(row):
            match value:
                case datetime():
                    page.write_datetime(index, column, value, moment)
                case date():
                    page.write_datetime(index, column, value, day)
                case _ if value is not None:
                    page.write(index, column, value)
    return book


def test_cells_of_a_workbook_become_text(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    head: list[object] = ["nik", "lahir", "daftar", "usia", "wni", "x"]
    rows: list[list[object]] = [
        ["3376010101900001", date(1990, 2, 1), datetime(2023, 1, 2, 8, 30), 40.0, True, 2.5],
        ["0011", None, None, 2.125, None, None],
        ["0012", None, datetime(2023, 1, 2), -7, False, "  a\nb "],
    ]
    workbook(path, [head, *rows]).close()
    table = open_table(path)
    assert (table.columns, table.sheet, table.notices) == (tuple(head), "Data", ())
    assert read(table) == (
        [
            (2, "3376010101900001", "1990-02-01", "2023-01-02 08:30:00", "40", "ya", "2.5"),
            (3, "0011", None, None, "2.1250", None, None),
            (4, "0012", None, "2023-01-02", "-7", "tidak", "  a\nb "),
        ],
        [],
    )


def test_long_numbers_keep_their_digits_only_where_these_are_certain(tmp_path: Path) -> None:
    """Excel turns the sixteenth digit into a zero; such a number is not passed off as a NIK."""
    path = tmp_path / "daftar.xlsx"
    numbers = [3376010101900001, 3376010101900010, 9999010101900011, 123456789012345]
    workbook(path, [["nik", "nama"], *[[number, "x"] for number in numbers]]).close()
    found = [row[1] for row in read(open_table(path))[0]]
    assert found == ["3376010101900001", "3.37601010190001E+15", "9.99901010190001E+15", "123456789012345"]


def test_error_cells_and_formulas_without_results_are_faults(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    book = workbook(
        path, [["Daftar"], [], ["nik", "nama", "usia"], ["1", "Ani", None], ["2", None, 41], [None, "Cici", 9]]
    )
    page = book.get_worksheet_by_name("Data")
    assert page
    page.write_formula(3, 2, "=1/0", None, "#DIV/0!")
    page.write_formula(4, 1, "=VLOOKUP(1,A:B,9)", None, "#REF!")
    page.write_formula(5, 0, "=A4+2", None, "")
    page.write_formula(6, 0, '=IF(TRUE,"9")', None, "9")
    page.write(6, 1, "#N/A saja")
    book.close()
    rows, faults = read(open_table(path))
    assert rows == [
        (4, "1", "Ani", "#DIV/0!"),
        (5, "2", "#REF!", "41"),
        (6, "=", "Cici", "9"),
        (7, "9", "#N/A saja", None),
    ]
    assert faults == [(4, "usia", "cell-error"), (5, "nama", "cell-error"), (6, "nik", "cell-not-computed")]


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_no_error_cell_is_lost_where_the_sheet_is_cut_to_be_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prefix: str
) -> None:
    row = '<x:row r="{0}"><x:c r="A{0}" t="e"><x:v>#REF!</x:v></x:c><x:c r="B{0}" t="e"><x:v>#N/A</x:v></x:c></x:row>'
    rows = "".join(row.format(number) for number in range(1, 41))
    path = tmp_path / "lembar.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("lembar.xml", rows.replace("x:", prefix))
    for block in range(100, 160):
        monkeypatch.setattr(sheet_child, "_BLOCK", block)
        with zipfile.ZipFile(path) as archive:
            found = sheet_child._broken(archive, "lembar.xml", 0, 0, 2)
        assert found == {at: {0: "#REF!", 1: "#N/A"} for at in range(40)}, block


def test_titles_headings_of_two_rows_and_merged_cells_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet()
    page.merge_range("B2:F2", "DAFTAR PEKERJA RENTAN")
    page.write("B3", "Kelurahan Kraton")
    page.merge_range("B5:B6", "NIK")
    page.merge_range("C5:C6", "Nama")
    page.merge_range("D5:E5", "Jabatan")
    page.write_row("D6", ["RT", "RW"])
    page.merge_range("F5:F6", "No KK")
    page.write_row("B7", [1, 2, 3, 4, 5])
    page.write_row("B8", ["11", "Ani", "ketua", "", ""])
    page.write_row("B9", ["12", "Budi"])
    page.merge_range("D9:E9", "tidak ada")
    page.merge_range("F8:F9", "77")
    book.close()
    table = open_table(path)
    assert (table.columns, table.heading_row) == (("NIK", "Nama", "Jabatan RT", "Jabatan RW", "No KK"), 5)
    assert read(table)[0] == [(8, "11", "Ani", "ketua", None, "77"), (9, "12", "Budi", "tidak ada", "tidak ada", "77")]


def test_the_first_visible_sheet_with_a_table_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    book = workbook(path, [["rahasia", "x"], ["1", "2"]], sheet="Tersembunyi")
    book.add_worksheet("Kosong").activate()
    book.get_worksheet_by_name("Tersembunyi").hide()
    book.add_worksheet("RT 1").write_row(0, 0, ["nik", "nama"])
    book.add_worksheet("RT 2").write_row(0, 0, ["nik", "kota"])
    book.close()
    table = open_table(path)
    assert (table.sheet, table.columns) == ("RT 1", ("nik", "nama"))
    assert [(notice.code, notice.values["others"]) for notice in table.notices] == [("sheet-taken", "RT 2")]
    assert open_table(path, sheet="RT 2").columns == ("nik", "kota")
    assert open_table(path, sheet="Tersembunyi").columns == ("rahasia", "x")
    with pytest.raises(Unreadable) as caught:
        open_table(path, sheet="RT 3")
    assert caught.value.fault.code == "sheet-unknown"
    assert "RT 1" in str(fault_text(caught.value.fault, "id")[1])


def test_a_workbook_without_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    workbook(path, []).close()
    with pytest.raises(Unreadable) as caught:
        open_table(path)
    assert caught.value.fault.code == "sheet-empty"


# Parquet


def test_parquet_keeps_its_types_and_counts_its_records(tmp_path: Path) -> None:
    path = tmp_path / "daftar.parquet"
    frame = pl.DataFrame(
        {"nik": ["1", "2", "3"], "lahir": [date(1990, 1, 1), None, date(1991, 1, 1)], "usia": [1, 2, 3]}
    )
    frame.write_parquet(path)
    table = open_table(path, batch=2)
    assert (table.columns, table.rows) == (("nik", "lahir", "usia"), 3)
    batches = list(table.batches)
    assert [batch.height for batch in batches] == [2, 1]
    assert batches[0].schema == {"baris": pl.Int64(), "0": pl.String(), "1": pl.Date(), "2": pl.Int64()}
    assert pl.concat(batches)["baris"].to_list() == [1, 2, 3]


def test_a_folder_of_parquet_files_is_one_table_with_its_subfolders_as_columns(tmp_path: Path) -> None:
    for village, niks in (("33.76.01.1001", ["1", "2"]), ("33.76.01.1002", ["3"])):
        folder = tmp_path / "daftar" / f"kelurahan={village}"
        folder.mkdir(parents=True)
        pl.DataFrame({"nik": niks}).write_parquet(folder / "a.parquet")
    (tmp_path / "daftar" / "_SUCCESS").touch()
    table = open_table(tmp_path / "daftar")
    assert table.columns == ("nik", "kelurahan")
    assert read(table)[0] == [(1, "1", "33.76.01.1001"), (2, "2", "33.76.01.1001"), (3, "3", "33.76.01.1002")]


def test_names_of_subfolders_stay_text(tmp_path: Path) -> None:
    for name, nik in (
        ("kota=33.76", "1"),
        ("kota=0012", "2"),
        ("kota=Kota%20Tegal", "3"),
        ("kota=__HIVE_DEFAULT_PARTITION__", "4"),
    ):
        (tmp_path / name).mkdir()
        pl.DataFrame({"nik": [nik]}).write_parquet(tmp_path / name / "a.parquet")
    found = {row[1]: row[2] for row in read(open_table(tmp_path))[0]}
    assert found == {"1": "33.76", "2": "0012", "3": "Kota Tegal", "4": None}


def test_parquet_that_cannot_be_one_table_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "daftar"
    folder.mkdir()

    def code() -> str:
        with pytest.raises(Unreadable) as caught:
            read(open_table(folder))
        return caught.value.fault.code

    assert code() == "folder-without-parquet"
    pl.DataFrame({"nik": ["1"]}).write_parquet(folder / "a.parquet")
    pl.DataFrame({"nik": [1]}).write_parquet(folder / "b.parquet")
    assert code() == "parquet-schemas-differ"
    content = (folder / "a.parquet").read_bytes()
    (folder / "b.parquet").write_bytes(content[: len(content) // 2])
    assert code() == "parquet-damaged"
    (folder / "b.parquet").write_bytes(content[:40] + bytes(30) + content[70:])
    assert code() == "parquet-damaged"


def test_faults_have_one_form_and_a_sentence_each(tmp_path: Path) -> None:
    table = opened(tmp_path, (HEAD + "1,a,b,c\n").encode())
    read(table)
    assert [dict(frame.schema) for frame in table.faults] == [FAULT_COLUMNS]
    assert "row-too-long" in TABLE_FAULTS
