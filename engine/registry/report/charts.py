"""Charts of a run's totals as SVG and PNG, drawn here without network: outcomes, villages, criteria, missing facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.language.messages.report import CONCLUSION_LABELS, REPORT
from engine.language.vocabulary import Language
from engine.language.wording import grouped
from engine.registry.report.conclusions import BLUE, COLOURS, CONCLUSIONS, ORANGE, RED, SKY
from engine.registry.report.situations import criterion_name
from engine.registry.report.totals import Totals
from engine.registry.run import Decided

NAMES = ("hasil", "kelurahan", "syarat", "fakta")
"""Of the files: outcomes, villages, criteria, facts."""
MOST_VILLAGES = 40
MOST_LINES = 15
"""Villages, and criteria or facts, that a chart draws; the others are said."""

_LONGEST = 72
"""Characters of a label."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of several kinds of people, in the order in which they are drawn."""

    name: str
    parts: Mapping[str, int]

    @property
    def people(self) -> int:
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class Drawing:
    """One chart: bars from top to bottom, the kinds with their colours, and what is said beneath the title."""

    title: str
    said: tuple[str, ...]
    bars: tuple[Bar, ...]
    kinds: Mapping[str, str]
    language: Language


def write_charts(decided: Decided, totals: Totals, folder: Path, language: Language) -> tuple[Path, ...]:
    """Every chart as SVG and PNG under the folder; where they are."""
    return draw(drawings(decided, totals, language), folder)


def draw(wanted: Mapping[str, Drawing], folder: Path) -> tuple[Path, ...]:
    """Charts by the names of their files, as SVG and PNG under the folder; where they are."""
    from engine.registry.report.vega import rendered  # takes a third of a second, which only those pay who draw

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, drawing in wanted.items():
        svg, png = folder / f"{name}.svg", folder / f"{name}.png"
        text, pixels = rendered(drawing)
        svg.write_text(text, "utf-8")
        png.write_bytes(pixels)
        written += [svg, png]
    return tuple(written)


def drawings(decided: Decided, totals: Totals, language: Language) -> dict[str, Drawing]:
    """What each chart shows, by the name of its file."""
    head = REPORT["chart_subtitle"][language].format(
        policy=decided.policy.id, on=decided.day, rows=grouped(totals.rows, language)
    )
    if totals.synthetic:
        head += " · " + REPORT["synthetic"][language].format(count=grouped(totals.synthetic, language))
    made = (
        _outcomes(totals, head, language),
        _villages(totals, head, language),
        _criteria(decided, totals, head, language),
        _facts(totals, head, language),
    )
    return dict(zip(NAMES, made, strict=True))


def _outcomes(totals: Totals, head: str, language: Language) -> Drawing:
    """Each conclusion a bar of its own colour."""
    labels = _labels(language)
    bars = [
        Bar(labels[conclusion], {labels[conclusion]: totals.counts[conclusion]})
        for conclusion in CONCLUSIONS
        if conclusion != "held" or totals.counts["held"]
    ]
    return Drawing(REPORT["chart_outcomes"][language], (head,), tuple(bars), _kinds(language), language)


def _villages(totals: Totals, head: str, language: Language) -> Drawing:
    """The largest villages; the others are said. Those who state none come last, and are drawn if there is room."""
    labels = _labels(language)
    order = sorted(totals.villages, key=lambda line: (line.slug is None, -line.rows, line.slug))
    shown, others = order[:MOST_VILLAGES], order[MOST_VILLAGES:]
    names = _distinct([line.label[language] for line in shown], [line.slug or "" for line in shown])
    bars = [
        Bar(name, {labels[each]: line.counts[each] for each in CONCLUSIONS if line.counts[each]})
        for name, line in zip(names, shown, strict=True)
    ]
    said = [head]
    if others:
        people = grouped(sum(line.rows for line in others), language)
        said.append(REPORT["not_drawn"][language].format(shown=len(shown), others=len(others), people=people))
    return _drawn("chart_villages", said, bars, _kinds(language), language)


def _criteria(decided: Decided, totals: Totals, head: str, language: Language) -> Drawing:
    """Criteria that refuse or are unknown, most people first."""
    reads = {(f.group.id, f.criterion.id): f.reads for outline in decided.outlines[:1] for f in outline.findings}
    keys = {"refused": RED, "doubtful": SKY, "unknown": ORANGE}
    bars, articles = [], []
    for line in totals.criteria:
        named = criterion_name(line.criterion, reads[line.group.id, line.criterion.id], decided.outlines[0].vocabulary)
        parts = {"refused": line.refused, "doubtful": line.doubtful, "unknown": line.unknown}
        bars.append(Bar(named[language], {REPORT[key][language]: people for key, people in parts.items()}))
        article = f"Pasal {line.criterion.article}" if line.criterion.article else line.criterion.id
        articles.append(f"{line.group.label[language]}, {article}")
    names = _distinct([bar.name for bar in bars], articles)
    bars = [Bar(name, bar.parts) for name, bar in zip(names, bars, strict=True)]
    kinds = {REPORT[key][language]: colour for key, colour in keys.items()}
    return _most("chart_reasons", [head, REPORT["counted_twice"][language]], bars, kinds, language)


def _facts(totals: Totals, head: str, language: Language) -> Drawing:
    """Facts without which outcomes stay open, and how many people each settles alone."""
    kinds = {REPORT["alone"][language]: BLUE, REPORT["among_others"][language]: ORANGE}
    alone, others = kinds
    bars = [
        Bar(line.label[language], {alone: line.settles, others: line.outcome - line.settles}) for line in totals.facts
    ]
    return _most("chart_missing", [head, REPORT["counted_twice"][language]], bars, kinds, language)


def _most(key: str, said: list[str], bars: Sequence[Bar], kinds: Mapping[str, str], language: Language) -> Drawing:
    """The longest bars; how many more there are is said."""
    order = sorted((bar for bar in bars if bar.people), key=lambda bar: -bar.people)
    others = len(order) - MOST_LINES
    if others > 0:
        said.append(REPORT["not_drawn_lines"][language].format(shown=MOST_LINES, others=others))
    return _drawn(key, said, order[:MOST_LINES], kinds, language)


def _drawn(key: str, said: list[str], bars: Sequence[Bar], kinds: Mapping[str, str], language: Language) -> Drawing:
    if not bars:
        said.append(REPORT["nothing_to_draw"][language])
    return Drawing(REPORT[key][language], tuple(said), tuple(bars), kinds, language)


def _labels(language: Language) -> dict[str, str]:
    return {each: CONCLUSION_LABELS[each][language] for each in CONCLUSIONS}


def _kinds(language: Language) -> dict[str, str]:
    return {CONCLUSION_LABELS[each][language]: colour for each, colour in COLOURS.items()}


def _distinct(names: Sequence[str], marks: Sequence[str]) -> list[str]:
    """Names cut to length; those that several share are followed by their mark in brackets."""
    cut = [name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…" for name in names]
    return [f"{name} ({mark})" if cut.count(name) > 1 else name for name, mark in zip(cut, marks, strict=True)]
