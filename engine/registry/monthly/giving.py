"""Third step of a month: money and places that are left, by the legal order of sources and within the quota."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.registry.allocation.allocate import NO_VILLAGE, Shortage, allocate, payable_months
from engine.registry.allocation.months import MONTHS, Masks
from engine.registry.allocation.places import free_places, moved
from engine.registry.monthly.work import FUNDED, STAYS, Entry, Work


def give(work: Work) -> None:
    """Gives what is left; then, if so ruled, again as long as places that nobody takes can be moved and are."""
    year = work.view.year
    paid = year.claims.paid.copy()
    holding = ~work.counted if work.quota is not None else np.zeros(work.view.size, np.bool_)
    for nik, mine in work.months.items():
        person = work.position.get(nik)
        if person is not None:
            holding[person] = True
            paid[person] |= sum(1 << (month - 1) for month in mine)
    free = None if work.quota is None else free_places(work.quota, work.held(), year.queue.codes)
    shortage: Shortage = year.budget["uang_kurang"]  # type: ignore[assignment]
    claims = replace(year.claims, paid=paid)
    while True:
        given = allocate(claims, year.tariffs.costs, work.offered, work.room, free, holding, shortage)
        for pot, months in given.by:
            _take(work, pot, months)
        if free is None or year.budget["sisa_kuota"] != "dibagi_ulang":
            return
        claims, holding = replace(claims, paid=given.months), given.place
        asking = (payable_months(claims) != 0) & ~holding & (claims.village != NO_VILLAGE)
        waiting = np.bincount(claims.village[asking], minlength=len(free))
        move = moved(free, waiting, year.queue.shares, year.queue.codes)
        if not move.any():
            return
        free = free + move


def _take(work: Work, pot: int, given: Masks) -> None:
    for person in np.flatnonzero(given).tolist():
        nik = work.nik(person)
        work.position[nik] = person
        mine = work.months.setdefault(nik, {})
        for month in range(work.number, MONTHS + 1):
            if given[person] >> (month - 1) & 1:
                mine[month] = (pot, work.view.monthly_idr(person, month))
        if work.number in mine and nik not in work.entries:
            work.entries[nik] = Entry(STAYS if nik in work.roster else FUNDED)
