"""The bodies of requests and answers, as the service checks and documents them (design of the fixed JSON forms)."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Outcome = Literal["eligible", "ineligible", "undetermined"]
Result = Literal["met", "failed", "unknown"]
Basis = Literal["stated", "interpreted", "assumed"]
LegalEffect = Literal["in_force", "superseded", "proposed", "not_binding", "unverified"]


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class DecisionRequest(_Request):
    """Who is asked about, where, and on which day. Name a city (the version in effect that day) or a policy."""

    city: str | None = Field(None, max_length=64, description="City slug, such as tegal")
    policy: str | None = Field(None, max_length=128, description="Policy id, such as pekalongan/2023-usulan")
    on: str | None = Field(
        None,
        max_length=10,
        description="Day of the decision, YYYY-MM-DD; default: today for a city, the last known day for a policy",
        json_schema_extra={"format": "date"},
    )
    facts: dict[str, Any] = Field(description="Known facts; what is left out or null is unknown")
    changes: bool = Field(False, description="Also tell the smallest changes that would flip the outcome")


class ComparisonRequest(_Request):
    """The same person in each city."""

    facts: dict[str, Any] = Field(description="Known facts; what is left out or null is unknown")
    on: str | None = Field(
        None, max_length=10, description="Day, YYYY-MM-DD; default: today", json_schema_extra={"format": "date"}
    )
    cities: list[str] | None = Field(None, max_length=600, description="City slugs; default: all")


class Finding(BaseModel):
    group: str
    criterion: str
    result: Result
    pasal: str | None
    basis: Basis
    sources: list[str]
    message: str


class Missing(BaseModel):
    fact: str
    for_: Literal["outcome", "group", "funding"] = Field(alias="for")
    proof: str


class Unsettled(BaseModel):
    criterion: str
    list: str
    code: str


class Payment(BaseModel):
    source: str
    provider: str | None
    result: Result
    months: int | None
    monthly_idr: int | None
    pasal: str | None
    basis: Basis


class Notice(BaseModel):
    code: str
    message: str


class Step(BaseModel):
    fact: str
    from_: bool | int | str | None = Field(alias="from")
    to: list[bool | int | str]
    proof: str
    message: str


class Change(BaseModel):
    facts: list[Step]


class Decision(BaseModel):
    """A recommendation that an official signs. `changes` is there only when asked for."""

    policy: str
    policy_digest: str
    city: str
    on: str = Field(json_schema_extra={"format": "date"})
    legal_effect: LegalEffect
    outcome: Outcome
    group: str | None
    findings: list[Finding]
    missing: list[Missing]
    unsettled: list[Unsettled]
    funding: list[Payment]
    monthly_idr: int | None = Field(description="Rupiah per month")
    programs: list[str]
    notices: list[Notice]
    changes: list[Change] | None = None


class CityAnswer(BaseModel):
    """One city's decision, or the versions there are when none is in force that day."""

    city: str
    decision: Decision | None
    versions: list[str]


class Comparison(BaseModel):
    on: str = Field(json_schema_extra={"format": "date"})
    cities: list[CityAnswer]


class PolicySummary(BaseModel):
    policy: str
    city: str
    kind: str
    number: str | None
    year: int | None
    about: str
    binding: bool
    official_text: bool
    since: str | None
    until: str | None
    known_until: str
    legal_effect: LegalEffect
    groups: list[str]


class PolicyFull(PolicySummary):
    """A version with its file's whole content, as written."""

    digest: str
    content: dict[str, Any]


class PolicyFault(BaseModel):
    file: str
    line: int
    column: int
    code: str
    severity: Literal["error", "warning"]
    message: str
    hint: str | None


class PolicyList(BaseModel):
    """What there is, and what in the folder could not be taken in."""

    policies: list[PolicySummary]
    faults: list[PolicyFault]


class ProblemError(BaseModel):
    path: str = Field(description="JSON pointer into the body")
    code: str
    message: str
    hint: str | None = None


class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    hint: str | None = None
    errors: list[ProblemError] | None = None


class Health(BaseModel):
    status: Literal["ok"]


class Readiness(BaseModel):
    status: Literal["ready", "not_ready"]
    policies: int
    faults: int
    reloads: int
