"""`POST /v1/examinations`: cases, coverage, proofs, mutation and missing cases of a policy, as a job."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.service import models
from api.service.bodies import BodyRoute
from api.service.routes.beginning import FULL, begun, full, in_use_by, opened, problems
from api.service.routes.decisions import known_policy

router = APIRouter(prefix="/v1", tags=["jobs"], route_class=BodyRoute)

_PROBLEMS = problems(
    (400, "Not JSON"),
    (404, "No such policy"),
    (413, "Body too large"),
    (422, "The body does not fit"),
    FULL,
    (507, "The service has no room for the job"),
)


@router.post(
    "/examinations",
    status_code=202,
    response_model=models.JobAccepted,
    responses=_PROBLEMS,
    summary="Cases, coverage and proofs of a policy, and if asked for its mutation and missing cases, as a job",
)
async def start_examination(body: models.ExaminationRequest, request: Request) -> Response:
    policy = known_policy(in_use_by(request).library, body.policy)
    job = opened(request, "examination")
    if job is None:
        return full(request)
    return await begun(request, job, [policy], {"mutate": body.mutate, "prove": body.prove, "missing": body.missing})
