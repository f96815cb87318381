"""What commands over a list of applicants take, how they show progress, and how they end."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import bytes_of, report, stop
from api.lists import HowRead, attested, source_of
from api.progress import bars, ended_like_an_interrupt
from api.terminal import say
from engine.decision.decide import Undecidable, at_fault, why_not
from engine.language.diagnostic import Diagnostic, has_errors, in_order
from engine.language.library import Library, shown
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.registry.disk import FULL
from engine.registry.engines import EngineFailed
from engine.registry.intake.dates import DateOrder
from engine.registry.intake.duplicates import Disagreement
from engine.registry.intake.table import Unreadable
from engine.registry.report.decisions import TooManyRows
from engine.registry.taking import Taken, Unfit, take
from engine.registry.target import Occupied

MappingPath = Annotated[Path | None, typer.Option("--mapping", help="Padanan lajur (YAML). Mapping of columns.")]
Attest = Annotated[
    list[str] | None, typer.Option("--attest", help="fakta=nilai bagi semua baris. fact=value for all rows.")
]
Dates = Annotated[DateOrder | None, typer.Option("--dates", help="Urutan tanggal. Order of day, month, year.")]
Sheet = Annotated[str | None, typer.Option("--sheet", help="Lembar buku kerja. Sheet of a workbook.")]
HeaderRow = Annotated[int | None, typer.Option("--header-row", min=1, help="Baris judul. Row of the headings.")]
Birth = Annotated[
    Disagreement, typer.Option("--birth", help="Bila NIK dan tanggal lahir berbeda. Where NIK and birth date disagree.")
]
BudgetPath = Annotated[Path | None, typer.Option("--budget", help="Anggaran setahun (YAML). A year's budget.")]
GrantedPath = Annotated[Path | None, typer.Option("--granted", help="hibah.parquet sebelumnya. Months granted before.")]

Step = Callable[[str, int, int | None], None]
"""Told the stage (`reading`, `deciding`, `reporting`), how many more rows it has done, and of how many."""


def how_read(
    language: Language,
    mapping: Path | None,
    attest: list[str] | None,
    dates: DateOrder | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    birth: Disagreement = "tahan",
) -> HowRead:
    """What the options say of the list. Stops where one of them is not of its form."""
    facts = {}
    for text in attest or ():
        found = attested(text)
        if found is None:
            stop(say("run_attest", language), 2)
        facts[found[0]] = found[1]
    content = (shown(mapping), bytes_of(mapping, language)) if mapping else None
    return HowRead(content, facts, dates, sheet, header_row, birth)


def stop_at(faults: list[Diagnostic], as_json: bool, language: Language) -> None:
    """Ends with the faults where one of them is an error."""
    if has_errors(faults):
        report(in_order(faults), as_json, language)
        raise typer.Exit(1)


@contextmanager
def ending(
    command: str, policies: Sequence[Policy], output: Path | None, as_json: bool, language: Language
) -> Iterator[None]:
    """Ends the command with whatever keeps it from its results, told as a fault or a sentence."""
    try:
        yield
    except (Unreadable, TooManyRows, EngineFailed) as problem:
        report([problem.fault], as_json, language)
        raise typer.Exit(1) from problem
    except Unfit as problem:
        report(in_order(list(problem.faults)), as_json, language)
        raise typer.Exit(1) from problem
    except Undecidable as problem:
        report([why_not(at_fault(policies, problem), problem)], as_json, language)
        raise typer.Exit(1) from problem
    except Occupied as problem:
        stop(say("occupied", language, path=shown(Path(str(problem))), command=command), 2)
    except OSError as problem:
        written = output or (Path(tempfile.gettempdir()) if problem.errno in FULL else None)
        path = written or Path(problem.filename or ".")
        key = "cannot_write" if written else "cannot_read"
        stop(say(key, language, path=shown(path), problem=problem.strerror or "?"), 2)


@contextmanager
def steps(language: Language) -> Iterator[Step]:
    """Bars for the stages of long work; a request to end the program ends it like an interrupt."""
    done: Counter[str] = Counter()
    with ended_like_an_interrupt(), bars() as reach:

        def step(stage: str, rows: int, of: int | None) -> None:
            done[stage] += rows
            reach(say(f"run_{stage}", language), done[stage], of)

        yield step


@contextmanager
def taken_in(
    library: Library, registry: Path, city: str, how: HowRead, as_json: bool, language: Language
) -> Iterator[tuple[Taken, Step]]:
    """The list, read while this lasts, without a folder of results. Stops where it cannot be read."""
    faults: list[Diagnostic] = []
    source, _ = source_of(library, registry, how, faults)
    stop_at(faults, as_json, language)
    with steps(language) as step, tempfile.TemporaryDirectory(prefix="perwal-") as work:
        with ending("", (), None, as_json, language):
            taken = take(source, library.vocabulary, city, Path(work), lambda rows, of: step("reading", rows, of))
        yield taken, step
