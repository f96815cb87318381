"""A policy as the plain tree of a file again, so that the reference can read forms that no file holds."""

from __future__ import annotations

from typing import Any, assert_never

from engine.language.condition import (
    ALWAYS,
    Among,
    Between,
    Condition,
    Defined,
    Either,
    Every,
    Listed,
    Not,
    Value,
)
from engine.language.policy import Policy

COMPLETENESS = {"closed": "tertutup", "open": "terbuka", "partial": "belum_lengkap"}


def plain_form(policy: Policy) -> dict[str, Any]:
    """What decides: definitions, lists, groups with criteria and money, priorities."""
    return {
        "definisi": {name: {"syarat": plain_condition(each)} for name, each in policy.definitions.items()},
        "lampiran": {
            name: {
                "daftar": COMPLETENESS[listing.completeness],
                "isi": list(listing.entries),
                "bukan": list(listing.excluded),
            }
            for name, listing in policy.listings.items()
        },
        "kelompok": [
            {
                "id": group.id,
                "kriteria": [{"id": each.id, "syarat": plain_condition(each.condition)} for each in group.criteria],
                "pendanaan": [
                    {"sumber_dana": rule.source, "bila": plain_condition(rule.condition), "bulan": str(rule.months)}
                    for rule in group.funding
                ],
            }
            for group in policy.groups
        ],
        "prioritas": [{"id": each.id, "bila": plain_condition(each.condition)} for each in policy.priorities],
    }


def plain_condition(condition: Condition) -> Any:
    match condition:
        case Among(fact, values):
            return {fact: {"termasuk": [_text(value) for value in sorted(values, key=str)]}}
        case Between(fact, low, high):
            bounds = {"paling_rendah": low, "paling_tinggi": high}
            return {fact: {name: str(bound) for name, bound in bounds.items() if bound is not None}}
        case Listed(facts, listing):
            asked = [{fact: {"termasuk": f"lampiran.{listing}"}} for fact in facts]
            if facts == ("pekerjaan", "pekerjaan_kedua"):
                return asked[0]
            assert "pekerjaan" not in facts, "the file's form always asks the second occupation too"
            return asked[0]
        case Defined(name):
            return {"definisi": name}
        case Every(parts):
            return "selalu" if condition == ALWAYS else {"semua": [plain_condition(part) for part in parts]}
        case Either(parts):
            return {"salah_satu": [plain_condition(part) for part in parts]}
        case Not(part):
            return {"tidak": plain_condition(part)}
        case _:
            assert_never(condition)


def _text(value: Value) -> str:
    return {True: "ya", False: "tidak"}[value] if isinstance(value, bool) else str(value)
