"""Differences and what-ifs over HTTP: the engine's own, in the fixed forms, and never a rejected value."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.service import models, whatifs
from api.service.live import InUse, Live
from api.service.whatifs import WhatIfs
from engine.decision.decide import Desk
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, shipped
from engine.revision.difference.difference import difference
from engine.revision.whatif import read_as
from tests.revision.test_whatif import AGE, YOUNG

OLD, NEW = "pekalongan/2022-19b", "pekalongan/2023-usulan"
SECRET = "3375010101010001"


def test_a_difference_is_the_engines_own(client: TestClient, library: Library) -> None:
    answer = client.post("/v1/diffs?lang=en", json={"old": OLD, "new": NEW})
    found = difference(Desk(library), library.policies[OLD], library.policies[NEW])
    assert (answer.status_code, answer.json()) == (200, found.as_json("en"))
    models.Difference.model_validate(answer.json())


def test_of_two_cities_too(client: TestClient) -> None:
    answer = client.post("/v1/diffs", json={"old": "tegal/2023", "new": OLD, "on": "2023-02-08"}).json()
    models.Difference.model_validate(answer)
    assert (answer["at_home"], answer["eligibility"]["as_written"], answer["new"]["on"]) == (
        True,
        "neither",
        "2023-02-08",
    )


def test_a_what_if_is_decided_and_told_apart_from_the_law(client: TestClient) -> None:
    body: dict[str, Any] = {"policy": OLD, "facts": YOUNG}
    law = client.post("/v1/decisions", json=body).json()
    answer = client.post("/v1/decisions", json={**body, "set": {AGE: 17}, "changes": True})
    models.Decision.model_validate(answer.json())
    what_if = answer.json()
    assert (law["outcome"], what_if["outcome"]) == ("ineligible", "eligible")
    assert (law["legal_effect"], what_if["legal_effect"]) == ("in_force", "proposed")
    assert what_if["policy"] == f"{OLD}+{AGE}=17" and what_if["policy_digest"] != law["policy_digest"]
    assert [notice["message"] for notice in what_if["notices"] if notice["code"] == "what_if"]
    assert client.post("/v1/decisions", json=body).json() == law
    assert f'policy="{OLD}+' not in client.get("/metrics").text


def test_a_what_if_of_the_city_in_force_and_a_difference_from_it(client: TestClient) -> None:
    body = {"city": "pekalongan", "on": "2022-08-01", "facts": YOUNG, "set": {AGE: 17}}
    assert client.post("/v1/decisions", json=body).json()["outcome"] == "eligible"
    found = client.post("/v1/diffs", json={"old": OLD, "set": {AGE: 17}}).json()
    assert found["eligibility"]["relation"] == "wider" and found["new"]["what_if"] == [f"{AGE}=17"]
    assert found["eligibility"]["gained"]["witnesses"][0]["facts"]["usia"] == 17


def test_another_reading_is_decided_as_the_engine_decides_it(client: TestClient, library: Library) -> None:
    """Breadwinners come first, under one reading of the proposal; under ours they alone are covered."""
    facts = {
        "kota": "pekalongan",
        "tanggal_lahir": "1980-02-01",
        "pekerjaan": "buruh_batik",
        "pekerjaan_kedua": "tidak_ada",
        "hubungan_kerja": "luar_hubungan_kerja",
        "peserta_aktif": False,
        "tulang_punggung": False,
    }
    body = {"policy": NEW, "facts": facts}
    ours = client.post("/v1/decisions", json=body).json()
    answer = client.post("/v1/decisions", json={**body, "reading": ["prioritas"]})
    models.Decision.model_validate(answer.json())
    assert (ours["outcome"], answer.json()["outcome"]) == ("ineligible", "eligible")
    assert answer.json()["policy"] == read_as(library.policies[NEW], "prioritas").id
    assert "prioritas" in answer.json()["notices"][0]["message"]
    both = {**body, "reading": ["prioritas"], "set": {"kuota.2023.jumlah": 1500}}
    assert "jumlah=1500" in client.post("/v1/decisions", json=both).json()["policy"]
    found = client.post("/v1/diffs", json={"old": NEW, "reading": ["prioritas"]}).json()
    assert found["eligibility"]["relation"] == "wider"
    refused = client.post("/v1/decisions", json={**body, "reading": ["prioritas", SECRET]})
    assert (refused.status_code, refused.json()["code"]) == (422, "no-such-reading")
    assert "prioritas" in refused.text and SECRET not in refused.text


def test_a_what_if_still_being_tried_when_the_policies_change_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    older, newer = Live(shipped()).now, Live(shipped()).now
    what_ifs, tried = WhatIfs(), list[Library]()
    change = threading.Event()

    def slowly(library: Library, *_: object) -> tuple[Diagnostic, ...]:
        tried.append(library)
        if library is older.library:
            assert change.wait(10)
        return ()

    async def ready(in_use: InUse) -> None:
        await what_ifs.ready(in_use, in_use.library.policies[OLD], {AGE: 17}, ())

    async def both() -> None:
        first = asyncio.create_task(ready(older))
        while not tried:
            await asyncio.sleep(0.01)
        second = asyncio.create_task(ready(newer))
        await asyncio.sleep(0.01)
        change.set()
        await asyncio.gather(first, second)

    monkeypatch.setattr(whatifs, "_tried", slowly)
    asyncio.run(both())
    assert tried == [older.library, newer.library]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"old": OLD}, 422, "new-or-set"),
        ({"old": OLD, "new": "atlantis/1"}, 404, "no-such-policy"),
        ({"old": OLD, "new": NEW, "on": "besok"}, 422, "body-invalid"),
        ({"old": OLD, "new": NEW, "on": "2000-01-01"}, 422, "day-not-known"),
        ({"old": OLD, "new": NEW, "extra": 1}, 422, "body-invalid"),
        ({"old": OLD, "reading": ["tidak-ada"]}, 422, "no-such-reading"),
        ({"old": OLD, "reading": "prioritas"}, 422, "body-invalid"),
        ({"old": OLD, "set": {"kuota.jumlah": 1}}, 422, "set-invalid"),
        ({"old": OLD, "set": {"kuota.0.jumlah": 1.5}}, 422, "body-invalid"),
        ({"old": OLD, "set": {f"kuota.{n}.jumlah": 1 for n in range(21)}}, 422, "body-invalid"),
    ],
)
def test_what_cannot_be_compared_is_told_with_a_code(
    client: TestClient, body: dict[str, Any], status: int, code: str
) -> None:
    answer = client.post("/v1/diffs", json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_fault_of_a_what_if_names_the_path_and_not_the_value(client: TestClient) -> None:
    body = {"policy": OLD, "facts": {}, "set": {"kuota.2022.jumlah": f"{SECRET}x", f"{SECRET}.y": True}}
    answer = client.post("/v1/decisions", json=body)
    assert answer.status_code == 422
    assert SECRET not in answer.text
    answer = client.post("/v1/decisions", json={**body, "set": {"kuota.2022.jumlah": f"{SECRET}x"}})
    assert SECRET not in answer.text
    assert answer.json()["errors"][0]["path"] == "/set/kuota.2022.jumlah"
    assert "kuota.2022" in answer.json()["errors"][0]["message"]
