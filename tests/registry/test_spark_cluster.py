"""A cluster of a master and two workers decides as Polars does, whatever befalls its workers."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from engine.language.library import Library
from engine.registry.columns import HELD, ROW
from engine.registry.deciding import VERDICT
from engine.registry.run import decide_registry
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request
from tests.registry.cluster import QUICK, SETTINGS, Cluster, cluster
from tests.registry.cluster_driver import Driver, Told, decide, decide_in_vain, driver, joins_of

DAY = date(2023, 6, 1)
POLICY = "tegal/2023"
ROWS, PARTS = 60_000, 24
SET = {
    **SETTINGS,
    "spark.driver.extraJavaOptions": " ".join(QUICK),
    "spark.executor.extraJavaOptions": " ".join(QUICK),
    "spark.sql.autoBroadcastJoinThreshold": "-1",
    "spark.sql.files.maxPartitionBytes": "1m",
}
"""A task for each part, and nothing broadcast unless it was asked for."""


@dataclass(frozen=True, slots=True)
class Town:
    """A made-up registry in parts, some of its rows held, with what Polars decides of it."""

    registry: Path
    decided: pl.DataFrame


@pytest.fixture(scope="module")
def town(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Town:
    folder = tmp_path_factory.mktemp("kota")
    made = folder / "sintetis.parquet"
    write(Request("tegal", ROWS, DAY, 7, 0.05), library.vocabulary, made, "parquet")
    held = pl.when(pl.col(ROW) % 97 == 0).then(pl.lit("kembar")).alias(HELD)
    frame = pl.read_parquet(made).with_columns(held)
    registry = folder / "register"
    for part in range(PARTS):
        inside = registry / f"kecamatan={part % 3}" / f"bagian-{part}.parquet"
        inside.parent.mkdir(parents=True, exist_ok=True)
        frame.filter(pl.col(ROW) % PARTS == part).write_parquet(inside)
    decisions = folder / "keputusan.parquet"
    decide_registry(library, library.policies[POLICY], DAY, registry, decisions)
    return Town(registry, plain(pl.read_parquet(decisions)))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("klaster")) as ready:
        yield ready


@pytest.fixture(scope="module")
def errands(running: Cluster) -> Iterator[Driver]:
    with driver(running.url, SET) as ready:
        yield ready


@pytest.fixture(scope="module")
def told(errands: Driver, town: Town, tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, Path]:
    decisions = tmp_path_factory.mktemp("hasil") / "keputusan"
    return errands(decide, POLICY, DAY, town.registry, decisions), decisions


def read(decisions: Path) -> pl.DataFrame:
    return pl.read_parquet(f"{decisions}/*.parquet").sort(ROW)


def plain(decisions: pl.DataFrame) -> pl.DataFrame:
    """In the order of the rows, without the numbers of the verdicts, which are each engine's own."""
    return decisions.sort(ROW).drop(VERDICT).with_columns(pl.col(pl.Enum).cast(pl.String))


def test_two_workers_decide_row_by_row_as_polars_does(told: tuple[Told, Path], town: Town) -> None:
    run, decisions = told
    found = read(decisions)
    assert run.rows == ROWS and run.situations > 1000
    assert_frame_equal(plain(found), town.decided)
    assert found[ROW].to_list() == list(range(1, ROWS + 1))


def test_every_row_that_is_not_held_has_a_verdict(told: tuple[Told, Path]) -> None:
    found = read(told[1])
    assert found.filter(pl.col(HELD).is_null() != pl.col(VERDICT).is_not_null()).is_empty()
    assert found.filter(pl.col(HELD).is_null())["hasil"].null_count() == 0
    assert found[HELD].drop_nulls().len() == ROWS // 97


def test_rows_are_written_by_both_workers(told: tuple[Told, Path]) -> None:
    run, _ = told
    assert len(run.written) == 2
    assert sum(run.written.values()) == ROWS
    assert min(run.written.values()) >= ROWS // PARTS


def test_both_lookups_are_broadcast_and_no_row_leaves_its_worker(told: tuple[Told, Path]) -> None:
    plan = told[0].plan
    final, _, initial = plan.partition("== Initial Plan ==")
    assert "InsertIntoHadoopFsRelationCommand" in final and "== Final Plan ==" in final
    for part in (final, initial.partition("(1) Scan")[0]):
        assert part.count("BroadcastHashJoin LeftOuter BuildRight") == 2
        assert part.count("Exchange") == part.count("BroadcastExchange") == 2
        assert "SortMergeJoin" not in part and "Sort" not in part


def test_half_a_million_situations_are_broadcast_too(errands: Driver, town: Town) -> None:
    plan, met = errands(joins_of, town.registry, 500_000)
    assert met == ROWS
    assert "BroadcastHashJoin" in plan and "SortMergeJoin" not in plan


def test_a_finished_run_leaves_its_parts_and_the_mark_of_success(told: tuple[Told, Path]) -> None:
    _, decisions = told
    assert (decisions / "_SUCCESS").is_file()
    assert {path.name for path in decisions.parent.iterdir()} == {decisions.name}
    assert not [path for path in decisions.iterdir() if path.is_dir()]


def test_a_worker_that_dies_in_the_midst_changes_nothing(
    running: Cluster, errands: Driver, town: Town, tmp_path: Path
) -> None:
    victim = running.workers[-1]
    try:
        run = errands(decide, POLICY, DAY, town.registry, tmp_path / "keputusan", victim.process.pid)
    finally:
        victim.end(signal.SIGKILL)
        running.add_workers(1)
    assert run.done is not None and 0 < run.done[0] < run.done[1]
    assert victim.process.returncode == -signal.SIGKILL
    assert run.rows == ROWS
    assert_frame_equal(plain(read(tmp_path / "keputusan")), town.decided)


def test_a_run_that_fails_writes_nothing_and_says_so(errands: Driver, town: Town, tmp_path: Path) -> None:
    spoilt = tmp_path / "register"
    spoilt.mkdir()
    for part in town.registry.rglob("*.parquet"):
        (spoilt / part.name).write_bytes(part.read_bytes())
    spoil(spoilt / "bagian-5.parquet", "nama")
    decisions = tmp_path / "hasil" / "keputusan"
    decisions.parent.mkdir()
    assert errands(decide_in_vain, POLICY, DAY, spoilt, decisions) == "spark-failed"
    assert not list(decisions.parent.iterdir())


def spoil(path: Path, column: str) -> None:
    """Overwrites a column's values, which are read only when the decisions are written."""
    import pyarrow.parquet as pq

    group = pq.read_metadata(path).row_group(0)
    place = next(group.column(i) for i in range(group.num_columns) if group.column(i).path_in_schema == column)
    start = place.dictionary_page_offset or place.data_page_offset
    content = bytearray(path.read_bytes())
    content[start : start + place.total_compressed_size] = b"\xff" * place.total_compressed_size
    path.write_bytes(content)


def test_no_process_of_a_cluster_is_left(tmp_path: Path) -> None:
    groups: list[int] = []

    def broken_off() -> None:
        with cluster(tmp_path, workers=1) as small:
            groups.extend(member.process.pid for member in small.members)
            raise KeyError

    with pytest.raises(KeyError):
        broken_off()
    assert len(groups) == 2
    for group in groups:
        with pytest.raises(ProcessLookupError):
            os.killpg(group, 0)
