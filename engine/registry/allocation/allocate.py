"""Places and money given out to people in their order: the heart of a year's allocation, on arrays of whole numbers.

Every pass goes through one pot of money for one step of the legal order. A person gets the months that are wanted, may
still be paid and fit what the pot has left; what a pot leaves unpaid the next one may pay. Where later pots have paid a
month after which somebody may go on, or so much that what is left fits an earlier pot that passed somebody over, the
earlier ones are asked once more. A place of the quota is taken with the first month paid.
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
    """Number of the line in which the people of the village wait; -1 where the village is not known."""
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
    """Gives out `money` (rupiah left in each pot) and `places` (left in each line; None: no quota); both go down.

    `costs` is rupiah by tariff and mask of months. `holding` people have a place already. Nobody without a village
    takes a place.
    """
    paid = Paid(claims.paid.copy(), holding.copy(), [])
    asked = list(offers)
    while asked:
        before = paid.months.copy()
        short = [_give(claims, costs, offer, money, places, paid, shortage) for offer in asked]
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
    shortage: Shortage,
) -> bool:
    """Goes through the people once for one offer; whether its money did not reach for somebody."""
    given = np.zeros_like(paid.months)
    waiting = np.flatnonzero(offer.months & (claims.new | claims.going_on) & ~paid.months)
    short = False
    while len(waiting):
        payable = _payable(claims, paid.months, offer, waiting)
        wanted = _with_places(payable, paid.place[waiting], claims.village[waiting], places)
        asking = np.flatnonzero(wanted)
        whom, months = waiting[asking], wanted[asking]
        cost = costs[claims.tariff[whom], months]
        ends = np.cumsum(cost)
        reached = int(np.searchsorted(ends, money[offer.pot], side="right"))
        now = months.copy()
        now[reached:] = 0
        money[offer.pot] -= int(ends[reached - 1]) if reached else 0
        if reached < len(ends) and shortage == "sebagian":
            price = costs[claims.tariff[whom[reached]]]
            now[reached] = _reachable(price, int(months[reached]), money[offer.pot])
            money[offer.pot] -= int(price[now[reached]])
        _take(whom, now, paid, claims.village, places)
        given[whom] = now
        if reached == len(ends):
            break
        short = True
        if shortage != "lewati":
            break
        still = payable != 0
        still[asking[(now != 0) | (cost > money[offer.pot])]] = False
        waiting = waiting[still]
    offer.most[:] -= COUNT[given]
    paid.by.append((offer.pot, given))
    return short


def payable_months(claims: Claims) -> Masks:
    """Months that would be paid for each person if there were money and places for all."""
    found: Masks = claims.new & ~claims.paid
    chained = np.flatnonzero(claims.going_on & ~claims.new)
    found[chained] = _in_turn(claims, claims.paid, chained, np.uint16(ALL), np.uint8(MONTHS))
    return found


def _payable(claims: Claims, paid: Masks, offer: Offer, whom: Whole) -> Masks:
    """Months the pot would pay for these people: unpaid, and eligible anew or because the month before is paid."""
    new, most = claims.new[whom], offer.most[whom]
    found: Masks = FIRST[most, new & offer.months[whom] & ~paid[whom]]
    chained = np.flatnonzero(claims.going_on[whom] & ~new)
    some = whom[chained]
    found[chained] = _in_turn(claims, paid, some, offer.months[some], most[chained])
    return found


def _in_turn(claims: Claims, paid: Masks, whom: Whole, months: Masks | np.uint16, most: Small | np.uint8) -> Masks:
    """The same for people who are eligible in some months only if the month before is paid: month after month."""
    new, going_on, unpaid = claims.new[whom], claims.going_on[whom], ~paid[whom]
    found = np.zeros_like(new)
    earlier, left = claims.before[whom].astype(np.uint16), np.zeros_like(new, np.uint8) + most
    for month in range(MONTHS):
        eligible = ((new >> month) | ((going_on >> month) & earlier)) & 1
        takes = eligible & (months >> month) & (unpaid >> month) & (left > 0)
        found |= takes << np.uint16(month)
        left -= takes.astype(np.uint8)
        earlier = ((~unpaid | found) >> np.uint16(month)) & np.uint16(1)
    return found


def _unlocked(claims: Claims, paid: Masks) -> Masks:
    """Unpaid months in which people are eligible only now that the month before is paid."""
    return claims.going_on & ~claims.new & ~paid & (paid << np.uint16(1))


def _with_places(payable: Masks, place: Flags, village: Whole, places: Whole | None) -> Masks:
    """What is payable to those who hold a place, and to the first of the others while their line has places."""
    if places is None:
        return payable
    asks = np.flatnonzero((payable != 0) & ~place & (village != NO_VILLAGE))
    asks = asks[np.argsort(village[asks].astype(np.int16), kind="stable")]
    where = village[asks]
    ahead = np.arange(len(asks)) - np.searchsorted(where, np.arange(len(places)))[where]
    allowed = place.copy()
    allowed[asks] = ahead < places[where]
    return np.where(allowed, payable, np.uint16(0))


def _take(whom: Whole, now: Masks, paid: Paid, village: Whole, places: Whole | None) -> None:
    paid.months[whom] |= now
    if places is not None:
        takes = whom[(now != 0) & ~paid.place[whom]]
        places -= np.bincount(village[takes], minlength=len(places))
        paid.place[takes] = True


def _reachable(costs: Whole, wanted: int, money: int) -> int:
    """The first months of what is wanted that the money reaches for."""
    masks = [int(FIRST[number, wanted]) for number in range(int(COUNT[wanted]) + 1)]
    return max(mask for mask in masks if costs[mask] <= money)
