"""`POST /v1/impacts` and `/v1/ambiguities`: what a change, or each other reading, does to a list, as jobs."""

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
    KnownDay,
    PolicyId,
    Readings,
    Sets,
    document_of,
    how_read,
    in_use_by,
    with_list,
)
from api.service.routes.decisions import asked_for, day_of, known_policy
from api.service.whatifs import otherwise
from engine.decision.decide import default_day

router = APIRouter(prefix="/v1", tags=["jobs"])

PARTS: tuple[Part, ...] = ("list", "mapping", "budget")
READING_PARTS: tuple[Part, ...] = ("list", "mapping")


@router.post(
    "/impacts",
    status_code=202,
    response_model=models.JobAccepted,
    responses=LIST_PROBLEMS,
    openapi_extra=document_of(PARTS),
    summary="What a change of policy does to a list of applicants, and with a budget to the money, as a job",
)
async def start_impact(
    request: Request,
    how: Annotated[HowRead, Depends(how_read)],
    sets: Sets,
    readings: Readings,
    old: Annotated[str, Query(max_length=128, description="Policy id, such as pekalongan/2022-19b")],
    new: Annotated[
        str | None, Query(max_length=128, description="Policy id; without it, the old one with `set` and `reading`")
    ] = None,
    on: KnownDay = None,
) -> Response:
    library, day = in_use_by(request).library, day_of(on)
    before = known_policy(library, old)
    after = known_policy(library, new) if new is not None else before
    if new is None and not (sets or readings):
        raise Problem(422, "new-or-what-if")
    otherwise(library, after, sets, readings)
    days = [day or default_day(side) for side in (before, after)]
    return await with_list(request, "impact", [before, after], days, how, PARTS, set=sets, readings=readings)


@router.post(
    "/ambiguities",
    status_code=202,
    response_model=models.JobAccepted,
    responses=LIST_PROBLEMS,
    openapi_extra=document_of(READING_PARTS),
    summary="What every other reading of a policy would do to a list of applicants, as a job",
)
async def start_ambiguities(
    request: Request,
    how: Annotated[HowRead, Depends(how_read)],
    city: City = None,
    policy: PolicyId = None,
    on: Day = None,
) -> Response:
    chosen, day = asked_for(in_use_by(request).library, city, policy, on, language_of(request))
    return await with_list(request, "ambiguity", [chosen], [day], how, READING_PARTS)
