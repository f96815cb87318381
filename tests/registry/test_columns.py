"""A column of a list reads its cells as one person's facts are read, typed or as text, within bounds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.decision.facts import person
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, load, shipped
from engine.language.reader import UNKNOWN, YES_NO
from engine.language.vocabulary import Fact
from engine.registry.columns import type_of
from engine.registry.intake.cell import Cell, State
from engine.registry.intake.cells import LONGEST, judge_of
from engine.registry.intake.column import REMEMBERED, Column

TEGAL = "33.76"
VOCABULARY = load(shipped()).vocabulary


def test_an_endless_cell_is_a_fault_and_is_not_remembered(library: Library) -> None:
    fact = library.vocabulary.facts["pekerjaan"]
    column = Column(fact, judge_of(fact, library.vocabulary, TEGAL, None, {}))
    read = column.read(pl.Series(["a" * (LONGEST + 1), "b" * 1_000_000]))
    assert read.odd["kode"].to_list() == ["cell-too-long"] * 2
    assert not column._known


def test_what_is_remembered_of_a_column_is_bounded(library: Library) -> None:
    fact = library.vocabulary.facts["usia"]
    calls = 0

    def judge(text: str) -> Cell:
        nonlocal calls
        calls += 1
        return Cell(len(text))

    column = Column(fact, judge)
    texts = pl.int_range(REMEMBERED + 10, eager=True).cast(pl.String)
    column.read(texts)
    column.read(texts.tail(10))
    assert REMEMBERED + 10 <= calls <= REMEMBERED + 20
    assert len(column._known) <= 20


KNOWN = (
    *YES_NO, "true", "false", "True", UNKNOWN, "33.76.01.1005", "33.28.01.2001", "33.76.99.9999", "3376011005",
    "tukang_becak", "tidak_bekerja", "tidak_ada", "lainnya", "tegal", "kab_tegal", "ketua", "perusahaan", "keluarga",
    "luar_hubungan_kerja", "bukan_pegawai", "asn", "tetangga", "1", "0", "null", "~", "-", "?",
)  # fmt: skip
SPACES = st.sampled_from(["", " ", "\t", "0"])
TEXTS = st.one_of(
    st.sampled_from(KNOWN), st.integers(-2, 140).map(str), st.dates().map(date.isoformat), st.text(max_size=12)
)
WRITINGS = st.one_of(
    st.builds("{}{}{}".format, SPACES, TEXTS, SPACES),
    st.sampled_from(KNOWN).map(str.upper),
    st.integers(-3, 200),
    st.booleans(),
    st.floats(),
    st.dates(),
    st.none(),
)
FACTS = (
    "tanggal_lahir", "usia", "kota", "kelurahan", "pekerjaan", "pekerjaan_kedua", "hubungan_kerja", "jabatan_rt",
    "status_kepegawaian", "hubungan_asn", "desil", "peserta_aktif", "penerima_berjalan", "ditetapkan_setara",
)  # fmt: skip


@pytest.mark.parametrize("name", FACTS)
@settings(max_examples=200, deadline=None)
@given(values=st.lists(WRITINGS, min_size=1, max_size=4))
def test_whatever_one_persons_facts_take_means_the_same_in_a_list(name: str, values: list[object]) -> None:
    """And what a list calls a fault, one person's facts call a fault too."""
    vocabulary = VOCABULARY
    fact = vocabulary.facts[name]
    for value in values:
        column = Column(fact, judge_of(fact, vocabulary, TEGAL, None, {}))
        read = column.read(
            pl.Series([value], strict=False) if value is not None else pl.Series([None], dtype=pl.String)
        )
        faults: list[Diagnostic] = []
        known = person({fact.name: value}, vocabulary, date.max, faults)
        found = read.values.to_list()[0]
        faulty = read.odd["kode"].drop_nulls().len() > 0
        codes = {fault.code for fault in faults} - {"fact-out-of-range"} if fact.kind == "date" else faults
        if fact.kind == "date":
            assert faulty <= bool(codes)
            if not codes and isinstance(value, date):
                assert found == value
            continue
        if not codes:
            assert not faulty
            assert found == _expected(fact, known.facts, known.presumed, value)
        elif faulty:
            assert found is None or found == UNKNOWN


def _expected(fact: Fact, facts: object, presumed: Iterable[str], value: object) -> object:
    """A person's fact as a registry's column has it: unstated is null, unknown is a word in columns of words."""
    assert hasattr(facts, "get")
    if fact.name in presumed:
        return None
    known = facts.get(fact.name)
    words = isinstance(type_of(fact), pl.Enum)
    if known is None:
        return UNKNOWN if words and isinstance(value, str) and value.strip() == UNKNOWN else None
    return ("ya" if known else "tidak") if words and isinstance(known, bool) else known


@pytest.mark.parametrize(
    ("fact", "cells", "values"),
    [
        ("usia", pl.Series([40.0, 40.5, float("nan"), float("inf"), None]), [40, None, None, None, None]),
        ("usia", pl.Series([40, 300, -1, None], dtype=pl.Int64), [40, None, None, None]),
        ("usia", pl.Series([40, 255], dtype=pl.UInt8), [40, None]),
        ("usia", pl.Series([2**60], dtype=pl.UInt64), [None]),
        ("usia", pl.Series(["40.00"]).cast(pl.Decimal(10, 2)), [40]),
        ("usia", pl.Series([True]), [None]),
        ("peserta_aktif", pl.Series([True, False, None]), [True, False, None]),
        ("peserta_aktif", pl.Series([1, 0, 2, None]), [True, False, None, None]),
        ("peserta_aktif", pl.Series([1.0, 0.0, float("nan")]), [True, False, None]),
        ("penerima_berjalan", pl.Series([True, False, None]), ["ya", "tidak", None]),
        ("penerima_berjalan", pl.Series([1, 5, None]), ["ya", UNKNOWN, None]),
        ("pekerjaan", pl.Series(["Petani", "x"], dtype=pl.Categorical), ["petani", UNKNOWN]),
        ("pekerjaan", pl.Series(["petani", "x"], dtype=pl.Enum(["x", "petani"])), ["petani", UNKNOWN]),
        ("pekerjaan", pl.Series([3, None]), [UNKNOWN, None]),
        ("pekerjaan", pl.Series([["petani"], None]), [UNKNOWN, None]),
        ("pekerjaan", pl.Series([b"petani"]), [UNKNOWN]),
        ("tanggal_lahir", pl.Series([date(1980, 1, 2), None]), [date(1980, 1, 2), None]),
        ("tanggal_lahir", pl.Series([datetime(1980, 1, 2)]), [date(1980, 1, 2)]),
        ("tanggal_lahir", pl.Series([datetime(1980, 1, 2, 20, tzinfo=UTC)]), [date(1980, 1, 3)]),
        ("tanggal_lahir", pl.Series([29580]), [None]),
        ("kelurahan", pl.Series([3376011005]), ["33.76.01.1005"]),
        ("pekerjaan", pl.Series([None, None]), [None, None]),
        ("pekerjaan", pl.Series([], dtype=pl.String), []),
        ("nama", pl.Series(["  Warga\n Sintetis ", "-", "=1+1", None]), ["Warga Sintetis", None, "=1+1", None]),
    ],
)
def test_columns_of_a_typed_file_are_read_by_their_types(
    library: Library, fact: str, cells: pl.Series, values: list[object]
) -> None:
    entry = library.vocabulary.facts[fact]
    read = Column(entry, judge_of(entry, library.vocabulary, TEGAL, None, {})).read(cells)
    assert read.values.dtype == type_of(entry)
    assert read.values.to_list() == values
    known = read.values.is_not_null() & (read.values.cast(pl.String) != UNKNOWN)
    faulty = set(read.odd.filter(pl.col("kode").is_not_null())["at"])
    unstated = set(read.odd.filter(pl.col("keadaan") == State.UNSTATED.value)["at"]) | set(cells.is_null().arg_true())
    assert faulty == set(range(len(cells))) - set(known.arg_true()) - unstated
