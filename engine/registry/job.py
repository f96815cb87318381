"""A whole run: a list of applicants and a policy in, a folder of results out, or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.messages.registry import HELD as HELD_LABELS
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.registry.advice.advice import advice_form, advise
from engine.registry.allocation.results import write_allocation
from engine.registry.allocation.year import Year
from engine.registry.engines import DuckDB, EngineName, LazyEngine, spark_at
from engine.registry.intake.faults import as_diagnostics
from engine.registry.money import Money, allocated
from engine.registry.money import told as money_told
from engine.registry.report.charts import write_charts
from engine.registry.report.decisions import Format, write_decisions
from engine.registry.report.receipt import Asked, receipt, receipt_text
from engine.registry.report.situations import situations
from engine.registry.report.summary import summary
from engine.registry.report.totals import Totals, totals
from engine.registry.run import Decided, decide_registry
from engine.registry.taking import Source, Taken, reasons_held, rows_to_correct, take
from engine.registry.target import results_folder
from engine.registry.workbooks.faults import Written, write_fault_workbook
from engine.registry.workbooks.report import write_report

DECISIONS, REPORT, SUMMARY, RECEIPT = "keputusan", "laporan.xlsx", "ringkasan.json", "tanda-terima.json"
FAULTS, CHARTS, ADVICE = "perbaikan.xlsx", "grafik", "saran.json"
"""Names of the results."""

FIRST_FAULTS = 5

Stage = Literal["reading", "deciding", "reporting"]
Step = Callable[[Stage, int, int | None], None]
"""Told the stage, how many more rows it has done, and of about how many."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is asked."""

    policy: Policy
    day: date
    source: Source
    asked: Asked
    """Engine, options and attested facts, as the receipt names them."""
    form: Format = "parquet"
    spark_master: str | None = None
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class Done:
    taken: Taken
    decided: Decided
    totals: Totals
    year: Year | None
    """The allocation, where there was a budget."""
    receipt: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Results:
    """What a run left in its folder."""

    done: Done
    files: tuple[str, ...]
    summary: Mapping[str, Any]
    accounts: Mapping[str, Any] | None
    """Of the money, where there was a budget."""
    first_faults: tuple[Diagnostic, ...]
    """The first faulty cells by row."""
    to_correct: Written | None
    """What went into the workbook of rows to correct; None: there were none."""


def perform(library: Library, order: Order, work: Path, step: Step = lambda *_: None) -> Done:
    """Reads, decides, counts, allocates, in the folder `work`. Raises Unreadable, Unfit, Undecidable, EngineFailed."""
    taken = take(order.source, library.vocabulary, order.policy.city, work, lambda rows, of: step("reading", rows, of))
    with _engine(order.asked.engine, order.spark_master) as engine:
        decided = decide_registry(
            library,
            order.policy,
            order.day,
            taken.registry,
            work / "keputusan.parquet",
            engine=engine,
            step=lambda rows: step("deciding", rows, taken.rows),
        )
    counted = totals(decided)
    made = receipt(decided, counted, order.source.path, order.asked, library.vocabulary)
    year = None
    if order.money:
        year = allocated(library, order.money, taken, order.day)
        made["money"] = money_told(year, order.money)
    return Done(taken, decided, counted, year, made)


def run(library: Library, order: Order, target: Path, language: Language, step: Step = lambda *_: None) -> Results:
    """Performs the run and puts its results into the folder `target`, which appears when it is whole.

    Raises what `perform` does, TooManyRows, Occupied and OSError.
    """
    with results_folder(target, RECEIPT) as (results, work):
        done = perform(library, order, work, step)
        step("reporting", 0, None)
        write_decisions(done.decided.decisions, results / f"{DECISIONS}.{order.form}", order.form)
        found = situations(done.decided, done.totals)
        source = order.source.path
        write_report(results / REPORT, library, done.decided, done.totals, found, source, order.asked, language)
        write_charts(done.decided, done.totals, results / CHARTS, language)
        told = summary(done.decided, done.totals, found, library.vocabulary, language)
        (results / SUMMARY).write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
        (results / RECEIPT).write_text(receipt_text(done.receipt), "utf-8")
        accounts = _money_written(done.year, order, results, language) if done.year else None
        to_correct = _to_correct(results / FAULTS, done.taken, order.source, language)
        files = tuple(sorted(path.relative_to(results).as_posix() for path in results.rglob("*") if path.is_file()))
        named = tuple(as_diagnostics(done.taken.faults.collect(), done.taken.path, FIRST_FAULTS))
    return Results(done, files, told, accounts, named, to_correct)


def _money_written(year: Year, order: Order, results: Path, language: Language) -> dict[str, Any]:
    """The accounts of the year, with the advice beside them."""
    accounts = write_allocation(year, results, order.form, language)
    advice = advice_form(advise(year, order.money.granted if order.money else None), language)
    (results / ADVICE).write_text(json.dumps(advice, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return {**accounts, "advice": advice}


def _to_correct(path: Path, taken: Taken, source: Source, language: Language) -> Written | None:
    rows, columns = rows_to_correct(taken, source)
    if not rows.height:
        return None
    held = {row: HELD_LABELS[code][language] for row, code in reasons_held(taken).items()}
    return write_fault_workbook(path, source.path.name, taken.faults.collect(), rows, columns, language, held)


@contextmanager
def _engine(name: EngineName, master: str | None) -> Iterator[LazyEngine | None]:
    """The engine for as long as it is needed; None is Polars."""
    with spark_at(master) if name == "spark" else nullcontext(DuckDB() if name == "duckdb" else None) as engine:
        yield engine
