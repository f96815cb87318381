"""A city's first draft from another's policy: its own places, nothing taken for law, and cases that hold."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from engine.decision.decide import Desk
from engine.language.cities import city_named, with_cities
from engine.language.diagnostic import Diagnostic
from engine.language.library import CASES, Library, load, shipped
from engine.language.source import plain, read
from engine.language.writer import comments_of, text_of
from engine.revision.cases import cases_path, load_cases, run_case
from engine.revision.difference.difference import difference
from engine.revision.founding import Founding, found
from engine.revision.proofs import prove

DAY = date(2026, 1, 15)
PAIRS = [
    ("surakarta", "tegal/2023"),
    ("brebes", "tegal/rintisan"),
    ("cirebon", "tegal/2022-apbd-perubahan"),
    ("solok", "pekalongan/2022-19b"),
    ("kab_tegal", "sukabumi/2024-se"),
    ("kudus", "kendal/2022-se-400-4450"),
]


@pytest.fixture(scope="module")
def surakarta(library: Library) -> Founding:
    return found(library, "surakarta", library.policies["tegal/2023"], "2026-rancangan", DAY)


def written(draft: Founding, root: Path) -> Library:
    """The library with the draft in it."""
    shutil.copytree(shipped(), root, dirs_exist_ok=True)
    city, version = draft.id.split("/")
    (root / city).mkdir(exist_ok=True)
    (root / city / f"{version}.yaml").write_text(draft.policy, encoding="utf-8")
    (root / city / f"{version}{CASES}").write_text(draft.cases, encoding="utf-8")
    return load(root)


@pytest.mark.parametrize(("city", "source"), PAIRS)
def test_a_draft_opens_without_faults_with_cases_that_hold(
    library: Library, tmp_path: Path, city: str, source: str
) -> None:
    draft = found(library, city, library.policies[source], "2026-rancangan", DAY)
    other = written(draft, tmp_path)
    assert other.faults == ()
    policy = other.policies[draft.id]
    assert (policy.city, policy.status, policy.binding) == (city, "draft", False)
    faults: list[Diagnostic] = []
    cases = load_cases(policy, cases_path(policy), faults)
    assert faults == []
    assert len(cases) == draft.taken > 20
    assert all(run_case(Desk(other), policy, case).passed for case in cases)
    assert prove(other, policy) == []


@pytest.mark.parametrize(("city", "source"), PAIRS)
def test_nothing_of_the_other_city_is_left_where_it_would_count(library: Library, city: str, source: str) -> None:
    policy = library.policies[source]
    draft = found(library, city, policy, "2026-rancangan", DAY)
    old = library.vocabulary.facts["kota"].words[policy.city]
    body = "\n".join(line for line in draft.policy.splitlines() if not line.lstrip().startswith("#"))
    assert f"kota: {policy.city}\n" not in body and old.label.id not in body
    assert f'"{old.region}' not in body
    assert "sumber:" not in body and "tersurat" not in body.replace("di sana tersurat", "")


def test_everything_to_decide_stands_in_the_list_and_above_its_place(surakarta: Founding) -> None:
    lines = " ".join(line.lstrip(" #") for line in surakarta.policy.splitlines() if line.lstrip().startswith("#"))
    for one in surakarta.decisions:
        assert f"PUTUSKAN: {one.text.id}" in " ".join(lines.split())
    kinds = {one.kind for one in surakarta.decisions}
    assert {"instrument", "list", "amount", "reading", "ground"} <= kinds
    assert any(one.where == "lampiran.jenis_pekerjaan" and one.kind == "list" for one in surakarta.decisions)


def test_every_statement_of_the_source_is_an_assumption_to_decide(surakarta: Founding, library: Library) -> None:
    policy = library.policies["tegal/2023"]
    told = [one.where for one in surakarta.decisions if one.kind == "ground"]
    for group in policy.groups:
        assert f"kelompok.{group.id}" in told
        for criterion in group.criteria:
            assert f"kelompok.{group.id}.{criterion.id}" in told
        for rule in group.funding:
            assert f"kelompok.{group.id}.{rule.source}" in told


def test_providers_and_villages_are_to_be_decided(library: Library) -> None:
    draft = found(library, "brebes", library.policies["tegal/rintisan"], "2026-rancangan", DAY)
    told = {one.kind: one.text.id for one in draft.decisions}
    assert "perusahaan di Kota Tegal" in told["provider"] and "Pesurungan Kidul" in told["place"]
    assert "penyedia: belum ditunjuk" in draft.policy and "Pesurungan Kidul" in draft.policy


def test_the_draft_covers_whom_its_source_covers(surakarta: Founding, tmp_path: Path) -> None:
    other = written(surakarta, tmp_path)
    same = difference(Desk(other), other.policies["tegal/2023"], other.policies[surakarta.id])
    assert (same.coverage.relation, same.funding.relation, same.as_written) == ("equivalent", "equivalent", "neither")


def test_comments_of_the_source_are_kept(library: Library) -> None:
    draft = found(library, "brebes", library.policies["tegal/rintisan"], "2026-rancangan", DAY)
    assert "# Pesurungan Kidul (Tegal Barat) dan Pesurungan Lor (Margadana)" in draft.policy


def test_a_city_is_known_by_its_folder_alone(library: Library, surakarta: Founding, tmp_path: Path) -> None:
    assert "surakarta" not in library.vocabulary.facts["kota"].words
    other = written(surakarta, tmp_path)
    word = other.vocabulary.facts["kota"].words["surakarta"]
    assert (word.label.id, word.region) == ("Kota Surakarta", "33.72")
    assert list(other.vocabulary.facts["kota"].words)[-1] == "lainnya"
    assert other.vocabulary.city_of_region("33.72.01.1001") == "surakarta"
    assert other.vocabulary.content != library.vocabulary.content


def test_cities_go_by_the_names_that_the_vocabulary_gives_them(library: Library) -> None:
    for slug, word in library.vocabulary.facts["kota"].words.items():
        known = city_named(slug)
        assert (known and (known.label, known.region)) == ((word.label, word.region) if word.region else None)
    assert city_named("atlantis") is None
    assert with_cities(library.vocabulary, ["tegal", "atlantis"]) is library.vocabulary


def test_a_city_the_country_does_not_have_cannot_be_founded(library: Library) -> None:
    with pytest.raises(KeyError):
        found(library, "atlantis", library.policies["tegal/2023"], "2026-rancangan", DAY)


@pytest.mark.parametrize("path", sorted(shipped().glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_written_reads_as_the_same_tree_with_the_same_comments(path: Path) -> None:
    content = path.read_bytes()
    tree, _ = read(content, str(path))
    assert tree
    text = text_of(tree, comments_of(content.decode(), tree))
    again, faults = read(text.encode(), str(path))
    assert again and not faults and plain(again) == plain(tree)
    assert max(map(len, text.splitlines())) <= 120
    remarks = [
        [line.strip() for line in one.splitlines() if line.lstrip().startswith("#")] for one in (text, content.decode())
    ]
    assert remarks[0] == remarks[1]
