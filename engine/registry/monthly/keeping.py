"""First step of a month: promises are kept for whoever may still be paid by that pot; all others are freed."""

from __future__ import annotations

from collections.abc import Mapping

from engine.registry.allocation.allocate import NO_VILLAGE
from engine.registry.allocation.granted import granted_of
from engine.registry.monthly import ledger as books
from engine.registry.monthly.reasons import ENDED, FULL, NOT_BY_POT, Reason
from engine.registry.monthly.work import STARTS, STAYS, TRANSITION, Entry, Freed, Months, Work


class OverCommitted(Exception):
    """A pot has received less than is paid and promised from it."""

    def __init__(self, pot: str, committed: int, received: int) -> None:
        super().__init__(pot)
        self.pot, self.committed, self.received = pot, committed, received


def keep(work: Work) -> None:
    """Keeps promises, and finds why somebody cannot be kept. Raises Undecidable and OverCommitted."""
    for nik in sorted({*work.before, *work.roster}):
        _keep(work, nik, work.before.get(nik, {}))
    if work.quota is not None:
        _move(work)
    ledger = books.together([work.paid, work.promised()])
    committed = books.spent(ledger)
    for pot in work.view.year.budget.pots:
        spent = committed.get(pot.id, 0)
        if spent > pot.received:
            raise OverCommitted(pot.id, spent, pot.received)
        work.room.append(pot.received - spent)
    work.offered = work.view.offers(granted_of(ledger, work.view.month.year))


def _keep(work: Work, nik: str, promised: Months) -> None:
    now = work.number
    if now not in promised and nik not in work.roster:
        _hold(work, nik, promised, STARTS)  # what is promised for later is looked at when it begins
        return
    refused = work.refused(nik)
    if refused is None:
        _keep_lawful(work, nik, promised)
    elif refused.code == TRANSITION:
        _hold(work, nik, promised, TRANSITION)
    else:
        work.reasons[nik] = refused
        if refused.open:
            _hold(work, nik, {month: of for month, of in promised.items() if month != now}, STARTS)
        elif now in promised:
            _free(work, nik, promised)


def _keep_lawful(work: Work, nik: str, promised: Months) -> None:
    """Keeps what the pots may pay for the person as things are."""
    now, view, person = work.number, work.view, work.position[nik]
    kept = {
        month: (pot, view.monthly_idr(person, month) or amount)
        for month, (pot, amount) in promised.items()
        if not view.may(person, month) or view.pays(pot, person, month)
    }
    _hold(work, nik, kept, STAYS if nik in work.roster else STARTS)
    if now not in kept:
        work.reasons[nik] = Reason(NOT_BY_POT if now in promised else ENDED)
    if now in promised and now not in kept:
        _free(work, nik, {month: of for month, of in promised.items() if month not in kept})


def _hold(work: Work, nik: str, kept: Months, why: str) -> None:
    if kept:
        work.months[nik] = kept
    if work.number in kept:
        work.entries[nik] = Entry(why)


def _free(work: Work, nik: str, promised: Mapping[int, tuple[int, int]]) -> None:
    work.freed.append(Freed(nik, work.place(nik), {month: pot for month, (pot, _) in sorted(promised.items())}))


def _move(work: Work) -> None:
    """Whoever moved within the city needs a free place where they live now; the one they held is free."""
    assert work.quota is not None
    held = work.held()
    movers = []
    for nik in work.months:
        person = work.position.get(nik)
        if person is None or not work.counted[person]:
            continue
        before, village = work.number_of(work.place(nik)), work.village(person)
        if NO_VILLAGE not in (before, village) and before != village:
            movers.append((person, nik, village))
            held[village] -= 1
    for _, nik, village in sorted(movers):
        if held[village] < work.quota[village]:
            held[village] += 1
            continue
        work.reasons[nik] = Reason(FULL, village=work.view.year.queue.codes[village])
        promised = work.months.pop(nik)
        if work.entries.pop(nik, None):
            _free(work, nik, promised)
