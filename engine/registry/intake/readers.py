"""The reader of each fact's cells, for one list: what the vocabulary says, and what its mapping file adds."""

from __future__ import annotations

from engine.language.diagnostic import Diagnostic, Place
from engine.language.vocabulary import Fact, Vocabulary
from engine.registry.columns import SYNTHETIC
from engine.registry.intake.cell import Cell, State
from engine.registry.intake.cells import judge_of
from engine.registry.intake.column import Column
from engine.registry.intake.folding import folded
from engine.registry.intake.headings import MARK
from engine.registry.intake.mapping import MappingFile


def readers_of(
    vocabulary: Vocabulary, region: str | None, mapping: MappingFile, faults: list[Diagnostic]
) -> dict[str, Column]:
    """A reader for each fact and the mark of made-up people; what the mapping says wrong is added to `faults`."""
    facts = {**vocabulary.facts, SYNTHETIC: MARK}
    return {name: _column(fact, vocabulary, region, mapping, faults) for name, fact in facts.items()}


def not_understood(code: str, fact: Fact, cell: Cell, place: Place) -> Diagnostic:
    """A fault about a value that somebody wrote beside the list."""
    values: dict[str, object] = {"name": fact.name}
    if cell.suggestion:
        values["suggestion"] = cell.suggestion
    return Diagnostic(code, place, values)


def _column(
    fact: Fact, vocabulary: Vocabulary, region: str | None, mapping: MappingFile, faults: list[Diagnostic]
) -> Column:
    """The reader of a fact's cells, with what the mapping says its texts mean. It adds meanings, it changes none."""
    usual = Column(fact, judge_of(fact, vocabulary, region, mapping.dates, {}))
    extra: dict[str, Cell] = {}
    for text, meant in mapping.words.get(fact.name, {}).items():
        cell = usual.meaning(meant.text)
        known = usual.meaning(text)
        understood = known.fault is None and known.state in (State.STATED, State.NAMED)
        if cell.fault is not None or cell.state == State.UNSTATED:
            faults.append(not_understood("mapping-not-understood", fact, cell, meant.place))
        elif (understood and known.value != cell.value) or extra.get(folded(text), cell) != cell:
            faults.append(Diagnostic("mapping-known", meant.place, {"name": fact.name}))
        else:
            extra[folded(text)] = cell
    return Column(fact, judge_of(fact, vocabulary, region, mapping.dates, extra)) if extra else usual
