"""`perwal check`: faults in policy files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import AsJson, Lang, Root, library_at, report, screen
from api.terminal import say
from engine.language.diagnostic import Diagnostic, has_errors, in_order
from engine.language.library import CASES, Library, load_file
from engine.language.policy import Policy
from engine.revision.cases import cases_path, load_cases
from engine.revision.proofs import prove
from engine.revision.trial import try_policies


def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Berkas, folder kota, atau folder kebijakan.")] = None,
    proofs: Annotated[
        bool | None,
        typer.Option("--prove/--no-prove", help="Buktikan lebih jauh, atau tidak sama sekali. Further, or not at all."),
    ] = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Faults in policy files. Kesalahan dalam berkas kebijakan."""
    if paths and len(paths) == 1 and (paths[0] / "kosakata.yaml").is_file():
        root, paths = paths[0], None
    library = library_at(root)
    policies, faults = _selected(library, paths)
    for policy in policies:
        load_cases(policy, cases_path(policy), faults)
    if not has_errors(faults):
        faults.extend(try_policies(library, policies))
    if proofs is not False and not has_errors(faults):
        faults.extend(in_order([each for policy in policies for each in prove(library, policy, further=bool(proofs))]))
    report(faults, as_json, language)
    errors = sum(fault.severity == "error" for fault in faults)
    if not as_json:
        console = screen()
        if faults:
            console.print(say("faults", language, errors=errors, warnings=len(faults) - errors))
        else:
            cities = len({policy.city for policy in policies})
            console.print(say("no_faults", language, policies=len(policies), cities=cities))
    raise typer.Exit(1 if errors else 0)


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
