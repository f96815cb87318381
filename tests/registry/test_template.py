"""The workbook that village officers fill in: what a policy reads, no more, and what is filled in comes back typed."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from html import unescape
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from api.cli import app
from engine.decision.decide import default_day
from engine.decision.outline import reads_of
from engine.decision.program import build
from engine.language.library import Library, load, shipped
from engine.language.vocabulary import Language
from engine.registry.intake.cells import judge_of
from engine.registry.intake.files import open_table
from engine.registry.intake.headings import match_headings
from engine.registry.intake.intake import take_in
from engine.registry.workbooks.style import instrument_name
from engine.registry.workbooks.template import ENTRY_SHEET, FIRST, LIST_SHEET, ROWS, Column, write_template

POLICIES = sorted(load(shipped()).policies)
LANGUAGES: tuple[Language, ...] = ("id", "en")


def written(
    tmp_path: Path, library: Library, policy: str, language: Language = "id"
) -> tuple[Path, tuple[Column, ...]]:
    path = tmp_path / "isian.xlsx"
    found = library.policies[policy]
    return path, write_template(path, library, found, default_day(found), language)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def filled(path: Path, rows: list[list[object]]) -> Path:
    """The template as Excel would save it with these cells, from the first prepared row on."""
    lines = []
    for number, row in enumerate(rows, start=FIRST + 1):
        cells = []
        for at, value in enumerate(row):
            place = f'r="{chr(65 + at)}{number}"'
            match value:
                case None:
                    continue
                case datetime() | date():
                    day = datetime(value.year, value.month, value.day, *value.timetuple()[3:6])
                    serial = (day - datetime(1899, 12, 30)).total_seconds() / 86400
                    cells.append(
                        f'<c {place} s="{{{"moment" if isinstance(value, datetime) else "day"}}}"><v>{serial}</v></c>'
                    )
                case int():
                    cells.append(f"<c {place}><v>{value}</v></c>")
                case _:
                    cells.append(f'<c {place} t="inlineStr"><is><t>{value}</t></is></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    sheet = part(path, "xl/worksheets/sheet1.xml")
    columns = [int(style) for style in re.findall(r'<col min="\d+" max="\d+" width="[\d.]+" style="(\d+)"', sheet)]
    text = "".join(lines)
    day_style, moment_style = columns[3], columns[-1]
    text = text.replace("{day}", str(day_style)).replace("{moment}", str(moment_style))
    other = path.with_name("terisi.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", text.encode() + b"</sheetData>")
            new.writestr(name, content)
    return other


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_are_those_that_the_program_reads(
    tmp_path: Path, library: Library, policy: str, language: Language
) -> None:
    path, columns = written(tmp_path, library, policy, language)
    found = library.policies[policy]
    read = set(build(found, library.vocabulary, library.national, default_day(found)).domains)
    names = [column.fact.name for column in columns]
    identity = {"nik", "nama", "no_kk", "kelurahan", "waktu_daftar"}
    assert set(names) == ({"tanggal_lahir" if name == "usia" else name for name in read} | identity)
    assert names[:3] == ["nik", "nama", "no_kk"]
    table = open_table(path)
    assert (table.sheet, table.notices) == (ENTRY_SHEET, ())
    matched = match_headings(table.columns, library.vocabulary, table.path, {})
    assert matched.positions == {name: at for at, name in enumerate(names)}
    assert matched.faults == ()
    assert list(table.batches) == []


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_of_every_drop_down_is_understood(
    tmp_path: Path, library: Library, policy: str, language: Language
) -> None:
    _, columns = written(tmp_path, library, policy, language)
    words = library.vocabulary
    region = words.facts["kota"].words[library.policies[policy].city].region
    for column in columns:
        if not column.choices:
            continue
        judge = judge_of(column.fact, words, region, None, {})
        found = [judge(choice) for choice in column.choices]
        assert [cell.fault for cell in found] == [None] * len(found), column.heading
        values = [cell.value for cell in found if cell.value is not None]
        if column.fact.kind == "word":
            assert values == list(column.fact.words)
        elif column.fact.kind == "yes_no":
            assert values == [True, False]
        else:
            assert len(set(values)) == len(column.choices)


def test_what_is_filled_in_comes_back_typed(tmp_path: Path, library: Library) -> None:
    path, columns = written(tmp_path, library, "tegal/2023")
    names = [column.fact.name for column in columns]
    given: dict[str, object] = {
        "nik": "3376010102900001", "nama": "Warga Sintetis", "no_kk": "3376010101000001",
        "tanggal_lahir": date(1990, 2, 1), "kelurahan": next(c.choices for c in columns if c.fact.kind == "region")[0],
        "kota": "Kota Tegal", "pekerjaan": "tukang becak", "penerima_berjalan": "tidak diketahui",
        "peserta_aktif": "tidak", "jabatan_rt": "tidak ada", "waktu_daftar": datetime(2023, 5, 1, 8, 30),
    }  # fmt: skip
    book = filled(path, [[given.get(name) for name in names], [], [None, "Warga Sintetis 2"]])
    taken = take_in(open_table(book), library.vocabulary, "tegal")
    rows = pl.concat(batch.rows for batch in taken.batches)
    assert rows["baris"].to_list() == [FIRST + 1, FIRST + 3]
    first = rows.row(0, named=True)
    assert first["nik"] == "3376010102900001"
    assert first["tanggal_lahir"] == date(1990, 2, 1)
    assert first["kelurahan"].startswith("33.76.")
    assert (first["kota"], first["pekerjaan"], first["jabatan_rt"]) == ("tegal", "tukang_becak", "tidak_ada")
    assert (first["peserta_aktif"], first["penerima_berjalan"]) == (False, "tidak_diketahui")
    assert first["waktu_daftar"].startswith("2023-05-01")
    assert first["isian_keliru"] is None


def test_cells_are_checked_while_they_are_filled_in(tmp_path: Path, library: Library) -> None:
    path, columns = written(tmp_path, library, "pekalongan/2022-19b")
    sheet = part(path, "xl/worksheets/sheet1.xml")
    rules = re.findall(r"<dataValidation ([^>]*?)(?:/>|>(.*?)</dataValidation>)", sheet, re.DOTALL)
    assert len(rules) == len(columns)
    for (attributes, body), column in zip(rules, columns, strict=True):
        letter = chr(65 + columns.index(column))
        assert f'sqref="{letter}{FIRST + 1}:{letter}{FIRST + ROWS}"' in attributes
        assert "promptTitle" in attributes and 'prompt="' in attributes
        match column.fact.name:
            case "nik" | "no_kk":
                assert 'type="textLength"' in attributes and "<formula1>16</formula1>" in body
            case "tanggal_lahir" | "waktu_daftar":
                assert 'type="date"' in attributes
            case "nama":
                assert "type=" not in attributes
            case name:
                assert 'type="list"' in attributes, name
                assert f"{LIST_SHEET}!$" in body
                assert ('errorStyle="warning"' in attributes) == (name == "kelurahan")
    assert 'state="frozen"' in sheet
    book = part(path, "xl/workbook.xml")
    assert re.search(rf'name="{LIST_SHEET}"[^>]*state="hidden"', book)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_says_what_it_was_made_for_and_who_asks_for_what(
    tmp_path: Path, library: Library, language: Language
) -> None:
    path, columns = written(tmp_path, library, "pekalongan/2023-usulan", language)
    policy = library.policies["pekalongan/2023-usulan"]
    program = build(policy, library.vocabulary, library.national, default_day(policy))
    table = open_table(path, sheet="Petunjuk", header_row=1)
    text = unescape(" ".join(str(cell) for batch in table.batches for row in batch.iter_rows() for cell in row))
    for expected in (policy.id, policy.title.about, default_day(policy).isoformat(), program.digest):
        assert expected in text
    for column in columns:
        assert column.heading in text
        if column.fact.evidence:
            assert column.fact.evidence[language] in text
        if column.fact.attested_by:
            assert column.fact.attested_by[language] in text
        for asking in column.asked_by:
            assert asking in text
    job = next(column for column in columns if column.fact.name == "pekerjaan")
    criterion = next(
        c for group in policy.groups for c in group.criteria if "pekerjaan" in reads_of(policy).facts[group.id, c.id]
    )
    assert any(f"Pasal {criterion.article}" in said and criterion.text in said for said in job.asked_by)


@pytest.mark.parametrize(
    ("policy", "name"),
    [
        ("kendal/2022-se-400-4450", "surat edaran 400/4450/2022"),
        ("pekalongan/2022-19b", "peraturan wali kota 19B 2022"),
        ("tegal/2023", "peraturan wali kota"),
    ],
)
def test_a_regulation_is_named_with_its_year_once(library: Library, policy: str, name: str) -> None:
    assert instrument_name(library.policies[policy].title, "id") == name


def test_the_same_template_is_the_same_bytes(tmp_path: Path, library: Library) -> None:
    first = written(tmp_path, library, "tegal/2023")[0].read_bytes()
    assert written(tmp_path, library, "tegal/2023")[0].read_bytes() == first


def test_the_command_writes_the_workbook_or_says_why_not(tmp_path: Path) -> None:
    runner = CliRunner()
    target = str(tmp_path / "isian.xlsx")

    def code(*arguments: str) -> int:
        return runner.invoke(app(), ["template", *arguments]).exit_code

    assert code("tegal", "-o", target, "--on", "2023-06-01") == 0
    assert open_table(Path(target)).sheet == ENTRY_SHEET
    assert code("tegal", "-o", target, "--policy", "pekalongan/2022-19b") == 2
    assert code("brebes", "-o", target) == 2
    assert code("tegal", "-o", target + ".csv") == 2
    (tmp_path / "berkas").touch()
    assert code("tegal", "-o", str(tmp_path / "berkas" / "isian.xlsx")) == 2
    assert code("kendal", "-o", target, "--on", "2020-01-01") == 1
    assert sorted(file.name for file in tmp_path.iterdir()) == ["berkas", "isian.xlsx"]
