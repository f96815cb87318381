"""A registry decided by two policies, part by part, and counted: who gains, who loses, and what it costs.

Every pair of verdicts is looked at once, whatever the number of people who have it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from engine.decision.decide import Desk
from engine.decision.decision import Outline
from engine.decision.outline import terms_of
from engine.decision.program import ONGOING
from engine.language.library import Library
from engine.language.policy import Policy
from engine.registry.columns import HELD
from engine.registry.deciding import Ledger
from engine.registry.decoding import outlines_of
from engine.registry.run import parts
from engine.revision.impact.kinds import KINDS, Kind, kind_of, monthly, opening, refusing
from engine.revision.impact.people import DIMENSIONS, KIND, NEW, OLD, PeopleFile, described

Step = Callable[[int], None]
Version = tuple[Policy, date]
"""A policy, and the day on which it is asked."""


@dataclass(frozen=True, slots=True)
class Side:
    """One policy on its day, and what it says of each verdict number."""

    policy: Policy
    day: date
    outlines: tuple[Outline, ...]
    people: dict[int, int]
    """Rows by verdict number."""

    def count(self, outcome: str) -> int:
        return sum(number for verdict, number in self.people.items() if self.outlines[verdict].outcome == outcome)

    def money(self) -> dict[tuple[str, int], int]:
        """Rupiah by source and month, before quota and budget."""
        return monthly(self.outlines, self.people, self.day.month)


@dataclass(frozen=True, slots=True)
class Because:
    """Why people are refused, or left open, on the side that does so: a criterion, and how many."""

    kind: Kind
    group: str
    criterion: str
    article: str | None
    basis: str
    people: int
    alone: int
    """People for whom it is the only one."""


@dataclass(frozen=True, slots=True)
class Impact:
    old: Side
    new: Side
    rows: int
    """Rows compared; rows that are held are left out."""
    kinds: dict[Kind, int]
    by: pl.DataFrame
    """`dimensi`, `nilai`, `perubahan`, `orang`."""
    because: tuple[Because, ...]
    ongoing_out: int
    """People paid for now whom the old policy does not refuse and the new one does."""
    people: Path | None
    """Parquet: everybody who is compared, with a masked identity; None: not kept."""


def impact(
    library: Library,
    registry: Path,
    old: Version,
    new: Version,
    people: Path | None = None,
    step: Step = lambda _: None,
) -> Impact:
    """The impact on a registry that intake has read (a Parquet file or folder); the rows behind it go to `people`.

    Raises Undecidable and WrongColumns.
    """
    desk = Desk(library)
    ledgers = [Ledger(desk.decider(policy, day), library.vocabulary, day) for policy, day in (old, new)]
    sides = (old, new)
    terms = [terms_of(library, *side) for side in sides]
    outlines: list[tuple[Outline, ...]] = [(), ()]
    pairs = pl.DataFrame(schema={OLD: pl.Int32(), NEW: pl.Int32(), KIND: pl.Enum(KINDS)})
    counted: list[pl.DataFrame] = []
    met: list[pl.DataFrame] = []
    ongoing_out = rows = 0
    with PeopleFile(people, (old[1].month, new[1].month)) as file:
        for batch in parts(registry):
            kept = batch.filter(pl.col(HELD).is_null()) if HELD in batch.columns else batch
            numbers = [ledger.decide(kept) for ledger in ledgers]
            outlines = [
                outlines_of(ledger, own, known) for ledger, own, known in zip(ledgers, terms, outlines, strict=True)
            ]
            people_here = described(kept, new[1]).with_columns(numbers[0].alias(OLD), numbers[1].alias(NEW))
            here = people_here.group_by(OLD, NEW).len("orang")
            pairs = _with_new(pairs, here, outlines)
            met.append(here)
            marked = people_here.join(pairs, on=[OLD, NEW], how="left", maintain_order="left")
            counted += [_counted(marked, name) for name in DIMENSIONS]
            refused = [[n for n, each in enumerate(side) if each.outcome == "ineligible"] for side in outlines]
            falls_out = marked[NEW].is_in(refused[1]) & ~marked[OLD].is_in(refused[0])
            ongoing_out += int((marked[ONGOING] & falls_out).sum())
            file.add(marked, outlines)
            rows += kept.height
            step(kept.height)
    counts = pl.concat(met).group_by(OLD, NEW).agg(pl.col("orang").sum()).join(pairs, on=[OLD, NEW], how="left")
    by = pl.concat(counted).group_by("dimensi", "nilai", KIND).agg(pl.col("orang").sum()).sort("dimensi", "nilai", KIND)
    totals = dict(counts.group_by(KIND).agg(pl.col("orang").sum()).iter_rows())
    both = [
        Side(policy, day, known, dict(counts.group_by(side).agg(pl.col("orang").sum()).iter_rows()))
        for (policy, day), known, side in zip(sides, outlines, (OLD, NEW), strict=True)
    ]
    kinds = {kind: int(totals.get(kind, 0)) for kind in KINDS}
    because = _because(counts, both)
    return Impact(both[0], both[1], rows, kinds, by, because, ongoing_out, people)


def _counted(marked: pl.DataFrame, name: str) -> pl.DataFrame:
    counts = marked.group_by(pl.col(name).alias("nilai"), KIND).len("orang")
    return counts.select(pl.lit(name).alias("dimensi"), "nilai", KIND, "orang")


def _with_new(pairs: pl.DataFrame, here: pl.DataFrame, outlines: list[tuple[Outline, ...]]) -> pl.DataFrame:
    """The known pairs of verdicts with those that were not, each with its kind."""
    unknown = here.join(pairs, on=[OLD, NEW], how="anti").select(OLD, NEW)
    kinds = [kind_of(outlines[0][old], outlines[1][new]) for old, new in unknown.iter_rows()]
    return pl.concat([pairs, unknown.with_columns(pl.Series(KIND, kinds, dtype=pl.Enum(KINDS)))])


def _because(counts: pl.DataFrame, sides: list[Side]) -> tuple[Because, ...]:
    """For gains what the old policy refuses by; for losses and newly open ones what the new one does."""
    found: dict[tuple[Kind, str, str], list[int]] = {}
    for old, new, people, kind in counts.select(OLD, NEW, "orang", KIND).iter_rows():
        match kind:
            case "gain":
                named = refusing(sides[0].outlines[old])
            case "loss":
                named = refusing(sides[1].outlines[new])
            case "newly_undetermined":
                named = opening(sides[1].outlines[new])
            case _:
                continue
        for key in named:
            entry = found.setdefault((kind, *key), [0, 0])
            entry[0] += people
            entry[1] += people if len(named) == 1 else 0
    told = []
    for (kind, group, name), (people, alone) in found.items():
        policy = sides[0].policy if kind == "gain" else sides[1].policy
        criterion = next(c for g in policy.groups if g.id == group for c in g.criteria if c.id == name)
        told.append(Because(kind, group, name, criterion.article, criterion.ground.basis, people, alone))
    return tuple(sorted(told, key=lambda each: (KINDS.index(each.kind), -each.people, each.group, each.criterion)))
