"""Requests that no honest client sends: a 4xx with a way out, never the rejected value, never a trace."""

from __future__ import annotations

import json
import socket
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.service.app import create_app
from api.service.bodies import MAX_BODY, BodyRoute
from engine.decision.decide import Desk
from engine.decision.judge import Disagreement
from engine.language.library import shipped
from tests.service.running import served

JSON = {"content-type": "application/json"}
SECRET = "3376011104790001"


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "body-invalid"),
        (b"{", 400, "body-unreadable"),
        (b"null", 422, "body-invalid"),
        (b"[]", 422, "body-invalid"),
        (b'"x"', 422, "body-invalid"),
        (b'{"facts": {"usia": NaN}, "city": "tegal"}', 400, "body-unreadable"),
        (b'{"facts": {"usia": -Infinity}, "city": "tegal"}', 400, "body-unreadable"),
        (b'{"facts": {"usia": 1e400}, "city": "tegal"}', 422, "facts-invalid"),
        (b'{"facts": {"usia": ' + b"9" * 5000 + b'}, "city": "tegal"}', 400, "body-unreadable"),
        (b'{"facts": {}, "city": "tegal", "city": "kendal"}', 400, "body-unreadable"),
        (b'{"facts": {"usia": 40, "usia": 41}, "city": "tegal"}', 400, "body-unreadable"),
        (b"\xff\xfe{}", 400, "body-unreadable"),
        (b'\xef\xbb\xbf{"facts": {}, "city": "tegal"}', 400, "body-unreadable"),
        (b'{"facts": {}, "city": "tegal"} {}', 400, "body-unreadable"),
        (b"[" * 32 + b"]" * 32, 422, "body-invalid"),
        (b"[" * 33 + b"]" * 33, 400, "body-unreadable"),
        (b"[" * 60_000, 400, "body-unreadable"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, 400, "body-unreadable"),
        (b'{"facts": {"a": {"b": {"c": [[[1]]]}}}, "city": "tegal"}', 422, "facts-invalid"),
        (b'{"facts": [], "city": "tegal"}', 422, "body-invalid"),
        (b'{"facts": {}, "city": 7}', 422, "body-invalid"),
        (b'{"facts": {}, "city": true}', 422, "body-invalid"),
        (b'{"facts": {}, "city": "tegal", "changes": "true"}', 422, "body-invalid"),
        (b'{"facts": {}, "city": "tegal", "unknown": 1}', 422, "body-invalid"),
        (b'{"facts": {}, "city": "tegal", "on": "2023-02-30"}', 422, "body-invalid"),
        (b'{"facts": {}, "city": "tegal", "on": "2023-6-1"}', 422, "body-invalid"),
        (b'{"facts": {}, "city": "tegal", "on": 20230601}', 422, "body-invalid"),
        (b'{"facts": {}, "city": "../../etc/passwd"}', 404, "no-such-city"),
        (b'{"facts": {}, "policy": "tegal/../kendal"}', 404, "no-such-policy"),
        (b'{"facts": {}, "city": "\\u0000"}', 404, "no-such-city"),
        (b'{"facts": {}}', 422, "city-or-policy"),
        (b'{"facts": {}, "city": "tegal", "policy": "tegal/2023"}', 422, "city-or-policy"),
    ],
)
def test_a_hostile_body_is_a_clear_problem(client: TestClient, content: bytes, status: int, code: str) -> None:
    answer = client.post("/v1/decisions", content=content, headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "facts",
    [
        {"kota": SECRET},
        {"usia": SECRET},
        {"usia": "40"},
        {"usia": "٤٠"},
        {"usia": True},
        {"usia": 40.0},
        {"usia": [40]},
        {"peserta_aktif": "ya"},
        {"peserta_aktif": 1},
        {"pekerjaan": "Tukang Becak"},
        {"pekerjaan": " tukang_becak"},
        {"kelurahan": "33.76.01.100١"},
        {"tanggal_lahir": 1},
        {"tanggal_lahir": "1985-3-2"},
        {"nik": int(SECRET)},
        {SECRET: 1},
        {"": 1},
    ],
)
def test_a_fact_of_another_type_is_refused_and_not_repeated(client: TestClient, facts: dict[str, Any]) -> None:
    answer = client.post("/v1/decisions", json={"city": "tegal", "on": "2023-06-01", "facts": facts})
    assert (answer.status_code, answer.json()["code"]) == (422, "facts-invalid")
    (name, value), (error,) = next(iter(facts.items())), answer.json()["errors"]
    assert error["path"] in ("/facts", f"/facts/{name}")
    assert SECRET not in answer.text
    assert json.dumps(value) not in error["message"] + error.get("hint", "")


def test_every_fault_of_the_facts_is_told_at_once(client: TestClient) -> None:
    facts = {"kota": "tegals", "usia": "40", "umur": 3, "a/b~c": 1}
    answer = client.post("/v1/decisions?lang=en", json={"city": "tegal", "facts": facts}).json()
    assert {error["path"] for error in answer["errors"]} == {
        "/facts/kota",
        "/facts/usia",
        "/facts/umur",
        "/facts",
    }


def test_a_large_body_is_refused_by_its_length_and_by_what_has_come(client: TestClient) -> None:
    by_length = client.post("/v1/decisions", content=b"x" * 70_000, headers=JSON)

    def chunks() -> Any:
        for _ in range(100):
            yield b" " * 1000

    by_coming = client.post("/v1/decisions", content=chunks(), headers=JSON)
    for answer in (by_length, by_coming):
        assert (answer.status_code, answer.json()["code"]) == (413, "body-too-large")
    assert client.post("/v1/decisions", content=b" " * MAX_BODY, headers=JSON).status_code == 400


def test_a_body_longer_than_announced_is_bounded_too() -> None:
    """Chunks beat an announced length, so the length is not believed."""
    head = b"POST /v1/decisions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnection: close\r\n"
    with served() as address, socket.create_connection(("127.0.0.1", int(address.rsplit(":", 1)[1])), 20) as peer:
        peer.sendall(head + b"content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n")
        peer.sendall(b"11170\r\n" + b" " * 0x11170 + b"\r\n0\r\n\r\n")
        assert peer.recv(4096).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/v1/nothing", 404, "no-such-page"),
        ("GET", "/v1/policies/solo", 404, "no-such-city"),
        ("GET", "/v1/policies/tegal/1999", 404, "no-such-policy"),
        ("GET", "/v1/policies/tegal/%2e%2e%2fkosakata", 404, "no-such-page"),
        ("PUT", "/v1/decisions", 405, "no-such-method"),
        ("DELETE", "/v1/policies", 405, "no-such-method"),
    ],
)
def test_a_wrong_address_or_method_is_a_problem(
    client: TestClient, method: str, path: str, status: int, code: str
) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    ("declared", "status"),
    [
        ("application/json; charset=utf-8", 200),
        ("APPLICATION/JSON", 200),
        ("application/vnd.api+json", 200),
        ("", 422),
        ("text/plain", 422),
        ("text/json", 422),
        ("application/jsonx", 422),
        ("application/json, text/plain", 422),
        ("application/x-www-form-urlencoded", 422),
    ],
)
def test_only_a_body_declared_json_is_read(client: TestClient, declared: str, status: int) -> None:
    body = b'{"city": "tegal", "on": "2023-06-01", "facts": {}}'
    assert client.post("/v1/decisions", content=body, headers={"content-type": declared}).status_code == status


def test_every_route_with_a_body_bounds_and_reads_it_strictly() -> None:
    routes = [route for route in create_app(shipped()).routes if getattr(route, "body_field", None)]
    strict = {route.path for route in routes if isinstance(route, BodyRoute)}
    assert strict == {"/v1/decisions", "/v1/comparisons", "/v1/diffs", "/v1/drafts", "/v1/examinations"}
    assert all(isinstance(route, BodyRoute) for route in routes)


def test_a_withheld_decision_is_503_without_details_of_the_person(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def withheld(*_: object) -> None:
        raise Disagreement("kriteria, situation 7")

    monkeypatch.setattr(Desk, "decide", withheld)
    answer = client.post("/v1/decisions", json={"city": "tegal", "on": "2023-06-01", "facts": {"usia": 41}})
    assert (answer.status_code, answer.json()["code"]) == (503, "decision-withheld")


def test_an_unforeseen_fault_shows_no_trace(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(Desk, "decide", broken)
    answer = client.post("/v1/decisions", json={"city": "tegal", "on": "2023-06-01", "facts": {}})
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert SECRET not in answer.text
