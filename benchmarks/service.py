"""Requests per second of `POST /v1/decisions` against a bare FastAPI endpoint with the same models, in turns."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
from statistics import median

CONNECTIONS, SECONDS, ROUNDS = 8, 1.0, 15

BARE = """
import json, uvicorn
from fastapi import FastAPI
from api.service import models
app = FastAPI()
ANSWER = models.Decision.model_validate(json.loads({answer!r}))
@app.post("/v1/decisions", response_model=models.Decision, response_model_exclude_unset=True)
async def decide(body: models.DecisionRequest):
    return ANSWER
uvicorn.run(app, host="127.0.0.1", port={port}, access_log=False, log_level="error")
"""
OURS = """
import uvicorn
from api.service.app import create_app
from engine.language.library import shipped
uvicorn.run(create_app(shipped()), host="127.0.0.1", port={port}, access_log=False, log_level="error")
"""
FACTS = {
    "kota": "pekalongan",
    "tanggal_lahir": "1985-03-02",
    "pekerjaan": "tukang_becak",
    "hubungan_kerja": "luar_hubungan_kerja",
    "peserta_aktif": False,
}
BODY = json.dumps({"city": "pekalongan", "on": "2022-12-01", "facts": FACTS}).encode()


def main() -> None:
    port = free_port()
    ours = started(OURS.format(port=port), port)
    try:
        answer = asyncio.run(one(port))
        other = free_port()
        bare = started(BARE.format(port=other, answer=answer.decode()), other)
        try:
            assert json.loads(asyncio.run(one(other))) == json.loads(answer)
            pairs = []
            for number in range(ROUNDS):
                first, second = (port, other) if number % 2 else (other, port)
                seen = {first: asyncio.run(load(first)), second: asyncio.run(load(second))}
                pairs.append((seen[port], seen[other]))
        finally:
            bare.kill()
    finally:
        ours.kill()
    ratios = sorted(mine / theirs for mine, theirs in pairs)
    print(f"{CONNECTIONS} connections, {ROUNDS} rounds of {SECONDS:.0f} s, first one and then the other first")
    print(f"our service           {median(mine for mine, _ in pairs):8.0f} requests a second")
    print(f"bare FastAPI endpoint {median(theirs for _, theirs in pairs):8.0f} requests a second")
    print(f"ours / bare = {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def started(program: str, port: int) -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", program])
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        time.sleep(0.1)
    process.kill()
    raise SystemExit("the server did not start")


REQUEST = (
    b"POST /v1/decisions HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: "
    + str(len(BODY)).encode()
    + b"\r\n\r\n"
    + BODY
)


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    writer.write(REQUEST)
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    return await reader.readexactly(length)


async def one(port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answer = await ask(reader, writer)
    writer.close()
    return answer


async def load(port: int) -> float:
    """Answered requests per second over several connections that each ask again at once."""
    until = time.perf_counter() + SECONDS
    answered = 0

    async def worker() -> None:
        nonlocal answered
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while time.perf_counter() < until:
            await ask(reader, writer)
            answered += 1
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(CONNECTIONS)))
    return answered / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
