"""Donors and workers: what a list may say, who gets whom, what is deducted; the order of rows does not matter."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest
from xlsxwriter import Workbook

from engine.decision.decide import Desk
from engine.decision.facts import person
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, load, shipped
from engine.language.policy import DonorScheme
from engine.language.regions import villages_of
from engine.registry.allocation.months import mask_of
from engine.registry.columns import HELD
from engine.registry.donors import tables
from engine.registry.donors.donor import Donor, month_of, promise, refusal
from engine.registry.donors.job import months_granted, read_pairs
from engine.registry.donors.numbers import fault_of
from engine.registry.donors.plan import Asked, Plan, plan
from engine.registry.donors.reading import donor_vocabulary, read_donors
from engine.registry.donors.results import write_plan
from engine.registry.intake.mapping import read_mapping
from engine.registry.synth.numbers import nip
from engine.registry.taking import Unfit
from tests.registry.test_year import registry

KENDAL = [code for code, _ in villages_of("33.24")]
SUKABUMI = [code for code, _ in villages_of("32.72")]
TEGAL = [code for code, _ in villages_of("33.76")]
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
    villages = {"kendal": KENDAL, "sukabumi": SUKABUMI, "tegal": TEGAL}[city]
    kind = (
        {
            "pekerjaan": "asisten_rumah_tangga",
            "hubungan_kerja": "orang_perseorangan",
            "hubungan_asn": "pekerja_rumah_tangga",
        }
        if city == "sukabumi"
        else {"pekerjaan": "tukang_becak", "hubungan_kerja": "luar_hubungan_kerja", "hubungan_asn": "tidak_ada"}
    )
    return {
        "nik": nik(number),
        "nama": f"Warga Sintetis {number}",
        "waktu_daftar": f"2022-11-{number % 28 + 1:02}",
        "kota": city,
        "kelurahan": villages[0],
        "tanggal_lahir": date(1985, 5, 5),
        "menerima_upah": city == "sukabumi",
        "usaha_sendiri": city != "sukabumi",
        "peserta_aktif": False,
        "jabatan_rt": "tidak_ada",
        "jabatan_rw": "tidak_ada",
        "jabatan_lpmk": "tidak_ada",
        "status_kepegawaian": "bukan_pegawai",
        **kind,
        **facts,
    }


def people_of(library: Library, workers: list[dict[str, Any]]) -> pl.DataFrame:
    return registry(library, workers).frame.with_columns(pl.lit(None, pl.String).alias(HELD))


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
    return plan(desk(), people_of(library, workers), listed, question, None, before)


def pairs_of(found: Plan) -> dict[str, tuple[str, str]]:
    """Donor and basis by worker."""
    return {row["nik"]: (row["nip"], row["dasar"]) for row in tables.pairs(found).iter_rows(named=True)}


# numbers and lists


@pytest.mark.parametrize(
    ("number", "status", "fault"),
    [
        ("198001022005011001", "pns", None),
        ("19800102 200501 1 001", "pns", None),
        ("199006022023211014", "pppk", None),
        ("3324010203800001", "non_pns", None),
        ("3324010203800001", "pns", "nip-not-18-digits"),
        ("19800102200501100", "pns", "nip-not-18-digits"),
        ("1,98001E+17", "pns", "nip-scientific"),
        ("198002302005011001", "pns", "nip-birth"),
        ("198001022005131001", "pns", "nip-appointment"),
        ("198001021985011001", "pns", "nip-appointment"),
        ("198001022005013001", "pns", "nip-sex"),
        ("198001022005011000", "pns", "nip-serial"),
    ],
)
def test_a_number_is_refused_for_what_its_digits_rule_out(number: str, status: str, fault: str | None) -> None:
    assert fault_of(number, status) == fault


def scheme(library: Library, city: str) -> DonorScheme:
    return library.policies[POLICIES[city]].donors[0]


def test_every_fault_has_its_place_and_sets_the_donor_aside(library: Library, tmp_path: Path) -> None:
    donors = [
        donor(1),
        donor(2, nip="123"),
        donor(3, perangkat_daerah=""),
        donor(4, status="direktur"),
        donor(5, dari="besok"),
        donor(6, dari="2023-05", sampai="2023-04"),
        donor(7, dari="2023-01", sampai="2023-03", bulan=4),
        donor(8, pekerja_dipilih="123; 456"),
        donor(9, pekerja_dipilih=f"{nik(1)}; {nik(1)}"),
        donor(10, tanggal_persetujuan="31-12-2022"),
        donor(11, jumlah_pekerja=0),
    ]
    listed = read_donors(written(donors, tmp_path / "donatur.csv"), scheme(library, "kendal"))
    assert [one.number for one in listed.donors] == [nip(1)]
    assert {one.reason for one in listed.rejected} == {"faulty"} and len(listed.rejected) == 10
    assert listed.faults.select("baris", "urutan", "kode").rows() == [
        (3, 1, "nip-not-18-digits"),
        (4, 3, "donor-empty"),
        (5, 4, "cell-unknown-word"),
        (6, 6, "donor-not-a-month"),
        (7, 7, "donor-months-backwards"),
        (8, 8, "donor-months-disagree"),
        (9, 12, "donor-worker-number"),
        (10, 12, "donor-worker-twice"),
        (11, 10, "cell-date-order"),
        (12, 5, "cell-out-of-range"),
    ]


def test_a_list_without_a_needed_column_is_not_read(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "donatur.csv"
    path.write_text(f"NIP;Nama;OPD\n{nip(1)};Donatur Sintetis;Dinas\n", encoding="utf-8")
    with pytest.raises(Unfit) as refused:
        read_donors(path, scheme(library, "kendal"))
    found = [fault.values["name"] for fault in refused.value.faults if fault.code == "donor-heading-missing"]
    assert found == ["status", "persetujuan"]


def test_a_mapping_names_headings_words_and_the_order_of_dates(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "donatur.csv"
    path.write_text(f"Nomor;Bagian;Golongan;Mau;Tgl\n{nip(1)};Dinas Kesehatan;guru;ya;20/12/2022\n", encoding="utf-8")
    text = (
        "kolom: {Nomor: nip, Bagian: perangkat_daerah, Golongan: status, Mau: persetujuan, Tgl: tanggal_persetujuan}\n"
        "tanggal: hari-bulan-tahun\nnilai: {status: {guru: pppk}}\n"
    )
    faults: list[Diagnostic] = []
    mapping = read_mapping(text.encode(), "padanan.yaml", donor_vocabulary(), faults)
    listed = read_donors(path, scheme(library, "kendal"), mapping)
    assert not faults and not listed.faults.height
    assert [(one.status, one.consented) for one in listed.donors] == [("pppk", date(2022, 12, 20))]


def test_one_number_with_the_same_data_counts_once_and_with_other_data_not_at_all(
    library: Library, tmp_path: Path
) -> None:
    donors = [donor(1), donor(1), donor(2), donor(2, jumlah_pekerja=3)]
    listed = read_donors(written(donors, tmp_path / "donatur.csv"), scheme(library, "kendal"))
    assert [one.number for one in listed.donors] == [nip(1)]
    assert [(one.number, one.reason) for one in listed.rejected] == [(nip(2), "twice")] * 2
    assert Counter(fault.code for fault in listed.notices) == {"donor-twice": 1, "donor-other-data": 1}


def test_workbook_and_parquet_say_the_same_as_text(library: Library, tmp_path: Path) -> None:
    donors = [donor(1, dari="Mei 2023", bulan=6, status="PNS"), donor(2, status="P3K", pekerja_dipilih=nik(7))]
    text = read_donors(written(donors, tmp_path / "donatur.csv"), scheme(library, "kendal"))
    with Workbook(tmp_path / "donatur.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        for row, one in enumerate(donors, start=1):
            for column, name in enumerate(HEADINGS):
                if name == "tanggal_persetujuan":
                    sheet.write_datetime(row, column, date(2022, 12, 20), book.add_format({"num_format": "yyyy-mm-dd"}))
                elif one.get(name) is not None:
                    sheet.write(row, column, one[name]) if isinstance(one[name], int) else sheet.write_string(
                        row, column, str(one[name])
                    )
    frame = pl.read_csv(tmp_path / "donatur.csv", infer_schema=False)
    frame.with_columns(pl.col("tanggal_persetujuan").str.to_date()).write_parquet(tmp_path / "donatur.parquet")
    for name in ("donatur.xlsx", "donatur.parquet"):
        assert read_donors(tmp_path / name, scheme(library, "kendal")).donors == text.donors
    first, second = text.donors
    assert {first.first, second.first} == {2023 * 12 + 4, None}
    assert {first.status, second.status} == {"pns", "pppk"}


# what may be taken


def stated(**changes: Any) -> Donor:
    plain = Donor(nip(1), None, "Dinas", "pns", None, None, None, None, True, date(2023, 2, 10), None, ())
    return replace(plain, **changes)


def test_nothing_is_taken_without_a_dated_consent(library: Library) -> None:
    tegal = scheme(library, "tegal")
    assert refusal(stated(), tegal) is None
    assert refusal(stated(consent=False), tegal) == "no_consent"
    assert refusal(stated(consent=None), tegal) == "no_consent"
    assert refusal(stated(consented=None), tegal) == "consent_undated"
    assert refusal(stated(withdrawn=date(2023, 2, 28)), tegal) == "withdrawn"
    assert refusal(stated(status="non_pns"), tegal) == "not_invited"
    assert refusal(stated(status="non_pns"), scheme(library, "kendal")) is None


def test_a_promise_covers_no_month_before_the_consent_or_after_its_end(library: Library) -> None:
    tegal, kendal = scheme(library, "tegal"), scheme(library, "kendal")
    assert promise(stated(), tegal, 2023).months == mask_of(2, 4)
    assert promise(stated(), kendal, 2023).months == mask_of(2, 12)
    assert promise(stated(), kendal, 2023).last is None
    assert promise(stated(first=2023 * 12), tegal, 2023).months == mask_of(2, 4)
    assert promise(stated(first=2023 * 12 + 6), tegal, 2023).months == mask_of(7, 9)
    assert promise(stated(last=2023 * 12 + 5), kendal, 2023).months == mask_of(2, 6)
    assert promise(stated(months=12), kendal, 2023).months == mask_of(2, 12)
    assert promise(stated(months=12), kendal, 2024).months == mask_of(1, 1)
    assert promise(stated(withdrawn=date(2023, 6, 30)), kendal, 2023).months == mask_of(2, 5)
    assert promise(stated(last=2022 * 12), kendal, 2023).months == 0


# who gets whom


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
    found = plan(desk(), people_of(library, [worker(1, "tegal"), worker(2, "tegal")]), listed, question, granted)
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


# what comes of it


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
