"""Which sentence of a regulation something is about."""

from __future__ import annotations

from dataclasses import dataclass

from engine.language.diagnostic import Place
from engine.language.messages.testing import TESTING
from engine.language.messages.words import WORDING
from engine.language.policy import Criterion, FundingRule, Priority
from engine.language.vocabulary import Label, Vocabulary
from engine.language.wording import filled


@dataclass(frozen=True, slots=True)
class Where:
    """Article, name, the regulation's own words if the file has them, and the place in the file."""

    article: str | None
    name: Label
    wording: str | None
    place: Place

    @property
    def cited(self) -> str | None:
        """`Pasal 3 ayat (1)`; what is no article, such as an annex, by its own name."""
        return f"Pasal {self.article}" if self.article and self.article[0].isdigit() else self.article


def of_criterion(criterion: Criterion) -> Where:
    return Where(criterion.article, plain(criterion.id), criterion.text, criterion.place)


def of_rule(rule: FundingRule, vocabulary: Vocabulary) -> Where:
    return Where(rule.article, source_text(rule, vocabulary), None, rule.place)


def of_priority(priority: Priority) -> Where:
    return Where(None, filled(TESTING["priority"], name=plain(priority.id)), None, priority.place)


def source_text(rule: FundingRule, vocabulary: Vocabulary) -> Label:
    """Whose money, and whose in particular."""
    label = vocabulary.sources[rule.source].label
    return filled(WORDING["in_brackets"], text=label, more=rule.provider) if rule.provider else label


def plain(value: object) -> Label:
    """A name, number or day of the file, as it stands."""
    text = str(value).replace("_", " ")
    return Label(text, text)
