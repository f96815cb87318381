"""What two versions write otherwise: items added, removed and changed, matched by name and then by meaning.

Between two cities the words, the numbers of articles and the dates are each city's own, and no difference.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.language.messages.revision import ASPECTS, ITEMS
from engine.language.vocabulary import Label, Language
from engine.revision.difference.items import Aspect, Item, items
from engine.revision.themes import View

OWN = frozenset({"wording", "article", "number", "year", "about", "since", "until", "provider"})
"""Aspects that two cities never share."""
_MAIN = {"criterion": "condition", "priority": "condition", "funding": "condition", "list": "members"}
"""What an item of another name must have in common to be the same item renamed."""


@dataclass(frozen=True, slots=True)
class AspectChange:
    """`added` and `removed`: members of a list."""

    aspect: str
    old: Label | None
    new: Label | None
    added: tuple[Label, ...] = ()
    removed: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One item that is on one side only (`old` or `new` None), or on both and otherwise."""

    old: Item | None
    new: Item | None
    aspects: tuple[AspectChange, ...]

    @property
    def how(self) -> Literal["added", "removed", "changed"]:
        return "added" if self.old is None else "removed" if self.new is None else "changed"

    @property
    def item(self) -> Item:
        found = self.new or self.old
        assert found
        return found

    def as_json(self, language: Language) -> dict[str, object]:
        return {
            "change": self.how,
            "kind": self.item.kind,
            "kind_label": ITEMS[self.item.kind][language],
            "group": self.item.within,
            "name": self.item.name[language],
            "old": self.old and _item_json(self.old, language),
            "new": self.new and _item_json(self.new, language),
            "aspects": [
                {
                    "aspect": change.aspect,
                    "label": ASPECTS[change.aspect][language],
                    "old": change.old and change.old[language],
                    "new": change.new and change.new[language],
                    "added": [label[language] for label in change.added],
                    "removed": [label[language] for label in change.removed],
                }
                for change in self.aspects
            ],
        }


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that decides and that no source states; `side` "both": assumed alike on both sides."""

    side: Literal["old", "new", "both"]
    item: Item

    def as_json(self, language: Language) -> dict[str, object]:
        return {
            "side": self.side,
            "kind": self.item.kind,
            "group": self.item.within,
            "id": self.item.id,
            "article": self.item.article,
            "text": deciding(self.item)[language],
        }


def structure(old: View, new: View) -> tuple[tuple[Change, ...], tuple[Assumption, ...]]:
    """What was changed, in the order of the new version; and what on either side rests on an assumption."""
    before, after = items(old), items(new)
    own = OWN if old.policy.city != new.policy.city else frozenset[str]()
    if old.policy.what_if or new.policy.what_if:
        own |= {"status"}  # of a what-if it is what we say of it
    renamed = _groups(before, after)
    before_by = {(item.kind, renamed.get(item.within or "", item.within), _id(item, renamed)): item for item in before}
    pairs: list[tuple[Item | None, Item | None]] = []
    for item in after:
        pairs.append((before_by.pop((item.kind, item.within, item.id), None), item))
    pairs = _by_meaning(pairs, list(before_by.values()), renamed)
    changes = [Change(one, two, tuple(_aspects(one, two, own))) for one, two in pairs]
    told = tuple(change for change in changes if change.how != "changed" or change.aspects)
    return told, tuple(_assumptions(pairs))


def deciding(item: Item) -> Label:
    """What an item says, in words; of a quota how many, of a group and whatever else is no rule only its name."""
    if item.kind == "quota":
        return item.aspects["amount"].text
    for name in ("condition", "members", "rule"):
        if name in item.aspects:
            return item.aspects[name].text
    return item.name


def _item_json(item: Item, language: Language) -> dict[str, object]:
    return {
        "id": item.id,
        "group": item.within,
        "article": item.article,
        "basis": item.basis,
        "sources": list(item.sources),
        "text": deciding(item)[language],
    }


def _groups(before: Sequence[Item], after: Sequence[Item]) -> dict[str, str]:
    """Groups that go by another name now, by the criteria they share: at least half, and the most."""
    old = {item.id for item in before if item.kind == "group"}
    new = [item.id for item in after if item.kind == "group"]
    found: dict[str, str] = {}
    for name in (one for one in new if one not in old):
        theirs = _asked(after, name)
        free = [one for one in sorted(old - set(new)) if one not in found]
        shared = {one: len(_asked(before, one) & theirs) for one in free}
        best = max(shared, key=lambda one: shared[one], default=None)
        if best is not None and 2 * shared[best] >= max(len(_asked(before, best)), len(theirs)):
            found[best] = name
    return found


def _asked(found: Iterable[Item], group: str) -> set[Hashable]:
    return {
        item.aspects["condition"].meaning or item.id
        for item in found
        if item.kind == "criterion" and item.within == group
    }


def _id(item: Item, renamed: Mapping[str, str]) -> str:
    return renamed.get(item.id, item.id) if item.kind == "group" else item.id


def _by_meaning(
    pairs: list[tuple[Item | None, Item | None]], left: list[Item], renamed: Mapping[str, str]
) -> list[tuple[Item | None, Item | None]]:
    """New items without a partner find an old one of the same meaning under another name; the rest stand alone."""
    found: list[tuple[Item | None, Item | None]] = []
    for one, two in pairs:
        partner = one
        if two is not None and one is None and two.kind in _MAIN:
            alike = (
                item
                for item in left
                if item.kind == two.kind
                and renamed.get(item.within or "", item.within) == two.within
                and item.aspects[_MAIN[item.kind]].meaning == two.aspects[_MAIN[item.kind]].meaning
            )
            partner = next(alike, None)
            if partner is not None:
                left.remove(partner)
        found.append((partner, two))
    return found + [(item, None) for item in left]


def _aspects(one: Item | None, two: Item | None, own: frozenset[str]) -> Iterator[AspectChange]:
    if one is None or two is None:
        return
    names = dict.fromkeys((*one.aspects, *two.aspects))
    if one.kind != "group" and one.id != two.id:
        yield AspectChange("id", Label(one.id, one.id), Label(two.id, two.id))
    for name in names:
        before, after = one.aspects.get(name), two.aspects.get(name)
        if name not in own and not _same(before, after):
            yield AspectChange(
                name,
                before.text if before else None,
                after.text if after else None,
                _only(after, before),
                _only(before, after),
            )


def _same(one: Aspect | None, two: Aspect | None) -> bool:
    return one is not None and two is not None and one.meaning == two.meaning


def _only(one: Aspect | None, two: Aspect | None) -> tuple[Label, ...]:
    there = two.members if two else ()
    return tuple(label for label in (one.members if one else ()) if label not in there)


def _assumptions(pairs: Iterable[tuple[Item | None, Item | None]]) -> Iterator[Assumption]:
    """Criteria, lists and sources of money that are assumed; those assumed alike on both sides once."""
    for one, two in pairs:
        mine, theirs = _assumed(one), _assumed(two)
        if mine and theirs and not any(True for _ in _aspects(one, two, OWN)):
            yield Assumption("both", theirs)
            continue
        if mine:
            yield Assumption("old", mine)
        if theirs:
            yield Assumption("new", theirs)


def _assumed(item: Item | None) -> Item | None:
    return item if item and item.basis == "assumed" and item.kind in ("criterion", "list", "funding") else None
