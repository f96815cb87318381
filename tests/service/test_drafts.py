"""A city's first draft over HTTP: the same as the command's, as text, and nothing written."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.service import drafts, models
from api.service.app import create_app
from api.service.room import Room
from engine.language.library import shipped
from tests.service.asking import command


def files_of(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("city", "source", "version"), [("surakarta", "tegal/2023", None), ("kab_tegal", "kendal/2022-se-400-4450", "a-1")]
)
def test_a_draft_is_the_commands_own_and_is_written_nowhere(
    tmp_path: Path, city: str, source: str, version: str | None
) -> None:
    root = Path(shutil.copytree(shipped(), tmp_path / "policies"))
    before = files_of(root)
    body = {"city": city, "from": source, "on": "2026-11-01", **({"version": version} if version else {})}
    with TestClient(create_app(root, watch_seconds=None)) as client:
        answer = client.post("/v1/drafts?lang=en", json=body)
    assert answer.status_code == 200, answer.text
    models.Draft.model_validate(answer.json())
    assert files_of(root) == before
    options = ["--version", version] if version else []
    expected = command(
        "new", city, "--from", source, *options, "--on", "2026-11-01", "--policies", str(root), "--json", "--lang", "en"
    )
    draft = answer.json()
    given, written = draft.pop("files"), expected.pop("files")
    assert [fault.pop("file") for fault in draft["faults"]] == [given[0]["name"]] * len(draft["faults"])
    for fault in expected["faults"]:
        fault.pop("file")
    assert draft == expected and draft["to_decide"]
    for file, path in zip(given, written, strict=True):
        assert path.endswith(f"policies/{file['name']}")
        assert (root / file["name"]).read_text("utf-8") == file["text"]
    check = [sys.executable, "-m", "api", "check", "--policies", str(root)]
    assert subprocess.run(check, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"city": "surakarta"}, 422, "body-invalid"),
        ({"city": "surakarta", "from": "tegal/2023", "extra": 1}, 422, "body-invalid"),
        ({"city": "surakarta", "from": "tegal/2023", "version": "../x"}, 422, "body-invalid"),
        ({"city": "surakarta", "from": "tegal/2023", "version": "x\n"}, 422, "body-invalid"),
        ({"city": "surakarta", "from": "tegal/2023", "version": "A"}, 422, "body-invalid"),
        ({"city": "surakarta", "from": "tegal/2023", "on": "besok"}, 422, "body-invalid"),
        ({"city": "../tegal", "from": "tegal/2023"}, 404, "no-such-region"),
        ({"city": "surakata", "from": "tegal/2023"}, 404, "no-such-region"),
        ({"city": "surakarta", "from": "atlantis/1"}, 404, "no-such-policy"),
        ({"city": "tegal", "from": "tegal/2023", "version": "2023"}, 409, "version-there-already"),
    ],
)
def test_what_cannot_be_drafted_is_a_problem_in_both_languages(
    client: TestClient, body: dict[str, Any], status: int, code: str
) -> None:
    said = set()
    for language in ("id", "en"):
        answer = client.post(f"/v1/drafts?lang={language}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        said.add(answer.json()["detail"])
    assert len(said) == 2
    if body["city"] == "surakata":
        assert "surakarta" in answer.json()["hint"]


def test_a_policy_that_changed_on_disk_is_no_ground_for_a_draft(tmp_path: Path) -> None:
    root = Path(shutil.copytree(shipped(), tmp_path / "policies"))
    with TestClient(create_app(root, watch_seconds=None)) as client:
        file = root / "tegal" / "2023.yaml"
        file.write_text(file.read_text("utf-8").replace("peserta_aktif: tidak", "peserta_aktif: ya"), "utf-8")
        answer = client.post("/v1/drafts", json={"city": "surakarta", "from": "tegal/2023"})
    assert (answer.status_code, answer.json()["code"]) == (409, "policy-changed")


def test_a_process_that_dies_or_hangs_is_a_problem_and_the_service_goes_on(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = {"city": "surakarta", "from": "tegal/2023"}
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", shutil.which("false"))
        answer = client.post("/v1/drafts", json=body)
        assert (answer.status_code, answer.json()["code"]) == (503, "draft-failed")
    with monkeypatch.context() as patch:
        patch.setattr(drafts, "TIMEOUT", 0.01)
        assert client.post("/v1/drafts", json=body).json()["code"] == "draft-failed"
    assert client.post("/v1/drafts", json=body).status_code == 200


def test_no_more_is_drafted_at_once_than_there_is_room_for(
    small: Callable[..., TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = small()
    begun, go_on = threading.Semaphore(0), threading.Event()

    def slowly(*_: object) -> dict[str, str]:
        begun.release()
        assert go_on.wait(20)
        return {"problem": "draft-failed"}

    app: Any = client.app
    app.state.room = Room(at_once=1, waiting=1)
    monkeypatch.setattr("api.service.routes.drafts.made", slowly)
    body, codes = {"city": "surakarta", "from": "tegal/2023"}, list[str]()

    def ask() -> None:
        codes.append(client.post("/v1/drafts", json=body).json()["code"])

    first = threading.Thread(target=ask)
    first.start()
    assert begun.acquire(timeout=20)
    others = [threading.Thread(target=ask) for _ in range(3)]
    for other in others:
        other.start()
    while len(codes) < 2:
        assert first.is_alive()
    assert codes == ["busy", "busy"]
    answer = client.get("/v1/relations")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "5")
    assert client.get("/healthz").status_code == 200
    go_on.set()
    for thread in (first, *others):
        thread.join()
    assert sorted(codes) == ["busy", "busy", "draft-failed", "draft-failed"]
    assert client.get("/v1/relations").status_code == 200
