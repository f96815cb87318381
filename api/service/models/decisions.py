"""A decision, and the same person in each city."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from api.service.models.words import Basis, LegalEffect, Outcome, Result


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
