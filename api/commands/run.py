"""`perwal run`: a whole registry decided, with reports; and with a budget, a year's money allocated."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.commands.options import (
    AsJson,
    Lang,
    On,
    Root,
    bytes_of,
    day_of,
    known_city,
    library_at,
    print_json,
    report,
    screen,
    sound,
    stop,
    tried,
    version,
)
from api.progress import bars, ended_like_an_interrupt
from api.terminal import say, show_faults
from api.terminal_run import show_run
from engine.decision.decide import Undecidable, why_not
from engine.language.diagnostic import Diagnostic, has_errors, in_order
from engine.language.library import Library, shown
from engine.language.vocabulary import Language
from engine.registry.engines import EngineFailed, EngineName
from engine.registry.intake.dates import DateOrder
from engine.registry.intake.duplicates import Disagreement
from engine.registry.intake.mapping import MappingFile, attesting, read_mapping
from engine.registry.intake.table import Unreadable
from engine.registry.job import Order, Stage
from engine.registry.job import run as run_job
from engine.registry.money import read_money
from engine.registry.report.decisions import Format, TooManyRows
from engine.registry.report.receipt import Asked
from engine.registry.taking import Source, Unfit
from engine.registry.target import Occupied

STAGES: dict[str, str] = {"reading": "run_reading", "deciding": "run_deciding", "reporting": "run_reporting"}

Mapping_ = Annotated[Path | None, typer.Option("--mapping", help="Padanan lajur (YAML). Mapping of columns.")]
Attest = Annotated[
    list[str] | None, typer.Option("--attest", help="fakta=nilai bagi semua baris. fact=value for all rows.")
]
Dates = Annotated[DateOrder | None, typer.Option("--dates", help="Urutan tanggal. Order of day, month, year.")]
Sheet = Annotated[str | None, typer.Option("--sheet", help="Lembar buku kerja. Sheet of a workbook.")]
HeaderRow = Annotated[int | None, typer.Option("--header-row", min=1, help="Baris judul. Row of the headings.")]
Birth = Annotated[
    Disagreement, typer.Option("--birth", help="Bila NIK dan tanggal lahir berbeda. Where NIK and birth date disagree.")
]


def run(
    city: Annotated[str, typer.Argument(metavar="KOTA", help="Kota. City.")],
    registry: Annotated[Path, typer.Argument(metavar="DAFTAR", help="CSV, XLSX, Parquet. List of applicants.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder hasil. Folder for the results.")],
    on: On = None,
    policy_id: Annotated[str | None, typer.Option("--policy", help="Id kebijakan. Id of a policy.")] = None,
    engine: Annotated[EngineName, typer.Option("--engine", help="Mesin tabel. Engine for tables.")] = "polars",
    spark_master: Annotated[str | None, typer.Option("--spark-master", help="spark://host:port, local[2]")] = None,
    form: Annotated[Format, typer.Option("--format", help="Bentuk keputusan. Form of the decisions.")] = "parquet",
    mapping: Mapping_ = None,
    attest: Attest = None,
    dates: Dates = None,
    sheet: Sheet = None,
    header_row: HeaderRow = None,
    birth: Birth = "tahan",
    budget: Annotated[Path | None, typer.Option("--budget", help="Anggaran setahun (YAML). A year's budget.")] = None,
    granted: Annotated[
        Path | None, typer.Option("--granted", help="hibah.parquet sebelumnya. Months granted before.")
    ] = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Decide a whole registry. Putuskan seluruh daftar pemohon."""
    library = sound(library_at(root), language)
    known_city(library, city, language)
    policy, day = version(library, city, policy_id, day_of(on, language), language)
    tried(library, [policy], as_json, language)
    faults: list[Diagnostic] = []
    source, asked = source_of(
        library, registry, mapping, attest, dates, sheet, header_row, birth, engine, language, faults
    )
    money = None
    if budget:
        try:
            money = read_money(library, policy, day, budget, granted, faults, named=policy_id is not None)
        except OSError as problem:
            stop(say("cannot_read", language, path=shown(budget), problem=problem.strerror or "?"), 2)
    elif granted:
        stop(say("run_granted", language), 2)
    if has_errors(faults):
        report(in_order(faults), as_json, language)
        raise typer.Exit(1)
    show_faults(Console(stderr=True, highlight=False), faults, language)
    order = Order(policy, day, source, asked, form, spark_master, money)
    try:
        with ended_like_an_interrupt(), bars() as reach:
            done: Counter[Stage] = Counter()

            def step(stage: Stage, rows: int, of: int | None) -> None:
                done[stage] += rows
                reach(say(STAGES[stage], language), done[stage], of)

            results = run_job(library, order, output, language, step)
    except (Unreadable, TooManyRows, EngineFailed) as problem:
        report([problem.fault], as_json, language)
        raise typer.Exit(1) from problem
    except Unfit as problem:
        report(list(problem.faults), as_json, language)
        raise typer.Exit(1) from problem
    except Undecidable as problem:
        report([why_not(policy, problem)], as_json, language)
        raise typer.Exit(1) from problem
    except Occupied:
        stop(say("run_occupied", language, path=shown(output)), 2)
    except OSError as problem:
        stop(say("cannot_write", language, path=shown(output), problem=problem.strerror or "?"), 2)
    if as_json:
        print_json(
            {**results.summary, "money": results.accounts, "files": list(results.files), "folder": shown(output)}
        )
    else:
        show_run(screen(), results, output, language)


def source_of(
    library: Library,
    registry: Path,
    mapping: Path | None,
    attest: list[str] | None,
    dates: DateOrder | None,
    sheet: str | None,
    header_row: int | None,
    birth: Disagreement,
    engine: EngineName,
    language: Language,
    faults: list[Diagnostic],
) -> tuple[Source, Asked]:
    """The list and how it is to be read, and the same as a receipt tells it; `faults` grows in place."""
    content = bytes_of(mapping, language) if mapping else None
    words = MappingFile()
    if content is not None and mapping:
        words = read_mapping(content, shown(mapping), library.vocabulary, faults)
    facts = dict(_attested(text, language) for text in attest or ())
    words = attesting(words, facts, library.vocabulary, "--attest", faults)
    if dates:
        words = MappingFile(words.columns, words.places, dates, words.words, words.attested)
    given = {"dates": dates, "sheet": sheet, "header_row": header_row, "birth": birth}
    options = {name: value for name, value in given.items() if value is not None}
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}" if content is not None else None
    return Source(registry, sheet, header_row, words, birth), Asked(engine, options, facts, digest)


def _attested(text: str, language: Language) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip() or not value.strip():
        stop(say("run_attest", language), 2)
    return name.strip(), value.strip()
