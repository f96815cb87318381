"""What the system refuses, such as a full disk, is an OSError whichever library was writing."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

import polars as pl

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REFUSALS = (*FULL, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO)
_NUMBERED = re.compile(r"\(os error (\d+)\)")


@contextmanager
def refused_by_the_system() -> Iterator[None]:
    """Raises as OSError, in the system's words, what Polars and PyArrow tell in their own."""
    try:
        yield
    except OSError as problem:
        if not problem.errno or problem.strerror == os.strerror(problem.errno):
            raise
        raise OSError(problem.errno, os.strerror(problem.errno), problem.filename) from problem
    except pl.exceptions.PolarsError as problem:
        refusal = refusal_in(problem)
        if refusal is None:
            raise
        raise refusal from problem


def refusal_in(problem: BaseException) -> OSError | None:
    """What of a library's problem the system said; nothing else of it is repeated, for it may quote a row."""
    text = str(problem)
    numbered = _NUMBERED.search(text)
    number = int(numbered[1]) if numbered else next((n for n in _REFUSALS if os.strerror(n) in text), None)
    return None if number is None else OSError(number, os.strerror(number))
