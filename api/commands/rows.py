"""`perwal rows`: the rows behind a number of an impact, by the condition that workbook and JSON give for it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, get_args

import polars as pl
import typer

from api.commands.options import Lang, report, screen, stop
from engine.language.library import shown
from engine.language.messages.impact import IMPACT
from engine.language.wording import grouped
from engine.registry.disk import refused_by_the_system
from engine.registry.report.decisions import Format, TooManyRows, write_decisions
from engine.registry.run import rows_of


def rows(
    file: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas Parquet dampak. Parquet file of an impact.")],
    where: Annotated[str, typer.Argument(metavar="SYARAT", help="Syarat sebuah angka (SQL). A number's condition.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Berkas .xlsx, .csv, .parquet. File to write.")],
    language: Lang = "id",
) -> None:
    """The rows behind a number of an impact. Baris di balik sebuah angka dampak."""
    form: Format | None = next((each for each in get_args(Format) if output.suffix == f".{each}"), None)
    if form is None:
        stop(IMPACT["rows_form"][language], 2)
    if not file.is_file():
        stop(IMPACT["rows_no_file"][language].format(file=shown(file)), 2)
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "baris.parquet"
        try:
            with refused_by_the_system():
                pl.scan_parquet(file).filter(pl.sql_expr(where)).sink_parquet(kept, engine="streaming")
                write_decisions(kept, output, form)
        except pl.exceptions.PolarsError:
            stop(IMPACT["rows_no_condition"][language].format(file=shown(file)), 2)
        except TooManyRows as problem:
            report([problem.fault], False, language)
            raise typer.Exit(1) from problem
        except OSError:
            stop(IMPACT["rows_not_written"][language].format(file=shown(output)), 1)
        people = grouped(rows_of(kept), language)
    screen().print(IMPACT["rows_written"][language].format(rows=people, file=shown(output)), soft_wrap=True)
