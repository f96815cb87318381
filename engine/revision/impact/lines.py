"""The lines of an impact's tables and charts: values of a dimension with people by kind, and their names in words."""

from __future__ import annotations

import polars as pl

from engine.language.library import Library
from engine.language.messages.impact import IMPACT
from engine.language.regions import village_name
from engine.language.vocabulary import Language
from engine.language.wording import grouped
from engine.revision.impact.impact import Impact
from engine.revision.impact.kinds import KINDS, Kind
from engine.revision.impact.people import KIND

CHANGES: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "same")


def lines(found: Impact, name: str) -> list[tuple[str, dict[Kind, int]]]:
    """Values of a dimension with people by kind, most changes first; ages and deciles in their order."""
    found_lines: dict[str, dict[Kind, int]] = {}
    for value, kind, people in found.by.filter(pl.col("dimensi") == name).select("nilai", KIND, "orang").iter_rows():
        found_lines.setdefault(value, dict.fromkeys(KINDS, 0))[kind] = people
    if name in ("usia", "desil"):
        return sorted(found_lines.items(), key=lambda line: (len(line[0]) if name == "desil" else 0, line[0]))
    return sorted(found_lines.items(), key=lambda line: (-sum(line[1][kind] for kind in CHANGES), line[0]))


def named(name: str, value: str, library: Library, language: Language) -> str:
    if name == "kelurahan":
        village = village_name(value)
        return f"{village} ({value})" if village else value
    if name == "pekerjaan":
        word = library.vocabulary.facts["pekerjaan"].words.get(value)
        return word.label[language] if word else value
    return value


def title(found: Impact, language: Language) -> str:
    return IMPACT["title"][language].format(new=found.new.policy.id, old=found.old.policy.id)


def said(found: Impact, language: Language) -> str:
    return IMPACT["said"][language].format(
        rows=grouped(found.rows, language),
        old=found.old.policy.id,
        old_on=found.old.day,
        new=found.new.policy.id,
        new_on=found.new.day,
    )
