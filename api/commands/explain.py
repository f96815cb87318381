"""`perwal explain`: what a fault means, why it matters, an example and its mending."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import AsJson, Lang, print_json, screen, stop
from api.terminal import say
from api.terminal_explain import show_codes, show_explanation
from engine.language.diagnostic import suggestion
from engine.language.explanation import examples, in_general, severity, why
from engine.language.messages.faults import FAULTS
from engine.language.vocabulary import Language


def explain(
    code: Annotated[str | None, typer.Argument(help="Kode kesalahan, mis. unknown-fact. Code of a fault.")] = None,
    as_json: AsJson = False,
    language: Lang = "id",
) -> None:
    """What a fault means; without a code, all of them. Arti suatu kesalahan; tanpa kode, semuanya."""
    if code is None:
        if as_json:
            print_json([_in_brief(each, language) for each in sorted(FAULTS)])
        else:
            show_codes(screen(), language)
        return
    if code not in FAULTS:
        near = suggestion(code, FAULTS)
        stop(say("no_code", language, code=code) + (f" {say('meant', language, code=near)}" if near else ""), 2)
    if as_json:
        print_json(_in_full(code, language))
    else:
        show_explanation(screen(), code, language)


def _in_brief(code: str, language: Language) -> dict[str, object]:
    return {"code": code, "severity": severity(code), "message": in_general(code)[0][language]}


def _in_full(code: str, language: Language) -> dict[str, object]:
    """With every example: the lines as they stand, what is told of them, and the lines mended."""
    hint = in_general(code)[1]
    return {
        **_in_brief(code, language),
        "hint": hint and hint[language],
        "why": why(code)[language],
        "examples": [
            {
                "file": example.path.name,
                "line": example.bad().first,
                "bad": list(example.bad().lines),
                "message": example.say[language],
                "hint": example.hint and example.hint[language],
                "good": list(example.good().lines),
            }
            for example in examples().get(code, ())
        ],
    }
