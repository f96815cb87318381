"""`perwal decide`: one person, in one city or in all; a draft file in a process of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from api.commands.isolated import in_child
from api.commands.options import (
    AsJson,
    Lang,
    On,
    Root,
    day_of,
    facts_at,
    known_city,
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
from api.forms import decision_form
from api.terminal import period, say, show_decision
from engine.decision.changes import Change, smallest_changes
from engine.decision.decide import Desk, Undecidable, default_day, why_not
from engine.decision.decision import Decision
from engine.decision.facts import person
from engine.language.diagnostic import Diagnostic, in_order
from engine.language.library import Library, load_file
from engine.language.policy import Policy
from engine.language.vocabulary import Language


def decide(
    city: Annotated[str | None, typer.Argument(help="Kota, mis. tegal. City.")] = None,
    facts: Annotated[str, typer.Option("--facts", help="Berkas JSON/YAML, atau - . A file, or -.")] = "-",
    on: On = None,
    policy: Annotated[str | None, typer.Option("--policy", help="Id atau berkas. Id or file.")] = None,
    everywhere: Annotated[bool, typer.Option("--all", help="Setiap kota. Every city.")] = False,
    sets: Sets = None,
    readings: Readings = None,
    flips: Annotated[bool, typer.Option("--changes", help="Perubahan terkecil. What would flip it.")] = False,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Decide one person's case. Putuskan satu orang."""
    library = sound(library_at(root), language)
    if sum((city is not None or policy is not None, everywhere)) != 1:
        stop(say("say_what", language), 2)
    day = day_of(on, language)
    if policy is not None and policy.endswith((".yaml", ".yml")):
        in_child(language)
        named: Policy | None = _draft(library, Path(policy), as_json, language)
    else:
        named = policy_named(library, policy, language) if policy else None
    asked = _asked(library, city, named, day, language)
    if sets or readings:
        in_child(language)
    tried(library, [version for version, _ in asked], as_json, language)
    asked = [(otherwise(library, version, sets, readings, as_json, language), when) for version, when in asked]
    faults: list[Diagnostic] = []
    path, values, places = facts_at(facts, language, faults)
    desk = Desk(library)
    decisions: list[tuple[Decision, tuple[Change, ...] | None]] = []
    for version, when in asked:
        applicant = person(values, library.vocabulary, when, faults, places, path)
        if not faults:
            try:
                decision = desk.decide(version, applicant, when)
                decider = desk.decider(version, when)
                decisions.append(
                    (decision, smallest_changes(decider, applicant, library.vocabulary) if flips else None)
                )
            except Undecidable as problem:
                faults.append(why_not(version, problem))
    if faults:
        report(in_order(faults), as_json, language)
        raise typer.Exit(1)
    if as_json:
        result = [decision_form(decision, found, language) for decision, found in decisions]
        print_json(result if everywhere else result[0])
        return
    for decision, found in decisions:
        show_decision(screen(), decision, language, found)


def _draft(library: Library, path: Path, as_json: bool, language: Language) -> Policy:
    policy, faults = load_file(path, library)
    if policy is None:
        report(faults, as_json, language)
        raise typer.Exit(1)
    return policy


def _asked(
    library: Library, city: str | None, named: Policy | None, day: date | None, language: Language
) -> list[tuple[Policy, date]]:
    """Which versions are asked, each with its day: the named one, the city's on the day, or every city's."""
    if city is not None:
        known_city(library, city, language)
    if named is not None:
        if city is not None and named.city != city:
            stop(say("not_of_city", language, policy=named.id, city=city), 2)
        return [(named, day or default_day(named))]
    today = day or date.today()
    found = [library.chosen(name, today) for name in ([city] if city else library.cities())]
    if city and found == [None]:
        versions = "; ".join(f"{p.id} ({period(p, today, language)})" for p in library.of_city(city))
        stop(say("none_in_force", language, city=city, on=today, versions=versions or "–"), 1)
    return [(version, today) for version in found if version is not None]
