"""The form of a condition, and the values of each fact."""

from __future__ import annotations

from engine.language.json_schema.parts import SLUG, Schema, labelled, number, one_of, ref, told
from engine.language.reader import YES_NO
from engine.language.vocabulary import Fact, Vocabulary

_VILLAGE = r"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$"


def conditions(vocabulary: Vocabulary) -> Schema:
    """`syarat`, and `satu_syarat`: one question, or parts joined."""
    several: Schema = {"type": "array", "items": ref("syarat"), "minItems": 1}
    parts: Schema = {"semua": several, "salah_satu": several, "tidak": ref("syarat"), "definisi": ref("nama")}
    asked: Schema = {name: _question(vocabulary.facts[name]) for name in vocabulary.askable()}
    one: Schema = {
        "type": "object",
        "properties": {**{name: told(f"syarat.{name}", part) for name, part in parts.items()}, **asked},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }
    always: Schema = {"type": "string", **one_of(("selalu",))}
    return {"syarat": told("syarat", {"anyOf": [ref("satu_syarat"), always]}), "satu_syarat": one}


def _question(fact: Fact) -> Schema:
    """One fact: a value of it, or membership; a number may also be bounded."""
    choices = (
        [_bound(fact.low, fact.high), _bounds(fact)] if fact.kind == "number" else [_value(fact), _membership(fact)]
    )
    return {**labelled(fact), "anyOf": [*choices]}


def _value(fact: Fact) -> Schema:
    return ref(f"nilai_{fact.name}")


def fact_values(fact: Fact) -> Schema:
    """One value of the fact."""
    match fact.kind:
        case "yes_no":
            return one_of(YES_NO)
        case "word":
            return one_of(fact.words)
        case "region":
            return {"type": "string", "pattern": _VILLAGE, "description": "Kode kelurahan, misalnya 33.76.01.1001."}
        case _:
            return number(fact.low, fact.high)


def _membership(fact: Fact) -> Schema:
    several: Schema = {"type": "array", "items": _value(fact), "minItems": 1, "uniqueItems": True}
    listed: Schema = {"type": "string", "pattern": rf"^lampiran\.{SLUG}$"}
    either: Schema = {"anyOf": [several, listed]} if fact.kind == "word" else several
    sides: Schema = {name: told(f"syarat.{name}", either) for name in ("termasuk", "tidak_termasuk")}
    return {
        "type": "object",
        "properties": sides,
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }


def _bounds(fact: Fact) -> Schema:
    """At most one bound on a side; `sama_dengan` alone."""
    low, high = fact.low, fact.high
    bounds = {
        "paling_rendah": _bound(low, high),
        "lebih_dari": _bound(low - 1, high - 1),
        "paling_tinggi": _bound(low, high),
        "kurang_dari": _bound(low + 1, high + 1),
        "sama_dengan": _bound(low, high),
    }
    return {
        "type": "object",
        "properties": {name: told(f"syarat.{name}", bound) for name, bound in bounds.items()},
        "additionalProperties": False,
        "minProperties": 1,
        "allOf": [
            {"not": {"required": ["paling_rendah", "lebih_dari"]}},
            {"not": {"required": ["paling_tinggi", "kurang_dari"]}},
            {"if": {"required": ["sama_dengan"]}, "then": {"maxProperties": 1}},
        ],
    }


def _bound(low: int, high: int) -> Schema:
    return {"anyOf": [number(low, high), ref("nasional")]}
