"""What stands in a job's folder, and how service and child tell each other of it."""

from __future__ import annotations

import hashlib
import json
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
