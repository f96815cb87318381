"""Examples of faults beyond policy files, wrong and right, by topic; the tests read each as the program does."""

from __future__ import annotations

from collections.abc import Mapping

from engine.language.samples.cells import CELL_SAMPLES, IDENTITY_SAMPLES
from engine.language.samples.donors import DONOR_SAMPLES
from engine.language.samples.lists import HEADING_SAMPLES, ROW_SAMPLES
from engine.language.samples.money import MONEY_SAMPLES
from engine.language.samples.monthly import CHANGE_SAMPLES, ROSTER_SAMPLES
from engine.language.samples.sample import Sample
from engine.language.samples.whatifs import WHATIF_SAMPLES

SAMPLES: Mapping[str, Sample] = {
    **WHATIF_SAMPLES,
    **HEADING_SAMPLES,
    **ROW_SAMPLES,
    **CELL_SAMPLES,
    **IDENTITY_SAMPLES,
    **MONEY_SAMPLES,
    **DONOR_SAMPLES,
    **ROSTER_SAMPLES,
    **CHANGE_SAMPLES,
}
