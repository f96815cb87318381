"""What would flip a decision: fewest changes, only of what people can change, and they do flip it."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product
from random import Random
from typing import Any

from engine.decision.changes import as_json, smallest_changes
from engine.decision.decide import Desk
from engine.decision.facts import person
from engine.language.library import Library
from engine.language.vocabulary import Language
from tests import reference
from tests.decision.test_decide import BATIK_WORKER, SECRETARY
from tests.decision.test_random_policies import independent_policy
from tests.random_policies import as_written, parse, random_facts

DAY = date(2023, 6, 1)


def changes_of(library: Library, policy: str, facts: dict[str, Any]) -> list[list[tuple[str, set[Any]]]]:
    desk = Desk(library)
    chosen = library.policies[policy]
    applicant = person(facts, library.vocabulary, DAY, [])
    found = smallest_changes(desk.decider(chosen, DAY), applicant, library.vocabulary)
    return [[(step.fact, set(step.after)) for step in change.steps] for change in found]


def test_a_company_worker_is_told_about_the_employment_relation(library: Library) -> None:
    facts = {**BATIK_WORKER, "hubungan_kerja": "perusahaan"}
    assert changes_of(library, "pekalongan/2023-usulan", facts) == [
        [("hubungan_kerja", {"luar_hubungan_kerja", "orang_perseorangan"})]
    ]


def test_age_family_and_place_are_never_offered(library: Library) -> None:
    for wrong in ({"tanggal_lahir": "1950-01-01"}, {"tulang_punggung": False}, {"kota": "kab_pekalongan"}):
        assert changes_of(library, "pekalongan/2023-usulan", {**BATIK_WORKER, **wrong}) == []


def test_an_officer_learns_what_would_end_the_cover(library: Library) -> None:
    facts = {**SECRETARY, "pekerjaan": "karyawan_swasta", "hubungan_kerja": "perusahaan", "peserta_aktif": True}
    assert changes_of(library, "tegal/2023", facts) == [[("jabatan_rt", {"anggota", "tidak_ada"})]]


def test_an_open_outcome_has_no_changes(library: Library) -> None:
    assert changes_of(library, "tegal/2023", {"kota": "tegal"}) == []


def test_each_change_comes_with_its_proof(library: Library) -> None:
    desk = Desk(library)
    policy = library.policies["pekalongan/2023-usulan"]
    applicant = person({**BATIK_WORKER, "peserta_aktif": True}, library.vocabulary, DAY, [])
    languages: tuple[Language, ...] = ("id", "en")
    found = smallest_changes(desk.decider(policy, DAY), applicant, library.vocabulary)
    for language in languages:
        (change,) = as_json(found, library.vocabulary, language)
        steps: Any = change["facts"]
        assert [(step["fact"], step["from"], step["to"]) for step in steps] == [("peserta_aktif", True, [False])]
        assert "BPJS" in steps[0]["proof"]


def test_changes_are_smallest_and_flip_the_outcome_of_random_policies(library: Library) -> None:
    random = Random("perubahan")
    desk = Desk(library)
    seen = 0
    for _ in range(60):
        plain = independent_policy(random)
        policy = parse(plain, library)
        values = reference.telling_values(plain, library.vocabulary)
        movable = [fact for fact in values if library.vocabulary.facts[fact].changeable]
        for _ in range(4):
            facts = random_facts(random, values, unknown=0)
            applicant = person(
                {"pekerjaan_kedua": "tidak_ada", **as_written(facts, values)}, library.vocabulary, DAY, []
            )
            found = smallest_changes(desk.decider(policy, DAY), applicant, library.vocabulary, limit=50)
            before = reference.whole(plain, facts) is not None
            fewest = fewest_flips(plain, facts, values, movable, before)
            assert {len(change.steps) for change in found} == ({fewest} if fewest else set())
            for change in found:
                seen += 1
                for choice in product(*(step.after for step in change.steps)):
                    moved = dict(zip((step.fact for step in change.steps), choice, strict=True))
                    assert (reference.whole(plain, {**facts, **moved}) is not None) != before
    assert seen > 50


def fewest_flips(plain: Any, facts: Any, values: Any, movable: list[str], before: bool) -> int:
    """By trying every set of changes, small sets first; 0 where none flips."""
    for size in range(1, len(movable) + 1):
        for chosen in combinations(movable, size):
            for choice in product(*(values[fact] for fact in chosen)):
                moved = {**facts, **dict(zip(chosen, choice, strict=True))}
                if (reference.whole(plain, moved) is not None) != before:
                    return size
    return 0
