"""Why a statement stands in a file: `dasar`, `sumber`, `catatan`, and the documents they cite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.language.diagnostic import Diagnostic
from engine.language.reader import Fields, unknown
from engine.language.source import Node, Sequence

Basis = Literal["stated", "interpreted", "assumed"]
DocumentKind = Literal["article", "law", "secondary"]

BASES: dict[str, Basis] = {"tersurat": "stated", "tafsir": "interpreted", "asumsi": "assumed"}
_DOCUMENT_KINDS: dict[str, DocumentKind] = {"artikel": "article", "peraturan": "law", "sekunder": "secondary"}


@dataclass(frozen=True, slots=True)
class Document:
    """A source: `secondary` material can support a reading, never state a rule."""

    id: str
    kind: DocumentKind
    publisher: str
    published: date | None
    title: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Ground:
    """Stated by a source, our reading of it, or an assumption; the note says what a reader must know of it."""

    basis: Basis
    sources: tuple[str, ...]
    note: str | None


def parse_documents(root: Node, faults: list[Diagnostic]) -> dict[str, Document] | None:
    """The documents that policies rest on, by id: `{dokumen: {id: {jenis, penerbit, tanggal, judul}}}`.

    None where there is no such section.
    """
    fields = Fields(root, faults)
    section = fields.under("dokumen", required=True)
    found: dict[str, Document] = {}
    for name in section.names() if section else ():
        entry = section.under(name) if section else None
        if entry is None:
            continue
        found[name] = Document(
            name,
            entry.word("jenis", _DOCUMENT_KINDS, required=True) or "secondary",
            entry.text("penerbit", required=True) or "?",
            entry.date("tanggal", required=True),
            entry.text("judul", required=True) or "?",
            entry.text("catatan"),
        )
        entry.close()
    fields.close()
    return found if section and section.readable else None


def read_ground(fields: Fields, documents: Mapping[str, Document]) -> Ground:
    """The ground of one statement; an assumption needs a note, anything else a source of the right kind."""
    basis = fields.word("dasar", BASES, required=True)
    sources = cited(fields, documents)
    named = fields.node("sumber")
    known = isinstance(named, Sequence) and len(named.items) == len(sources)
    note = fields.text("catatan")
    place = fields.key_place("dasar")
    if basis == "assumed" and "catatan" not in fields.values:
        fields.fault("assumption-without-note", place)
    if basis in ("stated", "interpreted") and (named is None or fields.empty("sumber")):
        fields.fault("stated-without-source", place)
    if basis == "stated" and sources and known and all(documents[name].kind == "secondary" for name in sources):
        fields.fault("stated-by-secondary", place)
    return Ground(basis or "assumed", sources, note)


def cited(fields: Fields, documents: Mapping[str, Document], *, required: bool = False) -> tuple[str, ...]:
    """Ids under `sumber`; one that no document has is a fault."""
    found = []
    for name, place in fields.texts("sumber", required=required):
        if name in documents:
            found.append(name)
        else:
            unknown(fields.faults, "unknown-source", place, name, documents)
    return tuple(found)
