"""What reading a file protects from: size, depth, references, characters that deceive, words taken for numbers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, load, load_file, shipped
from engine.language.messages import fault_text
from engine.language.source import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_FAULTS,
    MAX_NODES,
    Mapping,
    Node,
    Plain,
    Scalar,
    Sequence,
    canonical,
    plain,
    read,
)

SHIPPED = sorted(path for path in shipped().glob("*/*.yaml") if not path.name.endswith(".kasus.yaml"))
POLICIES = [path for path in SHIPPED if path.parent.name != "nasional"]
BASICS = [shipped() / "kosakata.yaml", shipped() / "sumber.yaml", *sorted((shipped() / "nasional").glob("*.yaml"))]

MEMORY = 512 * 2**20
"""Address space of the process that reads bombs, in bytes."""
SECONDS = 100
"""Processor time after which that process is ended: a guard against never ending, not a measure."""

LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
BOMBS: dict[str, tuple[str, list[str]]] = {
    "brackets": ("[" * 100_000, ["too-deep"]),
    "braces": ("{a: " * 25_000, ["too-deep"]),
    "brackets_on_lines": ("[\n" * 50_000, ["too-deep"]),
    "dashes": ("- " * 50_000, ["too-deep"]),
    "question_marks": ("? " * 50_000, ["too-deep"]),
    "indentation": ("".join(" " * level + "a:\n" for level in range(1_300)), ["too-deep"]),
    "laughs": (LAUGHS, ["anchor"]),
    "aliases": ("[" + "*a, " * 200_000 + "]", ["alias"]),
    "nodes": ("[" + "a," * 400_000 + "]", ["too-many-nodes"]),
    "keys": ("".join(f"a{n}: b\n" for n in range(80_000)), ["too-many-nodes"]),
    "one_long_word": ("a" * MAX_BYTES, []),
    "many_long_lines": ("a\n" * (MAX_BYTES // 2), []),
    "too_large": ("a" * (MAX_BYTES + 1), ["file-too-large"]),
    "invisible": ("\u200b" * (MAX_BYTES // 3), ["invisible-character"] * MAX_FAULTS),
    "foreign": ("\u0430" * (MAX_BYTES // 2), ["foreign-letter"] * MAX_FAULTS),
    "open_quote": ('"' + "a\n" * 400_000, ["not-yaml"]),
    "documents": ("---\na\n" * 100_000, ["several-documents"]),
    "directives": ("%a\n" * 300_000, ["not-yaml"]),
    "escapes": ('"' + "\\x41" * 200_000 + '"', []),
}
CHILD = """
import json, resource, sys
from pathlib import Path
from engine.language.source import read

memory, seconds, *files = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_AS, (int(memory),) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (int(seconds),) * 2)
for file in files:
    node, faults = read(Path(file).read_bytes(), file)
    print(json.dumps([Path(file).stem, [fault.code for fault in faults], node is not None]), flush=True)
"""


def codes(text: str | bytes) -> list[str]:
    node, faults = read(text if isinstance(text, bytes) else text.encode(), "contoh.yaml")
    assert (node is None) == bool(faults) or {fault.code for fault in faults} <= {"duplicate-key", "key-not-text"}
    return [fault.code for fault in faults]


def tree(text: str | bytes) -> Plain:
    node, faults = read(text if isinstance(text, bytes) else text.encode(), "contoh.yaml")
    assert node is not None, faults
    return plain(node)


def places(text: str) -> list[str]:
    return [str(fault.place) for fault in read(text.encode(), "f")[1]]


@pytest.fixture(scope="module")
def bombs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[str], bool]]:
    """What a child with little memory said of each bomb: codes of the faults, and whether there was a tree."""
    folder = tmp_path_factory.mktemp("bombs")
    files = [folder / name for name in BOMBS]
    for file in files:
        file.write_bytes(BOMBS[file.name][0].encode())
    ended = subprocess.run(
        [sys.executable, "-c", CHILD, str(MEMORY), str(SECONDS), *map(str, files)], capture_output=True, check=False
    )
    assert ended.returncode == 0, ended.stderr.decode()[-2_000:]
    return {name: (found, whole) for name, found, whole in map(json.loads, ended.stdout.splitlines())}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_one_clear_fault_within_little_memory(name: str, bombs: dict[str, tuple[list[str], bool]]) -> None:
    found, whole = bombs[name]
    assert found == BOMBS[name][1]
    assert whole == (not found)


def test_depth_and_number_of_nodes_are_allowed_up_to_their_bounds() -> None:
    assert codes("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert codes("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == ["too-deep"]
    assert codes("[" + "a," * (MAX_NODES - 2) + "]") == []
    assert codes("[" + "a," * (MAX_NODES - 1) + "]") == ["too-many-nodes"]


def test_definitions_cannot_multiply_what_aliases_may_not(library: Library, tmp_path: Path) -> None:
    doubled = [("semua", f"[{{definisi: d{n - 1}}}, {{definisi: d{n - 1}}}]") for n in range(1, 40)]
    assert _with_definitions(doubled, library, tmp_path) == ["too-many-questions"]


def test_definitions_cannot_nest_what_brackets_may_not(library: Library, tmp_path: Path) -> None:
    nested = [("tidak", f"{{definisi: d{n - 1}}}") for n in range(1, 400)]
    assert _with_definitions(nested, library, tmp_path) == ["too-deep"]


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "0110",
        "0x1f",
        "12:30:45",
        "0011223344556677",
        "1e3",
        "1_000",
        "2022-06-01",
        ".inf",
        ".nan",
        "~",
    ],
)
def test_a_word_stays_what_was_written(text: str) -> None:
    assert tree(f"{text}: {text}") == {text: text}


def test_merge_keys_are_names_like_any_other() -> None:
    assert tree("<<: {usia: 18}") == {"<<": {"usia": "18"}}
    assert codes("dasar: &dasar {usia: 18}\nlain: {<<: *dasar}") == ["anchor"]


def test_references_and_tags_are_refused_where_they_stand() -> None:
    assert codes("[&a x]") == ["anchor"]
    assert codes("[*a]") == ["alias"]
    for tag in (
        "! x",
        "!!str x",
        "!x y",
        "!<tag:yaml.org,2002:int> 1",
        "!!python/object/apply:os.system [ls]",
        "!!map {}",
    ):
        assert codes(f"- {tag}") == ["tag"], tag
    assert places("a:\n  - b: !!str c") == ["f:2:8"]


def test_a_key_stands_once_and_is_a_word() -> None:
    assert codes("usia: 1\nkota: 2\nusia: 3") == ["duplicate-key"]
    assert tree("usia: 1\nusia: 3") == {"usia": "1"}
    assert codes("{a: {b: 1, b: 2}, a: 3}") == ["duplicate-key", "duplicate-key"]
    assert codes("[a, b]: c") == ["key-not-text"]
    assert codes("'usia': 1\nusia: 2") == ["duplicate-key"]
    assert places("usia: 1\nkota: 2\nusia: 3") == ["f:3:1"]


def test_a_file_is_one_document_with_content() -> None:
    assert codes("a: 1\n---\nb: 2") == ["several-documents"]
    assert codes("---\na: 1\n...\n") == []
    for nothing in ("", "# hanya komentar\n", "\n\n"):
        assert codes(nothing) == ["empty-file"], nothing


@pytest.mark.parametrize(
    "character",
    [
        "\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x1c", "\x7f", "\x85", "\xa0", "\xad", "\u061c", "\u180e", "\u2007",
        "\u200b", "\u200d", "\u200e", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\u2800",
        "\u3000", "\ufeff", "\uffff", "\ue000", "\U000e0041", "\U0010ffff",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)  # fmt: skip
def test_a_character_that_nobody_sees_is_refused_at_its_place(character: str) -> None:
    node, (fault, *others) = read(f"kota: tegal\nus{character}ia: 18\n".encode(), "f")
    assert node is None and not others
    assert (fault.code, str(fault.place)) == ("invisible-character", "f:2:3")
    assert f"U+{ord(character):04X}" in fault_text(fault, "id")[0]


@pytest.mark.parametrize(
    "word", ["us\u0456a", "\u043aota", "k\u03bfta", "\uff4bota", "\U0001d425ota", "usia\u0661", "\u3164"]
)
def test_a_letter_that_only_looks_latin_is_refused(word: str) -> None:
    assert codes(f"{word}: 18") == ["foreign-letter"]


def test_a_mark_that_joins_the_letter_before_is_refused() -> None:
    assert codes("cafe\u0301: x") == ["combining-character"]
    assert tree("caf\u00e9: x") == {"caf\u00e9": "x"}


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        ("\\0", "invisible-character"),
        ("\\e[31m", "invisible-character"),
        ("\\r", "invisible-character"),
        ("\\_", "invisible-character"),
        ("\\u202e", "invisible-character"),
        ("\\ud800", "invisible-character"),
        ("\\u0430", "foreign-letter"),
        ("e\\u0301", "combining-character"),
        ("\\U00110000", "not-yaml"),
        ("\\UFFFFFFFF", "not-yaml"),
        ("\\xzz", "not-yaml"),
    ],
)
def test_an_escape_cannot_write_what_may_not_be_typed(escape: str, code: str) -> None:
    assert codes(f'kota: "{escape}"') == [code]
    assert places(f'kota:\n  - "{escape}"')[0].startswith("f:2:")


def test_letters_and_signs_of_indonesian_texts_are_allowed() -> None:
    text = "Rp16.800 – “perwal” §3 ayat (1) ½ ² ª É ñ ç … € ≤ ×"
    assert tree(f"bunyi: {text}") == {"bunyi": text}


def test_lines_may_end_in_either_way_and_a_mark_may_stand_at_the_start() -> None:
    assert tree("a: 1\r\nb: |\r\n  satu\r\n  dua\r\n") == {"a": "1", "b": "satu\ndua\n"}
    assert tree(b"\xef\xbb\xbfa: 1\n") == {"a": "1"}
    assert places("\ufeffa: 1\na: 2\n") == ["f:2:1"]
    assert codes("a: 1\rb: 2\n") == ["invisible-character"]


def test_a_tab_may_stand_in_quotes_but_not_indent() -> None:
    assert tree('a: "satu\tdua"') == {"a": "satu\tdua"}
    assert codes("a:\n\tb: 1") == ["not-yaml"]
    assert places("a:\n\tb: 1") == ["f:2:1"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"a: 1\nb: caf\xe9\n", "f:2:7"),
        (b"\xef\xbb\xbfa\n\xff", "f:2:1"),
        (b"\xff\xfea\x00:\x00 \x001\x00", "f:1:1"),
        (b"a: \xc0\xaf", "f:1:4"),
        (b"a: \xed\xa0\x80", "f:1:4"),
    ],
)
def test_bytes_that_are_no_utf8_are_refused_where_they_stand(content: bytes, place: str) -> None:
    node, faults = read(content, "f")
    assert node is None
    assert [(fault.code, str(fault.place)) for fault in faults] == [("not-utf8", place)]


def test_what_is_not_closed_is_told_where_it_was_opened() -> None:
    assert places('a: 1\nb: "dua\nc: 3\n') == ["f:2:4"]
    assert places("a: 1\nb: [dua\n") == ["f:2:4"]
    sentence, _ = fault_text(read(b"a: 1\nb: [dua\nc: 3\n", "f")[1][0], "id")
    assert "kurung siku yang dibuka pada baris 2" in sentence


def test_one_form_stands_for_all_ways_to_write_the_same() -> None:
    one, _ = read(b"b: [x, 'y']\na: 1\n", "f")
    other, _ = read(b'# lain\n{"a": "1", "b": [x, y]}\n', "g")
    assert one and other
    assert canonical(one) == canonical(other) == '{"a":"1","b":["x","y"]}'


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode(errors="surrogatepass")))
def test_whatever_the_bytes_there_is_a_tree_or_a_fault(content: bytes) -> None:
    _tree_or_faults(content)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(alphabet="ab:-?[]{},#&*!|>'\"%@` \n\t\\x01u", max_size=120))
def test_whatever_the_signs_of_yaml_there_is_a_tree_or_a_fault(text: str) -> None:
    _tree_or_faults(text.encode())


PIECES = st.sampled_from(
    [
        *(
            "",
            " ",
            "\n",
            "\t",
            ":",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a ",
            "!!str ",
            "'",
            '"',
            "#",
            "---\n",
            "? ",
            "|",
            ">",
        ),
        *(
            "~",
            "tidak",
            "selalu",
            "semua: []",
            "definisi: x",
            "lampiran.x",
            "nasional.x",
            "usia: ",
            "nik: 1",
            "-1",
            "1e3",
        ),
        *(
            "[]",
            "{}",
            "[[]]",
            "[a, a]",
            "{a: b}",
            "{usia: {}}",
            "{tidak: {tidak: selalu}}",
            "{semua: [selalu, x]}",
            "<<: {}",
        ),
        *(
            "9" * 5_000,
            "2022-02-30",
            "tidak_diketahui",
            "x" * 500,
            "\u200b",
            "\u0430",
            "\u00e9",
            "\x00",
            "\r",
            '"\\ud800"',
        ),
    ]
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["delete line", "double line", "swap lines", "name", "value", "delete", "replace", "insert"]),
        st.floats(0, 1, exclude_max=True),
        PIECES | st.characters(),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=250, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(POLICIES), EDITS)
def test_whatever_is_done_to_a_policy_each_fault_has_a_place_in_it(
    library: Library, scratch: Path, path: Path, edits: list[tuple[str, float, str]]
) -> None:
    text = _edited(path.read_text("utf-8"), edits)
    copy = scratch / path.parent.name / path.name
    copy.write_bytes(text.encode(errors="surrogatepass"))
    policy, faults = load_file(copy, library)
    assert (policy is None) == any(fault.severity == "error" for fault in faults)
    for fault in faults:
        assert fault.place.path.endswith(f"{path.parent.name}/{path.name}")
        _told_inside(fault, text)


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(BASICS), EDITS)
def test_whatever_is_done_to_the_words_and_values_the_library_loads(
    basics: Path, path: Path, edits: list[tuple[str, float, str]]
) -> None:
    original = path.read_text("utf-8")
    copy = basics / path.relative_to(shipped())
    text = _edited(original, edits)
    try:
        copy.write_bytes(text.encode(errors="surrogatepass"))
        for fault in load(basics).faults:
            if fault.place.path.endswith(copy.name):
                _told_inside(fault, text)
    finally:
        copy.write_text(original, "utf-8")


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty folder for each city."""
    folder = tmp_path_factory.mktemp("scratch")
    for city in {path.parent.name for path in POLICIES}:
        (folder / city).mkdir()
    return folder


@pytest.fixture(scope="module")
def basics(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Vocabulary, documents, national values, and one policy that reads them all."""
    folder = tmp_path_factory.mktemp("basics")
    for path in [*BASICS, shipped() / "pekalongan" / "2022-19b.yaml"]:
        copy = folder / path.relative_to(shipped())
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return folder


def _with_definitions(conditions: list[tuple[str, str]], library: Library, folder: Path) -> list[str]:
    """Codes of the faults of a policy that uses the last of these definitions, each named d1, d2, ... above d0."""
    ground = "dasar: asumsi, catatan: contoh"
    lines = [f"  d0: {{bunyi: contoh, syarat: {{peserta_aktif: tidak}}, {ground}}}"]
    for number, (word, parts) in enumerate(conditions, start=1):
        lines.append(f"  d{number}: {{bunyi: contoh, syarat: {{{word}: {parts}}}, {ground}}}")
    file = folder / "tegal" / "contoh.yaml"
    file.parent.mkdir()
    file.write_text(
        f"peraturan: {{kota: tegal, jenis: perwal, tentang: contoh, mengikat: ya, status: berlaku,"
        f" naskah: rekonstruksi, {ground}}}\n"
        f"berlaku: {{sejak: 2022-01-01, diketahui_sampai: 2023-01-01, {ground}}}\n"
        "program: [jkk]\n"
        "definisi:\n" + "\n".join(lines) + "\n"
        f"kelompok:\n- {{id: contoh, sebutan: {{id: contoh, en: example}}, segmen: bpu, {ground},\n"
        f"   kriteria: [{{id: contoh, bunyi: contoh, syarat: {{definisi: d{len(conditions)}}}, {ground}}}],\n"
        f"   pendanaan: [{{sumber_dana: apbd, bila: selalu, bulan: 1, {ground}}}]}}\n",
        "utf-8",
    )
    policy, faults = load_file(file, library)
    assert policy is None
    return [fault.code for fault in faults]


def _edited(text: str, edits: list[tuple[str, float, str]]) -> str:
    for edit, where, piece in edits:
        lines = text.split("\n")
        line, at = int(where * len(lines)), int(where * (len(text) + 1))
        match edit:
            case "delete line":
                text = "\n".join(lines[:line] + lines[line + 1 :])
            case "double line":
                text = "\n".join(lines[: line + 1] + lines[line:])
            case "swap lines":
                text = "\n".join(lines[:line] + lines[line : line + 2][::-1] + lines[line + 2 :])
            case "name":
                before, colon, after = lines[line].partition(":")
                indent = before[: len(before) - len(before.lstrip(" -"))]
                text = "\n".join([*lines[:line], f"{indent}{piece}{colon}{after}", *lines[line + 1 :]])
            case "value":
                before, colon, _ = lines[line].partition(": ")
                text = "\n".join([*lines[:line], f"{before}{colon}{piece}", *lines[line + 1 :]])
            case "delete":
                text = text[:at] + text[at + 1 :]
            case "replace":
                text = text[:at] + piece + text[at + 1 :]
            case _:
                text = text[:at] + piece + text[at:]
    return text


def _tree_or_faults(content: bytes) -> None:
    node, faults = read(content, "f")
    errors = {fault.code for fault in faults}
    assert node is not None or errors
    assert node is None or errors <= {"duplicate-key", "key-not-text"}
    if node is not None:
        canonical(node).encode()
        assert _inside(node, content)
    for fault in faults:
        _told_inside(fault, content.decode(errors="replace"))


def _inside(node: Node, content: bytes) -> bool:
    lines = content.count(b"\n") + 1
    match node:
        case Scalar(_, place):
            return place.line <= lines
        case Sequence(items, place):
            return place.line <= lines and all(_inside(item, content) for item in items)
        case Mapping(entries, place):
            return place.line <= lines and all(_inside(k, content) and _inside(v, content) for k, v in entries)


def _told_inside(fault: Diagnostic, text: str) -> None:
    """The fault has its place in the text, and sentences in both languages."""
    lines = text.split("\n")
    assert 1 <= fault.place.line <= len(lines), fault
    assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1, fault
    for language in ("id", "en"):
        sentence, hint = fault_text(fault, language)
        assert sentence and sentence.isprintable()
        assert hint is None or hint.isprintable()
