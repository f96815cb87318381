"""`perwal demo`: the shipped synthetic applicants."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api import sample_run
from api.commands.options import AsJson, Lang, Root, library_at, print_json, screen, sound, tried


def demo(
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder hasil. Output folder.")] = Path("hasil"),
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Decide the shipped synthetic applicants. Putuskan pemohon contoh (sintetis)."""
    library = sound(library_at(root), language)
    tried(library, list(library.policies.values()), as_json, language)
    summary = sample_run.run(library, output, language, None if as_json else screen())
    if as_json:
        print_json(summary)
