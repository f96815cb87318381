"""The shipped budgets: the commands in their heads run, all seven versions are among them, and the sums hold."""

from __future__ import annotations

import re
import shlex
import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner

from api.cli import app
from engine.decision.decide import Desk
from engine.language.library import Library
from engine.language.messages.money import UNPAID
from engine.language.policy import Policy
from engine.registry.allocation import statement
from engine.registry.allocation.budget import CHOICES, Budget, fitting, read_budget
from engine.registry.allocation.granted import SCHEMA, read_granted
from engine.registry.allocation.invariants import assert_sound
from engine.registry.allocation.results import digest_of
from engine.registry.allocation.year import Year, allocate_year
from engine.registry.synth.registry import Request, blocks
from engine.revision.whatif import replacement, set_values
from tests.registry.people import frame_of
from tests.registry.test_random_years import hold

ANGGARAN = Path(str(files("api"))) / "sample" / "anggaran"
BUDGETS = sorted(path.name for path in ANGGARAN.glob("*.yaml"))
JANUARY = date(2023, 1, 2)
NOT_IN_LINE = {"held", "ineligible", "undetermined", "no_identity"}
"""Reasons that are not about a month of somebody eligible."""


def commands(name: str) -> list[list[str]]:
    """The commands in the head of a budget, without the program's name."""
    text = (ANGGARAN / name).read_text("utf-8")
    return [shlex.split(line) for line in re.findall(r"^#   perwal (.*)$", text, flags=re.MULTILINE)]


def option(command: list[str], name: str) -> str | None:
    return command[command.index(name) + 1] if name in command else None


@dataclass(frozen=True, slots=True)
class Ran:
    name: str
    budget: Budget
    applicants: pl.DataFrame
    results: list[tuple[list[str], Path]]
    """Each command `run` and its folder."""


@pytest.fixture(scope="module", params=BUDGETS)
def ran(request: pytest.FixtureRequest, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    folder = tmp_path_factory.mktemp("contoh")
    shutil.copy(ANGGARAN / request.param, folder)
    results = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in commands(request.param):
            ended = CliRunner().invoke(app(), command, env={"COLUMNS": "200"})
            assert ended.exit_code == 0, (command, ended.output)
            if command[0] == "run":
                results.append((command, folder / (option(command, "-o") or "")))
    applicants = pl.read_csv(folder / "daftar.csv", infer_schema=False)
    return Ran(request.param, budget_of((folder / request.param).read_text("utf-8"), library), applicants, results)


def budget_of(text: str, library: Library) -> Budget:
    budget, faults = read_budget(text.encode(), Path("anggaran.yaml"), library.vocabulary)
    assert budget, faults
    return budget


def test_all_seven_versions_run_from_shipped_examples(library: Library) -> None:
    run = set()
    for name in BUDGETS:
        for command in commands(name):
            if command[0] == "run":
                chosen = library.chosen(command[1], date.fromisoformat(option(command, "--on") or ""))
                run.add(option(command, "--policy") or (chosen.id if chosen else None))
    assert run == set(library.policies)


def test_examples_are_no_policies_and_say_that_they_are_made_up(library: Library) -> None:
    assert not set(library.policies) & {f"anggaran/{name.removesuffix('.yaml')}" for name in BUDGETS}
    for name in BUDGETS:
        text = (ANGGARAN / name).read_text("utf-8")
        assert "sintetis: ya" in text and "dikarang untuk contoh" in text


def test_an_example_pays_somebody_and_its_sums_hold(ran: Ran) -> None:
    homes = dict(ran.applicants.select("nik", "kelurahan").iter_rows())
    trades = dict(ran.applicants.select("nik", "pekerjaan").iter_rows())
    pots = {pot.id: pot for pot in ran.budget.pots}
    for command, folder in ran.results:
        before = option(command, "--granted")
        earlier = pl.read_parquet(folder.parent / before) if before else pl.DataFrame(schema=SCHEMA)
        paid = set(earlier.select("nik", "bulan").iter_rows())
        committed = Counter(dict(earlier.group_by("uang").agg(pl.col("rupiah").sum()).iter_rows()))
        spent = committed.copy()
        told = pl.read_json(folder / "uang.json").to_dicts()[0]
        given = pl.read_parquet(folder / "hibah.parquet")
        assert given.height or before
        assert digest_of(given) == told["grants_digest"]
        for nik, month, name, source, provider, rupiah in given.iter_rows():
            pot = pots[name]
            assert (nik, month) not in paid
            paid.add((nik, month))
            spent[name] += rupiah
            assert (pot.source, pot.provider) == (source, provider)
            assert pot.months >> (int(month[5:]) - 1) & 1 and month.startswith(f"{ran.budget.year}-")
            assert homes[nik] and (not pot.earmark.villages or homes[nik] in pot.earmark.villages)
            assert not pot.earmark.occupations or trades[nik] in pot.earmark.occupations
        for line in told["money"]:
            name = line["uang"]
            assert line["terpakai_sebelumnya"] == committed[name]
            assert line["diberikan"] == spent[name] - committed[name]
            assert line["diterima"] == pots[name].received == spent[name] + line["sisa"]
        everybody = pl.read_parquet(folder / "alokasi.parquet")
        assert everybody["nik"].is_sorted() and everybody["bulan_dibayar"].sum() == given.height
        silent = everybody.filter(
            pl.col("tidak_dibayar").is_null() & (pl.col("bulan_dibayar") + pl.col("bulan_sebelumnya") == 0)
        )
        assert silent["urutan"].is_null().all(), "nobody in line goes without money and without a reason"


def test_only_the_polytechnic_pays_in_its_two_villages_and_pledges_pay_only_what_came(library: Library) -> None:
    year = example_year(library, "tegal-2022.yaml", library.policies["tegal/rintisan"], date(2022, 3, 1))
    given = statement.grants(year).join(year.people.select("nik", "kelurahan"), on="nik")
    campus = given.filter(pl.col("kelurahan").is_in(["33.76.01.1001", "33.76.04.1007"]))
    assert campus.height and set(campus["penyedia"]) == {"Politeknik Harapan Bersama"}
    assert set(given.filter(pl.col("uang") == "politeknik")["kelurahan"]) == set(campus["kelurahan"])
    pots = {line["uang"]: line for line in statement.pots(year).to_dicts()}
    assert pots["perusahaan_selatan"]["dijanjikan"] > 0 == pots["perusahaan_selatan"]["orang"]
    assert pots["perusahaan_barat"]["sisa"] < 16_800 < pots["perusahaan_barat"]["diberikan"]
    assert given["bulan"].max() == "2022-09"
    autumn = example_year(library, "tegal-2022.yaml", library.policies["tegal/2022-apbd-perubahan"], date(2022, 10, 1))
    heads = statement.grants(autumn)
    assert set(heads["uang"]) == {"apbd_perubahan"} and set(heads["bulan"]) == {"2022-10", "2022-11", "2022-12"}
    assert heads["nik"].n_unique() > given["nik"].n_unique()


def test_money_of_a_proposed_rule_is_told_and_does_not_pay(library: Library) -> None:
    policy = library.policies["tegal/2023"]
    budget = budget_of((ANGGARAN / "tegal-2023.yaml").read_text("utf-8"), library)
    (warning,) = fitting(budget, [policy], "tegal", 2023)
    assert (warning.code, warning.severity) == ("budget-source-draft", "warning")
    pots = {line["uang"]: line for line in statement.pots(example_year(library, "tegal-2023.yaml", policy)).to_dicts()}
    assert pots["asn"]["orang"] == 0 < pots["donasi_warga"]["orang"]


def test_three_months_of_donors_are_chained_into_the_citys_money(library: Library) -> None:
    policy = otherwise(library, "tegal/2023", "kelompok.pekerja_rentan.pendanaan.asn.status=berlaku")
    text = (ANGGARAN / "tegal-2023.yaml").read_text("utf-8")
    people = [worker("01", date(1980, 5, 5)), worker("02", date(1958, 2, 10)), worker("03", date(1958, 2, 10))]
    people[2]["kelurahan"] = "33.76.01.1007"
    year = allocate_year(Desk(library), frame_of(library, people), budget_of(text, library), lambda _: policy, JANUARY)
    hold(year, people)
    told = statement.people(year)
    assert told["dibayar"].to_list() == ["2023-01–2023-12"] * 3
    assert told["uang"].to_list()[0] == "apbd_pekerja_rentan; asn"
    by_month = statement.grants(year).filter(pl.col("nik") == people[1]["nik"])["uang"].to_list()
    assert by_month == ["asn"] * 3 + ["apbd_pekerja_rentan"] * 9, "65 in February: goes on because March is paid"
    port = statement.grants(year).filter(pl.col("nik") == people[2]["nik"])["uang"].to_list()
    assert port[:3] == ["perusahaan_pelabuhan"] * 3


def test_without_donors_whoever_turns_65_before_the_city_pays_has_lapsed(library: Library) -> None:
    text = (ANGGARAN / "tegal-2023.yaml").read_text("utf-8")
    people = [worker("01", date(1980, 5, 5)), worker("02", date(1958, 2, 10))]
    for one in people:
        one["pekerjaan"] = "kuli_panggul"
    policy = library.policies["tegal/2023"]
    year = allocate_year(Desk(library), frame_of(library, people), budget_of(text, library), lambda _: policy, JANUARY)
    hold(year, people)
    young, old = statement.people(year).to_dicts()
    assert (young["dibayar"], young["tidak_dibayar"]) == ("2023-04–2023-12", "earmarked: 2023-01–2023-03")
    assert (old["dibayar"], old["tidak_dibayar"]) == (None, "earmarked: 2023-01–2023-03; lapsed: 2023-04–2023-12")


def test_months_that_a_rule_may_pay_are_used_up_and_said_so(library: Library) -> None:
    policy = otherwise(library, "tegal/2023", "kelompok.pekerja_rentan.pendanaan.asn.status=berlaku")
    text = "kota: tegal\ntahun: 2023\nbenih: b\nuang: [{id: asn, sumber_dana: asn, diterima: 9000000}]\n"
    people = [worker("01", date(1980, 5, 5))]
    year = allocate_year(Desk(library), frame_of(library, people), budget_of(text, library), lambda _: policy, JANUARY)
    hold(year, people)
    (told,) = statement.people(year).to_dicts()
    assert (told["dibayar"], told["tidak_dibayar"]) == ("2023-01–2023-03", "months_over: 2023-04–2023-12")


READINGS = {"total": "arti_kuota: total", "tambahan": "arti_kuota: tambahan"}
SHARES = {
    "dtks": ("pekalongan/2022-19b", None, "sisa_terbesar"),
    "penduduk dan miskin ekstrem": ("pekalongan/2023-usulan", None, "sisa_terbesar"),
    "penduduk": ("pekalongan/2023-usulan", "kuota.menurut={penduduk: 1}", "sisa_terbesar"),
    "miskin ekstrem": ("pekalongan/2023-usulan", "kuota.menurut={miskin_ekstrem: 1}", "sisa_terbesar"),
    "rata": ("pekalongan/2022-19b", None, "rata"),
}


@pytest.fixture(scope="module")
def pekalongan(library: Library) -> pl.DataFrame:
    """A registry in which 423 people are paid for from the year before."""
    request = Request("pekalongan", 20_000, JANUARY)
    people = pl.concat([block.shown for block in blocks(request, library.vocabulary)])
    year = allocate_year(
        Desk(library),
        people.with_columns(penerima_berjalan=pl.lit("tidak", people.schema["penerima_berjalan"])),
        budget_of((ANGGARAN / "pekalongan-2023.yaml").read_text("utf-8"), library),
        lambda _: library.policies["pekalongan/2022-19b"],
        JANUARY,
    )
    paid = statement.grants(year)["nik"].unique().sort().head(423).implode()
    said = pl.when(pl.col("nik").is_in(paid)).then(pl.lit("ya")).otherwise(pl.lit("tidak"))
    return people.with_columns(said.cast(people.schema["penerima_berjalan"]).alias("penerima_berjalan"))


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("reading", [*READINGS, "sisa"])
def test_pekalongans_thousand_under_each_reading_and_each_share(
    reading: str, share: str, pekalongan: pl.DataFrame, library: Library
) -> None:
    name, weights, method = SHARES[share]
    changes = [*([weights] if weights else []), *(["kuota.2023.jumlah=577"] if reading == "sisa" else [])]
    policy = otherwise(library, name, *changes)
    text = (ANGGARAN / "pekalongan-2023.yaml").read_text("utf-8").replace("diterima: 240000000", "diterima: 990000000")
    text = text.replace(READINGS["total"], READINGS["total" if reading == "total" else "tambahan"])
    text = text.replace("metode_kuota: sisa_terbesar", f"metode_kuota: {method}")
    year = allocate_year(Desk(library), pekalongan, budget_of(text, library), lambda _: policy, JANUARY)
    people = pekalongan.select("nik", "kelurahan", penerima_berjalan=pl.col("penerima_berjalan") == "ya").to_dicts()
    hold(year, people)
    quota = 577 if reading == "sisa" else 1000
    villages = statement.villages(year)
    assert villages["kuota"].sum() == quota
    if method == "rata":
        assert villages["kuota"].max() - villages["kuota"].min() <= 1  # type: ignore[operator]
    given = statement.grants(year)
    ongoing = [one["nik"] for one in people if one["penerima_berjalan"]]
    kept = given.filter(pl.col("nik").is_in(ongoing))["nik"].n_unique()
    new = given["nik"].n_unique() - kept
    assert kept > 0 < new
    if share in ("dtks", "rata"):
        assert kept == 423
    if reading == "total":
        assert villages["sudah_memegang"].sum() + new <= 1000
    else:
        assert new <= quota
    assert (villages["tempat_baru"] <= villages["kuota"]).all()
    full = villages.filter(pl.col("sisa") == 0).height
    waiting = year.unpaid["quota"]
    assert (full > 0) == bool(waiting.any())


def test_a_july_run_after_januarys_pays_no_month_twice_and_no_more_than_a_thousand(
    pekalongan: pl.DataFrame, library: Library, tmp_path: Path
) -> None:
    policy = library.policies["pekalongan/2022-19b"]
    poor = (ANGGARAN / "pekalongan-2023.yaml").read_text("utf-8").replace("diterima: 240000000", "diterima: 100000000")
    for reading in READINGS.values():
        first = budget_of(poor.replace(READINGS["total"], reading), library)
        january = allocate_year(Desk(library), pekalongan, first, lambda _: policy, JANUARY)
        earlier = statement.grants(january)
        earlier.write_parquet(tmp_path / "hibah.parquet")
        faults: list[Any] = []
        second = budget_of(poor.replace("100000000", "300000000").replace(READINGS["total"], reading), library)
        granted = read_granted(tmp_path / "hibah.parquet", 2023, second.pots, faults)
        assert granted and not faults
        july = allocate_year(Desk(library), pekalongan, second, lambda _: policy, date(2023, 7, 1), granted)
        people = pekalongan.select("nik", "kelurahan", penerima_berjalan=pl.col("penerima_berjalan") == "ya").to_dicts()
        hold(july, people, earlier)
        given = statement.grants(july)
        assert given.height and given["bulan"].min() >= "2023-07"  # type: ignore[operator]
        ongoing = pl.Series([one["nik"] for one in people if one["penerima_berjalan"]])
        every = pl.concat([earlier, given])["nik"].unique()
        new = every.filter(~every.is_in(ongoing.implode()))
        assert new.len() <= 1000
        if reading == READINGS["total"]:
            assert new.len() + ongoing.len() <= 1000


def test_shuffled_rows_give_the_same_bytes(pekalongan: pl.DataFrame, library: Library, tmp_path: Path) -> None:
    budget = budget_of((ANGGARAN / "pekalongan-2023.yaml").read_text("utf-8"), library)
    policy = library.policies["pekalongan/2023-usulan"]
    written = []
    for name, people in (("satu", pekalongan), ("dua", pekalongan.sample(fraction=1, shuffle=True, seed=7))):
        year = allocate_year(Desk(library), people, budget, lambda _: policy, JANUARY)
        files_ = []
        for table in (statement.grants, statement.people, statement.pots, statement.villages):
            path = tmp_path / f"{name}-{table.__name__}.parquet"
            table(year).write_parquet(path)
            files_.append(path.read_bytes())
        written.append(files_)
    assert written[0] == written[1]


def test_somebody_who_turns_65_in_may_goes_on_only_if_may_is_paid(library: Library) -> None:
    policy = library.policies["pekalongan/2022-19b"]
    text = (ANGGARAN / "pekalongan-2023.yaml").read_text("utf-8")
    born = date(1958, 5, 20)
    people = [{**worker("02", born), "kota": "pekalongan", "kelurahan": "33.75.01.1002"}]
    paid = {"": "2023-01–2023-12", ", bulan: {dari: 5, sampai: 12}": "2023-05–2023-12"}
    for months, expected in {**paid, ", bulan: {dari: 6, sampai: 12}": None}.items():
        pot = f"  - {{id: apbd, sumber_dana: apbd, diterima: 9000000{months}}}\nkelurahan:"
        changed = re.sub(r"  - id: apbd\n.*?\nkelurahan:", pot, text, flags=re.DOTALL)
        year = allocate_year(
            Desk(library), frame_of(library, people), budget_of(changed, library), lambda _: policy, JANUARY
        )
        hold(year, people)
        assert statement.people(year)["dibayar"].to_list() == [expected]


def worker(number: str, born: date) -> dict[str, Any]:
    return {
        "nik": f"33760101018000{number}",
        "no_kk": f"33760101011000{number}",
        "waktu_daftar": "2022-12-01T08:00:00",
        "tanggal_lahir": born,
        "penerima_berjalan": False,
        "kota": "tegal",
        "kelurahan": "33.76.01.1002",
        "pekerjaan": "tukang_becak" if number != "01" else "kuli_panggul",
        "hubungan_kerja": "luar_hubungan_kerja",
        "jabatan_rt": "tidak_ada",
        "jabatan_rw": "tidak_ada",
        "jabatan_lpmk": "tidak_ada",
        "status_kepegawaian": "bukan_pegawai",
        "peserta_aktif": False,
    }


def otherwise(library: Library, name: str, *changes: str) -> Policy:
    """A version with other values at some paths."""
    faults: list[Any] = []
    wanted = [found for found in map(replacement, changes) if found]
    policy = set_values(library, library.policies[name], wanted, faults)
    assert policy and not faults, faults
    return policy


def example_year(library: Library, name: str, policy: Policy, start: date = JANUARY) -> Year:
    """A shipped budget with a synthetic registry of its city."""
    request = Request(policy.city, 10_000, start)
    people = pl.concat([block.shown for block in blocks(request, library.vocabulary)])
    budget = budget_of((ANGGARAN / name).read_text("utf-8"), library)
    year = allocate_year(Desk(library), people, budget, lambda _: policy, start)
    assert_sound(year)
    return year


def test_the_budget_and_the_options_that_the_documentation_shows_are_those_there_are(library: Library) -> None:
    text = Path("docs/money.md").read_text("utf-8")
    (shown,) = re.findall(r"```yaml\n(.*?)```", text, flags=re.DOTALL)
    assert len(budget_of(shown, library).pots) == 2
    listed = dict.fromkeys(re.findall(r"^\| `(\w+)` \| `\w+` \|", text, flags=re.MULTILINE))
    assert list(listed) and set(listed) == set(CHOICES)
    for name, choices in CHOICES.items():
        rows = re.search(rf"^\| `{name}` \|.*\n(?:\| \| .*\n)*", text, flags=re.MULTILINE)
        assert rows and re.findall(r"^\| (?:`\w+` )?\| `(\w+)`", rows[0], flags=re.MULTILINE) == list(choices)
    reasons = re.findall(r"^\| `(\w+)` \| [^`]", text, flags=re.MULTILINE)
    assert sorted(reasons) == sorted(set(UNPAID) - NOT_IN_LINE)
