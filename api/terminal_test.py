"""How a test of a policy looks at a terminal: cases, coverage by article, what is untested, what goes unnoticed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.terminal import show_faults
from engine.language.condition import Value
from engine.language.library import Library
from engine.language.messages.testing import TESTING
from engine.language.messages.words import WORDING
from engine.language.vocabulary import Language, Vocabulary
from engine.language.wording import listed, value_text
from engine.revision.coverage.coverage import Coverage, Line
from engine.revision.coverage.goals import Kind
from engine.revision.examination import Examination
from engine.revision.mutation.judging import Judged, Mutation
from engine.revision.where import Where

_FIELDS = 3
"""Fields of a case named as showing a change; the weightiest come first."""
_KINDS: tuple[Kind, ...] = ("threshold", "entry", "condition", "pays", "date")


def tell(key: str, language: Language, **values: object) -> str:
    """A sentence about testing."""
    return TESTING[key][language].format(**values)


def show_examination(
    console: Console, outcome: Examination, library: Library, language: Language, *, in_full: bool
) -> None:
    """`in_full`: with the table of every sentence, not only of what is missing."""
    show_faults(console, outcome.faults, language)
    console.print(_headline(outcome, language), soft_wrap=True)
    if outcome.coverage:
        if in_full:
            console.print(Padding(_table(outcome.coverage, language), (0, 0, 1, 2)))
        _show_untested(console, outcome.coverage, language)
    if outcome.mutation:
        _show_survivors(console, outcome, outcome.mutation, library, language)


def show_written(console: Console, path: Path, count: int, language: Language) -> None:
    console.print(tell("written", language, count=count, path=path), soft_wrap=True)


def _headline(outcome: Examination, language: Language) -> Text:
    passed, count = outcome.passed, len(outcome.results)
    good = not outcome.failed
    parts = [
        (f"{outcome.policy.id}: ", "bold cyan"),
        (tell("cases", language, passed=passed, count=count), "green" if good else "bold red"),
    ]
    if outcome.coverage:
        numbers = {"reached": outcome.coverage.reached, "goals": outcome.coverage.goals}
        whole = numbers["reached"] == numbers["goals"]
        parts += [(" · ", ""), (tell("covered", language, **numbers), "green" if whole else "yellow")]
    if outcome.mutation:
        caught = {"caught": outcome.mutation.caught, "telling": outcome.mutation.telling}
        whole = caught["caught"] == caught["telling"]
        parts += [(" · ", ""), (tell("caught", language, **caught), "green" if whole else "yellow")]
    return Text.assemble(*parts)


# coverage


_WIDTHS = {"article": 12, "sentence": 14}
"""Least characters of columns that hold words."""


def _table(coverage: Coverage, language: Language) -> Table:
    """A row a sentence: how many cases found which result, and how much of each kind was shown."""
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim")
    names = ("article", "sentence", "met", "failed", "unknown", *_KINDS)
    shown = [kind for kind in _KINDS if any(line.counts(kind)[1] for line in coverage.lines)]
    for name in names:
        if name not in _KINDS or name in shown:
            right = name in ("met", "failed", "unknown", *_KINDS)
            side: Literal["left", "right"] = "right" if right else "left"
            table.add_column(
                tell(f"column_{name}", language), justify=side, min_width=_WIDTHS.get(name, 3), overflow="fold"
            )
    for line in coverage.lines:
        numbers = [str(line.results.get(result, 0)) for result in ("met", "failed", "unknown")]
        if line.sentence.part == "time":
            numbers = ["", "", ""]
        table.add_row(
            line.sentence.where.article or "",
            _name(line, language),
            *numbers,
            *(_share(line, kind) for kind in shown),
        )
    return table


def _name(line: Line, language: Language) -> Text:
    name = line.sentence.where.name[language]
    whole = all(line.reached(goal) for goal in line.sentence.goals)
    return Text.assemble(("✓ " if whole else "! ", "green" if whole else "yellow"), name)


def _share(line: Line, kind: Kind) -> Text:
    reached, goals = line.counts(kind)
    return Text(f"{reached}/{goals}" if goals else "", style="" if reached == goals else "bold yellow")


def _show_untested(console: Console, coverage: Coverage, language: Language) -> None:
    lines = [line for line in coverage.lines if any(line.untested())]
    if not lines:
        return
    console.print(Text(f"  {tell('untested', language)}", style="bold"))
    for line in lines:
        _show_where(console, line.sentence.where, language)
        _bullets(console, (side.untested[language] for side in line.untested()))


def _show_where(console: Console, where: Where, language: Language) -> None:
    """The article, the name, the regulation's own words, and where the file says it."""
    article = f"{where.cited} · " if where.cited else ""
    text = Text.assemble((f"{article}{where.name[language]}", "cyan"))
    if where.wording:
        text.append(f' "{where.wording}"')
    text.append(f"  {where.place.path}:{where.place.line}", style="dim")
    console.print(Padding(text, (0, 0, 0, 4)))


def _bullets(console: Console, lines: Iterator[str]) -> None:
    table = Table.grid(padding=(0, 1))
    for line in lines:
        table.add_row("     •", Text(line))
    console.print(table)


# mutants


def _show_survivors(
    console: Console, outcome: Examination, mutation: Mutation, library: Library, language: Language
) -> None:
    survivors = mutation.of("survived")
    if survivors:
        console.print(Text(f"  {tell('unnoticed_heading', language)}", style="bold"))
    for where, group in groupby(survivors, key=lambda one: one.mutant.where):
        _show_where(console, where, language)
        alike: dict[str, list[Judged]] = {}
        for one in group:
            alike.setdefault(str(one.telling), []).append(one)
        told = (_survivors(outcome, those, library.vocabulary, language) for those in alike.values())
        _bullets(console, told)
    beyond = mutation.of("beyond")
    if beyond:
        names = dict.fromkeys(one.mutant.where.name[language] for one in beyond)
        text = tell("beyond", language, count=len(beyond), names=", ".join(names), why=reason_beyond(language))
        console.print(Padding(Text(text, style="dim"), (0, 0, 0, 2)))


def reason_beyond(language: Language) -> str:
    """Why no case can notice some mutants."""
    return tell("why_beyond", language)


def _survivors(outcome: Examination, those: list[Judged], vocabulary: Vocabulary, language: Language) -> str:
    """What may be changed unnoticed, and somebody who would tell all of these."""
    telling = those[0].telling
    assert telling
    changes = (
        tell("becomes", language, before=one.mutant.before[language], after=one.mutant.after[language]) for one in those
    )
    said = tell("unnoticed", language, changes=listed(changes, language))
    values = {"day": telling.day, "fields": ", ".join(telling.shows[:_FIELDS])}
    person = person_text(outcome, telling.facts, vocabulary, language)
    if telling.other is None:
        return f"{said}. {tell('would_tell', language, **values, person=person)}"
    other = person_text(outcome, telling.other, vocabulary, language)
    return f"{said}. {tell('two_would_tell', language, **values, person=person, other=other)}"


def person_text(outcome: Examination, facts: Mapping[str, Value], vocabulary: Vocabulary, language: Language) -> str:
    """The person by what sets it apart from the one whom the case file supposes."""
    own = [
        f"{vocabulary.facts[fact].label[language]}: {value_text(vocabulary.facts[fact], value, language)}"
        for fact, value in facts.items()
        if outcome.usual.get(fact) != value
    ]
    hidden = [
        f"{vocabulary.facts[fact].label[language]}: {tell('not_known', language)}"
        for fact in outcome.usual
        if fact not in facts
    ]
    if not own and not hidden:
        return tell("supposed_person", language) if outcome.usual else WORDING["anybody"][language]
    return "; ".join((*own, *hidden))
