"""The policies in use, and how they are replaced while requests run.

A changed folder is read and tried beside the running one, then swapped in with one assignment: a request
that has begun keeps what it began with. What is broken keeps its old version, and says so.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from pathlib import Path

from engine.decision.decide import Desk
from engine.language.diagnostic import Diagnostic, in_order
from engine.language.library import Library, load
from engine.revision.trial import try_policies

log = logging.getLogger("perwal.service")


@dataclass(frozen=True, slots=True)
class InUse:
    """A library ready to decide, and the faults of what could not be taken in."""

    desk: Desk
    faults: tuple[Diagnostic, ...]

    @property
    def library(self) -> Library:
        return self.desk.library


class Live:
    """Holds what is in use; `watch` replaces it when files change."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.reloads = 0
        self._seen = _stamp(root)
        self.now = _ready(root, None)

    def renew(self) -> bool:
        """Takes in what changed on disk since the last look; True if something did. Never raises for bad files."""
        stamp = _stamp(self.root)
        if stamp == self._seen:
            return False
        self._seen = stamp
        self.now = _ready(self.root, self.now.library)
        self.reloads += 1
        log.info("policies read anew: %d in use, %d faults", len(self.now.library.policies), len(self.now.faults))
        return True

    async def watch(self, seconds: float = 1.0) -> None:
        """Looks for changes for ever, outside the event loop's thread."""
        while True:
            await asyncio.sleep(seconds)
            try:
                await asyncio.to_thread(self.renew)
            except Exception:
                log.exception("policies could not be read anew; the old ones stay")


def _ready(root: Path, old: Library | None) -> InUse:
    try:
        library = load(root)
    except FileNotFoundError:
        if old is None:
            raise
        return InUse(Desk(old), ())
    faults = list(library.faults)
    if old is not None and not library.vocabulary.facts:
        return InUse(Desk(old), tuple(in_order(faults)))
    policies = {}
    broken = try_policies(library, list(library.policies.values()))
    faults.extend(broken)
    failed = {fault.place.path for fault in broken if fault.severity == "error"}
    for path in sorted(root.glob("*/*.yaml")):
        name = f"{path.parent.name}/{path.stem}"
        policy = library.policies.get(name)
        if policy is not None and policy.place.path not in failed:
            policies[name] = policy
        elif old is not None and name in old.policies:
            policies[name] = old.policies[name]
    return InUse(Desk(replace(library, policies=policies)), tuple(in_order(faults)))


def _stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of every file below the folder."""
    found = []
    for path in sorted(root.rglob("*.yaml")):
        try:
            info = path.stat()
        except OSError:
            continue
        found.append((str(path), info.st_mtime_ns, info.st_size))
    return tuple(found)
