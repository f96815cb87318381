"""Small decided registries for the tests of reports and receipts: synthetic people, really decided."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl

from engine.language.library import Library
from engine.registry.run import Decided, decide_registry
from engine.registry.synth.registry import Request, blocks

DAY = date(2023, 6, 1)


def synthetic(library: Library, city: str, rows: int, *, seed: int = 1, gaps: float = 0.05) -> pl.DataFrame:
    """A made-up registry of the city."""
    return pl.concat(block.shown for block in blocks(Request(city, rows, DAY, seed, gaps), library.vocabulary))


def decided(library: Library, policy: str, registry: pl.DataFrame, folder: Path) -> Decided:
    """Registry and decisions under the folder, decided by Polars."""
    folder.mkdir(parents=True, exist_ok=True)
    registry.write_parquet(folder / "register.parquet")
    return decide_registry(
        library, library.policies[policy], DAY, folder / "register.parquet", folder / "keputusan.parquet"
    )
