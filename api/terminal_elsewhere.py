"""One city's registry under every city's rules: a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from engine.language.library import Library
from engine.language.messages.report import CONCLUSION_LABELS
from engine.language.messages.review import ELSEWHERE
from engine.language.vocabulary import Language
from engine.language.wording import grouped, rupiah
from engine.registry.report.conclusions import CONCLUSIONS
from engine.revision.impact.elsewhere import Elsewhere


def told(key: str, language: Language, **values: object) -> str:
    return ELSEWHERE[key][language].format(**values)


def show_elsewhere(
    console: Console, library: Library, home: str, found: Sequence[Elsewhere], language: Language
) -> None:
    """A block for each version: its conclusions in one line, its money in the next."""
    city = library.vocabulary.facts["kota"].words[home].label[language]
    console.print(Text(told("title", language, city=city), style="bold"))
    if any(each.moved for each in found):
        console.print(Text(told("moved", language, city=city), style="dim"))
    naming = ", ".join(each.policy.id for each in found if each.moved and each.names_villages)
    if naming:
        console.print(Text(told("villages", language, policies=naming), style="yellow"))
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim")
    for heading in ("policy", "on"):
        table.add_column(told(heading, language), no_wrap=True)
    for conclusion in CONCLUSIONS:
        table.add_column(CONCLUSION_LABELS[conclusion][language], justify="right")
    for each in found:
        numbers = [grouped(each.counts[conclusion], language) for conclusion in CONCLUSIONS]
        table.add_row(Text(each.policy.id, style="bold cyan"), each.day.isoformat(), *numbers)
    console.print(Padding(table, (1, 0, 1, 1)))
    money = Table.grid(padding=(0, 2, 0, 0))
    for each in found:
        money.add_row(Text(each.policy.id, style="bold cyan"), Text(_money(each, library, language)))
    console.print(Text(told("monthly", language), style="bold"))
    console.print(Padding(money, (0, 0, 1, 1)))


def _money(each: Elsewhere, library: Library, language: Language) -> str:
    """Rupiah a month by source, and who is in no sum."""
    parts = [f"{library.vocabulary.sources[name].label[language]} {rupiah(n)}" for name, n in each.monthly_idr.items()]
    if each.unpriced:
        parts.append(told("unpriced", language, people=grouped(each.unpriced, language)))
    return "; ".join(parts) or told("nothing", language)
