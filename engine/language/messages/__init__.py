"""Every sentence the engine says, in Indonesian and English.

Braces take the values of a diagnostic or notice; a rejected personal value is never among them.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.language.diagnostic import Diagnostic
from engine.language.messages.donors import DONOR_FAULTS
from engine.language.messages.faults import FAULTS
from engine.language.messages.libraries import LIBRARY_PROBLEMS
from engine.language.messages.money import MONEY_FAULTS
from engine.language.messages.monthly_faults import MONTHLY_FAULTS
from engine.language.messages.registry import TABLE_FAULTS
from engine.language.messages.report import REPORT_FAULTS
from engine.language.messages.review import REVIEW_FAULTS
from engine.language.messages.revision import REVISION_FAULTS
from engine.language.messages.sentence import Sentence
from engine.language.messages.words import NOTICES
from engine.language.vocabulary import Label, Language

TABLES: tuple[Mapping[str, Sentence], ...] = (
    FAULTS,
    TABLE_FAULTS,
    MONEY_FAULTS,
    REPORT_FAULTS,
    REVISION_FAULTS,
    REVIEW_FAULTS,
    DONOR_FAULTS,
    MONTHLY_FAULTS,
)
EVERY_FAULT: Mapping[str, Sentence] = {code: said for table in TABLES for code, said in table.items()}

_SUGGESTION = Label("maksud Anda `{suggestion}`?", "did you mean `{suggestion}`?")
_CHOICES = Label("pilihannya: {choices}", "the choices are: {choices}")
_LONGEST = 400
"""Characters of a value shown in a sentence."""


def fault_text(fault: Diagnostic, language: Language) -> tuple[str, str | None]:
    """What is wrong, and a hint if there is one."""
    sentence = EVERY_FAULT[fault.code]
    values = {key: _shown(value, language) for key, value in fault.values.items()}
    if "problem" in values:
        values["problem"] = problem_text(values, language)
    hint = _SUGGESTION if "suggestion" in values else _CHOICES if "choices" in values else sentence.hint
    return sentence.say[language].format(**values), hint[language].format(**values) if hint else None


def notice_text(code: str, values: dict[str, object], language: Language) -> str:
    return NOTICES[code][language].format(**{key: _shown(value, language) for key, value in values.items()})


def problem_text(values: Mapping[str, str], language: Language) -> str:
    """What the YAML library or the operating system says, in the reader's words where we have them."""
    text = values["problem"]
    label = next((label for start, label in LIBRARY_PROBLEMS if text.startswith(start)), None)
    return label[language].format(**values) if label else text


def _shown(value: object, language: Language) -> str:
    """On one line, printable and not endless, whatever a file holds."""
    if isinstance(value, Label):
        return value[language]
    text = " ".join(str(value).split())
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
