"""Words of case files for what must come out, and what each of them stands for."""

from __future__ import annotations

from collections.abc import Mapping

OUTCOME_WORDS: Mapping[str, str] = {"berhak": "eligible", "tidak_berhak": "ineligible", "belum_pasti": "undetermined"}
RESULT_WORDS: Mapping[str, str] = {"terpenuhi": "met", "tidak_terpenuhi": "failed", "belum_diketahui": "unknown"}
EFFECT_WORDS: Mapping[str, str] = {
    "berlaku": "in_force",
    "tidak_berlaku_lagi": "superseded",
    "usulan": "proposed",
    "tidak_mengikat": "not_binding",
    "belum_terverifikasi": "unverified",
}
NOT_MODELLED = "tidak_dimodelkan"
"""Months, contribution or quota that the policy has none of."""
