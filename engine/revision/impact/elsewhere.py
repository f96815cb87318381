"""The registry of one city decided under other cities' versions: what if Tegal adopted Pekalongan's rules.

The registry's own residents stand for residents of the other city, and the other way round. Villages are not
transferred: nobody of the one city lives in a village of the other, so that a rule that names villages stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from engine.decision.decide import Desk
from engine.decision.decision import Outline
from engine.decision.outline import terms_of
from engine.language.library import Library
from engine.language.policy import Policy
from engine.registry.columns import HELD
from engine.registry.deciding import Ledger
from engine.registry.decoding import outlines_of
from engine.registry.report.conclusions import CONCLUSIONS, Conclusion, conclusion_of, payer_of
from engine.registry.run import parts
from engine.revision.impact.impact import Version

CITY, VILLAGE = "kota", "kelurahan"

Step = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The registry under one version on its day, before quota and budget."""

    policy: Policy
    day: date
    moved: bool
    """Whether residents stand for residents of another city."""
    names_villages: bool
    """Whether the version asks for villages, which are not transferred."""
    rows: int
    counts: Mapping[Conclusion, int]
    monthly_idr: Mapping[str, int]
    """Rupiah a month by source, for eligible people whose payer is settled and whose contribution is known."""
    unpriced: int
    """Eligible people in none of the sums: nobody pays, the payer is not settled, or the contribution is not known."""


def elsewhere(
    library: Library, registry: Path, home: str, versions: Sequence[Version], step: Step = lambda _: None
) -> tuple[Elsewhere, ...]:
    """The registry of `home` that intake has read (a Parquet file or folder) under each version, in their order.

    Raises Undecidable and WrongColumns.
    """
    desk = Desk(library)
    ledgers = [Ledger(desk.decider(policy, day), library.vocabulary, day) for policy, day in versions]
    people: list[Counter[int]] = [Counter() for _ in versions]
    rows = held = 0
    for batch in parts(registry):
        kept = batch.filter(pl.col(HELD).is_null()) if HELD in batch.columns else batch
        for (policy, _), ledger, found in zip(versions, ledgers, people, strict=True):
            numbers = ledger.decide(transferred(kept, home, policy.city))
            found.update(dict(numbers.value_counts().iter_rows()))
        rows += batch.height
        held += batch.height - kept.height
        step(batch.height)
    return tuple(
        _told(policy, day, home, ledger, outlines_of(ledger, terms_of(library, policy, day)), found, rows, held)
        for (policy, day), ledger, found in zip(versions, ledgers, people, strict=True)
    )


def transferred(batch: pl.DataFrame, home: str, city: str) -> pl.DataFrame:
    """The rows with both cities' residents in each other's place, and their villages unknown."""
    if city == home or CITY not in batch.columns:
        return batch
    lived = pl.col(CITY).cast(pl.String)
    moves = lived.is_in([home, city])
    other = pl.when(lived == home).then(pl.lit(city)).when(lived == city).then(pl.lit(home)).otherwise(lived)
    changes = [other.cast(batch.schema[CITY]).alias(CITY)]
    if VILLAGE in batch.columns:
        changes.append(pl.when(moves.fill_null(False)).then(None).otherwise(pl.col(VILLAGE)).alias(VILLAGE))
    return batch.with_columns(changes)


def _told(
    policy: Policy,
    day: date,
    home: str,
    ledger: Ledger,
    outlines: Sequence[Outline],
    people: Mapping[int, int],
    rows: int,
    held: int,
) -> Elsewhere:
    counts: Counter[Conclusion] = Counter({"held": held})
    money: Counter[str] = Counter()
    unpriced = 0
    for verdict, number in people.items():
        outline = outlines[verdict]
        counts[conclusion_of(outline)] += number
        if outline.outcome != "eligible":
            continue
        payer = payer_of(outline)
        if payer is None or payer.monthly_idr is None:
            unpriced += number
        else:
            money[payer.rule.source] += number * payer.monthly_idr
    return Elsewhere(
        policy,
        day,
        policy.city != home,
        VILLAGE in ledger.decider.facts,
        rows,
        {conclusion: counts[conclusion] for conclusion in CONCLUSIONS},
        dict(sorted(money.items())),
        unpriced,
    )
