"""The impact as files beside the rows behind it: workbook, charts, and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from engine.language.library import Library
from engine.language.vocabulary import Language
from engine.registry.report.charts import draw
from engine.revision.impact.displacement import Displacement
from engine.revision.impact.drawings import drawings
from engine.revision.impact.impact import Impact
from engine.revision.impact.tables import write_workbook
from engine.revision.impact.told import as_json

WORKBOOK, SUMMARY, CHARTS = "dampak.xlsx", "dampak.json", "grafik"


def write_impact(
    found: Impact, moved: Displacement | None, folder: Path, library: Library, language: Language
) -> dict[str, Any]:
    """Writes workbook, charts and JSON into the folder, beside the rows; the JSON. Raises OSError."""
    told = as_json(found, moved, library, language)
    (folder / SUMMARY).write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
    write_workbook(folder / WORKBOOK, found, moved, library, language)
    draw(drawings(found, library, language), folder / CHARTS)
    return told
