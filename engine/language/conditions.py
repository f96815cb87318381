"""Conditions as a policy file writes them, to the tree of `condition`.

selalu
{usia: {paling_rendah: 18, kurang_dari: nasional.usia_pendaftaran_kurang_dari}}
{pekerjaan: {termasuk: lampiran.jenis_pekerjaan}}     {jabatan_rt: {termasuk: [ketua]}}
{peserta_aktif: tidak}      {definisi: pekerja_rentan}
{semua: [...]}      {salah_satu: [...]}      {tidak: {...}}
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.language.condition import (
    ALWAYS,
    Among,
    Between,
    Bound,
    Condition,
    Defined,
    Either,
    Every,
    Listed,
    National,
    Not,
    Value,
)
from engine.language.diagnostic import Diagnostic
from engine.language.reader import YES_NO, Fields, number, scalar, unknown, word
from engine.language.regions import is_region_code, village_name
from engine.language.source import Mapping, Node, Scalar, Sequence, plain
from engine.language.vocabulary import Fact, Vocabulary

OCCUPATIONS = ("pekerjaan", "pekerjaan_kedua")
_BOUNDS = ("paling_rendah", "lebih_dari", "paling_tinggi", "kurang_dari", "sama_dengan")


@dataclass(frozen=True, slots=True)
class Names:
    """The names a condition may use; lists and definitions are those read so far."""

    vocabulary: Vocabulary
    national: frozenset[str]
    lists: dict[str, str]
    """The fact that each list is about."""
    definitions: set[str]


def parse(node: Node, names: Names, faults: list[Diagnostic]) -> Condition | None:
    """The condition, or None where a fault was found."""
    if isinstance(node, Scalar):
        text = scalar(node, faults)
        if text == "selalu":
            return ALWAYS
        if text is not None:
            faults.append(Diagnostic("not-a-condition", node.place, {"value": text}))
        return None
    if not isinstance(node, Mapping):
        faults.append(Diagnostic("not-a-condition", node.place, {"value": "[...]"}))
        return None
    if len(node.entries) != 1:
        faults.append(Diagnostic("one-question-each", node.place, {"count": len(node.entries)}))
        return None
    key, value = node.entries[0]
    match key.text:
        case "semua":
            parts = _parts(value, names, faults)
            return None if parts is None else Every(parts)
        case "salah_satu":
            parts = _parts(value, names, faults)
            return None if parts is None else Either(parts)
        case "tidak":
            part = parse(value, names, faults)
            return None if part is None else Not(part)
        case "definisi":
            return _defined(value, names, faults)
        case _:
            return _question(key, value, names, faults)


def _parts(node: Node, names: Names, faults: list[Diagnostic]) -> tuple[Condition, ...] | None:
    if not isinstance(node, Sequence) or not node.items:
        faults.append(Diagnostic("expected-conditions", node.place))
        return None
    parts = [parse(item, names, faults) for item in node.items]
    whole = tuple(part for part in parts if part is not None)
    return whole if len(whole) == len(parts) else None


def _defined(node: Node, names: Names, faults: list[Diagnostic]) -> Condition | None:
    name = scalar(node, faults)
    if name is None:
        return None
    if name not in names.definitions:
        unknown(faults, "unknown-definition", node.place, name, sorted(names.definitions))
        return None
    return Defined(name)


def _question(key: Scalar, value: Node, names: Names, faults: list[Diagnostic]) -> Condition | None:
    fact = names.vocabulary.facts.get(key.text)
    if fact is None or fact.role in ("identity", "origin", "ruling"):
        if fact is None:
            choice = [*names.vocabulary.askable(), "semua", "salah_satu", "tidak", "definisi"]
            unknown(faults, "unknown-fact", key.place, key.text, choice)
        else:
            faults.append(Diagnostic(f"fact-is-{fact.role}", key.place, {"name": fact.name}))
        return None
    if fact.kind == "number":
        return _between(fact, value, names, faults)
    if isinstance(value, Scalar):
        single = _value(fact, value, faults)
        return None if single is None else Among(fact.name, frozenset({single}))
    if not isinstance(value, Mapping):
        faults.append(Diagnostic("one-membership", value.place, {"name": fact.name}))
        return None
    fields = Fields(value, faults)
    inside, outside = fields.node("termasuk"), fields.node("tidak_termasuk")
    fields.close()
    chosen = inside or outside
    if chosen is None or (inside and outside):
        if chosen or not fields.names():
            faults.append(Diagnostic("one-membership", value.place, {"name": fact.name}))
        return None
    member = _membership(fact, chosen, names, faults)
    return Not(member) if member is not None and outside else member


def _membership(fact: Fact, node: Node, names: Names, faults: list[Diagnostic]) -> Condition | None:
    if isinstance(node, Scalar):
        text = scalar(node, faults)
        if text is None:
            return None
        listing = text.removeprefix("lampiran.")
        if text in fact.words:
            faults.append(Diagnostic("expected-values", node.place, {"name": fact.name}))
            return None
        if listing == text or listing not in names.lists:
            choice = sorted(names.lists) if listing != text else [f"lampiran.{name}" for name in sorted(names.lists)]
            unknown(faults, "unknown-list", node.place, listing, choice)
            return None
        about = names.lists[listing]
        if fact.name != about and not (fact.name in OCCUPATIONS and about in OCCUPATIONS):
            faults.append(Diagnostic("list-of-another-fact", node.place, {"name": fact.name, "about": about}))
            return None
        return Listed(OCCUPATIONS if fact.name == "pekerjaan" else (fact.name,), listing)
    if not isinstance(node, Sequence) or not node.items:
        faults.append(Diagnostic("expected-values", node.place, {"name": fact.name}))
        return None
    seen: set[Value] = set()
    whole = True
    for item in node.items:
        value = _value(fact, item, faults)
        if value is None:
            whole = False
        elif value in seen:
            faults.append(Diagnostic("value-twice", item.place, {"value": plain(item)}))
        else:
            seen.add(value)
    return Among(fact.name, frozenset(seen)) if whole else None


def _value(fact: Fact, node: Node, faults: list[Diagnostic]) -> Value | None:
    if fact.kind == "yes_no":
        return word(node, YES_NO, faults)
    if fact.kind == "word":
        return word(node, {slug: slug for slug in fact.words}, faults)
    text = scalar(node, faults)
    if text is not None and not is_region_code(text):
        faults.append(Diagnostic("not-a-region-code", node.place, {"value": text}))
        return None
    if text is not None and village_name(text) is None:
        faults.append(Diagnostic("unknown-village", node.place, {"value": text}))
        return None
    return text


def _between(fact: Fact, node: Node, names: Names, faults: list[Diagnostic]) -> Condition | None:
    if isinstance(node, Scalar):
        exact = _bound(node, names, faults)
        return None if exact is None else _within(fact, node, exact, exact, faults)
    if not isinstance(node, Mapping) or not node.entries:
        faults.append(Diagnostic("no-bound", node.place, {"name": fact.name}))
        return None
    fields = Fields(node, faults)
    nodes = {name: fields.node(name) for name in _BOUNDS}
    fields.close()
    bounds = {name: _bound(value, names, faults) for name, value in nodes.items() if value is not None}
    if not bounds or any(bound is None for bound in bounds.values()):
        return None
    if (
        len(bounds.keys() & {"paling_rendah", "lebih_dari"}) > 1
        or len(bounds.keys() & {"paling_tinggi", "kurang_dari"}) > 1
    ):
        faults.append(Diagnostic("two-bounds", node.place, {"name": fact.name}))
        return None
    if (exactly := bounds.get("sama_dengan")) is not None:
        if len(bounds) > 1:
            faults.append(Diagnostic("two-bounds", node.place, {"name": fact.name}))
            return None
        return _within(fact, node, exactly, exactly, faults)
    low = bounds["paling_rendah"] if "paling_rendah" in bounds else _shift(bounds.get("lebih_dari"), 1)
    high = bounds["paling_tinggi"] if "paling_tinggi" in bounds else _shift(bounds.get("kurang_dari"), -1)
    return _within(fact, node, low, high, faults)


def _within(
    fact: Fact, node: Node, low: Bound | None, high: Bound | None, faults: list[Diagnostic]
) -> Condition | None:
    for bound in (low, high):
        if isinstance(bound, int) and not fact.low <= bound <= fact.high:
            values = {"name": fact.label, "value": bound, "low": fact.low, "high": fact.high}
            faults.append(Diagnostic("out-of-range", node.place, dict(values)))
            return None
    if isinstance(low, int) and isinstance(high, int) and low > high:
        faults.append(Diagnostic("empty-range", node.place, {"name": fact.label, "low": low, "high": high}))
        return None
    return Between(fact.name, low, high)


def _bound(node: Node, names: Names, faults: list[Diagnostic]) -> Bound | None:
    if isinstance(node, Scalar) and node.text.startswith("nasional."):
        name = node.text.removeprefix("nasional.")
        if name not in names.national:
            unknown(faults, "unknown-national", node.place, name, sorted(names.national))
            return None
        return National(name)
    return number(node, faults)


def _shift(bound: Bound | None, by: int) -> Bound | None:
    if isinstance(bound, National):
        return National(bound.name, bound.offset + by)
    return None if bound is None else bound + by
