"""The monthly cycle: a year of months against a slow bookkeeping, and each rule on a few made-up people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest

from engine.decision.decide import Desk
from engine.language.condition import Among
from engine.language.diagnostic import Diagnostic, Place, has_errors
from engine.language.library import Library
from engine.language.messages import fault_text
from engine.language.policy import Policy
from engine.language.regions import villages_of
from engine.language.vocabulary import Language
from engine.registry.allocation import statement
from engine.registry.allocation.budget import Budget, Earmark, Pot, read_budget
from engine.registry.allocation.year import allocate_year
from engine.registry.columns import schema_of
from engine.registry.intake.cell import Cell, State
from engine.registry.intake.mapping import MappingFile
from engine.registry.intake.readers import readers_of
from engine.registry.monthly.changes import Changes, read_changes, written
from engine.registry.monthly.dates import Calendar, Month, month_of
from engine.registry.monthly.events import Event
from engine.registry.monthly.history import settle
from engine.registry.monthly.invariants import assert_sound
from engine.registry.monthly.keeping import OverCommitted
from engine.registry.monthly.month import Strangers, Turn, turn
from engine.registry.monthly.roster import Last, empty
from engine.registry.monthly.warnings import arrears, ending
from tests.registry.slow_month import Book, Happened, slow_month

VILLAGES = {
    city: [code for code, _ in villages_of(region)] for city, region in (("tegal", "33.76"), ("pekalongan", "33.75"))
}


def somebody(random: Random, number: int, city: str) -> dict[str, Any]:
    born = random.choice([1958, 1959, 1975, 1990, 2004, 2005])
    return {
        "nik": f"33750{number:011d}",
        "waktu_daftar": random.choice([None, "2022-11-05", "2022-11-05 08:30", "2022-12-01"]),
        "kota": city,
        "kelurahan": random.choice([*(VILLAGES[city][:3] * 4), None]),
        "tanggal_lahir": date(born, random.randint(1, 12), random.randint(1, 28)),
        "pekerjaan": random.choice(["tukang_becak"] * 9 + ["buruh_batik", "pemulung", "karyawan_swasta"]),
        "hubungan_kerja": random.choice(["luar_hubungan_kerja"] * 14 + ["perusahaan", None]),
        "jabatan_rt": random.choice(["tidak_ada"] * 5 + ["ketua", "anggota"]),
        "jabatan_rw": "tidak_ada",
        "jabatan_lpmk": "tidak_ada",
        "status_kepegawaian": random.choice(["bukan_pegawai"] * 16 + ["non_asn_pemda"]),
        "tulang_punggung": random.choice([True] * 12 + [False, None]),
        "miskin_ekstrem": random.choice([True, False, None]),
        "peserta_aktif": random.choice([False] * 16 + [True, None]),
        "penerima_berjalan": random.choice([False] * 4 + [True]),
    }


def frame_of(library: Library, people: Iterable[dict[str, Any]]) -> pl.DataFrame:
    """The people as intake leaves them."""
    schema = schema_of(library.vocabulary)
    told = [{name: _cell(value, schema[name]) for name, value in one.items()} for one in people]
    names = {name for one in told for name in one} | {"baris", "ditahan"}
    return pl.DataFrame(told, schema={name: kind for name, kind in schema.items() if name in names})


def _cell(value: Any, kind: pl.DataType) -> Any:
    return {True: "ya", False: "tidak"}[value] if isinstance(kind, pl.Enum) and isinstance(value, bool) else value


def budget_of(text: str, library: Library, tmp_path: Path) -> Budget:
    budget, faults = read_budget(text.encode(), tmp_path / "anggaran.yaml", library.vocabulary)
    assert budget, faults
    return budget


def random_budget(random: Random, city: str, library: Library, tmp_path: Path) -> Budget:
    codes = VILLAGES[city]
    pots = []
    for number, source in enumerate(
        random.choices(["apbd", "apbd", "tjsl", "asn", "masyarakat"], k=random.randint(1, 4))
    ):
        lines = [
            f"  - id: uang{number}",
            f"    sumber_dana: {source}",
            f"    diterima: {random.randint(5, 160) * 20_000}",
        ]
        if random.random() < 0.4:
            first = random.randint(1, 6)
            lines.append(f"    bulan: {{dari: {first}, sampai: {random.randint(first, 12)}}}")
        if random.random() < 0.3:
            lines.append(f"    untuk: {{kelurahan: [{random.choice(codes[:3])}]}}")
        elif random.random() < 0.2:
            lines.append("    untuk: {pekerjaan: [tukang_becak, pemulung]}")
        pots += lines
    measures = [
        f"  - {{kode: {code}, penduduk: {random.randint(1, 3) * (n < 3)}, miskin_ekstrem: {(n < 3) * 1}, dtks: 1}}"
        for n, code in enumerate(codes)
    ]
    options = [
        f"  uang_kurang: {random.choice(['sebagian', 'lewati', 'berhenti'])}",
        f"  penerima_berjalan: {random.choice(['didahulukan', 'setara'])}",
        "  arti_kuota: total",
    ]
    head = [f"kota: {city}", "tahun: 2023", "benih: benih uji", "uang:"]
    return budget_of("\n".join([*head, *pots, "kelurahan:", *measures, "pilihan:", *options]), library, tmp_path)


def random_changes(random: Random, city: str, month: int, *groups: list[str]) -> list[Happened]:
    """A few changes for each group of people, some of them reported late."""
    found = []
    people = [nik for group in groups for nik in random.sample(group, min(len(group), random.randint(0, 4)))]
    for nik in people:
        day = date(2023, random.randint(max(month - 2, 1), month), random.randint(1, 28))
        choices: list[tuple[str, dict[str, Any]]] = [
            ("meninggal", {}),
            ("mengundurkan_diri", {}),
            ("kembali", {}),
            ("pindah", {"kelurahan": random.choice(VILLAGES[city][:3]), "kota": city}),
            ("pindah", {"kota": "kab_tegal", "kelurahan": None}),
            ("pekerjaan_baru", {"hubungan_kerja": "perusahaan", "pekerjaan": "karyawan_swasta"}),
            ("pekerjaan_baru", {"hubungan_kerja": "luar_hubungan_kerja", "pekerjaan": "tukang_becak"}),
            ("jabatan_berakhir", {"jabatan_rt": "tidak_ada"}),
            ("peserta_lain", {"peserta_aktif": True}),
            ("pembetulan", {"hubungan_kerja": None}),
        ]
        kind, facts = random.choice(choices)
        found.append(Happened(nik, kind, day, dict(facts)))
    return found


def as_event(one: Happened) -> Event:
    facts = {name: Cell(value) if value is not None else Cell(state=State.UNKNOWN) for name, value in one.facts.items()}
    return Event(0, one.kind, one.nik, one.day, facts, None)


class City:
    """A city while its year goes on, as the product sees it and as the slow bookkeeping does."""

    def __init__(self, name: str, people: list[dict[str, Any]], budget: Budget, library: Library) -> None:
        self.library, self.budget = library, budget
        self.policy = library.policies[name]
        self.desk = Desk(library)
        self.people = {one["nik"]: one for one in people}
        self.registry = frame_of(library, people)
        self.readers = readers_of(library.vocabulary, None, MappingFile(), [])
        self.events: list[Happened] = []
        self.chosen: Callable[[date], Policy | None] = lambda _: self.policy
        year = allocate_year(self.desk, self.registry, budget, lambda _: self.policy, date(2023, 1, 1))
        self.last = Last(empty(), statement.grants(year), None)

    def month(self, number: int, new: list[Happened]) -> Turn:
        """The month by the product; changes that do not go together are left out, as they are held."""
        old = Changes("", tuple(as_event(one) for one in self.events))
        fresh = Changes("", tuple(as_event(one) for one in new))
        month = Month(2023, number)
        history, held, _ = settle(old, fresh, self.registry, month.last)
        self.events += [one for one in new if as_event(one) in history.all() and one not in self.events]
        assert len(held) + len(history.all()) >= len(new)
        found = turn(
            self.desk,
            self.registry.sample(fraction=1, shuffle=True, seed=number),
            self.budget,
            self.chosen,
            self.last,
            history,
            self.readers,
            month,
        )
        assert_sound(found)
        return found

    def slowly(self, number: int) -> Any:
        pots = {pot.id: n for n, pot in enumerate(self.budget.pots)}
        book: Book = {
            (nik, int(month[5:])): pots[pot]
            for nik, month, pot in self.last.ledger.select("nik", "bulan", "uang").iter_rows()
        }
        roster = dict(self.last.roster.select("nik", "kelurahan").iter_rows())
        codes = VILLAGES[self.policy.city]
        return slow_month(self.desk, self.people, self.budget, self.policy, codes, roster, book, self.events, number)

    def go_on(self, found: Turn) -> None:
        self.last = Last(found.roster, found.ledger, None)


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("name", ["pekalongan/2023-usulan", "tegal/2023"])
def test_a_year_of_months_is_what_a_slow_bookkeeping_gives(
    name: str, part: int, library: Library, tmp_path: Path
) -> None:
    random = Random(f"{name} {part}")
    policy = library.policies[name]
    if policy.quotas:
        small = tuple(replace(quota, amount=random.randint(6, 25)) for quota in policy.quotas)
        policy = replace(policy, quotas=small)
        library = replace(library, policies={**library.policies, name: policy})
    people = [somebody(random, number, policy.city) for number in range(random.randint(15, 50))]
    city = City(name, people, random_budget(random, policy.city, library, tmp_path), library)
    for number in range(1, 13):
        new = random_changes(random, policy.city, number, sorted(city.people), sorted(city.last.roster["nik"]))
        found = city.month(number, new)
        slow = city.slowly(number)
        pots = [pot.id for pot in city.budget.pots]
        expected = {(nik, f"2023-{m:02d}", pots[pot]) for (nik, m), pot in slow.book.items()}
        assert {tuple(row) for row in found.ledger.select("nik", "bulan", "uang").iter_rows()} == expected, number
        assert set(found.roster["nik"]) == slow.roster
        assert {nik: e.instead_of for nik, e in found.entries.items() if e.instead_of} == slow.instead_of
        city.go_on(found)


# rules one by one

LANGUAGES: tuple[Language, Language] = ("id", "en")
A, B = "33.76.01.1001", "33.76.01.1002"
TEGALSARI = next(code for code, name in villages_of("33.76") if name == "Tegalsari")
BUDGET = """
kota: tegal
tahun: 2023
benih: benih uji
uang:
  - {id: apbd, sumber_dana: apbd, diterima: 604800}
  - {id: csr, sumber_dana: tjsl, penyedia: PT Contoh, diterima: 100800, bulan: {sampai: 6}}
"""
"""Twelve months for three people, and six for one."""


def worker(number: int, village: str = A, **facts: Any) -> dict[str, Any]:
    """A made-up pedicab driver of Tegal who is eligible, in the line by number."""
    return {
        "nik": f"33760{number:011d}",
        "nama": f"Warga Sintetis {number}",
        "waktu_daftar": f"2022-11-{number:02d}",
        "kota": "tegal",
        "kelurahan": village,
        "tanggal_lahir": date(1980, 1, 2),
        "pekerjaan": "tukang_becak",
        "hubungan_kerja": "luar_hubungan_kerja",
        "jabatan_rt": "tidak_ada",
        "jabatan_rw": "tidak_ada",
        "jabatan_lpmk": "tidak_ada",
        "status_kepegawaian": "bukan_pegawai",
        "peserta_aktif": False,
        "penerima_berjalan": False,
        **facts,
    }


def nik(number: int) -> str:
    return f"33760{number:011d}"


@pytest.fixture
def city(library: Library, tmp_path: Path) -> City:
    """Seven people: 1 to 3 are paid by the city for the year, 4 by a company up to June, 5 (of B), 6 and 7 wait."""
    people = [worker(n, B if n in (2, 5) else A) for n in range(1, 8)]
    return City("tegal/2023", people, budget_of(BUDGET, library, tmp_path), library)


def test_a_run_becomes_the_roster_of_its_first_month(city: City) -> None:
    january = city.month(1, [])
    assert january.roster.select("nik", "uang", "rupiah", "sejak", "sampai_bulan", "kelompok").rows() == [
        (nik(1), "apbd", 16_800, "2023-01", None, "pekerja_rentan"),
        (nik(2), "apbd", 16_800, "2023-01", None, "pekerja_rentan"),
        (nik(3), "apbd", 16_800, "2023-01", None, "pekerja_rentan"),
        (nik(4), "csr", 16_800, "2023-01", "2023-06", "pekerja_rentan"),
    ]
    assert {entry.why for entry in january.entries.values()} == {"janji"}
    assert january.waiting["nik"].to_list() == [nik(6), nik(7), nik(5)]


def test_a_death_ends_support_with_its_month_and_the_next_of_the_same_village_and_money_follows(city: City) -> None:
    city.go_on(city.month(1, []))
    february = city.month(2, [Happened(nik(2), "meninggal", date(2023, 2, 10))])
    assert nik(2) in set(february.roster["nik"]), "the month of the event is still paid"
    city.go_on(february)
    march = city.month(3, [])
    reason = march.left[nik(2)]
    assert (reason.code, reason.event and reason.event.day) == ("meninggal", date(2023, 2, 10))
    assert march.entries[nik(5)].instead_of == nik(2), "5 is of the village of 2, though 6 would come first"
    assert march.ledger.filter(pl.col("nik") == nik(5))["bulan"].to_list() == [f"2023-{m:02d}" for m in range(3, 13)]
    assert march.roster.filter(pl.col("nik") == nik(5))["sejak"].to_list() == ["2023-03"]


def test_the_policy_decides_after_a_change_and_names_the_article(city: City) -> None:
    city.go_on(city.month(1, []))
    new = [
        Happened(nik(1), "upah", date(2023, 1, 20), {"menerima_upah": True}),
        Happened(nik(3), "peserta_lain", date(2023, 1, 20), {"peserta_aktif": True}),
    ]
    february = city.month(2, new)
    assert nik(1) in set(february.roster["nik"]), "a wage alone does not matter to this regulation"
    reason = february.left[nik(3)]
    assert reason.code == "tidak_berhak_asumsi", "the criterion is an assumption: never printed as a refusal"
    assert [f.criterion.article for f in reason.failed] == ["5 ayat (1) huruf e"]
    assert reason.event and reason.event.kind == "peserta_lain"


def test_what_becomes_unknown_stops_the_month_and_keeps_the_promise(city: City) -> None:
    city.go_on(city.month(1, []))
    february = city.month(2, [Happened(nik(1), "pembetulan", date(2023, 1, 20), {"hubungan_kerja": None})])
    assert february.left[nik(1)].code == "belum_pasti"
    assert "hubungan_kerja" in february.left[nik(1)].missing
    city.go_on(february)
    settled = {"hubungan_kerja": "luar_hubungan_kerja"}
    march = city.month(3, [Happened(nik(1), "pembetulan", date(2023, 2, 20), settled)])
    assert march.entries[nik(1)].why == "janji"
    assert march.ledger.filter(pl.col("nik") == nik(1))["bulan"].to_list() == [
        "2023-01", *(f"2023-{m:02d}" for m in range(3, 13))
    ]  # fmt: skip


def test_a_donors_end_is_announced_and_then_arrears_are_counted(city: City) -> None:
    calendar = Calendar()
    for number in range(1, 6):
        found = city.month(number, [])
        assert ending(found, calendar).is_empty() == (number < 5)
        city.go_on(found)
    may = ending(found, calendar).row(0, named=True)
    assert (may["nik"], may["bulan_terakhir"], may["menunggak_sejak"]) == (nik(4), "2023-06", "2023-07")
    assert (may["jatuh_tempo"], may["hak_hilang_sesudah"]) == (date(2023, 7, 17), date(2023, 10, 16))
    for number in range(6, 9):
        found = city.month(number, [])
        city.go_on(found)
    assert found.last.roster.height == 3
    owing = arrears(found, calendar).row(0, named=True)
    assert (owing["nik"], owing["bulan_menunggak"], owing["hak_hilang_sesudah"]) == (nik(4), 2, date(2023, 10, 16))


def since_february(old: Policy, new: Policy) -> Callable[[date], Policy | None]:
    return lambda day: old if day < date(2023, 2, 1) else new


def test_a_new_version_lets_people_stay_to_the_year_end_where_its_transition_says_so(
    library: Library, tmp_path: Path
) -> None:
    old = library.policies["tegal/2023"]
    conditions = {criterion.id: criterion.condition for criterion in old.groups[2].criteria}
    stricter = replace(old.groups[2].criteria[2], condition=Among("pekerjaan", frozenset({"pemulung"})))
    assert stricter.id == "pekerjaan" and stricter.condition != conditions["pekerjaan"]
    criteria = (*old.groups[2].criteria[:2], stricter, *old.groups[2].criteria[3:])
    groups = (*old.groups[:2], replace(old.groups[2], criteria=criteria))
    new = replace(old, id="tegal/2023-b", groups=groups, content=old.content + "b")
    month_end = replace(new, id="tegal/2023-c", transition=("sampai_akhir_bulan", old.transition[1]), content="c")  # type: ignore[index]
    people = [worker(1), worker(2, pekerjaan="pemulung")]
    for policy, stays in ((new, True), (month_end, False)):
        city = City("tegal/2023", people, budget_of(BUDGET, library, tmp_path), library)
        city.go_on(city.month(1, []))
        city.chosen = since_february(old, policy)
        for number in (2, 3):
            found = city.month(number, [])
            assert (nik(1) in set(found.roster["nik"])) == stays
            city.go_on(found)
        if stays:
            assert found.entries[nik(1)].why == "peralihan"
            moved = city.month(
                4, [Happened(nik(1), "pindah", date(2023, 3, 3), {"kota": "kab_tegal", "kelurahan": None})]
            )
            assert nik(1) in moved.left, "the transition covers the new version, not what happened since"


def test_money_received_later_pays_for_who_waits(city: City) -> None:
    city.go_on(city.month(1, []))
    more = Pot(
        "csr2", "tjsl", "PT Lain", 2 * 16_800 * 3, 0, 0b11100, Earmark(frozenset(), frozenset(), frozenset()), Place("")
    )
    city.go_on(city.month(2, []))
    city.budget = replace(city.budget, pots=(*city.budget.pots, more))
    march = city.month(3, [])
    assert {n: e.why for n, e in march.entries.items() if n not in set(march.last.roster["nik"])} == {
        nik(5): "uang_tersedia",
        nik(6): "uang_tersedia",
    }


def test_a_pot_that_received_less_than_it_promised_is_an_error(city: City) -> None:
    less = tuple(replace(pot, received=pot.received // 2) for pot in city.budget.pots)
    city.budget = replace(city.budget, pots=less)
    with pytest.raises(OverCommitted):
        city.month(1, [])


def test_people_of_the_roster_must_be_in_the_registry(city: City) -> None:
    city.go_on(city.month(1, []))
    city.registry = city.registry.filter(pl.col("nik") != nik(2))
    with pytest.raises(Strangers) as caught:
        city.month(2, [])
    assert caught.value.count == 1


def test_contributions_are_due_on_the_fifteenth_or_the_next_working_day() -> None:
    calendar = Calendar()
    assert calendar.due(Month(2026, 4), "bpu") == date(2026, 4, 15)
    assert calendar.due(Month(2026, 8), "bpu") == date(2026, 8, 18), "a Saturday, then Monday 17 August"
    assert calendar.due(Month(2026, 5), "bpu") == date(2026, 5, 18), "joint leave on Friday 15 May"
    assert calendar.due(Month(2026, 4), "pu_perseorangan") == date(2026, 5, 18), "employers pay in the next month"
    assert Calendar(frozenset([date(2023, 3, 15)])).due(Month(2023, 3), "bpu") == date(2023, 3, 16)
    assert calendar.knows(Month(2026, 1)) and not calendar.knows(Month(2023, 1))


def test_months_count_over_the_year() -> None:
    assert [str(Month(2023, 11).plus(n)) for n in (-11, 0, 2)] == ["2022-12", "2023-11", "2024-01"]
    assert Month(2024, 2).since(Month(2023, 11)) == 3
    assert Month(2024, 2).last == date(2024, 2, 29)
    assert [month_of(text) for text in ("2023-13", "2023-1", "23-01", "2023-01 ")] == [None] * 4


# the list of changes


def changes_of(text: str, library: Library, tmp_path: Path, name: str = "perubahan.csv") -> Changes:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    faults: list[Diagnostic] = []
    found = read_changes(path, library.vocabulary, "33.76", None, faults)
    assert not has_errors(faults), faults
    return found


def test_headings_and_kinds_are_known_by_other_names(library: Library, tmp_path: Path) -> None:
    found = changes_of(
        "No,Jenis Perubahan,NIK,Nama Lengkap,Tgl Peristiwa,Kelurahan/Desa,Jenis Pekerjaan\n"
        "1,Meninggal Dunia,3376010201800001,Warga Sintetis 1,2 Maret 2023,,\n"
        "2,pindah alamat,'3376010201800002,,2023-03-05,Kel. Tegalsari,\n"
        "3,ganti pekerjaan,3376 0102 0180 0003,,2023-03-06,,pengayuh becak\n",
        library,
        tmp_path,
    )
    assert not found.held
    told = [(e.kind, e.nik, e.day, {n: c.value for n, c in e.facts.items()}) for e in found.events]
    assert told == [
        ("meninggal", "3376010201800001", date(2023, 3, 2), {}),
        ("pindah", "3376010201800002", date(2023, 3, 5), {"kelurahan": TEGALSARI, "kota": "tegal"}),
        ("pekerjaan_baru", "3376010201800003", date(2023, 3, 6), {"pekerjaan": "tukang_becak"}),
    ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("meninggal,,2023-03-01,,,", "nik-empty"),
        ("meninggal,12345,2023-03-01,,,", "nik-not-16-digits"),
        ("meninggal,3376010201800001,,,,", "change-without-day"),
        ("meninggal,3376010201800001,01/03/2023,,,", "cell-date-order"),
        ("hilang,3376010201800001,2023-03-01,,,", "change-unknown-kind"),
        (",3376010201800001,2023-03-01,,,", "change-without-kind"),
        ("pindah,3376010201800001,2023-03-01,,,", "change-says-nothing"),
        ("pindah,3376010201800001,2023-03-01,Antah Berantah,,", "cell-unknown-village"),
        ("pekerjaan_baru,3376010201800001,2023-03-01,,astronaut,", "cell-unknown-word"),
        ("peserta_lain,3376010201800001,2023-03-01,,,tidak", "change-contradicts"),
        ("ikrar_baru,,2023-03-01,,,", "pledge-without-pot"),
    ],
)
def test_a_faulty_row_is_held_and_named_and_the_others_count(
    row: str, code: str, library: Library, tmp_path: Path
) -> None:
    head = "jenis,nik,tanggal,kelurahan,pekerjaan,peserta_aktif\n"
    found = changes_of(f"{head}meninggal,3376010201800009,2023-03-01,,,\n{row}\n", library, tmp_path)
    assert [event.nik for event in found.events] == ["3376010201800009"]
    assert [each.row for each in found.held] == [3]
    codes = [fault.code for fault in found.held[0].faults]
    assert code in codes
    for fault in found.held[0].faults:
        for language in LANGUAGES:
            text = " ".join(part or "" for part in fault_text(fault, language))
            assert "12345" not in text and "3376010201800001" not in text and "astronaut" not in text


def test_changes_may_be_yaml(library: Library, tmp_path: Path) -> None:
    text = (
        "perubahan:\n"
        "  - {jenis: upah, nik: '3376010201800001', tanggal: 2023-03-01}\n"
        "  - jenis: ikrar_baru\n    tanggal: 2023-03-01\n    uang: csr\n    sumber_dana: tjsl\n"
        "    donatur: PT Contoh\n    diterima: 'Rp 1.000.000'\n    bulan: 3\n"
        "  - {jenis: pindah, nik: '3376010201800002', tanggal: 2023-03-01}\n"
    )
    found = changes_of(text, library, tmp_path, "perubahan.yaml")
    assert [(e.kind, e.facts["menerima_upah"].value) for e in found.events] == [("upah", True)]
    assert [(p.pot, p.provider, p.received, p.months) for p in found.pledges] == [("csr", "PT Contoh", 1_000_000, 3)]
    assert [(each.row, each.faults[0].code) for each in found.held] == [(10, "change-says-nothing")]


def test_changes_that_cannot_all_be_true_are_held_whatever_row_comes_first(city: City) -> None:
    both = [
        Happened(nik(1), "pekerjaan_baru", date(2023, 1, 5), {"pekerjaan": "pemulung"}),
        Happened(nik(1), "pekerjaan_baru", date(2023, 1, 5), {"pekerjaan": "tukang_becak"}),
        Happened(nik(2), "meninggal", date(2023, 1, 5)),
        Happened(nik(2), "pindah", date(2023, 1, 9), {"kota": "kab_tegal", "kelurahan": None}),
        Happened(nik(99), "meninggal", date(2023, 1, 5)),
        Happened(nik(3), "meninggal", date(2023, 2, 5)),
    ]
    found = []
    for rows in (both, both[::-1]):
        events = tuple(replace(as_event(one), row=both.index(one) + 2) for one in rows)
        history, held, _ = settle(Changes(""), Changes("", events), city.registry, date(2023, 1, 31))
        found.append(([(e.nik, e.kind) for e in history.all()], [(h.row, h.faults[0].code) for h in held]))
    assert found[0] == found[1]
    assert found[0][0] == [(nik(2), "meninggal")]
    assert found[0][1] == [
        (2, "change-conflict"),
        (3, "change-conflict"),
        (5, "change-after-death"),
        (6, "change-nobody"),
        (7, "change-later"),
    ]


def test_a_change_under_another_persons_name_is_held(city: City) -> None:
    event = replace(as_event(Happened(nik(1), "meninggal", date(2023, 1, 5))), name="Orang Lain")
    _, held, _ = settle(Changes(""), Changes("", (event,)), city.registry, date(2023, 1, 31))
    assert [h.faults[0].code for h in held] == ["change-name-differs"]
    same = replace(event, name="WARGA  SINTETIS 1")
    assert not settle(Changes(""), Changes("", (same,)), city.registry, date(2023, 1, 31))[1]


def test_kept_changes_are_read_as_they_were(library: Library, tmp_path: Path) -> None:
    text = (
        "jenis,nik,tanggal,kelurahan,kota,hubungan_kerja,peserta_aktif,uang,sumber_dana,donatur,dijanjikan\n"
        "pindah,3376010201800001,2023-03-01,33.76.01.1002,,,,,,,\n"
        "pindah,3376010201800002,2023-03-01,,Kab. Tegal,,,,,,\n"
        "pembetulan,3376010201800003,2023-03-01,,,tidak diketahui,ya,,,,\n"
        "ikrar_baru,,2023-03-02,,,,,csr,TJSL perusahaan,=PT Contoh,500000\n"
    )
    first = changes_of(text, library, tmp_path)
    assert not first.held
    path = tmp_path / "peristiwa.parquet"
    written(first.events, first.pledges).write_parquet(path)
    faults: list[Diagnostic] = []
    again = read_changes(path, library.vocabulary, "33.76", None, faults)
    assert not faults and not again.held
    assert [replace(e, row=0) for e in again.events] == [
        replace(e, row=0) for e in sorted(first.events, key=lambda e: (e.kind, e.nik))
    ]
    assert [replace(p, row=0) for p in again.pledges] == [replace(p, row=0) for p in first.pledges]
