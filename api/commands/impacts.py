"""What `perwal diff --registry` does: a change of policy on a list of applicants."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import typer

from api.commands.options import bytes_of, report, screen, stop
from api.commands.run import STAGES, source_of
from api.progress import bars, ended_like_an_interrupt
from api.terminal import say
from api.terminal_impact import ambiguity_forms, show_ambiguities, show_impact
from engine.decision.decide import Undecidable, why_not
from engine.language.diagnostic import Diagnostic, has_errors, in_order
from engine.language.library import Library, shown
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.registry.allocation.budget import Budget, fitting, read_budget
from engine.registry.intake.table import Unreadable
from engine.registry.money import unmeasured_of
from engine.registry.taking import Source, Unfit
from engine.registry.target import Occupied
from engine.revision.impact.impact import Version
from engine.revision.impact.job import ambiguities, impact_on

Asked = tuple[Policy, date]


def show_impact_of(
    library: Library,
    old: Asked,
    new: Asked,
    registry: Path,
    output: Path,
    budget: Path | None,
    mapping: Path | None,
    attest: list[str] | None,
    as_json: bool,
    language: Language,
) -> dict[str, Any]:
    """Writes the impact into the folder and shows it; its JSON. Stops with whatever keeps it from being told."""
    faults: list[Diagnostic] = []
    source = _source(library, registry, mapping, attest, language, faults)
    money = _budget(library, (old, new), budget, language, faults)
    if has_errors(faults):
        report(in_order(faults), as_json, language)
        raise typer.Exit(1)
    try:
        with ended_like_an_interrupt(), bars() as reach:
            done: Counter[str] = Counter()

            def step(stage: str, rows: int, of: int | None) -> None:
                done[stage] += rows
                reach(say(STAGES[stage], language), done[stage], of)

            found = impact_on(library, source, old, new, output, language, money, step)
    except Unreadable as problem:
        report([problem.fault], as_json, language)
        raise typer.Exit(1) from problem
    except Unfit as problem:
        report(list(problem.faults), as_json, language)
        raise typer.Exit(1) from problem
    except Undecidable as problem:
        report([why_not(new[0], problem)], as_json, language)
        raise typer.Exit(1) from problem
    except Occupied:
        stop(say("run_occupied", language, path=shown(output)), 2)
    except OSError as problem:
        stop(say("cannot_write", language, path=shown(output), problem=problem.strerror or "?"), 2)
    if not as_json:
        show_impact(screen(), found, output, language)
    return {**found.told, "files": list(found.files), "folder": shown(output)}


def show_readings(
    library: Library,
    policy: Version,
    registry: Path,
    mapping: Path | None,
    attest: list[str] | None,
    as_json: bool,
    language: Language,
) -> list[dict[str, Any]]:
    """Every other reading of the policy on the registry, shown; as JSON."""
    faults: list[Diagnostic] = []
    source = _source(library, registry, mapping, attest, language, faults)
    if has_errors(faults):
        report(in_order(faults), as_json, language)
        raise typer.Exit(1)
    try:
        with tempfile.TemporaryDirectory(prefix="perwal-") as work:
            found = ambiguities(library, source, policy, Path(work))
    except Unreadable as problem:
        report([problem.fault], as_json, language)
        raise typer.Exit(1) from problem
    except Unfit as problem:
        report(list(problem.faults), as_json, language)
        raise typer.Exit(1) from problem
    if not as_json:
        show_ambiguities(screen(), policy[0], found, language)
    return ambiguity_forms(found)


def _source(
    library: Library,
    registry: Path,
    mapping: Path | None,
    attest: list[str] | None,
    language: Language,
    faults: list[Diagnostic],
) -> Source:
    return source_of(library, registry, mapping, attest, None, None, None, "tahan", "polars", language, faults)[0]


def _budget(
    library: Library, asked: tuple[Asked, Asked], path: Path | None, language: Language, faults: list[Diagnostic]
) -> Budget | None:
    """The budget, fit for both policies; `faults` grows in place."""
    if path is None:
        return None
    found, wrong = read_budget(bytes_of(path, language), path, library.vocabulary)
    faults += wrong
    for policy, day in asked if found else ():
        assert found
        faults += fitting(found, [policy], policy.city, day.year)
    if found:
        faults += unmeasured_of(library, [policy for policy, _ in asked], found)
    return found
