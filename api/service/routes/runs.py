"""`POST /v1/runs`: a whole list decided, and with a budget a year's money given out, as a job."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.lists import HowRead
from api.service import models
from api.service.jobs.arriving import Part
from api.service.language import language_of
from api.service.problems import Problem
from api.service.routes.beginning import (
    LIST_PROBLEMS,
    City,
    Day,
    PolicyId,
    Readings,
    Sets,
    document_of,
    how_read,
    in_use_by,
    with_list,
)
from api.service.routes.decisions import asked_for, known_city
from api.service.whatifs import otherwise
from engine.registry.report.decisions import Format

router = APIRouter(prefix="/v1", tags=["jobs"])

PARTS: tuple[Part, ...] = ("list", "mapping", "budget", "granted")


@router.post(
    "/runs",
    status_code=202,
    response_model=models.JobAccepted,
    responses=LIST_PROBLEMS,
    openapi_extra=document_of(PARTS),
    summary="Decide a whole list of applicants, with a budget a year's money too, as a job",
)
async def start_run(
    request: Request,
    how: Annotated[HowRead, Depends(how_read)],
    sets: Sets,
    readings: Readings,
    city: City = None,
    policy: PolicyId = None,
    on: Day = None,
    form: Annotated[Format, Query(alias="format", description="Form of the decisions")] = "parquet",
) -> Response:
    library = in_use_by(request).library
    named = library.policies.get(policy or "")
    if named is not None and city is not None and named.city != city:
        raise Problem(422, "policy-of-another-city", policy=named.id, city=known_city(library, city))
    chosen, day = asked_for(library, None if policy else city, policy, on, language_of(request))
    otherwise(library, chosen, sets, readings)
    alone = bool(policy or sets or readings)  # one version, named or a what-if, holds for every month of a budget
    others = [] if alone else [each for each in library.of_city(chosen.city) if each.id != chosen.id]
    more = {"format": form, "named": alone, "set": sets, "readings": readings}
    return await with_list(request, "run", [chosen, *others], [day], how, PARTS, **more)
