"""JSON bodies read strictly: no NaN or Infinity, no key twice, no nesting that JSON itself would choke on."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from api.service.problems import Problem
from engine.language.diagnostic import Diagnostic, Place

MAX_DEPTH = 32


def parse(body: bytes | bytearray) -> Any:
    """The JSON value; a 400 problem for whatever is not plain, unambiguous JSON of bounded depth."""
    try:
        text = body.decode("utf-8")
        if text.startswith("\ufeff"):
            raise _unreadable("a byte order mark stands before it")
        _bounded(text)
        return _READER.decode(text)
    except UnicodeDecodeError:
        raise _unreadable("not UTF-8") from None
    except ValueError as error:
        raise _unreadable(getattr(error, "msg", str(error))) from None


def _bounded(text: str) -> None:
    """Counts brackets outside strings; cheap, and before anything recursive runs."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    depth, inside, escaped = 0, False, False
    for char in text:
        if inside:
            inside = escaped or char != '"'
            escaped = char == "\\" and not escaped
        elif char == '"':
            inside = True
        elif char in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise _unreadable(f"nested deeper than {MAX_DEPTH}")
        elif char in "]}":
            depth -= 1


def _no_constant(_: str) -> NoReturn:
    raise _unreadable("NaN and Infinity are not JSON")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _unreadable("a key stands twice in one object")
    return found


def _unreadable(problem: str) -> Problem:
    return Problem(400, "body-unreadable", [Diagnostic("not-json", Place(""), {"problem": problem})])


_READER = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_once)
