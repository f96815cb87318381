"""JSON forms that several faces share."""

from __future__ import annotations

from datetime import date

from api.terminal import outcome_text, say
from engine.decision import changes
from engine.decision.changes import Change
from engine.decision.decision import Decision
from engine.decision.outline import legal_effect
from engine.language.diagnostic import Diagnostic
from engine.language.messages import fault_text
from engine.language.messages.words import EFFECTS
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


def decision_form(decision: Decision, found: tuple[Change, ...] | None, language: Language) -> dict[str, object]:
    """A decision in its fixed form; with `changes` where they were asked for."""
    form = decision.as_json(language)
    if found is not None:
        form["changes"] = changes.as_json(found, decision.vocabulary, language)
    return form


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


def answer_form(decision: Decision, language: Language) -> dict[str, object]:
    """A decision in one line of words: outcome, group, payer, what is missing. No fact of the person is in it."""
    payer = decision.payer
    months = payer and (say("months", language, months=payer.months) if payer.months else say("months_open", language))
    source = payer and decision.vocabulary.sources[payer.rule.source].label[language]
    missing = dict.fromkeys(item.fact for item in decision.missing)
    return {
        "policy": decision.policy.id,
        "on": decision.on.isoformat(),
        "outcome": decision.outcome,
        "outcome_label": outcome_text(decision, language),
        "legal_effect_label": EFFECTS[decision.legal_effect][language],
        "group": decision.group.label[language] if decision.group else None,
        "payer": f"{source}, {months}" if payer else None,
        "missing": [decision.vocabulary.facts[fact].label[language] for fact in missing],
    }
