"""Reads typed fields out of a tree, and turns everything that does not fit into a fault with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from engine.language.diagnostic import Diagnostic, Place, suggestion
from engine.language.source import Mapping as MappingNode
from engine.language.source import Node, Scalar, Sequence

T = TypeVar("T")

YES_NO = {"ya": True, "tidak": False}
UNKNOWN = "tidak_diketahui"
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_SLUG = re.compile(r"(?!(?:true|false|null)$)[a-z][a-z0-9_]*")
_NOTHING = ("", "~", "null", "Null", "NULL")
"""What YAML reads as no value at all."""


class Fields:
    """The fields of one mapping. Ask for each by name, then `close()` names what nobody asked for."""

    def __init__(self, node: Node, faults: list[Diagnostic]) -> None:
        self.place = node.place
        self.faults = faults
        self.values: dict[str, tuple[Scalar, Node]] = {}
        self.asked: dict[str, None] = {}
        self.missing: dict[str, None] = {}
        self.readable = isinstance(node, MappingNode)
        if isinstance(node, MappingNode):
            self.values = {key.text: (key, value) for key, value in node.entries}
        else:
            faults.append(Diagnostic("expected-mapping", node.place))

    def node(self, name: str, *, required: bool = False) -> Node | None:
        self.asked[name] = None
        found = self.values.get(name)
        if found is None:
            if required:
                self.missing[name] = None
            return None
        return found[1]

    def key_place(self, name: str) -> Place:
        return self.values[name][0].place if name in self.values else self.place

    def names(self) -> tuple[str, ...]:
        return tuple(self.values)

    def text(self, name: str, *, required: bool = False) -> str | None:
        node = self.node(name, required=required)
        return None if node is None else scalar(node, self.faults)

    def slug(self, name: str, *, required: bool = False) -> str | None:
        node = self.node(name, required=required)
        if node is None:
            return None
        text = scalar(node, self.faults)
        if text is not None and not _SLUG.fullmatch(text):
            self.fault("not-a-slug", node.place, value=text)
            return None
        return text

    def number(self, name: str, *, required: bool = False) -> int | None:
        """A whole number, zero or more."""
        node = self.node(name, required=required)
        found = None if node is None else number(node, self.faults)
        if node and found is not None and found < 0:
            self.fault("negative-number", node.place, name=name, value=found)
            return None
        return found

    def yes_no(self, name: str, *, required: bool = False) -> bool | None:
        return self.word(name, YES_NO, required=required)

    def date(self, name: str, *, required: bool = False, certain: bool = False) -> date | None:
        """A date as YYYY-MM-DD; absence, and unless it must be `certain` the word `tidak_diketahui`, give None."""
        node = self.node(name, required=required)
        if node is None:
            return None
        text = scalar(node, self.faults)
        if text is None or (text == UNKNOWN and not certain):
            return None
        found = as_date(text)
        if found is None:
            self.fault("not-a-date", node.place, value=text)
        return found

    def word(self, name: str, allowed: Mapping[str, T], *, required: bool = False) -> T | None:
        """One of the allowed words, as what it stands for."""
        node = self.node(name, required=required)
        return None if node is None else word(node, allowed, self.faults)

    def words(self, name: str, allowed: Mapping[str, T], *, required: bool = False) -> tuple[T, ...]:
        """Allowed words, each once."""
        found: dict[T, None] = {}
        for item in self.items(name, required=required):
            value = word(item, allowed, self.faults)
            if value is not None and value in found:
                self.fault("value-twice", item.place, value=value)
            elif value is not None:
                found[value] = None
        return tuple(found)

    def texts(self, name: str, *, required: bool = False) -> tuple[tuple[str, Place], ...]:
        found = ((scalar(item, self.faults), item.place) for item in self.items(name, required=required))
        return tuple((text, place) for text, place in found if text is not None)

    def items(self, name: str, *, required: bool = False) -> tuple[Node, ...]:
        node = self.node(name, required=required)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.fault("expected-list", node.place, name=name)
            return ()
        return node.items

    def each(self, name: str, read: Callable[[Fields], T | None], *, required: bool = False) -> tuple[T, ...]:
        """Every mapping of a list, read and closed."""
        found = []
        for item in self.items(name, required=required):
            fields = Fields(item, self.faults)
            result = read(fields) if fields.readable else None
            fields.close()
            if result is not None:
                found.append(result)
        return tuple(found)

    def under(self, name: str, *, required: bool = False) -> Fields | None:
        node = self.node(name, required=required)
        return None if node is None else Fields(node, self.faults)

    def named(self) -> Iterator[tuple[str, Fields]]:
        """Every entry of a section by its name, which must be a slug. Whoever asks closes the entries."""
        for name, (key, value) in self.values.items():
            self.asked[name] = None
            if _SLUG.fullmatch(name):
                yield name, Fields(value, self.faults)
            else:
                self.fault("not-a-slug", key.place, value=name)

    def empty(self, name: str) -> bool:
        """Whether the field is there as a list without items."""
        node = self.node(name)
        return isinstance(node, Sequence) and not node.items

    def fault(self, code: str, place: Place, **values: object) -> None:
        self.faults.append(Diagnostic(code, place, values))

    def close(self) -> None:
        """Faults for what is not known here and for what is missing; a misspelt field is not missing as well."""
        for name, (key, _) in self.values.items():
            if name not in self.asked:
                near = unknown(self.faults, "unknown-field", key.place, name, self.asked)
                self.missing.pop(near or "", None)
        for name in self.missing if self.readable else ():
            self.fault("missing-field", self.place, name=name)


def unknown(faults: list[Diagnostic], code: str, place: Place, name: str, known: Iterable[str]) -> str | None:
    """A name that nothing has, with the nearest one that exists (returned) or the whole choice if it is short."""
    choices = list(known)
    values: dict[str, object] = {"name": name}
    near = suggestion(name, choices)
    if near:
        values["suggestion"] = near
    elif 0 < len(choices) <= 12:
        values["choices"] = ", ".join(choices)
    faults.append(Diagnostic(code, place, values))
    return near


def scalar(node: Node, faults: list[Diagnostic]) -> str | None:
    if not isinstance(node, Scalar):
        faults.append(Diagnostic("expected-text", node.place))
        return None
    text = node.text.strip()
    if text in _NOTHING:
        faults.append(Diagnostic("empty-value", node.place))
        return None
    return text


def number(node: Node, faults: list[Diagnostic]) -> int | None:
    text = scalar(node, faults)
    if text is None:
        return None
    if not _NUMBER.fullmatch(text):
        faults.append(Diagnostic("not-a-number", node.place, {"value": text}))
        return None
    return int(text)


def word(node: Node, allowed: Mapping[str, T], faults: list[Diagnostic]) -> T | None:
    text = scalar(node, faults)
    if text is None:
        return None
    if text not in allowed:
        unknown(faults, "unknown-word", node.place, text, allowed)
        return None
    return allowed[text]


def is_slug(text: str) -> bool:
    """Whether the text has the form of a name: lower-case letters, digits, underscores; at most 40."""
    return len(text) <= 40 and _SLUG.fullmatch(text) is not None


def as_date(text: str) -> date | None:
    """A date written YYYY-MM-DD that exists, else None."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
