"""Polars that writes every person's reasons out: per row the criteria that are not met, in words."""

from __future__ import annotations

import polars as pl
from polars import col

from yardsticks import answer
from yardsticks.answer import CRITERIA, OUTCOMES, RESULTS, SOURCES
from yardsticks.tuned import settled

ASKED = ("home", "post", "home", "status", "home", "age", "work", "relation", "member")
"""Which of the questions of `tuned.settled` each criterion is."""
FAILED, UNKNOWN = "tidak terpenuhi", "belum diketahui"


def listed(frame: pl.DataFrame) -> pl.DataFrame:
    """Outcome, group, source, and a list of reasons a row."""
    return _reasoned(frame, pl.concat_list(map(_reason, CRITERIA, ASKED)).list.drop_nulls())


def joined(frame: pl.DataFrame) -> pl.DataFrame:
    """The same with one text a row, which is what Polars does fastest."""
    return _reasoned(frame, pl.concat_str(list(map(_reason, CRITERIA, ASKED)), separator="; ", ignore_nulls=True))


def numbers(told: pl.DataFrame) -> pl.Series:
    """What the words say, in the form of `answer`."""
    reasons = col.reasons if isinstance(told.schema["reasons"], pl.List) else col.reasons.str.split("; ")
    findings = [
        pl.when(reasons.list.contains(f"{criterion}: {FAILED}"))
        .then(RESULTS["failed"] << 2 * place)
        .when(~reasons.list.contains(f"{criterion}: {UNKNOWN}"))
        .then(RESULTS["met"] << 2 * place)
        .otherwise(0)
        for place, criterion in enumerate(CRITERIA)
    ]
    outcome = col.outcome.replace_strict(OUTCOMES) * (1 << answer.OUTCOME)
    group = col.group.fill_null(0) * (1 << answer.GROUP)
    source = col.source.replace_strict(SOURCES, range(1, 5), default=0) * (1 << answer.SOURCE)
    return told.select(pl.sum_horizontal(*findings, outcome, group, source).cast(pl.UInt32)).to_series()


def _reasoned(frame: pl.DataFrame, reasons: pl.Expr) -> pl.DataFrame:
    outcome = pl.when(col.eligible).then(pl.lit("eligible")).when(col.ineligible).then(pl.lit("ineligible"))
    return (
        settled(frame.lazy())
        .select(
            outcome=outcome.otherwise(pl.lit("undetermined")),
            group=pl.when(col.officer).then(1).when(col.staff).then(2).when(col.poor).then(3),
            source=pl.when(col.officer | col.staff | col.poor).then(pl.lit("apbd")),
            reasons=reasons,
        )
        .collect(engine="streaming")
    )


def _reason(criterion: str, asked: str) -> pl.Expr:
    failed, unknown = pl.lit(f"{criterion}: {FAILED}"), pl.lit(f"{criterion}: {UNKNOWN}")
    return pl.when(col(f"{asked}_failed")).then(failed).when(~col(f"{asked}_met")).then(unknown)
