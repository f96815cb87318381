"""A list of donors (CSV, XLSX, Parquet), read as lists of applicants are: headings by name, every fault with its place.

What must be there and is not, or cannot be read, sets the donor aside; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from engine.language.diagnostic import Diagnostic, Place, has_errors
from engine.language.messages.donors import COLUMNS, STATUSES
from engine.language.policy import DonorScheme
from engine.language.vocabulary import Fact, Kind, Vocabulary, Word
from engine.registry.allocation.months import MONTHS
from engine.registry.columns import FAULTY, HELD, ROW, SYNTHETIC
from engine.registry.donors.donor import Donor, month_of
from engine.registry.donors.numbers import NIK, digits, fault_of
from engine.registry.intake.dates import day_of
from engine.registry.intake.files import open_table
from engine.registry.intake.intake import Intake, take_in
from engine.registry.intake.mapping import MappingFile
from engine.registry.intake.table import FAULT_COLUMNS, fault_frame
from engine.registry.taking import Unfit

REQUIRED = ("nip", "perangkat_daerah", "status", "persetujuan")
"""Columns that must be there."""
FILLED = ("nip", "perangkat_daerah", "status")
"""Cells that must be filled in; an empty consent is none."""
MOST_WORKERS, MOST_MONTHS = 999, 120
_KINDS: dict[str, Kind] = {
    "status": "word",
    "jumlah_pekerja": "number",
    "bulan": "number",
    "persetujuan": "yes_no",
    "tanggal_persetujuan": "date",
    "dicabut": "date",
}
_HIGHEST = {"jumlah_pekerja": MOST_WORKERS, "bulan": MOST_MONTHS}
_HEADINGS: dict[str, tuple[str, ...]] = {
    "nip": ("NIP/NI PPPK", "NI PPPK", "nomor induk pegawai"),
    "nama": ("nama", "nama ASN", "nama pegawai"),
    "perangkat_daerah": ("OPD", "SKPD", "dinas", "unit kerja", "instansi"),
    "status": ("status kepegawaian", "status pegawai"),
    "jumlah_pekerja": ("jumlah pekerja ditanggung", "pekerja ditanggung"),
    "dari": ("mulai", "mulai bulan", "bulan mulai"),
    "sampai": ("hingga", "sampai dengan", "bulan terakhir"),
    "bulan": ("jumlah bulan", "lama bulan", "lama (bulan)"),
    "persetujuan": ("setuju", "bersedia", "persetujuan tertulis"),
    "tanggal_persetujuan": ("tanggal persetujuan", "tgl persetujuan", "tanggal surat persetujuan"),
    "dicabut": ("tanggal dicabut", "tanggal pencabutan"),
    "pekerja_dipilih": ("NIK pekerja", "pekerja dipilih", "pekerja yang dipilih"),
}
_SYNONYMS = {
    "pns": ("pegawai negeri sipil", "CPNS"),
    "pppk": ("P3K", "pegawai pemerintah dengan perjanjian kerja", "pppk paruh waktu"),
    "non_pns": ("non asn", "honorer", "pegawai honorer", "tenaga honorer", "tenaga kontrak"),
}
_MONTH = re.compile(r"([0-9]{4})-(0?[1-9]|1[0-2])")
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])[-/]([0-9]{4})")
_SEPARATORS = re.compile(r"[;,\n/|]+")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is no donor who can be matched, told by what could be read of it."""

    number: str | None
    name: str | None
    department: str | None
    reason: str
    """A code of `messages.donors.IDLE`."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of donors, in no order that depends on its rows."""

    donors: tuple[Donor, ...]
    rejected: tuple[Rejected, ...]
    faults: pl.DataFrame
    """FAULT_COLUMNS: what could not be read, by row and column."""
    notices: tuple[Diagnostic, ...]
    """About file and headings, and rows that are worth a look."""
    path: str
    synthetic: bool
    """All donors are marked as made up."""


def donor_vocabulary() -> Vocabulary:
    """The columns of a list of donors, as facts that the intake can read."""
    words = {
        slug: Word(slug, label, _SYNONYMS[slug]) for slug, label in sorted(STATUSES.items(), key=lambda item: item[0])
    }
    facts = {
        name: Fact(
            name,
            _KINDS.get(name, "text"),
            "rule" if name in _KINDS else "identity",
            label,
            None,
            None,
            None,
            1,
            _HIGHEST.get(name, 0),
            words if name == "status" else {},
            False,
            None,
            _HEADINGS[name],
        )
        for name, label in COLUMNS.items()
    }
    return Vocabulary(facts, {}, {}, {}, {}, "")


def read_donors(
    path: Path,
    scheme: DonorScheme,
    mapping: MappingFile | None = None,
    *,
    sheet: str | None = None,
    header_row: int | None = None,
) -> Listed:
    """The donors of a list. Raises Unreadable, and Unfit where its headings do not let it be read."""
    table = open_table(path, sheet=sheet, header_row=header_row)
    intake = take_in(table, donor_vocabulary(), None, mapping)
    missing = [name for name in REQUIRED if name not in intake.positions and name not in intake.attested]
    faults = list(intake.faults)
    for name in missing:
        values = {"name": name, "required": ", ".join(REQUIRED)}
        faults.append(Diagnostic("donor-heading-missing", Place(table.path), dict(values)))
    if has_errors(faults):
        raise Unfit(tuple(faults))
    batches = list(intake.batches)
    wrong = [batch.faults for batch in batches]
    rows = [row for batch in batches for row in batch.rows.iter_rows(named=True)]
    read = [_read(row, intake, table.columns, wrong) for row in rows]
    listed = pl.concat([pl.DataFrame(schema=FAULT_COLUMNS), *wrong]).unique().sort(ROW, "urutan", "kode")
    donors, rejected, notices = _once(read, rows, table.path)
    notices += [
        Diagnostic("donor-below-floor", Place(table.path, row[ROW]), {"floor": scheme.at_least}, "warning")
        for row, one in zip(rows, read, strict=True)
        if isinstance(one, Donor) and scheme.at_least and one.workers and one.workers < scheme.at_least
    ]
    synthetic = bool(rows) and all(row.get(SYNTHETIC) for row in rows)
    return Listed(donors, rejected, listed, (*table.notices, *faults, *notices), table.path, synthetic)


def _read(
    row: Mapping[str, Any], intake: Intake, columns: Sequence[str], faults: list[pl.DataFrame]
) -> Donor | Rejected:
    """The donor of a row; `faults` grows by what the cells' own rules leave."""
    found = list(_faults_of(row))
    if found:
        places = {name: position + 1 for name, position in intake.positions.items()}
        told = [
            (int(row[ROW]), columns[places[name] - 1] if name in places else name, places.get(name), code)
            for name, code in found
        ]
        faults.append(fault_frame(told))
    number = digits(row["nip"]) if row.get("nip") else None
    misread = set((row[FAULTY] or "").split()) | {name for name, _ in found}
    if row[HELD] or misread:
        return Rejected(None if "nip" in misread else number, row.get("nama"), row.get("perangkat_daerah"), "faulty")
    assert number is not None
    return Donor(
        number=number,
        name=row.get("nama"),
        department=row["perangkat_daerah"],
        status=row["status"],
        workers=row.get("jumlah_pekerja"),
        first=_month(row.get("dari")),
        last=_month(row.get("sampai")),
        months=row.get("bulan"),
        consent=row.get("persetujuan"),
        consented=row.get("tanggal_persetujuan"),
        withdrawn=row.get("dicabut"),
        chosen=tuple(_workers(row.get("pekerja_dipilih"))),
    )


def _faults_of(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Column and code of what is wrong beside what the intake has found."""
    misread = (row[FAULTY] or "").split()
    for name in FILLED:
        if row.get(name) in (None, "tidak_diketahui") and name not in misread and not row[HELD]:
            yield name, "donor-empty"
    number = row.get("nip")
    if number and (code := fault_of(number, row.get("status"))):
        yield "nip", code
    first, last = _month(row.get("dari")), _month(row.get("sampai"))
    for name, month in (("dari", first), ("sampai", last)):
        if row.get(name) and month is None:
            yield name, "donor-not-a-month"
    if first is not None and last is not None:
        if last < first:
            yield "sampai", "donor-months-backwards"
        elif row.get("bulan") and row["bulan"] != last - first + 1:
            yield "bulan", "donor-months-disagree"
    workers = list(_workers(row.get("pekerja_dipilih")))
    if any(not NIK.fullmatch(worker) for worker in workers):
        yield "pekerja_dipilih", "donor-worker-number"
    elif len(set(workers)) < len(workers):
        yield "pekerja_dipilih", "donor-worker-twice"


def _month(text: str | None) -> int | None:
    """A month as it is counted in `donor`; None where it is none."""
    if not text:
        return None
    if found := _MONTH.fullmatch(text):
        return int(found[1]) * MONTHS + int(found[2]) - 1
    if found := _MONTH_FIRST.fullmatch(text):
        return int(found[2]) * MONTHS + int(found[1]) - 1
    for written in (text, f"1 {text}"):
        day = day_of(written, None)
        if not isinstance(day, str):
            return month_of(day)
    return None


def _workers(text: str | None) -> Iterator[str]:
    for part in _SEPARATORS.split(text or ""):
        if number := digits(part):
            yield number


def _once(
    read: Sequence[Donor | Rejected], rows: Sequence[Mapping[str, Any]], path: str
) -> tuple[tuple[Donor, ...], tuple[Rejected, ...], list[Diagnostic]]:
    """Each donor once, by number; rows of one number with other data are all rejected."""
    by_number: dict[str, list[tuple[Donor, int]]] = {}
    rejected = []
    notices = []
    for one, row in zip(read, rows, strict=True):
        if isinstance(one, Rejected):
            rejected.append(one)
        else:
            by_number.setdefault(one.number, []).append((one, row[ROW]))
    donors = []
    for number, alike in sorted(by_number.items()):
        first = alike[0][0]
        if all(one == first for one, _ in alike):
            donors.append(first)
            code = "donor-twice"
        else:
            rejected += [Rejected(number, one.name, one.department, "twice") for one, _ in alike]
            code = "donor-other-data"
        notices += [Diagnostic(code, Place(path, row), {}, "warning") for _, row in alike[1:]]
    return tuple(donors), tuple(sorted(rejected, key=str)), notices
