"""The process of one job: `python -m api.service.jobs.child FOLDER` does what the order in the folder says.

It tells its progress and outcome in files of the folder, prints nothing, and ends when the service does.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import traceback
from pathlib import Path

from api.service.jobs.folder import ORDER, OUTCOME, Told, write_json
from api.service.jobs.works import Changed, outcome_of

KINDER = 5
"""How far a job stands behind the service's own answers (nice)."""


def _where(problem: BaseException) -> str:
    """The kind of an exception and where it came from; not its text, which may hold what a list holds."""
    frames = traceback.extract_tb(problem.__traceback__)[-6:]
    return " < ".join([type(problem).__name__, *(f"{Path(at.filename).name}:{at.lineno}" for at in reversed(frames))])


def _end_with_the_service() -> None:
    """The service holds the other end of standard input until it ends, however it ends."""

    def wait() -> None:
        while os.read(0, 1):
            pass
        if os.getpgid(0) == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(3)

    threading.Thread(target=wait, daemon=True).start()


def main(folder: Path) -> None:
    _end_with_the_service()
    os.nice(KINDER)
    order = json.loads((folder / ORDER).read_bytes())
    try:
        outcome = outcome_of(order, folder, Told(folder))
    except Changed:
        outcome = {"problem": "policy-changed"}
    except OSError as problem:
        outcome = {"problem": "job-storage", "where": _where(problem)}
    except Exception as problem:
        outcome = {"problem": "job-crashed", "where": _where(problem)}
    write_json(folder / OUTCOME, outcome)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
