"""A folder of results that appears when it is whole, or not at all."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from engine.registry.disk import refused_by_the_system

_LOCK = "kunci"
"""Held by the process that works in the folder for as long as it does."""


class Occupied(Exception):
    """The folder for the results holds something else, or is being worked in."""


@contextmanager
def results_folder(target: Path, mark: str) -> Iterator[tuple[Path, Path]]:
    """A folder for results and one for work, beside the target; the results take its place at the end, or both go.

    Earlier results, known by the file `mark`, are replaced; any other folder that is not empty is left alone, and so is
    the one the program was started in: raises Occupied. What a run left that was killed is removed by the next one.
    Raises OSError for what the system refuses.
    """
    if Path.cwd().is_relative_to(target.resolve()):
        raise Occupied(target)
    if target.exists() and not (target / mark).is_file() and (not target.is_dir() or any(target.iterdir())):
        raise Occupied(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(target)
    beside = target.with_name(_beside(target.name, str(os.getpid())))
    results, work, old = beside / "hasil", beside / "kerja", beside / "lama"
    beside.mkdir()
    try:
        with (beside / _LOCK).open("wb") as lock, refused_by_the_system():
            fcntl.flock(lock, fcntl.LOCK_EX)
            results.mkdir()
            work.mkdir()
            yield results, work
            if target.exists():
                target.rename(old)
            results.rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _beside(name: str, process: str) -> str:
    return f".{name}.{process}.sementara"


def _remove_abandoned(target: Path) -> None:
    """Folders beside the target whose process no longer holds their lock: they have rows of people in them."""
    for left in target.parent.glob(_beside(escape(target.name), "*")):
        with suppress(OSError), (left / _LOCK).open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left, ignore_errors=True)
