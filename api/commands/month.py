"""`perwal month`: last month's roster and what has happened since give this month's roster and payments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.commands.lists import Attest, Birth, Dates, HeaderRow, MappingPath, Sheet, ending, how_read, steps, stop_at
from api.commands.options import (
    AsJson,
    Lang,
    Root,
    day_of,
    library_at,
    policy_named,
    print_json,
    screen,
    sound,
    stop,
    tried,
)
from api.lists import source_of
from api.terminal import period, say, show_faults
from api.terminal_month import month_say, show_month
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, shown
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.registry.money import fitting_budget
from engine.registry.monthly.cycle import Order, run_month
from engine.registry.monthly.dates import Calendar, Month, month_of
from engine.registry.monthly.survey import Chosen


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
    mapping: MappingPath = None,
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
    named = [policy_named(library, policy_id, language)] if policy_id else []
    with ending("month", (), None, as_json, language):
        money = fitting_budget(library, budget, named, asked.year, faults)
    stop_at(faults, as_json, language)
    assert money is not None
    policies, chosen = _versions(library, money.city, policy_id, asked, language)
    how = how_read(language, mapping, attest, dates, sheet, header_row, birth)
    source, _ = source_of(library, registry, how, faults)
    stop_at(faults, as_json, language)
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
    with ending("month", [policy], output, as_json, language), steps(language) as step:
        done = run_month(library, order, output, language, lambda rows, of: step("reading", rows, of))
    show_faults(Console(stderr=True, highlight=False), [*faults, *done.notices], language)
    if as_json:
        held = [{"row": each.row, "codes": [fault.code for fault in each.faults]} for each in done.held]
        print_json({**done.written.summary, "held": held, "files": list(done.written.files), "folder": shown(output)})
    else:
        show_month(screen(), done, output, language)


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
