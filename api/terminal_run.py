"""What a run over a registry says on the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.terminal import say, show_faults
from engine.language.library import shown
from engine.language.vocabulary import Language
from engine.language.wording import grouped
from engine.registry.job import FAULTS, REPORT, Results

BARRIERS_SHOWN = 3
COMMONEST = 5
"""Situations that are shown; the workbook has all of them."""


def show_run(console: Console, results: Results, folder: Path, language: Language) -> None:
    decided, told = results.done.decided, results.summary
    head = say(
        "run_head",
        language,
        policy=decided.policy.id,
        day=decided.day,
        rows=grouped(decided.rows, language),
        situations=grouped(decided.situations, language),
    )
    console.print(Text(head, style="bold"), soft_wrap=True)
    for notice in told["notices"]:
        if notice["code"] == "what_if":
            console.print(Text(notice["message"], style="yellow"), soft_wrap=True)
    table = Table.grid(padding=(0, 2, 0, 2))
    for line in told["outcomes"]:
        if line["applicants"]:
            table.add_row(line["label"], Text(grouped(line["applicants"], language), justify="right"))
    for line in told["held"]:
        table.add_row(
            Text(f"  {line['label']}", style="dim"), Text(grouped(line["rows"], language), "dim", justify="right")
        )
    console.print(table)
    if told["commonest"]:
        console.print(Text(say("run_work", language, report=REPORT), style="bold"))
    for each in told["commonest"][:COMMONEST]:
        console.print(Text(f"  {each['message']}"), soft_wrap=True)
    if results.accounts:
        _show_money(console, results.accounts, language)
    _show_faults(console, results, folder, language)
    files = ", ".join(name for name in results.files if "/" not in name)
    console.print(Text(say("run_files", language, folder=shown(folder), files=files)), soft_wrap=True)


def _show_money(console: Console, accounts: Mapping[str, Any], language: Language) -> None:
    title = say("run_money", language, year=accounts["year"], budget=accounts["budget"])
    table = Table(title=title, title_justify="left")
    table.add_column(say("run_pot", language))
    for key in ("run_received", "run_committed", "run_given", "run_left", "run_people"):
        table.add_column(say(key, language), justify="right")
    for pot in accounts["money"]:
        numbers = [pot[key] for key in ("diterima", "terpakai_sebelumnya", "diberikan", "sisa", "orang")]
        table.add_row(pot["uang"], *[grouped(number, language) for number in numbers])
    console.print(table)
    paid = say(
        "run_paid",
        language,
        people=grouped(accounts["people_paid"], language),
        months=grouped(accounts["months_paid"], language),
        rupiah=grouped(accounts["amount_idr"], language),
        waiting=grouped(accounts["undetermined"], language),
    )
    console.print(paid)
    for each in accounts["waiting"].values():
        console.print(f"  {each['label']}: {grouped(each['people'], language)}")
    advice = accounts["advice"]
    console.print(Text(f"{advice['advice']} {advice['message']}", style="dim"), soft_wrap=True)
    for barrier in advice["in_the_way"][:BARRIERS_SHOWN]:
        console.print(Text(f"  {barrier['message']}", style="dim"), soft_wrap=True)
    assumed = [f"{o['label']}: {o['choice_label']}" for o in accounts["options"] if o["assumed"]]
    if assumed:
        console.print(Text(say("run_assumed", language, options="; ".join(assumed)), style="dim"), soft_wrap=True)


def _show_faults(console: Console, results: Results, folder: Path, language: Language) -> None:
    taken = results.done.taken
    show_faults(console, list(taken.notices), language)
    show_faults(console, results.first_faults, language)
    if results.to_correct:
        cells = sum(line["cells"] for line in results.summary["faulty_cells"])
        held = sum(line["rows"] for line in results.summary["held"])
        file = shown(folder / FAULTS)
        text = say("run_faults", language, cells=grouped(cells, language), held=grouped(held, language), file=file)
        console.print(Text(text, style="yellow"), soft_wrap=True)
    if taken.blank:
        console.print(say("run_blank", language, rows=taken.blank))
