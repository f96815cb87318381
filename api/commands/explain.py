"""`perwal explain`: what a fault means, why it matters, an example and its mending."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import AsJson, Lang, print_json, screen, stop
from api.terminal import say
from api.terminal_explain import show_codes, show_explanation
from engine.language.diagnostic import suggestion
from engine.language.explanation import Shown, in_general, severity, shown, why
from engine.language.messages import EVERY_FAULT
from engine.language.reasons.topics import TOPIC_OF, TOPICS
from engine.language.vocabulary import Language


def explain(
    code: Annotated[str | None, typer.Argument(help="Kode kesalahan, mis. cell-date-order. Code of a fault.")] = None,
    as_json: AsJson = False,
    language: Lang = "id",
) -> None:
    """What a fault means; without a code, all of them. Arti suatu kesalahan; tanpa kode, semuanya."""
    if code is None:
        if as_json:
            print_json([_in_brief(each, language) for topic in TOPICS for each in topic.codes])
        else:
            show_codes(screen(), language)
        return
    if code not in EVERY_FAULT:
        near = suggestion(code, EVERY_FAULT)
        stop(say("no_code", language, code=code) + (f" {say('meant', language, code=near)}" if near else ""), 2)
    if as_json:
        print_json(_in_full(code, language))
    else:
        show_explanation(screen(), code, language)


def _in_brief(code: str, language: Language) -> dict[str, object]:
    topic = TOPIC_OF[code]
    return {
        "code": code,
        "topic": topic.slug,
        "topic_label": topic.label[language],
        "severity": severity(code),
        "message": in_general(code)[0][language],
    }


def _in_full(code: str, language: Language) -> dict[str, object]:
    """With every example: the lines as they stand, what is told of them, and the lines mended."""
    hint = in_general(code)[1]
    return {
        **_in_brief(code, language),
        "hint": hint and hint[language],
        "why": why(code)[language],
        "examples": [_example(each, language) for each in shown(code)],
    }


def _example(example: Shown, language: Language) -> dict[str, object]:
    """`file` and `line` are null for what is typed."""
    return {
        "file": example.file or None,
        "title": example.title or None,
        "line": example.bad.first if example.file else None,
        "bad": list(example.bad.lines),
        "message": example.say[language],
        "hint": example.hint and example.hint[language],
        "good": list(example.good.lines),
    }
