"""Everybody in the order in which they come, with the months they may be paid for and the pots that may pay."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from engine.decision.decide import Desk
from engine.decision.program import ONGOING
from engine.language.policy import Policy
from engine.registry.allocation.allocate import Offer
from engine.registry.allocation.budget import Budget
from engine.registry.allocation.granted import Granted
from engine.registry.allocation.months import Masks
from engine.registry.allocation.offers import offers
from engine.registry.allocation.year import Year, allocate_year
from engine.registry.columns import HELD
from engine.registry.monthly.dates import Month

Chosen = Callable[[date], Policy | None]


@dataclass(frozen=True, slots=True)
class Survey:
    """People of a registry on the first day of a month; positions are those of `year.people`, the line."""

    month: Month
    year: Year
    payable: Masks
    """Months from this one on in which the person may be paid for, if the month before is."""
    ongoing: Masks
    """Months that may be paid only if the month before is."""
    lawful: Mapping[int, Masks]
    """By the position of a pot in the budget, the months that it may pay for each person."""

    @property
    def size(self) -> int:
        return self.year.people.height

    def may(self, person: int, month: int) -> bool:
        """Whether the person may be paid for in that month (1 to 12), the month before being paid."""
        return bool(self.payable[person] >> (month - 1) & 1)

    def anew(self, person: int, month: int) -> bool:
        """Whether the person may be paid for in that month whether or not the month before is paid."""
        return self.may(person, month) and not self.ongoing[person] >> (month - 1) & 1

    def pays(self, pot: int, person: int, month: int) -> bool:
        return pot in self.lawful and bool(self.lawful[pot][person] >> (month - 1) & 1)

    def monthly_idr(self, person: int, month: int) -> int:
        """Rupiah of that month; 0 where no tariff is known."""
        return int(self.year.tariffs.monthly[self.year.claims.tariff[person], month - 1])

    def group_of(self, person: int) -> tuple[str, str] | None:
        """Group and segment that decide in this month; None where nobody's."""
        spans = self.year.spans
        if not spans or self.month.number not in spans[0].months:
            return None
        span = spans[0]
        number = int(span.same[person])
        if number < 0:
            row = np.searchsorted(span.changing, person)
            if row == len(span.changing) or span.changing[row] != person:
                return None
            number = int(span.by_month[row, span.months.index(self.month.number)])
        verdict = span.verdicts[number] if number >= 0 else None
        if verdict is None or verdict.group is None:
            return None
        group = span.policy.groups[verdict.group]
        return group.id, group.segment

    def offers(self, granted: Granted) -> list[Offer]:
        """What the pots may still pay, step by step of the legal order."""
        return offers(self.year.spans, self.year.budget, self.year.people, granted)


def survey(
    desk: Desk, registry: pl.DataFrame, roster: Sequence[str], budget: Budget, chosen: Chosen, month: Month
) -> Survey:
    """Asks the policy about everybody who is not held; those of last month's roster are paid for already.

    Where there is no roster yet, whom the registry calls paid for are. Raises Undecidable.
    """
    people = registry.filter(pl.col(HELD).is_null() & pl.col("nik").is_not_null())
    paid = pl.col("nik").is_in(list(roster))
    if roster or ONGOING not in people.columns:
        people = people.with_columns(pl.when(paid).then(pl.lit("ya")).otherwise(pl.lit("tidak")).alias(ONGOING))
    year = allocate_year(desk, people, budget, chosen, month.first, _places_of(roster, month))
    lawful: dict[int, Masks] = {}
    for offer in offers(year.spans, budget, year.people, None):
        lawful[offer.pot] = lawful.get(offer.pot, np.zeros_like(offer.months)) | offer.months
    claims = year.claims
    return Survey(month, year, claims.new | claims.going_on, claims.going_on & ~claims.new, lawful)


def _places_of(roster: Sequence[str], month: Month) -> Granted | None:
    """That the people of the roster are paid for up to now, so that a family's place is theirs."""
    if month.number == 1 or not roster:
        return None
    bit = 1 << (month.number - 2)
    months = pl.DataFrame(
        {"nik": list(roster), "mask": [bit] * len(roster)}, schema={"nik": pl.String, "mask": pl.Int64}
    )
    nothing = pl.DataFrame(schema={"nik": pl.String, "sumber_dana": pl.String, "penyedia": pl.String, "n": pl.UInt32})
    return Granted(months, {}, nothing)
