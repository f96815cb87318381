"""The impact of a change on a list of applicants: the list in, a folder of results out, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.language.library import Library
from engine.language.vocabulary import Language
from engine.registry.allocation.budget import Budget
from engine.registry.money import claiming
from engine.registry.taking import Source, Taken, take
from engine.registry.target import results_folder
from engine.revision.impact.displacement import displacement
from engine.revision.impact.impact import Impact, Version, impact
from engine.revision.impact.people import PEOPLE
from engine.revision.impact.results import SUMMARY, write_impact
from engine.revision.whatif import read_as, reading_names

Step = Callable[[str, int, int | None], None]
"""Told what is done (`reading` or `deciding`), how many more rows, of how many."""


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Another reading of a policy, and what it would do to the registry."""

    reading: str
    impact: Impact

    @property
    def yearly_idr(self) -> int:
        """Rupiah to the end of the year, more or (below zero) less, before quota and budget."""
        return sum(self.impact.new.money().values()) - sum(self.impact.old.money().values())


@dataclass(frozen=True, slots=True)
class Found:
    taken: Taken
    impact: Impact
    told: Mapping[str, Any]
    files: tuple[str, ...]


def impact_on(
    library: Library,
    source: Source,
    old: Version,
    new: Version,
    target: Path,
    language: Language,
    budget: Budget | None = None,
    step: Step = lambda *_: None,
) -> Found:
    """Raises Unreadable, Unfit, Undecidable, Occupied and OSError."""
    with results_folder(target, SUMMARY) as (results, work):
        taken = take(source, library.vocabulary, new[0].city, work, lambda rows, of: step("reading", rows, of))
        found = impact(
            library, taken.registry, old, new, results / PEOPLE, lambda rows: step("deciding", rows, taken.rows)
        )
        moved = displacement(library, claiming(taken), old, new, budget, results) if budget else None
        told = write_impact(found, moved, results, library, language)
        files = tuple(sorted(path.relative_to(results).as_posix() for path in results.rglob("*") if path.is_file()))
    return Found(taken, found, told, files)


def ambiguities(
    library: Library, registry: Path, policy: Version, step: Callable[[int], None] = lambda _: None
) -> list[Ambiguity]:
    """Every other reading of the policy on a registry that intake has read. Raises Undecidable."""
    version, day = policy
    return [
        Ambiguity(name, impact(library, registry, policy, (read_as(version, name), day), step=step))
        for name in reading_names(version)
    ]
