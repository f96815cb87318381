"""The shipped sample: synthetic applicants of several cities, decided, counted, and a few explained."""

from __future__ import annotations

import csv
import time
from collections import Counter
from importlib.resources import as_file, files
from pathlib import Path

from rich.console import Console
from rich.table import Table

from api.terminal import outcome_text, say, show_decision, show_faults
from engine.decision.decide import Desk
from engine.decision.decision import Decision
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.messages.words import OUTCOMES
from engine.language.vocabulary import Language
from engine.registry.decoding import SAID, said
from engine.registry.rows import CITY, MARK, Row, read_rows, safe_cell

_HEADER = ("baris", "keterangan", "kota", "pada", "kebijakan", "dibaca", *SAID, "isian_keliru", "digest")


def run(library: Library, output: Path, language: Language, console: Console | None) -> dict[str, object]:
    """Decides every sample row, writes `keputusan.csv` under `output`, and shows totals and examples."""
    began = time.perf_counter()
    desk = Desk(library)
    with as_file(files("api") / "sample" / "pemohon-sintetis.csv") as path:
        rows = list(read_rows(path, library.vocabulary))
    decided = [(row, _decision(desk, row)) for row in rows]
    output.mkdir(parents=True, exist_ok=True)
    target = output / "keputusan.csv"
    _write(target, decided, language)
    counts = Counter(_class(row, decision, language) for row, decision in decided)
    faults = [fault for row in rows for fault in row.faults]
    if console:
        _show(console, library, decided, counts, faults, target, time.perf_counter() - began, language)
    return {
        "rows": len(rows),
        "faulty_cells": len(faults),
        "decisions": str(target),
        "totals": [
            {"city": city, "outcome": outcome, "source": source, "applicants": number}
            for (city, outcome, source), number in sorted(counts.items())
        ],
    }


def _decision(desk: Desk, row: Row) -> Decision | None:
    policy = desk.library.chosen(row.cells[CITY], row.day) if row.day else None
    return desk.decide(policy, row.person, row.day) if policy and row.day else None


def _class(row: Row, decision: Decision | None, language: Language) -> tuple[str, str, str]:
    if decision is None:
        return row.cells[CITY], say("no_policy_that_day", language), say("nobody", language)
    payer = decision.payer
    source = decision.vocabulary.sources[payer.rule.source].label[language] if payer else say("nobody", language)
    return row.cells[CITY], outcome_text(decision, language), source


def _write(target: Path, decided: list[tuple[Row, Decision | None]], language: Language) -> None:
    with target.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for row, decision in decided:
            writer.writerow([safe_cell(value) for value in _cells(row, decision, language)])


def _cells(row: Row, decision: Decision | None, language: Language) -> list[object]:
    wrong = "; ".join(f"{fault.code} ({fault.place.line}:{fault.place.column})" for fault in row.faults)
    head: list[object] = [row.line, row.cells[MARK], row.cells[CITY], row.day]
    if decision is None:
        return [*head, None, say("no_policy_that_day", language), *[None] * len(SAID), wrong, None]
    columns = {
        **said(decision.outline),
        "perlu_diputuskan": "; ".join(item.code for item in decision.unsettled),
        "catatan": "; ".join(notice.code for notice in decision.notices),
    }
    return [
        *head,
        decision.policy.id,
        outcome_text(decision, language),
        *columns.values(),
        wrong,
        decision.policy_digest,
    ]


def _show(
    console: Console,
    library: Library,
    decided: list[tuple[Row, Decision | None]],
    counts: Counter[tuple[str, str, str]],
    faults: list[Diagnostic],
    target: Path,
    seconds: float,
    language: Language,
) -> None:
    console.print(say("sample", language, rows=len(decided)))
    table = Table(title=say("totals", language), title_justify="left")
    for heading in ("city", "outcome", "source"):
        table.add_column(say(heading, language))
    table.add_column(say("applicants", language), justify="right")
    last = None
    for (city, outcome, source), number in sorted(counts.items()):
        if last not in (None, city):
            table.add_section()
        label = library.vocabulary.facts["kota"].words[city].label[language]
        table.add_row(label if city != last else "", outcome, source, str(number))
        last = city
    console.print(table)
    console.print(f"\n[bold]{say('explained', language)}[/bold]\n")
    for decision in _telling([decision for _, decision in decided if decision]):
        show_decision(console, decision, language)
    if faults:
        console.print(say("kept_unknown", language, count=len(faults)))
        show_faults(console, faults[:2], language)
    console.print(say("decided", language, count=len(decided), seconds=f"{seconds:.2f}"))
    console.print(f"[bold]{say('written', language, path=target)}[/bold]")


def _telling(decisions: list[Decision]) -> list[Decision]:
    """One decision of each outcome and kind of grounds, the shortest to explain."""
    found: dict[tuple[str, bool, bool], Decision] = {}
    for decision in sorted(decisions, key=lambda d: len(d.findings) + len(d.missing)):
        unsafe = any(notice.code == "refusal_on_assumption" for notice in decision.notices)
        found.setdefault((decision.outcome, unsafe, bool(decision.unsettled)), decision)
    order = list(OUTCOMES)
    return sorted(found.values(), key=lambda d: order.index(d.outcome))
