"""How the cost of a run grows: with rows, with situations, on Polars, DuckDB and Spark with one and two workers.

The engines' decisions are compared first; then they are timed in turns, from a registry on disk to decisions on disk,
by the clock and by the processors (all processes of an engine, read from /proc), which others disturb less.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from statistics import median

import polars as pl
from yardsticks.anybody import anybody

from engine.decision.decide import default_day
from engine.language.library import Library, load, shipped
from engine.language.policy import Policy
from engine.registry.columns import ROW, schema_of
from engine.registry.decoding import SAID
from engine.registry.engines import DuckDB, pattern_of
from engine.registry.run import decide_registry
from engine.registry.synth.columns import facts_read
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request
from tests.registry.cluster import SETTINGS, cluster
from tests.registry.cluster_driver import Driver, driver, session

POLICY = "tegal/2023"
DAY = date(2023, 6, 1)
ROWS = (10_000, 100_000, 1_000_000, 10_000_000)
ODD = (0.0, 0.01, 0.1, 0.3, 1.0)
"""Shares of rows whose facts have nothing to do with each other, which make the situations many."""
MANY = 1_000_000
"""Rows of the registries with few and many situations."""
CITY = 155_642
"""Rows of an average city where 514 share 80 million."""
FEW = ("polars", "duckdb", "spark, 2 workers")
"""Engines that are asked about situations and cities."""
ROUNDS = 3
"""Runs of each, of which the middle one counts; the largest registry is run once."""
MEMORY = {"spark.driver.memory": "2g", "spark.executor.memory": "2g"}

Decide = Callable[[str, date, Path, Path], int]
"""Decides a registry under a policy on a day; situations."""


@dataclass(frozen=True, slots=True)
class Engine:
    decide: Decide
    spent: Callable[[], float] = time.process_time
    """Seconds of processor that its processes have used so far."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The middle of some runs: seconds by the clock, with the fastest and the slowest, and of processor."""

    series: str
    engine: str
    policy: str
    rows: int
    odd: float
    situations: int
    seconds: float
    processor: float
    fastest: float
    slowest: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=MANY, help="the largest registry")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--save", type=Path, help="what was seen, as JSON for docs/scale_picture.py")
    given = parser.parse_args()
    library = loaded()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        bench = Bench(Path(name), dict(stack.enter_context(engines(Path(name)))), given.rounds)
        bench.compare(library.policies[POLICY])
        for rows in (rows for rows in ROWS if rows <= given.rows):
            bench.run("rows", library.policies[POLICY], DAY, rows, bench.engines)
        for odd in ODD:
            bench.run("situations", library.policies[POLICY], DAY, min(MANY, given.rows), FEW, odd)
        for policy in library.policies.values():
            bench.run("city", policy, default_day(policy), min(CITY, given.rows), FEW)
        if given.save:
            given.save.write_text(json.dumps([asdict(one) for one in bench.seen], indent=1) + "\n", encoding="utf-8")


@cache
def loaded() -> Library:
    return load(shipped())


@contextmanager
def engines(folder: Path) -> Iterator[Mapping[str, Engine]]:
    """All of them at once, so that they can take turns; those that have nothing to do use no processor."""
    with ExitStack() as stack:
        found = {"polars": Engine(by_polars), "duckdb": Engine(by_duckdb)}
        found["spark local[2]"] = by_spark(stack.enter_context(driver("local[2]", MEMORY)))
        for workers in (1, 2):
            place = folder / f"cluster-{workers}"
            place.mkdir()
            ready = stack.enter_context(cluster(place, workers, "3g"))
            groups = [member.process.pid for member in ready.members]
            name = f"spark, {workers} worker{'s' if workers > 1 else ''}"
            found[name] = by_spark(stack.enter_context(driver(ready.url, {**SETTINGS, **MEMORY})), groups)
        yield found


class Bench:
    """Registries made once, and what was seen of runs on them."""

    def __init__(self, folder: Path, engines: Mapping[str, Engine], rounds: int) -> None:
        self.folder = folder
        self.engines = engines
        self.rounds = rounds
        self.library = loaded()
        self.seen: list[Seen] = []

    def compare(self, policy: Policy) -> None:
        """Row by row, which also warms the engines up. Raises AssertionError."""
        registry = self.registry(policy, DAY, 50_000, 0.2)
        told = []
        for engine in self.engines.values():
            engine.decide(policy.id, DAY, registry, self.folder / "decided")
            decided = pl.read_parquet(pattern_of(self.folder / "decided")).sort(ROW)
            told.append(decided.select(ROW, *SAID))
            remove(self.folder / "decided")
        assert all(other.equals(told[0]) for other in told[1:])
        print(f"{len(told)} engines, {told[0].height} rows: the same decisions\n", flush=True)

    def run(self, series: str, policy: Policy, day: date, rows: int, among: Iterable[str], odd: float = 0.0) -> None:
        """These engines in turns on one registry, and a line for each."""
        registry = self.registry(policy, day, rows, odd)
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in among}
        met = set()
        for _ in range(1 if rows == max(ROWS) else self.rounds):
            for name, found in times.items():
                engine = self.engines[name]
                began, spent = time.perf_counter(), engine.spent()
                met.add(engine.decide(policy.id, day, registry, self.folder / "decided"))
                found.append((time.perf_counter() - began, engine.spent() - spent))
                remove(self.folder / "decided")
        remove(registry)
        (situations,) = met
        print(f"{series}: {policy.id}, {rows:,} rows, {odd:.0%} odd, {situations:,} situations")
        for name, found in times.items():
            clock, processor = zip(*found, strict=True)
            one = Seen(
                series, name, policy.id, rows, odd, situations,
                median(clock), median(processor), min(clock), max(clock),
            )  # fmt: skip
            self.seen.append(one)
            print(
                f"  {name:18}{one.seconds:8.2f} s ({one.fastest:.2f} to {one.slowest:.2f}) by the clock, "
                f"{one.processor:7.2f} s of processor, {one.processor / rows * 1e6:6.2f} µs a row"
            )
        print(flush=True)

    def registry(self, policy: Policy, day: date, rows: int, odd: float) -> Path:
        path = self.folder / f"registry-{rows}.parquet"
        vocabulary = self.library.vocabulary
        write(Request(policy.city, rows, day, facts=facts_read(policy)), vocabulary, path, "parquet")
        if odd:
            frame, count = pl.read_parquet(path), int(rows * odd)
            strange = frame.head(count).with_columns(anybody(count, schema_of(vocabulary)))
            pl.concat([strange, frame[count:]]).write_parquet(path, row_group_size=500_000)
        return path


def by_polars(policy: str, day: date, registry: Path, decisions: Path) -> int:
    library = loaded()
    return decide_registry(library, library.policies[policy], day, registry, decisions).situations


def by_duckdb(policy: str, day: date, registry: Path, decisions: Path) -> int:
    library = loaded()
    return decide_registry(library, library.policies[policy], day, registry, decisions, engine=DuckDB()).situations


def by_spark(ready: Driver, groups: Sequence[int] = ()) -> Engine:
    """With the driver's process, its Java, and these groups of processes."""
    return Engine(lambda *run: ready(in_session, *run), lambda: used(ready.process, groups))


def in_session(policy: str, day: date, registry: Path, decisions: Path) -> int:
    """In the driver's process, where the session has already begun."""
    library = loaded()
    return decide_registry(library, library.policies[policy], day, registry, decisions, engine=session()).situations


def used(parent: int, groups: Sequence[int]) -> float:
    """Seconds of processor of a process, its children and these groups, as long as they live."""
    ticks = 0
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = entry.read_text().rpartition(")")[2].split()
            if int(entry.parent.name) == parent or int(fields[1]) == parent or int(fields[2]) in groups:
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


if __name__ == "__main__":
    main()
