"""Two policies held against each other."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from api.service.models.decisions import Decision
from api.service.models.words import Basis, LegalEffect, Relation


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


class RelationColumn(BaseModel):
    """A city in the table; without a version where none is in force that day."""

    column: str
    city: str
    name: str
    policy: str | None
    on: str | None
    legal_effect: LegalEffect | None
    since: str | None
    until: str | None
    known_until: str | None
    standings: dict[str, int]
    versions: list[str]


class RelationPair(BaseModel):
    """What `new` is to `old`, each city's own people standing for each other; null: too large to say."""

    old: str
    new: str
    relation: Relation | None
    relation_label: str


class Relations(BaseModel):
    on: str | None
    columns: list[RelationColumn]
    relations: list[RelationPair]
