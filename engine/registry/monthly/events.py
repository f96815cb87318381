"""What happened to people, and pledges: the kinds of change, and which facts each one says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from engine.registry.intake.cell import Cell

DEATH, WITHDRAWAL, RETURN, PLEDGE = "meninggal", "mengundurkan_diri", "kembali", "ikrar_baru"
MOVE, CORRECTION = "pindah", "pembetulan"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change. Whether support ends is never its matter, but the policy's, by the facts as they are then."""

    synonyms: tuple[str, ...]
    needs: tuple[str, ...] = ()
    """Facts of which at least one must be said; `*`: any."""
    says: Mapping[str, bool] = field(default_factory=dict)
    """Facts that the kind itself says."""


KINDS: Mapping[str, Kind] = {
    DEATH: Kind(("meninggal dunia", "wafat", "died", "death")),
    MOVE: Kind(("pindah domisili", "pindah alamat", "pindah rumah", "moved"), ("kelurahan", "kota")),
    "pekerjaan_baru": Kind(
        ("ganti pekerjaan", "pindah kerja", "new job"),
        ("pekerjaan", "pekerjaan_kedua", "hubungan_kerja", "usaha_sendiri"),
    ),
    "jabatan_berakhir": Kind(
        ("jabatan selesai", "selesai menjabat", "post ended"),
        ("jabatan_rt", "jabatan_rw", "jabatan_lpmk", "status_kepegawaian"),
    ),
    "upah": Kind(("menerima upah", "menjadi penerima upah", "wage"), (), {"menerima_upah": True}),
    "peserta_lain": Kind(
        ("sudah peserta", "kepesertaan lain", "peserta melalui pihak lain", "other membership"),
        (),
        {"peserta_aktif": True},
    ),
    WITHDRAWAL: Kind(
        ("mundur", "undur diri", "withdraws"),
    ),
    PLEDGE: Kind(("ikrar", "janji baru", "pledge", "new pledge")),
    RETURN: Kind(("masuk kembali", "daftar kembali", "returns")),
    CORRECTION: Kind(("koreksi", "perbaikan data", "correction"), ("*",)),
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to one person on a day."""

    row: int
    kind: str
    nik: str
    day: date
    facts: Mapping[str, Cell]
    """What is known since: new values, or that a fact is not known any more."""
    name: str | None
    """The name beside the NIK, to see that the NIK is the right one."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """Money of a giver, recorded on a day. Only what was received pays."""

    row: int
    day: date
    pot: str
    source: str
    provider: str | None
    received: int
    promised: int
    months: int | None
    """From the month of the day; None: to the end of the year."""
