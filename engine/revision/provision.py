"""What a version says on a theme: statements, each with its ground, and how far the whole can be relied on.

A provision without statements is silent. One assumption makes the whole provision an assumption, and an assumption is
never the same as anything: it is ours, not the city's.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from engine.language.ground import Basis, Ground
from engine.language.policy import Group
from engine.language.vocabulary import Label

Standing = Literal["stated", "interpreted", "assumed", "silent"]

STANDINGS: tuple[Standing, ...] = ("stated", "interpreted", "assumed", "silent")
"""From the firmest to the weakest."""


@dataclass(frozen=True, slots=True)
class Statement:
    """`groups`: whom it is about (none: everybody the version covers). `wording`: the regulation's own words.

    `meaning` is equal for statements that say the same; None: cannot be the same as anything.
    `basis` None: the file gives this detail no ground of its own, so it counts as an assumption.
    """

    text: Label
    meaning: Hashable | None
    basis: Basis | None
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    groups: tuple[Group, ...]
    articles: tuple[str, ...]
    wording: tuple[str, ...]

    @property
    def standing(self) -> Standing:
        return self.basis or "assumed"


@dataclass(frozen=True, slots=True)
class Provision:
    """`remarks`: what holds beside it, by national law or by our reading; no statement of the city, never counted."""

    theme: str
    statements: tuple[Statement, ...]
    remarks: tuple[Statement, ...] = ()

    @property
    def standing(self) -> Standing:
        """That of the weakest statement."""
        return max((statement.standing for statement in self.statements), key=STANDINGS.index, default="silent")

    @property
    def meaning(self) -> Hashable | None:
        """What another city's provision can equal: None where silent, assumed, or not comparable."""
        if self.standing in ("assumed", "silent") or any(statement.meaning is None for statement in self.statements):
            return None
        return frozenset((statement.meaning, bool(statement.groups)) for statement in self.statements)


def statement(
    text: Label,
    meaning: Hashable | None,
    grounds: Iterable[Ground],
    group: Group | None = None,
    article: str | None = None,
    wording: str | None = None,
) -> Statement:
    """A statement as weak as the weakest of the grounds it rests on; without any, it has none of its own."""
    given = tuple(grounds)
    return Statement(
        text,
        meaning,
        max((ground.basis for ground in given), key=STANDINGS.index, default=None),
        _each_once(source for ground in given for source in ground.sources),
        _each_once(ground.note for ground in given if ground.note),
        (group,) if group else (),
        (article,) if article else (),
        (wording,) if wording else (),
    )


def merged(statements: Iterable[Statement], groups: tuple[Group, ...]) -> tuple[Statement, ...]:
    """What is said alike of several groups as one statement; what holds for all `groups` names none."""
    found: dict[tuple[Label, Hashable, Basis | None], Statement] = {}
    for one in statements:
        key = (one.text, one.meaning, one.basis)
        found[key] = _together(found[key], one) if key in found else one
    return tuple(replace(one, groups=()) if len(one.groups) == len(groups) else one for one in found.values())


def _together(one: Statement, other: Statement) -> Statement:
    return replace(
        one,
        sources=_each_once(one.sources + other.sources),
        notes=_each_once(one.notes + other.notes),
        groups=one.groups + tuple(group for group in other.groups if group not in one.groups),
        articles=_each_once(one.articles + other.articles),
        wording=_each_once(one.wording + other.wording),
    )


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
