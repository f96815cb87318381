"""A decision without the person: what a policy says on a day to everybody in one situation.

Findings, payments and notices are made once here and shared by all the decisions that have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from engine.decision.decision import Finding, LegalEffect, Missing, Notice, Open, Outline, Payment
from engine.decision.judge import RESULT, Result
from engine.decision.verdict import Verdict
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
from engine.language.library import Library
from engine.language.policy import FundingRule, Group, Listing, Policy


@dataclass(frozen=True, slots=True)
class Reads:
    """What the criteria of a policy read: facts by (group, criterion), and lists with their group and criterion."""

    facts: dict[tuple[str, str], tuple[str, ...]]
    lists: tuple[tuple[str, str, Listed], ...]


def reads_of(policy: Policy) -> Reads:
    criteria = [(group, criterion) for group in policy.groups for criterion in group.criteria]
    return Reads(
        {(group.id, c.id): _facts_read(policy, c.condition) for group, c in criteria},
        tuple((group.id, c.id, listed) for group, c in criteria for listed in _lists_read(policy, c.condition)),
    )


@dataclass(frozen=True, slots=True)
class Terms:
    """A policy's own terms on a day: whatever it can find, pay and leave open, each made once."""

    library: Library
    policy: Policy
    day: date
    findings: tuple[tuple[Mapping[Result, Finding], ...], ...]
    """By group and criterion."""
    payments: tuple[tuple[Mapping[Result, Payment], ...], ...]
    """By group and funding rule."""
    on_time: tuple[Notice, ...]
    open_lists: tuple[tuple[tuple[str, str], Open], ...]
    """Those that are not closed, with the group and criterion that ask them."""
    age_limit: int | None
    """The national limit binds new participants of every group; where no criterion says so, a notice does."""


def terms_of(library: Library, policy: Policy, day: date) -> Terms:
    reads = reads_of(policy)
    return Terms(
        library,
        policy,
        day,
        tuple(
            tuple(
                {result: Finding(group, c, result, reads.facts[group.id, c.id]) for result in RESULT.values()}
                for c in group.criteria
            )
            for group in policy.groups
        ),
        tuple(_payments(library, policy, group, day) for group in policy.groups),
        tuple(_on_time(policy, day)),
        tuple(
            ((group, criterion), (criterion, listed, _settled(policy.listings[listed.listing])))
            for group, criterion, listed in reads.lists
            if policy.listings[listed.listing].completeness != "closed"
        ),
        library.national.on(day).get("usia_pendaftaran_kurang_dari"),
    )


def outline(terms: Terms, digest: str, verdict: Verdict) -> Outline:
    """The verdict in the policy's own terms; `digest`: of the program that gave it."""
    library, policy, day = terms.library, terms.policy, terms.day
    group = policy.groups[verdict.group] if verdict.group is not None else None
    findings = tuple(
        [
            said[result]
            for criteria, results in zip(terms.findings, verdict.findings, strict=True)
            for said, result in zip(criteria, results, strict=True)
        ]
    )
    funding = tuple([terms.payments[index][rule][result] for index, rule, result in verdict.funding])
    return Outline(
        policy=policy,
        policy_digest=digest,
        on=day,
        legal_effect=legal_effect(policy, group, day),
        outcome=verdict.outcome,
        group=group,
        findings=findings,
        missing=tuple([Missing(fact, purpose) for fact, purpose in verdict.missing]),
        funding=funding,
        notices=tuple(_notices(terms, group, verdict, funding)),
        open_lists=_open_lists(terms, findings) if verdict.ruling_needed else (),
        second_job_matters=verdict.outcome != "eligible"
        and any(f.result != "met" and "pekerjaan_kedua" in f.reads for f in findings),
        age_limit=terms.age_limit if group else None,
        vocabulary=library.vocabulary,
    )


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


def _payments(library: Library, policy: Policy, group: Group, day: date) -> tuple[Mapping[Result, Payment], ...]:
    monthly = group.monthly_idr
    if monthly is None:
        monthly = library.national.monthly_idr(group.segment, policy.programs, day)

    def months(rule: FundingRule) -> int | None:
        return 13 - day.month if rule.months == "year_end" else rule.months

    return tuple(
        {result: Payment(rule, result, months(rule), monthly) for result in RESULT.values()} for rule in group.funding
    )


def _notices(terms: Terms, group: Group | None, verdict: Verdict, funding: tuple[Payment, ...]) -> Iterator[Notice]:
    """What a careful official would add, whoever the person is."""
    policy, vocabulary = terms.policy, terms.library.vocabulary
    yield from terms.on_time
    if group and group.status == "unverified":
        yield Notice("unverified")
    if not policy.official_text:
        yield Notice("reconstructed_text")
    yield from _on_grounds(policy, group, verdict)
    if group and group.segment == "pu_perseorangan":
        yield Notice("wage_earner_in_national_law")
    payer = next((payment for payment in funding if payment.result == "met"), None)
    if payer and group and payer.monthly_idr is None:
        yield Notice("tariff_not_modelled", (("segment", vocabulary.segments[group.segment].label),))
    if payer and isinstance(payer.rule.months, int):
        source = vocabulary.sources[payer.rule.source].label
        yield Notice(
            "donor_months_end",
            (("source", source), ("months", payer.rule.months), ("last", payer.rule.months + 1)),
        )


def _on_time(policy: Policy, day: date) -> Iterator[Notice]:
    effective = policy.effective
    if policy.what_if:
        yield Notice("what_if", (("changes", "; ".join(policy.what_if)),))
    elif policy.status == "draft":
        yield Notice("proposal_without_effect")
    elif not policy.binding:
        yield Notice("not_binding")
    if effective.until and day > effective.until:
        yield Notice("superseded", (("until", effective.until), ("on", day)))
    elif day > effective.known_until:
        yield Notice("after_last_known_date", (("known", effective.known_until),))
    if effective.since and day < effective.since:
        yield Notice("before_start", (("on", day), ("since", effective.since)))


def _on_grounds(policy: Policy, group: Group | None, verdict: Verdict) -> Iterator[Notice]:
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


def _settled(listing: Listing) -> frozenset[str]:
    return frozenset({*listing.entries, *listing.excluded, *NO_OCCUPATION})


def _open_lists(terms: Terms, findings: tuple[Finding, ...]) -> tuple[Open, ...]:
    """Open and partial lists that unmet criteria ask."""
    asking = {(f.group.id, f.criterion.id) for f in findings if f.result == "unknown"}
    return tuple([asked for place, asked in terms.open_lists if place in asking])


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
