"""Which facts a policy's own registry would have."""

from __future__ import annotations

from engine.language.condition import Among, Between, Condition, Defined, Listed, written
from engine.language.policy import Policy
from engine.language.vocabulary import ESSENTIAL


def facts_read(policy: Policy) -> frozenset[str]:
    """The facts that criteria, money and priorities of the policy read, those that the engine reads, and donors.

    Age is left to the date of birth.
    """
    found = {*ESSENTIAL}

    def visit(part: Condition) -> None:
        match part:
            case Among(fact=fact) | Between(fact=fact):
                found.add(fact)
            case Listed(facts=facts):
                found.update(facts)
            case Defined(name=name):
                written(policy.definitions[name], visit)
            case _:
                pass

    for group in policy.groups:
        for criterion in group.criteria:
            written(criterion.condition, visit)
        for rule in group.funding:
            written(rule.condition, visit)
    for priority in policy.priorities:
        written(priority.condition, visit)
    if policy.donors:
        found.add("nip_donatur")
    return frozenset(found - {"usia"})
