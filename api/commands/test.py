"""`perwal test`: the cases beside policies, what they have shown, and what they would not notice."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import AsJson, Lang, Root, library_at, policy_named, print_json, screen, sound, stop
from api.examination_form import examination_form
from api.terminal_test import show_examination, show_written, tell
from engine.language.library import Library
from engine.language.vocabulary import Language
from engine.revision.examination import Examination, drafts_of, examine, missing_file

Mutate = Annotated[
    bool, typer.Option("--mutate", help="Ubah satu hal demi satu: apakah ada kasus yang gagal? Try every mutant.")
]
Missing = Annotated[
    Path | None,
    typer.Option("--missing", help="Tulis kasus yang belum ada (satu kebijakan). Write the missing cases."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Yang belum diuji juga kesalahan. Gaps are faults too.")]


def test(
    names: Annotated[list[str] | None, typer.Argument(help="Id kebijakan, mis. tegal/2023.")] = None,
    mutating: Mutate = False,
    missing: Missing = None,
    strict: Strict = False,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Run the cases of policies. Jalankan kasus uji kebijakan; yang belum diuji disebut pasal demi pasal."""
    if missing and len(names or ()) != 1:
        stop(tell("one_policy", language), 2)
    library = sound(library_at(root), language)
    policies = [policy_named(library, name, language) for name in names or library.policies]
    console = screen()
    found = []
    for policy in policies:
        outcome = examine(library, policy, mutating=mutating)
        found.append(outcome)
        if not as_json:
            show_examination(console, outcome, library, language, in_full=bool(names))
    if as_json:
        print_json({outcome.policy.id: examination_form(outcome, library, language) for outcome in found})
    if missing:
        count = _write(library, found[0], missing, language)
        if not as_json:
            show_written(console, missing, count, language)
    short = strict and not all(outcome.complete for outcome in found)
    raise typer.Exit(1 if short or any(outcome.failed for outcome in found) else 0)


def _write(library: Library, outcome: Examination, path: Path, language: Language) -> int:
    """How many cases were written. An existing file is never overwritten."""
    drafts = drafts_of(library, outcome)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(missing_file(library, outcome, drafts))
    except FileExistsError:
        stop(tell("file_exists", language, path=path), 2)
    except OSError as error:
        stop(f"{path}: {error.strerror}", 2)
    return len(drafts)
