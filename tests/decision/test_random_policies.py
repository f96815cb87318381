"""Rules, diagrams, brute force over all completions and z3 say the same of random policies and people."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
import z3

from engine.decision.decide import Desk
from engine.decision.decision import Decision
from engine.decision.facts import person
from engine.language.library import Library
from tests import reference
from tests.random_policies import as_written, parse, random_facts, random_policy

DAY = date(2023, 6, 1)
PEOPLE = 40
PARTS = 8


def decide(desk: Desk, policy: Any, facts: dict[str, Any], values: dict[str, list[Any]]) -> Decision:
    faults: list[Any] = []
    written = as_written(facts, values)
    # a village gives the city away and an occupation is presumed, so both are said outright
    applicant = person({"pekerjaan_kedua": "tidak_diketahui", **written}, desk.library.vocabulary, DAY, faults)
    assert not faults, faults
    return desk.decide(policy, applicant, DAY)


def payer_of(decision: Decision) -> int | None:
    if decision.group is None:
        return None
    results = [payment.result for payment in decision.funding]
    first = next((index for index, result in enumerate(results) if result == "met"), None)
    return first if first is not None and "unknown" not in results[:first] else None


@pytest.mark.parametrize("part", range(PARTS))
def test_rules_and_diagrams_say_what_brute_force_says(part: int, library: Library, situations: int) -> None:
    random = Random(f"bagian {part}")
    desk = Desk(library)
    for _ in range(-(-situations // PARTS // PEOPLE)):
        plain = independent_policy(random)
        policy = parse(plain, library)
        values = reference.telling_values(plain, library.vocabulary)
        for _ in range(PEOPLE):
            facts = random_facts(random, values, unknown=3)
            decision = decide(desk, policy, facts, values)
            expected = reference.exact(plain, facts, values)
            told = (plain, facts)
            assert decision.outcome == expected.outcome, told
            assert (decision.group.id if decision.group else None) == expected.group, told
            assert {item.fact: item.purpose for item in decision.missing} == expected.missing, told
            if expected.payer is not None:
                assert payer_of(decision) == expected.payer, told
            for finding in decision.findings:
                group = next(g for g in plain["kelompok"] if g["id"] == finding.group.id)
                criterion = next(c for c in group["kriteria"] if c["id"] == finding.criterion.id)
                answer = reference.kleene(criterion["syarat"], facts, plain)
                assert finding.result == {True: "met", False: "failed", None: "unknown"}[answer], told


def test_z3_agrees_on_the_outcome(library: Library, situations: int) -> None:
    random = Random("z3")
    desk = Desk(library)
    for _ in range(situations // 400):
        plain = independent_policy(random)
        policy = parse(plain, library)
        values = reference.telling_values(plain, library.vocabulary)
        solver, covered, variables = encoded(plain, values)
        for _ in range(20):
            facts = random_facts(random, values, unknown=len(values))
            known = [variables[fact] == values[fact].index(value) for fact, value in facts.items()]
            can_be = solver.check(*known, covered) == z3.sat
            can_fail = solver.check(*known, z3.Not(covered)) == z3.sat
            expected = {(True, True): "undetermined", (True, False): "eligible", (False, True): "ineligible"}
            assert decide(desk, policy, facts, values).outcome == expected[can_be, can_fail], (plain, facts)


def independent_policy(random: Random) -> dict[str, Any]:
    """A random policy whose facts do not determine one another (a village would settle the city)."""
    while True:
        plain = random_policy(random)
        read = {fact for fact, _ in reference.mentions(plain)}
        if not {"kota", "kelurahan"} <= read:
            return plain


def encoded(plain: dict[str, Any], values: dict[str, list[Any]]) -> tuple[z3.Solver, Any, dict[str, Any]]:
    """The policy's coverage as a z3 formula over one bounded number per fact (its value's position)."""
    variables = {fact: z3.Int(fact) for fact in values}
    solver = z3.Solver()
    for fact, variable in variables.items():
        solver.add(variable >= 0, variable < len(values[fact]))

    def formula(condition: Any) -> Any:
        if condition == "selalu":
            return z3.BoolVal(True)
        ((key, inner),) = condition.items()
        if key == "semua":
            return z3.And([formula(part) for part in inner])
        if key == "salah_satu":
            return z3.Or([formula(part) for part in inner])
        if key == "tidak":
            return z3.Not(formula(inner))
        if key == "definisi":
            return formula(plain["definisi"][inner]["syarat"])
        read = [fact for fact, _ in reference.asked(condition, plain)]
        if len(read) == 1:
            true = [i for i, v in enumerate(values[key]) if reference.kleene(condition, {key: v}, plain)]
            return z3.Or([variables[key] == i for i in true])
        name = inner.get("termasuk", inner.get("tidak_termasuk")).removeprefix("lampiran.")
        member = z3.Or([listed(plain["lampiran"][name], fact) for fact in reference.OCCUPATIONS])
        return member if "termasuk" in inner else z3.Not(member)

    def listed(listing: Any, fact: str) -> Any:
        inside, settled = [], [*listing["isi"], *listing.get("bukan", []), *reference.NO_OCCUPATION]
        for position, code in enumerate(values[fact]):
            if code in listing["isi"]:
                inside.append(variables[fact] == position)
            elif code not in settled and listing["daftar"] != "tertutup":
                ruled = variables["ditetapkan_setara"] == values["ditetapkan_setara"].index(True)
                inside.append(z3.And(variables[fact] == position, ruled))
        return z3.Or(inside)

    groups = [z3.And([formula(c["syarat"]) for c in group["kriteria"]]) for group in plain["kelompok"]]
    return solver, z3.Or(groups), variables
