"""How to stay clear of durable-rules' hazards: names of our own, at most 64 questions, its C module alone.

When one of these fails after an upgrade from 2.0.28, the engine's way of driving the library is in doubt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Ask = Callable[[str], Any]


def test_the_names_of_64_questions_collide_neither_with_each_other_nor_with_the_library_s(ask: Ask) -> None:
    names, hashes = ask("""
        names = [f"q{n}" for n in range(64)] + ["id", "sid", "$s"]
        say([len(names), len({fnv1a(name) for name in names})])
    """)
    assert names == hashes == 67


def test_each_of_64_questions_is_answered_by_its_own_rules_alone(ask: Ask) -> None:
    wrong = ask("""
        yes = {f"met{n}": {f"q{n}": True} for n in range(64)}
        no = {f"failed{n}": {f"q{n}": False} for n in range(64)}
        handle, wrong = create(yes | no), []
        for n in range(64):
            for answer, name in ((True, "met"), (False, "failed")):
                fired = decide(handle, {"id": 1, f"q{n}": answer})
                wrong += [] if fired == [f"{name}{n}"] else [[n, answer, fired]]
        say(wrong)
    """)
    assert wrong == []


def test_64_questions_in_one_ruleset_are_all_answered_and_the_unknown_ones_are_not(ask: Ask) -> None:
    wrong = ask("""
        yes = {f"met{n}": {f"q{n}": True} for n in range(64)}
        no = {f"failed{n}": {f"q{n}": False} for n in range(64)}
        handle, wrong = create(yes | no), []
        situations = [
            [True] * 64, [False] * 64, [n % 2 == 0 for n in range(64)],
            [None] * 63 + [True], [(True, False, None)[n % 3] for n in range(64)],
        ]
        for answers in situations:
            known = {n: answer for n, answer in enumerate(answers) if answer is not None}
            fired = decide(handle, {"id": 1} | {f"q{n}": answer for n, answer in known.items()})
            expected = [f"{'met' if answer else 'failed'}{n}" for n, answer in known.items()]
            wrong += [] if sorted(fired) == sorted(expected) else [[expected, fired]]
        say(wrong)
    """)
    assert wrong == []


def test_a_question_that_is_not_answered_fires_neither_of_its_rules(ask: Ask) -> None:
    assert ask("""
        handle = create({"met0": {"q0": True}, "failed0": {"q0": False}, "met1": {"q1": True}})
        say([decide(handle, {"id": 1}), decide(handle, {"id": 1, "q0": None, "q1": True})])
    """) == [[], ["met1"]]


def test_one_id_serves_every_fact_when_each_is_retracted(ask: Ask) -> None:
    assert ask("""
        handle = create({"met": {"q0": True}, "failed": {"q0": False}})
        say([decide(handle, {"id": 1, "q0": answer}) for answer in (True, False, False, True)])
    """) == [["met"], ["failed"], ["failed"], ["met"]]


def test_a_name_can_be_created_again_through_the_c_module(ask: Ask) -> None:
    first, second = ask("""
        first, second = create({"old": {"q0": True}}), create({"new": {"q0": True}})
        say([decide(first, {"id": 1, "q0": True}), decide(second, {"id": 1, "q0": True})])
    """)
    assert (first, second) == (["old"], ["new"])


def test_threads_with_a_ruleset_each_get_every_result(ask: Ask) -> None:
    right = ask("""
        import sys
        from concurrent.futures import ThreadPoolExecutor

        sys.setswitchinterval(1e-5)

        def decide_often(_):
            handle = create({"met": {"q0": True}, "failed": {"q0": False}})
            answers = [n % 3 == 0 for n in range(1_000)]
            fired = [decide(handle, {"id": 1, "q0": answer}) for answer in answers]
            return fired == [["met" if answer else "failed"] for answer in answers]

        with ThreadPoolExecutor(4) as pool:
            say(list(pool.map(decide_often, range(4))))
    """)
    assert right == [True] * 4
