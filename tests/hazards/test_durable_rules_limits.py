"""Where durable-rules 2.0.28 gives up, hangs or crashes on the size or shape of a ruleset.

The engine asks at most 64 true or false questions in a ruleset, and refuses products of branches over 64.
"""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], Any]
InChild = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.mark.parametrize(("ors", "created"), [(14, True), (15, False), (16, False)])
def test_an_and_of_fifteen_ors_cannot_be_created(ask: Ask, ors: int, created: bool) -> None:
    answer = ask(f"""
        try:
            say(create({{"hit": two_way_ors({ors})[0]}}))
        except engine.error as error:
            say(str(error))
    """)
    assert answer == 1 if created else "113" in answer


def test_more_than_64_distinct_true_tests_on_one_fact_are_error_303(ask: Ask) -> None:
    fired, refusal = ask("""
        def all_true(count):
            handle = create({f"met{n}": {f"q{n}": True} for n in range(count)})
            return decide(handle, {"id": 1} | {f"q{n}": True for n in range(count)})

        fired = len(all_true(64))
        try:
            all_true(65)
        except engine.error as error:
            say([fired, str(error)])
    """)
    assert fired == 64
    assert "303" in refusal


@pytest.mark.parametrize(("tests", "last_step"), [(511, "decided"), (512, "created"), (513, "creating")])
def test_512_tests_of_one_property_never_decide_and_513_never_come_to_be(
    in_child: InChild, tests: int, last_step: str
) -> None:
    child = in_child(f"""
        import signal

        say("creating")
        signal.setitimer(signal.ITIMER_VIRTUAL, 2)  # ends it after 2 s of work, without asking Python
        handle = create({{f"is{{n}}": {{"city": f"city{{n}}"}} for n in range({tests})}})
        say("created")
        decide(handle, {{"id": 1, "city": "city3"}})
        say("decided")
    """)
    assert json.loads(child.stdout.splitlines()[-1]) == last_step
    assert child.returncode == (0 if last_step == "decided" else -signal.SIGVTALRM)


def test_true_tests_and_the_ors_that_share_the_last_one_count_together(ask: Ask) -> None:
    """Questions - 1 + the most rules that share one question: that must be at most 64."""
    fired, refusal = ask("""
        def all_false(questions, sharing):
            rules = {f"own{n}": {f"q{n}": False} for n in range(questions - 1)}
            rules |= {f"or{n}": {"$or": [{f"q{n}": False}, {"last": False}]} for n in range(sharing)}
            fact = {"id": 1} | {f"q{n}": False for n in range(questions - 1)} | {"last": False}
            return decide(create(rules), fact)

        fired = len(all_false(41, 24))
        try:
            all_false(41, 25)
        except engine.error as error:
            say([fired, str(error)])
    """)
    assert fired == 40 + 2 * 24
    assert "303" in refusal


def test_256_rules_that_share_a_test_also_fire_a_rule_on_another(ask: Ask) -> None:
    """The list of 256 has no room for its end, so that the next rule's list is read as well."""
    wrong = ask("""
        def fires_another(count):
            sharing = {f"hit{n}": {"q0": True} for n in range(count)}
            return "other" in decide(create(sharing | {"other": {"q1": True}}), {"id": 1, "q0": True})

        say([fires_another(255), fires_another(256)])
    """)
    assert wrong == [False, True]


def test_a_definition_nested_too_deep_crashes(in_child: InChild) -> None:
    child = in_child("""
        depth = 300_000
        nested = '{"$and": [' * depth + '{"q0": true}' + ']}' * depth
        say("creating")
        engine.create_ruleset("hazard", '{"hit": {"all": [{"m": ' + nested + '}]}}')
    """)
    assert (child.stdout, child.returncode) == (b'"creating"\n', -signal.SIGSEGV)


def test_a_false_comparison_between_messages_reads_past_its_end_and_crashes(in_child: InChild) -> None:
    """Open report 381 of the library; it depends on what lies behind in memory, hence many rulesets."""
    child = in_child("""
        def pair(least, operator):
            first = {"$and": [{"metric": "A"}, {"$gt": {"amount": least}}]}
            second = {"$and": [{"metric": "B"}, {operator: {"amount": {"first": "amount"}}}]}
            return {"all": [{"first": first}, {"second": second}]}

        for size in range(100):
            rules = {"rises": pair(10, "$gt"), "falls": pair(50, "$lt")}
            rules |= {f"other{n}": {"all": [{"m": {f"q{n}": True}}]} for n in range(size)}
            handle = engine.create_ruleset("hazard", json.dumps(rules))
            engine.assert_event(handle, '{"metric": "A", "amount": 100}')
            engine.assert_event(handle, '{"metric": "B", "amount": 200}')
        say("survived")
    """)
    assert (child.stdout, child.returncode) == (b"", -signal.SIGSEGV)


def test_a_ruleset_that_cannot_be_created_keeps_its_handle_and_its_memory(ask: Ask) -> None:
    handles, grown = ask("""
        before, at_first = create({"hit": {"q0": True}}), resident()
        for _ in range(100):
            try:
                create({"hit": two_way_ors(20)[0]})
            except engine.error:
                pass
        say([create({"hit": {"q0": True}}) - before, resident() - at_first])
    """)
    assert handles == 101
    assert grown > 5_000, "KiB"
