"""A second, slow and obvious meaning of policy files, written against the language's description.

It reads the plain tree (dicts, lists, strings) of a file and shares no code with the engine: conditions in
three values, and the outcome, group, payer and missing facts by trying every way to fill the unknown facts.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Facts = Mapping[str, Any]
OCCUPATIONS = ("pekerjaan", "pekerjaan_kedua")
NO_OCCUPATION = ("tidak_ada", "tidak_bekerja")


def value(text: str) -> Any:
    return {"ya": True, "tidak": False}.get(text, int(text) if text.isdecimal() else text)


def kleene(condition: Any, facts: Facts, policy: Mapping[str, Any]) -> bool | None:
    if condition == "selalu":
        return True
    ((key, inner),) = condition.items()
    if key == "semua":
        return every([kleene(part, facts, policy) for part in inner])
    if key == "salah_satu":
        return negation(every([negation(kleene(part, facts, policy)) for part in inner]))
    if key == "tidak":
        return negation(kleene(inner, facts, policy))
    if key == "definisi":
        return kleene(policy["definisi"][inner]["syarat"], facts, policy)
    if isinstance(inner, str):
        return None if key not in facts else facts[key] == value(inner)
    if "termasuk" in inner:
        return member(key, inner["termasuk"], facts, policy)
    if "tidak_termasuk" in inner:
        return negation(member(key, inner["tidak_termasuk"], facts, policy))
    if key not in facts:
        return None
    number = facts[key]
    tests: dict[str, Callable[[int], bool]] = {
        "paling_rendah": lambda bound: number >= bound,
        "lebih_dari": lambda bound: number > bound,
        "paling_tinggi": lambda bound: number <= bound,
        "kurang_dari": lambda bound: number < bound,
        "sama_dengan": lambda bound: number == bound,
    }
    return all(tests[name](int(bound)) for name, bound in inner.items())


def member(key: str, values: Any, facts: Facts, policy: Mapping[str, Any]) -> bool | None:
    if isinstance(values, list):
        return None if key not in facts else facts[key] in [value(text) for text in values]
    listing = policy["lampiran"][values.removeprefix("lampiran.")]
    read = OCCUPATIONS if key == "pekerjaan" else (key,)
    answers = [in_list(listing, facts.get(fact), facts.get("ditetapkan_setara")) for fact in read]
    return negation(every([negation(answer) for answer in answers]))


def in_list(listing: Mapping[str, Any], code: str | None, ruled: bool | None) -> bool | None:
    closed = listing["daftar"] == "tertutup"
    if code is None:
        return None
    if code in listing["isi"]:
        return True
    if closed or code in listing.get("bukan", []) or code in NO_OCCUPATION:
        return False
    return ruled


def every(answers: list[bool | None]) -> bool | None:
    return False if False in answers else None if None in answers else True


def negation(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def whole(policy: Mapping[str, Any], facts: Facts) -> tuple[str, int | None] | None:
    """Group and payer of a person of whom everything is known; None: not covered."""
    for group in policy["kelompok"]:
        if all(kleene(criterion["syarat"], facts, policy) for criterion in group["kriteria"]):
            payers = (i for i, rule in enumerate(group["pendanaan"]) if kleene(rule["bila"], facts, policy))
            return group["id"], next(payers, None)
    return None


@dataclass(frozen=True)
class Exact:
    outcome: str
    group: str | None
    payer: int | None
    missing: Mapping[str, str]


def exact(policy: Mapping[str, Any], facts: Facts, values: Mapping[str, list[Any]]) -> Exact:
    """By every completion. `values` has the values to try for each fact the policy reads."""
    unknown = [fact for fact in values if fact not in facts]
    results = {
        filled: whole(policy, {**facts, **dict(zip(unknown, filled, strict=True))})
        for filled in itertools.product(*(values[fact] for fact in unknown))
    }
    ends = set(results.values())
    groups = {end[0] for end in ends if end}
    outcome = "undetermined" if None in ends and groups else "eligible" if groups else "ineligible"
    single = outcome == "eligible" and len(groups) == 1
    payers = {end[1] for end in ends if end}
    missing = {}
    for position, fact in enumerate(unknown):
        purpose = matters(results, position)
        if purpose and fact != "ditetapkan_setara":
            missing[fact] = purpose
    return Exact(
        outcome,
        next(iter(groups)) if single else None,
        next(iter(payers)) if single and len(payers) == 1 else None,
        missing,
    )


def matters(results: Mapping[tuple[Any, ...], tuple[str, int | None] | None], position: int) -> str | None:
    """What a fact decides: the outcome, else the group, else the money, else nothing."""
    together: dict[tuple[Any, ...], set[Any]] = {}
    for filled, end in results.items():
        together.setdefault(filled[:position] + filled[position + 1 :], set()).add(end)
    views: dict[str, Callable[[Any], Any]] = {
        "outcome": lambda end: end is not None,
        "group": lambda end: None if end is None else end[0],
        "funding": lambda end: end,
    }
    for purpose, view in views.items():
        if any(len({view(end) for end in ends}) > 1 for ends in together.values()):
            return purpose
    return None


def telling_values(policy: Any, vocabulary: Any) -> dict[str, list[Any]]:
    """For each fact the policy reads: every value it names, their neighbours, and one it does not name."""
    named: dict[str, set[Any]] = {}
    for fact, words in mentions(policy):
        named.setdefault(fact, set()).update(words)
    found: dict[str, list[Any]] = {}
    for name, mentioned in named.items():
        fact = vocabulary.facts[name]
        if fact.kind == "yes_no":
            found[name] = [False, True]
        elif fact.kind == "number":
            near = {n + step for n in mentioned for step in (-1, 0, 1)} | {fact.low, fact.high}
            found[name] = sorted(n for n in near if fact.low <= n <= fact.high)
        elif fact.kind == "word":
            rest = [word for word in fact.words if word not in mentioned]
            found[name] = [*sorted(mentioned & set(fact.words)), *rest[:1]]
        else:
            found[name] = [*sorted(mentioned), "33.76.03.1001"]
    return found


def mentions(policy: Any) -> Iterator[tuple[str, list[Any]]]:
    """Every fact that some condition of the policy reads, with the values it names."""
    for group in policy["kelompok"]:
        for criterion in group["kriteria"]:
            yield from asked(criterion["syarat"], policy)
        for rule in group["pendanaan"]:
            yield from asked(rule["bila"], policy)


def asked(condition: Any, policy: Any) -> Iterator[tuple[str, list[Any]]]:
    if condition == "selalu":
        return
    ((key, inner),) = condition.items()
    if key in ("semua", "salah_satu"):
        for part in inner:
            yield from asked(part, policy)
    elif key == "tidak":
        yield from asked(inner, policy)
    elif key == "definisi":
        yield from asked(policy["definisi"][inner]["syarat"], policy)
    elif isinstance(inner, str):
        yield key, [value(inner)]
    else:
        named = inner.get("termasuk", inner.get("tidak_termasuk"))
        if isinstance(named, list):
            yield key, [value(text) for text in named]
        elif isinstance(named, str):
            listing = policy["lampiran"][named.removeprefix("lampiran.")]
            codes = [*listing["isi"], *listing.get("bukan", []), *NO_OCCUPATION]
            for fact in OCCUPATIONS if key == "pekerjaan" else (key,):
                yield fact, codes
            if listing["daftar"] != "tertutup":
                yield "ditetapkan_setara", [True]
        else:
            yield key, [int(bound) for bound in inner.values()]
