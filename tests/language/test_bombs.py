"""Files made to exhaust a machine are one clear fault each, read in a process with little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.language.library import Library, load_file
from engine.language.source import MAX_BYTES, MAX_DEPTH, MAX_FAULTS, MAX_NODES, read

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
    "one_long_word": ("a" * MAX_BYTES, []),
    "many_long_lines": ("a\n" * 150_000, []),
    "too_large": ("a" * (MAX_BYTES + 1), ["file-too-large"]),
    "invisible": ("\u200b" * (MAX_BYTES // 3), ["invisible-character"] * MAX_FAULTS),
    "foreign": ("\u0430" * (MAX_BYTES // 2), ["foreign-letter"] * MAX_FAULTS),
    "open_quote": ('"' + "a\n" * 150_000, ["not-yaml"]),
    "documents": ("---\na\n" * 100_000, ["several-documents"]),
    "directives": ("%a\n" * 60_000, ["not-yaml"]),
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
    assert _codes("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert _codes("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == ["too-deep"]
    assert _codes("[" + "a," * (MAX_NODES - 2) + "]") == []
    assert _codes("[" + "a," * (MAX_NODES - 1) + "]") == ["too-many-nodes"]


def test_definitions_cannot_multiply_what_aliases_may_not(library: Library, tmp_path: Path) -> None:
    doubled = [("semua", f"[{{definisi: d{n - 1}}}, {{definisi: d{n - 1}}}]") for n in range(1, 40)]
    assert _with_definitions(doubled, library, tmp_path) == ["too-many-questions"]


def test_definitions_cannot_nest_what_brackets_may_not(library: Library, tmp_path: Path) -> None:
    nested = [("tidak", f"{{definisi: d{n - 1}}}") for n in range(1, 400)]
    assert _with_definitions(nested, library, tmp_path) == ["too-deep"]


def _codes(text: str) -> list[str]:
    return [fault.code for fault in read(text.encode(), "contoh.yaml")[1]]


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
