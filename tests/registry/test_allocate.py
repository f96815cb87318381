"""The allocation on arrays gives what a slow, obvious one gives, and keeps what must hold of any allocation."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.registry.allocation.allocate import Claims, Offer, Shortage, allocate
from engine.registry.allocation.apportionment import apportion
from engine.registry.allocation.months import ALL, COUNT, FIRST, in_words, mask_of
from engine.registry.allocation.order import LAST, lot, order
from tests.registry.slow_allocation import SlowOffer, SlowPerson, slow_allocate

VILLAGES = 3
masks = st.one_of(st.just(ALL), st.just(0), st.integers(0, ALL), st.integers(1, 12).map(lambda m: mask_of(m, 12)))


@st.composite
def situations(
    draw: st.DrawFn,
) -> tuple[list[SlowPerson], list[list[int]], list[SlowOffer], list[int], list[int] | None]:
    number = draw(st.integers(0, 12))
    monthly = [[draw(st.integers(1, 5))] * 12, [draw(st.integers(1, 5)) for _ in range(12)]]
    people = []
    for _ in range(number):
        new, paid = draw(masks), draw(st.one_of(st.just(0), masks))
        village = draw(st.sampled_from([None, 0, 1, 2]))
        holds = draw(st.booleans()) and village is not None
        going_on = new | draw(masks)
        person = SlowPerson(
            months(new), months(going_on), months(paid), draw(st.booleans()), village, draw(st.integers(0, 1)), holds
        )
        people.append(person)
    pots = draw(st.integers(1, 3))
    offers = [
        SlowOffer(
            draw(st.integers(0, pots - 1)),
            [months(draw(masks)) for _ in range(number)],
            [draw(st.sampled_from([12, 3, 1, 0])) for _ in range(number)],
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    places = draw(st.one_of(st.none(), st.lists(st.integers(0, 4), min_size=VILLAGES, max_size=VILLAGES)))
    return people, monthly, offers, [draw(st.integers(0, 120)) for _ in range(pots)], places


def months(mask: int) -> set[int]:
    return {month for month in range(12) if mask >> month & 1}


def mask(found: set[int]) -> int:
    return sum(1 << month for month in found)


@settings(max_examples=400, deadline=None)
@given(situations(), st.sampled_from(["sebagian", "lewati", "berhenti"]))
def test_arrays_give_what_one_person_after_the_other_gives(
    situation: tuple[list[SlowPerson], list[list[int]], list[SlowOffer], list[int], list[int] | None],
    shortage: Shortage,
) -> None:
    people, monthly, offers, money, places = situation
    claims = Claims(
        np.array([mask(p.new) for p in people], np.uint16),
        np.array([mask(p.going_on) for p in people], np.uint16),
        np.array([mask(p.paid) for p in people], np.uint16),
        np.array([p.before for p in people], np.bool_),
        np.array([-1 if p.village is None else p.village for p in people], np.int64),
        np.array([p.tariff for p in people], np.int64),
    )
    costs = np.array(monthly) @ (np.arange(ALL + 1) >> np.arange(12)[:, None] & 1)
    holding = np.array([p.holds_place for p in people], np.bool_)
    left, free = money.copy(), None if places is None else np.array(places)
    paid = allocate(
        claims,
        costs,
        [Offer(o.pot, np.array([mask(m) for m in o.months], np.uint16), np.array(o.most, np.uint8)) for o in offers],
        left,
        free,
        holding,
        shortage,
    )
    before = [set(person.paid) for person in people]
    slow_money, slow_places = money.copy(), None if places is None else places.copy()
    slow_allocate(people, monthly, offers, slow_money, slow_places, shortage)
    assert left == slow_money
    assert (None if free is None else free.tolist()) == slow_places
    assert paid.months.tolist() == [mask(person.paid) for person in people]
    assert paid.place.tolist() == [person.holds_place for person in people]
    for number, person in enumerate(people):
        by_pot = {month: pot for pot, masks_ in paid.by for month in months(int(masks_[number]))}
        assert by_pot == person.got
    spent = [0] * len(money)
    for pot, masks_ in paid.by:
        spent[pot] += sum(costs[person.tariff, masks_[number]] for number, person in enumerate(people))
    assert [used + rest for used, rest in zip(spent, left, strict=True)] == money
    assert all(rest >= 0 for rest in left)
    counted = sum(int(COUNT[given].sum()) for _, given in paid.by)
    assert counted == sum(len(person.paid) - len(old) for person, old in zip(people, before, strict=True))


@settings(deadline=None)
@given(
    st.integers(0, 5000),
    st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 10**6), min_size=1, max_size=30),
    st.sampled_from(["sisa_terbesar", "rata"]),
)
def test_every_place_is_shared_out_and_nobody_is_a_place_off(places: int, weights: dict[str, int], method: str) -> None:
    shares = apportion(places, weights, method)  # type: ignore[arg-type]
    assert sum(shares.values()) == places
    total = sum(weights.values())
    for name, weight in weights.items():
        exact = Fraction(places, len(weights)) if method == "rata" or not total else Fraction(places * weight, total)
        assert abs(shares[name] - exact) < 1
    shuffled = dict(sorted(weights.items(), reverse=True))
    assert apportion(places, shuffled, method) == shares  # type: ignore[arg-type]


def test_the_largest_remainders_get_the_places_left_over() -> None:
    assert apportion(10, {"a": 6, "b": 3, "c": 1}) == {"a": 6, "b": 3, "c": 1}
    assert apportion(1000, {"a": 1, "b": 1, "c": 1}) == {"a": 334, "b": 333, "c": 333}
    assert apportion(3, {"a": 50, "b": 30, "c": 20}) == {"a": 1, "b": 1, "c": 1}
    with pytest.raises(ValueError, match="share"):
        apportion(1, {})


def test_the_order_is_by_priority_registration_lot_and_never_by_row() -> None:
    random = Random("urutan")
    number = 500
    identities = np.array(random.sample(range(33_75_01_010170_0001, 33_75_01_010170_9999), number), np.int64)
    priorities = [np.array([random.randint(0, 2) for _ in range(number)], np.int8) for _ in range(2)]
    registered = np.array([random.choice([1, 2, LAST]) for _ in range(number)], np.int64)
    first = identities[order(priorities, registered, identities, "benih")]
    shuffled = np.array(random.sample(range(number), number))
    again = identities[shuffled][
        order([p[shuffled] for p in priorities], registered[shuffled], identities[shuffled], "benih")
    ]
    assert first.tolist() == again.tolist()
    other = identities[order(priorities, registered, identities, "benih lain")]
    assert first.tolist() != other.tolist()
    ranks = {
        i: (p, q, r)
        for i, p, q, r in zip(identities.tolist(), *map(list, priorities), registered.tolist(), strict=True)
    }
    assert [ranks[i] for i in first.tolist()] == sorted(ranks.values())


def test_the_lot_is_even_and_tells_identities_apart() -> None:
    identities = np.arange(3_375_010_101_700_000, 3_375_010_101_700_000 + 100_000, dtype=np.int64)
    drawn = lot(identities, "benih 2023")
    assert len(np.unique(drawn)) == len(identities)
    counts = np.bincount(drawn // (2**62 // 10 + 1), minlength=10)
    assert counts.min() > 9_500 and counts.max() < 10_500
    half = drawn < np.median(drawn)
    assert abs(int((half & (identities % 2 == 0)).sum()) - 25_000) < 500


def test_months_are_bits() -> None:
    assert in_words(mask_of(3, 5), 2023) == ["2023-03", "2023-04", "2023-05"]
    assert FIRST[2, mask_of(3, 12)] == mask_of(3, 4)
    assert FIRST[12, ALL] == ALL and COUNT[ALL] == 12
