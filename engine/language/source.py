"""Text of a policy file to a tree with a place for every node, without running into YAML's traps.

Every scalar stays text (`no`, `0110` and `12:30` are what was written; the vocabulary types them).
Anchors, aliases, tags, duplicate keys, invisible or look-alike characters are faults. Size, depth
and number of nodes are bounded before anything is built. The only module that imports yaml.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import yaml

from engine.language.diagnostic import Diagnostic, Place

MAX_BYTES = 1_000_000
MAX_DEPTH = 64
MAX_NODES = 50_000
MAX_FAULTS = 50
"""Faulty characters named in one file."""


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[tuple[Scalar, Node], ...]
    place: Place


Node = Scalar | Sequence | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"]

_ORDINARY = re.compile(r"[\t\n -~]*")
_LATIN = ("LATIN", "FEMININE", "MASCULINE", "SUPERSCRIPT", "VULGAR")
_BRAILLE_BLANK = "\u2800"


class _Refused(Exception):
    def __init__(self, fault: Diagnostic) -> None:
        self.fault = fault


def read(content: bytes, path: str) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of one YAML document; None with faults where it cannot be read at all."""
    if len(content) > MAX_BYTES:
        return None, [Diagnostic("file-too-large", Place(path), {"limit": MAX_BYTES, "size": len(content)})]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return None, [Diagnostic("not-utf8", Place(path, line, column))]
    faults = list(islice(_characters(text, path), MAX_FAULTS))
    if faults:
        return None, faults
    try:
        return _Builder(path).build(text)
    except _Refused as refused:
        return None, [refused.fault]
    except yaml.MarkedYAMLError as error:
        return None, [_not_yaml(error, text, path)]


def plain(node: Node) -> Plain:
    """The same tree as dicts, lists and strings, without places."""
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(entries):
            return {key.text: plain(value) for key, value in entries}


def canonical(node: Node) -> str:
    """The tree as JSON in one fixed form: what digests are taken of."""
    return json.dumps(plain(node), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _not_yaml(error: yaml.MarkedYAMLError, text: str, path: str) -> Diagnostic:
    """What the library stumbled over; at the end of the file, where the unfinished part begins."""
    found, opened = error.problem_mark, error.context_mark or error.problem_mark
    at_end = not found or found.index >= len(text.rstrip())
    mark = opened if at_end else found
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    line = opened.line + 1 if opened else 1
    return Diagnostic("not-yaml", place, {"problem": error.problem or error.context or "?", "line": line})


def _characters(text: str, path: str) -> Iterator[Diagnostic]:
    """Characters that make a file read otherwise than it looks: controls, bidi, odd spaces, foreign letters."""
    for number, line in enumerate(text.split("\n"), start=1):
        for column, code, name in _suspects(line.removesuffix("\r")):
            yield Diagnostic(code, Place(path, number, column), {"character": name})


def _suspects(text: str) -> Iterator[tuple[int, str, str]]:
    """Column, fault and name of each character that does not belong in a file."""
    if _ORDINARY.fullmatch(text):
        return
    for column, char in enumerate(text, start=1):
        code = _suspicion(char)
        if code:
            yield column, code, f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def _suspicion(char: str) -> str | None:
    if _ORDINARY.fullmatch(char):
        return None
    kind = unicodedata.category(char)
    if kind[0] in "CZ" or char == _BRAILLE_BLANK:
        return "invisible-character"
    if kind[0] in "LN" and not unicodedata.name(char, "").startswith(_LATIN):
        return "foreign-letter"
    return "combining-character" if kind[0] == "M" else None


class _Builder:
    """Builds the tree from parse events with an explicit stack, so that depth costs no recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Diagnostic] = []

    def build(self, text: str) -> tuple[Node | None, list[Diagnostic]]:
        root: Node | None = None
        stack: list[tuple[str, Place, list[Node]]] = []
        documents = nodes = 0
        for event in self._events(text):
            place = self._place(event.start_mark)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused(Diagnostic("several-documents", place))
            if not isinstance(event, yaml.NodeEvent) and not isinstance(event, yaml.CollectionEndEvent):
                continue
            self._no_reference(event, place)
            nodes += 1
            if nodes > MAX_NODES:
                raise _Refused(Diagnostic("too-many-nodes", place, {"limit": MAX_NODES}))
            if isinstance(event, yaml.CollectionStartEvent):
                if len(stack) >= MAX_DEPTH:
                    raise _Refused(Diagnostic("too-deep", place, {"limit": MAX_DEPTH}))
                kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
                stack.append((kind, place, []))
                continue
            node: Node
            if isinstance(event, yaml.ScalarEvent):
                node = self._scalar(str(event.value), place)
            else:
                kind, start, children = stack.pop()
                node = self._mapping(children, start) if kind == "map" else Sequence(tuple(children), start)
            if stack:
                stack[-1][2].append(node)
            else:
                root = node
        if root is None:
            return None, [Diagnostic("empty-file", Place(self.path))]
        return root, self.faults

    def _events(self, text: str) -> Iterator[Any]:
        loader: Any = yaml.SafeLoader(text)
        try:
            while loader.check_event():
                yield loader.get_event()
        except (ValueError, OverflowError):
            place = self._place(loader.get_mark())
            raise _Refused(Diagnostic("not-yaml", place, {"problem": "no such character"})) from None

    def _scalar(self, text: str, place: Place) -> Scalar:
        """A scalar; an escape such as "\\u202e" is held to the same rules as a character written out."""
        for _, code, name in _suspects(text):
            raise _Refused(Diagnostic(code, place, {"character": name}))
        return Scalar(unicodedata.normalize("NFC", text), place)

    def _mapping(self, children: list[Node], start: Place) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Place] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.faults.append(Diagnostic("key-not-text", key.place))
            elif key.text in seen:
                self.faults.append(
                    Diagnostic("duplicate-key", key.place, {"name": key.text, "line": seen[key.text].line})
                )
            else:
                seen[key.text] = key.place
                entries.append((key, value))
        return Mapping(tuple(entries), start)

    def _no_reference(self, event: Any, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(Diagnostic("alias", place, {"name": event.anchor}))
        if getattr(event, "anchor", None):
            raise _Refused(Diagnostic("anchor", place, {"name": event.anchor}))
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise _Refused(Diagnostic("tag", place, {"name": str(tag).replace("tag:yaml.org,2002:", "!!")}))

    def _place(self, mark: Any) -> Place:
        return Place(self.path, mark.line + 1, mark.column + 1)
