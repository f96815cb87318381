"""Checks of a policy beside the national layer: a local number that national law contradicts on the version's days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from engine.language.condition import Between, Bound, Condition, Defined, Either, Every, National, Not
from engine.language.diagnostic import Diagnostic
from engine.language.national import NationalLayer
from engine.language.policy import Group, Policy

AGE_LIMIT = "usia_pendaftaran_kurang_dari"
"""National value: whoever is this old cannot be registered any more."""


def _days(policy: Policy, national: NationalLayer) -> tuple[date, ...]:
    """First and last known day of the version, and those between on which a national value starts."""
    effective = policy.effective
    last = max(effective.known_until, effective.since or date.min)
    last = min(last, effective.until) if effective.until else last
    first = min(effective.since or last, last)
    starts = {value.since for value in national.values if first < value.since < last}
    return tuple(sorted({first, last} | starts))


def _older_than_national(policy: Policy, national: NationalLayer) -> Iterator[Diagnostic]:
    """A group whose own age limit lets in whom nobody can register; without one the answer has a notice."""
    limits = [values[AGE_LIMIT] for day in _days(policy, national) if AGE_LIMIT in (values := national.on(day))]
    for group in policy.groups if limits else ():
        yield from _older(group, policy, min(limits))


def _older(group: Group, policy: Policy, limit: int) -> Iterator[Diagnostic]:
    highest = [(bound, c) for c in group.criteria for bound in _upper_bounds(c.condition, policy, wanted=True)]
    if any(isinstance(bound, National) or bound < limit for bound, _ in highest):
        return
    for bound, criterion in highest:
        values = {"age": bound, "limit": limit}
        yield Diagnostic("age-above-national", criterion.place, dict(values), "warning")


def _upper_bounds(condition: Condition, policy: Policy, *, wanted: bool) -> Iterator[Bound]:
    """Highest ages that the condition names for those who meet it (or, if not `wanted`, for those who do not)."""
    match condition:
        case Between("usia", _, high) if wanted and high is not None:
            yield high
        case Between("usia", low, None) if not wanted and isinstance(low, int):
            yield low - 1
        case Between("usia", low, None) if not wanted and low is not None:
            yield low
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _upper_bounds(part, policy, wanted=wanted)
        case Not(part):
            yield from _upper_bounds(part, policy, wanted=not wanted)
        case Defined(name):
            yield from _upper_bounds(policy.definitions[name], policy, wanted=wanted)
        case _:
            return


def _other_tariff(policy: Policy, national: NationalLayer) -> Iterator[Diagnostic]:
    """A contribution of the regulation's own that is not the national tariff of its segment."""
    for group in policy.groups:
        for day in _days(policy, national):
            tariff = national.monthly_idr(group.segment, policy.programs, day)
            if group.monthly_idr is not None and tariff is not None and tariff != group.monthly_idr:
                values = {"name": group.id, "monthly": group.monthly_idr, "tariff": tariff, "day": day}
                yield Diagnostic("tariff-differs", group.place, dict(values), "warning")
                break


RULES: tuple[Callable[[Policy, NationalLayer], Iterator[Diagnostic]], ...] = (_older_than_national, _other_tariff)
