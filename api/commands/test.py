"""`perwal test`: the cases beside policies."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import AsJson, Lang, Root, library_at, policy_named, print_json, screen, sound
from api.forms import fault_form
from api.terminal import say, show_faults
from engine.decision.decide import Desk
from engine.language.diagnostic import Diagnostic, has_errors
from engine.revision.cases import cases_path, load_cases, run_cases


def test(
    names: Annotated[list[str] | None, typer.Argument(help="Id kebijakan, mis. tegal/2023.")] = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Run the cases of policies. Jalankan kasus uji kebijakan."""
    library = sound(library_at(root), language)
    policies = [policy_named(library, name, language) for name in names or library.policies]
    desk = Desk(library)
    console = screen()
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
            "faults": [fault_form(f, language) for f in faults],
        }
        if not as_json:
            show_faults(console, faults, language)
            console.print(say("cases_of", language, policy=policy.id, passed=passed, count=len(cases)))
    if as_json:
        print_json(report)
    raise typer.Exit(1 if failed else 0)
