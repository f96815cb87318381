"""Many decisions: a registry of `tegal/2023` against hand-tuned Polars, a kernel, OpenFisca and reasons row by row.

Answers are compared first, on the registry's rows and on odd ones; then all are timed in turns. Then time per row by
size, the first decision of a process against the next, and the memory of whole runs.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import median

import numpy as np
import numpy.typing as npt
import polars as pl
from alone import MILLION, timed
from yardsticks import answer, kernel, reasons, row_by_row, simulation, tuned
from yardsticks.anybody import anybody

from engine.decision.decide import Desk
from engine.decision.outline import terms_of
from engine.language.library import Library, load, shipped
from engine.registry.columns import schema_of
from engine.registry.deciding import Ledger
from engine.registry.decoding import outlines_of
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request

ROWS, ROUNDS = 10_000_000, 7
WORDED, SINGLE = 1_000_000, 2_000
"""Rows at most for yardsticks that write reasons, and for those that take people one by one."""
ODD, CHECKED, ALONE = 200_000, 200_000, 20_000
"""Odd rows; rows whose reasons, and different rows whose single decisions, are compared."""

Answers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """`work` is timed on so many rows; `wanted`: the most that our time per row may be of its; None: for comparison."""

    name: str
    rows: int
    work: Callable[[], object]
    wanted: float | None = None
    prepare: Callable[[], object] = lambda: None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    gc.freeze()  # as the command does once it is imported
    library = load(shipped())
    with tempfile.TemporaryDirectory() as folder:
        registry = Path(folder, "daftar.parquet")
        write(Request("tegal", given.rows, answer.DAY), library.vocabulary, registry, "parquet")
        frame = pl.read_parquet(registry, columns=list(answer.FACTS)).rechunk()
        print(f"{answer.POLICY} on {answer.DAY}, {frame.height:,} synthetic rows, median of {given.rounds} rounds\n")
        odd = anybody(ODD, schema_of(library.vocabulary))
        print(f"answers compared: {compare(library, odd)} of odd rows, {compare(library, frame)} of the registry\n")
        in_turns(library, frame, given.rounds)
        by_size(library, frame, given.rounds)
        del frame, odd
        first_and_next(registry, given.rounds)
        memory(registry, given.rows, Path(folder))


class Ours:
    """The engine made ready: what it decided once it remembers."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.policy = library.policies[answer.POLICY]
        self.desk = Desk(library)
        self.decider = self.desk.decider(self.policy, answer.DAY)
        self.terms = terms_of(library, self.policy, answer.DAY)

    def ledger(self) -> Ledger:
        return Ledger(self.decider, self.library.vocabulary, answer.DAY)

    def answers(self, frame: pl.DataFrame) -> Answers:
        ledger = self.ledger()
        numbers = ledger.decide(frame).to_numpy()
        outlines = outlines_of(ledger, self.terms)
        found: Answers = np.array([answer.of(outline) for outline in outlines], np.uint32)
        return found.take(numbers)


def compare(library: Library, frame: pl.DataFrame) -> str:
    """Every yardstick against ours, ours against single decisions. Raises AssertionError where they differ."""
    ours = Ours(library)
    expected = ours.answers(frame)
    assert np.array_equal(expected, tuned.decide(frame)), "hand-tuned Polars"
    assert np.array_equal(expected, kernel.decide(frame)), "kernel"
    eligible, paid = simulation.decide(frame)
    outcome, source = expected >> answer.OUTCOME & 3, expected >> answer.SOURCE
    assert np.array_equal(outcome == answer.OUTCOMES["eligible"], eligible), "OpenFisca, who is eligible"
    assert np.array_equal(source == 1, paid), "OpenFisca, for whom the city pays"
    worded = frame.head(CHECKED)
    for told in (reasons.listed(worded), reasons.joined(worded)):
        assert np.array_equal(expected[:CHECKED], reasons.numbers(told)), "reasons row by row"
    distinct = frame.with_columns(expected=pl.Series(expected)).unique(answer.FACTS, maintain_order=True).head(ALONE)
    people = list(row_by_row.people(distinct, library.vocabulary))
    singly = [answer.of(ours.desk.decide(ours.policy, one, answer.DAY).outline) for one in people]
    assert np.array_equal(distinct["expected"], np.array(singly, np.uint32)), "single decisions"
    few = people[:SINGLE]
    findings = row_by_row.decide(row_by_row.asked(few, ours.decider), ours.decider)
    assert np.array_equal(distinct["expected"].to_numpy()[: len(few)] & (1 << answer.OUTCOME) - 1, findings), "durable"
    return f"{len(np.unique(expected)):,} different answers"


def in_turns(library: Library, frame: pl.DataFrame, rounds: int) -> None:
    ours = Ours(library)
    ours.answers(frame)
    again = ours.ledger()
    again.decide(frame)
    some, few = frame.head(WORDED), frame.head(SINGLE)
    codes, tables = kernel.codes(frame), kernel.tables(frame.schema)
    asked = row_by_row.asked(row_by_row.people(few, library.vocabulary), ours.decider)
    country = simulation.system(frame.schema)
    arrays = simulation.inputs(frame, country)
    empty = [simulation.simulation(country, frame.height)]

    def fresh() -> None:
        empty[0] = simulation.simulation(country, frame.height)

    yardsticks = [
        Yardstick("hand-tuned Polars, every finding", frame.height, lambda: tuned.decide(frame), 1.5),
        Yardstick("numba kernel, from the table", frame.height, lambda: kernel.decide(frame)),
        Yardstick("numba kernel, columns of codes at hand", frame.height, lambda: kernel.run(codes, tables)),
        Yardstick("Polars, a list of reasons a row", some.height, lambda: reasons.listed(some), 0.1),
        Yardstick("Polars, reasons a row as one text", some.height, lambda: reasons.joined(some)),
        Yardstick("OpenFisca, from the table", frame.height, lambda: simulation.decide(frame), 0.5),
        Yardstick(
            "OpenFisca, its arrays and people at hand",
            frame.height,
            lambda: simulation.simulate(empty[0], arrays),
            prepare=fresh,
        ),
        Yardstick("durable-rules, row by row", few.height, lambda: row_by_row.decide(asked, ours.decider), 1 / 500),
    ]
    mine = Yardstick("ours, a new run", frame.height, lambda: ours.ledger().decide(frame))
    same = Yardstick("ours, situations met before", frame.height, lambda: again.decide(frame))
    entries = [mine, same, *yardsticks]
    seen: dict[str, list[float]] = {entry.name: [] for entry in entries}
    order = Random(rounds)
    for turn in range(rounds + 1):
        for entry in order.sample(entries, len(entries)):  # whoever comes after long work finds memory given back
            entry.prepare()
            each = timed(entry.work) / entry.rows
            if turn:  # the first turn warms
                seen[entry.name].append(each)
    print(f"{'':42}{'rows a second':>16}   ours / it (least to most)      wanted")
    for entry in entries:
        speed = f"{1 / median(seen[entry.name]):16,.0f}"
        if entry is mine:
            print(f"{entry.name:42}{speed}")
            continue
        pairs = sorted(a / b for a, b in zip(seen[mine.name], seen[entry.name], strict=True))
        wanted = f"at most {entry.wanted:g}" if entry.wanted else ""
        ratio = f"{median(pairs):.4f} ({pairs[0]:.4f} to {pairs[-1]:.4f})"
        print(f"{entry.name:42}{speed}   {ratio:28}   {wanted}")
    print()


def by_size(library: Library, frame: pl.DataFrame, rounds: int) -> None:
    """Time per row of a new run of ours, and of hand-tuned Polars, for tables of several sizes."""
    ours = Ours(library)
    ours.answers(frame)
    tables = [frame.head(size) for size in (10**5, 10**6, 10**7) if size <= frame.height]
    programs: dict[str, Callable[[pl.DataFrame], object]] = {
        "ours, a new run": lambda table: ours.ledger().decide(table),
        "hand-tuned Polars": tuned.decide,
    }
    spent: dict[tuple[str, int], list[float]] = {}
    for _ in range(rounds):
        for table in tables:
            for name, work in programs.items():
                each = timed(lambda: work(table)) / table.height * 1e9
                spent.setdefault((name, table.height), []).append(each)
    for name in programs:
        seen = {table.height: median(spent[name, table.height]) for table in tables}
        told = ", ".join(f"{each:.0f} at {rows:,}" for rows, each in seen.items())
        print(f"nanoseconds a row, {name:18} {told}; {further(seen, 1)}")
    print()


def further(seen: dict[int, float], digits: int) -> str:
    """What each row more costs, from one size to the next, where a row costs so much on average at each size."""
    costs = [
        (rows * each - fewer * before) / (rows - fewer)
        for (fewer, before), (rows, each) in pairwise(sorted(seen.items()))
    ]
    return "each further row " + ", then ".join(f"{cost:.{digits}f}" for cost in costs)


def first_and_next(registry: Path, rounds: int) -> None:
    pairs = [alone("first", registry) for _ in range(rounds)]
    ratios = sorted(each["first"] / each["next"] for each in pairs)
    first, later = (median(each[name] for each in pairs) for name in ("first", "next"))
    print(f"first decision of a process {first * 1000:.0f} ms, the next {later * 1000:.0f} ms")
    print(f"first / next = {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}), wanted at most 3\n")


def memory(registry: Path, rows: int, folder: Path) -> None:
    """Whole runs, registry file to decisions file, each in a process of its own; and their time per row."""
    start = alone("nothing")["peak"] / 2**30
    seen: dict[int, float] = {}
    for size, wanted in ((MILLION // 10, 1), (MILLION, 1), (rows, 3)):
        path = folder / f"{size}.parquet"
        pl.scan_parquet(registry).head(size).sink_parquet(path)
        told = alone("run", path, folder / "keputusan.parquet")
        peak, each = told["peak"] / 2**30, told["seconds"] / min(size, rows) * 1e6
        seen[min(size, rows)] = each
        print(
            f"run of {size:,} rows, every column, from file to file: {told['seconds']:.1f} s, {each:.1f} µs a row, "
            f"at most {peak:.2f} GiB, {start:.2f} of it before it begins; wanted below {wanted}"
        )
    print(f"microseconds: {further(seen, 2)}")


def alone(what: str, *paths: Path) -> dict[str, float]:
    """What `alone.py` measured."""
    command = [sys.executable, str(Path(__file__).with_name("alone.py")), what, *map(str, paths)]
    measured: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return measured


if __name__ == "__main__":
    main()
    gc.unfreeze()
