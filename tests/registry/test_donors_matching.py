"""Who gets whom: households, choices and the line; the order of rows does not matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest

from engine.decision.facts import person
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.registry.donors import tables
from engine.registry.donors.donor import month_of
from engine.registry.donors.job import months_granted, read_pairs
from engine.registry.donors.plan import Plan, plan
from engine.registry.donors.reading import read_donors
from engine.registry.donors.results import write_plan
from engine.registry.synth.numbers import nip
from tests.registry.donating import (
    POLICIES,
    asked,
    desk,
    donor,
    nik,
    pairs_of,
    planned,
    random_case,
    worker,
    written,
)
from tests.registry.people import frame_of


def test_the_own_household_comes_before_the_line_and_before_another_donors_choice(
    library: Library, tmp_path: Path
) -> None:
    donors = [donor(1), donor(2, tanggal_persetujuan="2022-12-01", pekerja_dipilih=nik(9))]
    workers = [worker(1), worker(2), worker(9, nip_donatur=nip(1), hubungan_asn="pekerja_rumah_tangga")]
    found = planned(library, donors, workers, tmp_path)
    assert pairs_of(found) == {nik(9): (nip(1), "rumah_tangga"), nik(1): (nip(2), "usulan")}
    assert tables.refused(found).rows() == [(nip(2), "Donatur Sintetis 2", nik(9), "own_donor")]


def test_of_two_donors_who_choose_one_worker_the_second_gets_another(library: Library, tmp_path: Path) -> None:
    donors = [
        donor(1, tanggal_persetujuan="2022-12-21", pekerja_dipilih=nik(2)),
        donor(2, tanggal_persetujuan="2022-12-20", pekerja_dipilih=nik(2)),
    ]
    found = planned(library, donors, [worker(1), worker(2)], tmp_path)
    assert pairs_of(found) == {nik(2): (nip(2), "pilihan"), nik(1): (nip(1), "usulan")}
    assert tables.refused(found)["alasan"].to_list() == ["taken"]


def test_a_donor_pays_for_the_chosen_before_those_who_only_name_the_donor(library: Library, tmp_path: Path) -> None:
    donors = [donor(1, pekerja_dipilih=f"{nik(1)}; {nik(3)}", jumlah_pekerja=2)]
    named = {"nip_donatur": nip(1), "hubungan_asn": "pekerja_rumah_tangga"}
    found = planned(library, donors, [worker(1), worker(2, **named), worker(3, **named)], tmp_path)
    assert pairs_of(found) == {nik(3): (nip(1), "rumah_tangga"), nik(1): (nip(1), "pilihan")}
    assert dict(tables.alone(found).select("nik", "alasan").iter_rows()) == {nik(2): "donor_full"}


def test_nobody_is_proposed_where_only_those_named_are_asked_for(library: Library, tmp_path: Path) -> None:
    found = planned(
        library, [donor(1), donor(2, pekerja_dipilih=nik(1))], [worker(1), worker(2)], tmp_path, only_own=True
    )
    assert pairs_of(found) == {nik(1): (nip(2), "pilihan")}
    assert tables.idle(found)["alasan"].to_list() == ["no_worker"]


def test_every_donor_gets_one_worker_before_anybody_gets_two(library: Library, tmp_path: Path) -> None:
    donors = [donor(1, jumlah_pekerja=3, tanggal_persetujuan="2022-12-01"), donor(2)]
    found = planned(library, donors, [worker(number) for number in range(1, 4)], tmp_path)
    assert Counter(number for number, _ in pairs_of(found).values()) == {nip(1): 2, nip(2): 1}
    assert tables.idle(found).row(0, named=True) | {} == {
        "nip": nip(1),
        "nama_donatur": "Donatur Sintetis 1",
        "perangkat_daerah": "Dinas Kesehatan",
        "alasan": "fewer",
        "ditawarkan": 3,
        "didapat": 2,
    }


def test_only_people_who_are_eligible_get_a_donor(library: Library, tmp_path: Path) -> None:
    workers = [
        worker(1, menerima_upah=True),
        worker(2, menerima_upah=None),
        worker(3, kelurahan=None),
        worker(4),
    ]
    chosen = "; ".join(nik(number) for number in range(1, 6))
    found = planned(library, [donor(1, pekerja_dipilih=chosen, jumlah_pekerja=9)], workers, tmp_path)
    assert list(pairs_of(found)) == [nik(4)]
    assert dict(tables.refused(found).select("nik", "alasan").iter_rows()) == {
        nik(1): "ineligible",
        nik(2): "undetermined",
        nik(3): "no_village",
        nik(5): "not_listed",
    }


def test_an_officer_whom_only_the_city_pays_for_gets_no_donor(library: Library, tmp_path: Path) -> None:
    workers = [worker(1, "tegal", jabatan_rt="ketua")]
    found = planned(library, [donor(1, pekerja_dipilih=nik(1))], workers, tmp_path, "tegal")
    assert pairs_of(found) == {}
    assert tables.refused(found)["alasan"].to_list() == ["other_source"]


def test_months_granted_before_are_not_paid_again_and_count_as_the_donors_months(
    library: Library, tmp_path: Path
) -> None:
    before = pl.DataFrame(
        {
            "nik": [nik(1), nik(1), nik(2)],
            "bulan": ["2023-01", "2023-02", "2023-01"],
            "uang": ["asn", "asn", "kota"],
            "sumber_dana": ["asn", "asn", "apbd"],
            "penyedia": pl.Series([None, None, None], dtype=pl.String),
            "rupiah": [16800, 16800, 16800],
        }
    )
    before.write_parquet(tmp_path / "hibah.parquet")
    faults: list[Diagnostic] = []
    granted = months_granted(tmp_path / "hibah.parquet", 2023, faults)
    assert granted and not faults
    donors = [donor(1, pekerja_dipilih=nik(1), bulan=12), donor(2, pekerja_dipilih=nik(2), bulan=12)]
    question = asked(library, "tegal")
    listed = read_donors(written(donors, tmp_path / "donatur.csv"), question.scheme)
    found = plan(desk(), frame_of(library, [worker(1, "tegal"), worker(2, "tegal")]), listed, question, granted)
    assert dict(tables.pairs(found).select("nik", "bulan").iter_rows()) == {
        nik(1): "2023-03",
        nik(2): "2023-02–2023-04",
    }


def test_an_earlier_pair_goes_on_before_everything_else(library: Library, tmp_path: Path) -> None:
    donors = [donor(1), donor(2, pekerja_dipilih=nik(2))]
    workers = [worker(1), worker(2)]
    first = planned(library, [donor(1)], workers, tmp_path)
    tables.pairs(first).write_csv(tmp_path / "pasangan.csv")
    faults: list[Diagnostic] = []
    earlier = read_pairs(tmp_path / "pasangan.csv", faults)
    assert earlier == {(nip(1), nik(1))} and not faults
    found = planned(library, donors, workers, tmp_path, before=frozenset({(nip(1), nik(2))}))
    assert pairs_of(found) == {nik(2): (nip(1), "lanjutan"), nik(1): (nip(2), "usulan")}


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("city", sorted(POLICIES))
def test_what_must_hold_of_every_plan(city: str, part: int, library: Library, tmp_path: Path) -> None:
    for number in range(4):
        donors, workers = random_case(city, f"{city} {part} {number}")
        found = planned(library, donors, workers, tmp_path, city)
        assert_lawful(library, found, workers)
        assert_nobody_envies(found)


def assert_lawful(library: Library, found: Plan, workers: list[dict[str, Any]]) -> None:
    by_number = {one.number: one for one in found.listed.donors}
    by_nik = {one["nik"]: one for one in workers}
    decider, policy, year = desk(), found.asked.policy, found.asked.start.year
    given = tables.grants(found)
    assert given.select("nik", "bulan").is_unique().all()
    rows = tables.pairs(found)
    assert rows["nik"].is_unique().all()
    donor_of = dict(rows.select("nik", "nip").iter_rows())
    for row in given.iter_rows(named=True):
        one = by_number[donor_of[row["nik"]]]
        month = int(row["bulan"][5:])
        absolute = year * 12 + month - 1
        assert one.consent and one.consented and one.status in found.asked.scheme.who
        assert month_of(one.consented) <= absolute and (not one.withdrawn or absolute < month_of(one.withdrawn))
        assert one.first is None or one.first <= absolute
        day = max(date(year, month, 1), found.asked.start)
        paid = {month for each, month in given.select("nik", "bulan").iter_rows() if each == row["nik"]}
        going_on = f"{year}-{month - 1:02}" in paid or (
            bool(by_nik[row["nik"]]["penerima_berjalan"]) and month == found.asked.start.month
        )
        outcomes = [
            decider.decide(
                policy, person({**by_nik[row["nik"]], "penerima_berjalan": on}, library.vocabulary, day, []), day
            ).outcome
            for on in ((False, True) if going_on else (False,))
        ]
        assert "eligible" in outcomes
        assert row["rupiah"] == 16_800
    months: Mapping[str, int] = Counter(given["nik"])
    assert all(number <= (found.asked.scheme.months or 12) for number in months.values())
    for number, pairs in Counter(donor_of.values()).items():
        one = by_number[number]
        assert pairs <= (one.workers or max(1, len(one.chosen)))
    owed = tables.deductions(found)
    assert owed["rupiah"].sum() == given["rupiah"].sum() == rows["rupiah"].sum()
    ranked = tables.ranking(found)
    assert ranked["pekerja"].sum() == rows.height
    reasons = set(tables.idle(found)["nip"].to_list())
    assert {one.number for one in found.listed.donors} <= reasons | set(donor_of.values())


def assert_nobody_envies(found: Plan) -> None:
    """No worker and donor named to each other could both do better, and nobody waits while a donor has room."""
    workers = found.candidates.workers
    niks = workers.people["nik"].to_list()
    holder = {pair.worker: pair for pair in found.matching.pairs}
    room = [offering.room for offering in found.matching.offerings]
    for pair in found.matching.pairs:
        room[pair.offering] -= 1
    for place, offering in enumerate(found.matching.offerings):
        payable = workers.payable(offering.promise.months)
        naming = set(workers.named.get(offering.donor.number, ()))
        for row in naming | {workers.row_of[one] for one in offering.donor.chosen if one in workers.row_of}:
            if not payable[row] or (row in holder and holder[row].offering == place):
                continue
            taker = holder.get(row)
            if room[place] or any(p.offering == place and p.basis == "usulan" for p in found.matching.pairs):
                assert taker is not None and taker.basis != "usulan"
                if row in naming:
                    raise AssertionError("a worker who names a donor with room goes elsewhere")
                assert taker.basis == "rumah_tangga" or taker.offering < place
        if room[place]:
            assert all(row in holder or not payable[row] for row in range(len(niks)))


def test_the_order_of_rows_changes_no_byte(library: Library, tmp_path: Path) -> None:
    for city in sorted(POLICIES):
        donors, workers = random_case(city, f"{city} acak")
        donors += [donor(50), donor(51, jumlah_pekerja=2), donor(52, status="salah")]
        folders = [tmp_path / f"{city}-{number}" for number in range(2)]
        for number, folder in enumerate(folders):
            folder.mkdir()
            if number:
                Random(city).shuffle(donors)
                Random(city).shuffle(workers)
            write_plan(planned(library, donors, workers, tmp_path, city), folder, "2023", "id")
        names = {path.name for path in folders[0].iterdir()}
        assert names == {path.name for path in folders[1].iterdir()} >= {"pasangan.csv", "potongan.xlsx", "keliru.csv"}
        for name in names - {"keliru.csv"}:
            assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes(), name
