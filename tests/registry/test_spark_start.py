"""A Spark that cannot be had is said plainly, and one that runs keeps its own words, and the rows', to itself."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from engine.language.messages import fault_text
from engine.registry.engines import EngineFailed, spark_at


def refused(master: str | None = None) -> tuple[str, str, str]:
    """The code of the fault, and what is said of it in Indonesian and English with the way out."""
    with pytest.raises(EngineFailed) as failed, spark_at(master):
        pass
    fault = failed.value.fault
    told = []
    for language in ("id", "en"):
        text, hint = fault_text(fault, language)
        assert hint is not None
        told.append(f"{text}; {hint}")
    return fault.code, told[0], told[1]


def test_without_pyspark_the_way_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyspark"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyspark", None)
    code, indonesian, english = refused()
    assert code == "spark-not-installed"
    assert "perwal[spark]" in indonesian and "perwal[spark]" in english


def test_without_java_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from pyspark import SparkContext

    monkeypatch.setattr(SparkContext, "_gateway", None)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    code, indonesian, english = refused()
    assert code == "java-not-found"
    assert "Java 17" in indonesian and "Java 17" in english


@pytest.mark.parametrize("address", ["127.0.0.1:{port}", "127.0.0.1:{port},127.0.0.1:{port}", "127.0.0.1", ":"])
def test_a_master_that_does_not_answer_is_named_at_once(address: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        master = f"spark://{address.format(port=taken.getsockname()[1])}"
        code, indonesian, english = refused(master)
    assert code == "spark-unreachable"
    assert master in indonesian and master in english


def test_spark_keeps_its_words_and_the_rows_to_itself(tmp_path: Path) -> None:
    """A row that breaks a query is quoted by Spark in its error, by its logs and by pyspark's own logger."""
    program = """
        import sys
        from pathlib import Path
        from engine.registry.engines import EngineFailed, spark_at
        import pyarrow as pa

        place = Path(sys.argv[1])
        try:
            with spark_at("local[1]", {"spark.sql.ansi.enabled": "true"}) as spark:
                rows = spark.given(pa.table({"nik": ["sintetis-3376010101900001"]}))
                place.mkdir()
                try:
                    spark.write(rows, place)
                except FileExistsError:
                    print("there already")
                native = rows.to_native()
                native.select(native.nik.cast("int")).collect()
        except EngineFailed as failed:
            print(failed.fault.code)
        with spark_at("local[1]") as spark:
            print(spark.session.sparkContext.master, spark.session.range(3).count())
        try:
            with spark_at("nowhere") as spark:
                pass
        except EngineFailed as failed:
            print(failed.fault.code)
    """
    done = subprocess.run(
        [sys.executable, "-c", dedent(program), str(tmp_path / "hasil")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "SPARK_LOCAL_IP": "127.0.0.1"},
    )
    assert done.stdout.splitlines() == ["there already", "spark-failed", "local[1] 3", "spark-not-started"]
    assert done.stderr == ""
    assert not list((tmp_path / "hasil").iterdir())
