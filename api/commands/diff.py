"""`perwal diff`: whom a revision, another city or a what-if covers and pays otherwise, and by which article."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.impacts import show_impact_of, show_readings
from api.commands.isolated import in_child
from api.commands.lists import Attest, BudgetPath, MappingPath, how_read
from api.commands.options import (
    AsJson,
    Lang,
    On,
    Root,
    day_of,
    library_at,
    policy_named,
    print_json,
    report,
    screen,
    sound,
    stop,
    tried,
)
from api.commands.whatif import Readings, Sets, otherwise
from api.terminal_diff import show_difference, told
from engine.decision.decide import Desk, Undecidable, default_day, why_not
from engine.decision.program import NationalMissing
from engine.language.library import Library, load_file
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.revision.difference.difference import difference


def diff(
    old: Annotated[str, typer.Argument(metavar="LAMA", help="Id atau berkas kebijakan. Id or file of a policy.")],
    new: Annotated[
        str | None, typer.Argument(metavar="[BARU]", help="Bawaan: LAMA dengan pengandaiannya. Default: LAMA, what if.")
    ] = None,
    on: On = None,
    sets: Sets = None,
    readings: Readings = None,
    registry: Annotated[
        Path | None, typer.Option("--registry", help="Daftar pemohon, untuk dampaknya. A list, for the impact.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Folder dampak. Folder for the impact.")] = None,
    budget: BudgetPath = None,
    mapping: MappingPath = None,
    attest: Attest = None,
    ambiguities: Annotated[
        bool, typer.Option("--ambiguities", help="Setiap tafsir lain pada daftar. Every other reading on the list.")
    ] = False,
    fail_on_change: Annotated[
        bool, typer.Option("--fail-on-change", help="Keluar 1 bila berbeda. Exit 1 if they differ.")
    ] = False,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Two policies held against each other. Dua kebijakan dibandingkan."""
    if new is None and not (sets or readings or ambiguities):
        stop(told("what_if_needed", language), 2)
    if registry is None and (output or budget or ambiguities):
        stop(told("registry_needed", language), 2)
    if registry is not None and output is None and not ambiguities:
        stop(told("output_needed", language), 2)
    if sets or readings or any(_is_file(name) for name in (old, new or "")):
        in_child(language)
    library = sound(library_at(root), language)
    before = _policy(library, old, as_json, language)
    after = _policy(library, new, as_json, language) if new is not None else before
    for policy in (before, after):
        tried(library, [policy], as_json, language)
    after = otherwise(library, after, sets, readings, as_json, language)
    day = day_of(on, language)
    if ambiguities and registry:
        forms = show_readings(
            library,
            (before, day or default_day(before)),
            registry,
            how_read(language, mapping, attest),
            as_json,
            language,
        )
        if as_json:
            print_json(forms)
        return
    try:
        found = difference(Desk(library), before, after, day)
    except Undecidable as problem:
        at_fault = before if isinstance(problem, NationalMissing) and problem.policy == before.id else after
        report([why_not(at_fault, problem)], as_json, language)
        raise typer.Exit(1) from problem
    if not as_json:
        show_difference(screen(), found, language)
    form = found.as_json(language)
    if registry and output:
        sides = [(policy, day or default_day(policy)) for policy in (before, after)]
        form["impact"] = show_impact_of(
            library,
            sides[0],
            sides[1],
            registry,
            output,
            budget,
            how_read(language, mapping, attest),
            as_json,
            language,
        )
    if as_json:
        print_json(form)
    raise typer.Exit(1 if fail_on_change and not found.same else 0)


def _is_file(name: str) -> bool:
    return name.endswith((".yaml", ".yml"))


def _policy(library: Library, name: str, as_json: bool, language: Language) -> Policy:
    """A policy of the library by its id, or a file under the pen."""
    if not _is_file(name):
        return policy_named(library, name, language)
    policy, faults = load_file(Path(name), library)
    if policy is None:
        report(faults, as_json, language)
        raise typer.Exit(1)
    return policy
