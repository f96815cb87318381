"""What `perwal diff --registry` does: a change of policy on a list of applicants."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from api.commands.lists import ending, steps, stop_at, taken_in
from api.commands.options import screen
from api.forms.impact import ambiguity_forms
from api.lists import HowRead, source_of
from api.terminal_impact import show_ambiguities, show_impact
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, shown
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.registry.money import fitting_budget
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
    how: HowRead,
    as_json: bool,
    language: Language,
) -> dict[str, Any]:
    """Writes the impact into the folder and shows it; its JSON. Stops with whatever keeps it from being told."""
    faults: list[Diagnostic] = []
    source, _ = source_of(library, registry, how, faults)
    money = None
    if budget:
        with ending("diff", [new[0]], None, as_json, language):
            money = fitting_budget(library, budget, [new[0], old[0]], new[1].year, faults)
    stop_at(faults, as_json, language)
    with ending("diff", [old[0], new[0]], output, as_json, language), steps(language) as step:
        found = impact_on(library, source, old, new, output, language, money, step)
    if not as_json:
        show_impact(screen(), found, output, language)
    return {**found.told, "files": list(found.files), "folder": shown(output)}


def show_readings(
    library: Library,
    policy: Version,
    registry: Path,
    how: HowRead,
    as_json: bool,
    language: Language,
) -> list[dict[str, Any]]:
    """Every other reading of the policy on the registry, shown; as JSON."""
    with (
        ending("diff", [policy[0]], None, as_json, language),
        taken_in(library, registry, policy[0].city, how, as_json, language) as (taken, step),
    ):
        found = ambiguities(library, taken.registry, policy, lambda rows: step("deciding", rows, None))
    if not as_json:
        show_ambiguities(screen(), policy[0], found, language)
    return ambiguity_forms(found)
