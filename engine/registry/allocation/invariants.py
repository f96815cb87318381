"""What must hold of every allocation, checked on every run; one that does not hold is never written."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.registry.allocation.allocate import NO_VILLAGE
from engine.registry.allocation.months import COUNT
from engine.registry.allocation.year import Year


class BrokenInvariant(Exception):
    """An allocation that does not add up: a fault of the engine."""


def assert_sound(year: Year) -> None:
    """Raises BrokenInvariant with everything that does not hold."""
    broken = list(_broken(year))
    if broken:
        raise BrokenInvariant("; ".join(broken))


def _broken(year: Year) -> Iterator[str]:
    paid, claims = year.paid, year.claims
    costs = [int(year.tariffs.costs[claims.tariff, months].sum()) for _, months in paid.by]
    for number, pot in enumerate(year.budget.pots):
        spent = sum(cost for cost, (by, _) in zip(costs, paid.by, strict=True) if by == number)
        if year.left[number] < 0 or spent + year.left[number] != max(pot.received - year.committed[number], 0):
            yield f"{pot.id}: received is not committed, granted and left"
    months = np.zeros_like(paid.months)
    for _, given in paid.by:
        if (months & given).any() or (claims.paid & given).any():
            yield "a person's month is paid twice"
        months |= given
    if not np.array_equal(months | claims.paid, paid.months):
        yield "months paid are not the months given"
    if (months & ~(claims.new | claims.going_on)).any():
        yield "a month is paid in which the person is not eligible"
    if months[year.undetermined & (claims.new == 0)].any() or months[claims.village == NO_VILLAGE].any():
        yield "somebody undetermined or without a village is paid"
    unpaid = np.zeros_like(months)
    for reason, refused in year.unpaid.items():
        if (unpaid & refused).any():
            yield f"a month is unpaid for two reasons ({reason})"
        unpaid |= refused
    if not np.array_equal(unpaid, year.eligible & ~paid.months):
        yield "an unpaid month has no reason"
    yield from _places(year)


def _places(year: Year) -> Iterator[str]:
    queue = year.queue
    if queue.places is None or queue.free is None:
        return
    if queue.moved.sum() != 0:
        yield "places moved do not add up"
    granted = np.bincount(year.claims.village[year.paid.place & ~queue.holding], minlength=len(queue.codes))
    given = (COUNT[year.paid.months & ~year.claims.paid] > 0) & ~queue.holding
    if (given & ~year.paid.place).any():
        yield "somebody is paid without a place"
    if (queue.free < 0).any() or (granted + queue.free > np.maximum(queue.places - queue.taken, 0) + queue.moved).any():
        yield "places granted are more than the quota of a village"
    if granted.sum() + queue.free.sum() != max(queue.places.sum() - queue.taken.sum(), 0):
        yield "places granted and left are not those of the quota"
