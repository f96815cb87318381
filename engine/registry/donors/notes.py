"""What a plan of donors rests on: said with every one, so that nobody takes an appeal or an assumption for law."""

from __future__ import annotations

from collections.abc import Iterator

from engine.language.condition import Among, Condition, Defined, Listed, written
from engine.language.messages.donors import BASED_ON
from engine.language.policy import Group, Policy
from engine.language.vocabulary import Language
from engine.registry.donors.plan import Plan

RELATION = "hubungan_asn"


def notes(plan: Plan, language: Language) -> list[dict[str, str]]:
    """Code and sentence of each."""
    return [{"code": code, "message": BASED_ON[code][language].format(**values)} for code, values in _notes(plan)]


def _notes(plan: Plan) -> Iterator[tuple[str, dict[str, object]]]:
    asked = plan.asked
    policy, scheme = asked.policy, asked.scheme
    groups = [group for group in policy.groups if any(rule.source == scheme.source for rule in group.funding)]
    if plan.listed.synthetic:
        yield "synthetic", {}
    if scheme.nature == "appeal" or not policy.binding:
        yield "appeal", {}
    drafts = any(rule.status == "draft" for group in groups for rule in group.funding if rule.source == scheme.source)
    if policy.status == "draft" or drafts:
        yield "proposed", {"policy": policy.id}
    if policy.status == "unverified" or any(group.status == "unverified" for group in groups):
        yield "unverified", {"policy": policy.id}
    if not policy.official_text:
        yield "reconstructed", {"policy": policy.id}
    if asked.start > policy.effective.known_until:
        yield "after_known", {"policy": policy.id, "known": policy.effective.known_until}
    earlier = {
        rule.source
        for group in groups
        for rule in group.funding[: [rule.source for rule in group.funding].index(scheme.source)]
    }
    if earlier and not plan.granted:
        yield "earlier_sources", {"sources": ", ".join(sorted(earlier))}
    yield "consent", {}
    yield "one_donor", {}
    yield "order", {"seed": asked.seed}
    if scheme.at_least:
        yield "floor", {"floor": scheme.at_least}
    if scheme.months is None:
        yield "no_end", {}
    elif scheme.repeats is None:
        yield "months", {"months": scheme.months}
    if not asked.only_own and any(_reads_relation(policy, group) for group in groups):
        yield "beyond_household", {}
    if any(group.segment == "pu_perseorangan" for group in groups):
        yield "wage_earners", {}
    yield "arrears", {}
    yield "ranking", {}


def _reads_relation(policy: Policy, group: Group) -> bool:
    """Whether a criterion of the group asks how the person is related to a donor."""
    found: set[str] = set()

    def visit(part: Condition) -> None:
        match part:
            case Among(fact=fact):
                found.add(fact)
            case Listed(facts=facts):
                found.update(facts)
            case Defined(name=name):
                written(policy.definitions[name], visit)
            case _:
                pass

    for criterion in group.criteria:
        written(criterion.condition, visit)
    return RELATION in found
