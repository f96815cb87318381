"""How cities side by side look at a terminal: a table where it fits, else a block for each theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.forms import answer_form
from api.terminal import say
from engine.decision.decision import Decision
from engine.language.messages.words import BASES, STANDINGS, THEMES
from engine.language.vocabulary import Language
from engine.revision.comparison import Column, Comparison
from engine.revision.provision import Provision, Standing, Statement

_MARK: dict[Standing, tuple[str, str]] = {
    "stated": ("●", "green"),
    "interpreted": ("◐", "cyan"),
    "assumed": ("○", "yellow"),
    "silent": ("–", "dim"),
}
_THEME_WIDTH, _CITY_WIDTH = 20, 40
"""Columns that a theme's name and a city's text need for a table to be readable."""
_NAME_WIDTH = 28
"""Columns for a city's name in a block."""


def show_comparison(
    console: Console, comparison: Comparison, decisions: Sequence[Decision | None], language: Language
) -> None:
    """Columns and shares, how to read them, the themes, and the same person in each city where one was given."""
    console.print(Text(say("comparison", language), style="bold"))
    intro = say("compared_on", language, on=comparison.on) if comparison.on else say("compared_latest", language)
    console.print(Text(intro))
    console.print(Padding(_columns(comparison, language), (1, 0)))
    for line in _legend(language):
        console.print(Padding(line, (0, 0, 0, 1)))
    console.print()
    asked = [column for column in comparison.columns if column.view]
    if asked and console.width >= _THEME_WIDTH + _CITY_WIDTH * len(asked):
        console.print(_table(comparison, asked, language))
    elif asked:
        for theme in comparison.themes:
            console.print(Text(THEMES[theme][language], style="bold"))
            console.print(Padding(_block(comparison, asked, theme, language), (0, 0, 1, 1)))
    if decisions:
        console.print(Text(say("same_person", language), style="bold"))
        console.print(Padding(_answers(comparison, decisions, language), (0, 0, 1, 1)))


def _columns(comparison: Comparison, language: Language) -> Table:
    """Each city with its version, its days, and how many of the themes are of each standing."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for column in comparison.columns:
        name = Text(comparison.name(column, language), style="bold cyan")
        if column.view is None:
            table.add_row(name, Text(no_version(comparison, column, language)))
            continue
        policy, day = column.view.policy, column.view.day
        known = policy.effective.known_until
        late = f" ({say('past_known', language)})" if day > known else ""
        days = f"{policy.id} · {say('read_on', language)} {day} · {say('known', language)} {known}{late}"
        table.add_row(name, Text(days))
        table.add_row("", _shares(comparison, column, language))
    return table


def no_version(comparison: Comparison, column: Column, language: Language) -> str:
    """Why a column is empty, and which versions there are."""
    on = comparison.on
    why = say("none_that_day", language, on=on) if on else say("no_version_known", language)
    return f"{why} {say('versions', language, versions=', '.join(version.id for version in column.versions))}"


def _shares(comparison: Comparison, column: Column, language: Language) -> Text:
    text = Text()
    for standing, (mark, colour) in _MARK.items():
        count, word = comparison.counts(column)[standing], _word(standing, language)
        share = say("share", language, count=count, themes=len(comparison.themes), standing=word)
        text.append(f"{mark} ", style=colour)
        text.append(f"{share if standing == 'stated' else f'{count} {word}'}   ")
    return text


def _word(standing: Standing, language: Language) -> str:
    return STANDINGS[standing][language]


def _legend(language: Language) -> Iterator[Text]:
    for standing, (mark, colour) in _MARK.items():
        meaning = say(f"legend_{standing}", language)
        yield Text.assemble((mark, colour), f" {_word(standing, language)}: ", (meaning, "dim"))
    yield Text.assemble("= ", (say("legend_same", language), "dim"))
    yield Text.assemble("+ ", (say("legend_beside", language), "dim"))


def _table(comparison: Comparison, columns: Sequence[Column], language: Language) -> Table:
    table = Table(show_lines=True)
    table.add_column(Text(say("theme", language)), width=_THEME_WIDTH - 4)
    for column in columns:
        table.add_column(Text(comparison.name(column, language)), ratio=1)
    for theme in comparison.themes:
        texts = []
        for column in columns:
            lines = [_standing(column.provisions[theme], language), *_lines(comparison, column, theme, language)]
            texts.append(Text("\n").join(lines))
        table.add_row(Text(THEMES[theme][language], style="bold"), *texts)
    return table


def _block(comparison: Comparison, columns: Sequence[Column], theme: str, language: Language) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    names = [comparison.name(column, language) for column in columns] + [say("everywhere", language)]
    table.add_column(width=min(_NAME_WIDTH, max(map(len, names))))
    table.add_column(width=2 + max(len(_word(standing, language)) for standing in _MARK))
    table.add_column(ratio=1)
    if all(
        column.provisions[theme].standing == "silent" and not column.provisions[theme].remarks for column in columns
    ):
        table.add_row(Text(say("everywhere", language)), _standing(columns[0].provisions[theme], language))
        return table
    for column in columns:
        text = Text("\n").join(_lines(comparison, column, theme, language))
        name = Text(comparison.name(column, language))
        table.add_row(name, _standing(column.provisions[theme], language), text)
    return table


def _standing(provision: Provision, language: Language) -> Text:
    mark, colour = _MARK[provision.standing]
    return Text.assemble((mark, colour), " ", (_word(provision.standing, language), colour))


def _lines(comparison: Comparison, column: Column, theme: str, language: Language) -> Iterator[Text]:
    """Statements under the groups they are about, remarks after `+`, agreement after `=`."""
    provision = column.provisions[theme]
    for groups, statements in groupby(provision.statements, key=lambda one: one.groups):
        texts = [_statement(one, provision, language) for one in statements]
        name = Text(", ".join(group.label[language] for group in groups), style="italic")
        if groups and len(texts) == 1:
            yield Text.assemble("• ", name, ": ", texts[0])
            continue
        if groups:
            yield Text.assemble("• ", name, ":")
        for text in texts:
            yield Text.assemble("  - " if groups else "• " if len(texts) > 1 else "", text)
    for remark in provision.remarks:
        about = ", ".join(group.label[language] for group in remark.groups)
        yield Text(f"+ {about}: {remark.text[language]}" if about else f"+ {remark.text[language]}", style="dim")
    for agreeing in comparison.same(theme):
        if column in agreeing:
            others = ", ".join(comparison.name(other, language) for other in agreeing if other is not column)
            yield Text(f"= {say('same_as', language, cities=others)}", style="green")


def _statement(one: Statement, provision: Provision, language: Language) -> Text:
    """The text, its articles, and its own ground where the provision stands otherwise."""
    places = [say("article", language, number=article) for article in one.articles]
    if one.basis is None:
        places.append(say("no_ground", language))
    elif one.basis != provision.standing:
        places.append(BASES[one.basis][language])
    text = Text(one.text[language])
    if places:
        text.append(f" [{', '.join(places)}]", style="dim")
    return text


def _answers(comparison: Comparison, decisions: Sequence[Decision | None], language: Language) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for column, decision in zip(comparison.columns, decisions, strict=True):
        name = Text(comparison.name(column, language))
        if decision is None:
            table.add_row(name, Text(say("no_policy_that_day", language), style="dim"))
            continue
        answer = answer_form(decision, language)
        table.add_row(name, Text(str(answer["outcome_label"]), style="bold"), _answer(answer, language))
    return table


def _answer(answer: Mapping[str, object], language: Language) -> Text:
    """The version and its effect, the group and the payer, then what is missing."""
    parts = ("policy", "on", "legal_effect_label", "group", "payer")
    text = Text(" · ".join(str(answer[part]) for part in parts if answer[part]))
    missing = answer["missing"]
    if isinstance(missing, list) and missing:
        text.append(f"\n{say('missing', language)}: {', '.join(missing)}", style="dim")
    return text
