"""The impact as JSON: every number with the condition for the rows behind it, over one of the Parquet files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engine.language.library import Library
from engine.language.messages.impact import KIND_LABELS
from engine.language.vocabulary import Language
from engine.revision.impact import behind
from engine.revision.impact.displacement import GRANTED, MOVED, MOVES, Displacement
from engine.revision.impact.impact import Because, Impact
from engine.revision.impact.kinds import KINDS
from engine.revision.impact.lines import lines, named
from engine.revision.impact.people import DIMENSIONS, NEW, OLD, PEOPLE

Amounts = Mapping[tuple[str, int], int]
"""Rupiah by source and month."""


def as_json(found: Impact, moved: Displacement | None, library: Library, language: Language) -> dict[str, Any]:
    """Counts of people, and rupiah by source and month; `rows` and its like are conditions over `rows_file`."""
    return {
        "old": {"policy": found.old.policy.id, "on": found.old.day.isoformat()},
        "new": {"policy": found.new.policy.id, "on": found.new.day.isoformat()},
        "rows": found.rows,
        "rows_file": PEOPLE,
        "eligible": {"old": found.old.count("eligible"), "new": found.new.count("eligible")},
        "eligible_rows": {"old": behind.of_outcome(OLD, "eligible"), "new": behind.of_outcome(NEW, "eligible")},
        "changes": [
            {
                "change": kind,
                "label": KIND_LABELS[kind][language],
                "people": found.kinds[kind],
                "rows": behind.of_kind(kind),
            }
            for kind in KINDS
        ],
        "ongoing_out": found.ongoing_out,
        "ongoing_out_rows": behind.ongoing_out(),
        "because": [_because(each) for each in found.because],
        "by": {
            name: [
                {
                    "value": value,
                    "label": named(name, value, library, language),
                    **{str(kind): people for kind, people in counts.items()},
                    "rows": behind.equal(name, value),
                }
                for value, counts in lines(found, name)
            ]
            for name in DIMENSIONS
        },
        "money": _money(found.old.money(), found.new.money(), _unbudgeted),
        "money_in_all": _in_all(found.old.money(), found.new.money(), behind.amount_in_all),
        "with_budget": _moved(moved),
    }


def _because(each: Because) -> dict[str, Any]:
    return {
        "change": each.kind,
        "group": each.group,
        "criterion": each.criterion,
        "pasal": each.article,
        "basis": each.basis,
        "people": each.people,
        "alone": each.alone,
        "rows": behind.for_reason(each, alone=False),
        "alone_rows": behind.for_reason(each, alone=True),
    }


def _moved(moved: Displacement | None) -> dict[str, Any] | None:
    if moved is None:
        return None
    return {
        "budget": moved.budget.path,
        **{move: moved.people(move) for move in MOVES},
        "rows_file": MOVED,
        "rows": {move: behind.moved(move) for move in MOVES},
        "money_file": GRANTED,
        "money": _money(moved.old, moved.new, _budgeted),
        "money_in_all": _in_all(moved.old, moved.new, behind.granted_in_all),
    }


def _money(old: Amounts, new: Amounts, rows: Callable[[str, int], dict[str, str]]) -> list[dict[str, Any]]:
    return [
        {
            "source": source,
            "month": month,
            "old_idr": old.get((source, month), 0),
            "new_idr": new.get((source, month), 0),
            "rows": rows(source, month),
        }
        for source, month in sorted({*old, *new})
    ]


def _in_all(old: Amounts, new: Amounts, amount: Callable[[str], str]) -> dict[str, Any]:
    """All sources and months together, in the form of a line of money."""
    both = amount(OLD), amount(NEW)
    rows = {
        "old": behind.some(both[0]),
        "new": behind.some(both[1]),
        "difference": behind.differing(both),
        "old_idr": both[0],
        "new_idr": both[1],
    }
    return {"old_idr": sum(old.values()), "new_idr": sum(new.values()), "rows": rows}


def _unbudgeted(source: str, month: int) -> dict[str, str]:
    """Conditions, and what each row adds to the amount of either side."""
    return {
        "old": behind.paid(OLD, source, month),
        "new": behind.paid(NEW, source, month),
        "difference": behind.paid_otherwise(source, month),
        "old_idr": behind.amount(OLD, source, month),
        "new_idr": behind.amount(NEW, source, month),
    }


def _budgeted(source: str, month: int) -> dict[str, str]:
    return {
        "old": behind.granted_to(OLD, source, month),
        "new": behind.granted_to(NEW, source, month),
        "difference": behind.granted_otherwise(source, month),
        "old_idr": behind.granted(OLD, month),
        "new_idr": behind.granted(NEW, month),
    }
