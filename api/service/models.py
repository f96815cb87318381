"""The bodies of requests and answers, as the service checks and documents them (design of the fixed JSON forms)."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Outcome = Literal["eligible", "ineligible", "undetermined"]
Result = Literal["met", "failed", "unknown"]
Basis = Literal["stated", "interpreted", "assumed"]
LegalEffect = Literal["in_force", "superseded", "proposed", "not_binding", "unverified"]


Values = dict[str, bool | int | str | list[bool | int | str]]


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
    set: Values | None = Field(
        None,
        max_length=20,
        description='A what-if: other values at paths of the policy\'s file, such as {"kuota.jumlah": 1500}; the answer'
        " is a proposal's",
    )


class ComparisonRequest(_Request):
    """The same person in each city."""

    facts: dict[str, Any] = Field(description="Known facts; what is left out or null is unknown")
    on: str | None = Field(
        None, max_length=10, description="Day, YYYY-MM-DD; default: today", json_schema_extra={"format": "date"}
    )
    cities: list[str] | None = Field(None, max_length=600, description="City slugs; default: all")


class DifferenceRequest(_Request):
    """Two policies, or one and a what-if of it."""

    old: str = Field(max_length=128, description="Policy id, such as pekalongan/2022-19b")
    new: str | None = Field(None, max_length=128, description="Policy id; without it, the old one with `set`")
    on: str | None = Field(
        None,
        max_length=10,
        description="Day, YYYY-MM-DD; default: the last day known of each",
        json_schema_extra={"format": "date"},
    )
    set: Values | None = Field(None, max_length=20, description="Other values at paths of the new policy's file")


class ExaminationRequest(_Request):
    """A policy whose cases are run, and what they have shown is counted; with `mutate` also what they would miss."""

    policy: str = Field(max_length=128, description="Policy id, such as tegal/2023")
    mutate: bool = Field(False, description="Change one thing after another: would a case fail? Takes long")


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


Relation = Literal["equivalent", "wider", "narrower", "neither"]


class DifferenceSide(BaseModel):
    policy: str
    city: str
    on: str = Field(json_schema_extra={"format": "date"})
    legal_effect: LegalEffect
    what_if: list[str]


class Witness(BaseModel):
    """The person with the fewest facts, decided by both; `facts_new`: where that person lives in the second city."""

    facts: dict[str, bool | int | str]
    facts_new: dict[str, bool | int | str] | None
    person: str
    alike: dict[str, list[bool | int | str]]
    on_assumption: bool
    ruling: bool | None = Field(description="The ruling by which the sides differ, where nobody has made one")
    old: Decision
    new: Decision


class Direction(BaseModel):
    """On one side only. `unsettled`: there are such people only unless the other side rules otherwise."""

    witnesses: list[Witness]
    more: bool
    unsettled: Witness | None


class Eligibility(BaseModel):
    relation: Relation
    relation_label: str
    settled: Relation = Field(description="By those alone of whom no ruling is awaited")
    without_assumptions: Relation
    as_written: Relation | None = Field(description="Between two cities: by where people really live")
    gained: Direction
    lost: Direction


class Payer(BaseModel):
    source: str
    provider: str | None
    months: int | Literal["year_end"] | None
    monthly_idr: int | None


class PayerChange(BaseModel):
    old: Payer | None
    new: Payer | None
    witness: Witness


class FundingDifference(BaseModel):
    """Of people whom both cover."""

    relation: Relation
    relation_label: str
    anybody: bool
    changes: list[PayerChange]
    more: bool


class Item(BaseModel):
    id: str
    group: str | None
    article: str | None
    basis: Basis | None
    sources: list[str]
    text: str


class AspectChange(BaseModel):
    aspect: str
    label: str
    old: str | None
    new: str | None
    added: list[str]
    removed: list[str]


class StructureChange(BaseModel):
    change: Literal["added", "removed", "changed"]
    kind: str
    kind_label: str
    group: str | None
    name: str
    old: Item | None
    new: Item | None
    aspects: list[AspectChange]


class Assumption(BaseModel):
    side: Literal["old", "new", "both"]
    kind: str
    group: str | None
    id: str
    article: str | None
    text: str


class Difference(BaseModel):
    old: DifferenceSide
    new: DifferenceSide
    at_home: bool = Field(description="Two cities: each one's own people stand for each other")
    eligibility: Eligibility
    funding: FundingDifference
    structure: list[StructureChange]
    assumptions: list[Assumption]


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


class JobAccepted(BaseModel):
    """Where to ask for a job; whoever has the address has the results."""

    id: str
    kind: Literal["run", "impact", "examination"]
    status: Literal["queued", "running", "done", "failed"]
    url: str


class JobProgress(BaseModel):
    """`done` of `total` rows (or mutants of a policy) in this stage; a total may be an estimate, null is not known."""

    stage: Literal["reading", "deciding", "reporting", "examining", "mutating"]
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
    result: dict[str, Any] | None = Field(
        description="When done, as the command prints it: `perwal run --json`, the impact of `perwal diff --json`,"
        " or `perwal test --json`"
    )
    files: list[JobFile]
    faults: list[PolicyFault] = Field(description="Of the list: what keeps it from being used, or what was noticed")
    problem: Problem | None = Field(description="When failed, why")
    kept_until: str | None = Field(
        description="When the job and its files go; null: not ended", json_schema_extra={"format": "date-time"}
    )


class Health(BaseModel):
    status: Literal["ok"]


class Readiness(BaseModel):
    status: Literal["ready", "not_ready"]
    policies: int
    faults: int
    reloads: int
