"""Impacts, what-ifs, other readings and the same list in every city, over HTTP: the commands' own results."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from starlette.testclient import TestClient

from api.service.app import create_app
from engine.language.library import Library, shipped
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request
from engine.revision.whatif import reading_names
from tests.revision.test_whatif import AGE
from tests.service.asking import CSV, NEW, OLD, RUN, begun, command, job_at, jobs_of, until

BUDGET = Path("api/sample/anggaran/pekalongan-2023.yaml").resolve()
MARK = {"x-perwal-upload": "1"}
QUOTA = "kuota.2023.jumlah=1500"
SECRET = "3375010101010001"


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    path = tmp_path_factory.mktemp("daftar") / "daftar.csv"
    write(Request("pekalongan", 800, date(2023, 2, 8)), library.vocabulary, path, "csv")
    return path


def ended(client: TestClient, url: str, content: Path, **parts: Path) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What a job told at its end, and its files; it is removed."""
    if parts:
        files = {name: path.read_bytes() for name, path in {"list": content, **parts}.items()}
        answer = client.post(url, files=files, headers=MARK)
        assert answer.status_code == 202, answer.text
        begun_at = answer.json()["url"]
    else:
        begun_at = begun(client, url, content.read_bytes())
    told = until(client, begun_at)[-1]
    assert told["status"] == "done", told
    kept = {each["name"]: client.get(each["url"]).content for each in told["files"]}
    client.delete(begun_at)
    return told, kept


def test_an_impact_with_a_budget_is_the_commands_own(client: TestClient, listed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hasil"
    options = ("--registry", str(listed), "-o", str(folder), "--budget", str(BUDGET), "--json")
    expected = command("diff", OLD, NEW, *options)["impact"]
    told, kept = ended(client, f"/v1/impacts?old={OLD}&new={NEW}", listed, budget=BUDGET)
    assert expected.pop("folder") and expected["with_budget"].pop("budget")
    assert told["result"]["with_budget"].pop("budget") == "anggaran.yaml"
    assert told["result"] == expected and set(kept) == set(expected["files"])


def test_a_what_if_is_applied_to_the_new_policy_and_named_in_every_report(
    client: TestClient, listed: Path, tmp_path: Path
) -> None:
    for named, options, what_if in ((f"old={OLD}", (OLD,), f"{AGE}=17"), (f"old={OLD}&new={NEW}", (OLD, NEW), QUOTA)):
        folder = tmp_path / str(len(options))
        told, kept = ended(client, f"/v1/impacts?{named}&set={what_if}", listed)
        arguments = (*options, "--set", what_if, "--registry", str(listed), "-o", str(folder), "--json")
        expected = command("diff", *arguments)["impact"]
        assert expected.pop("folder")
        assert told["result"] == expected
        assert what_if in json.dumps(told["result"], ensure_ascii=False)
        assert what_if in sheets(kept["dampak.xlsx"])


def sheets(workbook: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))


def test_a_reading_is_applied_as_the_command_applies_it(
    client: TestClient, listed: Path, tmp_path: Path, library: Library
) -> None:
    name, folder = reading_names(library.policies[NEW])[0], tmp_path / "hasil"
    told, _ = ended(client, f"/v1/impacts?old={NEW}&reading={name}", listed)
    expected = command("diff", NEW, "--reading", name, "--registry", str(listed), "-o", str(folder), "--json")
    assert expected["impact"].pop("folder")
    assert told["result"] == expected["impact"] and f"tafsir={name}" in json.dumps(told["result"])


def test_a_run_of_a_what_if_says_so_and_is_a_proposal(client: TestClient, listed: Path) -> None:
    url = f"/v1/runs?city=pekalongan&on=2023-02-08&set={QUOTA}&format=csv"
    told, kept = ended(client, url, listed, budget=BUDGET)
    law, _ = ended(client, "/v1/runs?city=pekalongan&on=2023-02-08", listed)
    assert told["result"]["policy"] == f"{OLD}+{QUOTA}" and law["result"]["policy"] == OLD
    receipt = json.loads(kept["tanda-terima.json"])
    assert receipt["policy"] == f"{OLD}+{QUOTA}" and receipt["money"]["policy_named"]
    assert QUOTA in kept["ringkasan.json"].decode() and QUOTA in sheets(kept["laporan.xlsx"])
    assert told["result"]["money"]["policies"] == [f"{OLD}+{QUOTA}"]
    decided = pl.read_csv(kept["keputusan.csv"], infer_schema=False)
    assert decided["akibat_hukum"].unique().to_list() == ["proposed"]
    assert decided.columns and all("what_if" in row for row in decided["catatan"])


def test_every_other_reading_is_the_commands_own(client: TestClient, listed: Path, library: Library) -> None:
    told, kept = ended(client, f"/v1/ambiguities?policy={NEW}", listed)
    assert told["result"] == command("diff", NEW, "--registry", str(listed), "--ambiguities", "--json")
    assert [each["reading"] for each in told["result"]] == list(reading_names(library.policies[NEW]))
    assert any(each["changes"]["gain"] or each["changes"]["loss"] for each in told["result"])
    assert kept == {} and told["progress"]["stage"] == "deciding"
    assert 0 < told["progress"]["done"] <= told["progress"]["total"] == 800 * len(told["result"])
    by_city, _ = ended(client, "/v1/ambiguities?city=pekalongan&on=2023-02-08", listed)
    assert len(by_city["result"]) == len(reading_names(library.policies[OLD]))


def test_one_list_in_every_city_is_the_commands_own(client: TestClient, registry: Path) -> None:
    for query, arguments in (
        ("", ()),
        ("&versions=tegal&versions=pekalongan/2023-usulan&on=2023-02-08", ("tegal", NEW, "--on", "2023-02-08")),
    ):
        told, _ = ended(client, f"/v1/registry-comparisons?city=tegal&lang=en{query}", registry)
        expected = command(
            "compare", *arguments, "--registry", str(registry), "--city", "tegal", "--json", "--lang", "en"
        )
        assert told["result"] == expected["registry"]
        assert told["progress"]["done"] == told["progress"]["total"] == 3_000 * len(told["result"]["columns"])


def test_a_mapping_goes_with_every_list(client: TestClient, listed: Path, tmp_path: Path) -> None:
    """Without its heading, nothing is known of anybody's age."""
    other, mapping = tmp_path / "lain.csv", tmp_path / "padanan.yaml"
    text = listed.read_text("utf-8")
    heading = next(name for name in text.splitlines()[0].split(",") if name == "tanggal_lahir")
    other.write_text(text.replace(heading, "zzz", 1), "utf-8")
    mapping.write_text("kolom: {zzz: tanggal_lahir}\n", "utf-8")
    for url in (f"/v1/ambiguities?policy={NEW}", "/v1/registry-comparisons?city=pekalongan"):
        plain, mapped = (ended(client, url, *each)[0] for each in ((listed,), (other,)))
        with_mapping, _ = ended(client, url, other, mapping=mapping)
        assert with_mapping["result"] == plain["result"] != mapped["result"]


REFUSED = [
    (f"/v1/impacts?old={OLD}", 422, "new-or-what-if"),
    (f"/v1/impacts?old={OLD}&set=kuota", 422, "set-invalid"),
    (f"/v1/impacts?old={OLD}&set=kuota.1999.jumlah=3", 422, "set-invalid"),
    (f"/v1/impacts?old={OLD}&set={SECRET}", 422, "set-invalid"),
    (f"/v1/impacts?old={OLD}&set={SECRET}.y={SECRET}", 422, "set-invalid"),
    (f"/v1/impacts?old={OLD}&set=kuota.2022.jumlah={SECRET}x", 422, "set-invalid"),
    (f"/v1/impacts?old={OLD}&set={QUOTA}&set={QUOTA}", 422, "set-invalid"),
    (f"/v1/impacts?old={OLD}{''.join(f'&set=kuota.{n}.jumlah=1' for n in range(21))}", 422, "set-invalid"),
    (f"/v1/impacts?old={OLD}&set=kuota.2023.jumlah={'9' * 3000}", 422, "set-invalid"),
    (f"/v1/impacts?old={OLD}&reading={SECRET}", 422, "no-such-reading"),
    (f"{RUN}&reading={SECRET}", 422, "no-such-reading"),
    (f"{RUN}&set={SECRET}=1", 422, "set-invalid"),
    (f"{RUN}&dates=tahun", 422, "body-invalid"),
    (f"{RUN}&birth=x", 422, "body-invalid"),
    (f"{RUN}&header_row=0", 422, "body-invalid"),
    (f"{RUN}&header_row=x", 422, "body-invalid"),
    ("/v1/ambiguities", 422, "city-or-policy"),
    ("/v1/ambiguities?policy=atlantis/1", 404, "no-such-policy"),
    ("/v1/ambiguities?city=tegal&on=2000-01-01", 404, "none-in-force"),
    ("/v1/registry-comparisons", 422, "body-invalid"),
    ("/v1/registry-comparisons?city=atlantis", 404, "no-such-city"),
    ("/v1/registry-comparisons?city=tegal&versions=atlantis", 404, "no-such-city"),
    ("/v1/registry-comparisons?city=tegal&versions=tegal/1", 404, "no-such-policy"),
    ("/v1/registry-comparisons?city=tegal&versions=tegal&on=2000-01-01", 404, "none-to-compare"),
]


@pytest.mark.parametrize(("url", "status", "code"), REFUSED)
def test_what_cannot_be_asked_is_refused_before_the_list_is_read(
    client: TestClient, url: str, status: int, code: str
) -> None:
    before = len(jobs_of(client)._jobs)
    said = set()
    for language in ("id", "en"):
        answer = client.post(url, content=b"x", headers={**CSV, "accept-language": language})
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert SECRET not in answer.text
        said.add(answer.json()["detail"])
    assert len(said) == 2
    assert len(jobs_of(client)._jobs) == before


def test_a_fault_of_a_what_if_has_its_path(client: TestClient) -> None:
    answer = client.post(f"/v1/impacts?old={OLD}&set=kuota.1999.jumlah=3&lang=en", content=b"x", headers=CSV).json()
    assert answer["errors"][0]["path"] == "/set/kuota.1999.jumlah" and answer["errors"][0]["hint"]


def test_a_policy_of_the_city_that_changed_on_disk_gives_no_money(tmp_path: Path, listed: Path) -> None:
    """By city, every version may pay a month of the year, so each has to be the one in use."""
    root = Path(shutil.copytree(shipped(), tmp_path / "policies"))
    with TestClient(create_app(root, watch_seconds=None)) as client:
        (root / "pekalongan" / "2023-usulan.yaml").unlink()
        for query, status in (("city=pekalongan&on=2023-01-02", "failed"), (f"policy={OLD}&on=2023-01-02", "done")):
            files = {"list": listed.read_bytes(), "budget": BUDGET.read_bytes()}
            url = client.post(f"/v1/runs?{query}", files=files, headers=MARK).json()["url"]
            assert until(client, url)[-1]["status"] == status


def test_jobs_of_every_kind_end_with_their_process(small: Callable[..., TestClient], registry: Path) -> None:
    client = small()
    content = pl.concat([pl.read_csv(registry, infer_schema=False)] * 60).write_csv().encode()
    for url in ("/v1/ambiguities?policy=tegal/2023", "/v1/registry-comparisons?city=tegal"):
        at = begun(client, url, content)
        told = until(client, at, "running")[-1]
        assert told["kind"] in ("ambiguity", "registry-comparison") and told["result"] is None
        process = job_at(client, at).process
        assert process
        assert client.get(f"{at}/files/x").json()["code"] == "no-such-page"
        assert client.delete(at).status_code == 204
        assert process.wait(10) < 0
