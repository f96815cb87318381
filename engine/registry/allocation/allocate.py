"""Places and money given out to people in their order: the heart of a year's allocation, on arrays of whole numbers.

Every pass goes through one pot of money for one step of the legal order. A person gets the months that are wanted, may
still be paid and fit what the pot has left; what a pot leaves unpaid the next one may pay. Where later pots have paid a
month after which somebody may go on, or so much that what is left fits an earlier pot that passed somebody over, the
earlier ones are asked once more. A place of the village's quota is taken with the first month paid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from engine.registry.allocation.months import ALL, COUNT, FIRST, MONTHS, Masks

Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Small = npt.NDArray[np.uint8]

Shortage = Literal["sebagian", "lewati", "berhenti"]
"""When the money left does not reach for all months of the next person: pay the months it does reach for and stop;
pass that person over and go on to those it reaches for; or stop."""
NO_VILLAGE = -1


@dataclass(frozen=True, slots=True)
class Claims:
    """What people may be paid, all arrays in the order of the people."""

    new: Masks
    """Months in which the person is eligible, whoever pays for them before."""
    going_on: Masks
    """Months in which the person is eligible if the month before was paid for."""
    paid: Masks
    """Months that are paid for already."""
    before: Flags
    """Whether the last month of the year before was paid for."""
    village: Whole
    """Number of the village; -1 where it is not known."""
    tariff: Whole
    """Row of the table of costs."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One pot at one step of the legal order."""

    pot: int
    months: Masks
    """Months that the pot may pay for each person: eligible for it, within its earmark and its time."""
    most: Small
    """How many months its rule may still pay for each person; goes down, and is shared by the offers of one rule."""


@dataclass(slots=True)
class Paid:
    """What has been given out; grows from offer to offer."""

    months: Masks
    """All months paid for each person, with those paid before."""
    place: Flags
    """Who holds a place of the quota."""
    by: list[tuple[int, Masks]]
    """Pot and months of each offer, in the order given."""


def allocate(
    claims: Claims,
    costs: Whole,
    offers: Sequence[Offer],
    money: list[int],
    places: Whole | None,
    holding: Flags,
    shortage: Shortage = "sebagian",
) -> Paid:
    """Gives out `money` (rupiah left in each pot) and `places` (left in each village; None: no quota); both go down.

    `costs` is rupiah by tariff and mask of months. `holding` people have a place already. Nobody without a village
    takes a place.
    """
    paid = Paid(claims.paid.copy(), holding.copy(), [])
    by_village = np.argsort(claims.village.astype(np.int16), kind="stable")
    asked = list(offers)
    while asked:
        before = paid.months.copy()
        short = [_give(claims, costs, offer, money, places, paid, by_village, shortage) for offer in asked]
        passed_over = shortage == "lewati" and any(short)
        if shortage != "lewati":
            asked = [offer for offer, stopped in zip(asked, short, strict=True) if not stopped]
        later = _unlocked(claims, paid.months)
        again = passed_over or any((later & offer.months)[offer.most > 0].any() for offer in asked)
        if not again or np.array_equal(before, paid.months):
            break
    return paid


def _give(
    claims: Claims,
    costs: Whole,
    offer: Offer,
    money: list[int],
    places: Whole | None,
    paid: Paid,
    by_village: Whole,
    shortage: Shortage,
) -> bool:
    """Goes through the people once for one offer; whether its money did not reach for somebody."""
    total = np.zeros_like(paid.months)
    passed_over = np.zeros(len(total), np.bool_)
    while True:
        payable = _payable(claims, paid.months, offer)
        payable[passed_over | (total != 0)] = 0
        wanted = _with_places(payable, paid.place, claims.village, places, by_village)
        cost = costs[claims.tariff, wanted]
        ends = np.cumsum(cost)
        reached = int(np.searchsorted(ends, money[offer.pot], side="right"))
        now = wanted.copy()
        now[reached:] = 0
        money[offer.pot] -= int(ends[reached - 1]) if reached else 0
        short = reached < len(ends)
        if short and shortage == "sebagian":
            now[reached] = _reachable(costs[claims.tariff[reached]], int(wanted[reached]), money[offer.pot])
            money[offer.pot] -= int(costs[claims.tariff[reached], now[reached]])
        _take(now, paid, claims.village, places)
        total |= now
        if not short or shortage != "lewati":
            break
        passed_over |= (wanted != 0) & (cost > money[offer.pot])
    offer.most[:] -= COUNT[total]
    paid.by.append((offer.pot, total))
    return short or bool(passed_over.any())


def payable_months(claims: Claims) -> Masks:
    """Months that would be paid for each person if there were money and places for all."""
    number = len(claims.new)
    everything = Offer(0, np.full(number, ALL, np.uint16), np.full(number, MONTHS, np.uint8))
    return _payable(claims, claims.paid, everything)


def _payable(claims: Claims, paid: Masks, offer: Offer) -> Masks:
    """Months the pot would pay: unpaid, and eligible anew or because the month before is paid."""
    found: Masks = FIRST[offer.most, claims.new & offer.months & ~paid]
    chained = np.flatnonzero(claims.going_on & ~claims.new)
    found[chained] = _in_turn(
        claims.new[chained],
        claims.going_on[chained],
        claims.before[chained],
        paid[chained],
        offer.months[chained],
        offer.most[chained],
    )
    return found


def _in_turn(new: Masks, going_on: Masks, before: Flags, paid: Masks, months: Masks, most: Small) -> Masks:
    """The same for people who are eligible in some months only if the month before is paid: month after month."""
    found = np.zeros_like(paid)
    earlier, left = before.astype(np.uint16), most.copy()
    for month in range(MONTHS):
        eligible = ((new >> month) | ((going_on >> month) & earlier)) & 1
        takes = eligible & (months >> month) & ~(paid >> month) & (left > 0)
        found |= takes << np.uint16(month)
        left -= takes.astype(np.uint8)
        earlier = ((paid | found) >> np.uint16(month)) & np.uint16(1)
    return found


def _unlocked(claims: Claims, paid: Masks) -> Masks:
    """Unpaid months in which people are eligible only now that the month before is paid."""
    return claims.going_on & ~claims.new & ~paid & (paid << np.uint16(1))


def _with_places(payable: Masks, place: Flags, village: Whole, places: Whole | None, by_village: Whole) -> Masks:
    """What is payable to those who hold a place, and to the first of the others while their village has places."""
    if places is None:
        return payable
    asks = (payable != 0) & ~place & (village != NO_VILLAGE)
    in_line = asks[by_village]
    count = np.cumsum(in_line)
    where = village[by_village]
    starts = np.searchsorted(where, np.arange(len(places)))
    ahead = np.concatenate(([0], count))[starts]
    rank = np.zeros(len(asks), np.int64)
    rank[by_village] = count - ahead[np.maximum(where, 0)]
    allowed = place | (asks & (rank <= places[np.maximum(village, 0)]))
    return np.where(allowed, payable, np.uint16(0))


def _take(now: Masks, paid: Paid, village: Whole, places: Whole | None) -> None:
    paid.months |= now
    if places is not None:
        takes = (now != 0) & ~paid.place
        places -= np.bincount(village[takes], minlength=len(places))
        paid.place |= takes


def _reachable(costs: Whole, wanted: int, money: int) -> int:
    """The first months of what is wanted that the money reaches for."""
    masks = [int(FIRST[number, wanted]) for number in range(int(COUNT[wanted]) + 1)]
    return max(mask for mask in masks if costs[mask] <= money)
