"""What durable-rules 2.0.28's `Host` and rule language add to its C module: traps for actions and names.

The engine uses neither; who comes back to them gives each action one parameter and has it append to a list.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Ask = Callable[[str], Any]


def test_a_host_raises_on_a_repeated_fact_and_on_one_that_no_rule_matches(ask: Ask) -> None:
    errors = ask("""
        from hosting import QuietHost, rules

        host, errors = QuietHost({"r": rules(hit=({"answer": True}, lambda c: None))}), []
        host.assert_fact("r", {"answer": True})
        for answer in (True, False):
            try:
                host.assert_fact("r", {"answer": answer})
            except Exception as error:
                errors.append(type(error).__name__)
        say(errors)
    """)
    assert errors == ["MessageObservedException", "MessageNotHandledException"]


def test_even_a_keyboard_interrupt_in_an_action_is_swallowed_into_the_shared_state(ask: Ask) -> None:
    assert "exception caught stop" in ask("""
        from hosting import QuietHost, rules

        seen = []

        def interrupt(c):
            raise KeyboardInterrupt("stop")

        def look(c):
            seen.append(c.s.exception)

        host = QuietHost({"r": rules(yes=({"answer": True}, interrupt), no=({"answer": False}, look))})
        host.assert_fact("r", {"id": "first person", "answer": True})
        host.assert_fact("r", {"id": "second person", "answer": False})
        say(seen[0])
    """)


def test_what_an_action_puts_into_the_state_of_one_person_is_visible_to_the_next(ask: Ask) -> None:
    assert ask("""
        from hosting import QuietHost, rules

        seen = []

        def put(c):
            c.s.person = c.m.id

        def look(c):
            seen.append(c.s.person)

        host = QuietHost({"r": rules(yes=({"answer": True}, put), no=({"answer": False}, look))})
        host.assert_fact("r", {"id": "first person", "answer": True})
        host.assert_fact("r", {"id": "second person", "answer": False})
        say(seen)
    """) == ["first person"]


def test_an_action_with_two_parameters_is_taken_for_asynchronous_and_never_completes(ask: Ask) -> None:
    assert ask("""
        from hosting import QuietHost, rules

        labels = []
        act = lambda c, label="mine": labels.append(label)
        host = QuietHost({"r": rules(hit=({"answer": True}, act))})
        host.assert_fact("r", {"id": 1, "answer": True})
        host.assert_fact("r", {"id": 2, "answer": True})
        say([callable(label) for label in labels])
    """) == [True], "the default is replaced by a callback, and the second fact waits for its call"


def test_an_action_over_ten_seconds_locks_the_session_and_skips_the_rest(ask: Ask) -> None:
    assert ask("""
        import durable.engine
        from hosting import QuietHost, rules

        now, ran = [1_000_000.0], []
        durable.engine._unix_now = lambda: now[0]

        def slow(c):
            ran.append(f"slow {c.m.id}")
            now[0] += 11

        def after(c):
            ran.append(f"after {c.m.id}")

        host = QuietHost({"r": rules(slow=({"answer": True}, slow), after=({"answer": True}, after))})
        host.assert_fact("r", {"id": 1, "answer": True})
        host.assert_fact("r", {"id": 2, "answer": True})
        say(ran)
    """) == ["slow 1"]


def test_a_host_never_returns_from_a_fact_under_a_rule_on_absence(ask: Ask) -> None:
    """The rule matches the state, which is written again after each action: still firing after 10,000."""
    assert ask("""
        import os
        from hosting import QuietHost, rules

        matched = []

        def act(c):
            matched.append(c.m.id)
            if len(matched) == 10_000:
                say(sorted(set(matched)))
                os._exit(0)

        host = QuietHost({"r": rules(hit=({"$nex": {"other": 1}}, act))})
        host.assert_fact("r", {"id": "ours", "answer": True})
        say("returned")
    """) == ["sid-0"]


def test_a_name_of_a_ruleset_cannot_be_registered_again(ask: Ask) -> None:
    assert (
        ask("""
        from hosting import QuietHost, rules

        host = QuietHost({"r": rules(hit=({"answer": True}, lambda c: None))})
        try:
            host.register_rulesets({"r": rules(hit=({"answer": False}, lambda c: None))})
        except Exception as error:
            say(str(error))
    """)
        == "Ruleset with name r already registered"
    )


def test_one_bad_definition_drops_the_good_ones_that_wait_with_it(ask: Ask) -> None:
    errors = ask("""
        import durable.lang as lang
        from hosting import QuietHost

        lang._main_host = QuietHost()
        for name, value in (("good", True), ("bad", [1])):
            with lang.ruleset(name):
                lang.when_all(lang.m.answer == value)(lambda c: None)

        errors = []
        for _ in range(2):
            try:
                lang.assert_fact("good", {"id": 1, "answer": True})
            except Exception as error:
                errors.append(str(error))
        say(errors)
    """)
    assert errors == ["Could not create ruleset, error code: 102", "Ruleset with name good not found"]
