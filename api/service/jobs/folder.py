"""What stands in a job's folder, and how service and child tell each other of it."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path

ORDER, PROGRESS, OUTCOME, RESULTS = "perintah.json", "kemajuan.json", "akibat.json", "hasil"


def write_json(path: Path, value: object) -> None:
    """Whole or not at all."""
    beside = path.with_name(f"{path.name}.baru")
    beside.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    beside.replace(path)


def digest(content: str) -> str:
    """Of a policy as it was read."""
    return hashlib.sha256(content.encode()).hexdigest()


class Told:
    """Writes how far the job is; `seconds_left` of the stage, by its pace so far."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PROGRESS
        self._stage = ""
        self._done = 0
        self._began = self._last = time.monotonic()

    def step(self, stage: str, more: int, of: int | None) -> None:
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._done, self._began = stage, 0, self._last
        self._last = now
        self._done += more
        left = round((now - self._began) / self._done * max(of - self._done, 0)) if of and self._done else None
        write_json(self._path, {"stage": stage, "done": self._done, "total": of, "seconds_left": left})
