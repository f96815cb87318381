"""What keeps a request from being answered."""

from __future__ import annotations

from pydantic import BaseModel, Field


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
