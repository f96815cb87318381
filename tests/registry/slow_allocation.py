"""A second, slow and obvious allocation, one person and one month at a time; it shares no code with the engine."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass
class SlowPerson:
    new: set[int]
    going_on: set[int]
    paid: set[int]
    before: bool
    village: int | None
    tariff: int
    holds_place: bool
    got: dict[int, int] = field(default_factory=dict)
    """Pot by month."""


@dataclass
class SlowOffer:
    pot: int
    months: list[set[int]]
    most: list[int]


def slow_allocate(
    people: list[SlowPerson],
    monthly: list[list[int]],
    offers: list[SlowOffer],
    money: list[int],
    places: list[int] | None,
    shortage: str,
) -> None:
    stopped: set[int] = set()
    while True:
        given = 0
        for number, offer in enumerate(offers):
            if number not in stopped:
                months, short = one_offer(people, monthly, offer, money, places, shortage)
                given += months
                if short and shortage != "lewati":
                    stopped.add(number)
        if not given:
            return


def one_offer(
    people: list[SlowPerson],
    monthly: list[list[int]],
    offer: SlowOffer,
    money: list[int],
    places: list[int] | None,
    shortage: str,
) -> tuple[int, bool]:
    """Months given, and whether the money did not reach for somebody."""
    given = 0
    for number, person in enumerate(people):
        months = payable(person, offer.months[number], offer.most[number])
        if not months or not may_take_place(person, places):
            continue
        cost = sum(monthly[person.tariff][month] for month in months)
        short = cost > money[offer.pot]
        if short and shortage == "lewati":
            continue
        if short:
            affordable: list[int] = []
            for month in months if shortage == "sebagian" else []:
                price = monthly[person.tariff][month]
                if sum(monthly[person.tariff][m] for m in affordable) + price > money[offer.pot]:
                    break
                affordable.append(month)
            months = affordable
        for month in months:
            money[offer.pot] -= monthly[person.tariff][month]
            person.paid.add(month)
            person.got[month] = offer.pot
            offer.most[number] -= 1
        given += len(months)
        if months and places is not None and not person.holds_place:
            assert person.village is not None
            places[person.village] -= 1
            person.holds_place = True
        if short:
            return given, True
    return given, False


def payable(person: SlowPerson, offered: set[int], most: int) -> list[int]:
    found: list[int] = []
    for month in range(12):
        earlier = person.before if month == 0 else (month - 1 in person.paid or month - 1 in found)
        eligible = month in person.new or (month in person.going_on and earlier)
        if eligible and month in offered and month not in person.paid and len(found) < most:
            found.append(month)
    return found


def may_take_place(person: SlowPerson, places: list[int] | None) -> bool:
    if places is None or person.holds_place:
        return True
    return person.village is not None and places[person.village] > 0


def slow_lot(identity: int, seed: str) -> int:
    """The number that the identity draws under the seed: rounds of a fifth power modulo a prime."""
    digest = hashlib.sha256(seed.encode()).digest()
    prime = 2**31 - 1
    high, low = divmod(identity, 10**8)
    for number in range(4):
        key = int.from_bytes(digest[4 * number : 4 * number + 4], "big") % prime
        high, low = low, (high + pow(low + key, 5, prime)) % prime
    return high * 2**31 + low
