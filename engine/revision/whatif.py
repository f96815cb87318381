"""A policy otherwise than its file says: another value at a path, another reading of a criterion.

Every check of the language applies to it. What comes out is a proposal, whatever the file is: its id says what was
changed, its digest differs, and the statement that was changed rests on nothing but the asking.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from engine.language import schema, source
from engine.language.checks import check
from engine.language.condition import ALWAYS
from engine.language.diagnostic import Diagnostic, Place, has_errors, suggestion
from engine.language.ground import Basis, Ground
from engine.language.library import Library
from engine.language.messages import fault_text
from engine.language.policy import Criterion, Policy, Reading
from engine.language.source import Mapping as MappingNode
from engine.language.source import Node, Scalar
from engine.language.source import Sequence as SequenceNode
from engine.language.vocabulary import Label

MOST = 20
"""Values that may be set at once."""
LONGEST = 2_000
"""Characters of a value."""
_NAMED_BY = ("id", "tahun", "sumber_dana")
"""Fields by which a path may name an item of a list, beside its position from 0."""
_GROUND = ("dasar", "sumber", "catatan")
_CHOICES = 12
_STEP = r"(?:[a-z][a-z0-9_-]*|[0-9]{1,4})"
_PATH = re.compile(rf"{_STEP}(?:\.{_STEP})*")
_READING = "tafsir="
"""Before the name of a reading, among the changes of a what-if."""
_WORD = re.compile(r"[^\s,:\[\]{}]+")


@dataclass(frozen=True, slots=True)
class Replacement:
    """A value to be read at a path, such as `kuota.jumlah`. `value`: as text a file would have it.

    `place`: where somebody asked for it; None: its faults are told at the value's place in the file.
    """

    path: str
    value: str
    place: Place | None = None

    def __str__(self) -> str:
        return f"{self.path}={self.value}"


@dataclass(frozen=True, slots=True)
class Alternative:
    """The policy with one reading applied to every criterion of a group that has one of that name."""

    group: int
    reading: Reading
    policy: Policy


class _Refused(Exception):
    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def replacement(text: str, place: Place | None = None) -> Replacement | None:
    """`PATH=VALUE` as somebody types it; None where there is no such form."""
    path, equals, value = text.partition("=")
    return Replacement(path.strip(), value.strip(), place) if equals and path.strip() and value.strip() else None


def is_path(text: str) -> bool:
    """Whether the text has the form of a path, and can be nothing of a person."""
    return len(text) <= 200 and _PATH.fullmatch(text) is not None


def as_written(value: object) -> str | None:
    """A value of a JSON body as a file would have it; None where a file has nothing like it."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list):
        parts = [as_written(part) for part in value if not isinstance(part, list)]
        if len(parts) == len(value) and all(part and "," not in part for part in parts):
            return f"[{', '.join(str(part) for part in parts)}]"
    return None


def set_values(
    library: Library, policy: Policy, replacements: Sequence[Replacement], faults: list[Diagnostic]
) -> Policy | None:
    """The policy with these values instead of the file's; None with the reasons in `faults`, which grows in place."""
    if not replacements:
        return policy
    before, whole = len(faults), Place(policy.place.path)
    if len(replacements) > MOST:
        faults.append(Diagnostic("set-too-many", replacements[0].place or whole, {"limit": MOST}))
        return None
    tree, at = policy.tree, dict[str, Replacement]()
    for one in replacements:
        if one.path in at:
            faults.append(Diagnostic("set-twice", one.place or whole, {"path": one.path if is_path(one.path) else "…"}))
            continue
        at[one.path] = one
        try:
            tree, _ = _replaced(tree, one.path.split("."), one, 0)
        except _Refused as refused:
            values: dict[str, object] = {"path": one.path, **refused.values}
            if not is_path(one.path):
                values = {"path": "…", "where": "…", "name": "…"}
            faults.append(Diagnostic(refused.code, one.place or whole, values))
    if has_errors(faults[before:]):
        return None
    found: list[Diagnostic] = []
    read = schema.parse(tree, library.vocabulary, library.documents, library.national, found)
    if read:
        found += check(read, library.national)
    wrong = [fault for fault in found if fault.severity == "error"]
    faults.extend(_told(fault, tree, replacements) for fault in wrong)
    if read is None or wrong:
        return None
    return _marked(read, policy, tuple(str(one) for one in replacements))


def read_as(policy: Policy, name: str) -> Policy:
    """The policy under another reading: `id`, or `group.id` where it is meant for one group alone.

    Raises KeyError with the names there are.
    """
    wanted = [other for other in readings(policy) if name in _names(policy, other)]
    if not wanted:
        raise KeyError(", ".join(dict.fromkeys(reading_names(policy))))
    for other in wanted:
        policy = replace(policy, groups=_with_reading(policy, other.group, other.reading.id).groups)
    return _marked(policy, policy, (f"{_READING}{name}",))


def remade(
    library: Library, policy: Policy, changes: Sequence[str], place: Place, faults: list[Diagnostic]
) -> Policy | None:
    """The policy with changes as `Policy.what_if` tells them; None with the reasons in `faults`, which grows.

    Raises KeyError where it has no such reading.
    """
    sets = [one for text in changes if not text.startswith(_READING) and (one := replacement(text, place))]
    found = set_values(library, policy, sets, faults)
    for text in changes:
        if found is not None and text.startswith(_READING):
            found = read_as(found, text.removeprefix(_READING))
    return found


def reading_names(policy: Policy) -> tuple[str, ...]:
    """Names of the other readings, by group where two groups have one of the same name."""
    found = readings(policy)
    ids = [other.reading.id for other in found]
    return tuple(_names(policy, other)[ids.count(other.reading.id) > 1] for other in found)


def readings(policy: Policy) -> tuple[Alternative, ...]:
    """The policy under each of its other readings, by group and name."""
    found = []
    for index, group in enumerate(policy.groups):
        first: dict[str, Reading] = {}
        for criterion in group.criteria:
            for reading in criterion.readings:
                first.setdefault(reading.id, reading)
        found += [Alternative(index, one, _with_reading(policy, index, one.id)) for one in first.values()]
    return tuple(found)


def with_criteria(policy: Policy, change: Callable[[int, Criterion], Criterion]) -> Policy:
    """The policy with every criterion, of the group by position, changed."""
    groups = (
        replace(group, criteria=tuple(change(index, criterion) for criterion in group.criteria))
        for index, group in enumerate(policy.groups)
    )
    return replace(policy, groups=tuple(groups))


def _names(policy: Policy, other: Alternative) -> tuple[str, str]:
    return other.reading.id, f"{policy.groups[other.group].id}.{other.reading.id}"


def _with_reading(policy: Policy, index: int, name: str) -> Policy:
    def read(group: int, criterion: Criterion) -> Criterion:
        for reading in criterion.readings if group == index else ():
            if reading.id == name:
                basis: Basis = "assumed" if criterion.ground.basis == "assumed" else "interpreted"
                return replace(
                    criterion,
                    text=reading.text,
                    condition=ALWAYS if reading.condition is None else reading.condition,
                    ground=Ground(basis, criterion.ground.sources, reading.note),
                )
        return criterion

    return with_criteria(policy, read)


def _marked(read: Policy, policy: Policy, changes: tuple[str, ...]) -> Policy:
    """Nobody mistakes it for the regulation: not by its id, not by its effect."""
    return replace(read, id="+".join((policy.id, *changes)), status="draft", what_if=(*policy.what_if, *changes))


# the tree with another value


def _replaced(node: Node, steps: Sequence[str], one: Replacement, depth: int) -> tuple[Node, bool]:
    """The node with the value, and whether the statement around it has been told to be an assumption."""
    if depth == len(steps):
        return _value(node, one), steps[-1] in _GROUND
    name = steps[depth]
    so_far = ".".join(steps[:depth])
    match node:
        case MappingNode(entries, place):
            if name not in [key.text for key, _ in entries]:
                raise _unknown(so_far, name, [key.text for key, _ in entries])
            changed: list[tuple[Scalar, Node]] = []
            grounded = False
            for key, value in entries:
                if key.text == name:
                    value, grounded = _replaced(value, steps, one, depth + 1)
                changed.append((key, value))
            if not grounded and any(key.text == "dasar" for key, _ in entries):
                return MappingNode(tuple(_assumed(changed, one)), place), True
            return MappingNode(tuple(changed), place), grounded
        case SequenceNode(items, place):
            position = _position(items, name)
            if position is None and len(items) == 1:
                position, depth = 0, depth - 1
            if position is None:
                choices = [f"{so_far}.{called}" for called in _called(items)]
                several = any(isinstance(item, MappingNode) for item in items)
                raise _unknown(so_far, name, choices, "set-which-one" if several else None)
            item, grounded = _replaced(items[position], steps, one, depth + 1)
            return SequenceNode((*items[:position], item, *items[position + 1 :]), place), grounded
        case Scalar():
            raise _Refused("set-nothing-below", name=so_far)
        case _:
            assert_never(node)


def _value(node: Node, one: Replacement) -> Node:
    """What stands at the path instead; a single value for a single value, brackets for what is in brackets."""
    if len(one.value) > LONGEST:
        raise _Refused("set-value", problem=Label(f"lebih dari {LONGEST} huruf", f"more than {LONGEST} characters"))
    if not one.value.startswith(("[", "{")):
        if not isinstance(node, Scalar) and one.value != "selalu":
            raise _Refused("set-not-single")
        return Scalar(one.value, node.place)
    read, faults = source.read(one.value.encode(), "--set")
    if read is None or faults:
        raise _Refused("set-value", problem=_both(faults[0]))
    return _moved(read, node.place)


def _moved(node: Node, place: Place) -> Node:
    match node:
        case Scalar(text):
            return Scalar(text, place)
        case SequenceNode(items):
            return SequenceNode(tuple(_moved(item, place) for item in items), place)
        case MappingNode(entries):
            return MappingNode(tuple((Scalar(key.text, place), _moved(value, place)) for key, value in entries), place)
        case _:
            assert_never(node)


def _assumed(entries: Sequence[tuple[Scalar, Node]], one: Replacement) -> list[tuple[Scalar, Node]]:
    """The statement rests on the asking, whatever the source said of the value that stood there, and says so."""
    found: list[tuple[Scalar, Node]] = []
    for key, value in entries:
        if key.text == "dasar" and isinstance(value, Scalar):
            note = f"Pengandaian {one}; dasar dalam berkasnya {value.text}."
            found += [(key, Scalar("asumsi", value.place)), (Scalar("catatan", key.place), Scalar(note, key.place))]
        elif key.text == "bunyi" and isinstance(value, Scalar):
            found.append((key, Scalar(f"{value.text} [pengandaian: {one}]", value.place)))
        elif key.text not in _GROUND:
            found.append((key, value))
    return found


def _position(items: Sequence[Node], name: str) -> int | None:
    if name.isascii() and name.isdecimal() and len(name) < 4:
        return int(name) if int(name) < len(items) else None
    named = [index for index, item in enumerate(items) if name in _own_names(item)]
    return named[0] if len(named) == 1 else None


def _own_names(item: Node) -> list[str]:
    if not isinstance(item, MappingNode):
        return []
    fields = {key.text: value.text for key, value in item.entries if isinstance(value, Scalar)}
    return [fields[name] for name in _NAMED_BY if name in fields]


def _called(items: Sequence[Node]) -> list[str]:
    """How each item may be named: by a name of its own, else by its position."""
    names = [next(iter(_own_names(item)), "") for item in items]
    return [name if name and names.count(name) == 1 else str(index) for index, name in enumerate(names)]


def _unknown(so_far: str, name: str, choices: Sequence[str], code: str | None = None) -> _Refused:
    values: dict[str, object] = {"where": so_far or Label("berkas itu", "the file"), "name": name}
    near = suggestion(name, [choice.removeprefix(f"{so_far}.") for choice in choices])
    if near:
        values["suggestion"] = f"{so_far}.{near}" if so_far else near
    elif 0 < len(choices) <= _CHOICES:
        values["choices"] = ", ".join(choices)
    return _Refused(code or "set-unknown-path", **values)


# what is said of it


def _told(fault: Diagnostic, tree: Node, replacements: Sequence[Replacement]) -> Diagnostic:
    """A fault of the changed policy as a fault of what was asked for."""
    mine = [one for one in replacements if fault.place == _place(tree, one.path.split("."))] or list(replacements)
    paths = ", ".join(one.path for one in mine)
    where = mine[0].place
    if where is None:
        return Diagnostic("set-value", fault.place, {"path": paths, "problem": _both(fault)})
    given = {word for one in mine for word in (one.value, *_WORD.findall(one.value))}
    hidden = {name: "…" if str(value) in given else value for name, value in fault.values.items()}
    return Diagnostic("set-value", where, {"path": paths, "problem": _both(replace(fault, values=hidden))})


def _place(node: Node, steps: Sequence[str]) -> Place:
    """Where the value at a path stands; what was set within it stands there too."""
    for position, step in enumerate(steps):
        match node:
            case MappingNode(entries):
                node = next((value for key, value in entries if key.text == step), node)
            case SequenceNode(items):
                index = _position(items, step)
                if index is None:
                    return _place(items[0], steps[position:])
                node = items[index]
            case Scalar():
                break
    return node.place


def _both(fault: Diagnostic) -> Label:
    """A fault's sentence with its way out, in both languages."""

    def said(language: str) -> str:
        text, hint = fault_text(fault, "id" if language == "id" else "en")
        return f"{text} ({hint})" if hint else text

    return Label(said("id"), said("en"))


def by_path(
    values: Mapping[str, object], place_of: Callable[[str], Place], faults: list[Diagnostic]
) -> list[Replacement]:
    """Replacements of a JSON object; `faults` grows by each value that has no form a file could have."""
    found = []
    for path, value in values.items():
        text = as_written(value)
        if text is None:
            faults.append(Diagnostic("set-not-single", place_of(path), {"path": path if is_path(path) else "…"}))
        else:
            found.append(Replacement(path, text, place_of(path)))
    return found
