"""What cases say beyond one decision: who comes before whom, how many there are, and which programmes are paid."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.decision.decide import Desk
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.language.messages import fault_text
from engine.revision.cases import load_cases, run_cases

SHARED = """
andaikan: {kota: pekalongan, usia: 40, pekerjaan: buruh_batik, hubungan_kerja: luar_hubungan_kerja,
           peserta_aktif: tidak, tulang_punggung: ya}
kasus:
  - {nama: bukan, fakta: {miskin_ekstrem: tidak}, hasil: berhak, karena: {pekerjaan: terpenuhi}}
  - {nama: entah, hasil: berhak, karena: {pekerjaan: terpenuhi}}
"""


def faults_of(library: Library, folder: Path, case: str) -> list[Diagnostic]:
    path = folder / "kasus.yaml"
    path.write_text(f"{SHARED}  - {{nama: a, hasil: berhak, karena: {{pekerjaan: terpenuhi}}, {case}}}\n", "utf-8")
    policy = library.policies["pekalongan/2023-usulan"]
    faults: list[Diagnostic] = []
    cases = load_cases(policy, path, faults)
    return [*faults, *(fault for result in run_cases(Desk(library), policy, cases) for fault in result.faults)]


@pytest.mark.parametrize(
    "case",
    [
        "fakta: {miskin_ekstrem: ya}, mendahului: [bukan, entah]",
        "fakta: {miskin_ekstrem: tidak}, tidak_mendahului: [bukan, entah]",
        "fakta: {miskin_ekstrem: tidak_diketahui}, tidak_mendahului: [entah]",
        "kuota: 1000",
        "pada: 2024-01-15, kuota: tidak_diatur",
        "program: [jkm, jkk]",
    ],
)
def test_what_holds_has_no_fault(library: Library, tmp_path: Path, case: str) -> None:
    assert faults_of(library, tmp_path, case) == []


@pytest.mark.parametrize(
    ("case", "code", "said"),
    [
        ("fakta: {miskin_ekstrem: tidak}, mendahului: [bukan]", "case-differs", "should be before, but is in the same"),
        ("fakta: {miskin_ekstrem: tidak}, mendahului: [entah]", "case-differs", "should be before, but is behind"),
        (
            "fakta: {miskin_ekstrem: ya}, tidak_mendahului: [bukan]",
            "case-differs",
            "should be not before, but is before",
        ),
        ("mendahului: [bukann]", "case-not-there", "there is no case named bukann"),
        ("kuota: 999", "case-differs", "kuota should be 999, but is 1000"),
        ("pada: 2024-01-15, kuota: 1000", "case-differs", "kuota should be 1000, but is -"),
        ("program: [jkk]", "case-differs", "program should be [jkk], but is [jkk, jkm]"),
    ],
)
def test_what_does_not_hold_is_told_with_both_sides(
    library: Library, tmp_path: Path, case: str, code: str, said: str
) -> None:
    (fault,) = faults_of(library, tmp_path, case)
    assert fault.code == code
    assert said in fault_text(fault, "en")[0]
    assert fault_text(fault, "id")[0] != fault_text(fault, "en")[0]


def test_ages_are_those_of_the_day_of_the_case_that_compares(library: Library, tmp_path: Path) -> None:
    """The other person is asked about on that day too, not on its own."""
    case = "pada: 2026-06-15, fakta: {miskin_ekstrem: ya}, mendahului: [bukan]"
    assert faults_of(library, tmp_path, case) == []
