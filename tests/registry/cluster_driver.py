"""The driver of a cluster in a process of its own, for a process can have but one Spark session at a time."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from engine.language.library import load, shipped
from engine.registry.engines import EngineFailed, Spark, spark_at
from engine.registry.run import decide_registry
from tests.registry.cluster import HERE, PATIENCE

WAIT = 600.0
"""Seconds that one errand may take."""

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Told:
    """What happened in a run: what was written by whom, and by what plan."""

    rows: int
    situations: int
    written: Mapping[str, int]
    """Rows that each executor wrote."""
    plan: str
    """The physical plan by which the decisions were written, as it was at the end."""
    done: tuple[int, int] | None = None
    """Tasks finished and tasks in all when a worker was killed."""


class Driver:
    """Runs errands one after another in its process, in one session where none fails."""

    def __init__(self, master: str, settings: Mapping[str, str]) -> None:
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), _start, (master, settings))
        self.process = self._pool.submit(os.getpid).result(WAIT)
        """Its number; Java's is its child."""

    def __call__(self, errand: Callable[P, R], *values: P.args, **named: P.kwargs) -> R:
        return self._pool.submit(errand, *values, **named).result(WAIT)

    def end(self) -> None:
        """Ends the session and the process, by force where an errand does not come to an end."""
        try:
            self._pool.submit(_end).result(PATIENCE)
        except TimeoutError:
            os.kill(self.process, signal.SIGKILL)
        self._pool.shutdown()


@contextmanager
def driver(master: str, settings: Mapping[str, str]) -> Iterator[Driver]:
    """A driver of the cluster at the address; its session begins with the first errand."""
    made = Driver(master, settings)
    try:
        yield made
    finally:
        made.end()


def session() -> Spark:
    """The session of this process, begun if there is none."""
    if not _entered:
        manager = spark_at(_master, _settings)
        _entered.append((manager, manager.__enter__()))
    return _entered[-1][1]


def decide(policy: str, day: date, registry: Path, decisions: Path, victim: int | None = None) -> Told:
    """Decides a registry; `victim` is a group of processes, killed in the midst of the writing."""
    spark, library = session(), load(shipped())
    context: Any = spark.session.sparkContext
    context.setJobGroup(str(decisions), "")
    seen: list[tuple[int, int]] = []
    ended = threading.Event()
    killer = threading.Thread(target=_kill_amid, args=(context, str(decisions), victim, seen, ended))
    killer.start()
    try:
        decided = decide_registry(library, library.policies[policy], day, registry, decisions, engine=spark)
    finally:
        ended.set()
        killer.join()
    context._jsc.sc().listenerBus().waitUntilEmpty()
    plans: Any = spark.session._jsparkSession.sharedState().statusStore().executionsList()
    plan = plans.apply(plans.size() - 1).physicalPlanDescription()
    return Told(decided.rows, decided.situations, _written(context, str(decisions)), plan, *seen)


def decide_in_vain(policy: str, day: date, registry: Path, decisions: Path) -> str | None:
    """The code of the fault with which a run ends, if it does; the session is lost with it."""
    try:
        decide(policy, day, registry, decisions)
    except Exception:
        try:
            _left(*sys.exc_info())
        except EngineFailed as failed:
            return failed.fault.code
        raise
    return None


def joins_of(registry: Path, situations: int) -> tuple[str, int]:
    """The plan of a join of a registry's rows with so many situations, and how many rows find theirs."""
    import narwhals as nw
    import pyarrow as pa

    spark = session()
    known = spark.given(pa.table({"baris": pa.array(range(situations)), "putusan": pa.array(range(situations))}))
    joined = spark.read(registry).select("baris").join(known, on="baris", how="left")
    native: Any = joined.to_native()
    met = joined.filter(~nw.col("putusan").is_null()).select(nw.len()).collect("pyarrow").to_native()
    return native._jdf.queryExecution().executedPlan().toString(), met.column(0)[0].as_py()


_master, _settings = "", dict[str, str]()
_entered: list[tuple[AbstractContextManager[Spark], Spark]] = []


def _start(master: str, settings: Mapping[str, str]) -> None:
    global _master
    _master = master
    _settings.update(settings)
    os.environ["SPARK_LOCAL_IP"] = HERE
    logging.getLogger("py4j").setLevel(logging.CRITICAL)


def _left(*problem: Any) -> None:
    if _entered:
        _entered.pop()[0].__exit__(*problem)


def _end() -> None:
    _left(None, None, None)


def _kill_amid(
    context: Any, group: str, victim: int | None, seen: list[tuple[int, int]], ended: threading.Event
) -> None:
    tracker = context.statusTracker()
    while victim is not None and not seen and not ended.is_set():
        jobs = tracker.getJobIdsForGroup(group)
        for stage in (tracker.getStageInfo(number) for job in jobs for number in tracker.getJobInfo(job).stageIds):
            if (
                stage
                and stage.numTasks > 4
                and 0 < stage.numCompletedTasks < stage.numTasks
                and _writes(context, stage)
            ):
                os.killpg(victim, signal.SIGKILL)
                seen.append((stage.numCompletedTasks, stage.numTasks))
                return
        time.sleep(0.01)


def _writes(context: Any, stage: Any) -> bool:
    return sum(_rows_of(context, stage.stageId).values()) > 0


def _written(context: Any, group: str) -> dict[str, int]:
    tracker, total = context.statusTracker(), dict[str, int]()
    for number in {number for job in tracker.getJobIdsForGroup(group) for number in tracker.getJobInfo(job).stageIds}:
        if tracker.getStageInfo(number):
            for executor, rows in _rows_of(context, number).items():
                total[executor] = total.get(executor, 0) + rows
    return {executor: rows for executor, rows in total.items() if rows}


def _rows_of(context: Any, stage: int) -> dict[str, int]:
    """Rows written in a stage, by executor."""
    entries = context._jsc.sc().statusStore().executorSummary(stage, 0).iterator()
    found = {}
    while entries.hasNext():
        entry = entries.next()
        found[entry._1()] = int(entry._2().outputRecords())
    return found
