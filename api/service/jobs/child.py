"""The process of one job: `python -m api.service.jobs.child FOLDER` does what the order in the folder says.

It tells its progress and outcome in files of the folder, prints nothing, and ends when the service does.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from api.examination_form import examination_form
from api.forms import fault_form
from api.lists import HowRead, attested, source_of
from api.service.jobs.folder import ORDER, OUTCOME, PROGRESS, RESULTS, digest, write_json
from engine.decision.decide import Undecidable, at_fault, why_not
from engine.language.diagnostic import Diagnostic, has_errors
from engine.language.library import Library, load
from engine.language.policy import Policy
from engine.registry.intake.table import Unreadable
from engine.registry.job import Order, run
from engine.registry.report.decisions import TooManyRows
from engine.registry.report.receipt import Asked
from engine.registry.taking import Source, Unfit
from engine.revision.examination import examine
from engine.revision.impact.job import impact_on

KINDER = 5
"""How far a job stands behind the service's own answers (nice)."""

Outcome = dict[str, Any]
"""`result`, `files` and `faults` of a job, or the code of its `problem` with `faults`; faults in both languages."""


class Changed(Exception):
    """A policy's file is not what the service has in use."""


class Told:
    """Writes how far the job is; `seconds_left` of the stage, by its pace so far."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PROGRESS
        self._stage = ""
        self._done = 0
        self._began = self._last = time.monotonic()

    def step(self, stage: str, more: int, of: int | None) -> None:
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._done, self._began = stage, 0, self._last
        self._last = now
        self._done += more
        left = round((now - self._began) / self._done * max(of - self._done, 0)) if of and self._done else None
        write_json(self._path, {"stage": stage, "done": self._done, "total": of, "seconds_left": left})


def outcome_of(order: Mapping[str, Any], folder: Path, told: Told) -> Outcome:
    """Raises Changed and OSError."""
    try:
        library = load(Path(order["root"]))
    except FileNotFoundError as missing:
        raise Changed from missing
    policies = [_policy(library, name, content) for name, content in order["policies"]]
    try:
        match order["kind"]:
            case "run":
                return _run(library, policies[0], order, folder, told)
            case "impact":
                return _impact(library, policies, order, folder, told)
            case _:
                return _examination(library, policies[0], order, told)
    except (Unreadable, TooManyRows) as problem:
        return _refused([problem.fault], folder)
    except Unfit as problem:
        return _refused(problem.faults, folder)
    except Undecidable as problem:
        return _refused([why_not(at_fault(policies, problem), problem)], folder)


def _policy(library: Library, name: str, content: str) -> Policy:
    policy = library.policies.get(name)
    if policy is None or digest(policy.content) != content:
        raise Changed
    return policy


def _run(library: Library, policy: Policy, order: Mapping[str, Any], folder: Path, told: Told) -> Outcome:
    faults: list[Diagnostic] = []
    source, asked = _source(library, order, folder, faults)
    if has_errors(faults):
        return _refused(faults, folder)
    told.step("reading", 0, None)
    asked_for = Order(policy, date.fromisoformat(order["on"][0]), source, asked, order["format"])
    results = run(library, asked_for, folder / RESULTS, order["language"], told.step)
    result = {**results.summary, "money": results.accounts, "files": list(results.files)}
    noticed = (*faults, *results.done.taken.notices, *results.first_faults)
    return {"result": result, "files": list(results.files), "faults": _forms(noticed, folder)}


def _impact(library: Library, policies: list[Policy], order: Mapping[str, Any], folder: Path, told: Told) -> Outcome:
    faults: list[Diagnostic] = []
    source, _ = _source(library, order, folder, faults)
    if has_errors(faults):
        return _refused(faults, folder)
    told.step("reading", 0, None)
    old, new = ((policy, date.fromisoformat(day)) for policy, day in zip(policies, order["on"], strict=True))
    found = impact_on(library, source, old, new, folder / RESULTS, order["language"], step=told.step)
    result = {**found.told, "files": list(found.files)}
    noticed = (*faults, *found.taken.notices)
    return {"result": result, "files": list(found.files), "faults": _forms(noticed, folder)}


def _examination(library: Library, policy: Policy, order: Mapping[str, Any], told: Told) -> Outcome:
    told.step("examining", 0, None)
    found = examine(library, policy, mutating=order["mutate"], step=lambda more, of: told.step("mutating", more, of))
    return {"result": examination_form(found, library, order["language"])}


def _source(library: Library, order: Mapping[str, Any], folder: Path, faults: list[Diagnostic]) -> tuple[Source, Asked]:
    """The list and how it is read: as `perwal run` does it without options. `faults` grows in place."""
    facts = dict(found for text in order["attest"] if (found := attested(text)))
    return source_of(library, folder / order["list"], HowRead(attested=facts), faults)


def _refused(faults: Iterable[Diagnostic], folder: Path) -> Outcome:
    return {"problem": "job-refused", "faults": _forms(faults, folder)}


def _forms(faults: Iterable[Diagnostic], folder: Path) -> dict[str, list[dict[str, object]]]:
    placed = [_placed(fault, folder) for fault in faults]
    return {
        "id": [fault_form(fault, "id") for fault in placed],
        "en": [fault_form(fault, "en") for fault in placed],
    }


def _placed(fault: Diagnostic, folder: Path) -> Diagnostic:
    """A list is named without the folder it stands in, an option of the command without its dashes."""
    path = Path(fault.place.path)
    name = path.name if path.parent.name == folder.name else fault.place.path.removeprefix("--")
    return replace(fault, place=replace(fault.place, path=name))


def _where(problem: BaseException) -> str:
    """The kind of an exception and where it came from; not its text, which may hold what a list holds."""
    frames = traceback.extract_tb(problem.__traceback__)[-6:]
    return " < ".join([type(problem).__name__, *(f"{Path(at.filename).name}:{at.lineno}" for at in reversed(frames))])


def _end_with_the_service() -> None:
    """The service holds the other end of standard input until it ends, however it ends."""

    def wait() -> None:
        while os.read(0, 1):
            pass
        if os.getpgid(0) == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(3)

    threading.Thread(target=wait, daemon=True).start()


def main(folder: Path) -> None:
    _end_with_the_service()
    os.nice(KINDER)
    order = json.loads((folder / ORDER).read_bytes())
    try:
        outcome = outcome_of(order, folder, Told(folder))
    except Changed:
        outcome = {"problem": "policy-changed"}
    except OSError as problem:
        outcome = {"problem": "job-storage", "where": _where(problem)}
    except Exception as problem:
        outcome = {"problem": "job-crashed", "where": _where(problem)}
    write_json(folder / OUTCOME, outcome)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
