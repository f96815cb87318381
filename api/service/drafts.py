"""A city's first draft, made in a process of its own: it runs cases of a policy that nobody has tried yet.

`python -m api.service.drafts` is that process: what is asked on standard input, what came of it on standard output.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from api.forms.founding import founding_form
from api.service.jobs.folder import digest
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import CASES, Library, load
from engine.language.policy import Policy
from engine.language.vocabulary import Label, Language
from engine.revision.founding import found

TIMEOUT = 60
"""Seconds a draft may take; it takes about one."""

Made = dict[str, Any]
"""`draft`, or the code of a `problem` with the codes and values of its `faults`."""


def made(library: Library, city: str, source: Policy, version: str, day: date, language: Language) -> Made:
    """What the child made of it; nothing is written to the folder of policies."""
    order = {
        "root": str(library.root),
        "city": city,
        "from": [source.id, digest(source.content)],
        "version": version,
        "on": day.isoformat(),
        "language": language,
    }
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "api.service.drafts"],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
        told: Made = json.loads(ended.stdout) if ended.returncode == 0 else {"problem": "draft-failed"}
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return {"problem": "draft-failed"}
    return told


def _made(order: Mapping[str, Any]) -> Made:
    library, language = load(Path(order["root"])), order["language"]
    name, content = order["from"]
    source = library.policies.get(name)
    if source is None or digest(source.content) != content:
        return {"problem": "policy-changed"}
    try:
        draft = found(library, order["city"], source, order["version"], date.fromisoformat(order["on"]))
    except ValueError as refused:
        return {"problem": "draft-not-whole", "faults": [(fault.code, _told(fault)) for fault in refused.args[0]]}
    path = f"{draft.id}.yaml"
    told = replace(draft, faults=tuple(_placed(fault, path) for fault in draft.faults))
    files = [{"name": path, "text": draft.policy}, {"name": f"{draft.id}{CASES}", "text": draft.cases}]
    return {"draft": {**founding_form(told, language), "files": files}}


def _told(fault: Diagnostic) -> dict[str, object]:
    return {
        name: [value.id, value.en] if isinstance(value, Label) else str(value) for name, value in fault.values.items()
    }


def fault_of(code: str, values: Mapping[str, object], place: Place) -> Diagnostic:
    """A fault that the child told."""
    return Diagnostic(
        code, place, {name: Label(*value) if isinstance(value, list) else value for name, value in values.items()}
    )


def _placed(fault: Diagnostic, path: str) -> Diagnostic:
    """In the draft's own file, not in the one that it was tried as."""
    return replace(fault, place=replace(fault.place, path=path))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_made(json.loads(sys.stdin.buffer.read()))))
