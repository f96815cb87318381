"""JSON forms that several faces share."""

from __future__ import annotations

from datetime import date

from engine.decision.outline import legal_effect
from engine.language.policy import Policy


def policy_summary(policy: Policy, today: date) -> dict[str, object]:
    """One version in a list: what it is, from when to when, its effect today."""
    title, effective = policy.title, policy.effective
    return {
        "policy": policy.id,
        "city": policy.city,
        "kind": title.kind,
        "number": title.number,
        "year": title.year,
        "about": title.about,
        "binding": policy.binding,
        "official_text": policy.official_text,
        "since": effective.since and effective.since.isoformat(),
        "until": effective.until and effective.until.isoformat(),
        "known_until": effective.known_until.isoformat(),
        "legal_effect": legal_effect(policy, None, today),
        "groups": [group.id for group in policy.groups],
    }
