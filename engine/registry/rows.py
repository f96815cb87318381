"""Rows of a table of applicants, read one by one: every fault with its row and column, no row lost."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engine.decision.facts import Person, person
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import shown
from engine.language.reader import as_date
from engine.language.vocabulary import Vocabulary

CITY, DAY, MARK, SYNTHETIC = "diajukan_di", "pada", "keterangan", "sintetis"
"""Columns beside the facts: the city asked, the day of the decision, a remark, the mark of made-up people."""


@dataclass(frozen=True, slots=True)
class Row:
    """One applicant; a faulty cell counts as unknown and is named in `faults` (line and column of the file)."""

    line: int
    cells: Mapping[str, str]
    day: date | None
    person: Person
    faults: tuple[Diagnostic, ...]


def read_rows(path: Path, vocabulary: Vocabulary) -> Iterator[Row]:
    """The rows of a CSV file (comma, UTF-8) whose columns are facts and those named above."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        columns = {name: index for index, name in enumerate(reader.fieldnames or (), start=1)}
        for cells in reader:
            faults: list[Diagnostic] = []
            places = {name: Place(shown(path), reader.line_num, index) for name, index in columns.items()}
            day = as_date(cells.get(DAY) or "")
            if day is None:
                faults.append(Diagnostic("row-without-day", places.get(DAY, Place(shown(path), reader.line_num))))
            facts = {name: value for name, value in cells.items() if name not in (CITY, DAY, MARK, SYNTHETIC)}
            applicant = person(facts, vocabulary, day or date.max, faults, places, shown(path))
            yield Row(reader.line_num, cells, day, applicant, tuple(faults))


def safe_cell(value: object) -> str:
    """Text for a CSV cell that a spreadsheet will not take for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
