"""`perwal donors`: donors matched with workers, and what is to be deducted by department and month."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.commands.lists import (
    Attest,
    Birth,
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
    bytes_of,
    day_of,
    known_city,
    library_at,
    policy_named,
    print_json,
    report,
    screen,
    sound,
    stop,
    tried,
)
from api.forms import fault_form
from api.lists import source_of
from api.terminal import period as policy_period
from api.terminal import say, show_faults
from api.terminal_donors import show_donors, told
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, shown
from engine.language.policy import DonorScheme, Policy
from engine.language.vocabulary import Language
from engine.registry.donors.job import months_granted, read_pairs, run
from engine.registry.donors.plan import Asked
from engine.registry.donors.reading import Listed, donor_vocabulary, read_donors
from engine.registry.intake.mapping import MappingFile, read_mapping

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


def donors(
    city: Annotated[str, typer.Argument(metavar="KOTA", help="Kota. City.")],
    registry: Annotated[Path, typer.Argument(metavar="DAFTAR", help="CSV, XLSX, Parquet. List of applicants.")],
    donors: Annotated[Path, typer.Option("--donors", help="CSV, XLSX, Parquet. List of donors.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder hasil. Folder for the results.")],
    month: Annotated[
        str | None, typer.Option("--month", help="TAHUN-BULAN yang dipotong. Month to deduct (YYYY-MM).")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", min=1000, max=9999, help="Setahun. A whole year.")] = None,
    granted: GrantedPath = None,
    pairs: Annotated[
        Path | None, typer.Option("--pairs", help="pasangan.parquet sebelumnya, dilanjutkan. Earlier pairs go on.")
    ] = None,
    only_own: Annotated[
        bool, typer.Option("--only-own", help="Tanpa usulan di luar pilihan. Propose nobody beyond those named.")
    ] = False,
    seed: Annotated[str | None, typer.Option("--seed", help="Benih undian. Seed of the lot.")] = None,
    pot: Annotated[
        str | None, typer.Option("--pot", help="Id uang donatur dalam anggaran. Id of the donors' money in the budget.")
    ] = None,
    policy_id: Annotated[str | None, typer.Option("--policy", help="Id kebijakan. Id of a policy.")] = None,
    on: On = None,
    donors_mapping: Annotated[
        Path | None, typer.Option("--donors-mapping", help="Padanan lajur daftar donatur. Mapping of the donors' list.")
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
    """Match donors with workers. Pasangkan donatur dengan pekerja."""
    library = sound(library_at(root), language)
    known_city(library, city, language)
    first, last, number = _span(month, year, language)
    period = month or str(year)
    policy, start = _version(library, city, policy_id, first, last, period, language)
    scheme = _scheme(library, policy, as_json, language)
    tried(library, [policy], as_json, language)
    faults: list[Diagnostic] = []
    how = how_read(language, mapping, attest, dates, sheet, header_row, birth)
    source, _ = source_of(library, registry, how, faults)
    before = months_granted(granted, start.year, faults) if granted else None
    earlier = read_pairs(pairs, faults) if pairs else frozenset()
    donor_mapping = _mapping(donors_mapping, language, faults)
    asked = Asked(
        policy=policy,
        scheme=scheme,
        chosen=(lambda _: policy) if policy_id else (lambda day: library.chosen(city, day)),
        start=start,
        month=number,
        seed=seed if seed is not None else f"donatur {city} {start.year}",
        only_own=only_own,
        as_of=day_of(on, language) or start,
        pot=pot or scheme.source,
    )
    stop_at(faults, as_json, language)
    show_faults(Console(stderr=True, highlight=False), faults, language)
    with ending("donors", [policy], output, as_json, language), steps(language) as step:
        listed: Listed = read_donors(donors, scheme, donor_mapping)
        results = run(
            library, asked, listed, source, before, earlier, output, period, language,
            lambda rows, of: step("reading", rows, of),
        )  # fmt: skip
    if as_json:
        notices = [fault_form(fault, language) for fault in listed.notices]
        print_json({**results.account, "notices": notices, "files": list(results.files), "folder": shown(output)})
    else:
        show_donors(screen(), results, output, language)


def _span(month: str | None, year: int | None, language: Language) -> tuple[date, date, int | None]:
    """First and last day of the month or year asked for, and the month's number."""
    if (month is None) == (year is None):
        stop(told("month_or_year", language), 2)
    if year is not None:
        return date(year, 1, 1), date(year, 12, 31), None
    found = _MONTH.fullmatch(month or "")
    if found is None:
        stop(told("month_or_year", language), 2)
    first = date(int(found[1]), int(found[2]), 1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1), first.month


def _version(
    library: Library, city: str, named: str | None, first: date, last: date, period: str, language: Language
) -> tuple[Policy, date]:
    """The version that decides from the first day of the span on which there is one, and that day."""
    if named is not None:
        policy = policy_named(library, named, language)
        if policy.city != city:
            stop(say("not_of_city", language, policy=policy.id, city=city), 2)
        since = policy.effective.since
        return policy, since if since and first < since <= last else first
    starts = sorted({first, *(p.effective.since for p in library.of_city(city) if p.effective.since)})
    found = [(library.chosen(city, day), day) for day in starts if first <= day <= last]
    for chosen, day in found:
        if chosen:
            return chosen, day
    versions = "; ".join(f"{p.id} ({policy_period(p, first, language)})" for p in library.of_city(city))
    return stop(told("none_in_force", language, city=city, period=period, versions=versions or "–"), 1)


def _scheme(library: Library, policy: Policy, as_json: bool, language: Language) -> DonorScheme:
    if policy.donors:
        return policy.donors[0]
    others = ", ".join(sorted(name for name, one in library.policies.items() if one.donors))
    report([Diagnostic("donors-no-scheme", policy.place, {"policy": policy.id, "policies": others})], as_json, language)
    raise typer.Exit(1)


def _mapping(path: Path | None, language: Language, faults: list[Diagnostic]) -> MappingFile | None:
    if path is None:
        return None
    return read_mapping(bytes_of(path, language), shown(path), donor_vocabulary(), faults)
