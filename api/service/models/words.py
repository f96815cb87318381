"""Words that stand in several forms."""

from __future__ import annotations

from typing import Literal

Outcome = Literal["eligible", "ineligible", "undetermined"]
Result = Literal["met", "failed", "unknown"]
Basis = Literal["stated", "interpreted", "assumed"]
LegalEffect = Literal["in_force", "superseded", "proposed", "not_binding", "unverified"]
Relation = Literal["equivalent", "wider", "narrower", "neither"]
