"""A standalone Spark cluster of local processes on the loopback address: a master and its workers, one core each."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyspark

HERE = "127.0.0.1"
HOME = Path(pyspark.__file__).parent
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Options of Java for processes that are small or do not live long."""
SETTINGS = {
    "spark.driver.host": HERE,
    "spark.driver.bindAddress": HERE,
    "spark.executor.cores": "1",
    "spark.executor.memory": "512m",
}
"""What a session on such a cluster needs to be told."""
PATIENCE = 60.0
"""Seconds for a process to be ready, or to end."""


@dataclass(slots=True)
class Member:
    """A process, with all that it starts in a group of its own."""

    process: subprocess.Popen[bytes]
    log: Path

    def said(self, pattern: str) -> list[str]:
        return re.findall(pattern, self.log.read_text(encoding="utf-8", errors="replace"))

    def waited(self, pattern: str, times: int = 1) -> list[str]:
        """What the log says that many times or more. Raises TimeoutError, and ChildProcessError where it has ended."""
        until = time.monotonic() + PATIENCE
        while len(found := self.said(pattern)) < times:
            if self.process.poll() is not None:
                raise ChildProcessError(self.log.read_text(encoding="utf-8", errors="replace")[-2000:])
            if time.monotonic() > until:
                raise TimeoutError(pattern)
            time.sleep(0.05)
        return found

    def end(self, how: signal.Signals) -> None:
        """Ends the whole group and waits for its first process."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, how)
        try:
            self.process.wait(PATIENCE)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


@dataclass(slots=True)
class Cluster:
    folder: Path
    master: Member
    url: str
    workers: list[Member] = field(default_factory=list)

    def add_workers(self, count: int, memory: str = "1g") -> None:
        """Workers of one core, registered with the master when this returns."""
        known = len(self.master.said("Registering worker"))
        for number in range(len(self.workers), len(self.workers) + count):
            work = self.folder / f"worker-{number}"
            options = ["--cores", "1", "--memory", memory, "--work-dir", str(work), self.url]
            self.workers.append(_started(self.folder, f"worker-{number}", "worker.Worker", *options))
        self.master.waited("Registering worker", known + count)

    @property
    def members(self) -> list[Member]:
        return [*self.workers, self.master]


@contextmanager
def cluster(folder: Path, workers: int = 2, memory: str = "1g") -> Iterator[Cluster]:
    """A cluster that is ready, and of which no process is left afterwards; logs and work stand in the folder."""
    master = _started(folder, "master", "master.Master")
    running = Cluster(folder, master, "")
    try:
        running.url = master.waited(rf"Starting Spark master at (spark://{HERE}:\d+)")[0]
        running.add_workers(workers, memory)
        yield running
    finally:
        for member in running.members:
            member.end(signal.SIGTERM)


def _started(folder: Path, name: str, part: str, *options: str) -> Member:
    log = folder / f"{name}.log"
    scala = next(HOME.glob("jars/spark-core_*.jar")).name.split("_")[1].split("-")[0]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("SPARK_")},
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_CONF_DIR": str(folder),
        "SPARK_HOME": str(HOME),
        "SPARK_LOCAL_DIRS": str(folder),
        "SPARK_LOCAL_IP": HERE,
        "SPARK_SCALA_VERSION": scala,
    }
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    command = [str(java), *QUICK, "-Xmx256m", "-Dspark.master.rest.enabled=false", "-cp", f"{HOME}/jars/*"]
    command += [f"org.apache.spark.deploy.{part}", "--host", HERE, "--port", "0", "--webui-port", "0", *options]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
            start_new_session=True,
        )  # fmt: skip
    return Member(process, log)
