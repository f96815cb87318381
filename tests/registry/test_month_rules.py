"""The monthly cycle: each rule on a few made-up people, and the days that count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from engine.language.condition import Among
from engine.language.diagnostic import Place
from engine.language.library import Library
from engine.language.policy import Policy
from engine.registry.allocation.budget import Earmark, Pot
from engine.registry.monthly.dates import Calendar, Month, month_of
from engine.registry.monthly.keeping import OverCommitted
from engine.registry.monthly.month import Strangers
from engine.registry.monthly.warnings import arrears, ending
from tests.registry.month_by_month import BUDGET, City, nik, seven, worker
from tests.registry.people import budget_of
from tests.registry.slow_month import Happened


@pytest.fixture
def city(library: Library, tmp_path: Path) -> City:
    return seven(library, tmp_path)


def test_a_run_becomes_the_roster_of_its_first_month(city: City) -> None:
    january = city.month(1, [])
    assert january.roster.select("nik", "uang", "rupiah", "sejak", "sampai_bulan", "kelompok").rows() == [
        (nik(1), "apbd", 16_800, "2023-01", None, "pekerja_rentan"),
        (nik(2), "apbd", 16_800, "2023-01", None, "pekerja_rentan"),
        (nik(3), "apbd", 16_800, "2023-01", None, "pekerja_rentan"),
        (nik(4), "csr", 16_800, "2023-01", "2023-06", "pekerja_rentan"),
    ]
    assert {entry.why for entry in january.entries.values()} == {"janji"}
    assert january.waiting["nik"].to_list() == [nik(6), nik(7), nik(5)]


def test_a_death_ends_support_with_its_month_and_the_next_of_the_same_village_and_money_follows(city: City) -> None:
    city.go_on(city.month(1, []))
    february = city.month(2, [Happened(nik(2), "meninggal", date(2023, 2, 10))])
    assert nik(2) in set(february.roster["nik"]), "the month of the event is still paid"
    city.go_on(february)
    march = city.month(3, [])
    reason = march.left[nik(2)]
    assert (reason.code, reason.event and reason.event.day) == ("meninggal", date(2023, 2, 10))
    assert march.entries[nik(5)].instead_of == nik(2), "5 is of the village of 2, though 6 would come first"
    assert march.ledger.filter(pl.col("nik") == nik(5))["bulan"].to_list() == [f"2023-{m:02d}" for m in range(3, 13)]
    assert march.roster.filter(pl.col("nik") == nik(5))["sejak"].to_list() == ["2023-03"]


def test_the_policy_decides_after_a_change_and_names_the_article(city: City) -> None:
    city.go_on(city.month(1, []))
    new = [
        Happened(nik(1), "upah", date(2023, 1, 20), {"menerima_upah": True}),
        Happened(nik(3), "peserta_lain", date(2023, 1, 20), {"peserta_aktif": True}),
    ]
    february = city.month(2, new)
    assert nik(1) in set(february.roster["nik"]), "a wage alone does not matter to this regulation"
    reason = february.left[nik(3)]
    assert reason.code == "tidak_berhak_asumsi", "the criterion is an assumption: never printed as a refusal"
    assert [f.criterion.article for f in reason.failed] == ["5 ayat (1) huruf e"]
    assert reason.event and reason.event.kind == "peserta_lain"


def test_what_becomes_unknown_stops_the_month_and_keeps_the_promise(city: City) -> None:
    city.go_on(city.month(1, []))
    february = city.month(2, [Happened(nik(1), "pembetulan", date(2023, 1, 20), {"hubungan_kerja": None})])
    assert february.left[nik(1)].code == "belum_pasti"
    assert "hubungan_kerja" in february.left[nik(1)].missing
    city.go_on(february)
    settled = {"hubungan_kerja": "luar_hubungan_kerja"}
    march = city.month(3, [Happened(nik(1), "pembetulan", date(2023, 2, 20), settled)])
    assert march.entries[nik(1)].why == "janji"
    assert march.ledger.filter(pl.col("nik") == nik(1))["bulan"].to_list() == [
        "2023-01", *(f"2023-{m:02d}" for m in range(3, 13))
    ]  # fmt: skip


def test_a_donors_end_is_announced_and_then_arrears_are_counted(city: City) -> None:
    calendar = Calendar()
    for number in range(1, 6):
        found = city.month(number, [])
        assert ending(found, calendar).is_empty() == (number < 5)
        city.go_on(found)
    may = ending(found, calendar).row(0, named=True)
    assert (may["nik"], may["bulan_terakhir"], may["menunggak_sejak"]) == (nik(4), "2023-06", "2023-07")
    assert (may["jatuh_tempo"], may["hak_hilang_sesudah"]) == (date(2023, 7, 17), date(2023, 10, 16))
    for number in range(6, 9):
        found = city.month(number, [])
        city.go_on(found)
    assert found.last.roster.height == 3
    owing = arrears(found, calendar).row(0, named=True)
    assert (owing["nik"], owing["bulan_menunggak"], owing["hak_hilang_sesudah"]) == (nik(4), 2, date(2023, 10, 16))


def since_february(old: Policy, new: Policy) -> Callable[[date], Policy | None]:
    return lambda day: old if day < date(2023, 2, 1) else new


def test_a_new_version_lets_people_stay_to_the_year_end_where_its_transition_says_so(
    library: Library, tmp_path: Path
) -> None:
    old = library.policies["tegal/2023"]
    conditions = {criterion.id: criterion.condition for criterion in old.groups[2].criteria}
    stricter = replace(old.groups[2].criteria[2], condition=Among("pekerjaan", frozenset({"pemulung"})))
    assert stricter.id == "pekerjaan" and stricter.condition != conditions["pekerjaan"]
    criteria = (*old.groups[2].criteria[:2], stricter, *old.groups[2].criteria[3:])
    groups = (*old.groups[:2], replace(old.groups[2], criteria=criteria))
    new = replace(old, id="tegal/2023-b", groups=groups, content=old.content + "b")
    month_end = replace(new, id="tegal/2023-c", transition=("sampai_akhir_bulan", old.transition[1]), content="c")  # type: ignore[index]
    people = [worker(1), worker(2, pekerjaan="pemulung")]
    for policy, stays in ((new, True), (month_end, False)):
        city = City("tegal/2023", people, budget_of(BUDGET, library, tmp_path), library)
        city.go_on(city.month(1, []))
        city.chosen = since_february(old, policy)
        for number in (2, 3):
            found = city.month(number, [])
            assert (nik(1) in set(found.roster["nik"])) == stays
            city.go_on(found)
        if stays:
            assert found.entries[nik(1)].why == "peralihan"
            moved = city.month(
                4, [Happened(nik(1), "pindah", date(2023, 3, 3), {"kota": "kab_tegal", "kelurahan": None})]
            )
            assert nik(1) in moved.left, "the transition covers the new version, not what happened since"


def test_money_received_later_pays_for_who_waits(city: City) -> None:
    city.go_on(city.month(1, []))
    more = Pot(
        "csr2", "tjsl", "PT Lain", 2 * 16_800 * 3, 0, 0b11100, Earmark(frozenset(), frozenset(), frozenset()), Place("")
    )
    city.go_on(city.month(2, []))
    city.budget = replace(city.budget, pots=(*city.budget.pots, more))
    march = city.month(3, [])
    assert {n: e.why for n, e in march.entries.items() if n not in set(march.last.roster["nik"])} == {
        nik(5): "uang_tersedia",
        nik(6): "uang_tersedia",
    }


def test_a_pot_that_received_less_than_it_promised_is_an_error(city: City) -> None:
    less = tuple(replace(pot, received=pot.received // 2) for pot in city.budget.pots)
    city.budget = replace(city.budget, pots=less)
    with pytest.raises(OverCommitted):
        city.month(1, [])


def test_people_of_the_roster_must_be_in_the_registry(city: City) -> None:
    city.go_on(city.month(1, []))
    city.registry = city.registry.filter(pl.col("nik") != nik(2))
    with pytest.raises(Strangers) as caught:
        city.month(2, [])
    assert caught.value.count == 1


def test_contributions_are_due_on_the_fifteenth_or_the_next_working_day() -> None:
    calendar = Calendar()
    assert calendar.due(Month(2026, 4), "bpu") == date(2026, 4, 15)
    assert calendar.due(Month(2026, 8), "bpu") == date(2026, 8, 18), "a Saturday, then Monday 17 August"
    assert calendar.due(Month(2026, 5), "bpu") == date(2026, 5, 18), "joint leave on Friday 15 May"
    assert calendar.due(Month(2026, 4), "pu_perseorangan") == date(2026, 5, 18), "employers pay in the next month"
    assert Calendar(frozenset([date(2023, 3, 15)])).due(Month(2023, 3), "bpu") == date(2023, 3, 16)
    assert calendar.knows(Month(2026, 1)) and not calendar.knows(Month(2023, 1))


def test_months_count_over_the_year() -> None:
    assert [str(Month(2023, 11).plus(n)) for n in (-11, 0, 2)] == ["2022-12", "2023-11", "2024-01"]
    assert Month(2024, 2).since(Month(2023, 11)) == 3
    assert Month(2024, 2).last == date(2024, 2, 29)
    assert [month_of(text) for text in ("2023-13", "2023-1", "23-01", "2023-01 ")] == [None] * 4
