"""Totals of a run, counted from its decisions without holding them: rows go by, counts stay.

Money is what the sources that decide would pay; quota and budgets come later and may grant less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from engine.decision.decision import Finding, Outline
from engine.language.messages.report import REPORT
from engine.language.policy import Criterion, Group
from engine.language.reader import UNKNOWN
from engine.language.regions import village_name
from engine.language.vocabulary import Label, Vocabulary
from engine.registry.columns import FAULTY, HELD, SYNTHETIC
from engine.registry.deciding import VERDICT
from engine.registry.decoding import SEPARATOR
from engine.registry.engines import pattern_of
from engine.registry.report.conclusions import (
    CONCLUSIONS,
    Conclusion,
    Counts,
    by_group,
    code_label,
    conclusion_of,
    firmly,
    missing_for,
    settling,
)
from engine.registry.run import Decided

VILLAGE, OCCUPATION, TO_RULE, NOTICES = "kelurahan", "pekerjaan", "perlu_diputuskan", "catatan"
_CONCLUSION = "_simpulan"


@dataclass(frozen=True, slots=True)
class Line:
    """How the rows of one village or occupation end; `slug` None: not stated."""

    slug: str | None
    label: Label
    counts: Counts

    @property
    def rows(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Eligible people of one paying source; `source` None: whose money is not settled.

    Rupiah a month of those whose contribution is modelled; `unpriced` are the others.
    """

    source: str | None
    provider: str | None
    label: Label
    people: int
    monthly_idr: int
    unpriced: int


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """What one criterion does, in people: refused where it fails, doubtful where only assumptions refuse, unknown.

    `alone` counts the refused whom nothing else in the group refuses.
    """

    group: Group
    criterion: Criterion
    refused: int
    alone: int
    doubtful: int
    unknown: int


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact still missing: people by what it decides, and the undetermined whom it settles alone."""

    fact: str
    label: Label
    outcome: int
    group: int
    funding: int
    settles: int

    @property
    def people(self) -> int:
        return self.outcome + self.group + self.funding


@dataclass(frozen=True, slots=True)
class RulingLine:
    """A value that waits for a ruling on an open list: people who have it, and those whom the ruling settles alone."""

    code: str
    label: Label
    people: int
    settles: int


@dataclass(frozen=True, slots=True)
class Totals:
    rows: int
    synthetic: int
    """Rows of made-up people."""
    counts: Counts
    verdicts: Mapping[int, int]
    """Rows by verdict number."""
    rulings_of: Mapping[int, Mapping[str, int]]
    """By verdict number, the cells of `perlu_diputuskan` and their rows."""
    villages: tuple[Line, ...]
    occupations: tuple[Line, ...]
    sources: tuple[SourceLine, ...]
    criteria: tuple[CriterionLine, ...]
    facts: tuple[FactLine, ...]
    rulings: tuple[RulingLine, ...]
    notices: tuple[tuple[str, int], ...]
    """Codes of notices and rows that have them."""
    held: tuple[tuple[str, int], ...]
    """Reasons and rows held for them."""
    faulty: tuple[tuple[str, int], ...]
    """Columns and their cells that could not be understood."""


def totals(decided: Decided) -> Totals:
    """Everything a report counts, in a few passes over the decisions."""
    vocabulary = decided.outlines[0].vocabulary if decided.outlines else None
    frame = scan(decided.decisions)
    names = frame.collect_schema().names()
    conclusions = [conclusion_of(outline) for outline in decided.outlines]
    marked = frame.join(_conclusion_table(conclusions), on=VERDICT, how="left").with_columns(
        pl.col(_CONCLUSION).fill_null(CONCLUSIONS.index("held"))
    )
    asked = {
        "verdicts": frame.group_by(VERDICT).len(),
        "rulings": frame.filter(pl.col(TO_RULE).is_not_null()).group_by(VERDICT, TO_RULE).len(),
        **{key: frame.group_by(key).len() for key in (NOTICES, HELD, FAULTY)},
        **{key: marked.group_by(key, _CONCLUSION).len() for key in (VILLAGE, OCCUPATION) if key in names},
    }
    found = dict(zip(asked, pl.collect_all(list(asked.values()), engine="streaming"), strict=True))
    people = {number: rows for number, rows in found["verdicts"].iter_rows() if number is not None}
    counts = _counts((conclusions[number], rows) for number, rows in people.items())
    rows = sum(number for _, number in found["verdicts"].iter_rows())
    rulings: dict[int, dict[str, int]] = {}
    for number, codes, those in found["rulings"].iter_rows():
        rulings.setdefault(number, {})[codes] = those
    met = [(outline, people.get(number, 0)) for number, outline in enumerate(decided.outlines)]
    return Totals(
        rows=rows,
        synthetic=_synthetic(decided.registry),
        counts={**counts, "held": rows - sum(people.values())},
        verdicts=people,
        rulings_of=rulings,
        villages=_lines(found.get(VILLAGE), _village),
        occupations=_lines(found.get(OCCUPATION), lambda slug: _word(vocabulary, OCCUPATION, slug)),
        sources=_sources(met),
        criteria=_criteria(met),
        facts=_facts(met),
        rulings=_rulings(decided.outlines, rulings),
        notices=_split(found[NOTICES], SEPARATOR),
        held=_split(found[HELD], None),
        faulty=_split(found[FAULTY], " "),
    )


def scan(path: Path) -> pl.LazyFrame:
    """The rows of a Parquet file, or of a folder of them."""
    return pl.scan_parquet(pattern_of(path))


def share(part: int, whole: int) -> float:
    """Part of the whole as tenths of a percent rounded down, so that only all is 1; below a tenth it is exact."""
    if whole == 0:
        return 0.0
    tenths = part * 1000 // whole
    return tenths / 1000 if tenths else part / whole


def _synthetic(registry: Path) -> int:
    frame = scan(registry)
    if SYNTHETIC not in frame.collect_schema():
        return 0
    return int(frame.select(pl.col(SYNTHETIC).sum()).collect(engine="streaming").item())


def _conclusion_table(conclusions: Sequence[Conclusion]) -> pl.LazyFrame:
    codes = [CONCLUSIONS.index(conclusion) for conclusion in conclusions]
    return pl.LazyFrame(
        {VERDICT: range(len(codes)), _CONCLUSION: codes}, schema={VERDICT: pl.Int32(), _CONCLUSION: pl.UInt8()}
    )


def _counts(found: Iterable[tuple[Conclusion, int]]) -> dict[Conclusion, int]:
    counts = dict.fromkeys(CONCLUSIONS, 0)
    for conclusion, rows in found:
        counts[conclusion] += rows
    return counts


def _lines(frame: pl.DataFrame | None, label: Callable[[str], Label]) -> tuple[Line, ...]:
    """By slug, the rows that state none at the end."""
    parts: dict[str | None, list[tuple[Conclusion, int]]] = {}
    for slug, code, rows in frame.iter_rows() if frame is not None else ():
        parts.setdefault(slug, []).append((CONCLUSIONS[code], rows))
    order = sorted(parts, key=lambda slug: (slug is None, slug or ""))
    return tuple(Line(slug, label(slug) if slug else REPORT["not_stated"], _counts(parts[slug])) for slug in order)


def _village(code: str) -> Label:
    name = village_name(code) or code
    return Label(name, name)


def _word(vocabulary: Vocabulary | None, fact: str, slug: str) -> Label:
    """The label of a word of the fact, or the word itself where the vocabulary lacks it."""
    if slug == UNKNOWN:
        return REPORT["said_unknown"]
    word = vocabulary.facts[fact].words.get(slug) if vocabulary and fact in vocabulary.facts else None
    return word.label if word else Label(slug, slug)


def _sources(met: Sequence[tuple[Outline, int]]) -> tuple[SourceLine, ...]:
    """Most people first; the unsettled last."""
    found: dict[tuple[str | None, str | None], tuple[Label, Counter[str]]] = {}
    for outline, people in met:
        if outline.outcome != "eligible" or not people:
            continue
        payer = outline.payer
        key = (payer.rule.source, payer.rule.provider) if payer else (None, None)
        label = outline.vocabulary.sources[payer.rule.source].label if payer else REPORT["payer_unsettled"]
        counter = found.setdefault(key, (label, Counter()))[1]
        monthly = payer.monthly_idr if payer else None
        counter["people"] += people
        counter["idr"] += (monthly or 0) * people
        counter["unpriced"] += people if monthly is None else 0
    lines = [SourceLine(*key, label, c["people"], c["idr"], c["unpriced"]) for key, (label, c) in found.items()]
    return tuple(sorted(lines, key=lambda line: (line.source is None, -line.people, line.source, line.provider or "")))


def _criteria(met: Sequence[tuple[Outline, int]]) -> tuple[CriterionLine, ...]:
    """Every criterion of the policy, in its order."""
    kinds: dict[tuple[str, str], tuple[Finding, Counter[str]]] = {}
    for outline, people in met:
        conclusion = conclusion_of(outline)
        for _, findings in by_group(outline):
            failed = sum(finding.result == "failed" for finding in findings)
            for finding in findings:
                counter = kinds.setdefault((finding.group.id, finding.criterion.id), (finding, Counter()))[1]
                if finding.result == "failed" and conclusion == "ineligible":
                    counter["refused"] += people
                    counter["alone"] += people if failed == 1 else 0
                elif finding.result == "failed" and conclusion == "refusal_on_assumption":
                    counter["doubtful"] += people if not firmly(findings) else 0
                elif finding.result == "unknown" and conclusion == "undetermined":
                    counter["unknown"] += people if not failed else 0
    return tuple(
        CriterionLine(f.group, f.criterion, c["refused"], c["alone"], c["doubtful"], c["unknown"])
        for f, c in kinds.values()
    )


def _facts(met: Sequence[tuple[Outline, int]]) -> tuple[FactLine, ...]:
    """Those that decide most outcomes first."""
    found: dict[str, tuple[Label, Counter[str]]] = {}
    for outline, people in met:
        for item in outline.missing if people else ():
            label = outline.vocabulary.facts[item.fact].label
            found.setdefault(item.fact, (label, Counter()))[1][item.purpose] += people
        alone = settling(outline) if people else None
        if alone:
            found[alone][1]["settles"] += people
    lines = [
        FactLine(fact, label, c["outcome"], c["group"], c["funding"], c["settles"])
        for fact, (label, c) in found.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.outcome, -line.people, line.fact)))


def _rulings(outlines: Sequence[Outline], cells: Mapping[int, Mapping[str, int]]) -> tuple[RulingLine, ...]:
    """Codes that wait for a ruling, most people first; a person with two of them counts at both."""
    found: dict[str, tuple[Label, Counter[str]]] = {}
    for number, those in cells.items():
        outline = outlines[number]
        only = outline.outcome == "undetermined" and not missing_for(outline, "outcome")
        for codes, people in those.items():
            several = list(dict.fromkeys(codes.split(SEPARATOR)))
            for code in several:
                counter = found.setdefault(code, (code_label(outline, code), Counter()))[1]
                counter["people"] += people
                counter["settles"] += people if only and len(several) == 1 else 0
    lines = [RulingLine(code, label, c["people"], c["settles"]) for code, (label, c) in found.items()]
    return tuple(sorted(lines, key=lambda line: (-line.people, line.code)))


def _split(frame: pl.DataFrame, separator: str | None) -> tuple[tuple[str, int], ...]:
    """Rows by each code in a column, most first; a row with two codes counts at both."""
    found: Counter[str] = Counter()
    for cell, rows in frame.iter_rows():
        for code in (cell.split(separator) if separator else [cell]) if cell else ():
            found[code] += rows
    return tuple(sorted(found.items(), key=lambda entry: (-entry[1], entry[0])))
