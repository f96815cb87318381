"""A village where decision diagrams put one: of a cell of villages, in a city of a cell of cities."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.decision.cells import Cells
from engine.language.regions import regencies, villages_of
from engine.language.vocabulary import Vocabulary


def village_in(
    villages: Cells,
    cell: int,
    vocabulary: Vocabulary,
    first: str,
    cities: Cells | None = None,
    city: int | None = None,
    moved: Callable[[str], str] = lambda city: city,
) -> str | None:
    """A village of the cell, of the city `first` before all others; None where none lies in a city of that other cell.

    `moved` tells as living where a city's people are asked about; without `cities` or `city` any city will do.
    """

    def lies(code: str) -> bool:
        return cities is None or city is None or cities.cell(moved(vocabulary.city_of_region(code))) == city

    named = sorted(map(str, villages.values(cell)), key=lambda code: vocabulary.city_of_region(code) != first)
    return next(
        (code for code in named or _every(vocabulary, first) if villages.cell(code) == cell and lies(code)), None
    )


def _every(vocabulary: Vocabulary, first: str) -> Iterator[str]:
    """Villages of the country, those of one city before all others."""
    words = vocabulary.facts["kota"].words
    own = words[first].region if first in words else None
    for region in dict.fromkeys([own, *(word.region for word in words.values()), *(code for code, _ in regencies())]):
        if region:
            yield from (code for code, _ in villages_of(region))
