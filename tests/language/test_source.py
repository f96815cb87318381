"""What reading a file protects from: references, characters that deceive, words taken for numbers."""

from __future__ import annotations

import pytest

from engine.language.messages import fault_text
from engine.language.source import Plain, canonical, plain, read


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
