"""Charts draw the totals, whole and said where not, without network and without warnings."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest

from engine.language.library import Library
from engine.language.messages.report import CONCLUSION_LABELS
from engine.language.vocabulary import Label, Language
from engine.registry.report.charts import MOST_VILLAGES, NAMES, drawings, write_charts
from engine.registry.report.conclusions import CONCLUSIONS
from engine.registry.report.totals import Line, Totals, totals
from engine.registry.report.vega import chart
from engine.registry.run import Decided
from tests.registry.deciding_runs import decided, synthetic

Run = tuple[Decided, Totals]


@pytest.fixture(scope="module")
def run(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Run:
    made = decided(library, "tegal/2023", synthetic(library, "tegal", 2_000), tmp_path_factory.mktemp("bagan"))
    return made, totals(made)


def texts(svg: Path) -> str:
    """Everything written in a drawing."""
    return "\n".join(ElementTree.parse(svg).getroot().itertext())


@pytest.mark.parametrize("language", ["id", "en"])
def test_charts_say_the_totals_in_the_language(run: Run, tmp_path: Path, language: Language) -> None:
    made, counted = run
    written = write_charts(made, counted, tmp_path, language)
    assert [path.name for path in written] == [f"{name}.{kind}" for name in NAMES for kind in ("svg", "png")]
    outcomes = texts(tmp_path / "hasil.svg")
    separator = "." if language == "id" else ","
    for each in CONCLUSIONS[:4]:
        assert CONCLUSION_LABELS[each][language] in outcomes
        assert f"{counted.counts[each]:,}".replace(",", separator) in outcomes
    villages = texts(tmp_path / "kelurahan.svg")
    assert all(line.label[language] in villages for line in counted.villages)
    facts = texts(tmp_path / "fakta.svg")
    assert all(line.label[language] in facts for line in counted.facts if line.outcome)
    for name in NAMES:
        png = (tmp_path / f"{name}.png").read_bytes()
        assert png.startswith(b"\x89PNG") and len(png) > 5_000


def test_five_hundred_villages_are_drawn_up_to_a_bound_and_the_others_said(run: Run, tmp_path: Path) -> None:
    made, counted = run
    blank = dict.fromkeys(CONCLUSIONS, 0)
    many = tuple(
        Line(f"33.28.{n // 40 + 1:02d}.{2001 + n % 40}", Label(f"Desa {n}", f"Desa {n}"), {**blank, "eligible": n + 1})
        for n in range(500)
    )
    wide = replace(counted, villages=many, rows=sum(line.rows for line in many))
    drawing = drawings(made, wide, "id")["kelurahan"]
    assert len(drawing.bars) == MOST_VILLAGES
    assert drawing.bars[0].name == "Desa 499"
    assert sum(bar.people for bar in drawing.bars) + 460 * 461 // 2 == wide.rows
    assert "460 lainnya (106.030 orang) tidak digambar" in drawing.said[-1]
    write_charts(made, wide, tmp_path, "id")
    assert "460 lainnya (106.030 orang) tidak digambar" in texts(tmp_path / "kelurahan.svg")


def test_villages_of_one_name_are_told_apart(run: Run) -> None:
    made, counted = run
    blank = dict.fromkeys(CONCLUSIONS, 0)
    twins = tuple(
        Line(code, Label("Debong", "Debong"), {**blank, "held": 1}) for code in ("33.28.01.2001", "33.28.02.2001")
    )
    drawing = drawings(made, replace(counted, villages=twins), "id")["kelurahan"]
    assert [bar.name for bar in drawing.bars] == ["Debong (33.28.01.2001)", "Debong (33.28.02.2001)"]


def test_bars_add_up_and_stay_in_order(run: Run) -> None:
    made, counted = run
    drawn = drawings(made, counted, "id")
    assert sum(bar.people for bar in drawn["hasil"].bars) == counted.rows
    assert sum(bar.people for bar in drawn["kelurahan"].bars) == counted.rows
    for name in ("syarat", "fakta"):
        people = [bar.people for bar in drawn[name].bars]
        assert people == sorted(people, reverse=True) and all(people)
    facts = {line.label.id: (line.settles, line.outcome) for line in counted.facts if line.outcome}
    assert {bar.name: (next(iter(bar.parts.values())), bar.people) for bar in drawn["fakta"].bars} == facts


def test_nothing_to_draw_is_a_chart_that_says_so(library: Library, tmp_path: Path) -> None:
    made = decided(library, "tegal/2023", synthetic(library, "tegal", 2).clear(), tmp_path)
    counted = totals(made)
    write_charts(made, counted, tmp_path / "bagan", "id")
    assert "tidak ada" in texts(tmp_path / "bagan" / "fakta.svg")


def test_a_drawing_names_no_place_on_the_network(run: Run) -> None:
    made, counted = run
    for drawing in drawings(made, counted, "en").values():
        spec = chart(drawing).to_dict()
        assert "url" not in str({key: value for key, value in spec.items() if key != "$schema"})
