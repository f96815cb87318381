"""The workbook of an impact: tables of changes, reasons, dimensions and money whose numbers lead to their rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.language.library import Library
from engine.language.messages.impact import DIMENSION_LABELS
from engine.language.messages.words import BASES
from engine.language.vocabulary import Language
from engine.registry.workbooks.paper import Book, Column, Sheet, height_of
from engine.registry.workbooks.style import new_book
from engine.revision.impact.book import Leading, rows_sheets, table_sheet
from engine.revision.impact.displacement import MOVES, Displacement
from engine.revision.impact.impact import Impact
from engine.revision.impact.kinds import KINDS
from engine.revision.impact.lines import said, title
from engine.revision.impact.numbers import Line, Numbers
from engine.revision.impact.people import DIMENSIONS, NEW, OLD
from engine.revision.impact.sections import Block

_WIDTH = 78
"""Characters of the summary's first column."""


def write_workbook(path: Path, found: Impact, moved: Displacement | None, library: Library, language: Language) -> None:
    """The workbook of an impact whose rows are kept. Raises OSError."""
    numbers = Numbers(found, moved, library, language)
    leading = Leading(numbers.sections)
    with new_book(path, streamed=True) as (made, looks):
        book = Book(made, looks, language, f"perwal · {found.old.policy.id} → {found.new.policy.id}")
        _summary(book, numbers, leading)
        _because(book, numbers, leading)
        for name in DIMENSIONS:
            _by(book, numbers, name, leading)
        _money(book, numbers, leading)
        rows_sheets(book, numbers.sections, leading, found, library, language)


def _summary(book: Book, numbers: Numbers, leading: Leading) -> None:
    found, say = numbers.found, numbers.say
    columns = [Column(say["change"], _WIDTH), Column(say["people"], 16, "count")]
    sheet = table_sheet(book, say["summary"], columns, title(found, numbers.language), _said(numbers))

    def line(text: str, people: int, block: Block | None, lines: int = 1) -> None:
        sheet.cells([text, leading.to(block, people, sheet, 1)], ["text", "count"], lines)

    sheet.head()
    for kind in KINDS:
        line(numbers.kinds[kind], found.kinds[kind], numbers.of_kind[kind])
    for side, each in ((OLD, found.old), (NEW, found.new)):
        text = say["eligible_before"].format(policy=each.policy.id)
        line(text, each.count("eligible"), numbers.of_side[side])
    line(say["ongoing_out"], found.ongoing_out, numbers.ongoing)
    if numbers.moved:
        sheet.part(say["with_budget"].format(budget=numbers.moved.budget.path))
        for move in MOVES:
            line(say[move], numbers.moved.people(move), numbers.of_move[move], height_of(say[move], _WIDTH))


def _because(book: Book, numbers: Numbers, leading: Leading) -> None:
    say, language = numbers.say, numbers.language
    columns = [
        Column(say["change"], 26), Column(say["criterion"], 60), Column(say["article"], 28), Column(say["basis"], 14),
        Column(say["people"], 12, "count"), Column(say["alone"], 16, "count"),
    ]  # fmt: skip
    sheet = table_sheet(book, say["because"], columns, say["because"], _said(numbers))
    sheet.table(
        [
            (
                numbers.kinds[each.kind], f"{name.split(' (Pasal ')[0]} ({each.group}.{each.criterion})",
                each.article or "–", BASES[each.basis][language],
                leading.to(people, each.people, sheet, 4, n), leading.to(alone, each.alone, sheet, 5, n),
            )
            for n, (each, name, people, alone) in enumerate(numbers.of_reason, 1)
        ]
    )  # fmt: skip


def _by(book: Book, numbers: Numbers, name: str, leading: Leading) -> None:
    label = DIMENSION_LABELS[name][numbers.language]
    columns = [Column(label, 40), *(Column(numbers.kinds[kind], 16, "count") for kind in KINDS)]
    sheet = table_sheet(book, label, columns, label, _said(numbers))
    sheet.table(
        [
            (text, *(leading.to(blocks[kind], counts[kind], sheet, at, n) for at, kind in enumerate(KINDS, 1)))
            for n, (text, counts, blocks) in enumerate(numbers.by[name], 1)
        ]
    )


def _money(book: Book, numbers: Numbers, leading: Leading) -> None:
    say = numbers.say
    columns = [
        Column(say["source"], 34), Column(say["month"], 12), Column(say["before"], 20, "rupiah"),
        Column(say["after"], 20, "rupiah"), Column(say["difference"], 20, "rupiah"),
    ]  # fmt: skip
    sheet = table_sheet(book, say["money"], columns, say["money"], _said(numbers))
    _amounts(sheet, numbers, numbers.money, numbers.money_in_all, leading)
    if numbers.moved and numbers.budgeted_in_all:
        sheet.part(say["with_budget"].format(budget=numbers.moved.budget.path))
        _amounts(sheet, numbers, numbers.budgeted, numbers.budgeted_in_all, leading)


def _amounts(sheet: Sheet, numbers: Numbers, money: Sequence[Line], in_all: Line, leading: Leading) -> None:
    old, new = numbers.found.old.day.year, numbers.found.new.day.year
    rows = [
        (
            numbers.library.vocabulary.sources[line.source].label[numbers.language],
            f"{new}-{line.month:02d}" if old == new else f"{line.month:02d}",
            *(leading.to(line.blocks[view], line.amounts[view], sheet, 2 + view, n) for view in range(3)),
        )
        for n, line in enumerate(money, 1)
    ]
    sheet.table(rows, filtered=False)
    totals = [leading.to(in_all.blocks[view], in_all.amounts[view], sheet, 2 + view) for view in range(3)]
    sheet.cells([numbers.say["count"], None, *totals], ["text", "text", "rupiah", "rupiah", "rupiah"])


def _said(numbers: Numbers) -> tuple[str, ...]:
    return said(numbers.found, numbers.language), numbers.say["opens"]
