"""Forms with a list and what goes with it, sent to a real server; and forms that no honest client sends."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from api.service.job_examples import FORMS, LIST
from api.service.jobs.jobs import Limits
from tests.service.asking import CSV, NEW, OLD, RUN, command, eventually, job_at, jobs_of, until
from tests.service.running import served

MARK = {"x-perwal-upload": "1"}
FORM = {**MARK, "content-type": "multipart/form-data; boundary=x"}
SECRET = "3376011104790001"
MAPPING = b"kolom: {nama: nama}\n"


def part(name: str, content: bytes = LIST.encode(), more: str = '; filename="daftar.csv"', headers: str = "") -> bytes:
    disposition = f'content-disposition: form-data; name="{name}"{more}'
    return f"--x\r\n{disposition}\r\n{headers}\r\n".encode() + content + b"\r\n"


END = b"--x--\r\n"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as address:
        yield address


def test_a_list_with_mapping_budget_and_grants_is_run_as_the_command_runs_it(
    address: str, registry: Path, tmp_path: Path
) -> None:
    (tmp_path / "padanan.yaml").write_text("tetap: {status_kepegawaian: bukan_pegawai}\n", "utf-8")
    (tmp_path / "anggaran.yaml").write_text(FORMS["anggaran"]["budget"].replace("200000", "90000000"), "utf-8")
    first, again = tmp_path / "pertama", tmp_path / "lagi"
    sent: dict[str, Path] = {"mapping": tmp_path / "padanan.yaml", "budget": tmp_path / "anggaran.yaml"}
    for day, folder in (("2023-06-01", first), ("2023-07-01", again)):
        options = [word for name, path in sent.items() for word in (f"--{name}", str(path))]
        asked = ("--on", day, "--dates", "tahun-bulan-hari", "--birth", "lanjut", *options)
        expected = command("run", "tegal", str(registry), "-o", str(folder), *asked, "--json")
        assert expected.pop("folder") and expected["money"].pop("budget").endswith("/anggaran.yaml")
        with httpx2.Client(base_url=address, headers=MARK, timeout=60) as client:
            url = f"/v1/runs?city=tegal&on={day}&dates=tahun-bulan-hari&birth=lanjut"
            with ExitStack() as opened:
                files = {
                    name: opened.enter_context(path.open("rb")) for name, path in {"list": registry, **sent}.items()
                }
                answer = client.post(url, files=files)
            assert answer.status_code == 202, answer.text
            told = ended(client, answer.json()["url"])
            assert told["result"]["money"].pop("budget") == "anggaran.yaml"
            assert told["result"] == expected
            for name in ("hibah.parquet", "tanda-terima.json", "alokasi.parquet"):
                assert client.get(f"{told['url']}/files/{name}").content == (folder / name).read_bytes()
            client.delete(told["url"])
        sent["granted"] = first / "hibah.parquet"


def ended(client: httpx2.Client, url: str) -> dict[str, Any]:
    for _ in range(600):
        told: dict[str, Any] = client.get(url).json()
        if told["status"] in ("done", "failed"):
            return told
        time.sleep(0.1)
    raise AssertionError(told)


def test_the_examples_of_the_document_work(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    for path in ("runs", "impacts", "ambiguities", "registry-comparisons"):
        operation = document["paths"][f"/v1/{path}"]["post"]
        query = {each["name"]: each["example"] for each in operation["parameters"] if "example" in each}
        bodies = operation["requestBody"]["content"]
        examples = bodies["multipart/form-data"]["examples"]
        assert ("anggaran" in examples) == (path in ("runs", "impacts"))
        answers = [client.post(f"/v1/{path}", params=query, content=bodies["text/csv"]["example"], headers=CSV)]
        answers += [
            client.post(f"/v1/{path}", params=query, files=form["value"], headers=MARK) for form in examples.values()
        ]
        for answer in answers:
            told = until(client, answer.json()["url"])[-1]
            assert told["status"] == "done", told
            client.delete(told["url"])


def test_a_form_of_another_site_is_refused(client: TestClient) -> None:
    before = len(jobs_of(client)._jobs)
    for headers in ({}, {"x-perwal-upload": "0"}, {"origin": "https://contoh.test"}):
        answer = client.post(RUN, files={"list": LIST}, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "upload-unmarked")
        assert "X-Perwal-Upload: 1" in answer.json()["hint"]
    asked = {"origin": "https://contoh.test", "access-control-request-method": "POST"}
    asked["access-control-request-headers"] = "x-perwal-upload"
    answer = client.options(RUN, headers=asked)
    assert answer.status_code == 405 and not [name for name in answer.headers if name.startswith("access-control")]
    assert len(jobs_of(client)._jobs) == before


NAMES = ("../../perintah.json", "/etc/passwd", "..\\..\\x", "daftar.csv\x00.exe", "a" * 500, "")


@pytest.mark.parametrize("name", NAMES)
def test_no_file_is_named_as_the_sender_calls_it(small: Callable[..., TestClient], name: str) -> None:
    client = small(running=0)
    body = part("list", more=f'; filename="{name}"') + part("mapping", MAPPING, f'; filename="{name}"') + END
    answer = client.post(RUN, content=body, headers=FORM)
    assert answer.status_code == 202, answer.text
    folder = job_at(client, answer.json()["url"]).folder
    assert {path.name for path in folder.iterdir()} == {"daftar.csv", "padanan.yaml", "perintah.json"}
    assert (folder / "daftar.csv").read_bytes() == LIST.encode()
    assert (folder / "padanan.yaml").read_bytes() == MAPPING


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "form-unreadable"),
        (END, 422, "part-missing"),
        (part("list"), 400, "form-unreadable"),
        (part("list")[:-4], 400, "form-unreadable"),
        (part("list") + b"--x", 400, "form-unreadable"),
        (b"--y\r\n" + part("list") + END, 400, "form-unreadable"),
        (b"nik,nama\n" + part("list") + END, 400, "form-unreadable"),
        (part("list", b"") + END, 422, "part-empty"),
        (part("list") + part("budget", b"") + END, 422, "part-empty"),
        (part("mapping", MAPPING) + END, 422, "part-missing"),
        (part("list") + part("list") + END, 422, "part-repeated"),
        (part("list") + part("mapping", MAPPING) + part("mapping", MAPPING) + END, 422, "part-repeated"),
        (part("list") + part(SECRET) + END, 422, "part-unknown"),
        (part("list") + part("") + END, 422, "part-unknown"),
        (part("LIST") + END, 422, "part-unknown"),
        (b"--x\r\ncontent-type: text/csv\r\n\r\nx\r\n" + END, 422, "part-unknown"),
        (b"--x\r\n\r\nx\r\n" + END, 422, "part-unknown"),
        (b'--x\r\ncontent-disposition: attachment; name="list"\r\n\r\nx\r\n' + END, 422, "part-unknown"),
        (b"".join(part(f"p{number}", b"x") for number in range(5_000)) + END, 422, "part-unknown"),
        (b"".join(part("list", b"x") for _ in range(5_000)) + END, 422, "part-repeated"),
        (part("list", headers="x: y\r\n" * 4) + END, 400, "form-unreadable"),
        (part("list", headers="x" * 2_000 + ": y\r\n") + END, 400, "form-unreadable"),
        (part("list", headers=f"x: {'y' * 2_000}\r\n") + END, 400, "form-unreadable"),
        (part("list", headers="\u00e9: y\r\n") + END, 400, "form-unreadable"),
        (part("list", headers="x: y\r\r\n") + END, 400, "form-unreadable"),
        (part("list") + part("budget", b" " * (Limits().text_bytes + 1)) + END, 413, "part-too-large"),
        (part("list") + part("mapping", b" " * (Limits().text_bytes + 1)) + END, 413, "part-too-large"),
        (part("list") + part("granted", b"x") + END, 422, "granted-without-budget"),
    ],
)
def test_a_hostile_form_is_a_problem_in_both_languages_and_leaves_no_job(
    client: TestClient, body: bytes, status: int, code: str
) -> None:
    before, folders = len(jobs_of(client)._jobs), set(kept(client))
    said = set()
    for language in ("id", "en"):
        answer = client.post(RUN, content=body, headers={**FORM, "accept-language": language})
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.json()["hint"] and SECRET not in answer.text
        said.add(answer.json()["detail"])
    assert len(said) == 2
    assert len(jobs_of(client)._jobs) == before and set(kept(client)) == folders


def kept(client: TestClient) -> list[Path]:
    keep = jobs_of(client)._keep
    return [path for path in keep.path.iterdir() if path.is_dir()] if keep else []


@pytest.mark.parametrize("declared", ["", "boundary=", "boundary=" + "y" * 300, "boundary=y", "Boundary*=x"])
def test_a_form_without_its_boundary_is_a_problem(client: TestClient, declared: str) -> None:
    headers = {**MARK, "content-type": f"multipart/form-data; {declared}"}
    answer = client.post(RUN, content=part("list") + END, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "form-unreadable")


def test_parts_are_taken_where_they_mean_something(client: TestClient) -> None:
    asked = {
        f"/v1/impacts?old={OLD}&new={NEW}": "list, mapping, budget",
        "/v1/ambiguities?policy=tegal/2023": "list, mapping",
        "/v1/registry-comparisons?city=tegal": "list, mapping",
    }
    for url, taken in asked.items():
        answer = client.post(url, content=part("list") + part("granted", b"x") + END, headers=FORM)
        assert (answer.status_code, answer.json()["code"]) == (422, "part-unknown")
        assert taken in answer.json()["hint"] and "2" in answer.json()["detail"]


@pytest.mark.parametrize("size", [1, 2, 7, 64, 1_000])
def test_a_form_may_come_in_pieces_of_any_size(small: Callable[..., TestClient], size: int) -> None:
    client = small(running=0)
    content = b"nik,nama\r\n--\r\n--y\r\n\r\n-" * 20 + b"\r"
    body = part("list", content) + part("mapping", MAPPING, "") + END + b"after"
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    answer = client.post(RUN, content=pieces, headers=FORM)
    folder = job_at(client, answer.json()["url"]).folder
    assert (folder / "daftar.csv").read_bytes() == content
    assert (folder / "padanan.yaml").read_bytes() == MAPPING


def test_a_form_is_bounded_as_a_whole(small: Callable[..., TestClient]) -> None:
    client = small(list_bytes=1 << 20)

    def chunks() -> Iterator[bytes]:
        yield part("list", b"")[:-2]
        for _ in range(1_100):
            yield b" " * 1024
        yield b"\r\n" + END

    for content in (part("list", b" " * 1_100_000) + END, chunks(), b"\r\n" * 600_000):
        answer = client.post(RUN, content=content, headers=FORM)
        assert (answer.status_code, answer.json()["code"]) == (413, "form-too-large")
    assert not jobs_of(client)._jobs


def test_a_form_that_comes_too_slowly_is_ended(small: Callable[..., TestClient]) -> None:
    client = small(upload_seconds=0.3)

    def slowly() -> Iterator[bytes]:
        for byte in part("list")[:40]:
            time.sleep(0.05)
            yield bytes([byte])

    answer = client.post(RUN, content=slowly(), headers=FORM)
    assert answer.status_code in (400, 408) and answer.json()["code"] in ("list-too-slow", "form-unreadable")
    assert not jobs_of(client)._jobs


def test_a_client_that_goes_away_leaves_room_for_the_next(address: str) -> None:
    """More of them than the queue holds, each in the middle of a part, and nothing of them stays."""
    host, port = address.removeprefix("http://").split(":")
    head = f"POST {RUN} HTTP/1.1\r\nhost: x\r\nx-perwal-upload: 1\r\ncontent-length: 100000\r\n"
    for _ in range(Limits().waiting + 3):
        with socket.create_connection((host, int(port)), 20) as peer:
            peer.sendall(head.encode() + b"content-type: multipart/form-data; boundary=x\r\n\r\n" + part("list"))
    with httpx2.Client(base_url=address, headers=MARK, timeout=60) as client:

        def accepted() -> bool:
            answer = client.post(RUN, files={"list": LIST})
            if answer.status_code == 202:
                return client.delete(answer.json()["url"]).status_code == 204
            assert answer.json()["code"] == "jobs-full"
            return False

        eventually(accepted)


def test_a_job_with_a_form_that_is_deleted_half_way_is_gone(small: Callable[..., TestClient], registry: Path) -> None:
    client = small()
    budget = FORMS["anggaran"]["budget"].encode()
    answer = client.post(RUN, files={"list": registry.read_bytes(), "budget": budget}, headers=MARK)
    url = answer.json()["url"]
    until(client, url, "running")
    job = job_at(client, url)
    assert job.process and (job.folder / "anggaran.yaml").exists()
    assert client.delete(url).status_code == 204
    assert client.get(url).json()["code"] == "no-such-job"
    eventually(lambda: not job.folder.exists())


def test_no_form_is_received_when_the_queue_is_full(small: Callable[..., TestClient]) -> None:
    client = small(running=0, waiting=1)
    assert client.post(RUN, files={"list": LIST}, headers=MARK).status_code == 202
    answer = client.post(RUN, files={"list": LIST}, headers=MARK)
    assert (answer.status_code, answer.json()["code"]) == (429, "jobs-full")


def test_faults_of_a_mapping_or_budget_are_told_with_their_place(client: TestClient) -> None:
    for name, content, file in (
        ("mapping", b"kolom: {Nama: tidak_ada}\n", "padanan.yaml"),
        ("budget", b"kota: tegal\ntahun: 2023\nuang: [\n", "anggaran.yaml"),
        ("budget", b"kota: tegal\ntahun: 2023\nbenih: x\nuang: [{id: a, sumber_dana: apdb, diterima: 1}]\n", ""),
    ):
        told = until(client, client.post(RUN, files={"list": LIST, name: content}, headers=MARK).json()["url"])[-1]
        assert told["problem"]["code"] == "job-refused"
        assert told["faults"][0]["file"] == (file or "anggaran.yaml") and told["faults"][0]["line"] >= 1
        client.delete(told["url"])


def test_what_a_form_holds_is_not_logged(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with log.open("wb") as output, served(output=output) as address, httpx2.Client(base_url=address) as client:
        for body in (b"--x" + SECRET.encode(), part("list", headers=f"{SECRET}\u00e9: y\r\n"), part(SECRET) + END):
            assert client.post(RUN, content=body, headers=FORM).status_code in (400, 422)
    written = log.read_text("utf-8")
    assert "Uvicorn running" in written and SECRET not in written and "boundary" not in written.lower()
