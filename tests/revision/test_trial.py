"""A policy is tried in a process of its own; a child that dies, hangs or contradicts itself blames one policy."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from engine.decision.decide import Desk, default_day
from engine.language.library import Library
from engine.revision import trial


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def child(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A Python for children that runs `script` (sh) before, or instead of, the real one ($REAL)."""
    path = folder / "python"
    path.write_text(f'#!/bin/sh\nREAL="{sys.executable}"\n{script}\n')
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(sys, "executable", str(path))


def test_sound_policies_pass_and_are_not_tried_again(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    policies = list(library.policies.values())
    assert trial.try_policies(library, policies) == []
    child(tmp_path, monkeypatch, "exit 9")
    assert trial.try_policies(library, policies) == []
    assert trial.try_policies(library, policies[:1], remember=False)[0].code == "trial-crashed"


def test_a_child_that_is_killed_blames_the_policy_it_was_trying(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    child(tmp_path, monkeypatch, "kill -9 $$")
    policies = list(library.policies.values())[:2]
    faults = trial.try_policies(library, policies)
    assert [(fault.code, fault.values["name"]) for fault in faults] == [
        ("trial-crashed", policy.id) for policy in policies
    ]
    assert "-9" in str(faults[0].values["problem"])


def test_the_others_are_still_tried_after_a_crash(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    marker = tmp_path / "once"
    script = f'if [ -e {marker} ]; then exec "$REAL" "$@"; fi; touch {marker}; kill -SEGV $$'
    child(tmp_path, monkeypatch, script)
    policies = list(library.policies.values())[:3]
    faults = trial.try_policies(library, policies)
    assert [fault.values["name"] for fault in faults] == [policies[0].id]


def test_a_child_that_hangs_is_ended(library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(trial, "TIMEOUT", 1)
    child(tmp_path, monkeypatch, "exec sleep 60")
    faults = trial.try_policies(library, list(library.policies.values())[:1])
    assert [fault.code for fault in faults] == ["trial-crashed"]


def test_a_cache_that_cannot_be_written_is_no_fault(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(blocked))
    assert trial.try_policies(library, list(library.policies.values())[:1]) == []


def test_a_trial_sees_every_cell_of_every_fact(library: Library) -> None:
    policy = library.policies["tegal/2023"]
    decider = Desk(library).decider(policy, default_day(policy))
    tried = list(trial.situations(decider))
    for level, cells in enumerate(decider.cells):
        assert {situation[level] for situation in tried} == set(range(-1, len(cells.samples)))
