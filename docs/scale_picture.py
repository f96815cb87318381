"""Draws the picture of `scale.md` from what `benchmarks/scale.py --save docs/gambar/skala.json` saw."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import altair as alt

HERE = Path(__file__).parent / "gambar"
NAMES = {
    "polars": "Polars",
    "duckdb": "DuckDB",
    "spark local[2]": "Spark, one process",
    "spark, 1 worker": "Spark, one worker",
    "spark, 2 workers": "Spark, two workers",
}
COLOURS = ["#0072b2", "#e69f00", "#999999", "#cc79a7", "#009e73"]
"""Told apart by colour-blind eyes."""
UP = alt.Scale(type="log", domain=[0.05, 100], nice=False)
"""The same for both panels."""
DASHES = [[1, 0], [1, 0], [6, 3], [2, 2], [1, 0]]


def main() -> None:
    seen = json.loads((HERE / "skala.json").read_text(encoding="utf-8"))
    rows = panel(seen, "rows", "rows", "Applicants in the registry", "Cost by rows")
    met = panel(seen, "situations", "situations", "Situations in a million applicants", "Cost by situations")
    room = {"left": 5, "top": 5, "right": 25, "bottom": 5}  # browsers set the legend wider than the drawing is measured
    drawn = (
        alt.hconcat(rows, met)
        .properties(padding=room)
        .configure_view(stroke=None)
        .configure(font="sans-serif", background="white")
    )
    drawn = drawn.configure_axis(gridColor="#e5e5e5", labelFontSize=11, titleFontSize=12, domainColor="#888")
    drawn.configure_title(anchor="start", fontSize=14).configure_legend(labelFontSize=12).save(HERE / "skala.svg")


def panel(seen: list[dict[str, Any]], series: str, field: str, title: str, head: str) -> alt.Chart:
    """Seconds of processor of each engine by the field, both on logarithmic scales."""
    values = [{**one, "engine": NAMES[one["engine"]]} for one in seen if one["series"] == series]
    colour = alt.Color(
        "engine:N",
        title=None,
        scale=alt.Scale(domain=list(NAMES.values()), range=COLOURS),
        legend=alt.Legend(symbolType="stroke", symbolOpacity=1, symbolStrokeWidth=3),
    )
    dash = alt.StrokeDash("engine:N", scale=alt.Scale(domain=list(NAMES.values()), range=DASHES), legend=None)
    across = alt.X(f"{field}:Q", title=title, scale=alt.Scale(type="log"), axis=alt.Axis(format="~s", tickCount=5))
    up = alt.Y("processor:Q", title="seconds of processor", scale=UP, axis=alt.Axis(format="~g"))
    base = alt.Chart(alt.Data(values=values), title=head, width=330, height=300)
    return base.mark_line(point=True).encode(x=across, y=up, color=colour, strokeDash=dash)


if __name__ == "__main__":
    main()
