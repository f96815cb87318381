"""What a table is decided on: Polars in this process, DuckDB, or a Spark cluster. Each reads and writes Parquet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

import duckdb
import narwhals as nw
import pyarrow as pa

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

EngineName = Literal["polars", "duckdb", "spark"]


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
        pattern = f"{path}/**/*.parquet" if path.is_dir() else str(path)
        return nw.from_native(self.connection.read_parquet(pattern))

    def given(self, table: pa.Table) -> nw.LazyFrame[Any]:
        return nw.from_native(self.connection.from_arrow(table))

    def write(self, frame: nw.LazyFrame[Any], path: Path) -> None:
        frame.to_native().write_parquet(str(path), compression="zstd")


class Spark:
    """A Spark session, local or of a cluster; small tables are broadcast."""

    def __init__(self, session: SparkSession) -> None:
        self.session = session

    def read(self, path: Path) -> nw.LazyFrame[Any]:
        return nw.from_native(self.session.read.parquet(str(path)))

    def given(self, table: pa.Table) -> nw.LazyFrame[Any]:
        from pyspark.sql.functions import broadcast

        return nw.from_native(broadcast(self.session.createDataFrame(table)))

    def write(self, frame: nw.LazyFrame[Any], path: Path) -> None:
        frame.to_native().write.parquet(str(path), compression="zstd")
