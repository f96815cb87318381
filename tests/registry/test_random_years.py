"""Random rules, registries and budgets: what must hold of any allocation, and what a slow and obvious one gives."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.decision.decide import Desk
from engine.language.library import load, shipped
from engine.language.policy import Policy
from engine.registry.allocation import statement
from engine.registry.allocation.budget import CHOICES, Budget
from engine.registry.allocation.granted import read_granted
from engine.registry.allocation.invariants import assert_sound
from engine.registry.allocation.months import COUNT
from engine.registry.allocation.year import Year, allocate_year
from tests.random_policies import NUMBERS, WORDS, YES_NO, parse, random_policy
from tests.registry.people import VILLAGES as OF_CITIES
from tests.registry.people import budget_of, frame_of
from tests.registry.slow_year import slow_year

YEAR = 2023
LIBRARY = load(shipped())
VILLAGES = OF_CITIES["tegal"]
LIVED_IN = (*VILLAGES[:3], "33.76.04.1007")
SOURCES = ("apbd", "tjsl", "asn", "masyarakat")
PROVIDERS = ("perusahaan satu", "perusahaan dua")
MEASURES = ({"penduduk": "1"}, {"penduduk": "2", "miskin_ekstrem": "3"})
_GROUND = {"dasar": "asumsi", "catatan": "acak"}
seeds = st.integers(0, 2**63)


def rules(random: Random, name: str) -> tuple[Policy, dict[str, Any]]:
    """A random policy with criteria of registration, providers, a quota and priorities."""
    plain = random_policy(random)
    age = {"bunyi": "sesuatu", "syarat": {"usia": {"kurang_dari": "65"}}, "saat": "pendaftaran", **_GROUND}
    for group in plain["kelompok"]:
        group["kriteria"] = [*group["kriteria"][: random.choice([0, 1, 1, 2])], {"id": "umur", **age}]
        whoever = {
            "sumber_dana": random.choice(SOURCES),
            "bila": "selalu",
            "bulan": random.choice(["3", "tidak_diatur"]),
        }
        group["pendanaan"].insert(random.randint(0, 2), {**whoever, **_GROUND})
        for rule in group["pendanaan"]:
            if random.random() < 0.2:
                rule["penyedia"] = random.choice(PROVIDERS)
    if random.random() < 0.8:
        divided = {"per": "kelurahan", "menurut": random.choice(MEASURES)} if random.random() < 0.8 else {}
        plain["kuota"] = [
            {
                "tahun": str(YEAR),
                "jumlah": str(random.choice([0, 3, 10, 30, 200])),
                "arti": random.choice(["total", "tambahan"]),
                "metode": "sisa_terbesar",
                **divided,
                **_GROUND,
            }
        ]
    conditions = [
        {"miskin_ekstrem": "ya"},
        {"desil": {"paling_tinggi": "3"}},
        {"pekerjaan": {"termasuk": ["pemulung"]}},
    ]
    plain["prioritas"] = [
        {"id": f"prioritas{number}", "bila": condition, **_GROUND}
        for number, condition in enumerate(random.sample(conditions, random.randint(0, 3)))
    ]
    return parse(plain, LIBRARY, f"policies/tegal/{name}.yaml"), plain


def registry(random: Random, policies: list[Policy]) -> list[dict[str, Any]]:
    """Random people, of whom something of what the policies may ask is unknown."""
    people = []
    read = {name for policy in policies for name in (*YES_NO, *WORDS, *NUMBERS) if name in policy.content}
    for number in range(random.randint(0, 30)):
        one: dict[str, Any] = {
            "nik": f"33760{random.randint(0, 99):02d}{number:09d}",
            "no_kk": f"33760{random.randint(0, 12):011d}",
            "waktu_daftar": random.choice([None, "2022-12-05", "2022-12-05 08:30", "2022-12-01"]),
            "tanggal_lahir": date(
                random.choice([1957, 1958, 1980, 2005]), random.randint(1, 12), random.randint(1, 28)
            ),
            "penerima_berjalan": random.random() < 0.3,
            "kota": "tegal",
            "kelurahan": random.choice(LIVED_IN),
            "pekerjaan": random.choice(WORDS["pekerjaan"]),
            "hubungan_kerja": random.choice(WORDS["hubungan_kerja"]),
            "jabatan_rt": random.choice(WORDS["jabatan_rt"]),
            "jabatan_rw": random.choice(WORDS["jabatan_rw"]),
            "desil": random.randint(1, 10),
            **{name: random.random() < 0.6 for name in YES_NO},
        }
        for name in sorted(read & one.keys() - {"kota"}):
            if random.random() < 0.08:
                one[name] = None
        people.append(one)
    return people


def budget(random: Random, policies: list[Policy], folder: Path, moving: str = "tetap") -> Budget:
    pots = []
    lawful = [rule for policy in policies for group in policy.groups for rule in group.funding]
    for number in range(random.randint(1, 6)):
        rule = random.choice(lawful)
        pot = {"id": f"uang{number}", "sumber_dana": rule.source if random.random() < 0.9 else random.choice(SOURCES)}
        pot["diterima"] = str(random.choice([0, 5, 20, 60, 200]) * 16_800 + random.randint(0, 9_999))
        if rule.provider or random.random() < 0.3:
            pot["penyedia"] = rule.provider or random.choice(PROVIDERS)
        if random.random() < 0.4:
            first = random.randint(1, 12)
            pot["bulan"] = f"{{dari: {first}, sampai: {random.randint(first, 12)}}}"
        earmarks = [
            f"kelurahan: [{random.choice(LIVED_IN)}]",
            "pekerjaan: [tukang_becak, pemulung]",
            f"kelompok: [{random.choice([group.id for policy in policies for group in policy.groups])}]",
        ]
        if random.random() < 0.3:
            pot["untuk"] = "{" + ", ".join(random.sample(earmarks, random.randint(1, 2))) + "}"
        pots.append("  - {" + ", ".join(f"{key}: {value}" for key, value in pot.items()) + "}")
    measures = [
        f"  - {{kode: {code}, penduduk: {random.randint(0, 3)}, miskin_ekstrem: {random.randint(0, 3)}}}"
        for code in VILLAGES
    ]
    chosen = {name: random.choice(choices) for name, choices in CHOICES.items() if random.random() < 0.8}
    chosen["sisa_kuota"] = moving
    options = [f"  {name}: {choice}" for name, choice in chosen.items()]
    head = ["kota: tegal", f"tahun: {YEAR}", f"benih: benih {random.randint(0, 9)}", "uang:"]
    text = "\n".join([*head, *pots, "kelurahan:", *measures, "pilihan:", *options])
    return budget_of(text, LIBRARY, folder)


def hold(year: Year, people: list[dict[str, Any]], earlier: pl.DataFrame | None = None) -> None:
    """What must hold, counted from the tables that are written."""
    assert_sound(year)
    given = statement.grants(year)
    every = given if earlier is None else pl.concat([earlier, given])
    assert every.select("nik", "bulan").is_unique().all()
    spent = dict(every.group_by("uang").agg(pl.col("rupiah").sum()).iter_rows())
    for pot, line in zip(year.budget.pots, statement.pots(year).to_dicts(), strict=True):
        assert spent.get(pot.id, 0) <= pot.received
        assert pot.received == line["terpakai_sebelumnya"] + line["diberikan"] + line["sisa"]
        assert line["bulan_orang"] == (given["uang"] == pot.id).sum()
    home = {one["nik"]: one["kelurahan"] for one in people}
    for nik, month, name, source, provider, _ in given.iter_rows():
        pot = next(pot for pot in year.budget.pots if pot.id == name)
        assert (source, provider) == (pot.source, pot.provider)
        assert pot.months >> (int(month[5:]) - 1) & 1
        assert not pot.earmark.villages or home[nik] in pot.earmark.villages
    by_village = {line["kelurahan"]: line for line in statement.villages(year).to_dicts()}
    ongoing = {one["nik"] for one in people if one["penerima_berjalan"]}
    new = Counter(year.queue.codes[year.queue.line_of[home[nik]]] for nik in set(every["nik"]) - ongoing)
    if year.quota:
        if earlier is None or year.budget["sisa_kuota"] == "tetap":
            assert all(new[code] <= line["kuota"] + line["dipindah"] for code, line in by_village.items())
        assert sum(line["kuota"] for line in by_village.values()) == year.quota.amount
        assert sum(new.values()) <= year.quota.amount
        if year.budget["arti_kuota"] == "total" and year.budget["penerima_berjalan"] == "setara":
            assert len(set(every["nik"])) <= year.quota.amount
    told = statement.people(year)
    assert told.height == len(people)
    assert told["bulan_dibayar"].sum() == given.height == sum(int(COUNT[months].sum()) for _, months in year.paid.by)
    assert told["rupiah"].sum() == given["rupiah"].sum()


@settings(max_examples=60, deadline=None)
@given(seed=seeds)
def test_random_rules_give_what_one_decision_and_payment_after_the_other_gives(seed: int) -> None:
    random = Random(seed)
    versions = [rules(random, f"acak{number}") for number in range(random.randint(1, 2))]
    policies = [policy for policy, _ in versions]
    people = registry(random, policies)
    money = budget(random, policies, Path())
    start, change = (
        date(YEAR, random.choice([1, 1, 4, 12]), random.choice([1, 17])),
        date(YEAR, random.randint(2, 12), 1),
    )

    def chosen(day: date) -> tuple[Policy, dict[str, Any]]:
        return versions[0] if day < change else versions[-1]

    desk = Desk(LIBRARY)
    year = allocate_year(desk, frame_of(LIBRARY, people), money, lambda day: chosen(day)[0], start)
    hold(year, people)
    given = {tuple(row) for row in statement.grants(year).select("nik", "bulan", "uang").iter_rows()}
    assert given == slow_year(desk, people, money, chosen, start, VILLAGES)


@settings(max_examples=40, deadline=None)
@given(seed=seeds)
def test_a_second_run_of_the_year_pays_nothing_twice_and_no_order_of_rows_matters(seed: int) -> None:
    random = Random(seed)
    policy, _ = rules(random, "acak")
    people = registry(random, [policy])
    money = budget(random, [policy], Path(), random.choice(CHOICES["sisa_kuota"]))
    desk = Desk(LIBRARY)

    def run(order: list[dict[str, Any]], start: date, before: Any = None) -> Year:
        return allocate_year(desk, frame_of(LIBRARY, order), money, lambda _: policy, start, before)

    shuffled = random.sample(people, len(people))
    january, again = run(people, date(YEAR, 1, 1)), run(shuffled, date(YEAR, 1, 1))
    hold(january, people)
    for table in (statement.grants, statement.people, statement.pots, statement.villages):
        assert table(january).equals(table(again))
    earlier = statement.grants(january).filter(pl.col("bulan") < f"{YEAR}-{random.randint(1, 13):02d}")
    before = granted(earlier, money)
    hold(run(people, date(YEAR, random.randint(1, 12), 1), before), people, earlier)


def granted(grants: pl.DataFrame, money: Budget) -> Any:
    """What an earlier run granted, through the file that it writes."""
    import tempfile

    faults: list[Any] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "hibah.parquet")
        grants.write_parquet(path)
        found = read_granted(path, YEAR, money.pots, faults)
    assert not faults
    return found
