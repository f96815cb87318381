"""What must hold of every month, checked on every one; a month that does not add up is never written."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import polars as pl

from engine.registry.allocation.allocate import Whole
from engine.registry.allocation.invariants import BrokenInvariant
from engine.registry.allocation.year import Queue
from engine.registry.monthly import ledger as books
from engine.registry.monthly.month import Turn


def assert_sound(turn: Turn) -> None:
    """Raises BrokenInvariant with everything that does not hold."""
    broken = list(_broken(turn))
    if broken:
        raise BrokenInvariant("; ".join(broken))


def _broken(turn: Turn) -> Iterator[str]:
    month, ledger = turn.month, turn.ledger
    now, before = set(turn.roster["nik"]), set(turn.last.roster["nik"])
    if len(now) != turn.roster.height:
        yield "somebody is on the roster twice"
    if now != (before - set(turn.left)) | (now - before) or set(turn.left) & now or set(turn.left) - before:
        yield "the roster is not last month's without those who left and with those who joined"
    if ledger.select("nik", "bulan").is_duplicated().any():
        yield "a person's month is paid twice"
    if not books.before(ledger, month).equals(books.before(books.of_year(turn.last.ledger, month.year), month)):
        yield "a month that is over has changed"
    this = ledger.filter(pl.col("bulan") == str(month)).select("nik", "uang", "rupiah")
    if not this.sort("nik").equals(turn.roster.select("nik", "uang", "rupiah").sort("nik")):
        yield "the roster and the ledger differ"
    received = {pot.id: pot.received for pot in turn.budget.pots}
    for pot, spent in sorted(books.spent(ledger).items()):
        if spent > received.get(pot, 0):
            yield f"{pot}: more is paid and promised than was received"
    yield from _places(turn)


def _places(turn: Turn) -> Iterator[str]:
    """No line has more people than its quota, unless it had them when the month began."""
    queue = turn.view.year.queue
    if queue.places is None or turn.view.year.budget["arti_kuota"] == "tambahan":
        return
    counts, earlier = _by_line(turn.roster, queue), _by_line(turn.last.roster, queue)
    promised = np.maximum(earlier, queue.places)
    if turn.budget["sisa_kuota"] == "dibagi_ulang":
        if counts.sum() > max(int(queue.places.sum()), int(earlier.sum())):
            yield "more people are paid than the quota has places"
    elif (counts > promised).any() and not _begun_by_promise(turn):
        yield "a village has more people than places"


def _by_line(roster: pl.DataFrame, queue: Queue) -> Whole:
    numbers = [queue.line_of[code] for code in roster["kelurahan"] if code in queue.line_of]
    return np.bincount(np.array(numbers, np.int64), minlength=len(queue.codes))


def _begun_by_promise(turn: Turn) -> bool:
    """Whether somebody's promise begins this month: a run with moved places may have made it."""
    return any(entry.why == "janji" for entry in turn.entries.values())
