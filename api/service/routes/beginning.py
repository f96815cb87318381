"""What the routes share that begin a job: the parameters, the list and what comes with it, a place in the queue."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import Query, Request
from pydantic_core import to_json
from starlette.responses import Response

from api.lists import HowRead, all_attested
from api.service.jobs.arriving import Part
from api.service.jobs.folder import digest
from api.service.jobs.jobs import Full, Job, Jobs, Kind
from api.service.jobs.uploads import FORM, HEADER, TYPES, demand_list, receive
from api.service.language import language_of
from api.service.live import InUse
from api.service.problems import MEDIA_TYPE, Problem, as_response
from engine.language.policy import Policy
from engine.registry.intake.dates import DateOrder
from engine.registry.intake.duplicates import Disagreement

PATHS: Mapping[Kind, str] = {
    "run": "runs",
    "impact": "impacts",
    "ambiguity": "ambiguities",
    "registry-comparison": "registry-comparisons",
    "examination": "examinations",
}
MOST_ATTESTED = 20
LONGEST_ATTESTED = 200
"""Characters of one of them."""
RETRY_SECONDS = 30


def problems(*entries: tuple[int, str]) -> dict[int | str, dict[str, Any]]:
    """Answers of a route that are problems, for the document."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {status: {"content": {MEDIA_TYPE: {"schema": schema}}, "description": text} for status, text in entries}


FULL = (429, "No more work is taken on now; Retry-After says when to ask again")
LIST_PROBLEMS = problems(
    (400, "The list did not arrive whole, or the form cannot be read"),
    (403, f"A form without the header {HEADER}"),
    (404, "No such city or policy, or none in force that day"),
    (408, "The list took too long to arrive"),
    (413, "The list, or another part of the form, is too large"),
    (415, "The body is not declared as a list"),
    (422, "A parameter or a part does not fit, or the list is empty"),
    FULL,
    (507, "The service has no room for the list"),
)
_PARTS: dict[Part, str] = {
    "list": "The list of applicants: CSV, XLSX or Parquet",
    "mapping": "What the list's headings, dates and words mean (YAML)",
    "budget": "A year's budget (YAML)",
    "granted": "Months granted before: hibah.parquet of an earlier run, or the same as CSV; with budget only",
}


def _day(default: str) -> Any:
    """A parameter that is a day."""
    return Query(
        max_length=10, description=f"Day, YYYY-MM-DD; default: {default}", json_schema_extra={"format": "date"}
    )


City = Annotated[str | None, Query(max_length=64, description="City slug, such as tegal")]
PolicyId = Annotated[str | None, Query(max_length=128, description="Policy id; default: the one in effect")]
Day = Annotated[str | None, _day("today for a city, the last known day for a policy")]
KnownDay = Annotated[str | None, _day("the last day known of each")]
Sets = Annotated[
    list[str],
    Query(
        alias="set",
        default_factory=list,
        description="A what-if, path=value, such as kuota.jumlah=1500; may be repeated. The results are a proposal's",
    ),
]
Readings = Annotated[
    list[str],
    Query(
        alias="reading",
        default_factory=list,
        description="A what-if: another reading by its name; may be repeated",
    ),
]
Attest = Annotated[
    list[str],
    Query(description="fact=value, attested for all rows; may be repeated", default_factory=list),
]


def how_read(
    attest: Attest,
    dates: Annotated[DateOrder | None, Query(description="Order of day, month and year in the list")] = None,
    sheet: Annotated[str | None, Query(max_length=100, description="Sheet of a workbook")] = None,
    header_row: Annotated[int | None, Query(ge=1, le=1_000_000, description="Row of the headings, from 1")] = None,
    birth: Annotated[
        Disagreement, Query(description="A NIK that disagrees with the date of birth: hold the row, or go on")
    ] = "tahan",
) -> HowRead:
    """How the list is to be read, as far as parameters say. Raises Problem."""
    facts = all_attested(attest)
    if facts is None or len(attest) > MOST_ATTESTED or any(len(text) > LONGEST_ATTESTED for text in attest):
        raise Problem(422, "attest-invalid", limit=MOST_ATTESTED)
    return HowRead(None, facts, dates, sheet, header_row, birth)


def document_of(taken: Sequence[Part]) -> dict[str, Any]:
    """What the document says of a route that takes a list: the body, and the header that a form needs."""
    binary = {"type": "string", "format": "binary"}
    form = {
        "type": "object",
        "required": ["list"],
        "additionalProperties": False,
        "properties": {part: {**binary, "description": _PARTS[part]} for part in taken},
    }
    return {
        "requestBody": {
            "required": True,
            "description": "The list of applicants, the file itself; or a form with the list and what goes with it",
            "content": {**{kind: {"schema": binary} for kind in TYPES}, FORM: {"schema": form}},
        },
        "parameters": [
            {
                "name": HEADER,
                "in": "header",
                "required": False,
                "description": f"Needed with {FORM}: a page of another site cannot set it",
                "schema": {"type": "string", "enum": ["1"]},
            }
        ],
    }


async def with_list(
    request: Request,
    kind: Kind,
    policies: Sequence[Policy],
    days: Sequence[date],
    how: HowRead,
    taken: Sequence[Part],
    **more: object,
) -> Response:
    """Receives the list, for which there must be a place first, and begins the job.

    `taken`: the parts that a form may have; `more`: what else the order of this kind says.
    """
    jobs = jobs_of(request)
    demand_list(request, jobs.limits)
    job = opened(request, kind)
    if job is None:
        return full(request)
    try:
        parts = await receive(request, job.folder, jobs.limits, taken)
        if "granted" in parts and "budget" not in parts:
            raise Problem(422, "granted-without-budget")
    except OSError as problem:
        jobs.remove(job)
        raise Problem(507, "job-storage") from problem
    except BaseException:
        jobs.remove(job)
        raise
    read = {name: value for name, value in asdict(how).items() if name != "mapping"}
    order = {"on": [day.isoformat() for day in days], "parts": parts, "how": read, "set": [], "readings": [], **more}
    return await begun(request, job, policies, order)


def opened(request: Request, kind: Kind) -> Job | None:
    """A place for a job; None: no more is taken on now. Raises Problem where there is no room for its folder."""
    try:
        return jobs_of(request).open(kind)
    except Full:
        return None
    except OSError as problem:
        raise Problem(507, "job-storage") from problem


async def begun(request: Request, job: Job, policies: Sequence[Policy], order: Mapping[str, object]) -> Response:
    """Puts the job into the queue; the answer says where to ask for it."""
    named = [(policy.id, digest(policy.content)) for policy in policies]
    everything = {**order, "policies": named, "language": language_of(request)}
    try:
        await asyncio.to_thread(jobs_of(request).start, job, everything)
    except OSError as problem:
        jobs_of(request).remove(job)
        raise Problem(507, "job-storage") from problem
    return Response(to_json(accepted(job)), 202, {"location": url_of(job)}, "application/json")


def full(request: Request) -> Response:
    headers = {"retry-after": str(RETRY_SECONDS), "connection": "close"}
    return as_response(Problem(429, "jobs-full"), language_of(request), headers)


def accepted(job: Job) -> dict[str, Any]:
    return {"id": job.id, "kind": job.kind, "status": job.status, "url": url_of(job)}


def url_of(job: Job) -> str:
    return f"/v1/{PATHS[job.kind]}/{job.id}"


def jobs_of(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


def in_use_by(request: Request) -> InUse:
    in_use: InUse = request.app.state.live.now
    return in_use
