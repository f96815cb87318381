"""A year's allocation against the same thing done slowly, one person and one month after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest

from engine.decision.decide import Desk
from engine.decision.facts import person
from engine.language.library import Library
from engine.language.policy import Policy
from engine.language.regions import villages_of
from engine.registry.allocation import statement
from engine.registry.allocation.apportionment import apportion
from engine.registry.allocation.budget import Budget, pays, read_budget
from engine.registry.allocation.invariants import assert_sound
from engine.registry.allocation.year import allocate_year
from engine.registry.columns import schema_of
from tests.registry.slow_allocation import SlowOffer, SlowPerson, slow_allocate

PEKALONGAN = [code for code, _ in villages_of("33.75")]
TEGAL = [code for code, _ in villages_of("33.76")]


@dataclass
class Registry:
    written: list[dict[str, Any]]
    frame: pl.DataFrame


def registry(library: Library, people: list[dict[str, Any]]) -> Registry:
    schema = {name: kind for name, kind in schema_of(library.vocabulary).items() if name in library.vocabulary.facts}
    rows = [{name: _cell(value, schema[name]) for name, value in one.items()} for one in people]
    return Registry(people, pl.DataFrame(rows, schema=schema))


def _cell(value: Any, kind: pl.DataType) -> Any:
    return {True: "ya", False: "tidak"}[value] if isinstance(kind, pl.Enum) and isinstance(value, bool) else value


def somebody(random: Random, number: int, city: str, villages: list[str]) -> dict[str, Any]:
    born = random.choice([1958, 1959, 1975, 1990, 2004, 2005])
    return {
        "nik": f"33750{number:011d}",
        "no_kk": f"33750{random.randint(0, 20):011d}",
        "waktu_daftar": random.choice([None, "2023-01-05", "2023-01-05 08:30", "2022-12-01"]),
        "kota": city,
        "kelurahan": random.choice([*villages[:3], None]),
        "tanggal_lahir": date(born, random.randint(1, 12), random.randint(1, 28)),
        "pekerjaan": random.choice(["tukang_becak", "buruh_batik", "pemulung", "tukang_sampah", "karyawan_swasta"]),
        "hubungan_kerja": random.choice(["luar_hubungan_kerja"] * 4 + ["perusahaan", None]),
        "jabatan_rt": random.choice(["tidak_ada"] * 5 + ["ketua", "anggota", None]),
        "jabatan_rw": "tidak_ada",
        "jabatan_lpmk": "tidak_ada",
        "status_kepegawaian": random.choice(["bukan_pegawai"] * 6 + ["non_asn_pemda"]),
        "tulang_punggung": random.choice([True, True, False, None]),
        "miskin_ekstrem": random.choice([True, False, None]),
        "peserta_aktif": random.choice([False] * 5 + [True, None]),
        "penerima_berjalan": random.choice([False] * 3 + [True]),
    }


def budget_of(text: str, library: Library, tmp_path: Path) -> Budget:
    budget, faults = read_budget(text.encode(), tmp_path / "anggaran.yaml", library.vocabulary)
    assert budget, faults
    return budget


def random_budget(
    random: Random, city: str, year: int, villages: list[str], library: Library, tmp_path: Path
) -> Budget:
    pots = []
    for number, source in enumerate(random.choices(["apbd", "tjsl", "asn", "masyarakat"], k=random.randint(1, 4))):
        lines = [
            f"  - id: uang{number}",
            f"    sumber_dana: {source}",
            f"    diterima: {random.randint(0, 60) * 10_000}",
        ]
        if random.random() < 0.4:
            first = random.randint(1, 8)
            lines.append(f"    bulan: {{dari: {first}, sampai: {random.randint(first, 12)}}}")
        if random.random() < 0.4:
            lines.append(f"    untuk: {{kelurahan: [{random.choice(villages[:3])}]}}")
        elif random.random() < 0.2:
            lines.append("    untuk: {pekerjaan: [tukang_becak, pemulung]}")
        pots += lines
    measures = [
        f"  - {{kode: {code}, penduduk: {random.randint(0, 3) if number < 4 else 0}, miskin_ekstrem: 1, dtks: 1}}"
        for number, code in enumerate(villages)
    ]
    options = [
        f"  uang_kurang: {random.choice(['sebagian', 'lewati', 'berhenti'])}",
        f"  arti_kuota: {random.choice(['total', 'tambahan'])}",
        f"  penerima_berjalan: {random.choice(['didahulukan', 'setara'])}",
        f"  satu_per_keluarga: {random.choice(['tidak', 'ya'])}",
    ]
    head = [f"kota: {city}", f"tahun: {year}", "benih: benih uji", "uang:"]
    return budget_of("\n".join([*head, *pots, "kelurahan:", *measures, "pilihan:", *options]), library, tmp_path)


Chosen = Callable[[date], Policy | None]


def slowly(
    desk: Desk,
    people: list[dict[str, Any]],
    budget: Budget,
    chosen: Chosen,
    start: date,
    villages: list[str],
) -> set[tuple[str, str, str]]:
    """(identity, month, pot) by one decision a person and month, one payment after the other."""
    days = {month: start if month == start.month else date(budget.year, month, 1) for month in range(start.month, 13)}
    ordered = sorted(people, key=lambda one: _line(one, budget, chosen, start))
    slow: list[SlowPerson] = []
    rules: list[dict[int, list[Any]]] = []
    prices: list[list[int]] = []
    for one in ordered:
        new, going_on, its_rules, price = set[int](), set[int](), dict[int, list[Any]](), [0] * 12
        for month, day in days.items():
            policy = chosen(day)
            if policy is None:
                continue
            for ongoing, months in ((False, new), (True, going_on)):
                facts = person({**one, "penerima_berjalan": ongoing}, desk.library.vocabulary, day, [])
                decision = desk.decide(policy, facts, day)
                if decision.outcome == "eligible":
                    months.add(month - 1)
                    if month - 1 not in its_rules or not ongoing:
                        paying = [p for p in decision.funding if p.result == "met"]
                        its_rules[month - 1] = [p.rule for p in paying]
                        group = decision.group
                        amount = group and (
                            group.monthly_idr
                            or desk.library.national.monthly_idr(
                                group.segment, policy.programs, date(budget.year, month, 1)
                            )
                        )
                        price[month - 1] = amount or 0
        if one["penerima_berjalan"] and start.month - 1 in going_on:
            new.add(start.month - 1)
        going_on |= new
        modelled = {month for month in new | going_on if price[month]}
        village = villages.index(one["kelurahan"]) if one["kelurahan"] in villages else None
        if village is None:
            modelled = set()
        slow.append(SlowPerson(new & modelled, going_on & modelled, set(), False, village, len(slow), False))
        rules.append(its_rules)
        prices.append(price)
    for number, (one, each) in enumerate(zip(ordered, slow, strict=True)):
        keeps = budget["penerima_berjalan"] == "didahulukan" and one["penerima_berjalan"]
        each.holds_place = bool(keeps and each.village is not None and _claims(each))
        assert number == each.tariff
    if budget["satu_per_keluarga"] == "ya":
        _one_a_family(ordered, slow)
    places = _places(budget, chosen(start), slow, villages)
    offers = _offers(budget, ordered, rules)
    money = [pot.received for pot in budget.pots]
    slow_allocate(slow, prices, offers, money, places, budget["uang_kurang"])
    return {
        (one["nik"], f"{budget.year}-{month + 1:02d}", budget.pots[pot].id)
        for one, each in zip(ordered, slow, strict=True)
        for month, pot in each.got.items()
    }


def _claims(one: SlowPerson) -> bool:
    return bool(one.new or (one.before and 0 in one.going_on))


def _one_a_family(ordered: list[dict[str, Any]], slow: list[SlowPerson]) -> None:
    first: dict[str, int] = {}
    for holders in (True, False):
        for number, (one, each) in enumerate(zip(ordered, slow, strict=True)):
            if each.holds_place == holders and _claims(each):
                first.setdefault(one["no_kk"], number)
    for number, (one, each) in enumerate(zip(ordered, slow, strict=True)):
        if _claims(each) and first[one["no_kk"]] != number:
            each.new, each.going_on = set(), set()


def _places(budget: Budget, policy: Policy | None, slow: list[SlowPerson], villages: list[str]) -> list[int] | None:
    quota = next((q for q in policy.quotas if q.year == budget.year), None) if policy else None
    if quota is None:
        return None
    from fractions import Fraction

    shares = dict.fromkeys(villages, Fraction(0))
    for name, weight in quota.weights:
        total = sum(budget.measures[code][name] for code in villages)
        for code in villages:
            shares[code] += Fraction(weight * budget.measures[code][name], total) if total else Fraction(0)
    full = apportion(quota.amount, shares)
    held = [sum(each.holds_place and each.village == number for each in slow) for number in range(len(villages))]
    on_top = budget["arti_kuota"] == "tambahan"
    return [full[code] if on_top else max(full[code] - held[n], 0) for n, code in enumerate(villages)]


def _offers(budget: Budget, ordered: list[dict[str, Any]], rules: list[dict[int, list[Any]]]) -> list[SlowOffer]:
    found = []
    steps = max((len(each) for of in rules for each in of.values()), default=0)
    for step in range(steps):
        named = dict.fromkeys(
            (each[step].source, each[step].provider, each[step].months if isinstance(each[step].months, int) else None)
            for of in rules
            for each in of.values()
            if len(each) > step
        )
        assert len({rule[0] for rule in named}) <= 1, "one source a step, or the order of sources would matter here"
        for source, provider, most in named:
            left = [12 if most is None else most] * len(ordered)
            for number, pot in enumerate(budget.pots):
                if not pays(pot, source, provider):
                    continue
                months = []
                for one, of in zip(ordered, rules, strict=True):
                    meant = not pot.earmark.villages or one["kelurahan"] in pot.earmark.villages
                    meant = meant and (not pot.earmark.occupations or one["pekerjaan"] in pot.earmark.occupations)
                    months.append(
                        {
                            m
                            for m, each in of.items()
                            if meant and len(each) > step and each[step].source == source and pot.months >> m & 1
                        }
                    )
                found.append(SlowOffer(number, months, left))
    return found


def _line(one: dict[str, Any], budget: Budget, chosen: Chosen, start: date) -> tuple[Any, ...]:
    first = [0 if one["penerima_berjalan"] else 2] if budget["penerima_berjalan"] == "didahulukan" else []
    ranks = {True: 0, None: 1, False: 2}
    policy = chosen(start)
    ranked = [ranks[one[priority.id]] for priority in policy.priorities] if policy else []
    time = one["waktu_daftar"]
    seconds = (
        float("inf")
        if time is None
        else date.fromisoformat(time[:10]).toordinal() * 86_400 + (30_600 if time[10:] else 0)
    )
    return (*first, *ranked, seconds, _lot(int(one["nik"]), budget.seed), one["nik"])


def _lot(identity: int, seed: str) -> int:
    digest = hashlib.sha256(seed.encode()).digest()
    prime = 2**31 - 1
    high, low = divmod(identity, 10**8)
    for number in range(4):
        key = int.from_bytes(digest[4 * number : 4 * number + 4], "big") % prime
        high, low = low, (high + pow(low + key, 5, prime)) % prime
    return high * 2**31 + low


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("name", ["pekalongan/2023-usulan", "tegal/2023"])
def test_a_year_is_what_one_decision_and_payment_after_the_other_gives(
    name: str, part: int, library: Library, tmp_path: Path
) -> None:
    random = Random(f"{name} {part}")
    policy = library.policies[name]
    villages = PEKALONGAN if policy.city == "pekalongan" else TEGAL
    desk = Desk(library)
    for _ in range(5):
        people = [somebody(random, number, policy.city, villages) for number in range(random.randint(0, 40))]
        budget = random_budget(random, policy.city, 2023, villages, library, tmp_path)
        start = date(2023, random.choice([1, 1, 4, 7]), random.choice([1, 15]))
        year = allocate_year(desk, registry(library, people).frame, budget, lambda _: policy, start)
        assert_sound(year)
        given = {tuple(row) for row in statement.grants(year).select("nik", "bulan", "uang").iter_rows()}
        assert given == slowly(desk, people, budget, lambda _: policy, start, villages)
