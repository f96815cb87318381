"""The policy and day that all yardsticks decide, the facts they read, and the form in which they answer.

An answer is one whole number a row. Bits 0 to 17 hold the findings of the nine criteria in the policy's order, two bits
each (0 unknown, 1 failed, 2 met); 18 and 19 the outcome (0 undetermined, 1 ineligible, 2 eligible); 20 and 21 the
deciding group (0 none, else its position from 1); from 22 the source that pays (0 nobody, else its position from 1).
"""

from __future__ import annotations

from datetime import date

from engine.decision.decision import Outline

POLICY, DAY = "tegal/2023", date(2023, 6, 1)

FACTS = (
    "kota",
    "tanggal_lahir",
    "pekerjaan",
    "pekerjaan_kedua",
    "hubungan_kerja",
    "jabatan_rt",
    "jabatan_rw",
    "jabatan_lpmk",
    "status_kepegawaian",
    "peserta_aktif",
    "penerima_berjalan",
    "ditetapkan_setara",
)
POSTS = ("jabatan_rt", "jabatan_rw", "jabatan_lpmk")
LISTED = ("tukang_becak", "pemulung", "kuli_panggul", "tukang_sampah")
UNKNOWN = "tidak_diketahui"

ADULT, TOO_OLD = date(2005, 6, 1), date(1958, 6, 1)
"""Last day of birth of those who are 18, and of those who are 65."""
BEYOND = date(1892, 6, 1)
"""Whoever was born by then would be older than anybody, and nobody is born after the day: the age is unknown."""

CRITERIA = (
    "pengurus_rt_rw_lpmk.domisili",
    "pengurus_rt_rw_lpmk.jabatan",
    "pegawai_non_asn.domisili",
    "pegawai_non_asn.status",
    "pekerja_rentan.domisili",
    "pekerja_rentan.usia",
    "pekerja_rentan.pekerjaan",
    "pekerja_rentan.hubungan_kerja",
    "pekerja_rentan.bukan_peserta_aktif",
)
SOURCES = ("apbd", "tjsl", "asn", "masyarakat")

RESULTS = {"unknown": 0, "failed": 1, "met": 2}
OUTCOMES = {"undetermined": 0, "ineligible": 1, "eligible": 2}
OUTCOME, GROUP, SOURCE = 18, 20, 22
"""First bit of each part."""


def of(outline: Outline) -> int:
    """What our own decision says, in this form."""
    found = {f"{finding.group.id}.{finding.criterion.id}": finding.result for finding in outline.findings}
    assert tuple(found) == CRITERIA
    number = sum(RESULTS[result] << 2 * place for place, result in enumerate(found.values()))
    group = outline.policy.groups.index(outline.group) + 1 if outline.group else 0
    source = SOURCES.index(outline.payer.rule.source) + 1 if outline.payer else 0
    return number | OUTCOMES[outline.outcome] << OUTCOME | group << GROUP | source << SOURCE
