"""Cases that are missing: people who would show what no case has shown, or tell a mutant that no case noticed.

What must come out is left open: a case that copies the program's answer tests nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.decision.decide import Desk, Undecidable, default_day
from engine.language.condition import Value
from engine.language.library import Library
from engine.language.messages.testing import TESTING
from engine.language.policy import Policy
from engine.language.wording import filled
from engine.revision.coverage.coverage import Coverage, Shown, found_in, shown_by
from engine.revision.coverage.goals import Goal, Kind, Sentence, Side
from engine.revision.deciding import decided
from engine.revision.mutation.judging import Judged
from engine.revision.nearby import nearby
from engine.revision.where import Where

_FIRST: tuple[Kind, ...] = ("condition", "threshold", "entry", "pays", "result", "date")
"""Cases for the first of these mostly show the others too."""

_FIELDS = (
    "kelompok",
    "dana",
    "bulan",
    "iuran",
    "penyedia",
    "pendanaan",
    "akibat_hukum",
    "catatan",
    "belum_diputus",
    "kurang",
    "program",
    "kuota",
)
"""Fields that tell mutants apart, the plainest first."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A case without what must come out. `fields` and `reasons` name what has to be confirmed besides the outcome."""

    name: str
    day: date
    facts: Mapping[str, Value]
    remarks: tuple[str, ...]
    """In Indonesian, the language of case files: the sentence and what is untested of it."""
    reasons: tuple[str, ...]
    fields: tuple[str, ...] = ()
    order: tuple[str, str] | None = None
    """`mendahului` or `tidak_mendahului`, and the name of the other case."""


def missing_cases(library: Library, policy: Policy, coverage: Coverage, near: Mapping[str, Value]) -> tuple[Draft, ...]:
    """Cases that together show every side no case has shown, as few as come of one after another."""
    desk, survey = Desk(library), coverage.survey
    shown: set[Shown] = {(line.sentence.about, key) for line in coverage.lines for key in line.shown}
    open_ = [
        (line.sentence, goal, side)
        for line in coverage.lines
        for goal, side in line.sentence.sides()
        if (line.sentence.about, side.key) not in shown
    ]
    drafts: list[Draft] = []
    for sentence, goal, side in sorted(open_, key=lambda entry: _FIRST.index(entry[1].kind)):
        if (sentence.about, side.key) in shown:
            continue
        day, facts = _person(library, policy, coverage, goal, side, near)
        shown.add((sentence.about, side.key))
        shown.update(shown_by(survey, facts, shown))
        try:
            decision = decided(desk, policy, day, facts)
        except Undecidable:
            continue
        shown.update((about, ("result", result)) for about, result in found_in(desk, decision))
        drafts.append(_drafted(policy, sentence, side, day, facts))
    return _distinct(drafts)


def telling_cases(policy: Policy, survivors: Iterable[Judged]) -> tuple[Draft, ...]:
    """A case for each survivor, with one for whoever stands behind; people who tell several are not repeated."""
    drafts: dict[object, Draft] = {}
    for one in survivors:
        telling = one.telling
        if telling is None:
            continue
        where = one.mutant.where
        values = {"before": one.mutant.before, "after": one.mutant.after}
        change = filled(TESTING["becomes"], **values)
        remarks = (*_sentence(where), filled(TESTING["unnoticed"], changes=change).id)
        reasons = tuple(name for name in telling.shows if "." in name)
        fields = () if "hasil" in telling.shows or reasons else _plainest(telling.shows)
        key = (telling.day, tuple(telling.facts.items()), fields, reasons)
        if key in drafts:
            continue
        named = _named(where, filled(TESTING["title_changed"], **values).id)
        order = None
        if telling.other is not None:
            other = Draft(f"{named}, orang kedua", telling.day, telling.other, (), _any_reason(policy))
            drafts[telling.day, tuple(telling.other.items())] = other
            order, fields = (telling.shows[0], other.name), ()
        drafts[key] = Draft(named, telling.day, telling.facts, remarks, reasons or _any_reason(policy), fields, order)
    return _distinct(drafts.values())


def _person(
    library: Library, policy: Policy, coverage: Coverage, goal: Goal, side: Side, near: Mapping[str, Value]
) -> tuple[date, Mapping[str, Value]]:
    """Somebody who shows the side, and the day."""
    survey = coverage.survey
    day = side.key[1] if goal.kind == "date" and isinstance(side.key[1], date) else default_day(policy)
    wanted = side.best if side.best is not None else side.people if side.people is not None else survey.covered
    facts = nearby(survey.diagrams, survey.possible, wanted, near, library.vocabulary) or dict(near)
    hidden = {side.hidden, "kelurahan"} if side.hidden == "kota" else {side.hidden}
    return day, {fact: value for fact, value in facts.items() if fact not in hidden}


def _drafted(policy: Policy, sentence: Sentence, side: Side, day: date, facts: Mapping[str, Value]) -> Draft:
    remarks = (*_sentence(sentence.where), side.untested.id)
    name = _named(sentence.where, side.title.id)
    match sentence.part:
        case "criterion":
            return Draft(name, day, facts, remarks, (".".join(map(str, sentence.about)),))
        case "funding":
            return Draft(name, day, facts, remarks, _any_reason(policy, str(sentence.about[0])), ("kelompok", "dana"))
        case "priority":
            return Draft(name, day, facts, remarks, _any_reason(policy))
        case _:
            return Draft(name, day, facts, remarks, _any_reason(policy), ("akibat_hukum",))


def _sentence(where: Where) -> tuple[str, ...]:
    head = f"{where.cited} ({where.name.id})" if where.cited else where.name.id
    return (f"{head}: {where.wording}" if where.wording else head,)


def _named(where: Where, title: str) -> str:
    return f"{title} ({where.cited or where.name.id})"


def _plainest(shows: Sequence[str]) -> tuple[str, ...]:
    return tuple(field for field in _FIELDS if field in shows)[:1]


def _any_reason(policy: Policy, group: str | None = None) -> tuple[str, ...]:
    """A case must give a reason: the first criterion of the group, or of the policy."""
    chosen = next((one for one in policy.groups if one.id == group), policy.groups[0])
    return (f"{chosen.id}.{chosen.criteria[0].id}",)


def _distinct(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """No two of one name."""
    return tuple(_renamed(drafts))


def _renamed(drafts: Iterable[Draft]) -> Iterator[Draft]:
    seen: dict[str, int] = {}
    for draft in drafts:
        seen[draft.name] = seen.get(draft.name, 0) + 1
        if seen[draft.name] == 1:
            yield draft
        else:
            name = f"{draft.name}, {seen[draft.name]}"
            yield Draft(name, draft.day, draft.facts, draft.remarks, draft.reasons, draft.fields, draft.order)
