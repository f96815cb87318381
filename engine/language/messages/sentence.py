"""The form of a sentence: what is wrong in the reader's words, then what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.language.vocabulary import Label


@dataclass(frozen=True, slots=True)
class Sentence:
    say: Label
    hint: Label | None = None


def sentence(id: str, en: str, hint_id: str | None = None, hint_en: str | None = None) -> Sentence:
    """Indonesian, English, and the hint in both."""
    return Sentence(Label(id, en), Label(hint_id, hint_en) if hint_id and hint_en else None)
