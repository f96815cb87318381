"""Text of a policy file to a tree with a place for every node, without running into YAML's traps.

Every scalar stays text (`no`, `0110` and `12:30` are what was written; the vocabulary types them).
Anchors, aliases, tags, duplicate keys, invisible or look-alike characters are faults. Size, depth
and number of nodes are bounded before anything is built. The only module that imports yaml.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import Any

import yaml

from engine.language.diagnostic import Diagnostic, Place

MAX_BYTES = 1_000_000
MAX_DEPTH = 64
MAX_NODES = 50_000


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
        line = content.count(b"\n", 0, error.start) + 1
        return None, [Diagnostic("not-utf8", Place(path, line))]
    faults = _characters(text, path)
    if faults:
        return None, faults
    try:
        return _Builder(path).build(text)
    except _Refused as refused:
        return None, [refused.fault]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
        return None, [Diagnostic("not-yaml", place, {"problem": error.problem or error.context or "?"})]
    except yaml.YAMLError:
        return None, [Diagnostic("not-yaml", Place(path), {"problem": "unreadable character"})]


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


def _characters(text: str, path: str) -> list[Diagnostic]:
    """Characters that make a file read otherwise than it looks: controls, bidi, foreign letters."""
    if text.isascii() and not any(c < " " and c not in "\n\r\t" for c in text):
        return []
    faults = []
    for number, line in enumerate(text.splitlines(), start=1):
        for column, char in enumerate(line, start=1):
            if char.isascii() and (char >= " " or char == "\t"):
                continue
            name = unicodedata.name(char, f"U+{ord(char):04X}")
            place = Place(path, number, column)
            values: dict[str, object] = {"character": f"U+{ord(char):04X} {name}"}
            kind = unicodedata.category(char)
            if kind in ("Cf", "Cc", "Co", "Cs", "Zl", "Zp"):
                faults.append(Diagnostic("invisible-character", place, values))
            elif kind[0] in "LN" and not name.startswith(("LATIN", "FEMININE", "MASCULINE", "SUPERSCRIPT", "VULGAR")):
                faults.append(Diagnostic("foreign-letter", place, values))
            elif kind[0] == "M":
                faults.append(Diagnostic("combining-character", place, values))
    return faults[:50]


class _Builder:
    """Builds the tree from parse events with an explicit stack, so that depth costs no recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Diagnostic] = []

    def build(self, text: str) -> tuple[Node | None, list[Diagnostic]]:
        root: Node | None = None
        stack: list[tuple[str, Place, list[Node]]] = []
        documents = nodes = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            place = self._place(event)
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
                node = Scalar(unicodedata.normalize("NFC", str(event.value)), place)
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

    def _mapping(self, children: list[Node], start: Place) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Place] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.faults.append(Diagnostic("key-not-text", key.place))
            elif key.text in seen:
                self.faults.append(
                    Diagnostic("duplicate-key", key.place, {"name": key.text, "first": str(seen[key.text])})
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
        if tag not in (None, "!"):
            raise _Refused(Diagnostic("tag", place, {"name": tag}))

    def _place(self, event: Any) -> Place:
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)
