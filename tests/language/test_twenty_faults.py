"""A file with twenty different faults is told all twenty at once, each at its place, in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, load_file
from engine.language.messages import fault_text
from engine.language.policy import Policy
from tests.language.expectation import BAD

FILE = BAD / "banyak" / "dua-puluh.yaml"


def read(library: Library, folder: Path) -> tuple[Policy | None, list[Diagnostic]]:
    copy = folder / "pekalongan" / FILE.name
    copy.parent.mkdir()
    shutil.copyfile(FILE, copy)
    return load_file(copy, library)


def test_twenty_different_faults_are_told_in_one_run(library: Library, tmp_path: Path) -> None:
    policy, faults = read(library, tmp_path)
    comments = [line for line in FILE.read_text("utf-8").splitlines() if line.startswith("# ")]
    assert policy is None
    assert [f"# {fault.place.line}:{fault.place.column} {fault.code}" for fault in faults] == comments[1:]
    assert len({fault.code for fault in faults}) == len(faults) == 20


def test_each_of_the_twenty_has_a_sentence_and_advice_in_both_languages(library: Library, tmp_path: Path) -> None:
    for fault in read(library, tmp_path)[1]:
        (sentence, hint), (english, advice) = fault_text(fault, "id"), fault_text(fault, "en")
        assert sentence != english
        assert hint and advice and hint != advice
