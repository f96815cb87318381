"""`perwal run`: a whole registry decided, with reports; and with a budget, a year's money allocated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.commands.isolated import in_child
from api.commands.lists import (
    Attest,
    Birth,
    BudgetPath,
    Dates,
    GrantedPath,
    HeaderRow,
    MappingPath,
    Sheet,
    ending,
    how_read,
    steps,
    stop_at,
)
from api.commands.options import (
    AsJson,
    Lang,
    On,
    Root,
    day_of,
    known_city,
    library_at,
    print_json,
    screen,
    sound,
    stop,
    tried,
    version,
)
from api.commands.whatif import Readings, Sets, otherwise
from api.lists import source_of
from api.terminal import say, show_faults
from api.terminal_run import show_run
from engine.language.diagnostic import Diagnostic
from engine.language.library import shown
from engine.registry.engines import EngineName
from engine.registry.job import Order
from engine.registry.job import run as run_job
from engine.registry.money import read_money
from engine.registry.report.decisions import Format


def run(
    city: Annotated[str, typer.Argument(metavar="KOTA", help="Kota. City.")],
    registry: Annotated[Path, typer.Argument(metavar="DAFTAR", help="CSV, XLSX, Parquet. List of applicants.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder hasil. Folder for the results.")],
    on: On = None,
    policy_id: Annotated[str | None, typer.Option("--policy", help="Id kebijakan. Id of a policy.")] = None,
    engine: Annotated[EngineName, typer.Option("--engine", help="Mesin tabel. Engine for tables.")] = "polars",
    spark_master: Annotated[str | None, typer.Option("--spark-master", help="spark://host:port, local[2]")] = None,
    form: Annotated[Format, typer.Option("--format", help="Bentuk keputusan. Form of the decisions.")] = "parquet",
    mapping: MappingPath = None,
    attest: Attest = None,
    dates: Dates = None,
    sheet: Sheet = None,
    header_row: HeaderRow = None,
    birth: Birth = "tahan",
    budget: BudgetPath = None,
    granted: GrantedPath = None,
    sets: Sets = None,
    readings: Readings = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """Decide a whole registry. Putuskan seluruh daftar pemohon."""
    if sets or readings:
        in_child(language)
    library = sound(library_at(root), language)
    known_city(library, city, language)
    policy, day = version(library, city, policy_id, day_of(on, language), language)
    alone = bool(policy_id or sets or readings)  # one version, named or a what-if, holds for every month of a budget
    tried(library, [policy], as_json, language)
    policy = otherwise(library, policy, sets, readings, as_json, language)
    faults: list[Diagnostic] = []
    how = how_read(language, mapping, attest, dates, sheet, header_row, birth)
    source, asked = source_of(library, registry, how, faults, engine)
    money = None
    if budget:
        with ending("run", [policy], None, as_json, language):
            money = read_money(library, policy, day, budget, granted, faults, named=alone)
    elif granted:
        stop(say("run_granted", language), 2)
    stop_at(faults, as_json, language)
    show_faults(Console(stderr=True, highlight=False), faults, language)
    order = Order(policy, day, source, asked, form, spark_master, money)
    with ending("run", [policy], output, as_json, language), steps(language) as step:
        results = run_job(library, order, output, language, step)
    if as_json:
        print_json(
            {**results.summary, "money": results.accounts, "files": list(results.files), "folder": shown(output)}
        )
    else:
        show_run(screen(), results, output, language)
