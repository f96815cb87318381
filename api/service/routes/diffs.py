"""`POST /v1/diffs`: two policies held against each other."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from pydantic_core import to_json
from starlette.responses import Response

from api.service import models
from api.service.bodies import BodyRoute
from api.service.language import language_of
from api.service.live import InUse
from api.service.problems import Problem
from api.service.routes.decisions import PROBLEMS, day_of, known_policy
from engine.decision.decide import Undecidable
from engine.decision.program import NationalMissing
from engine.revision.difference.difference import difference

router = APIRouter(prefix="/v1", tags=["diffs"], route_class=BodyRoute)


@router.post(
    "/diffs", response_model=models.Difference, responses=PROBLEMS, summary="Whom two policies cover and pay otherwise"
)
async def diff(body: models.DifferenceRequest, request: Request) -> Response:
    in_use: InUse = request.app.state.live.now
    language, day = language_of(request), day_of(body.on)
    old = known_policy(in_use.library, body.old)
    new = known_policy(in_use.library, body.new) if body.new is not None else old
    desk = in_use.desk
    if body.set or body.reading:
        new, desk = await request.app.state.what_ifs.ready(in_use, new, body.set or {}, body.reading or ())
    elif body.new is None:
        raise Problem(422, "new-or-set")
    try:
        found = await asyncio.to_thread(difference, desk, old, new, day)
    except NationalMissing as problem:
        raise Problem(422, "day-not-known", on=problem.day) from problem
    except Undecidable as problem:
        request.app.state.measures.withheld.labels(old.id).inc()
        raise Problem(503, "decision-withheld") from problem
    return Response(to_json(found.as_json(language)), media_type="application/json")
