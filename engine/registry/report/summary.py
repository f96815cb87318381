"""The summary of a run as JSON values: fixed English keys, slugs with their labels beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.decision.outline import legal_effect
from engine.language.messages.registry import HELD
from engine.language.messages.report import CONCLUSION_LABELS
from engine.language.messages.words import EFFECTS
from engine.language.vocabulary import Label, Language, Vocabulary
from engine.registry.report.conclusions import CONCLUSIONS, Counts
from engine.registry.report.notices import notice_label
from engine.registry.report.situations import Situation
from engine.registry.report.totals import Line, Totals
from engine.registry.run import Decided

MOST = 50
"""Situations that the summary lists; `situations` says how many there are."""


def summary(
    decided: Decided, totals: Totals, situations: Sequence[Situation], vocabulary: Vocabulary, language: Language
) -> dict[str, Any]:
    """Everything counted about a run; rupiah are per month and before quota and budget."""
    effect = legal_effect(decided.policy, None, decided.day)
    return {
        "policy": decided.policy.id,
        "city": decided.policy.city,
        "about": decided.policy.title.about,
        "on": decided.day.isoformat(),
        "policy_digest": decided.digest,
        "legal_effect": effect,
        "legal_effect_label": EFFECTS[effect][language],
        "rows": totals.rows,
        "synthetic_rows": totals.synthetic,
        "outcomes": [
            {"outcome": each, "label": CONCLUSION_LABELS[each][language], "applicants": totals.counts[each]}
            for each in CONCLUSIONS
        ],
        "villages": [_line(line, "village", language) for line in totals.villages],
        "occupations": [_line(line, "occupation", language) for line in totals.occupations],
        "sources": [
            {
                "source": line.source,
                "provider": line.provider,
                "label": line.label[language],
                "applicants": line.people,
                "monthly_idr": line.monthly_idr,
                "not_modelled": line.unpriced,
            }
            for line in totals.sources
        ],
        "criteria": [
            {
                "group": line.group.id,
                "group_label": line.group.label[language],
                "criterion": line.criterion.id,
                "pasal": line.criterion.article,
                "basis": line.criterion.ground.basis,
                "refused": line.refused,
                "refused_alone": line.alone,
                "refused_on_assumption": line.doubtful,
                "unknown": line.unknown,
            }
            for line in totals.criteria
        ],
        "missing": [
            {
                "fact": line.fact,
                "label": line.label[language],
                "proof": vocabulary.facts[line.fact].proof(language),
                "for_outcome": line.outcome,
                "for_group": line.group,
                "for_funding": line.funding,
                "settles_alone": line.settles,
            }
            for line in totals.facts
        ],
        "unsettled": [
            {
                "code": line.code,
                "label": line.label[language],
                "applicants": line.people,
                "settles_alone": line.settles,
            }
            for line in totals.rulings
        ],
        "situations": len(situations),
        "commonest": [
            {
                "applicants": each.people,
                "outcome": each.conclusion,
                "message": each.text(language),
                "missing": [ask.fact for ask in each.asks],
                "unsettled": {ruling.code: ruling.people for ruling in each.rulings},
                "verdicts": list(each.verdicts),
            }
            for each in situations[:MOST]
        ],
        "notices": [
            {"code": code, "message": notice_label(decided, code)[language], "applicants": people}
            for code, people in totals.notices
        ],
        "held": [
            {"reason": code, "label": HELD.get(code, Label(code, code))[language], "rows": rows}
            for code, rows in totals.held
        ],
        "faulty_cells": [
            {"fact": name, "label": vocabulary.facts[name].label[language], "cells": cells}
            for name, cells in totals.faulty
            if name in vocabulary.facts
        ],
    }


def _line(line: Line, name: str, language: Language) -> dict[str, Any]:
    return {
        name: line.slug,
        "label": line.label[language],
        "applicants": line.rows,
        "outcomes": _counts(line.counts),
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {conclusion: counts[conclusion] for conclusion in CONCLUSIONS}
