"""`perwal verify`: a run repeated from its receipt, and what agrees with it or differs."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.text import Text

from api.commands.isolated import in_child
from api.commands.lists import BudgetPath, GrantedPath, MappingPath, ending, steps
from api.commands.options import AsJson, Lang, Root, bytes_of, library_at, print_json, report, screen, sound
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import Library, shown
from engine.language.messages.report import CHECKS
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.registry.report.receipt import Checked, Standing, agrees, read_receipt
from engine.registry.report.repeating import Unrepeatable, repeat
from engine.revision.whatif import remade

_MARKS: dict[Standing, tuple[str, str]] = {"agrees": ("✓", "green"), "noted": ("•", "yellow"), "differs": ("✗", "red")}


def verify(
    receipt: Annotated[Path, typer.Argument(metavar="TANDA_TERIMA", help="tanda-terima.json. The receipt.")],
    registry: Annotated[Path, typer.Argument(metavar="DAFTAR", help="Daftar pemohon. The list of applicants.")],
    mapping: MappingPath = None,
    budget: BudgetPath = None,
    granted: GrantedPath = None,
    spark_master: Annotated[str | None, typer.Option("--spark-master", help="Klaster Spark. Spark's master.")] = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Repeat a run and check its receipt. Ulangi dan periksa tanda terima."""
    then = read_receipt(bytes_of(receipt, language), shown(receipt))
    if isinstance(then, Diagnostic):
        _stopped([then], as_json, language)
    if then["what_if"]:
        in_child(language)
    library = sound(library_at(root), language)
    policy = _asked(library, then, Place(shown(receipt)), as_json, language)
    try:
        with (
            ending("verify", [policy] if policy else [], None, as_json, language),
            steps(language) as step,
            tempfile.TemporaryDirectory(prefix="perwal-") as work,
        ):
            lines = repeat(
                then, library, registry, mapping, Path(work), receipt_path=shown(receipt), policy=policy,
                budget=budget, granted=granted, spark_master=spark_master, step=step,
            )  # fmt: skip
    except Unrepeatable as problem:
        _stopped(list(problem.faults), as_json, language)
    _show(lines, as_json, language)
    raise typer.Exit(0 if agrees(lines) else 1)


def _asked(library: Library, then: Mapping[str, Any], place: Place, as_json: bool, language: Language) -> Policy | None:
    """The policy that a receipt names, with its what-ifs; None where there is none of that id."""
    faults: list[Diagnostic] = []
    policy = library.policies.get(then["policy"].partition("+")[0])
    try:
        found = policy and remade(library, policy, then["what_if"], place, faults)
    except KeyError:
        found = None
    if faults:
        _stopped(faults, as_json, language)
    return found


def _stopped(faults: list[Diagnostic], as_json: bool, language: Language) -> NoReturn:
    report(faults, as_json, language)
    raise typer.Exit(1)


def _show(lines: list[Checked], as_json: bool, language: Language) -> None:
    said = CHECKS["as_said" if agrees(lines) else "not_as_said"][language]
    if as_json:
        checked = [
            {"subject": line.subject, "standing": line.standing, "message": line.text[language]} for line in lines
        ]
        print_json({"agrees": agrees(lines), "checked": checked, "message": said})
        return
    console = screen()
    for line in lines:
        mark, colour = _MARKS[line.standing]
        console.print(Text.assemble((f"{mark} ", colour), line.text[language]), soft_wrap=True)
    console.print(Text(said, style="bold green" if agrees(lines) else "bold red"), soft_wrap=True)
