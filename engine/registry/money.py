"""The money side of a run: budget and earlier grants read and fitted to the policy, a year allocated among a list."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from engine.decision.decide import Desk
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import Library
from engine.language.policy import Policy
from engine.language.regions import villages_of
from engine.registry.allocation.budget import Budget, fitting, read_budget
from engine.registry.allocation.granted import Granted, read_granted
from engine.registry.allocation.invariants import assert_sound
from engine.registry.allocation.places import unmeasured
from engine.registry.allocation.results import digest_of
from engine.registry.allocation.statement import grants
from engine.registry.allocation.year import Year, allocate_year
from engine.registry.columns import HELD
from engine.registry.taking import Taken, Unfit


@dataclass(frozen=True, slots=True)
class Money:
    """What a year's allocation needs beside the registry."""

    budget: Budget
    granted: Granted | None
    chosen: Callable[[date], Policy | None]
    """The version of a day."""
    named: bool
    """Whether one version, named, holds for all months."""
    digests: tuple[str, str | None]
    """Of the budget file, and of the file of months granted before."""


def read_money(
    library: Library,
    policy: Policy,
    day: date,
    budget: Path,
    granted: Path | None,
    faults: list[Diagnostic],
    *,
    named: bool,
) -> Money | None:
    """Budget and grants of their files; None where one cannot be used. `faults` grows in place. Raises OSError."""
    versions = [policy] if named else list(library.of_city(policy.city))
    found = fitting_budget(library, budget, versions, day.year, faults)
    if found is None:
        return None
    before = read_granted(granted, found.year, found.pots, faults) if granted else None
    if granted and before is None:
        return None
    digests = (_digest(budget.read_bytes()), _digest(granted.read_bytes()) if granted else None)

    def chosen(on: date) -> Policy | None:
        return policy if named else library.chosen(policy.city, on)

    return Money(found, before, chosen, named, digests)


def fitting_budget(
    library: Library, path: Path, policies: Sequence[Policy], year: int, faults: list[Diagnostic]
) -> Budget | None:
    """The budget of a file, held against the policies that are to use it; none given: all of the budget's own city.

    None where it cannot be read; `faults` grows in place. Raises OSError.
    """
    found, wrong = read_budget(path.read_bytes(), path, library.vocabulary)
    faults += wrong
    if found:
        using = policies or library.of_city(found.city)
        faults += fitting(found, using, using[0].city if using else found.city, year)
        faults += _unmeasured(library, using, found)
    return found


def _unmeasured(library: Library, policies: Sequence[Policy], budget: Budget) -> list[Diagnostic]:
    """What the budget does not tell of villages by which a quota of its year is shared; each once."""
    found: dict[str, Diagnostic] = {}
    for policy in policies:
        region = library.vocabulary.facts["kota"].words[policy.city].region
        codes = [code for code, _ in villages_of(region or "")]
        for quota in policy.quotas:
            for fault in unmeasured(quota, budget, codes) if quota.year == budget.year else ():
                found.setdefault(str(fault.values["weight"]), fault)
    return list(found.values())


def allocated(library: Library, money: Money, taken: Taken, start: date) -> Year:
    """The year's allocation among the rows that are not held; checked. Raises Unfit where the list has no NIK."""
    year = allocate_year(Desk(library), claiming(taken), money.budget, money.chosen, start, money.granted)
    assert_sound(year)
    return year


def claiming(taken: Taken) -> pl.DataFrame:
    """The rows of a list to whom money can be given. Raises Unfit where it has no NIK."""
    registry = pl.scan_parquet(taken.registry / "*.parquet")
    if "nik" not in registry.collect_schema():
        raise Unfit((Diagnostic("allocation-without-nik", Place(taken.path)),))
    return registry.filter(pl.col(HELD).is_null() & pl.col("nik").is_not_null()).collect()


def told(year: Year, money: Money) -> dict[str, Any]:
    """What a receipt says of the money: with it the allocation can be repeated and checked."""
    given = grants(year)
    return {
        "budget_digest": money.digests[0],
        "granted_digest": money.digests[1],
        "policy_named": money.named,
        "people_paid": given["nik"].n_unique(),
        "months_paid": given.height,
        "amount_idr": int(given["rupiah"].sum()),
        "grants_digest": digest_of(given),
    }


def _digest(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()
