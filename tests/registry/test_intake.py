"""A list of applicants becomes typed columns: every faulty cell is named, every row stays, nothing is guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.decision.decide import Desk
from engine.decision.facts import person
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, load, shipped
from engine.language.messages import fault_text
from engine.language.messages.registry import HELD, TABLE_FAULTS
from engine.language.reader import UNKNOWN
from engine.registry.columns import schema_of
from engine.registry.deciding import Ledger
from engine.registry.intake.cells import judge_of
from engine.registry.intake.faults import as_diagnostics
from engine.registry.intake.files import open_table
from engine.registry.intake.intake import take_in
from engine.registry.intake.mapping import MappingFile, attesting, read_mapping
from tests.registry.listing import PATH, listing, nik, read

VOCABULARY = load(shipped()).vocabulary
CITIES = ("tegal", "kab_tegal", "pekalongan", "kendal", "lainnya", "Kota Tegal", "Tegal", "rusak", UNKNOWN, None)
VILLAGES = ("33.76.01.1005", "3328012001", "33.75.01.1002", "33.74.01.1001", "rusak", UNKNOWN, None)


def mapping_of(library: Library, text: str = "", **attested: str) -> MappingFile:
    faults: list[Diagnostic] = []
    mapping = read_mapping(text.encode(), "peta.yaml", library.vocabulary, faults) if text else MappingFile()
    mapping = attesting(mapping, attested, library.vocabulary, "--tetap", faults)
    assert not faults
    return mapping


def codes(faults: pl.DataFrame) -> list[tuple[int, str, str]]:
    return faults.select("baris", "kolom", "kode").rows()


def test_a_list_as_a_village_makes_it(library: Library) -> None:
    columns = {
        "No": ["1", "2", "3"],
        "No. KTP": [nik("1980-03-02", 1), "3,37601E+15", nik("1975-08-17", 2)],
        "Nama Lengkap": ["Warga  Sintetis", "Warga Lain", "Warga Ketiga"],
        "Tempat/Tgl. Lahir (dd/mm/yyyy)": ["Tegal, 02-03-1980", "3 Mei 1970", "17/08/75"],
        "Pekerjaan": ["Tukang Becak", "supir angkot", "tukang becek"],
        "Kelurahan/Desa": ["Kraton", "Kel. Pesurungan Kidul", "33.76.04.1007"],
        "Kab/Kota": ["Tegal", "Kota Tegal", None],
        "Peserta Aktif JKK/JKM": ["tidak", "t", "√"],
        "Alamat": ["Jalan A", "Jalan B", "Jalan C"],
    }
    mapping = mapping_of(library, "tanggal: hari-bulan-tahun", jabatan_rt="tidak_ada")
    intake, rows, faults = read(library.vocabulary, columns, mapping=mapping)
    assert rows.select(intake.schema.keys() - {"nik", "nama"}).to_dicts() == [
        {
            "baris": 2, "tanggal_lahir": date(1980, 3, 2), "pekerjaan": "tukang_becak", "kelurahan": "33.76.01.1005",
            "kota": "tegal", "peserta_aktif": False, "jabatan_rt": "tidak_ada", "ditahan": None, "isian_keliru": None,
        },
        {
            "baris": 3, "tanggal_lahir": date(1970, 5, 3), "pekerjaan": "sopir_angkot", "kelurahan": "33.76.01.1001",
            "kota": "tegal", "peserta_aktif": None, "jabatan_rt": "tidak_ada", "ditahan": "nik_notasi_ilmiah",
            "isian_keliru": "peserta_aktif nik",
        },
        {
            "baris": 4, "tanggal_lahir": None, "pekerjaan": UNKNOWN, "kelurahan": "33.76.04.1007", "kota": "tegal",
            "peserta_aktif": True, "jabatan_rt": "tidak_ada", "ditahan": None,
            "isian_keliru": "tanggal_lahir pekerjaan",
        },
    ]  # fmt: skip
    assert codes(faults) == [
        (3, "No. KTP", "nik-scientific"),
        (3, "Peserta Aktif JKK/JKM", "cell-letter-t"),
        (4, "Tempat/Tgl. Lahir (dd/mm/yyyy)", "cell-date-short-year"),
        (4, "Pekerjaan", "cell-unknown-word"),
    ]
    assert faults["saran"].to_list() == [None, None, None, "tukang becak"]
    assert faults["urutan"].to_list() == [2, 8, 4, 5]
    assert [fault.code for fault in intake.faults] == ["heading-unknown"]


def test_every_sentence_is_there_in_both_languages_and_no_cell_is_in_it(library: Library) -> None:
    secret = "3376010203800001"
    names = [name for name in library.vocabulary.facts if name not in ("nama", "nip_donatur")]
    intake, _, faults = read(library.vocabulary, {name: [secret, f"{secret}7", "ke-3376"] for name in names})
    assert faults.height > 2 * len(names)
    assert "3376" not in str(faults.select("kode", "saran", "kolom").rows())
    for found in [*intake.faults, *as_diagnostics(faults, PATH, 1000)]:
        for language in ("id", "en"):
            text, hint = fault_text(found, language)
            assert text and hint and "3376" not in text + hint and "{" not in text + hint


def test_every_fault_and_reason_has_its_sentences() -> None:
    for sentence in TABLE_FAULTS.values():
        assert sentence.say.id and sentence.say.en
    for label in HELD.values():
        assert label.id and label.en


def test_diagnostics_stand_at_the_cell_and_are_no_more_than_asked_for(library: Library) -> None:
    _, _, faults = read(library.vocabulary, {"nik": [None] * 9, "pekerjaan": ["Tukang Becek"] * 9})
    found = as_diagnostics(faults, PATH, 3)
    assert [str(fault.place) for fault in found] == ["daftar.csv:2:1", "daftar.csv:2:2", "daftar.csv:3:1"]
    assert found[1].values == {"suggestion": "tukang becak"}


def test_the_columns_are_those_of_a_registry_in_every_batch(library: Library) -> None:
    columns = {"nik": [nik("1980-01-02", 1)] * 3, "Kelurahan": ["Kraton", None, "?"], "sintetis": ["ya", "ya", "ya"]}
    intake = take_in(listing(columns, batch=2), library.vocabulary, "tegal")
    frames = [batch.rows for batch in intake.batches]
    assert [frame.height for frame in frames] == [2, 1]
    whole = schema_of(library.vocabulary)
    assert list(intake.schema) == ["baris", "kota", "kelurahan", "nik", "ditahan", "isian_keliru", "sintetis"]
    for frame in frames:
        assert dict(frame.schema) == dict(intake.schema)
        assert all(frame.schema[name] == whole[name] for name in frame.columns)
    assert frames[0]["sintetis"].to_list() == [True, True]


@pytest.mark.parametrize("order", [None, "hari-bulan-tahun"])
def test_the_order_of_day_and_month_is_not_guessed_even_where_only_one_is_possible(
    library: Library, order: str | None
) -> None:
    mapping = mapping_of(library, f"tanggal: {order}" if order else "")
    columns = {"nik": [nik("1980-01-02", 1)] * 3, "Tgl Lahir": ["25/12/1980", "02/03/1980", "1980-03-02"]}
    _, rows, faults = read(library.vocabulary, columns, mapping=mapping)
    if order:
        assert rows["tanggal_lahir"].to_list() == [date(1980, 12, 25), date(1980, 3, 2), date(1980, 3, 2)]
    else:
        assert rows["tanggal_lahir"].to_list() == [None, None, date(1980, 3, 2)]
        assert faults["kode"].to_list() == ["cell-date-order"] * 2
        hint = fault_text(as_diagnostics(faults, PATH, 1)[0], "id")[1]
        assert hint and "--dates hari-bulan-tahun" in hint


def test_nothing_stated_is_not_the_same_as_faulty_where_a_fact_is_presumed(library: Library) -> None:
    columns = {
        "penerima_berjalan": ["ya", None, "-", "?", "mungkin"],
        "pekerjaan_kedua": ["petani", None, "-", "tidak tahu", "ptani"],
        "nik": [nik("1980-01-02", serial) for serial in range(1, 6)],
    }
    _, rows, _ = read(library.vocabulary, columns)
    assert rows["penerima_berjalan"].to_list() == ["ya", None, None, UNKNOWN, UNKNOWN]
    assert rows["pekerjaan_kedua"].to_list() == ["petani", None, None, UNKNOWN, UNKNOWN]


def test_a_fault_of_the_headings_stands_in_their_row(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("DAFTAR PEKERJA RENTAN,,\n\nusia,Alamat,profesi\n40,Jalan A,petani\n")
    intake = take_in(open_table(path), library.vocabulary)
    assert [(fault.code, fault.place.line, fault.place.column) for fault in intake.faults] == [
        ("heading-unknown", 3, 2),
        ("heading-no-nik", 3, 1),
    ]


def test_absent_columns_unseen_codes_nulls_and_empty_files_are_cases(library: Library) -> None:
    intake, rows, faults = read(library.vocabulary, {"nik": [], "pekerjaan": []})
    assert rows.is_empty() and faults.is_empty() and not intake.faults
    assert dict(rows.schema) == dict(intake.schema)
    intake, rows, faults = read(library.vocabulary, {})
    assert [fault.code for fault in intake.faults] == ["heading-none"]
    assert rows.is_empty()
    numbers = [nik("1980-01-02", serial) for serial in range(1, 4)]
    _, rows, faults = read(library.vocabulary, {"nik": numbers, "pekerjaan": ["a1", "b2", "c3"]})
    assert rows["pekerjaan"].to_list() == [UNKNOWN] * 3 and faults.height == 3
    _, rows, faults = read(library.vocabulary, {"nik": numbers, "pekerjaan": [None] * 3, "usia": [None] * 3})
    assert rows["pekerjaan"].null_count() == rows["usia"].null_count() == 3 and faults.is_empty()
    nothing = pl.Series([None] * 3, dtype=pl.Null)
    _, rows, faults = read(library.vocabulary, {"nik": numbers, **{n: nothing for n in VOCABULARY.facts if n != "nik"}})
    assert rows.height == 3 and faults.is_empty()
    assert dict(rows.schema) == {n: k for n, k in schema_of(library.vocabulary).items() if n != "sintetis"}


def test_rows_that_say_nothing_are_left_out_and_counted(library: Library) -> None:
    columns = {"No": ["1", "2", "3"], "nik": [nik("1980-01-02", 1), None, None], "usia": ["40", None, " "]}
    intake = take_in(listing(columns), library.vocabulary)
    batches = list(intake.batches)
    assert [batch.blank for batch in batches] == [1]
    assert batches[0].rows["baris"].to_list() == [2, 4]


def test_a_faulty_identity_holds_the_row_and_a_list_without_nik_holds_none(library: Library) -> None:
    _, rows, _ = read(library.vocabulary, {"nik": [None, "1", nik("1980-01-02", 1)], "usia": ["40"] * 3})
    assert rows["ditahan"].to_list() == ["nik_kosong", "nik_bukan_16_angka", None]
    assert set(rows["ditahan"].drop_nulls()) <= set(HELD)
    _, rows, _ = read(library.vocabulary, {"no_kk": ["1", None], "usia": ["40"] * 2})
    assert rows["ditahan"].to_list() == [None, None]
    assert rows["isian_keliru"].to_list() == ["no_kk", None]


# places


@pytest.mark.parametrize(
    ("city", "village", "settled", "kept", "fault"),
    [
        (None, "33.76.01.1005", "tegal", "33.76.01.1005", None),
        ("Tegal", "33.76.01.1005", "tegal", "33.76.01.1005", None),
        ("Tegal", "3328012001", "kab_tegal", "33.28.01.2001", None),
        ("Tegal", "Kraton", "tegal", "33.76.01.1005", None),
        ("Tegal", None, UNKNOWN, None, "cell-city-ambiguous"),
        ("Pekalongan", "33.76.01.1005", UNKNOWN, None, "cell-place-disagrees"),
        ("kab_tegal", "33.76.01.1005", UNKNOWN, None, "cell-place-disagrees"),
        ("Kabupaten Tegal", "Kraton", "kab_tegal", None, "cell-village-elsewhere"),
        ("Kota Tegl", "33.76.01.1005", "tegal", "33.76.01.1005", "cell-unknown-word"),
        ("Kota Tegal", "Kratoon", "tegal", None, "cell-unknown-village"),
        (UNKNOWN, "Kraton", "tegal", "33.76.01.1005", None),
        ("lainnya", "33.74.01.1001", "lainnya", "33.74.01.1001", None),
    ],
)
def test_the_village_settles_the_city_and_what_disagrees_is_unknown(
    library: Library, city: str | None, village: str | None, settled: str, kept: str | None, fault: str | None
) -> None:
    columns = {"nik": [nik("1980-01-02", 1)], "kota": [city], "kelurahan": [village]}
    _, rows, faults = read(library.vocabulary, columns)
    assert rows.select("kota", "kelurahan").rows() == [(settled, kept)]
    assert fault in [None, *faults["kode"]]
    assert faults.height == (2 if city == "Pekalongan" else fault is not None)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CITIES), st.sampled_from(VILLAGES)), min_size=1, max_size=6))
def test_places_settle_as_those_of_one_person_do(places: list[tuple[str | None, str | None]]) -> None:
    columns = {"usia": ["40"] * len(places), "kota": [c for c, _ in places], "kelurahan": [v for _, v in places]}
    _, rows, _ = read(VOCABULARY, columns)
    for (city, village), found in zip(places, rows.to_dicts(), strict=True):
        known = {"Kota Tegal": "tegal", "Tegal": None}.get(city or "", city)
        code = "33.28.01.2001" if village == "3328012001" else village
        if city == "Tegal" and code and code.startswith("33.7") and not code.startswith("33.76"):
            assert (found["kota"], found["kelurahan"]) == (UNKNOWN, None)
            continue
        facts = person({"kota": known, "kelurahan": code}, VOCABULARY, date(2023, 6, 1), []).facts
        assert (found["kota"] if found["kota"] != UNKNOWN else None) == facts.get("kota")
        assert found["kelurahan"] == facts.get("kelurahan")


# attested facts and words of a mapping


def test_an_attested_fact_fills_what_is_not_stated_and_contradictions_are_unknown(library: Library) -> None:
    columns = {
        "nik": [nik("1980-01-02", serial) for serial in range(1, 6)],
        "jabatan_rt": [None, "ketua", "tidak ada", "?", "ktua"],
        "Kota": ["Tegal", None, "Kota Tegal", "Pekalongan", "Brebes"],
    }
    mapping = mapping_of(library, jabatan_rt="tidak_ada", tulang_punggung="ya", kota="tegal", penerima_berjalan=UNKNOWN)
    intake, rows, faults = read(library.vocabulary, columns, mapping=mapping)
    assert rows["jabatan_rt"].to_list() == ["tidak_ada", UNKNOWN, "tidak_ada", UNKNOWN, UNKNOWN]
    assert rows["tulang_punggung"].to_list() == [True] * 5
    assert rows["kota"].to_list() == ["tegal", "tegal", "tegal", UNKNOWN, UNKNOWN]
    assert rows["penerima_berjalan"].to_list() == [UNKNOWN] * 5
    assert codes(faults) == [
        (3, "jabatan_rt", "cell-not-as-attested"),
        (5, "Kota", "cell-city-ambiguous"),
        (6, "jabatan_rt", "cell-unknown-word"),
        (6, "Kota", "cell-not-as-attested"),
    ]
    assert set(intake.attested) == {"jabatan_rt", "tulang_punggung", "kota", "penerima_berjalan"}


def test_an_attested_village_settles_the_city(library: Library) -> None:
    columns = {"nik": [nik("1980-01-02", 1), nik("1980-01-02", 2)], "kota": ["Tegal", "kab_tegal"]}
    _, rows, faults = read(library.vocabulary, columns, mapping=mapping_of(library, kelurahan="33.76.01.1005"))
    assert rows.select("kota", "kelurahan").rows() == [("tegal", "33.76.01.1005"), (UNKNOWN, None)]
    assert codes(faults) == [(3, "kota", "cell-place-disagrees")]


@pytest.mark.parametrize(
    ("attested", "code"),
    [
        ({"jabatan_rt": "ktua"}, "attested-not-understood"),
        ({"usia": "-4"}, "attested-not-understood"),
        ({"jabatan_rt": "-"}, "attested-not-understood"),
        ({"kota": "tegal", "kelurahan": "33.75.01.1002"}, "attested-disagree"),
    ],
)
def test_an_attested_value_that_is_none_is_an_error(library: Library, attested: dict[str, str], code: str) -> None:
    mapping = mapping_of(library, **attested)
    intake, _, _ = read(library.vocabulary, {"nik": [nik("1980-01-02", 1)]}, mapping=mapping)
    assert [(fault.code, fault.severity) for fault in intake.faults] == [(code, "error")]


def test_a_mapping_adds_meanings_of_texts_and_changes_none(library: Library) -> None:
    text = 'nilai: {pekerjaan: {mbecak: tukang_becak, "petani": nelayan}, peserta_aktif: {"T": tidak, "-": tidak}}'
    columns = {
        "nik": [nik("1980-01-02", serial) for serial in range(1, 5)],
        "pekerjaan": ["Mbecak", "petani", "mbecakk", None],
        "peserta_aktif": ["T", "t", "-", None],
    }
    intake, rows, _ = read(library.vocabulary, columns, mapping=mapping_of(library, text))
    assert rows["pekerjaan"].to_list() == ["tukang_becak", "petani", UNKNOWN, None]
    assert rows["peserta_aktif"].to_list() == [False, False, False, None]
    assert [fault.code for fault in intake.faults] == ["mapping-known"]


def test_a_mapping_is_held_against_the_list_and_the_vocabulary(library: Library) -> None:
    text = 'kolom: {"Tgl": tanggal_lahir, "Ket": abaikan}\nnilai: {pekerjaan: {mbecak: tukang_becek}}'
    intake, _, _ = read(library.vocabulary, {"nik": [], "usia": []}, mapping=mapping_of(library, text))
    assert [(fault.code, str(fault.place)) for fault in intake.faults] == [
        ("mapping-no-such-heading", "peta.yaml:1:9"),
        ("mapping-not-understood", "peta.yaml:2:29"),
    ]
    assert intake.faults[1].values["suggestion"] == "tukang becak"


# what the file itself says


def test_a_row_whose_cells_have_shifted_is_held_and_nothing_in_it_is_believed(library: Library) -> None:
    columns = {"nik": [nik("1980-01-02", 1)] * 2, "pekerjaan": ["petani"] * 2, "penerima_berjalan": ["tidak"] * 2}
    _, rows, faults = read(library.vocabulary, columns, faults=[(3, None, None, "row-too-long")])
    assert rows["ditahan"].to_list() == [None, "baris_bergeser"]
    assert rows.select("nik", "pekerjaan", "penerima_berjalan").row(1) == (None, UNKNOWN, UNKNOWN)
    assert faults.select("baris", "kode").rows() == [(3, "row-too-long")]


def test_a_cell_that_the_file_calls_damaged_is_unknown_and_not_unstated(library: Library) -> None:
    columns = {"nik": [nik("1980-01-02", 1)], "penerima_berjalan": [None], "usia": [None]}
    faults = [(2, "penerima_berjalan", 2, "cell-error"), (9, "usia", 3, "cell-error")]
    mapping = mapping_of(library, penerima_berjalan="tidak")
    _, rows, told = read(library.vocabulary, columns, faults=faults, mapping=mapping)
    assert rows["penerima_berjalan"].to_list() == [UNKNOWN]
    assert rows["isian_keliru"].to_list() == ["penerima_berjalan"]
    assert told["baris"].to_list() == [2, 9]


# the same whatever the way


def people(count: int, seed: int = 1) -> dict[str, list[str | None]]:
    """Clean rows of synthetic people, every cell stated."""
    random = Random(seed)
    born = [
        f"19{random.randrange(50, 99)}-{random.randrange(1, 13):02d}-{random.randrange(1, 29):02d}"
        for _ in range(count)
    ]
    return {
        "nik": [nik(day, serial + 1) for serial, day in enumerate(born)],
        "tanggal_lahir": list(born),
        "kota": ["tegal"] * count,
        "kelurahan": [random.choice(["33.76.01.1005", "33.76.01.1001"]) for _ in range(count)],
        "pekerjaan": [random.choice(["tukang_becak", "petani", "pemulung"]) for _ in range(count)],
        "pekerjaan_kedua": ["tidak_ada"] * count,
        "peserta_aktif": [random.choice(["ya", "tidak"]) for _ in range(count)],
        "penerima_berjalan": ["tidak"] * count,
        "desil": [str(random.randrange(1, 11)) for _ in range(count)],
    }


HOSTILE = (
    "=1+1", "rusak", "٤٢", "NaN", "1e400", "\x00", "a" * 5000, "tukang\nbecak,", "-1", "'", '"', "{name}", "t",
    "25/12/1980", "3,4E+15", "Tegal",
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
PLACES = ("kota", "kelurahan")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 8), TEXTS)),
    st.integers(1, 120),
)
def test_hostile_cells_spoil_no_other_cell_and_each_is_named(spoilt: list[tuple[int, int, str]], batch: int) -> None:
    clean = people(100)
    _, expected, none = read(VOCABULARY, clean)
    assert none.is_empty() and expected["isian_keliru"].null_count() == 100
    names = list(clean)
    columns = {name: list(cells) for name, cells in clean.items()}
    for row, column, text in spoilt:
        columns[names[column]][row] = text
    _, rows, faults = read(VOCABULARY, columns, batch=batch)
    assert rows["baris"].to_list() == expected["baris"].to_list()
    named = {(row - 2, column - 1) for row, column in faults.select("baris", "urutan").iter_rows()}
    touched = {(row, column) for row, column, _ in spoilt}
    settled = {(row, names.index(name)) for row, column in touched if names[column] in PLACES for name in PLACES}
    assert named <= touched | settled
    for at, (found, before) in enumerate(zip(rows.to_dicts(), expected.to_dicts(), strict=True)):
        for column, name in enumerate(names):
            if (at, column) not in touched | settled:
                assert found[name] == before[name]
            elif (at, column) in named:
                assert found[name] in (None, UNKNOWN) or name in PLACES
            elif name not in (*PLACES, "nik"):
                text = columns[name][at] or ""
                assert judge_of(VOCABULARY.facts[name], VOCABULARY, "33.76", None, {})(text).fault is None
        assert (found["ditahan"] is not None) == ((at, 0) in named)


def test_neither_batches_nor_the_order_of_rows_change_what_a_row_says(library: Library) -> None:
    columns = people(50)
    for name, text in (("pekerjaan", "rusak"), ("desil", "11"), ("kelurahan", "Kraton"), ("nik", "1")):
        columns[name][7] = text
    _, whole, faults = read(library.vocabulary, columns)
    for batch in (1, 7, 49):
        _, rows, told = read(library.vocabulary, columns, batch=batch)
        assert rows.equals(whole) and told.equals(faults)
    order = list(range(50))
    Random(3).shuffle(order)
    _, rows, told = read(library.vocabulary, {name: [cells[at] for at in order] for name, cells in columns.items()})
    assert rows.drop("baris").equals(whole[order].drop("baris"))
    assert sorted(told["kode"]) == sorted(faults["kode"])


def test_a_typed_file_reads_like_its_text(library: Library) -> None:
    columns = people(60)
    columns["penerima_berjalan"][3] = None
    columns["pekerjaan"][4] = None
    _, rows, _ = read(library.vocabulary, columns)
    typed = {name: rows[name] for name in columns}
    _, again, faults = read(library.vocabulary, typed)
    assert again.equals(rows) and faults.is_empty()
    numbers = {"nik": rows["nik"].cast(pl.Int64), "desil": rows["desil"].cast(pl.Float64)}
    _, others, faults = read(library.vocabulary, {**typed, **numbers})
    assert others.equals(rows) and faults.is_empty()


def test_a_typo_in_an_occupation_never_makes_a_criterion_failed(library: Library) -> None:
    """The same people, eligible by their occupation: with a typo they are undetermined or fail by something else."""
    policy, day = library.policies["pekalongan/2022-19b"], date(2022, 7, 1)
    works = ["tukang_becak", "tukang becek", "tkang_becak", "tukang  becak", "Tukang Bečak", "becak", "buruh batik?"]
    columns = {"nik": [nik("1980-01-02", serial + 1) for serial in range(len(works))], "pekerjaan": list(works)}
    _, rows, _ = read(library.vocabulary, columns, city="pekalongan")
    ledger = Ledger(Desk(library).decider(policy, day), library.vocabulary, day)
    verdicts = [ledger.verdicts[number] for number in ledger.decide(rows)]
    group = policy.groups[0]
    at = [criterion.id for criterion in group.criteria].index("pekerjaan")
    results = [verdict.findings[0][at] for verdict in verdicts]
    assert results == ["met", "unknown", "unknown", "met", "met", "unknown", "failed"]
