"""The themes of a comparison, row by row, and what a policy says on each.

Whatever a policy does not say has no statement; nothing is filled in here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from engine.decision.outline import legal_effect
from engine.language.condition import ALWAYS, Condition
from engine.language.ground import Ground
from engine.language.library import Library
from engine.language.messages.screen import SCREEN
from engine.language.messages.words import DONORS, EFFECTS, INSTRUMENTS, TRANSITIONS, WEIGHTS, WORDING
from engine.language.policy import Criterion, DonorScheme, FundingRule, Group, Months, Policy, Quota
from engine.language.vocabulary import Label
from engine.language.wording import Terms, filled, grouped, in_a_row, in_both, joined, rupiah
from engine.revision.provision import Provision, Statement, merged, statement
from engine.revision.sense import facts_of, grounds_of, sense
from engine.revision.where import plain

FACTS: Mapping[str, tuple[str, ...]] = {
    "post": ("jabatan_rt", "jabatan_rw", "jabatan_lpmk", "status_kepegawaian", "hubungan_asn"),
    "occupation": ("pekerjaan", "pekerjaan_kedua"),
    "employment": ("hubungan_kerja",),
    "own_business": ("menerima_upah", "usaha_sendiri"),
    "age": ("usia",),
    "residence": ("kota", "kelurahan"),
    "breadwinner": ("tulang_punggung",),
    "poverty": ("miskin_ekstrem", "terdaftar_dtks", "terdaftar_dtsen", "desil"),
    "participation": ("peserta_aktif",),
    "transition": ("penerima_berjalan",),
}
"""The facts whose criteria and priorities belong to a theme; what reads any other fact, or none, is `other`."""

_POVERTY_WEIGHTS = ("dtks", "dtsen", "miskin_ekstrem")


@dataclass(frozen=True, slots=True)
class View:
    """A policy as read on a day."""

    policy: Policy
    day: date
    library: Library

    @property
    def terms(self) -> Terms:
        return Terms(self.library.vocabulary, self.policy, self.library.national.on(self.day))

    def sense(self, condition: Condition) -> Hashable | None:
        return sense(condition, self.policy, self.library.vocabulary)


def provisions(view: View) -> tuple[Provision, ...]:
    """What the policy says on every theme, in the order of the table."""
    groups = view.policy.groups
    remarks = {"contribution": merged(_tariffs(view), groups), "funding": merged(_order(view), groups)}
    return tuple(Provision(theme, merged(say(view), groups), remarks.get(theme, ())) for theme, say in THEMES.items())


# the instrument


def _instrument(view: View) -> Iterator[Statement]:
    title = view.policy.title
    text = filled(WORDING["number" if title.number else "no_number"], kind=INSTRUMENTS[title.kind], number=title.number)
    if title.year and str(title.year) not in (title.number or ""):
        text = filled(WORDING["year"], text=text, year=title.year)
    meaning = (title.kind, title.number, title.year) if title.number else None
    yield statement(text, meaning, [view.policy.ground], wording=title.about)


def _effect(view: View) -> Iterator[Statement]:
    policy = view.policy
    for group in policy.groups:
        effect = legal_effect(policy, group, view.day)
        yield statement(EFFECTS[effect], effect, [group.ground if group.status else policy.ground], group)


# who is covered


def _groups(view: View) -> Iterator[Statement]:
    segments = view.library.vocabulary.segments
    for group in view.policy.groups:
        text = filled(WORDING["in_brackets"], text=group.label, more=segments[group.segment].label)
        yield statement(text, _people(view, group), [group.ground])


def _people(view: View, group: Group) -> Hashable | None:
    """Whom a group covers, whatever it is called; None where an assumption helps to say so."""
    asked = [criterion for criterion in group.criteria if "residence" not in _themes(view, criterion.condition)]
    if any(ground.basis == "assumed" for criterion in asked for ground in grounds_of(criterion, view.policy)):
        return None
    meanings = frozenset(_meaning(view, criterion) for criterion in asked)
    return None if None in meanings else (group.segment, meanings)


def _asked(theme: str, view: View) -> Iterator[Statement]:
    """Criteria and priorities that read the facts of a theme."""
    for group in view.policy.groups:
        for criterion in group.criteria:
            if theme in _themes(view, criterion.condition):
                yield _criterion(view, group, criterion)
    for priority in view.policy.priorities:
        if theme in _themes(view, priority.condition):
            text = filled(WORDING["comes_first"], condition=in_both(priority.condition, view.terms))
            yield statement(text, _with("priority", view.sense(priority.condition)), [priority.ground])


def _criterion(view: View, group: Group, criterion: Criterion) -> Statement:
    text = in_both(criterion.condition, view.terms)
    if criterion.at_registration:
        text = filled(WORDING["at_registration"], condition=text)
    grounds = grounds_of(criterion, view.policy)
    return statement(text, _meaning(view, criterion), grounds, group, criterion.article, criterion.text)


def _meaning(view: View, criterion: Criterion) -> Hashable | None:
    return _with("at registration" if criterion.at_registration else "always", view.sense(criterion.condition))


def _with(what: Hashable, sense: Hashable | None) -> Hashable | None:
    return None if sense is None else (what, sense)


def _themes(view: View, condition: Condition) -> frozenset[str]:
    facts = facts_of(condition, view.policy)
    known = {name for names in FACTS.values() for name in names}
    found = {theme for theme, names in FACTS.items() if not facts.isdisjoint(names)}
    return frozenset(found if facts and facts <= known else found | {"other"})


def _poverty(view: View) -> Iterator[Statement]:
    """Criteria and priorities by poverty data, and quotas that such data divide."""
    yield from _asked("poverty", view)
    for quota in view.policy.quotas:
        named = [name for name, _ in quota.weights if name in _POVERTY_WEIGHTS]
        if named:
            text = filled(WORDING["divides_quota"], weights=joined(_weight(name) for name in named))
            yield statement(text, ("quota", frozenset(named)), [quota.ground])


# what is paid, by whom, how long


def _programs(view: View) -> Iterator[Statement]:
    policy = view.policy
    text = joined(view.library.vocabulary.programs[name].label for name in policy.programs)
    yield statement(text, frozenset(policy.programs), _if_official(policy, policy.ground))


def _if_official(policy: Policy, ground: Ground) -> list[Ground]:
    """The ground, if the file holds an official text; a reconstruction gives these details none of their own."""
    return [ground] if policy.official_text else []


def _contribution(view: View) -> Iterator[Statement]:
    for group in view.policy.groups:
        if group.monthly_idr is not None:
            amount = rupiah(group.monthly_idr)
            yield statement(Label(amount, amount), group.monthly_idr, [group.ground], group)


def _tariffs(view: View) -> Iterator[Statement]:
    """The national tariff of the groups for which the regulation itself names no amount."""
    for group in view.policy.groups:
        if group.monthly_idr is None:
            amount = view.library.national.monthly_idr(group.segment, view.policy.programs, view.day)
            text = SCREEN["no_tariff"] if amount is None else filled(WORDING["tariff"], amount=rupiah(amount))
            yield statement(text, None, [], group)


def _funding(view: View) -> Iterator[Statement]:
    for group in view.policy.groups:
        for position, rule in enumerate(group.funding, start=1):
            text = _rule(view, rule)
            ordered = view.policy.official_text and len(group.funding) > 1
            meaning = (position if ordered else 1, rule.source, rule.provider, rule.status)
            yield statement(
                _numbered(position, text) if ordered else text,
                _with(meaning, view.sense(rule.condition)),
                [rule.ground],
                group,
                rule.article,
            )


def _order(view: View) -> Iterator[Statement]:
    """The order in which a reconstruction lets sources pay: none of their sources states it."""
    for group in view.policy.groups:
        always = [_source(view, rule) for rule in group.funding if rule.condition == ALWAYS]
        if len(always) > 1 and not view.policy.official_text:
            yield statement(filled(WORDING["order"], sources=in_a_row(always)), None, [], group)


def _rule(view: View, rule: FundingRule) -> Label:
    text = _source(view, rule)
    if rule.provider:
        text = filled(WORDING["and_more"], text=text, more=rule.provider)
    if rule.status in ("draft", "unverified"):
        text = filled(WORDING["and_more"], text=text, more=EFFECTS[_STATUS_EFFECTS[rule.status]])
    if rule.condition != ALWAYS:
        text = filled(WORDING["when"], text=text, condition=in_both(rule.condition, view.terms))
    return text


_STATUS_EFFECTS = {"draft": "proposed", "unverified": "unverified"}


def _source(view: View, rule: FundingRule | DonorScheme) -> Label:
    return view.library.vocabulary.sources[rule.source].label


def _numbered(position: int, text: Label) -> Label:
    return Label(f"{position}. {text.id}", f"{position}. {text.en}")


def _months(view: View) -> Iterator[Statement]:
    """How long a source pays, where the file says so."""
    for group in view.policy.groups:
        for rule in group.funding:
            if rule.months is not None:
                text = filled(WORDING["about"], subject=_source(view, rule), text=_month_text(rule.months))
                ground = _if_official(view.policy, rule.ground) if rule.months == "year_end" else [rule.ground]
                yield statement(text, (rule.source, rule.months), ground, group, rule.article)


def _month_text(months: Months) -> Label:
    return WORDING["year_end"] if months == "year_end" else filled(SCREEN["months"], months=months)


def _donors(view: View) -> Iterator[Statement]:
    for scheme in view.policy.donors:
        who = joined(DONORS.get(name) or plain(name) for name in scheme.who)
        text = filled(WORDING["about"], subject=_source(view, scheme), text=in_a_row([who, *_donation(scheme)]))
        how = (scheme.nature, scheme.at_least, scheme.months, scheme.repeats, scheme.manner)
        yield statement(text, (scheme.source, frozenset(scheme.who), how), [scheme.ground])


def _donation(scheme: DonorScheme) -> Iterator[Label]:
    if scheme.at_least is not None:
        yield filled(WORDING["workers_each"], count=scheme.at_least)
    yield WORDING[scheme.nature]
    yield WORDING[scheme.manner]
    if scheme.months is not None:
        yield filled(SCREEN["months"], months=scheme.months)
    if scheme.repeats is not None:
        yield WORDING["repeats" if scheme.repeats else "once"]


# quota, order, transition


def _quota(view: View) -> Iterator[Statement]:
    for quota in view.policy.quotas:
        meaning = (quota.year, quota.amount, quota.meaning, quota.per, frozenset(quota.weights), quota.method)
        yield statement(in_a_row(_quota_parts(quota)), meaning, [quota.ground])


def _quota_parts(quota: Quota) -> Iterator[Label]:
    amount = Label(grouped(quota.amount, "id"), grouped(quota.amount, "en"))
    yield filled(WORDING[quota.meaning], year=quota.year, amount=amount)
    if quota.per:
        yield WORDING["per_village"]
    if quota.weights:
        yield filled(WORDING["by_weights"], weights=joined(_weight(name) for name, _ in quota.weights))


def _weight(name: str) -> Label:
    return WEIGHTS.get(name) or plain(name)


def _priority(view: View) -> Iterator[Statement]:
    for position, priority in enumerate(view.policy.priorities, start=1):
        text = _numbered(position, in_both(priority.condition, view.terms))
        yield statement(text, _with(position, view.sense(priority.condition)), [priority.ground])


def _transition(view: View) -> Iterator[Statement]:
    if view.policy.transition:
        rule, ground = view.policy.transition
        yield statement(TRANSITIONS[rule], rule, [ground])
    yield from _asked("transition", view)


THEMES: Mapping[str, Callable[[View], Iterator[Statement]]] = {
    "instrument": _instrument,
    "effect": _effect,
    "groups": _groups,
    "post": partial(_asked, "post"),
    "occupation": partial(_asked, "occupation"),
    "employment": partial(_asked, "employment"),
    "own_business": partial(_asked, "own_business"),
    "age": partial(_asked, "age"),
    "residence": partial(_asked, "residence"),
    "breadwinner": partial(_asked, "breadwinner"),
    "poverty": _poverty,
    "participation": partial(_asked, "participation"),
    "programs": _programs,
    "contribution": _contribution,
    "funding": _funding,
    "months": _months,
    "donors": _donors,
    "quota": _quota,
    "priority": _priority,
    "transition": _transition,
    "other": partial(_asked, "other"),
}
"""Every theme, in the order of the table, with what finds its statements."""
