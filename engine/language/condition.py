"""What a criterion asks: a small immutable tree, and its meaning in three values.

`Condition` is what a policy file may write; `Core` is what is left once definitions, lists and
national values are filled in. Everything downstream (cells, rules, diagrams) reads only `Core`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

Value = bool | int | str
Facts = Mapping[str, Value]
"""Known facts of one person by name; a fact that is absent is unknown."""

RULING = "ditetapkan_setara"
"""The fact that settles membership of an open list (ruled by the competent official)."""

NO_OCCUPATION = frozenset({"tidak_ada", "tidak_bekerja"})
"""Values of an occupation fact that no ruling can bring into a list."""


@dataclass(frozen=True, slots=True)
class National:
    """A dated national value by name, plus an offset (`kurang_dari` is one less than its bound)."""

    name: str
    offset: int = 0


Bound = int | National


@dataclass(frozen=True, slots=True)
class Among:
    """The fact has one of these values."""

    fact: str
    values: frozenset[Value]


@dataclass(frozen=True, slots=True)
class Between:
    """The fact is a whole number within inclusive bounds; None leaves a side open."""

    fact: str
    low: Bound | None
    high: Bound | None


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the facts has a value that the named list holds."""

    facts: tuple[str, ...]
    listing: str


@dataclass(frozen=True, slots=True)
class Defined:
    """The condition that the definitions section gives this name."""

    name: str


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold; no parts: always."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds; no parts: never."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Condition


Condition = Among | Between | Listed | Defined | Every | Either | Not

ALWAYS = Every(())


@dataclass(frozen=True, slots=True)
class Numbers:
    """A set of whole numbers: inclusive ranges, ascending and apart."""

    ranges: tuple[tuple[int, int], ...]

    def __contains__(self, value: object) -> bool:
        return isinstance(value, int) and any(low <= value <= high for low, high in self.ranges)


@dataclass(frozen=True, slots=True)
class Words:
    """A set of values named one by one, or (`inverted`) all values but these."""

    names: frozenset[Value]
    inverted: bool = False

    def __contains__(self, value: object) -> bool:
        return (value in self.names) != self.inverted


ValueSet = Numbers | Words


@dataclass(frozen=True, slots=True)
class Leaf:
    """One question about one fact: is its value in the set?"""

    fact: str
    allowed: ValueSet


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Core, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Core, ...]


@dataclass(frozen=True, slots=True)
class NotThis:
    part: Core


Core = Leaf | AllOf | AnyOf | NotThis


@dataclass(frozen=True, slots=True)
class Members:
    """A list as a condition needs it; `excluded` is None for a closed list."""

    entries: frozenset[str]
    excluded: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a condition is resolved against."""

    definitions: Mapping[str, Condition]
    lists: Mapping[str, Members]
    national: Mapping[str, int]
    limits: Mapping[str, tuple[int, int]]
    """Lowest and highest value of each whole-number fact."""


class UnknownNational(Exception):
    """No national value of that name is in force."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def resolve(condition: Condition, setting: Setting) -> Core:
    """The condition with definitions, lists and national values filled in.

    An open or partial list means: in the list, or not known to be outside it and ruled equivalent.
    Raises UnknownNational, and KeyError for a name that `schema` would have refused.
    """
    match condition:
        case Among(fact, values):
            return Leaf(fact, Words(values))
        case Between(fact, low, high):
            floor, ceiling = setting.limits[fact]
            bottom = floor if low is None else _number(low, setting)
            top = ceiling if high is None else _number(high, setting)
            inside = (max(bottom, floor), min(top, ceiling))
            return Leaf(fact, Numbers((inside,) if inside[0] <= inside[1] else ()))
        case Listed(facts, listing):
            return _either(tuple(_member(fact, setting.lists[listing]) for fact in facts))
        case Defined(name):
            return resolve(setting.definitions[name], setting)
        case Every(parts):
            return AllOf(tuple(resolve(part, setting) for part in parts))
        case Either(parts):
            return AnyOf(tuple(resolve(part, setting) for part in parts))
        case Not(part):
            return NotThis(resolve(part, setting))
        case _:
            assert_never(condition)


def holds(core: Core, facts: Facts) -> bool | None:
    """Kleene's three values: True, False, or None when the known facts leave it open.

    This is the reference the rules and the diagrams are tested against, not what runs in production.
    """
    match core:
        case Leaf(fact, allowed):
            return None if fact not in facts else facts[fact] in allowed
        case AllOf(parts):
            answers = [holds(part, facts) for part in parts]
            return False if False in answers else (None if None in answers else True)
        case AnyOf(parts):
            answers = [holds(part, facts) for part in parts]
            return True if True in answers else (None if None in answers else False)
        case NotThis(part):
            answer = holds(part, facts)
            return None if answer is None else not answer
        case _:
            assert_never(core)


def leaves(core: Core) -> tuple[Leaf, ...]:
    """The questions of a condition, each once, in the order written."""
    found: dict[Leaf, None] = {}

    def walk(node: Core) -> None:
        match node:
            case Leaf():
                found.setdefault(node)
            case AllOf(parts) | AnyOf(parts):
                for part in parts:
                    walk(part)
            case NotThis(part):
                walk(part)
            case _:
                assert_never(node)

    walk(core)
    return tuple(found)


def written(condition: Condition, visit: Callable[[Condition], None]) -> None:
    """Calls `visit` for the condition and every part of it as written."""
    visit(condition)
    match condition:
        case Every(parts) | Either(parts):
            for part in parts:
                written(part, visit)
        case Not(part):
            written(part, visit)
        case Among() | Between() | Listed() | Defined():
            pass
        case _:
            assert_never(condition)


def _number(bound: Bound, setting: Setting) -> int:
    if isinstance(bound, int):
        return bound
    if bound.name not in setting.national:
        raise UnknownNational(bound.name)
    return setting.national[bound.name] + bound.offset


def _member(fact: str, members: Members) -> Core:
    inside = Leaf(fact, Words(frozenset(members.entries)))
    if members.excluded is None:
        return inside
    unsettled = Leaf(fact, Words(members.excluded | members.entries | NO_OCCUPATION, inverted=True))
    ruled = Leaf(RULING, Words(frozenset({True})))
    return AnyOf((inside, AllOf((unsettled, ruled))))


def _either(parts: tuple[Core, ...]) -> Core:
    return parts[0] if len(parts) == 1 else AnyOf(parts)
