"""The form of a case file: people, and what must come out."""

from __future__ import annotations

from engine.language.case_words import EFFECT_WORDS, NOT_MODELLED, OUTCOME_WORDS, RESULT_WORDS
from engine.language.json_schema.conditions import fact_values
from engine.language.json_schema.parts import (
    DIALECT,
    SLUG,
    Json,
    Schema,
    day,
    each,
    labelled,
    mapping,
    number,
    one_line,
    one_of,
    ref,
)
from engine.language.messages.words import NOTICES
from engine.language.reader import UNKNOWN, YES_NO
from engine.language.schema import NOT_REGULATED
from engine.language.vocabulary import Fact, Vocabulary

CASES_FILE = "kasus.schema.json"


def case_schema(vocabulary: Vocabulary) -> Schema:
    """The form of a case file. Names of the policy (groups, criteria) are not checked here."""
    facts = {name: ref(f"fakta_{name}") for name in vocabulary.facts}
    person: Schema = {"type": "object", "properties": {**facts}, "additionalProperties": False}
    funding: Schema = {
        "sumber_dana": one_of(vocabulary.sources),
        "hasil": one_of(RESULT_WORDS),
        "bulan": {"anyOf": [number(1), one_of((NOT_REGULATED,))]},
    }
    known: Json = list(vocabulary.facts)
    case: Schema = {
        "nama": one_line(),
        "pada": {"anyOf": [day(), one_of((UNKNOWN,))]},
        "fakta": ref("orang"),
        "tanpa": {"type": "array", "items": {"enum": known}},
        "hasil": one_of(OUTCOME_WORDS),
        "karena": {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": rf"^{SLUG}(\.{SLUG})?$"},
            "additionalProperties": one_of(RESULT_WORDS),
        },
        "kelompok": {"type": "string", "pattern": f"^{SLUG}$"},
        "dana": {"type": "array", "items": one_of(vocabulary.sources)},
        "penyedia": one_line(),
        "bulan": {"anyOf": [number(0), one_of((NOT_REGULATED, NOT_MODELLED))]},
        "iuran": {"anyOf": [number(0), one_of((NOT_REGULATED, NOT_MODELLED))]},
        "pendanaan": each("kasus.pendanaan", mapping("kasus.pendanaan", funding, required=tuple(funding))),
        "kurang": {"type": "array", "items": {"enum": known}},
        "belum_diputus": {"type": "array", "items": {"type": "string"}},
        "akibat_hukum": one_of(EFFECT_WORDS),
        "catatan": {"type": "array", "items": one_of(NOTICES)},
        "catatan_tidak": {"type": "array", "items": one_of(NOTICES)},
        "program": {"type": "array", "items": one_of(vocabulary.programs)},
        "kuota": {"anyOf": [number(0), one_of((NOT_REGULATED, NOT_MODELLED))]},
        "mendahului": {"type": "array", "items": one_line()},
        "tidak_mendahului": {"type": "array", "items": one_line()},
    }
    return {
        "$schema": DIALECT,
        "title": "Kasus uji perwal",
        "description": "Kasus uji di samping satu kebijakan.",
        **mapping(
            "",
            {
                "andaikan": ref("orang"),
                "kasus": each("kasus", mapping("kasus", case, required=("nama", "hasil", "karena"))),
            },
            required=("kasus",),
        ),
        "$defs": {"orang": person, **{f"fakta_{name}": _stated(fact) for name, fact in vocabulary.facts.items()}},
    }


def _stated(fact: Fact) -> Schema:
    unknown = one_of((UNKNOWN,))
    known: list[Json]
    match fact.kind:
        case "yes_no":
            known = [one_of(YES_NO), {"enum": [True, False, "true", "false"]}]
        case "date":
            known = [day()]
        case "text":
            known = [one_line()]
        case _:
            known = [fact_values(fact)]
    return {**labelled(fact), "anyOf": [*known, *([] if fact.kind == "text" else [unknown])]}
