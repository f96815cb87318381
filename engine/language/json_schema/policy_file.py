"""The form of a policy file, section by section, and of the grounds that its statements have."""

from __future__ import annotations

from collections.abc import Mapping

from engine.language.ground import BASES, Document
from engine.language.json_schema.conditions import conditions, fact_values
from engine.language.json_schema.parts import (
    DIALECT,
    SLUG,
    Json,
    Schema,
    by_name,
    day,
    each,
    each_once,
    grounded,
    mapping,
    number,
    one_line,
    one_of,
    ref,
    when,
)
from engine.language.messages.words import DONORS, INSTRUMENTS, TRANSITIONS, WEIGHTS
from engine.language.national import NationalLayer
from engine.language.reader import UNKNOWN, YES_NO
from engine.language.schema import COMPLETENESS, KINDS, MONTHS, NOT_REGULATED, STATUSES, YEAR_END
from engine.language.vocabulary import Vocabulary

POLICY_FILE = "kebijakan.schema.json"


def policy_schema(vocabulary: Vocabulary, documents: Mapping[str, Document], national: NationalLayer) -> Schema:
    """The form of a policy file."""
    fields: Schema = {
        "peraturan": _regulation(vocabulary),
        "berlaku": _effective(),
        "program": each_once(vocabulary.programs, least=1),
        "lampiran": by_name("lampiran", _listing(vocabulary)),
        "definisi": by_name("definisi", _definition()),
        "kelompok": each("kelompok", _group(vocabulary), least=1),
        "kuota": each("kuota", _quota()),
        "prioritas": each("prioritas", grounded("prioritas", {"id": ref("nama"), "bila": ref("syarat")})),
        "peralihan": grounded("peralihan", {"penerima_berjalan": one_of(TRANSITIONS)}),
        "donatur": each("donatur", _donor(vocabulary)),
        "tidak_dihitung": each("tidak_dihitung", _uncounted()),
    }
    top = mapping("", fields, required=("peraturan", "berlaku", "program", "kelompok"))
    return {
        "$schema": DIALECT,
        "title": "Kebijakan perwal",
        "description": "Satu versi peraturan satu kota.",
        **top,
        "$defs": {
            "teks": one_line(),
            "nama": {"type": "string", "pattern": f"^{SLUG}$"},
            "hari": day(),
            "ya_tidak": one_of(YES_NO),
            "status": one_of(STATUSES),
            "dasar": one_of(BASES),
            "sumber": _sources(documents),
            "beralasan": _justified(documents),
            "nasional": _national(national),
            **{f"nilai_{fact.name}": fact_values(fact) for fact in vocabulary.facts.values() if fact.role == "rule"},
            **conditions(vocabulary),
        },
    }


# sections


def _regulation(vocabulary: Vocabulary) -> Schema:
    cities = {slug: word for slug, word in vocabulary.facts["kota"].words.items() if word.region}
    fields: Schema = {
        "kota": one_of(cities),
        "jenis": one_of({name: INSTRUMENTS[name] for name in KINDS}),
        "nomor": ref("teks"),
        "tahun": number(0),
        "tentang": ref("teks"),
        "mengikat": ref("ya_tidak"),
        "status": ref("status"),
        "naskah": one_of(("resmi", "rekonstruksi")),
    }
    return grounded("peraturan", fields, optional=("nomor", "tahun"))


def _effective() -> Schema:
    unsure: Schema = {"anyOf": [ref("hari"), one_of((UNKNOWN,))]}
    fields: Schema = {"sejak": unsure, "sampai": unsure, "diketahui_sampai": ref("hari")}
    return grounded("berlaku", fields, optional=("sampai",))


def _listing(vocabulary: Vocabulary) -> Schema:
    """The values of `isi` and `bukan` are those of the fact the list is about."""
    listable = [fact for fact in vocabulary.facts.values() if fact.kind == "word"]
    fields: Schema = {
        "fakta": one_of({fact.name: fact for fact in listable}),
        "daftar": one_of(COMPLETENESS),
        "jumlah": number(0),
        "isi": {"type": "array", "uniqueItems": True},
        "bukan": {"type": "array", "uniqueItems": True},
        "pasal": ref("teks"),
    }
    about: list[Json] = [when("fakta", fact.name, _holding(fact.name)) for fact in listable if fact.role == "rule"]
    occupation: Schema = {"if": {"not": {"required": ["fakta"]}}, "then": _holding("pekerjaan")}
    closed = when("daftar", "tertutup", {"properties": {"bukan": {"maxItems": 0}}})
    return grounded(
        "lampiran", fields, optional=("fakta", "jumlah", "bukan", "pasal"), more=[*about, occupation, closed]
    )


def _holding(fact: str) -> Schema:
    values: Schema = {"items": ref(f"nilai_{fact}")}
    return {"properties": {"isi": values, "bukan": values}}


def _definition() -> Schema:
    fields: Schema = {"bunyi": ref("teks"), "pasal": ref("teks"), "syarat": ref("syarat")}
    return grounded("definisi", fields, optional=("pasal",))


def _group(vocabulary: Vocabulary) -> Schema:
    both: Schema = {"id": ref("teks"), "en": ref("teks")}
    fields: Schema = {
        "id": ref("nama"),
        "sebutan": mapping("kelompok.sebutan", both, required=("id", "en")),
        "segmen": one_of(vocabulary.segments),
        "status": ref("status"),
        "iuran_per_bulan": number(0),
        "kriteria": each("kelompok.kriteria", _criterion(), least=1),
        "pendanaan": each("kelompok.pendanaan", _funding(vocabulary)),
    }
    return grounded("kelompok", fields, optional=("status", "iuran_per_bulan"))


def _criterion() -> Schema:
    fields: Schema = {
        "id": ref("nama"),
        "pasal": ref("teks"),
        "bunyi": ref("teks"),
        "syarat": ref("syarat"),
        "saat": one_of(("pendaftaran", "setiap_bulan")),
        "tafsir_lain": each("kelompok.kriteria.tafsir_lain", _reading()),
    }
    return grounded("kelompok.kriteria", fields, optional=("pasal", "saat", "tafsir_lain"))


def _reading() -> Schema:
    """Another condition, or none at all."""
    fields: Schema = {
        "id": ref("nama"),
        "bunyi": ref("teks"),
        "syarat": ref("syarat"),
        "tanpa_syarat": ref("ya_tidak"),
        "catatan": ref("teks"),
    }
    dropped = when("tanpa_syarat", "ya", {"properties": {"syarat": False}}, {"required": ["syarat"]})
    return {**mapping("kelompok.kriteria.tafsir_lain", fields, required=("id", "bunyi")), "allOf": [dropped]}


def _funding(vocabulary: Vocabulary) -> Schema:
    fields: Schema = {
        "pasal": ref("teks"),
        "sumber_dana": one_of(vocabulary.sources),
        "penyedia": ref("teks"),
        "bila": ref("syarat"),
        "bulan": {"anyOf": [number(*MONTHS), one_of((YEAR_END, NOT_REGULATED))]},
        "status": ref("status"),
    }
    return grounded("kelompok.pendanaan", fields, optional=("pasal", "penyedia", "status"))


def _quota() -> Schema:
    fields: Schema = {
        "tahun": number(0),
        "jumlah": number(0),
        "arti": one_of(("total", "tambahan")),
        "per": one_of(("kelurahan",)),
        "menurut": {
            "type": "object",
            "properties": {name: {**number(0), "title": label.id} for name, label in WEIGHTS.items()},
            "additionalProperties": number(0),
        },
        "metode": one_of(("sisa_terbesar",)),
    }
    return grounded("kuota", fields, optional=("per", "menurut"))


def _donor(vocabulary: Vocabulary) -> Schema:
    fields: Schema = {
        "sumber_dana": one_of(vocabulary.sources),
        "siapa": {"type": "array", "items": {"anyOf": [one_of(DONORS), ref("teks")]}},
        "sifat": one_of(("imbauan", "tugas")),
        "paling_sedikit": number(0),
        "bulan": {"anyOf": [number(*MONTHS), one_of((NOT_REGULATED,))]},
        "berulang": one_of((*YES_NO, NOT_REGULATED)),
        "cara": one_of(("sukarela", "potong_tpp")),
    }
    return grounded("donatur", fields, optional=("paling_sedikit", "bulan", "berulang"))


def _uncounted() -> Schema:
    fields: Schema = {"pernyataan": ref("teks"), "alasan": ref("teks"), "sumber": ref("sumber")}
    return mapping("tidak_dihitung", fields, required=tuple(fields))


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
            when("dasar", "asumsi", {"required": ["catatan"]}),
            when("dasar", "tafsir", cited),
            when("dasar", "tersurat", stated if firm else cited),
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
