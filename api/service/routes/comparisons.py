"""`GET /v1/relations` and `POST /v1/registry-comparisons`: versions side by side, and one list under each."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic_core import to_json
from starlette.responses import Response

from api.forms.relations import relation_forms, sides_of
from api.lists import HowRead
from api.service import models
from api.service.jobs.arriving import Part
from api.service.language import language_of
from api.service.problems import Problem
from api.service.room import Room
from api.service.routes.beginning import (
    FULL,
    LIST_PROBLEMS,
    KnownDay,
    document_of,
    how_read,
    in_use_by,
    problems,
    with_list,
)
from api.service.routes.decisions import day_of, known_city, known_policy
from engine.language.library import Library
from engine.language.vocabulary import Language
from engine.revision.comparison import Comparison, compare
from engine.revision.difference.matrix import relations

router = APIRouter(prefix="/v1")

PARTS: tuple[Part, ...] = ("list", "mapping")
MOST_RELATED = 20
"""Versions whose relations are told at once; each is held against each other one."""
_PROBLEMS = problems(
    (404, "No such city or policy, or none in force that day"), (422, "A parameter does not fit"), FULL
)

Versions = Annotated[
    list[str],
    Query(
        default_factory=list,
        max_length=600,
        description="Cities (the version in effect that day) or policy ids; may be repeated. Default: every city",
    ),
]


@router.get(
    "/relations",
    tags=["diffs"],
    response_model=models.Relations,
    responses=_PROBLEMS,
    summary="How whom each version covers relates to whom the others cover",
)
async def related(request: Request, versions: Versions, on: KnownDay = None) -> Response:
    library, day, room = in_use_by(request).library, day_of(on), request.app.state.room
    _known(library, versions)
    if len(set(versions) or library.cities()) > MOST_RELATED:
        raise Problem(422, "too-many-versions", limit=MOST_RELATED)
    assert isinstance(room, Room)
    form = await room.do(relations_form, library, versions, day, language_of(request))
    return Response(to_json(form), media_type="application/json")


@router.post(
    "/registry-comparisons",
    tags=["jobs"],
    status_code=202,
    response_model=models.JobAccepted,
    responses=LIST_PROBLEMS,
    openapi_extra=document_of(PARTS),
    summary="One city's list under every city's rules, as a job",
)
async def start_registry_comparison(
    request: Request,
    how: Annotated[HowRead, Depends(how_read)],
    versions: Versions,
    city: Annotated[str, Query(max_length=64, description="The city whose list it is, such as tegal")],
    on: KnownDay = None,
) -> Response:
    library, day = in_use_by(request).library, day_of(on)
    known_city(library, city)
    _known(library, versions)
    comparison = await asyncio.to_thread(_compared, library, versions, day)
    sides = sides_of(comparison)
    policies, days = [side.policy for side in sides], [side.day for side in sides]
    return await with_list(request, "registry-comparison", policies, days, how, PARTS, city=city)


def _known(library: Library, versions: Sequence[str]) -> None:
    for name in versions:
        if "/" in name:
            known_policy(library, name)
        else:
            known_city(library, name)


def _compared(library: Library, versions: Sequence[str], day: date | None) -> Comparison:
    """Raises Problem where no version is in force."""
    comparison = compare(library, versions, day)
    if not sides_of(comparison):
        raise Problem(404, "none-to-compare")
    return comparison


def relations_form(
    library: Library, versions: Sequence[str], day: date | None, language: Language
) -> dict[str, object]:
    """As `perwal compare --json` tells them: the versions with their days, and each pair once each way.

    Raises Problem where no version is in force.
    """
    comparison = _compared(library, versions, day)
    form = comparison.as_json(language)
    pairs = relation_forms(comparison, relations(library, sides_of(comparison)), language)
    return {"on": form["on"], "columns": form["columns"], "relations": pairs}
