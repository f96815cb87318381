"""Small parts that the forms of files are made of: mappings, lists, words, numbers, days."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from engine.language.field_guide import GUIDE, WORDS
from engine.language.vocabulary import Fact, Label, Word

Json = str | int | bool | list["Json"] | dict[str, "Json"]
Schema = dict[str, Json]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SLUG = "[a-z][a-z0-9_]*"
"""A name in a file."""
_NUMBER = r"^\s*-?(0|[1-9][0-9]{0,14})\s*$"
_DATE = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


def as_text(schema: Schema) -> str:
    """The schema as it stands in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def mapping(path: str, fields: Schema, *, required: Iterable[str]) -> Schema:
    """A mapping with these fields and no others; each is told as the guide has it."""
    shared = ("dasar", "sumber", "catatan")

    def key(name: str) -> str:
        own = f"{path}.{name}" if path else name
        return name if name in shared and own not in GUIDE else own

    return {
        "type": "object",
        "properties": {name: told(key(name), field) for name, field in fields.items()},
        "required": [*required],
        "additionalProperties": False,
    }


def grounded(path: str, fields: Schema, *, optional: Iterable[str] = (), more: Iterable[Json] = ()) -> Schema:
    """A mapping that says why it stands there."""
    ground: Schema = {"dasar": ref("dasar"), "sumber": ref("sumber"), "catatan": ref("teks")}
    required = [name for name in (*fields, "dasar") if name not in set(optional)]
    return {**mapping(path, {**fields, **ground}, required=required), "allOf": [ref("beralasan"), *more]}


def told(path: str, field: Json) -> Schema:
    """The field with what the guide says of the place."""
    title, description = GUIDE[path]
    assert isinstance(field, dict)
    return {"title": title, "description": description, **field}


def each(path: str, item: Schema, *, least: int = 0) -> Schema:
    """A list of such items."""
    return {"type": "array", "items": told(f"{path}.*", item), **({"minItems": least} if least else {})}


def by_name(path: str, entry: Schema) -> Schema:
    """A section of entries by name."""
    pattern: Schema = {f"^{SLUG}$": told(f"{path}.*", entry)}
    return {"type": "object", "patternProperties": pattern, "additionalProperties": False}


def when(field: str, value: str, then: Schema, otherwise: Schema | None = None) -> Schema:
    """What holds where a field has that value; an absent field has none."""
    condition: Schema = {"required": [field], "properties": {field: {"const": value}}}
    return {"if": condition, "then": then, **({"else": otherwise} if otherwise else {})}


def one_of(words: Iterable[str] | Mapping[str, object]) -> Schema:
    """One of these words, each with its label."""
    labels = words if isinstance(words, Mapping) else {}
    return {"oneOf": [_word(word, labels.get(word)) for word in words]}


def _word(word: str, label: object) -> Schema:
    if isinstance(label, Word | Fact):
        label = label.label
    if isinstance(label, Label):
        return {"const": word, "title": label.id}
    title, description = WORDS[word]
    return {"const": word, "title": title, **({"description": description} if description else {})}


def each_once(words: Mapping[str, Word], *, least: int) -> Schema:
    """A list of these words, none of them twice."""
    return {"type": "array", "items": one_of(words), "minItems": least, "uniqueItems": True}


def labelled(fact: Fact) -> Schema:
    """What a fact is, and what proves it."""
    return {"title": fact.label.id, "description": f"Bukti: {fact.proof('id')}" if fact.evidence else fact.label.id}


def number(low: int, high: int | None = None) -> Schema:
    """A whole number, as a number or in quotes."""
    limits: Schema = {"minimum": low, **({"maximum": high} if high is not None else {})}
    return {"anyOf": [{"type": "integer", **limits}, {"type": "string", "pattern": _NUMBER}]}


def one_line() -> Schema:
    """Whatever stands on one line, also what reads as a number; but not nothing."""
    return {"if": {"type": "boolean"}, "else": {"type": ["string", "number"], "pattern": r"\S"}}


def day() -> Schema:
    return {"type": "string", "pattern": _DATE, "format": "date"}


def ref(name: str) -> Schema:
    """What stands under that name in the definitions of the file's form."""
    return {"$ref": f"#/$defs/{name}"}
