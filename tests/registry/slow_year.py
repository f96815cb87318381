"""A whole year's allocation once more, slow and obvious: one decision, one person and one month at a time.

It takes decisions from the engine, and the truth of priorities from `tests.reference`; everything that compares people
is its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from engine.decision.decide import Desk
from engine.decision.decision import Decision
from engine.decision.facts import person
from engine.language.policy import Policy
from engine.registry.allocation.apportionment import apportion
from engine.registry.allocation.budget import Budget, Pot
from tests import reference
from tests.registry.slow_allocation import SlowOffer, SlowPerson, slow_allocate, slow_lot

Chosen = Callable[[date], tuple[Policy, Mapping[str, Any]]]
"""The version of a day, and its file as it is written."""
Rule = tuple[str, str | None, int | None]
Grants = set[tuple[str, str, str]]
"""Identity, month as YYYY-MM, pot."""


def slow_year(
    desk: Desk, people: list[dict[str, Any]], budget: Budget, chosen: Chosen, start: date, villages: list[str]
) -> Grants:
    """Grants of the rest of the year; money and places as the budget and the quota of `chosen` have them."""
    days = [start, *(date(budget.year, month, 1) for month in range(start.month + 1, 13))]
    ordered = sorted(people, key=lambda one: _line(one, budget, chosen(start)[1], start))
    slow = [SlowPerson(set(), set(), set(), False, None, number, False) for number in range(len(ordered))]
    rules: list[dict[int, list[Rule]]] = [{} for _ in ordered]
    groups: list[dict[int, str]] = [{} for _ in ordered]
    prices = [[0] * 12 for _ in ordered]
    for number, (one, each) in enumerate(zip(ordered, slow, strict=True)):
        each.village = villages.index(one["kelurahan"]) if one["kelurahan"] in villages else None
        entitled = False
        for day in days:
            policy, _ = chosen(day)
            as_new, as_ongoing = (decision(desk, policy, one, day, ongoing) for ongoing in (False, True))
            first_paid = day == start and one["penerima_berjalan"]
            decides = as_new if as_new.outcome == "eligible" else as_ongoing
            if decides.outcome != "eligible" or each.village is None:
                continue
            entitled = entitled or as_new.outcome == "eligible" or first_paid
            if decides.group is None:
                continue
            month = day.month - 1
            price = desk.library.national.monthly_idr(decides.group.segment, policy.programs, day.replace(day=1))
            if not price:
                continue
            if as_new.outcome == "eligible" or first_paid:
                each.new.add(month)
            each.going_on.add(month)
            paying = [payment.rule for payment in decides.funding if payment.result == "met"]
            rules[number][month] = [rule_of(rule) for rule in paying]
            groups[number][month] = decides.group.id
            prices[number][month] = price
        first_in_line = budget["penerima_berjalan"] == "didahulukan" and one["penerima_berjalan"]
        each.holds_place = bool(first_in_line and entitled)  # and keeps it while nobody can be told to pay
    if budget["satu_per_keluarga"] == "ya":
        _one_a_family(ordered, slow)
    offers = _offers(budget, ordered, rules, groups, [chosen(day)[0] for day in days])
    quota = _quota([chosen(day)[1] for day in days], budget.year)
    if quota is not None and "per" not in quota:
        villages = ["kota"]
        for each in slow:
            each.village = None if each.village is None else 0
    places = None if quota is None else _places(budget, quota, slow, villages)
    slow_allocate(slow, prices, offers, [pot.received for pot in budget.pots], places, budget["uang_kurang"])
    return {
        (one["nik"], f"{budget.year}-{month + 1:02d}", budget.pots[pot].id)
        for one, each in zip(ordered, slow, strict=True)
        for month, pot in each.got.items()
    }


def decision(desk: Desk, policy: Policy, one: dict[str, Any], day: date, ongoing: bool) -> Decision:
    faults: list[Any] = []
    facts = person({**one, "penerima_berjalan": ongoing}, desk.library.vocabulary, day, faults)
    assert not faults, faults
    return desk.decide(policy, facts, day)


def rule_of(rule: Any) -> Rule:
    return rule.source, rule.provider, rule.months if isinstance(rule.months, int) else None


def _one_a_family(ordered: list[dict[str, Any]], slow: list[SlowPerson]) -> None:
    first: dict[str, int] = {}
    for holders in (True, False):
        for number, each in enumerate(slow):
            if each.holds_place == holders and each.new:
                first.setdefault(ordered[number]["no_kk"], number)
    for number, each in enumerate(slow):
        if each.new and first[ordered[number]["no_kk"]] != number:
            each.new, each.going_on = set(), set()


def _quota(versions: list[Mapping[str, Any]], year: int) -> Mapping[str, Any] | None:
    """By the first version of the year that has a quota of it."""
    return next((q for plain in versions for q in plain.get("kuota", ()) if q["tahun"] == str(year)), None)


def shared(places: int, weights: Mapping[str, Any], budget: Budget, villages: list[str]) -> dict[str, int]:
    """Places of each village by these measures; all of them to one line."""
    if len(villages) == 1:
        return {villages[0]: places}
    shares = dict.fromkeys(villages, Fraction(0))
    for name, weight in weights.items():
        total = sum(budget.measures[code][name] for code in villages)
        for code in villages:
            shares[code] += Fraction(int(weight) * budget.measures[code][name], total) if total else 0
    return apportion(places, shares, budget["metode_kuota"])  # type: ignore[arg-type]


def _places(budget: Budget, quota: Mapping[str, Any], slow: list[SlowPerson], villages: list[str]) -> list[int]:
    full = shared(int(quota["jumlah"]), quota.get("menurut", {}), budget, villages)
    meaning = quota["arti"] if "arti_kuota" in budget.assumed else budget["arti_kuota"]
    if meaning == "tambahan":
        return [full[code] for code in villages]
    held = [sum(each.holds_place and each.village == number for each in slow) for number in range(len(villages))]
    left = [max(full[code] - held[number], 0) for number, code in enumerate(villages)]
    excess = sum(left) - max(sum(full.values()) - sum(held), 0)
    less = apportion(excess, dict(zip(villages, left, strict=True))) if excess else dict.fromkeys(villages, 0)
    return [places - less[code] for places, code in zip(left, villages, strict=True)]


def _offers(
    budget: Budget,
    ordered: list[dict[str, Any]],
    rules: list[dict[int, list[Rule]]],
    groups: list[dict[int, str]],
    policies: list[Policy],
) -> list[SlowOffer]:
    written = list(dict.fromkeys(rule_of(r) for policy in policies for g in policy.groups for r in g.funding))
    left: dict[Rule, list[int]] = {rule: [12 if rule[2] is None else rule[2]] * len(ordered) for rule in written}
    found = []
    for step in range(max((len(each) for of in rules for each in of.values()), default=0)):
        for rule in written:
            for number, pot in enumerate(budget.pots):
                if pot.source != rule[0] or rule[1] not in (None, pot.provider):
                    continue
                months = [
                    {
                        month
                        for month, each in of.items()
                        if each[step : step + 1] == [rule] and pot.months >> month & 1 and _meant(pot, one, group)
                    }
                    for one, of, group in zip(ordered, rules, groups, strict=True)
                ]
                found.append(SlowOffer(number, months, left[rule]))
    return found


def _meant(pot: Pot, one: dict[str, Any], groups: Mapping[int, str]) -> bool:
    earmark = pot.earmark
    return (
        (not earmark.villages or one["kelurahan"] in earmark.villages)
        and (not earmark.occupations or one["pekerjaan"] in earmark.occupations)
        and (not earmark.groups or not earmark.groups.isdisjoint(groups.values()))
    )


def _line(one: dict[str, Any], budget: Budget, plain: Mapping[str, Any], start: date) -> tuple[Any, ...]:
    first = [not one["penerima_berjalan"]] if budget["penerima_berjalan"] == "didahulukan" else []
    facts = known(one, start)
    answers = [reference.kleene(priority["bila"], facts, plain) for priority in plain.get("prioritas", ())]
    time = one["waktu_daftar"] or "9999-12-31"
    return (
        *first,
        *({True: 0, None: 1, False: 2}[answer] for answer in answers),
        time[:10],
        time[11:] or "00:00",
        slow_lot(int(one["nik"]), budget.seed),
        one["nik"],
    )


def known(one: dict[str, Any], day: date) -> dict[str, Any]:
    """The facts that are known of somebody, as conditions ask for them."""
    facts = {name: fact for name, fact in one.items() if fact is not None}
    born = facts.pop("tanggal_lahir", None)
    if born:
        facts["usia"] = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return {"pekerjaan_kedua": "tidak_ada", **facts}
