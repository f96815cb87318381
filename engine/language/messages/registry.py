"""What is said about lists of applicants: every fault of them by code, and why a row is held."""

from __future__ import annotations

from collections.abc import Mapping

from engine.language.messages.cells import CELL_FAULTS
from engine.language.messages.lists import LIST_FAULTS
from engine.language.messages.sentence import Sentence
from engine.language.vocabulary import Label

TABLE_FAULTS: Mapping[str, Sentence] = {**LIST_FAULTS, **CELL_FAULTS}

HELD: dict[str, Label] = {
    "baris_bergeser": Label(
        "isian baris ini bergeser dari judulnya", "the cells of this row do not stand under their headings"
    ),
    "nik_kosong": Label("NIK kosong", "no NIK"),
    "nik_bukan_16_angka": Label("NIK bukan 16 angka", "the NIK does not have 16 digits"),
    "nik_notasi_ilmiah": Label("NIK telah dibulatkan lembar sebar", "a spreadsheet has rounded the NIK"),
    "nik_wilayah": Label("kode wilayah dalam NIK tidak ada", "the region code of the NIK does not exist"),
    "nik_tanggal": Label("tanggal lahir dalam NIK tidak mungkin", "the birth digits of the NIK are impossible"),
    "nik_nomor_urut": Label("nomor urut NIK 0000", "the serial number of the NIK is 0000"),
    "kembar": Label("baris yang sama sudah ada di atas", "the same row stands further up"),
    "identitas_sama_data_lain": Label("NIK yang sama dengan data yang lain", "the same NIK with other data"),
    "nik_dan_tanggal_lahir": Label(
        "tanggal lahir berbeda dari yang ada dalam NIK", "the date of birth is not the one in the NIK"
    ),
    "satu_keluarga": Label("beberapa pemohon dari satu kartu keluarga", "several applicants on one family card"),
}
"""Why a row is held, and what is listed about identities."""
