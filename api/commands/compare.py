"""`perwal compare`: cities side by side by theme, at the terminal, as JSON or as a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.commands.lists import Attest, MappingPath, ending, how_read, taken_in
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
from api.forms.elsewhere import elsewhere_form
from api.forms.relations import relation_forms, sides_of
from api.lists import HowRead
from api.pages.comparison import comparison_page
from api.terminal import say
from api.terminal_compare import show_comparison
from api.terminal_elsewhere import show_elsewhere
from api.terminal_relations import show_relations
from engine.decision.decide import Desk
from engine.decision.decision import Decision
from engine.language.diagnostic import Diagnostic, in_order
from engine.language.library import shown
from engine.language.messages.review import ELSEWHERE
from engine.language.vocabulary import Language
from engine.revision import comparison as cities
from engine.revision.comparison import Comparison, same_person
from engine.revision.difference.matrix import Matrix, relations
from engine.revision.impact.elsewhere import Elsewhere, elsewhere


def compare(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[KOTA]...", help="Kota, atau id versi. Cities, or ids of versions.")
    ] = None,
    on: On = None,
    facts: Annotated[
        str | None, typer.Option("--facts", help="Orang yang sama di tiap kota. The same person in each city.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Halaman .html. A page, .html.")] = None,
    registry: Annotated[
        Path | None, typer.Option("--registry", help="Daftar satu kota, menurut tiap kota. A list, in every city.")
    ] = None,
    home: Annotated[str | None, typer.Option("--city", help="Kota asal daftar. The city whose list it is.")] = None,
    mapping: MappingPath = None,
    attest: Attest = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Cities side by side by theme. Kota berdampingan menurut tema."""
    if output is not None and output.suffix.lower() not in (".html", ".htm"):
        stop(say("page_suffix", language), 2)
    if (registry is None) != (home is None):
        stop(ELSEWHERE["no_registry" if registry is None else "no_city"][language], 2)
    library = sound(library_at(root), language)
    for name in names or ():
        if "/" in name:
            policy_named(library, name, language)
        else:
            known_city(library, name, language)
    comparison = cities.compare(library, names or (), day_of(on, language))
    decisions = _decisions(comparison, facts, as_json, language) if facts is not None else ()
    everywhere: tuple[Elsewhere, ...] = ()
    if registry is not None and home is not None:
        known_city(library, home, language)
        everywhere = _everywhere(comparison, registry, home, how_read(language, mapping, attest), as_json, language)
    matrix = relations(library, sides_of(comparison))
    if output is not None:
        _write(output, comparison_page(comparison, decisions, matrix, language), language)
    if as_json:
        form = _json(comparison, decisions, matrix, language)
        if home is not None:
            form["registry"] = elsewhere_form(home, everywhere, language)
        print_json(form)
    elif output is not None:
        print(say("page_written", language, path=shown(output)))
    else:
        show_comparison(screen(), comparison, decisions, language)
        show_relations(screen(), comparison, matrix, language)
    if home is not None and not as_json:
        show_elsewhere(screen(), library, home, everywhere, language)
    raise typer.Exit(0 if any(column.view for column in comparison.columns) else 1)


def _decisions(comparison: Comparison, facts: str, as_json: bool, language: Language) -> tuple[Decision | None, ...]:
    """The person under every column; with a fault in the facts or a policy, the faults and exit 1."""
    tried(comparison.library, [column.view.policy for column in comparison.columns if column.view], as_json, language)
    faults: list[Diagnostic] = []
    path, values, places = facts_at(facts, language, faults)
    decisions = same_person(Desk(comparison.library), comparison, values, faults, places, path)
    if faults:
        report(in_order(faults), as_json, language)
        raise typer.Exit(1)
    return decisions


def _everywhere(
    comparison: Comparison,
    registry: Path,
    home: str,
    how: HowRead,
    as_json: bool,
    language: Language,
) -> tuple[Elsewhere, ...]:
    """The list under every column's version on its day. Stops with whatever keeps it from being told."""
    library = comparison.library
    versions = [(column.view.policy, column.view.day) for column in comparison.columns if column.view]
    tried(library, [policy for policy, _ in versions], as_json, language)
    with taken_in(library, registry, home, how, as_json, language) as (taken, step):
        found: list[Elsewhere] = []
        for version in versions:
            with ending("compare", [version[0]], None, as_json, language):
                found += elsewhere(library, taken.registry, home, [version], lambda rows: step("deciding", rows, None))
    return tuple(found)


def _write(output: Path, page: str, language: Language) -> None:
    try:
        output.write_text(page, encoding="utf-8")
    except OSError as error:
        stop(say("cannot_write", language, path=output, problem=error.strerror or "?"), 2)


def _json(
    comparison: Comparison, decisions: Sequence[Decision | None], matrix: Matrix, language: Language
) -> dict[str, object]:
    """The comparison with the relation of each pair; and the person's decisions, in the order of the columns."""
    form = comparison.as_json(language)
    form["relations"] = relation_forms(comparison, matrix, language)
    if decisions:
        form["decisions"] = [decision and decision.as_json(language) for decision in decisions]
    return form
