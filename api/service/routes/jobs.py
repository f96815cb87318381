"""Jobs of every kind at their own addresses: how far they are, their files, and their end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, Any

from fastapi import APIRouter, Request
from pydantic_core import to_json
from starlette.responses import Response, StreamingResponse

from api.service import models
from api.service.jobs.jobs import Job, Jobs, Kind
from api.service.jobs.uploads import TYPES
from api.service.language import language_of
from api.service.problems import Problem, as_form
from api.service.routes.beginning import PATHS, accepted, jobs_of, problems, url_of
from engine.language.vocabulary import Language

router = APIRouter(prefix="/v1", tags=["jobs"])

WITH_FILES: tuple[Kind, ...] = ("run", "impact")
_CHUNK = 1 << 18
_MEDIA = {
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": TYPES[1],
    ".parquet": TYPES[2],
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
_MISSING = problems((404, "No such job here: removed, too old, or of an earlier start of the service"))


def _state_of(kind: Kind) -> Callable[..., Awaitable[Response]]:
    async def state(request: Request, id: str) -> Response:
        job = _job(request, kind, id)
        return Response(
            to_json(_state(jobs_of(request), job, language_of(request))),
            headers={"cache-control": "no-store"},
            media_type="application/json",
        )

    return state


def _remove_of(kind: Kind) -> Callable[..., Awaitable[Response]]:
    async def remove(request: Request, id: str) -> Response:
        await asyncio.to_thread(jobs_of(request).remove, _job(request, kind, id))
        return Response(status_code=204)

    return remove


def _file_of(kind: Kind) -> Callable[..., Awaitable[Response]]:
    async def file(request: Request, id: str, name: str) -> Response:
        job = _job(request, kind, id)
        path = job.path_of(name)
        try:
            opened = path.open("rb") if path else None
        except FileNotFoundError:  # the job was removed this moment
            opened = None
        if opened is None:
            raise Problem(404, "no-such-file", url=url_of(job))
        headers = {
            "content-length": str(job.files[name]),
            "content-disposition": f'attachment; filename="{PurePosixPath(name).name}"',
            "x-content-type-options": "nosniff",
            "cache-control": "no-store",
        }
        media = _MEDIA.get(PurePosixPath(name).suffix, "application/octet-stream")
        return StreamingResponse(_chunks(opened), headers=headers, media_type=media)

    return file


for _kind, _path in PATHS.items():
    router.add_api_route(
        f"/{_path}/{{id}}",
        _state_of(_kind),
        methods=["GET"],
        response_model=models.JobState,
        responses=_MISSING,
        summary="How far the job is, and what came of it",
    )
    router.add_api_route(
        f"/{_path}/{{id}}",
        _remove_of(_kind),
        methods=["DELETE"],
        status_code=204,
        response_class=Response,
        responses=_MISSING,
        summary="End the job and remove its files",
    )
    if _kind in WITH_FILES:
        router.add_api_route(
            f"/{_path}/{{id}}/files/{{name:path}}",
            _file_of(_kind),
            methods=["GET"],
            response_class=Response,
            responses={
                200: {
                    "description": "The file",
                    "content": {
                        media.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}}
                        for media in _MEDIA.values()
                    },
                },
                **_MISSING,
            },
            summary="One file of the results, by its name",
        )


def _state(jobs: Jobs, job: Job, language: Language) -> dict[str, Any]:
    code = job.outcome.get("problem")
    minutes = round(jobs.limits.job_seconds / 60)
    return {
        **accepted(job),
        "before": jobs.before(job),
        "progress": job.progress(),
        "result": job.outcome.get("result"),
        "files": [
            {"name": name, "bytes": size, "url": f"{url_of(job)}/files/{name}"} for name, size in job.files.items()
        ],
        "faults": job.outcome.get("faults", {}).get(language, []),
        "problem": as_form(Problem(_STATUSES.get(code, 500), code, limit=minutes), language) if code else None,
        "kept_until": job.kept_until.isoformat(timespec="seconds") if job.kept_until else None,
    }


_STATUSES = {"job-refused": 422, "policy-changed": 409, "job-storage": 507}
"""What a problem of a job would be as an answer of its own; else 500."""


def _job(request: Request, kind: Kind, name: str) -> Job:
    jobs = jobs_of(request)
    job = jobs.find(name, kind)
    if job is None:
        raise Problem(404, "no-such-job", minutes=round(jobs.limits.kept_seconds / 60))
    return job


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk
