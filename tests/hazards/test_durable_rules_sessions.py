"""What durable-rules 2.0.28 does with the memory of its sessions, one for each `sid`, and how to stay clear.

The engine gives no `sid`: a ruleset then has one session, which begins with the first fact.
"""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable
from typing import Any

Ask = Callable[[str], Any]
InChild = Callable[..., subprocess.CompletedProcess[bytes]]


def test_deleting_a_session_while_others_live_is_a_use_after_free(in_child: InChild) -> None:
    child = in_child("""
        handle = create({f"hit{n}": {f"q{n}": True} for n in range(64)})
        say([decide(handle, {"id": 1, "sid": sid, "q0": True}) for sid in "abc"])
        engine.delete_state(handle, "a")
        engine.start_action(handle)
    """)
    assert (child.stdout, child.returncode) == (b'[["hit0"], ["hit0"], ["hit0"]]\n', -signal.SIGSEGV)


def test_deleting_a_session_and_starting_another_loses_a_third(ask: Ask) -> None:
    served = ask("""
        handle, served = create({"hit": {"q0": True}}), []
        for sid in "abc":
            decide(handle, {"id": 1, "sid": sid, "q0": True})
        engine.delete_state(handle, "a")
        for sid in "dbc":
            engine.assert_fact(handle, json.dumps({"id": 2, "sid": sid, "q0": True}))
        while started := engine.start_action(handle):
            served.append(json.loads(started[0])["sid"])
            engine.complete_and_start_action(handle, started[2])
        say(served)
    """)
    assert sorted(served) == ["b", "d"]


def test_deleting_a_session_before_any_rule_fired_frees_what_was_never_allocated(in_child: InChild) -> None:
    child = in_child("""
        handle = create({"hit": {"q0": True}})
        say(decide(handle, {"id": 1, "q0": False}))
        engine.delete_state(handle, None)
    """)
    assert child.stdout == b"[]\n"
    assert child.returncode in {-signal.SIGSEGV, -signal.SIGABRT}, child.returncode


def test_a_ruleset_holds_1024_sessions_and_no_more(ask: Ask) -> None:
    sessions = ask("""
        handle = create({"hit": {"q0": True}})
        try:
            for served in range(2_000):
                decide(handle, {"id": 1, "sid": str(served), "q0": True})
        except MemoryError:
            say(served)
    """)
    assert sessions == 1024


def test_deleting_a_ruleset_that_has_decided_leaks_its_session(ask: Ask) -> None:
    grown = ask("""
        def live_and_die():
            handle = create({f"met{n}": {f"q{n}": True} for n in range(8)})
            decide(handle, {"id": 1, "q0": True})
            engine.delete_ruleset(handle)

        live_and_die()
        at_first = resident()
        for _ in range(200):
            live_and_die()
        say(resident() - at_first)
    """)
    assert grown > 200 * 50, "KiB: more than 50 each"


def test_deleting_the_only_session_before_its_ruleset_keeps_memory_flat(ask: Ask) -> None:
    grown = ask("""
        def live_and_die():
            handle = create({f"met{n}": {f"q{n}": True} for n in range(8)})
            decide(handle, {"id": 1, "q0": True})
            engine.delete_state(handle, None)  # at least one rule has fired, and no other session lives
            engine.delete_ruleset(handle)

        live_and_die()
        at_first = resident()
        for _ in range(1_000):
            live_and_die()
        say(resident() - at_first)
    """)
    assert grown < 5_000, "KiB"


def test_creating_and_deleting_a_ruleset_2000_times_keeps_memory_flat(ask: Ask) -> None:
    grown = ask("""
        def live_and_die():
            engine.delete_ruleset(create({f"met{n}": {f"q{n}": True} for n in range(8)}))

        live_and_die()
        at_first = resident()
        for _ in range(2_000):
            live_and_die()
        say(resident() - at_first)
    """)
    assert grown < 5_000, "KiB; alive they would be some 400 MB"


def test_asserting_and_retracting_100000_facts_leaks_nothing(ask: Ask) -> None:
    grown, fired = ask("""
        yes = {f"met{n}": {f"q{n}": True} for n in range(3)}
        no = {f"failed{n}": {f"q{n}": False} for n in range(3)}
        handle, fact, fired = create(yes | no), {"id": 1, "q0": True, "q1": False, "q2": True}, 0
        decide(handle, fact)
        at_first = resident()
        for _ in range(100_000):
            fired += len(decide(handle, fact))
        say([resident() - at_first, fired])
    """)
    assert fired == 300_000
    assert grown < 5_000, "KiB"
