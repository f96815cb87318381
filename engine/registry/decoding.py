"""What a verdict says, as columns: a small table of a run's verdicts, and what also depends on the row itself."""

from __future__ import annotations

import functools
import operator
from collections.abc import Mapping
from typing import Any

import polars as pl

from engine.decision.decision import Open, Outline
from engine.decision.outline import Terms, outline
from engine.decision.program import ONGOING
from engine.language.reader import UNKNOWN
from engine.registry.asking import AGE, BORN, Columns, Expression, birth_limit
from engine.registry.columns import FAULTY, HELD, ROW
from engine.registry.deciding import VERDICT, Ledger

SEPARATOR = "; "
SAID: Mapping[str, pl.DataType] = {
    "akibat_hukum": pl.String(),
    "hasil": pl.String(),
    "kelompok": pl.String(),
    "tidak_terpenuhi": pl.String(),
    "belum_diketahui": pl.String(),
    "masih_diperlukan": pl.String(),
    "perlu_diputuskan": pl.String(),
    "sumber_dana": pl.String(),
    "penyedia": pl.String(),
    "bulan": pl.Int32(),
    "iuran_per_bulan": pl.Int32(),
    "catatan": pl.String(),
}
"""Columns of a decision: legal effect, outcome, group, criteria failed and unknown, facts missing, codes to be ruled
on, payer and its provider, months, rupiah a month, notices. Several in one cell are joined by `SEPARATOR`."""
KEPT = ("nik", "nama", "no_kk", "waktu_daftar", "kelurahan", "pekerjaan")
"""Columns of the registry that stand beside the decision."""

_SECOND, _LIMIT = "second_occupation_not_stated", "national_age_limit"
"""Notices that also depend on the row: compare `Decision._own_notices`."""


def said(outline: Outline) -> dict[str, Any]:
    """The columns of a decision that everybody in the situation shares."""
    payer = outline.payer
    by_result = {
        result: dict.fromkeys(f"{f.group.id}.{f.criterion.id}" for f in outline.findings if f.result == result)
        for result in ("failed", "unknown")
    }
    return {
        "akibat_hukum": outline.legal_effect,
        "hasil": outline.outcome,
        "kelompok": outline.group.id if outline.group else None,
        "tidak_terpenuhi": _joined(by_result["failed"]),
        "belum_diketahui": _joined(by_result["unknown"]),
        "masih_diperlukan": _joined(item.fact for item in outline.missing),
        "perlu_diputuskan": None,
        "sumber_dana": payer.rule.source if payer else None,
        "penyedia": payer.rule.provider if payer else None,
        "bulan": payer.months if payer else None,
        "iuran_per_bulan": payer.monthly_idr if payer else None,
        "catatan": _joined(notice.code for notice in outline.notices),
    }


def outlines_of(ledger: Ledger, terms: Terms, known: tuple[Outline, ...] = ()) -> tuple[Outline, ...]:
    """What the policy says of each of the ledger's verdicts, by their numbers; `known` are the first of them."""
    digest = ledger.decider.program.digest
    return (*known, *[outline(terms, digest, verdict) for verdict in ledger.verdicts[len(known) :]])


class Decoding:
    """The columns of a run's decisions, from its verdict numbers."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.vocabulary = terms.library.vocabulary
        self.lists = list({asked[:2]: asked for _, asked in terms.open_lists}.values())
        self.outlines: tuple[Outline, ...] = ()
        self._asked: tuple[pl.Schema, list[pl.Expr]] | None = None
        more = {**dict.fromkeys(_NOTICES, pl.String()), **{_open(i): pl.Boolean() for i in range(len(self.lists))}}
        self.table = pl.DataFrame(schema={VERDICT: pl.Int32(), **SAID, **more})
        """One row a verdict, with what its rows' own facts choose from."""

    def follow(self, ledger: Ledger) -> None:
        """Takes in the verdicts that the ledger has had since."""
        first = len(self.outlines)
        self.outlines = outlines_of(ledger, self.terms, self.outlines)
        rows = [
            {
                VERDICT: number,
                **said(alike),
                **_notices(alike),
                **{_open(index): _asks(alike, entry) for index, entry in enumerate(self.lists)},
            }
            for number, alike in enumerate(self.outlines[first:], first)
        ]
        if rows:
            self.table.extend(pl.DataFrame(rows, schema=self.table.schema, orient="row"))

    def polars(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The decisions' columns of such rows of Polars; the expressions are kept for the next."""
        if self._asked is None or self._asked[0] != rows.schema:
            self._asked = rows.schema, self.columns(Columns(rows.schema, pl))
        return rows.select(self._asked[1])

    def columns(self, columns: Columns) -> list[Expression]:
        """The decisions' columns, of rows with these columns that have been joined to `table`."""
        col, nothing = columns.col, columns.dialect.lit(None, columns.dialect.String())
        kept = [col(name) for name in (ROW, *KEPT) if name in columns]
        state = [col(name) if name in columns else nothing.alias(name) for name in (HELD, FAULTY)]
        own = {"perlu_diputuskan": self._to_rule(columns), "catatan": self._notices(columns)}
        said = [own[name].alias(name) if name in own else col(name) for name in SAID]
        return [*kept, col(VERDICT), *said, *state]

    def _to_rule(self, columns: Columns) -> Expression:
        """The row's own codes that wait for a ruling on an open or partial list."""
        dialect = columns.dialect
        waiting: list[Expression] = []
        codes: list[Expression] = []
        for index, (_, listed, settled) in enumerate(self.lists):
            asked = [fact for fact in listed.facts if fact in columns]
            texts = [columns.col(fact).cast(dialect.String()) for fact in asked]
            for position, (fact, text) in enumerate(zip(asked, texts, strict=True)):
                ruled = columns.col(fact).is_in(columns.askable(fact, sorted({*settled, UNKNOWN})))
                waits = columns.col(_open(index)) & ~ruled
                for earlier in texts[:position]:
                    waits = waits & (earlier.is_null() | (text != earlier))
                waiting.append(waits.fill_null(False))
                codes.append(dialect.when(waits).then(text))
        if not codes:
            return dialect.lit(None, dialect.String())
        together = dialect.concat_str(codes, separator=SEPARATOR, ignore_nulls=True)
        return dialect.when(functools.reduce(operator.or_, waiting)).then(together)

    def _notices(self, columns: Columns) -> Expression:
        """The situation's notices with the row's own, which the table has ready."""
        dialect = columns.dialect
        col, when = columns.col, dialect.when
        second = col("pekerjaan_kedua").is_null() if "pekerjaan_kedua" in columns else dialect.lit(True)
        old = dialect.lit(False)
        if self.terms.age_limit is not None:
            old = self._at_least(self.terms.age_limit, columns) & ~_ongoing(columns)
        both, only_second, only_old = (col(name) for name in _NOTICES)
        of_the_old = when(second).then(both).otherwise(only_old)
        return when(old).then(of_the_old).otherwise(when(second).then(only_second).otherwise(col("catatan")))

    def _at_least(self, age: int, columns: Columns) -> Expression:
        """Whether the row's age, by date of birth where there is one, is known and no less."""
        stated = columns.col(AGE) >= age if AGE in columns else columns.dialect.lit(False)
        if BORN not in columns:
            return stated.fill_null(False)
        born = columns.col(BORN)
        eldest = birth_limit(self.terms.day, self.vocabulary.facts[AGE].high + 1)
        known = ~born.is_null() & (born <= self.terms.day)
        return (
            columns.dialect.when(known)
            .then((born <= birth_limit(self.terms.day, age)) & (born > eldest))
            .otherwise(stated)
            .fill_null(False)
        )


_NOTICES = {"_keduanya": (_SECOND, _LIMIT), "_pekerjaan_kedua": (_SECOND,), "_batas_usia": (_LIMIT,)}
"""Columns of notices with some of the row's own added, where the situation lets them matter."""


def _notices(alike: Outline) -> dict[str, str | None]:
    matters = {_SECOND: alike.second_job_matters, _LIMIT: alike.age_limit is not None}
    general = [notice.code for notice in alike.notices]
    return {name: _joined([*general, *[c for c in own if matters[c]]]) for name, own in _NOTICES.items()}


def _ongoing(columns: Columns) -> Expression:
    if ONGOING not in columns:
        return columns.dialect.lit(False)
    column = columns.col(ONGOING)
    return (column if columns.is_yes_no(ONGOING) else column == "ya").fill_null(False)


def _asks(outline: Outline, entry: Open) -> bool:
    return any(asked[:2] == entry[:2] for asked in outline.open_lists)


def _open(index: int) -> str:
    return f"_daftar_{index}"


def _joined(parts: Any) -> str | None:
    return SEPARATOR.join(parts) or None
