"""A decision as JSON, whole and in one line."""

from __future__ import annotations

from api.terminal import outcome_text, say
from engine.decision import changes
from engine.decision.changes import Change
from engine.decision.decision import Decision
from engine.language.messages.words import EFFECTS
from engine.language.vocabulary import Language


def decision_form(decision: Decision, found: tuple[Change, ...] | None, language: Language) -> dict[str, object]:
    """A decision in its fixed form; with `changes` where they were asked for."""
    form = decision.as_json(language)
    if found is not None:
        form["changes"] = changes.as_json(found, decision.vocabulary, language)
    return form


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
