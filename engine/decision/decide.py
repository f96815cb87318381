"""Decides a person's case under a policy on a day: verdict, money, legal effect, notices."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import date

from engine.decision.decision import (
    Decision,
    Finding,
    LegalEffect,
    Missing,
    Notice,
    Payment,
    Unsettled,
)
from engine.decision.facts import Person
from engine.decision.meaning import TooLarge
from engine.decision.program import ONGOING, NationalMissing, build
from engine.decision.rules import RulesFault
from engine.decision.situations import TooManySituations
from engine.decision.verdict import Decider, Disagreement, Result, Verdict
from engine.language.condition import (
    NO_OCCUPATION,
    RULING,
    Among,
    Between,
    Condition,
    Defined,
    Either,
    Every,
    Listed,
    Not,
    written,
)
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.policy import Group, Policy

PROGRAMS = 256
"""Programs kept ready; the oldest is closed when another is needed."""
DAYS = 10_000
"""Days remembered for which a program is known."""


Undecidable = (Disagreement, NationalMissing, RulesFault, TooLarge, TooManySituations)
"""Why a policy cannot decide a case: a fault of the engine, or a policy outside its bounds."""


def why_not(policy: Policy, problem: BaseException) -> Diagnostic:
    """An Undecidable as a fault of the policy."""
    match problem:
        case NationalMissing():
            return Diagnostic("national-not-in-force", policy.place, {"name": policy.id, "problem": problem})
        case TooManySituations(block=block):
            return Diagnostic("too-many-situations", policy.place, {"name": f"{policy.id} {block}"})
        case TooLarge():
            return Diagnostic("too-large", policy.place, {"name": policy.id})
        case _:
            return Diagnostic("rules-disagree", policy.place, {"name": policy.id, "problem": problem})


class Desk:
    """A library made ready to decide: one decider per resolved program, found by policy and national values."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._ready: dict[tuple[str, str, tuple[tuple[str, int], ...]], Decider] = {}
        self._by_day: dict[tuple[str, str, date], Decider] = {}
        self._cases: dict[str, _Case] = {}
        self._lock = threading.Lock()

    def decider(self, policy: Policy, day: date) -> Decider:
        """The decider of the policy's program that day. Raises Undecidable."""
        found = self._by_day.get((policy.id, policy.content, day))
        return found if found is not None else self._prepare(policy, day)

    def _prepare(self, policy: Policy, day: date) -> Decider:
        key = (policy.id, policy.content, tuple(sorted(self.library.national.on(day).items())))
        with self._lock:
            found = self._ready.get(key)
            if found is None:
                if len(self._ready) >= PROGRAMS:
                    self._forget()
                found = Decider(build(policy, self.library.vocabulary, self.library.national, day))
                self._ready[key] = found
            if len(self._by_day) >= DAYS:
                self._by_day.clear()
            self._by_day[policy.id, policy.content, day] = found
            return found

    def _forget(self) -> None:
        """Lets the oldest program go; its rulesets are freed."""
        old = self._ready.pop(next(iter(self._ready)))
        self._by_day = {key: decider for key, decider in self._by_day.items() if decider is not old}
        old.close()

    def decide(self, policy: Policy, person: Person, day: date) -> Decision:
        """One decision. Raises Undecidable with the reason when there can be none."""
        decider = self.decider(policy, day)
        verdict = decider.verdict(person.facts)
        case = self._cases.get(policy.content)
        if case is None:
            case = self._cases[policy.content] = _Case(policy)
        group = policy.groups[verdict.group] if verdict.group is not None else None
        funding = tuple(self._payment(policy, *entry, day) for entry in verdict.funding)
        return Decision(
            policy=policy,
            policy_digest=decider.program.digest,
            on=day,
            legal_effect=legal_effect(policy, group, day),
            outcome=verdict.outcome,
            group=group,
            findings=case.findings(verdict),
            missing=tuple(Missing(fact, purpose) for fact, purpose in verdict.missing),
            unsettled=case.unsettled(verdict, person) if verdict.ruling_needed else (),
            funding=funding,
            notices=tuple(
                self._notices(policy, group, verdict, funding, person, day, case.second_job_matters(verdict))
            ),
            person=person,
            vocabulary=self.library.vocabulary,
        )

    def _payment(self, policy: Policy, group: int, rule: int, result: Result, day: date) -> Payment:
        entry = policy.groups[group].funding[rule]
        months = 13 - day.month if entry.months == "year_end" else entry.months
        return Payment(entry, result, months, self._monthly(policy, policy.groups[group], day))

    def _monthly(self, policy: Policy, group: Group, day: date) -> int | None:
        if group.monthly_idr is not None:
            return group.monthly_idr
        return self.library.national.monthly_idr(group.segment, policy.programs, day)

    def _notices(
        self,
        policy: Policy,
        group: Group | None,
        verdict: Verdict,
        funding: tuple[Payment, ...],
        person: Person,
        day: date,
        second_matters: bool,
    ) -> Iterable[Notice]:
        """What a careful official would add."""
        effective = policy.effective
        if policy.status == "draft":
            yield Notice("proposal_without_effect")
        elif not policy.binding:
            yield Notice("not_binding")
        if effective.until and day > effective.until:
            yield Notice("superseded", (("until", effective.until), ("on", day)))
        elif day > effective.known_until:
            yield Notice("after_last_known_date", (("known", effective.known_until),))
        if effective.since and day < effective.since:
            yield Notice("before_start", (("on", day), ("since", effective.since)))
        if group and group.status == "unverified":
            yield Notice("unverified")
        if not policy.official_text:
            yield Notice("reconstructed_text")
        yield from self._grounds(policy, group, verdict)
        if "pekerjaan_kedua" in person.presumed and verdict.outcome != "eligible" and second_matters:
            yield Notice("second_occupation_not_stated")
        payer = next((payment for payment in funding if payment.result == "met"), None)
        if payer and payer.monthly_idr is None and group:
            yield Notice("tariff_not_modelled", (("segment", self.library.vocabulary.segments[group.segment].label),))
        if group and group.segment == "pu_perseorangan":
            yield Notice("wage_earner_in_national_law")
        if payer and isinstance(payer.rule.months, int):
            source = self.library.vocabulary.sources[payer.rule.source].label
            values = (("source", source), ("months", payer.rule.months), ("last", payer.rule.months + 1))
            yield Notice("donor_months_end", values)
        yield from self._national_age(group, person, day)

    def _grounds(self, policy: Policy, group: Group | None, verdict: Verdict) -> Iterable[Notice]:
        if verdict.on_assumption:
            failed = {
                criterion.id
                for criteria, results in zip((g.criteria for g in policy.groups), verdict.findings, strict=True)
                for criterion, result in zip(criteria, results, strict=True)
                if result == "failed" and criterion.ground.basis == "assumed"
            }
            yield Notice("refusal_on_assumption", (("criteria", ", ".join(sorted(failed))),))
        elif group:
            assumed = [c.id for c in group.criteria if c.ground.basis == "assumed"]
            if assumed:
                yield Notice("rests_on_assumption", (("criteria", ", ".join(assumed)),))

    def _national_age(self, group: Group | None, person: Person, day: date) -> Iterable[Notice]:
        """The national age limit binds new participants of every group; where no criterion says so, a notice does."""
        limit = self.library.national.on(day).get("usia_pendaftaran_kurang_dari")
        age = person.facts.get("usia")
        if group is None or limit is None or not isinstance(age, int) or age < limit or person.facts.get(ONGOING):
            return
        yield Notice("national_age_limit", (("limit", limit),))


def legal_effect(policy: Policy, group: Group | None, day: date) -> LegalEffect:
    """Of the group that decides, else of the policy."""
    if policy.status == "draft" or (group and group.status == "draft"):
        return "proposed"
    if not policy.binding:
        return "not_binding"
    effective = policy.effective
    if effective.until and day > effective.until:
        return "superseded"
    if effective.since and day < effective.since:
        return "not_binding"
    if policy.status == "unverified" or (group and group.status == "unverified"):
        return "unverified"
    return "in_force"


def default_day(policy: Policy) -> date:
    """The day a named version is asked about when none is given: the last one known."""
    until = policy.effective.until
    return min(until, policy.effective.known_until) if until else policy.effective.known_until


class _Case:
    """What a decision takes from its policy alone; findings are made once per combination of results."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self._reads = {
            (group.id, criterion.id): _facts_read(policy, criterion.condition)
            for group in policy.groups
            for criterion in group.criteria
        }
        self._lists = [
            (criterion.id, listed)
            for group in policy.groups
            for criterion in group.criteria
            for listed in _lists_read(policy, criterion.condition)
        ]
        self._findings: dict[tuple[tuple[str, ...], ...], tuple[Finding, ...]] = {}

    def findings(self, verdict: Verdict) -> tuple[Finding, ...]:
        found = self._findings.get(verdict.findings)
        if found is None:
            found = tuple(
                Finding(group, criterion, result, self._reads[group.id, criterion.id])
                for group, results in zip(self.policy.groups, verdict.findings, strict=True)
                for criterion, result in zip(group.criteria, results, strict=True)
            )
            self._findings[verdict.findings] = found
        return found

    def second_job_matters(self, verdict: Verdict) -> bool:
        """Whether a criterion that a second occupation could meet is not met."""
        return any(f.result != "met" and "pekerjaan_kedua" in f.reads for f in self.findings(verdict))

    def unsettled(self, verdict: Verdict, person: Person) -> tuple[Unsettled, ...]:
        open_criteria = {f.criterion.id for f in self.findings(verdict) if f.result == "unknown"}
        found: dict[Unsettled, None] = {}
        for criterion, listed in self._lists:
            listing = self.policy.listings[listed.listing]
            if criterion not in open_criteria or listing.completeness == "closed":
                continue
            for fact in listed.facts:
                code = person.facts.get(fact)
                if isinstance(code, str) and code not in NO_OCCUPATION.union(listing.entries, listing.excluded):
                    found[Unsettled(criterion, listed.listing, code)] = None
        return tuple(found)


def _facts_read(policy: Policy, condition: Condition) -> tuple[str, ...]:
    found: dict[str, None] = {}

    def note(part: Condition) -> None:
        match part:
            case Among(fact) | Between(fact):
                found[fact] = None
            case Listed(facts):
                found.update(dict.fromkeys((*facts, RULING)))
            case Defined(name):
                written(policy.definitions[name], note)
            case Every() | Either() | Not():
                pass

    written(condition, note)
    return tuple(found)


def _lists_read(policy: Policy, condition: Condition) -> list[Listed]:
    found: list[Listed] = []

    def note(part: Condition) -> None:
        if isinstance(part, Listed):
            found.append(part)
        elif isinstance(part, Defined):
            written(policy.definitions[part.name], note)

    written(condition, note)
    return found
