"""Every word a policy file may use: facts with type, range, labels and evidence; sources of money; programmes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.language.condition import Value
from engine.language.diagnostic import Diagnostic
from engine.language.reader import YES_NO, Fields
from engine.language.source import Node, canonical

Language = Literal["id", "en"]
Kind = Literal["yes_no", "word", "number", "region", "date", "text"]
Role = Literal["rule", "origin", "ruling", "identity"]

_KINDS: dict[str, Kind] = {
    "ya_tidak": "yes_no",
    "kata": "word",
    "bilangan": "number",
    "kode_wilayah": "region",
    "tanggal": "date",
    "teks": "text",
}
_ROLES: dict[str, Role] = {"aturan": "rule", "asal": "origin", "penetapan": "ruling", "identitas": "identity"}
ESSENTIAL = ("usia", "kota", "pekerjaan", "pekerjaan_kedua", "penerima_berjalan", "ditetapkan_setara")
"""Facts that the engine itself reads."""


@dataclass(frozen=True, slots=True)
class Label:
    id: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.id if language == "id" else self.en


@dataclass(frozen=True, slots=True)
class Word:
    """A value of a word fact, or a source of money, programme or segment."""

    slug: str
    label: Label
    synonyms: tuple[str, ...] = ()
    kbji: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a rule may ask: `low`/`high` bound numbers (whole units), `words` name the values of a word."""

    name: str
    kind: Kind
    role: Role
    label: Label
    evidence: Label | None
    attested_by: Label | None
    unit: Label | None
    low: int
    high: int
    words: Mapping[str, Word]
    changeable: bool
    """Whether a person can change it; age, family and place are not."""
    presumed: Value | None
    """The value that holds when nobody stated the fact; None: an unstated fact is unknown."""
    headings: tuple[str, ...]
    """What lists of applicants call its column, beside its name and labels."""

    def proof(self, language: Language) -> str:
        """What proves the fact, and who attests it."""
        proof = self.evidence[language] if self.evidence else self.label[language]
        by = {"id": "dari", "en": "from"}[language]
        return f"{proof}, {by} {self.attested_by[language]}" if self.attested_by else proof


@dataclass(frozen=True, slots=True)
class Vocabulary:
    facts: Mapping[str, Fact]
    sources: Mapping[str, Word]
    programs: Mapping[str, Word]
    segments: Mapping[str, Word]
    presumed: Mapping[str, Value]
    """What holds of facts that nobody stated, where the vocabulary says so."""
    content: str
    """The whole file as canonical JSON, for digests."""

    def askable(self) -> tuple[str, ...]:
        """Names of the facts that a condition may read."""
        return tuple(name for name, fact in self.facts.items() if fact.role == "rule")

    def city_of_region(self, code: str) -> str:
        """City slug of a Kemendagri village code, by its regency prefix."""
        for slug, word in self.facts["kota"].words.items():
            if word.region and code.startswith(word.region + "."):
                return slug
        return "lainnya"


def parse(root: Node, faults: list[Diagnostic]) -> Vocabulary | None:
    """The vocabulary; None where a fact is missing that the engine itself reads."""
    fields = Fields(root, faults)
    lists = fields.under("daftar_kata", required=True)
    shared = {name: _words(entry) for name, entry in lists.named()} if lists else {}
    section = fields.under("fakta", required=True)
    facts = {name: _fact(name, entry, shared) for name, entry in section.named()} if section else {}
    if section:
        for name in ESSENTIAL:
            section.node(name, required=True)
        section.close()
    vocabulary = Vocabulary(
        facts,
        _words(fields.under("sumber_dana", required=True)),
        _words(fields.under("program", required=True)),
        _words(fields.under("segmen", required=True)),
        {name: fact.presumed for name, fact in facts.items() if fact.presumed is not None},
        canonical(root),
    )
    fields.close()
    return vocabulary if all(name in facts for name in ESSENTIAL) else None


def _fact(name: str, fields: Fields, shared: Mapping[str, dict[str, Word]]) -> Fact:
    kind = fields.word("jenis", _KINDS, required=True)
    role = fields.word("peran", _ROLES) or "rule"
    if (kind == "date" and role != "origin") or (kind == "text" and role != "identity"):
        fields.fault("fact-not-askable", fields.key_place("jenis"), name=name)
    words: dict[str, Word] = {}
    if kind == "word":
        listing = fields.word("daftar", shared)
        words = {**(listing or {}), **_words(fields.under("nilai")), **_words(fields.under("tambahan"))}
    low, high = 0, 0
    if kind == "number":
        low = fields.number("paling_rendah", required=True) or 0
        high = fields.number("paling_tinggi", required=True) or 0
        if low > high:
            fields.fault("empty-range", fields.key_place("paling_rendah"), name=name, low=low, high=high)
    choices: dict[str, Value] = {**YES_NO} if kind == "yes_no" else {word: word for word in words}
    presumed = fields.word("bila_kosong", choices)
    fact = Fact(
        name,
        kind or "text",
        role,
        _label(fields, "label", required=True) or Label(name, name),
        _label(fields, "bukti", required=role == "rule"),
        _label(fields, "oleh"),
        _label(fields, "satuan"),
        low,
        high,
        words,
        fields.yes_no("dapat_berubah") or False,
        presumed,
        tuple(text for text, _ in fields.texts("kolom")),
    )
    fields.close()
    return fact


def _words(section: Fields | None) -> dict[str, Word]:
    words: dict[str, Word] = {}
    for slug, entry in section.named() if section else ():
        words[slug] = Word(
            slug,
            _label(entry, "label", required=True) or Label(slug, slug),
            tuple(text for text, _ in entry.texts("sinonim")),
            entry.text("kbji"),
            entry.text("wilayah"),
        )
        entry.close()
    return words


def _label(fields: Fields, name: str, *, required: bool = False) -> Label | None:
    entry = fields.under(name, required=required)
    if entry is None:
        return None
    label = Label(entry.text("id", required=True) or "?", entry.text("en", required=True) or "?")
    entry.close()
    return label
