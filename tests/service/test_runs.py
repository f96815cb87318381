"""Long work over HTTP: the command's own results, with progress, in a process that may die; hostile lists; bounds."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from starlette.testclient import TestClient

from api.service import models
from api.service.app import create_app
from api.service.job_examples import LIST
from api.service.jobs.keep import Keep
from api.service.routes import beginning
from api.service.routes.beginning import PATHS
from engine.language.explanation import examples
from engine.language.library import Library, shipped
from engine.registry.synth.columns import facts_read
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request
from tests.service.asking import CSV, NEW, OLD, RUN, begun, command, eventually, job_at, jobs_of, until


def test_a_run_tells_its_progress_and_ends_as_the_command_does(
    client: TestClient, registry: Path, tmp_path: Path
) -> None:
    url = begun(client, f"{RUN}&format=csv&lang=en", registry.read_bytes())
    told = until(client, url)
    last = told[-1]
    assert last["status"] == "done", last["problem"]
    stages = [state["progress"]["stage"] for state in told if state["progress"]]
    order = ["reading", "deciding", "reporting"]
    assert len(set(stages)) > 1 and stages == sorted(stages, key=order.index)
    folder = tmp_path / "hasil"
    asked = ("--on", "2023-06-01", "--format", "csv", "--lang", "en")
    expected = command("run", "tegal", str(registry), "-o", str(folder), *asked, "--json")
    assert expected.pop("folder")
    assert last["result"] == expected
    assert last["result"]["rows"] == 3_000 and last["faults"]
    files = {file["name"]: file for file in last["files"]}
    assert list(files) == expected["files"]
    for name in ("keputusan.csv", "ringkasan.json", "tanda-terima.json"):
        answer = client.get(files[name]["url"])
        assert answer.content == (folder / name).read_bytes()
        assert len(answer.content) == files[name]["bytes"]
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert client.get(files["grafik/hasil.svg"]["url"]).headers["content-type"] == "image/svg+xml"


def test_progress_counts_the_rows_of_a_large_list(small: Callable[..., TestClient]) -> None:
    client = small()
    line = LIST.splitlines(keepends=True)
    url = begun(client, RUN, (line[0] + line[2] * 600_000).encode())
    told = [state["progress"] for state in until(client, url) if state["progress"]]
    part_way = [state for state in told if state["done"] and state["done"] < state["total"]]
    assert part_way and all(isinstance(state["seconds_left"], int) for state in part_way)
    assert max(state["done"] for state in told if state["stage"] == "deciding") == 600_000


def test_a_list_is_known_by_what_it_holds_and_facts_can_be_attested(
    client: TestClient, tmp_path: Path, library: Library
) -> None:
    headings, *rows = (line.split(",") for line in LIST.splitlines())
    frame = pl.DataFrame(rows, schema=headings, orient="row")
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    url = begun(client, RUN, buffer.getvalue(), **{"content-type": "application/octet-stream"})
    assert until(client, url)[-1]["result"]["rows"] == 2
    path = tmp_path / "daftar.xlsx"
    facts = facts_read(library.policies["tegal/2023"])
    write(Request("tegal", 20, date(2023, 6, 1), facts=facts), library.vocabulary, path, "xlsx")
    attest = "attest=jabatan_rt=sekretaris"
    plain = LIST.replace("jabatan_rt", "catatan").encode()
    told = until(client, begun(client, f"{RUN}&{attest}", plain))[-1]
    assert told["result"]["outcomes"][0] == {"outcome": "eligible", "label": "berhak", "applicants": 2}
    told = until(client, begun(client, "/v1/runs?policy=tegal/2023", path.read_bytes()))[-1]
    assert told["result"]["rows"] == 20


def test_an_impact_is_the_commands_own(client: TestClient, tmp_path: Path, library: Library) -> None:
    path = tmp_path / "daftar.csv"
    write(Request("pekalongan", 500, date(2023, 2, 8)), library.vocabulary, path, "csv")
    told = until(client, begun(client, f"/v1/impacts?old={OLD}&new={NEW}", path.read_bytes()))[-1]
    folder = tmp_path / "hasil"
    expected = command("diff", OLD, NEW, "--registry", str(path), "-o", str(folder), "--json")["impact"]
    assert expected.pop("folder")
    assert told["result"] == expected
    assert sum(change["people"] for change in told["result"]["changes"]) == 500
    workbook = next(file for file in told["files"] if file["name"] == "dampak.xlsx")
    assert zipfile.is_zipfile(io.BytesIO(client.get(workbook["url"]).content))


def test_an_examination_is_the_commands_own_and_counts_its_mutants(client: TestClient) -> None:
    answer = client.post("/v1/examinations?lang=en", json={"policy": "sukabumi/2024-se", "mutate": True})
    told = until(client, answer.json()["url"])
    expected = command("test", "sukabumi/2024-se", "--mutate", "--json", "--lang", "en")["sukabumi/2024-se"]
    proofs = told[-1]["result"].pop("proofs")
    assert proofs == command("check", str(shipped() / "sukabumi" / "2024-se.yaml"), "--json", "--lang", "en")["faults"]
    assert told[-1]["result"] == expected and expected["mutation"]["telling"] > 0
    assert told[-1]["progress"]["stage"] == "mutating"
    assert told[-1]["progress"]["done"] == told[-1]["progress"]["total"] > expected["mutation"]["telling"]
    plain = client.post("/v1/examinations", json={"policy": "sukabumi/2024-se"}).json()
    assert not {"mutation", "missing"} & set(until(client, plain["url"])[-1]["result"])


def test_an_examination_writes_what_is_missing_and_proves_what_never_decides(tmp_path: Path) -> None:
    root = tmp_path / "policies"
    shutil.copytree(shipped(), root)
    example = examples()["criterion-never-decides"][0]
    (root / "pekalongan" / "coba.yaml").write_text(example.content, "utf-8")
    with TestClient(create_app(root, watch_seconds=None)) as client:
        asked = {"policy": "pekalongan/coba", "missing": True, "prove": True}
        result = until(client, client.post("/v1/examinations?lang=en", json=asked).json()["url"])[-1]["result"]
    assert "criterion-never-decides" in [fault["code"] for fault in result["proofs"]]
    assert result["coverage"]["reached"] < result["coverage"]["goals"]
    assert result["missing"]["file"].count("- nama:") == result["missing"]["cases"] > 0


@pytest.mark.parametrize(
    ("url", "content", "declared", "status", "code"),
    [
        ("/v1/runs?city=atlantis", b"x", "text/csv", 404, "no-such-city"),
        ("/v1/runs?city=tegal&on=2000-01-01", b"x", "text/csv", 404, "none-in-force"),
        ("/v1/runs?city=tegal&on=besok", b"x", "text/csv", 422, "body-invalid"),
        ("/v1/runs", b"x", "text/csv", 422, "city-or-policy"),
        ("/v1/runs?city=kendal&policy=tegal/2023", b"x", "text/csv", 422, "policy-of-another-city"),
        ("/v1/runs?city=atlantis&policy=tegal/2023", b"x", "text/csv", 404, "no-such-city"),
        ("/v1/runs?policy=../tegal/2023", b"x", "text/csv", 404, "no-such-policy"),
        (f"{RUN}&format=docx", b"x", "text/csv", 422, "body-invalid"),
        (f"{RUN}&attest=jabatan_rt", b"x", "text/csv", 422, "attest-invalid"),
        (f"{RUN}{'&attest=a=b' * 21}", b"x", "text/csv", 422, "attest-invalid"),
        (RUN, b"", "text/csv", 422, "list-empty"),
        (RUN, b"x", "", 415, "list-wrong-type"),
        (RUN, b"x", "application/json", 415, "list-wrong-type"),
        (RUN, b"x", "text/plain", 415, "list-wrong-type"),
        (RUN, b"x", "application/x-www-form-urlencoded", 415, "list-wrong-type"),
        (RUN, b"x", "multipart/form-data; boundary=x", 403, "upload-unmarked"),
        (f"/v1/impacts?old={OLD}&new=atlantis/1", b"x", "text/csv", 404, "no-such-policy"),
        (f"/v1/impacts?old={OLD}", b"x", "text/csv", 422, "new-or-what-if"),
        (f"/v1/impacts?new={NEW}", b"x", "text/csv", 422, "body-invalid"),
        ("/v1/examinations", b'{"policy": "atlantis/1"}', "application/json", 404, "no-such-policy"),
        ("/v1/examinations", b'{"policy": "tegal/2023", "mutate": 1}', "application/json", 422, "body-invalid"),
    ],
)
def test_what_cannot_be_begun_is_a_problem_in_both_languages_and_leaves_no_job(
    client: TestClient, url: str, content: bytes, declared: str, status: int, code: str
) -> None:
    before = len(jobs_of(client)._jobs)
    said = set()
    for language in ("id", "en"):
        headers = {"content-type": declared, "accept-language": language}
        answer = client.post(url, content=content, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.headers["content-type"] == "application/problem+json"
        models.Problem.model_validate(answer.json())
        said.add(answer.json()["detail"])
    assert len(said) == 2
    assert len(jobs_of(client)._jobs) == before


def test_a_list_too_large_is_refused_by_its_length_and_by_what_has_come(small: Callable[..., TestClient]) -> None:
    client = small(list_bytes=1 << 20)

    def chunks() -> Iterator[bytes]:
        for _ in range(1_100):
            yield b" " * 1024

    for content in (b" " * 1_100_000, chunks()):
        answer = client.post(RUN, content=content, headers=CSV)
        assert (answer.status_code, answer.json()["code"]) == (413, "list-too-large")
    assert not jobs_of(client)._jobs


def bomb() -> bytes:
    """A workbook of some megabytes that unpacks to more than a gigabyte."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(70):
                part.write(b" " * (1 << 24))
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (bomb, "workbook-too-large"),
        (lambda: b"PK\x03\x04" + b"x" * 100, "workbook-damaged"),
        (lambda: b"PAR1" + b"x" * 100, None),
        (lambda: b"%PDF-1.7 x", "table-wrong-kind"),
        (lambda: bytes(range(256)) * 40, None),
    ],
)
def test_a_hostile_list_fails_its_job_with_faults_in_both_languages(
    client: TestClient, content: Callable[[], bytes], code: str | None
) -> None:
    url = begun(client, RUN, content())
    told = until(client, url)[-1]
    assert (told["status"], told["problem"]["code"], told["result"], told["files"]) == (
        "failed",
        "job-refused",
        None,
        [],
    )
    assert told["faults"] and (code is None or told["faults"][0]["code"] == code)
    assert told["faults"][0]["file"].startswith("daftar.")
    english = client.get(f"{url}?lang=en").json()
    assert english["faults"][0]["message"] != told["faults"][0]["message"]
    assert english["problem"]["detail"] != told["problem"]["detail"]
    assert tempfile.gettempdir() not in json.dumps([told, english])
    assert client.get("/healthz").json() == {"status": "ok"}


def test_a_killed_process_fails_its_job_alone(small: Callable[..., TestClient], registry: Path) -> None:
    client = small()
    first, second = (begun(client, RUN, registry.read_bytes()) for _ in range(2))
    assert client.get(second).json()["before"] == 0
    process = job_at(client, first).process
    assert process
    os.kill(process.pid, signal.SIGKILL)
    told = until(client, first)[-1]
    assert (told["status"], told["problem"]["code"]) == ("failed", "job-killed")
    assert told["problem"]["hint"] and told["files"] == []
    assert until(client, second)[-1]["status"] == "done"


def test_no_room_for_a_list_or_no_process_for_a_job_is_told_and_holds_nothing_up(
    small: Callable[..., TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = small(waiting=1, kept=2)

    def no_room(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    async def full(*_: object) -> str:
        return no_room()

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "mkdtemp", no_room)
        asked = {"policy": "tegal/2023"}
        for answer in (
            client.post(RUN, content=LIST.encode(), headers=CSV),
            client.post("/v1/examinations", json=asked),
        ):
            assert (answer.status_code, answer.json()["code"]) == (507, "job-storage")
    with monkeypatch.context() as patch:
        patch.setattr(beginning, "receive", full)
        for _ in range(3):
            answer = client.post(RUN, content=LIST.encode(), headers=CSV)
            assert (answer.status_code, answer.json()["code"]) == (507, "job-storage")
    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "Popen", refused)
        url = begun(client, RUN, LIST.encode())
        assert until(client, url)[-1]["problem"]["code"] == "job-crashed"
        assert not job_at(client, url).folder.exists()
    assert until(client, begun(client, RUN, LIST.encode()))[-1]["status"] == "done"


def test_a_job_that_takes_too_long_is_ended(small: Callable[..., TestClient], registry: Path) -> None:
    client = small(job_seconds=0.05)
    told = until(client, begun(client, RUN, registry.read_bytes()))[-1]
    assert told["problem"]["code"] == "job-too-slow"


def test_lists_that_arrive_at_once_are_done_apart(small: Callable[..., TestClient]) -> None:
    client = small(running=2)
    headings, one, _ = LIST.splitlines(keepends=True)
    urls: dict[int, str] = {}

    def send(rows: int) -> None:
        urls[rows] = begun(client, RUN, (headings + one * rows).encode())

    senders = [threading.Thread(target=send, args=(rows,)) for rows in (1, 2)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert len(set(urls.values())) == 2
    for rows, url in urls.items():
        assert until(client, url)[-1]["result"]["rows"] == rows


def test_no_more_is_taken_on_than_the_queue_holds(small: Callable[..., TestClient], registry: Path) -> None:
    client = small(waiting=1)
    first, second = (begun(client, RUN, registry.read_bytes()) for _ in range(2))
    for url, body in ((RUN, b"x"), (f"/v1/impacts?old={OLD}&new={NEW}", b"x")):
        answer = client.post(url, content=body, headers=CSV)
        assert (answer.status_code, answer.json()["code"]) == (429, "jobs-full")
        assert int(answer.headers["retry-after"]) > 0 and answer.json()["hint"]
    assert client.post("/v1/examinations", json={"policy": "tegal/2023"}).status_code == 429
    for url in (second, first):
        assert client.delete(url).status_code == 204
    assert until(client, begun(client, RUN, LIST.encode()))[-1]["status"] == "done"


def test_a_deleted_job_is_gone_with_its_process_and_files(small: Callable[..., TestClient], registry: Path) -> None:
    client = small()
    url = begun(client, RUN, registry.read_bytes())
    job = job_at(client, url)
    process = job.process
    assert process and job.folder.is_dir()
    assert client.delete(url).status_code == 204
    for answer in (client.get(url), client.delete(url), client.get(f"{url}/files/keputusan.parquet")):
        assert (answer.status_code, answer.json()["code"]) == (404, "no-such-job")
        assert "60" in answer.json()["hint"]
    assert process.wait(10) < 0
    eventually(lambda: not job.folder.exists())


def test_the_list_goes_when_the_job_ends_and_the_results_after_a_while(small: Callable[..., TestClient]) -> None:
    client = small(kept_seconds=1.5)
    url = begun(client, RUN, LIST.encode())
    folder = job_at(client, url).folder
    told = until(client, url)[-1]
    assert told["kept_until"] and {path.name for path in folder.iterdir()} == {"hasil", "kemajuan.json"}
    assert folder.parent.stat().st_mode & 0o077 == 0
    eventually(lambda: client.get(url).status_code == 404)
    eventually(lambda: not folder.exists())


NO_FILES = ("../perintah.json", "..%2fkemajuan.json", "%2e%2e/kemajuan.json", "%2fetc%2fpasswd", "grafik", "x", "")


def test_only_files_of_the_job_are_given(client: TestClient) -> None:
    url = begun(client, RUN, LIST.encode())
    assert until(client, url)[-1]["files"]
    for name in NO_FILES:
        answer = client.get(f"{url}/files/{name}")
        assert (answer.status_code, answer.json()["code"]) in {(404, "no-such-file"), (404, "no-such-page")}
    assert client.get(url.replace("runs", "impacts")).json()["code"] == "no-such-job"


def test_a_policy_that_changed_on_disk_is_not_run(tmp_path: Path) -> None:
    root = Path(shutil.copytree(shipped(), tmp_path / "policies"))
    with TestClient(create_app(root, watch_seconds=None)) as client:
        (root / "tegal" / "2023.yaml").write_text("rusak: [", encoding="utf-8")
        told = until(client, begun(client, RUN, LIST.encode()))[-1]
        assert (told["status"], told["problem"]["code"]) == ("failed", "policy-changed")


SERVICE = """
import time
from starlette.testclient import TestClient
from api.service.app import create_app
from api.service.job_examples import LIST
from engine.language.library import shipped
lines = LIST.splitlines(keepends=True)
client = TestClient(create_app(shipped(), watch_seconds=None)).__enter__()
list_ = (lines[0] + lines[1] * 600_000).encode()
answer = client.post("/v1/runs?city=tegal&on=2023-06-01", content=list_, headers={"content-type": "text/csv"})
job = client.app.state.jobs._jobs[answer.json()["id"]]
print(job.process.pid, job.folder, flush=True)
time.sleep(60)
"""


def test_a_service_that_was_killed_takes_its_jobs_along_and_the_next_one_removes_their_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", SERVICE], stdout=subprocess.PIPE, text=True, env=environment
    ) as service:
        assert service.stdout
        pid, _, folder = service.stdout.readline().strip().partition(" ")
        assert Path(folder).is_relative_to(tmp_path)
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        Keep().close()
        assert is_alive(pid) and Path(folder).is_dir()
        service.kill()
    eventually(lambda: not is_alive(pid))
    assert Path(folder).is_dir()
    Keep().close()
    assert not list(tmp_path.glob("perwal-layanan-*"))


def is_alive(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_nothing_of_a_list_is_logged(client: TestClient, registry: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    for content in (registry.read_bytes(), b"%PDF-1.7"):
        until(client, begun(client, RUN, content))
    told = [record.getMessage() for record in caplog.records if record.name == "perwal.service"]
    assert told == ["job ended: run, done", "job ended: run, job-refused"]


def test_the_document_says_how_with_examples_that_work(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    operation = document["paths"]["/v1/runs"]["post"]
    query = {each["name"]: each["example"] for each in operation["parameters"] if "example" in each}
    body = operation["requestBody"]["content"]["text/csv"]["example"]
    told = until(client, client.post("/v1/runs", params=query, content=body, headers=CSV).json()["url"])[-1]
    assert told["result"]["rows"] == 2
    assert [fault["code"] for fault in told["faults"]] == ["heading-no-nik"]
    for path in PATHS.values():
        for example in document["paths"][f"/v1/{path}/{{id}}"]["get"]["responses"]["200"]["content"][
            "application/json"
        ]["examples"].values():
            models.JobState.model_validate(example["value"])
    refused = operation["responses"]["415"]["content"]["application/problem+json"]["examples"]
    for language, example in refused.items():
        assert client.post(f"{RUN}&lang={language}", content=b"x").json() == example["value"]
