"""Coverage: shipped cases show everything; each goal is what trying everybody says; missing cases are written."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from engine.decision.decide import Desk, default_day
from engine.decision.program import setting_of
from engine.language.cities import with_cities
from engine.language.condition import ALWAYS, Among, Between, Condition, Leaf, Numbers, holds, resolve
from engine.language.diagnostic import Diagnostic
from engine.language.library import CASES, Library, load, load_file, shipped
from engine.language.messages import fault_text
from engine.language.policy import Policy
from engine.revision import tree
from engine.revision.cases import UNCONFIRMED, Case, CaseResult, cases_path, load_cases, run_cases, supposed
from engine.revision.coverage.coverage import Coverage, Line, measure
from engine.revision.coverage.goals import Sentence, Side
from engine.revision.coverage.survey import NEVER, survey
from engine.revision.deciding import decided, usual_person
from engine.revision.drafts import missing_cases
from engine.revision.examination import drafts_of, examine, missing_file
from engine.revision.founding import found
from engine.revision.nearby import sure
from engine.revision.written import as_file
from tests import reference
from tests.decision.test_random_policies import independent_policy
from tests.random_policies import parse
from tests.revision.test_proofs import enriched, number_of_people

POLICIES = sorted(load(shipped()).policies)
PEKALONGAN = "pekalongan/2022-19b"
PEOPLE = 200


def of(library: Library, name: str, dropped: Callable[[Case], bool] | None = None) -> Coverage:
    """What the cases of a policy show, without those that are dropped."""
    policy = library.policies[name]
    cases = load_cases(policy, cases_path(policy), [])
    results = run_cases(Desk(library), policy, tuple(case for case in cases if not (dropped and dropped(case))))
    return measure(library, policy, list(results))


def line(coverage: Coverage, name: str) -> Line:
    (found,) = (line for line in coverage.lines if line.sentence.where.name.id == name)
    return found


def untested(coverage: Coverage) -> list[tuple[str | None, str]]:
    return [(each.sentence.where.article, side.untested.id) for each in coverage.lines for side in each.untested()]


@pytest.mark.parametrize("name", POLICIES)
def test_shipped_cases_show_all_there_is_to_show(library: Library, name: str) -> None:
    coverage = of(library, name)
    assert untested(coverage) == []
    assert coverage.reached == coverage.goals > 20


def test_numbers_are_by_sentence_and_whole(library: Library) -> None:
    coverage = of(library, PEKALONGAN)
    age, occupation = line(coverage, "usia"), line(coverage, "pekerjaan")
    assert age.sentence.where.article == "3 ayat (1) huruf b"
    assert (age.counts("threshold"), age.counts("condition"), age.counts("entry")) == ((2, 2), (2, 2), (0, 0))
    # three kinds named, two named as outside, and one of which the list says nothing
    assert (occupation.counts("entry"), occupation.counts("condition")) == ((6, 6), (2, 2))
    assert line(coverage, "masa berlaku").counts("date") == (2, 2)
    policy = library.policies[PEKALONGAN]
    assert sum(age.results.values()) == len(load_cases(policy, cases_path(policy), []))


@pytest.mark.parametrize(
    ("dropped", "article", "said"),
    [
        (
            lambda case: case.facts.get("usia") == "17" or "tanggal_lahir" in case.facts,
            "3 ayat (1) huruf b",
            "belum ada kasus dengan usia: 17 tahun, tepat di bawah batas terendah 18 tahun",
        ),
        (
            lambda case: case.facts.get("pekerjaan") == "sopir_angkot",
            "3 ayat (1) huruf c",
            "belum ada kasus dengan pekerjaan: sopir angkot",
        ),
        (
            lambda case: case.facts.get("peserta_aktif") is None,
            "3 ayat (1) huruf e",
            "belum ada kasus yang belum diketahui memenuhinya",
        ),
        (
            lambda case: case.facts.get("peserta_aktif") == "ya",
            "3 ayat (1) huruf e",
            "belum ada kasus yang hasilnya ditentukan oleh satu hal ini saja: bukan peserta aktif (tidak terpenuhi)",
        ),
        (
            lambda case: case.facts.get("hubungan_kerja") in ("perusahaan", "penyelenggara_negara", "tidak_bekerja"),
            "3 ayat (1) huruf d",
            "belum ada kasus yang hasilnya ditentukan oleh satu hal ini saja: hubungan kerja (tidak terpenuhi)",
        ),
        (
            lambda case: case.day.isoformat() == "2022-05-31",
            None,
            "belum ada kasus pada 2022-05-31, sehari sebelum mulai berlaku",
        ),
    ],
)
def test_a_case_taken_away_is_missed_at_its_article(
    library: Library, dropped: Any, article: str | None, said: str
) -> None:
    coverage = of(library, PEKALONGAN, dropped)
    assert (article, said) in untested(coverage)
    assert coverage.reached < coverage.goals


def test_one_side_of_a_bound_is_no_half_of_it(library: Library) -> None:
    coverage = of(library, PEKALONGAN, lambda case: case.facts.get("usia") == "65" or "tanggal_lahir" in case.facts)
    assert line(coverage, "usia").counts("threshold") == (1, 2)


# each goal against trying everybody


def test_each_goal_is_what_trying_everybody_says(library: Library, situations: int) -> None:
    random = Random("cakupan")
    kinds: set[str] = set()
    tried = 0
    while tried < situations // 400:
        plain = enriched(random, independent_policy(random))
        values = reference.telling_values(plain, library.vocabulary)
        if number_of_people(values) > PEOPLE:
            continue
        tried += 1
        policy = parse(plain, library)
        people = [dict(zip(values, row, strict=True)) for row in itertools.product(*values.values())]
        found = survey(library, policy, default_day(policy))
        who = Brute(plain, policy, library)
        shown_by_some = random.sample(people, min(4, len(people)))
        seen = measure(library, policy, [result_of(library, policy, person) for person in shown_by_some])
        lines = {each.sentence.about: each for each in seen.lines}
        for sentence in found.sentences:
            for goal, side in sentence.sides():
                expected = who.showing(sentence, side)
                if expected is None or side.people is None:
                    continue
                kinds.add(goal.kind)
                told = [sure(found.diagrams, found.possible, side.people, person) for person in people]
                assert told == [expected(person) for person in people], (plain, sentence.about, side.key)
                assert any(told), "a goal that nobody can reach"
                shown = any(expected(person) for person in shown_by_some)
                if goal.kind != "result":
                    assert (side.key in lines[sentence.about].shown) == shown, (plain, sentence.about, side.key)
    assert kinds == {"result", "threshold", "entry", "condition", "pays"}


def result_of(library: Library, policy: Policy, person: dict[str, Any]) -> CaseResult:
    day = default_day(policy)
    decision = decided(Desk(library), policy, day, {"pekerjaan_kedua": "tidak_ada", **person})
    return CaseResult(Case("orang", day, {}, {}, {}, policy.place), decision)


class Brute:
    """Who shows a side, by the reference's meaning of the plain file and by the conditions' own three values."""

    def __init__(self, plain: Any, policy: Policy, library: Library) -> None:
        self.plain = plain
        self.policy = policy
        self.setting = setting_of(policy, library.vocabulary, library.national.on(default_day(policy)))

    def showing(self, sentence: Sentence, side: Side) -> Any:
        """A predicate on people; None for sides that are tried elsewhere."""
        if sentence.part == "priority":
            return None
        condition = self.tree(sentence)
        match side.key:
            case ("result", "met"):
                return lambda person: self.within(sentence, person) and self.holds(condition, person)
            case ("result", "failed"):
                return lambda person: self.within(sentence, person) and not self.holds(condition, person)
            case ("low" | "high" as end, way, inside):
                leaf = self.part(condition, way)
                assert isinstance(leaf, Between)
                core = resolve(leaf, self.setting)
                assert isinstance(core, Leaf) and isinstance(core.allowed, Numbers)
                ((first, last),) = core.allowed.ranges
                value = {"low": first - (not inside), "high": last + (not inside)}[end]
                return lambda person: person[leaf.fact] == value
            case ("condition", way, wanted):
                leaf = self.part(condition, way)
                assert isinstance(way, tuple)
                forms = [tree.put(condition, way, other) for other in (ALWAYS, NEVER)]
                return lambda person: (
                    self.decides(sentence, person)
                    and len({self.holds(form, person) for form in forms}) == 2
                    and self.holds(leaf, person) == wanted
                )
            case ("entry", str() as name, value):
                return lambda person: self.has(name, value, person)
            case ("entry", way, value):
                leaf = self.part(condition, way)
                assert isinstance(leaf, Among)
                return lambda person: person[leaf.fact] == value
            case ("pays",):
                return lambda person: reference.whole(self.plain, person) == sentence.about
            case _:
                return None

    def part(self, condition: Condition, way: Any) -> Condition:
        return dict(tree.parts(condition))[way]

    def tree(self, sentence: Sentence) -> Condition:
        group = next(group for group in self.policy.groups if group.id == sentence.about[0])
        if sentence.part == "funding":
            return tree.spelled_out(group.funding[int(str(sentence.about[1]))].condition, self.policy)
        (criterion,) = (one for one in group.criteria if one.id == sentence.about[1])
        return tree.of_criterion(criterion, self.policy)

    def has(self, name: str, value: Any, person: Any) -> bool:
        """One of the person's occupations is that entry of the list; or, for None, one that the list does not name."""
        listing = self.plain["lampiran"][name]
        own = {person[fact] for fact in reference.OCCUPATIONS}
        named = {*listing["isi"], *listing.get("bukan", []), *reference.NO_OCCUPATION}
        return bool(own - named) if value is None else value in own

    def holds(self, condition: Condition, person: Any) -> bool:
        answer = holds(resolve(condition, self.setting), person)
        assert answer is not None
        return answer

    def within(self, sentence: Sentence, person: Any) -> bool:
        """A criterion is found of everybody, a source only of people whom its group is for."""
        return sentence.part == "criterion" or self.decides(sentence, person)

    def decides(self, sentence: Sentence, person: Any) -> bool:
        group, name = sentence.about
        if sentence.part == "funding":
            end = reference.whole(self.plain, person)
            return end is not None and end[0] == group
        (written,) = (one for one in self.plain["kelompok"] if one["id"] == group)
        rest = (one["syarat"] for one in written["kriteria"] if one["id"] != name)
        return all(reference.kleene(condition, person, self.plain) for condition in rest)


# the missing cases, written


@pytest.mark.parametrize("name", POLICIES)
def test_what_one_case_leaves_untested_is_written_refused_until_confirmed_and_then_complete(
    library: Library, name: str, tmp_path: Path
) -> None:
    policy = library.policies[name]
    outcome = examine(library, policy)
    first = outcome.results[:1]
    outcome = replace(outcome, results=first, coverage=measure(library, policy, first))
    drafts = drafts_of(library, outcome)
    text = missing_file(library, outcome, drafts)
    path = tmp_path / "kurang.kasus.yaml"
    path.write_text(text, encoding="utf-8")
    faults: list[Diagnostic] = []
    assert load_cases(policy, path, faults) == ()
    assert [fault.code for fault in faults] == ["case-unconfirmed"] * len(drafts)
    lines = text.splitlines()
    for fault in faults:
        assert UNCONFIRMED in lines[fault.place.line - 1]
        assert all("{" not in (part or "") for language in ("id", "en") for part in fault_text(fault, language))
    path.write_text(guessed(text), encoding="utf-8")
    faults = []
    cases = load_cases(policy, path, faults)
    assert not faults, [fault_text(fault, "en") for fault in faults]
    again = measure(library, policy, [*first, *run_cases(Desk(library), policy, cases)])
    assert untested(again) == []


def guessed(text: str) -> str:
    """Each open place filled with some word that fits, right or wrong; fields that need more are left out."""
    lines = []
    for each in text.splitlines():
        field = each.strip().partition(":")[0]
        if field == "hasil":
            lines.append(each.replace(UNCONFIRMED, "berhak"))
        elif field == "karena":
            lines.append(each.replace(UNCONFIRMED, "terpenuhi"))
        elif each.lstrip().startswith("#") or f"{field}: {UNCONFIRMED}" not in each:
            lines.append(each)
    return "\n".join(lines) + "\n"


def test_a_version_from_the_first_day_of_the_calendar_to_its_last_is_examined_like_any(
    library: Library, tmp_path: Path
) -> None:
    """No day lies before the one or after the other, and no case can be asked for there."""
    folder = tmp_path / "tegal"
    folder.mkdir()
    for suffix in (".yaml", CASES):
        text = (shipped() / f"tegal/2023{suffix}").read_text("utf-8")
        text = text.replace("sejak: 2023-01-01", "sejak: 0001-01-01")
        text = text.replace("diketahui_sampai: 2023-10-19", "diketahui_sampai: 9999-12-31")
        (folder / f"2023{suffix}").write_text(text, encoding="utf-8")
    policy, faults = load_file(folder / "2023.yaml", library)
    assert policy and not faults
    outcome = examine(library, policy, mutating=True)
    assert outcome.coverage and outcome.mutation
    days = [side.key for _, side in line(outcome.coverage, "masa berlaku").sentence.sides()]
    assert days == [("date", date.min), ("date", date.max)]
    assert {one.mutant.after.id for one in outcome.mutation.judged if one.mutant.kind == "date"} == {
        "0001-01-02", "9999-12-30"
    }  # fmt: skip


def test_text_that_could_be_read_as_something_else_is_written_in_quotes(library: Library, tmp_path: Path) -> None:
    policy = library.policies[PEKALONGAN]
    names = {"nama": "A-B-C: tidak"}
    usual = usual_person(library, policy)
    path = tmp_path / "kurang.kasus.yaml"
    path.write_text(as_file(policy, names, usual, (), library.vocabulary), encoding="utf-8")
    assert supposed(path) == names


def test_a_drafted_person_differs_as_little_as_it_can_from_the_supposed_one(library: Library) -> None:
    policy = library.policies[PEKALONGAN]
    coverage = of(library, PEKALONGAN, lambda case: case.facts.get("usia") == "17" or "tanggal_lahir" in case.facts)
    usual = usual_person(library, policy)
    (draft,) = missing_cases(library, policy, coverage, usual)
    assert {fact: value for fact, value in draft.facts.items() if usual.get(fact) != value} == {"usia": 17}
    assert draft.reasons == ("pekerja_informal.usia",)
    assert "pada saat didaftarkan berusia paling rendah 18" in draft.remarks[0]


def test_a_policy_without_cases_gets_all_of_them_written(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "tegal"
    folder.mkdir()
    bare = folder / "2023.yaml"
    bare.write_text((shipped() / "tegal/2023.yaml").read_text("utf-8"), encoding="utf-8")
    policy, faults = load_file(bare, library)
    assert policy and not faults
    outcome = examine(library, policy)
    assert [fault.code for fault in outcome.faults] == ["cases-missing"]
    path = tmp_path / "semua.kasus.yaml"
    path.write_text(guessed(missing_file(library, outcome, drafts_of(library, outcome))), encoding="utf-8")
    read: list[Diagnostic] = []
    results = list(run_cases(Desk(library), policy, load_cases(policy, path, read)))
    assert not read
    assert untested(measure(library, policy, results)) == []


@pytest.mark.parametrize("city", ["surakarta", "brebes"])
def test_people_who_tell_live_in_the_city_and_its_villages_though_no_case_names_either(
    library: Library, city: str, tmp_path: Path
) -> None:
    """A new city whose draft names villages: nobody is supposed, so every place must be found."""
    draft = found(library, city, library.policies["tegal/rintisan"], "2026-rancangan", date(2026, 1, 15))
    file = tmp_path / city / "2026-rancangan.yaml"
    file.parent.mkdir()
    file.write_text(draft.policy, encoding="utf-8")
    wider = replace(library, vocabulary=with_cities(library.vocabulary, [city]))
    policy, _ = load_file(file, wider)
    assert policy
    outcome = examine(wider, policy, mutating=True)
    assert outcome.mutation and outcome.mutation.of("survived")
    path = tmp_path / "semua.kasus.yaml"
    path.write_text(guessed(missing_file(wider, outcome, drafts_of(wider, outcome))), encoding="utf-8")
    results = list(run_cases(Desk(wider), policy, load_cases(policy, path, [])))
    assert all(result.decision for result in results)
    assert untested(measure(wider, policy, results)) == []
