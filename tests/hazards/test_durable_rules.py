"""Which facts durable-rules 2.0.28 matches, and how often, where that is not what one would expect.

Each test shows a hazard that the engine stays clear of; when one fails after an upgrade, the library changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], Any]


def test_a_rule_on_failure_does_not_fire_when_its_field_is_absent_null_or_a_list(ask: Ask) -> None:
    fired = ask("""
        handle = create({"too_well_off": {"$gt": {"desil": 4}}})
        facts = [{"desil": 9}, {}, {"desil": None}, {"desil": [9]}]
        say([decide(handle, {"id": 1} | fact) for fact in facts])
    """)
    assert fired == [["too_well_off"], [], [], []]


def test_a_rule_on_failure_does_not_fire_when_a_number_comes_as_text(ask: Ask) -> None:
    fired = ask("""
        handle = create({"failed": {"$gt": {"desil": 4}}, "met": {"$lte": {"desil": 4}}})
        say([decide(handle, {"id": 1, "desil": value}) for value in (30, "30")])
    """)
    assert fired == [["failed"], ["met"]]


def test_texts_are_compared_letter_by_letter(ask: Ask) -> None:
    assert ask("""
        handle = create({"greater": {"$gt": {"code": "10"}}})
        say(decide(handle, {"id": 1, "code": "9"}))
    """) == ["greater"]


def test_true_equals_one_and_the_text_true(ask: Ask) -> None:
    fired = ask("""
        handle = create({"is_1": {"answer": 1}, "is_true": {"answer": True}})
        say([sorted(decide(handle, {"id": 1, "answer": value})) for value in (True, 1, 1.0, "true")])
    """)
    assert fired == [["is_1", "is_true"], ["is_1", "is_true"], ["is_1", "is_true"], ["is_true"]]


def test_two_property_names_with_one_hash_are_one_property(ask: Ask) -> None:
    same_hash, fired = ask("""
        handle = create({"hit": {"liquid": True}})
        fired = decide(handle, {"id": 1, "costarring": True})
        say([fnv1a("liquid") == fnv1a("costarring"), fired])
    """)
    assert same_hash
    assert fired == ["hit"]


def test_two_ids_with_one_hash_are_one_fact_and_the_second_gets_no_verdict(ask: Ask) -> None:
    same_hash, codes, left = ask("""
        first, second = "9999537052830077", "9999906374590062"  # there are no such regions or months
        handle = create({"hit": {"answer": True}})
        bodies = [json.dumps({"id": nik, "answer": True}) for nik in (first, second)]
        codes = [engine.assert_fact(handle, body)[0] for body in bodies]
        engine.retract_fact(handle, bodies[1])
        say([fnv1a(first) == fnv1a(second), codes, json.loads(engine.get_facts(handle, None))])
    """)
    assert same_hash
    assert codes == [0, 2], "the second is taken for a repetition"
    assert left == [], "retracting the second removes the first"


def test_two_sids_with_one_hash_are_one_session(ask: Ask) -> None:
    assert ask("""
        first, second = "9999537052830077", "9999906374590062"
        handle = create({"hit": {"answer": True}})
        engine.assert_fact(handle, json.dumps({"id": "of the first", "sid": first, "answer": True}))
        say([fact["id"] for fact in json.loads(engine.get_facts(handle, second))])
    """) == ["of the first"]


def test_an_event_is_consumed_by_the_first_rule_while_a_fact_reaches_them_all(ask: Ask) -> None:
    by_event, by_fact = ask("""
        handle = create({"first": {"answer": True}, "second": {"answer": True}})
        code, state = engine.assert_event(handle, '{"id": 1, "answer": true}')
        say([drain(handle, state), decide(handle, {"id": 2, "answer": True})])
    """)
    assert by_event == ["first"]
    assert by_fact == ["first", "second"]


def test_a_fact_that_no_rule_matches_and_a_repeated_one_are_refused(ask: Ask) -> None:
    assert ask("""
        handle = create({"hit": {"answer": True}})
        bodies = ['{"answer": false}', '{"answer": true}', '{"answer": true}']
        say([engine.assert_fact(handle, body)[0] for body in bodies])
    """) == [1, 0, 2]


def test_not_exists_also_matches_the_state_of_the_engine_itself(ask: Ask) -> None:
    matched = ask("""
        handle = create({"no_answer": {"$nex": {"answer": 1}}})
        code, state = engine.assert_fact(handle, '{"id": "ours"}')
        message, matched = engine.start_action_for_state(handle, state)[1], []
        while message:
            matched.append(json.loads(message)["no_answer"]["m"]["id"])
            message = engine.complete_and_start_action(handle, state)
        say(matched)
    """)
    assert sorted(matched) == ["ours", "sid-0"]


@pytest.mark.parametrize("ors", [1, 3, 9, 10])
def test_an_or_fires_once_per_true_branch_and_firings_multiply(ask: Ask, ors: int) -> None:
    firings = ask(f"""
        condition, fact = two_way_ors({ors})
        say(len(decide(create({{"hit": condition}}), fact)))
    """)
    assert firings == 2**ors


def test_an_empty_and_fires_on_every_fact_and_an_empty_or_on_none(ask: Ask) -> None:
    assert ask("""
        handle = create({"and": {"$and": []}, "or": {"$or": []}})
        say(sorted(set(decide(handle, {"id": 1, "whatever": 5}))))
    """) == ["and"]


def test_a_rule_that_names_an_unknown_message_is_accepted_and_fires(ask: Ask) -> None:
    assert ask("""
        handle = create({"hit": {"answer": {"nobody": "answer"}}})
        say(decide(handle, {"id": 1, "answer": False}))
    """) == ["hit"]


def test_a_number_with_an_exponent_is_a_parse_error_unless_it_has_a_fraction(ask: Ask) -> None:
    read = ask("""
        def is_read(number):
            handle = create({"hit": {"answer": True}})
            try:
                return engine.assert_fact(handle, '{"id": 1, "amount": %s, "answer": true}' % number)[0]
            except engine.error as error:
                return str(error)[-3:]

        say({number: is_read(number) for number in ("1e5", "1E-7", json.dumps(1e16), "1.5e5")})
    """)
    assert read == {"1e5": "204", "1E-7": "204", "1e+16": "204", "1.5e5": 0}


def test_a_number_with_an_exponent_silently_drops_the_rest_of_a_batch(ask: Ask) -> None:
    code, kept = ask("""
        handle = create({"hit": {"answer": True}})
        batch = [{"id": n, "answer": True, "amount": amount} for n, amount in ((1, 5), (2, 1e16), (3, 5))]
        code, state = engine.assert_facts(handle, json.dumps(batch))
        say([code, json.loads(engine.get_facts(handle, None))])
    """)
    assert code == 0
    assert [fact["id"] for fact in kept] == [1]
