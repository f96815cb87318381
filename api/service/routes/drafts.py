"""`POST /v1/drafts`: a city's first draft from another city's policy, as text."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Request
from pydantic_core import to_json
from starlette.responses import Response

from api.service import models
from api.service.bodies import BodyRoute
from api.service.drafts import fault_of, made
from api.service.language import language_of
from api.service.problems import Problem
from api.service.room import Room
from api.service.routes.beginning import FULL, in_use_by, problems
from api.service.routes.decisions import day_of, known_policy
from engine.language.cities import city_named, city_names
from engine.language.diagnostic import Place, suggestion

router = APIRouter(prefix="/v1", tags=["drafts"], route_class=BodyRoute)

_PROBLEMS = problems(
    (400, "Not JSON"),
    (404, "No such city or policy"),
    (409, "There is such a version already, or the policy's file has changed this moment"),
    (413, "Body too large"),
    (422, "The body does not fit, or the draft would not pass its check"),
    FULL,
    (503, "The draft's process failed"),
)
_STATUSES = {"policy-changed": 409, "draft-not-whole": 422, "draft-failed": 503}


@router.post(
    "/drafts",
    response_model=models.Draft,
    responses=_PROBLEMS,
    summary="A city's first draft from another city's policy, with everything to decide",
)
async def draft(body: models.DraftRequest, request: Request) -> Response:
    library, room = in_use_by(request).library, request.app.state.room
    assert isinstance(room, Room)
    source = known_policy(library, body.from_)
    if city_named(body.city) is None:
        raise Problem(404, "no-such-region", near=suggestion(body.city, city_names()) or "surakarta, kab_tegal")
    day = day_of(body.on) or date.today()
    version = body.version or f"{day.year}-rancangan"
    name = f"{body.city}/{version}"
    if name in library.policies or (library.root / f"{name}.yaml").exists():
        raise Problem(409, "version-there-already", policy=name)
    told = await room.do(made, library, body.city, source, version, day, language_of(request))
    if "problem" in told:
        faults = [fault_of(code, values, Place("/from")) for code, values in told.get("faults", ())]
        raise Problem(_STATUSES[told["problem"]], told["problem"], faults, policy=source.id)
    return Response(to_json(told["draft"]), media_type="application/json")
