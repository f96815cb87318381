"""The command `perwal`. Exit codes: 0 good, 1 faults found or nothing to answer with, 2 misuse."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from api import demo as sample
from api.terminal import period, say, show_decision, show_faults, show_policies
from engine.decision.decide import Desk, Undecidable, default_day, legal_effect, why_not
from engine.decision.decision import Decision
from engine.decision.facts import person, read_facts
from engine.language.diagnostic import Diagnostic, Place, has_errors, in_order
from engine.language.library import CASES, Library, load, load_file, shipped, shown
from engine.language.messages import fault_text
from engine.language.policy import Policy
from engine.language.reader import as_date
from engine.language.vocabulary import Language
from engine.revision.cases import cases_path, load_cases, run_cases
from engine.revision.trial import try_policies

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Peraturan wali kota sebagai kebijakan yang dapat dijalankan. Mayors' regulations as policies that run.",
)

_CHILD = "PERWAL_CHILD"
_NOWHERE = Place("")

AsJson = Annotated[bool, typer.Option("--json", help="Cetak JSON. Print JSON.")]
Lang = Annotated[Language, typer.Option("--lang", help="Bahasa. Language.", envvar="PERWAL_LANG")]
Root = Annotated[
    Path | None,
    typer.Option("--policies", help="Folder kebijakan. Policies folder.", envvar="PERWAL_POLICIES"),
]
On = Annotated[str | None, typer.Option("--on", help="Hari keputusan. Day of the decision (YYYY-MM-DD).")]


@app.command()
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Berkas, folder kota, atau folder kebijakan.")] = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Faults in policy files. Kesalahan dalam berkas kebijakan."""
    if paths and len(paths) == 1 and (paths[0] / "kosakata.yaml").is_file():
        root, paths = paths[0], None
    library = _library(root)
    policies, faults = _selected(library, paths)
    for policy in policies:
        load_cases(policy, cases_path(policy), faults)
    if not has_errors(faults):
        faults.extend(try_policies(library, policies))
    _report(faults, as_json, language)
    errors = sum(fault.severity == "error" for fault in faults)
    if not as_json:
        console = Console(stderr=False, highlight=False)
        if faults:
            console.print(say("faults", language, errors=errors, warnings=len(faults) - errors))
        else:
            cities = len({policy.city for policy in policies})
            console.print(say("no_faults", language, policies=len(policies), cities=cities))
    raise typer.Exit(1 if errors else 0)


@app.command()
def test(
    names: Annotated[list[str] | None, typer.Argument(help="Id kebijakan, mis. tegal/2023.")] = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Run the cases of policies. Jalankan kasus uji kebijakan."""
    library = _sound(_library(root), language)
    policies = [_policy(library, name, language) for name in names or library.policies]
    desk = Desk(library)
    console = Console(highlight=False)
    report: dict[str, object] = {}
    failed = False
    for policy in policies:
        faults: list[Diagnostic] = []
        cases = load_cases(policy, cases_path(policy), faults)
        results = list(run_cases(desk, policy, cases)) if not has_errors(faults) else []
        faults.extend(fault for result in results for fault in result.faults)
        passed = sum(result.passed for result in results)
        failed = failed or has_errors(faults)
        report[policy.id] = {
            "cases": len(cases),
            "passed": passed,
            "faults": [_as_json(f, language) for f in faults],
        }
        if not as_json:
            show_faults(console, faults, language)
            console.print(say("cases_of", language, policy=policy.id, passed=passed, count=len(cases)))
    if as_json:
        _print_json(report)
    raise typer.Exit(1 if failed else 0)


@app.command()
def decide(
    city: Annotated[str | None, typer.Argument(help="Kota, mis. tegal. City.")] = None,
    facts: Annotated[str, typer.Option("--facts", help="Berkas JSON/YAML, atau - . A file, or -.")] = "-",
    on: On = None,
    policy: Annotated[str | None, typer.Option("--policy", help="Id atau berkas. Id or file.")] = None,
    everywhere: Annotated[bool, typer.Option("--all", help="Setiap kota. Every city.")] = False,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Decide one person's case. Putuskan satu orang."""
    library = _sound(_library(root), language)
    if sum((city is not None or policy is not None, everywhere)) != 1:
        _stop(say("say_what", language), 2)
    day = _day(on, language)
    if policy is not None and policy.endswith((".yaml", ".yml")):
        if not os.environ.get(_CHILD):
            _in_child(language)
        named: Policy | None = _draft(library, Path(policy), as_json, language)
    else:
        named = _policy(library, policy, language) if policy else None
    asked = _asked(library, city, named, day, language)
    _tried(library, [version for version, _ in asked], as_json, language)
    faults: list[Diagnostic] = []
    path = "<stdin>" if facts == "-" else shown(Path(facts))
    written = sys.stdin.buffer.read() if facts == "-" else _bytes(Path(facts), language)
    values, places = read_facts(written, path, faults)
    desk = Desk(library)
    decisions: list[Decision] = []
    for version, when in asked:
        applicant = person(values, library.vocabulary, when, faults, places, path)
        if not faults:
            try:
                decisions.append(desk.decide(version, applicant, when))
            except Undecidable as problem:
                faults.append(why_not(version, problem))
    if faults:
        _report(in_order(faults), as_json, language)
        raise typer.Exit(1)
    if as_json:
        result = [decision.as_json(language) for decision in decisions]
        _print_json(result if everywhere else result[0])
        return
    console = Console(highlight=False)
    for decision in decisions:
        show_decision(console, decision, language)


@app.command()
def policies(
    city: Annotated[str | None, typer.Argument(help="Kota. City.")] = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """What policies there are. Kebijakan yang ada."""
    library = _sound(_library(root), language)
    if city is not None:
        _known_city(library, city, language)
    found = [policy for name in library.cities() if city in (None, name) for policy in library.of_city(name)]
    if as_json:
        _print_json([_policy_json(version, date.today()) for version in found])
    else:
        show_policies(Console(highlight=False), found, date.today(), language)


@app.command()
def demo(
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder hasil. Output folder.")] = Path("hasil"),
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Decide the shipped synthetic applicants. Putuskan pemohon contoh (sintetis)."""
    library = _sound(_library(root), language)
    _tried(library, list(library.policies.values()), as_json, language)
    summary = sample.run(library, output, language, None if as_json else Console(highlight=False))
    if as_json:
        _print_json(summary)


def main() -> None:
    """Entry point: output is UTF-8 wherever it goes, and a closed pipe is no fault."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _selected(library: Library, paths: list[Path] | None) -> tuple[list[Policy], list[Diagnostic]]:
    """The policies named by files and folders, and the faults of what was read; everything when none is named."""
    if not paths:
        return list(library.policies.values()), list(library.faults)
    found: list[Policy] = []
    faults: list[Diagnostic] = []
    for path in paths:
        files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
        for file in files:
            if not file.name.endswith(CASES):
                policy, problems = load_file(file, library)
                faults.extend(problems)
                if policy:
                    found.append(policy)
    return found, faults


def _policy_json(policy: Policy, today: date) -> dict[str, object]:
    title, effective = policy.title, policy.effective
    return {
        "policy": policy.id,
        "city": policy.city,
        "kind": title.kind,
        "number": title.number,
        "year": title.year,
        "about": title.about,
        "binding": policy.binding,
        "official_text": policy.official_text,
        "since": effective.since and effective.since.isoformat(),
        "until": effective.until and effective.until.isoformat(),
        "known_until": effective.known_until.isoformat(),
        "legal_effect": legal_effect(policy, None, today),
        "groups": [group.id for group in policy.groups],
    }


def _tried(library: Library, policies: list[Policy], as_json: bool, language: Language) -> None:
    faults = try_policies(library, policies)
    if faults:
        _report(faults, as_json, language)
        raise typer.Exit(1)


def _draft(library: Library, path: Path, as_json: bool, language: Language) -> Policy:
    policy, faults = load_file(path, library)
    if policy is None:
        _report(faults, as_json, language)
        raise typer.Exit(1)
    return policy


def _in_child(language: Language) -> NoReturn:
    """Decides a file under the pen in a process of its own, so that it cannot harm this one."""
    environment = {**os.environ, _CHILD: "1"}
    ended = subprocess.run([sys.executable, "-m", "api", *sys.argv[1:]], env=environment, check=False)
    if ended.returncode < 0:
        _stop(say("crashed", language), 1)
    raise typer.Exit(ended.returncode)


def _asked(
    library: Library, city: str | None, named: Policy | None, day: date | None, language: Language
) -> list[tuple[Policy, date]]:
    """Which versions are asked, each with its day: the named one, the city's on the day, or every city's."""
    if city is not None:
        _known_city(library, city, language)
    if named is not None:
        if city is not None and named.city != city:
            _stop(say("not_of_city", language, policy=named.id, city=city), 2)
        return [(named, day or default_day(named))]
    today = day or date.today()
    found = [library.chosen(name, today) for name in ([city] if city else library.cities())]
    if city and found == [None]:
        versions = "; ".join(f"{p.id} ({period(p, today, language)})" for p in library.of_city(city))
        _stop(say("none_in_force", language, city=city, on=today, versions=versions or "–"), 1)
    return [(version, today) for version in found if version is not None]


def _known_city(library: Library, city: str, language: Language) -> None:
    if city not in library.cities():
        _stop(say("no_city", language, city=city, cities=", ".join(library.cities())), 2)


def _policy(library: Library, name: str, language: Language) -> Policy:
    if name not in library.policies:
        _stop(say("no_policy", language, policy=name, policies=", ".join(sorted(library.policies))), 2)
    return library.policies[name]


def _library(root: Path | None) -> Library:
    try:
        return load(root or shipped())
    except FileNotFoundError as missing:
        _stop(f"{missing}: folder tidak ada / no such folder", 2)


def _sound(library: Library, language: Language) -> Library:
    """The library, with its faults on standard error: a broken file must not silence the others."""
    errors = [fault for fault in library.faults if fault.severity == "error"]
    show_faults(Console(stderr=True, highlight=False), errors, language)
    return library


def _day(text: str | None, language: Language) -> date | None:
    if text is None:
        return None
    found = as_date(text)
    if found is None:
        message, hint = fault_text(Diagnostic("not-a-date", _NOWHERE, {"value": text}), language)
        _stop(f"--on: {message}; {hint}", 2)
    return found


def _bytes(path: Path, language: Language) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        fault = Diagnostic("cannot-read", _NOWHERE, {"problem": error.strerror or "?"})
        _stop(f"{path}: {fault_text(fault, language)[0]}", 2)


def _report(faults: list[Diagnostic], as_json: bool, language: Language) -> None:
    if as_json:
        _print_json({"faults": [_as_json(fault, language) for fault in faults]})
    else:
        show_faults(Console(highlight=False), faults, language)


def _as_json(fault: Diagnostic, language: Language) -> dict[str, object]:
    message, hint = fault_text(fault, language)
    place = fault.place
    return {
        "file": place.path,
        "line": place.line,
        "column": place.column,
        "code": fault.code,
        "severity": fault.severity,
        "message": message,
        "hint": hint,
    }


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _stop(message: str, code: int) -> NoReturn:
    print(message, file=sys.stderr)
    raise typer.Exit(code)
