"""The form of policy files and case files as JSON Schema (draft 2020-12), so that editors complete and explain them.

Made from the vocabulary, the documents and the national layer. A file is held against it as a YAML 1.2 reader loads
it: `ya` is text there and 18 a number. Whatever `schema` accepts is valid here, except blanks inside the quotes of a
word; what needs more than the form of a field (is the list there, does the city match the folder) is beyond it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from engine.language.field_guide import GUIDE, WORDS
from engine.language.ground import BASES, Document
from engine.language.messages.words import DONORS, INSTRUMENTS, NOTICES, TRANSITIONS, WEIGHTS
from engine.language.national import NationalLayer
from engine.language.reader import UNKNOWN, YES_NO
from engine.language.schema import COMPLETENESS, KINDS, MONTHS, NOT_REGULATED, STATUSES, YEAR_END
from engine.language.vocabulary import Fact, Label, Vocabulary, Word

Json = str | int | bool | list["Json"] | dict[str, "Json"]
Schema = dict[str, Json]

POLICY_FILE = "kebijakan.schema.json"
CASES_FILE = "kasus.schema.json"

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SLUG = "[a-z][a-z0-9_]*"
_NUMBER = r"^\s*-?(0|[1-9][0-9]{0,14})\s*$"
_DATE = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_VILLAGE = r"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$"
_OUTCOMES = ("berhak", "tidak_berhak", "belum_pasti")
_RESULTS = ("terpenuhi", "tidak_terpenuhi", "belum_diketahui")
_EFFECTS = ("berlaku", "tidak_berlaku_lagi", "usulan", "tidak_mengikat", "belum_terverifikasi")


def policy_schema(vocabulary: Vocabulary, documents: Mapping[str, Document], national: NationalLayer) -> Schema:
    """The form of a policy file."""
    fields: Schema = {
        "peraturan": _regulation(vocabulary),
        "berlaku": _effective(),
        "program": _words_once(vocabulary.programs, least=1),
        "lampiran": _named("lampiran", _listing(vocabulary)),
        "definisi": _named("definisi", _definition()),
        "kelompok": _each("kelompok", _group(vocabulary), least=1),
        "kuota": _each("kuota", _quota()),
        "prioritas": _each("prioritas", _grounded("prioritas", {"id": _ref("nama"), "bila": _ref("syarat")})),
        "peralihan": _grounded("peralihan", {"penerima_berjalan": _words(TRANSITIONS)}),
        "donatur": _each("donatur", _donor(vocabulary)),
        "tidak_dihitung": _each("tidak_dihitung", _uncounted()),
    }
    top = _object("", fields, required=("peraturan", "berlaku", "program", "kelompok"))
    return {
        "$schema": _DIALECT,
        "title": "Kebijakan perwal",
        "description": "Satu versi peraturan satu kota.",
        **top,
        "$defs": {
            "teks": _text(),
            "nama": {"type": "string", "pattern": f"^{_SLUG}$"},
            "hari": _day(),
            "ya_tidak": _words(YES_NO),
            "status": _words(STATUSES),
            "dasar": _words(BASES),
            "sumber": _sources(documents),
            "beralasan": _justified(documents),
            "nasional": _national(national),
            **{f"nilai_{fact.name}": _values(fact) for fact in vocabulary.facts.values() if fact.role == "rule"},
            **_conditions(vocabulary),
        },
    }


def case_schema(vocabulary: Vocabulary) -> Schema:
    """The form of a case file. Names of the policy (groups, criteria) are not checked here."""
    facts = {name: _ref(f"fakta_{name}") for name in vocabulary.facts}
    person: Schema = {"type": "object", "properties": {**facts}, "additionalProperties": False}
    funding: Schema = {
        "sumber_dana": _words(vocabulary.sources),
        "hasil": _words(_RESULTS),
        "bulan": {"anyOf": [_number(1), _words((NOT_REGULATED,))]},
    }
    known: Json = list(vocabulary.facts)
    case: Schema = {
        "nama": _text(),
        "pada": {"anyOf": [_day(), _words((UNKNOWN,))]},
        "fakta": _ref("orang"),
        "tanpa": {"type": "array", "items": {"enum": known}},
        "hasil": _words(_OUTCOMES),
        "karena": {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": rf"^{_SLUG}(\.{_SLUG})?$"},
            "additionalProperties": _words(_RESULTS),
        },
        "kelompok": {"type": "string", "pattern": f"^{_SLUG}$"},
        "dana": {"type": "array", "items": _words(vocabulary.sources)},
        "penyedia": _text(),
        "bulan": {"anyOf": [_number(0), _words((NOT_REGULATED, "tidak_dimodelkan"))]},
        "iuran": {"anyOf": [_number(0), _words((NOT_REGULATED, "tidak_dimodelkan"))]},
        "pendanaan": _each("kasus.pendanaan", _object("kasus.pendanaan", funding, required=tuple(funding))),
        "kurang": {"type": "array", "items": {"enum": known}},
        "belum_diputus": {"type": "array", "items": {"type": "string"}},
        "akibat_hukum": _words(_EFFECTS),
        "catatan": {"type": "array", "items": _words(NOTICES)},
        "catatan_tidak": {"type": "array", "items": _words(NOTICES)},
        "program": {"type": "array", "items": _words(vocabulary.programs)},
        "kuota": {"anyOf": [_number(0), _words((NOT_REGULATED, "tidak_dimodelkan"))]},
        "mendahului": {"type": "array", "items": _text()},
        "tidak_mendahului": {"type": "array", "items": _text()},
    }
    return {
        "$schema": _DIALECT,
        "title": "Kasus uji perwal",
        "description": "Kasus uji di samping satu kebijakan.",
        **_object(
            "",
            {
                "andaikan": _ref("orang"),
                "kasus": _each("kasus", _object("kasus", case, required=("nama", "hasil", "karena"))),
            },
            required=("kasus",),
        ),
        "$defs": {"orang": person, **{f"fakta_{name}": _stated(fact) for name, fact in vocabulary.facts.items()}},
    }


def as_text(schema: Schema) -> str:
    """The schema as it stands in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


# sections of a policy


def _regulation(vocabulary: Vocabulary) -> Schema:
    cities = {slug: word for slug, word in vocabulary.facts["kota"].words.items() if word.region}
    fields: Schema = {
        "kota": _words(cities),
        "jenis": _words({name: INSTRUMENTS[name] for name in KINDS}),
        "nomor": _ref("teks"),
        "tahun": _number(0),
        "tentang": _ref("teks"),
        "mengikat": _ref("ya_tidak"),
        "status": _ref("status"),
        "naskah": _words(("resmi", "rekonstruksi")),
    }
    return _grounded("peraturan", fields, optional=("nomor", "tahun"))


def _effective() -> Schema:
    unsure: Schema = {"anyOf": [_ref("hari"), _words((UNKNOWN,))]}
    fields: Schema = {"sejak": unsure, "sampai": unsure, "diketahui_sampai": _ref("hari")}
    return _grounded("berlaku", fields, optional=("sampai",))


def _listing(vocabulary: Vocabulary) -> Schema:
    """The values of `isi` and `bukan` are those of the fact the list is about."""
    listable = [fact for fact in vocabulary.facts.values() if fact.kind == "word"]
    fields: Schema = {
        "fakta": _words({fact.name: fact for fact in listable}),
        "daftar": _words(COMPLETENESS),
        "jumlah": _number(0),
        "isi": {"type": "array", "uniqueItems": True},
        "bukan": {"type": "array", "uniqueItems": True},
        "pasal": _ref("teks"),
    }
    about: list[Json] = [_when("fakta", fact.name, _holding(fact.name)) for fact in listable if fact.role == "rule"]
    occupation: Schema = {"if": {"not": {"required": ["fakta"]}}, "then": _holding("pekerjaan")}
    closed = _when("daftar", "tertutup", {"properties": {"bukan": {"maxItems": 0}}})
    return _grounded(
        "lampiran", fields, optional=("fakta", "jumlah", "bukan", "pasal"), more=[*about, occupation, closed]
    )


def _holding(fact: str) -> Schema:
    values: Schema = {"items": _ref(f"nilai_{fact}")}
    return {"properties": {"isi": values, "bukan": values}}


def _definition() -> Schema:
    fields: Schema = {"bunyi": _ref("teks"), "pasal": _ref("teks"), "syarat": _ref("syarat")}
    return _grounded("definisi", fields, optional=("pasal",))


def _group(vocabulary: Vocabulary) -> Schema:
    both: Schema = {"id": _ref("teks"), "en": _ref("teks")}
    fields: Schema = {
        "id": _ref("nama"),
        "sebutan": _object("kelompok.sebutan", both, required=("id", "en")),
        "segmen": _words(vocabulary.segments),
        "status": _ref("status"),
        "iuran_per_bulan": _number(0),
        "kriteria": _each("kelompok.kriteria", _criterion(), least=1),
        "pendanaan": _each("kelompok.pendanaan", _funding(vocabulary)),
    }
    return _grounded("kelompok", fields, optional=("status", "iuran_per_bulan"))


def _criterion() -> Schema:
    fields: Schema = {
        "id": _ref("nama"),
        "pasal": _ref("teks"),
        "bunyi": _ref("teks"),
        "syarat": _ref("syarat"),
        "saat": _words(("pendaftaran", "setiap_bulan")),
        "tafsir_lain": _each("kelompok.kriteria.tafsir_lain", _reading()),
    }
    return _grounded("kelompok.kriteria", fields, optional=("pasal", "saat", "tafsir_lain"))


def _reading() -> Schema:
    """Another condition, or none at all."""
    fields: Schema = {
        "id": _ref("nama"),
        "bunyi": _ref("teks"),
        "syarat": _ref("syarat"),
        "tanpa_syarat": _ref("ya_tidak"),
        "catatan": _ref("teks"),
    }
    dropped = _when("tanpa_syarat", "ya", {"properties": {"syarat": False}}, {"required": ["syarat"]})
    return {**_object("kelompok.kriteria.tafsir_lain", fields, required=("id", "bunyi")), "allOf": [dropped]}


def _funding(vocabulary: Vocabulary) -> Schema:
    fields: Schema = {
        "pasal": _ref("teks"),
        "sumber_dana": _words(vocabulary.sources),
        "penyedia": _ref("teks"),
        "bila": _ref("syarat"),
        "bulan": {"anyOf": [_number(*MONTHS), _words((YEAR_END, NOT_REGULATED))]},
        "status": _ref("status"),
    }
    return _grounded("kelompok.pendanaan", fields, optional=("pasal", "penyedia", "status"))


def _quota() -> Schema:
    fields: Schema = {
        "tahun": _number(0),
        "jumlah": _number(0),
        "arti": _words(("total", "tambahan")),
        "per": _words(("kelurahan",)),
        "menurut": {
            "type": "object",
            "properties": {name: {**_number(0), "title": label.id} for name, label in WEIGHTS.items()},
            "additionalProperties": _number(0),
        },
        "metode": _words(("sisa_terbesar",)),
    }
    return _grounded("kuota", fields, optional=("per", "menurut"))


def _donor(vocabulary: Vocabulary) -> Schema:
    fields: Schema = {
        "sumber_dana": _words(vocabulary.sources),
        "siapa": {"type": "array", "items": {"anyOf": [_words(DONORS), _ref("teks")]}},
        "sifat": _words(("imbauan", "tugas")),
        "paling_sedikit": _number(0),
        "bulan": {"anyOf": [_number(*MONTHS), _words((NOT_REGULATED,))]},
        "berulang": _words((*YES_NO, NOT_REGULATED)),
        "cara": _words(("sukarela", "potong_tpp")),
    }
    return _grounded("donatur", fields, optional=("paling_sedikit", "bulan", "berulang"))


def _uncounted() -> Schema:
    fields: Schema = {"pernyataan": _ref("teks"), "alasan": _ref("teks"), "sumber": _ref("sumber")}
    return _object("tidak_dihitung", fields, required=tuple(fields))


# grounds


def _sources(documents: Mapping[str, Document]) -> Schema:
    known: list[Json] = [
        {"const": name, "title": entry.title, "description": f"{entry.publisher}, {entry.published or '?'}"}
        for name, entry in documents.items()
    ]
    return {"type": "array", "items": {"oneOf": known} if known else False}


def _justified(documents: Mapping[str, Document]) -> Schema:
    """An assumption has a note; anything else a source, and what is stated one that can state it."""
    firm: Json = [name for name, entry in documents.items() if entry.kind != "secondary"]
    cited: Schema = {"required": ["sumber"], "properties": {"sumber": {"minItems": 1}}}
    stated: Schema = {"required": ["sumber"], "properties": {"sumber": {"contains": {"enum": firm}}}}
    return {
        "allOf": [
            _when("dasar", "asumsi", {"required": ["catatan"]}),
            _when("dasar", "tafsir", cited),
            _when("dasar", "tersurat", stated if firm else cited),
        ]
    }


def _national(national: NationalLayer) -> Schema:
    """Each national value by name, with what it has been since when."""
    told: dict[str, list[str]] = {}
    for value in national.values:
        until = f" sampai {value.until}" if value.until else ""
        told.setdefault(value.name, []).append(f"{value.value} {value.unit} sejak {value.since}{until}")
    known: list[Json] = [
        {
            "const": f"nasional.{name}",
            "title": f"batas nasional: {name.replace('_', ' ')}",
            "description": "; ".join(texts),
        }
        for name, texts in told.items()
    ]
    return {"oneOf": known} if known else {"not": {}}


# conditions


def _conditions(vocabulary: Vocabulary) -> Schema:
    several: Schema = {"type": "array", "items": _ref("syarat"), "minItems": 1}
    parts: Schema = {"semua": several, "salah_satu": several, "tidak": _ref("syarat"), "definisi": _ref("nama")}
    asked: Schema = {name: _question(vocabulary.facts[name]) for name in vocabulary.askable()}
    one: Schema = {
        "type": "object",
        "properties": {**{name: _told(f"syarat.{name}", part) for name, part in parts.items()}, **asked},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }
    always: Schema = {"type": "string", **_words(("selalu",))}
    return {"syarat": _told("syarat", {"anyOf": [_ref("satu_syarat"), always]}), "satu_syarat": one}


def _question(fact: Fact) -> Schema:
    """One fact: a value of it, or membership; a number may also be bounded."""
    choices = (
        [_bound(fact.low, fact.high), _bounds(fact)] if fact.kind == "number" else [_value(fact), _membership(fact)]
    )
    return {**_labelled(fact), "anyOf": [*choices]}


def _value(fact: Fact) -> Schema:
    return _ref(f"nilai_{fact.name}")


def _values(fact: Fact) -> Schema:
    match fact.kind:
        case "yes_no":
            return _words(YES_NO)
        case "word":
            return _words(fact.words)
        case "region":
            return {"type": "string", "pattern": _VILLAGE, "description": "Kode kelurahan, misalnya 33.76.01.1001."}
        case _:
            return _number(fact.low, fact.high)


def _membership(fact: Fact) -> Schema:
    values: Schema = {"type": "array", "items": _value(fact), "minItems": 1, "uniqueItems": True}
    listed: Schema = {"type": "string", "pattern": rf"^lampiran\.{_SLUG}$"}
    either: Schema = {"anyOf": [values, listed]} if fact.kind == "word" else values
    sides: Schema = {name: _told(f"syarat.{name}", either) for name in ("termasuk", "tidak_termasuk")}
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
        "properties": {name: _told(f"syarat.{name}", bound) for name, bound in bounds.items()},
        "additionalProperties": False,
        "minProperties": 1,
        "allOf": [
            {"not": {"required": ["paling_rendah", "lebih_dari"]}},
            {"not": {"required": ["paling_tinggi", "kurang_dari"]}},
            {"if": {"required": ["sama_dengan"]}, "then": {"maxProperties": 1}},
        ],
    }


def _bound(low: int, high: int) -> Schema:
    return {"anyOf": [_number(low, high), _ref("nasional")]}


# facts of a person in a case


def _stated(fact: Fact) -> Schema:
    unknown = _words((UNKNOWN,))
    known: list[Json]
    match fact.kind:
        case "yes_no":
            known = [_words(YES_NO), {"enum": [True, False, "true", "false"]}]
        case "date":
            known = [_day()]
        case "text":
            known = [_text()]
        case _:
            known = [_values(fact)]
    return {**_labelled(fact), "anyOf": [*known, *([] if fact.kind == "text" else [unknown])]}


# small parts


def _object(path: str, fields: Schema, *, required: Iterable[str]) -> Schema:
    """A mapping with these fields and no others; each is told as the guide has it."""
    shared = ("dasar", "sumber", "catatan")

    def key(name: str) -> str:
        own = f"{path}.{name}" if path else name
        return name if name in shared and own not in GUIDE else own

    return {
        "type": "object",
        "properties": {name: _told(key(name), field) for name, field in fields.items()},
        "required": [*required],
        "additionalProperties": False,
    }


def _grounded(path: str, fields: Schema, *, optional: Iterable[str] = (), more: Iterable[Json] = ()) -> Schema:
    """A mapping that says why it stands there."""
    ground: Schema = {"dasar": _ref("dasar"), "sumber": _ref("sumber"), "catatan": _ref("teks")}
    required = [name for name in (*fields, "dasar") if name not in set(optional)]
    return {**_object(path, {**fields, **ground}, required=required), "allOf": [_ref("beralasan"), *more]}


def _told(path: str, field: Json) -> Schema:
    title, description = GUIDE[path]
    assert isinstance(field, dict)
    return {"title": title, "description": description, **field}


def _each(path: str, item: Schema, *, least: int = 0) -> Schema:
    return {"type": "array", "items": _told(f"{path}.*", item), **({"minItems": least} if least else {})}


def _named(path: str, entry: Schema) -> Schema:
    """A section of entries by name."""
    named: Schema = {f"^{_SLUG}$": _told(f"{path}.*", entry)}
    return {"type": "object", "patternProperties": named, "additionalProperties": False}


def _when(field: str, value: str, then: Schema, otherwise: Schema | None = None) -> Schema:
    """What holds where a field has that value; an absent field has none."""
    condition: Schema = {"required": [field], "properties": {field: {"const": value}}}
    return {"if": condition, "then": then, **({"else": otherwise} if otherwise else {})}


def _words(words: Iterable[str] | Mapping[str, object]) -> Schema:
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


def _words_once(words: Mapping[str, Word], *, least: int) -> Schema:
    return {"type": "array", "items": _words(words), "minItems": least, "uniqueItems": True}


def _labelled(fact: Fact) -> Schema:
    """What a fact is, and what proves it."""
    return {"title": fact.label.id, "description": f"Bukti: {fact.proof('id')}" if fact.evidence else fact.label.id}


def _number(low: int, high: int | None = None) -> Schema:
    """A whole number, as a number or in quotes."""
    limits: Schema = {"minimum": low, **({"maximum": high} if high is not None else {})}
    return {"anyOf": [{"type": "integer", **limits}, {"type": "string", "pattern": _NUMBER}]}


def _text() -> Schema:
    """Whatever stands on one line, also what reads as a number; but not nothing."""
    return {"if": {"type": "boolean"}, "else": {"type": ["string", "number"], "pattern": r"\S"}}


def _day() -> Schema:
    return {"type": "string", "pattern": _DATE, "format": "date"}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
