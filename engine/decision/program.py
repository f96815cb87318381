"""A policy on a day, with every name resolved: what is decided, and what its digest stands for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import engine
from engine.language.condition import (
    AnyOf,
    Condition,
    Core,
    Leaf,
    Members,
    Setting,
    UnknownNational,
    Words,
    leaves,
    resolve,
)
from engine.language.national import NationalLayer
from engine.language.policy import Policy
from engine.language.vocabulary import Fact, Vocabulary

ONGOING = "penerima_berjalan"


@dataclass(frozen=True, slots=True)
class Clause:
    """One criterion or funding rule. `firm`: rests on more than an assumption. `effective`: not a mere draft."""

    id: str
    condition: Core
    firm: bool = True
    effective: bool = True


@dataclass(frozen=True, slots=True)
class GroupProgram:
    id: str
    criteria: tuple[Clause, ...]
    funding: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Domain:
    """The values a fact can have: words named one by one, whole numbers within limits, or open text."""

    words: tuple[bool | str, ...] | None
    limits: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Program:
    policy: str
    digest: str
    groups: tuple[GroupProgram, ...]
    domains: Mapping[str, Domain]
    """Facts the program reads, in the order in which it first reads them."""


class NationalMissing(Exception):
    """A policy names a national value that is not in force, as far as we know, on the day asked about."""

    def __init__(self, policy: str, name: str, day: date) -> None:
        super().__init__(f"nasional.{name}, {day}")
        self.policy = policy
        self.day = day


def build(policy: Policy, vocabulary: Vocabulary, national: NationalLayer, day: date) -> Program:
    """The policy's program on that day. Raises NationalMissing."""
    values = national.on(day)
    setting = setting_of(policy, vocabulary, values)

    def core(condition: Condition) -> Core:
        try:
            return resolve(condition, setting)
        except UnknownNational as missing:
            raise NationalMissing(policy.id, missing.name, day) from missing

    groups = tuple(
        GroupProgram(
            group.id,
            tuple(
                Clause(c.id, _for_new_people(core(c.condition), c.at_registration), c.ground.basis != "assumed")
                for c in group.criteria
            ),
            tuple(
                Clause(f"{index}", core(rule.condition), effective=rule.status != "draft")
                for index, rule in enumerate(group.funding)
            ),
        )
        for group in policy.groups
    )
    return Program(policy.id, digest(policy, vocabulary, values), groups, domains(groups, vocabulary.facts))


def setting_of(policy: Policy, vocabulary: Vocabulary, national: Mapping[str, int]) -> Setting:
    """What the policy's conditions are resolved against, with the national values of a day."""
    return Setting(
        policy.definitions,
        {
            name: Members(
                frozenset(listing.entries),
                None if listing.completeness == "closed" else frozenset(listing.excluded),
            )
            for name, listing in policy.listings.items()
        },
        national,
        {name: (fact.low, fact.high) for name, fact in vocabulary.facts.items() if fact.kind == "number"},
    )


def digest(policy: Policy, vocabulary: Vocabulary, national: Mapping[str, int]) -> str:
    """Of the resolved program: the policy file, the national values of the day, the vocabulary, the engine."""
    content = {
        "engine": engine.__version__,
        "national": dict(national),
        "policy": [policy.id, policy.content],
        "vocabulary": vocabulary.content,
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def domains(groups: tuple[GroupProgram, ...], facts: Mapping[str, Fact]) -> dict[str, Domain]:
    """The domain of every fact that the groups read."""
    found: dict[str, Domain] = {}
    for group in groups:
        for clause in (*group.criteria, *group.funding):
            for leaf in leaves(clause.condition):
                if leaf.fact not in found:
                    found[leaf.fact] = _domain(facts[leaf.fact])
    return found


def _domain(fact: Fact) -> Domain:
    match fact.kind:
        case "yes_no":
            return Domain((False, True), None)
        case "number":
            return Domain(None, (fact.low, fact.high))
        case "word":
            return Domain(tuple(fact.words), None)
        case _:
            return Domain(None, None)


def _for_new_people(condition: Core, at_registration: bool) -> Core:
    """A criterion of registration is met by whoever is already paid for."""
    if not at_registration:
        return condition
    return AnyOf((Leaf(ONGOING, Words(frozenset({True}))), condition))
