"""Second step of a month: what a leaver was promised goes to the next in the same line, by the same pot."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.registry.allocation.allocate import NO_VILLAGE, Offer, Whole
from engine.registry.allocation.months import MONTHS
from engine.registry.monthly.work import REPLACES, Entry, Freed, Work


def replace(work: Work) -> None:
    """Hands on what was freed: line by line, in it pot by pot as the budget lists them, then by the leaver."""
    lines = _lines(work)
    held = work.held()
    start = _at_the_start(work)
    for freed in sorted(work.freed, key=lambda each: _in_turn(work, each)):
        village = work.number_of(freed.village)
        line = lines.get(village, [])
        full = (
            work.quota is not None
            and village != NO_VILLAGE
            and held[village] >= max(work.quota[village], start[village])
        )
        taker = next((person for person in line if _takes(work, person, freed, full)), None)
        if taker is None:
            work.unfilled.append(freed)
            continue
        if work.nik(taker) not in work.months and work.counted[taker]:
            held[village] += 1
        _hand_on(work, taker, freed)
        line.remove(taker)


def _in_turn(work: Work, freed: Freed) -> tuple[int, int, str]:
    return work.number_of(freed.village), freed.months.get(work.number, len(work.room)), freed.nik


def _lines(work: Work) -> dict[int, list[int]]:
    """The lines that somebody left: those who may be paid there and are not, in their order."""
    villages = {work.number_of(freed.village) for freed in work.freed} - {NO_VILLAGE}
    waiting = np.flatnonzero(work.may & np.isin(work.view.year.claims.village, sorted(villages)))
    found: dict[int, list[int]] = {village: [] for village in villages}
    for person in waiting.tolist():
        if work.number not in work.months.get(work.nik(person), {}):
            found[work.village(person)].append(person)
    return found


def _at_the_start(work: Work) -> Whole:
    """Places held by line when the month began."""
    found = np.zeros(len(work.view.year.queue.codes), np.int64)
    for nik in {*work.roster, *work.before}:
        person = work.position.get(nik)
        village = work.number_of(work.place(nik))
        if village != NO_VILLAGE and (person is None or work.counted[person]):
            found[village] += 1
    return found


def _takes(work: Work, person: int, freed: Freed, full: bool) -> bool:
    nik = work.nik(person)
    if nik == freed.nik or (full and nik not in work.months and work.counted[person]):
        return False
    return _offer(work, person, work.number, freed.months) is not None


def _offer(work: Work, person: int, month: int, pots: Mapping[int, int]) -> Offer | None:
    """The offer by which the pot of the freed month pays for the person."""
    pot, bit = pots.get(month), 1 << (month - 1)
    if pot is None or not work.view.may(person, month) or work.view.monthly_idr(person, month) > work.room[pot]:
        return None
    return next((o for o in work.offered if o.pot == pot and o.months[person] & bit and o.most[person] > 0), None)


def _hand_on(work: Work, person: int, freed: Freed) -> None:
    """The freed months in a row, as far as the person may be paid for them."""
    nik = work.nik(person)
    work.position[nik] = person
    mine = work.months.setdefault(nik, {})
    for month in range(work.number, MONTHS + 1):
        offer = _offer(work, person, month, freed.months)
        if month in mine or offer is None:
            break
        amount = work.view.monthly_idr(person, month)
        offer.most[person] -= 1
        work.room[offer.pot] -= amount
        mine[month] = (offer.pot, amount)
    work.entries[nik] = Entry(REPLACES, freed.nik)
