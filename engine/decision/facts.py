"""Facts about one person, as somebody wrote them, to typed facts; what does not fit becomes unknown and a fault."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.language import source
from engine.language.condition import Value
from engine.language.diagnostic import Diagnostic, Place, suggestion
from engine.language.messages.words import KINDS
from engine.language.reader import UNKNOWN, YES_NO, as_date, is_slug
from engine.language.regions import is_region_code, village_name
from engine.language.vocabulary import Fact, Vocabulary

_YES_NO_WORDS = {**YES_NO, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Person:
    """Known facts on a day (`usia` and `kota` derived where they can be), and which of them were presumed."""

    facts: Mapping[str, Value]
    identity: Mapping[str, str]
    presumed: frozenset[str]


def person(
    written: Mapping[str, object],
    vocabulary: Vocabulary,
    day: date,
    faults: list[Diagnostic],
    places: Mapping[str, Place] | None = None,
    path: str = "facts",
    *,
    strict: bool = False,
) -> Person:
    """Typed facts on the day of the decision. Nothing and `tidak_diketahui` are unknown; `faults` grows in place.

    The value of a faulty fact never appears in its fault. `strict` takes true and 40 but not "ya" and "40".
    """
    at = places or {}
    facts: dict[str, Value] = {}
    identity: dict[str, str] = {}
    born: date | None = None
    for name, value in written.items():
        fact = vocabulary.facts.get(name)
        if fact is not None and fact.role == "rule" and _plainly(value, fact):
            facts[name] = value  # type: ignore[assignment]
            continue
        place = at[name] if name in at else Place(path)
        if fact is None:
            values: dict[str, object] = {"name": name if is_slug(name) else "…"}
            near = suggestion(name, vocabulary.facts)
            if near:
                values["suggestion"] = near
            faults.append(Diagnostic("fact-unknown-name", place, values))
        elif _unstated(value) or value == UNKNOWN:
            continue
        elif fact.kind == "date":
            born = _born(value, fact, day, place, faults)
        elif fact.role == "identity":
            if isinstance(value, str):
                identity[name] = value
            else:
                faults.append(Diagnostic("fact-wrong-kind", place, {"name": fact.name, "kind": KINDS["text"]}))
        else:
            typed = _typed(value, fact, place, faults, strict)
            if typed is not None:
                facts[name] = typed
    _derive(facts, born, vocabulary, day, at, path, faults)
    unstated = [name for name in vocabulary.presumed if name not in written or _unstated(written[name])]
    for name in unstated:
        facts[name] = vocabulary.presumed[name]
    return Person(facts, identity, frozenset(unstated))


def read_facts(content: bytes, path: str, faults: list[Diagnostic]) -> tuple[dict[str, object], dict[str, Place]]:
    """A JSON object or YAML mapping of facts, with the place of each."""
    text = content.strip()
    if text.startswith((b"{", b"[")):
        try:
            json.loads(text)
        except (ValueError, RecursionError) as error:
            line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
            problem = getattr(error, "msg", None) or "?"
            faults.append(Diagnostic("not-json", Place(path, line, column), {"problem": problem}))
            return {}, {}
        content = content.replace(b"\t", b" ")
    node, found = source.read(content, path)
    faults.extend(found)
    if not isinstance(node, source.Mapping):
        if node is not None:
            faults.append(Diagnostic("facts-not-object", node.place))
        return {}, {}
    written: dict[str, object] = {}
    for key, value in node.entries:
        if isinstance(value, source.Scalar):
            written[key.text] = value.text
        else:
            faults.append(Diagnostic("expected-text", value.place))
    return written, {key.text: value.place for key, value in node.entries}


def _plainly(value: object, fact: Fact) -> bool:
    """Whether the value fits as it stands, which is by far the commonest case."""
    if type(value) is str:
        return fact.kind == "word" and value in fact.words
    return type(value) is bool and fact.kind == "yes_no"


def _unstated(value: object) -> bool:
    """Nothing was written: no field, null, an empty cell. `tidak_diketahui` is a statement of its own."""
    return value is None or (isinstance(value, str) and value.strip() in ("", "null", "~"))


def _typed(value: object, fact: Fact, place: Place, faults: list[Diagnostic], strict: bool) -> Value | None:
    if isinstance(value, str) and not strict:
        value = value.strip()
    match fact.kind:
        case "yes_no":
            if isinstance(value, bool):
                return value
            if isinstance(value, str) and value in _YES_NO_WORDS and not strict:
                return _YES_NO_WORDS[value]
        case "number":
            whole = _whole(value) if not (strict and isinstance(value, str)) else None
            if whole is not None:
                if fact.low <= whole <= fact.high:
                    return whole
                values = {"name": fact.name, "low": fact.low, "high": fact.high}
                faults.append(Diagnostic("fact-out-of-range", place, dict(values)))
                return None
        case "word":
            if isinstance(value, str):
                if value in fact.words:
                    return value
                values = {"name": fact.name}
                near = suggestion(value, fact.words)
                if near:
                    values["suggestion"] = near
                faults.append(Diagnostic("fact-unknown-code", place, dict(values)))
                return None
        case "region":
            if isinstance(value, str) and is_region_code(value):
                if village_name(value) is not None:
                    return value
                faults.append(Diagnostic("fact-unknown-code", place, {"name": fact.name}))
                return None
        case "date" | "text":
            raise AssertionError("read by person()")
    faults.append(Diagnostic("fact-wrong-kind", place, {"name": fact.name, "kind": KINDS[fact.kind]}))
    return None


def _whole(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= 6:
        return int(value)
    return None


def _born(value: object, fact: Fact, day: date, place: Place, faults: list[Diagnostic]) -> date | None:
    born = value if isinstance(value, date) else as_date(value.strip()) if isinstance(value, str) else None
    if born is None:
        faults.append(Diagnostic("fact-wrong-kind", place, {"name": fact.name, "kind": KINDS["date"]}))
    elif born > day:
        faults.append(Diagnostic("fact-born-after", place))
        return None
    return born


def age_on(born: date, day: date) -> int:
    """Whole years; whoever was born on 29 February turns a year older on 1 March of a common year."""
    return (_ymd(day) - _ymd(born)) // 10_000


def _ymd(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _derive(
    facts: dict[str, Value],
    born: date | None,
    vocabulary: Vocabulary,
    day: date,
    places: Mapping[str, Place],
    path: str,
    faults: list[Diagnostic],
) -> None:
    """`usia` from the date of birth, `kota` from the village; what disagrees becomes unknown."""
    if born is not None:
        age = age_on(born, day)
        if facts.get("usia", age) != age:
            faults.append(Diagnostic("fact-age-disagrees", places.get("usia", Place(path))))
            del facts["usia"]
        elif age > vocabulary.facts["usia"].high:
            values = {"name": "usia", "low": 0, "high": vocabulary.facts["usia"].high}
            faults.append(Diagnostic("fact-out-of-range", places.get("tanggal_lahir", Place(path)), dict(values)))
        else:
            facts["usia"] = age
    village = facts.get("kelurahan")
    if isinstance(village, str):
        city = vocabulary.city_of_region(village)
        if facts.get("kota", city) != city:
            faults.append(Diagnostic("fact-place-disagrees", places.get("kelurahan", Place(path))))
            del facts["kota"], facts["kelurahan"]
        else:
            facts["kota"] = city
