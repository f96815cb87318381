"""The jobs of a service: so many at a time, a bounded queue before them, results kept for a while.

Each runs in a process of its own (`child`), so that whatever happens to it, the service goes on. Nothing of a job but
its kind and how it ended is logged.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from api.service.jobs.folder import ORDER, OUTCOME, PROGRESS, RESULTS, write_json
from api.service.jobs.keep import Keep

log = logging.getLogger("perwal.service")

Kind = Literal["run", "impact", "ambiguity", "registry-comparison", "examination"]
Status = Literal["queued", "running", "done", "failed"]

_CHILD = "api.service.jobs.child"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the work that a service takes on."""

    running: int = 1
    """Jobs at a time."""
    waiting: int = 8
    """Jobs in the queue, with those whose list is still being received."""
    kept: int = 64
    """Jobs in all, with those that ended and are kept."""
    list_bytes: int = 256 << 20
    """Bytes of a list; of a form, with all that goes with the list."""
    text_bytes: int = 256 << 10
    """Bytes of a mapping or budget file."""
    upload_seconds: float = 900
    """How long a list may take to arrive."""
    job_seconds: float = 2 * 3600
    """How long a job may take."""
    kept_seconds: float = 3600
    """How long a job and its files are kept once it ended."""


class Full(Exception):
    """No more jobs are taken on now."""


@dataclass(slots=True, eq=False)
class Job:
    id: str
    kind: Kind
    folder: Path
    status: Status = "queued"
    process: subprocess.Popen[bytes] | None = None
    outcome: Mapping[str, Any] = field(default_factory=dict)
    """What the child wrote at its end, or the code of what befell it."""
    files: Mapping[str, int] = field(default_factory=dict)
    """Bytes of each file of the results."""
    kept_until: datetime | None = None
    end: threading.Timer | None = None
    """Removes it when it has been kept long enough."""

    def path_of(self, name: str) -> Path | None:
        """One of its own results; None for any other name."""
        return self.folder / RESULTS / name if name in self.files else None

    def progress(self) -> Mapping[str, Any] | None:
        """What the child last told; None until it has begun."""
        try:
            found: dict[str, Any] = json.loads((self.folder / PROGRESS).read_bytes())
        except (OSError, ValueError):
            return None
        return found


class Jobs:
    """Safe to use from any thread."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self.root = root
        self.limits = limits
        self._lock = threading.RLock()
        self._keep: Keep | None = None
        self._jobs: dict[str, Job] = {}
        self._queue: list[Job] = []
        self._watchers: set[threading.Thread] = set()

    def open(self, kind: Kind) -> Job:
        """A place for a job and its folder, before its list is received. Raises Full."""
        with self._lock:
            under_way = sum(job.status == "queued" for job in self._jobs.values())
            running = sum(job.status == "running" for job in self._jobs.values())
            free = max(self.limits.running - running, 0)
            if under_way >= self.limits.waiting + free or len(self._jobs) >= self.limits.kept:
                raise Full
            self._keep = self._keep or Keep()
            name = secrets.token_urlsafe(24)
            job = Job(name, kind, self._keep.path / name)
            job.folder.mkdir()
            self._jobs[name] = job
            return job

    def start(self, job: Job, order: Mapping[str, Any]) -> None:
        """Puts the job into the queue; `order` is for the child."""
        write_json(job.folder / ORDER, {**order, "kind": job.kind, "root": str(self.root)})
        with self._lock:
            self._queue.append(job)
            self._start_next()

    def find(self, name: str, kind: Kind) -> Job | None:
        with self._lock:
            job = self._jobs.get(name)
        return job if job and job.kind == kind else None

    def before(self, job: Job) -> int | None:
        """How many jobs wait before this one; None where it does not wait."""
        with self._lock:
            return self._queue.index(job) if job in self._queue else None

    def remove(self, job: Job) -> None:
        """Ends the job if it runs, and removes all its files."""
        with self._lock:
            self._jobs.pop(job.id, None)
            if job in self._queue:
                self._queue.remove(job)
            if job.end:
                job.end.cancel()
            if job.process:
                _kill(job.process)  # its files go when it has ended
            else:
                shutil.rmtree(job.folder, ignore_errors=True)

    def close(self) -> None:
        """Ends and removes everything."""
        with self._lock:
            for job in list(self._jobs.values()):
                self.remove(job)
            watchers = list(self._watchers)
        for watcher in watchers:
            watcher.join()
        with self._lock:
            if self._keep:
                self._keep.close()
                self._keep = None

    def _start_next(self) -> None:
        while self._queue and sum(job.status == "running" for job in self._jobs.values()) < self.limits.running:
            job = self._queue.pop(0)
            try:
                process = job.process = subprocess.Popen(
                    [sys.executable, "-m", _CHILD, str(job.folder)],
                    stdin=subprocess.PIPE,  # closed when this process ends, however it ends; the child ends with it
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            except OSError:
                shutil.rmtree(job.folder, ignore_errors=True)
                self._settle(job, {"problem": "job-crashed"}, {})
                continue
            job.status = "running"
            watcher = threading.Thread(target=self._watch, args=(job, process), daemon=True)
            self._watchers.add(watcher)
            watcher.start()

    def _watch(self, job: Job, process: subprocess.Popen[bytes]) -> None:
        outcome, files = _ended(process, job.folder, self.limits.job_seconds), dict[str, int]()
        try:
            files = {name: (job.folder / RESULTS / name).stat().st_size for name in outcome.get("files", ())}
            _tidy(job.folder)
        except OSError:
            outcome, files = {"problem": "job-storage"}, {}
            shutil.rmtree(job.folder, ignore_errors=True)
        with self._lock:
            self._settle(job, outcome, files)
            self._watchers.discard(threading.current_thread())
            self._start_next()

    def _settle(self, job: Job, outcome: Mapping[str, Any], files: Mapping[str, int]) -> None:
        """The job has ended; it is kept for a while, unless it has been removed."""
        job.process = None
        job.outcome, job.files = outcome, files
        job.status = "failed" if "problem" in outcome else "done"
        if job.id not in self._jobs:
            shutil.rmtree(job.folder, ignore_errors=True)
            return
        log.info("job ended: %s, %s", job.kind, outcome.get("problem", "done"))
        job.kept_until = datetime.now(UTC) + timedelta(seconds=self.limits.kept_seconds)
        job.end = threading.Timer(self.limits.kept_seconds, self.remove, [job])
        job.end.daemon = True
        job.end.start()


def _tidy(folder: Path) -> None:
    """Removes the list and all else but the results and the last progress."""
    for path in folder.iterdir():
        if path.name in (RESULTS, PROGRESS):
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _ended(process: subprocess.Popen[bytes], folder: Path, seconds: float) -> dict[str, Any]:
    """Waits for the child; what it wrote, or what befell it."""
    problem = "job-crashed"
    try:
        code = process.wait(seconds)
        if code < 0:
            problem = "job-killed"
    except subprocess.TimeoutExpired:
        problem = "job-too-slow"
        _kill(process)
        code = process.wait()
    if process.stdin:
        process.stdin.close()
    if code == 0:
        try:
            outcome: dict[str, Any] = json.loads((folder / OUTCOME).read_bytes())
        except (OSError, ValueError):
            return {"problem": "job-crashed"}
        if "where" in outcome:
            log.error("a job crashed: %s", outcome["where"])
        return outcome
    _kill_group(process.pid)
    log.error("the process of a job ended with %d", code)
    return {"problem": problem}


def _kill(process: subprocess.Popen[bytes]) -> None:
    """With whatever it has started."""
    if process.poll() is None:
        _kill_group(process.pid)


def _kill_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
