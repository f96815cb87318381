"""The difference of two policies: whom each covers, whose money pays, what is written otherwise, what is assumed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.decision.decide import Desk, default_day
from engine.decision.outline import legal_effect
from engine.language.library import Library
from engine.language.messages.revision import PAYING, RELATIONS
from engine.language.policy import Policy
from engine.language.vocabulary import Label, Language
from engine.revision.difference.contrast import (
    LIMIT,
    Coverage,
    Funding,
    NewPayer,
    Relation,
    coverage,
    funding,
    relation_of,
)
from engine.revision.difference.joint import Payer, Side, joint
from engine.revision.difference.structure import Assumption, Change, structure
from engine.revision.themes import View


@dataclass(frozen=True, slots=True)
class Difference:
    """`at_home`: the sides are of two cities, and each city's own people stand for each other.

    `as_written`: between two cities, the relation by the people as they are, each in one city only; else None.
    """

    old: Side
    new: Side
    at_home: bool
    as_written: Relation | None
    coverage: Coverage
    funding: Funding
    changes: tuple[Change, ...]
    assumptions: tuple[Assumption, ...]
    cities: tuple[Label, Label]

    @property
    def same(self) -> bool:
        """Nobody is covered or paid for otherwise, and nothing is written otherwise."""
        return self.coverage.relation == self.funding.relation == "equivalent" and not self.changes

    def as_json(self, language: Language = "id") -> dict[str, object]:
        found = self.coverage
        return {
            "old": _side_json(self.old),
            "new": _side_json(self.new),
            "at_home": self.at_home,
            "eligibility": {
                "relation": found.relation,
                "relation_label": RELATIONS[found.relation][language],
                "settled": found.settled,
                "without_assumptions": found.firm,
                "as_written": self.as_written,
                "gained": found.gained.as_json(language),
                "lost": found.lost.as_json(language),
            },
            "funding": {
                "relation": self.funding.relation,
                "relation_label": PAYING[self.funding.relation][language],
                "anybody": self.funding.both,
                "changes": [_payer_json(change, language) for change in self.funding.changes],
                "more": self.funding.more,
            },
            "structure": [change.as_json(language) for change in self.changes],
            "assumptions": [assumption.as_json(language) for assumption in self.assumptions],
        }


def difference(desk: Desk, old: Policy, new: Policy, on: date | None = None, *, limit: int = LIMIT) -> Difference:
    """Each policy on the day, or without one on the last day that is known of it.

    Raises Undecidable: NationalMissing, TooLarge, or Disagreement where the engine does not confirm a witness.
    """
    library = desk.library
    before, after = Side(old, on or default_day(old)), Side(new, on or default_day(new))
    cities = old.city != new.city
    shared = joint(library, before, after, at_home=cities)
    as_written = None
    if cities:
        plain = joint(library, before, after)
        as_written = relation_of(plain, plain.old.covered, plain.new.covered)
    changes, assumptions = structure(View(old, before.day, library), View(new, after.day, library))
    return Difference(
        before,
        after,
        cities,
        as_written,
        coverage(desk, shared, before, after, at_home=cities, limit=limit),
        funding(desk, shared, before, after, at_home=cities),
        changes,
        assumptions,
        (_city(library, old), _city(library, new)),
    )


def _city(library: Library, policy: Policy) -> Label:
    return library.vocabulary.facts["kota"].words[policy.city].label


def _side_json(side: Side) -> dict[str, object]:
    policy = side.policy
    return {
        "policy": policy.id,
        "city": policy.city,
        "on": side.day.isoformat(),
        "legal_effect": legal_effect(policy, None, side.day),
        "what_if": list(policy.what_if),
    }


def _payer_json(change: NewPayer, language: Language) -> dict[str, object]:
    return {
        "old": _source_json(change.old),
        "new": _source_json(change.new),
        "witness": change.witness.as_json(language),
    }


def _source_json(payer: Payer | None) -> dict[str, object] | None:
    if payer is None:
        return None
    return {
        "source": payer.source,
        "provider": payer.provider,
        "months": payer.months,
        "monthly_idr": payer.monthly_idr,
    }
