"""What `registry.py` measures in a process of its own: the first decision against the next, and the memory of a run."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
from yardsticks import answer

from engine.decision.decide import Desk
from engine.language.library import load, shipped
from engine.registry.deciding import Ledger
from engine.registry.run import decide_registry

MILLION = 1_000_000


def first(registry: str) -> dict[str, float]:
    """Seconds for a million rows with nothing decided before, and for a new run over them once more."""
    library = load(shipped())
    policy = library.policies[answer.POLICY]
    desk = Desk(library)
    frame = pl.read_parquet(registry, columns=list(answer.FACTS), n_rows=MILLION).rechunk()

    def run() -> None:
        Ledger(desk.decider(policy, answer.DAY), library.vocabulary, answer.DAY).decide(frame)

    return {"first": timed(run), "next": timed(run)}


def run(registry: str, decisions: str) -> dict[str, float]:
    """Seconds and peak memory, in bytes, of a run from file to file."""
    library = load(shipped())
    policy = library.policies[answer.POLICY]
    seconds = timed(lambda: decide_registry(library, policy, answer.DAY, Path(registry), Path(decisions)))
    return {"seconds": seconds, **nothing()}


def nothing() -> dict[str, float]:
    """Peak memory of this process so far, in bytes. Linux: `ru_maxrss` would be that of whoever started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return {"peak": next(int(line.split()[1]) * 1024.0 for line in status.splitlines() if line.startswith("VmHWM"))}


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    asked: dict[str, Callable[..., dict[str, float]]] = {"first": first, "run": run, "nothing": nothing}
    gc.freeze()  # as the command does once it is imported
    print(json.dumps(asked[sys.argv[1]](*sys.argv[2:])))
    gc.unfreeze()
