"""Tree to text: what `source` reads, written as a person would, with comments above the keys they belong to."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import assert_never

from engine.language.diagnostic import Place
from engine.language.source import Mapping as MappingNode
from engine.language.source import Node, Scalar
from engine.language.source import Sequence as SequenceNode

WIDTH = 120
"""Characters of a line."""
_PLAIN = re.compile(r"[A-Za-z0-9(][^\n#:,\[\]{}\"'`&*!|>%@]*(?<! )")
"""What needs no quotes, also within brackets."""
_PLAIN_LINE = re.compile(r"[A-Za-z0-9(](?:[^\n#:]|:(?! |$))*(?<! )")
"""What needs no quotes on a line of its own."""
_NOT_TEXT = re.compile(r"[0-9]*\.[0-9.]*|0[0-9]+|true|false|null|yes|no|on|off|[0-9]+e[0-9]+", re.IGNORECASE)
"""What another reader of YAML would not take for text."""
_APART = ("dasar", "bunyi", "hasil", "kriteria", "semua", "salah_satu")
"""Keys of a mapping that is written line by line."""

Comments = Mapping[Place, tuple[str, ...]]
"""Lines above a key or an item, by its place, without the sign."""


def text_of(tree: Node, comments: Comments | None = None) -> str:
    """The tree as text that reads as the same tree."""
    assert isinstance(tree, MappingNode)
    lines: list[str] = []
    for key, value in tree.entries:
        if lines:
            lines.append("")
        lines += _entry(key, value, 0, comments or {})
    return "\n".join(lines) + "\n"


def comments_of(content: str, tree: Node) -> dict[Place, tuple[str, ...]]:
    """Whole-line comments of a file, by the key or item that they stand above."""
    starts = sorted(_starts(tree), key=lambda place: (place.line, place.column))
    folded = _folded(content, tree)
    found: dict[Place, tuple[str, ...]] = {}
    for number, line in enumerate(content.splitlines(), start=1):
        if line.lstrip().startswith("#") and number not in folded:
            below = next((place for place in starts if place.line > number), None)
            if below is not None:
                found[below] = (*found.get(below, ()), line.strip().removeprefix("#").strip())
    return found


def scalar_text(text: str) -> str:
    """One value as it stands within brackets: in quotes where it could be read as something else."""
    return _quoted(text, _PLAIN)


def _entry(key: Scalar, value: Node, indent: int, comments: Comments) -> list[str]:
    above = [f"{' ' * indent}# {line}".rstrip() for line in comments.get(key.place, ())]
    return [*above, *_pair(scalar_text(key.text), value, indent, comments)]


def _pair(key: str, value: Node, indent: int, comments: Comments) -> list[str]:
    lead = f"{' ' * indent}{key}:"
    room = WIDTH - len(lead) - 1
    match value:
        case Scalar(text):
            return _scalar(lead, text, indent)
        case SequenceNode(items):
            if all(isinstance(item, Scalar) for item in items):
                return _row(lead, [_flow(item) for item in items])
            return [lead, *(line for item in items for line in _item(item, indent + 2, comments))]
        case MappingNode(entries):
            if not entries or (_is_short(value, comments) and len(_flow(value)) <= room):
                return [f"{lead} {_flow(value)}"]
            return [lead, *(line for name, below in entries for line in _entry(name, below, indent + 2, comments))]
        case _:
            assert_never(value)


def _item(node: Node, indent: int, comments: Comments) -> list[str]:
    above = [f"{' ' * indent}# {line}".rstrip() for line in comments.get(node.place, ())]
    dash = " " * indent + "- "
    match node:
        case Scalar(text):
            return [*above, dash + _quoted(text, _PLAIN_LINE)]
        case SequenceNode():
            return [*above, dash + _flow(node)]
        case MappingNode(entries):
            if len(entries) > 1 and _is_short(node, comments) and len(dash + _flow(node)) <= WIDTH:
                return [*above, dash + _flow(node)]
            inside = {place: lines for place, lines in comments.items() if place != node.place}
            lines = [line for key, value in entries for line in _entry(key, value, indent + 2, inside)]
            first = next((number for number, line in enumerate(lines) if not line.lstrip().startswith("#")), 0)
            head = [line[2:] for line in lines[:first]]
            return [*above, *head, dash + lines[first].lstrip(), *lines[first + 1 :]]
        case _:
            assert_never(node)


def _scalar(lead: str, text: str, indent: int) -> list[str]:
    line = f"{lead} {_quoted(text, _PLAIN_LINE)}"
    if len(line) <= WIDTH or " ".join(text.split()) != text:
        return [line]
    pad = " " * (indent + 2)
    folded = textwrap.wrap(text, WIDTH - len(pad), break_long_words=False, break_on_hyphens=False)
    return [f"{lead} >-", *(pad + part for part in folded)]


def _row(lead: str, items: list[str]) -> list[str]:
    """A list in brackets, over as many lines as it takes."""
    lines, pad = [f"{lead} ["], " " * (len(lead) + 2)
    for number, item in enumerate(items):
        part = item + ("" if number == len(items) - 1 else ",")
        if len(lines[-1]) + len(part) + 2 > WIDTH:
            lines.append(pad + part)
        else:
            lines[-1] += part if lines[-1].endswith("[") else f" {part}"
    lines[-1] += "]"
    return lines


def _flow(node: Node) -> str:
    match node:
        case Scalar(text):
            return scalar_text(text)
        case SequenceNode(items):
            return f"[{', '.join(_flow(item) for item in items)}]"
        case MappingNode(entries):
            return "{" + ", ".join(f"{scalar_text(key.text)}: {_flow(value)}" for key, value in entries) + "}"
        case _:
            assert_never(node)


def _quoted(text: str, plain: re.Pattern[str]) -> str:
    if plain.fullmatch(text) and not _NOT_TEXT.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def _is_short(node: MappingNode, comments: Comments) -> bool:
    """Whether the mapping may stand on one line: nothing in it asks for a line of its own."""
    return not any(key.text in _APART or key.place in comments for key, _ in node.entries) and all(
        _is_short(value, comments) for _, value in node.entries if isinstance(value, MappingNode)
    )


def _starts(node: Node) -> Iterator[Place]:
    """Places of keys and of items of lists."""
    match node:
        case Scalar():
            return
        case SequenceNode(items):
            for item in items:
                yield item.place
                yield from _starts(item)
        case MappingNode(entries):
            for key, value in entries:
                yield key.place
                yield from _starts(value)
        case _:
            assert_never(node)


def _folded(content: str, tree: Node) -> set[int]:
    """Lines that are the text of a folded or literal scalar, in which `#` is a letter like others."""
    lines = content.splitlines()
    found: set[int] = set()
    for key, value in _scalars(tree):
        line = lines[value.place.line - 1]
        if line[value.place.column - 1 : value.place.column] not in (">", "|"):
            continue
        for number in range(value.place.line + 1, len(lines) + 1):
            text = lines[number - 1]
            if text.strip() and len(text) - len(text.lstrip()) < key.place.column:
                break
            found.add(number)
    return found


def _scalars(node: Node) -> Iterator[tuple[Scalar, Scalar]]:
    match node:
        case Scalar():
            return
        case SequenceNode(items):
            for item in items:
                yield from _scalars(item)
        case MappingNode(entries):
            for key, value in entries:
                if isinstance(value, Scalar):
                    yield key, value
                yield from _scalars(value)
        case _:
            assert_never(node)
