"""The difference of two policies agrees with trying everybody and with z3; every witness is decided by the engine."""

from __future__ import annotations

import itertools
from random import Random
from typing import Any

import pytest
import z3

from engine.decision.decide import Desk
from engine.language.library import Library
from engine.language.vocabulary import Label, Language
from engine.revision.difference.contrast import Relation
from engine.revision.difference.difference import Difference, difference
from engine.revision.difference.joint import Side
from engine.revision.difference.matrix import relations
from engine.revision.difference.structure import deciding
from engine.revision.difference.witnesses import Witness
from tests import reference
from tests.decision.test_random_policies import DAY, encoded
from tests.random_policies import parse, random_policy

PEOPLE = 3_000
"""Most people a pair of policies may tell apart to be tried one by one."""
PARTS = 4


@pytest.fixture(scope="module")
def batik(library: Library) -> Difference:
    old, new = library.policies["pekalongan/2022-19b"], library.policies["pekalongan/2023-usulan"]
    return difference(Desk(library), old, new)


def test_the_proposal_is_neither_wider_nor_narrower(batik: Difference) -> None:
    assert batik.coverage.relation == batik.coverage.settled == batik.coverage.firm == "neither"
    assert (batik.as_written, batik.at_home) == (None, False)


def test_the_batik_worker_gains_and_the_one_who_is_no_breadwinner_loses(batik: Difference) -> None:
    (gains,), (loses,) = batik.coverage.gained.witnesses, batik.coverage.lost.witnesses
    assert gains.facts["pekerjaan"] == "buruh_batik" and gains.alike["pekerjaan"] == ("marbot_musala",)
    assert [(f.criterion.id, f.criterion.article) for f in gains.old.findings if f.result == "failed"] == [
        ("pekerjaan", "3 ayat (1) huruf c")
    ]
    assert gains.new.outcome == "eligible"
    assert loses.facts["tulang_punggung"] is False
    assert [(f.criterion.id, f.criterion.article) for f in loses.new.findings if f.result == "failed"] == [
        ("tulang_punggung", "3 ayat (1) huruf f")
    ]
    assert not batik.coverage.gained.more and not batik.coverage.lost.more


def test_occupations_that_neither_list_names_are_no_change(library: Library) -> None:
    policy = library.policies["pekalongan/2022-19b"]
    found = difference(Desk(library), policy, policy)
    assert found.same and (found.coverage.relation, found.funding.relation) == ("equivalent", "equivalent")
    assert found.coverage.gained.unsettled is None


def test_money_is_the_same_and_structure_says_what_was_changed(batik: Difference) -> None:
    assert (batik.funding.relation, batik.funding.changes, batik.funding.both) == ("equivalent", (), True)
    changes = {(change.how, change.item.kind, change.item.id): change for change in batik.changes}
    assert ("added", "criterion", "tulang_punggung") in changes
    assert ("added", "priority", "miskin_ekstrem") in changes
    assert deciding(changes["removed", "quota", "2022"].item) == Label("1.000", "1,000")
    members = {aspect.aspect: aspect for aspect in changes["changed", "list", "jenis_pekerjaan"].aspects}
    assert [label.id for label in members["members"].added] == ["buruh batik", "marbot musala"]
    assert [label.id for label in members["excluded"].removed] == ["buruh batik", "marbot musala"]
    weights = {aspect.aspect: aspect for aspect in changes["changed", "quota", "2023"].aspects}
    assert [label.id for label in weights["weights"].removed] == ["jumlah orang dalam DTKS"]
    assert not any(change.item.kind == "criterion" and change.how == "changed" for change in batik.changes)


def test_assumptions_alike_on_both_sides_are_told_once(batik: Difference) -> None:
    told = [(one.side, one.item.id) for one in batik.assumptions]
    assert told == [("both", name) for name in ("domisili", "usia", "hubungan_kerja", "bukan_peserta_aktif")]


def test_a_renamed_group_and_a_renamed_criterion_are_not_taken_for_others(library: Library) -> None:
    plain = random_policy(Random(5))
    other = {
        **plain,
        "kelompok": [
            {**group, "id": f"{group['id']}x", "kriteria": [{**c, "id": f"{c['id']}y"} for c in group["kriteria"]]}
            for group in plain["kelompok"]
        ],
    }
    found = difference(Desk(library), parse(plain, library), parse(other, library, "policies/tegal/lain.yaml"), DAY)
    assert found.coverage.relation == "equivalent"
    assert {change.how for change in found.changes} <= {"changed"}
    assert {aspect.aspect for change in found.changes for aspect in change.aspects} == {"id"}


def test_each_pair_of_shipped_policies_is_told_and_every_witness_is_confirmed(library: Library) -> None:
    desk = Desk(library)
    for old, new in itertools.permutations(library.policies.values(), 2):
        found = difference(desk, old, new)
        back = difference(desk, new, old)
        assert back.coverage.relation == _turned(found.coverage.relation)
        assert found.at_home == (old.city != new.city) and (found.as_written is None) == (old.city == new.city)
        for witness in found.coverage.gained.witnesses:
            assert (witness.old.outcome, witness.new.outcome) == ("ineligible", "eligible")
        for witness in found.coverage.lost.witnesses:
            assert (witness.old.outcome, witness.new.outcome) == ("eligible", "ineligible")
        for change in found.funding.changes:
            assert (change.witness.old.outcome, change.witness.new.outcome) == ("eligible", "eligible")
            assert change.old != change.new
        languages: tuple[Language, ...] = ("id", "en")
        for language in languages:
            assert found.as_json(language)


def test_of_two_cities_each_ones_own_people_stand_for_each_other(library: Library) -> None:
    old, new = library.policies["tegal/2023"], library.policies["pekalongan/2022-19b"]
    found = difference(Desk(library), old, new)
    assert (found.as_written, found.coverage.settled) == ("neither", "narrower")
    loses = found.coverage.lost.witnesses[0]
    assert loses.old.outcome == "eligible" and loses.old.policy.city == "tegal"
    moved = [witness for witness in found.coverage.lost.witnesses if "kota" in witness.facts]
    assert all(witness.there["kota"] == "pekalongan" for witness in moved)


def test_what_one_list_names_alone_is_a_difference_unless_ruled_otherwise(library: Library) -> None:
    plain = _occupations("belum_lengkap", ["tukang_becak", "pemulung"])
    less = _occupations("belum_lengkap", ["tukang_becak"])
    found = difference(Desk(library), parse(plain, library), parse(less, library, "policies/tegal/lain.yaml"), DAY)
    assert (found.coverage.relation, found.coverage.settled) == ("narrower", "equivalent")
    loses = found.coverage.lost.unsettled
    assert loses and loses.facts["pekerjaan"] == "pemulung" and loses.ruling is False
    assert (loses.old.outcome, loses.new.outcome) == ("eligible", "undetermined")


def test_money_that_ends_or_begins_is_told_with_a_person(library: Library) -> None:
    plain = _occupations("tertutup", ["tukang_becak"])
    free = {**plain, "kelompok": [{**plain["kelompok"][0], "pendanaan": []}]}
    old, new = parse(plain, library), parse(free, library, "policies/tegal/lain.yaml")
    ends, begins = difference(Desk(library), old, new, DAY).funding, difference(Desk(library), new, old, DAY).funding
    assert (ends.relation, begins.relation) == ("narrower", "wider")
    assert ends.changes[0].new is None and begins.changes[0].old is None
    assert ends.changes[0].witness.old.payer is not None and ends.changes[0].witness.new.payer is None


@pytest.mark.parametrize("part", range(PARTS))
def test_relations_are_those_of_trying_everybody(part: int, library: Library, situations: int) -> None:
    random = Random(f"beda {part}")
    desk = Desk(library)
    seen: set[str] = set()
    tried = 0
    while tried < max(situations // 80 // PARTS, 5):
        one, two, values = _pair(random, library)
        if not values:
            continue
        tried += 1
        old, new = parse(one, library), parse(two, library, "policies/tegal/lain.yaml")
        found = difference(desk, old, new, DAY)
        people = [dict(zip(values, row, strict=True)) for row in itertools.product(*values.values())]
        ends = [(reference.whole(one, person), reference.whole(two, person)) for person in people]
        gains, loses = (any(_only(end) == side for end in ends) for side in ("new", "old"))
        assert found.coverage.relation == _named(gains, loses), (one, two)
        assert found.coverage.settled == _settled(people, ends), (one, two)
        assert found.funding.relation == _paying(one, two, ends), (one, two)
        _confirmed(found)
        seen.add(found.coverage.relation)
    assert len(seen) == 4 or situations < 20_000


def test_z3_finds_nobody_where_the_diagrams_find_nobody(library: Library, situations: int) -> None:
    random = Random("z3 beda")
    for _ in range(max(situations // 400, 5)):
        one, two = _independent(random, _near(random))
        old, new = parse(one, library), parse(two, library, "policies/tegal/lain.yaml")
        values = _values(one, two, library)
        solver, covered, _ = encoded(one, values)
        _, other, _ = encoded(two, values)
        gains = solver.check(other, z3.Not(covered)) == z3.sat
        loses = solver.check(covered, z3.Not(other)) == z3.sat
        told = relations(library, [Side(old, DAY), Side(new, DAY)])
        assert told[0, 1] == _named(gains, loses) == _turned(told[1, 0] or "neither"), (one, two)


def _confirmed(found: Difference) -> None:
    """What the engine said of each witness, in full."""

    def differs(witness: Witness, outcomes: tuple[str, str]) -> None:
        assert (witness.old.outcome, witness.new.outcome) == outcomes

    for witness in found.coverage.gained.witnesses:
        differs(witness, ("ineligible", "eligible"))
    for witness in found.coverage.lost.witnesses:
        differs(witness, ("eligible", "ineligible"))
    ways = ((found.coverage.gained, ("wider", "neither")), (found.coverage.lost, ("narrower", "neither")))
    for direction, expected in ways:
        assert (found.coverage.relation in expected) == bool(direction.witnesses or direction.unsettled)


def _pair(random: Random, library: Library) -> tuple[dict[str, Any], dict[str, Any], dict[str, list[Any]]]:
    """Two policies near each other, and the values to try; none where there are too many people."""
    one, two = _independent(random, _near(random))
    values = _values(one, two, library)
    count = 1
    for choice in values.values():
        count *= len(choice)
    return one, two, values if count <= PEOPLE else {}


def _near(random: Random) -> bool:
    return random.random() < 0.7


def _independent(random: Random, near: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two random policies, or one and the same with something changed; no village that would settle the city."""
    while True:
        one = random_policy(random, facts=4)
        two = _changed(random, one) if near else random_policy(random, facts=4)
        read = {fact for plain in (one, two) for fact, _ in reference.mentions(plain)}
        if not {"kota", "kelurahan"} <= read:
            return one, two


def _changed(random: Random, plain: dict[str, Any]) -> dict[str, Any]:
    """A criterion dropped or doubled in negation, a source dropped, an entry taken from a list, or nothing."""
    kind = random.choice(["nothing", "criterion", "negated", "source", "entry"])
    groups = [dict(group) for group in plain["kelompok"]]
    group = random.choice(groups)
    if kind == "criterion" and len(group["kriteria"]) > 1:
        group["kriteria"] = group["kriteria"][:-1]
    elif kind == "negated":
        last = group["kriteria"][-1]
        group["kriteria"] = [*group["kriteria"][:-1], {**last, "syarat": {"tidak": last["syarat"]}}]
    elif kind == "source" and group["pendanaan"]:
        group["pendanaan"] = group["pendanaan"][1:]
    elif kind == "entry" and plain.get("lampiran"):
        lists = {
            name: {**listing, "isi": listing["isi"][:1]} if len(listing["isi"]) > 1 else listing
            for name, listing in plain["lampiran"].items()
        }
        return {**plain, "kelompok": groups, "lampiran": lists}
    return {**plain, "kelompok": groups}


def _values(one: dict[str, Any], two: dict[str, Any], library: Library) -> dict[str, list[Any]]:
    """Every value that one of the policies names or that neither does; told apart by all of them together."""
    mentioned: dict[str, list[Any]] = {}
    for plain in (one, two):
        for fact, choice in reference.telling_values(plain, library.vocabulary).items():
            mentioned[fact] = list(dict.fromkeys([*mentioned.get(fact, []), *choice]))
    for fact, choice in mentioned.items():
        known = library.vocabulary.facts[fact]
        if known.kind == "word":
            both = [*reference.mentions(one), *reference.mentions(two)]
            named = {word for name, words in both if name == fact for word in words}
            unnamed = [word for word in known.words if word not in named]
            mentioned[fact] = [*[word for word in choice if word in named], *unnamed[:1]]
    return mentioned


def _occupations(kind: str, entries: list[str]) -> dict[str, Any]:
    plain = random_policy(Random(1))
    ground = {"dasar": "asumsi", "catatan": "contoh"}
    return {
        **{key: value for key, value in plain.items() if key != "definisi"},
        "lampiran": {"jenis": {"daftar": kind, "isi": entries, **ground}},
        "kelompok": [
            {
                "id": "pekerja",
                "sebutan": {"id": "pekerja", "en": "workers"},
                "segmen": "bpu",
                **ground,
                "kriteria": [
                    {
                        "id": "pekerjaan",
                        "bunyi": "bekerja",
                        "syarat": {"pekerjaan": {"termasuk": "lampiran.jenis"}},
                        **ground,
                    }
                ],
                "pendanaan": [{"sumber_dana": "apbd", "bila": "selalu", "bulan": "3", **ground}],
            }
        ],
    }


End = tuple[tuple[str, int | None] | None, tuple[str, int | None] | None]


def _only(end: End) -> str:
    """On which side alone somebody is covered."""
    old, new = end
    return "both" if (old is None) == (new is None) else "new" if old is None else "old"


def _settled(people: list[dict[str, Any]], ends: list[End]) -> Relation:
    """By those who are on one side whatever is ruled."""
    by_person: dict[tuple[Any, ...], set[str]] = {}
    for person, end in zip(people, ends, strict=True):
        rest = tuple((fact, value) for fact, value in person.items() if fact != "ditetapkan_setara")
        by_person.setdefault(rest, set()).add(_only(end))
    return _named({"new"} in by_person.values(), {"old"} in by_person.values())


def _paying(one: dict[str, Any], two: dict[str, Any], ends: list[End]) -> Relation:
    """Who pays for people whom both cover."""
    more = fewer = False
    for old, new in ends:
        if old is None or new is None:
            continue
        before, after = _payer(one, old), _payer(two, new)
        if before != after:
            more, fewer = more or after is not None, fewer or before is not None
            if before is not None and after is not None:
                more = fewer = True
    return _named(more, fewer)


def _payer(plain: dict[str, Any], end: tuple[str, int | None]) -> tuple[Any, Any] | None:
    group, position = end
    if position is None:
        return None
    rule = next(entry for entry in plain["kelompok"] if entry["id"] == group)["pendanaan"][position]
    return rule["sumber_dana"], rule["bulan"]


def _named(gains: bool, loses: bool) -> Relation:
    return "neither" if gains and loses else "wider" if gains else "narrower" if loses else "equivalent"


def _turned(name: Relation) -> Relation:
    return {"wider": "narrower", "narrower": "wider"}.get(name, name)  # type: ignore[return-value]
