"""Drawings as Vega-Lite, and as SVG and PNG, made here without network."""

from __future__ import annotations

from typing import Any

import altair as alt
import vl_convert

from engine.language.messages.report import REPORT
from engine.language.vocabulary import Language
from engine.registry.report.charts import Drawing

_WIDTH, _STEP = 640, 20
_SCALE = 2.0
"""Pixels of a PNG per unit of the drawing."""


def rendered(drawing: Drawing) -> tuple[str, bytes]:
    """The chart as SVG and as PNG."""
    spec, locale = chart(drawing).to_dict(), _locale(drawing.language)
    return (
        vl_convert.vegalite_to_svg(spec, format_locale=locale),
        vl_convert.vegalite_to_png(spec, scale=_SCALE, format_locale=locale),
    )


def chart(drawing: Drawing) -> alt.LayerChart:
    """Stacked bars, each with its whole number at the end."""
    met = {kind for bar in drawing.bars for kind, people in bar.parts.items() if people}
    kinds = [kind for kind in drawing.kinds if kind in met]
    values = [
        {"name": bar.name, "kind": kind, "people": bar.parts.get(kind, 0), "order": kinds.index(kind)}
        for bar in drawing.bars
        for kind in kinds
    ]
    names = [bar.name for bar in drawing.bars]
    ends = [{"name": bar.name, "people": bar.people} for bar in drawing.bars]
    across = alt.X(
        "people:Q", axis=alt.Axis(format=",d", tickMinStep=1, tickCount=6), title=REPORT["applicants"][drawing.language]
    )
    down = alt.Y(
        "name:N", sort=names, title=None, axis=alt.Axis(labelLimit=480, labelPadding=6, ticks=False, domain=False)
    )
    colour = alt.Color(
        "kind:N",
        sort=kinds,
        title=None,
        scale=alt.Scale(domain=kinds, range=[drawing.kinds[kind] for kind in kinds]),
        legend=alt.Legend(orient="bottom", labelLimit=400, columns=5) if met - set(names) else None,
    )
    bars = alt.Chart(_data(values)).mark_bar(height={"band": 0.75}).encode(across, down, colour, order="order:Q")
    text = alt.Chart(_data(ends)).mark_text(align="left", dx=4, fontSize=11, color="#333333")
    numbers = text.encode(alt.X("people:Q"), alt.Y("name:N", sort=names), alt.Text("people:Q", format=",d"))
    title = alt.TitleParams(drawing.title, subtitle=list(drawing.said), anchor="start", offset=12)
    drawn: alt.LayerChart = (
        alt.layer(bars, numbers)
        .properties(width=_WIDTH, height=alt.Step(_STEP), title=title, padding=16, background="white")
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=12, titleFontSize=12, gridColor="#E5E5E5")
        .configure_legend(labelFontSize=12, symbolSize=140)
        .configure_title(fontSize=18, subtitleFontSize=12, subtitleColor="#555555")
    )
    return drawn


def _data(values: list[dict[str, Any]]) -> alt.Data:
    return alt.Data(values=values)  # type: ignore[no-untyped-call]


def _locale(language: Language) -> dict[str, Any]:
    """Digits grouped as the language does."""
    decimal, thousands = (",", ".") if language == "id" else (".", ",")
    return {"decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["Rp", ""]}
