"""How explanations of faults look at a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from api.terminal import say
from engine.language.explanation import Excerpt, in_general, severity, shown, why
from engine.language.messages import EVERY_FAULT
from engine.language.reasons.topics import TOPICS
from engine.language.vocabulary import Language


def show_codes(console: Console, language: Language) -> None:
    """Every code with what it says, one a line, under the headings of their topics."""
    width = max(map(len, EVERY_FAULT))
    for number, topic in enumerate(TOPICS):
        console.print(Text(("\n" if number else "") + topic.label[language], style="bold"), soft_wrap=True)
        for code in topic.codes:
            said = in_general(code)[0][language]
            console.print(Text.assemble("  ", (code.ljust(width), _colour(code)), f"  {said}"), soft_wrap=True)


def show_explanation(console: Console, code: str, language: Language) -> None:
    """What is wrong, why it matters, what to do; then the first example as it is and mended."""
    message, hint = in_general(code)
    kind = "" if severity(code) == "error" else f" ({say('warning', language)})"
    console.print(
        Text.assemble((code, f"bold {_colour(code)}"), (kind, "dim"), f": {message[language]}"), soft_wrap=True
    )
    _paragraph(console, say("why", language), why(code)[language])
    if hint:
        _paragraph(console, say("hint", language), hint[language])
    for example in shown(code)[:1]:
        said = "" if example.say == message else f": {example.say[language]}"
        console.print(Text(f"\n  {say('bad_example', language)}{said}", style="bold"), soft_wrap=True)
        if example.title:
            console.print(Text(f"  {example.title}", style="dim"), soft_wrap=True)
        _lines(console, example.bad, "red", numbered=bool(example.file))
        console.print(Text(f"\n  {say('good_example', language)}", style="bold"))
        _lines(console, example.good, "green", numbered=bool(example.file))


def _paragraph(console: Console, heading: str, text: str) -> None:
    console.print(Text.assemble((f"  {heading}: ", "bold"), text), soft_wrap=True)


def _lines(console: Console, excerpt: Excerpt, colour: str, *, numbered: bool) -> None:
    for number, line in enumerate(excerpt.lines, start=excerpt.first):
        text = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
        console.print(Text.assemble((f"  {number if numbered else '':>3} │ ", colour), text), soft_wrap=True)


def _colour(code: str) -> str:
    return "red" if severity(code) == "error" else "yellow"
