"""Text of a cell to a typed value of its fact.

Whatever `engine.decision.facts.person` takes means the same here. Lists get more: labels, synonyms and other
spellings of words, ticks, thousands, dates with named months, names of villages. What could mean two things is a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from engine.language.reader import UNKNOWN as UNKNOWN_WORD
from engine.language.vocabulary import Fact, Vocabulary, Word
from engine.registry.intake.cell import UNKNOWN, UNSTATED, Cell, Judge, faulty
from engine.registry.intake.dates import DateOrder, day_of, moment_of
from engine.registry.intake.folding import folded, foreign_digit, index, nearest, stripped
from engine.registry.intake.numbers import whole_number
from engine.registry.intake.places import CITY, city_judge, village_judge

LONGEST = 300
"""Characters of a cell; longer ones are faults."""
REGISTERED = "waktu_daftar"

_NOTHING = ("", "null", "~")
_DASHES = frozenset(("-", "--", "---", "–", "—", "−", "_", "."))
"""Nothing is filled in. Not "nihil" or "kosong", which can be answers."""
_UNKNOWN = frozenset(
    folded(text)
    for text in (
        "?", "??", "???", "tidak diketahui", "belum diketahui", "tidak tahu", "belum tahu", "tdk tahu", "tdk diketahui",
        "n/a", "na", "#n/a", "unknown", "not known", "not available",
    )
)  # fmt: skip
_YES_NO = {
    **dict.fromkeys(("ya", "y", "iya", "yes", "true", "benar", "betul", "1", "√", "✓", "✔", "☑", "v"), True),
    **dict.fromkeys(("tidak", "tdk", "no", "false", "salah", "0"), False),
}
"""Not "t": it is *tidak* in some lists and *true* in exports of databases. Not "x", which marks both."""


def judge_of(
    fact: Fact, vocabulary: Vocabulary, region: str | None, order: DateOrder | None, extra: Mapping[str, Cell]
) -> Judge:
    """How cells of the fact are read.

    `region` is the city asked, where names of villages are looked up (a prefix of Kemendagri codes); `order` that of
    numeric dates; `extra` what the mapping file says other texts mean, by the folded text.
    """
    meaning = _meaning(fact, vocabulary, region, order)

    def judge(text: str) -> Cell:
        text = stripped(text)
        if text in _NOTHING:
            return UNSTATED
        if text == UNKNOWN_WORD:
            return UNKNOWN
        if len(text) > LONGEST:
            return faulty("cell-too-long")
        found = meaning(text)
        if found.fault is None:
            return found
        key = folded(text)
        if key in extra:
            return extra[key]
        if text in _DASHES:
            return UNSTATED
        return UNKNOWN if key in _UNKNOWN else found

    return judge


def _meaning(fact: Fact, vocabulary: Vocabulary, region: str | None, order: DateOrder | None) -> Judge:
    match fact.kind:
        case "yes_no":
            return _yes_no
        case "word":
            words = _words(fact.words.values())
            return city_judge(vocabulary, words) if fact.name == CITY else words
        case "number":
            return _number(fact)
        case "date":
            return _date(order)
        case "region":
            return village_judge(region)
        case "text":
            return _moment(order) if fact.name == REGISTERED else _text


def _yes_no(text: str) -> Cell:
    if foreign_digit(text):
        return faulty("cell-foreign-digits")
    key = folded(text).removesuffix(".0")
    if key in _YES_NO:
        return Cell(_YES_NO[key])
    return faulty("cell-letter-t" if key == "t" else "cell-not-yes-no")


def _words(words: Iterable[Word]) -> Judge:
    words = tuple(words)
    slugs = {word.slug for word in words}
    names = [(name, word.slug) for word in words for name in (word.slug, word.label.id, word.label.en, *word.synonyms)]
    known = index(names)
    near = nearest(word.label.id for word in words)

    def judge(text: str) -> Cell:
        slug = text if text in slugs else known.get(folded(text))
        return faulty("cell-unknown-word", near(text)) if slug is None else Cell(slug)

    return judge


def _number(fact: Fact) -> Judge:
    unit = fact.unit.id if fact.unit else None

    def judge(text: str) -> Cell:
        found = whole_number(text, unit)
        if isinstance(found, str):
            return faulty(found)
        return Cell(found) if fact.low <= found <= fact.high else faulty("cell-out-of-range")

    return judge


def _date(order: DateOrder | None) -> Judge:
    def judge(text: str) -> Cell:
        found = day_of(text, order)
        return Cell(found) if isinstance(found, date) else faulty(found)

    return judge


def _moment(order: DateOrder | None) -> Judge:
    def judge(text: str) -> Cell:
        found, fault = moment_of(text, order)
        return Cell(found) if fault is None else faulty(fault)

    return judge


def _text(text: str) -> Cell:
    return Cell(text) if any(char.isalnum() for char in text) else UNSTATED
