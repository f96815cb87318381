"""The impact of a change, counted on columns, is what one decision after the other gives."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from engine.decision.decide import Desk
from engine.decision.decision import Outline
from engine.decision.facts import person
from engine.language.library import Library
from engine.registry.allocation.budget import read_budget
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request
from engine.registry.taking import Source, take
from engine.revision.impact.impact import Version, impact
from engine.revision.impact.job import ambiguities, impact_on
from engine.revision.impact.kinds import kind_of
from engine.revision.impact.people import PEOPLE
from engine.revision.whatif import read_as

DAY = date(2023, 2, 8)
ROWS = 3_000


@pytest.fixture(scope="module")
def registry(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("daftar")
    write(Request("pekalongan", ROWS, DAY, gaps=0.05), library.vocabulary, folder / "daftar.parquet", "parquet")
    (folder / "kerja").mkdir()
    return take(Source(folder / "daftar.parquet"), library.vocabulary, "pekalongan", folder / "kerja").registry


@pytest.fixture(scope="module")
def versions(library: Library) -> tuple[Version, Version]:
    return (library.policies["pekalongan/2022-19b"], DAY), (library.policies["pekalongan/2023-usulan"], DAY)


def outlines(library: Library, registry: Path, versions: tuple[Version, Version]) -> list[tuple[Outline, Outline]]:
    """What each person alone is told by both; cells without a value are not stated."""
    desk, rows = Desk(library), pl.read_parquet(registry / "*.parquet")
    facts = [
        name for name, fact in library.vocabulary.facts.items() if name in rows.columns and fact.role != "identity"
    ]
    found = []
    for row in rows.select(facts).iter_rows(named=True):
        written = {name: value for name, value in row.items() if value is not None}
        one = person(written, library.vocabulary, DAY, [])
        old, new = (desk.decide(policy, one, day).outline for policy, day in versions)
        found.append((old, new))
    return found


def test_every_change_is_counted_as_the_persons_are_decided(
    library: Library, registry: Path, versions: tuple[Version, Version], tmp_path: Path
) -> None:
    found = impact(library, registry, *versions, tmp_path / PEOPLE)
    alone = outlines(library, registry, versions)
    kinds = Counter(kind_of(old, new) for old, new in alone)
    assert {kind: number for kind, number in found.kinds.items() if number} == dict(kinds)
    assert found.rows == ROWS
    ongoing = pl.read_parquet(registry / "*.parquet")["penerima_berjalan"].cast(pl.String) == "ya"
    falls = [old.outcome != "ineligible" and new.outcome == "ineligible" for old, new in alone]
    assert found.ongoing_out == sum(a and bool(b) for a, b in zip(falls, ongoing, strict=True)) > 0
    jobs = pl.read_parquet(registry / "*.parquet")["pekerjaan"].cast(pl.String).to_list()
    gains = Counter(job for job, (old, new) in zip(jobs, alone, strict=True) if kind_of(old, new) == "gain")
    counted = found.by.filter((pl.col("dimensi") == "pekerjaan") & (pl.col("perubahan") == "gain"))
    assert dict(counted.select("nilai", "orang").iter_rows()) == {
        job or "(tidak disebut)": n for job, n in gains.items()
    }
    eligible = sum(new.outcome == "eligible" for _, new in alone)
    assert found.new.count("eligible") == eligible
    assert found.new.money()[("apbd", 12)] == 16_800 * sum(_paid(new) for _, new in alone)
    rows = pl.read_parquet(tmp_path / PEOPLE)
    assert dict(rows["perubahan"].value_counts().iter_rows()) == {k: n for k, n in found.kinds.items() if n}
    assert all(nik is None or len(nik) == 5 for nik in rows["nik"])
    for name in ("kelurahan", "pekerjaan", "usia", "desil"):
        assert found.by.filter(pl.col("dimensi") == name)["orang"].sum() == ROWS


def _paid(outline: Outline) -> bool:
    return outline.outcome == "eligible" and any(payment.result == "met" for payment in outline.funding)


def test_batik_workers_gain_and_those_who_are_no_breadwinners_lose(
    library: Library, registry: Path, versions: tuple[Version, Version]
) -> None:
    found = impact(library, registry, *versions)
    gains, losses = (
        [(each.criterion, each.article) for each in found.because if each.kind == kind] for kind in ("gain", "loss")
    )
    assert gains == [("pekerjaan", "3 ayat (1) huruf c")]
    assert losses == [("tulang_punggung", "3 ayat (1) huruf f")]
    gaining = found.by.filter((pl.col("dimensi") == "pekerjaan") & (pl.col("perubahan") == "gain"))["nilai"].to_list()
    assert set(gaining) <= {"buruh_batik", "marbot_musala"}
    assert "buruh_batik" in gaining


def test_nothing_changes_between_a_policy_and_itself(
    library: Library, registry: Path, versions: tuple[Version, Version]
) -> None:
    old, _ = versions
    found = impact(library, registry, old, old)
    assert found.kinds["same"] == ROWS
    assert found.because == ()
    assert found.old.money() == found.new.money()


def test_results_lead_from_the_number_to_the_rows_behind_it(
    library: Library, registry: Path, versions: tuple[Version, Version], tmp_path: Path
) -> None:
    codes = "\n".join(
        f"  - {{kode: {code}, penduduk: 1, miskin_ekstrem: 1, dtks: 1}}"
        for code in sorted(set(pl.read_parquet(registry / "*.parquet")["kelurahan"].drop_nulls()))
    )
    text = (
        "kota: pekalongan\ntahun: 2023\nbenih: uji\nsintetis: ya\n"
        "uang:\n  - {id: apbd, sumber_dana: apbd, diterima: 2000000}\nkelurahan:\n" + codes
    )
    budget, faults = read_budget(text.encode(), tmp_path / "anggaran.yaml", library.vocabulary)
    assert budget, faults
    done = impact_on(library, Source(registry), *versions, tmp_path / "dampak", "id", budget)
    told = json.loads((tmp_path / "dampak" / "dampak.json").read_text("utf-8"))
    assert told["changes"] == done.told["changes"]
    moved = told["with_budget"]
    spent = [sum(line[key] for line in moved["money"]) for key in ("old_idr", "new_idr")]
    assert all(0 < amount <= 2_000_000 for amount in spent)
    assert moved["paid_lost"] + moved["displaced"] > 0
    book = CalamineWorkbook.from_path(tmp_path / "dampak" / "dampak.xlsx")
    summary = {row[0]: row[1] for row in book.get_sheet_by_name("Ringkasan").to_python() if len(row) > 1}
    assert summary["menjadi berhak"] == done.impact.kinds["gain"]
    rows = book.get_sheet_by_name("menjadi berhak").to_python()
    assert sum(1 for row in rows if isinstance(row[0], float)) == done.impact.kinds["gain"]
    assert {path.suffix for path in (tmp_path / "dampak" / "grafik").iterdir()} == {".svg", ".png"}


def test_each_other_reading_is_told_by_what_it_would_do(library: Library, registry: Path) -> None:
    policy = library.policies["pekalongan/2023-usulan"]
    found = {each.reading: each for each in ambiguities(library, registry, (policy, DAY))}
    assert "prioritas" in found
    alone = outlines(library, registry, ((policy, DAY), (read_as(policy, "prioritas"), DAY)))
    kinds = Counter(kind_of(old, new) for old, new in alone)
    assert found["prioritas"].impact.kinds["gain"] == kinds["gain"] > 0
    assert found["prioritas"].yearly_idr > 0
