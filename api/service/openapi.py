"""The OpenAPI document: the facts with their words and labels from the vocabulary, and worked examples.

The examples are decided when the document is made, so they are never out of date.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from api.service.job_examples import add_job_examples
from api.service.live import InUse
from api.service.problems import MEDIA_TYPE, Problem, as_form
from api.service.routes.comparisons import relations_form
from engine.decision.facts import person
from engine.language.library import Library
from engine.language.reader import UNKNOWN
from engine.language.vocabulary import Fact, Label, Language, Vocabulary

EXAMPLES: tuple[tuple[str, Label, dict[str, Any]], ...] = (
    (
        "sekretaris-rt",
        Label(
            "Sekretaris RT di Tegal: berhak, dibayar APBD tujuh bulan",
            "Secretary of an RT in Tegal: eligible, APBD pays",
        ),
        {"city": "tegal", "on": "2023-06-01", "facts": {"kota": "tegal", "jabatan_rt": "sekretaris"}},
    ),
    (
        "buruh-batik",
        Label(
            "Buruh batik menurut usulan Pekalongan: satu fakta kurang",
            "Batik worker, Pekalongan's proposal: a fact is missing",
        ),
        {
            "policy": "pekalongan/2023-usulan",
            "facts": {
                "kota": "pekalongan",
                "tanggal_lahir": "1985-03-02",
                "pekerjaan": "buruh_batik",
                "hubungan_kerja": "luar_hubungan_kerja",
                "peserta_aktif": False,
            },
        },
    ),
)

DIFFERENCES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "usulan-pekalongan",
        "Who gains and who loses by Pekalongan's proposal",
        {"old": "pekalongan/2022-19b", "new": "pekalongan/2023-usulan"},
    ),
    (
        "pengandaian",
        "A what-if: the proposal with a quota of 1,500",
        {"old": "pekalongan/2023-usulan", "set": {"kuota.jumlah": 1500}},
    ),
)


DRAFTS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("surakarta", "Surakarta from Tegal, as Surakarta did", {"city": "surakarta", "from": "tegal/2023"}),
    (
        "kab-tegal",
        "The regency that has its name from a city, with a version and a day of its own",
        {"city": "kab_tegal", "from": "kendal/2022-se-400-4450", "version": "2024-rancangan", "on": "2024-01-15"},
    ),
)

RELATED = ("tegal/2023", "pekalongan/2022-19b")
_NO_CITY = Problem(404, "no-such-region", near="surakarta")


def document(base: dict[str, Any], in_use: InUse) -> dict[str, Any]:
    """FastAPI's own document, with facts and examples filled in. `base` is changed and returned."""
    schemas = base["components"]["schemas"]
    schemas["Facts"] = facts_schema(in_use.library.vocabulary)
    for name in ("DecisionRequest", "ComparisonRequest"):
        schemas[name]["properties"]["facts"] = {"$ref": "#/components/schemas/Facts"}
    decisions = base["paths"]["/v1/decisions"]["post"]
    decisions["requestBody"]["content"]["application/json"]["examples"] = {
        f"{name}-{language}": {"summary": label[language], "value": body}
        for name, label, body in EXAMPLES
        for language in _languages()
    }
    decisions["responses"]["200"]["content"]["application/json"]["examples"] = {
        f"{name}-{language}": {"summary": label[language], "value": _answer(in_use, body, language)}
        for name, label, body in EXAMPLES
        for language in _languages()
        if _possible(in_use, body)
    }
    comparisons = base["paths"]["/v1/comparisons"]["post"]
    comparisons["requestBody"]["content"]["application/json"]["examples"] = {
        name: {"summary": label["en"], "value": {"facts": body["facts"], "on": body.get("on", "2023-06-01")}}
        for name, label, body in EXAMPLES
    }
    diffs = base["paths"]["/v1/diffs"]["post"]
    diffs["requestBody"]["content"]["application/json"]["examples"] = {
        name: {"summary": summary, "value": body} for name, summary, body in DIFFERENCES
    }
    drafts = base["paths"]["/v1/drafts"]["post"]
    drafts["requestBody"]["content"]["application/json"]["examples"] = {
        name: {"summary": summary, "value": body} for name, summary, body in DRAFTS
    }
    drafts["responses"]["404"]["content"][MEDIA_TYPE]["examples"] = {
        language: {"summary": _NO_CITY.code, "value": as_form(_NO_CITY, language)} for language in _languages()
    }
    _add_relations(base["paths"]["/v1/relations"]["get"], in_use.library)
    add_job_examples(base["paths"])
    language = {
        "name": "lang",
        "in": "query",
        "required": False,
        "description": "Language of messages; else Accept-Language, else Indonesian",
        "schema": {"type": "string", "enum": list(_languages())},
    }
    for path in base["paths"].values():
        for operation in path.values():
            operation.setdefault("parameters", []).append(language)
    return base


def facts_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """Every fact as JSON Schema; null and `tidak_diketahui` stand for unknown."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _fact(fact) for name, fact in vocabulary.facts.items()},
    }


def _fact(fact: Fact) -> dict[str, Any]:
    title = f"{fact.label.id} / {fact.label.en}"
    described = title
    if fact.evidence:
        described += f". Bukti / proof: {fact.evidence.id} / {fact.evidence.en}"
    unknown: list[dict[str, Any]] = [{"const": UNKNOWN}, {"type": "null"}]
    match fact.kind:
        case "yes_no":
            known: dict[str, Any] = {"type": "boolean"}
        case "number":
            known = {"type": "integer", "minimum": fact.low, "maximum": fact.high}
        case "word":
            known = {"type": "string", "enum": list(fact.words)}
            described += ". " + "; ".join(
                f"{word.slug}: {word.label.id} / {word.label.en}" for word in fact.words.values()
            )
        case "region":
            known = {"type": "string", "pattern": r"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$"}
        case "date":
            known = {"type": "string", "format": "date"}
        case _:
            known = {"type": "string"}
    return {"title": title, "description": described, "anyOf": [known, *unknown]}


def _answer(in_use: InUse, body: dict[str, Any], language: Language) -> dict[str, object]:
    policy = in_use.library.policies[body["policy"]] if "policy" in body else None
    day = date.fromisoformat(body.get("on", "2023-02-08"))
    policy = policy or in_use.library.chosen(body["city"], day)
    assert policy
    return in_use.desk.decide(policy, person(body["facts"], in_use.library.vocabulary, day, []), day).as_json(language)


def _add_relations(operation: dict[str, Any], library: Library) -> None:
    for parameter in operation["parameters"]:
        if parameter["name"] == "versions":
            parameter["example"] = list(RELATED)
    if set(RELATED) <= set(library.policies):
        operation["responses"]["200"]["content"]["application/json"]["examples"] = {
            language: {"summary": "Tegal beside Pekalongan", "value": relations_form(library, RELATED, None, language)}
            for language in _languages()
        }


def _possible(in_use: InUse, body: dict[str, Any]) -> bool:
    """The examples are about shipped policies; another folder may not have them."""
    if "policy" in body:
        return body["policy"] in in_use.library.policies
    return in_use.library.chosen(body["city"], date.fromisoformat(body["on"])) is not None


def _languages() -> tuple[Language, ...]:
    return ("id", "en")
