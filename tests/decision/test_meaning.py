"""Decision diagrams: one number per meaning, the facts that still matter, a shortest way to an end."""

from __future__ import annotations

import itertools
from random import Random

import pytest

from engine.decision.cells import OTHER, Cells, WordCells, cells_of
from engine.decision.meaning import Diagrams, TooLarge
from engine.decision.program import Clause, Domain, GroupProgram, Program
from engine.language.condition import AllOf, AnyOf, Core, Leaf, NotThis, Numbers, Words, holds
from tests.decision.test_rules import deep

FACTS = tuple(f"f{n}" for n in range(8))
CELLS: tuple[Cells, ...] = tuple(WordCells(fact, {False: 0, True: 1}, -1, (False, True)) for fact in FACTS)


def test_diagrams_are_equal_exactly_when_conditions_mean_the_same() -> None:
    random = Random("diagram")
    store = Diagrams(CELLS)
    people = [dict(zip(FACTS, bits, strict=True)) for bits in itertools.product((False, True), repeat=8)]
    by_truth: dict[tuple[bool | None, ...], int] = {}
    for _ in range(300):
        condition = deep(random, 4)
        truth = tuple(holds(condition, person) for person in people)
        assert by_truth.setdefault(truth, store.of(condition)) == store.of(condition)
    assert len(set(by_truth.values())) == len(by_truth)


def test_the_support_is_the_facts_that_decide_in_some_way() -> None:
    store = Diagrams(CELLS)
    a, b, c = (Leaf(fact, Words(frozenset({True}))) for fact in FACTS[:3])
    settled = store.of(AnyOf((AllOf((a, b)), AllOf((a, NotThis(b))), AllOf((NotThis(a), c)))))
    assert store.support(settled) == {0, 2}
    assert store.restrict(settled, [1, -1, -1, *[-1] * 5]) == store.true


def test_a_path_asks_as_few_facts_as_the_diagram_allows() -> None:
    store = Diagrams(CELLS)
    a, b, c = (Leaf(fact, Words(frozenset({True}))) for fact in FACTS[:3])
    node = store.of(AnyOf((AllOf((a, b)), AllOf((NotThis(a), b, c)))))
    assert store.path(node, True) == {"f0": 1, "f1": 1}
    assert store.path(store.false, True) is None


def test_a_store_refuses_to_grow_past_its_bound() -> None:
    store = Diagrams(CELLS, limit=6)
    with pytest.raises(TooLarge):
        store.of(AllOf(tuple(Leaf(fact, Words(frozenset({True}))) for fact in FACTS)))


def cells(domain: Domain, *conditions: Core) -> Cells:
    clauses = tuple(Clause(f"k{n}", condition) for n, condition in enumerate(conditions))
    return cells_of(Program("kota/acak", "sha256:0", (GroupProgram("g", clauses, ()),), {"x": domain}))[0]


def test_cells_of_numbers_turn_at_every_bound() -> None:
    found = cells(Domain(None, (0, 130)), Leaf("x", Numbers(((18, 64),))), Leaf("x", Numbers(((18, 130),))))
    assert [found.cell(age) for age in (0, 17, 18, 64, 65, 130)] == [0, 0, 1, 1, 2, 2]


def test_words_that_no_question_tells_apart_share_a_cell() -> None:
    found = cells(Domain(("a", "b", "c", "d"), None), Leaf("x", Words(frozenset({"a", "b"}))))
    assert [found.cell(word) for word in "abcd"] == [0, 0, 1, 1]


def test_texts_that_no_question_names_are_one_cell() -> None:
    found = cells(Domain(None, None), Leaf("x", Words(frozenset({"33.76.01.1001"}))))
    assert found.cell("33.76.01.1001") != found.cell("33.76.02.1003") == found.cell("33.24.01.2001")
    assert OTHER in found.samples
