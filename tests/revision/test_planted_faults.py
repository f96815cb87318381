"""Faults planted in copies of the shipped policies: each is found, and at the right sentence."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from engine.language.library import CASES, Library, load, load_file, shipped
from engine.revision.examination import examine
from engine.revision.proofs import prove

By = Literal["check", "proof", "coverage", "mutation"]


@dataclass(frozen=True)
class Planted:
    """A text of a policy file replaced by another, and what must be told where: a code, or the end of a sentence.

    `article` None: the fault is told at the line of `at` (else of the new text) instead.
    """

    name: str
    policy: str
    old: str
    new: str
    by: By
    code: str
    article: str | None = None
    at: str | None = None


PLANTED = (
    Planted(
        "a misspelt fact", "tegal/2023", "{peserta_aktif: tidak}", "{peserta_aktiv: tidak}", "check", "unknown-fact"
    ),
    Planted(
        "an occupation both in the list and outside it",
        "pekalongan/2022-19b",
        "bukan: [buruh_batik, marbot_musala]",
        "bukan: [tukang_becak, marbot_musala]",
        "check",
        "listed-and-excluded",
    ),
    Planted(
        "the lower age above the national limit",
        "kendal/2022-se-400-4450",
        "paling_rendah: 18",
        "paling_rendah: 70",
        "proof",
        "criterion-never-met",
        at="- id: usia",
    ),
    Planted(
        "two criteria that exclude one another",
        "pekalongan/2022-19b",
        "syarat: {peserta_aktif: tidak}",
        "syarat: {hubungan_kerja: perusahaan}",
        "proof",
        "group-empty",
        at="- id: pekerja_informal",
    ),
    Planted(
        "money for nobody",
        "sukabumi/2024-se",
        "bila: selalu",
        "bila: {peserta_aktif: ya}",
        "proof",
        "funding-never-applies",
        at="- sumber_dana: asn",
    ),
    Planted(
        "eligible people whom nobody pays for",
        "tegal/rintisan",
        'tidak_termasuk: ["33.76.01.1001", "33.76.04.1007"]',
        'tidak_termasuk: ["33.76.01.1001", "33.76.04.1007", "33.76.02.1003"]',
        "proof",
        "eligible-unpaid",
        at="- id: ketua_rt_rw",
    ),
    Planted(
        "the lower age one year higher",
        "pekalongan/2022-19b",
        "paling_rendah: 18",
        "paling_rendah: 20",
        "coverage",
        "usia: 20 tahun, tepat pada batas terendah",
        article="3 ayat (1) huruf b",
    ),
    Planted(
        "an occupation slipped into the annex",
        "pekalongan/2023-usulan",
        "kuli_bangunan, buruh_batik, marbot_musala]",
        "kuli_bangunan, buruh_batik, marbot_musala, nelayan]",
        "coverage",
        "pekerjaan: nelayan",
        article="3 ayat (1) huruf c",
    ),
    Planted(
        "a new way in that no case tries",
        "tegal/2023",
        "syarat: {status_kepegawaian: non_asn_pemda}",
        "syarat: {salah_satu: [{status_kepegawaian: non_asn_pemda}, {desil: {paling_tinggi: 1}}]}",
        "coverage",
        "desil DTSEN: paling tinggi 1 (terpenuhi)",
        article="4 ayat (1) huruf b",
    ),
    Planted(
        "a source slipped in behind the others",
        "pekalongan/2022-19b",
        "    pendanaan:\n",
        "    pendanaan:\n"
        "      - {pasal: 6 ayat (1a), sumber_dana: tjsl, bila: {desil: {paling_tinggi: 2}}, bulan: 6, dasar: asumsi,"
        " catatan: contoh}\n",
        "coverage",
        "belum ada kasus yang dibayar sumber ini",
        article="6 ayat (1a)",
    ),
    Planted(
        "months of a source that no case states",
        "sukabumi/2024-se",
        "        bila: selalu\n        bulan: tidak_diatur",
        "        bila: {desil: {paling_rendah: 1}}\n        bulan: 12",
        "mutation",
        "months",
        at="- sumber_dana: asn",
    ),
    Planted(
        "a quota for a year that no case is in",
        "pekalongan/2023-usulan",
        "  - tahun: 2023",
        "  - tahun: 2025",
        "mutation",
        "quota",
        at="- tahun: 2025",
    ),
    Planted(
        "a priority that no case needs",
        "pekalongan/2023-usulan",
        "prioritas:\n",
        "prioritas:\n  - {id: usia_lanjut, bila: {usia: {paling_rendah: 60}}, dasar: asumsi, catatan: contoh}\n",
        "mutation",
        "threshold",
        at="- {id: usia_lanjut",
    ),
)


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: fault.name)
def test_a_planted_fault_is_found_where_it_is(fault: Planted, tmp_path: Path) -> None:
    root, file = copied(fault, tmp_path)
    library = load(root)
    found = told(fault, library, file)
    lines = file.read_text("utf-8").splitlines()
    if fault.article is None:
        line = next(number for number, text in enumerate(lines, start=1) if (fault.at or first(fault.new)) in text)
        assert (fault.code, line) in {(code, line) for code, _, line in found}, found
    else:
        assert any(said.endswith(fault.code) and article == fault.article for said, article, _ in found), found


def first(text: str) -> str:
    return text.strip().splitlines()[0].strip()


def copied(fault: Planted, folder: Path) -> tuple[Path, Path]:
    """The policies with the fault in one of them; its own cases are as shipped."""
    root = folder / "policies"
    shutil.copytree(shipped(), root)
    file = root / f"{fault.policy}.yaml"
    text = file.read_text("utf-8")
    assert fault.old in text
    file.write_text(text.replace(fault.old, fault.new, 1), encoding="utf-8")
    assert (root / f"{fault.policy}{CASES}").is_file()
    return root, file


def told(fault: Planted, library: Library, file: Path) -> set[tuple[str, str | None, int]]:
    """What the tool in question says: code or sentence, article and line."""
    policy, faults = load_file(file, library)
    if fault.by == "check":
        return {(each.code, None, each.place.line) for each in faults}
    assert policy, faults
    if fault.by == "proof":
        return {(each.code, None, each.place.line) for each in prove(library, policy)}
    outcome = examine(library, policy, mutating=fault.by == "mutation")
    assert outcome.coverage
    if fault.by == "coverage":
        return {
            (side.untested.id, line.sentence.where.article, line.sentence.where.place.line)
            for line in outcome.coverage.lines
            for side in line.untested()
        }
    assert outcome.mutation
    return {
        (one.mutant.kind, one.mutant.where.article, one.mutant.where.place.line)
        for one in outcome.mutation.of("survived")
    }
