"""Digests of files and of rows: rows whatever their order and file form, each hashed and the hashes added up."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from engine.language.vocabulary import Vocabulary
from engine.registry.columns import FAULTY, HELD, ROW, schema_of
from engine.registry.decoding import KEPT, SAID
from engine.registry.engines import DuckDB, pattern_of

PREFIX = "sha256:"
_WORDS = 8
"""Words of 32 bits that a row's SHA-256 is split into; each is summed over the rows without overflow."""


def registry_digest(registry: Path, vocabulary: Vocabulary) -> str:
    """Of the typed rows, without their numbers; a column that is absent is one that is empty."""
    free = [name for name, fact in vocabulary.facts.items() if fact.kind in ("text", "region")]
    return rows_digest(registry, [name for name in schema_of(vocabulary) if name != ROW], free)


def decisions_digest(decisions: Path, vocabulary: Vocabulary) -> str:
    """Of what was decided, without identities, row numbers and verdict numbers; most rows have many like them."""
    kept = [name for name in KEPT if vocabulary.facts[name].role != "identity"]
    return rows_digest(decisions, [*kept, *SAID, HELD, FAULTY], ["kelurahan"], repeated=True)


def rows_digest(path: Path, columns: Sequence[str], free: Collection[str], *, repeated: bool = False) -> str:
    """Of the rows of a Parquet file or folder: the same in any order, another where a row is changed, gone or doubled.

    Columns in `free` may hold any text. `repeated`: few rows differ, so each kind is hashed once.
    """
    rows = DuckDB().connection.read_parquet(pattern_of(path), hive_partitioning=False)
    there = set(rows.columns)
    cells = ", chr(31), ".join(_cell(name, name in free) if name in there else "''" for name in columns)
    texts = rows.project(f"concat({cells}) AS t, 1 AS n")
    counted = texts.aggregate("t, count(*) AS n", "t") if repeated else texts
    words = [f"sum(n * ('0x' || substr(h, {1 + 8 * word}, 8))::UINTEGER)" for word in range(_WORDS)]
    (sums,) = counted.project("n, sha256(t) AS h").aggregate(", ".join(["sum(n)", *words])).fetchall()
    content = "\n".join(["rows", *columns, *(str(number or 0) for number in sums)])
    return PREFIX + hashlib.sha256(content.encode()).hexdigest()


def file_digest(path: Path) -> str:
    """Of a file's bytes; of a folder, of its files' names and bytes."""
    if not path.is_dir():
        with path.open("rb") as file:
            return PREFIX + hashlib.file_digest(file, "sha256").hexdigest()
    lines = (f"{file.relative_to(path).as_posix()}\n{file_digest(file)}\n" for file in files_of(path))
    return PREFIX + hashlib.sha256("".join(lines).encode()).hexdigest()


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files of a folder."""
    return sum(file.stat().st_size for file in files_of(path))


def files_of(path: Path) -> Iterable[Path]:
    """The file itself, or the files of a folder at any depth, by name; hidden ones are none of the data."""
    if not path.is_dir():
        return [path]
    found = [file for file in path.rglob("*") if file.is_file()]
    return sorted(
        file for file in found if not any(part.startswith((".", "_")) for part in file.relative_to(path).parts)
    )


def _cell(name: str, free: bool) -> str:
    """A cell as text, nothing where it is empty; the sign between cells cannot stand in one."""
    text = f'"{name}"::VARCHAR'
    return f"replace(replace({text}, chr(30), chr(30) || '0'), chr(31), chr(30) || '1')" if free else text
