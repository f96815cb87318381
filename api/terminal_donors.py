"""What a plan of donors says on the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.terminal import show_faults
from engine.language.library import shown
from engine.language.messages.donors import DONORS
from engine.language.vocabulary import Language
from engine.language.wording import grouped
from engine.registry.donors.job import Results
from engine.registry.donors.results import ENDING, FAULTS
from engine.registry.intake.faults import as_diagnostics

FIRST_FAULTS, FIRST_DEPARTMENTS = 5, 10
"""Shown; the files have all of them."""


def told(key: str, language: Language, **values: object) -> str:
    return DONORS[key][language].format(**values)


def show_donors(console: Console, results: Results, folder: Path, language: Language) -> None:
    """Pairs and money first, then who is left on both sides, departments, what it rests on, faults."""
    account, listed = results.account, results.plan.listed

    def number(value: int) -> str:
        return grouped(value, language)

    head = told(
        "head",
        language,
        policy=account["policy"],
        period=account["period"],
        pairs=number(account["workers_paired"]),
        donors=number(account["donors_paired"]),
    )
    console.print(Text(head, style="bold"), soft_wrap=True)
    for each in account["pairs_by_basis"].values():
        console.print(f"  {told('by_basis', language, label=each['label'], pairs=number(each['number']))}")
    manner = DONORS["setoran_sukarela" if account["manner"] == "voluntary" else "potong_tpp"][language]
    amounts = {"rupiah": number(account["amount_idr"]), "months": number(account["person_months"])}
    console.print(Text(told("to_deduct", language, manner=manner, **amounts), style="bold"), soft_wrap=True)
    for key, heading in (("donors_without", "idle"), ("workers_without", "alone"), ("refused", "refused")):
        if account[key]:
            console.print(told(heading, language))
            for each in account[key].values():
                console.print(f"  {each['label']}: {number(each['number'])}", soft_wrap=True)
    if account["ending"]:
        line = told("ending", language, pairs=number(account["ending"]), file=ENDING)
        console.print(Text(line, style="yellow"), soft_wrap=True)
    _departments(console, results, language)
    for note in account["based_on"]:
        console.print(Text(f"• {note['message']}", style="dim"), soft_wrap=True)
    show_faults(console, [*results.taken.notices, *listed.notices], language)
    show_faults(console, as_diagnostics(listed.faults, listed.path, FIRST_FAULTS), language)
    if account["faults"]:
        line = told("faults_in", language, count=number(account["faults"]), file=FAULTS)
        console.print(Text(line, style="yellow"))
    console.print(told("files", language, folder=shown(folder), files=", ".join(results.files)), soft_wrap=True)


def _departments(console: Console, results: Results, language: Language) -> None:
    ranked = results.account["departments"][:FIRST_DEPARTMENTS]
    if not ranked:
        return
    table = Table(title=told("departments", language), title_justify="left")
    table.add_column(told("rank", language), justify="right")
    table.add_column(told("heading_perangkat_daerah", language))
    for key in ("workers", "consenting", "per_donor"):
        table.add_column(told(key, language), justify="right")
    for each in ranked:
        per_donor = f"{each['pekerja_per_donatur']:.2f}"
        table.add_row(
            str(each["peringkat"]),
            each["perangkat_daerah"],
            grouped(each["pekerja"], language),
            grouped(each["donatur_setuju"], language),
            per_donor.replace(".", ",") if language == "id" else per_donor,
        )
    console.print(table)
