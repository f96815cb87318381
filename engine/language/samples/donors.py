"""Lists of donors and what goes with them, wrong and right."""

from __future__ import annotations

from engine.language.samples.cells import LIST
from engine.language.samples.sample import Sample, by_code

HEAD = "nip;nama;perangkat_daerah;status;persetujuan;sintetis"
_ROW = "197106121996012998;Donatur Sintetis 1;Dinas Kesehatan;pns;ya;ya"


def _donors(code: str, wrong: tuple[str, ...], right: tuple[str, ...], **values: object) -> Sample:
    return Sample(code, "donors", "donatur.csv", wrong, right, values, city="kendal")


def _nip(code: str, number: str) -> Sample:
    return _donors(code, (HEAD, number + _ROW[18:]), (HEAD, _ROW))


def _more(code: str, heading: str, wrong: str, right: str) -> Sample:
    """A row with further cells."""
    return _donors(code, (f"{HEAD};{heading}", f"{_ROW};{wrong}"), (f"{HEAD};{heading}", f"{_ROW};{right}"))


DONOR_SAMPLES = by_code(
    _donors(
        "donor-heading-missing",
        ("nip;nama;perangkat_daerah;status;sintetis", "197106121996012998;Donatur Sintetis 1;Dinas Kesehatan;pns;ya"),
        (HEAD, _ROW),
        name="persetujuan",
        required="nip, perangkat_daerah, status, persetujuan",
    ),
    _donors("donor-empty", (HEAD, _ROW.replace("Dinas Kesehatan", "")), (HEAD, _ROW)),
    _nip("nip-not-18-digits", "19710612199601299"),
    _nip("nip-scientific", "1,97106E+17"),
    _nip("nip-birth", "197113121996012998"),
    _nip("nip-appointment", "197106121996132998"),
    _nip("nip-sex", "197106121996013998"),
    _nip("nip-serial", "197106121996012000"),
    _more("donor-not-a-month", "dari", "tahun depan", "April 2023"),
    _more("donor-months-backwards", "dari;sampai", "2023-05;2023-04", "2023-04;2023-05"),
    _more("donor-months-disagree", "dari;sampai;bulan", "2023-04;2023-06;12", "2023-04;2023-06;3"),
    _more("donor-worker-number", "pekerja_dipilih", "332401030480", "3324010304809999"),
    _more(
        "donor-worker-twice",
        "pekerja_dipilih",
        "3324010304809999 / 3324010304809999",
        "3324010304809999 / 3324010304809998",
    ),
    _donors(
        "donor-below-floor",
        (f"{HEAD};jumlah_pekerja", f"{_ROW};1"),
        (f"{HEAD};jumlah_pekerja", f"{_ROW};2"),
        floor=2,
    ),
    _donors("donor-twice", (HEAD, _ROW, _ROW), (HEAD, _ROW)),
    _donors("donor-other-data", (HEAD, _ROW, _ROW.replace("Kesehatan", "Pendidikan")), (HEAD, _ROW)),
    Sample(
        "donors-without-nik",
        "claims",
        LIST,
        ("nama;sintetis;pekerjaan", "Warga Sintetis;ya;asisten rumah tangga"),
        ("nik;nama;sintetis;pekerjaan", "3324010304809999;Warga Sintetis;ya;asisten rumah tangga"),
        city="kendal",
    ),
    Sample(
        "pairs-file",
        "pairs",
        "pasangan.csv",
        ("nip,pekerja,sintetis", "197106121996012998,3324010304809999,ya"),
        ("nip,nik,sintetis", "197106121996012998,3324010304809999,ya"),
    ),
)
