"""`perwal month`: last month's roster and what has happened since give this month's roster and payments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.commands.options import (
    AsJson,
    Lang,
    Root,
    bytes_of,
    day_of,
    library_at,
    policy_named,
    print_json,
    report,
    screen,
    sound,
    stop,
    tried,
)
from api.commands.run import Attest, Birth, Dates, HeaderRow, Mapping_, Sheet, source_of
from api.progress import bars, ended_like_an_interrupt
from api.terminal import period, say, show_faults
from api.terminal_month import month_say, show_month
from engine.decision.decide import Undecidable, why_not
from engine.language.diagnostic import Diagnostic, has_errors, in_order
from engine.language.library import Library, shown
from engine.language.policy import Policy
from engine.language.regions import villages_of
from engine.language.vocabulary import Language
from engine.registry.allocation.budget import Budget, fitting, read_budget
from engine.registry.allocation.places import unmeasured
from engine.registry.intake.table import Unreadable
from engine.registry.monthly.cycle import Order, run_month
from engine.registry.monthly.dates import Calendar, Month, month_of
from engine.registry.monthly.survey import Chosen
from engine.registry.taking import Unfit
from engine.registry.target import Occupied


def month(
    roster: Annotated[
        Path, typer.Argument(metavar="DAFTAR", help="Folder bulan lalu atau hasil run, CSV, XLSX. Last month's roster.")
    ],
    written: Annotated[str, typer.Option("--month", help="TAHUN-BULAN. The month (YYYY-MM).")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder hasil. Folder for the results.")],
    changes: Annotated[
        Path | None, typer.Option("--changes", help="Perubahan (CSV, XLSX, YAML). What has happened.")
    ] = None,
    registry: Annotated[Path | None, typer.Option("--registry", help="Daftar pemohon. List of applicants.")] = None,
    budget: Annotated[Path | None, typer.Option("--budget", help="Anggaran setahun (YAML). A year's budget.")] = None,
    granted: Annotated[
        Path | None, typer.Option("--granted", help="hibah.parquet, bila DAFTAR satu berkas. Months granted before.")
    ] = None,
    policy_id: Annotated[str | None, typer.Option("--policy", help="Id kebijakan. Id of a policy.")] = None,
    account: Annotated[
        list[str] | None, typer.Option("--account", help="uang=kode rekening. money=budget account.")
    ] = None,
    holiday: Annotated[
        list[str] | None, typer.Option("--holiday", help="Hari libur lain. Another day off (YYYY-MM-DD).")
    ] = None,
    mapping: Mapping_ = None,
    attest: Attest = None,
    dates: Dates = None,
    sheet: Sheet = None,
    header_row: HeaderRow = None,
    birth: Birth = "tahan",
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """This month's roster from last month's. Daftar dan pembayaran bulan ini dari daftar bulan lalu."""
    asked = month_of(written)
    if asked is None:
        stop(month_say("month", language), 2)
    if registry is None:
        stop(month_say("needs", language, option="--registry", why=month_say("why_registry", language)), 2)
    if budget is None:
        stop(month_say("needs", language, option="--budget", why=month_say("why_budget", language)), 2)
    library = sound(library_at(root), language)
    faults: list[Diagnostic] = []
    money = _budget(library, budget, policy_id, asked, language, faults)
    if money is None:
        report(in_order(faults), as_json, language)
        raise typer.Exit(1)
    policies, chosen = _versions(library, money.city, policy_id, asked, language)
    source, _ = source_of(
        library, registry, mapping, attest, dates, sheet, header_row, birth, "polars", language, faults
    )
    if has_errors(faults):
        report(in_order(faults), as_json, language)
        raise typer.Exit(1)
    policy = chosen(asked.first)
    assert policy is not None
    tried(library, [policy], as_json, language)
    order = Order(
        roster=roster,
        changes=changes,
        month=asked,
        source=source,
        budget=money,
        granted=granted,
        chosen=chosen,
        policies=tuple(policies),
        calendar=Calendar(frozenset(_days(holiday, language))),
        accounts=dict(_account(text, language) for text in account or ()),
    )
    try:
        with ended_like_an_interrupt(), bars() as reach:
            read = 0

            def step(rows: int, of: int | None) -> None:
                nonlocal read
                read += rows
                reach(month_say("reading", language), read, of)

            done = run_month(library, order, output, language, step)
    except Unreadable as problem:
        report([problem.fault], as_json, language)
        raise typer.Exit(1) from problem
    except Unfit as problem:
        report(in_order(list(problem.faults)), as_json, language)
        raise typer.Exit(1) from problem
    except Undecidable as problem:
        report([why_not(policy, problem)], as_json, language)
        raise typer.Exit(1) from problem
    except Occupied:
        stop(month_say("occupied", language, path=shown(output)), 2)
    except OSError as error:
        stop(say("cannot_write", language, path=shown(output), problem=error.strerror or "?"), 2)
    show_faults(Console(stderr=True, highlight=False), [*faults, *done.notices], language)
    if as_json:
        held = [{"row": each.row, "codes": [fault.code for fault in each.faults]} for each in done.held]
        print_json({**done.written.summary, "held": held, "files": list(done.written.files), "folder": shown(output)})
    else:
        show_month(screen(), done, output, language)


def _budget(
    library: Library, path: Path, named: str | None, asked: Month, language: Language, faults: list[Diagnostic]
) -> Budget | None:
    """The budget, if it fits; `faults` grows in place."""
    found, wrong = read_budget(bytes_of(path, language), path, library.vocabulary)
    faults += wrong
    if found is None:
        return None
    versions = [policy_named(library, named, language)] if named else list(library.of_city(found.city))
    faults += fitting(found, versions, versions[0].city if named else found.city, asked.year)
    quotas = [quota for version in versions for quota in version.quotas if quota.year == found.year]
    codes = [code for code, _ in villages_of(library.vocabulary.facts["kota"].words[found.city].region or "")]
    for quota in quotas[:1]:
        faults += unmeasured(quota, found, codes)
    return None if has_errors(faults) else found


def _versions(
    library: Library, city: str, named: str | None, asked: Month, language: Language
) -> tuple[list[Policy], Chosen]:
    """The versions, and the one of each day; stops where none is in force that month."""
    if named:
        policy = policy_named(library, named, language)
        return [policy], lambda _: policy
    versions = list(library.of_city(city))
    if library.chosen(city, asked.first) is None:
        told = "; ".join(f"{each.id} ({period(each, asked.first, language)})" for each in versions)
        stop(say("none_in_force", language, city=city, on=asked.first, versions=told or "–"), 1)
    return versions, lambda day: library.chosen(city, day)


def _account(text: str, language: Language) -> tuple[str, str]:
    name, sign, code = text.partition("=")
    if not sign or not name.strip() or not code.strip():
        stop(month_say("account", language), 2)
    return name.strip(), code.strip()


def _days(texts: Sequence[str] | None, language: Language) -> list[date]:
    found = []
    for text in texts or ():
        day = day_of(text, language)
        if day is None:
            stop(month_say("holiday", language), 2)
        found.append(day)
    return found
