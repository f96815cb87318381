"""Every mutant's fate: shipped cases notice all that tell; what is said to mean the same does, by trying everybody."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
import z3

from engine.decision.decide import Desk, default_day
from engine.language.condition import Listed
from engine.language.diagnostic import Place
from engine.language.library import Library, load, shipped
from engine.language.messages.words import NOTICES
from engine.language.policy import Policy
from engine.revision.cases import Case, differences
from engine.revision.deciding import decided, usual_person
from engine.revision.drafts import telling_cases
from engine.revision.examination import Examination, examine
from engine.revision.mutation.judging import mutate
from engine.revision.mutation.mutant import BEYOND, Mutant
from engine.revision.mutation.mutants import mutants
from engine.revision.mutation.telling import Telling, distinct, observed, who_tells
from engine.revision.order import priority_key
from tests import reference
from tests.decision.test_random_policies import encoded, independent_policy
from tests.plain_form import plain_condition, plain_form
from tests.random_policies import parse
from tests.revision.test_proofs import enriched, number_of_people

POLICIES = sorted(load(shipped()).policies)
PEOPLE = 300
PARTS = 4
OF_CONDITIONS = {"threshold", "bound", "junction", "negation", "value", "dropped", "entry", "completeness", "order"}


@pytest.mark.parametrize("name", POLICIES)
def test_shipped_cases_notice_every_mutant_that_tells(library: Library, name: str) -> None:
    outcome = examine(library, library.policies[name], mutating=True)
    assert outcome.mutation and not outcome.faults
    told = [(one.mutant.kind, one.mutant.where, one.mutant.after.id) for one in outcome.mutation.of("survived")]
    assert told == []
    assert outcome.mutation.caught == outcome.mutation.telling > 40


def test_every_kind_of_change_is_tried_on_the_shipped_policies(library: Library) -> None:
    kinds = {mutant.kind for policy in library.policies.values() for mutant in mutants(library, policy)}
    assert kinds == {
        *OF_CONDITIONS, *BEYOND, "registration", "ground", "months", "amount", "programme", "date", "effect", "quota"
    }  # fmt: skip


def test_a_mutant_keeps_all_but_one_thing_of_the_policy(library: Library) -> None:
    for policy in library.policies.values():
        for mutant in mutants(library, policy):
            parts = [name for name in policy.__slots__ if getattr(mutant.policy, name) != getattr(policy, name)]
            assert len(parts) == 1, (mutant.where, parts)
            assert mutant.where.place.path == policy.place.path
            assert all(mutant.before[language] and mutant.after[language] for language in ("id", "en"))


# what is said of two forms, against trying everybody


@pytest.mark.parametrize("part", range(PARTS))
def test_what_means_the_same_is_the_same_for_everybody(part: int, library: Library, situations: int) -> None:
    random = Random(f"mutan {part}")
    desk = Desk(library)
    fates = {True: 0, False: 0}
    for policy, mutant in some_mutants(random, library, situations // 20 // PARTS):
        everybody = Everybody(policy, mutant.policy, library)
        telling = who_tells(desk, policy, mutant.policy, {})
        assert (telling is not None) == everybody.differ(), (mutant.kind, plain_form(policy), plain_form(mutant.policy))
        if telling and telling.other is None:
            assert everybody.differ_about(telling), mutant.where
        fates[telling is not None] += 1
    assert min(fates.values()) > 0


def test_z3_agrees_whether_two_forms_cover_the_same_people(library: Library, situations: int) -> None:
    random = Random("mutan z3")
    desk = Desk(library)
    outcomes = {True: 0, False: 0}
    for policy, mutant in some_mutants(random, library, situations // 200):
        values = Everybody(policy, mutant.policy, library).values
        solver, covered, _ = encoded(plain_form(policy), values)
        _, other, _ = encoded(plain_form(mutant.policy), values)
        differs = solver.check(covered != other) == z3.sat
        telling = who_tells(desk, policy, mutant.policy, {})
        assert differs == (telling is not None and "hasil" in telling.shows), mutant.where
        outcomes[differs] += 1
    assert min(outcomes.values()) > 0


class Everybody:
    """Every person that two forms of a policy can tell apart, as the reference decides them."""

    def __init__(self, policy: Policy, other: Policy, library: Library) -> None:
        self.forms = plain_form(policy), plain_form(other)
        self.values: dict[str, list[Any]] = {}
        for form in (*self.forms, *(with_priorities_as_group(form) for form in self.forms)):
            for fact, values in reference.telling_values(form, library.vocabulary).items():
                known = self.values.setdefault(fact, [])
                known += [value for value in values if value not in known]

    def people(self) -> list[dict[str, Any]]:
        return [dict(zip(self.values, row, strict=True)) for row in itertools.product(*self.values.values())]

    def differ(self) -> bool:
        people = self.people()
        return any(self._said(0, one) != self._said(1, one) for one in people) or self._order_differs(people)

    def differ_about(self, telling: Telling) -> bool:
        """About a person like that, if the unknown facts turn out in some way."""
        rest = {fact: values for fact, values in self.values.items() if fact not in telling.facts}
        filled = (dict(zip(rest, row, strict=True)) for row in itertools.product(*rest.values()))
        return any(
            self._said(0, {**telling.facts, **more}) != self._said(1, {**telling.facts, **more}) for more in filled
        )

    def _said(self, form: int, person: dict[str, Any]) -> Any:
        """Findings by name, who decides and pays, and the sources of the deciding group with their results."""
        plain = self.forms[form]
        findings = {
            (group["id"], criterion["id"]): reference.kleene(criterion["syarat"], person, plain)
            for group in plain["kelompok"]
            for criterion in group["kriteria"]
        }
        end = reference.whole(plain, person)
        group = next((group for group in plain["kelompok"] if end and group["id"] == end[0]), None)
        sources = [
            (rule["sumber_dana"], rule["bulan"], reference.kleene(rule["bila"], person, plain))
            for rule in (group["pendanaan"] if group else ())
        ]
        return findings, end and end[0], sources

    def _order_differs(self, people: list[dict[str, Any]]) -> bool:
        covered = [person for person in people if reference.whole(self.forms[0], person)]
        keys = {tuple(tuple(self._key(form, person)) for form in (0, 1)) for person in covered}
        return any((a < c) != (b < d) for a, b in keys for c, d in keys)

    def _key(self, form: int, person: dict[str, Any]) -> list[int]:
        plain = self.forms[form]
        return [0 if reference.kleene(each["bila"], person, plain) else 2 for each in plain["prioritas"]]


def with_priorities_as_group(form: dict[str, Any]) -> dict[str, Any]:
    criteria = [{"id": each["id"], "syarat": each["bila"]} for each in form["prioritas"]]
    return {**form, "kelompok": [{"id": "prioritas", "kriteria": criteria, "pendanaan": []}]}


def some_mutants(random: Random, library: Library, count: int) -> Any:
    """Mutants of conditions, lists and orders of small random policies, some of each."""
    found = 0
    while found < count:
        policy = distinct(parse(enriched(random, independent_policy(random)), library), -1)
        every = [mutant for mutant in mutants(library, policy) if mutant.kind in OF_CONDITIONS]
        for number, mutant in enumerate(random.sample(every, min(len(every), 12))):
            if asks_one_occupation(mutant.policy) or too_many(policy, mutant.policy, library):
                continue
            found += 1
            yield (
                policy,
                Mutant(mutant.kind, distinct(mutant.policy, number), mutant.where, mutant.before, mutant.after),
            )


def asks_one_occupation(policy: Policy) -> bool:
    """A form that no file can write."""
    try:
        plain_form(policy)
    except AssertionError:
        return True
    return False


def too_many(policy: Policy, other: Policy, library: Library) -> bool:
    return number_of_people(Everybody(policy, other, library).values) > PEOPLE


# who would tell


def test_a_case_about_whoever_would_tell_notices_the_mutant(library: Library) -> None:
    """Without any cases every telling mutant survives; a case on each teller then catches it."""
    for name in ("pekalongan/2023-usulan", "tegal/rintisan"):
        policy = library.policies[name]
        desk = Desk(library)
        mutation = mutate(library, policy, (), usual_person(library, policy))
        assert mutation.caught == 0 < len(mutation.of("survived"))
        for number, one in enumerate(mutation.of("survived")):
            assert one.telling
            case = case_of(desk, policy, one.telling)
            changed = distinct(one.mutant.policy, number)
            before = decided(desk, policy, one.telling.day, one.telling.facts)
            after = decided(desk, changed, one.telling.day, one.telling.facts)
            assert not list(differences(desk, case, before))
            assert list(differences(desk, case, after)), one.mutant.where


def case_of(desk: Desk, policy: Policy, telling: Telling) -> Case:
    """A case that expects all that the policy now says of the person."""
    decision = decided(desk, policy, telling.day, telling.facts)
    said = observed(decision)
    reasons = {(f.group.id, f.criterion.id): f.result for f in decision.findings}
    expected = {field: value for field, value in said.items() if "." not in field}
    expected["catatan_tidak"] = frozenset(NOTICES) - {notice.code for notice in decision.notices}
    others = () if telling.other is None else (person_case(telling.other, telling.day),)
    case = Case("saksi", telling.day, person_case(telling.facts, telling.day).facts, reasons, expected, Place("x"))
    return replace(case, before=others) if "mendahului" in telling.shows else replace(case, not_before=others)


def person_case(facts: Any, day: date) -> Case:
    written = {fact: {True: "ya", False: "tidak"}.get(value, str(value)) for fact, value in facts.items()}
    return Case("orang", day, written, {}, {}, Place("x"))


def test_the_same_policy_is_told_apart_by_nobody(library: Library) -> None:
    desk = Desk(library)
    for policy in library.policies.values():
        assert who_tells(desk, policy, distinct(policy, 1), usual_person(library, policy)) is None


def test_an_order_that_only_becomes_finer_is_told_by_who_must_not_come_first(library: Library) -> None:
    policy = library.policies["pekalongan/2023-usulan"]
    coarse = distinct(replace(policy, priorities=()), 1)
    telling = who_tells(Desk(library), coarse, policy, usual_person(library, policy))
    assert telling and telling.shows == ("tidak_mendahului",)
    assert telling.other is not None
    desk, day = Desk(library), default_day(policy)
    keys = [
        priority_key(desk, policy, decided(desk, policy, day, one).person, day)
        for one in (telling.facts, telling.other)
    ]
    assert keys[0] < keys[1]


def test_what_no_decision_shows_is_counted_apart_and_never_as_noticed(library: Library) -> None:
    outcome = examine(library, library.policies["sukabumi/2024-se"], mutating=True)
    assert outcome.mutation
    beyond = outcome.mutation.of("beyond")
    assert {one.mutant.kind for one in beyond} == {"donor", "transition"}
    counted = outcome.mutation.telling + len(outcome.mutation.of("same")) + len(beyond)
    assert counted == len(outcome.mutation.judged)


# survivors


@pytest.mark.parametrize(
    ("dropped", "kind", "article", "fields"),
    [
        (lambda case: "bulan" in case.expected or "pendanaan" in case.expected, "months", "6 ayat (1)", {"bulan"}),
        (lambda case: "kuota" in case.expected, "quota", None, {"kuota"}),
        (lambda case: case.facts.get("usia") == "17" or "tanggal_lahir" in case.facts, "threshold",
         "3 ayat (1) huruf b", {"hasil"}),
        (lambda case: case.facts.get("pekerjaan") == "sopir_angkot", "entry", "Lampiran", {"hasil"}),
    ],
)  # fmt: skip
def test_a_case_taken_away_leaves_its_sentence_untested(
    library: Library, dropped: Callable[[Case], bool], kind: str, article: str | None, fields: set[str]
) -> None:
    policy = library.policies["pekalongan/2022-19b"]
    left = without(examine(library, policy), dropped)
    mutation = mutate(library, policy, left.results, left.usual)
    survivors = mutation.of("survived")
    assert (kind, article) in {(one.mutant.kind, one.mutant.where.article) for one in survivors}
    for one in survivors:
        assert one.telling
        assert one.mutant.kind != kind or fields <= set(one.telling.shows)
    drafts = telling_cases(policy, survivors)
    assert len({draft.name for draft in drafts}) == len(drafts) > 0


def without(outcome: Examination, dropped: Callable[[Case], bool]) -> Examination:
    return replace(outcome, results=tuple(result for result in outcome.results if not dropped(result.case)))


def test_conditions_read_back_from_the_plain_form_are_the_same(library: Library) -> None:
    """The reference sees exactly what the engine was given."""
    random = Random("polos")
    for _ in range(100):
        plain = independent_policy(random)
        policy = parse(plain, library)
        again = plain_form(policy)
        for group, other in zip(plain["kelompok"], again["kelompok"], strict=True):
            for criterion, copy in zip(group["kriteria"], other["kriteria"], strict=True):
                values = reference.telling_values(plain, library.vocabulary)
                person = {fact: random.choice(choice) for fact, choice in values.items()}
                one = reference.kleene(criterion["syarat"], person, plain)
                assert one == reference.kleene(copy["syarat"], person, again)
    assert plain_condition(Listed(("hubungan_asn",), "lingkup")) == {"hubungan_asn": {"termasuk": "lampiran.lingkup"}}
