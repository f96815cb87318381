"""The threads that durable-rules 2.0.28's `Host` starts, and what becomes of results when threads share one.

The engine uses no host; who comes back to it overrides what starts them, and gives each thread its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Ask = Callable[[str], Any]


def test_one_unmatched_fact_defers_the_actions_of_its_batch_to_a_timer_thread(ask: Ask) -> None:
    at_once, threads = ask("""
        import os, threading, time
        from durable.engine import Host, MessageNotHandledException
        from hosting import QuietHost, rules

        threads = []

        def act(c):
            threads.append(type(threading.current_thread()).__name__)

        host = QuietHost({"r": rules(hit=({"answer": True}, act))})
        try:
            host.assert_facts("r", [{"id": 1, "answer": True}, {"id": 2, "answer": False}])
        except MessageNotHandledException:
            at_once = list(threads)
        Host._run(host)
        while not threads:
            time.sleep(0.01)
        say([at_once, threads])
        os._exit(0)
    """)
    assert at_once == []
    assert threads == ["Timer"]


def test_each_host_starts_two_timer_threads_which_each_start_the_next(ask: Ask) -> None:
    started = ask("""
        import threading
        from durable.engine import Host

        timers, started = [], []
        threading.Timer.start = lambda timer: timers.append(timer)

        Host()
        for _ in range(5):
            started.append(len(timers))
            for timer in list(timers):
                timers.remove(timer)
                timer.function(*timer.args)
        say(started)
    """)
    assert started == [2, 2, 2, 2, 2]


def test_the_timer_threads_of_a_host_are_gone_after_a_fork(ask: Ask) -> None:
    before, after = ask("""
        import os, threading
        from durable.engine import Host

        host = Host()
        before = threading.active_count()
        child = os.fork()
        if not child:
            say([before, threading.active_count()])
            os._exit(0)
        os.waitpid(child, 0)
        os._exit(0)
    """)
    assert before > 1
    assert after == 1


def test_a_host_that_overrides_what_starts_them_has_no_timer_threads(ask: Ask) -> None:
    threads = ask("""
        import threading
        from hosting import QuietHost

        QuietHost()
        say(threading.active_count())
    """)
    assert threads == 1


def test_of_two_threads_on_one_host_one_loses_its_result_to_the_other(ask: Ask) -> None:
    in_time, all_of_them = ask("""
        import threading
        from hosting import QuietHost, rules

        ran, first_runs, second_is_back = [], threading.Event(), threading.Event()

        def act(c):
            ran.append([c.m.id, threading.current_thread().name])
            if c.m.id == "of the first":
                first_runs.set()
                second_is_back.wait(10)

        def assert_first():
            host.assert_fact("r", {"id": "of the first", "answer": True})

        host = QuietHost({"r": rules(hit=({"answer": True}, act))})
        first = threading.Thread(target=assert_first, name="first")
        first.start()
        first_runs.wait(10)
        host.assert_fact("r", {"id": "of the second", "answer": True})
        in_time = list(ran)
        second_is_back.set()
        first.join()
        say([in_time, ran])
    """)
    assert in_time == [["of the first", "first"]], "the second call returned without its result"
    assert all_of_them == [["of the first", "first"], ["of the second", "first"]]
