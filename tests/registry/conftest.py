"""Engines for tables, each started once: DuckDB, and Spark in this process's own Java machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from engine.registry.engines import DuckDB, Spark


@pytest.fixture(scope="session")
def duckdb() -> DuckDB:
    return DuckDB()


@pytest.fixture(scope="session")
def spark() -> Iterator[Spark]:
    from pyspark.sql import SparkSession

    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield Spark(session)
    session.stop()
