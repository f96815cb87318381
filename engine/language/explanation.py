"""What a fault means, why it matters, and an example with its mending.

Faults of policies and of budgets have example files (`examples`, `budget_examples`); the others an entry in `reasons`,
and one in `samples` where a few lines can show them.

Each file has one fault and says at its top which: `kode`, `tempat` (line:column), `tingkat` for a warning, `id` with
`saran`, `en` with `hint`; then why it matters (`sebab`, `why`; of budgets `reasons` says it), and the mending: the
lines `jadi` take the place of the line or lines (first-last) `baris`, or of the fault's own line where that is not
said. An example of a budget names in `untuk` the policy for which it is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from engine.language.diagnostic import Diagnostic, Place, Severity
from engine.language.messages import EVERY_FAULT, fault_text
from engine.language.reasons import REASONS, WARNINGS
from engine.language.samples import SAMPLES
from engine.language.samples.sample import Sample
from engine.language.vocabulary import Label

EXAMPLES = Path(__file__).parent / "examples"
BUDGETS = Path(__file__).parent / "budget_examples"
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
        return _excerpt(first + 1, cut)


@dataclass(frozen=True, slots=True)
class Shown:
    """An example as it is shown, wrong and right."""

    file: str
    """Name of the file; empty: what is typed."""
    title: str
    """The file and what is typed behind it, where a reader should know."""
    say: Label
    hint: Label | None
    bad: Excerpt
    good: Excerpt


def _excerpt(first: int, lines: Sequence[str]) -> Excerpt:
    return Excerpt(first, tuple(line if len(line) <= _LONGEST else line[:_LONGEST] + GAP for line in lines))


@cache
def examples() -> Mapping[str, tuple[Example, ...]]:
    """Every example of a policies folder by code; the plainest of a code first."""
    return _in(EXAMPLES)


@cache
def budgets() -> Mapping[str, tuple[Example, ...]]:
    """Every example of a budget file by code."""
    return _in(BUDGETS)


def shown(code: str) -> tuple[Shown, ...]:
    """The examples of a code; none where no small file can show the fault."""
    files = (*examples().get(code, ()), *budgets().get(code, ()))
    of_files = tuple(Shown(each.path.name, "", each.say, each.hint, each.bad(), each.good()) for each in files)
    return of_files or ((_sample(SAMPLES[code]),) if code in SAMPLES else ())


def _sample(sample: Sample) -> Shown:
    fault = Diagnostic(sample.code, Place(sample.file), dict(sample.values))
    (said, way_out), (told, hint) = fault_text(fault, "id"), fault_text(fault, "en")
    return Shown(
        sample.file,
        " ".join(filter(None, (sample.file, sample.options))),
        Label(said, told),
        Label(way_out, hint) if way_out and hint else None,
        _excerpt(1, sample.wrong),
        _excerpt(1, sample.right),
    )


def _in(folder: Path) -> dict[str, tuple[Example, ...]]:
    found: dict[str, list[Example]] = {}
    for entry in sorted(folder.iterdir(), key=lambda path: path.name.removesuffix(".yaml")):
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
        Label(said["sebab"][0], said["why"][0]) if "sebab" in said else REASONS[said["kode"][0]],
        (int(first), int(last or first)),
        tuple(said.get("jadi", ())),
    )


def severity(code: str) -> Severity:
    """As the fault is raised."""
    found = examples().get(code)
    return found[0].severity if found else "warning" if code in WARNINGS else "error"


def why(code: str) -> Label:
    """Why the fault matters."""
    found = examples().get(code)
    return found[0].why if found else REASONS[code]


def in_general(code: str) -> tuple[Label, Label | None]:
    """What the fault says whatever the file, and what to do about it."""
    sentence = EVERY_FAULT[code]
    return _open(sentence.say), _open(sentence.hint) if sentence.hint else None


def _open(label: Label) -> Label:
    gaps: defaultdict[str, str] = defaultdict(lambda: GAP)
    return Label(label.id.format_map(gaps), label.en.format_map(gaps))
