"""Verdicts: rules and diagrams held together, remembered, and withheld when they contradict each other."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

import numpy as np
import pytest

from engine.decision import rules, situations
from engine.decision import verdict as verdicts
from engine.decision.decide import Desk
from engine.decision.judge import Disagreement
from engine.decision.program import Clause, Domain, GroupProgram, Program, build
from engine.decision.situations import TooManySituations
from engine.decision.verdict import Decider
from engine.language.condition import AllOf, AnyOf, Leaf, Words
from engine.language.library import Library
from engine.language.national import Dated, NationalLayer
from tests import reference
from tests.random_policies import parse, random_policy

DAY = date(2023, 6, 1)


def yes(fact: str) -> Leaf:
    return Leaf(fact, Words(frozenset({True})))


def program(*groups: GroupProgram) -> Program:
    facts = {
        leaf.fact: Domain((False, True), None)
        for group in groups
        for clause in (*group.criteria, *group.funding)
        for leaf in rules.plan([clause.condition]).leaves
        if leaf.fact
    }
    return Program("kota/acak", "sha256:0", groups, facts)


def group(name: str, *criteria: Any, funding: tuple[Any, ...] = ()) -> GroupProgram:
    return GroupProgram(
        name,
        tuple(Clause(f"k{n}", condition) for n, condition in enumerate(criteria)),
        tuple(Clause(f"{n}", condition) for n, condition in enumerate(funding)),
    )


def test_two_groups_that_divide_everybody_are_eligible_without_knowing_which() -> None:
    decider = Decider(program(group("ya", yes("a")), group("tidak", Leaf("a", Words(frozenset({False}))))))
    verdict = decider.verdict({})
    assert verdict.outcome == "eligible"
    assert verdict.group is None
    assert verdict.missing == (("a", "group"),)


def test_a_later_source_does_not_count_as_met_while_an_earlier_one_may_have_to_pay() -> None:
    decider = Decider(program(group("g", yes("a"), funding=(yes("b"), AllOf(())))))
    assert [result for *_, result in decider.verdict({"a": True}).funding] == ["unknown", "unknown"]
    assert [result for *_, result in decider.verdict({"a": True, "b": False}).funding] == ["failed", "met"]
    assert decider.verdict({"a": True}).missing == (("b", "funding"),)


def test_nothing_is_money_while_the_outcome_is_open() -> None:
    decider = Decider(program(group("g", yes("a"), funding=(AllOf(()),))))
    assert decider.verdict({}).funding == ((0, 0, "unknown"),)
    assert decider.verdict({"a": False}).funding == ()


def test_a_block_with_more_situations_than_an_integer_numbers_is_refused() -> None:
    criteria = [AnyOf((yes(f"a{n}"), yes(f"b{n}"))) for n in range(35)]
    everything = {f"{letter}{n}": True for letter in "ab" for n in range(35)}
    assert Decider(program(group("g", *criteria[:19]))).verdict(everything).outcome == "eligible"
    with pytest.raises(TooManySituations):
        Decider(program(group("g", *criteria)))


def test_seventy_questions_about_few_facts_are_decided(library: Library) -> None:
    words = sorted(library.vocabulary.facts["pekerjaan"].words)
    criteria = []
    for number in range(70):
        chosen = [word for position, word in enumerate(words) if (position * 7 + number) % 5]
        criteria.append(
            {
                "id": f"kriteria{number}",
                "bunyi": "sesuatu",
                "syarat": {"salah_satu": [{"pekerjaan": {"termasuk": chosen}}, {"usia": {"lebih_dari": f"{number}"}}]},
                "dasar": "asumsi",
                "catatan": "acak",
            }
        )
    plain = _policy(criteria)
    desk = Desk(library)
    decider = desk.decider(parse(plain, library), DAY)
    for word in (None, *words[:12]):
        for age in (None, 0, 35, 68, 69, 70):
            facts = {k: v for k, v in (("pekerjaan", word), ("usia", age)) if v is not None}
            verdict = decider.verdict(facts)
            for criterion, result in zip(criteria, verdict.findings[0], strict=True):
                answer = reference.kleene(criterion["syarat"], facts, plain)
                assert result == {True: "met", False: "failed", None: "unknown"}[answer]


def test_a_contradiction_withholds_the_decision_is_logged_and_counted(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    decider = Decider(program(group("g", yes("a"))))
    monkeypatch.setattr(rules.Session, "decide", lambda self, _: (False,) * len(self.plan.roots))
    with caplog.at_level(logging.ERROR, "perwal.decision"), pytest.raises(Disagreement):
        decider.verdict({"a": True})
    assert decider.disagreements == 1
    assert "rules say False, meaning says True" in caplog.text
    monkeypatch.undo()
    assert decider.verdict({"a": True}).outcome == "eligible"


def test_a_rule_that_stays_silent_about_a_known_fact_is_a_contradiction(monkeypatch: pytest.MonkeyPatch) -> None:
    decider = Decider(program(group("g", yes("a"))))
    monkeypatch.setattr(rules.Session, "decide", lambda self, _: (None,) * len(self.plan.roots))
    assert decider.verdict({}).outcome == "undetermined"
    with pytest.raises(Disagreement):
        decider.verdict({"a": False})


def test_rules_are_asked_once_for_what_a_clause_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    decide = rules.Session.decide

    def counted(self: rules.Session, answers: Sequence[rules.Answer]) -> tuple[rules.Answer, ...]:
        asked.append(answers)
        return decide(self, answers)

    monkeypatch.setattr(rules.Session, "decide", counted)
    decider = Decider(program(group("g", yes("a"), yes("b"))))
    for _ in range(5):
        decider.verdict({"a": True, "b": False})
    assert len(asked) == 1
    decider.verdict({"a": False, "b": True})
    assert len(asked) == 2
    decider.verdict({"a": True, "b": True})
    assert len(asked) == 2  # both clauses are known by the situations before


@pytest.mark.parametrize(("table", "remembered"), [(situations.TABLE, 200_000), (0, 200_000), (20, 2), (0, 2)])
def test_many_situations_at_once_get_the_verdicts_they_get_one_by_one(
    table: int, remembered: int, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether what was met before is kept in tables or not, and whether it is forgotten on the way."""
    monkeypatch.setattr(situations, "TABLE", table)
    for module in (situations, verdicts):
        monkeypatch.setattr(module, "REMEMBERED", remembered)
    random = Random(f"{table} {remembered}")
    for policy in [library.policies["tegal/2023"], *(parse(random_policy(random), library) for _ in range(6))]:
        built = build(policy, library.vocabulary, library.national, DAY)
        together, alone = Decider(built), Decider(built)
        for _ in range(3):
            cells = [[random.randrange(-1, len(partition.samples)) for partition in together.cells] for _ in range(60)]
            people = [together.situation(each) for each in cells]
            different, rows = together.verdicts([np.array(column) for column in zip(*people, strict=True)])
            assert len(different) <= len(set(people))
            assert [different[row] for row in rows] == [alone.verdict_of(person) for person in people]
        together.close()
        alone.close()


def test_the_digest_stands_for_policy_national_values_and_vocabulary(library: Library) -> None:
    policy = library.policies["tegal/2023"]
    first = build(policy, library.vocabulary, library.national, DAY)
    assert build(policy, library.vocabulary, library.national, date(2023, 7, 1)).digest == first.digest
    limit = next(value for value in library.national.values if value.name == "usia_pendaftaran_kurang_dari")
    changed = Dated(
        limit.name, 60, limit.unit, date(2023, 7, 1), None, limit.segment, limit.program, limit.ground, limit.place
    )
    layer = NationalLayer((*library.national.values, changed))
    assert build(policy, library.vocabulary, layer, DAY).digest == first.digest
    assert build(policy, library.vocabulary, layer, date(2023, 7, 1)).digest != first.digest
    other = build(library.policies["pekalongan/2022-19b"], library.vocabulary, library.national, DAY)
    assert other.digest != first.digest


def _policy(criteria: list[dict[str, Any]]) -> dict[str, Any]:
    ground = {"dasar": "asumsi", "catatan": "acak"}
    return {
        "peraturan": {
            "kota": "tegal",
            "jenis": "perwal",
            "tentang": "tujuh puluh pertanyaan",
            "mengikat": "ya",
            "status": "berlaku",
            "naskah": "rekonstruksi",
            **ground,
        },
        "berlaku": {"sejak": "2020-01-01", "diketahui_sampai": "2030-01-01", **ground},
        "program": ["jkk"],
        "kelompok": [
            {
                "id": "g",
                "sebutan": {"id": "g", "en": "g"},
                "segmen": "bpu",
                **ground,
                "kriteria": criteria,
                "pendanaan": [{"sumber_dana": "apbd", "bila": "selalu", "bulan": "3", **ground}],
            }
        ],
    }


def test_diagrams_that_grow_past_their_bound_are_made_anew() -> None:
    criteria = [AnyOf((yes(f"a{n}"), yes(f"b{n}"))) for n in range(6)]
    decider = Decider(program(group("g", *criteria)))
    decider.diagrams.limit = len(decider.diagrams) + 1
    facts = {f"a{n}": True for n in range(5)}
    assert decider.verdict(facts).outcome == "undetermined"
    assert decider.verdict({**facts, "b5": True}).outcome == "eligible"
