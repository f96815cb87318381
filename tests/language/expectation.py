"""What a file under tests/bad says about itself: the fault it must give, its place, and both sentences.

The comment lines at its top are `kode`, `tempat` (line:column), `tingkat` for a warning, `id` with `saran`,
and `en` with `hint`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.language.diagnostic import Diagnostic, Severity
from engine.language.messages import fault_text

BAD = Path(__file__).parent.parent / "bad"


@dataclass(frozen=True, slots=True)
class Expected:
    code: str
    place: str
    severity: Severity
    indonesian: tuple[str, str | None]
    english: tuple[str, str | None]


def expected(content: str) -> Expected:
    """What the comment lines at the top ask for."""
    said: dict[str, str] = {}
    for line in content.splitlines():
        if not line.startswith("# "):
            break
        name, _, value = line.removeprefix("# ").partition(": ")
        said.setdefault(name, value)
    return Expected(
        said["kode"],
        said["tempat"],
        "warning" if said.get("tingkat") == "peringatan" else "error",
        (said["id"], said.get("saran")),
        (said["en"], said.get("hint")),
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
    return sorted(BAD.glob("*.yaml"))


def bad_folders() -> list[Path]:
    """Folders with one fault: in vocabulary, documents or national values, or between two policies."""
    return sorted(folder for folder in BAD.iterdir() if folder.is_dir() and folder.name != "banyak")


def marked_file(folder: Path) -> Path:
    """The file of a folder that says what is expected."""
    return next(file for file in sorted(folder.rglob("*.yaml")) if file.read_text("utf-8").startswith("# kode: "))
