"""Holds the examples of faults against what the program tells: the fault, its place, and both sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.language.diagnostic import Diagnostic, Severity
from engine.language.explanation import EXAMPLES, read
from engine.language.messages import fault_text

BAD = Path(__file__).parent.parent / "bad"


@dataclass(frozen=True, slots=True)
class Expected:
    code: str
    place: str
    severity: Severity
    indonesian: tuple[str, str | None]
    english: tuple[str, str | None]


def expected(file: Path) -> Expected:
    """What the file's own top says."""
    example = read(file, file.stem)
    hint = example.hint
    return Expected(
        example.code,
        f"{example.line}:{example.column}",
        example.severity,
        (example.say.id, hint.id if hint else None),
        (example.say.en, hint.en if hint else None),
    )


def told(fault: Diagnostic) -> Expected:
    """A fault as it is told, to hold against what was expected."""
    return Expected(
        fault.code,
        f"{fault.place.line}:{fault.place.column}",
        fault.severity,
        fault_text(fault, "id"),
        fault_text(fault, "en"),
    )


def bad_files() -> list[Path]:
    """Files with one fault, each a policy of Pekalongan."""
    return sorted(EXAMPLES.glob("*.yaml"))


def bad_folders() -> list[Path]:
    """Folders with one fault: in vocabulary, documents or national values, or between two policies."""
    return sorted(folder for folder in EXAMPLES.iterdir() if folder.is_dir())
