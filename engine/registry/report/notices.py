"""What a notice says of everybody who has it; where it differs from person to person, a gap."""

from __future__ import annotations

from collections import defaultdict

from engine.language.explanation import GAP
from engine.language.messages.words import NOTICES
from engine.language.vocabulary import Label
from engine.registry.run import Decided


def notice_label(decided: Decided, code: str) -> Label:
    """The sentence of the notice, in both languages."""
    said = {
        Label(notice.text("id"), notice.text("en"))
        for outline in decided.outlines
        for notice in outline.notices
        if notice.code == code
    }
    limits = {outline.age_limit for outline in decided.outlines if outline.age_limit is not None}
    if len(said) == 1:
        return said.pop()
    gaps: defaultdict[str, object] = defaultdict(lambda: GAP)
    if len(limits) == 1:
        gaps["limit"] = limits.pop()
    return Label(NOTICES[code].id.format_map(gaps), NOTICES[code].en.format_map(gaps))
