"""A city's first draft, and everything that the city has to decide in it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from api.service.models.policies import PolicyFault


class ToDecide(BaseModel):
    kind: Literal["instrument", "list", "place", "provider", "reading", "amount", "ground"]
    where: str = Field(description="The statement it is about, as a path of the policy file")
    text: str


class DraftFile(BaseModel):
    name: str = Field(description="Where the file stands in a folder of policies")
    text: str


class Draft(BaseModel):
    """The draft as text; nothing of it is kept by the service."""

    policy: str
    city: str
    region: str | None = Field(description="Kemendagri code of the city")
    name: str
    cases: int = Field(description="Cases taken over, to be confirmed")
    dropped: list[str] = Field(description="Cases that do not hold in this city, by name")
    to_decide: list[ToDecide]
    faults: list[PolicyFault] = Field(description="What a check of the draft finds: warnings")
    files: list[DraftFile] = Field(description="The policy file, and its cases")
