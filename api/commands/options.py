"""What every command takes, and how it ends: options, the library, faults and JSON, exit codes."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from api.forms import fault_form
from api.terminal import period, say, show_faults
from engine.decision.decide import default_day
from engine.decision.facts import read_facts
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import Library, load, shipped, shown
from engine.language.messages import fault_text
from engine.language.policy import Policy
from engine.language.reader import as_date
from engine.language.vocabulary import Language
from engine.revision.trial import try_policies

AsJson = Annotated[bool, typer.Option("--json", help="Cetak JSON. Print JSON.")]
Lang = Annotated[Language, typer.Option("--lang", help="Bahasa. Language.", envvar="PERWAL_LANG")]
Root = Annotated[
    Path | None, typer.Option("--policies", help="Folder kebijakan. Policies folder.", envvar="PERWAL_POLICIES")
]
On = Annotated[str | None, typer.Option("--on", help="Hari keputusan. Day of the decision (YYYY-MM-DD).")]

_NOWHERE = Place("")


def screen() -> Console:
    """Standard output, without rich's own colouring of numbers and paths."""
    return Console(highlight=False)


def library_at(root: Path | None) -> Library:
    try:
        return load(root or shipped())
    except FileNotFoundError as missing:
        stop(f"{missing}: folder tidak ada / no such folder", 2)


def sound(library: Library, language: Language) -> Library:
    """The library, with its faults on standard error: a broken file must not silence the others."""
    errors = [fault for fault in library.faults if fault.severity == "error"]
    show_faults(Console(stderr=True, highlight=False), errors, language)
    return library


def tried(library: Library, policies: list[Policy], as_json: bool, language: Language) -> None:
    faults = try_policies(library, policies)
    if faults:
        report(faults, as_json, language)
        raise typer.Exit(1)


def known_city(library: Library, city: str, language: Language) -> None:
    if city not in library.cities():
        stop(say("no_city", language, city=city, cities=", ".join(library.cities())), 2)


def policy_named(library: Library, name: str, language: Language) -> Policy:
    if name not in library.policies:
        stop(say("no_policy", language, policy=name, policies=", ".join(sorted(library.policies))), 2)
    return library.policies[name]


def version(
    library: Library, city: str, named: str | None, day: date | None, language: Language
) -> tuple[Policy, date]:
    """The version named, else the city's on the day (today unless one is given); stops where there is none."""
    if named is not None:
        policy = policy_named(library, named, language)
        if policy.city != city:
            stop(say("not_of_city", language, policy=policy.id, city=city), 2)
        return policy, day or default_day(policy)
    today = day or date.today()
    chosen = library.chosen(city, today)
    if chosen is None:
        versions = "; ".join(f"{p.id} ({period(p, today, language)})" for p in library.of_city(city))
        stop(say("none_in_force", language, city=city, on=today, versions=versions or "–"), 1)
    return chosen, today


def day_of(text: str | None, language: Language) -> date | None:
    if text is None:
        return None
    found = as_date(text)
    if found is None:
        message, hint = fault_text(Diagnostic("not-a-date", _NOWHERE, {"value": text}), language)
        stop(f"--on: {message}; {hint}", 2)
    return found


def bytes_of(path: Path, language: Language) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        fault = Diagnostic("cannot-read", _NOWHERE, {"problem": error.strerror or "?"})
        stop(f"{path}: {fault_text(fault, language)[0]}", 2)


def facts_at(
    name: str, language: Language, faults: list[Diagnostic]
) -> tuple[str, dict[str, object], dict[str, Place]]:
    """Where a person's facts are written (`-`: standard input), the facts, and the place of each."""
    path = "<stdin>" if name == "-" else shown(Path(name))
    content = sys.stdin.buffer.read() if name == "-" else bytes_of(Path(name), language)
    values, places = read_facts(content, path, faults)
    return path, values, places


def report(faults: list[Diagnostic], as_json: bool, language: Language) -> None:
    if as_json:
        print_json({"faults": [fault_form(fault, language) for fault in faults]})
    else:
        show_faults(screen(), faults, language)


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def stop(message: str, code: int) -> NoReturn:
    print(message, file=sys.stderr)
    raise typer.Exit(code)
