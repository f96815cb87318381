"""The mapping file beside a list: which heading is which fact, what its texts mean, what holds for all its rows.

kolom: {"Tgl. Lahir": tanggal_lahir, "Ket": abaikan}
tanggal: hari-bulan-tahun
nilai: {pekerjaan: {"mbecak": tukang_becak}}
tetap: {jabatan_rt: tidak_ada}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from engine.language import source
from engine.language.diagnostic import Diagnostic, Place
from engine.language.reader import Fields, scalar, unknown, word
from engine.language.vocabulary import Vocabulary
from engine.registry.intake.dates import ORDERS, DateOrder
from engine.registry.intake.folding import folded

IGNORE = "abaikan"
"""Stands for no fact: the column is left alone."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where it was written."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class MappingFile:
    """What somebody says about a list; texts of values are read with the list, by the rules of its cells."""

    columns: Mapping[str, str | None] = field(default_factory=dict)
    """Fact by heading; None: to be left alone."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each heading was named."""
    dates: DateOrder | None = None
    words: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    """By fact and text of a cell, what it means."""
    attested: Mapping[str, Text] = field(default_factory=dict)
    """By fact, its value in every row that does not state it."""


def read_mapping(content: bytes, path: str, vocabulary: Vocabulary, faults: list[Diagnostic]) -> MappingFile:
    """The mapping of a file; what cannot be used is left out and added to `faults`."""
    node, found = source.read(content, path)
    faults.extend(found)
    if node is None:
        return MappingFile()
    fields = Fields(node, faults)
    columns, places = _columns(fields.under("kolom"), vocabulary, faults)
    dates = fields.word("tanggal", {order: order for order in ORDERS})
    words: dict[str, Mapping[str, Text]] = {}
    for name, entries in _by_fact(fields.under("nilai"), vocabulary, faults).items():
        section = Fields(entries, faults)
        words[name] = _texts(section)
    attested = {}
    for name, value in _by_fact(fields.under("tetap"), vocabulary, faults).items():
        text = scalar(value, faults)
        if text is not None:
            attested[name] = Text(text, value.place)
    fields.close()
    return MappingFile(columns, places, dates, words, attested)


def attesting(
    mapping: MappingFile, facts: Mapping[str, str], vocabulary: Vocabulary, path: str, faults: list[Diagnostic]
) -> MappingFile:
    """The mapping with facts attested on the command line, which may not contradict it; `path` names that place."""
    attested = dict(mapping.attested)
    for name, text in facts.items():
        at = Place(path)
        if _of_rules(name, at, vocabulary, faults):
            if name in attested and attested[name].text != text:
                values = {"name": name, "place": str(attested[name].place)}
                faults.append(Diagnostic("attested-twice", at, dict(values)))
            attested[name] = Text(text, at)
    return replace(mapping, attested=attested)


def _columns(
    section: Fields | None, vocabulary: Vocabulary, faults: list[Diagnostic]
) -> tuple[dict[str, str | None], dict[str, Place]]:
    columns: dict[str, str | None] = {}
    places: dict[str, Place] = {}
    allowed: dict[str, tuple[str | None]] = {IGNORE: (None,), **{name: (name,) for name in vocabulary.facts}}
    for heading, (key, value) in section.values.items() if section else ():
        meant = word(value, allowed, faults)
        if meant is not None:
            columns[heading], places[heading] = meant[0], key.place
    return columns, places


def _by_fact(section: Fields | None, vocabulary: Vocabulary, faults: list[Diagnostic]) -> dict[str, source.Node]:
    entries = section.values.items() if section else ()
    return {name: value for name, (key, value) in entries if _of_rules(name, key.place, vocabulary, faults)}


def _of_rules(name: str, place: Place, vocabulary: Vocabulary, faults: list[Diagnostic]) -> bool:
    """Whether it is a fact of which something can be said for many people at once; if not, that is a fault."""
    allowed = [fact.name for fact in vocabulary.facts.values() if fact.role != "identity"]
    if name in vocabulary.facts and name not in allowed:
        faults.append(Diagnostic("mapping-identity", place, {"name": name}))
    elif name not in allowed:
        unknown(faults, "mapping-unknown-fact", place, name, allowed)
    return name in allowed


def _texts(section: Fields) -> dict[str, Text]:
    texts: dict[str, Text] = {}
    for written, (_, value) in section.values.items():
        text = scalar(value, section.faults)
        if text is not None:
            texts[written] = Text(text, value.place)
    return texts


def missing_headings(mapping: MappingFile, columns: Sequence[str]) -> list[Diagnostic]:
    """Headings that the mapping gives a fact and the list does not have."""
    headings = {folded(heading) for heading in columns}
    return [
        Diagnostic("mapping-no-such-heading", place, {"heading": name}, "warning")
        for name, place in mapping.places.items()
        if mapping.columns[name] is not None and folded(name) not in headings
    ]
