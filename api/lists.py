"""How a list of applicants is to be read: as commands and the service are told it, and as a receipt tells it again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.language.diagnostic import Diagnostic
from engine.language.library import Library
from engine.registry.engines import EngineName
from engine.registry.intake.dates import DateOrder
from engine.registry.intake.duplicates import Disagreement
from engine.registry.intake.mapping import MappingFile, attesting, read_mapping
from engine.registry.report.receipt import Asked
from engine.registry.taking import Source


@dataclass(frozen=True, slots=True)
class HowRead:
    mapping: tuple[str, bytes] | None = None
    """The mapping file: its path as shown, and its content."""
    attested: Mapping[str, str] = field(default_factory=dict)
    """Facts attested for all rows, as they were written."""
    dates: DateOrder | None = None
    sheet: str | None = None
    header_row: int | None = None
    birth: Disagreement = "tahan"


def source_of(
    library: Library, path: Path, how: HowRead, faults: list[Diagnostic], engine: EngineName = "polars"
) -> tuple[Source, Asked]:
    """The list, and the same as its receipt will tell it; `faults` grows in place."""
    words, digest = MappingFile(), None
    if how.mapping:
        shown, content = how.mapping
        words = read_mapping(content, shown, library.vocabulary, faults)
        digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    words = attesting(words, how.attested, library.vocabulary, "--attest", faults)
    if how.dates:
        words = replace(words, dates=how.dates)
    given = {"dates": how.dates, "sheet": how.sheet, "header_row": how.header_row, "birth": how.birth}
    options = {name: value for name, value in given.items() if value is not None}
    source = Source(path, how.sheet, how.header_row, words, how.birth)
    return source, Asked(engine, options, how.attested, digest)


def attested(text: str) -> tuple[str, str] | None:
    """The fact and value of `fact=value`; None where it is not of that form."""
    name, sign, value = (part.strip() for part in text.partition("="))
    return (name, value) if sign and name and value else None


def all_attested(texts: Iterable[str]) -> dict[str, str] | None:
    """Facts and values of `fact=value` each; None where one is not of that form."""
    found = [attested(text) for text in texts]
    given = [each for each in found if each]
    return dict(given) if len(given) == len(found) else None
