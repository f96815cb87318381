"""What comes of donors and workers: deductions, warnings, ranks and the account."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from engine.language.library import Library
from engine.registry.allocation.months import mask_of
from engine.registry.donors import tables
from engine.registry.donors.results import write_plan
from tests.registry.donating import (
    POLICIES,
    STARTS,
    donor,
    nik,
    planned,
    worker,
)


def test_the_end_of_three_months_is_a_warning_and_when_the_right_is_lost(library: Library, tmp_path: Path) -> None:
    found = planned(library, [donor(1)], [worker(1, "tegal")], tmp_path, "tegal", as_of=date(2023, 1, 31))
    assert tables.ending(found).select("bulan_terakhir", "lanjutkan_sebelum", "hak_hilang_mulai").rows() == [
        ("2023-02", date(2023, 3, 1), "2023-06")
    ]
    early = planned(library, [donor(1)], [worker(1, "tegal")], tmp_path, "tegal", as_of=date(2022, 12, 31))
    assert tables.ending(early).height == 0
    endless = planned(library, [donor(1)], [worker(1)], tmp_path, as_of=date(2023, 12, 1))
    assert tables.ending(endless).height == 0


def test_a_month_deducts_that_month_only_while_the_pair_keeps_its_months(library: Library, tmp_path: Path) -> None:
    found = planned(library, [donor(1)], [worker(1)], tmp_path, start=date(2023, 5, 1), month=5)
    assert tables.deductions(found)["bulan"].to_list() == tables.grants(found)["bulan"].to_list() == ["2023-05"]
    assert tables.pairs(found)["bulan"].to_list() == ["2023-05–2023-12"]


def test_sukabumi_deducts_from_the_allowance_and_the_others_ask_for_payments(library: Library, tmp_path: Path) -> None:
    manners = {}
    for city in sorted(POLICIES):
        found = planned(
            library, [donor(1, bulan=12, dari=f"{STARTS[city].year}-04")], [worker(1, city)], tmp_path, city
        )
        manners[city] = set(tables.deductions(found)["cara"])
    assert manners == {"kendal": {"setoran_sukarela"}, "sukabumi": {"potong_tpp"}, "tegal": {"setoran_sukarela"}}


def test_departments_are_ranked_by_workers_and_by_workers_a_donor(library: Library, tmp_path: Path) -> None:
    donors = [
        donor(1, perangkat_daerah="Dinas A"),
        donor(2, perangkat_daerah="DINAS A"),
        donor(3, perangkat_daerah="Dinas A", persetujuan="tidak"),
        donor(4, perangkat_daerah="Dinas B", jumlah_pekerja=2),
        donor(5, perangkat_daerah="Dinas C", persetujuan=""),
    ]
    found = planned(library, donors, [worker(number) for number in range(1, 9)], tmp_path)
    columns = ("peringkat", "perangkat_daerah", "pekerja", "donatur", "donatur_setuju", "pekerja_per_donatur")
    assert tables.ranking(found).select(*columns, "peringkat_per_donatur").rows() == [
        (1, "Dinas A", 2, 3, 2, 1.0, 2),
        (1, "Dinas B", 2, 1, 1, 2.0, 1),
        (3, "Dinas C", 0, 1, 0, 0.0, 3),
    ]


def test_the_account_says_that_an_appeal_obliges_nobody_and_what_is_assumed(library: Library, tmp_path: Path) -> None:
    said: dict[str, set[str]] = {}
    for city in sorted(POLICIES):
        folder = tmp_path / city
        folder.mkdir()
        found = planned(library, [donor(1)], [worker(1, city)], tmp_path, city)
        account = write_plan(found, folder, str(STARTS[city].year), "en")
        said[city] = {note["code"] for note in account["based_on"]}
        assert {"appeal", "consent", "one_donor", "order", "ranking", "synthetic", "floor"} <= said[city]
    assert "proposed" in said["tegal"] and "proposed" not in said["kendal"] | said["sukabumi"]
    assert {"earlier_sources", "months", "unverified"} <= said["tegal"]
    assert {"beyond_household", "wage_earners"} <= said["sukabumi"]
    assert not {"beyond_household", "wage_earners"} & said["kendal"]


def test_faults_name_places_and_never_what_was_written(library: Library, tmp_path: Path) -> None:
    donors = [donor(1, nip="198002302005011001"), donor(2, nama="=1+1")]
    found = planned(library, donors, [worker(1)], tmp_path)
    folder = tmp_path / "hasil"
    folder.mkdir()
    write_plan(found, folder, "2023", "id")
    told = (folder / "keliru.csv").read_text(encoding="utf-8")
    assert "donatur.csv:2:1" in told and "198002302005011001" not in told
    assert "'=1+1" in (folder / "pasangan.csv").read_text(encoding="utf-8")


def test_the_months_by_person_are_what_an_allocation_can_take(library: Library, tmp_path: Path) -> None:
    found = planned(library, [donor(1)], [worker(1, "tegal")], tmp_path, "tegal")
    assert tables.people_paid(found) == {nik(1): mask_of(1, 2)}
    assert tables.grants(found)["uang"].unique().to_list() == ["asn"]
