"""The decision about one person: a verdict joined with the person's own facts, in the fixed JSON form.

Messages are rendered when read, in the language asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from engine.decision.facts import Person
from engine.decision.judge import Result
from engine.decision.program import ONGOING
from engine.decision.verdict import Outcome, Purpose
from engine.language.condition import Listed
from engine.language.messages import notice_text
from engine.language.messages.words import RESULTS
from engine.language.policy import Criterion, FundingRule, Group, Policy
from engine.language.vocabulary import Language, Vocabulary
from engine.language.wording import value_text

SAID = 1_000
"""Lists of findings with messages that are kept per outline and language."""

LegalEffect = Literal["in_force", "superseded", "proposed", "not_binding", "unverified"]


@dataclass(frozen=True, slots=True)
class Finding:
    group: Group
    criterion: Criterion
    result: Result
    reads: tuple[str, ...]
    """Facts that the criterion reads."""


@dataclass(frozen=True, slots=True)
class Missing:
    fact: str
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Somebody must rule whether the occupation `code` belongs to an open or partial list."""

    criterion: str
    listing: str
    code: str


@dataclass(frozen=True, slots=True)
class Payment:
    """A source that would or could pay. `months` from the month of the decision; None: not regulated."""

    rule: FundingRule
    result: Result
    months: int | None
    monthly_idr: int | None


@dataclass(frozen=True, slots=True)
class Notice:
    code: str
    values: tuple[tuple[str, object], ...] = ()

    def text(self, language: Language) -> str:
        return notice_text(self.code, dict(self.values), language)


Open = tuple[str, Listed, frozenset[str]]
"""An open or partial list as a criterion asks it: the criterion, the question, the values that need no ruling."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A decision without the person: shared by everybody in the same situation under a policy on a day."""

    policy: Policy
    policy_digest: str
    on: date
    legal_effect: LegalEffect
    outcome: Outcome
    group: Group | None
    findings: tuple[Finding, ...]
    missing: tuple[Missing, ...]
    funding: tuple[Payment, ...]
    notices: tuple[Notice, ...]
    open_lists: tuple[Open, ...]
    """Lists somebody may have to rule on."""
    second_job_matters: bool
    age_limit: int | None
    """National limit for new participants, in years; None where it does not concern the outcome."""
    vocabulary: Vocabulary
    rendered: dict[Language, dict[str, Any]] = field(default_factory=dict, compare=False)
    """The JSON form's shared parts, by language, made when first asked for."""

    @property
    def payer(self) -> Payment | None:
        """The assigned source: the first that is met, in legal order."""
        return next((payment for payment in self.funding if payment.result == "met"), None)


class Decision:
    """An outline joined with the person's own facts. Immutable by convention; made for every person, so kept small."""

    __slots__ = ("outline", "person")

    def __init__(self, outline: Outline, person: Person) -> None:
        self.outline = outline
        self.person = person

    @property
    def policy(self) -> Policy:
        return self.outline.policy

    @property
    def policy_digest(self) -> str:
        return self.outline.policy_digest

    @property
    def on(self) -> date:
        return self.outline.on

    @property
    def legal_effect(self) -> LegalEffect:
        return self.outline.legal_effect

    @property
    def outcome(self) -> Outcome:
        return self.outline.outcome

    @property
    def group(self) -> Group | None:
        """The deciding group; None unless eligible, and the same however the unknown facts turn out."""
        return self.outline.group

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.outline.findings

    @property
    def missing(self) -> tuple[Missing, ...]:
        return self.outline.missing

    @property
    def funding(self) -> tuple[Payment, ...]:
        """Sources that would or could pay, in legal order."""
        return self.outline.funding

    @property
    def vocabulary(self) -> Vocabulary:
        return self.outline.vocabulary

    @property
    def unsettled(self) -> tuple[Unsettled, ...]:
        """The person's values that wait for a ruling on an open or partial list."""
        found: dict[Unsettled, None] = {}
        for criterion, listed, settled in self.outline.open_lists:
            for fact in listed.facts:
                code = self.person.facts.get(fact)
                if isinstance(code, str) and code not in settled:
                    found[Unsettled(criterion, listed.listing, code)] = None
        return tuple(found)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a careful official would add, in general and about this person."""
        return (*self.outline.notices, *self._own_notices())

    def _own_notices(self) -> list[Notice]:
        own = []
        if self.outline.second_job_matters and "pekerjaan_kedua" in self.person.presumed:
            own.append(Notice("second_occupation_not_stated"))
        age, limit = self.person.facts.get("usia"), self.outline.age_limit
        if limit is not None and isinstance(age, int) and age >= limit and not self.person.facts.get(ONGOING):
            own.append(Notice("national_age_limit", (("limit", limit),)))
        return own

    @property
    def payer(self) -> Payment | None:
        return self.outline.payer

    @property
    def monthly_idr(self) -> int | None:
        """Contribution in rupiah per month; None where not eligible or not modelled."""
        return self.payer.monthly_idr if self.payer else None

    def facts_text(self, finding: Finding, language: Language) -> str:
        """The person's stated facts that a finding rests on, in words."""
        known = [
            f"{fact.label[language]}: {value_text(fact, self.person.facts[name], language)}"
            for name, fact in ((name, self.vocabulary.facts[name]) for name in finding.reads)
            if name in self.person.facts and name not in self.person.presumed
        ]
        return "; ".join(known)

    def finding_text(self, finding: Finding, language: Language) -> str:
        """The criterion in the regulation's words, its result, and the facts it rests on."""
        known = self.facts_text(finding, language)
        tail = f" ({known})" if known else ""
        return f"{finding.criterion.text}: {RESULTS[finding.result][language]}{tail}"

    def as_json(self, language: Language = "id") -> dict[str, object]:
        """The decision in the fixed form of the API. Parts that others in the same situation share are not copies."""
        shared = self.outline.rendered.get(language)
        if shared is None:
            shared = self.outline.rendered[language] = _shared_json(self.outline, language)
        own = [{"code": notice.code, "message": notice.text(language)} for notice in self._own_notices()]
        return {
            **shared["head"],
            "findings": self._findings_json(shared, language),
            "missing": shared["missing"],
            "unsettled": [
                {"criterion": item.criterion, "list": item.listing, "code": item.code} for item in self.unsettled
            ],
            "funding": shared["funding"],
            "monthly_idr": self.monthly_idr,
            "programs": shared["programs"],
            "notices": [*shared["notices"], *own],
        }

    def _findings_json(self, shared: dict[str, Any], language: Language) -> list[dict[str, object]]:
        """Findings with their messages; people who also share the facts read share the list."""
        known = self.person.facts
        key = (self.person.presumed, *[known.get(fact) for fact in shared["reads"]])
        found: list[dict[str, object]] | None = shared["said"].get(key)
        if found is None:
            if len(shared["said"]) >= SAID:
                shared["said"].clear()
            found = shared["said"][key] = [
                {**form, "message": self.finding_text(finding, language)}
                for form, finding in zip(shared["findings"], self.findings, strict=True)
            ]
        return found


def _shared_json(outline: Outline, language: Language) -> dict[str, Any]:
    """What the JSON form of every decision with this outline has in common."""
    return {
        "head": {
            "policy": outline.policy.id,
            "policy_digest": outline.policy_digest,
            "city": outline.policy.city,
            "on": outline.on.isoformat(),
            "legal_effect": outline.legal_effect,
            "outcome": outline.outcome,
            "group": outline.group.id if outline.group else None,
        },
        "findings": [
            {
                "group": finding.group.id,
                "criterion": finding.criterion.id,
                "result": finding.result,
                "pasal": finding.criterion.article,
                "basis": finding.criterion.ground.basis,
                "sources": list(finding.criterion.ground.sources),
            }
            for finding in outline.findings
        ],
        "missing": [
            {"fact": item.fact, "for": item.purpose, "proof": outline.vocabulary.facts[item.fact].proof(language)}
            for item in outline.missing
        ],
        "funding": [
            {
                "source": item.rule.source,
                "provider": item.rule.provider,
                "result": item.result,
                "months": item.months,
                "monthly_idr": item.monthly_idr,
                "pasal": item.rule.article,
                "basis": item.rule.ground.basis,
            }
            for item in outline.funding
        ],
        "reads": tuple(dict.fromkeys(fact for finding in outline.findings for fact in finding.reads)),
        "said": {},
        "programs": list(outline.policy.programs),
        "notices": [{"code": notice.code, "message": notice.text(language)} for notice in outline.notices],
    }
