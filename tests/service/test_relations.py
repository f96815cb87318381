"""How whom each version covers relates to whom the others cover, over HTTP: as `perwal compare --json` tells it."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from api.service import models
from api.service.routes import comparisons
from tests.service.asking import NEW, OLD, command


@pytest.mark.parametrize(
    ("query", "arguments"),
    [
        ("", ()),
        (f"?versions={OLD}&versions={NEW}&lang=en", (OLD, NEW, "--lang", "en")),
        ("?versions=tegal&versions=kendal&on=2023-06-01", ("tegal", "kendal", "--on", "2023-06-01")),
        ("?versions=tegal&versions=tegal/2023&versions=tegal", ("tegal", "tegal/2023", "tegal")),
    ],
)
def test_relations_are_the_commands_own(client: TestClient, query: str, arguments: tuple[str, ...]) -> None:
    answer = client.get(f"/v1/relations{query}")
    assert answer.status_code == 200, answer.text
    models.Relations.model_validate(answer.json())
    expected = command("compare", *arguments, "--json")
    assert answer.json() == {key: expected[key] for key in ("on", "columns", "relations")}


def test_the_documents_example_is_what_is_answered(client: TestClient) -> None:
    operation = client.get("/openapi.json").json()["paths"]["/v1/relations"]["get"]
    versions = next(each["example"] for each in operation["parameters"] if each["name"] == "versions")
    for language, example in operation["responses"]["200"]["content"]["application/json"]["examples"].items():
        answer = client.get("/v1/relations", params={"versions": versions, "lang": language})
        assert answer.json() == example["value"]


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("?versions=atlantis", 404, "no-such-city"),
        ("?versions=tegal/../kendal", 404, "no-such-policy"),
        ("?versions=tegal&on=2000-01-01", 404, "none-to-compare"),
        ("?versions=tegal&on=besok", 422, "body-invalid"),
    ],
)
def test_what_cannot_be_related_is_a_problem(client: TestClient, query: str, status: int, code: str) -> None:
    answer = client.get(f"/v1/relations{query}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_no_more_versions_are_related_at_once_than_is_quick(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparisons, "MOST_RELATED", 2)
    for query in ("", f"?versions=tegal&versions={OLD}&versions={NEW}"):
        answer = client.get(f"/v1/relations{query}")
        assert (answer.status_code, answer.json()["code"]) == (422, "too-many-versions")
        assert "2" in answer.json()["detail"] and answer.json()["hint"]
    assert client.get(f"/v1/relations?versions={OLD}&versions={NEW}&versions={OLD}").status_code == 200
