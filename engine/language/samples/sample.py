"""A small file, or what is typed, with one fault, and the same without it.

Everybody in them is made up: `sintetis` says so, and serials of NIK count down from 9999, which no office reaches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["cell", "list", "workbook", "mapping", "claims", "granted", "command", "donors", "pairs", "month"]
"""How it is read.

`cell`: a row of a list of applicants that states nothing else; `list`, `workbook`: a whole list, as CSV and as XLSX;
`mapping`: a file beside a list; `claims`: a list by which money is to be given out; `granted`: months given before;
`command`: what is typed; `donors`, `pairs`: a list of donors and a file of earlier pairs; `month`: a file of the
monthly cycle, among the others of `monthly.FILES`.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """`wrong` and `right` are lines; `values` is what the fault fills into its sentence."""

    code: str
    kind: Kind
    file: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    values: Mapping[str, object] = field(default_factory=dict)
    options: str = ""
    """What is typed behind the file."""
    city: str = "tegal"


def by_code(*samples: Sample) -> dict[str, Sample]:
    return {sample.code: sample for sample in samples}
