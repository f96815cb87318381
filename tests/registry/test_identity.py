"""Identity numbers however lists spell them, and people, identities and families that stand in a list twice."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lokal.nik import parse_nik

from engine.language.library import Library
from engine.language.messages.registry import HELD, TABLE_FAULTS
from engine.registry.intake import duplicates as ruling
from engine.registry.intake.duplicates import duplicates
from engine.registry.intake.identity import HELD_FOR, read_family, read_nik
from tests.registry.listing import nik, read

SITI = nik("1980-03-02", 1, woman=True)
BUDI = nik("1975-08-17", 2)


def number(text: object) -> tuple[str | None, str | None]:
    """The NIK that a cell holds, and the fault if it holds none."""
    found = read_nik(pl.Series([text], dtype=pl.String) if text is None else pl.Series([text]))
    return found.values[0], next(iter(found.odd["kode"]), None)


@pytest.mark.parametrize(
    "text",
    [
        "3376010203800001",
        " 3376010203800001\n",
        "3376 0102 0380 0001",
        "3376.0102.0380.0001",
        "337601-020380-0001",
        "'3376010203800001",
        "3376010203800001.0",
        "3376010203800001,00",
        "\u200b3376010203800001\u00a0",
        3376010203800001,
        3376010203800001.0,
    ],
)
def test_a_nik_is_read_however_it_is_spelt(text: object) -> None:
    assert number(text) == ("3376010203800001", None)


@pytest.mark.parametrize(
    ("text", "fault", "reason"),
    [
        (None, "nik-empty", "nik_kosong"),
        ("", "nik-empty", "nik_kosong"),
        ("-", "nik-empty", "nik_kosong"),
        ("tidak_diketahui", "nik-empty", "nik_kosong"),
        ("337601020380000", "nik-not-16-digits", "nik_bukan_16_angka"),
        ("33760102038000011", "nik-not-16-digits", "nik_bukan_16_angka"),
        ("3376O10203800001", "nik-not-16-digits", "nik_bukan_16_angka"),
        ("3376010203800001.5", "nik-not-16-digits", "nik_bukan_16_angka"),
        ("3,37601E+15", "nik-scientific", "nik_notasi_ilmiah"),
        ("3.37601020380000E+15", "nik-scientific", "nik_notasi_ilmiah"),
        ("3.4e15", "nik-scientific", "nik_notasi_ilmiah"),
        (1e17, "nik-scientific", "nik_notasi_ilmiah"),
        (float("nan"), "nik-not-16-digits", "nik_bukan_16_angka"),
        ("٣٣٧٦٠١٠٢٠٣٨٠٠٠٠١", "nik-foreign-digits", "nik_bukan_16_angka"),
        ("３３７６０１０２０３８００００１", "nik-foreign-digits", "nik_bukan_16_angka"),
        ("0376010203800001", "nik-region", "nik_wilayah"),
        ("9976010203800001", "nik-region", "nik_wilayah"),
        ("3300010203800001", "nik-region", "nik_wilayah"),
        ("3376000203800001", "nik-region", "nik_wilayah"),
        ("3376013202800001", "nik-birth-digits", "nik_tanggal"),
        ("3376017202800001", "nik-birth-digits", "nik_tanggal"),
        ("3376010002800001", "nik-birth-digits", "nik_tanggal"),
        ("3376010213800001", "nik-birth-digits", "nik_tanggal"),
        ("3376012902810001", "nik-birth-digits", "nik_tanggal"),
        ("3376010203800000", "nik-serial", "nik_nomor_urut"),
    ],
)
def test_what_cannot_be_a_nik_is_dropped_with_its_reason(text: object, fault: str, reason: str) -> None:
    assert number(text) == (None, fault)
    assert HELD_FOR[fault] == reason
    assert fault in TABLE_FAULTS and reason in HELD


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.builds(
            "{:02d}{:02d}{:02d}{:02d}{:02d}{:02d}{:04d}".format,
            st.sampled_from([0, 11, 31, 33, 33, 33, 54, 95, 99]),
            st.sampled_from([0, 1, 76]),
            st.sampled_from([0, 1, 99]),
            st.integers(0, 75),
            st.integers(0, 14),
            st.integers(0, 99),
            st.sampled_from([0, 1, 9999]),
        ),
        min_size=1,
    )
)
def test_the_structure_of_a_nik_is_ruled_as_lokal_rules_it(numbers: list[str]) -> None:
    expected = {
        "province": "nik-region",
        "wilayah": "nik-region",
        "birth_date": "nik-birth-digits",
        "serial": "nik-serial",
    }
    found = read_nik(pl.Series(numbers))
    told = dict(found.odd.select("at", "kode").iter_rows())
    for at, text in enumerate(numbers):
        errors = parse_nik(text, reference_date=date(2026, 1, 1)).errors
        assert told.get(at) == (expected[errors[0].code] if errors else None)
        assert found.values[at] == (None if errors else text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=20), st.from_regex(r"[0-9 .'-]{12,20}", fullmatch=True)), min_size=1))
def test_no_text_is_taken_for_sixteen_digits_that_it_does_not_hold(texts: list[str]) -> None:
    found = read_nik(pl.Series(texts, dtype=pl.String))
    for text, value in zip(texts, found.values, strict=True):
        digits = "".join(char for char in text if char in "0123456789")
        assert value is None or digits in (value, value + "0", value + "00", value + "000")
        assert value is None or (len(value) == 16 and value.isascii() and value.isdigit())


def test_a_family_card_needs_sixteen_digits_and_may_be_missing() -> None:
    found = read_family(pl.Series(["3376 0102 0380 0001", "33760102", "3,3E+15", None, "-"]))
    assert found.values.to_list() == ["3376010203800001", None, None, None, None]
    assert found.odd["kode"].to_list() == ["kk-not-16-digits", "nik-scientific", None, None]


def registry(library: Library, **columns: list[str | None]) -> pl.LazyFrame:
    _, rows, _ = read(library.vocabulary, columns)
    return rows.lazy()


def ruled(found: pl.DataFrame) -> list[tuple[int, str, int, bool]]:
    return found.rows()


def test_of_rows_with_the_same_data_the_first_is_decided_and_the_others_are_held(library: Library) -> None:
    people = registry(
        library,
        nik=[SITI, BUDI, SITI, SITI],
        nama=["Warga Sintetis", "Warga Lain", "WARGA  SINTETIS", "warga sintetis"],
        pekerjaan=["Tukang Becak", "petani", "tukang_becak", "abang becak"],
    )
    assert ruled(duplicates(people)) == [(2, "kembar", 1, True), (4, "kembar", 1, False), (5, "kembar", 1, False)]


def test_one_identity_with_other_data_holds_every_row_whichever_comes_first(library: Library) -> None:
    people = registry(library, nik=[SITI, BUDI, SITI], pekerjaan=["petani", "petani", "nelayan"])
    assert ruled(duplicates(people)) == [
        (2, "identitas_sama_data_lain", 1, False),
        (4, "identitas_sama_data_lain", 1, False),
    ]


@pytest.mark.parametrize("other", [None, "tidak_diketahui", "rusak"])
def test_a_fact_that_one_row_states_and_the_other_does_not_is_other_data(library: Library, other: str | None) -> None:
    people = registry(library, nik=[SITI, SITI], pekerjaan=["petani", other])
    assert {code for _, code, _, _ in ruled(duplicates(people))} == {"identitas_sama_data_lain"}


def test_two_spellings_of_a_nik_are_one_identity(library: Library) -> None:
    people = registry(library, nik=[SITI, f"{SITI[:6]} {SITI[6:12]} {SITI[12:]}"], pekerjaan=["petani", "petani"])
    assert [decided for *_, decided in ruled(duplicates(people))] == [True, False]


def test_a_nik_that_disagrees_with_the_date_of_birth_is_held_unless_asked_otherwise(library: Library) -> None:
    people = registry(library, nik=[SITI, BUDI], tanggal_lahir=["1980-03-02", "1975-08-18"])
    assert ruled(duplicates(people)) == [(3, "nik_dan_tanggal_lahir", 1, False)]
    assert ruled(duplicates(people, birth_disagreement="lanjut")) == [(3, "nik_dan_tanggal_lahir", 1, True)]


def test_a_missing_date_of_birth_does_not_disagree(library: Library) -> None:
    assert duplicates(registry(library, nik=[SITI, BUDI], tanggal_lahir=[None, "rusak"])).is_empty()


def test_a_family_with_several_applicants_is_listed_and_each_is_decided(library: Library) -> None:
    card, other = "3376010101100001", "3376010101100002"
    people = registry(
        library,
        nik=[SITI, BUDI, nik("1990-01-01", 3), BUDI],
        no_kk=[card, card, other, card],
        pekerjaan=["petani", "nelayan", "petani", "nelayan"],
    )
    assert ruled(duplicates(people)) == [
        (2, "satu_keluarga", 1, True),
        (3, "kembar", 1, True),
        (3, "satu_keluarga", 1, True),
        (5, "kembar", 1, False),
    ]


def test_one_person_listed_twice_with_other_data_is_no_family(library: Library) -> None:
    people = registry(library, nik=[SITI, SITI], no_kk=["3376010101100001"] * 2, pekerjaan=["petani", "nelayan"])
    assert {code for _, code, _, _ in ruled(duplicates(people))} == {"identitas_sama_data_lain"}


def test_rows_without_identity_are_no_duplicates_of_each_other(library: Library) -> None:
    assert duplicates(registry(library, nik=[None, None, "rusak", "rusak"], pekerjaan=["petani"] * 4)).is_empty()
    assert duplicates(registry(library, pekerjaan=["petani", "petani"])).is_empty()


def test_counting_in_several_passes_finds_the_same(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    people = registry(
        library,
        nik=[nik("1980-01-02", serial % 7 + 1) for serial in range(20)],
        no_kk=[nik("2010-01-02", serial % 3 + 1) for serial in range(20)],
        pekerjaan=["petani" if serial % 2 else "nelayan" for serial in range(20)],
    )
    whole = duplicates(people)
    monkeypatch.setattr(ruling, "AT_ONCE", 3)
    assert duplicates(people).equals(whole)
    assert not whole.is_empty()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["petani", "nelayan"])), min_size=1, max_size=12),
    st.randoms(),
)
def test_the_order_of_rows_matters_only_for_which_of_two_equal_rows_is_kept(
    people: list[tuple[int, str]], shuffling: object
) -> None:
    frame = pl.DataFrame(
        {
            "baris": range(1, len(people) + 1),
            "nik": [nik("1980-01-02", serial) for serial, _ in people],
            "pekerjaan": [work for _, work in people],
        },
        schema={"baris": pl.Int64(), "nik": pl.String(), "pekerjaan": pl.String()},
    )
    order = list(range(len(people)))
    shuffling.shuffle(order)  # type: ignore[attr-defined]
    other = frame[order].with_columns(baris=pl.int_range(1, len(people) + 1, dtype=pl.Int64))

    def outcome(rows: pl.DataFrame) -> list[tuple[object, ...]]:
        listed = rows.join(duplicates(rows.lazy()), on="baris", how="left").drop("baris")
        return sorted(listed.rows(), key=str)

    assert outcome(frame) == outcome(other)
