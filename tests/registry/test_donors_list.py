"""The list of donors: what its numbers and cells may say, and what may be taken from whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from xlsxwriter import Workbook

from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.registry.allocation.months import mask_of
from engine.registry.donors.donor import Donor, promise, refusal
from engine.registry.donors.numbers import fault_of
from engine.registry.donors.reading import donor_vocabulary, read_donors
from engine.registry.intake.mapping import read_mapping
from engine.registry.synth.numbers import nip
from engine.registry.taking import Unfit
from tests.registry.donating import (
    HEADINGS,
    donor,
    nik,
    scheme,
    written,
)


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
