"""The monthly cycle: a year of months against a slow bookkeeping."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from engine.language.library import Library
from engine.registry.allocation.budget import CHOICES
from tests.registry.month_by_month import City
from tests.registry.people import VILLAGES, random_budget, somebody
from tests.registry.slow_month import Happened

RECEIVED = range(100_000, 3_200_001, 20_000)
OPTIONS = {
    "uang_kurang": CHOICES["uang_kurang"],
    "penerima_berjalan": CHOICES["penerima_berjalan"],
    "arti_kuota": ("total",),
}


def random_changes(random: Random, city: str, month: int, *groups: list[str]) -> list[Happened]:
    """A few changes for each group of people, some of them reported late."""
    found = []
    people = [nik for group in groups for nik in random.sample(group, min(len(group), random.randint(0, 4)))]
    for nik in people:
        day = date(2023, random.randint(max(month - 2, 1), month), random.randint(1, 28))
        choices: list[tuple[str, dict[str, Any]]] = [
            ("meninggal", {}),
            ("mengundurkan_diri", {}),
            ("kembali", {}),
            ("pindah", {"kelurahan": random.choice(VILLAGES[city][:3]), "kota": city}),
            ("pindah", {"kota": "kab_tegal", "kelurahan": None}),
            ("pekerjaan_baru", {"hubungan_kerja": "perusahaan", "pekerjaan": "karyawan_swasta"}),
            ("pekerjaan_baru", {"hubungan_kerja": "luar_hubungan_kerja", "pekerjaan": "tukang_becak"}),
            ("jabatan_berakhir", {"jabatan_rt": "tidak_ada"}),
            ("peserta_lain", {"peserta_aktif": True}),
            ("pembetulan", {"hubungan_kerja": None}),
        ]
        kind, facts = random.choice(choices)
        found.append(Happened(nik, kind, day, dict(facts)))
    return found


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize(
    ("name", "per"),
    [("pekalongan/2023-usulan", "kelurahan"), ("pekalongan/2023-usulan", None), ("tegal/2023", None)],
    ids=["quota of villages", "quota of the city", "no quota"],
)
def test_a_year_of_months_is_what_a_slow_bookkeeping_gives(
    name: str, per: str | None, part: int, library: Library, tmp_path: Path
) -> None:
    random = Random(f"{name} {part}")
    policy = library.policies[name]
    if policy.quotas:
        small = tuple(replace(quota, amount=random.randint(6, 25), per=per) for quota in policy.quotas)
        policy = replace(policy, quotas=small)
        library = replace(library, policies={**library.policies, name: policy})
    people = [somebody(random, number, policy.city) for number in range(random.randint(15, 50))]
    city = City(name, people, random_budget(random, policy.city, library, tmp_path, RECEIVED, OPTIONS), library)
    for number in range(1, 13):
        new = random_changes(random, policy.city, number, sorted(city.people), sorted(city.last.roster["nik"]))
        found = city.month(number, new)
        slow = city.slowly(number)
        pots = [pot.id for pot in city.budget.pots]
        expected = {(nik, f"2023-{m:02d}", pots[pot]) for (nik, m), pot in slow.book.items()}
        assert {tuple(row) for row in found.ledger.select("nik", "bulan", "uang").iter_rows()} == expected, number
        assert set(found.roster["nik"]) == slow.roster
        assert {nik: e.instead_of for nik, e in found.entries.items() if e.instead_of} == slow.instead_of
        city.go_on(found)
