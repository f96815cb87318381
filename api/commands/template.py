"""`perwal template`: a workbook for village officers to fill in, with the columns that a policy reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import (
    AsJson,
    Lang,
    On,
    Root,
    day_of,
    known_city,
    library_at,
    print_json,
    report,
    screen,
    sound,
    stop,
    version,
)
from api.terminal import say
from engine.decision.decide import why_not
from engine.decision.program import NationalMissing
from engine.language.library import shown
from engine.registry.workbooks.template import ENTRY_SHEET, write_template


def template(
    city: Annotated[str, typer.Argument(metavar="KOTA", help="Kota, mis. tegal. City.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Berkas .xlsx. An .xlsx file.")],
    policy: Annotated[str | None, typer.Option("--policy", help="Id kebijakan. Id of a policy.")] = None,
    on: On = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """A workbook to fill in. Buku kerja untuk diisi kelurahan."""
    library = sound(library_at(root), language)
    known_city(library, city, language)
    if output.suffix.lower() != ".xlsx":
        stop(say("template_suffix", language), 2)
    chosen, day = version(library, city, policy, day_of(on, language), language)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        columns = write_template(output, library, chosen, day, language)
    except NationalMissing as missing:
        report([why_not(chosen, missing)], as_json, language)
        raise typer.Exit(1) from missing
    except OSError as error:
        stop(say("cannot_write", language, path=output, problem=error.strerror or "?"), 2)
    if as_json:
        print_json(
            {
                "policy": chosen.id,
                "on": day.isoformat(),
                "file": shown(output),
                "columns": [{"fact": column.fact.name, "heading": column.heading} for column in columns],
            }
        )
        return
    values = {"path": shown(output), "columns": len(columns), "policy": chosen.id, "on": day, "sheet": ENTRY_SHEET}
    screen().print(say("template_written", language, **values), soft_wrap=True)
