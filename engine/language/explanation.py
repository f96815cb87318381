"""What a fault means, why it matters, and an example with its mending: read from the files under `examples`.

Each file there has one fault and says at its top which: `kode`, `tempat` (line:column), `tingkat` for a warning, `id`
with `saran`, `en` with `hint`; then why it matters (`sebab`, `why`), and the mending: the lines `jadi` take the place
of the line or lines (first-last) `baris`, or of the fault's own line where that is not said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from engine.language.diagnostic import Severity
from engine.language.messages.faults import FAULTS
from engine.language.reasons import REASONS
from engine.language.vocabulary import Label

EXAMPLES = Path(__file__).parent / "examples"
GAP = "…"
"""Stands in a sentence for what each fault fills in."""
_AROUND = 2
"""Lines shown before and after what is mended."""
_LONGEST = 100
"""Characters of a line shown."""
_MOST = 12
"""Lines of an excerpt shown."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some lines of a file, and the number of the first."""

    first: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A file with one fault. `lines` are first and last line of what `instead` replaces, counted from 1."""

    name: str
    path: Path
    content: str
    code: str
    line: int
    column: int
    severity: Severity
    say: Label
    hint: Label | None
    why: Label
    lines: tuple[int, int]
    instead: tuple[str, ...]

    def mended(self) -> str:
        """The whole file without the fault."""
        lines = self.content.split("\n")
        return "\n".join([*lines[: self.lines[0] - 1], *self.instead, *lines[self.lines[1] :]])

    def bad(self) -> Excerpt:
        """The lines around the fault."""
        return self._excerpt(self.content, self.lines[1])

    def good(self) -> Excerpt:
        """The same lines, mended."""
        return self._excerpt(self.mended(), self.lines[0] + len(self.instead) - 1)

    def _excerpt(self, content: str, last: int) -> Excerpt:
        lines = content.split("\n")
        start = next((number for number, line in enumerate(lines) if not line.startswith("# ")), len(lines))
        first = min(max(start, self.lines[0] - 1 - _AROUND), self.lines[0] - 1)
        shown = lines[first : last + _AROUND]
        while shown and not shown[0].strip():
            first, shown = first + 1, shown[1:]
        while shown and not shown[-1].strip():
            shown.pop()
        cut = [*shown[:_MOST], GAP] if len(shown) > _MOST else shown
        return Excerpt(first + 1, tuple(line if len(line) <= _LONGEST else line[:_LONGEST] + GAP for line in cut))


@cache
def examples() -> Mapping[str, tuple[Example, ...]]:
    """Every example by code; the plainest of a code first."""
    found: dict[str, list[Example]] = {}
    for entry in sorted(EXAMPLES.iterdir(), key=lambda path: path.name.removesuffix(".yaml")):
        example = read(marked_file(entry) if entry.is_dir() else entry, entry.name.removesuffix(".yaml"))
        found.setdefault(example.code, []).append(example)
    return {code: tuple(several) for code, several in found.items()}


def marked_file(folder: Path) -> Path:
    """The file of a folder that says what its fault is."""
    return next(file for file in sorted(folder.rglob("*.yaml")) if file.read_text("utf-8").startswith("# kode: "))


def read(path: Path, name: str) -> Example:
    """An example as its file has it."""
    content = path.read_bytes().decode("utf-8")
    said: dict[str, list[str]] = {}
    for line in content.split("\n"):
        if not line.startswith("# "):
            break
        key, _, value = line.removeprefix("# ").partition(": ")
        said.setdefault(key.rstrip(":"), []).append(value)
    (place,) = said["tempat"]
    row, column = (int(number) for number in place.split(":"))
    first, _, last = said.get("baris", [str(row)])[0].partition("-")
    return Example(
        name,
        path,
        content,
        said["kode"][0],
        row,
        column,
        "warning" if said.get("tingkat") == ["peringatan"] else "error",
        Label(said["id"][0], said["en"][0]),
        Label(said["saran"][0], said["hint"][0]) if "saran" in said else None,
        Label(said["sebab"][0], said["why"][0]),
        (int(first), int(last or first)),
        tuple(said.get("jadi", ())),
    )


def severity(code: str) -> Severity:
    found = examples().get(code)
    return found[0].severity if found else "error"


def why(code: str) -> Label:
    """Why the fault matters."""
    found = examples().get(code)
    return found[0].why if found else REASONS[code]


def in_general(code: str) -> tuple[Label, Label | None]:
    """What the fault says whatever the file, and what to do about it."""
    sentence = FAULTS[code]
    return _open(sentence.say), _open(sentence.hint) if sentence.hint else None


def _open(label: Label) -> Label:
    gaps: defaultdict[str, str] = defaultdict(lambda: GAP)
    return Label(label.id.format_map(gaps), label.en.format_map(gaps))
