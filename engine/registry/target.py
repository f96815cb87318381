"""A folder of results that appears when it is whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Occupied(Exception):
    """The folder for the results holds something else, or is being worked in."""


@contextmanager
def results_folder(target: Path, mark: str) -> Iterator[tuple[Path, Path]]:
    """A folder for results and one for work, beside the target; the results take its place at the end, or both go.

    Earlier results, known by the file `mark`, are replaced; any other folder that is not empty is left alone, and so is
    the one the program was started in: raises Occupied.
    """
    if Path.cwd().is_relative_to(target.resolve()):
        raise Occupied(target)
    if target.exists() and not (target / mark).is_file() and (not target.is_dir() or any(target.iterdir())):
        raise Occupied(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.sementara")
    results, work, old = beside / "hasil", beside / "kerja", beside / "lama"
    try:
        results.mkdir(parents=True)
        work.mkdir()
        yield results, work
        if target.exists():
            target.rename(old)
        results.rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
