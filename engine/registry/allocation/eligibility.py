"""Who is eligible in which months of a year, by the version and the age of each month, and which rules would pay.

Between two days of one program only a person's age changes, and in a year it changes once: so everybody is decided on
the first and the last day, and only those whose verdict differs on the days between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

from engine.decision.decide import Desk
from engine.decision.program import ONGOING
from engine.decision.verdict import Decider, Verdict
from engine.language.policy import FundingRule, Policy
from engine.registry.allocation.months import MONTHS, Masks, mask_of
from engine.registry.deciding import Ledger

Numbers = npt.NDArray[np.int32]
FORMS = ("tidak", "ya")
"""Everybody is decided as a new participant, and as one who is paid for already."""
NOBODY = -1
"""Number of the verdict of somebody who is not eligible that month."""


@dataclass(frozen=True, slots=True)
class Period:
    """Months of one year that one program decides, and what it says of each person."""

    policy: Policy
    months: tuple[int, ...]
    """Counted from 1."""
    verdicts: tuple[Verdict, ...]
    same: Numbers
    """The verdict of each person in all these months; -1 for those not eligible, or for whom it changes."""
    changing: npt.NDArray[np.int64]
    """Positions of the people for whom it changes."""
    by_month: Numbers
    """Their verdicts, a column a month."""
    new: Masks
    going_on: Masks
    undetermined: npt.NDArray[np.bool_]
    """Who may turn out to be eligible in the first of the months."""

    def spread(self, true_of: Sequence[bool]) -> Masks:
        """The months in which it is true of each person's verdict."""
        table = np.array([*true_of, False], np.bool_)
        found = np.where(table[self.same], np.uint16(mask_of(self.months[0], self.months[-1])), np.uint16(0))
        for column, month in enumerate(self.months):
            found[self.changing] |= table[self.by_month[:, column]].astype(np.uint16) << np.uint16(month - 1)
        return found

    def rules(self, verdict: Verdict) -> list[FundingRule]:
        """The funding rules that pay for people of the verdict, in legal order."""
        return [self.policy.groups[group].funding[rule] for group, rule, result in verdict.funding if result == "met"]


def periods(desk: Desk, people: pl.DataFrame, chosen: Callable[[date], Policy | None], start: date) -> Iterator[Period]:
    """The rest of the year from `start`; `chosen` gives the version of a day. Months without one are left out.

    The first month is decided on `start`, the others on their first day. Raises Undecidable.
    """
    days = [start, *(date(start.year, month, 1) for month in range(start.month + 1, MONTHS + 1))]
    run: list[date] = []
    last: tuple[Policy, Decider] | None = None
    for day in days:
        policy = chosen(day)
        now = (policy, desk.decider(policy, day)) if policy else None
        if run and last and (now is None or now[0] is not last[0] or now[1] is not last[1]):
            yield _period(desk, people, *last, run)
            run = []
        last = now
        run = [*run, day] if now else []
    if run and last:
        yield _period(desk, people, *last, run)


def _period(desk: Desk, people: pl.DataFrame, policy: Policy, decider: Decider, days: list[date]) -> Period:
    ledger = Ledger(decider, desk.library.vocabulary, days[0])
    first, last = (_decided(ledger, people, day) for day in (days[0], days[-1]))
    changing = np.flatnonzero((first != last).any(axis=0))
    some = people[changing]
    between = [_decided(ledger, some, day) for day in days[1:-1]]
    by_day = [first[:, changing], *between, last[:, changing]][: len(days)]
    eligible = np.array([verdict.outcome == "eligible" for verdict in ledger.verdicts] + [False], np.bool_)
    same = _whichever(first[0], first[1], eligible)
    same[changing] = NOBODY
    columns = [_whichever(new, on, eligible) for new, on in by_day]
    months = tuple(day.month for day in days)
    whole = np.uint16(mask_of(months[0], months[-1]))
    masks: list[Masks] = []
    for form in range(len(FORMS)):
        found = np.where(eligible[first[form]], whole, np.uint16(0))
        found[changing] = 0
        for month, numbers in zip(months, by_day, strict=True):
            found[changing] |= eligible[numbers[form]].astype(np.uint16) << np.uint16(month - 1)
        masks.append(found)
    by_month = np.stack(columns, axis=1) if len(changing) else np.zeros((0, len(days)), np.int32)
    open_ = np.array([verdict.outcome == "undetermined" for verdict in ledger.verdicts] + [False], np.bool_)
    return Period(
        policy, months, ledger.verdicts, same, changing, by_month, masks[0], masks[1] | masks[0], open_[first[0]]
    )


def _decided(ledger: Ledger, people: pl.DataFrame, day: date) -> Numbers:
    """A row of verdicts for each of `FORMS`."""
    twice = pl.concat([people.with_columns(pl.lit(word).alias(ONGOING)) for word in FORMS])
    return ledger.decide(twice, day).to_numpy().reshape(len(FORMS), people.height)


def _whichever(new: Numbers, going_on: Numbers, eligible: npt.NDArray[np.bool_]) -> Numbers:
    """The verdict as a new participant if eligible so, else as one going on, else nobody's."""
    found = np.where(eligible[new], new, np.where(eligible[going_on], going_on, np.int32(NOBODY)))
    return found.astype(np.int32)
