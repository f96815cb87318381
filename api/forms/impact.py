"""What a change of policy does to a registry, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.revision.impact.job import Ambiguity


def ambiguity_forms(found: Sequence[Ambiguity]) -> list[dict[str, Any]]:
    return [
        {
            "reading": each.reading,
            "changes": dict(each.impact.kinds),
            "eligible": {"old": each.impact.old.count("eligible"), "new": each.impact.new.count("eligible")},
            "yearly_idr": each.yearly_idr,
        }
        for each in found
    ]
