"""A policy otherwise than its file says: read by the language's own rules, and never mistaken for the regulation."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from engine.decision.decide import Desk, default_day
from engine.decision.facts import person
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import Library
from engine.language.messages import fault_text
from engine.language.policy import Policy
from engine.revision.difference.difference import difference
from engine.revision.whatif import (
    Replacement,
    as_written,
    by_path,
    read_as,
    reading_names,
    readings,
    replacement,
    set_values,
)

AGE = "kelompok.pekerja_informal.kriteria.usia.syarat.usia.paling_rendah"
YOUNG = {
    "kota": "pekalongan",
    "usia": 17,
    "pekerjaan": "tukang_becak",
    "hubungan_kerja": "luar_hubungan_kerja",
    "peserta_aktif": False,
}


@pytest.fixture
def informal(library: Library) -> Policy:
    return library.policies["pekalongan/2022-19b"]


def changed(library: Library, policy: Policy, *texts: str) -> tuple[Policy | None, list[Diagnostic]]:
    faults: list[Diagnostic] = []
    asked = [one for one in map(replacement, texts) if one]
    assert len(asked) == len(texts)
    return set_values(library, policy, asked, faults), faults


def said(faults: list[Diagnostic]) -> str:
    return "\n".join(" ".join(filter(None, fault_text(fault, "id"))) for fault in faults)


def test_a_threshold_set_otherwise_decides_otherwise_and_says_so(library: Library, informal: Policy) -> None:
    policy, faults = changed(library, informal, f"{AGE}=17")
    assert policy and not faults
    desk, day = Desk(library), default_day(informal)
    applicant = person(YOUNG, library.vocabulary, day, [])
    law, what_if = desk.decide(informal, applicant, day), desk.decide(policy, applicant, day)
    assert (law.outcome, what_if.outcome) == ("ineligible", "eligible")
    assert (law.legal_effect, what_if.legal_effect) == ("in_force", "proposed")
    assert law.policy_digest != what_if.policy_digest
    assert what_if.policy.id == f"pekalongan/2022-19b+{AGE}=17"
    told = {notice.code: notice.text("id") for notice in what_if.notices}
    assert f"{AGE}=17" in told["what_if"] and "what_if" not in {notice.code for notice in law.notices}
    changed_one = next(f for f in what_if.findings if f.criterion.id == "usia")
    assert changed_one.criterion.ground.basis == "assumed" and "[pengandaian:" in changed_one.criterion.text


def test_the_file_itself_is_left_as_it_is(library: Library, informal: Policy) -> None:
    policy, _ = changed(library, informal, "kuota.2023.jumlah=1500")
    assert policy and policy.quotas[1].amount == 1500 and informal.quotas[1].amount == 1000
    assert policy.quotas[1].ground.basis == "assumed" and not policy.quotas[1].ground.sources
    assert informal.what_if == () and policy.place == informal.place


def test_what_is_stated_is_no_longer_stated_once_it_is_set(library: Library, informal: Policy) -> None:
    policy, _ = changed(library, informal, "lampiran.jenis_pekerjaan.isi=[tukang_becak, nelayan]")
    assert policy
    before, after = (one.listings["jenis_pekerjaan"] for one in (informal, policy))
    assert (before.ground.basis, after.ground.basis) == ("stated", "assumed")
    assert after.entries == ("tukang_becak", "nelayan")


@pytest.mark.parametrize("path", ["kuota.jumlah", "kuota.0.jumlah", "kuota.2023.jumlah"])
def test_an_item_goes_by_its_position_its_own_name_or_none_where_it_is_alone(library: Library, path: str) -> None:
    policy, faults = changed(library, library.policies["pekalongan/2023-usulan"], f"{path}=15")
    assert policy and not faults and policy.quotas[0].amount == 15


def test_two_values_are_set_together_and_two_what_ifs_one_after_the_other(library: Library, informal: Policy) -> None:
    policy, _ = changed(library, informal, f"{AGE}=17", "kuota.2022.jumlah=5")
    assert policy and policy.what_if == (f"{AGE}=17", "kuota.2022.jumlah=5")
    again, _ = changed(library, policy, "kuota.2022.jumlah=6")
    assert again and again.what_if[-1] == "kuota.2022.jumlah=6" and again.id.startswith(policy.id)


@pytest.mark.parametrize(
    ("text", "codes", "message"),
    [
        ("kuota.jumlah=5", ["set-which-one"], "kuota.2022, kuota.2023"),
        ("kuta.0.jumlah=5", ["set-unknown-path"], "maksud Anda `kuota`"),
        ("kuota.0.jumla=5", ["set-unknown-path"], "maksud Anda `kuota.0.jumlah`"),
        (AGE.replace("usia.syarat", "usi.syarat") + "=5", ["set-which-one"], "kriteria.usia`"),
        ("kuota.7.jumlah=5", ["set-which-one"], "kuota.2022"),
        ("kuota.0.jumlah.x=5", ["set-nothing-below"], "nilai tunggal"),
        ("kuota=5", ["set-not-single"], "[a, b]"),
        ("kuota.0.jumlah=abc", ["set-value"], "bukan bilangan bulat"),
        ("kuota.0.jumlah=[1", ["set-value"], "tidak ditutup"),
        ("lampiran.jenis_pekerjaan.isi=[tukang_bakso]", ["set-value"], "bukan salah satu pilihan"),
        (AGE + "=200", ["set-value"], "kelompok.pekerja_informal"),
        ("peraturan.kota=tegal", ["set-value"], "pekalongan"),
        ("kuota.0.jumlah=" + "1" * 3000, ["set-value"], "lebih dari 2000 huruf"),
    ],
)
def test_what_cannot_be_set_is_told_with_its_path_and_a_way_out(
    library: Library, informal: Policy, text: str, codes: list[str], message: str
) -> None:
    policy, faults = changed(library, informal, text)
    assert policy is None
    assert [fault.code for fault in faults] == codes
    assert message in said(faults)
    assert text.partition("=")[0] in said(faults)


def test_an_item_of_a_list_that_holds_none_is_not_there(library: Library, informal: Policy) -> None:
    emptied, _ = changed(library, informal, "kuota=[]")
    assert emptied and emptied.quotas == ()
    policy, faults = changed(library, informal, "kuota=[]", "kuota.2022.jumlah=5")
    assert policy is None and [fault.code for fault in faults] == ["set-unknown-path"]
    assert "tidak ada `2022` dalam kuota" in said(faults)


def test_every_check_of_the_language_applies(library: Library) -> None:
    policy, faults = changed(library, library.policies["tegal/2023"], "donatur.0.bulan=61")
    assert policy is None and [fault.code for fault in faults] == ["set-value"]
    assert faults[0].place.line > 1


def test_a_fault_of_a_body_never_repeats_the_value_or_an_odd_path(library: Library, informal: Policy) -> None:
    secret = "3375010101010001"
    values: dict[str, Any] = {"kuota.0.jumlah": secret + "x", f"{secret}.y": 1, "kuota.1": {"a": secret}}
    faults: list[Diagnostic] = []
    asked = by_path(values, lambda _: Place("/set"), faults)
    assert set_values(library, informal, asked, faults) is None
    assert {fault.code for fault in faults} == {"set-not-single", "set-unknown-path"}
    faults.clear()
    assert set_values(library, informal, asked[:1], faults) is None
    assert [fault.code for fault in faults] == ["set-value"]
    assert secret not in said(faults)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "ya"),
        (False, "tidak"),
        (17, "17"),
        (" x ", "x"),
        (["a", 1], "[a, 1]"),
        ("", None),
        (1.5, None),
        ([[1]], None),
    ],
)
def test_a_value_of_json_is_written_as_in_a_file(value: object, text: str | None) -> None:
    assert as_written(value) == text


def test_a_path_without_a_value_is_no_replacement() -> None:
    assert replacement("kuota.jumlah") is None and replacement("=5") is None and replacement("a=") is None
    assert replacement("a = b=c") == Replacement("a", "b=c")


def test_each_reading_runs_as_a_what_if_with_its_own_words(library: Library) -> None:
    for policy in library.policies.values():
        for name, other in zip(reading_names(policy), readings(policy), strict=True):
            under = read_as(policy, name)
            assert (under.status, under.what_if) == ("draft", (f"tafsir={name}",))
            group = under.groups[other.group]
            assert other.reading.text in [criterion.text for criterion in group.criteria]
            found = difference(Desk(library), policy, under)
            assert found.coverage.relation != "equivalent"


def test_what_an_ambiguity_costs_is_a_difference_with_a_person(library: Library) -> None:
    policy = library.policies["pekalongan/2023-usulan"]
    found = difference(Desk(library), policy, read_as(policy, "prioritas"))
    assert found.coverage.relation == "wider"
    assert found.coverage.gained.witnesses[0].facts["tulang_punggung"] is False


def test_a_reading_nobody_wrote_is_told_with_those_there_are(informal: Policy) -> None:
    with pytest.raises(KeyError, match="daftar_pers_2022"):
        read_as(informal, "tak_ada")


def test_a_what_if_of_another_day_is_the_same_proposal(library: Library, informal: Policy) -> None:
    policy, _ = changed(library, informal, f"{AGE}=17")
    assert policy
    for day in (date(2022, 6, 1), date(2024, 1, 1)):
        applicant = person(YOUNG, library.vocabulary, day, [])
        assert Desk(library).decide(policy, applicant, day).legal_effect == "proposed"
