"""Coverage and mutation of every shipped policy, in one process; each fate is checked before the time counts."""

from __future__ import annotations

import time

from engine.language.library import load, shipped
from engine.revision.cases import cases_path, load_cases
from engine.revision.examination import examine

LIMIT = 60
"""Seconds that all of them may take."""


def main() -> None:
    library = load(shipped())
    whole = 0.0
    for policy in library.policies.values():
        cases = len(load_cases(policy, cases_path(policy), []))
        seconds = {}
        for mutating in (False, True):
            began = time.perf_counter()
            outcome = examine(library, policy, mutating=mutating)
            seconds[mutating] = time.perf_counter() - began
        assert outcome.mutation and outcome.complete, policy.id
        mutants = len(outcome.mutation.judged)
        each = (seconds[True] - seconds[False]) / mutants * 1e3
        print(
            f"{policy.id:28}{cases:4} cases and coverage {seconds[False]:6.2f} s   "
            f"{mutants:4} mutants {seconds[True] - seconds[False]:6.2f} s  ({each:.1f} ms each)"
        )
        whole += seconds[True]
    print(f"all policies, cases, coverage and mutation: {whole:.1f} s of {LIMIT}")
    assert whole < LIMIT


if __name__ == "__main__":
    main()
