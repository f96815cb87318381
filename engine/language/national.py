"""National amounts and limits, each dated and with its ground: the layer a city file refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from engine.language.diagnostic import Diagnostic, Place
from engine.language.ground import Document, Ground, read_ground
from engine.language.reader import Fields
from engine.language.source import Node
from engine.language.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Dated:
    """One value over inclusive days; `until` None: until further notice."""

    name: str
    value: int
    unit: str
    since: date
    until: date | None
    segment: str | None
    program: str | None
    ground: Ground
    place: Place


@dataclass(frozen=True, slots=True)
class NationalLayer:
    values: tuple[Dated, ...] = ()

    def names(self) -> frozenset[str]:
        return frozenset(value.name for value in self.values)

    def on(self, day: date) -> Mapping[str, int]:
        """Every value in force that day, by name."""
        return {v.name: v.value for v in self.values if v.since <= day and (v.until is None or day <= v.until)}

    def monthly_idr(self, segment: str, programs: tuple[str, ...], day: date) -> int | None:
        """Contribution in rupiah per month; None where a programme has no tariff for the segment that day."""
        today = self.on(day)
        tariff = {v.program: today[v.name] for v in self.values if v.segment == segment and v.name in today}
        if any(program not in tariff for program in programs):
            return None
        return sum(tariff[program] for program in programs)


def parse(
    root: Node, vocabulary: Vocabulary, documents: Mapping[str, Document], faults: list[Diagnostic]
) -> NationalLayer:
    """The values of one national file: `{nilai: [{nama, nilai, satuan, sejak, sampai, ...}]}`."""

    def value(fields: Fields) -> Dated | None:
        name, amount = fields.slug("nama", required=True), fields.number("nilai", required=True)
        since, until = fields.date("sejak", required=True, certain=True), fields.date("sampai", certain=True)
        unit = fields.text("satuan", required=True)
        segment = fields.word("segmen", {slug: slug for slug in vocabulary.segments})
        program = fields.word("program", {slug: slug for slug in vocabulary.programs})
        fields.text("pasal")
        ground = read_ground(fields, documents)
        if name is None or amount is None or since is None or unit is None:
            return None
        if until and until < since:
            fields.fault("ends-before-start", fields.key_place("sampai"), since=since, until=until)
        return Dated(name, amount, unit, since, until, segment, program, ground, fields.place)

    fields = Fields(root, faults)
    values = fields.each("nilai", value, required=True)
    fields.close()
    return NationalLayer(values)


def overlaps(layer: NationalLayer) -> Iterator[Diagnostic]:
    """Values in force together that are of one name, or tariffs of one segment and programme."""
    names = [(value.name, value) for value in layer.values]
    tariffs = [(f"{v.segment} {v.program}", v) for v in layer.values if v.segment and v.program]
    for named in (names, tariffs):
        ordered = sorted(named, key=lambda entry: (entry[0], entry[1].since))
        for (key, first), (other, second) in pairwise(ordered):
            if key == other and (first.until is None or second.since <= first.until):
                name = first.name if first.name == second.name else f"{first.name} / {second.name}"
                yield Diagnostic("overlapping-values", second.place, {"name": name, "since": second.since})
