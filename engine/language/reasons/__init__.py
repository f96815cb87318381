"""Why a fault matters, by topic as the messages are; for faults of policy files the example files say it themselves."""

from __future__ import annotations

from collections.abc import Mapping

from engine.language.reasons.cells import CELL_REASONS, IDENTITY_REASONS
from engine.language.reasons.donors import DONOR_REASONS
from engine.language.reasons.engines import ENGINE_REASONS
from engine.language.reasons.files import FILE_REASONS
from engine.language.reasons.lists import HEADING_REASONS, LIST_REASONS, ROW_REASONS
from engine.language.reasons.money import MONEY_REASONS
from engine.language.reasons.monthly import CHANGE_REASONS, ROSTER_REASONS
from engine.language.reasons.persons import CASE_REASONS, DECIDING_REASONS, FACT_REASONS, REQUEST_REASONS
from engine.language.reasons.proofs import PROOF_REASONS
from engine.language.reasons.receipts import RECEIPT_REASONS
from engine.language.reasons.whatifs import WHATIF_REASONS
from engine.language.vocabulary import Label

REASONS: Mapping[str, Label] = {
    **FILE_REASONS,
    **PROOF_REASONS,
    **REQUEST_REASONS,
    **FACT_REASONS,
    **CASE_REASONS,
    **DECIDING_REASONS,
    **WHATIF_REASONS,
    **LIST_REASONS,
    **HEADING_REASONS,
    **ROW_REASONS,
    **CELL_REASONS,
    **IDENTITY_REASONS,
    **ENGINE_REASONS,
    **MONEY_REASONS,
    **RECEIPT_REASONS,
    **DONOR_REASONS,
    **ROSTER_REASONS,
    **CHANGE_REASONS,
}

WARNINGS = frozenset(
    {
        "proofs-not-decided",
        "proofs-still-not-decided",
        "cases-missing",
        "read-as-windows-1252",
        "sheet-taken",
        "heading-superseded",
        "heading-unknown",
        "heading-no-nik",
        "mapping-no-such-heading",
        "budget-source-not-in-law",
        "budget-source-draft",
        "donor-below-floor",
        "donor-twice",
        "donor-other-data",
        "roster-without-ledger",
        "holidays-unknown",
        "change-twice",
        "pledge-in-budget",
    }
)
"""Those of REASONS that are raised as warnings; the example files of the other faults say it themselves."""
