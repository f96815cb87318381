"""Totals, situations, summary, workbook and files of decisions say what the rows say."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from engine.decision.decision import Outline
from engine.language.library import Library
from engine.language.messages import fault_text
from engine.language.messages.report import CHECKS, CONCLUSION_LABELS, REPORT, WORKBOOK
from engine.language.vocabulary import Language
from engine.registry.columns import FAULTY, HELD
from engine.registry.decoding import SEPARATOR
from engine.registry.report import decisions as files
from engine.registry.report.conclusions import CONCLUSIONS, conclusion_of, settling
from engine.registry.report.decisions import Format, TooManyRows, write_decisions
from engine.registry.report.receipt import Asked
from engine.registry.report.situations import Situation, situations
from engine.registry.report.summary import summary
from engine.registry.report.totals import Totals, share, totals
from engine.registry.run import Decided
from engine.registry.workbooks.report import write_report
from tests.registry.deciding_runs import decided, synthetic

Run = tuple[Decided, Totals, tuple[Situation, ...]]


@pytest.fixture(scope="module")
def run(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Three thousand synthetic people of Tegal; some rows held, some cells faulty."""
    people = synthetic(library, "tegal", 3_000).with_row_index("n")
    people = people.with_columns(
        pl.when(pl.col("n") % 50 == 0).then(pl.lit("nik_kosong")).alias(HELD),
        pl.when(pl.col("n") % 30 == 7).then(pl.lit("pekerjaan usia")).alias(FAULTY),
    ).drop("n")
    made = decided(library, "tegal/2023", people, tmp_path_factory.mktemp("laporan"))
    counted = totals(made)
    return made, counted, situations(made, counted)


def rows(made: Decided) -> Iterable[dict[str, Any]]:
    return pl.read_parquet(made.decisions).with_columns(pl.col(pl.Categorical).cast(pl.String)).iter_rows(named=True)


def slowly(row: dict[str, object]) -> str:
    """What a row counts as, read from the row itself."""
    if row["putusan"] is None:
        return "held"
    if "refusal_on_assumption" in str(row["catatan"]).split(SEPARATOR):
        return "refusal_on_assumption"
    return str(row["hasil"])


def test_totals_are_those_counted_row_by_row(run: Run) -> None:
    made, counted, _ = run
    by_village, by_occupation = Counter[tuple[object, str]](), Counter[tuple[object, str]]()
    payers, missing, held, faulty, rulings = (Counter[object]() for _ in range(5))
    for row in rows(made):
        ends = slowly(row)
        by_village[row["kelurahan"], ends] += 1
        by_occupation[row["pekerjaan"], ends] += 1
        if row["hasil"] == "eligible":
            payers[row["sumber_dana"]] += 1
        missing.update(str(row["masih_diperlukan"]).split(SEPARATOR) if row["masih_diperlukan"] else [])
        rulings.update(set(str(row["perlu_diputuskan"]).split(SEPARATOR)) if row["perlu_diputuskan"] else [])
        held.update([row["ditahan"]] if row["ditahan"] else [])
        faulty.update(str(row["isian_keliru"]).split() if row["isian_keliru"] else [])
    assert counted.rows == made.rows == 3_000
    assert counted.counts["held"] == 60 == sum(held.values())
    for lines, expected in ((counted.villages, by_village), (counted.occupations, by_occupation)):
        found = {(line.slug, ends): number for line in lines for ends, number in line.counts.items() if number}
        assert found == expected
    assert {line.source: line.people for line in counted.sources} == payers
    assert {line.fact: line.people for line in counted.facts} == missing
    assert {line.code: line.people for line in counted.rulings} == rulings
    assert dict(counted.held) == held
    assert dict(counted.faulty) == faulty == {"pekerjaan": 100, "usia": 100}
    assert sum(counted.counts.values()) == counted.rows
    assert min(counted.counts[each] for each in ("eligible", "undetermined", "refusal_on_assumption")) > 0


def test_a_refusal_on_assumption_is_no_refusal(run: Run) -> None:
    made, counted, listed = run
    doubtful = [row for row in rows(made) if slowly(row) == "refusal_on_assumption"]
    assert {row["hasil"] for row in doubtful} == {"ineligible"}
    assert counted.counts["refusal_on_assumption"] == len(doubtful)
    assert counted.counts["ineligible"] == 0 == sum(line.refused for line in counted.criteria)
    assert sum(line.doubtful for line in counted.criteria) >= len(doubtful)
    for each in listed:
        if each.conclusion == "refusal_on_assumption":
            assert "Tidak berhak" not in each.text("id") and "Belum dapat ditolak" in each.text("id")


def test_firm_refusals_name_criterion_article_and_basis(library: Library, tmp_path: Path) -> None:
    made = decided(library, "pekalongan/2022-19b", synthetic(library, "pekalongan", 2_000), tmp_path)
    counted = totals(made)
    lines = {line.criterion.id: line for line in counted.criteria}
    refused = [row for row in rows(made) if slowly(row) == "ineligible"]
    assert counted.counts["ineligible"] == len(refused) > 0
    for name, line in lines.items():
        failing = [row for row in refused if f"pekerja_informal.{name}" in str(row["tidak_terpenuhi"]).split(SEPARATOR)]
        assert line.refused == len(failing)
        assert line.alone == sum(SEPARATOR not in str(row["tidak_terpenuhi"]) for row in failing)
    assert lines["pekerjaan"].refused == len(refused)
    said = [each.sentence for each in situations(made, counted) if each.conclusion == "ineligible"]
    assert all("pekerjaan (Pasal 3 ayat (1) huruf c, tersurat)" in each.id for each in said)
    assert all("occupation (Pasal 3 ayat (1) huruf c, stated)" in each.en for each in said)


def test_every_person_is_in_one_situation_and_the_commonest_come_first(run: Run) -> None:
    made, _, listed = run
    people = Counter(row["putusan"] for row in rows(made) if row["putusan"] is not None)
    numbers = [number for each in listed for number in each.verdicts]
    assert sorted(numbers) == sorted(people)
    assert all(each.people == sum(people[number] for number in each.verdicts) for each in listed)
    assert all(first.people >= second.people for first, second in pairwise(listed))
    assert len({(each.conclusion, each.sentence, each.settles) for each in listed}) == len(listed)
    for each in listed:
        assert {conclusion_of(made.outlines[number]) for number in each.verdicts} == {each.conclusion}
        assert {frozenset(item.fact for item in made.outlines[n].missing) for n in each.verdicts} == {
            frozenset(ask.fact for ask in each.asks)
        }


def test_a_fact_that_settles_alone_settles_whatever_it_turns_out_to_be(run: Run, library: Library) -> None:
    """For undetermined people with one missing fact, every value of it leads to a settled outcome."""
    from engine.decision.decide import Desk

    made, counted, _ = run
    decider = Desk(library).decider(made.policy, made.day)
    registry = {row["baris"]: row for row in pl.read_parquet(made.registry).iter_rows(named=True)}
    assert sum(line.settles for line in counted.facts) > 0
    seen = Counter[str]()
    for row in rows(made):
        if row["putusan"] is None:
            continue
        outline: Outline = made.outlines[int(str(row["putusan"]))]
        fact = settling(outline)
        if fact is None:
            continue
        seen[fact] += 1
        if seen[fact] > 3:
            continue
        known = dict(registry[row["baris"]])
        born = known.pop("tanggal_lahir")
        if born is not None:
            known["usia"] = made.day.year - born.year - ((made.day.month, made.day.day) < (born.month, born.day))
        facts = {
            name: _typed(known.get(name)) for name in decider.facts if known.get(name) not in (None, "tidak_diketahui")
        }
        for name, presumed in library.vocabulary.presumed.items():
            if known.get(name) is None:
                facts[name] = presumed
        level = decider.facts.index(fact)
        cells = list(decider.cells_for(facts))
        assert cells[level] == -1
        for cell in range(len(decider.cells[level].samples)):
            filled = [*cells[:level], cell, *cells[level + 1 :]]
            assert decider.verdict_of(decider.situation(filled)).outcome != "undetermined"
    assert {line.fact: line.settles for line in counted.facts if line.settles} == seen


def _typed(value: object) -> bool | int | str:
    assert isinstance(value, bool | int | str)
    return {"ya": True, "tidak": False}[value] if value in ("ya", "tidak") else value


def test_sentences_are_in_both_languages_and_without_gaps(run: Run) -> None:
    _, _, listed = run
    for each in listed:
        indonesian, english = each.text("id"), each.text("en")
        assert indonesian != english
        for text in (indonesian, english):
            assert "{" not in text and "None" not in text and "  " not in text
            assert text.rstrip().endswith(".")
    for words in (REPORT, WORKBOOK, CHECKS, CONCLUSION_LABELS):
        for key, label in words.items():
            gaps = [sorted(re.findall(r"{(\w+)}", text)) for text in (label.id, label.en)]
            assert gaps[0] == gaps[1], key


def test_the_work_list_says_who_settles_what(run: Run) -> None:
    _, _, listed = run
    text = next(each for each in listed if [ask.fact for ask in each.asks] == ["jabatan_rt"] and not each.rulings)
    assert "pengurus RT, RW, dan LPMK: jabatan dalam RT belum diketahui, syarat lain terpenuhi" in text.text("id")
    assert "Yang menyelesaikannya: keputusan tentang pengurus RT, dari lurah." in text.text("id")
    assert [who.en for who in text.who()] == ["village head"]
    ruling = next(each for each in listed if each.rulings and not each.asks)
    assert ruling.text("id").count("kesetaraan pekerjaan dengan daftar belum diketahui") == 1
    assert sum(each.people for each in ruling.rulings) >= ruling.people
    assert "pejabat yang berwenang" in [who.id for who in ruling.who()]


@pytest.mark.parametrize(
    ("part", "whole", "shown"), [(0, 0, 0.0), (0, 7, 0.0), (7, 7, 1.0), (9_999_999, 10_000_000, 0.999), (1, 3, 0.333)]
)
def test_shares_are_never_rounded_up(part: int, whole: int, shown: float) -> None:
    assert share(part, whole) == shown


def test_a_small_share_is_not_nothing() -> None:
    assert 0 < share(1, 10_000_000) < 0.001


def test_the_summary_is_json_with_labels_beside_slugs(run: Run, library: Library) -> None:
    made, counted, listed = run
    found = json.loads(json.dumps(summary(made, counted, listed, library.vocabulary, "en")))
    assert found["policy"] == "tegal/2023" and found["on"] == "2023-06-01" and found["rows"] == 3_000
    assert [line["outcome"] for line in found["outcomes"]] == list(CONCLUSIONS)
    assert sum(line["applicants"] for line in found["outcomes"]) == 3_000
    assert sum(line["applicants"] for line in found["villages"]) == 3_000
    assert all(line["label"] for line in found["villages"] + found["occupations"] + found["sources"])
    assert found["synthetic_rows"] == 3_000
    assert found["situations"] == len(listed) >= len(found["commonest"])
    assert found["held"] == [{"reason": "nik_kosong", "label": "no NIK", "rows": 60}]
    assert {line["fact"] for line in found["faulty_cells"]} == {"pekerjaan", "usia"}
    nik = pl.read_parquet(made.registry)["nik"].drop_nulls().to_list()
    assert not set(re.findall(r"[0-9]{16}", json.dumps(found))) & set(nik)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_workbook_has_every_total(run: Run, library: Library, tmp_path: Path, language: Language) -> None:
    made, counted, listed = run
    target = tmp_path / "laporan.xlsx"
    asked = Asked(options={"pilihan": "nilai"}, attested={"jabatan_lpmk": "tidak_ada"})
    write_report(target, library, made, counted, listed, Path("jauh/daftar.csv"), asked, language)
    book = CalamineWorkbook.from_path(str(target))
    names = ["summary", "villages", "occupations", "reasons", "facts", "rulings", "work", "held"]
    assert book.sheet_names == [WORKBOOK[name][language] for name in names]
    sheets = {name: book.get_sheet_by_name(WORKBOOK[name][language]).to_python() for name in names}
    first = sheets["summary"]
    labels = {row[0]: row[1] for row in first}
    assert any("sintetis" in str(row[0]) or "synthetic" in str(row[0]) for row in first)
    assert labels[WORKBOOK["digest"][language]] == made.digest
    assert labels[WORKBOOK["input"][language]] == "daftar.csv"
    assert "tidak_ada" in str(labels[WORKBOOK["attested"][language]])
    for each in CONCLUSIONS:
        assert labels[CONCLUSION_LABELS[each][language]] == counted.counts[each]
    village = sheets["villages"]
    assert village[-1][-2] == counted.rows
    assert len(village) == len(counted.villages) + 3
    assert [row[1] for row in sheets["work"] if isinstance(row[0], float)] == [each.people for each in listed[:500]]
    work = next(row for row in sheets["work"] if row[0] == 1)
    assert work[4] == listed[0].sentence[language] and work[5] == listed[0].settles_text(language)
    assert [row[1] for row in sheets["held"] if row[1] == 60] == [60]


def test_a_run_without_rows_has_an_empty_report(library: Library, tmp_path: Path) -> None:
    made = decided(library, "tegal/2023", synthetic(library, "tegal", 3).clear(), tmp_path)
    counted = totals(made)
    assert counted.rows == 0 and situations(made, counted) == ()
    write_report(tmp_path / "laporan.xlsx", library, made, counted, (), Path("kosong.csv"), Asked(), "id")
    assert summary(made, counted, (), library.vocabulary, "id")["rows"] == 0


def test_csv_cells_are_no_formulas(library: Library, tmp_path: Path) -> None:
    names = ["=1+1", "+62", "-5", "@SUM(A1)", "\tx", "\rx", 'Warga; Sintetis, "satu"\nbaris', "biasa"]
    people = synthetic(library, "tegal", len(names)).with_columns(pl.Series("nama", names))
    made = decided(library, "tegal/2023", people, tmp_path)
    write_decisions(made.decisions, tmp_path / "keputusan.csv", "csv")
    with (tmp_path / "keputusan.csv").open(newline="", encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    assert [row["nama"] for row in found] == [*(f"'{name}" for name in names[:6]), *names[6:]]
    assert [row["nik"] for row in found] == people["nik"].to_list()
    write_decisions(made.decisions, tmp_path / "keputusan.xlsx", "xlsx")
    sheet = CalamineWorkbook.from_path(str(tmp_path / "keputusan.xlsx")).get_sheet_by_index(0).to_python()
    column = sheet[0].index("nama")
    assert [row[column] for row in sheet[1:]] == names
    assert [row[sheet[0].index("nik")] for row in sheet[1:]] == people["nik"].to_list()


def test_files_of_decisions_agree(run: Run, tmp_path: Path) -> None:
    made, _, _ = run
    plain = pl.read_parquet(made.decisions).with_columns(pl.col(pl.Categorical).cast(pl.String))
    write_decisions(made.decisions, tmp_path / "a.parquet", "parquet")
    assert pl.read_parquet(tmp_path / "a.parquet").height == plain.height
    write_decisions(made.decisions, tmp_path / "a.csv", "csv")
    back = pl.read_csv(tmp_path / "a.csv", schema=plain.schema)
    assert back.equals(plain)


def test_decisions_of_several_parts_are_one_file(run: Run, tmp_path: Path) -> None:
    made, _, _ = run
    frame = pl.read_parquet(made.decisions)
    folder = tmp_path / "bagian"
    folder.mkdir()
    for index in range(3):
        frame[index * 1_000 : (index + 1) * 1_000].write_parquet(folder / f"{index}.parquet")
    for name in get_args(Format):
        write_decisions(folder, tmp_path / f"a.{name}", name)
    assert pl.read_parquet(tmp_path / "a.parquet").height == 3_000
    assert len((tmp_path / "a.csv").read_text("utf-8").splitlines()) == 3_001
    sheet = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_index(0)
    assert len(sheet.to_python()) == 3_001


def test_too_many_rows_for_a_sheet_are_said_before_anything_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _, _ = run
    monkeypatch.setattr(files, "SHEET_ROWS", 2_999)
    with pytest.raises(TooManyRows) as raised:
        write_decisions(made.decisions, tmp_path / "a.xlsx", "xlsx")
    assert list(tmp_path.iterdir()) == []
    for language in ("id", "en"):
        text, hint = fault_text(raised.value.fault, "id" if language == "id" else "en")
        assert "3000" in text and "2999" in text and hint and "csv" in hint
    monkeypatch.setattr(files, "SHEET_ROWS", 3_000)
    write_decisions(made.decisions, tmp_path / "a.xlsx", "xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
