"""Says values, amounts and conditions in words, in Indonesian and English, from the vocabulary's labels.

`in_words` is the one way from a condition to a sentence; the small words between the labels stand in `messages`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from engine.language.condition import Among, Between, Bound, Condition, Defined, Either, Every, Listed, Not, Value
from engine.language.messages.words import WORDING
from engine.language.policy import Listing, Policy
from engine.language.regions import village_name
from engine.language.vocabulary import Fact, Label, Language, Vocabulary


@dataclass(frozen=True, slots=True)
class Terms:
    """What the names in a policy's conditions stand for: facts, lists, definitions, national values of a day."""

    vocabulary: Vocabulary
    policy: Policy
    national: Mapping[str, int]


def value_text(fact: Fact, value: object, language: Language) -> str:
    """A value in words: labels for words, ya/tidak or yes/no, numbers with their unit."""
    if isinstance(value, bool):
        return WORDING["yes" if value else "no"][language]
    if isinstance(value, str) and value in fact.words:
        return fact.words[value].label[language]
    if fact.kind == "region":
        return village_name(str(value)) or str(value)
    return f"{value} {fact.unit[language]}" if fact.unit and fact.name == "usia" else str(value)


def grouped(number: int, language: Language) -> str:
    """1.000 in Indonesian, 1,000 in English."""
    return f"{number:,}".replace(",", "." if language == "id" else ",")


def rupiah(amount: int) -> str:
    """Rp16.800, as written in Indonesia."""
    return "Rp" + grouped(amount, "id")


def listed(parts: Iterable[str], language: Language, word: str = "or") -> str:
    """`a, b, atau c`; `a, b or c`. With `word` "and": `a, b, dan c`; `a, b and c`."""
    *first, last = parts
    if not first:
        return last
    comma = "," if language == "id" and len(first) > 1 else ""
    return f"{', '.join(first)}{comma} {WORDING[word][language]} {last}"


def filled(template: Label, **values: object) -> Label:
    """A label with its gaps filled, each value in the label's own language."""

    def within(language: Language) -> str:
        texts = {name: value[language] if isinstance(value, Label) else value for name, value in values.items()}
        return template[language].format(**texts)

    return Label(within("id"), within("en"))


def joined(labels: Iterable[Label]) -> Label:
    """`a, b, dan c`; `a, b and c`."""
    parts = tuple(labels)
    return Label(listed((part.id for part in parts), "id", "and"), listed((part.en for part in parts), "en", "and"))


def in_a_row(labels: Iterable[Label]) -> Label:
    """`a, b, c`."""
    parts = tuple(labels)
    return Label(", ".join(part.id for part in parts), ", ".join(part.en for part in parts))


def in_both(condition: Condition, terms: Terms) -> Label:
    """The condition in words, in both languages."""
    return Label(in_words(condition, terms, "id"), in_words(condition, terms, "en"))


def in_words(condition: Condition, terms: Terms, language: Language) -> str:
    """`jabatan dalam RT: ketua atau sekretaris`; parts are joined by *dan* and *atau*, brackets round the inner ones.

    Definitions are written out. A list says whether it is open or known in part.
    """
    match condition:
        case Among(fact, values):
            return _about(fact, _values(fact, values, terms, language), terms, language)
        case Between(fact, low, high):
            return _about(fact, _range(fact, low, high, terms, language), terms, language)
        case Listed(facts, name):
            labels = listed((terms.vocabulary.facts[fact].label[language] for fact in facts), language)
            return f"{labels}: {_listing(terms.policy.listings[name], terms, language)}"
        case Defined(name):
            return in_words(terms.policy.definitions[name], terms, language)
        case Every(parts):
            return _joined(parts, "and", terms, language) if parts else WORDING["always"][language]
        case Either(parts):
            return _joined(parts, "or", terms, language) if parts else WORDING["never"][language]
        case Not(part):
            return _negated(part, terms, language)
        case _:
            assert_never(condition)


def _about(fact: str, text: str, terms: Terms, language: Language) -> str:
    return f"{terms.vocabulary.facts[fact].label[language]}: {text}"


def _joined(parts: tuple[Condition, ...], word: str, terms: Terms, language: Language) -> str:
    texts = [_inner(part, terms, language) if len(parts) > 1 else in_words(part, terms, language) for part in parts]
    return f"; {WORDING[word][language]} ".join(texts)


def _inner(part: Condition, terms: Terms, language: Language) -> str:
    text = in_words(part, terms, language)
    plain = terms.policy.definitions[part.name] if isinstance(part, Defined) else part
    return f"({text})" if isinstance(plain, Every | Either) and len(plain.parts) > 1 else text


def _negated(part: Condition, terms: Terms, language: Language) -> str:
    match part:
        case Among(fact, values) if terms.vocabulary.facts[fact].kind == "yes_no" and len(values) == 1:
            return in_words(Among(fact, frozenset({True, False}) - values), terms, language)
        case Among(fact, values):
            key = "other_than" if len(values) == 1 else "none_of"
            other = WORDING[key][language].format(values=_values(fact, values, terms, language))
            return _about(fact, other, terms, language)
        case Not(inner):
            return in_words(inner, terms, language)
        case _:
            return WORDING["not"][language].format(condition=in_words(part, terms, language))


def _values(fact: str, values: Iterable[Value], terms: Terms, language: Language) -> str:
    """In the order of the vocabulary, whatever order the file has."""
    entry = terms.vocabulary.facts[fact]
    order = {name: index for index, name in enumerate(entry.words)}
    ordered = sorted(values, key=lambda value: (order.get(str(value), len(order)), str(value)))
    return listed((value_text(entry, value, language) for value in ordered), language)


def _listing(listing: Listing, terms: Terms, language: Language) -> str:
    """What the list names, and how far it goes: nothing more, what is ruled equivalent, or what we do not know."""
    fact = terms.vocabulary.facts[listing.fact]
    entries = [value_text(fact, entry, language) for entry in listing.entries]
    text = listed(entries, language) if entries else WORDING["nothing"][language]
    if listing.completeness == "open":
        text = WORDING["or_ruled"][language].format(values=text)
    if listing.completeness == "partial":
        key = "partial_of" if listing.count else "partial"
        text += " " + WORDING[key][language].format(known=len(entries), count=listing.count)
    if listing.excluded:
        outside = listed((value_text(fact, entry, language) for entry in listing.excluded), language)
        text += "; " + WORDING["outside"][language].format(values=outside)
    return text


def _range(fact: str, low: Bound | None, high: Bound | None, terms: Terms, language: Language) -> str:
    bottom, top = (None if bound is None else _bound(fact, bound, terms, language) for bound in (low, high))
    if low == high:
        return bottom or WORDING["always"][language]
    if bottom is None or top is None:
        key, bound = ("at_least", bottom) if top is None else ("at_most", top)
        return WORDING[key][language].format(bound=bound)
    return WORDING["between"][language].format(low=bottom, high=top)


def _bound(fact: str, bound: Bound, terms: Terms, language: Language) -> str:
    if isinstance(bound, int):
        return value_text(terms.vocabulary.facts[fact], bound, language)
    if bound.name not in terms.national:
        return WORDING["national_unknown"][language]
    number = terms.national[bound.name] + bound.offset
    text = value_text(terms.vocabulary.facts[fact], number, language)
    return WORDING["national"][language].format(bound=text)
