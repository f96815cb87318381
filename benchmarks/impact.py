"""The impact of a revision on a million people against one pass over the same registry, file to file, in turns."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from alone import MILLION, timed

from engine.language.library import load, shipped
from engine.registry.run import decide_registry
from engine.registry.synth.files import write
from engine.registry.synth.registry import Request
from engine.registry.taking import Source, take
from engine.revision.impact.impact import impact

DAY = date(2023, 2, 8)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=MILLION)
    asked.add_argument("--rounds", type=int, default=5)
    chosen = asked.parse_args()
    library = load(shipped())
    old, new = (library.policies[name] for name in ("pekalongan/2022-19b", "pekalongan/2023-usulan"))
    with TemporaryDirectory() as folder:
        work = Path(folder)
        write(Request("pekalongan", chosen.rows, DAY), library.vocabulary, work / "daftar.parquet", "parquet")
        registry = take(Source(work / "daftar.parquet"), library.vocabulary, "pekalongan", work).registry

        def one_pass() -> None:
            decide_registry(library, new, DAY, registry, work / "keputusan.parquet")

        def both() -> None:
            impact(library, registry, (old, DAY), (new, DAY), work / "dampak.parquet")

        rounds = [(timed(both), timed(one_pass)) for _ in range(chosen.rounds)]
    ratios = sorted(mine / its for mine, its in rounds)
    print(f"{chosen.rows:,} rows, {chosen.rounds} rounds in turns")
    print(f"impact of {new.id} on {old.id}   {median(mine for mine, _ in rounds):6.2f} s")
    print(f"one pass over the registry       {median(its for _, its in rounds):6.2f} s")
    print(f"impact / pass = {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}), wanted at most 2.5")


if __name__ == "__main__":
    main()
