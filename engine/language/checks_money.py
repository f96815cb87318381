"""Checks of who pays: sources that never get to pay, donors, quotas. They see one policy and not what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.language.condition import ALWAYS
from engine.language.diagnostic import Diagnostic
from engine.language.policy import FundingRule, Policy

BUDGETS = frozenset({"apbd", "provinsi", "dbhcht"})
"""Sources that are a government's budget, so granted for a budget year."""
BUDGET_YEAR = 12
"""Months of a budget year."""


def always_before(earlier: FundingRule, later: FundingRule) -> bool:
    """Whether wherever the earlier rule pays the later one has nothing left to pay: one payer, no fewer months."""
    if earlier.status == "draft" or (earlier.source, earlier.provider) != (later.source, later.provider):
        return False
    if isinstance(earlier.months, int) and isinstance(later.months, int):
        return later.months <= earlier.months
    return earlier.months == later.months


def _source_twice(policy: Policy) -> Iterator[Diagnostic]:
    """A source that already pays always, further up, for as many months. Other sources chain when money ends."""
    for group in policy.groups:
        for index, rule in enumerate(group.funding):
            if any(e.condition == ALWAYS and always_before(e, rule) for e in group.funding[:index]):
                yield Diagnostic("source-twice", rule.place, {"name": rule.source}, "warning")


def _no_money(policy: Policy) -> Iterator[Diagnostic]:
    for group in policy.groups:
        if not group.funding:
            yield Diagnostic("nobody-pays", group.place, {"name": group.id}, "warning")


def _one_provider_two_spellings(policy: Policy) -> Iterator[Diagnostic]:
    """Providers that differ in capitals, spaces or punctuation only would count as two."""
    spelled: dict[str, str] = {}
    for group in policy.groups:
        for rule in group.funding:
            if rule.provider:
                plain = "".join(char for char in rule.provider.casefold() if char.isalnum())
                other = spelled.setdefault(plain, rule.provider)
                if other != rule.provider:
                    values = {"name": rule.provider, "other": other}
                    yield Diagnostic("provider-spelling", rule.place, dict(values), "warning")


def _past_the_budget_year(policy: Policy) -> Iterator[Diagnostic]:
    for group in policy.groups:
        for rule in group.funding:
            if rule.source in BUDGETS and isinstance(rule.months, int) and rule.months > BUDGET_YEAR:
                values = {"months": rule.months, "name": rule.source}
                yield Diagnostic("months-over-budget-year", rule.place, dict(values), "warning")


def _donors_and_funding(policy: Policy) -> Iterator[Diagnostic]:
    """Donors whose money no funding rule uses, or uses for another number of months."""
    for donor in policy.donors:
        rules = [rule for group in policy.groups for rule in group.funding if rule.source == donor.source]
        if not rules:
            yield Diagnostic("donor-without-funding", donor.place, {"name": donor.source}, "warning")
        for rule in rules:
            if isinstance(rule.months, int) and donor.months is not None and rule.months != donor.months:
                values = {"name": donor.source, "months": donor.months, "other": rule.months}
                yield Diagnostic("donor-months-differ", donor.place, dict(values), "warning")


def _quotas(policy: Policy) -> Iterator[Diagnostic]:
    """Two totals of one year; a year outside the version; villages that share by nothing."""
    since, until = policy.effective.since, policy.effective.until
    totals: set[int] = set()
    for quota in policy.quotas:
        if quota.meaning == "total" and quota.year in totals:
            yield Diagnostic("quota-twice", quota.place, {"year": quota.year})
        elif quota.meaning == "total":
            totals.add(quota.year)
        if (since and quota.year < since.year) or (until and quota.year > until.year):
            yield Diagnostic("quota-out-of-time", quota.place, {"year": quota.year}, "warning")
        if quota.per and not any(weight for _, weight in quota.weights):
            yield Diagnostic("quota-without-weights", quota.place, {"per": quota.per}, "warning")


RULES: tuple[Callable[[Policy], Iterator[Diagnostic]], ...] = (
    _source_twice,
    _no_money,
    _one_provider_two_spellings,
    _past_the_budget_year,
    _donors_and_funding,
    _quotas,
)
