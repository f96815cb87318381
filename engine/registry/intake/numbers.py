"""Whole numbers as people write them: `40`, `40,00`, `1.000`, `40 tahun`, `Rp 2.500.000,00`."""

from __future__ import annotations

import re

from engine.registry.intake.folding import foreign_digit, stripped

_PLAIN = re.compile(r"([0-9]{1,12})(?:[.,]0{1,2})?")
_DOTS = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,0{1,2})?")
_COMMAS = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.0{1,2})?")
_ONE_COMMA = re.compile(r"[0-9]{1,3},[0-9]{3}")
_FRACTION = re.compile(r"[0-9.]*,[0-9]{1,12}|[0-9,]*\.[0-9]{1,12}")
_NEGATIVE = re.compile(r"[-\u2212\u2013(]\s*[0-9].*")
_RUPIAH = re.compile(r"(?:rp|idr)\.?\s*(?=[-0-9])", re.IGNORECASE)
_RUPIAH_END = re.compile(r"(?<=[0-9])(?:,-|\s*rupiah)$", re.IGNORECASE)
LIKE_THOUSANDS = r"^-?[0-9]{1,3}\.[0-9]{3}$"
"""A fraction as a typed file has it that a person could have meant as thousands."""
_UNITS = {"tahun": ("tahun", "thn", "th", "years", "year", "yr"), "rupiah": ("rupiah",)}


def whole_number(text: str, unit: str | None = None) -> int | str:
    """The number, or the code of what is wrong with it.

    A dot before three digits groups thousands, as in Indonesia; a comma before three digits could be either and is
    refused. The `unit` (its Indonesian name) may stand behind the number, `Rp` before it only where it is rupiah.
    """
    text = stripped(text)
    if foreign_digit(text):
        return "cell-foreign-digits"
    if unit == "rupiah":
        text = _RUPIAH_END.sub("", _RUPIAH.sub("", text, count=1))
    for word in _UNITS.get(unit or "", (unit,) if unit else ()):
        if text.casefold().rstrip(".").endswith(word) and text[:1].isdigit():
            text = text.rstrip(".")[: -len(word)].strip()
            break
    if found := _DOTS.fullmatch(text):
        return int(found[1].replace(".", ""))
    if found := _PLAIN.fullmatch(text):
        return int(found[1])
    if _ONE_COMMA.fullmatch(text):
        return "cell-number-ambiguous"
    if found := _COMMAS.fullmatch(text):
        return int(found[1].replace(",", ""))
    if _NEGATIVE.fullmatch(text):
        return "cell-negative"
    return "cell-not-whole" if _FRACTION.fullmatch(text) else "cell-not-a-number"
