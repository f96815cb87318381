"""One city's registry under every city's rules, as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from engine.language.messages.report import CONCLUSION_LABELS
from engine.language.vocabulary import Language
from engine.registry.report.conclusions import CONCLUSIONS
from engine.revision.impact.elsewhere import Elsewhere


def elsewhere_form(home: str, found: Sequence[Elsewhere], language: Language) -> dict[str, object]:
    """Counts of people by conclusion, and rupiah a month by source; before quota and budget."""
    return {
        "city": home,
        "columns": [
            {
                "policy": each.policy.id,
                "city": each.policy.city,
                "on": each.day.isoformat(),
                "residents_moved": each.moved,
                "villages_unknown": each.moved and each.names_villages,
                "rows": each.rows,
                "conclusions": [
                    {"conclusion": name, "label": CONCLUSION_LABELS[name][language], "people": each.counts[name]}
                    for name in CONCLUSIONS
                ],
                "monthly_idr": dict(each.monthly_idr),
                "eligible_without_amount": each.unpriced,
            }
            for each in found
        ],
    }
