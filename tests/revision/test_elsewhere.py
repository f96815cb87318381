"""One city's registry under every city's version is what one decision after the other gives."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from engine.decision.decide import Desk
from engine.decision.decision import Outline
from engine.decision.facts import person
from engine.language.library import Library
from engine.registry.columns import HELD
from engine.registry.report.conclusions import conclusion_of, payer_of
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request
from engine.registry.taking import Source, take
from engine.revision.impact.elsewhere import elsewhere
from engine.revision.impact.impact import Version

DAY = date(2023, 6, 1)
ROWS = 1_500
TWICE = 40
"""Rows that stand in the list a second time, and are held there."""
HOME = "tegal"


@pytest.fixture(scope="module")
def registry(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("daftar")
    file = folder / "daftar.parquet"
    write(Request(HOME, ROWS, DAY, gaps=0.05), library.vocabulary, file, "parquet")
    people = pl.read_parquet(file)
    pl.concat([people, people.head(TWICE)]).write_parquet(file)
    (folder / "kerja").mkdir()
    return take(Source(file), library.vocabulary, HOME, folder / "kerja").registry


@pytest.fixture(scope="module")
def versions(library: Library) -> list[Version]:
    names = ("tegal/2023", "pekalongan/2023-usulan", "kendal/2022-se-400-4450", "sukabumi/2024-se")
    return [(library.policies[name], DAY) for name in names]


def alone(library: Library, rows: pl.DataFrame, version: Version) -> list[Outline]:
    """Each person told by hand: who lives in the one city lives in the other, and in no village of it."""
    policy, day = version
    desk, vocabulary = Desk(library), library.vocabulary
    facts = [name for name, fact in vocabulary.facts.items() if name in rows.columns and fact.role != "identity"]
    found = []
    for row in rows.select(facts).iter_rows(named=True):
        written = {name: value for name, value in row.items() if value is not None}
        if policy.city != HOME and written.get("kota") in (HOME, policy.city):
            written["kota"] = policy.city if written["kota"] == HOME else HOME
            written.pop("kelurahan", None)
        found.append(desk.decide(policy, person(written, vocabulary, day, []), day).outline)
    return found


def test_the_counts_and_the_money_are_those_of_person_after_person(
    library: Library, registry: Path, versions: list[Version]
) -> None:
    everybody = pl.read_parquet(registry / "*.parquet")
    decided = everybody.filter(pl.col(HELD).is_null())
    held = everybody.height - decided.height
    assert held == TWICE
    some = 0
    for version, found in zip(versions, elsewhere(library, registry, HOME, versions), strict=True):
        outlines = alone(library, decided, version)
        counts = Counter(conclusion_of(outline) for outline in outlines)
        counts["held"] = held
        assert {name: count for name, count in found.counts.items() if count} == {k: n for k, n in counts.items() if n}
        assert sum(found.counts.values()) == found.rows == everybody.height
        payers = [payer_of(outline) for outline in outlines if outline.outcome == "eligible"]
        money: Counter[str] = Counter()
        for payer in payers:
            if payer and payer.monthly_idr is not None:
                money[payer.rule.source] += payer.monthly_idr
        assert found.monthly_idr == dict(money)
        assert found.unpriced == sum(payer is None or payer.monthly_idr is None for payer in payers)
        some += found.counts["eligible"]
    assert some > 0


def test_without_standing_for_each_other_nobody_lives_in_the_other_city(
    library: Library, registry: Path, versions: list[Version]
) -> None:
    """The transfer is what makes the difference: as they are, Tegal's people are outsiders in Pekalongan."""
    there = elsewhere(library, registry, HOME, versions[1:2])[0]
    as_they_are = elsewhere(library, registry, "pekalongan", versions[1:2])[0]
    assert there.moved and not as_they_are.moved
    assert there.counts["eligible"] > 0
    assert as_they_are.counts["eligible"] == 0
    assert (as_they_are.monthly_idr, as_they_are.unpriced) == ({}, 0)


def test_people_of_the_other_city_on_the_list_are_outsiders_there(library: Library, tmp_path: Path) -> None:
    cities = library.vocabulary.facts["kota"].words
    kind = pl.Enum([*cities, "tidak_diketahui"])
    rows = pl.DataFrame(
        {
            "kota": pl.Series(["tegal", "pekalongan", "kendal", None], dtype=kind),
            "kelurahan": ["33.76.01.1001", "33.75.01.1001", "33.24.01.2001", None],
        }
    )
    rows.write_parquet(tmp_path / "daftar.parquet")
    outlines = alone(library, rows, (library.policies["pekalongan/2022-19b"], DAY))
    (found,) = elsewhere(library, tmp_path / "daftar.parquet", HOME, [(library.policies["pekalongan/2022-19b"], DAY)])
    assert found.counts["ineligible"] + found.counts["refusal_on_assumption"] == 2
    assert found.counts["undetermined"] == 2
    assert [outline.outcome for outline in outlines] == ["undetermined", "ineligible", "ineligible", "undetermined"]
