"""What the service answers: the same decisions as the engine, in the fixed forms and both languages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.service import models
from engine.decision.decide import Desk
from engine.decision.facts import person
from engine.language.library import Library
from tests.decision.test_decide import BATIK_WORKER, SECRETARY


def test_a_decision_is_the_engines_own(client: TestClient, library: Library) -> None:
    day = date(2023, 6, 1)
    body = {"city": "tegal", "on": "2023-06-01", "facts": SECRETARY}
    answer = client.post("/v1/decisions?lang=en", json=body)
    decision = Desk(library).decide(library.policies["tegal/2023"], person(SECRETARY, library.vocabulary, day, []), day)
    assert (answer.status_code, answer.json()) == (200, decision.as_json("en"))
    models.Decision.model_validate(answer.json())


def test_a_named_policy_is_asked_about_its_last_known_day(client: TestClient) -> None:
    answer = client.post("/v1/decisions", json={"policy": "pekalongan/2023-usulan", "facts": BATIK_WORKER}).json()
    assert (answer["on"], answer["outcome"], answer["legal_effect"]) == ("2023-02-08", "eligible", "proposed")


def test_null_and_left_out_are_unknown(client: TestClient) -> None:
    facts = {**BATIK_WORKER, "tulang_punggung": None}
    answer = client.post("/v1/decisions", json={"policy": "pekalongan/2023-usulan", "facts": facts}).json()
    assert [item["fact"] for item in answer["missing"]] == ["tulang_punggung"]


def test_changes_are_told_when_asked_for(client: TestClient) -> None:
    facts = {**BATIK_WORKER, "hubungan_kerja": "perusahaan"}
    body: dict[str, Any] = {"policy": "pekalongan/2023-usulan", "facts": facts}
    assert "changes" not in client.post("/v1/decisions", json=body).json()
    answer = client.post("/v1/decisions", json={**body, "changes": True}).json()
    models.Decision.model_validate(answer)
    assert [step["fact"] for change in answer["changes"] for step in change["facts"]] == ["hubungan_kerja"]


def test_a_comparison_answers_for_every_city(client: TestClient) -> None:
    answer = client.post("/v1/comparisons", json={"facts": BATIK_WORKER, "on": "2022-08-01"}).json()
    models.Comparison.model_validate(answer)
    by_city = {entry["city"]: entry for entry in answer["cities"]}
    assert set(by_city) == {"tegal", "pekalongan", "sukabumi", "kendal"}
    assert by_city["pekalongan"]["decision"]["outcome"] == "ineligible"
    assert by_city["tegal"]["decision"] is None
    assert "tegal/2023" in by_city["tegal"]["versions"]
    some = client.post("/v1/comparisons", json={"facts": {}, "on": "2023-06-01", "cities": ["tegal"]}).json()
    assert [entry["city"] for entry in some["cities"]] == ["tegal"]


def test_policies_are_listed_and_shown_whole(client: TestClient) -> None:
    listed = client.get("/v1/policies").json()
    assert len(listed["policies"]) >= 7
    assert listed["faults"] == []
    one = client.get("/v1/policies/kendal/2022-se-400-4450").json()
    assert (one["number"], one["binding"]) == ("400/4450/2022", False)
    assert one["content"]["peraturan"]["kota"] == "kendal"
    assert {entry["city"] for entry in client.get("/v1/policies/tegal").json()["policies"]} == {"tegal"}


@pytest.mark.parametrize(
    ("query", "header", "text"),
    [
        ("", "", "terpenuhi"),
        ("?lang=en", "", "met"),
        ("", "en-GB,en;q=0.9", "met"),
        ("?lang=id", "en", "terpenuhi"),
        ("", "fr", "terpenuhi"),
    ],
)
def test_the_language_asked_is_the_language_answered(client: TestClient, query: str, header: str, text: str) -> None:
    body = {"city": "tegal", "on": "2023-06-01", "facts": SECRETARY}
    answer = client.post(f"/v1/decisions{query}", json=body, headers={"accept-language": header}).json()
    assert f": {text} (" in answer["findings"][0]["message"]


def test_operations_answer(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["status"] == "ready"
    client.post("/v1/decisions", json={"city": "tegal", "on": "2023-06-01", "facts": SECRETARY})
    text = client.get("/metrics").text
    assert 'perwal_decisions_total{outcome="eligible",policy="tegal/2023"}' in text
    assert 'perwal_requests_total{route="/v1/decisions",status="200"}' in text


def test_the_document_has_every_fact_with_its_words_and_examples_in_both_languages(
    client: TestClient, library: Library
) -> None:
    document = client.get("/openapi.json").json()
    facts = document["components"]["schemas"]["Facts"]["properties"]
    assert set(facts) == set(library.vocabulary.facts)
    assert facts["jabatan_rt"]["anyOf"][0]["enum"] == list(library.vocabulary.facts["jabatan_rt"].words)
    operation = document["paths"]["/v1/decisions"]["post"]
    examples = operation["responses"]["200"]["content"]["application/json"]["examples"]
    assert {"sekretaris-rt-id", "sekretaris-rt-en"} <= set(examples)
    for name, example in operation["requestBody"]["content"]["application/json"]["examples"].items():
        answer = client.post(f"/v1/decisions?lang={name[-2:]}", json=example["value"])
        assert answer.json() == examples[name]["value"]
