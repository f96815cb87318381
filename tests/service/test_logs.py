"""What the server process writes: nothing of a person, whatever is sent; and where it listens."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

from api.commands.serve import serve
from tests.service.running import served

SECRET = "3376011104790001"


def test_nothing_personal_is_logged(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with log.open("wb") as output, served(output=output) as address:
        for body in (
            {"city": "tegal", "on": "2023-06-01", "facts": {"nik": SECRET, "nama": "CONTOH ORANG", "kota": "tegal"}},
            {"city": "tegal", "facts": {"kota": SECRET}},
            {"city": SECRET, "facts": {}},
            {"city": "tegal", "facts": {SECRET: SECRET}},
        ):
            send(f"{address}/v1/decisions", json.dumps(body).encode())
        send(f"{address}/v1/decisions", f'{{"facts": {SECRET}'.encode())
        send(f"{address}/v1/policies/{SECRET}", None)
    written = log.read_text(encoding="utf-8")
    assert "Uvicorn running" in written
    assert SECRET not in written
    assert "CONTOH" not in written


def send(address: str, body: bytes | None) -> None:
    request = urllib.request.Request(address, body, {"content-type": "application/json"})
    try:
        urllib.request.urlopen(request, timeout=20).close()
    except urllib.error.HTTPError as refused:
        refused.close()


def test_it_listens_on_this_machine_alone_unless_told_otherwise() -> None:
    assert inspect.signature(serve).parameters["host"].default == "127.0.0.1"


def test_a_port_that_is_taken_is_said() -> None:
    with served() as address:
        port = address.rsplit(":", 1)[1]
        command = [sys.executable, "-m", "api", "serve", "--port", port]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode != 0
    assert "address already in use" in ended.stderr
