"""Made-up donors and the workers of their cities, and a plan for them."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from engine.decision.decide import Desk
from engine.language.library import Library, load, shipped
from engine.language.policy import DonorScheme
from engine.registry.donors import tables
from engine.registry.donors.plan import Asked, Plan, plan
from engine.registry.donors.reading import read_donors
from engine.registry.synth.numbers import nip
from tests.registry.people import VILLAGES, driver, frame_of

POLICIES = {"kendal": "kendal/2022-se-400-4450", "sukabumi": "sukabumi/2024-se", "tegal": "tegal/2023"}
STARTS = {"kendal": date(2023, 1, 1), "sukabumi": date(2024, 4, 1), "tegal": date(2023, 1, 1)}
HEADINGS = (
    "nip", "nama", "perangkat_daerah", "status", "jumlah_pekerja", "dari", "sampai", "bulan", "persetujuan",
    "tanggal_persetujuan", "dicabut", "pekerja_dipilih", "sintetis",
)  # fmt: skip


@cache
def desk() -> Desk:
    """One for all tests, so that a program is made ready once."""
    return Desk(load(shipped()))


def donor(number: int, **cells: object) -> dict[str, object]:
    return {
        "nip": nip(number),
        "nama": f"Donatur Sintetis {number}",
        "perangkat_daerah": "Dinas Kesehatan",
        "status": "pns",
        "persetujuan": "ya",
        "tanggal_persetujuan": "2022-12-20",
        "sintetis": "ya",
        **cells,
    }


def written(donors: list[dict[str, object]], path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, HEADINGS)
        lines.writeheader()
        lines.writerows(donors)
    return path


def nik(number: int) -> str:
    return f"3324{number:012d}"


def worker(number: int, city: str = "kendal", **facts: Any) -> dict[str, Any]:
    """Somebody whom a donor of the city may pay for."""
    at_home = {
        "pekerjaan": "asisten_rumah_tangga",
        "hubungan_kerja": "orang_perseorangan",
        "hubungan_asn": "pekerja_rumah_tangga",
    }
    told = {
        "nama": f"Warga Sintetis {number}",
        "waktu_daftar": f"2022-11-{number % 28 + 1:02}",
        "menerima_upah": city == "sukabumi",
        "usaha_sendiri": city != "sukabumi",
        **(at_home if city == "sukabumi" else {"hubungan_asn": "tidak_ada"}),
    }
    return driver(nik(number), city, VILLAGES[city][0], **{**told, **facts})


def scheme(library: Library, city: str) -> DonorScheme:
    return library.policies[POLICIES[city]].donors[0]


def asked(library: Library, city: str = "kendal", **changes: Any) -> Asked:
    policy = library.policies[POLICIES[city]]
    plain = Asked(policy, policy.donors[0], lambda _: policy, STARTS[city], None, "benih", False, STARTS[city], "asn")
    return replace(plain, **changes)


def planned(
    library: Library,
    donors: list[dict[str, object]],
    workers: list[dict[str, Any]],
    tmp_path: Path,
    city: str = "kendal",
    before: frozenset[tuple[str, str]] = frozenset(),
    **changes: Any,
) -> Plan:
    question = asked(library, city, **changes)
    listed = read_donors(written(donors, tmp_path / "donatur.csv"), question.scheme)
    return plan(desk(), frame_of(library, workers), listed, question, None, before)


def pairs_of(found: Plan) -> dict[str, tuple[str, str]]:
    """Donor and basis by worker."""
    return {row["nik"]: (row["nip"], row["dasar"]) for row in tables.pairs(found).iter_rows(named=True)}


def random_case(city: str, seed: str) -> tuple[list[dict[str, object]], list[dict[str, Any]]]:
    random = Random(seed)
    year = STARTS[city].year
    numbers = range(1, random.randint(2, 14))
    workers = [
        worker(
            number,
            city,
            nip_donatur=random.choice([None, None, nip(random.choice([*numbers, 99]))]),
            tanggal_lahir=random.choice([date(1985, 5, 5), date(1958, 9, 9), date(2005, 8, 1)]),
            penerima_berjalan=random.random() < 0.2,
            peserta_aktif=random.choice([False, False, False, True, None]),
        )
        for number in range(1, random.randint(2, 20))
    ]
    donors = [
        donor(
            number,
            perangkat_daerah=random.choice(["Dinas Kesehatan", "DINAS KESEHATAN", "Dinas Pendidikan"]),
            status=random.choice(["pns", "pppk", "non_pns"]),
            jumlah_pekerja=random.choice(["", 1, 2, 4]),
            dari=random.choice(["", f"{year}-05"]),
            bulan=random.choice(["", 2, 12]),
            persetujuan=random.choice(["ya", "ya", "ya", "tidak", ""]),
            tanggal_persetujuan=random.choice([f"{year - 1}-12-01", f"{year}-04-20", ""]),
            dicabut=random.choice(["", "", f"{year}-08-01"]),
            pekerja_dipilih="; ".join(nik(one) for one in random.sample(range(1, 25), random.choice([0, 0, 1, 2]))),
        )
        for number in numbers
    ]
    return donors, workers
