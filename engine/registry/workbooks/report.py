"""The report of a run as a workbook: what was run, totals, reasons, and the work list of a labour office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.decision.outline import legal_effect
from engine.language.library import Library
from engine.language.messages.registry import HELD
from engine.language.messages.report import CONCLUSION_LABELS, OPTIONS, REPORT
from engine.language.messages.words import BASES, EFFECTS
from engine.language.vocabulary import Label, Language
from engine.language.wording import grouped
from engine.registry.report.conclusions import COLOURS, CONCLUSIONS
from engine.registry.report.notices import notice_label
from engine.registry.report.receipt import Asked
from engine.registry.report.situations import Situation, criterion_name
from engine.registry.report.totals import Line, Totals, share
from engine.registry.run import Decided
from engine.registry.workbooks.paper import Book, Column, Sheet, height_of
from engine.registry.workbooks.style import instrument_name, new_book

MOST = 500
"""Lines of the work list; how many there are besides is said beneath."""


def write_report(
    path: Path,
    library: Library,
    decided: Decided,
    totals: Totals,
    situations: Sequence[Situation],
    source: Path,
    asked: Asked,
    language: Language,
) -> None:
    """The workbook at that path, about a run over the file or folder `source`. Raises OSError."""
    policy = decided.policy
    footer = f"perwal · {policy.id} · {decided.day} · {decided.digest[:19]}…"
    with new_book(path) as (made, looks):
        book = Book(made, looks, language, footer)
        _summary(book, library, decided, totals, source, asked)
        _lines(book, "villages", totals.villages, totals, coded=True)
        _lines(book, "occupations", totals.occupations, totals, coded=False)
        _reasons(book, library, decided, totals)
        _facts(book, library, totals)
        _rulings(book, totals)
        _work(book, situations, totals)
        _held(book, library, totals)


def _summary(book: Book, library: Library, decided: Decided, totals: Totals, source: Path, asked: Asked) -> None:
    language, policy = book.language, decided.policy
    columns = [Column("", 34), Column("", 20, "count"), Column("", 20, "share"), Column("", 26), Column("", 46)]
    said = [book.say("recommendation")]
    if totals.synthetic:
        said.append(REPORT["synthetic"][language].format(count=grouped(totals.synthetic, language)))
    sheet = book.sheet("summary", columns, said, title=book.say("title"))
    effect = legal_effect(policy, None, decided.day)
    sheet.part(book.say("what_was_run"))
    about = [
        ("policy", f"{policy.id} — {instrument_name(policy.title, language)}"),
        ("about", policy.title.about),
        ("effect", EFFECTS[effect][language]),
        ("text", book.say("official" if policy.official_text else "reconstructed")),
        ("day", decided.day.isoformat()),
        ("digest", decided.digest),
        ("input", source.name),
        ("engine", asked.engine),
        ("attested", _pairs(asked.attested, library, language) or book.say("none")),
        ("options", _options(asked, language) or book.say("none")),
    ]
    for key, value in about:
        sheet.cell(0, book.say(key), "name")
        sheet.merged(1, value, 1)
    sheet.part(book.say("outcomes"))
    at = sheet.row
    for conclusion in CONCLUSIONS:
        count = totals.counts[conclusion]
        label = CONCLUSION_LABELS[conclusion][language]
        sheet.cells([label, count, share(count, totals.rows)], ["name", "count", "share"])
    sheet.cells([book.say("all"), totals.rows, share(totals.rows, totals.rows)], ["sum", "sum", "sum_share"])
    _chart(book, sheet, at)
    sheet.row = max(sheet.row, at + 9)
    sheet.part(book.say("money"))
    sheet.line(book.say("money_said"), "said")
    heads = {"source": "head", "people": "head_right", "share_eligible": "head_right", "monthly": "head_right"}
    sheet.cells([book.say(key) for key in (*heads, "money_note")], [*heads.values(), "head"], 2)
    for line in totals.sources:
        name = f"{line.label[language]} ({line.provider})" if line.provider else line.label[language]
        note = book.say("unpriced", count=grouped(line.unpriced, language)) if line.unpriced and line.source else None
        part = share(line.people, totals.counts["eligible"])
        amount = line.monthly_idr or None
        sheet.cells([name, line.people, part, amount, note], ["name", "count", "share", "rupiah", "text"])
    if not totals.sources:
        sheet.line(book.say("none"), "said")
    sheet.part(book.say("notices"))
    for code, people in totals.notices:
        text = notice_label(decided, code)[language]
        lines = height_of(text, sum(column.width for column in columns[1:]))
        sheet.cell(0, people, "count")
        sheet.merged(1, text, lines)


def _chart(book: Book, sheet: Sheet, at: int) -> None:
    """The outcomes as bars beside their table, in the colours of the other charts."""
    chart = book.book.add_chart({"type": "bar"})
    last = at + len(CONCLUSIONS) - 1
    chart.add_series(
        {
            "categories": [sheet.sheet.name, at, 0, last, 0],
            "values": [sheet.sheet.name, at, 1, last, 1],
            "points": [{"fill": {"color": COLOURS[conclusion]}} for conclusion in CONCLUSIONS],
            "gap": 40,
            "data_labels": {"value": True, "num_format": "#,##0", "font": {"size": 9}},
        }
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}, "line": {"none": True}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 500, "height": 178})
    sheet.sheet.insert_chart(at, 3, chart, {"x_offset": 8, "y_offset": 2, "object_position": 2})


def _lines(book: Book, key: str, lines: Sequence[Line], totals: Totals, *, coded: bool) -> None:
    """A line for each village or occupation, and the sum of all."""
    language = book.language
    columns = [
        *([Column(book.say("code"), 16, "code")] if coded else []),
        Column(book.say("name" if coded else "occupation"), 34),
        *(Column(CONCLUSION_LABELS[each][language], 14, "count") for each in CONCLUSIONS),
        Column(book.say("all"), 14, "count"),
        Column(book.say("share_of_eligible"), 14, "share"),
    ]
    sheet = book.sheet(key, columns)
    rows = [
        [
            *([line.slug] if coded else []),
            line.label[language],
            *(line.counts[each] for each in CONCLUSIONS),
            line.rows,
            share(line.counts["eligible"], line.rows),
        ]
        for line in lines
    ]
    sheet.table(rows)
    if rows:
        sums = [totals.counts[each] for each in CONCLUSIONS]
        head = [book.say("all"), *([None] if coded else [])]
        values = [*head, *sums, totals.rows, share(totals.counts["eligible"], totals.rows)]
        sheet.cells(values, ["sum"] * (len(values) - 1) + ["sum_share"])


def _reasons(book: Book, library: Library, decided: Decided, totals: Totals) -> None:
    language = book.language
    reads = {(f.group.id, f.criterion.id): f.reads for outline in decided.outlines[:1] for f in outline.findings}
    columns = [
        Column(book.say("group"), 22),
        Column(book.say("criterion"), 26),
        Column(book.say("wording"), 54),
        Column(book.say("article"), 18),
        Column(book.say("basis"), 11),
        Column(book.say("refused"), 11, "count"),
        Column(book.say("refused_alone"), 13, "count"),
        Column(book.say("doubtful"), 13, "count"),
        Column(book.say("unknown"), 13, "count"),
    ]
    sheet = book.sheet("reasons", columns, [book.say("reasons_said")])
    sheet.table(
        [
            [
                line.group.label[language],
                criterion_name(line.criterion, reads[line.group.id, line.criterion.id], library.vocabulary)[language],
                line.criterion.text,
                line.criterion.article,
                BASES[line.criterion.ground.basis][language],
                line.refused,
                line.alone,
                line.doubtful,
                line.unknown,
            ]
            for line in totals.criteria
        ],
        lines=lambda row: max(height_of(row[0], 22), height_of(row[1], 26), height_of(row[2], 54)),
    )


def _facts(book: Book, library: Library, totals: Totals) -> None:
    language = book.language
    columns = [
        Column(book.say("fact"), 34),
        Column(book.say("proof"), 52),
        Column(book.say("by"), 34),
        Column(book.say("for_outcome"), 13, "count"),
        Column(book.say("settles_alone"), 13, "count"),
        Column(book.say("for_group"), 13, "count"),
        Column(book.say("for_money"), 13, "count"),
    ]
    sheet = book.sheet("facts", columns, [book.say("facts_said")])
    rows = []
    for line in totals.facts:
        fact = library.vocabulary.facts[line.fact]
        proof = fact.evidence[language] if fact.evidence else ""
        by = fact.attested_by[language] if fact.attested_by else ""
        rows.append([line.label[language], proof, by, line.outcome, line.settles, line.group, line.funding])
    sheet.table(rows, lines=lambda row: max(height_of(row[0], 34), height_of(row[1], 52), height_of(row[2], 34)))


def _rulings(book: Book, totals: Totals) -> None:
    columns = [
        Column(book.say("value"), 40),
        Column(book.say("code"), 30, "code"),
        Column(book.say("people"), 14, "count"),
        Column(book.say("settles_alone"), 14, "count"),
    ]
    sheet = book.sheet("rulings", columns, [book.say("rulings_said")])
    sheet.table([[line.label[book.language], line.code, line.people, line.settles] for line in totals.rulings])


def _work(book: Book, situations: Sequence[Situation], totals: Totals) -> None:
    """The commonest situations; those left out are counted beneath."""
    language = book.language
    columns = [
        Column(book.say("number"), 5, "count"),
        Column(book.say("people"), 9, "count"),
        Column(book.say("share"), 8, "share"),
        Column(book.say("outcome"), 14),
        Column(book.say("situation"), 54),
        Column(book.say("what_settles"), 60),
        Column(book.say("who"), 22),
        Column(book.say("verdicts"), 12),
    ]
    sheet = book.sheet("work", columns, [book.say("work_said")])
    shown, others = situations[:MOST], situations[MOST:]
    rows = [
        [
            number,
            each.people,
            share(each.people, totals.rows),
            CONCLUSION_LABELS[each.conclusion][language],
            each.sentence[language],
            each.settles_text(language),
            "; ".join(who[language] for who in each.who()),
            _some(each.verdicts),
        ]
        for number, each in enumerate(shown, start=1)
    ]
    sheet.table(rows, lines=lambda row: max(height_of(row[index], columns[index].width) for index in range(3, 8)))
    if others:
        people = grouped(sum(each.people for each in others), language)
        sheet.line(book.say("others", count=grouped(len(others), language), people=people), "said")


def _held(book: Book, library: Library, totals: Totals) -> None:
    language = book.language
    columns = [Column(book.say("reason"), 60), Column(book.say("rows"), 14, "count")]
    sheet = book.sheet("held", columns, [book.say("held_said")])
    labels = library.vocabulary.facts
    sheet.table([[HELD.get(code, Label(code, code))[language], rows] for code, rows in totals.held], filtered=False)
    sheet.part(book.say("faulty"))
    sheet.cells([book.say("fact"), book.say("cells")], ["head", "head"])
    for name, cells in totals.faulty:
        sheet.cells([labels[name].label[language] if name in labels else name, cells], ["text", "count"])
    if not totals.faulty:
        sheet.line(book.say("none"), "said")


def _options(asked: Asked, language: Language) -> str:
    """What was chosen, in words; what was left as it is is not said."""
    chosen = {name: value for name, value in sorted(asked.options.items()) if value is not None}
    named = {name: OPTIONS[name][language] if name in OPTIONS else name for name in chosen}
    return "; ".join(f"{named[name]}: {value}" for name, value in chosen.items())


def _pairs(attested: Mapping[str, str], library: Library, language: Language) -> str:
    labels = library.vocabulary.facts
    return "; ".join(f"{labels[name].label[language]}: {value}" for name, value in attested.items() if name in labels)


def _some(numbers: Sequence[int], most: int = 6) -> str:
    """`12, 40, 7`; an ellipsis stands for those left out."""
    return ", ".join(map(str, numbers[:most])) + (", …" if len(numbers) > most else "")
