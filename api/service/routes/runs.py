"""`/v1/runs`, `/v1/impacts` and `/v1/examinations`: long work, begun with POST, then asked for at its own address."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import IO, Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic_core import to_json
from starlette.responses import Response, StreamingResponse

from api.lists import attested
from api.service import models
from api.service.bodies import BodyRoute
from api.service.jobs.folder import digest
from api.service.jobs.jobs import Full, Job, Jobs, Kind
from api.service.jobs.uploads import TYPES, demand_list, receive
from api.service.language import language_of
from api.service.live import InUse
from api.service.problems import MEDIA_TYPE, Problem, as_form, as_response
from api.service.routes.decisions import asked_for, day_of, known_city, known_policy
from engine.decision.decide import default_day
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.registry.report.decisions import Format

router = APIRouter(prefix="/v1", tags=["jobs"])

PATHS: Mapping[Kind, str] = {"run": "runs", "impact": "impacts", "examination": "examinations"}
MOST_ATTESTED = 20
LONGEST_ATTESTED = 200
"""Characters of one of them."""
RETRY_SECONDS = 30
_CHUNK = 1 << 18
_MEDIA = {
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": TYPES[1],
    ".parquet": TYPES[2],
    ".svg": "image/svg+xml",
    ".png": "image/png",
}


def _problems(*entries: tuple[int, str]) -> dict[int | str, dict[str, Any]]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {status: {"content": {MEDIA_TYPE: {"schema": schema}}, "description": text} for status, text in entries}


_FULL = (429, "No more work is taken on now; Retry-After says when to ask again")
_LIST_PROBLEMS = _problems(
    (400, "The list did not arrive whole"),
    (404, "No such city or policy, or none in force that day"),
    (408, "The list took too long to arrive"),
    (413, "The list is too large"),
    (415, "The body is not declared as a list"),
    (422, "A parameter does not fit, or the list is empty"),
    _FULL,
    (507, "The service has no room for the list"),
)
_BODY_PROBLEMS = _problems(
    (400, "Not JSON"),
    (404, "No such policy"),
    (413, "Body too large"),
    (422, "The body does not fit"),
    _FULL,
    (507, "The service has no room for the job"),
)
_MISSING = _problems((404, "No such job here: removed, too old, or of an earlier start of the service"))
_LIST: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The list of applicants: the file itself",
        "content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in TYPES},
    }
}

Day = Annotated[
    str | None,
    Query(
        max_length=10,
        description="Day, YYYY-MM-DD; default: today for a city, the last known day for a policy",
        json_schema_extra={"format": "date"},
    ),
]
Attest = Annotated[
    list[str],
    Query(description="fact=value, attested for all rows; may be repeated", default_factory=list),
]


@router.post(
    "/runs",
    status_code=202,
    response_model=models.JobAccepted,
    responses=_LIST_PROBLEMS,
    openapi_extra=_LIST,
    summary="Decide a whole list of applicants, as a job",
)
async def start_run(
    request: Request,
    attest: Attest,
    city: Annotated[str | None, Query(max_length=64, description="City slug, such as tegal")] = None,
    policy: Annotated[str | None, Query(max_length=128, description="Policy id; default: the one in effect")] = None,
    on: Day = None,
    form: Annotated[Format, Query(alias="format", description="Form of the decisions")] = "parquet",
) -> Response:
    library, language = _in_use(request).library, language_of(request)
    named = library.policies.get(policy or "")
    if named is not None and city is not None and named.city != city:
        raise Problem(422, "policy-of-another-city", policy=named.id, city=known_city(library, city))
    chosen, day = asked_for(library, None if policy else city, policy, on, language)
    return await _with_list(request, "run", [chosen], [day], attest, {"format": form})


@router.post(
    "/impacts",
    status_code=202,
    response_model=models.JobAccepted,
    responses=_LIST_PROBLEMS,
    openapi_extra=_LIST,
    summary="What a change of policy does to a list of applicants, as a job",
)
async def start_impact(
    request: Request,
    attest: Attest,
    old: Annotated[str, Query(max_length=128, description="Policy id, such as pekalongan/2022-19b")],
    new: Annotated[str, Query(max_length=128, description="Policy id, such as pekalongan/2023-usulan")],
    on: Annotated[
        str | None,
        Query(
            max_length=10,
            description="Day, YYYY-MM-DD; default: the last day known of each",
            json_schema_extra={"format": "date"},
        ),
    ] = None,
) -> Response:
    library, day = _in_use(request).library, day_of(on)
    sides = [known_policy(library, name) for name in (old, new)]
    return await _with_list(request, "impact", sides, [day or default_day(side) for side in sides], attest, {})


async def start_examination(body: models.ExaminationRequest, request: Request) -> Response:
    policy = known_policy(_in_use(request).library, body.policy)
    job = _opened(request, "examination")
    if job is None:
        return _full(request)
    return await _begun(request, job, [policy], {"mutate": body.mutate})


router.add_api_route(
    "/examinations",
    start_examination,
    methods=["POST"],
    status_code=202,
    response_model=models.JobAccepted,
    responses=_BODY_PROBLEMS,
    route_class_override=BodyRoute,
    summary="Cases, coverage and, if asked for, mutation of a policy, as a job",
)


async def _with_list(
    request: Request,
    kind: Kind,
    policies: list[Policy],
    days: list[date],
    attest: list[str],
    more: Mapping[str, object],
) -> Response:
    """Receives the list, for which there must be a place first, and begins the job."""
    jobs = _jobs(request)
    if len(attest) > MOST_ATTESTED or not all(len(text) <= LONGEST_ATTESTED and attested(text) for text in attest):
        raise Problem(422, "attest-invalid", limit=MOST_ATTESTED)
    demand_list(request, jobs.limits)
    job = _opened(request, kind)
    if job is None:
        return _full(request)
    try:
        name = await receive(request, job.folder, jobs.limits)
    except OSError as problem:
        jobs.remove(job)
        raise Problem(507, "job-storage") from problem
    except BaseException:
        jobs.remove(job)
        raise
    order = {"on": [day.isoformat() for day in days], "list": name, "attest": attest, **more}
    return await _begun(request, job, policies, order)


def _opened(request: Request, kind: Kind) -> Job | None:
    """A place for a job; None: no more is taken on now. Raises Problem where there is no room for its folder."""
    try:
        return _jobs(request).open(kind)
    except Full:
        return None
    except OSError as problem:
        raise Problem(507, "job-storage") from problem


async def _begun(request: Request, job: Job, policies: list[Policy], order: Mapping[str, object]) -> Response:
    named = [(policy.id, digest(policy.content)) for policy in policies]
    everything = {**order, "policies": named, "language": language_of(request)}
    try:
        await asyncio.to_thread(_jobs(request).start, job, everything)
    except OSError as problem:
        _jobs(request).remove(job)
        raise Problem(507, "job-storage") from problem
    return Response(to_json(_accepted(job)), 202, {"location": _url(job)}, "application/json")


def _full(request: Request) -> Response:
    headers = {"retry-after": str(RETRY_SECONDS), "connection": "close"}
    return as_response(Problem(429, "jobs-full"), language_of(request), headers)


def _state_of(kind: Kind) -> Callable[..., Awaitable[Response]]:
    async def state(request: Request, id: str) -> Response:
        job = _job(request, kind, id)
        return Response(
            to_json(_state(_jobs(request), job, language_of(request))),
            headers={"cache-control": "no-store"},
            media_type="application/json",
        )

    return state


def _remove_of(kind: Kind) -> Callable[..., Awaitable[Response]]:
    async def remove(request: Request, id: str) -> Response:
        await asyncio.to_thread(_jobs(request).remove, _job(request, kind, id))
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
            raise Problem(404, "no-such-file", url=_url(job))
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
    if _kind != "examination":
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
        **_accepted(job),
        "before": jobs.before(job),
        "progress": job.progress(),
        "result": job.outcome.get("result"),
        "files": [
            {"name": name, "bytes": size, "url": f"{_url(job)}/files/{name}"} for name, size in job.files.items()
        ],
        "faults": job.outcome.get("faults", {}).get(language, []),
        "problem": as_form(Problem(_STATUSES.get(code, 500), code, limit=minutes), language) if code else None,
        "kept_until": job.kept_until.isoformat(timespec="seconds") if job.kept_until else None,
    }


_STATUSES = {"job-refused": 422, "policy-changed": 409, "job-storage": 507}
"""What a problem of a job would be as an answer of its own; else 500."""


def _accepted(job: Job) -> dict[str, Any]:
    return {"id": job.id, "kind": job.kind, "status": job.status, "url": _url(job)}


def _url(job: Job) -> str:
    return f"/v1/{PATHS[job.kind]}/{job.id}"


def _job(request: Request, kind: Kind, name: str) -> Job:
    jobs = _jobs(request)
    job = jobs.find(name, kind)
    if job is None:
        raise Problem(404, "no-such-job", minutes=round(jobs.limits.kept_seconds / 60))
    return job


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _jobs(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


def _in_use(request: Request) -> InUse:
    in_use: InUse = request.app.state.live.now
    return in_use
