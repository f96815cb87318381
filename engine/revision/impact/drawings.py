"""The charts of an impact: people by kind of change, a bar for each value of a dimension."""

from __future__ import annotations

from collections.abc import Mapping

from engine.language.library import Library
from engine.language.messages.impact import DIMENSION_LABELS, KIND_LABELS
from engine.language.vocabulary import Language
from engine.registry.report.charts import Bar, Drawing
from engine.registry.report.conclusions import BLUE, ORANGE, RED, SKY
from engine.revision.impact.impact import Impact
from engine.revision.impact.kinds import Kind
from engine.revision.impact.lines import CHANGES, lines, named, said, title
from engine.revision.impact.people import DIMENSIONS

COLOURS: Mapping[Kind, str] = {
    "gain": BLUE, "loss": RED, "newly_undetermined": ORANGE, "settled": SKY, "payer": "#999999",
}  # fmt: skip
DRAWN = 30
"""Villages and occupations that a chart draws."""


def drawings(found: Impact, library: Library, language: Language) -> dict[str, Drawing]:
    """A chart for each dimension, by the name of its file."""
    return {name: _drawing(found, name, library, language) for name in DIMENSIONS}


def _drawing(found: Impact, name: str, library: Library, language: Language) -> Drawing:
    labels = {kind: KIND_LABELS[kind][language] for kind in CHANGES}
    bars = [
        Bar(named(name, value, library, language), {labels[kind]: counts[kind] for kind in CHANGES})
        for value, counts in lines(found, name)[:DRAWN]
    ]
    colours = {labels[kind]: COLOURS[kind] for kind in CHANGES}
    heading = f"{title(found, language)} · {DIMENSION_LABELS[name][language]}"
    return Drawing(heading, (said(found, language),), tuple(bars), colours, language)
