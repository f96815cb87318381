"""A changed policy under review: its faults, its cases, what it says otherwise than before, and what that does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from engine.decision.decide import Desk, Undecidable, default_day, why_not
from engine.language.diagnostic import Diagnostic, has_errors, in_order
from engine.language.library import CASES, Library, load_file, shown
from engine.language.policy import Policy
from engine.revision.difference.difference import Difference, difference
from engine.revision.examination import Examination, examine
from engine.revision.impact.impact import Impact, impact
from engine.revision.proofs import prove
from engine.revision.trial import try_policies

State = Literal["new", "changed", "cases", "same", "removed"]
"""Of a policy file: not there before, otherwise than before, only its cases are, neither is, not there any more."""
NATIONAL = "nasional"


@dataclass(frozen=True, slots=True)
class Changed:
    """A policy file, whether or not it changed; `old` is the file as it was, where there was one."""

    path: Path
    state: State
    old: Path | None


@dataclass(frozen=True, slots=True)
class Changes:
    files: tuple[Changed, ...]
    shared: tuple[Path, ...]
    """Vocabulary, documents and national values that changed: what every policy rests on."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """`policy` None: removed, or not readable as `faults` say. `before` is what `difference` holds it against."""

    file: Changed
    policy: Policy | None
    before: Policy | None
    faults: tuple[Diagnostic, ...]
    examination: Examination | None = None
    difference: Difference | None = None
    not_compared: tuple[Diagnostic, ...] = ()
    """Why there is no difference although there is something to compare with."""
    impact: Impact | None = None

    @property
    def failed(self) -> bool:
        """Whether check or cases fail."""
        return has_errors(self.faults) or (self.examination is not None and self.examination.failed)


def changes(root: Path, old: Path) -> Changes:
    """Every policy file that differs between two policies folders, itself or by its cases.

    Where something shared differs, the unchanged ones follow.
    """
    mine, theirs = _contents(root), _contents(old)
    touched = {name for name in {*mine, *theirs} if mine.get(name) != theirs.get(name)}
    shared = sorted(root / name for name in touched if _shared(name))
    names = {name.removesuffix(CASES) + ".yaml" if name.endswith(CASES) else name for name in touched}
    files = [_changed(name, root, old, mine, theirs) for name in sorted(names) if not _shared(name)]
    found = tuple(file for file in files if file)
    if shared:
        seen = {file.path for file in found}
        rest = (name for name in sorted(mine) if not _shared(name) and not name.endswith(CASES))
        others = (_changed(name, root, old, mine, theirs) for name in rest if root / name not in seen)
        found += tuple(file for file in others if file)
    return Changes(found, tuple(shared))


def named(paths: Iterable[Path], root: Path, old: Path) -> Changes:
    """These files, and those in these folders, whether or not they changed; cases stand for their policy."""
    files = [file for path in paths for file in (_files(path) if path.is_dir() else (path,))]
    policies = {Path(str(file).removesuffix(CASES) + ".yaml") if file.name.endswith(CASES) else file for file in files}
    mine, theirs = _contents(root), _contents(old)
    found: list[Changed] = []
    shared: list[Path] = []
    for path in sorted(policies):
        inside = path.resolve().is_relative_to(root.resolve())
        name = path.resolve().relative_to(root.resolve()).as_posix() if inside else ""
        if inside and _shared(name):
            shared += [path] if mine.get(name) != theirs.get(name) else []
        elif inside:
            file = _changed(name, root, old, mine, theirs)
            found += [replace(file, path=path)] if file else []
        else:
            found.append(Changed(path, "new", None))
    return Changes(tuple(found), tuple(shared))


def _changed(name: str, root: Path, old: Path, mine: dict[str, bytes], theirs: dict[str, bytes]) -> Changed | None:
    cases = name.removesuffix(".yaml") + CASES
    if name not in mine:
        return Changed(root / name, "removed", old / name) if name in theirs else None
    if name not in theirs:
        return Changed(root / name, "new", None)
    state: State = "changed" if mine[name] != theirs[name] else "same"
    if state == "same" and mine.get(cases) != theirs.get(cases):
        state = "cases"
    return Changed(root / name, state, old / name)


def _contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in _files(root) if path.is_file()}


def _files(folder: Path) -> tuple[Path, ...]:
    """Of one city's folder, or of a folder of cities."""
    return (*folder.glob("*.yaml"), *folder.glob("*/*.yaml"))


def _shared(name: str) -> bool:
    return "/" not in name or name.startswith(f"{NATIONAL}/")


def review(library: Library, file: Changed, base: str, *, mutating: bool = False) -> Reviewed:
    """Everything but the impact. `base` names what the old file is of; it is read with today's vocabulary."""
    if file.state == "removed":
        return Reviewed(file, None, None, ())
    policy, faults = load_file(file.path, library)
    known = {(fault.code, fault.place) for fault in faults}
    faults += [fault for fault in library.faults if fault.place.path == shown(file.path) and _key(fault) not in known]
    if policy is None or has_errors(faults):
        return Reviewed(file, policy, None, tuple(in_order(faults)))
    faults += try_policies(library, [policy])
    if has_errors(faults):
        return Reviewed(file, policy, None, tuple(in_order(faults)))
    faults = in_order([*faults, *prove(library, policy)])
    examination = examine(library, policy, mutating=mutating)
    before, why = _before(library, policy, file, base)
    found: Difference | None = None
    if before:
        try:
            found = difference(Desk(library), before, policy)
        except Undecidable as problem:
            why = [why_not(policy, problem)]
    return Reviewed(file, policy, before, tuple(faults), examination, found, tuple(why))


def impact_of(library: Library, found: Reviewed, registry: Path) -> Impact | None:
    """The change on a registry that intake has read, each side on the last day known of it; None: nothing to compare.

    Raises Undecidable and WrongColumns.
    """
    if found.difference is None or found.policy is None or found.before is None:
        return None
    return impact(library, registry, _on(found.before), _on(found.policy))


def _on(policy: Policy) -> tuple[Policy, date]:
    return policy, default_day(policy)


def _before(library: Library, policy: Policy, file: Changed, base: str) -> tuple[Policy | None, Sequence[Diagnostic]]:
    """The file as it was, or of a new file the version before it; and why neither can be used."""
    if file.state != "changed" or file.old is None:
        return (version_before(library, policy) if file.state == "new" else None), ()
    old, faults = load_file(file.old, library)
    wrong = [replace(fault, place=replace(fault.place, path=f"{base}:{shown(file.path)}")) for fault in faults]
    if old is None or has_errors(faults):
        return None, [fault for fault in wrong if fault.severity == "error"]
    tried = try_policies(library, [old])
    if tried:
        return None, [replace(fault, place=policy.place) for fault in tried]
    return replace(old, place=replace(old.place, path=f"{base}:{shown(file.path)}")), ()


def version_before(library: Library, policy: Policy) -> Policy | None:
    """The city's version that starts last before this one, or at all where its own start is not known."""
    others = [other for other in library.of_city(policy.city) if other.id != policy.id and other.status != "draft"]
    since = policy.effective.since
    if since:
        others = [other for other in others if other.effective.since is None or other.effective.since < since]
    return others[-1] if others else None


def _key(fault: Diagnostic) -> tuple[str, object]:
    return fault.code, fault.place
