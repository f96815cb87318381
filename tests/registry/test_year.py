"""A year's allocation by the shipped rules against the same thing done slowly, one person and one month at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest

from engine.decision.decide import Desk
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.policy import Policy
from engine.language.source import plain, read
from engine.registry.allocation import statement
from engine.registry.allocation.budget import CHOICES, OF_SHARING, Budget, read_budget
from engine.registry.allocation.granted import read_granted
from engine.registry.allocation.invariants import assert_sound
from engine.registry.allocation.months import mask_of, stretches
from engine.registry.allocation.places import unmeasured
from engine.registry.allocation.results import accounts
from engine.registry.allocation.year import Year, allocate_year
from tests.registry.people import VILLAGES, budget_of, driver, frame_of, random_budget, somebody
from tests.registry.slow_year import slow_year

OPTIONS = {name: CHOICES[name] for name in ("uang_kurang", "arti_kuota", "penerima_berjalan", "satu_per_keluarga")}
JANUARY = date(2023, 1, 1)


def written(policy: Policy) -> Mapping[str, Any]:
    """The file of a version as a plain tree."""
    node, faults = read(policy.content.encode(), policy.id)
    assert node and not faults
    tree = plain(node)
    assert isinstance(tree, dict)
    return tree


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("name", ["pekalongan/2023-usulan", "tegal/2023"])
def test_a_year_is_what_one_decision_and_payment_after_the_other_gives(
    name: str, part: int, library: Library, tmp_path: Path
) -> None:
    random = Random(f"{name} {part}")
    policy = library.policies[name]
    file, desk = written(policy), Desk(library)
    for _ in range(5):
        people = [somebody(random, number, policy.city) for number in range(random.randint(0, 40))]
        budget = random_budget(random, policy.city, library, tmp_path, range(0, 600_001, 10_000), OPTIONS)
        start = date(2023, random.choice([1, 1, 4, 7]), random.choice([1, 15]))
        year = allocate_year(desk, frame_of(library, people), budget, lambda _: policy, start)
        assert_sound(year)
        given = {tuple(row) for row in statement.grants(year).select("nik", "bulan", "uang").iter_rows()}
        assert given == slow_year(desk, people, budget, lambda _: (policy, file), start, VILLAGES[policy.city])


# a quota that is not divided


def undivided(library: Library, places: int) -> Policy:
    policy = library.policies["pekalongan/2023-usulan"]
    return replace(policy, quotas=tuple(replace(quota, amount=places, per=None, weights=()) for quota in policy.quotas))


def enough(library: Library, folder: Path, city: str = "pekalongan") -> Budget:
    """Money for everybody, and not a word of the villages."""
    text = f"kota: {city}\ntahun: 2023\nbenih: benih uji\nuang:\n  - {{id: apbd, sumber_dana: apbd, diterima: 9000000}}"
    return budget_of(text, library, folder)


def applicants(*villages: str | None) -> list[dict[str, Any]]:
    """The first of them registered first."""
    return [
        driver(
            f"33750{number:011d}",
            "pekalongan",
            village,
            waktu_daftar=f"2022-11-{number + 1:02}",
            miskin_ekstrem=True,
            tulang_punggung=True,
        )
        for number, village in enumerate(villages)
    ]


def allocated(library: Library, folder: Path, people: list[dict[str, Any]], places: int) -> Year:
    policy = undivided(library, places)
    found = allocate_year(Desk(library), frame_of(library, people), enough(library, folder), lambda _: policy, JANUARY)
    assert_sound(found)
    return found


def test_a_quota_that_is_not_divided_is_one_line_for_the_city(library: Library, tmp_path: Path) -> None:
    first, second = VILLAGES["pekalongan"][0], VILLAGES["pekalongan"][-1]
    year = allocated(library, tmp_path, applicants(first, second, first, None, first, second), 3)
    told = statement.people(year).select("urutan", "bulan_dibayar", "tidak_dibayar").rows()
    waits, nowhere = "quota: 2023-01–2023-12", "no_village: 2023-01–2023-12"
    assert told == [(1, 12, None), (2, 12, None), (3, 12, None), (None, 0, nowhere), (4, 0, waits), (5, 0, waits)]
    assert year.queue.codes == ("33.75",)
    assert statement.villages(year).rows() == [("33.75", "Kota Pekalongan", 3, 0, 0, 3, 0, 5, 3)]


def test_a_quota_that_is_not_divided_asks_the_budget_nothing_of_the_villages(library: Library, tmp_path: Path) -> None:
    divided = library.policies["pekalongan/2023-usulan"].quotas[0]
    budget, codes = enough(library, tmp_path), VILLAGES["pekalongan"]
    assert unmeasured(divided, budget, codes)
    assert not unmeasured(replace(divided, per=None), budget, codes)


def test_only_the_options_that_matter_in_the_year_are_told(library: Library, tmp_path: Path) -> None:
    def named(year: Year) -> set[str]:
        told = accounts(year, statement.grants(year), statement.people(year), "id")
        return {each["option"] for each in told["options"]}

    without = allocate_year(
        Desk(library),
        frame_of(library, []),
        enough(library, tmp_path, "tegal"),
        lambda _: library.policies["tegal/2023"],
        JANUARY,
    )
    assert named(without) == {"uang_kurang", "penerima_berjalan", "satu_per_keluarga"}
    assert named(allocated(library, tmp_path, [], 3)) == CHOICES.keys() - OF_SHARING
    divided = library.policies["pekalongan/2023-usulan"]
    whole = allocate_year(Desk(library), frame_of(library, []), enough(library, tmp_path), lambda _: divided, JANUARY)
    assert named(whole) == set(CHOICES)


# months in files


@pytest.mark.parametrize("months", ["{dari: 0, sampai: 3}", "{dari: 3, sampai: 0}", "{dari: 5, sampai: 4}"])
def test_months_that_are_none_are_a_fault(months: str, library: Library, tmp_path: Path) -> None:
    pot = f"{{id: apbd, sumber_dana: apbd, diterima: 1, bulan: {months}}}"
    text = f"kota: tegal\ntahun: 2023\nbenih: benih uji\nuang:\n  - {pot}\n"
    budget, faults = read_budget(text.encode(), tmp_path / "anggaran.yaml", library.vocabulary)
    assert budget is None and [fault.code for fault in faults] == ["budget-months"]


@pytest.mark.parametrize("name", ["hibah.csv", "hibah.parquet"])
@pytest.mark.parametrize(
    ("month", "rupiah"), [("2023-01", "banyak"), ("2023-13", "16800"), ("2023-00", "16800"), (None, "16800")]
)
def test_a_file_of_grants_with_a_cell_that_cannot_be_one_is_a_fault(
    name: str, month: str | None, rupiah: str, tmp_path: Path
) -> None:
    row = {"nik": "3375000000000001", "bulan": month, "uang": "apbd", "sumber_dana": "apbd", "penyedia": None}
    frame = pl.DataFrame([{**row, "rupiah": rupiah}])
    path = tmp_path / name
    frame.write_csv(path) if path.suffix == ".csv" else frame.write_parquet(path)
    faults: list[Diagnostic] = []
    assert read_granted(path, 2023, (), faults) is None
    assert [fault.code for fault in faults] == ["granted-file"]


def test_months_are_told_as_stretches() -> None:
    assert [stretches(mask, 2023) for mask in (0, mask_of(1, 12), mask_of(1, 1) | mask_of(3, 5))] == [
        "",
        "2023-01–2023-12",
        "2023-01, 2023-03–2023-05",
    ]
