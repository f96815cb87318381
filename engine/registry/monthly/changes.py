"""Reads the list of changes: each row in whole or not at all; one with a fault is held and named, never guessed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from engine.language.diagnostic import Diagnostic, Place, has_errors
from engine.language.reader import is_slug
from engine.language.vocabulary import Vocabulary
from engine.registry.intake.cell import Cell, State
from engine.registry.intake.column import Column
from engine.registry.intake.dates import DateOrder, day_of
from engine.registry.intake.folding import folded, index, nearest
from engine.registry.intake.identity import read_nik
from engine.registry.intake.mapping import MappingFile
from engine.registry.intake.numbers import whole_number
from engine.registry.intake.places import CITY, VILLAGE
from engine.registry.intake.readers import readers_of
from engine.registry.monthly.events import KINDS, PLEDGE, Event, Pledge
from engine.registry.monthly.tables import Line, Own, Sheet, read_sheet

KIND, DAY = "jenis", "tanggal"
OWN: Own = {
    KIND: ("jenis perubahan", "perubahan", "jenis peristiwa", "kind"),
    DAY: ("tgl", "tanggal peristiwa", "tgl peristiwa", "tanggal kejadian", "tanggal perubahan", "date"),
    "uang": ("id uang", "pot"),
    "sumber_dana": ("source",),
    "penyedia": ("donatur", "nama donatur", "donor", "provider"),
    "diterima": ("uang diterima", "rupiah diterima", "received"),
    "dijanjikan": ("uang dijanjikan", "rupiah dijanjikan", "promised"),
    "bulan": ("jumlah bulan", "lama bulan", "months"),
    "keterangan": ("ket", "catatan", "note"),
}
_KIND_OF = index((name, kind) for kind, of in KINDS.items() for name in (kind, *of.synonyms))
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Held:
    """A row that was not taken, and why (codes of the faults), with the places of the faults."""

    row: int
    path: str
    faults: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    path: str
    events: tuple[Event, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    held: tuple[Held, ...] = ()


def read_changes(
    path: Path, vocabulary: Vocabulary, region: str | None, order: DateOrder | None, faults: list[Diagnostic]
) -> Changes:
    """The rows of a file of changes; `region` is the prefix of the city's village codes, `order` that of dates.

    Faults of single rows hold them; those of the file as a whole are added to `faults`. Raises Unreadable.
    """
    sheet = read_sheet(path, vocabulary, OWN, faults)
    for name in (KIND, DAY):
        if name not in sheet.positions and (sheet.lines or sheet.positions):
            faults.append(Diagnostic("changes-without-column", Place(sheet.path), {"name": name}))
    if has_errors(faults):
        return Changes(sheet.path)
    reading = _Reading(sheet, vocabulary, readers_of(vocabulary, region, MappingFile(dates=order), faults), order)
    numbers = read_nik(pl.Series([line.cells.get("nik") for line in sheet.lines], dtype=pl.String))
    wrong: dict[int, str | None] = dict(numbers.odd.select("at", "kode").iter_rows())
    events: list[Event] = []
    pledges: list[Pledge] = []
    held: list[Held] = []
    for at, line in enumerate(sheet.lines):
        found: list[Diagnostic] = [Diagnostic(code, sheet.place(line)) for code in line.damaged]
        taken = reading.row(line, numbers.values[at], wrong.get(at), found)
        if found or taken is None:
            held.append(Held(line.row, sheet.path, tuple(found)))
        elif isinstance(taken, Event):
            events.append(taken)
        else:
            pledges.append(taken)
    return Changes(sheet.path, tuple(events), tuple(pledges), tuple(held))


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the rows of one file are read."""

    sheet: Sheet
    vocabulary: Vocabulary
    readers: Mapping[str, Column]
    order: DateOrder | None

    def row(self, line: Line, nik: str | None, wrong: str | None, faults: list[Diagnostic]) -> Event | Pledge | None:
        kind = self._kind(line, faults)
        day = self._day(line, faults)
        if kind == PLEDGE:
            return self._pledge(line, day, faults)
        if nik is None:
            self._fault(line, "nik", wrong or "nik-empty", faults)
        facts = self._facts(line, faults)
        if kind is None or day is None or nik is None or faults:
            return None
        facts = self._of_kind(line, kind, facts, faults)
        return Event(line.row, kind, nik, day, facts, line.cells.get("nama", "")[:LONGEST_NAME] or None)

    def _fault(self, line: Line, column: str, code: str, faults: list[Diagnostic], **values: object) -> None:
        faults.append(Diagnostic(code, self.sheet.place(line, column), values))

    def _kind(self, line: Line, faults: list[Diagnostic]) -> str | None:
        text = line.cells.get(KIND)
        if text is None:
            self._fault(line, KIND, "change-without-kind", faults)
            return None
        kind = _KIND_OF.get(folded(text))
        if kind is None:
            near = nearest(KINDS)(text)
            self._fault(line, KIND, "change-unknown-kind", faults, **({"suggestion": near} if near else {}))
        return kind

    def _day(self, line: Line, faults: list[Diagnostic]) -> date | None:
        text = line.cells.get(DAY)
        if text is None:
            self._fault(line, DAY, "change-without-day", faults)
            return None
        day = day_of(text, self.order)
        if isinstance(day, str):
            self._fault(line, DAY, day, faults)
            return None
        return day

    def _facts(self, line: Line, faults: list[Diagnostic]) -> dict[str, Cell]:
        """What the row says of facts, typed; city and village are held against each other."""
        found: dict[str, Cell] = {}
        for name, fact in self.vocabulary.facts.items():
            if name not in line.cells or fact.role == "identity":
                continue
            cell = self.readers[name].meaning(line.cells[name])
            if cell.fault is not None:
                near = {"suggestion": cell.suggestion} if cell.suggestion else {}
                self._fault(line, name, cell.fault, faults, **near)
            elif cell.state != State.UNSTATED:
                found[name] = cell
        city, village = found.get(CITY), found.get(VILLAGE)
        if village is not None and village.value is not None:
            lies_in = self.vocabulary.city_of_region(str(village.value))
            if city is not None and city.value is not None and city.value != lies_in:
                self._fault(line, VILLAGE, "cell-place-disagrees", faults)
            found[CITY] = Cell(lies_in)
        elif city is not None and village is None:
            found[VILLAGE] = Cell(state=State.UNKNOWN)
        return found

    def _of_kind(self, line: Line, kind: str, facts: dict[str, Cell], faults: list[Diagnostic]) -> dict[str, Cell]:
        """The facts with those that the kind says; a fault where it needs others, or the row says otherwise."""
        rule = KINDS[kind]
        needed = facts if rule.needs == ("*",) else [name for name in rule.needs if name in facts]
        if rule.needs and not needed:
            names = ", ".join(rule.needs) if rule.needs != ("*",) else "…"
            self._fault(line, KIND, "change-says-nothing", faults, kind=kind, names=names)
        for name, value in rule.says.items():
            if name in facts and facts[name].value is not value:
                self._fault(line, name, "change-contradicts", faults, kind=kind, name=name)
        return {**facts, **{name: Cell(value) for name, value in rule.says.items() if name in self.readers}}

    def _pledge(self, line: Line, day: date | None, faults: list[Diagnostic]) -> Pledge | None:
        pot, source = line.cells.get("uang"), line.cells.get("sumber_dana")
        sources = index(
            (name, word.slug)
            for word in self.vocabulary.sources.values()
            for name in (word.slug, word.label.id, word.label.en)
        )
        slug = sources.get(folded(source)) if source else None
        if pot is None or not is_slug(pot):
            self._fault(line, "uang", "pledge-without-pot", faults)
        if slug is None:
            self._fault(
                line, "sumber_dana", "pledge-without-source", faults, choices=", ".join(self.vocabulary.sources)
            )
        if "nik" in line.cells:
            self._fault(line, "nik", "pledge-for-a-person", faults)
        numbers = {name: self._number(line, name, faults) for name in ("diterima", "dijanjikan", "bulan")}
        months = numbers["bulan"]
        if months is not None and not 1 <= months <= 12:
            self._fault(line, "bulan", "budget-months", faults)
        received, promised = numbers["diterima"], numbers["dijanjikan"]
        if received is None and promised is None:
            self._fault(line, "diterima", "budget-received-unsaid", faults)
        if faults or pot is None or slug is None or day is None:
            return None
        received = received or 0
        provider = line.cells.get("penyedia")
        return Pledge(line.row, day, pot, slug, provider, received, max(promised or 0, received), months)

    def _number(self, line: Line, name: str, faults: list[Diagnostic]) -> int | None:
        if name not in line.cells:
            return None
        found = whole_number(line.cells[name], "rupiah" if name != "bulan" else "bulan")
        if isinstance(found, str):
            self._fault(line, name, found, faults)
            return None
        return found


def written(events: Sequence[Event], pledges: Sequence[Pledge]) -> pl.DataFrame:
    """Changes as a table of texts that `read_changes` takes as the same ones; in canonical order."""
    rows: list[dict[str, str | None]] = []
    for event in events:
        facts = {name: _text(cell) for name, cell in event.facts.items()}
        rows.append({KIND: event.kind, DAY: event.day.isoformat(), "nik": event.nik, "nama": event.name, **facts})
    for pledge in pledges:
        rows.append(
            {
                KIND: PLEDGE,
                DAY: pledge.day.isoformat(),
                "uang": pledge.pot,
                "sumber_dana": pledge.source,
                "penyedia": pledge.provider,
                "diterima": str(pledge.received),
                "dijanjikan": str(pledge.promised),
                "bulan": None if pledge.months is None else str(pledge.months),
            }
        )
    head = [KIND, DAY, "nik", "nama"]
    others = sorted({name for row in rows for name in row} - set(head))
    frame = pl.DataFrame(rows, schema={name: pl.String() for name in (*head, *others)})
    return frame.sort(pl.all(), nulls_last=True)


def _text(cell: Cell) -> str:
    if cell.value is None:
        return "tidak_diketahui"
    if isinstance(cell.value, bool):
        return "ya" if cell.value else "tidak"
    return cell.value.isoformat() if isinstance(cell.value, date) else str(cell.value)
