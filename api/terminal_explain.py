"""How explanations of faults look at a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from api.terminal import say
from engine.language.explanation import Excerpt, examples, in_general, severity, why
from engine.language.messages.faults import FAULTS
from engine.language.vocabulary import Language


def show_codes(console: Console, language: Language) -> None:
    """Every code with what it says, one a line."""
    width = max(map(len, FAULTS))
    for code in sorted(FAULTS):
        console.print(
            Text.assemble((code.ljust(width), _colour(code)), f"  {in_general(code)[0][language]}"), soft_wrap=True
        )


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
    for example in examples().get(code, ())[:1]:
        console.print(
            Text(f"\n  {say('bad_example', language)}: {example.say[language]}", style="bold"), soft_wrap=True
        )
        _lines(console, example.bad(), "red")
        console.print(Text(f"\n  {say('good_example', language)}", style="bold"))
        _lines(console, example.good(), "green")


def _paragraph(console: Console, heading: str, text: str) -> None:
    console.print(Text.assemble((f"  {heading}: ", "bold"), text), soft_wrap=True)


def _lines(console: Console, excerpt: Excerpt, colour: str) -> None:
    for number, line in enumerate(excerpt.lines, start=excerpt.first):
        shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
        console.print(Text.assemble((f"  {number:>3} │ ", colour), shown), soft_wrap=True)


def _colour(code: str) -> str:
    return "red" if severity(code) == "error" else "yellow"
