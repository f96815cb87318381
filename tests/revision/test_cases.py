"""Cases beside the policies: the shipped ones pass, and a wrong expectation is told with both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.decision.decide import Desk
from engine.language.condition import ALWAYS
from engine.language.diagnostic import Diagnostic
from engine.language.library import Library, load, shipped
from engine.language.messages import fault_text
from engine.revision.cases import cases_path, load_cases, run_cases

POLICIES = sorted(load(shipped()).policies)


@pytest.mark.parametrize("name", POLICIES)
def test_shipped_cases_pass_and_see_every_criterion_met_failed_and_unknown(library: Library, name: str) -> None:
    policy = library.policies[name]
    faults: list[Diagnostic] = []
    cases = load_cases(policy, cases_path(policy), faults)
    assert not faults
    seen: set[tuple[str, str, str]] = set()
    for result in run_cases(Desk(library), policy, cases):
        assert result.passed, [fault_text(fault, "en")[0] for fault in result.faults]
        assert result.decision
        seen.update((f.group.id, f.criterion.id, f.result) for f in result.decision.findings)
    wanted = {(g.id, c.id, r) for g in policy.groups for c in g.criteria for r in ("met", "failed", "unknown")}
    assert not wanted - seen


@pytest.mark.parametrize("name", POLICIES)
def test_shipped_cases_see_every_source_pay_that_can(library: Library, name: str) -> None:
    """A source behind one that always pays comes in only when money runs out, which no single decision sees."""
    policy = library.policies[name]
    paid = {
        (result.decision.group.id, result.decision.funding.index(result.decision.payer))
        for result in run_cases(Desk(library), policy, load_cases(policy, cases_path(policy), []))
        if result.decision and result.decision.group and result.decision.payer
    }
    for group in policy.groups:
        for position, rule in enumerate(group.funding):
            behind = any(
                earlier.condition == ALWAYS and earlier.status != "draft" for earlier in group.funding[:position]
            )
            if rule.status != "draft" and not behind:
                assert (group.id, position) in paid


def write(folder: Path, text: str) -> Path:
    path = folder / "kasus.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ("{nama: a, hasil: berhak, karena: {jabatan: terpenuhi}}", "case-differs"),
        ("{nama: a, hasil: tidak_berhak}", "case-without-reason"),
        ("{nama: a, hasil: berhak, karena: {jabatan: terpenuhi}, catatan_tidak: [unverfied]}", "unknown-word"),
        ("{nama: a, hasil: berhak, karena: {jabatann: terpenuhi}}", "case-unknown-criterion"),
        ("{nama: a, hasil: mungkin, karena: {jabatan: terpenuhi}}", "unknown-word"),
        ("{nama: a, hasil: berhak, karena: {domisili: terpenuhi}}", "case-unknown-criterion"),
        ("{nama: a, fakta: {usia: banyak}, hasil: berhak, karena: {jabatan: terpenuhi}}", "fact-wrong-kind"),
        ("{nama: a, hasil: belum_pasti, kurang: [usia], karena: {jabatan: belum_diketahui}}", "case-differs"),
        ("{nama: a, hasil: belum_pasti, karena: {jabatan: belum_diketahui}, catatan: [unverified]}", "case-differs"),
        (
            "{nama: a, hasil: belum_pasti, karena: {jabatan: belum_diketahui}, catatan_tidak: [reconstructed_text]}",
            "case-differs",
        ),
    ],
)
def test_a_case_that_is_wrong_is_named(library: Library, tmp_path: Path, case: str, code: str) -> None:
    policy = library.policies["tegal/2023"]
    faults: list[Diagnostic] = []
    cases = load_cases(policy, write(tmp_path, f"kasus:\n  - {case}\n"), faults)
    faults.extend(fault for result in run_cases(Desk(library), policy, cases) for fault in result.faults)
    assert code in [fault.code for fault in faults]
    for fault in faults:
        assert fault.place.line == 2
        assert all("{" not in (part or "") for language in ("id", "en") for part in fault_text(fault, language))


def test_a_case_that_holds_has_no_fault(library: Library, tmp_path: Path) -> None:
    policy = library.policies["tegal/2023"]
    faults: list[Diagnostic] = []
    case = "{nama: a, fakta: {kota: tegal}, hasil: belum_pasti, karena: {jabatan: belum_diketahui}}"
    cases = load_cases(policy, write(tmp_path, f"kasus:\n  - {case}\n"), faults)
    results = list(run_cases(Desk(library), policy, cases))
    assert [result.passed for result in results] == [True]
    assert not faults
