"""A real server process on a free loopback port, for tests that need one."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def served(root: Path | None = None, output: IO[bytes] | None = None) -> Iterator[str]:
    """The address of `perwal serve` over a policies folder; ended when done. `output` takes all it prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    policies = ["--policies", str(root)] if root else []
    command = [sys.executable, "-m", "api", "serve", "--port", str(port), *policies]
    into = output or subprocess.DEVNULL
    server = subprocess.Popen(command, stdout=into, stderr=into)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            assert server.poll() is None, "the server ended"
            try:
                with urllib.request.urlopen(f"{address}/healthz", timeout=1):
                    break
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        else:
            raise AssertionError("the server did not answer")
        yield address
    finally:
        server.terminate()
        server.wait(10)
