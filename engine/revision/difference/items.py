"""Everything a version says as items: each with its name, its aspects in words, and what each aspect means."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from engine.language.condition import ALWAYS, Condition
from engine.language.ground import Basis, Ground
from engine.language.messages.revision import ASPECTS, REVISION
from engine.language.messages.words import BASES, DONORS, EFFECTS, INSTRUMENTS, TRANSITIONS, WEIGHTS, WORDING
from engine.language.policy import Criterion, DonorScheme, FundingRule, Group, Listing, Months, Policy, Quota
from engine.language.vocabulary import Label
from engine.language.wording import filled, grouped, in_a_row, in_both, rupiah
from engine.revision.sense import sense
from engine.revision.themes import View
from engine.revision.where import plain

_STATUS = {"in_force": "in_force", "draft": "proposed", "unverified": "unverified"}
_LISTS = {"closed": "list_closed", "open": "list_open", "partial": "list_partial"}


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of an item, in words. `meaning` is equal where two versions say the same; `members`: of a list."""

    text: Label
    meaning: Hashable
    members: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a version says. `within`: the group it belongs to; `article`: as the file numbers it."""

    kind: str
    id: str
    within: str | None
    name: Label
    aspects: Mapping[str, Aspect]
    article: str | None = None
    basis: Basis | None = None
    sources: tuple[str, ...] = field(default=())


def items(view: View) -> tuple[Item, ...]:
    """All that the version says, in the order of its file."""
    policy = view.policy
    found = [_instrument(view), _period(policy), _programs(view)]
    found += [_list(view, listing) for listing in policy.listings.values()]
    for group in policy.groups:
        found.append(_group(view, group))
        found += [_criterion(view, group, criterion) for criterion in group.criteria]
        found += _funding(view, group)
    found += [_quota(quota) for quota in policy.quotas]
    for position, priority in enumerate(policy.priorities, start=1):
        aspects = {"position": _number(position), "condition": _condition(view, priority.condition)}
        found.append(_item("priority", priority.id, None, plain(priority.id), aspects, priority.ground))
    if policy.transition:
        rule, ground = policy.transition
        aspects = {"rule": Aspect(TRANSITIONS[rule], rule)}
        found.append(_item("transition", "peralihan", None, REVISION["ongoing"], aspects, ground))
    found += [_donor(view, scheme) for scheme in policy.donors]
    return tuple(found)


def _item(
    kind: str,
    id: str,
    within: str | None,
    name: Label,
    aspects: Mapping[str, Aspect],
    ground: Ground,
    article: str | None = None,
) -> Item:
    """An item whose ground, and article if it has one, are aspects like others."""
    more = {"basis": Aspect(BASES[ground.basis], ground.basis)}
    if article is not None:
        more["article"] = Aspect(Label(article, article), article)
    assert not set(aspects) - set(ASPECTS)
    return Item(kind, id, within, name, {**aspects, **more}, article, ground.basis, ground.sources)


def _instrument(view: View) -> Item:
    policy = view.policy
    title = policy.title
    aspects = {
        "kind": Aspect(INSTRUMENTS[title.kind], title.kind),
        "number": _maybe(title.number),
        "year": _maybe(title.year),
        "about": _text(title.about),
        "binding": _yes(policy.binding),
        "status": Aspect(EFFECTS[_STATUS[policy.status]], policy.status),
    }
    return _item("instrument", "peraturan", None, INSTRUMENTS[title.kind], aspects, policy.ground)


def _period(policy: Policy) -> Item:
    effective = policy.effective
    aspects = {"since": _day(effective.since), "until": _day(effective.until)}
    return _item("period", "berlaku", None, REVISION["period"], aspects, effective.ground)


def _programs(view: View) -> Item:
    words = view.library.vocabulary.programs
    labels = [words[name].label for name in view.policy.programs]
    return Item("programs", "program", None, REVISION["programs"], {"members": _members(labels, view.policy.programs)})


def _list(view: View, listing: Listing) -> Item:
    words = view.library.vocabulary.facts[listing.fact].words
    aspects = {
        "completeness": Aspect(REVISION[_LISTS[listing.completeness]], listing.completeness),
        "count": _maybe(listing.count),
        "members": _members([words[name].label for name in listing.entries], listing.entries),
        "excluded": _members([words[name].label for name in listing.excluded], listing.excluded),
    }
    return _item("list", listing.id, None, plain(listing.id), aspects, listing.ground, listing.article)


def _group(view: View, group: Group) -> Item:
    segments = view.library.vocabulary.segments
    amount = Label(rupiah(group.monthly_idr), rupiah(group.monthly_idr)) if group.monthly_idr else REVISION["tariff"]
    aspects = {
        "label": Aspect(group.label, group.label.id),
        "segment": Aspect(segments[group.segment].label, group.segment),
        "amount": Aspect(amount, group.monthly_idr),
    }
    if group.status:
        aspects["status"] = Aspect(EFFECTS[_STATUS[group.status]], group.status)
    return _item("group", group.id, None, group.label, aspects, group.ground)


def _criterion(view: View, group: Group, criterion: Criterion) -> Item:
    aspects = {
        "condition": _condition(view, criterion.condition),
        "when": Aspect(
            REVISION["when_registered" if criterion.at_registration else "when_always"], criterion.at_registration
        ),
        "wording": _text(criterion.text),
    }
    name = plain(criterion.id)
    return _item("criterion", criterion.id, group.id, name, aspects, criterion.ground, criterion.article)


def _funding(view: View, group: Group) -> Iterator[Item]:
    seen: dict[str, int] = {}
    for position, rule in enumerate(group.funding, start=1):
        seen[rule.source] = seen.get(rule.source, 0) + 1
        many = f"{rule.source}-{seen[rule.source]}" if seen[rule.source] > 1 else rule.source
        yield _item(
            "funding", many, group.id, _source(view, rule), _rule(view, rule, position), rule.ground, rule.article
        )


def _rule(view: View, rule: FundingRule, position: int) -> dict[str, Aspect]:
    aspects = {
        "position": _number(position),
        "condition": _condition(view, rule.condition),
        "months": Aspect(months_text(rule.months), rule.months),
    }
    if rule.provider:
        aspects["provider"] = _text(rule.provider)
    if rule.status:
        aspects["status"] = Aspect(EFFECTS[_STATUS[rule.status]], rule.status)
    return aspects


def _source(view: View, rule: FundingRule | DonorScheme) -> Label:
    return view.library.vocabulary.sources[rule.source].label


def months_text(months: Months) -> Label:
    """How long a source pays."""
    if months is None:
        return REVISION["months_open"]
    return WORDING["year_end"] if months == "year_end" else filled(REVISION["months"], months=months)


def _quota(quota: Quota) -> Item:
    amount = Label(grouped(quota.amount, "id"), grouped(quota.amount, "en"))
    weights = [WEIGHTS.get(name) or plain(name) for name, _ in quota.weights]
    aspects = {
        "amount": Aspect(amount, quota.amount),
        "meaning": Aspect(REVISION[f"quota_{quota.meaning}"], quota.meaning),
        "per": Aspect(REVISION["per_village"] if quota.per else REVISION["undivided"], quota.per),
        "weights": Aspect(in_a_row(weights) if weights else REVISION["none"], frozenset(quota.weights), tuple(weights)),
    }
    name = filled(REVISION["quota_of"], year=quota.year)
    return _item("quota", str(quota.year), None, name, aspects, quota.ground)


def _donor(view: View, scheme: DonorScheme) -> Item:
    repeats = REVISION["unregulated"] if scheme.repeats is None else WORDING["repeats" if scheme.repeats else "once"]
    aspects = {
        "members": _members([DONORS.get(name) or plain(name) for name in scheme.who], scheme.who),
        "nature": Aspect(WORDING[scheme.nature], scheme.nature),
        "at_least": _maybe(scheme.at_least),
        "months": Aspect(months_text(scheme.months), scheme.months),
        "repeats": Aspect(repeats, scheme.repeats),
        "manner": Aspect(WORDING[scheme.manner], scheme.manner),
    }
    return _item("donor", scheme.source, None, _source(view, scheme), aspects, scheme.ground)


def _condition(view: View, condition: Condition) -> Aspect:
    """What is asked; a list counts by its name, for what it holds is an item of its own."""
    if condition == ALWAYS:
        return Aspect(WORDING["always"], "always")
    policy = view.policy
    named = {
        name: replace(listing, completeness="closed", entries=(f"lampiran.{name}",), excluded=())
        for name, listing in policy.listings.items()
    }
    meaning = sense(condition, replace(policy, listings=named), view.library.vocabulary)
    return Aspect(in_both(condition, view.terms), meaning)


def _members(labels: Iterable[Label], names: Iterable[str]) -> Aspect:
    parts = tuple(labels)
    return Aspect(in_a_row(parts) if parts else REVISION["none"], frozenset(names), parts)


def _number(number: int) -> Aspect:
    return Aspect(plain(number), number)


def _maybe(value: str | int | None) -> Aspect:
    return Aspect(REVISION["none"], None) if value is None else Aspect(Label(str(value), str(value)), value)


def _day(day: date | None) -> Aspect:
    return Aspect(REVISION["undated"], None) if day is None else _text(day.isoformat())


def _text(text: str) -> Aspect:
    return Aspect(Label(text, text), text)


def _yes(value: bool) -> Aspect:
    return Aspect(WORDING["yes" if value else "no"], value)
