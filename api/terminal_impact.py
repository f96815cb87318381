"""The impact of a change on a registry, on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine.language.library import shown
from engine.language.messages.impact import IMPACT, KIND_LABELS
from engine.language.messages.words import BASES
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.language.wording import grouped, rupiah
from engine.revision.impact.impact import Impact
from engine.revision.impact.job import Ambiguity, Found
from engine.revision.impact.kinds import KINDS

REASONS = 8
"""Reasons that are shown; the workbook has all of them."""


def show_impact(console: Console, found: Found, folder: Path, language: Language) -> None:
    show_counts(console, found.impact, found.impact.old.policy.id, language, REASONS)
    moved = found.told["with_budget"]
    if moved:
        console.print(Text(IMPACT["with_budget"][language].format(budget=moved["budget"]), style="bold"))
        for key in ("displaced", "let_in", "paid_lost", "paid_gained"):
            console.print(Text(f"  {IMPACT[key][language]}: {grouped(moved[key], language)}"), soft_wrap=True)
    files = ", ".join(name for name in found.files if "/" not in name)
    console.print(Text(IMPACT["files"][language].format(folder=shown(folder), files=files)), soft_wrap=True)


def show_counts(console: Console, impact: Impact, old: str, language: Language, reasons: int | None = None) -> None:
    """People by kind of change, why, and the money; `old`: what the old policy is called, `reasons`: how many at most.

    Before quota and budget.
    """
    names = (old, impact.new.policy.id)
    said = IMPACT["said"][language].format(
        rows=grouped(impact.rows, language), old=old, old_on=impact.old.day, new=names[1], new_on=impact.new.day
    )
    console.print(Text(said, style="bold"), soft_wrap=True)
    table = Table.grid(padding=(0, 2, 0, 2))
    for kind in KINDS:
        table.add_row(KIND_LABELS[kind][language], Text(grouped(impact.kinds[kind], language), justify="right"))
    for side, name in zip((impact.old, impact.new), names, strict=True):
        text = IMPACT["eligible_before"][language].format(policy=name)
        table.add_row(text, Text(grouped(side.count("eligible"), language), justify="right"), style="dim")
    table.add_row(IMPACT["ongoing_out"][language], Text(grouped(impact.ongoing_out, language), justify="right"))
    console.print(table)
    for each in impact.because[:reasons]:
        article = f" (Pasal {each.article}, {BASES[each.basis][language]})" if each.article else ""
        line = f"  {KIND_LABELS[each.kind][language]}: {each.criterion}{article}: {grouped(each.people, language)}"
        console.print(Text(line), soft_wrap=True)
    before, after = (sum(side.money().values()) for side in (impact.old, impact.new))
    money = f"{IMPACT['money'][language]}: {rupiah(before)} → {rupiah(after)}"
    console.print(Text(money, style="bold"))


def show_ambiguities(console: Console, policy: Policy, found: Sequence[Ambiguity], language: Language) -> None:
    console.print(Text(f"{IMPACT['costs'][language]} · {policy.id}", style="bold"))
    table = Table()
    table.add_column(IMPACT["change"][language], overflow="fold")
    for heading in (KIND_LABELS["gain"], KIND_LABELS["loss"], IMPACT["eligible_change"], IMPACT["yearly"]):
        table.add_column(heading[language], justify="right")
    for each in found:
        impact = each.impact
        change = impact.new.count("eligible") - impact.old.count("eligible")
        numbers = [impact.kinds["gain"], impact.kinds["loss"], change]
        table.add_row(each.reading, *[grouped(number, language) for number in numbers], rupiah(each.yearly_idr))
    console.print(table)
