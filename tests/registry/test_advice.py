"""The advice beside an allocation against trying everything, and what it says stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from engine.decision.decide import Desk
from engine.decision.facts import person
from engine.language.library import Library
from engine.registry.advice.advice import Advice, Gain, advice_form, advise
from engine.registry.allocation.allocate import payable_months
from engine.registry.allocation.budget import Budget, Earmark
from engine.registry.allocation.months import ALL
from engine.registry.allocation.year import Year, allocate_year
from tests.registry.people import VILLAGES, budget_of, driver, frame_of

TARIFF = 16_800
PEKALONGAN, TEGAL = VILLAGES["pekalongan"], VILLAGES["tegal"]
CITIES = {"tegal/2023": ("tegal", TEGAL), "pekalongan/2023-usulan": ("pekalongan", PEKALONGAN)}


def worker(number: int, city: str, village: str, **facts: Any) -> dict[str, Any]:
    told = {
        "waktu_daftar": f"2023-01-{number % 28 + 1:02}",
        "tulang_punggung": True,
        "miskin_ekstrem": True,
        "penerima_berjalan": False,
    }
    return driver(f"33750{number:011d}", city, village, **{**told, **facts})


def budget(city: str, pots: list[str], villages: list[str], library: Library, tmp_path: Path) -> Budget:
    measures = [
        f"  - {{kode: {code}, penduduk: {int(number < 2)}, miskin_ekstrem: {int(number < 2)}, dtks: 1}}"
        for number, code in enumerate(villages)
    ]
    lines = [f"kota: {city}", "tahun: 2023", "benih: benih uji", "uang:", *pots, "kelurahan:", *measures]
    return budget_of("\n".join(lines), library, tmp_path)


def pot(name: str, source: str, months: int, extra: str = "") -> str:
    return f"  - {{id: {name}, sumber_dana: {source}, diterima: {months * TARIFF}{extra}}}"


@dataclass
class Case:
    desk: Desk
    policy: Any
    people: list[dict[str, Any]]
    year: Year
    advice: Advice


def case(
    library: Library, name: str, people: list[dict[str, Any]], money: Budget, start: date, quota: int | None = None
) -> Case:
    policy = library.policies[name]
    if quota is not None:
        policy = replace(policy, quotas=tuple(replace(one, amount=quota) for one in policy.quotas))
    desk = Desk(library)
    year = allocate_year(desk, frame_of(library, people), money, lambda _: policy, start)
    return Case(desk, policy, people, year, advise(year))


def tried(one: Case, lifted: frozenset[str] = frozenset(), no_quota: bool = False) -> tuple[int, int]:
    """The most person-months, and the most people who are not paid now and get all their months, by trying all ways;
    whoever is paid now keeps every month. `lifted` are pots without earmark and months."""
    year = one.year
    pots = [replace(pot, earmark=NOBODY, months=ALL) if pot.id in lifted else pot for pot in year.budget.pots]
    by_nik = {each["nik"]: each for each in one.people}
    wanted = payable_months(year.claims) | year.paid.months
    cells: list[tuple[int, int, tuple[int, ...], bool]] = []
    for row, nik in enumerate(year.people["nik"]):
        for month in range(12):
            if not int(wanted[row]) >> month & 1:
                continue
            day = year.start if month + 1 == year.start.month else date(2023, month + 1, 1)
            facts = person(by_nik[nik], one.desk.library.vocabulary, day, [])
            decision = one.desk.decide(one.policy, facts, day)
            lawful = {payment.rule.source for payment in decision.funding if payment.result == "met"}
            allowed = tuple(
                number
                for number, pot in enumerate(pots)
                if pot.source in lawful and pot.months >> month & 1 and meant(pot.earmark, by_nik[nik])
            )
            cells.append((row, month, allowed, bool(int(year.paid.months[row]) >> month & 1)))
    capacity = tuple(pot.received // TARIFF for pot in pots)
    free = None if year.queue.free is None or no_quota else year.queue.free.tolist()
    most_months = most_people = -1
    for months, people in ways(cells, capacity, year, free, wanted):
        most_months, most_people = max(most_months, months), max(most_people, people)
    return most_months, most_people


NOBODY = Earmark(frozenset(), frozenset(), frozenset())


def meant(earmark: Earmark, one: dict[str, Any]) -> bool:
    village = not earmark.villages or one["kelurahan"] in earmark.villages
    return village and (not earmark.occupations or one["pekerjaan"] in earmark.occupations)


def ways(
    cells: list[tuple[int, int, tuple[int, ...], bool]],
    capacity: tuple[int, ...],
    year: Year,
    free: list[int] | None,
    wanted: Any,
) -> Iterator[tuple[int, int]]:
    """Months and new people of every choice of months that the pots can pay."""
    optional = [number for number, cell in enumerate(cells) if not cell[3]]
    for choice in product((False, True), repeat=len(optional)):
        chosen = [cell for number, cell in enumerate(cells) if cell[3] or choice[optional.index(number)]]
        if not payable(tuple(cell[2] for cell in chosen), capacity):
            continue
        got: dict[int, int] = {}
        for row, month, _, _ in chosen:
            got[row] = got.get(row, 0) | 1 << month
        if free is not None:
            new = [row for row in got if not year.paid.place[row]]
            in_village = [sum(int(year.claims.village[row]) == number for row in new) for number in range(len(free))]
            if any(number > places for number, places in zip(in_village, free, strict=True)):
                continue
        full = [row for row, mask in got.items() if mask == int(wanted[row]) and not year.paid.months[row]]
        yield len(chosen), len(full)


@lru_cache(maxsize=100_000)
def payable(cells: tuple[tuple[int, ...], ...], capacity: tuple[int, ...]) -> bool:
    if not cells:
        return True
    first, rest = cells[0], cells[1:]
    return any(
        payable(rest, (*capacity[:pot], capacity[pot] - 1, *capacity[pot + 1 :])) for pot in first if capacity[pot]
    )


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("name", sorted(CITIES))
def test_the_bound_holds_and_is_met_where_months_alone_bind(
    name: str, part: int, library: Library, tmp_path: Path
) -> None:
    random = Random(f"{name} {part}")
    city, villages = CITIES[name]
    for _ in range(4):
        people = [
            worker(
                number,
                city,
                random.choice(villages[:2]),
                pekerjaan=random.choice(["tukang_becak", "pemulung", "buruh_batik"]),
                penerima_berjalan=random.random() < 0.2,
            )
            for number in range(random.randint(1, 5))
        ]
        source = "apbd" if city == "pekalongan" else None
        pots = [
            pot(
                f"uang{number}",
                source or random.choice(["apbd", "tjsl", "masyarakat"]),
                random.randint(0, 4),
                random.choice(
                    [
                        "",
                        f", untuk: {{kelurahan: [{random.choice(villages[:2])}]}}",
                        ", untuk: {pekerjaan: [pemulung]}",
                        ", bulan: {dari: 12, sampai: 12}",
                    ]
                ),
            )
            for number in range(random.randint(1, 3))
        ]
        quota = random.choice([1, 2, 4]) if city == "pekalongan" else None
        money = budget(city, pots, villages, library, tmp_path)
        found = case(library, name, people, money, date(2023, 11, 1), quota)
        advice, (months, full) = found.advice, tried(found)
        best = advice.paid_months + advice.more.months
        assert best >= months and advice.more.people >= full
        if quota is None:
            assert best == months
        gains = {f"{barrier.kind} {barrier.name}": barrier.gain.months for barrier in advice.barriers}
        for one in found.year.budget.pots:
            both = one.earmark != NOBODY and one.months != ALL
            if quota is None and not both and (one.earmark != NOBODY or one.months != ALL):
                kind = "earmark" if one.earmark != NOBODY else "months"
                more = tried(found, frozenset({one.id}))[0] - months
                assert gains.get(f"{kind} {one.id}", 0) == more


def test_money_that_is_earmarked_for_nobody_is_named_with_what_lifting_it_gives(
    library: Library, tmp_path: Path
) -> None:
    people = [worker(number, "tegal", TEGAL[0]) for number in range(5)]
    pots = [pot("kota", "apbd", 24), pot("lain", "tjsl", 30, f", untuk: {{kelurahan: [{TEGAL[1]}]}}")]
    money = budget("tegal", pots, TEGAL, library, tmp_path)
    advice = case(library, "tegal/2023", people, money, date(2023, 1, 1)).advice
    assert (advice.paid_months, advice.more) == (24, Gain(0, 0))
    assert [(barrier.kind, barrier.name, barrier.gain) for barrier in advice.barriers] == [
        ("earmark", "lain", Gain(30, 2))
    ]
    said = advice_form(advice, "en")
    assert said["advice"].startswith("Advice, not the order")
    assert "30 more person-months (2 people)" in said["in_the_way"][0]["message"]


def test_money_spent_on_people_whom_another_pot_is_for_could_reach_more(library: Library, tmp_path: Path) -> None:
    people = [worker(0, "tegal", TEGAL[1]), worker(1, "tegal", TEGAL[0])]
    pots = [pot("kota", "apbd", 12), pot("lain", "tjsl", 12, f", untuk: {{kelurahan: [{TEGAL[1]}]}}")]
    money = budget("tegal", pots, TEGAL, library, tmp_path)
    advice = case(library, "tegal/2023", people, money, date(2023, 1, 1)).advice
    assert (advice.paid_months, advice.more) == (12, Gain(12, 1))
    assert advice.barriers == ()


def test_a_full_quota_is_named_with_its_villages(library: Library, tmp_path: Path) -> None:
    people = [worker(number, "pekalongan", PEKALONGAN[number % 2]) for number in range(8)]
    money = budget("pekalongan", [pot("kota", "apbd", 72)], PEKALONGAN, library, tmp_path)
    found = case(library, "pekalongan/2023-usulan", people, money, date(2023, 1, 1), quota=2)
    assert (found.advice.paid_months, found.advice.more) == (24, Gain(0, 0))
    named = {(barrier.kind, barrier.name): barrier.gain for barrier in found.advice.barriers}
    assert named == {
        ("quota", ""): Gain(48, 4),
        ("village", PEKALONGAN[0]): Gain(36, 3),
        ("village", PEKALONGAN[1]): Gain(36, 3),
    }


def test_the_same_advice_whatever_the_order_of_the_rows(library: Library, tmp_path: Path) -> None:
    random = Random(7)
    people = [
        worker(number, "tegal", random.choice(TEGAL[:3]), pekerjaan=random.choice(["pemulung", "tukang_becak"]))
        for number in range(40)
    ]
    pots = [pot("kota", "apbd", 100), pot("lain", "tjsl", 90, ", untuk: {pekerjaan: [pemulung]}")]
    money = budget("tegal", pots, TEGAL, library, tmp_path)
    first = case(library, "tegal/2023", people, money, date(2023, 1, 1)).advice
    random.shuffle(people)
    assert case(library, "tegal/2023", people, money, date(2023, 1, 1)).advice == first
