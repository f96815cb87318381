"""Rows and headings of a list of applicants, and what is said beside it, wrong and right."""

from __future__ import annotations

from engine.language.samples.cells import LIST
from engine.language.samples.sample import Sample, by_code

_ROW = "3376010304809999;ya;"
_SHIFTED = "baris_asal;alasan;saran;nik;nama;sintetis;pekerjaan;isi_asal"
_WAS = "3376010304809999 | Warga Sintetis | ya | tukang becak"

ROW_SAMPLES = by_code(
    Sample(
        "row-too-long",
        "list",
        LIST,
        ("nik,nama,sintetis,pekerjaan", "3376010304809999,Warga Sintetis, S.E.,ya,tukang becak"),
        ("nik,nama,sintetis,pekerjaan", '3376010304809999,"Warga Sintetis, S.E.",ya,tukang becak'),
    ),
    Sample(
        "quote-broken",
        "list",
        LIST,
        ("nik,nama,sintetis,pekerjaan", '3376010304809999,"Warga Sintetis,ya,tukang becak'),
        ("nik,nama,sintetis,pekerjaan", '3376010304809999,"Warga Sintetis",ya,tukang becak'),
    ),
    Sample(
        "row-uncorrected",
        "workbook",
        "perbaikan.xlsx",
        (_SHIFTED, f"2;;;;;;;{_WAS}"),
        (_SHIFTED, f"2;;;3376010304809999;Warga Sintetis;ya;tukang becak;{_WAS}"),
    ),
)


def _list(code: str, wrong: tuple[str, ...], right: tuple[str, ...], **values: object) -> Sample:
    return Sample(code, "list", LIST, wrong, right, values)


def _mapping(code: str, wrong: str, right: str, options: str = "", **values: object) -> Sample:
    return Sample(code, "mapping", "pemetaan.yaml", (wrong,), (right,), values, options)


HEADING_SAMPLES = by_code(
    _list("header-is-data", (f"{_ROW}tukang becak",), ("nik;sintetis;pekerjaan", f"{_ROW}tukang becak")),
    _list(
        "heading-none",
        ("Identitas;Karangan;Kegiatan", f"{_ROW}tukang becak"),
        ("nik;sintetis;pekerjaan", f"{_ROW}tukang becak"),
    ),
    _list(
        "heading-twice",
        ("nik;sintetis;pekerjaan;usia;usia", f"{_ROW}tukang becak;40;41"),
        ("nik;sintetis;pekerjaan;usia", f"{_ROW}tukang becak;40"),
        name="usia",
        first=4,
        second=5,
    ),
    _list(
        "heading-superseded",
        ("nik;sintetis;tanggal_lahir;TTL", f"{_ROW}1980-04-03;Tegal, 3 April 1980"),
        ("nik;sintetis;tanggal_lahir", f"{_ROW}1980-04-03"),
        heading="TTL",
        column=3,
        name="tanggal_lahir",
    ),
    _list(
        "heading-unknown",
        ("nik;sintetis;usia;pekerjan", f"{_ROW}40;tukang becak"),
        ("nik;sintetis;usia;pekerjaan", f"{_ROW}40;tukang becak"),
        headings="`pekerjan` (`pekerjaan`?)",
        count=1,
    ),
    _list(
        "heading-no-nik",
        ("nama;sintetis;pekerjaan", "Warga Sintetis;ya;tukang becak"),
        ("nik;nama;sintetis;pekerjaan", "3376010304809999;Warga Sintetis;ya;tukang becak"),
    ),
    _mapping(
        "mapping-no-such-heading",
        'kolom: {"Pekerjaan Peserta": pekerjaan}',
        'kolom: {"Pekerjaan": pekerjaan}',
        heading="Pekerjaan Peserta",
    ),
    _mapping(
        "mapping-unknown-fact",
        "nilai: {pekerjan: {mbecak: tukang_becak}}",
        "nilai: {pekerjaan: {mbecak: tukang_becak}}",
        name="pekerjan",
        suggestion="pekerjaan",
    ),
    _mapping("mapping-identity", "tetap: {nama: Warga Sintetis}", "tetap: {jabatan_rt: tidak_ada}", name="nama"),
    _mapping(
        "mapping-not-understood",
        "nilai: {pekerjaan: {mbecak: tukang_beca}}",
        "nilai: {pekerjaan: {mbecak: tukang_becak}}",
        name="pekerjaan",
        suggestion="tukang becak",
    ),
    _mapping(
        "mapping-known",
        "nilai: {pekerjaan: {abang becak: pemulung}}",
        "nilai: {pekerjaan: {mbecak: tukang_becak}}",
        name="pekerjaan",
    ),
    _mapping(
        "attested-not-understood", "tetap: {jabatan_rt: bukan}", "tetap: {jabatan_rt: tidak_ada}", name="jabatan_rt"
    ),
    _mapping(
        "attested-twice",
        "tetap: {jabatan_rt: ketua}",
        "tetap: {jabatan_rt: tidak_ada}",
        "--attest jabatan_rt=tidak_ada",
        name="jabatan_rt",
        place="pemetaan.yaml:1:21",
    ),
    _mapping(
        "attested-disagree",
        "tetap: {kota: pekalongan, kelurahan: 33.76.01.1005}",
        "tetap: {kelurahan: 33.76.01.1005}",
    ),
)
