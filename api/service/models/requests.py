"""The bodies of requests."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Readings = list[Annotated[str, Field(max_length=128)]]
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
    reading: Readings | None = Field(
        None, max_length=20, description="A what-if: names of other readings of the policy; the answer is a proposal's"
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
    new: str | None = Field(
        None, max_length=128, description="Policy id; without it, the old one with `set` or `reading`"
    )
    on: str | None = Field(
        None,
        max_length=10,
        description="Day, YYYY-MM-DD; default: the last day known of each",
        json_schema_extra={"format": "date"},
    )
    set: Values | None = Field(None, max_length=20, description="Other values at paths of the new policy's file")
    reading: Readings | None = Field(None, max_length=20, description="Names of other readings of the new policy")


class ExaminationRequest(_Request):
    """A policy whose cases are run, and what they have shown is counted; with `mutate` also what they would miss."""

    policy: str = Field(max_length=128, description="Policy id, such as tegal/2023")
    mutate: bool = Field(False, description="Change one thing after another: would a case fail? Takes long")
    prove: bool = Field(False, description="Go on proving past the usual bounds, which are always tried. Takes long")
    missing: bool = Field(False, description="Write the cases that are missing, to be confirmed by a person")


class DraftRequest(_Request):
    """A city's first draft from another city's policy."""

    city: str = Field(
        max_length=64, description="The city to draft for, such as surakarta; kab_tegal for a regency of a city's name"
    )
    from_: str = Field(alias="from", max_length=128, description="Policy id to start from, such as tegal/2023")
    version: str | None = Field(
        None,
        max_length=40,
        pattern="^[a-z0-9]+(-[a-z0-9]+)*$",
        description="Name of the draft's version; default: the year of `on`, and -rancangan",
    )
    on: str | None = Field(
        None,
        max_length=10,
        description="Day as of which the draft is written, YYYY-MM-DD; default: today",
        json_schema_extra={"format": "date"},
    )
