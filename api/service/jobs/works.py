"""What each kind of job does: the same as the command, from the order in its folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from api.examination_form import examination_form
from api.forms import fault_form
from api.forms.elsewhere import elsewhere_form
from api.forms.impact import ambiguity_forms
from api.lists import HowRead, source_of
from api.service.jobs.folder import RESULTS, Told, digest
from engine.decision.decide import Undecidable, at_fault, why_not
from engine.language.diagnostic import Diagnostic, has_errors
from engine.language.library import Library, load
from engine.language.policy import Policy
from engine.registry.intake.table import Unreadable
from engine.registry.job import Order, run
from engine.registry.money import fitting_budget, read_money
from engine.registry.report.decisions import TooManyRows
from engine.registry.report.receipt import Asked
from engine.registry.taking import Source, Taken, Unfit, take
from engine.revision.examination import drafts_of, examine, missing_file
from engine.revision.impact.elsewhere import Elsewhere, elsewhere
from engine.revision.impact.impact import Version
from engine.revision.impact.job import ambiguities, impact_on
from engine.revision.proofs import prove
from engine.revision.whatif import read_as, reading_names, replacement, set_values

WORK = "kerja"
"""A folder of the job for what it needs on the way. Results name what was sent without the folder it stood in."""

Outcome = dict[str, Any]
"""`result`, `files` and `faults` of a job, or the code of its `problem` with `faults`; faults in both languages."""


class Changed(Exception):
    """A policy's file is not what the service has in use."""


class _Refused(Exception):
    """Faults of what was sent."""

    def __init__(self, faults: Iterable[Diagnostic]) -> None:
        super().__init__()
        self.faults = tuple(faults)


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
                return _run(library, policies, order, folder, told)
            case "impact":
                return _impact(library, policies, order, folder, told)
            case "ambiguity":
                return _ambiguities(library, policies[0], order, folder, told)
            case "registry-comparison":
                return _registry_comparison(library, policies, order, folder, told)
            case _:
                return _examination(library, policies[0], order, told)
    except _Refused as problem:
        return _refused(problem.faults, folder)
    except (Unreadable, TooManyRows) as problem:
        return _refused([problem.fault], folder)
    except Unfit as problem:
        return _refused(problem.faults, folder)
    except Undecidable as problem:
        return _refused([why_not(at_fault(policies, problem), problem)], folder)


def _run(library: Library, policies: list[Policy], order: Mapping[str, Any], folder: Path, told: Told) -> Outcome:
    """`policies`: the one asked, and where money is given out by city the city's others."""
    faults: list[Diagnostic] = []
    source, asked = _source(library, order, folder, faults)
    policy, day = _otherwise(library, policies[0], order), date.fromisoformat(order["on"][0])
    budget, granted = (_file(order, folder, part) for part in ("budget", "granted"))
    money = None
    if budget:
        if not order["named"] and {each.id for each in library.of_city(policy.city)} != {each.id for each in policies}:
            raise Changed
        read = read_money(library, policy, day, budget, granted, faults, named=order["named"])
        money = read and replace(read, budget=replace(read.budget, path=budget.name))
    if has_errors(faults):
        raise _Refused(faults)
    told.step("reading", 0, None)
    asked_for = Order(policy, day, source, asked, order["format"], money=money)
    results = run(library, asked_for, folder / RESULTS, order["language"], told.step)
    result = {**results.summary, "money": results.accounts, "files": list(results.files)}
    noticed = (*faults, *results.done.taken.notices, *results.first_faults)
    return {"result": result, "files": list(results.files), "faults": _forms(noticed, folder)}


def _impact(library: Library, policies: list[Policy], order: Mapping[str, Any], folder: Path, told: Told) -> Outcome:
    faults: list[Diagnostic] = []
    source, _ = _source(library, order, folder, faults)
    sides = (policies[0], _otherwise(library, policies[1], order))
    old, new = ((policy, date.fromisoformat(day)) for policy, day in zip(sides, order["on"], strict=True))
    path = _file(order, folder, "budget")
    read = fitting_budget(library, path, [new[0], old[0]], new[1].year, faults) if path else None
    budget = read and replace(read, path=Path(read.path).name)
    if has_errors(faults):
        raise _Refused(faults)
    told.step("reading", 0, None)
    found = impact_on(library, source, old, new, folder / RESULTS, order["language"], budget, told.step)
    result = {**found.told, "files": list(found.files)}
    noticed = (*faults, *found.taken.notices)
    return {"result": result, "files": list(found.files), "faults": _forms(noticed, folder)}


def _ambiguities(library: Library, policy: Policy, order: Mapping[str, Any], folder: Path, told: Told) -> Outcome:
    day = date.fromisoformat(order["on"][0])
    taken, faults = _taken(library, policy.city, order, folder, told)
    rows = taken.rows * len(reading_names(policy))
    found = ambiguities(library, taken.registry, (policy, day), lambda more: told.step("deciding", more, rows))
    return {"result": ambiguity_forms(found), "faults": _forms((*faults, *taken.notices), folder)}


def _registry_comparison(
    library: Library, policies: list[Policy], order: Mapping[str, Any], folder: Path, told: Told
) -> Outcome:
    """Version by version, so that one that cannot be decided with is told by its name."""
    versions = [(policy, date.fromisoformat(day)) for policy, day in zip(policies, order["on"], strict=True)]
    home, columns = order["city"], list[Elsewhere]()
    taken, faults = _taken(library, home, order, folder, told)
    rows = taken.rows * len(versions)
    for version in versions:
        columns += _under(library, taken, home, version, told, rows)
    form = elsewhere_form(home, columns, order["language"])
    return {"result": form, "faults": _forms((*faults, *taken.notices), folder)}


def _under(library: Library, taken: Taken, home: str, version: Version, told: Told, rows: int) -> tuple[Elsewhere, ...]:
    try:
        return elsewhere(library, taken.registry, home, [version], lambda more: told.step("deciding", more, rows))
    except Undecidable as problem:
        raise _Refused([why_not(version[0], problem)]) from problem


def _examination(library: Library, policy: Policy, order: Mapping[str, Any], told: Told) -> Outcome:
    told.step("proving", 0, None)
    proofs = prove(library, policy, further=order["prove"])
    told.step("examining", 0, None)
    found = examine(library, policy, mutating=order["mutate"], step=lambda more, of: told.step("mutating", more, of))
    result = examination_form(found, library, order["language"])
    result["proofs"] = [fault_form(fault, order["language"]) for fault in proofs]
    if order["missing"]:
        drafts = drafts_of(library, found)
        result["missing"] = {"cases": len(drafts), "file": missing_file(library, found, drafts)}
    return {"result": result}


# what was asked, and with what


def _policy(library: Library, name: str, content: str) -> Policy:
    policy = library.policies.get(name)
    if policy is None or digest(policy.content) != content:
        raise Changed
    return policy


def _otherwise(library: Library, policy: Policy, order: Mapping[str, Any]) -> Policy:
    """The policy with the what-ifs of the order, which the service has checked; nobody but this process decides it."""
    wanted = [found for text in order["set"] if (found := replacement(text))]
    faults: list[Diagnostic] = []
    changed = set_values(library, policy, wanted, faults)
    if changed is None:
        raise _Refused(faults)
    for name in order["readings"]:
        changed = read_as(changed, name)
    return changed


def _file(order: Mapping[str, Any], folder: Path, part: str) -> Path | None:
    return folder / order["parts"][part] if part in order["parts"] else None


def _source(library: Library, order: Mapping[str, Any], folder: Path, faults: list[Diagnostic]) -> tuple[Source, Asked]:
    """The list and how it is read. `faults` grows in place."""
    mapping = _file(order, folder, "mapping")
    content = (mapping.name, mapping.read_bytes()) if mapping else None
    return source_of(library, folder / order["parts"]["list"], HowRead(content, **order["how"]), faults)


def _taken(
    library: Library, city: str, order: Mapping[str, Any], folder: Path, told: Told
) -> tuple[Taken, list[Diagnostic]]:
    """The list read whole, and what was noticed about how it is to be read."""
    faults: list[Diagnostic] = []
    source, _ = _source(library, order, folder, faults)
    if has_errors(faults):
        raise _Refused(faults)
    told.step("reading", 0, None)
    work = folder / WORK
    work.mkdir()
    return take(source, library.vocabulary, city, work, lambda rows, of: told.step("reading", rows, of)), faults


# faults, as the service tells them


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
