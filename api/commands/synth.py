"""`perwal synth`: a registry of made-up people, for tests and measurements."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import (
    AsJson,
    Lang,
    On,
    Root,
    day_of,
    library_at,
    policy_named,
    print_json,
    screen,
    sound,
    stop,
)
from api.progress import bars, ended_like_an_interrupt
from api.terminal import say
from engine.decision.decide import default_day
from engine.language.library import Library, shown
from engine.language.policy import Policy
from engine.language.regions import villages_of
from engine.language.vocabulary import Language
from engine.registry.synth.columns import facts_read
from engine.registry.synth.files import EXCEL_ROWS, Form, form_of, is_free, write
from engine.registry.synth.registry import MOST_ROWS, Request


def synth(
    city: Annotated[str, typer.Argument(metavar="KOTA", help="Kota. City.")],
    rows: Annotated[int, typer.Option("-n", "--rows", min=1, max=MOST_ROWS, help="Banyaknya baris. Rows.")],
    output: Annotated[
        str, typer.Option("-o", "--output", help=".parquet, .csv, .xlsx; / untuk folder. Suffix; / for a folder.")
    ],
    seed: Annotated[int, typer.Option("--seed", min=0, help="Benih acak. Random seed.")] = 1,
    gaps: Annotated[
        float, typer.Option("--gaps", min=0, max=1, help="Bagian isian kosong. Share of empty cells.")
    ] = 0.03,
    errors: Annotated[
        float, typer.Option("--errors", min=0, max=1, help="Bagian baris keliru (csv, xlsx). Share of hostile rows.")
    ] = 0.0,
    truth: Annotated[
        Path | None, typer.Option("--truth", help="Catatan kekeliruan (.parquet). Record of what was spoilt.")
    ] = None,
    parts: Annotated[int | None, typer.Option("--parts", min=1, max=99_999, help="Banyaknya bagian. Parts.")] = None,
    policy_id: Annotated[
        str | None, typer.Option("--policy", help="Hanya lajur yang dibaca kebijakan ini. Only the columns it reads.")
    ] = None,
    on: On = None,
    as_json: AsJson = False,
    language: Lang = "id",
    root: Root = None,
) -> None:
    """A registry of made-up people. Daftar pemohon sintetis; sebarannya asumsi, bukan statistik."""
    library = library_at(root)
    if not library.vocabulary.facts:
        sound(library, language)
        raise typer.Exit(1)
    policy = policy_named(library, policy_id, language) if policy_id else None
    _known(library, city, policy, language)
    form = _form(output, rows, parts, errors, truth, language)
    day = day_of(on, language) or _last_known(library, city, policy)
    request = Request(city, rows, day, seed, gaps, facts_read(policy) if policy else None)
    try:
        Path(output).parent.mkdir(parents=True, exist_ok=True)
        with ended_like_an_interrupt(), bars() as reach:
            made = write(
                request, library.vocabulary, Path(output), form, parts=parts, errors=errors, truth=truth,
                progress=lambda done: reach(say("synth_making", language), done, rows),
            )  # fmt: skip
    except OSError as error:
        stop(say("cannot_write", language, path=output, problem=error.strerror or error), 2)
    if as_json:
        print_json(
            {
                "city": city, "on": day.isoformat(), "rows": made.rows, "spoilt": made.spoilt, "seed": seed,
                "synthetic": True, "files": [shown(file) for file in made.files],
            }
        )  # fmt: skip
        return
    console = screen()
    console.print(say("synth_written", language, rows=made.rows, path=shown(Path(output))), soft_wrap=True)
    if made.spoilt:
        console.print(say("synth_spoilt", language, rows=made.spoilt), soft_wrap=True)


def _known(library: Library, city: str, policy: Policy | None, language: Language) -> None:
    """Stops where the city has no villages, or the policy is another city's."""
    words = library.vocabulary.facts["kota"].words
    known = [slug for slug, word in words.items() if word.region and villages_of(word.region)]
    if city not in known:
        stop(say("no_city", language, city=city, cities=", ".join(known)), 2)
    if policy and policy.city != city:
        stop(say("not_of_city", language, policy=policy.id, city=city), 2)


def _form(output: str, rows: int, parts: int | None, errors: float, truth: Path | None, language: Language) -> Form:
    """The form asked for; stops where it cannot hold what is asked."""
    form = form_of(output, parts)
    if form is None:
        stop(say("synth_suffix", language), 2)
    if form == "xlsx" and rows > EXCEL_ROWS:
        stop(say("synth_sheet", language, most=EXCEL_ROWS, rows=rows), 2)
    if form in ("parquet", "folder") and errors:
        stop(say("synth_typed", language), 2)
    if form == "folder" and not is_free(Path(output)):
        stop(say("synth_folder", language, path=output), 2)
    if truth and truth.suffix.lower() != ".parquet":
        stop(say("synth_truth", language), 2)
    return form


def _last_known(library: Library, city: str, policy: Policy | None) -> date:
    """The day of the registry where none is named: the last one known of the policy, else of the city, else of all."""
    chosen = policy or library.latest_known(city)
    if chosen:
        return default_day(chosen)
    return max((default_day(known) for known in library.policies.values()), default=date(2024, 1, 1))
