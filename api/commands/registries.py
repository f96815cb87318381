"""A list of applicants read for a comparison or a review: decided under versions, without a folder of results."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from api.commands.options import report, tried
from api.commands.run import source_of
from api.progress import bars, ended_like_an_interrupt
from api.terminal import say
from engine.decision.decide import Undecidable, why_not
from engine.language.diagnostic import Diagnostic, has_errors, in_order
from engine.language.library import Library
from engine.language.vocabulary import Language
from engine.registry.intake.table import Unreadable
from engine.registry.taking import Taken, Unfit, take
from engine.revision.comparison import Comparison
from engine.revision.impact.elsewhere import Elsewhere, elsewhere

Doing = Callable[[int], None]


@contextmanager
def taken_in(
    library: Library,
    registry: Path,
    city: str,
    mapping: Path | None,
    attest: list[str] | None,
    as_json: bool,
    language: Language,
) -> Iterator[tuple[Taken, Doing]]:
    """The list, read while this lasts, and whom to tell how many rows are decided. Stops where it cannot be read."""
    faults: list[Diagnostic] = []
    source = source_of(library, registry, mapping, attest, None, None, None, "tahan", "polars", language, faults)[0]
    if has_errors(faults):
        report(in_order(faults), as_json, language)
        raise typer.Exit(1)
    done = {"run_reading": 0, "run_deciding": 0}
    with ended_like_an_interrupt(), bars() as reach, tempfile.TemporaryDirectory(prefix="perwal-") as work:

        def step(stage: str, rows: int, of: int | None) -> None:
            done[stage] += rows
            reach(say(stage, language), done[stage], of)

        try:
            taken = take(source, library.vocabulary, city, Path(work), lambda rows, of: step("run_reading", rows, of))
        except Unreadable as problem:
            report([problem.fault], as_json, language)
            raise typer.Exit(1) from problem
        except Unfit as problem:
            report(list(problem.faults), as_json, language)
            raise typer.Exit(1) from problem
        yield taken, lambda rows: step("run_deciding", rows, None)


def registry_everywhere(
    comparison: Comparison,
    registry: Path,
    home: str,
    mapping: Path | None,
    attest: list[str] | None,
    as_json: bool,
    language: Language,
) -> tuple[Elsewhere, ...]:
    """The list under every column's version on its day. Stops with whatever keeps it from being told."""
    library = comparison.library
    versions = [(column.view.policy, column.view.day) for column in comparison.columns if column.view]
    tried(library, [policy for policy, _ in versions], as_json, language)
    with taken_in(library, registry, home, mapping, attest, as_json, language) as (taken, step):
        found: list[Elsewhere] = []
        for version in versions:
            try:
                found += elsewhere(library, taken.registry, home, [version], step)
            except Undecidable as problem:
                report([why_not(version[0], problem)], as_json, language)
                raise typer.Exit(1) from problem
    return tuple(found)
