"""A city's first draft and what it must decide, as JSON."""

from __future__ import annotations

from api.forms.policies import fault_form
from engine.language.vocabulary import Language
from engine.revision.founding import Founding


def founding_form(draft: Founding, language: Language) -> dict[str, object]:
    """All but the two texts, which a face writes or gives as it can."""
    return {
        "policy": draft.id,
        "city": draft.city.slug,
        "region": draft.city.region,
        "name": draft.city.label[language],
        "cases": draft.taken,
        "dropped": list(draft.dropped),
        "to_decide": [{"kind": one.kind, "where": one.where, "text": one.text[language]} for one in draft.decisions],
        "faults": [fault_form(fault, language) for fault in draft.faults],
    }
