"""One version of one city's regulation, as read from its file: frozen values, each with its ground and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from engine.language.condition import Condition
from engine.language.diagnostic import Place
from engine.language.ground import Ground
from engine.language.source import Node
from engine.language.vocabulary import Label

Status = Literal["in_force", "draft", "unverified"]
Completeness = Literal["closed", "open", "partial"]
Months = int | Literal["year_end"] | None
"""A number of months, up to the end of the budget year, or not regulated."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Another reading of a criterion; `condition` None means that the criterion is not there at all."""

    id: str
    text: str
    condition: Condition | None
    note: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Criterion:
    id: str
    article: str | None
    text: str
    condition: Condition
    ground: Ground
    at_registration: bool
    """Binds new registrations only, not people already paid for."""
    readings: tuple[Reading, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class FundingRule:
    article: str | None
    source: str
    provider: str | None
    condition: Condition
    months: Months
    status: Status | None
    ground: Ground
    place: Place


@dataclass(frozen=True, slots=True)
class Group:
    """People whom a regulation covers by the same criteria, segment and money."""

    id: str
    label: Label
    segment: str
    status: Status | None
    monthly_idr: int | None
    """Contribution in rupiah per month that the regulation itself states; None: the national tariff."""
    criteria: tuple[Criterion, ...]
    funding: tuple[FundingRule, ...]
    ground: Ground
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of the annex: closed, open by the regulation's own words, or known to us only in part."""

    id: str
    fact: str
    """The fact whose values it lists; for occupations a second one counts too."""
    completeness: Completeness
    count: int | None
    """How many entries the source says there are."""
    entries: tuple[str, ...]
    excluded: tuple[str, ...]
    article: str | None
    ground: Ground
    place: Place


@dataclass(frozen=True, slots=True)
class Effective:
    """Inclusive days; `since` None: start unknown, so never chosen by date. `known_until`: last day we know of."""

    since: date | None
    until: date | None
    known_until: date
    ground: Ground
    place: Place


@dataclass(frozen=True, slots=True)
class Quota:
    year: int
    amount: int
    meaning: Literal["total", "addition"]
    per: str | None
    weights: tuple[tuple[str, int], ...]
    method: str
    ground: Ground
    place: Place


@dataclass(frozen=True, slots=True)
class Priority:
    id: str
    condition: Condition
    ground: Ground
    place: Place


@dataclass(frozen=True, slots=True)
class DonorScheme:
    """Who may pay for others, and how: at least so many workers, for so many months."""

    source: str
    who: tuple[str, ...]
    nature: str
    at_least: int | None
    months: int | None
    repeats: bool | None
    """Whether the months may be given again; None: not regulated."""
    manner: str
    ground: Ground
    place: Place


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A statement of the sources that the file does not compute, and why."""

    statement: str
    reason: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    kind: str
    number: str | None
    year: int | None
    about: str


@dataclass(frozen=True, slots=True)
class Policy:
    id: str
    city: str
    title: Title
    binding: bool
    status: Status
    official_text: bool
    effective: Effective
    ground: Ground
    programs: tuple[str, ...]
    definitions: Mapping[str, Condition]
    defined_at: Mapping[str, Place]
    definition_grounds: Mapping[str, Ground]
    listings: Mapping[str, Listing]
    groups: tuple[Group, ...]
    quotas: tuple[Quota, ...]
    priorities: tuple[Priority, ...]
    transition: tuple[str, Ground] | None
    donors: tuple[DonorScheme, ...]
    uncounted: tuple[Uncounted, ...]
    content: str
    """The whole file as canonical JSON, for digests."""
    place: Place
    tree: Node = field(repr=False, compare=False)
    """The file as it was read."""
    what_if: tuple[str, ...] = ()
    """What was set otherwise than the file says; a policy with any is a proposal."""
