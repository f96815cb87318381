"""The rules engine alone: shapes that durable-rules cannot take as written, and faults of the library."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from engine.decision import normal_form, rules
from engine.language.condition import AllOf, AnyOf, Core, Leaf, NotThis, Numbers, Words, holds


def asks(fact: str, *values: str | bool) -> Leaf:
    return Leaf(fact, Words(frozenset(values or (True,))))


def results(conditions: list[Core], facts: Mapping[str, bool | str]) -> tuple[bool | None, ...]:
    plan = rules.plan(conditions)
    answers = [
        True in leaf.allowed if leaf.fact == "" else facts[leaf.fact] in leaf.allowed if leaf.fact in facts else None
        for leaf in plan.leaves
    ]
    with rules.Session(plan) as session:
        return session.decide(answers)


POSTS = ("ketua", "sekretaris", "bendahara")
BODIES = ("jabatan_rt", "jabatan_rw", "jabatan_lpmk")


def test_three_bodies_by_three_posts_written_as_nine_pairs() -> None:
    officer = AnyOf(tuple(AllOf((asks(body, post),)) for body in BODIES for post in POSTS))
    choices = (None, "ketua", "bendahara", "anggota", "tidak_ada")
    for posts in itertools.product(choices, repeat=3):
        facts = {body: post for body, post in zip(BODIES, posts, strict=True) if post is not None}
        expected = holds(officer, facts)
        assert results([officer, NotThis(officer)], facts) == (expected, None if expected is None else not expected)


def test_an_and_of_forty_two_way_ors_and_its_negation() -> None:
    condition = AllOf(tuple(AnyOf((asks(f"a{n}"), asks(f"b{n}"))) for n in range(40)))
    everybody: dict[str, bool | str] = {f"{letter}{n}": True for letter in "ab" for n in range(40)}
    assert results([condition, NotThis(condition)], everybody) == (True, False)
    assert results([condition, NotThis(condition)], {**everybody, "a7": False, "b7": False}) == (False, True)
    without = {name: value for name, value in everybody.items() if name not in ("a7", "b7")}
    assert results([condition, NotThis(condition)], without) == (None, None)


@pytest.mark.parametrize("size", [63, 64, 65, 70, 200])
def test_more_questions_than_one_ruleset_may_ask(size: int) -> None:
    criteria: list[Core] = [asks(f"fakta{n}") for n in range(size)]
    plan = rules.plan([*criteria, AllOf(tuple(criteria)), AnyOf(tuple(criteria))])
    for ruleset in plan.rulesets:
        assert len(ruleset.questions) <= rules.MAX_LOAD
    facts: dict[str, bool | str] = {f"fakta{n}": n != 3 for n in range(size) if n != 5}
    *single, every, some = results([*criteria, AllOf(tuple(criteria)), AnyOf(tuple(criteria))], facts)
    assert single == [None if n == 5 else n != 3 for n in range(size)]
    assert (every, some) == (False, True)


@pytest.mark.parametrize("every", [True, False])
def test_many_conditions_that_share_a_question(every: bool) -> None:
    kind = AllOf if every else AnyOf
    conditions: list[Core] = [kind((asks(f"fakta{n}"), asks("bersama"))) for n in range(300)]
    for shared in (True, False):
        facts: dict[str, bool | str] = {**{f"fakta{n}": n % 3 == 0 for n in range(300)}, "bersama": shared}
        assert results(conditions, facts) == tuple(holds(condition, facts) for condition in conditions)


def test_opening_and_closing_sessions_leaves_no_memory_behind() -> None:
    plan = rules.plan([AllOf((AnyOf((asks("a"), asks("b"))), asks("c")))])

    def churn(times: int) -> int:
        for answer in (True, None) * times:
            with rules.Session(plan) as session:
                session.decide([True, answer, answer, answer])
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

    churn(50)
    before = churn(50)
    assert churn(300) - before < 8_000_000


def test_random_deep_conditions_have_kleenes_values() -> None:
    random = Random("aturan")
    for _ in range(300):
        condition = deep(random, 5)
        facts: dict[str, bool | str] = {f"f{n}": random.random() < 0.5 for n in range(8) if random.random() < 0.7}
        assert results([condition], facts) == (holds(condition, facts),)


def deep(random: Random, depth: int) -> Core:
    if depth == 0 or random.random() < 0.2:
        return asks(f"f{random.randrange(8)}", random.random() < 0.5)
    parts = tuple(deep(random, depth - 1) for _ in range(random.randint(0, 3)))
    choices: list[Core] = [AllOf(parts), AnyOf(parts), NotThis(deep(random, depth - 1))]
    return random.choice(choices)


@pytest.mark.parametrize(("condition", "expected"), [(AllOf(()), True), (AnyOf(()), False)])
def test_always_and_never_are_answered_by_a_rule(condition: Core, expected: bool) -> None:
    assert results([condition], {}) == (expected,)


def test_complements_of_number_sets() -> None:
    some = Numbers(((3, 5), (9, 9)))
    for number in range(-2, 14):
        assert (number in normal_form.complement(some)) == (number not in some)
        assert number not in normal_form.combined(some, normal_form.complement(some), every=True)
        assert number in normal_form.combined(some, normal_form.complement(some), every=False)


def test_a_rule_that_fires_both_ways_is_a_fault() -> None:
    plan = rules.plan([asks("a")])
    broken = json.loads(plan.rulesets[0].definition)
    broken["f0"] = broken["m0"]
    ruleset = rules._Ruleset(plan.rulesets[0].questions, plan.rulesets[0].given, json.dumps(broken))
    with rules.Session(rules.Plan(plan.leaves, (ruleset,), plan.roots, plan.size)) as session:
        with pytest.raises(rules.RulesFault):
            session.decide([True, True])
        assert session.decide([True, None]) == (None,)


def test_many_threads_ask_one_session() -> None:
    condition = AllOf((AnyOf((asks("a"), asks("b"))), asks("c")))
    plan = rules.plan([condition])
    wrong: list[object] = []

    def ask(session: rules.Session, seed: int) -> None:
        random = Random(seed)
        for _ in range(400):
            facts = {name: random.random() < 0.5 for name in "abc" if random.random() < 0.8}
            answers = [True if leaf.fact == "" else facts.get(leaf.fact) for leaf in plan.leaves]
            if session.decide(answers) != (holds(condition, facts),):
                wrong.append(facts)

    with rules.Session(plan) as session:
        threads = [threading.Thread(target=ask, args=(session, seed)) for seed in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not wrong


def test_no_timer_thread_is_started() -> None:
    before = threading.active_count()
    assert results([asks("a")], {"a": True}) == (True,)
    assert threading.active_count() == before
