"""Where jobs keep lists and results: one private folder of the service, which no service outlives for long.

A service that was killed cannot tidy up, so the next one to start removes what no living service holds.
"""

from __future__ import annotations

import fcntl
import shutil
import tempfile
import weakref
from pathlib import Path
from typing import IO

_PREFIX, _LOCK = "perwal-layanan-", ".terkunci"


class Keep:
    """A folder that only this user reads, held by a lock for as long as the service lives."""

    def __init__(self) -> None:
        _sweep()
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = (self.path / _LOCK).open("wb")
        fcntl.flock(lock, fcntl.LOCK_EX)
        self._end = weakref.finalize(self, _remove, self.path, lock)

    def close(self) -> None:
        """Removes the folder with all that is in it; at the latest this happens when the program ends."""
        self._end()


def _sweep() -> None:
    for lock in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        try:
            with lock.open("r+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(lock.parent, ignore_errors=True)
        except OSError:
            continue  # another service's, alive, or another user's


def _remove(path: Path, lock: IO[bytes]) -> None:
    shutil.rmtree(path, ignore_errors=True)
    lock.close()
