"""What a month of the cycle says at a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.terminal import show_faults
from engine.language.library import shown
from engine.language.messages.monthly import MONTH_SCREEN
from engine.language.vocabulary import Language
from engine.language.wording import grouped
from engine.registry.monthly.cycle import Done
from engine.registry.monthly.results import HELD

FIRST_HELD = 5
"""Rows held that are shown; the file of the folder has all of them."""


def month_say(key: str, language: Language, **values: object) -> str:
    return MONTH_SCREEN[key][language].format(**values)


def show_month(console: Console, done: Done, folder: Path, language: Language) -> None:
    told = done.written.summary
    people = told["people"]
    head = month_say("head", language, policy=told["policy"], month=told["month"])
    console.print(Text(head, style="bold"), soft_wrap=True)
    numbers = {key: grouped(people[key], language) for key in ("left", "joined")}
    line = month_say(
        "line",
        language,
        last=grouped(people["last_month"], language),
        now=grouped(people["this_month"], language),
        **numbers,
    )
    console.print(line, soft_wrap=True)
    _reasons(console, "why_left", told["left"], language)
    _reasons(console, "why_joined", told["joined"], language)
    console.print(_payments(told, language))
    _warnings(console, told, language)
    show_faults(console, [fault for held in done.held[:FIRST_HELD] for fault in held.faults], language)
    if done.held:
        text = month_say("held", language, rows=grouped(len(done.held), language), file=shown(folder / HELD))
        console.print(Text(text, style="yellow"), soft_wrap=True)
    files = ", ".join(done.written.files)
    console.print(Text(month_say("files", language, folder=shown(folder), files=files)), soft_wrap=True)


def _reasons(console: Console, key: str, reasons: Mapping[str, Any], language: Language) -> None:
    if not reasons:
        return
    console.print(month_say(key, language))
    table = Table.grid(padding=(0, 2, 0, 2))
    for each in reasons.values():
        count = Text(grouped(each["people"], language), justify="right")
        table.add_row(count, each["label"])
    console.print(table)


def _payments(told: Mapping[str, Any], language: Language) -> Table:
    table = Table()
    table.add_column(month_say("payer", language))
    for key in ("people", "rupiah"):
        table.add_column(month_say(key, language), justify="right")
    table.add_column(month_say("due", language))
    table.add_column(month_say("account_code", language))
    table.add_column(month_say("left_over", language), justify="right")
    left = {pot["uang"]: pot["sisa"] for pot in told["money"]}
    for row in told["payments"]:
        numbers = [grouped(row[key], language) for key in ("orang", "rupiah")]
        room = grouped(left.pop(row["uang"]), language) if row["uang"] in left else ""
        table.add_row(row["uang"], *numbers, row["jatuh_tempo"], row["kode_rekening"] or "", room)
    table.add_section()
    total = [grouped(told["people"]["this_month"], language), grouped(told["amount_idr"], language)]
    table.add_row(month_say("total", language), *total)
    return table


def _warnings(console: Console, told: Mapping[str, Any], language: Language) -> None:
    lines = []
    ending, arrears, over = told["ending"], told["arrears"], told["overpaid"]
    if told["people"]["cancelled"]:
        lines.append(month_say("cancelled", language, people=grouped(told["people"]["cancelled"], language)))
    if ending["people"]:
        without = grouped(ending["without_payer"], language)
        lines.append(month_say("ending", language, people=grouped(ending["people"], language), without=without))
    if arrears["people"]:
        count = grouped(arrears["people"], language)
        text = month_say("arrears", language, people=count, lost=grouped(arrears["right_lost"], language))
        if arrears["next_loss_after"]:
            text += "; " + month_say("arrears_next", language, day=arrears["next_loss_after"])
        lines.append(text)
    if told["leaving_next_month"]:
        lines.append(month_say("leaving", language, people=grouped(told["leaving_next_month"], language)))
    if over["people"]:
        count, amount = grouped(over["people"], language), grouped(over["idr"], language)
        lines.append(month_say("overpaid", language, people=count, rupiah=amount))
    for line in lines:
        console.print(Text(line, style="yellow"), soft_wrap=True)
