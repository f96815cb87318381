"""Health, readiness and metrics: for those who run the service."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from api.service import models
from api.service.live import Live
from api.service.measures import Measures

router = APIRouter(tags=["operations"])


@router.get("/healthz", response_model=models.Health, summary="The process answers")
async def healthz() -> dict[str, str]:
    return {"status": "ok"}


@router.get(
    "/readyz",
    response_model=models.Readiness,
    responses={503: {"model": models.Readiness, "description": "No policy can be decided with"}},
    summary="Policies are loaded; broken files are counted, their old versions stay in use",
)
async def readyz(request: Request) -> Response:
    live: Live = request.app.state.live
    policies, faults = len(live.now.library.policies), len(live.now.faults)
    form = {
        "status": "ready" if policies else "not_ready",
        "policies": policies,
        "faults": faults,
        "reloads": live.reloads,
    }
    return JSONResponse(form, 200 if policies else 503)


@router.get(
    "/metrics", summary="Prometheus metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}}
)
async def metrics(request: Request) -> Response:
    live: Live = request.app.state.live
    measures: Measures = request.app.state.measures
    measures.policies.set(len(live.now.library.policies))
    measures.faults.set(len(live.now.faults))
    measures.reloads.set(live.reloads)
    return Response(measures.text(), media_type="text/plain; version=0.0.4")
