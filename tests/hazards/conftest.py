"""Runs snippets of Python in processes of their own, since what they show would end or pollute this one.

Fresh and freed memory is filled with rubbish there (glibc's MALLOC_PERTURB_), so that misuse of it shows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

HERE = Path(__file__).parent
PRELUDE = "from driving import *\n"


def run_in_child(source: str, timeout: float = 60) -> subprocess.CompletedProcess[bytes]:
    """The finished process that ran `source`; raises `subprocess.TimeoutExpired` after `timeout` seconds."""
    path = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"PYTHONPATH": path, "MALLOC_PERTURB_": "165"}
    return subprocess.run(
        [sys.executable, "-c", PRELUDE + dedent(source)],
        capture_output=True,
        check=False,
        env=environment,
        timeout=timeout,
    )


@pytest.fixture
def in_child() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """`in_child(source, timeout)` gives the finished process, however it ended."""
    return run_in_child


@pytest.fixture
def ask() -> Callable[[str], Any]:
    """`ask(source)` gives what the snippet said with `say`, and fails unless it ended well."""

    def ask_child(source: str) -> Any:
        child = run_in_child(source)
        assert child.returncode == 0, child.stderr.decode()
        return json.loads(child.stdout)

    return ask_child
