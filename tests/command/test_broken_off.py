"""A run that is broken off, by somebody, by the system or by a full disk: nothing half is left, and why is said."""

from __future__ import annotations

import errno
import fcntl
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from engine.language.library import Library
from engine.registry.disk import refusal_in, refused_by_the_system
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request
from engine.registry.target import results_folder

DAY = date(2023, 6, 1)
SOON = 60
"""Seconds after which a test gives up."""

Process = subprocess.Popen[str]


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    path = tmp_path_factory.mktemp("daftar") / "daftar.parquet"
    write(Request("tegal", 400_000, DAY), library.vocabulary, path, "parquet")
    return path


def begin(listed: Path, folder: Path, *options: str, limit: int | None = None) -> Process:
    def prepared() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-m", "api", "run", "tegal", str(listed), "-o", str(folder / "hasil"), "--on", str(DAY)]
    return subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=prepared
    )


def amid_the_decisions(process: Process, folder: Path) -> None:
    until = time.monotonic() + SOON
    while not any(path.stat().st_size for path in folder.glob(".*/kerja/keputusan.parquet")):
        assert process.poll() is None and time.monotonic() < until
        time.sleep(0.005)


def ended(process: Process) -> tuple[int, str]:
    _, told = process.communicate(timeout=SOON)
    assert "Traceback" not in told
    return process.returncode, told


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_somebody_ends_it(how: signal.Signals, listed: Path, tmp_path: Path) -> None:
    process = begin(listed, tmp_path)
    amid_the_decisions(process, tmp_path)
    process.send_signal(how)
    assert ended(process) == (130, "")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_removed_by_the_next_and_nothing_that_is_worked_in(
    listed: Path, tmp_path: Path
) -> None:
    process = begin(listed, tmp_path)
    amid_the_decisions(process, tmp_path)
    process.kill()
    assert ended(process) == (-signal.SIGKILL, "")
    (left,) = tmp_path.iterdir()
    other = tmp_path / ".hasil.1.sementara"
    other.mkdir()
    with (other / "kunci").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with results_folder(tmp_path / "hasil", "tanda") as (results, _):
            (results / "tanda").touch()
            assert not left.exists()
        assert {path.name for path in tmp_path.iterdir()} == {"hasil", other.name}
    with results_folder(tmp_path / "hasil", "tanda"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["hasil"]


@pytest.mark.parametrize("options", [(), ("--engine", "duckdb"), ("--format", "csv")])
def test_the_disk_is_full(options: tuple[str, ...], listed: Path, tmp_path: Path) -> None:
    code, told = ended(begin(listed, tmp_path, *options, limit=50_000))
    assert code == 2
    assert told == f"{tmp_path}/hasil: tidak dapat ditulis: berkasnya melampaui ukuran yang diizinkan sistem ini\n"
    assert list(tmp_path.iterdir()) == []


DECIDING = """
import sys
from datetime import date
from pathlib import Path
from engine.language.library import load, shipped
from engine.registry.engines import DuckDB
from engine.registry.run import decide_registry

library, (registry, decisions, name) = load(shipped()), sys.argv[1:]
try:
    decide_registry(
        library, library.policies["tegal/2023"], date(2023, 6, 1), Path(registry), Path(decisions),
        engine=DuckDB() if name == "duckdb" else None,
    )
except OSError as problem:
    sys.exit(problem.errno)
"""


@pytest.mark.parametrize("name", ["polars", "duckdb"])
def test_the_disk_is_full_while_decisions_are_written(name: str, listed: Path, tmp_path: Path) -> None:
    tried = subprocess.run(
        [sys.executable, "-c", DECIDING, str(listed), str(tmp_path / "keputusan.parquet"), name],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)),
        capture_output=True,
        timeout=SOON,
        check=False,
    )
    assert (tried.returncode, tried.stderr) == (errno.EFBIG, b"")


def test_of_a_librarys_words_only_the_systems_are_repeated() -> None:
    said = refusal_in(pl.exceptions.ComputeError("3375010101010001: No such luck (os error 28)"))
    assert said is not None and (said.errno, str(said)) == (28, f"[Errno 28] {os.strerror(28)}")
    assert refusal_in(pl.exceptions.ComputeError("3375010101010001 is no date")) is None
    assert refusal_in(ValueError(f"IO Error: x.parquet: {os.strerror(errno.EDQUOT)}")) is not None


@pytest.mark.parametrize(
    ("problem", "kind"),
    [
        (lambda: pl.exceptions.ComputeError("parquet: Permission denied (os error 13)"), PermissionError),
        (lambda: OSError(errno.ENOSPC, "Error writing bytes to file"), OSError),
        (lambda: pl.exceptions.ColumnNotFoundError("kota"), pl.exceptions.ColumnNotFoundError),
    ],
)
def test_who_asks_hears_the_system_and_every_other_problem_as_it_is(
    problem: Callable[[], Exception], kind: type[Exception]
) -> None:
    with pytest.raises(kind) as heard, refused_by_the_system():
        raise problem()
    if isinstance(heard.value, OSError):
        assert heard.value.errno and heard.value.strerror == os.strerror(heard.value.errno)
