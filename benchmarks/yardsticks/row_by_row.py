"""durable-rules asked about every person anew: assert the answers, take what fires, retract. Findings only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt
import polars as pl

from engine.decision.facts import Person, person
from engine.decision.judge import RESULT
from engine.decision.rules import Answer
from engine.decision.verdict import Decider
from engine.language.vocabulary import Vocabulary
from yardsticks.answer import DAY, FACTS, RESULTS

Asked = list[list[Answer]]
"""One person's answers to the questions of each group."""


def people(frame: pl.DataFrame, vocabulary: Vocabulary) -> Iterator[Person]:
    """The rows, one by one, as people whom the engine decides singly."""
    for row in frame.select(FACTS).iter_rows(named=True):
        yield person({name: value for name, value in row.items() if value is not None}, vocabulary, DAY, [])


def asked(found: Iterable[Person], decider: Decider) -> list[Asked]:
    """Made beforehand, so that what is timed is durable-rules and not the reading of facts."""
    entries = []
    for each in found:
        cells = decider.cells_for(each.facts)
        entries.append(
            [
                [said[0] if at < 0 else said[cells[at]] if cells[at] >= 0 else None for at, said in judge.questions]
                for judge in decider._judges[::2]
            ]
        )
    return entries


def decide(entries: Iterable[Asked], decider: Decider) -> npt.NDArray[np.uint32]:
    """Findings in the form of `answer`, the rest of it zero."""
    sessions = [judge.session for judge in decider._judges[::2]]
    found = []
    for entry in entries:
        results = [result for session, said in zip(sessions, entry, strict=True) for result in session.decide(said)]
        found.append(sum(RESULTS[RESULT[result]] << 2 * place for place, result in enumerate(results)))
    return np.array(found, np.uint32)
