"""The JSON Schemas of policy and case files accept what the reader accepts and refuse faults of form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from engine.language.field_guide import GUIDE, WORDS
from engine.language.json_schema import CASES_FILE, POLICY_FILE, as_text, case_schema, policy_schema
from engine.language.library import CASES, Library, load, shipped
from tests.language.core_yaml import load as load_yaml
from tests.language.expectation import bad_files, expected
from tests.random_policies import random_policy

FILES = sorted(file for file in shipped().glob("*/*.yaml") if file.parent.name != "nasional")
MODELINE = "# yaml-language-server: $schema=../"

BEYOND = {
    # what the form of a field cannot tell
    "alias": "YAML has it; a schema sees the tree after it is filled in",
    "anchor": "YAML has it; a schema sees the tree after it is filled in",
    "tag": "YAML has it; a schema sees the value, not its tag",
    "duplicate-key": "the editor's YAML reader tells it, or keeps the last",
    "key-not-text": "no JSON has such a key",
    "not-yaml": "there is no tree to hold against a schema",
    "several-documents": "a schema is about one document",
    "empty-file": "there is no tree to hold against a schema",
    "too-deep": "a schema that holds itself allows any depth",
    "invisible-character": "in free text any character is a character",
    "foreign-letter": "in free text any letter is a letter",
    "combining-character": "in free text any mark is a character",
    "city-not-folder": "a schema does not know where the file lies",
    "duplicate-id": "uniqueness of one field among items cannot be said",
    "quota-twice": "uniqueness of one field among items cannot be said",
    "unknown-definition": "the names are in the file itself",
    "unknown-list": "the names are in the file itself",
    "list-of-another-fact": "the list's fact stands elsewhere in the file",
    "unknown-village": "eighty thousand villages are too many to list",
    "empty-range": "two bounds are not compared with each other",
    "ends-before-start": "two dates are not compared with each other",
    "known-before-start": "two dates are not compared with each other",
    "list-too-long": "a length is not compared with a number",
    "listed-and-excluded": "two lists are not compared with each other",
    "too-many-questions": "definitions are not written out",
}


@pytest.fixture(scope="module")
def policies() -> Draft202012Validator:
    return validator(POLICY_FILE)


@pytest.fixture(scope="module")
def cases() -> Draft202012Validator:
    return validator(CASES_FILE)


def validator(name: str) -> Draft202012Validator:
    schema: dict[str, Any] = json.loads((shipped() / name).read_text("utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def problems(checker: Draft202012Validator, value: Any) -> list[str]:
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in checker.iter_errors(value)]


def test_the_schemas_beside_the_policies_are_what_the_program_makes(library: Library) -> None:
    made = policy_schema(library.vocabulary, library.documents, library.national)
    assert (shipped() / POLICY_FILE).read_text("utf-8") == as_text(made)
    assert (shipped() / CASES_FILE).read_text("utf-8") == as_text(case_schema(library.vocabulary))


@pytest.mark.parametrize("name", [POLICY_FILE, CASES_FILE])
def test_a_schema_is_itself_valid(name: str) -> None:
    Draft202012Validator.check_schema(json.loads((shipped() / name).read_text("utf-8")))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_shipped_file_names_its_schema_and_fits_it(
    file: Path, policies: Draft202012Validator, cases: Draft202012Validator
) -> None:
    checker, name = (cases, CASES_FILE) if file.name.endswith(CASES) else (policies, POLICY_FILE)
    text = file.read_text("utf-8")
    assert text.startswith(f"{MODELINE}{name}\n")
    assert problems(checker, load_yaml(text)) == []


def test_random_policies_fit(policies: Draft202012Validator) -> None:
    random = Random("schema")
    for _ in range(150):
        policy = random_policy(random)
        assert problems(policies, policy) == []
        assert problems(policies, load_yaml(yaml.safe_dump(_numbers_bare(policy)))) == []


@pytest.mark.parametrize("file", bad_files(), ids=lambda file: file.stem)
def test_a_fault_of_form_is_refused(file: Path, policies: Draft202012Validator) -> None:
    text = file.read_text("utf-8")
    wanted = expected(file)
    try:
        refused = bool(problems(policies, load_yaml(text)))
    except yaml.YAMLError:
        refused = True
    assert refused or wanted.code in BEYOND or wanted.severity == "warning"


def test_what_is_called_beyond_a_schema_is_beyond_it(policies: Draft202012Validator) -> None:
    """Of every code named there some example passes, or has no tree to hold against anything."""
    passed = set()
    for file in bad_files():
        text = file.read_text("utf-8")
        try:
            fits = not problems(policies, load_yaml(text))
        except yaml.YAMLError:
            fits = True
        if fits:
            passed.add(expected(file).code)
    assert set(BEYOND) - passed <= {"empty-file", "foreign-letter"}


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ({"usia": 18}, True),
        ({"usia": "18"}, True),
        ({"usia": "nasional.usia_pendaftaran_kurang_dari"}, True),
        ({"usia": {"lebih_dari": -1}}, True),
        ({"usia": {"kurang_dari": 131}}, True),
        ({"usia": {"paling_rendah": 18, "kurang_dari": 65}}, True),
        ({"usia": {"paling_rendah": 18, "lebih_dari": 17}}, False),
        ({"usia": {"sama_dengan": 18, "kurang_dari": 65}}, False),
        ({"usia": {"paling_tinggi": 131}}, False),
        ({"usia": {}}, False),
        ({"usia": "nasional.usia"}, False),
        ({"peserta_aktif": "tidak"}, True),
        ({"peserta_aktif": False}, False),
        ({"peserta_aktif": {"termasuk": ["ya"]}}, True),
        ({"peserta_aktif": {"termasuk": "lampiran.daftar"}}, False),
        ({"jabatan_rt": {"termasuk": ["ketua", "ketua"]}}, False),
        ({"jabatan_rt": {"termasuk": []}}, False),
        ({"jabatan_rt": {"termasuk": ["ketua"], "tidak_termasuk": ["anggota"]}}, False),
        ({"pekerjaan": {"termasuk": "lampiran.daftar"}}, True),
        ({"pekerjaan": {"termasuk": "daftar"}}, False),
        ({"kelurahan": "33.76.01.1001"}, True),
        ({"kelurahan": {"termasuk": "lampiran.daftar"}}, False),
        ({"nik": "3376"}, False),
        ({"tanggal_lahir": "1990-01-01"}, False),
        ({"ditetapkan_setara": "ya"}, False),
        ({"semua": []}, False),
        ({"semua": ["selalu", {"tidak": {"definisi": "pengurus"}}]}, True),
        ({"kota": "tegal", "usia": 18}, False),
        ({}, False),
        ("selalu", True),
        ("kadang", False),
        (None, False),
    ],
)
def test_the_form_of_a_condition(part: Any, value: bool, policies: Draft202012Validator) -> None:
    schema = {"$ref": "#/$defs/syarat", "$defs": whole(policies)["$defs"]}
    assert Draft202012Validator(schema).is_valid(part) == value


@pytest.mark.parametrize(
    ("field", "value", "fits"),
    [
        ("nomor", 19, True),
        ("nomor", True, True),
        ("nomor", None, False),
        ("tentang", ["a"], False),
        ("tahun", "2022", True),
        ("tahun", 2022.5, False),
        ("mengikat", True, False),
    ],
)
def test_a_field_takes_what_the_reader_takes(
    field: str, value: Any, fits: bool, policies: Draft202012Validator
) -> None:
    head = {**load_yaml(FILES[1].read_text("utf-8"))["peraturan"], field: value}
    schema = {**whole(policies)["properties"]["peraturan"], "$defs": whole(policies)["$defs"]}
    assert Draft202012Validator(schema).is_valid(head) == fits


def test_every_field_is_told_to_the_drafter_and_no_text_is_left_over(
    policies: Draft202012Validator, cases: Draft202012Validator
) -> None:
    told = set()
    for schema in (policies.schema, cases.schema):
        for part in parts(schema):
            for name, field in part.get("properties", {}).items():
                if part.get("additionalProperties") is False and isinstance(field, dict) and "$ref" not in field:
                    assert field.get("title"), name
            told.add((part.get("title"), part.get("description")))
    assert set(GUIDE.values()) <= told
    assert {text[0] for text in WORDS.values()} <= {title for title, _ in told}


def test_a_vocabulary_without_documents_or_national_values_still_has_a_schema(tmp_path: Path) -> None:
    (tmp_path / "kosakata.yaml").write_bytes((shipped() / "kosakata.yaml").read_bytes())
    (tmp_path / "sumber.yaml").write_text("dokumen: {}\n")
    bare = load(tmp_path)
    schema = policy_schema(bare.vocabulary, bare.documents, bare.national)
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid(random_policy(Random(1)))


def whole(checker: Draft202012Validator) -> dict[str, Any]:
    assert isinstance(checker.schema, dict)
    return checker.schema


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for entry in schema.values():
            yield from parts(entry)
    elif isinstance(schema, list):
        for entry in schema:
            yield from parts(entry)


def _numbers_bare(value: Any) -> Any:
    """The same policy with numbers written without quotes."""
    if isinstance(value, dict):
        return {key: _numbers_bare(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_numbers_bare(entry) for entry in value]
    return int(value) if isinstance(value, str) and value.isdecimal() else value
