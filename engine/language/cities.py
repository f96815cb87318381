"""Cities by name: what a folder of policies is called, and the city or regency of the country that it stands for.

A *kota* goes by its name alone (`surakarta`), a *kabupaten* by `kab_` and its name where there is a kota of the same
name (`kab_tegal`), else by its name alone (`kendal`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from engine.language.regions import regencies
from engine.language.vocabulary import Label, Vocabulary, Word

_ELSEWHERE = "lainnya"


def city_named(slug: str) -> Word | None:
    """The city or regency of that name; None where the country has none."""
    return _by_slug().get(slug)


def city_names() -> tuple[str, ...]:
    """Every name that a folder of policies may have, in order."""
    return tuple(sorted(_by_slug()))


def with_cities(vocabulary: Vocabulary, slugs: Iterable[str]) -> Vocabulary:
    """The vocabulary with cities that it does not name itself, as far as the country has them."""
    fact = vocabulary.facts["kota"]
    added = {slug: word for slug in slugs if slug not in fact.words and (word := city_named(slug))}
    if not added:
        return vocabulary
    words = {**{slug: word for slug, word in fact.words.items() if slug != _ELSEWHERE}, **added}
    if _ELSEWHERE in fact.words:
        words[_ELSEWHERE] = fact.words[_ELSEWHERE]
    facts = {**vocabulary.facts, "kota": replace(fact, words=words)}
    named = json.dumps({slug: word.region for slug, word in added.items()}, sort_keys=True)
    return replace(vocabulary, facts=facts, content=f"{vocabulary.content}\n{named}")


@lru_cache(maxsize=1)
def _by_slug() -> Mapping[str, Word]:
    found: dict[str, Word] = {}
    both = [(code, *name.replace(" Administrasi ", " ", 1).partition(" ")[::2]) for code, name in regencies()]
    cities = {_slug(name) for _, kind, name in both if kind == "Kota"}
    for code, kind, name in both:
        slug = _slug(name)
        if kind == "Kota":
            found[slug] = Word(slug, Label(f"Kota {name}", f"{name} City"), region=code)
        else:
            slug = f"kab_{slug}" if slug in cities else slug
            found[slug] = Word(slug, Label(f"Kabupaten {name}", f"{name} Regency"), region=code)
    return found


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
