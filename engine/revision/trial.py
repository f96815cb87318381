"""Tries policies in a process of their own before they decide anything here.

The rules engine is a C library that can crash or hang; whatever it does to the child, this process only
hears of it. A trial runs every case and, around a person of each group, every cell of every fact.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import engine
from engine.decision.decide import Desk, Undecidable, default_day, why_not
from engine.decision.verdict import Decider
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, load, load_file
from engine.language.policy import Policy
from engine.revision.cases import cases_path, load_cases, run_case
from engine.revision.whatif import read_as

TIMEOUT = 120
"""Seconds a trial may take altogether."""


def try_policies(
    library: Library, policies: Sequence[Policy], *, remember: bool = True, readings: Sequence[str] = ()
) -> list[Diagnostic]:
    """Faults of the policies that cannot be decided with. A policy that passed is not tried again until it changes.

    With `readings`, names of other readings, they are tried as read so; that is not to be remembered.
    """
    untried = [policy for policy in policies if not (remember and _stamp(library, policy).exists())]
    faults: list[Diagnostic] = []
    while untried:
        passed, found, problem = _child(library, untried, readings)
        for policy in untried:
            if policy.id in passed and remember:
                _remember(_stamp(library, policy))
        faults.extend(found)
        told = {fault.place for fault in found}
        left = [policy for policy in untried if policy.id not in passed and policy.place not in told]
        if left:
            crashed, *left = left
            faults.append(Diagnostic("trial-crashed", crashed.place, {"name": crashed.id, "problem": problem or "?"}))
        untried = left
    return faults


def situations(decider: Decider) -> Iterator[list[int]]:
    """Cells of people around each group's border: one person it covers, then every cell of every fact."""
    diagrams = decider.diagrams
    unknown = [-1] * len(decider.cells)
    yield unknown
    for group in decider.program.groups:
        path = diagrams.path(diagrams.every([diagrams.of(c.condition) for c in group.criteria]), True)
        covered = [0 if path is None else path.get(cells.fact, 0) for cells in decider.cells]
        for level, cells in enumerate(decider.cells):
            for cell in range(-1, len(cells.samples)):
                yield [*covered[:level], cell, *covered[level + 1 :]]


def _child(
    library: Library, policies: Sequence[Policy], readings: Sequence[str]
) -> tuple[set[str], list[Diagnostic], str]:
    """Ids that passed, faults the child reported, and how it ended if not well."""
    by_id = {policy.id: policy for policy in policies}
    request = {
        "root": str(library.root),
        "files": [str(Path(policy.place.path).resolve()) for policy in policies],
        "readings": list(readings),
    }
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "engine.revision.trial"],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
        output, problem = ended.stdout, f"exit {ended.returncode}"
        if ended.returncode > 0 and ended.stderr:
            problem = ended.stderr.decode(errors="replace").strip().splitlines()[-1]
    except subprocess.TimeoutExpired as expired:
        output, problem = expired.stdout or b"", f"> {TIMEOUT} s"
    passed: set[str] = set()
    faults: list[Diagnostic] = []
    for line in output.splitlines():
        report = json.loads(line)
        policy = by_id[report["policy"]]
        if report["code"] is None:
            passed.add(policy.id)
        else:
            faults.append(Diagnostic(report["code"], policy.place, report["values"]))
    return passed, faults, problem


def _stamp(library: Library, policy: Policy) -> Path:
    """A file whose presence says that exactly this policy, with these cases, has passed on this machine."""
    cases = cases_path(policy)
    content = (
        engine.__version__,
        version("durable_rules"),
        policy.id,
        policy.content,
        library.vocabulary.content,
        repr(library.national),
        cases.read_bytes().hex() if cases.is_file() else "",
    )
    name = hashlib.sha256("\n".join(content).encode()).hexdigest()
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache) / "perwal" / "tried" / name


def _remember(stamp: Path) -> None:
    try:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.touch()
    except OSError:
        return


def _try(library: Library, file: Policy, readings: Sequence[str]) -> dict[str, object]:
    """Decides everything a trial asks for; the fault, if there is one, as the parent will tell it."""
    desk, policy = Desk(library), file
    for name in readings:
        policy = read_as(policy, name)
    fault: Diagnostic | None = None
    try:
        effective = policy.effective
        for day in {
            default_day(policy),
            effective.since or default_day(policy),
            effective.until or default_day(policy),
        }:
            decider = desk.decider(policy, day)
            for cells in situations(decider):
                decider.verdict_of(decider.situation(cells))
        for case in load_cases(policy, cases_path(policy), []):
            run_case(desk, policy, case)
    except Undecidable as problem:
        fault = why_not(policy, problem)
    values = {name: str(value) for name, value in fault.values.items()} if fault else {}
    return {"policy": file.id, "code": fault.code if fault else None, "values": values}


def main() -> None:
    """The child: policies to try on standard input, one report a line on standard output."""
    request = json.loads(sys.stdin.buffer.read())
    library = load(Path(request["root"]))
    for file in request["files"]:
        policy, _ = load_file(Path(file), library)
        if policy is not None:
            print(json.dumps(_try(library, policy, request["readings"])), flush=True)


if __name__ == "__main__":
    main()
