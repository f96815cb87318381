"""Every number of an impact opens exactly its rows: in the workbook by its link, in the JSON by its condition."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from api.cli import app
from engine.language.library import Library
from engine.language.messages.impact import DIMENSION_LABELS, IMPACT, KIND_LABELS
from engine.language.regions import villages_of
from engine.language.vocabulary import Language
from engine.language.wording import grouped
from engine.registry.allocation.budget import Budget, read_budget
from engine.registry.money import claiming
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request
from engine.registry.taking import Source, take
from engine.revision.impact import numbers as numbered
from engine.revision.impact import sections
from engine.revision.impact.displacement import displacement
from engine.revision.impact.impact import Version, impact
from engine.revision.impact.lines import CHANGES
from engine.revision.impact.people import DIMENSIONS, PEOPLE
from engine.revision.impact.sections import fair
from engine.revision.impact.tables import write_workbook
from engine.revision.impact.told import as_json

DAY = date(2023, 2, 8)
ODD = (
    "33.75.01.1001",
    "Kelurahan 'Ujung' & <b>",
    "(tidak disebut)",
    'kutip "dua"',
    "a; b",
    "O'Neil",
    "=1+1",
    " spasi ",
)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Grid:
    """A sheet as its XML has it: cells and the places that links lead to."""

    cells: dict[tuple[int, int], Any]
    links: dict[tuple[int, int], str]


def workbook(path: Path) -> dict[str, Grid]:
    with zipfile.ZipFile(path) as packed:
        names = ElementTree.fromstring(packed.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
        relations = ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))
        files = {each.get("Id"): each.get("Target") for each in relations}
        shared = []
        if "xl/sharedStrings.xml" in packed.namelist():
            texts = ElementTree.fromstring(packed.read("xl/sharedStrings.xml"))
            shared = ["".join(each.itertext()) for each in texts]
        return {
            str(sheet.get("name")): _grid(packed.read(f"xl/{files[sheet.get(_RELATION)]}"), shared) for sheet in names
        }


def _grid(xml: bytes, shared: list[str]) -> Grid:
    root = ElementTree.fromstring(xml)
    cells: dict[tuple[int, int], Any] = {}
    for cell in root.iter(f"{_MAIN}c"):
        at = _at(str(cell.get("r")))
        value = cell.find(f"{_MAIN}v")
        if cell.get("t") == "inlineStr":
            cells[at] = "".join(cell.itertext())
        elif value is not None:
            cells[at] = shared[int(value.text or "")] if cell.get("t") == "s" else float(value.text or "")
    links = {_at(str(each.get("ref"))): str(each.get("location")) for each in root.iter(f"{_MAIN}hyperlink")}
    return Grid(cells, links)


def _at(cell: str) -> tuple[int, int]:
    """Row and column from 1."""
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


@dataclass(frozen=True)
class Opened:
    """What a number leads to."""

    sheet: str
    heading: str
    rows: list[dict[int, Any]]
    """Cells by column."""
    told: str | None
    """What is said of rows that are not there."""
    amounts: tuple[int, int] | None
    """Columns of rupiah before and after, where the sheet has them."""


def opened(book: dict[str, Grid], location: str) -> Opened:
    name, first, last = re.fullmatch(r"'(.+)'!([A-Z]+\d+):([A-Z]+\d+)", location).groups()  # type: ignore[union-attr]
    grid = book[name.replace("''", "'")]
    top, bottom = _at(first), _at(last)
    lines = [
        {c: grid.cells[r, c] for c in range(top[1], bottom[1] + 1) if (r, c) in grid.cells}
        for r in range(top[0], bottom[0] + 1)
    ]
    rows = [line for line in lines if isinstance(line.get(1), float)]
    told = next((text for line in lines for text in line.values() if "perwal rows" in str(text)), None)
    heading = str(lines[0].get(2) or lines[0].get(1))
    after = {c for r, c in grid.cells if r == bottom[0] + 1}
    assert not rows or 1 not in after or not isinstance(grid.cells[bottom[0] + 1, 1], float)
    assert rows == lines[len(lines) - len(rows) :]
    heads = {value: at for at, value in grid.cells.items() if str(value).startswith(("sebulan, ", "a month, "))}
    columns = sorted(column for _, column in heads.values())
    return Opened(name, heading, rows, told, (columns[0], columns[1]) if columns else None)


@lru_cache(maxsize=8)
def people_of(file: Path) -> pl.DataFrame:
    return pl.read_parquet(file)


def matching(folder: Path, file: str, where: str, *, engine: str = "polars") -> list[int]:
    """Rows of the list for which the condition holds."""
    if engine == "duckdb":
        with duckdb.connect() as at:
            return [row for (row,) in at.execute(f"SELECT baris FROM '{folder / file}' WHERE {where}").fetchall()]
    return people_of(folder / file).filter(pl.sql_expr(where))["baris"].to_list()


def total(folder: Path, file: str, where: str, amount: str) -> int:
    with duckdb.connect() as at:
        found = at.execute(f"SELECT coalesce(sum({amount}), 0) FROM '{folder / file}' WHERE {where}").fetchone()
        assert found
        return int(found[0])


def numbers(told: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
    """Every number of people in the JSON: the number, its file and its condition."""
    file = told["rows_file"]
    for side in ("old", "new"):
        yield told["eligible"][side], file, told["eligible_rows"][side]
    yield told["ongoing_out"], file, told["ongoing_out_rows"]
    kinds = {each["change"]: each["rows"] for each in told["changes"]}
    for each in told["changes"]:
        yield each["people"], file, each["rows"]
    for each in told["because"]:
        yield each["people"], file, each["rows"]
        yield each["alone"], file, each["alone_rows"]
    for lines in told["by"].values():
        for line in lines:
            for kind, rows in kinds.items():
                yield line[kind], file, f"{line['rows']} AND {rows}"
    moved = told["with_budget"]
    if moved:
        for move, rows in moved["rows"].items():
            yield moved[move], moved["rows_file"], rows


def money_of(line: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
    """The three numbers of a line of money."""
    rows = line["rows"]
    yield line["old_idr"], rows["old"], rows["old_idr"]
    yield line["new_idr"], rows["new"], rows["new_idr"]
    yield line["new_idr"] - line["old_idr"], rows["difference"], f"{rows['new_idr']} - {rows['old_idr']}"


@pytest.fixture(scope="module")
def versions(library: Library) -> tuple[Version, Version]:
    return (library.policies["pekalongan/2022-19b"], DAY), (library.policies["pekalongan/2023-usulan"], DAY)


def budget_of(library: Library, received: int) -> Budget:
    lines = "".join(f"  - {{kode: {c}, penduduk: 9, miskin_ekstrem: 1, dtks: 1}}\n" for c, _ in villages_of("33.75"))
    pot = f"  - {{id: apbd, sumber_dana: apbd, diterima: {received}}}\n"
    text = f"kota: pekalongan\ntahun: 2023\nbenih: uji\nsintetis: ya\nuang:\n{pot}kelurahan:\n{lines}"
    budget, faults = read_budget(text.encode(), Path("anggaran.yaml"), library.vocabulary)
    assert budget, faults
    return budget


def made(
    library: Library,
    folder: Path,
    versions: tuple[Version, Version],
    seed: int,
    *,
    rows: int = 1_500,
    budget: Budget | None = None,
    odd: bool = False,
    language: Language = "id",
) -> dict[str, Any]:
    """An impact on a made-up list, written into the folder `hasil`; its JSON. `odd`: villages of odd characters."""
    chance = random.Random(seed)
    request = Request("pekalongan", rows, DAY, seed=seed, gaps=chance.choice((0.0, 0.05, 0.3)))
    write(request, library.vocabulary, folder / "daftar.parquet", "parquet")
    results, work = folder / "hasil", folder / "kerja"
    results.mkdir()
    work.mkdir()
    taken = take(Source(folder / "daftar.parquet"), library.vocabulary, "pekalongan", work)
    for part in taken.registry.glob("*.parquet") if odd else ():
        read = pl.read_parquet(part)
        read.with_columns(pl.Series("kelurahan", [chance.choice(ODD) for _ in range(read.height)])).write_parquet(part)
    found = impact(library, taken.registry, *versions, results / PEOPLE)
    moved = displacement(library, claiming(taken), *versions, budget, results) if budget else None
    write_workbook(results / "dampak.xlsx", found, moved, library, language)
    return as_json(found, moved, library, language)


def holds(folder: Path, told: dict[str, Any]) -> None:
    """Every number of the JSON is what its condition finds, in Polars and in DuckDB."""
    asked = list(numbers(told))
    assert sum(number for number, _, _ in asked) > 0
    for number, file, where in asked:
        assert len(matching(folder, file, where)) == number, where
    for _, file, where in asked[::7]:
        assert sorted(matching(folder, file, where, engine="duckdb")) == sorted(matching(folder, file, where)), where
    amounts = [([*told["money"], told["money_in_all"]], PEOPLE)]
    moved = told["with_budget"]
    if moved:
        amounts.append(([*moved["money"], moved["money_in_all"]], moved["money_file"]))
    for lines, file in amounts:
        for line in lines:
            for number, where, amount in money_of(line):
                assert total(folder, file, where, amount) == number, where


def opens(folder: Path, told: dict[str, Any], language: Language = "id") -> int:
    """Every number of every table leads to its rows; how many rows were opened."""
    book = workbook(folder / "dampak.xlsx")
    say = {key: label[language] for key, label in IMPACT.items()}
    kinds = [each["change"] for each in told["changes"]]
    wanted: dict[str, list[tuple[float, str, str]]] = {say["summary"]: [], say["because"]: [], say["money"]: []}
    file = told["rows_file"]
    of_kind = {each["change"]: each["rows"] for each in told["changes"]}
    wanted[say["summary"]] += [(each["people"], file, each["rows"]) for each in told["changes"]]
    wanted[say["summary"]] += [(told["eligible"][s], file, told["eligible_rows"][s]) for s in ("old", "new")]
    wanted[say["summary"]].append((told["ongoing_out"], file, told["ongoing_out_rows"]))
    moved = told["with_budget"]
    if moved:
        wanted[say["summary"]] += [(moved[m], moved["rows_file"], where) for m, where in moved["rows"].items()]
    for each in told["because"]:
        wanted[say["because"]] += [(each["people"], file, each["rows"]), (each["alone"], file, each["alone_rows"])]
    for name in DIMENSIONS:
        wanted[DIMENSION_LABELS[name][language]] = [
            (line[kind], file, f"{of_kind[kind]} AND {line['rows']}") for line in told["by"][name] for kind in kinds
        ]
    for of, source in [(told, file), *([(moved, moved["money_file"])] if moved else [])]:
        for line in [*of["money"], of["money_in_all"]]:
            wanted[say["money"]] += [(number, source, where) for number, where, _ in money_of(line)]
    rows = 0
    for sheet, asked in wanted.items():
        grid = book[sheet]
        met = [at for at, value in sorted(grid.cells.items()) if isinstance(value, float)]
        assert [grid.cells[at] for at in met] == [number for number, _, _ in asked], sheet
        for at, (number, source, where) in zip(met, asked, strict=True):
            behind = matching(folder, source, where)
            assert (at in grid.links) == bool(behind), (sheet, at)
            if behind:
                rows += same(folder, opened(book, grid.links[at]), behind, number)
    for grid in book.values():
        assert len(grid.links) <= 65_530
        for place in grid.links.values():
            assert re.match(r"'(.+?)'!", place).group(1).replace("''", "'") in book  # type: ignore[union-attr]
    assert all(len(name) <= 31 for name in book)
    return rows


def same(folder: Path, found: Opened, behind: list[int], number: float) -> int:
    """The rows that are opened are those behind the number, or are said to be some of them; how many they are."""
    shown = [int(row[1]) for row in found.rows]
    assert set(shown) <= set(behind)
    assert len(shown) == len(set(shown))
    if len(shown) == len(behind):
        assert found.told is None
        if found.amounts:
            assert sum(row[found.amounts[1]] - row[found.amounts[0]] for row in found.rows) == number
    else:
        assert found.told
        file, condition = re.search(r'perwal rows (\S+) "(.*)" -o baris.xlsx', found.told).groups()  # type: ignore[union-attr]
        assert matching(folder, file, condition) == behind
        assert grouped(len(behind), "id") in found.told or grouped(len(behind), "en") in found.told
    return len(shown)


@pytest.mark.parametrize("seed", range(3))
def test_every_number_opens_exactly_its_rows(
    library: Library, versions: tuple[Version, Version], tmp_path: Path, seed: int
) -> None:
    budget = budget_of(library, (2_000_000, 400_000, 10**9)[seed])
    told = made(library, tmp_path, versions, seed, budget=budget)
    holds(tmp_path / "hasil", told)
    changed = sum(each["people"] for each in told["changes"] if each["change"] != "same")
    assert opens(tmp_path / "hasil", told) > 5 * changed


def test_odd_villages_open_too(library: Library, versions: tuple[Version, Version], tmp_path: Path) -> None:
    told = made(library, tmp_path, versions, 5, odd=True)
    assert {line["value"] for line in told["by"]["kelurahan"]} == set(ODD)
    holds(tmp_path / "hasil", told)
    opens(tmp_path / "hasil", told)


def test_rows_that_are_not_in_the_workbook_are_counted_and_found(
    library: Library, versions: tuple[Version, Version], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "TABLE", 90)
    monkeypatch.setattr(sections, "BLOCKS", 700)
    told = made(library, tmp_path, versions, 7, budget=budget_of(library, 1_000_000))
    shown = opens(tmp_path / "hasil", told)
    book = workbook(tmp_path / "hasil" / "dampak.xlsx")
    kinds = {KIND_LABELS[kind]["id"] for kind in CHANGES}
    lines = {
        name: sum(c == 1 and isinstance(v, float) for (_, c), v in grid.cells.items()) for name, grid in book.items()
    }
    assert 0 < sum(lines[name] for name in kinds & set(book)) <= 90
    assert 0 < sum(number for name, number in lines.items() if name.startswith("Baris")) <= 700
    assert shown > 0


def test_values_beyond_the_tables_lines_share_one(
    library: Library, versions: tuple[Version, Version], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numbered, "LINES", 4)
    told = made(library, tmp_path, versions, 11)
    grid = workbook(tmp_path / "hasil" / "dampak.xlsx")["Pekerjaan"]
    last = max(row for row, _ in grid.cells)
    assert grid.cells[last, 1] == f"({len(told['by']['pekerjaan']) - 4} nilai lainnya)"
    named = {line["value"] for line in told["by"]["pekerjaan"][:4]}
    people = pl.read_parquet(tmp_path / "hasil" / PEOPLE)
    same_ = people.filter((pl.col("perubahan") == "same") & ~pl.col("pekerjaan").is_in(list(named)))
    assert grid.cells[last, 7] == same_.height > 0
    losing = people.filter((pl.col("perubahan") == "loss") & ~pl.col("pekerjaan").is_in(list(named)))
    assert grid.cells[last, 3] == losing.height > 0
    found = opened(workbook(tmp_path / "hasil" / "dampak.xlsx"), grid.links[last, 3])
    assert [int(row[1]) for row in found.rows] == losing["baris"].to_list()


def test_money_that_only_starts_later_opens_those_whose_decision_stays(library: Library, tmp_path: Path) -> None:
    policy = library.policies["pekalongan/2022-19b"]
    told = made(library, tmp_path, ((policy, DAY), (policy, date(2023, 6, 1))), 13)
    holds(tmp_path / "hasil", told)
    march = next(line for line in told["money"] if line["month"] == 3)
    assert march["new_idr"] == 0 < march["old_idr"]
    opens(tmp_path / "hasil", told)


def test_an_english_workbook_opens_as_well(library: Library, versions: tuple[Version, Version], tmp_path: Path) -> None:
    told = made(library, tmp_path, versions, 17, rows=400, language="en")
    assert opens(tmp_path / "hasil", told, "en") > 0


def test_no_identity_is_in_the_rows(library: Library, versions: tuple[Version, Version], tmp_path: Path) -> None:
    made(library, tmp_path, versions, 19, rows=400, budget=budget_of(library, 10**7))
    for file in (tmp_path / "hasil").glob("*.parquet"):
        rows = pl.read_parquet(file)
        assert rows["nik"].str.len_chars().max() == 5
        assert not {"nama", "no_kk", "_nik"} & set(rows.columns)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 1_000), max_size=30), st.integers(0, 5_000))
def test_rows_are_shared_fairly(counts: list[int], most: int) -> None:
    share = fair(counts, most)
    assert sum(min(count, share) for count in counts) <= most
    if any(count > share for count in counts):
        assert sum(min(count, share + 1) for count in counts) > most


def test_the_command_writes_the_rows_of_a_number(
    library: Library, versions: tuple[Version, Version], tmp_path: Path
) -> None:
    told = made(library, tmp_path, versions, 23, rows=600)
    number, file, where = max(numbers(told))
    for form in ("parquet", "csv", "xlsx"):
        out = tmp_path / f"baris.{form}"
        done = CliRunner().invoke(app(("rows",)), ["rows", str(tmp_path / "hasil" / file), where, "-o", str(out)])
        assert done.exit_code == 0, done.output
    assert pl.read_parquet(tmp_path / "baris.parquet").height == number
    assert pl.read_csv(tmp_path / "baris.csv", infer_schema=False).height == number
    refused = CliRunner().invoke(
        app(("rows",)), ["rows", str(tmp_path / "hasil" / file), "tidak_ada = 1", "-o", str(tmp_path / "x.csv")]
    )
    assert refused.exit_code == 2
    assert not (tmp_path / "x.csv").exists()
