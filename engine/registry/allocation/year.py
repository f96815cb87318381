"""A year's allocation: people in their order, places by quota, money by the legal order of sources, month by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

import numpy as np
import polars as pl

from engine.decision.decide import Desk
from engine.decision.program import ONGOING
from engine.language.policy import Policy, Quota
from engine.registry.allocation.allocate import (
    NO_VILLAGE,
    Claims,
    Flags,
    Offer,
    Paid,
    Shortage,
    Whole,
    allocate,
    payable_months,
)
from engine.registry.allocation.budget import Budget
from engine.registry.allocation.eligibility import Period, periods
from engine.registry.allocation.granted import Granted
from engine.registry.allocation.months import ALL, Masks, mask_of
from engine.registry.allocation.offers import lawful, offers
from engine.registry.allocation.order import LAST, order
from engine.registry.allocation.places import as_the_quota_says, free_places, lines, moved, quotas, weights
from engine.registry.allocation.priorities import priorities
from engine.registry.allocation.tariffs import Tariffs

FIRST_IN_LINE, ONE_A_FAMILY = "didahulukan", "ya"


@dataclass(slots=True)
class Queue:
    """Places of the lines while they are given out."""

    codes: tuple[str, ...]
    """What each line is for: a village of the city, or the whole city; `Claims.village` counts them from 0."""
    line_of: Mapping[str, int]
    """Number of the line by the code of a village of the city."""
    places: Whole | None
    """The quota of each line; None: none that year."""
    taken: Whole
    """Places of the quota that were taken before."""
    free: Whole | None
    """What is left of it."""
    moved: Whole
    """Places that came from other lines, or (below zero) went to them."""
    holding: Flags
    """Who has a place from before."""
    shares: Mapping[str, Fraction]
    """Weight of each line in the quota."""


@dataclass(frozen=True, slots=True)
class Year:
    """An allocation; arrays are in the order in which people come."""

    budget: Budget
    start: date
    policies: tuple[Policy, ...]
    """The versions of the months, the first of them first."""
    quota: Quota | None
    people: pl.DataFrame
    claims: Claims
    tariffs: Tariffs
    paid: Paid
    undetermined: Flags
    """People who may turn out to be eligible in the first month."""
    eligible: Masks
    """Months in which the person would be paid if nothing but eligibility counted."""
    unpaid: Mapping[str, Masks]
    """Eligible months that nobody pays, by reason (codes of `messages.money.UNPAID`), each month under one reason."""
    rank: Whole
    """Place in the own line, from 1, of those who claim a month; 0 for others."""
    queue: Queue
    committed: tuple[int, ...]
    """Rupiah of each pot that earlier runs granted."""
    left: tuple[int, ...]
    """Rupiah of each pot that is left."""
    spans: tuple[Period, ...]
    """Who is eligible in which months, period by period."""

    @property
    def before(self) -> Masks:
        """Months granted by earlier runs."""
        return self.claims.paid

    @property
    def by_village(self) -> bool:
        """Whether every village has a line of its own; else the city has one."""
        return self.quota is None or self.quota.per is not None


def allocate_year(
    desk: Desk,
    people: pl.DataFrame,
    budget: Budget,
    chosen: Callable[[date], Policy | None],
    start: date,
    granted: Granted | None = None,
) -> Year:
    """Allocates the rest of the budget's year from `start`.

    `people` are rows of a registry that are not held and have a NIK, each NIK once; `chosen` gives the version of a
    day. Nobody is paid on an undetermined decision or without a village. Raises Undecidable.
    """
    going = _going_on(people)
    before = granted.months_of(people["nik"]) if granted else np.zeros(people.height, np.uint16)
    line = _line(desk, people, budget, chosen, start, going | (before != 0))
    people, going, before = people.rechunk()[line], going[line], before[line]
    spans = list(periods(desk, people, chosen, start))
    policies = tuple({span.policy.id: span.policy for span in spans}.values())
    tariffs = Tariffs(desk.library.national, spans, budget.year, people.height)
    quota = next((quota for policy in policies for quota in policy.quotas if quota.year == budget.year), None)
    waiting_in = lines(quota, desk.library.vocabulary.facts["kota"].words[budget.city].region or "")
    codes = tuple(dict.fromkeys(waiting_in.values()))
    line_of = {code: codes.index(name) for code, name in waiting_in.items()}
    village = _villages(people, line_of)
    new, going_on = _eligible(spans, going, start, people.height)
    claims = Claims(new, going_on, before, np.zeros(people.height, np.bool_), village, tariffs.of)
    eligible = payable_months(claims)
    first_in_line = budget["penerima_berjalan"] == FIRST_IN_LINE
    holding = (village != NO_VILLAGE) & ((before != 0) | (going & first_in_line & (eligible != 0)))
    open_group = _all(spans, lambda span: span.spread([verdict.group is None for verdict in span.verdicts]), eligible)
    barred = {
        "group_open": eligible & open_group,
        "no_tariff": eligible & ~tariffs.modelled & ~open_group,
        "no_village": np.where(village == NO_VILLAGE, eligible & tariffs.modelled, np.uint16(0)),
    }
    claims = _without(claims, barred.values())
    if budget["satu_per_keluarga"] == ONE_A_FAMILY:
        barred["family"] = _family(people, payable_months(claims), holding)
        claims = _without(claims, barred.values())
    budget = as_the_quota_says(budget, quota) if quota else budget
    places = quotas(quota, budget, codes) if quota else None
    on_top = budget["arti_kuota"] == "tambahan"
    takers = (before != 0) & ~going if on_top else holding
    taken = np.bincount(village[takers & (village != NO_VILLAGE)], minlength=len(codes))
    free = free_places(places, taken, codes) if places is not None else None
    shares = weights(quota, budget, codes) if quota else {}
    queue = Queue(codes, line_of, places, taken, free, np.zeros(len(codes), np.int64), holding, shares)
    committed = tuple(granted.committed(pot.id) if granted else 0 for pot in budget.pots)
    money = [max(pot.received - spent, 0) for pot, spent in zip(budget.pots, committed, strict=True)]
    offered = offers(spans, budget, people, granted)
    paid = _give(claims, tariffs, offered, money, queue, budget)
    return Year(
        budget=budget,
        start=start,
        policies=policies,
        quota=quota,
        people=people,
        claims=claims,
        tariffs=tariffs,
        paid=paid,
        undetermined=_undetermined(spans, start, people.height),
        eligible=eligible,
        unpaid=_reasons(barred, eligible, claims, paid, offered, lawful(spans, people.height), queue.free),
        rank=_ranks(claims),
        queue=queue,
        committed=committed,
        left=tuple(money),
        spans=tuple(spans),
    )


def _give(
    claims: Claims,
    tariffs: Tariffs,
    offered: Sequence[Offer],
    money: list[int],
    queue: Queue,
    budget: Budget,
) -> Paid:
    """Once through all offers; then, if so ruled, again as long as places that nobody took can be moved and are."""
    shortage: Shortage = budget["uang_kurang"]  # type: ignore[assignment]
    paid = allocate(claims, tariffs.costs, offered, money, queue.free, queue.holding, shortage)
    while queue.free is not None and budget["sisa_kuota"] == "dibagi_ulang":
        later = replace(claims, paid=paid.months)
        asking = (payable_months(later) != 0) & ~paid.place & (claims.village != NO_VILLAGE)
        waiting = np.bincount(claims.village[asking], minlength=len(queue.codes))
        move = moved(queue.free, waiting, queue.shares, queue.codes)
        if not move.any():
            break
        queue.free += move
        more = allocate(later, tariffs.costs, offered, money, queue.free, paid.place, shortage)
        if not any(given.any() for _, given in more.by):
            queue.free -= move
            break
        queue.moved += move
        paid = Paid(more.months, more.place, [*paid.by, *more.by])
    return paid


def _line(
    desk: Desk,
    people: pl.DataFrame,
    budget: Budget,
    chosen: Callable[[date], Policy | None],
    start: date,
    going: Flags,
) -> Whole:
    """Positions of the people in the order in which they come; those paid for now first, if so ruled."""
    ranks = [np.where(going, 0, 2).astype(np.int8)] if budget["penerima_berjalan"] == FIRST_IN_LINE else []
    policy = chosen(start)
    if policy:
        ranks += priorities(desk, people, policy, start)
    return order(ranks, _registered(people), people["nik"].cast(pl.Int64).to_numpy(), budget.seed)


def _registered(people: pl.DataFrame) -> Whole:
    """Seconds of the time of registration; whoever has none comes after all who do."""
    if "waktu_daftar" not in people.columns:
        return np.full(people.height, LAST)
    written = pl.col("waktu_daftar").str
    day = written.slice(0, 10).str.to_date("%Y-%m-%d", strict=False).cast(pl.Int64)
    clock = [written.slice(start, 2).cast(pl.Int64, strict=False).fill_null(0) for start in (11, 14, 17)]
    seconds = (day * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]).fill_null(LAST)
    return people.lazy().select(seconds).collect(engine="streaming").to_series().to_numpy()


def _going_on(people: pl.DataFrame) -> Flags:
    if ONGOING not in people.columns:
        return np.zeros(people.height, np.bool_)
    column = people[ONGOING]
    said = column if column.dtype == pl.Boolean else column == "ya"
    return said.fill_null(False).to_numpy()


def _villages(people: pl.DataFrame, line_of: Mapping[str, int]) -> Whole:
    """Number of the line of each person's village."""
    if "kelurahan" not in people.columns:
        return np.full(people.height, NO_VILLAGE)
    names = pl.DataFrame(
        {"kelurahan": list(line_of), "nomor": list(line_of.values())},
        schema={"kelurahan": pl.String, "nomor": pl.Int64},
    )
    found = people.select("kelurahan").join(names, on="kelurahan", how="left", maintain_order="left")
    return found["nomor"].fill_null(NO_VILLAGE).to_numpy()


def _eligible(spans: Sequence[Period], going: Flags, start: date, people: int) -> tuple[Masks, Masks]:
    """Months as a new participant and as one going on; whoever is paid for now goes on in the first month."""
    nothing = np.zeros(people, np.uint16)
    new, going_on = _all(spans, lambda span: span.new, nothing), _all(spans, lambda span: span.going_on, nothing)
    new |= np.where(going, going_on & np.uint16(mask_of(start.month, start.month)), np.uint16(0))
    return new, going_on


def _all(spans: Sequence[Period], ask: Callable[[Period], Masks], like: Masks) -> Masks:
    """What is asked of each period, put together."""
    found = np.zeros_like(like)
    for span in spans:
        found |= ask(span)
    return found


def _without(claims: Claims, barred: Iterable[Masks]) -> Claims:
    allowed = ~np.bitwise_or.reduce(list(barred))
    return replace(claims, new=claims.new & allowed, going_on=claims.going_on & allowed)


def _family(people: pl.DataFrame, eligible: Masks, holding: Flags) -> Masks:
    """The eligible months of everybody but the first of each family, those who hold a place before the others."""
    if "no_kk" not in people.columns:
        return np.zeros(people.height, np.uint16)
    frame = pl.DataFrame({"no_kk": people["no_kk"], "asks": eligible != 0, "later": ~holding}).with_row_index("n")
    asks = frame.filter(pl.col("asks") & pl.col("no_kk").is_not_null()).sort("later", "n", maintain_order=True)
    first = asks.unique("no_kk", keep="first", maintain_order=True)["n"]
    others = asks.filter(~pl.col("n").is_in(first.implode()))["n"].to_numpy()
    found = np.zeros(people.height, np.uint16)
    found[others] = eligible[others]
    return found


def _reasons(
    barred: Mapping[str, Masks],
    eligible: Masks,
    claims: Claims,
    paid: Paid,
    offered: Sequence[Offer],
    lawful_months: Masks,
    free: Whole | None,
) -> dict[str, Masks]:
    """The unpaid eligible months, each under the first reason that holds."""
    offered_months, open_months = np.zeros_like(eligible), np.zeros_like(eligible)
    for offer in offered:
        offered_months |= offer.months
        open_months |= np.where(offer.most > 0, offer.months, np.uint16(0))
    no_place = np.zeros(len(eligible), np.bool_)
    if free is not None:
        no_place = ~paid.place & (claims.village != NO_VILLAGE) & (free[np.maximum(claims.village, 0)] == 0)
    everything = np.full_like(eligible, ALL)
    holds = {
        **barred,
        "no_source": ~lawful_months,
        "earmarked": ~offered_months,
        "quota": np.where(no_place, everything, np.uint16(0)),
        "months_over": ~open_months,
        "lapsed": claims.going_on & ~claims.new & ~(paid.months << np.uint16(1)),
        "money": everything,
    }
    rest = eligible & ~paid.months
    found = {}
    for reason, months in holds.items():
        found[reason] = rest & months
        rest = rest & ~months
    return found


def _undetermined(spans: Sequence[Period], start: date, people: int) -> Flags:
    found = np.zeros(people, np.bool_)
    if spans and spans[0].months[0] == start.month:
        found = spans[0].undetermined
    return found


def _ranks(claims: Claims) -> Whole:
    """Place in the own line of everybody who claims a month."""
    asks = (payable_months(claims) != 0) & (claims.village != NO_VILLAGE)
    frame = pl.DataFrame({"village": claims.village, "asks": asks})
    rank = frame.select(pl.when("asks").then(pl.col("asks").cast(pl.Int64).cum_sum().over("village")).otherwise(0))
    return rank.to_series().to_numpy()
