"""Cities side by side by theme: what each version says, how firmly, and where two cities say the same.

Agreement needs a stated or interpreted provision on both sides with the same meaning; assumptions and silence are never
agreement, and a common word for different people is none either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from engine.decision.decide import Desk, Undecidable, default_day, why_not
from engine.decision.decision import Decision
from engine.decision.facts import person
from engine.decision.outline import legal_effect
from engine.language.diagnostic import Diagnostic, Place
from engine.language.ground import Document
from engine.language.library import Library
from engine.language.messages.screen import SCREEN
from engine.language.messages.words import BASES
from engine.language.messages.words import STANDINGS as STANDING_WORDS
from engine.language.messages.words import THEMES as THEME_WORDS
from engine.language.policy import Policy
from engine.language.vocabulary import Language
from engine.revision.provision import STANDINGS, Provision, Standing, Statement
from engine.revision.themes import THEMES, View, provisions


@dataclass(frozen=True, slots=True)
class Column:
    """One city, or one version of it that was asked for by name. `view` None: no version is in effect that day."""

    city: str
    view: View | None
    provisions: Mapping[str, Provision]
    versions: tuple[Policy, ...]
    """All that there are of the city."""

    @property
    def id(self) -> str:
        return self.view.policy.id if self.view else self.city


@dataclass(frozen=True, slots=True)
class Comparison:
    on: date | None
    """The day asked about; None: each version on the last day it is known."""
    columns: tuple[Column, ...]
    library: Library

    @property
    def themes(self) -> tuple[str, ...]:
        """The rows; other criteria only where a version has some."""
        asked = [column for column in self.columns if column.view]
        return tuple(t for t in THEMES if t != "other" or any(column.provisions[t].statements for column in asked))

    def counts(self, column: Column) -> dict[Standing, int]:
        """How many themes of each standing; they add up to the number of themes."""
        found = Counter(column.provisions[theme].standing for theme in self.themes) if column.view else Counter()
        return {standing: found[standing] for standing in STANDINGS}

    def same(self, theme: str) -> tuple[tuple[Column, ...], ...]:
        """The sets of columns, two or more each, that agree on a theme."""
        found: dict[Hashable, list[Column]] = {}
        for column in self.columns:
            meaning = column.provisions[theme].meaning if column.view else None
            if meaning is not None:
                found.setdefault(meaning, []).append(column)
        return tuple(tuple(agreeing) for agreeing in found.values() if len(agreeing) > 1)

    def documents(self) -> tuple[Document, ...]:
        """The sources cited, in the order of the table."""
        cited = [
            source
            for theme in self.themes
            for column in self.columns
            if column.view
            for statement in column.provisions[theme].statements
            for source in statement.sources
        ]
        return tuple(self.library.documents[source] for source in dict.fromkeys(cited))

    def name(self, column: Column, language: Language) -> str:
        """The city; with the version where the city stands in the table more than once."""
        label = self.library.vocabulary.facts["kota"].words[column.city].label[language]
        alone = sum(other.city == column.city for other in self.columns) == 1
        return label if alone else f"{label} ({column.id})"

    def as_json(self, language: Language = "id") -> dict[str, object]:
        return {
            "on": self.on.isoformat() if self.on else None,
            "columns": [self._column_json(column, language) for column in self.columns],
            "themes": [self._theme_json(theme, language) for theme in self.themes],
            "sources": [
                {
                    "id": document.id,
                    "kind": document.kind,
                    "publisher": document.publisher,
                    "published": document.published and document.published.isoformat(),
                    "title": document.title,
                }
                for document in self.documents()
            ],
        }

    def _column_json(self, column: Column, language: Language) -> dict[str, object]:
        policy = column.view.policy if column.view else None
        return {
            "column": column.id,
            "city": column.city,
            "name": self.name(column, language),
            "policy": policy and policy.id,
            "on": column.view and column.view.day.isoformat(),
            "legal_effect": column.view and legal_effect(column.view.policy, None, column.view.day),
            "since": policy and policy.effective.since and policy.effective.since.isoformat(),
            "until": policy and policy.effective.until and policy.effective.until.isoformat(),
            "known_until": policy and policy.effective.known_until.isoformat(),
            "standings": self.counts(column),
            "versions": [version.id for version in column.versions],
        }

    def _theme_json(self, theme: str, language: Language) -> dict[str, object]:
        same = {column.id: agreeing for agreeing in self.same(theme) for column in agreeing}
        return {
            "theme": theme,
            "label": THEME_WORDS[theme][language],
            "provisions": [
                {
                    **_provision_json(column.provisions[theme], language),
                    "column": column.id,
                    "same_as": [other.id for other in same.get(column.id, ()) if other is not column],
                }
                for column in self.columns
                if column.view
            ],
        }


def compare(library: Library, names: Iterable[str] = (), on: date | None = None) -> Comparison:
    """Cities side by side, all of them where none is named; a name with a slash is a version, and none stands twice.

    A city stands with the version in effect on the day; without a day, with its latest known version on the last day
    that is known of it, a draft only where it is named. Raises KeyError for a name the library does not have.
    """
    asked = [_column(library, name, on) for name in tuple(names) or library.cities()]
    return Comparison(on, tuple({column.id: column for column in asked}.values()), library)


def same_person(
    desk: Desk,
    comparison: Comparison,
    facts: Mapping[str, object],
    faults: list[Diagnostic],
    places: Mapping[str, Place] | None = None,
    path: str = "facts",
) -> tuple[Decision | None, ...]:
    """The same person decided under each column's version on its day; `faults` grows in place.

    None where the column has no version, or where a fault leaves no decision.
    """
    return tuple(
        _decided(desk, column.view, facts, faults, places, path) if column.view else None
        for column in comparison.columns
    )


def _decided(
    desk: Desk,
    view: View,
    facts: Mapping[str, object],
    faults: list[Diagnostic],
    places: Mapping[str, Place] | None,
    path: str,
) -> Decision | None:
    found: list[Diagnostic] = []
    applicant = person(facts, desk.library.vocabulary, view.day, found, places, path)
    faults.extend(found)
    if found:
        return None
    try:
        return desk.decide(view.policy, applicant, view.day)
    except Undecidable as problem:
        faults.append(why_not(view.policy, problem))
        return None


def _column(library: Library, name: str, on: date | None) -> Column:
    if "/" in name:
        policy: Policy | None = library.policies[name]
    elif name not in library.cities():
        raise KeyError(name)
    else:
        policy = library.chosen(name, on) if on else library.latest_known(name)
    city = name.partition("/")[0]
    versions = library.of_city(city)
    if policy is None:
        return Column(city, None, {}, versions)
    view = View(policy, on or default_day(policy), library)
    return Column(city, view, {provision.theme: provision for provision in provisions(view)}, versions)


def _provision_json(provision: Provision, language: Language) -> dict[str, object]:
    return {
        "standing": provision.standing,
        "standing_label": STANDING_WORDS[provision.standing][language],
        "statements": [_statement_json(statement, language) for statement in provision.statements],
        "remarks": [{**_about(remark, language), "text": remark.text[language]} for remark in provision.remarks],
    }


def _statement_json(statement: Statement, language: Language) -> dict[str, object]:
    return {
        **_about(statement, language),
        "text": statement.text[language],
        "articles": list(statement.articles),
        "basis": statement.basis,
        "basis_label": BASES[statement.basis][language] if statement.basis else SCREEN["no_ground"][language],
        "sources": list(statement.sources),
        "wording": list(statement.wording),
        "notes": list(statement.notes),
    }


def _about(statement: Statement, language: Language) -> dict[str, object]:
    return {
        "groups": [group.id for group in statement.groups],
        "group_labels": [group.label[language] for group in statement.groups],
    }
