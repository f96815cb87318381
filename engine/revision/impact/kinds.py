"""What a change of policy is for one person, from what the old and the new policy say of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from engine.decision.decision import Outline
from engine.decision.judge import Result
from engine.registry.report.conclusions import payer_of

Kind = Literal["gain", "loss", "newly_undetermined", "settled", "payer", "same"]
"""Becomes eligible, ceases to be, cannot be told any more, can be told now, eligible as before but by other money; and
nothing of that. Who is undetermined before and after has not changed."""
KINDS: tuple[Kind, ...] = get_args(Kind)


def kind_of(old: Outline, new: Outline) -> Kind:
    """The kind of everybody whose outlines these are."""
    if old.outcome != new.outcome:
        if new.outcome == "undetermined":
            return "newly_undetermined"
        if old.outcome == "undetermined":
            return "settled"
        return "gain" if new.outcome == "eligible" else "loss"
    if old.outcome != "eligible":
        return "same"
    return "same" if paying(old) == paying(new) else "payer"


def paying(outline: Outline) -> tuple[str, str | None, int | None, int | None] | None:
    """Source, provider, months and rupiah a month of the payer; None: nobody, or not settled."""
    payer = payer_of(outline)
    return (payer.rule.source, payer.rule.provider, payer.months, payer.monthly_idr) if payer else None


def refusing(outline: Outline) -> tuple[tuple[str, str], ...]:
    """The criteria (group, criterion) for which the outline refuses; of several groups, all of theirs."""
    return _with_result(outline, "failed")


def opening(outline: Outline) -> tuple[tuple[str, str], ...]:
    """The criteria that leave the outline open."""
    return _with_result(outline, "unknown")


def _with_result(outline: Outline, result: Result) -> tuple[tuple[str, str], ...]:
    return tuple((f.group.id, f.criterion.id) for f in outline.findings if f.result == result)


def paid_for(months: int | None, first: int) -> tuple[int, int]:
    """First and last month (from 1) of so many months from the month `first`; not regulated: to the end of the year."""
    return first, 12 if months is None else min(12, first + months - 1)


def monthly(outlines: Sequence[Outline], people: dict[int, int], first: int) -> dict[tuple[str, int], int]:
    """Rupiah by source and month (from 1) for so many people of each outline, paid from the month `first`.

    Before quota and budget.
    """
    found: dict[tuple[str, int], int] = {}
    for number, count in people.items():
        payer = payer_of(outlines[number])
        if payer is None or payer.monthly_idr is None or outlines[number].outcome != "eligible":
            continue
        start, last = paid_for(payer.months, first)
        for month in range(start, last + 1):
            key = (payer.rule.source, month)
            found[key] = found.get(key, 0) + count * payer.monthly_idr
    return found
