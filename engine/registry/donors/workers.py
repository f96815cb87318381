"""The workers whom donors may pay for: eligible by the policy, in the order of the allocation, month by month."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import polars as pl

from engine.decision.decide import Desk
from engine.language.policy import Policy
from engine.registry.allocation.allocate import Claims, Flags, Offer, Small, Whole, allocate, payable_months
from engine.registry.allocation.budget import CHOICES, Budget
from engine.registry.allocation.granted import Granted
from engine.registry.allocation.months import MONTHS, Masks
from engine.registry.allocation.year import Year, allocate_year
from engine.registry.columns import HELD
from engine.registry.donors.numbers import digits

ENDLESS = 2**62
"""Rupiah enough for everybody: what a donor gives is not bounded by a pot."""


@dataclass(slots=True)
class Workers:
    """People with a month that a donor may pay; arrays and frame are in the order of the allocation."""

    people: pl.DataFrame
    """Rows of the registry with `urutan`, the place in the line of the whole city, from 1."""
    claims: Claims
    most: Small
    """How many months donors may still pay for each."""
    monthly: Whole
    """Rupiah of each month, by row of `claims.tariff`."""
    named: Mapping[str, tuple[int, ...]]
    """Rows of the workers who name a donor, by the donor's number."""
    row_of: Mapping[str, int]
    """By NIK."""
    _payable: dict[int, Masks] = field(default_factory=dict)

    def payable(self, months: int) -> Masks:
        """What each would be paid by a donor who gives these months (a mask)."""
        found = self._payable.get(months)
        if found is None:
            offer = Offer(0, np.full(len(self.most), months, np.uint16), self.most.copy())
            nobody = np.zeros(len(self.most), np.bool_)
            nothing = np.zeros((len(self.monthly), 1 << MONTHS), np.int64)
            paid = allocate(self.claims, nothing, [offer], [ENDLESS], None, nobody)
            found = self._payable[months] = paid.months & ~self.claims.paid
        return found

    def cost(self, row: int, months: int) -> int:
        """Rupiah of the months (a mask) of a worker."""
        monthly = self.monthly[self.claims.tariff[row]]
        return int(sum(monthly[month] for month in range(MONTHS) if months >> month & 1))


@dataclass(frozen=True, slots=True)
class Candidates:
    """All people of the registry as donors may ask about them."""

    workers: Workers
    reasons: Mapping[str, str]
    """Why people who are named by donors get none (codes of `messages.donors.REFUSED`), by NIK."""
    undetermined: pl.DataFrame
    """People who may turn out to be eligible and name a donor."""


def pledged(policy: Policy, source: str) -> Policy:
    """The policy as it works on recorded pledges: a funding rule of donors that is only proposed pays all the same,
    for it takes nothing but what is given freely."""
    groups = tuple(
        replace(
            group,
            funding=tuple(
                replace(rule, status=None) if rule.source == source and rule.status == "draft" else rule
                for rule in group.funding
            ),
        )
        for group in policy.groups
    )
    return policy if groups == policy.groups else replace(policy, groups=groups, content=policy.content + "#donatur")


def candidates(
    desk: Desk,
    registry: pl.DataFrame,
    city: str,
    source: str,
    most: int | None,
    chosen: Callable[[date], Policy | None],
    start: date,
    seed: str,
    granted: Granted | None,
    asked: frozenset[str],
) -> Candidates:
    """The workers of a registry for donors of a source, from `start` to the end of its year.

    `most` is how many months donors may pay for one worker (None: no bound), `asked` the NIK that donors name.
    Raises Undecidable.
    """
    made: dict[str, Policy] = {}

    def on(day: date) -> Policy | None:
        policy = chosen(day)
        return made.setdefault(policy.id, pledged(policy, source)) if policy else None

    free = registry.filter(pl.col(HELD).is_null() & pl.col("nik").is_not_null())
    budget = Budget(
        city, start.year, seed, (), {}, {name: choices[0] for name, choices in CHOICES.items()}, frozenset(CHOICES), ""
    )
    year = allocate_year(desk, free, budget, on, start, granted)
    lawful = np.zeros(year.people.height, np.uint16)
    for span in year.spans:
        lawful |= span.spread([any(rule.source == source for rule in span.rules(each)) for each in span.verdicts])
    left = np.full(year.people.height, min(most or MONTHS, MONTHS), np.uint8)
    if granted and most:
        left -= np.minimum(left, granted.by_source(year.people["nik"], source, None))
    claims = replace(year.claims, new=year.claims.new & lawful, going_on=year.claims.going_on & lawful)
    rows = np.flatnonzero((payable_months(claims) != 0) & (left > 0))
    return Candidates(
        _workers(year, claims, left, rows),
        _reasons(registry, year, left, rows, asked),
        _undetermined(year, rows),
    )


def _workers(year: Year, claims: Claims, left: Small, rows: Whole) -> Workers:
    people = year.people[rows].with_columns(
        pl.Series("urutan", np.arange(1, len(rows) + 1)),
        donor_named(year.people)[rows].alias("nip_donatur"),
    )
    named: dict[str, list[int]] = {}
    for row, number in enumerate(people["nip_donatur"]):
        if number:
            named.setdefault(number, []).append(row)
    return Workers(
        people=people,
        claims=Claims(
            claims.new[rows],
            claims.going_on[rows],
            claims.paid[rows],
            claims.before[rows],
            claims.village[rows],
            claims.tariff[rows],
        ),
        most=left[rows],
        monthly=year.tariffs.monthly,
        named={number: tuple(mine) for number, mine in named.items()},
        row_of={nik: row for row, nik in enumerate(people["nik"])},
    )


def donor_named(people: pl.DataFrame) -> pl.Series:
    """The number of the donor whom each person names, without blanks and dots; null where none is named."""
    if "nip_donatur" not in people.columns:
        return pl.Series("nip_donatur", [None] * people.height, dtype=pl.String)
    texts = people["nip_donatur"]
    distinct = texts.unique().drop_nulls()
    plain = [digits(text) or None for text in distinct]
    return texts.replace_strict(distinct, pl.Series(plain, dtype=pl.String), default=None, return_dtype=pl.String)


def _reasons(registry: pl.DataFrame, year: Year, left: Small, rows: Whole, asked: frozenset[str]) -> dict[str, str]:
    """Why those who are named have no month that a donor may pay."""
    found = dict.fromkeys(asked, "not_listed")
    held = registry.filter(pl.col(HELD).is_not_null() & pl.col("nik").is_in(list(asked)))["nik"]
    found.update(dict.fromkeys(held, "held"))
    ours = set(rows.tolist())
    mine = year.people.select("nik").with_row_index("row").filter(pl.col("nik").is_in(list(asked)))
    for row, nik in mine.iter_rows():
        found[nik] = _reason(year, row, int(left[row]))
        if row in ours:
            del found[nik]
    return found


def _reason(year: Year, row: int, left: int) -> str:
    if year.undetermined[row]:
        return "undetermined"
    if not year.eligible[row]:
        return "paid" if year.before[row] else "ineligible"
    if year.unpaid["no_village"][row]:
        return "no_village"
    return "other_source" if left else "months_used"


def _undetermined(year: Year, rows: Whole) -> pl.DataFrame:
    named = donor_named(year.people)
    open_: Flags = year.undetermined.copy()
    open_[rows] = False
    people = year.people.with_columns(named.alias("nip_donatur"))
    return people.filter(pl.Series(open_) & named.is_not_null())
