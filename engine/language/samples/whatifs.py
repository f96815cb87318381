"""What-ifs as they are typed, wrong and right."""

from __future__ import annotations

from engine.language.samples.sample import Sample, by_code
from engine.language.vocabulary import Label

_DIFF = "perwal diff pekalongan/2022-19b"


def _set(code: str, wrong: str, right: str, **values: object) -> Sample:
    return Sample(code, "command", "", (f"{_DIFF} {wrong}",), (f"{_DIFF} {right}",), values)


WHATIF_SAMPLES = by_code(
    _set("set-form", "--set kuota.2023.jumlah", "--set kuota.2023.jumlah=1500", text="kuota.2023.jumlah"),
    _set(
        "set-twice",
        "--set kuota.2023.jumlah=1500 --set kuota.2023.jumlah=2000",
        "--set kuota.2023.jumlah=1500",
        path="kuota.2023.jumlah",
    ),
    _set(
        "set-unknown-path",
        "--set kuta.2023.jumlah=1500",
        "--set kuota.2023.jumlah=1500",
        path="kuta.2023.jumlah",
        where=Label("berkas itu", "the file"),
        name="kuta",
        suggestion="kuota",
    ),
    _set(
        "set-which-one",
        "--set kuota.jumlah=1500",
        "--set kuota.2023.jumlah=1500",
        path="kuota.jumlah",
        where="kuota",
        name="jumlah",
        choices="kuota.2022, kuota.2023",
    ),
    _set(
        "set-nothing-below",
        "--set kuota.2023.jumlah.orang=1500",
        "--set kuota.2023.jumlah=1500",
        path="kuota.2023.jumlah.orang",
        name="kuota.2023.jumlah",
    ),
    _set(
        "set-not-single",
        "--set lampiran.jenis_pekerjaan.isi=nelayan",
        "--set 'lampiran.jenis_pekerjaan.isi=[tukang_becak, nelayan]'",
        path="lampiran.jenis_pekerjaan.isi",
    ),
    _set(
        "set-value",
        "--set kuota.2023.jumlah=seribu",
        "--set kuota.2023.jumlah=1000",
        path="kuota.2023.jumlah",
        problem=Label(
            "`seribu` bukan bilangan bulat (tulis angka saja, misalnya 16800, tanpa titik ribuan, Rp, atau satuan)",
            "`seribu` is not a whole number (digits only, such as 16800, without separators, Rp or unit)",
        ),
    ),
)
