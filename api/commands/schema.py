"""`perwal schema`: the form of policy and case files as JSON Schema, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import AsJson, Lang, Root, library_at, print_json, sound, stop
from api.terminal import say
from engine.language.json_schema import CASES_FILE, POLICY_FILE, as_text, case_schema, policy_schema
from engine.language.library import shown


def schema(
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Folder. Bawaan: folder kebijakan.")] = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """The form of the files, for editors. Bentuk berkas, untuk penyunting teks."""
    library = library_at(root)
    if not library.vocabulary.facts:
        sound(library, language)
        raise typer.Exit(1)
    made = {
        POLICY_FILE: policy_schema(library.vocabulary, library.documents, library.national),
        CASES_FILE: case_schema(library.vocabulary),
    }
    if as_json:
        print_json(made)
        return
    for name, form in made.items():
        path, text = (output or library.root) / name, as_text(form)
        try:
            if not path.is_file() or path.read_text("utf-8") != text:
                path.write_text(text, encoding="utf-8")
        except OSError as error:
            stop(say("cannot_write", language, path=path, problem=error.strerror or "?"), 2)
        print(shown(path))
