"""What a city must decide before its draft is its own, as a list to tick off."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine.language.library import CASES, shown
from engine.language.messages.revision import FOUNDING
from engine.language.vocabulary import Language
from engine.revision.founding import Founding


def told(key: str, language: Language, **values: object) -> str:
    """A sentence about a city's draft."""
    return FOUNDING[key][language].format(**values)


def show_founding(
    console: Console, draft: Founding, path: Path, source: str, left_out: int, language: Language
) -> None:
    """Files, cases, and everything to decide, kind by kind."""
    for file in (path, path.parent / f"{path.stem}{CASES}"):
        console.print(told("written", language, path=shown(file)), soft_wrap=True)
    console.print(told("passes", language, taken=draft.taken), soft_wrap=True)
    if draft.dropped:
        console.print(told("dropped", language))
        for name in draft.dropped:
            console.print(Text(f"  – {name}"), soft_wrap=True)
    if left_out:
        console.print(told("left_out", language, count=left_out, source=source), soft_wrap=True)
    console.print()
    city = draft.city.label[language]
    console.print(Text(told("to_decide", language, city=city, count=len(draft.decisions)), style="bold"))
    for kind, decisions in groupby(
        sorted(draft.decisions, key=lambda one: _ORDER.index(one.kind)), lambda one: one.kind
    ):
        console.print(Text(f"  {told(f'kind_{kind}', language)}", style="bold"))
        table = Table.grid(padding=(0, 1))
        table.add_column(width=5, justify="right")
        table.add_column(ratio=1)
        for one in decisions:
            table.add_row("☐", Text.assemble((one.where, "cyan"), f": {one.text[language]}"))
        console.print(table)
    console.print()
    console.print(told("next", language, path=shown(path), source=source, id=draft.id), soft_wrap=True)


_ORDER = ("instrument", "list", "place", "provider", "amount", "reading", "ground")
