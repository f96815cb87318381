"""A policy and its faults as JSON."""

from __future__ import annotations

from datetime import date

from engine.decision.outline import legal_effect
from engine.language.diagnostic import Diagnostic
from engine.language.messages import fault_text
from engine.language.policy import Policy
from engine.language.vocabulary import Language


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


def fault_form(fault: Diagnostic, language: Language) -> dict[str, object]:
    message, hint = fault_text(fault, language)
    place = fault.place
    return {
        "file": place.path,
        "line": place.line,
        "column": place.column,
        "code": fault.code,
        "severity": fault.severity,
        "message": message,
        "hint": hint,
    }
