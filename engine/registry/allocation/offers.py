"""What each pot may pay for each person: by the legal order of the funding rules, its earmark and its time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from engine.language.policy import FundingRule
from engine.registry.allocation.allocate import Flags, Offer, Small
from engine.registry.allocation.budget import Budget, Earmark, pays
from engine.registry.allocation.eligibility import Period
from engine.registry.allocation.granted import Granted
from engine.registry.allocation.months import MONTHS, Masks

Rule = tuple[str, str | None, int | None]
"""Source, provider and number of months of a funding rule (None: no end of its own)."""


def offers(periods: Sequence[Period], budget: Budget, people: pl.DataFrame, granted: Granted | None) -> list[Offer]:
    """Step by step of the legal order, in each step rule by rule as the policies have them, then pot by pot as the
    budget lists them.
    """
    steps = [_steps(period) for period in periods]
    written = [_rule(rule) for period in periods for group in period.policy.groups for rule in group.funding]
    most: dict[Rule, Small] = {}
    found = []
    for step in range(max((len(rules) for period in steps for rules in period), default=0)):
        met = {rules[step] for period in steps for rules in period if len(rules) > step}
        for rule in dict.fromkeys(one for one in written if one in met):
            months = np.zeros(people.height, np.uint16)
            for period, each in zip(periods, steps, strict=True):
                months |= period.spread([len(of) > step and of[step] == rule for of in each])
            if rule not in most:
                most[rule] = _most(rule, people, granted)
            for number, pot in enumerate(budget.pots):
                if pays(pot, rule[0], rule[1]):
                    mine = months & np.uint16(pot.months)
                    mine[~_meant(pot.earmark, people, periods, len(mine))] = 0
                    if mine.any():
                        found.append(Offer(number, mine, most[rule]))
    return found


def lawful(periods: Sequence[Period], people: int) -> Masks:
    """Months for which some funding rule pays, whether or not there is money."""
    found = np.zeros(people, np.uint16)
    for period in periods:
        found |= period.spread([bool(rules) for rules in _steps(period)])
    return found


def _steps(period: Period) -> list[list[Rule]]:
    return [[_rule(rule) for rule in period.rules(verdict)] for verdict in period.verdicts]


def _rule(rule: FundingRule) -> Rule:
    return rule.source, rule.provider, rule.months if isinstance(rule.months, int) else None


def _most(rule: Rule, people: pl.DataFrame, granted: Granted | None) -> Small:
    """Months that the rule still has for each person, less those its source gave before."""
    source, provider, months = rule
    most = np.full(people.height, MONTHS if months is None else min(months, MONTHS), np.uint8)
    if granted and months is not None:
        most -= np.minimum(most, granted.by_source(people["nik"], source, provider))
    return most


def _meant(earmark: Earmark, people: pl.DataFrame, periods: Sequence[Period], number: int) -> Flags:
    """Whom an earmark means."""
    found = np.ones(number, np.bool_)
    for column, codes in (("kelurahan", earmark.villages), ("pekerjaan", earmark.occupations)):
        if codes:
            words = people[column] if column in people.columns else pl.Series([None] * number, dtype=pl.String)
            found &= words.is_in(sorted(codes)).fill_null(False).to_numpy()
    if earmark.groups:
        of_group = np.zeros(number, np.bool_)
        for period in periods:
            named = [
                v.group is not None and period.policy.groups[v.group].id in earmark.groups for v in period.verdicts
            ]
            of_group |= period.spread(named) != 0
        found &= of_group
    return found
