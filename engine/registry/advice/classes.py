"""People of an allocation put together who may be paid alike: the same months, pots, earmarks and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from engine.registry.allocation.allocate import NO_VILLAGE, Flags, Offer, payable_months
from engine.registry.allocation.budget import Earmark
from engine.registry.allocation.granted import Granted
from engine.registry.allocation.months import ALL, MONTHS
from engine.registry.allocation.offers import offers
from engine.registry.allocation.year import Year

EVERYBODY = Earmark(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Way:
    """One pot at one step of the legal order, as if it had no earmark and paid all year."""

    pot: int
    rule: int
    """Ways of one rule share its months."""


@dataclass(frozen=True, slots=True)
class Class:
    """Some people who may be paid alike."""

    people: int
    wanted: int
    """Mask of the months in which they can be paid."""
    got: int
    """Mask of the months paid by the allocation."""
    monthly: tuple[int, ...]
    """Rupiah of each month."""
    village: int
    """Whose places they still need; -1: none."""
    reach: tuple[int, ...]
    """By way, the months that it may pay by law."""
    most: tuple[int, ...]
    """By way, how many months its rule still has for each."""
    meant: tuple[bool, ...]
    """By pot, whether its earmark means them."""


def classes(year: Year, granted: Granted | None) -> tuple[tuple[Way, ...], tuple[Class, ...]]:
    """The ways of the year's pots and the classes of its people, those left out whom nobody may pay."""
    pots = year.budget.pots
    free = replace(year.budget, pots=tuple(replace(pot, earmark=EVERYBODY, months=ALL) for pot in pots))
    lawful = offers(year.spans, free, year.people, granted)
    rules: dict[int, int] = {}
    ways = tuple(Way(offer.pot, rules.setdefault(id(offer.most), len(rules))) for offer in lawful)
    got = year.paid.months & ~year.before
    wanted = payable_months(year.claims) | got
    needs_place = np.zeros(len(got), np.bool_) if year.queue.free is None else ~year.paid.place
    columns: dict[str, object] = {
        "wanted": wanted,
        "got": got,
        "tariff": year.claims.tariff,
        "village": np.where(needs_place, year.claims.village, NO_VILLAGE),
    }
    for number, offer in enumerate(lawful):
        columns[f"reach{number}"] = offer.months & wanted
        columns[f"most{number}"] = offer.most
    actual = offers(year.spans, year.budget, year.people, granted)
    for number in range(len(pots)):
        columns[f"meant{number}"] = _meant(number, pots[number].months, lawful, actual, len(got))
    frame = pl.DataFrame(columns).filter(pl.any_horizontal(pl.lit(False), *_reached(len(lawful))))
    names = list(columns)
    kinds = frame.group_by(names).len().sort(names)
    return ways, tuple(_class(row, year, len(ways)) for row in kinds.iter_rows(named=True))


def _reached(ways: int) -> list[pl.Expr]:
    return [pl.col(f"reach{number}") != 0 for number in range(ways)]


def _meant(pot: int, months: int, lawful: Sequence[Offer], actual: Sequence[Offer], people: int) -> Flags:
    """Whom the pot's earmark means, of those whom it might pay in its months; the others count as meant."""
    might, may = np.zeros(people, np.uint16), np.zeros(people, np.uint16)
    for offer in lawful:
        if offer.pot == pot:
            might |= offer.months
    for offer in actual:
        if offer.pot == pot:
            may |= offer.months
    meant: Flags = (may != 0) | ((might & np.uint16(months)) == 0)
    return meant


def _class(row: dict[str, int], year: Year, ways: int) -> Class:
    return Class(
        people=row["len"],
        wanted=row["wanted"],
        got=row["got"],
        monthly=tuple(year.tariffs.monthly[row["tariff"]].tolist()),
        village=row["village"],
        reach=tuple(row[f"reach{number}"] for number in range(ways)),
        most=tuple(row[f"most{number}"] for number in range(ways)),
        meant=tuple(bool(row[f"meant{number}"]) for number in range(len(year.budget.pots))),
    )


def months_in(mask: int) -> list[int]:
    return [month for month in range(MONTHS) if mask >> month & 1]
