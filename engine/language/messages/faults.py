"""Every fault of policy files, cases, facts, and of deciding, by code."""

from __future__ import annotations

from collections.abc import Mapping

from engine.language.messages.conditions import CONDITION_FAULTS
from engine.language.messages.files import FILE_FAULTS
from engine.language.messages.persons import PERSON_FAULTS
from engine.language.messages.policies import POLICY_FAULTS
from engine.language.messages.proofs import PROOF_FAULTS
from engine.language.messages.sentence import Sentence

FAULTS: Mapping[str, Sentence] = {
    **FILE_FAULTS,
    **CONDITION_FAULTS,
    **POLICY_FAULTS,
    **PROOF_FAULTS,
    **PERSON_FAULTS,
}
