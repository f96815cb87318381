"""How tests ask for jobs: begin one, follow it to its end, and have the command do the same."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient

from api.service import models
from api.service.jobs.jobs import Job, Jobs

CSV = {"content-type": "text/csv"}
RUN = "/v1/runs?city=tegal&on=2023-06-01"
OLD, NEW = "pekalongan/2022-19b", "pekalongan/2023-usulan"


def jobs_of(client: TestClient) -> Jobs:
    jobs: Jobs = client.app.state.jobs  # type: ignore[attr-defined]
    return jobs


def until(client: TestClient, url: str, *statuses: str, every: float = 0.02) -> list[dict[str, Any]]:
    """All that a job told until it had one of these statuses."""
    told: list[dict[str, Any]] = []
    for _ in range(6_000):
        answer = client.get(url)
        assert answer.status_code == 200
        models.JobState.model_validate(answer.json())
        told.append(answer.json())
        if told[-1]["status"] in (statuses or ("done", "failed")):
            return told
        time.sleep(every)
    raise AssertionError(told[-1])


def begun(client: TestClient, url: str, content: bytes, **headers: str) -> str:
    answer = client.post(url, content=content, headers={**CSV, **headers})
    assert answer.status_code == 202, answer.text
    accepted = models.JobAccepted.model_validate(answer.json())
    assert answer.headers["location"] == accepted.url
    return accepted.url


def command(*arguments: str) -> Any:
    ended = subprocess.run([sys.executable, "-m", "api", *arguments], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def job_at(client: TestClient, url: str) -> Job:
    return jobs_of(client)._jobs[url.rsplit("/", 1)[1]]


def eventually(done: Callable[[], bool]) -> None:
    for _ in range(200):
        if done():
            return
        time.sleep(0.1)
    raise AssertionError("it did not happen")
