"""Headings of a list to facts of the vocabulary: by name, label or synonym, or as a mapping file says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from engine.language.diagnostic import Diagnostic, Place
from engine.language.vocabulary import Fact, Label, Vocabulary
from engine.registry.columns import FAULTY, HELD, ROW, SYNTHETIC
from engine.registry.intake.folding import folded, index, spaced
from engine.registry.intake.identity import NIK
from engine.registry.intake.table import HELPERS

MARK = Fact(
    SYNTHETIC, "yes_no", "identity", Label("sintetis", "synthetic"), None, None, None, 0, 0, {}, False, None, ()
)
"""The mark of made-up people, read like a fact but no fact of the vocabulary."""
_NUMBERING = ("no", "nomor", "no urut", "nomor urut")
_REMARK = re.compile(r"[(\[][^()\[\]]*[)\]]\s*\**\s*$")
_NEAR = 0.75
_LONGEST = 40
_DATA = re.compile(r"[0-9]{6}")
_MAPPED, _OWN, _SYNONYM = 3, 2, 1
"""How surely a heading means its fact; of two headings for one fact the surer one has it."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each fact stands (positions from 0), and what is wrong with the headings."""

    positions: Mapping[str, int]
    faults: tuple[Diagnostic, ...]


def match_headings(
    columns: Sequence[str],
    vocabulary: Vocabulary,
    path: str,
    mapped: Mapping[str, str | None],
    attested: bool = False,
    row: int = 1,
) -> Headings:
    """The facts of the columns, whose headings stand in that row. `mapped` gives headings their fact, or None for one
    to be left alone.

    Two headings that mean one fact equally surely are an error, and neither is read; so is a file in which no fact
    is recognised, unless facts are `attested` for all rows. Headings that mean nothing here are one warning.
    """
    own, synonyms = _known(vocabulary)
    chosen = _mapped(columns, mapped)
    claims: dict[str, list[tuple[int, int]]] = {}
    strangers: list[int] = []
    for position, heading in enumerate(columns):
        if position in chosen:
            fact, rank = chosen[position], _MAPPED
        else:
            fact, rank = _meaning(heading, own, synonyms)
            if fact is None and heading.strip() and folded(heading) not in _IGNORED:
                strangers.append(position)
        if fact is not None:
            claims.setdefault(fact, []).append((rank, position))
    faults: list[Diagnostic] = []
    positions: dict[str, int] = {}
    for name in (*vocabulary.facts, SYNTHETIC):
        surest = max((rank for rank, _ in claims.get(name, ())), default=0)
        holders = [position for rank, position in claims.get(name, ()) if rank == surest]
        others = [position for rank, position in claims.get(name, ()) if rank < surest]
        if len(holders) > 1:
            at = Place(path, row, holders[1] + 1)
            values = {"name": name, "first": holders[0] + 1, "second": holders[1] + 1}
            faults.append(Diagnostic("heading-twice", at, dict(values)))
        elif holders:
            positions[name] = holders[0]
            for other in others:
                values = {"name": name, "heading": shown_heading(columns[other]), "column": holders[0] + 1}
                faults.append(Diagnostic("heading-superseded", Place(path, row, other + 1), dict(values), "warning"))
    faults += _overall(columns, positions, strangers, vocabulary, Place(path, row), attested, bool(claims))
    return Headings(positions, tuple(faults))


def shown_heading(heading: str) -> str:
    """A heading fit to be printed: a list without headings has a person's data in its place."""
    text = " ".join(heading.split())
    return text if 0 < len(text) <= _LONGEST and not _DATA.search(text.replace(" ", "")) else "…"


def _overall(
    columns: Sequence[str],
    positions: Mapping[str, int],
    strangers: Sequence[int],
    vocabulary: Vocabulary,
    at: Place,
    attested: bool,
    claimed: bool,
) -> list[Diagnostic]:
    facts = [name for name in positions if name in vocabulary.facts and vocabulary.facts[name].role != "identity"]
    faults = []
    if not facts and not attested and not (claimed and not positions):
        faults.append(Diagnostic("heading-none", at))
    if strangers and positions:
        names = [name for fact in vocabulary.facts.values() for name in (fact.name, fact.label.id)]
        listed = ", ".join(_with_hint(columns[position], names) for position in strangers)
        values: dict[str, object] = {"headings": listed, "count": len(strangers)}
        faults.append(Diagnostic("heading-unknown", replace(at, column=strangers[0] + 1), values, "warning"))
    if positions and NIK in vocabulary.facts and NIK not in positions:
        faults.append(Diagnostic("heading-no-nik", at, {}, "warning"))
    return faults


def _with_hint(heading: str, names: Sequence[str]) -> str:
    spelt = {spaced(name): name for name in names}
    near = get_close_matches(spaced(heading), list(spelt), n=1, cutoff=_NEAR)
    text = f"`{shown_heading(heading)}`"
    return f"{text} (`{spelt[near[0]]}`?)" if near else text


def _known(vocabulary: Vocabulary) -> tuple[dict[str, str], dict[str, str]]:
    facts = [*vocabulary.facts.values(), MARK]
    own = index((name, fact.name) for fact in facts for name in (fact.name, fact.label.id, fact.label.en))
    return own, index((name, fact.name) for fact in facts for name in fact.headings)


def _meaning(heading: str, own: Mapping[str, str], synonyms: Mapping[str, str]) -> tuple[str | None, int]:
    """What a heading means, as it stands or without a remark in brackets behind it."""
    for text in (heading, _REMARK.sub("", heading)):
        key = folded(text)
        if key in own:
            return own[key], _OWN
        if key in synonyms:
            return synonyms[key], _SYNONYM
    return None, 0


def _mapped(columns: Sequence[str], mapped: Mapping[str, str | None]) -> dict[int, str | None]:
    """The fact of each column that the mapping names: by its very text, else by its letters and digits."""
    exact: dict[int, str | None] = {}
    alike: dict[int, str | None] = {}
    for text, fact in mapped.items():
        same = {position: fact for position, heading in enumerate(columns) if heading.strip() == text.strip()}
        exact |= same
        if not same:
            alike |= {position: fact for position, heading in enumerate(columns) if folded(heading) == folded(text)}
    return alike | exact


_IGNORED = frozenset(map(folded, (*_NUMBERING, *HELPERS, ROW, HELD, FAULTY)))
