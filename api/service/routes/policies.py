"""`GET /v1/policies`: what there is, of all cities, of one, and one version whole."""

from __future__ import annotations

import json
from datetime import date

from fastapi import APIRouter, Request

from api.forms import fault_form, policy_summary
from api.service import models
from api.service.language import language_of
from api.service.live import InUse
from api.service.problems import Problem
from engine.decision.decide import Undecidable, default_day

router = APIRouter(prefix="/v1/policies", tags=["policies"])

_MISSING: dict[int | str, dict[str, object]] = {
    404: {"model": models.Problem, "content": {"application/problem+json": {}}, "description": "No such city or policy"}
}


@router.get("", response_model=models.PolicyList, summary="Every version of every city")
async def every(request: Request) -> dict[str, object]:
    in_use: InUse = request.app.state.live.now
    language = language_of(request)
    versions = [policy for city in in_use.library.cities() for policy in in_use.library.of_city(city)]
    return {
        "policies": [policy_summary(policy, date.today()) for policy in versions],
        "faults": [fault_form(fault, language) for fault in in_use.faults],
    }


@router.get("/{city}", response_model=models.PolicyList, responses=_MISSING, summary="Every version of one city")
async def of_city(city: str, request: Request) -> dict[str, object]:
    in_use: InUse = request.app.state.live.now
    if city not in in_use.library.cities():
        raise Problem(404, "no-such-city", cities=", ".join(in_use.library.cities()))
    language = language_of(request)
    mine = [fault for fault in in_use.faults if f"/{city}/" in fault.place.path]
    return {
        "policies": [policy_summary(policy, date.today()) for policy in in_use.library.of_city(city)],
        "faults": [fault_form(fault, language) for fault in mine],
    }


@router.get("/{city}/{version}", response_model=models.PolicyFull, responses=_MISSING, summary="One version, whole")
async def one(city: str, version: str, request: Request) -> dict[str, object]:
    in_use: InUse = request.app.state.live.now
    policy = in_use.library.policies.get(f"{city}/{version}")
    if policy is None:
        raise Problem(404, "no-such-policy", policies=", ".join(sorted(in_use.library.policies)))
    try:
        digest = in_use.desk.decider(policy, default_day(policy)).program.digest
    except Undecidable as problem:
        raise Problem(503, "decision-withheld") from problem
    return {**policy_summary(policy, date.today()), "digest": digest, "content": json.loads(policy.content)}
