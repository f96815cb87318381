"""Texts that people mean as the same: letters and digits only, without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from engine.language.diagnostic import suggestion

SUGGESTIONS = 1000
"""Different texts for which a near name is looked for; each takes about a millisecond."""
_BLANKS = " \t\r\n\v\f\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""What stands around a cell without anybody seeing it."""
_WORDS = re.compile(r"[^\W_]+")


def stripped(text: str) -> str:
    """Without visible or invisible blanks around it, and without the apostrophe that makes a sheet keep text."""
    return text.strip().strip(_BLANKS).removeprefix("'").strip(_BLANKS)


def spaced(text: str) -> str:
    """Its words, each of letters and digits, with one space between."""
    if text.isascii():
        return " ".join(_WORDS.findall(text.lower()))
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char) and char not in _BLANKS[5:])
    return " ".join(_WORDS.findall(letters))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The letters and digits alone; a text without letters (a tick, -1) stays as it is."""
    return spaced(text).replace(" ", "") if any(char.isalpha() for char in text) else text.strip()


def foreign_digit(text: str) -> bool:
    """Whether a digit of another script, a superscript or a fraction is in it."""
    return not text.isascii() and any(char.isnumeric() and not char.isascii() for char in text)


def index(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What each name, folded, stands for; a name that two things share stands for neither."""
    meanings: dict[str, set[str]] = {}
    for name, meaning in names:
        meanings.setdefault(folded(name), set()).add(meaning)
    return {name: next(iter(found)) for name, found in meanings.items() if len(found) == 1}


def nearest(names: Iterable[str]) -> Callable[[str], str | None]:
    """Finds the name that was most likely meant, if one is near; after SUGGESTIONS texts it answers none."""
    spelt = {spaced(name): name for name in names}
    left = SUGGESTIONS

    def near(text: str) -> str | None:
        nonlocal left
        left -= 1
        found = suggestion(spaced(text), spelt) if left >= 0 else None
        return spelt[found] if found else None

    return near
