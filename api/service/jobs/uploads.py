"""A list of applicants as the body of a request, written to a file as it comes, within bounds."""

from __future__ import annotations

import asyncio
from pathlib import Path

from starlette.requests import ClientDisconnect, Request

from api.service.jobs.jobs import Limits
from api.service.problems import Problem

TYPES = (
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.apache.parquet",
    "application/octet-stream",
)
"""How a list may be declared. A form of a web page is none of them, so no other site can make a browser send one."""

_NAME, _MARKS = "daftar", ((b"PAR1", ".parquet"), (b"PK", ".xlsx"))
_AT_ONCE = 1 << 20


def demand_list(request: Request, limits: Limits) -> None:
    """Raises Problem where a request cannot bring a list, by what it declares."""
    declared = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if declared not in TYPES:
        raise Problem(415, "list-wrong-type", types=", ".join(TYPES))
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and len(announced) < 20 and int(announced) > limits.list_bytes:
        raise _too_large(limits)


async def receive(request: Request, folder: Path, limits: Limits) -> str:
    """Writes the body into the folder; the name it got there, by what it holds. Raises Problem."""
    path = folder / f"{_NAME}.baru"
    try:
        async with asyncio.timeout(limits.upload_seconds):
            start = await _written(request, path, limits)
    except TimeoutError:
        raise Problem(408, "list-too-slow", limit=round(limits.upload_seconds)) from None
    except ClientDisconnect:
        raise Problem(400, "list-broken-off") from None
    if not start:
        raise Problem(422, "list-empty")
    suffix = next((suffix for mark, suffix in _MARKS if start.startswith(mark)), ".csv")
    return path.rename(folder / f"{_NAME}{suffix}").name


async def _written(request: Request, path: Path, limits: Limits) -> bytes:
    """The first bytes of the body, all of which is in the file."""
    start, total, waiting = b"", 0, bytearray()
    with path.open("wb") as file:
        async for chunk in request.stream():
            total += len(chunk)
            if total > limits.list_bytes:
                raise _too_large(limits)
            start = start or bytes(chunk[:8])
            waiting += chunk
            if len(waiting) >= _AT_ONCE:
                await asyncio.to_thread(file.write, waiting)
                waiting = bytearray()
        await asyncio.to_thread(file.write, waiting)
    return start


def _too_large(limits: Limits) -> Problem:
    return Problem(413, "list-too-large", limit=limits.list_bytes >> 20)
