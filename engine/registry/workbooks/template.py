"""A workbook for village officers to fill in: the columns that a policy reads, and a sheet that explains them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from engine.decision.outline import legal_effect
from engine.decision.program import Program, build
from engine.language.condition import leaves
from engine.language.library import Library
from engine.language.messages import notice_text
from engine.language.messages.words import EFFECTS, THEMES
from engine.language.messages.workbooks import WORKBOOKS
from engine.language.policy import Group, Policy
from engine.language.regions import villages_of
from engine.language.vocabulary import Fact, Language, Vocabulary
from engine.language.wording import value_text
from engine.registry.intake.sheet_child import HELP_SHEET
from engine.registry.workbooks.style import Looks, fitting, height_for, instrument_name, new_book, print_wide

ENTRY_SHEET, LIST_SHEET = "Isian", "Daftar"
ROWS = 1000
"""Rows made ready with drop-downs and checks."""
FIRST = 2
"""Index of the first of them, below title and headings."""
_BEFORE, _AFTER = ("nik", "nama", "no_kk", "tanggal_lahir", "kelurahan"), ("waktu_daftar",)
_DERIVED = {"usia": "tanggal_lahir"}
"""Facts that nobody fills in, and what is filled in instead."""
_DIGITS = {"nik": 16, "no_kk": 16}
_FEW = 12
"""Values that are named one by one; of more the drop-down is the list."""
_TITLE, _MESSAGE = 32, 255
"""Characters of title and text of a message beside a cell."""


@dataclass(frozen=True, slots=True)
class Column:
    fact: Fact
    heading: str
    choices: tuple[str, ...]
    """What the drop-down offers; empty where there is none."""
    asked_by: tuple[str, ...]
    """Groups and articles whose criteria or money depend on it."""


def write_template(path: Path, library: Library, policy: Policy, day: date, language: Language) -> tuple[Column, ...]:
    """Writes the workbook for the policy on that day. Raises NationalMissing and OSError."""
    program = build(policy, library.vocabulary, library.national, day)
    columns = columns_of(program, policy, library.vocabulary, language)
    city = library.vocabulary.facts["kota"].words[policy.city].label[language]
    title = WORKBOOKS["template_title"][language].format(city=city, policy=policy.id, on=day)
    with new_book(path) as (book, looks):
        book.set_properties(
            {
                "title": title,
                "comments": f"{policy.id} {day} {program.digest}",
                "created": datetime.combine(day, time()),
            }
        )
        entry = book.add_worksheet(ENTRY_SHEET)
        guide = book.add_worksheet(HELP_SHEET)
        lists = book.add_worksheet(LIST_SHEET)
        lists.hide()
        sources = _write_lists(lists, columns)
        _write_entry(entry, looks, title, columns, sources, library.vocabulary, day, language)
        entry.set_footer(f"&L{policy.id} · {day} · {program.digest[:23]}&R&P/&N")
        _write_guide(guide, looks, title, columns, _about(policy, program, day, language), library.vocabulary, language)
        entry.activate()
    return columns


def columns_of(program: Program, policy: Policy, vocabulary: Vocabulary, language: Language) -> tuple[Column, ...]:
    """Identity, then the facts that the program reads in its order, then the time of registration."""
    asked = _asked_by(program, policy, language)
    read = [name for name in asked if name not in (*_BEFORE, *_AFTER)]
    before = [name for name in _BEFORE if name in asked or name != "tanggal_lahir"]
    facts = [vocabulary.facts[name] for name in (*before, *read, *_AFTER)]
    return tuple(
        Column(
            fact,
            fact.label[language][:1].upper() + fact.label[language][1:],
            _choices(fact, policy, vocabulary, language),
            tuple(asked.get(fact.name, ())),
        )
        for fact in facts
    )


def _asked_by(program: Program, policy: Policy, language: Language) -> dict[str, dict[str, None]]:
    """Who asks for each fact that is filled in, in the order in which the program reads them."""
    asked: dict[str, dict[str, None]] = {_DERIVED.get(name, name): {} for name in program.domains}
    for group, clauses in zip(policy.groups, program.groups, strict=True):
        rules = [
            *((_said("asks", group, rule.article, rule.text, language)) for rule in group.criteria),
            *((_said("pays", group, rule.article, "", language)) for rule in group.funding),
        ]
        for said, clause in zip(rules, (*clauses.criteria, *clauses.funding), strict=True):
            for leaf in leaves(clause.condition):
                asked[_DERIVED.get(leaf.fact, leaf.fact)][said] = None
    return asked


def _said(kind: str, group: Group, article: str | None, text: str, language: Language) -> str:
    """A criterion or funding rule as the guide names it: group, article, wording."""
    place = WORKBOOKS["article"][language].format(number=article) if article else ""
    says = WORKBOOKS[kind][language].format(text=text)
    return f"{group.label[language]}: {', '.join(filter(None, (place, says)))}"


def _choices(fact: Fact, policy: Policy, vocabulary: Vocabulary, language: Language) -> tuple[str, ...]:
    unknown = WORKBOOKS["unknown"][language]
    match fact.kind:
        case "yes_no":
            return (value_text(fact, True, language), value_text(fact, False, language), unknown)
        case "word":
            return (*(word.label[language] for word in fact.words.values()), unknown)
        case "region":
            region = vocabulary.facts["kota"].words[policy.city].region
            villages = villages_of(region) if region else ()
            return tuple(f"{name} ({code})" for name, code in sorted((name, code) for code, name in villages))
        case _:
            return ()


def _write_lists(sheet: Worksheet, columns: tuple[Column, ...]) -> dict[str, str]:
    """Writes the drop-downs' lists side by side; the range of each, by fact."""
    ranges: dict[str, str] = {}
    for column in columns:
        if column.choices:
            at = len(ranges)
            for row, choice in enumerate(column.choices):
                sheet.write_string(row, at, choice)
            letters = xlsxwriter.utility.xl_col_to_name(at, col_abs=True)
            ranges[column.fact.name] = f"={LIST_SHEET}!{letters}$1:{letters}${len(column.choices)}"
    return ranges


def _write_entry(
    sheet: Worksheet,
    looks: Looks,
    title: str,
    columns: tuple[Column, ...],
    sources: Mapping[str, str],
    vocabulary: Vocabulary,
    day: date,
    language: Language,
) -> None:
    sheet.write_string(0, 0, title, looks.title)
    sheet.set_row(0, 24)
    sheet.set_row(1, 62)
    for at, column in enumerate(columns):
        fact = column.fact
        look = (
            looks.moment
            if fact.name in _AFTER
            else {"date": looks.day, "number": looks.number}.get(fact.kind, looks.text)
        )
        sheet.set_column(at, at, _width(column), look)
        sheet.write_string(1, at, column.heading, looks.heading if fact.role == "identity" else looks.asked)
        sheet.data_validation(
            FIRST, at, FIRST + ROWS - 1, at, _validation(column, sources.get(fact.name), vocabulary, day, language)
        )
    sheet.freeze_panes(FIRST, 2)
    print_wide(sheet, FIRST)


def _width(column: Column) -> int:
    """Characters: wide enough for what is written, headings wrap."""
    if column.fact.name == "nama":
        return 28
    longest = max((len(choice) for choice in column.choices), default=16)
    return min(max(longest + 2, len(column.heading) // 3, 16), 34)


def _validation(
    column: Column, source: str | None, vocabulary: Vocabulary, day: date, language: Language
) -> dict[str, object]:
    """What a cell accepts, and what is said beside it; villages elsewhere may be written in, after a warning."""
    fact, rule = column.fact, dict[str, object]()
    accepted = _accepted(column, language)
    if source is not None:
        rule = {"validate": "list", "source": source}
    elif fact.name in _DIGITS:
        rule = {"validate": "length", "criteria": "==", "value": _DIGITS[fact.name]}
    elif fact.kind == "date":
        rule = {"validate": "date", "criteria": "between", "minimum": date(1900, 1, 1), "maximum": day}
    elif fact.name in _AFTER:
        rule = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)}
    elif fact.kind == "number":
        rule = {"validate": "integer", "criteria": "between", "minimum": fact.low, "maximum": fact.high}
    else:
        rule = {"validate": "any"}
    return {
        **rule,
        "input_title": fitting(column.heading, _TITLE),
        "input_message": fitting(_advice(column, vocabulary, language), _MESSAGE),
        "error_title": fitting(column.heading, _TITLE),
        "error_message": fitting(WORKBOOKS["not_accepted"][language].format(accepted=accepted), _MESSAGE),
        "error_type": "warning" if fact.kind == "region" else "stop",
    }


def _accepted(column: Column, language: Language) -> str:
    """What may be written in the column, in words."""
    fact = column.fact
    values: dict[str, object] = {"count": len(column.choices), "low": fact.low, "high": fact.high}
    match fact.kind:
        case "yes_no" | "word" if len(column.choices) <= _FEW:
            return ", ".join(column.choices)
        case "text":
            return WORKBOOKS[f"accepts_{fact.name}"][language]
        case kind:
            return WORKBOOKS[f"accepts_{kind}"][language].format(**values)


def _advice(column: Column, vocabulary: Vocabulary, language: Language) -> str:
    """What may be written, and what an empty cell means where it does not mean that nothing is known."""
    accepted, presumed = f"{_accepted(column, language)}.", vocabulary.presumed.get(column.fact.name)
    if presumed is None:
        return accepted
    empty = WORKBOOKS["empty_means"][language].format(value=value_text(column.fact, presumed, language))
    return f"{accepted} {empty}"


def _about(policy: Policy, program: Program, day: date, language: Language) -> list[tuple[str, str]]:
    """Which regulation, day and program the workbook was made for."""
    title = policy.title
    name = instrument_name(title, language)
    says = WORKBOOKS
    return [
        (says["regulation"][language], f"{name[:1].upper()}{name[1:]}: {title.about}"),
        (says["policy"][language], policy.id),
        (says["day"][language], day.isoformat()),
        (says["digest"][language], program.digest),
        (THEMES["effect"][language], EFFECTS[legal_effect(policy, None, day)][language]),
        *([] if policy.official_text else [(says["text"][language], notice_text("reconstructed_text", {}, language))]),
    ]


def _write_guide(
    sheet: Worksheet,
    looks: Looks,
    title: str,
    columns: tuple[Column, ...],
    about: list[tuple[str, str]],
    vocabulary: Vocabulary,
    language: Language,
) -> None:
    """What the workbook is, how it is filled in, and each column."""
    says = {key: label[language] for key, label in WORKBOOKS.items()}
    widths = (32, 46, 40, 26, 76)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.write_string(0, 0, title, looks.title)
    row = 1
    for name, value in about:
        sheet.write_string(row, 0, name, looks.note)
        sheet.write_string(row, 1, value, looks.text)
        row += 1
    for line in ("how_row", "how_empty", "how_paste", "how_send", "how_private"):
        row += 1
        text = says[line].format(sheet=ENTRY_SHEET, rows=ROWS)
        sheet.merge_range(row, 0, row, 3, text, looks.wrapped)
        sheet.set_row(row, height_for([text], [sum(widths[:4])]))
    row += 2
    for at, heading in enumerate(("column", "accepted", "proof", "attested_by", "asked_by")):
        sheet.write_string(row, at, says[heading], looks.heading)
    for column in columns:
        row += 1
        fact = column.fact
        cells = (
            column.heading,
            _advice(column, vocabulary, language),
            fact.evidence[language] if fact.evidence else says["card"] if fact.name in _DIGITS else "–",
            fact.attested_by[language] if fact.attested_by else "–",
            "\n".join(column.asked_by) or says["village" if fact.kind == "region" else "identity"],
        )
        for at, text in enumerate(cells):
            sheet.write_string(row, at, fitting(text), looks.wrapped)
        sheet.set_row(row, height_for(cells, widths))
    print_wide(sheet, 0)
