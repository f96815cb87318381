"""What a table is decided on: Polars in this process, DuckDB, or a Spark cluster. Each reads and writes Parquet."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

import duckdb
import narwhals as nw
import pyarrow as pa

from engine.language.diagnostic import Diagnostic, Place
from engine.registry.disk import refusal_in

if TYPE_CHECKING:
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

EngineName = Literal["polars", "duckdb", "spark"]


def pattern_of(path: Path) -> str:
    """What names all the Parquet files of a path: the file, or a folder's parts at any depth."""
    return f"{path}/**/*.parquet" if path.is_dir() else str(path)


class LazyEngine(Protocol):
    """An engine that plans a query over a whole registry and runs it itself."""

    def read(self, path: Path) -> nw.LazyFrame[Any]:
        """A Parquet file, or a folder of them."""
        ...

    def given(self, table: pa.Table) -> nw.LazyFrame[Any]:
        """A small table, at hand wherever the rows are."""
        ...

    def write(self, frame: nw.LazyFrame[Any], path: Path) -> None:
        """As Parquet: a file from DuckDB, a folder of parts from Spark."""
        ...


class DuckDB:
    """DuckDB in this process; rows come back in no particular order."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()

    def read(self, path: Path) -> nw.LazyFrame[Any]:
        return nw.from_native(self.connection.read_parquet(pattern_of(path), hive_partitioning=False))

    def given(self, table: pa.Table) -> nw.LazyFrame[Any]:
        return nw.from_native(self.connection.from_arrow(table))

    def write(self, frame: nw.LazyFrame[Any], path: Path) -> None:
        """A file. Raises OSError."""
        try:
            frame.to_native().write_parquet(str(path), compression="zstd")
        except duckdb.Error as problem:
            raise refusal_in(problem) or problem from problem


class Spark:
    """A Spark session, local or of a cluster, whose workers see the same paths; rows come back in no particular order.

    What is `given` is broadcast whatever its size, so that the rows stay where they are read.
    """

    def __init__(self, session: SparkSession) -> None:
        self.session = session

    def read(self, path: Path) -> nw.LazyFrame[Any]:
        """The Parquet files at any depth; names of folders say nothing of the rows, as with the other engines."""
        reader = self.session.read.option("recursiveFileLookup", "true")
        if path.is_dir():
            reader = reader.option("pathGlobFilter", "*.parquet")
        return nw.from_native(reader.parquet(str(path)))

    def given(self, table: pa.Table) -> nw.LazyFrame[Any]:
        from pyspark.sql.functions import broadcast

        return nw.from_native(broadcast(self.session.createDataFrame(table)))

    def write(self, frame: nw.LazyFrame[Any], path: Path) -> None:
        """A folder of parts and `_SUCCESS`, or nothing. Raises FileExistsError: nothing is overwritten."""
        if path.exists():
            raise FileExistsError(path)
        place = path.with_name(f".{path.name}.{os.getpid()}.sementara")
        try:
            frame.to_native().write.parquet(str(place), compression="zstd")
            place.rename(path)
        finally:
            shutil.rmtree(place, ignore_errors=True)


class EngineFailed(Exception):
    """An engine that is not there, or gave up; the fault has nothing of the rows in it."""

    def __init__(self, code: str, where: str, **values: object) -> None:
        super().__init__(code)
        self.fault = Diagnostic(code, Place(where), values)


SETTINGS: Mapping[str, str] = {
    "spark.app.name": "perwal",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
"""Settings of our sessions; memory, cores and the master may also stand in Spark's own `spark-defaults.conf`."""
LOCAL = "local[*]"
"""The master where none is named: all the cores of this machine."""
WAIT = 5.0
"""Seconds that a cluster's master may take to answer."""


@contextmanager
def spark_at(master: str | None = None, settings: Mapping[str, str] | None = None) -> Iterator[Spark]:
    """Spark for as long as it is needed; `master`: `local[2]`, `spark://host:port`, ...; None: what Spark is set to.

    Java's own output is kept from the terminal, as its complaints may quote a row. Raises EngineFailed.
    """
    where = master or LOCAL
    try:
        from py4j.protocol import Py4JError  # type: ignore[import-untyped]
        from pyspark.errors import PySparkException
    except ImportError as missing:
        raise EngineFailed("spark-not-installed", where) from missing
    _reachable(where)
    session = None
    try:
        session = _session(where if master else None, {**SETTINGS, **(settings or {})})
        yield Spark(session)
    except (Py4JError, PySparkException) as problem:
        raise EngineFailed("spark-failed" if session else "spark-not-started", where) from problem
    finally:
        if session:
            with suppress(Py4JError, OSError):
                session.stop()


def _session(master: str | None, settings: Mapping[str, str]) -> SparkSession:
    """Raises EngineFailed, and pyspark's own errors."""
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.logger import PySparkLogger
    from pyspark.sql import SparkSession

    for name in ("SQLQueryContextLogger", "DataFrameQueryContextLogger"):
        PySparkLogger.getLogger(name).disabled = True
    conf: SparkConf = SparkConf(loadDefaults=False).setAll(list(settings.items()))
    if master:
        conf.setMaster(master)
    gateway = SparkContext._gateway
    if gateway is None:
        _java(master or LOCAL)
        with tempfile.TemporaryFile() as said:
            gateway = launch_gateway(conf, {"stdout": said, "stderr": said})  # type: ignore[no-untyped-call]
    context = SparkContext(conf=conf, gateway=gateway)
    try:
        return SparkSession(context)
    except BaseException:
        context.stop()
        raise


def _java(where: str) -> None:
    """Raises EngineFailed where there is no Java to start."""
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java", path=f"{home}/bin" if home else None) is None:
        raise EngineFailed("java-not-found", where)


def _reachable(master: str) -> None:
    """Asks for the masters of a standalone cluster, which Spark itself would do for a minute. Raises EngineFailed."""
    if not master.startswith("spark://"):
        return
    for address in master.removeprefix("spark://").split(","):
        host, _, port = address.rpartition(":")
        try:
            socket.create_connection((host, int(port)), timeout=WAIT).close()
        except (OSError, ValueError):
            continue
        return
    raise EngineFailed("spark-unreachable", master, master=master)
