"""Random policies and people, as policy files and facts are written: the same seed gives the same."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from engine.language import schema, source
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.policy import Policy

_GROUND = {"dasar": "asumsi", "catatan": "acak"}
YES_NO = ("menerima_upah", "tulang_punggung", "peserta_aktif", "miskin_ekstrem")
WORDS = {
    "kota": ("tegal", "kab_tegal", "pekalongan", "kendal"),
    "jabatan_rt": ("ketua", "sekretaris", "bendahara", "anggota", "tidak_ada"),
    "jabatan_rw": ("ketua", "sekretaris", "bendahara", "anggota", "tidak_ada"),
    "pekerjaan": ("tukang_becak", "pemulung", "nelayan", "buruh_batik", "karyawan_swasta"),
    "hubungan_kerja": ("perusahaan", "orang_perseorangan", "luar_hubungan_kerja", "tidak_bekerja"),
    "kelurahan": ("33.76.01.1001", "33.76.04.1007", "33.76.02.1003"),
}
NUMBERS = {"usia": (15, 18, 40, 64, 65), "desil": (1, 3, 5, 10)}


def random_policy(random: Random, facts: int = 5) -> dict[str, Any]:
    """A policy over few facts: 1 to 3 groups, definitions, lists of every kind, funding with conditions."""
    pool = random.sample([*YES_NO, *WORDS, *NUMBERS], k=min(facts, random.randint(2, facts)))
    lists = {f"daftar{index}": _listing(random) for index in range(random.randint(0, 2)) if "pekerjaan" in pool}
    definitions: dict[str, Any] = {}
    for index in range(random.randint(0, 2)):
        definitions[f"definisi{index}"] = {
            "bunyi": "sesuatu",
            "syarat": _condition(random, pool, lists, definitions, 2),
            **_GROUND,
        }
    groups = [_group(random, index, pool, lists, definitions) for index in range(random.randint(1, 3))]
    policy = {
        "peraturan": {
            "kota": "tegal",
            "jenis": "perwal",
            "tentang": "kebijakan acak",
            "mengikat": "ya",
            "status": "berlaku",
            "naskah": "rekonstruksi",
            **_GROUND,
        },
        "berlaku": {"sejak": "2020-01-01", "diketahui_sampai": "2030-01-01", **_GROUND},
        "program": ["jkk", "jkm"],
        "kelompok": groups,
    }
    if definitions:
        policy["definisi"] = definitions
    if lists:
        policy["lampiran"] = lists
    return policy


def parse(policy: dict[str, Any], library: Library, path: str = "policies/tegal/acak.yaml") -> Policy:
    """The policy as the engine reads it from text."""
    faults: list[Diagnostic] = []
    node, unreadable = source.read(json.dumps(policy).encode(), path)
    assert node and not unreadable, unreadable
    parsed = schema.parse(node, library.vocabulary, library.documents, library.national, faults)
    assert parsed, faults
    return parsed


def random_facts(random: Random, values: dict[str, list[Any]], unknown: int) -> dict[str, Any]:
    """A person of whom at most so many of the read facts are unknown."""
    hidden = set(random.sample(sorted(values), k=min(len(values), random.randint(0, unknown))))
    return {fact: random.choice(choice) for fact, choice in values.items() if fact not in hidden}


def as_written(facts: dict[str, Any], values: dict[str, list[Any]]) -> dict[str, Any]:
    """Facts for the engine's door: what is unknown is said to be, so that nothing is presumed."""
    return {fact: facts.get(fact, "tidak_diketahui") for fact in values}


def _group(random: Random, index: int, pool: list[str], lists: Any, definitions: Any) -> dict[str, Any]:
    return {
        "id": f"kelompok{index}",
        "sebutan": {"id": "kelompok", "en": "group"},
        "segmen": "bpu",
        **_GROUND,
        "kriteria": [
            {
                "id": f"kriteria{number}",
                "bunyi": "sesuatu",
                "syarat": _condition(random, pool, lists, definitions, 3),
                **_GROUND,
            }
            for number in range(random.randint(1, 4))
        ],
        "pendanaan": [
            {
                "sumber_dana": random.choice(["apbd", "tjsl", "asn", "masyarakat"]),
                "bila": _condition(random, pool, lists, definitions, 2) if random.random() < 0.6 else "selalu",
                "bulan": random.choice(["3", "sampai_akhir_tahun_anggaran", "tidak_diatur"]),
                **_GROUND,
            }
            for _ in range(random.randint(0, 3))
        ],
    }


def _condition(random: Random, pool: list[str], lists: Any, definitions: Any, depth: int) -> Any:
    kind = random.random()
    if depth and kind < 0.45:
        parts = [_condition(random, pool, lists, definitions, depth - 1) for _ in range(random.randint(1, 3))]
        return {random.choice(["semua", "salah_satu"]): parts}
    if depth and kind < 0.6:
        return {"tidak": _condition(random, pool, lists, definitions, depth - 1)}
    if definitions and kind < 0.7:
        return {"definisi": random.choice(sorted(definitions))}
    return _question(random, random.choice(pool), lists)


def _question(random: Random, fact: str, lists: Any) -> Any:
    if fact in YES_NO:
        return {fact: random.choice(["ya", "tidak"])}
    if fact in NUMBERS:
        low, high = sorted(random.sample(NUMBERS[fact], 2))
        bounds = {"paling_rendah": low, "lebih_dari": low, "paling_tinggi": high, "kurang_dari": high}
        lower = random.choice(["paling_rendah", "lebih_dari", ""])
        upper = random.choice(["paling_tinggi", "kurang_dari", ""] if lower != "lebih_dari" else ["paling_tinggi", ""])
        chosen = [name for name in (lower, upper) if name] or ["sama_dengan"]
        return {fact: {name: str(bounds.get(name, low)) for name in chosen}}
    if fact == "pekerjaan" and lists and random.random() < 0.6:
        return {fact: {random.choice(["termasuk", "tidak_termasuk"]): f"lampiran.{random.choice(sorted(lists))}"}}
    words = WORDS[fact]
    if random.random() < 0.3:
        return {fact: random.choice(words)}
    chosen_words = random.sample(words, k=random.randint(1, len(words) - 1))
    return {fact: {random.choice(["termasuk", "tidak_termasuk"]): chosen_words}}


def _listing(random: Random) -> dict[str, Any]:
    kind = random.choice(["tertutup", "terbuka", "belum_lengkap"])
    words = list(WORDS["pekerjaan"])
    random.shuffle(words)
    listing: dict[str, Any] = {"daftar": kind, "isi": words[: random.randint(1, 3)], **_GROUND}
    if kind != "tertutup" and random.random() < 0.5:
        listing["bukan"] = words[3:4]
    return listing
