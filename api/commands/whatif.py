"""What commands take to ask about a policy otherwise than its file says: `--set PATH=VALUE`, `--reading NAME`."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import report, stop
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import Library
from engine.language.messages.revision import REVISION
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.revision.whatif import read_as, reading_names, replacement, set_values

Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="JALUR=NILAI", help="Pengandaian, mis. kuota.jumlah=1500. A what-if."),
]
Readings = Annotated[
    list[str] | None, typer.Option("--reading", metavar="TAFSIR", help="Tafsir lain yang dipakai. Another reading.")
]


def otherwise(
    library: Library,
    policy: Policy,
    sets: list[str] | None,
    readings: list[str] | None,
    as_json: bool,
    language: Language,
) -> Policy:
    """The policy with what was asked for; with faults, those and exit 1 (2 where the form is wrong)."""
    faults: list[Diagnostic] = []
    wanted = [replacement(text) for text in sets or ()]
    for text, one in zip(sets or (), wanted, strict=True):
        if one is None:
            faults.append(Diagnostic("set-form", Place("--set"), {"text": text}))
    if faults:
        report(faults, as_json, language)
        raise typer.Exit(2)
    found = set_values(library, policy, [one for one in wanted if one], faults)
    if found is None:
        report(faults, as_json, language)
        raise typer.Exit(1)
    for name in readings or ():
        try:
            found = read_as(found, name)
        except KeyError:
            names = ", ".join(reading_names(found)) or "–"
            stop(REVISION["no_reading"][language].format(policy=policy.id, name=name, names=names), 2)
    return found
