"""What people write into cells, and what it means; what could mean two things is a fault."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.language.library import Library
from engine.language.messages.registry import TABLE_FAULTS
from engine.language.reader import UNKNOWN
from engine.language.regions import villages_of
from engine.language.vocabulary import Fact, Label
from engine.registry.intake.cell import Cell, State
from engine.registry.intake.cells import judge_of
from engine.registry.intake.column import Column
from engine.registry.intake.dates import DateOrder, day_of
from engine.registry.intake.numbers import whole_number

TEGAL = "33.76"


def cell(library: Library, fact: str, text: str, order: DateOrder | None = None, region: str | None = TEGAL) -> Cell:
    found = judge_of(library.vocabulary.facts[fact], library.vocabulary, region, order, {})(text)
    assert found.fault is None or found.fault in TABLE_FAULTS
    assert found.fault is None or found.value is None
    return found


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("tukang_becak", "tukang_becak"),
        ("Tukang Becak", "tukang_becak"),
        ("TUKANG  BECAK ", "tukang_becak"),
        ("tukang-becak", "tukang_becak"),
        ("abang becak", "tukang_becak"),
        ("supir angkot", "sopir_angkot"),
        ("Pedicab Driver", "tukang_becak"),
        ("\ufeffpemulung\u200b", "pemulung"),
        ("Pémulung", "pemulung"),
        ("Kaki lima", None),
        ("tukang becek", None),
        ("tukang_becаk", None),  # a Cyrillic letter
        ("becak", None),
        ("petani/nelayan", None),
    ],
)
def test_an_occupation_is_known_by_code_label_and_synonym_and_a_typo_is_unknown(
    library: Library, text: str, slug: str | None
) -> None:
    found = cell(library, "pekerjaan", text)
    assert found.value == slug
    assert (found.fault == "cell-unknown-word") == (slug is None)


def test_a_typo_is_answered_with_the_word_that_is_near_and_never_with_itself(library: Library) -> None:
    assert cell(library, "pekerjaan", "tukang becek").suggestion == "tukang becak"
    assert cell(library, "pekerjaan", "zzzz").suggestion is None


@pytest.mark.parametrize("text", ["ya", "YA", "Ya.", "y", "Iya", "yes", "TRUE", "benar", "1", "1.0", "√", "✓", "v"])
def test_yes_as_lists_have_it(library: Library, text: str) -> None:
    assert cell(library, "peserta_aktif", text) == Cell(True)


@pytest.mark.parametrize("text", ["tidak", "TIDAK", "tdk", "no", "False", "salah", "0", "0.0"])
def test_no_as_lists_have_it(library: Library, text: str) -> None:
    assert cell(library, "peserta_aktif", text) == Cell(False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("t", "cell-letter-t"),
        ("T", "cell-letter-t"),
        ("x", "cell-not-yes-no"),
        ("mungkin", "cell-not-yes-no"),
        ("sudah", "cell-not-yes-no"),
        ("2", "cell-not-yes-no"),
        ("-1", "cell-not-yes-no"),
        ("١", "cell-foreign-digits"),
    ],
)
def test_what_could_be_yes_or_no_is_neither(library: Library, text: str, code: str) -> None:
    assert cell(library, "peserta_aktif", text).fault == code


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "null", "~", "-", " – ", "--", "."])
@pytest.mark.parametrize(
    "fact", ["pekerjaan", "pekerjaan_kedua", "peserta_aktif", "usia", "tanggal_lahir", "kelurahan"]
)
def test_nothing_and_a_dash_state_nothing(library: Library, fact: str, text: str) -> None:
    assert cell(library, fact, text).state == State.UNSTATED


@pytest.mark.parametrize(
    "text", [UNKNOWN, "Tidak diketahui", "belum diketahui", "tidak tahu", "?", "n/a", "#N/A", "NA"]
)
@pytest.mark.parametrize("fact", ["pekerjaan", "pekerjaan_kedua", "penerima_berjalan", "usia", "tanggal_lahir", "kota"])
def test_what_is_said_to_be_unknown_is_unknown_and_no_fault(library: Library, fact: str, text: str) -> None:
    assert cell(library, fact, text) == Cell(state=State.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("40", 40),
        (" 40 ", 40),
        ("'40", 40),
        ("040", 40),
        ("40,00", 40),
        ("40.0", 40),
        ("40 tahun", 40),
        ("40 thn.", 40),
        ("1.000", 1000),
        ("2.500.000,00", 2_500_000),
        ("2,500,000.00", 2_500_000),
        ("2,500,000", 2_500_000),
        ("1,000", "cell-number-ambiguous"),
        ("40,5", "cell-not-whole"),
        ("40.25", "cell-not-whole"),
        ("-4", "cell-negative"),
        ("(4)", "cell-negative"),
        ("٤٠", "cell-foreign-digits"),
        ("４０", "cell-foreign-digits"),
        ("4²", "cell-foreign-digits"),
        ("NaN", "cell-not-a-number"),
        ("inf", "cell-not-a-number"),
        ("1e2", "cell-not-a-number"),
        ("1_0", "cell-not-a-number"),
        ("0x28", "cell-not-a-number"),
        ("empat puluh", "cell-not-a-number"),
        ("40 rupiah", "cell-not-a-number"),
        ("Rp 40", "cell-not-a-number"),
    ],
)
def test_whole_numbers_as_people_write_them(text: str, meant: int | str) -> None:
    assert whole_number(text, "tahun") == meant


@pytest.mark.parametrize("text", ["Rp 2.500.000,00", "Rp2.500.000", "rp. 2.500.000,-", "IDR 2500000", "2500000 rupiah"])
def test_rupiah_only_where_the_unit_is_rupiah(text: str) -> None:
    assert whole_number(text, "rupiah") == 2_500_000
    assert isinstance(whole_number(text, "tahun"), str)


def test_a_fact_in_rupiah_takes_rupiah_and_no_fraction_for_thousands(library: Library) -> None:
    label = Label("penghasilan", "income")
    unit = Label("rupiah", "rupiah")
    income = Fact("penghasilan", "number", "rule", label, label, label, unit, 0, 10**9, {}, True, None, ())
    judge = judge_of(income, library.vocabulary, None, None, {})
    assert judge("Rp 2.500.000,00") == Cell(2_500_000)
    for cells in (pl.Series([2.125]), pl.Series(["2.125"]).cast(pl.Decimal(9, 3))):
        read = Column(income, judge).read(cells)
        assert (read.values.to_list(), read.odd["kode"].to_list()) == ([None], ["cell-not-whole"])


@pytest.mark.parametrize("text", ["412", "1.000", "131"])
def test_an_age_beyond_its_bounds_is_a_fault(library: Library, text: str) -> None:
    assert cell(library, "usia", text).fault == "cell-out-of-range"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1945-08-17", date(1945, 8, 17)),
        ("1945-08-17 00:00:00", date(1945, 8, 17)),
        ("1945-08-17T00:00:00.000", date(1945, 8, 17)),
        ("17 Agustus 1945", date(1945, 8, 17)),
        ("17-Agt-1945", date(1945, 8, 17)),
        ("17 August 1945", date(1945, 8, 17)),
        ("August 17, 1945", date(1945, 8, 17)),
        ("Jumat, 17 Agustus 1945", date(1945, 8, 17)),
        ("Tegal, 17 Agustus 1945", date(1945, 8, 17)),
        ("17 Pebruari 1945", date(1945, 2, 17)),
        ("1 mei 1990", date(1990, 5, 1)),
        ("25/12/1980", "cell-date-order"),
        ("25-12-1980", "cell-date-order"),
        ("12/25/1980", "cell-date-order"),
        ("1980/12/25", "cell-date-order"),
        ("1980-6-2", "cell-date-order"),
        ("Tegal, 25-12-1980", "cell-date-order"),
        ("25/12/80", "cell-date-short-year"),
        ("25 Des 80", "cell-date-short-year"),
        ("1981-02-29", "cell-date-impossible"),
        ("31 Juni 1980", "cell-date-impossible"),
        ("29580", "cell-date-bare-number"),
        ("29580.0", "cell-date-bare-number"),
        ("25121980", "cell-date-bare-number"),
        ("1980-12-25 10:30:00", "cell-not-a-date"),
        ("17 Agustusan 1945", "cell-not-a-date"),
        ("١٩٤٥-٠٨-١٧", "cell-foreign-digits"),
        ("kemarin", "cell-not-a-date"),
        ("17 Agustus", "cell-not-a-date"),
    ],
)
def test_dates_as_people_write_them_with_no_order_declared(text: str, meant: date | str) -> None:
    assert day_of(text, None) == meant


@pytest.mark.parametrize(
    ("order", "text", "meant"),
    [
        ("hari-bulan-tahun", "02/03/1980", date(1980, 3, 2)),
        ("hari-bulan-tahun", "2-3-1980", date(1980, 3, 2)),
        ("hari-bulan-tahun", "2.3.1980", date(1980, 3, 2)),
        ("hari-bulan-tahun", "Tegal, 02-03-1980", date(1980, 3, 2)),
        ("hari-bulan-tahun", "1980-03-02", date(1980, 3, 2)),
        ("hari-bulan-tahun", "12/25/1980", "cell-date-impossible"),
        ("hari-bulan-tahun", "1980/03/02", "cell-date-order"),
        ("hari-bulan-tahun", "02/03/80", "cell-date-short-year"),
        ("bulan-hari-tahun", "02/03/1980", date(1980, 2, 3)),
        ("bulan-hari-tahun", "25/12/1980", "cell-date-impossible"),
        ("tahun-bulan-hari", "1980/3/2", date(1980, 3, 2)),
        ("tahun-bulan-hari", "02/03/1980", "cell-date-order"),
    ],
)
def test_a_declared_order_holds_for_every_cell_and_iso_dates_stay_what_they_are(
    order: DateOrder, text: str, meant: date | str
) -> None:
    assert day_of(text, order) == meant


@given(st.dates(date(1000, 1, 1)), st.sampled_from("/-. "))
def test_a_date_reads_the_same_in_every_spelling(day: date, mark: str) -> None:
    names = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober")
    months = (*names, "November", "Desember")
    parts = {"hari": f"{day.day:02d}", "bulan": f"{day.month:02d}", "tahun": f"{day.year:04d}"}
    for order in ("hari-bulan-tahun", "bulan-hari-tahun", "tahun-bulan-hari"):
        written = mark.join(parts[part] for part in order.split("-"))
        assert day_of(written, order) == day
        assert written == day.isoformat() or day_of(written, None) == "cell-date-order"
    assert day_of(f"{day.day} {months[day.month - 1]} {day.year:04d}", None) == day
    assert day_of(f"{day:%Y-%m-%d}".rjust(10, "0"), None) == day


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2023-01-02", "2023-01-02"),
        ("2023-01-02 08:30", "2023-01-02T08:30:00"),
        ("2023-01-02T08:30:15", "2023-01-02T08:30:15"),
        ("2023-01-02T08:30:15.25", "2023-01-02T08:30:15.250000"),
        ("2023-01-02T01:30:00Z", "2023-01-02T08:30:00"),
        ("2023-01-02T10:30:00+09:00", "2023-01-02T08:30:00"),
        ("2 Januari 2023 08.30 WIB", "2023-01-02T08:30:00"),
        ("2/1/2023 08:30", None),
        ("2023-01-02 25:00", None),
        ("2023-02-30 08:30", None),
        ("08:30", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_times_of_registration_sort_as_texts(library: Library, text: str, meant: str | None) -> None:
    fact = library.vocabulary.facts["waktu_daftar"]
    column = Column(fact, judge_of(fact, library.vocabulary, TEGAL, None, {}))
    assert column.read(pl.Series([text])).values.to_list() == [meant]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("33.76.01.1005", "33.76.01.1005"),
        ("3376011005", "33.76.01.1005"),
        ("Kraton", "33.76.01.1005"),
        ("KRATON", "33.76.01.1005"),
        ("Kel. Kraton", "33.76.01.1005"),
        ("Kelurahan Kraton", "33.76.01.1005"),
        ("33.76.01.1005 - Kraton", "33.76.01.1005"),
        ("Kraton (33.76.01.1005)", "33.76.01.1005"),
        ("pesurungankidul", "33.76.01.1001"),
        ("33.28.01.2001", "33.28.01.2001"),
    ],
)
def test_a_village_is_known_by_its_code_or_by_its_name_in_the_city_asked(
    library: Library, text: str, code: str
) -> None:
    assert cell(library, "kelurahan", text).value == code


@pytest.mark.parametrize(
    ("region", "text", "code"),
    [
        (TEGAL, "33.76.99.9999", "cell-unknown-village-code"),
        (TEGAL, "3376010005", "cell-unknown-village-code"),  # the form of a BPS code
        (TEGAL, "33.76.01.1001 Kraton", "cell-village-differs"),
        (TEGAL, "33.76.99.9999 Kraton", "cell-unknown-village-code"),
        (TEGAL, "Kratn", "cell-unknown-village"),
        (TEGAL, "Prupuk Selatan", "cell-unknown-village"),
        (TEGAL, "337601100", "cell-unknown-village"),
        (TEGAL, "٣٣٧٦٠١١٠٠٥", "cell-foreign-digits"),
        ("33.24", "Purwosari", "cell-village-ambiguous"),
        (None, "Kraton", "cell-unknown-village"),
    ],
)
def test_a_village_that_is_none_or_several_is_unknown(library: Library, region: str, text: str, code: str) -> None:
    assert cell(library, "kelurahan", text, region=region).fault == code


def test_a_misspelt_village_is_answered_with_the_one_that_is_near(library: Library) -> None:
    assert cell(library, "kelurahan", "Kel. Kratn").suggestion == "Kraton"


@pytest.mark.parametrize("region", ["33.76", "33.75", "32.72", "33.24"])
def test_every_village_is_known_by_code_and_by_name_unless_it_shares_that(library: Library, region: str) -> None:
    villages = villages_of(region)
    names = [name.casefold() for _, name in villages]
    judge = judge_of(library.vocabulary.facts["kelurahan"], library.vocabulary, region, None, {})
    for code, name in villages:
        assert judge(code).value == judge(code.replace(".", "")).value == code
        found = judge(name)
        assert found.value == code if names.count(name.casefold()) == 1 else found.fault == "cell-village-ambiguous"


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("tegal", "tegal"),
        ("Kota Tegal", "tegal"),
        ("KOTA TEGAL", "tegal"),
        ("Tegal City", "tegal"),
        ("33.76", "tegal"),
        ("3376", "tegal"),
        ("kab_tegal", "kab_tegal"),
        ("Kab. Tegal", "kab_tegal"),
        ("Kabupaten Tegal", "kab_tegal"),
        ("Kendal", "kendal"),
        ("Kab Kendal", "kendal"),
        ("Kabupaten Brebes", "lainnya"),
        ("Brebes", "lainnya"),
        ("Semarang", "lainnya"),
        ("Kota Semarang", "lainnya"),
        ("lainnya", "lainnya"),
    ],
)
def test_a_city_is_known_by_name_and_kind(library: Library, text: str, city: str) -> None:
    assert cell(library, "kota", text) == Cell(city)


@pytest.mark.parametrize("text", ["Tegal", "TEGAL", "Pekalongan", "sukabumi ".upper()])
def test_a_name_that_a_kota_and_a_kabupaten_share_is_unknown(library: Library, text: str) -> None:
    found = cell(library, "kota", text)
    name = text.strip().lower()
    assert (found.value, found.fault, found.cities) == (None, "cell-city-ambiguous", f"kab_{name} {name}")


@pytest.mark.parametrize("text", ["Kota Tegl", "Tegall", "Kota Kendal", "99.99", "Kota"])
def test_a_misspelt_city_is_not_another_city(library: Library, text: str) -> None:
    assert cell(library, "kota", text).fault == "cell-unknown-word"
