"""A whole run: a list of donors, a registry and a policy in, a folder of results out, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from engine.decision.decide import Desk
from engine.language.diagnostic import Diagnostic, Place
from engine.language.library import Library, shown
from engine.language.vocabulary import Language
from engine.registry.allocation.granted import Granted, granted_of, read_grants
from engine.registry.donors.plan import Asked, Plan, plan
from engine.registry.donors.reading import Listed
from engine.registry.donors.results import ACCOUNT, write_plan
from engine.registry.taking import Source, Taken, Unfit, take
from engine.registry.target import results_folder

Step = Callable[[int, int | None], None]
"""Told how many more rows of the registry are read, of about how many."""


@dataclass(frozen=True, slots=True)
class Results:
    """What a run left in its folder."""

    plan: Plan
    taken: Taken
    account: Mapping[str, Any]
    files: tuple[str, ...]


def run(
    library: Library,
    asked: Asked,
    listed: Listed,
    registry: Source,
    granted: Granted | None,
    before: frozenset[tuple[str, str]],
    target: Path,
    period: str,
    language: Language,
    step: Step = lambda *_: None,
) -> Results:
    """Matches donors and workers and writes the plan into the folder `target`, which appears when it is whole.

    Raises Unreadable, Unfit, Undecidable, Occupied and OSError.
    """
    with results_folder(target, ACCOUNT) as (results, work):
        taken = take(registry, library.vocabulary, asked.policy.city, work, step)
        people = pl.scan_parquet(taken.registry / "*.parquet")
        if "nik" not in people.collect_schema():
            raise Unfit((Diagnostic("donors-without-nik", Place(taken.path)),))
        found = plan(Desk(library), people.collect(), listed, asked, granted, before)
        account = write_plan(found, results, period, language)
        files = tuple(sorted(path.name for path in results.iterdir()))
    return Results(found, taken, account, files)


def months_granted(path: Path, year: int, faults: list[Diagnostic]) -> Granted | None:
    """The grants of the year in a file of earlier runs, whatever pots they name; `faults` grows in place."""
    frame = read_grants(path, faults)
    return None if frame is None else granted_of(frame, year)


def read_pairs(path: Path, faults: list[Diagnostic]) -> frozenset[tuple[str, str]]:
    """Pairs (donor's number, NIK) of a file that an earlier run wrote; `faults` grows in place."""
    try:
        frame = pl.read_parquet(path) if path.suffix == ".parquet" else pl.read_csv(path, infer_schema=False)
        return frozenset(frame.select(pl.col("nip", "nik").cast(pl.String)).drop_nulls().iter_rows())
    except OSError as problem:
        faults.append(Diagnostic("cannot-read", Place(shown(path)), {"problem": problem.strerror or str(problem)}))
    except pl.exceptions.PolarsError:
        faults.append(Diagnostic("pairs-file", Place(shown(path))))
    return frozenset()
