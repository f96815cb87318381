"""The impact as files: a workbook whose numbers lead to the rows behind them, charts, and JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from engine.language.library import Library
from engine.language.messages.impact import DIMENSION_LABELS, IMPACT, KIND_LABELS
from engine.language.messages.words import BASES, OUTCOMES
from engine.language.regions import village_name
from engine.language.vocabulary import Language
from engine.language.wording import grouped
from engine.registry.report.charts import Bar, Drawing, draw
from engine.registry.report.conclusions import BLUE, ORANGE, RED, SKY
from engine.registry.workbooks.paper import Book, Column, Sheet
from engine.registry.workbooks.style import new_book
from engine.revision.impact.displacement import Displacement
from engine.revision.impact.impact import DIMENSIONS, KIND, Impact
from engine.revision.impact.kinds import KINDS, Kind

WORKBOOK, SUMMARY, CHARTS = "dampak.xlsx", "dampak.json", "grafik"
CHANGES: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "same")
COLOURS: Mapping[Kind, str] = {
    "gain": BLUE, "loss": RED, "newly_undetermined": ORANGE, "settled": SKY, "payer": "#999999",
}  # fmt: skip
SHOWN = 20_000
"""Rows of one kind in the workbook."""
DRAWN = 30
"""Villages and occupations that a chart draws."""


def write_impact(
    found: Impact, moved: Displacement | None, folder: Path, library: Library, language: Language
) -> dict[str, Any]:
    """Writes workbook, charts and JSON into the folder, beside the rows; the JSON. Raises OSError."""
    told = as_json(found, moved, library, language)
    (folder / SUMMARY).write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
    _write_workbook(folder / WORKBOOK, found, moved, library, language)
    draw({name: _drawing(found, name, library, language) for name in DIMENSIONS}, folder / CHARTS)
    return told


def as_json(found: Impact, moved: Displacement | None, library: Library, language: Language) -> dict[str, Any]:
    """Counts of people, and rupiah by source and month."""
    return {
        "old": {"policy": found.old.policy.id, "on": found.old.day.isoformat()},
        "new": {"policy": found.new.policy.id, "on": found.new.day.isoformat()},
        "rows": found.rows,
        "eligible": {"old": found.old.count("eligible"), "new": found.new.count("eligible")},
        "changes": [
            {"change": kind, "label": KIND_LABELS[kind][language], "people": found.kinds[kind]} for kind in KINDS
        ],
        "ongoing_out": found.ongoing_out,
        "because": [
            {
                "change": each.kind,
                "group": each.group,
                "criterion": each.criterion,
                "pasal": each.article,
                "basis": each.basis,
                "people": each.people,
                "alone": each.alone,
            }
            for each in found.because
        ],
        "by": {
            name: [
                {"value": value, "label": _named(name, value, library, language), **counts}
                for value, counts in _lines(found, name)
            ]
            for name in DIMENSIONS
        },
        "money": _money_json(found.old.money(), found.new.money()),
        "with_budget": _moved_json(moved),
    }


def _moved_json(moved: Displacement | None) -> dict[str, Any] | None:
    if moved is None:
        return None
    return {
        "budget": moved.budget.path,
        "displaced": moved.displaced,
        "let_in": moved.let_in,
        "paid_lost": moved.paid_lost,
        "paid_gained": moved.paid_gained,
        "money": _money_json(moved.old, moved.new),
    }


def _money_json(old: Mapping[tuple[str, int], int], new: Mapping[tuple[str, int], int]) -> list[dict[str, Any]]:
    return [
        {
            "source": source,
            "month": month,
            "old_idr": old.get((source, month), 0),
            "new_idr": new.get((source, month), 0),
        }
        for source, month in sorted({*old, *new})
    ]


def _lines(found: Impact, name: str) -> list[tuple[str, dict[str, int]]]:
    """Values of a dimension with people by kind, most changes first; ages and deciles in their order."""
    lines: dict[str, dict[str, int]] = {}
    for value, kind, people in found.by.filter(pl.col("dimensi") == name).select("nilai", KIND, "orang").iter_rows():
        lines.setdefault(value, dict.fromkeys(KINDS, 0))[kind] = people
    if name in ("usia", "desil"):
        return sorted(lines.items(), key=lambda line: (len(line[0]) if name == "desil" else 0, line[0]))
    return sorted(lines.items(), key=lambda line: (-sum(line[1][kind] for kind in CHANGES), line[0]))


def _named(name: str, value: str, library: Library, language: Language) -> str:
    if name == "kelurahan":
        village = village_name(value)
        return f"{village} ({value})" if village else value
    if name == "pekerjaan":
        word = library.vocabulary.facts["pekerjaan"].words.get(value)
        return word.label[language] if word else value
    return value


def _drawing(found: Impact, name: str, library: Library, language: Language) -> Drawing:
    lines = _lines(found, name)[:DRAWN]
    labels = {kind: KIND_LABELS[kind][language] for kind in CHANGES}
    bars = [
        Bar(_named(name, value, library, language), {labels[kind]: counts[kind] for kind in CHANGES})
        for value, counts in lines
    ]
    colours = {labels[kind]: COLOURS[kind] for kind in CHANGES}
    title = f"{_title(found, language)} · {DIMENSION_LABELS[name][language]}"
    return Drawing(title, (_said(found, language),), tuple(bars), colours, language)


def _title(found: Impact, language: Language) -> str:
    return IMPACT["title"][language].format(new=found.new.policy.id, old=found.old.policy.id)


def _said(found: Impact, language: Language) -> str:
    return IMPACT["said"][language].format(
        rows=grouped(found.rows, language),
        old=found.old.policy.id,
        old_on=found.old.day,
        new=found.new.policy.id,
        new_on=found.new.day,
    )


def _write_workbook(
    path: Path, found: Impact, moved: Displacement | None, library: Library, language: Language
) -> None:
    say = {key: label[language] for key, label in IMPACT.items()}
    with new_book(path) as (made, looks):
        book = Book(made, looks, language, f"perwal · {found.old.policy.id} → {found.new.policy.id}")
        columns = [Column(say["change"], 64), Column(say["people"], 14, "count"), Column(say["rows_behind"], 16)]
        sheet = Sheet(book, say["summary"], columns, _title(found, language), (_said(found, language),))
        _summary(sheet, found, moved, say, language)
        _because(book, found, say, language)
        for name in DIMENSIONS:
            _by(book, found, name, library, language)
        _money(book, found, moved, library, say, language)
        for kind in CHANGES:
            if found.people and found.kinds[kind]:
                rows = pl.scan_parquet(found.people).filter(pl.col(KIND) == kind).head(SHOWN).collect()
                _rows(book, kind, rows, found.kinds[kind] - rows.height, say, language)


def _summary(
    sheet: Sheet, found: Impact, moved: Displacement | None, say: Mapping[str, str], language: Language
) -> None:
    sheet.head()
    for kind in KINDS:
        people = found.kinds[kind]
        label = KIND_LABELS[kind][language]
        sheet.cells([label, people, None], ["text", "count", "text"])
        if kind in CHANGES and people:
            target = f"internal:'{_sheet_name(kind, language)}'!A1"
            sheet.sheet.write_url(sheet.row - 1, 2, target, string=say["see_rows"])
    for side in (found.old, found.new):
        text = say["eligible_before"].format(policy=side.policy.id)
        sheet.cells([text, side.count("eligible"), None], ["text", "count", "text"])
    sheet.cells([say["ongoing_out"], found.ongoing_out, None], ["text", "count", "text"])
    if moved:
        sheet.part(say["with_budget"].format(budget=moved.budget.path))
        for key in ("displaced", "let_in", "paid_lost", "paid_gained"):
            sheet.cells([say[key], getattr(moved, key), None], ["text", "count", "text"], 2)


def _because(book: Book, found: Impact, say: Mapping[str, str], language: Language) -> None:
    columns = [
        Column(say["change"], 26), Column(say["criterion"], 40), Column(say["article"], 28), Column(say["basis"], 14),
        Column(say["people"], 12, "count"), Column(say["alone"], 14, "count"),
    ]  # fmt: skip
    sheet = Sheet(book, say["because"], columns, say["because"], ())
    rows = [
        (
            KIND_LABELS[each.kind][language], f"{each.group}.{each.criterion}", each.article or "–",
            BASES[each.basis][language], each.people, each.alone,
        )
        for each in found.because
    ]  # fmt: skip
    sheet.table(rows)


def _by(book: Book, found: Impact, name: str, library: Library, language: Language) -> None:
    title = DIMENSION_LABELS[name][language]
    columns = [Column(title, 40), *(Column(KIND_LABELS[kind][language], 16, "count") for kind in KINDS)]
    sheet = Sheet(book, title, columns, title, (_said(found, language),))
    sheet.table(
        [
            (_named(name, value, library, language), *(counts[kind] for kind in KINDS))
            for value, counts in _lines(found, name)
        ]
    )


def _money(
    book: Book, found: Impact, moved: Displacement | None, library: Library, say: Mapping[str, str], language: Language
) -> None:
    columns = [
        Column(say["source"], 30), Column(say["month"], 12), Column(say["before"], 20, "rupiah"),
        Column(say["after"], 20, "rupiah"), Column(say["difference"], 20, "rupiah"),
    ]  # fmt: skip
    sheet = Sheet(book, say["money"], columns, say["money"], (_said(found, language),))
    _amounts(sheet, found.old.money(), found.new.money(), found.new.day.year, library, language)
    if moved:
        sheet.part(say["with_budget"].format(budget=moved.budget.path))
        _amounts(sheet, moved.old, moved.new, found.new.day.year, library, language)


def _amounts(
    sheet: Sheet,
    old: Mapping[tuple[str, int], int],
    new: Mapping[tuple[str, int], int],
    year: int,
    library: Library,
    language: Language,
) -> None:
    rows = [
        (library.vocabulary.sources[source].label[language], f"{year}-{month:02d}", before, after, after - before)
        for source, month in sorted({*old, *new})
        for before, after in ((old.get((source, month), 0), new.get((source, month), 0)),)
    ]
    totals = [sum(row[column] for row in rows) for column in (2, 3, 4)]  # type: ignore[misc]
    sheet.table(rows, filtered=False)
    sheet.cells([IMPACT["count"][language], None, *totals], ["text", "text", "rupiah", "rupiah", "rupiah"])


def _rows(book: Book, kind: Kind, rows: pl.DataFrame, left: int, say: Mapping[str, str], language: Language) -> None:
    outcomes = {slug: label[language] for slug, label in OUTCOMES.items()}
    shown = rows.drop(KIND).with_columns(pl.col("hasil_lama", "hasil_baru").replace(outcomes))
    said: Sequence[str] = (say["more_rows"].format(left=grouped(left, language)),) if left else ()
    columns = [Column(name, 14 if name in ("baris", "nik", "usia", "desil") else 24) for name in shown.columns]
    sheet = Sheet(book, _sheet_name(kind, language), columns, KIND_LABELS[kind][language], said)
    sheet.table(shown.rows())


def _sheet_name(kind: Kind, language: Language) -> str:
    """Excel allows 31 characters."""
    return KIND_LABELS[kind][language][:31]
