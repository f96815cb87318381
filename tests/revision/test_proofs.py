"""Each proof about a policy agrees with trying everybody; what cannot be proved is said; shipped policies are sound."""

from __future__ import annotations

import copy
import itertools
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from engine.language.condition import ALWAYS
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import Library, load, load_file, shipped
from engine.language.messages import fault_text
from engine.language.policy import Policy
from engine.revision import space
from engine.revision.proofs import prove
from tests import reference
from tests.decision.test_random_policies import independent_policy
from tests.random_policies import parse

PEOPLE = 500
PARTS = 4
GROUND = {"dasar": "asumsi", "catatan": "contoh"}
CRITERIA = {"criterion-never-met", "criterion-always-met", "criterion-never-decides", "group-empty", "group-swallowed"}


class Everybody:
    """Every person a policy can tell apart, as bits: a set of people is a number."""

    def __init__(self, plain: dict[str, Any], values: dict[str, list[Any]]) -> None:
        self.plain = plain
        self.people = [dict(zip(values, row, strict=True)) for row in itertools.product(*values.values())]
        self.all = (1 << len(self.people)) - 1

    def who(self, condition: Any) -> int:
        answers = (reference.kleene(condition, person, self.plain) for person in self.people)
        return sum(1 << number for number, answer in enumerate(answers) if answer)

    def criteria(self) -> list[list[int]]:
        return [[self.who(criterion["syarat"]) for criterion in group["kriteria"]] for group in self.plain["kelompok"]]

    def covered(self) -> list[int]:
        return [self.together(sets) for sets in self.criteria()]

    def reached(self) -> list[int]:
        found, before = [], 0
        for whom in self.covered():
            found.append(whom & ~before)
            before |= whom
        return found

    def paid(self) -> list[list[int]]:
        return [
            [whom & self.who(rule["bila"]) for rule in group["pendanaan"]]
            for group, whom in zip(self.plain["kelompok"], self.reached(), strict=True)
        ]

    def together(self, sets: list[int]) -> int:
        found = self.all
        for one in sets:
            found &= one
        return found


def expected(plain: dict[str, Any], policy: Policy, values: dict[str, list[Any]]) -> set[tuple[str, Place]]:
    everybody = Everybody(plain, values)
    found = set(about_criteria(everybody, policy))
    if not found:
        found |= set(about_entries(everybody, policy))
    found |= set(about_money(everybody, policy))
    found |= set(about_readings(everybody, policy))
    found |= set(about_priorities(everybody, policy))
    return found


def about_criteria(everybody: Everybody, policy: Policy) -> Any:
    covered, reached = everybody.covered(), everybody.reached()
    for index, (group, sets) in enumerate(zip(policy.groups, everybody.criteria(), strict=True)):
        for criterion, who in zip(group.criteria, sets, strict=True):
            if who == 0:
                yield "criterion-never-met", criterion.place
            elif who == everybody.all:
                yield "criterion-always-met", criterion.place
        if covered[index] == 0 and 0 not in sets:
            yield "group-empty", group.place
        if covered[index]:
            kept = [number for number, who in enumerate(sets) if who != everybody.all]
            for number in reversed(kept[:]):
                rest = [other for other in kept if other != number]
                if everybody.together([sets[other] for other in rest]) & ~sets[number] == 0:
                    kept = rest
                    yield "criterion-never-decides", group.criteria[number].place
        if covered[index] and not reached[index]:
            yield "group-swallowed", group.place


def about_money(everybody: Everybody, policy: Policy) -> Any:
    for group, whom, paid in zip(policy.groups, everybody.reached(), everybody.paid(), strict=True):
        for number, (rule, mine) in enumerate(zip(group.funding, paid, strict=True)):
            above = [
                (earlier.condition, who)
                for earlier, who in zip(group.funding[:number], paid, strict=False)
                if (earlier.source, earlier.months) == (rule.source, rule.months)
            ]
            if whom and not mine:
                yield "funding-never-applies", rule.place
            elif mine and not mine & ~union([who for _, who in above]) and ALWAYS not in [bila for bila, _ in above]:
                yield "funding-never-pays", rule.place
        if group.funding and whom & ~union(paid):
            yield "eligible-unpaid", group.place


def union(sets: list[int]) -> int:
    found = 0
    for one in sets:
        found |= one
    return found


def read_as(plain: dict[str, Any], group: int, name: str) -> dict[str, Any]:
    read = copy.deepcopy(plain)
    for criterion in read["kelompok"][group]["kriteria"]:
        for reading in criterion.get("tafsir_lain", []):
            if reading["id"] == name:
                criterion["syarat"] = reading.get("syarat", "selalu")
                break
    return read


def other_people(everybody: Everybody, plain: dict[str, Any]) -> Everybody:
    other = copy.copy(everybody)
    other.plain = plain
    return other


def readings_of(policy: Policy) -> Any:
    for index, group in enumerate(policy.groups):
        first: dict[str, Place] = {}
        for criterion in group.criteria:
            for reading in criterion.readings:
                first.setdefault(reading.id, reading.place)
        yield from ((index, name, place) for name, place in first.items())


def about_readings(everybody: Everybody, policy: Policy) -> Any:
    for index, name, place in readings_of(policy):
        read = other_people(everybody, read_as(everybody.plain, index, name))
        if read.covered()[index] == everybody.covered()[index]:
            yield "reading-changes-nothing", place


def about_priorities(everybody: Everybody, policy: Policy) -> Any:
    """Idle where, among people alike by the priorities above, all are alike by this one too."""
    wanted = [everybody.who(priority["bila"]) for priority in everybody.plain.get("prioritas", [])]
    covered = union(everybody.covered())
    if not covered:
        return
    populations = [covered]
    for index, name, _ in readings_of(policy):
        populations.append(union(other_people(everybody, read_as(everybody.plain, index, name)).covered()))
    for number, who in enumerate(wanted):
        if any(tells_apart(people, wanted[:number], who, len(everybody.people)) for people in populations):
            continue
        code = "priority-repeats"
        if covered & who == 0:
            code = "priority-for-nobody"
        elif covered & ~who == 0:
            code = "priority-for-all"
        yield code, policy.priorities[number].place


def tells_apart(people: int, above: list[int], who: int, count: int) -> bool:
    classes: dict[tuple[bool, ...], set[bool]] = {}
    for person in range(count):
        if people >> person & 1:
            key = tuple(bool(one >> person & 1) for one in above)
            classes.setdefault(key, set()).add(bool(who >> person & 1))
    return any(len(answers) > 1 for answers in classes.values())


def about_entries(everybody: Everybody, policy: Policy) -> Any:
    plain = everybody.plain
    used = {name for name in plain.get("lampiran", {}) if f"lampiran.{name}" in str(rules_only(plain))}
    beside = {name for name in plain.get("lampiran", {}) if f"lampiran.{name}" in str(besides(plain))}
    for name in used - beside:
        for entry in plain["lampiran"][name]["isi"]:
            shorter = copy.deepcopy(plain)
            listing = shorter["lampiran"][name]
            listing["isi"].remove(entry)
            if listing["daftar"] != "tertutup":
                listing["bukan"] = [*listing.get("bukan", []), entry]
            less = other_people(everybody, shorter)
            if (less.covered(), less.paid()) == (everybody.covered(), everybody.paid()):
                yield "list-entry-idle", policy.listings[name].place


def rules_only(plain: dict[str, Any]) -> Any:
    return [
        [unfolded(criterion["syarat"], plain) for group in plain["kelompok"] for criterion in group["kriteria"]],
        [unfolded(rule["bila"], plain) for group in plain["kelompok"] for rule in group["pendanaan"]],
    ]


def besides(plain: dict[str, Any]) -> Any:
    readings = [
        unfolded(reading.get("syarat", "selalu"), plain)
        for group in plain["kelompok"]
        for criterion in group["kriteria"]
        for reading in criterion.get("tafsir_lain", [])
    ]
    return readings, [unfolded(priority["bila"], plain) for priority in plain.get("prioritas", [])]


def unfolded(condition: Any, plain: dict[str, Any]) -> Any:
    """Definitions written out."""
    if isinstance(condition, dict):
        if "definisi" in condition:
            return unfolded(plain["definisi"][condition["definisi"]]["syarat"], plain)
        return {key: unfolded(value, plain) for key, value in condition.items()}
    return [unfolded(part, plain) for part in condition] if isinstance(condition, list) else condition


def enriched(random: Random, plain: dict[str, Any]) -> dict[str, Any]:
    """With readings and priorities made of the policy's own conditions."""
    own = [criterion["syarat"] for group in plain["kelompok"] for criterion in group["kriteria"]]
    own += [rule["bila"] for group in plain["kelompok"] for rule in group["pendanaan"]]
    for group in plain["kelompok"]:
        for criterion in group["kriteria"]:
            if random.random() < 0.3:
                reading: dict[str, Any] = {"id": f"baca{random.randint(0, 1)}", "bunyi": "lain"}
                reading |= {"tanpa_syarat": "ya"} if random.random() < 0.3 else {"syarat": random.choice(own)}
                criterion["tafsir_lain"] = [reading]
    if random.random() < 0.6:
        count = random.randint(1, 3)
        plain["prioritas"] = [{"id": f"p{n}", "bila": random.choice(own), **GROUND} for n in range(count)]
    return plain


@pytest.mark.parametrize("part", range(PARTS))
def test_each_verdict_is_what_trying_everybody_says(part: int, library: Library, situations: int) -> None:
    random = Random(f"bukti {part}")
    seen: set[str] = set()
    tried = 0
    while tried < situations // 500 // PARTS * 5:
        plain = enriched(random, independent_policy(random))
        values = reference.telling_values(plain, library.vocabulary)
        if number_of_people(values) > PEOPLE:
            continue
        tried += 1
        policy = parse(plain, library)
        found = prove(library, policy)
        assert {(fault.code, fault.place) for fault in found} == expected(plain, policy, values), plain
        seen |= {fault.code for fault in found}
    assert seen >= CRITERIA | {"eligible-unpaid", "reading-changes-nothing", "priority-for-all"}


def test_idle_entries_are_those_without_which_nothing_changes(library: Library) -> None:
    random = Random("butir")
    words = ["tukang_becak", "pemulung", "nelayan", "buruh_batik"]
    idle = 0
    for _ in range(40):
        without = [random.sample(words, 2) for _ in range(2)]
        plain = small(
            [
                {"pekerjaan": {"termasuk": "lampiran.daftar"}},
                {"pekerjaan": {"tidak_termasuk": without[0]}},
                {"pekerjaan_kedua": {"tidak_termasuk": without[1]}},
            ],
            ["selalu"],
        )
        kind = random.choice(["tertutup", "terbuka"])
        plain["lampiran"] = {"daftar": {"daftar": kind, "isi": random.sample(words, 3), **GROUND}}
        values = reference.telling_values(plain, library.vocabulary)
        policy = parse(plain, library)
        found = {(fault.code, fault.place) for fault in prove(library, policy)}
        assert found == expected(plain, policy, values), plain
        idle += "list-entry-idle" in {code for code, _ in found}
    assert 0 < idle < 40


def number_of_people(values: dict[str, list[Any]]) -> int:
    count = 1
    for choice in values.values():
        count *= len(choice)
    return count


def test_a_witness_is_eligible_and_unpaid(library: Library) -> None:
    plain = small([{"kota": "tegal"}, {"usia": {"paling_rendah": "18"}}], [{"usia": {"kurang_dari": "60"}}])
    (fault,) = prove(library, parse(plain, library))
    assert fault.code == "eligible-unpaid"
    assert fault_text(fault, "id")[0].endswith(": kota tempat tinggal: Kota Tegal; usia: 60 tahun")
    assert fault_text(fault, "en")[0].endswith(": city of residence: Tegal City; age: 60 years")


def test_the_words_name_articles_and_what_implies_what(library: Library) -> None:
    plain = small([{"usia": {"paling_rendah": "18"}}, {"usia": {"paling_rendah": "17"}}], ["selalu"])
    plain["kelompok"][0]["kriteria"][1]["pasal"] = "3 huruf b"
    (fault,) = prove(library, parse(plain, library))
    assert fault_text(fault, "id")[0] == (
        "kriteria `k1` (pasal 3 huruf b) tidak pernah menentukan: siapa yang memenuhi `k0` selalu memenuhinya juga"
    )


def test_a_village_lies_in_its_city(library: Library) -> None:
    """Whoever lives in that village lives in the city, so the residence criterion never decides."""
    plain = small([{"kelurahan": "33.76.01.1001"}, {"kota": "tegal"}], ["selalu"])
    assert [fault.code for fault in prove(library, parse(plain, library))] == ["criterion-never-decides"]
    elsewhere = small([{"kelurahan": "33.76.01.1001"}, {"kota": "pekalongan"}], ["selalu"])
    assert [fault.code for fault in prove(library, parse(elsewhere, library))] == ["group-empty"]
    unpaid = small([{"kota": "tegal"}], [{"tidak": {"kelurahan": "33.76.01.1001"}}])
    (fault,) = prove(library, parse(unpaid, library))
    assert fault_text(fault, "id")[0].endswith(
        ": kota tempat tinggal: Kota Tegal; kelurahan atau desa: Pesurungan Kidul"
    )


def test_a_criterion_of_registration_that_nobody_new_meets_is_told(library: Library) -> None:
    never = {"semua": [{"peserta_aktif": "ya"}, {"peserta_aktif": "tidak"}]}
    plain = small([{"kota": "tegal"}, never], ["selalu"])
    plain["kelompok"][0]["kriteria"][1]["saat"] = "pendaftaran"
    assert [fault.code for fault in prove(library, parse(plain, library))] == ["criterion-never-met"]


def test_sources_in_a_chain_are_no_fault_and_a_draft_never_pays(library: Library) -> None:
    chain = small([{"kota": "tegal"}], ["selalu", "selalu", "selalu"], sources=["apbd", "tjsl", "asn"])
    assert prove(library, parse(chain, library)) == []
    draft = small([{"kota": "tegal"}], ["selalu"])
    draft["kelompok"][0]["pendanaan"][0]["status"] = "rancangan"
    assert [fault.code for fault in prove(library, parse(draft, library))] == ["eligible-unpaid"]


def test_a_source_that_pays_fewer_months_leaves_the_rest_to_the_next(library: Library) -> None:
    adult = {"usia": {"paling_rendah": "18"}}
    plain = small([{"kota": "tegal"}], [adult, adult, "selalu"], months=["3", "6", "tidak_diatur"])
    assert prove(library, parse(plain, library)) == []
    plain = small([{"kota": "tegal"}], [adult, adult, "selalu"], months=["6", "3", "tidak_diatur"])
    assert [fault.code for fault in prove(library, parse(plain, library))] == ["funding-never-pays"]


def test_what_is_too_large_is_said_to_be_unproved(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(space, "NODES", 2)
    (fault,) = prove(library, parse(small([{"kota": "tegal"}], ["selalu"]), library))
    assert (fault.code, fault.severity) == ("proofs-not-decided", "warning")


def test_more_criteria_than_anybody_can_look_into_are_said_to_be_unproved(library: Library) -> None:
    plain = small([{"kota": "tegal"}] * (space.LARGEST + 1), ["selalu"])
    assert [fault.code for fault in prove(library, parse(plain, library))] == ["proofs-not-decided"]


def test_definitions_that_multiply_are_one_fault_and_are_not_written_out(library: Library, tmp_path: Path) -> None:
    plain = small([{"definisi": "d60"}], ["selalu"])
    plain["definisi"] = {"d0": {"bunyi": "dasar", "syarat": {"usia": "18"}, **GROUND}}
    for number in range(1, 61):
        twice = {"semua": [{"definisi": f"d{number - 1}"}] * 2}
        plain["definisi"][f"d{number}"] = {"bunyi": "lipat", "syarat": twice, **GROUND}
    file = tmp_path / "tegal" / "lipat.yaml"
    file.parent.mkdir()
    file.write_text(json.dumps(plain), encoding="utf-8")
    assert [fault.code for fault in load_file(file, library)[1]] == ["too-many-questions"]


@pytest.mark.parametrize("name", sorted(load(shipped()).policies))
def test_nothing_is_idle_in_the_shipped_policies(name: str, library: Library) -> None:
    assert prove(library, library.policies[name]) == []


def test_everything_told_has_a_sentence_in_both_languages(library: Library) -> None:
    random = Random("kalimat")
    told: list[Diagnostic] = []
    for _ in range(60):
        told += prove(library, parse(enriched(random, independent_policy(random)), library))
    for fault in told:
        for language in ("id", "en"):
            sentence, hint = fault_text(fault, language)
            assert "{" not in sentence
            assert hint


def small(
    criteria: list[Any], funding: list[Any], sources: list[str] | None = None, months: list[str] | None = None
) -> dict[str, Any]:
    """A policy of one group."""
    return {
        "peraturan": {
            "kota": "tegal",
            "jenis": "perwal",
            "tentang": "contoh",
            "mengikat": "ya",
            "status": "berlaku",
            "naskah": "rekonstruksi",
            **GROUND,
        },
        "berlaku": {"sejak": "2022-01-01", "diketahui_sampai": "2023-01-01", **GROUND},
        "program": ["jkk", "jkm"],
        "kelompok": [
            {
                "id": "pekerja",
                "sebutan": {"id": "pekerja", "en": "workers"},
                "segmen": "bpu",
                **GROUND,
                "kriteria": [
                    {"id": f"k{number}", "bunyi": "sesuatu", "syarat": condition, **GROUND}
                    for number, condition in enumerate(criteria)
                ],
                "pendanaan": [
                    {
                        "sumber_dana": sources[number] if sources else "apbd",
                        "bila": condition,
                        "bulan": months[number] if months else "tidak_diatur",
                        **GROUND,
                    }
                    for number, condition in enumerate(funding)
                ],
            }
        ],
    }
