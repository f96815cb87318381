"""Whatever anybody does to a file, reading it ends in a tree or in faults with a place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.language.diagnostic import Diagnostic
from engine.language.library import CASES, Library, load, load_file, shipped
from engine.language.messages import fault_text
from engine.language.source import Mapping, Node, Scalar, Sequence, canonical, read

POLICIES = sorted(
    path for path in shipped().glob("*/*.yaml") if path.parent.name != "nasional" and not path.name.endswith(CASES)
)
BASICS = [shipped() / "kosakata.yaml", shipped() / "sumber.yaml", *sorted((shipped() / "nasional").glob("*.yaml"))]


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
        "[]",
        "{}",
        "[[]]",
        "[a, a]",
        "{a: b}",
        "{usia: {}}",
        "{tidak: {tidak: selalu}}",
        "{semua: [selalu, x]}",
        "<<: {}",
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
