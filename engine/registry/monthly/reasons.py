"""Why somebody who was paid for is not any more: an event beyond the policy, what the policy decides, or the money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.decision.decide import Desk
from engine.decision.decision import Decision, Finding
from engine.decision.facts import person as typed
from engine.language.ground import Basis
from engine.language.policy import Policy
from engine.registry.columns import FAULTY, HELD, ROW, SYNTHETIC
from engine.registry.monthly.dates import Month, month_of
from engine.registry.monthly.events import Event
from engine.registry.monthly.history import gone
from engine.registry.monthly.survey import Chosen, Survey

INELIGIBLE, ON_ASSUMPTION, UNDETERMINED = "tidak_berhak", "tidak_berhak_asumsi", "belum_pasti"
HELD_ROW, NO_RULE, TRANSITION = "ditahan", "tanpa_aturan", "peralihan"
ENDED, USED_UP, NOT_BY_POT, FULL = "janji_berakhir", "uang_habis", "uang_tidak_boleh", "kuota_penuh"
YEAR_END = "sampai_akhir_tahun_anggaran"
_BARRED = {
    "no_village": "tanpa_kelurahan",
    "group_open": "kelompok_belum_pasti",
    "no_tariff": "tanpa_tarif",
    "family": "keluarga",
}
_OPEN = (UNDETERMINED, HELD_ROW, "tanpa_kelurahan", "kelompok_belum_pasti")
"""What better data may settle: the promise waits."""
_STATE = frozenset((ROW, HELD, FAULTY, SYNTHETIC))


@dataclass(frozen=True, slots=True)
class Reason:
    """A code of `messages.monthly.LEFT`, and what it rests on."""

    code: str
    event: Event | None = None
    failed: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    """Facts that would settle it."""
    basis: Basis | None = None
    village: str | None = None

    @property
    def open(self) -> bool:
        """Whether the promise is kept until the matter is settled."""
        return self.code in _OPEN


def refusal(
    desk: Desk,
    view: Survey,
    chosen: Chosen,
    events: Sequence[Event],
    person: int | None,
    row: Mapping[str, Any] | None,
    promised: bool,
) -> Reason:
    """Why a person may not be paid in the month.

    `events` are those that count, `person` the position in the survey (None: the row is held), `row` that of
    last month's roster, `promised` whether the month was promised.
    """
    out = gone(events)
    if out is not None:
        return Reason(out.kind, out, basis="assumed")
    policy = chosen(view.month.first)
    if policy is None:
        return Reason(NO_RULE)
    if person is None:
        return Reason(HELD_ROW)
    decision = decided(desk, view, policy, person)
    match decision.outcome:
        case "undetermined":
            return Reason(UNDETERMINED, missing=_missing(decision))
        case "eligible":
            bit = 1 << (view.month.number - 1)
            barred = next((code for name, code in _BARRED.items() if _unpaid(view, name, person) & bit), None)
            return Reason(barred or USED_UP)
    if promised and row is not None and _kept_by_transition(desk, view, chosen, policy, person, row):
        assert policy.transition
        return Reason(TRANSITION, basis=policy.transition[1].basis)
    failed = _failed(decision, row, events)
    reads = {fact for finding in failed for fact in finding.reads}
    because = next((event for event in reversed(events) if reads & set(event.facts)), None)
    doubtful = any(notice.code == "refusal_on_assumption" for notice in decision.notices)
    weakest: Basis = "assumed" if all(f.criterion.ground.basis == "assumed" for f in failed) else "stated"
    if weakest == "stated" and not any(f.criterion.ground.basis == "stated" for f in failed):
        weakest = "interpreted"
    return Reason(ON_ASSUMPTION if doubtful else INELIGIBLE, because, failed, basis=weakest)


def decided(desk: Desk, view: Survey, policy: Policy, person: int) -> Decision:
    """The decision about somebody of the survey on the first day of its month. Raises Undecidable."""
    return about(desk, policy, view.year.people.row(person, named=True), view.month)


def about(desk: Desk, policy: Policy, row: Mapping[str, Any], month: Month) -> Decision:
    """The decision about a row of a registry on the first day of a month. Raises Undecidable."""
    facts = desk.library.vocabulary.facts
    known = {name: value for name, value in row.items() if name not in _STATE and name in facts}
    return desk.decide(policy, typed(known, desk.library.vocabulary, month.first, []), month.first)


def _kept_by_transition(
    desk: Desk, view: Survey, chosen: Chosen, policy: Policy, person: int, row: Mapping[str, Any]
) -> bool:
    """Whether the version under which the support of this year began covers the person, and the new one lets it run."""
    if policy.transition is None or policy.transition[0] != YEAR_END:
        return False
    began = month_of(row["sejak"] or "")
    since = max(began, Month(view.month.year, 1)) if began else Month(view.month.year, 1)
    old = chosen(since.first)
    if old is None or old.id == policy.id:
        return False
    return decided(desk, view, old, person).outcome == "eligible"


def _failed(decision: Decision, row: Mapping[str, Any] | None, events: Sequence[Event]) -> tuple[Finding, ...]:
    """What the group fails by which the person was paid; where that is not known, the group that the events touch,
    and of several the one that fails least.
    """
    by_group: dict[str, list[Finding]] = {}
    for finding in decision.findings:
        if finding.result == "failed":
            by_group.setdefault(finding.group.id, []).append(finding)
    own = row["kelompok"] if row else None
    if own in by_group:
        return tuple(by_group[own])
    changed = {name for event in events for name in event.facts}
    ranked = [
        (not any(changed & set(finding.reads) for finding in findings), len(findings), number)
        for number, findings in enumerate(by_group.values())
    ]
    return tuple(list(by_group.values())[min(ranked)[2]]) if ranked else ()


def _missing(decision: Decision) -> tuple[str, ...]:
    needed = dict.fromkeys(item.fact for item in decision.missing)
    return tuple(needed) or tuple(dict.fromkeys(item.code for item in decision.unsettled))


def _unpaid(view: Survey, name: str, person: int) -> int:
    return int(view.year.unpaid[name][person]) if name in view.year.unpaid else 0
