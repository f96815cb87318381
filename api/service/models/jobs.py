"""Jobs: where they are asked for, how far they are, what came of them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from api.service.jobs.jobs import Kind, Status
from api.service.models.policies import PolicyFault
from api.service.models.problems import Problem


class JobAccepted(BaseModel):
    """Where to ask for a job; whoever has the address has the results."""

    id: str
    kind: Kind
    status: Status
    url: str


class JobProgress(BaseModel):
    """`done` of `total` rows (or mutants of a policy) in this stage; a total may be an estimate, null is not known."""

    stage: Literal["reading", "deciding", "reporting", "proving", "examining", "mutating"]
    done: int
    total: int | None
    seconds_left: int | None = Field(description="To the end of the stage, by its pace so far; null: not known")


class JobFile(BaseModel):
    name: str
    bytes: int
    url: str


class JobState(JobAccepted):
    """How far a job is, and at its end what came of it, in the language of the request that began it."""

    before: int | None = Field(description="Jobs that wait before it; null: it does not wait")
    progress: JobProgress | None
    result: dict[str, Any] | list[dict[str, Any]] | None = Field(
        description="When done, as the command prints it with `--json`: `perwal run`, the impact of `perwal diff`,"
        " `perwal diff --ambiguities`, the registry of `perwal compare`, or `perwal test`"
    )
    files: list[JobFile]
    faults: list[PolicyFault] = Field(description="Of the list: what keeps it from being used, or what was noticed")
    problem: Problem | None = Field(description="When failed, why")
    kept_until: str | None = Field(
        description="When the job and its files go; null: not ended", json_schema_extra={"format": "date-time"}
    )
