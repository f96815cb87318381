"""Made-up people of a city and budgets for them, as intake and the reader of budgets leave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl

from engine.language.library import Library
from engine.language.regions import villages_of
from engine.registry.allocation.budget import Budget, read_budget
from engine.registry.columns import schema_of

REGIONS = {"kendal": "33.24", "pekalongan": "33.75", "sukabumi": "32.72", "tegal": "33.76"}
VILLAGES = {city: [code for code, _ in villages_of(region)] for city, region in REGIONS.items()}
FEW = 3
"""The random people live in the first villages, so that they meet in one line."""


def driver(nik: str, city: str, village: str | None, **facts: Any) -> dict[str, Any]:
    """A pedicab driver for himself, in no office and in no other membership."""
    return {
        "nik": nik,
        "kota": city,
        "kelurahan": village,
        "tanggal_lahir": date(1985, 5, 5),
        "pekerjaan": "tukang_becak",
        "hubungan_kerja": "luar_hubungan_kerja",
        "jabatan_rt": "tidak_ada",
        "jabatan_rw": "tidak_ada",
        "jabatan_lpmk": "tidak_ada",
        "status_kepegawaian": "bukan_pegawai",
        "peserta_aktif": False,
        **facts,
    }


def somebody(random: Random, number: int, city: str) -> dict[str, Any]:
    """Anybody, more often eligible than not, of whom something may be unknown."""
    born = random.choice([1958, 1959, 1975, 1990, 2004, 2005])
    return driver(
        f"33750{number:011d}",
        city,
        random.choice([*(VILLAGES[city][:FEW] * 4), None]),
        no_kk=f"33750{random.randint(0, 20):011d}",
        waktu_daftar=random.choice([None, "2022-11-05", "2022-11-05 08:30", "2022-12-01"]),
        tanggal_lahir=date(born, random.randint(1, 12), random.randint(1, 28)),
        pekerjaan=random.choice(["tukang_becak"] * 9 + ["buruh_batik", "pemulung", "tukang_sampah", "karyawan_swasta"]),
        hubungan_kerja=random.choice(["luar_hubungan_kerja"] * 14 + ["perusahaan", None]),
        jabatan_rt=random.choice(["tidak_ada"] * 10 + ["ketua", "ketua", "anggota", None]),
        status_kepegawaian=random.choice(["bukan_pegawai"] * 16 + ["non_asn_pemda"]),
        tulang_punggung=random.choice([True] * 12 + [False, None]),
        miskin_ekstrem=random.choice([True, False, None]),
        peserta_aktif=random.choice([False] * 16 + [True, None]),
        penerima_berjalan=random.choice([False] * 4 + [True]),
    )


def frame_of(library: Library, people: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """The people as a registry; what nobody says of them is unknown."""
    schema = schema_of(library.vocabulary)
    return pl.DataFrame(
        [{name: _cell(value, schema[name]) for name, value in one.items()} for one in people], schema=schema
    )


def _cell(value: Any, kind: pl.DataType) -> Any:
    return {True: "ya", False: "tidak"}[value] if isinstance(kind, pl.Enum) and isinstance(value, bool) else value


def budget_of(text: str, library: Library, folder: Path) -> Budget:
    budget, faults = read_budget(text.encode(), folder / "anggaran.yaml", library.vocabulary)
    assert budget, faults
    return budget


def random_budget(
    random: Random, city: str, library: Library, folder: Path, received: range, options: Mapping[str, Sequence[str]]
) -> Budget:
    """One to four pots for the year 2023 of so many rupiah each, and one of the choices of each option."""
    codes = VILLAGES[city]
    pots = []
    for number, source in enumerate(
        random.choices(["apbd", "apbd", "tjsl", "asn", "masyarakat"], k=random.randint(1, 4))
    ):
        lines = [f"  - id: uang{number}", f"    sumber_dana: {source}", f"    diterima: {random.choice(received)}"]
        if random.random() < 0.4:
            first = random.randint(1, 8)
            lines.append(f"    bulan: {{dari: {first}, sampai: {random.randint(first, 12)}}}")
        if random.random() < 0.3:
            lines.append(f"    untuk: {{kelurahan: [{random.choice(codes[:FEW])}]}}")
        elif random.random() < 0.2:
            lines.append("    untuk: {pekerjaan: [tukang_becak, pemulung]}")
        pots += lines
    measures = [
        f"  - {{kode: {code}, penduduk: {random.randint(0, 3) * (n < FEW)}, miskin_ekstrem: {(n < FEW) * 1}, dtks: 1}}"
        for n, code in enumerate(codes)
    ]
    chosen = [f"  {name}: {random.choice(choices)}" for name, choices in options.items()]
    head = [f"kota: {city}", "tahun: 2023", "benih: benih uji", "uang:"]
    return budget_of("\n".join([*head, *pots, "kelurahan:", *measures, "pilihan:", *chosen]), library, folder)
