"""What an outline comes to in a report: how it counts, who pays, what is missing and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from engine.decision.decision import Finding, Outline, Payment
from engine.decision.verdict import Purpose
from engine.language.policy import Group
from engine.language.vocabulary import Label

Conclusion = Literal["eligible", "undetermined", "refusal_on_assumption", "ineligible", "held"]
"""What a row counts as: its outcome, but a refusal that rests on assumptions alone is none, and a held row has none."""
CONCLUSIONS: tuple[Conclusion, ...] = get_args(Conclusion)
Counts = Mapping[Conclusion, int]
BLUE, ORANGE, SKY, RED, GREY = "#0072B2", "#E69F00", "#56B4E9", "#D55E00", "#999999"
"""Okabe and Ito's colours, told apart by colour-blind readers too."""
COLOURS: Mapping[Conclusion, str] = dict(zip(CONCLUSIONS, (BLUE, ORANGE, SKY, RED, GREY), strict=True))


def conclusion_of(outline: Outline) -> Conclusion:
    """What everybody with this verdict counts as."""
    if any(notice.code == "refusal_on_assumption" for notice in outline.notices):
        return "refusal_on_assumption"
    return outline.outcome


def payer_of(outline: Outline) -> Payment | None:
    """The assigned source: the first that is met, in legal order."""
    return outline.payer


def missing_for(outline: Outline, purpose: Purpose) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.fact for item in outline.missing if item.purpose == purpose))


def settling(outline: Outline) -> str | None:
    """The one fact that settles the outcome by itself; None where there is none, or a ruling is needed too."""
    needed = missing_for(outline, "outcome")
    return needed[0] if len(needed) == 1 and not outline.open_lists else None


def by_group(outline: Outline) -> list[tuple[Group, list[Finding]]]:
    """Findings by group, in the policy's order."""
    found: dict[str, tuple[Group, list[Finding]]] = {}
    for finding in outline.findings:
        found.setdefault(finding.group.id, (finding.group, []))[1].append(finding)
    return list(found.values())


def firmly(findings: Iterable[Finding]) -> list[Finding]:
    """Failed criteria that rest on more than an assumption."""
    return [f for f in findings if f.result == "failed" and f.criterion.ground.basis != "assumed"]


def code_label(outline: Outline, code: str) -> Label:
    """The label of a value that some open list may or may not mean."""
    for _, listed, _ in outline.open_lists:
        for fact in listed.facts:
            word = outline.vocabulary.facts[fact].words.get(code)
            if word:
                return word.label
    return Label(code, code)
