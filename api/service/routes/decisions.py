"""`POST /v1/decisions` and `/v1/comparisons`: one person, in one city or in each."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date

from fastapi import APIRouter, Request
from pydantic_core import to_json
from starlette.responses import Response

from api.forms import decision_form
from api.service import models
from api.service.bodies import BodyRoute
from api.service.language import language_of
from api.service.live import InUse
from api.service.measures import Measures
from api.service.problems import Problem, pointer
from api.terminal import period
from engine.decision.changes import smallest_changes
from engine.decision.decide import Desk, Undecidable, default_day
from engine.decision.decision import Decision
from engine.decision.facts import Person, person
from engine.decision.program import NationalMissing
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import Library
from engine.language.policy import Policy
from engine.language.reader import as_date, is_slug
from engine.language.vocabulary import Language

router = APIRouter(prefix="/v1", tags=["decisions"], route_class=BodyRoute)

PROBLEMS: dict[int | str, dict[str, object]] = {
    status: {"model": models.Problem, "content": {"application/problem+json": {}}, "description": text}
    for status, text in (
        (400, "Not JSON"),
        (404, "No such city or policy, or none in force that day"),
        (413, "Body too large"),
        (422, "The body or a fact does not fit"),
        (503, "Withheld"),
    )
}


@router.post("/decisions", response_model=models.Decision, responses=PROBLEMS, summary="Decide one person's case")
async def decide(body: models.DecisionRequest, request: Request) -> Response:
    in_use: InUse = request.app.state.live.now
    language = language_of(request)
    policy, day = asked_for(in_use.library, body.city, body.policy, body.on, language)
    applicant = _person(in_use.library, body.facts, day)
    desk, measures = in_use.desk, request.app.state.measures
    if body.set or body.reading:
        asked, desk = await request.app.state.what_ifs.ready(in_use, policy, body.set or {}, body.reading or ())
        decision = await asyncio.to_thread(_decided, desk, asked, policy.id, applicant, day, measures)
    else:
        asked, decision = policy, _decided(desk, policy, policy.id, applicant, day, measures)
    found = None
    if body.changes:
        found = smallest_changes(desk.decider(asked, day), applicant, in_use.library.vocabulary)
    return _json(decision_form(decision, found, language))


@router.post(
    "/comparisons", response_model=models.Comparison, responses=PROBLEMS, summary="The same person in each city"
)
async def compare(body: models.ComparisonRequest, request: Request) -> Response:
    in_use: InUse = request.app.state.live.now
    language = language_of(request)
    day = day_of(body.on) or date.today()
    library = in_use.library
    cities = list(dict.fromkeys(body.cities)) if body.cities is not None else list(library.cities())
    for city in cities:
        known_city(library, city)
    applicant = _person(library, body.facts, day)
    answers = []
    for city in cities:
        policy = library.chosen(city, day)
        decision = (
            _decided(in_use.desk, policy, policy.id, applicant, day, request.app.state.measures) if policy else None
        )
        answers.append(
            {
                "city": city,
                "decision": decision.as_json(language) if decision else None,
                "versions": [version.id for version in library.of_city(city)],
            }
        )
    return _json({"on": day.isoformat(), "cities": answers})


def asked_for(
    library: Library, city: str | None, name: str | None, on: str | None, language: Language
) -> tuple[Policy, date]:
    if (city is None) == (name is None):
        raise Problem(422, "city-or-policy")
    day = day_of(on)
    if name is not None:
        policy = known_policy(library, name)
        return policy, day or default_day(policy)
    assert city is not None
    today = day or date.today()
    chosen = library.chosen(city, today)
    if chosen is None:
        known_city(library, city)
        versions = "; ".join(f"{p.id} ({period(p, today, language)})" for p in library.of_city(city))
        raise Problem(404, "none-in-force", city=city, on=today, versions=versions)
    return chosen, today


def known_city(library: Library, city: str) -> str:
    if city not in library.cities():
        raise Problem(404, "no-such-city", cities=", ".join(library.cities()))
    return city


def known_policy(library: Library, name: str) -> Policy:
    policy = library.policies.get(name)
    if policy is None:
        raise Problem(404, "no-such-policy", policies=", ".join(sorted(library.policies)))
    return policy


def day_of(text: str | None) -> date | None:
    if text is None:
        return None
    day = as_date(text)
    if day is None:
        raise Problem(422, "body-invalid", [Diagnostic("not-a-day", Place("/on"))])
    return day


def _person(library: Library, facts: Mapping[str, object], day: date) -> Person:
    """Typed facts; every fault of them at once, each with its pointer, and then nothing is decided."""
    faults: list[Diagnostic] = []
    applicant = person(facts, library.vocabulary, day, faults, strict=True)
    if not faults:
        return applicant
    placed: list[Diagnostic] = []
    places = {name: Place(pointer(("facts", name))) for name in facts if is_slug(name)}
    person(facts, library.vocabulary, day, placed, places, "/facts", strict=True)
    raise Problem(422, "facts-invalid", placed)


def _decided(desk: Desk, policy: Policy, counted: str, applicant: Person, day: date, measures: Measures) -> Decision:
    """The decision, counted under the id of the policy's file."""
    try:
        decision = desk.decide(policy, applicant, day)
    except NationalMissing as problem:
        raise Problem(422, "day-not-known", on=problem.day) from problem
    except Undecidable as problem:
        measures.withheld.labels(counted).inc()
        raise Problem(503, "decision-withheld") from problem
    measures.decided(counted, decision.outcome)
    return decision


def _json(form: object) -> Response:
    return Response(to_json(form), media_type="application/json")
