"""What a request brings to a job, written to files as it comes, within bounds.

Either the body is the list itself, or it is a multipart form with the list and what goes with it. A web page of
another site can make a browser send a form, but not with a header of ours: so a form needs one.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from starlette.requests import ClientDisconnect, Request

from api.service.jobs.arriving import Arriving, Part
from api.service.jobs.form import form_parts
from api.service.jobs.jobs import Limits
from api.service.problems import Problem

TYPES = (
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.apache.parquet",
    "application/octet-stream",
)
"""How a list may be declared. A form of a web page is none of them, so no other site can make a browser send one."""
FORM, HEADER = "multipart/form-data", "X-Perwal-Upload"
"""How list, mapping, budget and grants are sent together, and the header that must come with them (`1`)."""


def demand_list(request: Request, limits: Limits) -> None:
    """Raises Problem where a request cannot bring a list, by what it declares."""
    declared = _declared(request)
    if declared == FORM and request.headers.get(HEADER, "").strip() != "1":
        raise Problem(403, "upload-unmarked", header=HEADER)
    if declared not in (*TYPES, FORM):
        raise Problem(415, "list-wrong-type", types=", ".join(TYPES))
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and len(announced) < 20 and int(announced) > limits.list_bytes:
        raise _too_large(declared, limits)


async def receive(request: Request, folder: Path, limits: Limits, taken: Sequence[Part]) -> dict[Part, str]:
    """Writes what the body brings into the folder; the name each part got there. Raises Problem.

    `taken`: the parts that a form may have, the list among them.
    """
    declared = _declared(request)
    try:
        with ExitStack() as opened:
            async with asyncio.timeout(limits.upload_seconds):
                chunks = _bounded(request, declared, limits)
                if declared == FORM:
                    header = request.headers.get("content-type", "")
                    arrived = await form_parts(header, chunks, folder, opened, limits, taken)
                else:
                    arrived = [await _whole(chunks, folder, opened)]
    except TimeoutError:
        raise Problem(408, "list-too-slow", limit=round(limits.upload_seconds)) from None
    except ClientDisconnect:
        raise Problem(400, "list-broken-off") from None
    return {each.part: each.named() for each in arrived}


async def _whole(chunks: AsyncIterator[bytes], folder: Path, opened: ExitStack) -> Arriving:
    """The body as the list itself."""
    arriving = Arriving("list", folder, opened)
    async for chunk in chunks:
        arriving.take(chunk)
        await arriving.write()
    await arriving.write(0)
    if not arriving.total:
        raise Problem(422, "list-empty")
    return arriving


async def _bounded(request: Request, declared: str, limits: Limits) -> AsyncIterator[bytes]:
    total = 0
    async for chunk in request.stream():
        total += len(chunk)
        if total > limits.list_bytes:
            raise _too_large(declared, limits)
        yield chunk


def _declared(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _too_large(declared: str, limits: Limits) -> Problem:
    return Problem(413, "form-too-large" if declared == FORM else "list-too-large", limit=limits.list_bytes >> 20)
