"""Policies replaced while requests run: none fails, a broken file leaves the old version and says so."""

from __future__ import annotations

import json
import shutil
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from api.service.live import Live
from engine.language.library import shipped
from tests.service.running import served

FACTS = {"kota": "tegal", "jabatan_rt": "sekretaris"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped(), tmp_path / "policies"))


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_a_changed_policy_is_taken_in_and_a_broken_one_is_not(folder: Path) -> None:
    live = Live(folder)
    file = folder / "tegal" / "2023.yaml"
    assert not live.renew()
    before = live.now.library.policies["tegal/2023"]
    edit(file, "peserta_aktif: tidak", "pesrta_aktif: tidak")
    assert live.renew()
    assert live.now.library.policies["tegal/2023"] is before
    assert [fault.code for fault in live.now.faults] == ["unknown-fact"]
    assert len(live.now.library.policies) == 7
    edit(file, "pesrta_aktif: tidak", "peserta_aktif: ya")
    assert live.renew()
    assert live.now.faults == ()
    assert live.now.library.policies["tegal/2023"].content != before.content


def test_a_broken_vocabulary_leaves_everything_in_place(folder: Path) -> None:
    live = Live(folder)
    edit(folder / "kosakata.yaml", "fakta:", "fakta: [")
    assert live.renew()
    assert len(live.now.library.policies) == 7
    assert live.now.faults


def test_a_deleted_policy_is_gone_and_a_deleted_folder_is_not(folder: Path) -> None:
    live = Live(folder)
    (folder / "tegal" / "2023.yaml").unlink()
    assert live.renew()
    assert "tegal/2023" not in live.now.library.policies
    shutil.rmtree(folder)
    assert live.renew()
    assert len(live.now.library.policies) == 6


def test_no_request_fails_while_policies_change(folder: Path) -> None:
    file = folder / "tegal" / "2023.yaml"
    good = file.read_text(encoding="utf-8")
    bad: list[object] = []
    seen: set[str] = set()
    stop = threading.Event()

    def ask(address: str) -> None:
        body = json.dumps({"city": "tegal", "on": "2023-06-01", "facts": FACTS}).encode()
        while not stop.is_set():
            try:
                seen.add(post(address, body)["policy_digest"])
            except (urllib.error.URLError, OSError, KeyError) as problem:
                bad.append(problem)

    with served(folder) as address:
        askers = [threading.Thread(target=ask, args=(address,)) for _ in range(3)]
        for asker in askers:
            asker.start()
        for text in (
            good.replace("kota: tegal", "kota: tegl"),
            good + "\n# lain\n",
            good.replace("bulan: 3", "bulan: 4"),
        ):
            file.write_text(text, encoding="utf-8")
            reloads = state(address)["reloads"]
            wait(lambda reloads=reloads: state(address)["reloads"] > reloads)  # type: ignore[misc]
        stop.set()
        for asker in askers:
            asker.join()
    assert not bad
    assert len(seen) == 2


def post(address: str, body: bytes) -> Any:
    request = urllib.request.Request(f"{address}/v1/decisions", body, {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def state(address: str) -> Any:
    with urllib.request.urlopen(f"{address}/readyz", timeout=20) as answer:
        return json.load(answer)


def wait(done: Callable[[], bool]) -> None:
    for _ in range(300):
        if done():
            return
        time.sleep(0.1)
    raise AssertionError("it did not happen")
