"""`perwal review`: what a change of policy files is, as one text for whoever reviews it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from api.commands.lists import Attest, MappingPath, ending, how_read, taken_in
from api.commands.options import Lang, Root, known_city, library_at, stop
from api.git import NoBase, folder_before
from api.lists import HowRead
from api.pages.review import review_text
from api.terminal import say
from engine.language.diagnostic import has_errors
from engine.language.library import Library, shipped, shown
from engine.language.messages.review import REVIEW
from engine.language.vocabulary import Language
from engine.revision.review import Reviewed, changes, impact_of, named
from engine.revision.review import review as review_file


def review(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Berkas atau folder; bawaan: yang berubah. Default: what changed.")
    ] = None,
    base: Annotated[str | None, typer.Option("--base", help="Revisi git pembanding. Git revision to compare.")] = None,
    old: Annotated[
        Path | None, typer.Option("--old", help="Folder kebijakan yang lama, tanpa git. The old folder, without git.")
    ] = None,
    registry: Annotated[
        list[str] | None, typer.Option("--registry", help="[KOTA=]DAFTAR, untuk dampaknya. A list, for the impact.")
    ] = None,
    mapping: MappingPath = None,
    attest: Attest = None,
    mutating: Annotated[bool, typer.Option("--mutate", help="Ubah satu hal demi satu. Try every mutant.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Berkas .md. A Markdown file.")] = None,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Check, cases, difference and impact of what changed. Pemeriksaan, kasus, beda, dan dampak yang berubah."""
    if base is not None and old is not None:
        stop(REVIEW["one_base"][language], 2)
    if old is not None and not old.is_dir():
        stop(REVIEW["no_old"][language].format(path=shown(old)), 2)
    library = library_at(root)
    lists = _lists(library, registry, language)
    with tempfile.TemporaryDirectory(prefix="perwal-") as work:
        name, folder = (shown(old), old) if old else (base or "HEAD", Path(work))
        if old is None:
            try:
                folder_before(root or shipped(), name, folder)
            except (NoBase, ValueError) as problem:
                stop(REVIEW["no_base"][language].format(base=name, problem=problem), 2)
        files = named(paths, root or shipped(), folder) if paths else changes(root or shipped(), folder)
        found = [review_file(library, file, name, mutating=mutating) for file in files.files]
    how = how_read(language, mapping, attest)
    found = [_with_impact(library, each, lists, how, language) for each in found]
    reviewed = {shown(file.path) for file in files.files}
    others = {shown(path) for path in files.shared} if paths else {fault.place.path for fault in library.faults}
    wrong = [fault for fault in library.faults if fault.place.path in others - reviewed]
    text = review_text(library, found, files, wrong, name, language)
    if output is None:
        print(text)
    else:
        try:
            output.write_text(text + "\n", encoding="utf-8")
        except OSError as problem:
            stop(say("cannot_write", language, path=shown(output), problem=problem.strerror or "?"), 2)
    raise typer.Exit(1 if has_errors(wrong) or any(each.failed for each in found) else 0)


def _lists(library: Library, texts: list[str] | None, language: Language) -> dict[str, Path]:
    """The list of each city; under the empty name the list for every other one."""
    found: dict[str, Path] = {}
    for text in texts or ():
        city, sign, path = text.partition("=")
        if sign and "/" not in city and "." not in city:
            known_city(library, city, language)
            found[city] = Path(path)
        else:
            found[""] = Path(text)
    return found


def _with_impact(
    library: Library,
    found: Reviewed,
    lists: dict[str, Path],
    how: HowRead,
    language: Language,
) -> Reviewed:
    """With the impact, where there is a list and something to compare. Stops where the list cannot be read."""
    if found.policy is None or found.difference is None:
        return found
    path = lists.get(found.policy.city, lists.get(""))
    if path is None:
        return found
    with (
        ending("review", [found.policy], None, False, language),
        taken_in(library, path, found.policy.city, how, False, language) as (taken, _),
    ):
        return replace(found, impact=impact_of(library, found, taken.registry))
