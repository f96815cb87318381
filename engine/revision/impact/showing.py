"""Rows of the impact's Parquet files in words, as the workbook and `perwal rows` show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from engine.decision.decision import Outline
from engine.decision.program import ONGOING
from engine.language.library import Library
from engine.language.messages.impact import DIMENSION_LABELS, IMPACT, KIND_LABELS
from engine.language.messages.money import UNPAID
from engine.language.messages.words import OUTCOMES, WORDING
from engine.language.vocabulary import Label, Language
from engine.language.wording import rupiah
from engine.registry.columns import ROW
from engine.registry.decoding import SEPARATOR
from engine.registry.report.situations import criterion_name
from engine.registry.workbooks.paper import Column
from engine.revision.impact.behind import SOURCE
from engine.revision.impact.impact import Impact
from engine.revision.impact.lines import named
from engine.revision.impact.people import DIMENSIONS, KIND, NEW, OLD, SIDES
from engine.revision.impact.sections import Shape

BEFORE, AFTER = f"rupiah_{OLD}", f"rupiah_{NEW}"
"""Columns that a block of money has besides: what its source pays for the person in its months."""


class Showing:
    """Says rows of one impact in one language."""

    def __init__(self, found: Impact, library: Library, language: Language) -> None:
        self.library, self.language = library, language
        self.criteria = {
            side: criteria_of(each.outlines) for side, each in zip(SIDES, (found.old, found.new), strict=True)
        }

    def columns(self, shape: Shape, *, amounts: bool) -> list[Column]:
        """Headings, widths and looks of the columns that `rows` gives."""
        say = {key: label[self.language] for key, label in IMPACT.items()}
        dims = {name: label[self.language].lower() for name, label in DIMENSION_LABELS.items()}
        sides = (say["before"], say["after"])
        told = [
            (say["row"], 9), ("NIK", 9), (dims["kelurahan"], 34), (dims["pekerjaan"], 28), (dims["usia"], 15),
            (dims["desil"], 15), (say["ongoing"], 15),
        ]  # fmt: skip
        match shape:
            case "people":
                told.append((say["change"], 30))
                parts = [(say["outcome"], 15), (say["ground"], 50), (say["payment"], 40)]
            case "moved":
                parts = [(say["right"], 15), (say["given"], 15), (say["not_given"], 50)]
            case "granted":
                told.append((say["source"], 34))
                parts = []
        told += [(f"{what}, {side}", width) for what, width in parts for side in sides]
        money = [Column(f"{say['monthly']}, {side}", 16, "rupiah") for side in sides]
        row, *others = (Column(name, width, "line") for name, width in told)
        return [replace(row, look="plain"), *others, *(money if amounts else [])]

    def rows(self, rows: pl.DataFrame, shape: Shape) -> pl.DataFrame:
        """The rows in words, in the order of `columns`; BEFORE and AFTER are kept where they are there."""
        language = self.language
        yes = WORDING["yes"][language]
        shown = [pl.col(ROW), pl.col("nik")]
        shown += [
            _said(rows, name, lambda value, name=name: named(name, value, self.library, language))  # type: ignore[misc]
            for name in DIMENSIONS
        ]
        shown.append(pl.when(pl.col(ONGOING)).then(pl.lit(yes)).alias(ONGOING))
        match shape:
            case "people":
                shown.append(_said(rows, KIND, lambda kind: _label(KIND_LABELS, kind, language)))
                shown += [_said(rows, f"hasil_{s}", lambda each: _label(OUTCOMES, each, language)) for s in SIDES]
                rows = rows.with_columns(
                    pl.coalesce(f"menolak_{side}", f"belum_diketahui_{side}").alias(f"alasan_{side}") for side in SIDES
                )
                shown += [_said(rows, f"alasan_{side}", self._grounds(side)) for side in SIDES]
                for side in SIDES:
                    rows = self._paying(rows, side)
                shown += [pl.col(f"bayar_{side}") for side in SIDES]
            case "moved":
                shown += [pl.col(f"{what}_{side}") for what in ("berhak", "dibayar") for side in SIDES]
                shown += [_said(rows, f"tidak_dibayar_{side}", self._unpaid) for side in SIDES]
            case "granted":
                shown.append(_said(rows, SOURCE, self._source))
        shown += [pl.col(name) for name in (BEFORE, AFTER) if name in rows.columns]
        return rows.select(shown)

    def _grounds(self, side: str) -> Callable[[str], str]:
        known = self.criteria[side]

        def told(text: str) -> str:
            return "; ".join(known[key][self.language] if key in known else key for key in text.split(SEPARATOR))

        return told

    def _unpaid(self, text: str) -> str:
        return "; ".join(_label(UNPAID, code, self.language) for code in text.split(SEPARATOR))

    def _source(self, source: str) -> str:
        return self.library.vocabulary.sources[source].label[self.language]

    def _paying(self, rows: pl.DataFrame, side: str) -> pl.DataFrame:
        """Adds source, provider, months and rupiah of a side as one text."""
        columns = [f"{name}_{side}" for name in ("dana", "penyedia", "dari", "sampai", "iuran")]
        met = rows.select(columns).unique(maintain_order=True)
        texts = pl.Series(f"bayar_{side}", [self._payment(*values) for values in met.iter_rows()], pl.String())
        return rows.join(met.with_columns(texts), on=columns, how="left", nulls_equal=True, maintain_order="left")

    def _payment(self, source: str | None, provider: str | None, first: int, last: int, idr: int | None) -> str | None:
        if source is None:
            return None
        name = f"{self._source(source)} ({provider})" if provider else self._source(source)
        amount = "–" if idr is None else rupiah(idr)
        return IMPACT["paid_as"][self.language].format(source=name, first=first, last=last, amount=amount)


def criteria_of(outlines: Iterable[Outline]) -> dict[str, Label]:
    """Criteria in words with their article, by `group.criterion`."""
    found: dict[str, Label] = {}
    for outline in outlines:
        for finding in outline.findings:
            key = f"{finding.group.id}.{finding.criterion.id}"
            if key not in found:
                name = criterion_name(finding.criterion, finding.reads, outline.vocabulary)
                article = f" (Pasal {finding.criterion.article})" if finding.criterion.article else ""
                found[key] = Label(name.id + article, name.en + article)
    return found


def _label(labels: Mapping[str, Label] | Mapping[Any, Label], key: str, language: Language) -> str:
    return labels[key][language]


def _said(rows: pl.DataFrame, name: str, say: Callable[[str], str]) -> pl.Expr:
    """The column with each of its values in words."""
    values = rows[name].drop_nulls().unique().to_list()
    return pl.col(name).replace_strict(values, [say(each) for each in values], default=None, return_dtype=pl.String)
