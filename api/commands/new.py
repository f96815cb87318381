"""`perwal new`: a city's first draft from another city's policy, with everything that it must decide."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import (
    AsJson,
    Lang,
    On,
    Root,
    day_of,
    library_at,
    policy_named,
    print_json,
    report,
    screen,
    sound,
    stop,
)
from api.forms.founding import founding_form
from api.terminal import say, show_faults
from api.terminal_founding import show_founding, told
from engine.language.cities import city_named, city_names
from engine.language.diagnostic import suggestion
from engine.language.library import CASES, Library, shown
from engine.language.vocabulary import Language
from engine.revision.founding import Founding, found

_VERSION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def new(
    city: Annotated[str, typer.Argument(metavar="KOTA", help="Kota, mis. surakarta. City.")],
    source: Annotated[str, typer.Option("--from", metavar="ID", help="Kebijakan asal. Policy to start from.")],
    version: Annotated[
        str | None, typer.Option("--version", help="Bawaan: TAHUN-rancangan. Default: YEAR-rancangan.")
    ] = None,
    on: On = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Start a city's regulation from another's. Mulai peraturan kota dari kota lain."""
    library = sound(library_at(root), language)
    policy = policy_named(library, source, language)
    if city_named(city) is None:
        near = suggestion(city, city_names())
        stop(told("no_region", language, city=city) + (f" {told('meant', language, city=near)}" if near else ""), 2)
    day = day_of(on, language) or date.today()
    name = version or f"{day.year}-rancangan"
    if not _VERSION.fullmatch(name):
        stop(told("bad_version", language), 2)
    path = library.root / city / f"{name}.yaml"
    if path.exists():
        stop(told("there_already", language, path=shown(path)), 2)
    try:
        draft = found(library, city, policy, name, day)
    except ValueError as refused:
        if not as_json:
            print(told("not_whole", language, source=source))
        report(list(refused.args[0]), as_json, language)
        raise typer.Exit(1) from refused
    _write(library, path, draft, language)
    left_out = len(policy.uncounted)
    if as_json:
        files = [shown(path), shown(path.parent / f"{path.stem}{CASES}")]
        print_json({**founding_form(draft, language), "files": files})
        return
    console = screen()
    show_faults(console, draft.faults, language)
    show_founding(console, draft, path, policy.id, left_out, language)


def _write(library: Library, path: Path, draft: Founding, language: Language) -> None:
    beside = path.parent / f"{path.stem}{CASES}"
    assert path.is_relative_to(library.root)
    try:
        path.parent.mkdir(exist_ok=True)
        for file, text in ((path, draft.policy), (beside, draft.cases)):
            with file.open("x", encoding="utf-8") as target:
                target.write(text)
    except OSError as error:
        stop(say("cannot_write", language, path=path, problem=error.strerror or "?"), 2)
