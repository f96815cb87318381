"""Every fault can be explained, and every example beyond policy files has its fault, read as the program reads it."""

from __future__ import annotations

import ast
import json
import re
import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typer
from xlsxwriter import Workbook

import api
import engine
from api.commands.whatif import otherwise
from engine.language.diagnostic import Diagnostic, has_errors
from engine.language.explanation import (
    BUDGETS,
    EXAMPLES,
    GAP,
    budgets,
    examples,
    in_general,
    read,
    severity,
    shown,
    why,
)
from engine.language.library import Library
from engine.language.messages import EVERY_FAULT
from engine.language.messages.faults import FAULTS
from engine.language.reasons import REASONS, WARNINGS
from engine.language.reasons.topics import TOPICS
from engine.language.samples import SAMPLES
from engine.language.samples.monthly import FILES, MONTH
from engine.language.samples.sample import Sample
from engine.language.vocabulary import Language
from engine.registry.allocation.budget import read_budget
from engine.registry.allocation.granted import read_granted
from engine.registry.donors import job
from engine.registry.donors.reading import read_donors
from engine.registry.intake.faults import as_diagnostics
from engine.registry.intake.files import open_table
from engine.registry.intake.intake import take_in
from engine.registry.intake.mapping import MappingFile, attesting, read_mapping
from engine.registry.intake.table import Unreadable
from engine.registry.money import claiming, fitting_budget
from engine.registry.monthly.cycle import Order, run_month
from engine.registry.monthly.dates import Calendar, month_of
from engine.registry.taking import Source, Unfit, take
from tests.language.expectation import told
from tests.registry.donating import asked

LANGUAGES: tuple[Language, Language] = ("id", "en")
NIK = "3376010304809999"
MISSING = {"nik": NIK, "sintetis": "ya", "pekerjaan": "tukang becak"}
"""What stands beside a cell that is shown alone."""

WITHOUT = {
    # a whole file that no few lines can show: damaged, locked, of another kind, or too large
    "table-empty", "table-wrong-kind", "table-not-text", "read-as-windows-1252", "row-not-utf8", "line-too-long",
    "workbook-locked", "workbook-old", "workbook-damaged", "workbook-too-large", "workbook-too-heavy",
    "workbook-too-slow", "cell-error-nowhere", "folder-without-parquet", "parquet-damaged", "parquet-schemas-differ",
    "cell-wrong-type", "xlsx-too-many-rows",
    # the sheet or row that is asked for beside the file
    "header-missing", "sheet-unknown", "sheet-empty", "sheet-taken",
    # Spark, Java, a cluster
    "spark-not-installed", "java-not-found", "spark-not-started", "spark-unreachable", "spark-failed",
    "engine-incomplete",
    # a receipt with the files that belong to it
    "receipt-needs-budget", "receipt-needs-granted", "receipt-needs-mapping", "receipt-other-policies",
    "receipt-of-another-form", "not-a-receipt",
    # whole folders of months, the calendar, what is typed beside them
    "month-folder", "month-not-next", "roster-without-ledger",
    "holidays-unknown", "unknown-account",
    # more than twenty what-ifs; a policy too large to prove; a regulation without donors
    "set-too-many", "proofs-still-not-decided", "donors-no-scheme",
}  # fmt: skip
"""Codes beyond policy files that have no example, for that reason."""

Reader = Callable[[Sample, Sequence[str], Library, Path], Iterable[Diagnostic]]


# what is said of every fault


@pytest.mark.parametrize("code", EVERY_FAULT)
def test_every_fault_says_why_it_matters_and_repeats_neither_message_nor_hint(code: str) -> None:
    reason, (message, hint) = why(code), in_general(code)
    for language in LANGUAGES:
        text = reason[language]
        assert text and text == text.strip() and text[0] == text[0].upper() and text.endswith("."), text
        assert text.count(". ") <= 1 and len(text) < 260, text
        for said in (message, hint):
            assert said is None or _alike(text, said[language]) < 0.7, (text, said)
    assert reason.id != reason.en


def test_no_two_faults_give_the_same_reason_word_for_word() -> None:
    new = [REASONS[code].id for code in REASONS if code not in FAULTS]
    assert len(set(new)) == len(new)


def test_every_fault_stands_under_one_topic() -> None:
    listed = [code for topic in TOPICS for code in topic.codes]
    assert sorted(listed) == sorted(EVERY_FAULT)
    assert len({topic.slug for topic in TOPICS}) == len({topic.label.id for topic in TOPICS}) == len(TOPICS)


def test_every_fault_beyond_policy_files_has_an_example_or_a_reason_for_having_none() -> None:
    beyond = set(EVERY_FAULT) - set(FAULTS)
    with_example = set(SAMPLES) | set(budgets())
    assert with_example | WITHOUT == beyond
    assert not with_example & WITHOUT and not set(SAMPLES) & set(budgets())
    assert {code for code in beyond if shown(code)} == with_example


def test_the_severity_is_that_which_the_program_raises() -> None:
    raised = dict(_raised())
    assert {code: severity(code) for code in raised} == raised
    named = {code for code, kind in raised.items() if kind == "warning"}
    chosen = {"budget-source-not-in-law", "budget-source-draft", "donor-twice", "donor-other-data"}
    assert WARNINGS - named == chosen, "whose code is in a variable; their examples hold it"
    assert set(REASONS) >= WARNINGS


# the examples


@pytest.mark.parametrize("code", budgets())
def test_a_budget_has_the_one_fault_it_announces_and_mended_none(code: str, library: Library, tmp_path: Path) -> None:
    for example in budgets()[code]:
        assert re.sub(r"-\d+$", "", example.path.stem) == code
        (policy,) = re.findall(r"^# untuk: (.*)$", example.content, flags=re.MULTILINE)
        (fault,) = _of_budget(example.content, policy, library, tmp_path)
        said = told(fault)
        assert (said.code, said.place, said.severity) == (code, f"{example.line}:{example.column}", severity(code))
        assert example.severity == severity(code)
        assert said.indonesian == (example.say.id, example.hint and example.hint.id)
        assert said.english == (example.say.en, example.hint and example.hint.en)
        assert _of_budget(example.mended(), policy, library, tmp_path) == []
        assert example.bad() != example.good()


@pytest.mark.parametrize("code", SAMPLES)
def test_an_example_has_its_fault_and_mended_none(
    code: str, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = SAMPLES[code]
    assert sample.code == code and sample.wrong != sample.right
    if sample.kind == "command":
        assert _typed(sample.wrong, library, capsys) == [_form(sample)]
        assert _typed(sample.right, library, capsys) == []
        return
    reader = READERS[sample.kind]
    found = {fault.code: fault for fault in reader(sample, sample.wrong, library, tmp_path)}
    assert set(found) == {code}
    assert found[code].severity == severity(code)
    assert found[code].values | {"choices": ""} == {**sample.values, "choices": ""}
    assert list(reader(sample, sample.right, library, tmp_path)) == []


def test_whoever_stands_in_an_example_is_made_up_and_marked() -> None:
    for sample in SAMPLES.values():
        text = "\n".join((*sample.wrong, *sample.right))
        for number in re.findall(r"(?<![0-9])[0-9]{16}(?![0-9])", text):
            assert number[12:14] == "99" or sample.code == "nik-serial", sample.code
        if "nama" in text or "nik" in sample.wrong[0]:
            assert "sintetis" in text.casefold(), sample.code
    assert all("sintetis: ya" in example.content for several in budgets().values() for example in several)


def test_what_is_shown_of_an_example_is_short_and_differs() -> None:
    for code in EVERY_FAULT:
        for each in shown(code):
            assert each.bad.lines and each.bad.lines != each.good.lines, code
            assert max(map(len, (*each.bad.lines, *each.good.lines))) <= 100 + len(GAP)


def test_example_files_stand_in_the_folder_of_their_kind() -> None:
    assert {path.name for path in BUDGETS.iterdir()} == {f"{code}.yaml" for code in budgets()}
    assert not set(budgets()) & set(examples()) and EXAMPLES != BUDGETS
    assert all(read(path, path.stem).why == REASONS[path.stem] for path in BUDGETS.iterdir())


# how each kind is read


def _cell(sample: Sample, lines: Sequence[str], library: Library, folder: Path) -> list[Diagnostic]:
    """The cell in a row of a made-up applicant."""
    beside = {name: cell for name, cell in MISSING.items() if name not in lines[0].split(";")}
    lines = [";".join((*more, line)) for more, line in zip((beside, beside.values()), lines, strict=True)]
    return _list(sample, lines, library, folder)


def _list(sample: Sample, lines: Sequence[str], library: Library, folder: Path) -> list[Diagnostic]:
    path = _written(folder / sample.file, lines)
    faults: list[Diagnostic] = []
    mapping = _attested(sample, MappingFile(), library, faults)
    return faults + _taken(path, sample.city, mapping, library)


def _workbook(sample: Sample, lines: Sequence[str], library: Library, folder: Path) -> list[Diagnostic]:
    """Cells that begin with # are errors of a formula, those with = a formula that nobody has computed."""
    path = folder / sample.file
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate(lines):
            for column, cell in enumerate(line.split(";")):
                if cell.startswith(("#", "=")):
                    formula, result = ("=1/0", cell) if cell.startswith("#") else (cell, "")
                    sheet.write_formula(row, column, formula, None, result)
                elif cell:
                    sheet.write_string(row, column, cell)
    return _taken(path, sample.city, MappingFile(), library)


def _mapping(sample: Sample, lines: Sequence[str], library: Library, folder: Path) -> list[Diagnostic]:
    path = _written(folder / "daftar.csv", (";".join(MISSING), ";".join(MISSING.values())))
    faults: list[Diagnostic] = []
    mapping = read_mapping("\n".join(lines).encode(), sample.file, library.vocabulary, faults)
    mapping = _attested(sample, mapping, library, faults)
    return faults + _taken(path, sample.city, mapping, library)


def _claims(sample: Sample, lines: Sequence[str], library: Library, folder: Path) -> list[Diagnostic]:
    source = Source(_written(folder / sample.file, lines))
    work = folder / f"of {len(lines[0])}"
    work.mkdir()
    try:
        if sample.city == "tegal":
            claiming(take(source, library.vocabulary, sample.city, work))
        else:
            header = "nip;nama;perangkat_daerah;status;persetujuan;sintetis"
            question = asked(library, sample.city)
            listed = read_donors(_written(folder / "donatur.csv", (header,)), question.scheme)
            job.run(library, question, listed, source, None, frozenset(), work / "hasil", "2023", "id")
    except Unfit as refused:
        return list(refused.faults)
    return []


def _granted(sample: Sample, lines: Sequence[str], library: Library, folder: Path) -> list[Diagnostic]:
    budget, faults = read_budget("\n".join(FILES["anggaran.yaml"]).encode(), Path("anggaran.yaml"), library.vocabulary)
    assert budget and not faults
    read_granted(_written(folder / sample.file, lines), budget.year, budget.pots, faults)
    return faults


def _donors(sample: Sample, lines: Sequence[str], library: Library, folder: Path) -> list[Diagnostic]:
    """For a rule that asks for two workers a donor."""
    scheme = replace(asked(library, sample.city).scheme, at_least=2)
    try:
        listed = read_donors(_written(folder / sample.file, lines), scheme)
    except Unfit as refused:
        return list(refused.faults)
    return [*listed.notices, *as_diagnostics(listed.faults, listed.path, 9)]


def _pairs(sample: Sample, lines: Sequence[str], _: Library, folder: Path) -> list[Diagnostic]:
    faults: list[Diagnostic] = []
    job.read_pairs(_written(folder / sample.file, lines), faults)
    return faults


def _month(sample: Sample, lines: Sequence[str], library: Library, folder: Path) -> list[Diagnostic]:
    """The whole month, with this file among the others; the holidays of its year are known in no case."""
    at = {name: _written(folder / name, lines if name == sample.file else usual) for name, usual in FILES.items()}
    policy, month = library.policies["tegal/2023"], month_of(MONTH)
    faults: list[Diagnostic] = []
    budget = fitting_budget(library, at["anggaran.yaml"], [policy], 2023, faults)
    assert budget and month and not faults
    order = Order(
        at["daftar-bulan-lalu.csv"],
        at["perubahan.csv"],
        month,
        Source(at["daftar.csv"]),
        budget,
        at["hibah.csv"],
        lambda _: policy,
        (policy,),
        Calendar(),
        {},
    )
    try:
        done = run_month(library, order, folder / "hasil", "id")
    except Unfit as refused:
        return list(refused.faults)
    finally:
        _emptied(folder / "hasil")
    found = [*done.notices, *(fault for held in done.held for fault in held.faults)]
    return [fault for fault in found if fault.code != "holidays-unknown"]


READERS: dict[str, Reader] = {
    "cell": _cell,
    "list": _list,
    "workbook": _workbook,
    "mapping": _mapping,
    "claims": _claims,
    "granted": _granted,
    "donors": _donors,
    "pairs": _pairs,
    "month": _month,
}


def _typed(lines: Sequence[str], library: Library, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """Code, severity and sentence of the faults that the command tells of what is typed."""
    (line,) = lines
    _, _, policy, *words = shlex.split(line)
    assert words[::2] == ["--set"] * (len(words) // 2)
    try:
        otherwise(library, library.policies[policy], words[1::2], None, True, "id")
    except typer.Exit:
        faults = json.loads(capsys.readouterr().out)["faults"]
        return [{key: fault[key] for key in ("code", "severity", "message", "hint")} for fault in faults]
    return []


def _form(sample: Sample) -> dict[str, object]:
    (each,) = shown(sample.code)
    return {
        "code": sample.code,
        "severity": severity(sample.code),
        "message": each.say.id,
        "hint": each.hint and each.hint.id,
    }


def _taken(path: Path, city: str, mapping: MappingFile, library: Library) -> list[Diagnostic]:
    try:
        table = open_table(path)
    except Unreadable as refused:
        return [refused.fault]
    intake = take_in(table, library.vocabulary, city, mapping)
    found = [*table.notices, *intake.faults]
    if not has_errors(found):
        for batch in intake.batches:
            found += as_diagnostics(batch.faults, str(path), 9)
    return found


def _attested(sample: Sample, mapping: MappingFile, library: Library, faults: list[Diagnostic]) -> MappingFile:
    facts = dict(pair.split("=") for pair in sample.options.removeprefix("--attest ").split() if pair)
    return attesting(mapping, facts, library.vocabulary, "--attest", faults) if facts else mapping


def _written(path: Path, lines: Sequence[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _emptied(folder: Path) -> None:
    for path in folder.iterdir() if folder.exists() else ():
        path.unlink()
    if folder.exists():
        folder.rmdir()


def _of_budget(content: str, policy: str, library: Library, folder: Path) -> list[Diagnostic]:
    path = _written(folder / "anggaran.yaml", content.splitlines())
    faults: list[Diagnostic] = []
    fitting_budget(library, path, [library.policies[policy]], 2023, faults)
    return faults


def _alike(one: str, other: str) -> float:
    """The share of the words of the longer text that the other has too."""
    words = [set(re.findall(r"\w+", text.casefold())) for text in (one, other)]
    return len(words[0] & words[1]) / max(map(len, words))


def _raised() -> Iterable[tuple[str, str]]:
    """Code and severity of every fault that is made with a code written out."""
    for package in (engine, api):
        for path in Path(package.__file__ or "").parent.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Diagnostic":
                    code: Any = node.args[0] if node.args else None
                    kinds = [*node.args[3:], *(word.value for word in node.keywords if word.arg == "severity")]
                    if isinstance(code, ast.Constant):
                        kind = kinds[0].value if kinds and isinstance(kinds[0], ast.Constant) else "error"
                        yield str(code.value), str(kind)
