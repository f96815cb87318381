"""A month of the cycle once more, slow and obvious: one decision, one person, one month and one place at a time.

It takes decisions from the engine; what compares people, money and places is its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from engine.decision.decide import Desk
from engine.language.policy import Policy
from engine.registry.allocation.apportionment import apportion
from engine.registry.allocation.budget import Budget, Pot
from tests.registry.slow_allocation import SlowOffer, SlowPerson, slow_allocate, slow_lot
from tests.registry.slow_year import Rule, decision, rule_of, shared

Facts = dict[str, Any]
Book = dict[tuple[str, int], int]
"""Position of the pot by identity and month."""


@dataclass(frozen=True)
class Happened:
    """A made-up change: `kind` as in a list of changes, `facts` as they are since."""

    nik: str
    kind: str
    day: date
    facts: Facts = field(default_factory=dict)


@dataclass
class SlowMonth:
    book: Book
    roster: set[str]
    instead_of: dict[str, str]
    """Who took whose place."""


@dataclass
class _One:
    facts: Facts
    gone: bool
    ongoing: bool
    new: set[int] = field(default_factory=set)
    going: set[int] = field(default_factory=set)
    rules: dict[int, list[Any]] = field(default_factory=dict)
    groups: dict[int, str] = field(default_factory=dict)
    price: dict[int, int] = field(default_factory=dict)
    open: bool = False
    """Whether better data may settle the month."""

    def may(self, month: int) -> bool:
        return month in self.new or month in self.going


def slow_month(
    desk: Desk,
    people: Mapping[str, Facts],
    budget: Budget,
    policy: Policy,
    villages: list[str],
    roster: Mapping[str, str | None],
    book: Book,
    happened: list[Happened],
    month: int,
) -> SlowMonth:
    """`roster`: the village of everybody who was paid the month before; `book`: all months paid and promised."""
    first = date(budget.year, month, 1)
    last = date(budget.year + month // 12, month % 12 + 1, 1)
    everybody: dict[str, _One] = {}
    for nik, facts in people.items():
        ongoing = nik in roster or (not roster and bool(facts["penerima_berjalan"]))
        counts = [h for h in happened if h.nik == nik and (h.day < first if nik in roster else h.day < last)]
        everybody[nik] = _asked(desk, policy, budget, villages, facts, counts, ongoing, month)
    line = sorted((n for n in everybody if not everybody[n].gone), key=lambda n: _line(everybody[n], budget, policy))
    undivided = any(quota.year == budget.year and quota.per is None for quota in policy.quotas)
    lines = ["kota"] if undivided else villages
    quota = _quota(budget, policy, lines)
    kept = {key: pot for key, pot in book.items() if key[1] >= month}
    freed: list[tuple[str, str | None, dict[int, int]]] = []
    now: set[str] = set()

    def waits_in(code: str | None) -> str | None:
        return (lines[0] if undivided else code) if code in villages else None

    def village(nik: str) -> str | None:
        return waits_in(everybody[nik].facts["kelurahan"])

    def place(nik: str) -> str | None:
        return waits_in(roster.get(nik)) or village(nik)

    start = {code: sum(place(nik) == code for nik in {*roster, *(n for n, _ in kept)}) for code in lines}
    for nik in sorted({*roster, *(nik for nik, _ in kept)}):
        one = everybody[nik]
        promised = {m: pot for (n, m), pot in kept.items() if n == nik}
        if month not in promised and nik not in roster:
            continue
        lost: dict[int, int] = {}
        if not one.gone and (month in one.new or (month in one.going and one.ongoing)):
            lost = {m: pot for m, pot in promised.items() if one.may(m) and not _lawful(one, m, pot, budget)}
            if month in lost:
                freed.append((nik, place(nik), lost))
        elif one.open and not one.gone:
            lost = {month: promised[month]} if month in promised else {}
        else:
            lost = promised
            if month in promised:
                freed.append((nik, place(nik), promised))
        for m in lost:
            del kept[nik, m]
        if month in promised and month not in lost:
            now.add(nik)

    def held(code: str) -> int:
        return sum((village(n) if not everybody[n].gone else place(n)) == code for n in {n for n, _ in kept})

    if quota is not None:
        movers = [n for n in line if any(k[0] == n for k in kept) and None not in (place(n), village(n))]
        movers = [n for n in movers if place(n) != village(n)]
        waiting = {n: {m: kept.pop((n, m)) for (x, m) in list(kept) if x == n} for n in movers}
        for nik in movers:
            code = village(nik)
            assert code is not None
            if held(code) < quota[code]:
                kept |= {(nik, m): pot for m, pot in waiting[nik].items()}
            elif nik in now:
                now.discard(nik)
                freed.append((nik, place(nik), waiting[nik]))
    room = [pot.received for pot in budget.pots]
    for (nik, m), pot in [*((k, p) for k, p in book.items() if k[1] < month), *kept.items()]:
        room[pot] -= everybody[nik].price.get(m) or 16_800
    used = {key: pot for key, pot in book.items() if key[1] < month} | kept
    left = _left(budget, policy, used, line)
    instead: dict[str, str] = {}
    order = sorted(freed, key=lambda f: (f[1] or "", f[2].get(month, len(room)), f[0]))
    for leaver, code, pots in order:
        for nik in line:
            one = everybody[nik]
            holds = any(k[0] == nik for k in kept)
            may = month in one.new or (month in one.going and one.ongoing)
            if nik == leaver or village(nik) != code or code is None or not may or (nik, month) in kept:
                continue
            if quota is not None and not holds and held(code) >= max(quota[code], start[code]):
                continue
            taken = 0
            for m in range(month, 13):
                paying = pots.get(m)
                rule = _rule_of(one, m, paying, budget) if one.may(m) and (nik, m) not in kept else None
                if rule is None or paying is None or left[rule][nik] < 1 or one.price[m] > room[paying]:
                    break
                kept[nik, m] = paying
                room[paying] -= one.price[m]
                left[rule][nik] -= 1
                taken += 1
            if taken:
                instead[nik] = leaver
                now.add(nik)
                break
    _give(everybody, line, budget, policy, quota, lines, kept, room, left, month, held, village)
    after = {key: pot for key, pot in book.items() if key[1] < month} | kept
    return SlowMonth(after, {nik for nik, m in kept if m == month}, instead)


def _asked(
    desk: Desk,
    policy: Policy,
    budget: Budget,
    villages: list[str],
    facts: Facts,
    counts: list[Happened],
    ongoing: bool,
    month: int,
) -> _One:
    now = dict(facts)
    gone = False
    for one in sorted(counts, key=lambda h: (h.day, h.kind)):
        now |= one.facts
        gone = gone or one.kind in ("meninggal", "mengundurkan_diri")
        if one.kind == "kembali":
            gone = any(h.kind == "meninggal" for h in counts)
            now["waktu_daftar"] = one.day.isoformat()
    found = _One(now, gone, ongoing)
    for m in range(month, 13):
        day = date(budget.year, m, 1)
        as_new, as_going = (decision(desk, policy, now, day, paid) for paid in (False, True))
        if m == month:
            told = as_going if ongoing else as_new
            nowhere = now["kelurahan"] not in villages
            found.open = told.outcome == "undetermined" or (
                told.outcome == "eligible" and (nowhere or told.group is None)
            )
        decides = as_new if as_new.outcome == "eligible" else as_going
        if decides.outcome != "eligible" or decides.group is None or now["kelurahan"] not in villages:
            continue
        price = desk.library.national.monthly_idr(decides.group.segment, policy.programs, day)
        if not price:
            continue
        if as_new.outcome == "eligible" or (m == month and ongoing):
            found.new.add(m)
        found.going.add(m)
        found.rules[m] = [payment.rule for payment in decides.funding if payment.result == "met"]
        found.groups[m] = decides.group.id
        found.price[m] = price
    return found


def _rule_of(one: _One, month: int, pot: int | None, budget: Budget) -> Rule | None:
    """The first rule, in legal order, by which the pot pays in that month."""
    if pot is None:
        return None
    of = budget.pots[pot]
    for rule in one.rules.get(month, ()):
        named = rule.source == of.source and rule.provider in (None, of.provider)
        if named and of.months >> (month - 1) & 1 and _meant(of, one):
            return rule_of(rule)
    return None


def _lawful(one: _One, month: int, pot: int, budget: Budget) -> bool:
    return _rule_of(one, month, pot, budget) is not None


def _meant(pot: Pot, one: _One) -> bool:
    earmark = pot.earmark
    return (not earmark.villages or one.facts["kelurahan"] in earmark.villages) and (
        not earmark.occupations or one.facts["pekerjaan"] in earmark.occupations
    )


def _left(budget: Budget, policy: Policy, used: Book, line: list[str]) -> dict[Rule, dict[str, int]]:
    found: dict[Rule, dict[str, int]] = {}
    for group in policy.groups:
        for rule in group.funding:
            source, provider, most = rule_of(rule)
            given = dict.fromkeys(line, 0)
            for (nik, _), pot in used.items():
                of = budget.pots[pot]
                if nik in given and of.source == source and provider in (None, of.provider):
                    given[nik] += 1
            found[rule_of(rule)] = {nik: 12 if most is None else max(most - given[nik], 0) for nik in line}
    return found


def _quota(budget: Budget, policy: Policy, lines: list[str]) -> dict[str, int] | None:
    quota = next((q for q in policy.quotas if q.year == budget.year), None)
    if quota is None:
        return None
    return shared(quota.amount, dict(quota.weights), budget, lines)


def _give(
    everybody: Mapping[str, _One],
    line: list[str],
    budget: Budget,
    policy: Policy,
    quota: dict[str, int] | None,
    lines: list[str],
    kept: Book,
    room: list[int],
    left: dict[Rule, dict[str, int]],
    month: int,
    held: Any,
    village: Any,
) -> None:
    slow, prices = [], []
    for number, nik in enumerate(line):
        one = everybody[nik]
        mine = {m for n, m in kept if n == nik}
        before = {month - 1} if one.ongoing and month > 1 else set()
        where = village(nik)
        months = {m - 1 for m in one.new}, {m - 1 for m in one.going}, {m - 1 for m in mine | before}
        at = lines.index(where) if where else None
        slow.append(SlowPerson(*months, False, at, number, bool(mine)))
        prices.append([one.price.get(m, 0) for m in range(1, 13)])
    places = None
    if quota is not None:
        free = {code: max(quota[code] - held(code), 0) for code in lines}
        excess = sum(free.values()) - max(sum(quota.values()) - sum(held(code) for code in lines), 0)
        less = apportion(excess, free) if excess > 0 else dict.fromkeys(lines, 0)
        places = [free[code] - less[code] for code in lines]
    written = list(dict.fromkeys(rule_of(rule) for group in policy.groups for rule in group.funding))
    most = {key: [left[key][nik] for nik in line] for key in written}
    offers = []
    for step in range(max((len(r) for one in everybody.values() for r in one.rules.values()), default=0)):
        for key in written:
            for number, pot in enumerate(budget.pots):
                if pot.source != key[0] or key[1] not in (None, pot.provider):
                    continue
                months_of = []
                for nik in line:
                    one = everybody[nik]
                    months_of.append(
                        {
                            m - 1
                            for m, rules in one.rules.items()
                            if len(rules) > step and rule_of(rules[step]) == key
                            if pot.months >> (m - 1) & 1 and _meant(pot, one)
                        }
                    )
                offers.append(SlowOffer(number, months_of, most[key]))
    slow_allocate(slow, prices, offers, room, places, budget["uang_kurang"])
    for nik, each in zip(line, slow, strict=True):
        for m, pot_number in each.got.items():
            kept[nik, m + 1] = pot_number


def _line(one: _One, budget: Budget, policy: Policy) -> tuple[Any, ...]:
    first = [not one.ongoing] if budget["penerima_berjalan"] == "didahulukan" else []
    ranks = {True: 0, None: 1, False: 2}
    time = one.facts["waktu_daftar"] or "9999-12-31"
    nik = one.facts["nik"]
    return (*first, *(ranks[one.facts[p.id]] for p in policy.priorities), time[:10], time[11:] or "00:00",
            slow_lot(int(nik), budget.seed), nik)  # fmt: skip
