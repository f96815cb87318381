"""Decisions under the shipped regulations: who, by which article, with whose money, what is missing."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from engine.decision.decide import Desk
from engine.decision.decision import Decision
from engine.decision.facts import person
from engine.decision.outline import legal_effect
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library

SECRETARY = {
    "kota": "tegal",
    "tanggal_lahir": "1979-04-11",
    "jabatan_rt": "sekretaris",
    "jabatan_rw": "tidak_ada",
    "jabatan_lpmk": "tidak_ada",
    "status_kepegawaian": "bukan_pegawai",
}
BATIK_WORKER: dict[str, object] = {
    "kota": "pekalongan",
    "tanggal_lahir": "1985-03-02",
    "pekerjaan": "buruh_batik",
    "hubungan_kerja": "luar_hubungan_kerja",
    "peserta_aktif": False,
    "tulang_punggung": True,
}


def decide(library: Library, where: str, on: str, facts: dict[str, Any]) -> Decision:
    """By policy id (with a slash) or by city."""
    day = date.fromisoformat(on)
    policy = library.policies[where] if "/" in where else library.chosen(where, day)
    assert policy
    faults: list[Diagnostic] = []
    applicant = person(facts, library.vocabulary, day, faults)
    assert not faults
    return Desk(library).decide(policy, applicant, day)


def codes(decision: Decision) -> set[str]:
    return {notice.code for notice in decision.notices}


def test_a_secretary_of_an_rt_in_tegal_is_not_covered_in_2022(library: Library) -> None:
    decision = decide(library, "tegal", "2022-12-01", SECRETARY)
    assert (decision.policy.id, decision.outcome) == ("tegal/2022-apbd-perubahan", "ineligible")
    assert "refusal_on_assumption" not in codes(decision)


def test_a_secretary_of_an_rt_in_tegal_is_covered_in_2023_with_seven_months_from_the_city(library: Library) -> None:
    decision = decide(library, "tegal", "2023-06-01", SECRETARY)
    assert (decision.outcome, decision.group and decision.group.id) == ("eligible", "pengurus_rt_rw_lpmk")
    assert decision.payer
    assert (decision.payer.rule.source, decision.payer.months, decision.monthly_idr) == ("apbd", 7, 16_800)


def test_a_batik_worker_in_pekalongan_waits_for_the_proposal(library: Library) -> None:
    assert decide(library, "pekalongan", "2022-12-01", BATIK_WORKER).outcome == "ineligible"
    decision = decide(library, "pekalongan/2023-usulan", "2023-02-08", BATIK_WORKER)
    assert (decision.outcome, decision.legal_effect) == ("eligible", "proposed")
    assert "proposal_without_effect" in codes(decision)


def test_the_breadwinner_fact_alone_is_missing(library: Library) -> None:
    facts = {name: value for name, value in BATIK_WORKER.items() if name != "tulang_punggung"}
    decision = decide(library, "pekalongan/2023-usulan", "2023-02-08", facts)
    assert decision.outcome == "undetermined"
    assert [(item.fact, item.purpose) for item in decision.missing] == [("tulang_punggung", "outcome")]
    assert decision.payer is None


def test_a_proposal_never_decides_by_date(library: Library) -> None:
    for year in range(2022, 2028):
        chosen = library.chosen("pekalongan", date(year, 12, 31))
        assert chosen is None or chosen.status != "draft"


def test_a_version_of_unknown_start_is_never_chosen_by_date(library: Library) -> None:
    assert library.chosen("tegal", date(2022, 9, 15)) is None
    assert library.chosen("tegal", date(2022, 10, 1)) is not None


def test_a_day_in_2026_says_that_our_knowledge_ends_in_2023(library: Library) -> None:
    decision = decide(library, "tegal", "2026-03-01", SECRETARY)
    notice = next(notice for notice in decision.notices if notice.code == "after_last_known_date")
    assert "2023-10-19" in notice.text("en")


@pytest.mark.parametrize(
    ("policy", "on", "effect"),
    [
        ("tegal/2022-apbd-perubahan", "2022-12-31", "in_force"),
        ("tegal/2022-apbd-perubahan", "2023-01-01", "superseded"),
        ("tegal/rintisan", "2022-08-01", "not_binding"),
        ("pekalongan/2023-usulan", "2026-01-01", "proposed"),
        ("pekalongan/2022-19b", "2022-06-01", "in_force"),
    ],
)
def test_legal_effect_follows_status_and_day(library: Library, policy: str, on: str, effect: str) -> None:
    assert legal_effect(library.policies[policy], None, date.fromisoformat(on)) == effect


def test_the_unverified_group_says_so_when_it_decides(library: Library) -> None:
    facts = {
        **SECRETARY,
        "jabatan_rt": "tidak_ada",
        "pekerjaan": "pemulung",
        "hubungan_kerja": "luar_hubungan_kerja",
        "peserta_aktif": False,
    }
    decision = decide(library, "tegal", "2023-06-01", facts)
    assert (decision.group and decision.group.id, decision.legal_effect) == ("pekerja_rentan", "unverified")
    assert decide(library, "tegal", "2023-06-01", SECRETARY).legal_effect == "in_force"


def test_a_refusal_by_assumption_alone_says_so(library: Library) -> None:
    facts = {**BATIK_WORKER, "pekerjaan": "tukang_becak", "tanggal_lahir": "1950-01-01"}
    decision = decide(library, "pekalongan", "2022-12-01", facts)
    assert decision.outcome == "ineligible"
    assert "refusal_on_assumption" in codes(decision)
    stated = decide(library, "pekalongan", "2022-12-01", {**facts, "pekerjaan": "marbot_musala"})
    assert "refusal_on_assumption" not in codes(stated)


def test_an_occupation_that_a_partial_list_leaves_open_waits_for_a_ruling(library: Library) -> None:
    facts = {**BATIK_WORKER, "pekerjaan": "marbot_masjid"}
    decision = decide(library, "pekalongan", "2022-12-01", facts)
    assert decision.outcome == "undetermined"
    assert not decision.missing
    assert [(item.criterion, item.code) for item in decision.unsettled] == [("pekerjaan", "marbot_masjid")]
    ruled = decide(library, "pekalongan", "2022-12-01", {**facts, "ditetapkan_setara": True})
    assert ruled.outcome == "eligible"


def test_the_tariff_of_staff_of_the_state_is_not_modelled(library: Library) -> None:
    facts = {**SECRETARY, "jabatan_rt": "tidak_ada", "status_kepegawaian": "non_asn_pemda"}
    decision = decide(library, "tegal", "2023-06-01", facts)
    assert (decision.outcome, decision.monthly_idr) == ("eligible", None)
    assert "tariff_not_modelled" in codes(decision)


def test_an_old_head_of_an_rt_is_covered_and_the_national_limit_is_a_notice(library: Library) -> None:
    decision = decide(library, "tegal", "2023-06-01", {**SECRETARY, "tanggal_lahir": "1950-01-01"})
    assert decision.outcome == "eligible"
    assert "national_age_limit" in codes(decision)


def test_an_age_limit_binds_new_people_only(library: Library) -> None:
    facts = {**BATIK_WORKER, "pekerjaan": "tukang_becak", "tanggal_lahir": "1957-01-20"}
    assert decide(library, "pekalongan", "2022-12-01", facts).outcome == "ineligible"
    assert decide(library, "pekalongan", "2022-12-01", {**facts, "penerima_berjalan": True}).outcome == "eligible"


def test_the_json_form_is_the_agreed_one(library: Library) -> None:
    for language in ("id", "en"):
        decision = decide(library, "tegal", "2023-06-01", SECRETARY).as_json(language)
        assert json.loads(json.dumps(decision)) == decision
        assert list(decision) == [
            "policy", "policy_digest", "city", "on", "legal_effect", "outcome", "group", "findings", "missing",
            "unsettled", "funding", "monthly_idr", "programs", "notices",
        ]  # fmt: skip
        first: Any = decision["findings"]
        assert list(first[0]) == ["group", "criterion", "result", "pasal", "basis", "sources", "message"]
        paid: Any = decision["funding"]
        assert paid == [
            {
                "source": "apbd",
                "provider": None,
                "result": "met",
                "months": 7,
                "monthly_idr": 16_800,
                "pasal": paid[0]["pasal"],
                "basis": "stated",
            }
        ]
        assert str(decision["policy_digest"]).startswith("sha256:")


def test_nobodys_identity_is_in_a_decision(library: Library) -> None:
    facts = {**SECRETARY, "nik": "3376011104790001", "nama": "CONTOH", "no_kk": "3376010101010001"}
    text = json.dumps(decide(library, "tegal", "2023-06-01", facts).as_json())
    assert "3376011104790001" not in text
    assert "CONTOH" not in text
