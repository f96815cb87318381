"""What-ifs of the service: tried in a process of their own before they decide here, apart from the policies in use."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from api.service.live import InUse
from api.service.problems import Problem, pointer
from engine.decision.decide import Desk
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import Library, load_file
from engine.language.policy import Policy
from engine.language.source import plain
from engine.revision.trial import try_policies
from engine.revision.whatif import by_path, is_path, read_as, reading_names, replacement, set_values

KEPT = 1_000
"""What-ifs remembered as tried; all are forgotten when there are more."""

_Tried = dict[tuple[str, str], tuple[Diagnostic, ...]]
"""By id and content, why it cannot decide."""


class WhatIfs:
    """Policies with other values, on a desk that the policies in use do not share."""

    def __init__(self) -> None:
        self._library: Library | None = None
        self._desk: Desk | None = None
        self._tried: _Tried = {}
        self._one_at_a_time = asyncio.Lock()

    async def ready(
        self, in_use: InUse, policy: Policy, values: Mapping[str, object], readings: Sequence[str]
    ) -> tuple[Policy, Desk]:
        """The policy with these values at these paths, read so, and a desk to decide it. Raises Problem."""
        faults: list[Diagnostic] = []
        found = by_path(values, _place, faults)
        with_values = set_values(in_use.library, policy, found, faults) if not faults else None
        if with_values is None:
            raise Problem(422, "set-invalid", faults)
        changed = _read(with_values, policy, readings)
        desk, tried = self._of(in_use.library)
        key = changed.id, changed.content
        async with self._one_at_a_time:
            if key not in tried:
                if len(tried) >= KEPT:
                    tried.clear()
                tried[key] = await asyncio.to_thread(_tried, in_use.library, with_values, readings)
            told = tried[key]
        if told:
            raise Problem(422, "set-invalid", told)
        return changed, desk

    def _of(self, library: Library) -> tuple[Desk, _Tried]:
        """The desk of this library, and what was tried under it."""
        if self._desk is None or self._library is not library:
            self._library, self._desk, self._tried = library, Desk(library), {}
        return self._desk, self._tried


def otherwise(library: Library, policy: Policy, sets: Sequence[str], readings: Sequence[str]) -> Policy:
    """The policy with values (`path=value`) and readings of parameters; only a job's own process decides with it.

    Raises Problem.
    """
    faults: list[Diagnostic] = []
    wanted = [replacement(text, _place(text.partition("=")[0].strip())) for text in sets]
    faults += [Diagnostic("set-form", Place("/set"), {"text": "…"}) for one in wanted if one is None]
    changed = set_values(library, policy, [one for one in wanted if one], faults) if not faults else None
    if changed is None:
        raise Problem(422, "set-invalid", faults)
    return _read(changed, policy, readings)


def _read(changed: Policy, policy: Policy, readings: Sequence[str]) -> Policy:
    """The policy under other readings. Raises Problem."""
    for name in readings:
        try:
            changed = read_as(changed, name)
        except KeyError:
            names = ", ".join(reading_names(policy)) or "–"
            raise Problem(422, "no-such-reading", policy=policy.id, names=names) from None
    return changed


def _place(path: str) -> Place:
    return Place(pointer(("set", path) if is_path(path) else ("set",)))


def _tried(library: Library, policy: Policy, readings: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Why a child process cannot decide with the policy, read so; nothing where it does, and lives."""
    city, _, version = policy.id.partition("+")[0].partition("/")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / city / f"{version}.yaml"
        path.parent.mkdir()
        path.write_text(json.dumps(plain(policy.tree), ensure_ascii=False), encoding="utf-8")
        twin, found = load_file(path, library)
        faults = try_policies(library, [twin], remember=False, readings=readings) if twin else found
    return tuple(replace(fault, place=Place("/set")) for fault in faults)
