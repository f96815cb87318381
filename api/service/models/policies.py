"""What policies there are, and what is wrong in their files."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from api.service.models.words import LegalEffect


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
