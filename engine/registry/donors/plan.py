"""A year's plan of donors: who pays for whom in which months, from a list of donors and a registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import polars as pl

from engine.decision.decide import Desk
from engine.language.policy import DonorScheme, Policy
from engine.registry.allocation.granted import Granted
from engine.registry.allocation.months import ALL, MONTHS, mask_of
from engine.registry.donors.donor import Donor, promise, refusal, workers_offered
from engine.registry.donors.matching import Matching, Offering, in_line, match
from engine.registry.donors.reading import Listed, Rejected
from engine.registry.donors.workers import Candidates, candidates


@dataclass(frozen=True, slots=True)
class Asked:
    """What a plan is asked."""

    policy: Policy
    """The version at the start, which says who may be a donor and for how long."""
    scheme: DonorScheme
    chosen: Callable[[date], Policy | None]
    """The version of a day."""
    start: date
    """The plan goes on to the end of its year."""
    month: int | None
    """The month (1 to 12) whose deductions are asked for; None: all from the start."""
    seed: str
    only_own: bool
    as_of: date
    """The day from which the ends of donors' months are counted."""
    pot: str
    """What the budget calls the donors' money."""

    @property
    def months(self) -> int:
        """Mask of the months planned."""
        return mask_of(self.start.month, MONTHS)

    @property
    def due(self) -> int:
        """Mask of the months that are to be deducted now."""
        return mask_of(self.month, self.month) if self.month else ALL


@dataclass(frozen=True, slots=True)
class Plan:
    asked: Asked
    listed: Listed
    candidates: Candidates
    matching: Matching
    idle: tuple[tuple[Donor | Rejected, str], ...]
    """Donors from whom nothing is taken, and why (codes of `messages.donors.IDLE`)."""
    granted: bool
    """Whether months granted before were left out."""


def plan(
    desk: Desk,
    registry: pl.DataFrame,
    listed: Listed,
    asked: Asked,
    granted: Granted | None = None,
    before: frozenset[tuple[str, str]] = frozenset(),
) -> Plan:
    """Matches the donors with the workers of a registry. Raises Undecidable."""
    offerings: list[Offering] = []
    idle: list[tuple[Donor | Rejected, str]] = [(one, one.reason) for one in listed.rejected]
    for donor in listed.donors:
        why = refusal(donor, asked.scheme)
        if why is None:
            given = promise(donor, asked.scheme, asked.start.year)
            if given.months & asked.months:
                offerings.append(Offering(donor, given, workers_offered(donor, asked.scheme)))
                continue
            why = "months_over"
        idle.append((donor, why))
    named = frozenset(nik for donor in listed.donors for nik in donor.chosen)
    found = candidates(
        desk,
        registry,
        asked.policy.city,
        asked.scheme.source,
        asked.scheme.months,
        asked.chosen,
        asked.start,
        asked.seed,
        granted,
        named,
    )
    matching = match(in_line(offerings, asked.seed), found.workers, found.reasons, before, asked.only_own)
    return Plan(asked, listed, found, matching, tuple(idle), granted is not None)
