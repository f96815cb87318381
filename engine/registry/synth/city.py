"""What all blocks of a registry share: places, words and the tables by which people are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from engine.language.regions import districts_of, villages_of
from engine.language.vocabulary import Vocabulary
from engine.registry.synth import assumptions as like
from engine.registry.synth import numbers
from engine.registry.synth.draws import Bools, Codes, Table, shares, table

_OFFICE_OPENS, _OFFICE_CLOSES = 8 * 3600, 15 * 3600
"""Seconds of the day."""


def _years_before(day: date, years: int) -> date:
    """The last day of birth of somebody who is that many years old on `day`."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


class City:
    """Everything about a city and a vocabulary that all blocks share; hands out the serials of its numbers.

    Raises LookupError where the region has no villages.
    """

    def __init__(self, region: str, vocabulary: Vocabulary, day: date) -> None:
        villages, districts = villages_of(region), districts_of(region)
        if not villages:
            raise LookupError(region)
        self.region = int(region.replace(".", ""))
        self.villages = pl.Series([code for code, _ in villages])
        self.districts = np.array([int(code.replace(".", "")) for code, _ in districts], np.int64)
        place = {code: index for index, (code, _) in enumerate(districts)}
        self.district_of = np.array([place[code[:8]] for code, _ in villages], np.int64)
        self.trades = tuple(vocabulary.facts["pekerjaan"].words)
        self.tables = _tables(self.trades)
        self.day = day
        oldest = _years_before(day, like.OLDEST + 1) + timedelta(days=1)
        self.births = numbers.days(oldest, _years_before(day, like.YOUNGEST))
        self.birth_digits = numbers.ddmmyy(self.births)
        cards = numbers.days(_years_before(day, like.CARD_YEARS), day - timedelta(days=like.REGISTRATION_DAYS))
        self.card_digits = numbers.ddmmyy(cards)
        self.people_serials = numbers.Serials(len(districts) * len(self.births) * 2)
        self.card_serials = numbers.Serials(len(districts) * len(cards))
        self.donors = pl.Series([numbers.nip(donor) for donor in range(like.DONORS)])
        came = numbers.days(day - timedelta(days=like.REGISTRATION_DAYS), day - timedelta(days=1))
        self.registration_days = pl.Series([f"{one}T" for one in came.astype(str)])
        seconds = range(_OFFICE_OPENS, _OFFICE_CLOSES)
        self.office_hours = pl.Series([f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}" for s in seconds])


@dataclass(frozen=True, slots=True)
class _Tables:
    trade: Table
    second: Table
    relation: Table
    status: Table
    wage: Table
    own: Table
    active: Table
    tie: Table
    decile: Table
    dtsen: Table
    dtks: Table
    extreme: Table
    posts: Mapping[str, Table]
    head: Table
    size: Table
    helper: Bools
    poverty: Codes
    resting: Bools


def _tables(trades: Sequence[str]) -> _Tables:
    profiles = [_profile(trade) for trade in trades]
    bands = len(like.AGE_BANDS)
    leaning = [2 * band / (bands - 1) - 1 for band in range(bands)]
    statuses = like.STATUS[like.STATE] | like.STATUS[like.OWN]
    return _Tables(
        trade=table(
            [
                [p.weight * (1 - 0.9 * p.young * lean) * (p.women if woman else 1 - p.women) for p in profiles]
                for lean in leaning
                for woman in (False, True)
            ]
        ),
        second=table(
            [[0 if t in like.NOT_A_SECOND_TRADE else p.weight for t, p in zip(trades, profiles, strict=True)]]
        ),
        relation=table([[p.relations.get(relation, 0) for relation in like.RELATIONS] for p in profiles]),
        status=table(
            [
                [like.STATUS.get(relation, like.STATUS[like.OWN]).get(status, 0) for status in statuses]
                for relation in like.RELATIONS
            ]
        ),
        wage=shares([like.WAGE[relation] for relation in like.RELATIONS]),
        own=shares([like.OWN_BUSINESS[relation] for relation in like.RELATIONS]),
        active=shares([like.ACTIVE[relation] for relation in like.RELATIONS]),
        tie=table([list(like.TIES[helper].values()) for helper in (False, True)]),
        decile=table(like.DECILES),
        dtsen=shares(like.ON_DTSEN),
        dtks=shares((*like.ON_DTKS[False], *like.ON_DTKS[True])),
        extreme=shares(like.EXTREME_POVERTY),
        posts={post: table([list(words.values())]) for post, words in like.POSTS.items()},
        head=table([like.HEADS]),
        size=table([list(like.FAMILY_SIZES.values())]),
        helper=np.array([trade in like.HELPERS for trade in trades]),
        poverty=np.array([p.poverty for p in profiles], np.uint8),
        resting=np.array([like.NOBODY in p.relations for p in profiles]),
    )


def _profile(trade: str) -> like.Trade:
    return like.TRADES.get(trade, like.OTHER_TRADE)
